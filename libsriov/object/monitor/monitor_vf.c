/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Which VF a device is that was just told of. The kernel tells of a VF first, links it to its PF
 * then and tells of it again. Meanwhile the PF's own numbers say it: by them the kernel gave the VF
 * its address.
 */
#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "object/monitor/monitor.h"

/* Of all PFs that the kernel knows from 4.15 on. */
struct layout {
	uint64_t total;
	uint64_t offset;
	uint64_t stride;
};

/* Domain and routing id: bus, device and function as one number. */
static void parse(const char *address, unsigned int *domain, unsigned int *id)
{
	unsigned int bus = 0, device = 0, function = 0;

	*domain = 0;
	sscanf(address, "%x:%x:%x.%x", domain, &bus, &device, &function);
	*id = bus << 8 | device << 3 | function;
}

static bool read_number(const struct tree *sysfs, const char *address, const char *file, int base,
			uint64_t *value)
{
	return !tree_read_number(sysfs, base, UINT16_MAX, value, NULL, "bus/pci/devices/%s/%s",
				 address, file);
}

/* The index that the address would have; -1 when it cannot be one of the PF's. */
static int compute_index(const struct tree *sysfs, const char *pf, const char *address)
{
	unsigned int pf_domain, pf_id, domain, id, distance;
	struct layout layout;
	uint64_t index = 0;

	if (!read_number(sysfs, pf, "sriov_totalvfs", 10, &layout.total) ||
	    !read_number(sysfs, pf, "sriov_offset", 10, &layout.offset) ||
	    !read_number(sysfs, pf, "sriov_stride", 10, &layout.stride))
		return -1;
	parse(pf, &pf_domain, &pf_id);
	parse(address, &domain, &id);
	if (domain != pf_domain || id < pf_id + layout.offset || id == pf_id)
		return -1;
	distance = id - pf_id - (unsigned int)layout.offset;
	if (layout.stride && distance % layout.stride)
		return -1;
	if (layout.stride)
		index = distance / layout.stride;
	else if (distance)
		return -1;
	return index < layout.total ? (int)index : -1;
}

static bool is_linked(const struct tree *sysfs, const char *pf, int index, const char *address)
{
	char name[NAME_MAX + 1];

	return !tree_read_link(sysfs, name, NULL, "bus/pci/devices/%s/virtfn%d", pf, index) &&
	       !strcmp(name, address);
}

/* The PF's link to the VF has the index; where to look is known from the address mostly. */
static int find_index(const struct tree *sysfs, const char *pf, const char *address)
{
	int index = compute_index(sysfs, pf, address);
	uint64_t total = 0;

	if (index >= 0 && is_linked(sysfs, pf, index, address))
		return index;
	read_number(sysfs, pf, "sriov_totalvfs", 10, &total);
	for (index = 0; index < (int)total; index++)
		if (is_linked(sysfs, pf, index, address))
			return index;
	return -1;
}

/* Vendor and device id that the VFs of the PF have; 0 when they are not known. */
static uint32_t read_vf_id(const struct tree *sysfs, const char *pf)
{
	uint64_t vendor, device;

	if (!read_number(sysfs, pf, "vendor", 16, &vendor) ||
	    !read_number(sysfs, pf, "sriov_vf_device", 16, &device))
		return 0;
	return (uint32_t)(vendor << 16 | device);
}

static bool find_by_numbers(const struct sriov_monitor *monitor, const char *address, uint32_t id,
			    char pf[ADDRESS_SIZE], int *index)
{
	const struct tree *sysfs = &monitor->context->sysfs;

	for (size_t i = 0; id && i < monitor->devices.count; i++) {
		const struct known_device *device = monitor->devices.items[i];

		if (!device->is_pf || read_vf_id(sysfs, device->address) != id)
			continue;
		*index = compute_index(sysfs, device->address, address);
		if (*index >= 0) {
			snprintf(pf, ADDRESS_SIZE, "%s", device->address);
			return true;
		}
	}
	return false;
}

bool monitor_find_vf(const struct sriov_monitor *monitor, const char *address, uint32_t id,
		     char pf[ADDRESS_SIZE], int *index)
{
	const struct tree *sysfs = &monitor->context->sysfs;
	char name[NAME_MAX + 1];

	*index = -1;
	pf[0] = '\0';
	if (tree_read_link(sysfs, name, NULL, "bus/pci/devices/%s/physfn", address))
		return find_by_numbers(monitor, address, id, pf, index);
	if (!address_parse(name, pf))
		return false;
	*index = find_index(sysfs, pf, address);
	return true;
}
