/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Which network interfaces are on which PCI devices, from one pass over all of the host.
 *
 * In sysfs that is a call for each interface, where asking a device takes four; by netlink it is
 * one question instead of one for each device. sriov_device_list_interfaces() is for a single one.
 */
#ifndef OBJECT_INTERFACE_MAP_H
#define OBJECT_INTERFACE_MAP_H

#include "object/device/device.h"

struct interface_map;

/*
 * For so many devices. NULL where asking each of them is cheaper, as on a host with thousands of
 * virtual interfaces, or where the pass was not whole: a name was changed meanwhile, the class may
 * not be read, memory ran out.
 */
struct interface_map *interface_map_read(struct sriov_context *context, size_t devices);
void interface_map_free(struct interface_map *map);

/* As device_read_interface(), which it calls where there is no map. */
enum sriov_code interface_map_find(const struct interface_map *map,
				   const struct sriov_device *device, char **interface,
				   struct sriov_error **error);

#endif
