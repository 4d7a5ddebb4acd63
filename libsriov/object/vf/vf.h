/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a VF is made of, and how errors call it. */
#ifndef OBJECT_VF_H
#define OBJECT_VF_H

#include "sriov/vf.h"

#include "base/object.h"
#include "object/pf/pf.h"

#define VF_LABEL_SIZE (PF_LABEL_SIZE + 48)

/* In a list with an error the device may be NULL, or have that error. */
struct sriov_vf {
	struct object object;
	struct sriov_pf *pf;
	struct sriov_device *device;
	struct sriov_error *error;
	char *interface;
	unsigned int index;
};

struct interface_map;

/* One that is not read yet; NULL when there is no memory. */
struct sriov_vf *vf_new(struct sriov_pf *pf, unsigned int index);

/* The address of its device. */
enum sriov_code vf_find_device(const struct sriov_vf *vf, char address[ADDRESS_SIZE],
			       struct sriov_error **error);

/* Its interface; the map may be NULL. */
enum sriov_code vf_read_interface(struct sriov_vf *vf, const struct interface_map *map,
				  struct sriov_error **error);

/* The VF in the words of an error: "VF 3 of em1 (0000:01:00.0, igb)". */
void vf_label(const struct sriov_vf *vf, char label[VF_LABEL_SIZE]);

#endif
