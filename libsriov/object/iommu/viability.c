/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/iommu/viability.h"

#include <stdio.h>
#include <string.h>

#include "object/device/vfio_driver.h"

/* The classes whose header is not that of an ordinary device. */
#define CLASS_MASK    0xffff00
#define CLASS_BRIDGE  0x060400
#define CLASS_CARDBUS 0x060700

enum sriov_viability_rule viability_rule_of(const char *release)
{
	unsigned int major, minor;

	if (sscanf(release, "%u.%u", &major, &minor) != 2)
		return SRIOV_VIABILITY_RULE_DMA_OWNER;
	return major < 5 || (major == 5 && minor < 19) ? SRIOV_VIABILITY_RULE_DRIVER_LIST
						       : SRIOV_VIABILITY_RULE_DMA_OWNER;
}

static bool is_bridge(uint32_t class)
{
	return (class & CLASS_MASK) == CLASS_BRIDGE || (class & CLASS_MASK) == CLASS_CARDBUS;
}

bool viability_allows(enum sriov_viability_rule rule, const char *driver, uint32_t class)
{
	if (!driver || !driver[0] || driver_is_vfio(driver) || !strcmp(driver, "pci-stub"))
		return true;
	if (rule == SRIOV_VIABILITY_RULE_DRIVER_LIST)
		return is_bridge(class);
	return !strcmp(driver, "pcieport");
}
