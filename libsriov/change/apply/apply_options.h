/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How a plan is carried out. */
#ifndef CHANGE_APPLY_OPTIONS_H
#define CHANGE_APPLY_OPTIONS_H

#include "sriov/apply.h"

#include "base/object.h"
#include "change/apply/leases.h"
#include "change/lease/lease_options.h"

struct sriov_apply_options {
	struct object object;
	struct sriov_lease_options lease;
	struct leases held; /* the caller's own */
	bool has_deadline;
	uint32_t deadline_ms;
	unsigned int parallelism;
	bool (*progress)(void *user_data, const struct sriov_step *step,
			 enum sriov_step_result result);
	void *user_data;
};

/* Those for NULL. */
extern const struct sriov_apply_options apply_defaults;

#endif
