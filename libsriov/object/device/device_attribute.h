/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The files of a device in sysfs, and what it means when one cannot be read. */
#ifndef OBJECT_DEVICE_ATTRIBUTE_H
#define OBJECT_DEVICE_ATTRIBUTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sriov/device_attributes.h"

#include "object/device/device.h"

struct device_attribute {
	const char *name;
	const char *what;   /* in the words of an error: "power state" */
	const char *absent; /* why a device that is there may lack it */
};

bool device_is_gone(const struct sriov_device *device);

/* The failure that an object of a removed device gives. */
enum sriov_code device_gone(const struct sriov_device *device, struct sriov_error **error);

/*
 * Says in front of a failure what was not read, and names the device. A file that is missing means
 * that the device is gone, or that there is no such attribute: SRIOV_CODE_UNSUPPORTED.
 */
enum sriov_code device_attribute_explain(const struct sriov_device *device,
					 const struct device_attribute *attribute,
					 enum sriov_code code, struct sriov_error **error);

/* What is there is not understood. */
enum sriov_code device_attribute_malformed(const struct sriov_device *device,
					   const struct device_attribute *attribute,
					   const char *text, struct sriov_error **error);

/* Without its line end; one that does not fit is malformed. */
enum sriov_code device_attribute_read(const struct sriov_device *device,
				      const struct device_attribute *attribute, char *line,
				      size_t size, struct sriov_error **error);

/* A number as number_parse() takes it. */
enum sriov_code device_attribute_read_number(const struct sriov_device *device,
					     const struct device_attribute *attribute, int base,
					     uint64_t maximum, uint64_t *value,
					     struct sriov_error **error);

#endif
