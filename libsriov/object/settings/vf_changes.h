/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a set of changes is made of. */
#ifndef OBJECT_VF_CHANGES_H
#define OBJECT_VF_CHANGES_H

#include "sriov/vf_changes.h"

#include "base/object.h"
#include "kernel/vf_message.h"
#include "object/pf/pf_link.h"

/* Three arrays of the same length: the first is sent as it is. */
struct sriov_vf_changes {
	struct object object;
	struct sriov_pf *pf;
	struct pf_link link;
	struct vf_change *changes;
	enum sriov_vf_change_result *results;
	struct sriov_error **errors;
	size_t count;
	size_t capacity;
};

/* NULL when there is no memory. */
struct sriov_vf_changes *vf_changes_make(struct sriov_pf *pf, const struct pf_link *link);

/*
 * Holds what was accepted, and what is not known of, against what the driver tells now of its VFs
 * from VF 0 on. False when there is no memory.
 */
bool vf_changes_compare(struct sriov_vf_changes *changes, const struct vf_facts *facts,
			size_t count);

#endif
