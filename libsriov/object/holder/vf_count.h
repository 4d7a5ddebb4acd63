/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Why VFs could not be made or removed. */
#ifndef OBJECT_VF_COUNT_H
#define OBJECT_VF_COUNT_H

#include "sriov/vf_count.h"

#include "object/pf/pf.h"

/*
 * What an errno of a write to sriov_numvfs means; the failure is of that write, and its words stand
 * behind it.
 */
enum sriov_code vf_count_explain(const struct sriov_pf *pf, unsigned int count, int number,
				 struct sriov_error **failure);

#endif
