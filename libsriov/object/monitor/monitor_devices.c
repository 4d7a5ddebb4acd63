/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From what the kernel tells of devices to events. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "object/device/device.h"
#include "object/device/device_list.h"
#include "object/monitor/monitor.h"

static int compare(const void *item, const void *key)
{
	return strcmp(((const struct known_device *)item)->address, key);
}

static void release(void *item)
{
	struct known_device *device = item;

	free(device->driver);
	free(device);
}

const struct known monitor_no_devices = {.compare = compare, .release = release};

/* NULL for want of memory. Whether it is a VF is for place(). */
static struct known_device *add(struct sriov_monitor *monitor, const char *address)
{
	struct known_device *device = calloc(1, sizeof(*device));

	if (!device)
		return NULL;
	snprintf(device->address, sizeof(device->address), "%s", address);
	device->index = -1;
	device->is_pf =
		tree_exists(&monitor->context->sysfs, "bus/pci/devices/%s/sriov_totalvfs", address);
	return known_add(&monitor->devices, address, device) ? device : NULL;
}

/* Whether the device is a VF, and of which PF: true when that is known now. */
static bool place(struct sriov_monitor *monitor, struct known_device *device, uint32_t id)
{
	struct known_device *pf;

	if (device->pf[0] ||
	    !monitor_find_vf(monitor, device->address, id, device->pf, &device->index))
		return device->pf[0];
	pf = known_find(&monitor->devices, device->pf);
	if (pf)
		pf->vfs++;
	return true;
}

static bool remember(struct sriov_monitor *monitor, const char *address)
{
	struct known_device *device = add(monitor, address);
	char driver[NAME_MAX + 1];

	if (!device || tree_read_link(&monitor->context->sysfs, driver, NULL,
				      "bus/pci/devices/%s/driver", address))
		return device;
	device->driver = strdup(driver);
	return device->driver;
}

enum sriov_code monitor_read_devices(struct sriov_monitor *monitor, struct sriov_error **error)
{
	struct sriov_string_list *addresses = NULL;
	enum sriov_code code = device_list_addresses(monitor->context, &addresses, error);
	struct known *devices = &monitor->devices;

	known_clear(devices);
	for (size_t i = 0; !code && i < sriov_string_list_get_count(addresses); i++)
		if (!remember(monitor, sriov_string_list_get(addresses, i)))
			code = error_no_memory(error);
	sriov_string_list_unref(addresses);
	for (size_t i = 0; !code && i < devices->count; i++)
		place(monitor, devices->items[i], 0);
	for (size_t i = 0; !code && i < devices->count; i++) {
		struct known_device *device = devices->items[i];

		device->vfs_told = device->vfs;
	}
	return code;
}

static struct sriov_event *tell(struct sriov_monitor *monitor, enum sriov_event_type type,
				const char *address, const struct uevent *uevent)
{
	struct sriov_event *event = monitor_tell(monitor, type, address);

	if (!event)
		return NULL;
	event->sequence = uevent->sequence;
	monitor_set_text(monitor, &event->action, uevent->action);
	return event;
}

static void tell_count(struct sriov_monitor *monitor, struct known_device *pf,
		       const struct uevent *uevent)
{
	struct sriov_event *event =
		tell(monitor, SRIOV_EVENT_TYPE_VF_COUNT_CHANGED, pf->address, uevent);

	pf->vfs_told = pf->vfs;
	if (event)
		event->vf_count = (int)pf->vfs;
}

static uint32_t get_id(const struct uevent *uevent)
{
	return (uint32_t)uevent->vendor_id << 16 | uevent->device_id;
}

/* A VF that is not known as one yet may be linked by now. */
static void place_late(struct sriov_monitor *monitor, struct known_device *device,
		       const struct uevent *uevent)
{
	if (!device->pf[0] && place(monitor, device, get_id(uevent)))
		tell(monitor, SRIOV_EVENT_TYPE_VF_ADDED, device->address, uevent);
}

/* Forgets the device; its PF has one VF less. */
static struct known_device *forget(struct sriov_monitor *monitor, const char *address)
{
	const struct known_device *device = known_find(&monitor->devices, address);
	struct known_device *pf = NULL;

	if (device && device->pf[0])
		pf = known_find(&monitor->devices, device->pf);
	if (pf && pf->vfs)
		pf->vfs--;
	known_remove(&monitor->devices, address);
	return pf;
}

static void take_added(struct sriov_monitor *monitor, const char *address,
		       const struct uevent *uevent)
{
	struct known_device *device;
	bool is_vf;

	/* One that is remembered was read when the message was on its way already. */
	forget(monitor, address);
	device = add(monitor, address);
	if (!device) {
		monitor->lost = true;
		return;
	}
	is_vf = place(monitor, device, get_id(uevent));
	device->change_awaited = is_vf;
	tell(monitor, is_vf ? SRIOV_EVENT_TYPE_VF_ADDED : SRIOV_EVENT_TYPE_DEVICE_ADDED, address,
	     uevent);
}

/* All VFs go together: when the last one has, that is the news about the PF. */
static void take_removed(struct sriov_monitor *monitor, const char *address,
			 const struct uevent *uevent)
{
	struct known_device *device = known_find(&monitor->devices, address), *pf;
	bool is_vf;

	if (!device)
		device = add(monitor, address);
	if (!device) {
		monitor->lost = true;
		return;
	}
	is_vf = place(monitor, device, get_id(uevent));
	tell(monitor, is_vf ? SRIOV_EVENT_TYPE_VF_REMOVED : SRIOV_EVENT_TYPE_DEVICE_REMOVED,
	     address, uevent);
	pf = forget(monitor, address);
	if (pf && !pf->vfs && pf->vfs_told)
		tell_count(monitor, pf, uevent);
}

static void take_changed(struct sriov_monitor *monitor, struct known_device *device,
			 const struct uevent *uevent)
{
	bool was_vf = device->pf[0];

	place_late(monitor, device, uevent);
	if (device->pf[0] && (!was_vf || device->change_awaited)) {
		device->change_awaited = false;
		return;
	}
	if (device->vfs != device->vfs_told)
		tell_count(monitor, device, uevent);
	else
		tell(monitor, SRIOV_EVENT_TYPE_UNKNOWN, device->address, uevent);
}

static void take_bound(struct sriov_monitor *monitor, struct known_device *device,
		       const struct uevent *uevent)
{
	struct sriov_event *event =
		tell(monitor, SRIOV_EVENT_TYPE_DRIVER_BOUND, device->address, uevent);

	free(device->driver);
	device->driver = NULL;
	if (!uevent->driver)
		return;
	monitor_set_text(monitor, &device->driver, uevent->driver);
	if (event)
		monitor_set_text(monitor, &event->driver, uevent->driver);
}

/* The kernel does not say which driver it was. */
static void take_unbound(struct sriov_monitor *monitor, struct known_device *device,
			 const struct uevent *uevent)
{
	struct sriov_event *event =
		tell(monitor, SRIOV_EVENT_TYPE_DRIVER_UNBOUND, device->address, uevent);
	const char *driver = uevent->driver ? uevent->driver : device->driver;

	if (event && driver)
		monitor_set_text(monitor, &event->driver, driver);
	free(device->driver);
	device->driver = NULL;
}

/* Something of a device that is there; one that is not remembered came before all messages. */
static void take_other(struct sriov_monitor *monitor, const char *address,
		       const struct uevent *uevent)
{
	struct known_device *device = known_find(&monitor->devices, address);

	if (!device)
		device = add(monitor, address);
	if (!device) {
		monitor->lost = true;
	} else if (!strcmp(uevent->action, "change")) {
		take_changed(monitor, device, uevent);
	} else if (!strcmp(uevent->action, "bind")) {
		place_late(monitor, device, uevent);
		take_bound(monitor, device, uevent);
	} else if (!strcmp(uevent->action, "unbind")) {
		take_unbound(monitor, device, uevent);
	} else {
		tell(monitor, SRIOV_EVENT_TYPE_UNKNOWN, address, uevent);
	}
}

static void take_vfio(struct sriov_monitor *monitor, const char *address,
		      const struct uevent *uevent)
{
	enum sriov_event_type type = SRIOV_EVENT_TYPE_VFIO_ADDED;
	struct sriov_event *event;

	if (!strcmp(uevent->action, "remove"))
		type = SRIOV_EVENT_TYPE_VFIO_REMOVED;
	else if (strcmp(uevent->action, "add") != 0)
		return;
	event = tell(monitor, type, address, uevent);
	if (event)
		monitor_set_text(monitor, &event->vfio_name, uevent_get_name(uevent));
}

void monitor_take_uevent(struct sriov_monitor *monitor, const struct uevent *uevent)
{
	char address[ADDRESS_SIZE];

	if (!strcmp(uevent->subsystem, "net")) {
		monitor_announce(monitor, uevent);
		return;
	}
	if (!uevent_find_address(uevent, address))
		return;
	if (!strcmp(uevent->subsystem, "vfio-dev"))
		take_vfio(monitor, address, uevent);
	else if (strcmp(uevent->subsystem, "pci") != 0)
		return;
	else if (!strcmp(uevent->action, "add"))
		take_added(monitor, address, uevent);
	else if (!strcmp(uevent->action, "remove"))
		take_removed(monitor, address, uevent);
	else
		take_other(monitor, address, uevent);
}
