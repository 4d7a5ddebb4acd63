/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the makers of steps have in common. */
#ifndef CHANGE_STEP_MAKE_H
#define CHANGE_STEP_MAKE_H

#include "change/plan/step.h"

/* Where a shell finds a PF; an address follows. */
#define STEP_SYSFS "/sys/bus/pci/devices/%s"

/* NULL when there is no memory; the PF may be NULL. */
struct sriov_step *step_new(enum sriov_step_kind kind, const struct sriov_pf *pf);

/* Sets one of its texts; that there was no memory for it is seen by step_add(). */
PRINTF_LIKE(2, 3) void step_tell(char **field, const char *format, ...);

/* Takes the step over; one that is NULL or lacks a text is one without memory. */
enum sriov_code step_add(struct sriov_step_list *steps, struct sriov_step *step,
			 struct sriov_error **error);

#endif
