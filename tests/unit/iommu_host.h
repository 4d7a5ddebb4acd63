/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A made-up host whose firmware has tables, and what it shows of its IOMMU. */
#ifndef TESTS_IOMMU_HOST_H
#define TESTS_IOMMU_HOST_H

#include "unit.h"

#define TABLES "sys/firmware/acpi/tables"

extern struct fake *fake;
extern struct sriov_context *context;
extern struct sriov_iommu *iommu;

/* A host whose firmware has tables, of which none is for an IOMMU. */
void begin(void);

void end(void);

void look(void);

void boot_with(const char *parameters);

void add_groups(unsigned int count);

/* The sentence and, in it, the path that it came from. */
void expect_evidence(const char *words);

#endif
