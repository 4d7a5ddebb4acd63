/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A device as devlink knows it, and what its refusals mean. */
#ifndef OBJECT_DEVLINK_H
#define OBJECT_DEVLINK_H

#include "kernel/devlink.h"
#include "object/device/device.h"

/* Good for the moment of use: the door is the context's, the address the device's. */
struct devlink_target {
	struct devlink *devlink;
	struct devlink_handle handle;
};

enum sriov_code devlink_find(const struct sriov_device *device, struct devlink_target *target,
			     struct sriov_error **error);

/*
 * Hands a failure of devlink to the caller, in the words of a person who wanted to do what is said
 * ("read the mode of its switch"). The label is the device's or its PF's.
 */
enum sriov_code devlink_explain(const struct sriov_device *device, const char *label,
				const char *what, struct sriov_error **failure,
				struct sriov_error **error);

/* The ports of the device; the array is the caller's to free. */
enum sriov_code devlink_read_ports(const struct sriov_device *device, const char *label,
				   struct devlink_port **ports, size_t *count,
				   struct sriov_error **error);

#endif
