/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a PF is made of, and how errors call it. */
#ifndef OBJECT_PF_H
#define OBJECT_PF_H

#include "sriov/pf.h"

#include "base/object.h"
#include "object/device/device.h"

#define PF_LABEL_SIZE (DEVICE_LABEL_SIZE + 16)

struct sriov_pf {
	struct object object;
	struct sriov_device *device;
	struct sriov_error *error;
	char *interface;
	unsigned int total_vfs;
	unsigned int vf_count;
	unsigned int vf_offset;
	unsigned int vf_stride;
	uint16_t vf_device_id;
};

/* Takes over the device, also when it gives NULL for want of memory; pf_fill() reads the rest. */
struct sriov_pf *pf_new(struct sriov_device *device);
enum sriov_code pf_fill(struct sriov_pf *pf, struct sriov_error **error);

/* The PF at a full address. */
enum sriov_code pf_read(struct sriov_context *context, const char *address, struct sriov_pf **pf,
			struct sriov_error **error);

/* How many VFs it has now: counts the links, since sriov_numvfs may block. */
enum sriov_code pf_count_vfs(const struct sriov_pf *pf, unsigned int *count,
			     struct sriov_error **error);

/*
 * The indexes of those, in order; the caller frees them. While the kernel removes VFs, which it
 * does from the first on and waits for each that is held, they do not begin at 0.
 */
enum sriov_code pf_list_indexes(const struct sriov_pf *pf, unsigned int **indexes,
				unsigned int *count, struct sriov_error **error);

/* The PF in the words of an error: "em1 (0000:01:00.0, igb)". */
void pf_label(const struct sriov_pf *pf, char label[PF_LABEL_SIZE]);

#endif
