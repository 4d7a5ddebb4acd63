/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/iommu/sharing.h"

#include <stdio.h>
#include <string.h>

#include "base/list.h"
#include "base/text.h"
#include "object/capability/capability.h"

OBJECT_REFERENCES(sharing_reason)
OBJECT_LIST(sharing_reason)

static void destroy(void *object)
{
	struct sriov_sharing_reason *reason = object;

	sriov_string_list_unref(reason->devices);
	free(reason->message);
}

/*
 * "../../../devices/pci0000:00/0000:00:1c.0/0000:04:00.0": what is between the root and the last
 * part. A root inside of a device, as of Intel's VMD, begins anew: the IOMMU's view does.
 */
bool sharing_parse_place(const char *target, struct sriov_string_list *above)
{
	const char *part = strstr(target, "/pci"), *inner, *next;
	char name[ADDRESS_SIZE], address[ADDRESS_SIZE];

	while (part && (inner = strstr(part + 1, "/pci")))
		part = inner;
	part = part ? strchr(part + 1, '/') : NULL;
	for (; part && (next = strchr(part + 1, '/')); part = next) {
		snprintf(name, sizeof(name), "%.*s", (int)(next - part - 1), part + 1);
		if (address_parse(name, address) && !string_list_add(above, address))
			return false;
	}
	return true;
}

bool sharing_isolates(const struct config_facts *facts)
{
	switch (capability_port_type(&facts->express)) {
	case SRIOV_PORT_TYPE_NONE:
	case SRIOV_PORT_TYPE_PCI_BRIDGE:
	case SRIOV_PORT_TYPE_EXPRESS_BRIDGE:
	case SRIOV_PORT_TYPE_EVENT_COLLECTOR:
		return false;
	case SRIOV_PORT_TYPE_ROOT_PORT:
	case SRIOV_PORT_TYPE_DOWNSTREAM_PORT:
		return capability_isolates(&facts->acs);
	default:
		return !facts->multifunction || capability_isolates(&facts->acs);
	}
}

static bool is_conventional(const struct config_facts *facts)
{
	enum sriov_port_type type = capability_port_type(&facts->express);

	return type == SRIOV_PORT_TYPE_NONE || type == SRIOV_PORT_TYPE_PCI_BRIDGE ||
	       type == SRIOV_PORT_TYPE_EXPRESS_BRIDGE;
}

/* All but the culprit, which may be "". */
static void add_names(const struct sriov_string_list *devices, const char *culprit,
		      struct text *text)
{
	const char *name, *between = "";

	for (size_t i = 0; (name = sriov_string_list_get(devices, i)); i++) {
		if (!strcmp(name, culprit))
			continue;
		text_add(text, "%s%s", between, name);
		between = ", ";
	}
}

/* Takes over the devices. */
static bool add_reason(void *list, enum sriov_sharing_cause cause, const char *culprit,
		       struct sriov_string_list *devices, struct text *message)
{
	struct sriov_sharing_reason *reason = object_new(sizeof(*reason), destroy);

	if (!reason) {
		sriov_string_list_unref(devices);
		text_clear(message);
		return false;
	}
	reason->cause = cause;
	reason->devices = devices;
	snprintf(reason->culprit, sizeof(reason->culprit), "%s", culprit);
	reason->message = text_take(message);
	if (!reason->message) {
		sriov_sharing_reason_unref(reason);
		return false;
	}
	return list_add(list, reason);
}

/* Which services a port has and does not use; they are what it would need. */
static void add_lacking(const struct config_pair *acs, struct text *text)
{
	static const enum sriov_acs_service wanted[] = {
		SRIOV_ACS_SERVICE_SOURCE_VALIDATION,
		SRIOV_ACS_SERVICE_REQUEST_REDIRECT,
		SRIOV_ACS_SERVICE_COMPLETION_REDIRECT,
		SRIOV_ACS_SERVICE_UPSTREAM_FORWARDING,
	};
	const char *between = "";

	for (size_t i = 0; i < ARRAY_SIZE(wanted); i++) {
		if (acs->control >> wanted[i] & 1 || !(acs->capability >> wanted[i] & 1))
			continue;
		text_add(text, "%s%s", between, sriov_acs_service_get_name(wanted[i]));
		between = ", ";
	}
}

static void describe_port(const struct sharing_member *port,
			  const struct sriov_string_list *devices, struct text *text)
{
	if (port->facts.acs.offset) {
		text_add(text, "the port %s has ACS, but of it are off: ", port->address);
		add_lacking(&port->facts.acs, text);
	} else {
		text_add(text, "the port %s has no ACS", port->address);
	}
	text_add(text, "; so what is behind it may reach its neighbours past the IOMMU, and the "
		       "port shares its group with ");
	add_names(devices, port->address, text);
	text_add(text, "; put the card into a slot below another port");
}

static void describe_bridge(const struct sharing_member *bridge,
			    const struct sriov_string_list *devices, struct text *text)
{
	text_add(
		text,
		"%s is a bridge to conventional PCI, which speaks for all that is behind it, so it "
		"shares its group with ",
		bridge->address);
	add_names(devices, bridge->address, text);
	text_add(text, "; the IOMMU cannot tell them apart, so put the card into another slot");
}

static bool is_below(const struct sharing_member *member, const char *address)
{
	return !strcmp(member->address, address) || string_list_has(member->above, address);
}

/* A bridge that is no member is one that the kernel knows to be good, whatever its registers say.
 */
static bool find_behind(const struct sharing_member *bridge, const struct sharing_member *members,
			size_t count, void *list)
{
	struct sriov_string_list *devices;
	struct text message = {0};
	bool conventional = is_conventional(&bridge->facts);

	if (sharing_isolates(&bridge->facts))
		return true;
	devices = string_list_new();
	if (!devices)
		return false;
	for (size_t i = 0; i < count; i++)
		if (is_below(&members[i], bridge->address) &&
		    !string_list_add(devices, members[i].address)) {
			sriov_string_list_unref(devices);
			return false;
		}
	if (sriov_string_list_get_count(devices) < 2) {
		sriov_string_list_unref(devices);
		return true;
	}
	if (conventional)
		describe_bridge(bridge, devices, &message);
	else
		describe_port(bridge, devices, &message);
	return add_reason(list,
			  conventional ? SRIOV_SHARING_CAUSE_CONVENTIONAL_BRIDGE
				       : SRIOV_SHARING_CAUSE_PORT_WITHOUT_ACS,
			  bridge->address, devices, &message);
}

/* Up to the function's number they are the same. */
static bool is_same_device(const struct sharing_member *left, const struct sharing_member *right)
{
	size_t length = strlen(left->address);

	return length == strlen(right->address) &&
	       !strncmp(left->address, right->address, length - 1);
}

static bool is_open_function(const struct sharing_member *member)
{
	return member->facts.multifunction && !sharing_isolates(&member->facts);
}

/* From the first of its functions in the group on. */
static bool find_functions(const struct sharing_member *first, size_t count, void *list)
{
	struct sriov_string_list *devices = string_list_new();
	struct text message = {0};

	if (!devices)
		return false;
	for (size_t i = 0; i < count; i++)
		if (is_same_device(first, &first[i]) && is_open_function(&first[i]) &&
		    !string_list_add(devices, first[i].address)) {
			sriov_string_list_unref(devices);
			return false;
		}
	if (sriov_string_list_get_count(devices) < 2) {
		sriov_string_list_unref(devices);
		return true;
	}
	add_names(devices, "", &message);
	text_add(&message,
		 " are functions of one device that has no ACS, or has it off, to keep them apart; "
		 "they can only be handed on together");
	return add_reason(list, SRIOV_SHARING_CAUSE_FUNCTIONS_WITHOUT_ACS,
			  sriov_string_list_get(devices, 0), devices, &message);
}

bool sharing_find(const struct sharing_member *members, size_t count, void *list)
{
	for (size_t i = 0; i < count; i++) {
		if (!find_behind(&members[i], members, count, list))
			return false;
		if (i && is_same_device(&members[i - 1], &members[i]))
			continue;
		if (!find_functions(&members[i], count - i, list))
			return false;
	}
	return true;
}

bool sharing_add_unknown(struct sriov_string_list *devices, void *list)
{
	struct text message = {0};

	add_names(devices, "", &message);
	text_add(&message,
		 ": nothing in their configuration spaces says why they share the group; it is a "
		 "rule of the firmware's or of the IOMMU's driver");
	return add_reason(list, SRIOV_SHARING_CAUSE_UNKNOWN, "", devices, &message);
}

EXPORT enum sriov_sharing_cause
sriov_sharing_reason_get_cause(const struct sriov_sharing_reason *reason)
{
	return reason ? reason->cause : SRIOV_SHARING_CAUSE_UNKNOWN;
}

EXPORT const char *sriov_sharing_reason_get_device(const struct sriov_sharing_reason *reason)
{
	return reason && reason->culprit[0] ? reason->culprit : NULL;
}

EXPORT const struct sriov_string_list *
sriov_sharing_reason_get_devices(const struct sriov_sharing_reason *reason)
{
	return reason ? reason->devices : NULL;
}

EXPORT const char *sriov_sharing_reason_get_message(const struct sriov_sharing_reason *reason)
{
	return reason ? reason->message : NULL;
}
