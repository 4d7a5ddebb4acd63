/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The leases of several PFs, which are taken in one order by all, so that nobody waits for ever. */
#ifndef CHANGE_LEASES_H
#define CHANGE_LEASES_H

#include "base/address.h"
#include "change/lease/lease.h"

struct leases {
	struct sriov_lease **items;
	size_t count;
	bool are_lent; /* to whoever has acquired them, until he drops them */
};

/*
 * The addresses are in order. All or none. Those that are given are not taken but borrowed; they
 * may be NULL. SRIOV_CODE_BUSY when one of them is lent already.
 */
enum sriov_code leases_acquire(struct leases *leases, struct sriov_context *context,
			       const char (*addresses)[ADDRESS_SIZE], size_t count,
			       const struct leases *given,
			       const struct sriov_lease_options *options,
			       struct sriov_error **error);

/* One more of them, which is referenced, in place of one of the same PF; false without memory. */
bool leases_add(struct leases *leases, struct sriov_lease *lease);

/* NULL when it is not among them; the leases may be NULL. */
struct sriov_lease *leases_find(const struct leases *leases, const char *address);

/* For CLEANUP(). */
void leases_drop(struct leases *leases);

#endif
