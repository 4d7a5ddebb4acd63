/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Who would lose something by a plan. */
#ifndef CHANGE_PLAN_CHECK_H
#define CHANGE_PLAN_CHECK_H

#include "base/mistakes.h"
#include "change/lease/reservation_keep.h"
#include "change/plan/plan.h"

/*
 * Notes each VF that is in use and would be destroyed or taken from its driver, and a PF that the
 * host lives by and that would be disturbed; unless that is allowed. Who has the lease and keeps
 * the others is not in use, as that ends with his change.
 */
enum sriov_code plan_check_pf(const struct sriov_plan *plan, const struct pf_plan *pf,
			      struct mistakes *mistakes, struct sriov_error **error);

/*
 * The same by who has the lease, and nobody else can reserve these VFs any more, nor those that are
 * made.
 */
enum sriov_code plan_check_and_keep(const struct sriov_plan *plan, const struct pf_plan *pf,
				    struct reservation_keep *keep, struct mistakes *mistakes,
				    struct sriov_error **error);

#endif
