/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which devices are wanted; every function takes a filter that is NULL, which all pass. */
#ifndef OBJECT_DEVICE_FILTER_H
#define OBJECT_DEVICE_FILTER_H

#include <stdbool.h>

#include "sriov/device_filter.h"

#include "object/device/device.h"

struct sriov_device_filter {
	struct object object;
	uint32_t class;
	uint32_t mask;
	bool by_vendor;
	bool by_device;
	bool by_driver;
	uint16_t vendor_id;
	uint16_t device_id;
	char *driver; /* NULL for none */
	enum sriov_function function;
};

/*
 * Whether a device that was not yet read may be wanted: asks the kernel as little as that takes.
 * What cannot be told may be wanted.
 */
bool device_filter_admits(const struct sriov_device_filter *filter, struct sriov_context *context,
			  const char *address);

/* Whether one that was read is; what it is to SR-IOV is not asked again. */
bool device_filter_passes(const struct sriov_device_filter *filter,
			  const struct sriov_device *device);

#endif
