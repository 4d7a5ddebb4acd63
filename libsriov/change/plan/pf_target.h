/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From what is said of a PF to what each of its VFs should be like. */
#ifndef CHANGE_PF_TARGET_H
#define CHANGE_PF_TARGET_H

#include "change/state/pf_state.h"
#include "object/pf/pf.h"

/*
 * A state that says how many VFs there will be and what driver each of them will be on, by name.
 * What is not said is as it is now. "now" is told how many vectors a VF has where that matters.
 */
enum sriov_code pf_target_make(const struct sriov_pf *pf, const struct sriov_pf_state *wanted,
			       struct sriov_pf_state *now, struct sriov_pf_state **target,
			       struct sriov_error **error);

#endif
