/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Binding one device to VFIO and giving it back. What is here touches the files of its device and
 * nothing else of the context, so that many threads may do it for a device each.
 */
#ifndef OBJECT_VFIO_H
#define OBJECT_VFIO_H

#include "sriov/vfio.h"

#include "object/device/device.h"

#define VFIO_DEFAULT_DRIVER "vfio-pci"

struct sriov_vfio {
	struct object object;
	struct sriov_device *device;
	char *former_driver;
	char *former_override;
	bool bound_here;
};

/* Without a binding as yet: the device is bound to a VFIO driver already. */
enum sriov_code vfio_make(struct sriov_device *device, struct sriov_vfio **vfio,
			  struct sriov_error **error);

/* The device in what it gives is the one that was given, from before the binding. */
enum sriov_code vfio_bind(struct sriov_device *device, const char *driver, struct sriov_vfio **vfio,
			  struct sriov_error **error);

enum sriov_code vfio_unbind(const struct sriov_vfio *vfio, struct sriov_error **error);

/* Reads the device as it is now; without memory for that the old one serves. */
void vfio_refresh(struct sriov_vfio *vfio);

/* The name of a VFIO driver, or else an error. */
enum sriov_code vfio_check_driver(const char *driver, struct sriov_error **error);

#endif
