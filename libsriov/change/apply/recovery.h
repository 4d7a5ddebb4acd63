/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What was left by programs that were killed. */
#ifndef CHANGE_RECOVERY_H
#define CHANGE_RECOVERY_H

#include "sriov/recovery.h"

#include "change/apply/leases.h"

/*
 * Brings all to an end of which nobody else has a lease; those that are given are the caller's, and
 * may be NULL: with them only what is left of their PFs is a failure, also when somebody else is at
 * it (SRIOV_CODE_BUSY). The list may be NULL.
 */
enum sriov_code recovery_run(struct sriov_context *context, const struct leases *leases,
			     struct sriov_recovery_list *list, struct sriov_error **error);

#endif
