/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <pci/pci.h>
#include <stdio.h>
#include <stdlib.h>

#include "rounds.h"

static void take_device(struct pci_dev *device)
{
	const char *group;
	struct facts facts;
	char address[32];

	pci_fill_info(device, PCI_FILL_IDENT | PCI_FILL_CLASS | PCI_FILL_CLASS_EXT |
				      PCI_FILL_SUBSYS | PCI_FILL_DRIVER | PCI_FILL_IOMMU_GROUP);
	snprintf(address, sizeof(address), "%04x:%02x:%02x.%x", (unsigned int)device->domain,
		 device->bus, device->dev, device->func);
	group = pci_get_string_property(device, PCI_FILL_IOMMU_GROUP);
	facts = (struct facts) {
		.address = address,
		.class = (uint32_t)device->device_class << 8 | device->prog_if,
		.vendor = device->vendor_id,
		.device = device->device_id,
		.subsystem_vendor = device->subsys_vendor_id,
		.subsystem_device = device->subsys_id,
		.driver = pci_get_string_property(device, PCI_FILL_DRIVER),
		.group = group ? atoi(group) : -1,
	};
	take(&facts);
}

void read_host(void)
{
	struct pci_access *access = pci_alloc();

	pci_init(access);
	pci_scan_bus(access);
	for (struct pci_dev *device = access->devices; device; device = device->next)
		take_device(device);
	pci_cleanup(access);
}
