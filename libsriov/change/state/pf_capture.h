/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a PF and its VFs are like now. */
#ifndef CHANGE_PF_CAPTURE_H
#define CHANGE_PF_CAPTURE_H

#include "sriov/vf.h"

#include "change/state/pf_state.h"
#include "object/pf/pf.h"

/* The PF is one that was just read. What may wait is not read: driver_override. */
enum sriov_code pf_capture(struct sriov_pf *pf, struct sriov_pf_state **state,
			   struct sriov_error **error);

/* The same, with the VFs as they were then, each at the place of its state. */
enum sriov_code pf_capture_with_vfs(struct sriov_pf *pf, struct sriov_pf_state **state,
				    struct sriov_vf_list **vfs, struct sriov_error **error);

/* What the kernel tells of a VF; SRIOV_CODE_MALFORMED, with what it is, for what is no UTF-8. */
enum sriov_code pf_capture_text(const struct sriov_vf *vf, const char *what, const char *text,
				char **field, struct sriov_error **error);

/* How many vectors a VF has, in what was captured of it; 0 where that cannot be read. */
void pf_capture_vectors(const struct sriov_pf *pf, struct sriov_vf_state *vf);

#endif
