/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* PFs and VFs of a made-up host. */
#include "fake_tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct fake_sriov fake_82576_sriov = {7, 128, 2, 0x10ca};
const struct fake_sriov fake_nvme_sriov = {32, 1, 1, 0x0010};

static void set_number(struct fake *fake, const char *address, const char *attribute,
		       const char *format, unsigned int number)
{
	char text[32];

	snprintf(text, sizeof(text), format, number);
	fake_set(fake, address, attribute, text);
}

static unsigned int get_number(struct fake *fake, const char *address, const char *attribute,
			       const char *format)
{
	char *text = fake_read(fake, "sys/bus/pci/devices/%s/%s", address, attribute);
	unsigned int number;

	if (!text || sscanf(text, format, &number) != 1)
		fake_fail(attribute, address);
	free(text);
	return number;
}

void fake_make_pf(struct fake *fake, const char *address, const struct fake_sriov *sriov)
{
	set_number(fake, address, "sriov_totalvfs", "%u\n", sriov->total);
	set_number(fake, address, "sriov_numvfs", "%u\n", 0);
	set_number(fake, address, "sriov_offset", "%u\n", sriov->offset);
	set_number(fake, address, "sriov_stride", "%u\n", sriov->stride);
	set_number(fake, address, "sriov_vf_device", "%x\n", sriov->vf_device);
	set_number(fake, address, "sriov_vf_total_msix", "%u\n", 0);
	set_number(fake, address, "sriov_drivers_autoprobe", "%u\n", 1);
}

/* A routing ID is bus, device and function in 16 bits; VFs are counted in it. */
void fake_vf_address(struct fake *fake, const char *pf, unsigned int index,
		     char address[FAKE_ADDRESS_SIZE])
{
	unsigned int domain, bus, device, function, id;

	if (sscanf(pf, "%x:%x:%x.%x", &domain, &bus, &device, &function) != 4)
		fake_fail("take for an address:", pf);
	id = (bus << 8 | device << 3 | function) + get_number(fake, pf, "sriov_offset", "%u") +
	     index * get_number(fake, pf, "sriov_stride", "%u");
	snprintf(address, FAKE_ADDRESS_SIZE, "%04x:%02x:%02x.%x", domain, id >> 8 & 0xff,
		 id >> 3 & 0x1f, id & 7);
}

static void link_pair(struct fake *fake, const char *pf, const char *vf, unsigned int index)
{
	char target[FAKE_ADDRESS_SIZE + 3];

	snprintf(target, sizeof(target), "../%s", vf);
	fake_link(fake, target, "sys/bus/pci/devices/%s/virtfn%u", pf, index);
	snprintf(target, sizeof(target), "../%s", pf);
	fake_link(fake, target, "sys/bus/pci/devices/%s/physfn", vf);
}

/* The PF's group, -1 when it is in none. */
static int find_group(struct fake *fake, const char *address)
{
	char *target = fake_read_link(fake, "sys/bus/pci/devices/%s/iommu_group", address);
	int group = target ? atoi(strrchr(target, '/') + 1) : -1;

	free(target);
	return group;
}

void fake_add_vfs(struct fake *fake, const char *pf, unsigned int count)
{
	const struct fake_model model = {
		.class = get_number(fake, pf, "class", "%x"),
		.vendor = (uint16_t)get_number(fake, pf, "vendor", "%x"),
		.device = (uint16_t)get_number(fake, pf, "sriov_vf_device", "%x"),
		.subsystem_vendor = (uint16_t)get_number(fake, pf, "subsystem_vendor", "%x"),
		.subsystem_device = (uint16_t)get_number(fake, pf, "subsystem_device", "%x"),
	};
	int group = find_group(fake, pf);
	char vf[FAKE_ADDRESS_SIZE];

	for (unsigned int i = 0; i < count; i++) {
		fake_vf_address(fake, pf, i, vf);
		fake_add_device_beside(fake, vf, pf, &model);
		link_pair(fake, pf, vf, i);
		if (group >= 0)
			fake_set_group(fake, vf, group + 1 + (int)i);
	}
	set_number(fake, pf, "sriov_numvfs", "%u\n", count);
}

void fake_remove_vfs(struct fake *fake, const char *pf)
{
	unsigned int count = 0;
	char *target;

	for (;; count++) {
		target = fake_read_link(fake, "sys/bus/pci/devices/%s/virtfn%u", pf, count);
		if (!target)
			break;
		fake_remove_device(fake, strrchr(target, '/') + 1);
		fake_remove(fake, "sys/bus/pci/devices/%s/virtfn%u", pf, count);
		free(target);
	}
	if (count)
		set_number(fake, pf, "sriov_numvfs", "%u\n", 0);
}

void fake_add_82576(struct fake *fake, const char *address, const char *interface, unsigned int vfs)
{
	unsigned int bus;

	if (sscanf(address, "%*x:%x:", &bus) != 1)
		fake_fail("take for an address:", address);
	fake_add_device(fake, address, &fake_82576);
	fake_set_config(fake, address, fake_82576_config, sizeof(fake_82576_config));
	fake_set_driver(fake, address, "igb");
	fake_set_group(fake, address, (int)bus * 10);
	fake_add_interface(fake, address, interface, 1000000 + bus);
	fake_make_pf(fake, address, &fake_82576_sriov);
	fake_add_vfs(fake, address, vfs);
}
