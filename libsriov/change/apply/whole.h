/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* All that a PF and its VFs may have to be brought back to. */
#ifndef CHANGE_WHOLE_H
#define CHANGE_WHOLE_H

#include "sriov/vf.h"

#include "change/state/pf_state.h"
#include "object/pf/pf.h"

/*
 * As pf_capture_with_vfs(), with driver_override of each VF, and the vectors of those whose vectors
 * the other state tells. The PF is read anew. SRIOV_CODE_BUSY while an earlier write of this
 * context, to the PF or to a VF, is not over.
 */
enum sriov_code whole_capture(struct sriov_context *context, const char *address,
			      const struct sriov_pf_state *other, struct sriov_pf **pf,
			      struct sriov_pf_state **state, struct sriov_vf_list **vfs,
			      struct sriov_error **error);

#endif
