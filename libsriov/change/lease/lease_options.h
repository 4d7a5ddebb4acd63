/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How a lease is acquired. */
#ifndef CHANGE_LEASE_OPTIONS_H
#define CHANGE_LEASE_OPTIONS_H

#include "sriov/lease.h"

#include "base/object.h"

struct sriov_lease_options {
	struct object object;
	char *owner; /* NULL for the process's command */
	uint32_t wait_ms;
};

/* Sets the text of an owner, which may be NULL. */
enum sriov_code lease_set_owner(char **field, const char *owner, struct sriov_error **error);

#endif
