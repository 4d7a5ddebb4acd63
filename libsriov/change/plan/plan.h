/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a plan is made of. */
#ifndef CHANGE_PLAN_H
#define CHANGE_PLAN_H

#include "sriov/plan.h"

#include "base/object.h"
#include "change/plan/step.h"
#include "change/state/pf_state.h"
#include "object/context/context.h"

/* One PF: what it is like, what it should be like, and its steps in those of the plan. */
struct pf_plan {
	struct sriov_pf *pf;
	uint64_t number; /* of its directory: a card that comes after it has another one */
	struct sriov_pf_state *now;
	struct sriov_pf_state *target;
	size_t first;
	size_t count;
};

/* The PFs are in the order of their addresses. The steps begin with those of no PF. */
struct sriov_plan {
	struct object object;
	struct sriov_context *context;
	struct pf_plan *pfs;
	size_t pf_count;
	size_t module_count;
	struct sriov_step_list *steps;
};

#endif
