/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The doors to rtnetlink and generic netlink: one socket of libnl-3 each, questions and changes by
 * messages.
 *
 * The kernel handles a send while it is being sent, so the answers are there when the send is over:
 * nothing ever waits for one. The send itself waits for a lock of the kernel's, which drivers hold
 * while they change something.
 */
#ifndef KERNEL_NETLINK_H
#define KERNEL_NETLINK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/log.h"

struct guard;
struct netlink;
struct nlmsghdr;
struct nl_msg;

/* The log must live as long as the door. */
enum sriov_code netlink_open(const struct log *log, struct netlink **netlink,
			     struct sriov_error **error);

/*
 * The same in a network namespace, of kernel/netns.h, whose descriptor must live as long. With a
 * guard, which must do so as well and may be NULL, all that waits for the kernel's lock has a
 * deadline: SRIOV_CODE_TIMEOUT after it, and until that is over SRIOV_CODE_BUSY with EALREADY for
 * another question, or another change of the same device.
 */
enum sriov_code netlink_open_in(int netns, const struct log *log, struct guard *guard,
				struct netlink **netlink, struct sriov_error **error);

/* The same for generic netlink. */
enum sriov_code netlink_open_generic(int netns, const struct log *log, struct guard *guard,
				     struct netlink **netlink, struct sriov_error **error);

/* Takes NULL. */
void netlink_close(struct netlink *netlink);

/*
 * What is asked from now on keeps those alone waiting who ask about the same device, whose address
 * is copied. Until then the kernel's lock is one for all.
 */
void netlink_set_device(struct netlink *netlink, const char *address);

/*
 * Sends one question and gives its one answer, of any length, which the caller frees with free():
 * nlmsg_len of it is true. A refusal of the kernel is an error with its errno.
 */
enum sriov_code netlink_ask(struct netlink *netlink, struct nl_msg *question,
			    struct nlmsghdr **answer, struct sriov_error **error);

/*
 * Sends one question to which there are many answers, and hands each to take(), which ends it all
 * by a failure. What changed meanwhile may be missing or be there twice: interrupted says so.
 */
enum sriov_code netlink_dump(struct netlink *netlink, struct nl_msg *question,
			     enum sriov_code (*take)(struct nlmsghdr *answer, void *data,
						     struct sriov_error **error),
			     void *data, bool *interrupted, struct sriov_error **error);

/* What the kernel said to one message of many. */
struct netlink_verdict {
	int number;	 /* errno, 0 for success */
	char reason[96]; /* the kernel's or driver's own words, "" when there are none */
};

/* What is changed, which is told when it is not over in time; may be NULL without a guard. */
struct netlink_subject {
	const char *device; /* its address; "" for none */
	const char *words;  /* "VF 3: turn its trust on" */
};

/*
 * Sends many changes in as few sends as the socket takes, mostly one. Each is handled for itself: a
 * refused one does not keep the next from being done. It fails only when the verdicts are not
 * known. The messages' sequence numbers and flags are set here.
 */
enum sriov_code netlink_change(struct netlink *netlink, const struct netlink_subject *subject,
			       struct nl_msg *const *changes, size_t count,
			       struct netlink_verdict *verdicts, struct sriov_error **error);

#endif
