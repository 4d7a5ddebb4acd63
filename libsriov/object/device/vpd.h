/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef OBJECT_VPD_H
#define OBJECT_VPD_H

#include "sriov/vpd.h"

#include "base/object.h"
#include "kernel/vpd.h"

struct sriov_vpd {
	struct object object;
	struct sriov_error *error;
	enum sriov_vpd_checksum checksum;
	char *product_name;
	struct sriov_vpd_field_list *fields;
};

/* All that the bytes tell; what is wrong with them is in its error. NULL when memory ran out. */
struct sriov_vpd *vpd_new(const char *address, const uint8_t *bytes, size_t size);

#endif
