/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Leases, for those who change PFs. */
#ifndef CHANGE_LEASE_H
#define CHANGE_LEASE_H

#include "sriov/lease.h"

#include "base/address.h"
#include "object/context/context.h"

/*
 * The lease of the PF at a full address, which may be gone by now; the options may be NULL. When it
 * is dropped it is free, unless a process has a copy of its descriptor.
 */
enum sriov_code lease_acquire(struct sriov_context *context, const char *address,
			      const struct sriov_lease_options *options, struct sriov_lease **lease,
			      struct sriov_error **error);

/*
 * The descriptor that keeps it, for a worker to inherit: the lease is had for as long as a process
 * has a copy of it. It stays the lease's and is closed with it. When the lease is dropped, workers
 * are at nothing any more, unless it was handed over: it is free then, and not when they have
 * ended.
 */
int lease_get_fd(struct sriov_lease *lease);

/*
 * Says that from now on a worker keeps it, a process that has a copy and that may outlive the
 * lease: others are told of that one then, under the same owner's text, and of what it is at. The
 * file is no more than closed when the lease is dropped.
 */
void lease_hand_over(struct sriov_lease *lease, int pid, const char *doing);

/*
 * Whoever does something under a lease borrows it meanwhile, so that nothing else begins under the
 * same one. False when it is lent already.
 */
bool lease_lend(struct sriov_lease *lease);
void lease_take_back(struct sriov_lease *lease);

/* Who has the lease of the PF at a full address; NULL when nobody does. */
enum sriov_code lease_read_owner(struct sriov_context *context, const char *address,
				 struct sriov_owner **owner, struct sriov_error **error);

#endif
