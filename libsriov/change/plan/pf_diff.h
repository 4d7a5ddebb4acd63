/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The steps from what a PF and its VFs are like to what they should be like. */
#ifndef CHANGE_PF_DIFF_H
#define CHANGE_PF_DIFF_H

#include "change/plan/step.h"
#include "change/state/pf_state.h"

/*
 * Both say how many VFs there are and something of each of them; drivers are names or "none".
 * Overrides count where both tell them. Modules are loaded already.
 */
enum sriov_code pf_diff(const struct sriov_pf *pf, const struct sriov_pf_state *now,
			const struct sriov_pf_state *target, struct sriov_step_list *steps,
			struct sriov_error **error);

#endif
