/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a VF is made of, and how errors call it. */
#ifndef OBJECT_VF_H
#define OBJECT_VF_H

#include "sriov/vf.h"

#include "base/object.h"
#include "object/pf.h"

#define VF_LABEL_SIZE (PF_LABEL_SIZE + 48)

/* In a list the device is NULL when there is an error. */
struct sriov_vf {
	struct object object;
	struct sriov_pf *pf;
	struct sriov_device *device;
	struct sriov_error *error;
	char *interface;
	unsigned int index;
};

/* The VF in the words of an error: "VF 3 of em1 (0000:01:00.0, igb)". */
void vf_label(const struct sriov_vf *vf, char label[VF_LABEL_SIZE]);

#endif
