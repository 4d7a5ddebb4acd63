/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Which driver has a device, and giving it another one.
 *
 * Each step is one write to the kernel; object/vfio.c puts them in order.
 */
#ifndef OBJECT_DRIVER_H
#define OBJECT_DRIVER_H

#include "object/device/device.h"

/* The override that is set; "" for none. */
enum sriov_code driver_read_override(const struct sriov_device *device, char name[NAME_MAX + 1],
				     struct sriov_error **error);

/* "" or NULL clears it. */
enum sriov_code driver_set_override(const struct sriov_device *device, const char *name,
				    struct sriov_error **error);

/* SRIOV_CODE_BUSY while an earlier change of its driver was not over in time and still is not. */
enum sriov_code driver_check_overdue(const struct sriov_device *device, struct sriov_error **error);

bool driver_is_loaded(const struct sriov_device *device, const char *driver);

/* Takes the device from that driver. Waits while the driver cannot let go. */
enum sriov_code driver_unbind(const struct sriov_device *device, const char *driver,
			      struct sriov_error **error);

/* Binds the device to a driver that knows its ids, and sees that it took. */
enum sriov_code driver_bind(const struct sriov_device *device, const char *driver,
			    struct sriov_error **error);

/* Lets the kernel choose a driver, heeding the override. That none was found is no error to it. */
enum sriov_code driver_probe(const struct sriov_device *device, struct sriov_error **error);

#endif
