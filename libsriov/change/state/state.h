/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is said of the PFs of a host. */
#ifndef CHANGE_STATE_H
#define CHANGE_STATE_H

#include "sriov/state.h"

#include "base/object.h"
#include "change/state/pf_state.h"

struct sriov_state {
	struct object object;
	struct sriov_pf_state_list *pfs;
};

#endif
