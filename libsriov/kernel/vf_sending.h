/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The settings of the VFs behind one interface, read and changed in parts: for who has a worker of
 * his own send what is to be sent, and says what came of it, an errno or 0.
 */
#ifndef KERNEL_VF_SENDING_H
#define KERNEL_VF_SENDING_H

#include "kernel/link.h"
#include "kernel/netlink_batch.h"
#include "kernel/vf_message.h"

/* Begins zeroed. Its door is its own: others may ask meanwhile. */
struct vf_sending {
	int index; /* of the interface */
	struct netlink *netlink;
	struct nl_msg *question;
	struct nl_msg **messages;
	size_t count;
	struct netlink_batch batch;
};

/* One send on this socket; borrowed until that is over. */
struct vf_send {
	int fd;
	const void *bytes;
	size_t length;
};

enum sriov_code vf_sending_open(struct vf_sending *sending, int netns, const struct log *log,
				struct sriov_error **error);
void vf_sending_clear(struct vf_sending *sending);

/* A question, and what is answered: the interface, and its VFs as vf_request_read() gives them. */
enum sriov_code vf_sending_ask(struct vf_sending *sending, struct vf_send *send,
			       struct sriov_error **error);
enum sriov_code vf_sending_take_answer(struct vf_sending *sending, int number,
				       struct link_facts *link, struct vf_facts **facts,
				       size_t *count, struct sriov_error **error);

/* Makes all that is needed to change them. */
enum sriov_code vf_sending_prepare(struct vf_sending *sending, const struct vf_change *changes,
				   size_t count, struct netlink_verdict *verdicts,
				   struct sriov_error **error);

/* As many as one send takes; after it is_over says whether that was the last one. */
enum sriov_code vf_sending_change(struct vf_sending *sending, struct vf_send *send,
				  struct sriov_error **error);
enum sriov_code vf_sending_take_verdicts(struct vf_sending *sending, int number, bool *is_over,
					 struct sriov_error **error);

/* The socket of what was begun last. */
int vf_sending_get_fd(const struct vf_sending *sending);

#endif
