/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/monitor/event.h"

#include <stdlib.h>

#include "base/error.h"
#include "object/device/device.h"
#include "object/pf/pf.h"

OBJECT_REFERENCES(event)

static void destroy(void *object)
{
	struct sriov_event *event = object;

	free(event->driver);
	free(event->vfio_name);
	free(event->action);
	sriov_context_unref(event->context);
}

struct sriov_event *event_new(struct sriov_context *context, enum sriov_event_type type)
{
	struct sriov_event *event = object_new(sizeof(*event), destroy);

	if (!event)
		return NULL;
	event->context = sriov_context_ref(context);
	event->type = type;
	event->vf_index = -1;
	event->vf_count = -1;
	event->netns_id = -1;
	return event;
}

EXPORT const char *sriov_event_type_get_name(enum sriov_event_type type)
{
	switch (type) {
	case SRIOV_EVENT_TYPE_OVERRUN:
		return "overrun";
	case SRIOV_EVENT_TYPE_DEVICE_ADDED:
		return "device-added";
	case SRIOV_EVENT_TYPE_DEVICE_REMOVED:
		return "device-removed";
	case SRIOV_EVENT_TYPE_VF_ADDED:
		return "vf-added";
	case SRIOV_EVENT_TYPE_VF_REMOVED:
		return "vf-removed";
	case SRIOV_EVENT_TYPE_VF_COUNT_CHANGED:
		return "vf-count-changed";
	case SRIOV_EVENT_TYPE_DRIVER_BOUND:
		return "driver-bound";
	case SRIOV_EVENT_TYPE_DRIVER_UNBOUND:
		return "driver-unbound";
	case SRIOV_EVENT_TYPE_INTERFACE_ADDED:
		return "interface-added";
	case SRIOV_EVENT_TYPE_INTERFACE_REMOVED:
		return "interface-removed";
	case SRIOV_EVENT_TYPE_INTERFACE_RENAMED:
		return "interface-renamed";
	case SRIOV_EVENT_TYPE_INTERFACE_MOVED:
		return "interface-moved";
	case SRIOV_EVENT_TYPE_LINK_CHANGED:
		return "link-changed";
	case SRIOV_EVENT_TYPE_VFIO_ADDED:
		return "vfio-added";
	case SRIOV_EVENT_TYPE_VFIO_REMOVED:
		return "vfio-removed";
	case SRIOV_EVENT_TYPE_UNKNOWN:
		break;
	}
	return "unknown";
}

static const char *text_of(const char *text)
{
	return text[0] ? text : NULL;
}

EXPORT enum sriov_event_type sriov_event_get_type(const struct sriov_event *event)
{
	return event ? event->type : SRIOV_EVENT_TYPE_UNKNOWN;
}

EXPORT const char *sriov_event_get_address(const struct sriov_event *event)
{
	return event ? text_of(event->address) : NULL;
}

EXPORT const char *sriov_event_get_pf_address(const struct sriov_event *event)
{
	return event ? text_of(event->pf_address) : NULL;
}

EXPORT int sriov_event_get_vf_index(const struct sriov_event *event)
{
	return event ? event->vf_index : -1;
}

EXPORT int sriov_event_get_vf_count(const struct sriov_event *event)
{
	return event ? event->vf_count : -1;
}

EXPORT const char *sriov_event_get_driver(const struct sriov_event *event)
{
	return event ? event->driver : NULL;
}

EXPORT const char *sriov_event_get_interface(const struct sriov_event *event)
{
	return event ? text_of(event->interface) : NULL;
}

EXPORT const char *sriov_event_get_former_interface(const struct sriov_event *event)
{
	return event ? text_of(event->former_interface) : NULL;
}

EXPORT int sriov_event_get_interface_index(const struct sriov_event *event)
{
	return event ? event->interface_index : 0;
}

EXPORT unsigned int sriov_event_get_changes(const struct sriov_event *event)
{
	return event ? event->changes : 0;
}

EXPORT bool sriov_event_is_up(const struct sriov_event *event)
{
	return event && event->up;
}

EXPORT bool sriov_event_has_carrier(const struct sriov_event *event)
{
	return event && event->carrier;
}

EXPORT int sriov_event_get_master_index(const struct sriov_event *event)
{
	return event ? event->master_index : 0;
}

EXPORT const char *sriov_event_get_master(const struct sriov_event *event)
{
	return event ? text_of(event->master) : NULL;
}

EXPORT const char *sriov_event_get_mac(const struct sriov_event *event)
{
	return event ? text_of(event->mac) : NULL;
}

EXPORT int sriov_event_get_netns_id(const struct sriov_event *event)
{
	return event ? event->netns_id : -1;
}

EXPORT int sriov_event_get_new_index(const struct sriov_event *event)
{
	return event ? event->new_index : 0;
}

EXPORT const char *sriov_event_get_vfio_name(const struct sriov_event *event)
{
	return event ? event->vfio_name : NULL;
}

EXPORT const char *sriov_event_get_action(const struct sriov_event *event)
{
	return event ? event->action : NULL;
}

EXPORT uint64_t sriov_event_get_sequence(const struct sriov_event *event)
{
	return event ? event->sequence : 0;
}

/* What an event tells of was there: when it is not found, it has gone since. */
static enum sriov_code explain(const char *address, enum sriov_code code,
			       struct sriov_error **error)
{
	if (code != SRIOV_CODE_NOT_FOUND)
		return code;
	return error_explain(error, SRIOV_CODE_GONE, "%s was removed since", address);
}

/* The event has an address and the caller a place for the result. */
static enum sriov_code check(const struct sriov_event *event, struct sriov_error **error)
{
	if (!event)
		return error_null(error, "event");
	if (!event->address[0])
		return error_set(error, SRIOV_CODE_NOT_FOUND, "the event %s is of no PCI device",
				 sriov_event_type_get_name(event->type));
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_event_open_device(const struct sriov_event *event,
					       struct sriov_device **device,
					       struct sriov_error **error)
{
	enum sriov_code code;

	if (!device)
		return error_null(error, "device");
	*device = NULL;
	code = check(event, error);
	if (code)
		return code;
	code = device_read(event->context, event->address, device, error);
	return explain(event->address, code, error);
}

EXPORT enum sriov_code sriov_event_open_pf(const struct sriov_event *event, struct sriov_pf **pf,
					   struct sriov_error **error)
{
	const char *address;
	enum sriov_code code;

	if (!pf)
		return error_null(error, "pf");
	*pf = NULL;
	code = check(event, error);
	if (code)
		return code;
	address = event->pf_address[0] ? event->pf_address : event->address;
	code = pf_read(event->context, address, pf, error);
	return explain(address, code, error);
}

EXPORT enum sriov_code sriov_event_open_vf(const struct sriov_event *event, struct sriov_vf **vf,
					   struct sriov_error **error)
{
	enum sriov_code code;

	if (!vf)
		return error_null(error, "vf");
	*vf = NULL;
	code = check(event, error);
	if (code)
		return code;
	code = sriov_vf_open(event->context, event->address, vf, error);
	return explain(event->address, code, error);
}
