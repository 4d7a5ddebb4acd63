/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Vital Product Data: what a card's maker wrote into it, as the PCI standard lays it out.
 *
 * vpd_parse() looks at nothing but the bytes it is given, which come from hardware and may be
 * anything.
 */
#ifndef KERNEL_VPD_H
#define KERNEL_VPD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sriov/vpd.h"

#include "kernel/tree.h"

/* Its addresses have 15 bits. */
#define VPD_MOST 32768

struct vpd_field {
	char keyword[3];     /* "" for the identifier string */
	const uint8_t *data; /* in the bytes that were given */
	size_t size;
	bool writable;
};

struct vpd_outcome {
	enum sriov_vpd_checksum checksum;
	const char *fault; /* what is wrong, a constant; NULL when all was read */
	size_t offset;	   /* where the fault is */
};

/*
 * Calls found() for the identifier string and for each field, until that gives false. What comes
 * before a fault is told all the same.
 */
void vpd_parse(const uint8_t *bytes, size_t size,
	       bool (*found)(void *data, const struct vpd_field *field), void *data,
	       struct vpd_outcome *outcome);

/* All that the kernel gives of a device's VPD. */
enum sriov_code vpd_read(const struct tree *sysfs, const char *address, uint8_t bytes[VPD_MOST],
			 size_t *size, struct sriov_error **error);

#endif
