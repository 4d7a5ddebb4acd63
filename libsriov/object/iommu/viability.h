/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The kernel's rules on which drivers may have the other devices of a group that VFIO takes. Pure:
 * no kernel is asked here.
 */
#ifndef OBJECT_VIABILITY_H
#define OBJECT_VIABILITY_H

#include <stdbool.h>
#include <stdint.h>

#include "sriov/iommu_group.h"

#define VIABILITY_RULES 2

/* By a release such as "6.1.0-18-amd64"; the later rule for what is no such text. */
enum sriov_viability_rule viability_rule_of(const char *release);

/*
 * Whether a device may stay on its driver; NULL and "" are none. The class is that of a PCI device,
 * and 0 for one on another bus.
 */
bool viability_allows(enum sriov_viability_rule rule, const char *driver, uint32_t class);

#endif
