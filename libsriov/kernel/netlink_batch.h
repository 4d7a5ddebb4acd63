/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Sends by netlink in their parts, for who has a worker of his own do what is between them: the
 * bytes go to the socket in one send, and what that gave, an errno or 0, is what each ends with.
 */
#ifndef KERNEL_NETLINK_BATCH_H
#define KERNEL_NETLINK_BATCH_H

#include <stdint.h>

#include "kernel/netlink.h"

/* Its bytes are those of the message. */
enum sriov_code netlink_begin_question(struct netlink *netlink, struct nl_msg *question,
				       struct sriov_error **error);
enum sriov_code netlink_take_answer(struct netlink *netlink, struct nl_msg *question, int number,
				    struct nlmsghdr **answer, struct sriov_error **error);

/* Changes, of which some go in one send: the first three fields are set, all else is zero. */
struct netlink_batch {
	struct nl_msg *const *changes; /* that are not done */
	struct netlink_verdict *verdicts;
	size_t left;
	size_t count;	/* in this send */
	uint32_t first; /* sequence number */
	unsigned char *bytes;
	size_t length;
};

/* For CLEANUP(). */
static inline void netlink_batch_clear(const struct netlink_batch *batch)
{
	free(batch->bytes);
}

enum sriov_code netlink_batch_begin(struct netlink *netlink, struct netlink_batch *batch,
				    struct sriov_error **error);

/* The batch has what is left then. It fails when the verdicts are not known. */
enum sriov_code netlink_batch_end(struct netlink *netlink, struct netlink_batch *batch, int number,
				  struct sriov_error **error);

/* The socket, once something has begun: for a worker, and no one else. */
int netlink_get_fd(const struct netlink *netlink);

#endif
