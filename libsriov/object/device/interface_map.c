/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/device/interface_map.h"

#include <net/if.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "object/device/interface.h"

/* What asking one device costs, and the pass itself before the first interface. */
#define CALLS_FOR_A_DEVICE 4

struct entry {
	char address[ADDRESS_SIZE];
	char name[IF_NAMESIZE];
};

struct interface_map {
	size_t count;
	struct entry entries[];
};

/*
 * Where an interface leads to ends in "/0000:01:00.0/net/em1" when it is on a PCI device itself.
 * One that is on a device below that, as virtio's are, is not the PCI device's; others are on none.
 */
static bool take_address(char *target, const char *name, char address[ADDRESS_SIZE])
{
	char *last = strrchr(target, '/'), *class, *device;

	if (!last || strcmp(last + 1, name) != 0)
		return false;
	*last = '\0';
	class = strrchr(target, '/');
	if (!class || strcmp(class, "/net") != 0)
		return false;
	*class = '\0';
	device = strrchr(target, '/');
	return device && address_parse(device + 1, address) && !strcmp(device + 1, address);
}

static struct interface_map *make(size_t most)
{
	struct interface_map *map = malloc(sizeof(*map) + most * sizeof(map->entries[0]));

	if (map)
		map->count = 0;
	return map;
}

static void add(struct interface_map *map, const char *address, const char *name)
{
	struct entry *entry = &map->entries[map->count++];

	snprintf(entry->address, sizeof(entry->address), "%.*s", (int)ADDRESS_SIZE - 1, address);
	snprintf(entry->name, sizeof(entry->name), "%.*s", IF_NAMESIZE - 1, name);
}

/* False when the pass is not whole. */
static bool add_by_sysfs(struct interface_map *map, struct sriov_context *context, const char *name)
{
	char target[PATH_MAX], address[ADDRESS_SIZE];

	/* bonding puts a file of its own among the interfaces. */
	if (!strcmp(name, "bonding_masters"))
		return true;
	if (tree_read_target(&context->sysfs, target, NULL, "class/net/%s", name))
		return false;
	if (take_address(target, name, address))
		add(map, address, name);
	return true;
}

static struct interface_map *read_by_sysfs(struct sriov_context *context, size_t devices)
{
	struct interface_map *map = NULL;
	struct sriov_string_list *names;
	size_t count;

	if (tree_list(&context->sysfs, &names, NULL, "class/net"))
		return NULL;
	count = sriov_string_list_get_count(names);
	if (count <= devices * CALLS_FOR_A_DEVICE)
		map = make(count);
	for (size_t i = 0; map && i < count; i++) {
		if (add_by_sysfs(map, context, sriov_string_list_get(names, i)))
			continue;
		interface_map_free(map);
		map = NULL;
	}
	sriov_string_list_unref(names);
	return map;
}

static struct interface_map *read_by_netlink(struct sriov_context *context)
{
	struct interface_map *map;
	struct link_facts *links;
	size_t count;

	if (interface_list_all_links(context, &links, &count, NULL))
		return NULL;
	map = make(count);
	for (size_t i = 0; map && i < count; i++)
		if (!strcmp(links[i].parent_bus, "pci"))
			add(map, links[i].parent, links[i].name);
	free(links);
	return map;
}

/* By address, then as string_list_sort() has names. */
static int compare(const void *left, const void *right)
{
	const struct entry *first = left, *second = right;
	int order = strcmp(first->address, second->address);

	return order ? order : strverscmp(first->name, second->name);
}

struct interface_map *interface_map_read(struct sriov_context *context, size_t devices)
{
	struct interface_map *map;

	if (devices < 2)
		return NULL;
	map = interface_is_by_netlink(context) ? read_by_netlink(context)
					       : read_by_sysfs(context, devices);
	if (map)
		qsort(map->entries, map->count, sizeof(map->entries[0]), compare);
	return map;
}

void interface_map_free(struct interface_map *map)
{
	free(map);
}

enum sriov_code interface_map_find(const struct interface_map *map,
				   const struct sriov_device *device, char **interface,
				   struct sriov_error **error)
{
	size_t low = 0, high = map ? map->count : 0, middle;

	if (!map)
		return device_read_interface(device, interface, error);
	/* The first of those on the device. */
	while (low < high) {
		middle = (low + high) / 2;
		if (strcmp(map->entries[middle].address, device->address) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	*interface = NULL;
	if (low == map->count || strcmp(map->entries[low].address, device->address) != 0)
		return SRIOV_CODE_OK;
	*interface = strdup(map->entries[low].name);
	return *interface ? SRIOV_CODE_OK : error_no_memory(error);
}
