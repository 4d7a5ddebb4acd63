/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which PF of the host a state speaks of. */
#ifndef CHANGE_PF_FIND_H
#define CHANGE_PF_FIND_H

#include "change/state/pf_state.h"
#include "object/pf/pf.h"

/* By its name, or by the serial number of its card, of which all PFs are asked. */
enum sriov_code pf_find(struct sriov_context *context, const struct sriov_pf_state *state,
			struct sriov_pf **pf, struct sriov_error **error);

#endif
