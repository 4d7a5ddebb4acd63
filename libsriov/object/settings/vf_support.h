/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What drivers do not have although the kernel's answer does not show it.
 *
 * The kernel gives zeroes for rates, link state and statistics that a driver knows nothing of.
 * Which drivers these are is known here for those that were looked at; a value that is not zero is
 * always believed.
 */
#ifndef OBJECT_VF_SUPPORT_H
#define OBJECT_VF_SUPPORT_H

#include <stdbool.h>

#include "object/pf/pf.h"

struct vf_support {
	bool no_min_rate;
	bool no_max_rate;
	bool no_link_state;
	bool no_statistics;
};

struct vf_support vf_support_of(const struct sriov_pf *pf);

#endif
