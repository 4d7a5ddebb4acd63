/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The table of a device's address ranges, as the file "resource" in sysfs has it. */
#ifndef KERNEL_RESOURCE_H
#define KERNEL_RESOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "kernel/tree.h"

/* Positions in the table; the windows of a bridge come last. */
#define RESOURCE_ROM	6
#define RESOURCE_VF_BAR 7
#define RESOURCE_BARS	6

/* The longest table is a bridge's. */
#define RESOURCE_MOST 17

/* Flags: the kernel's IORESOURCE_*. */
#define RESOURCE_IO	  0x00000100u
#define RESOURCE_MEMORY	  0x00000200u
#define RESOURCE_PREFETCH 0x00002000u
#define RESOURCE_64_BIT	  0x00100000u
#define RESOURCE_DISABLED 0x10000000u
#define RESOURCE_UNSET	  0x20000000u

struct resource {
	uint64_t start;
	uint64_t size; /* 0 when it is not in use */
	uint64_t flags;
};

struct resource_table {
	struct resource entries[RESOURCE_MOST];
	size_t count;
};

/* False when a line is not three numbers, or a range ends before it begins. */
bool resource_parse(const char *text, struct resource_table *table);

/* Whether it knows of VF BARs: a kernel without SR-IOV has the windows of bridges in their place.
 */
bool resource_has_vf_bars(const struct resource_table *table);

/* The table of a device; of the first VF of a PF with "virtfn0/" as the place. */
enum sriov_code resource_read(const struct tree *sysfs, const char *address, const char *place,
			      struct resource_table *table, struct sriov_error **error);

#endif
