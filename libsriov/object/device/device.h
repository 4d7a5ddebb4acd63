/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How a PCI device is read and named. */
#ifndef OBJECT_DEVICE_H
#define OBJECT_DEVICE_H

#include <limits.h>

#include "sriov/device.h"

#include "base/address.h"
#include "base/object.h"
#include "object/context/context.h"

#define DEVICE_LABEL_SIZE 96

struct sriov_device {
	struct object object;
	struct sriov_context *context;
	struct sriov_error *error;
	char address[ADDRESS_SIZE];
	char *driver;
	char *modalias;
	uint32_t class;
	uint16_t vendor_id;
	uint16_t device_id;
	uint16_t subsystem_vendor_id;
	uint16_t subsystem_device_id;
	int iommu_group;
};

/* The address of a device that a user named, by address or by interface. */
enum sriov_code device_resolve(struct sriov_context *context, const char *name,
			       char address[ADDRESS_SIZE], struct sriov_error **error);

/* Reads the device at a full address. */
enum sriov_code device_read(struct sriov_context *context, const char *address,
			    struct sriov_device **device, struct sriov_error **error);

/*
 * The same for a list: a device that cannot be read comes with its error. NULL when there is no
 * memory.
 */
struct sriov_device *device_read_for_list(struct sriov_context *context, const char *address);

/* Its first interface by name, NULL when there is none; the caller frees it. */
enum sriov_code device_read_interface(const struct sriov_device *device, char **interface,
				      struct sriov_error **error);

/* The driver that is bound now, not when the snapshot was made; "" for none. */
enum sriov_code device_read_driver(const struct sriov_device *device, char driver[NAME_MAX + 1],
				   struct sriov_error **error);

/* The device in the words of an error: "0000:01:00.0 (igb)". */
void device_label(const struct sriov_device *device, char label[DEVICE_LABEL_SIZE]);

#endif
