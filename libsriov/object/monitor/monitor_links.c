/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * From what netlink tells of interfaces to events: the kernel tells all of an interface each time,
 * so what changed is known by what is remembered of it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "kernel/netlink.h"
#include "object/device/interface.h"
#include "object/monitor/monitor.h"

static int compare(const void *item, const void *key)
{
	int index = ((const struct known_interface *)item)->link.index, wanted = *(const int *)key;

	return (index > wanted) - (index < wanted);
}

const struct known monitor_no_interfaces = {.compare = compare, .release = free};

/* Only index and address of these are filled in. */
const struct known monitor_none_announced = {.compare = compare, .release = free};

/* The device that it is on: netlink says it from Linux 5.14 on, before that sysfs has to. */
static void find_address(const struct sriov_monitor *monitor, struct known_interface *interface)
{
	const struct known_interface *announced =
		known_find(&monitor->announced, &interface->link.index);
	const struct link_facts *link = &interface->link;

	if (link->parent[0]) {
		if (strcmp(link->parent_bus, "pci") != 0 ||
		    !address_parse(link->parent, interface->address))
			interface->address[0] = '\0';
	} else if (announced) {
		memcpy(interface->address, announced->address, sizeof(interface->address));
	} else if (interface_is_by_netlink(monitor->context) ||
		   interface_resolve(monitor->context, link->name, interface->address, NULL)) {
		interface->address[0] = '\0';
	}
}

static struct known_interface *add(struct sriov_monitor *monitor, const struct link_facts *link)
{
	struct known_interface *interface = calloc(1, sizeof(*interface));

	if (!interface)
		return NULL;
	interface->link = *link;
	find_address(monitor, interface);
	return known_add(&monitor->interfaces, &link->index, interface) ? interface : NULL;
}

enum sriov_code monitor_read_interfaces(struct sriov_monitor *monitor, struct sriov_error **error)
{
	struct link_facts *links = NULL;
	struct netlink *netlink;
	size_t count = 0;
	bool interrupted;
	enum sriov_code code = context_get_netlink(monitor->context, &netlink, error);

	known_clear(&monitor->announced);
	known_clear(&monitor->interfaces);
	/* What changes meanwhile is told by a message too. */
	if (!code)
		code = link_list_once(netlink, &links, &count, &interrupted, error);
	for (size_t i = 0; !code && i < count; i++)
		if (!add(monitor, &links[i]))
			code = error_no_memory(error);
	free(links);
	return code;
}

static struct sriov_event *tell(struct sriov_monitor *monitor, enum sriov_event_type type,
				const struct known_interface *interface)
{
	struct sriov_event *event = monitor_tell(monitor, type, interface->address);
	const struct link_facts *link = &interface->link;
	const struct known_interface *master;

	if (!event)
		return NULL;
	event->interface_index = link->index;
	memcpy(event->interface, link->name, sizeof(event->interface));
	event->up = link->up;
	event->carrier = link->up && link->carrier;
	if (!mac_is_zero(link->mac))
		mac_format(link->mac, event->mac);
	event->master_index = link->master;
	master = link->master ? known_find(&monitor->interfaces, &link->master) : NULL;
	if (master)
		memcpy(event->master, master->link.name, sizeof(event->master));
	return event;
}

static unsigned int compare_links(const struct link_facts *before, const struct link_facts *after)
{
	unsigned int changes = 0;

	if (before->up != after->up)
		changes |= SRIOV_LINK_CHANGE_UP;
	if ((before->up && before->carrier) != (after->up && after->carrier))
		changes |= SRIOV_LINK_CHANGE_CARRIER;
	if (before->master != after->master)
		changes |= SRIOV_LINK_CHANGE_MASTER;
	if (memcmp(before->mac, after->mac, sizeof(after->mac)) != 0)
		changes |= SRIOV_LINK_CHANGE_MAC;
	return changes;
}

static void take_change(struct sriov_monitor *monitor, struct known_interface *interface,
			const struct link_facts *link)
{
	struct link_facts before = interface->link;
	struct sriov_event *event = NULL;
	unsigned int changes = compare_links(&before, link);

	interface->link = *link;
	if (strcmp(before.name, link->name) != 0)
		event = tell(monitor, SRIOV_EVENT_TYPE_INTERFACE_RENAMED, interface);
	if (event)
		memcpy(event->former_interface, before.name, sizeof(before.name));
	event = changes ? tell(monitor, SRIOV_EVENT_TYPE_LINK_CHANGED, interface) : NULL;
	if (event)
		event->changes = changes;
}

static void take_new(struct sriov_monitor *monitor, const struct link_facts *link)
{
	struct known_interface *interface = known_find(&monitor->interfaces, &link->index);

	if (interface) {
		take_change(monitor, interface, link);
		return;
	}
	interface = add(monitor, link);
	known_remove(&monitor->announced, &link->index);
	if (interface)
		tell(monitor, SRIOV_EVENT_TYPE_INTERFACE_ADDED, interface);
	else
		monitor->lost = true;
}

static void take_gone(struct sriov_monitor *monitor, const struct link_event *gone)
{
	const struct known_interface *interface =
		known_find(&monitor->interfaces, &gone->link.index);
	struct sriov_event *event;

	if (!interface)
		return;
	event = tell(monitor,
		     gone->moved ? SRIOV_EVENT_TYPE_INTERFACE_MOVED
				 : SRIOV_EVENT_TYPE_INTERFACE_REMOVED,
		     interface);
	if (event) {
		event->netns_id = gone->netns_id;
		event->new_index = gone->new_index;
	}
	known_remove(&monitor->interfaces, &gone->link.index);
}

void monitor_take_link(struct sriov_monitor *monitor, const struct link_event *event)
{
	if (event->kind == LINK_EVENT_NEW)
		take_new(monitor, &event->link);
	else if (event->kind == LINK_EVENT_GONE)
		take_gone(monitor, event);
}

void monitor_announce(struct sriov_monitor *monitor, const struct uevent *uevent)
{
	struct known_interface *announced;

	if (!uevent->index || known_find(&monitor->interfaces, &uevent->index))
		return;
	if (!strcmp(uevent->action, "remove"))
		known_remove(&monitor->announced, &uevent->index);
	if (strcmp(uevent->action, "add") != 0)
		return;
	announced = calloc(1, sizeof(*announced));
	if (announced) {
		announced->link.index = uevent->index;
		if (!uevent_find_address(uevent, announced->address))
			announced->address[0] = '\0';
	}
	if (!announced || !known_add(&monitor->announced, &uevent->index, announced))
		monitor->lost = true;
}

bool monitor_is_unannounced(const struct sriov_monitor *monitor, const struct link_event *event)
{
	return event->kind == LINK_EVENT_NEW &&
	       !known_find(&monitor->interfaces, &event->link.index) &&
	       !known_find(&monitor->announced, &event->link.index);
}
