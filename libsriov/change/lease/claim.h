/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A file that one process at a time has locked: what leases and reservations are made of.
 *
 * It is flock()'s lock, since that one is freed by the kernel when all who have the descriptor have
 * closed it or ended, is not lost when another descriptor of the same file is closed, is kept by a
 * child that has a copy, keeps apart the contexts and threads of one process too, and is what the
 * shell's flock knows. The file is never removed: else two could have it.
 */
#ifndef CHANGE_CLAIM_H
#define CHANGE_CLAIM_H

#include <stdint.h>

#include "change/lease/owner.h"

/* The folders of the runtime directory. */
#define CLAIM_LEASES	   "lease"
#define CLAIM_RESERVATIONS "reservation"

#define CLAIM_WAIT_FOR_EVER UINT32_MAX

/* Closed while the descriptor is -1. */
struct claim {
	int fd;
	int maker; /* which process may say that it is over */
};

#define CLAIM_NONE ((struct claim) {.fd = -1})

/*
 * Takes what has that address for an owner, whose text may be NULL. SRIOV_CODE_BUSY when somebody
 * else has it for longer than the wait: then there is no error yet, but the other owner.
 */
enum sriov_code claim_take(struct sriov_context *context, const char *folder, const char *address,
			   const char *text, uint32_t wait_ms, struct claim *claim,
			   struct sriov_owner **other, struct sriov_error **error);

/* Takes NULL for no one in particular: then another process, which has a copy, keeps it. */
void claim_hand_over(struct claim *claim, const struct sriov_owner *owner);

/* In a child that was forked the copy is closed, and nothing else happens. */
void claim_release(struct claim *claim);

/*
 * The same when those who have a copy are known to be at nothing any more: it is free at once, and
 * not when the last of them has ended. One that was handed over stays with its process.
 */
void claim_end(struct claim *claim);

/* Who has it; NULL when nobody does. Nothing is made for that. */
enum sriov_code claim_read_owner(struct sriov_context *context, const char *folder,
				 const char *address, struct sriov_owner **owner,
				 struct sriov_error **error);

#endif
