/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The interface that the host has on a device, and whether something is built upon it. */
#ifndef OBJECT_VF_INTERFACE_H
#define OBJECT_VF_INTERFACE_H

#include "object/device/device.h"

struct vf_interface {
	char name[NAME_MAX + 1];  /* "" when there is none */
	char upper[NAME_MAX + 1]; /* the interface above it; "" for none */
	bool up;
	bool elsewhere; /* it has one, but in another network namespace */
};

/* Of many the one that matters most: below another, else up, else the first. */
enum sriov_code vf_interface_read(const struct sriov_device *device, struct vf_interface *interface,
				  struct sriov_error **error);

#endif
