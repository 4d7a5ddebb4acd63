/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/vf_request.h"

#include <errno.h>
#include <linux/netlink.h>
#include <netlink/msg.h>

enum sriov_code vf_request_read(struct netlink *netlink, int ifindex, bool statistics,
				struct vf_facts **facts, size_t *count, struct sriov_error **error)
{
	CLEANUP(cleanup_free) struct nlmsghdr *answer = NULL;
	struct nl_msg *question = vf_message_question(ifindex, statistics);
	enum sriov_code code;

	*facts = NULL;
	*count = 0;
	if (!question)
		return error_no_memory(error);
	code = netlink_ask(netlink, question, &answer, error);
	nlmsg_free(question);
	if (!code)
		return vf_message_decode(answer, answer->nlmsg_len, facts, count, error);
	/* Kernels that forgot the GUIDs of InfiniBand when they measured their answer. */
	if (error && sriov_error_get_errno(*error) == EMSGSIZE)
		error_explain(error, code, "the kernel has no room for so many VFs in its answer");
	return code;
}

/* The messages of a request; there may be less than wanted when memory is short. */
struct messages {
	struct nl_msg **items;
	size_t count;
};

static void cleanup_messages(const struct messages *messages)
{
	for (size_t i = 0; i < messages->count; i++)
		nlmsg_free(messages->items[i]);
	free(messages->items);
}

enum sriov_code vf_request_change(struct netlink *netlink, int ifindex,
				  const struct netlink_subject *subject,
				  const struct vf_change *changes, size_t count,
				  struct netlink_verdict *verdicts, struct sriov_error **error)
{
	CLEANUP(cleanup_messages) struct messages messages = {0};

	messages.items = calloc(count + 1, sizeof(struct nl_msg *));
	for (; messages.items && messages.count < count; messages.count++) {
		messages.items[messages.count] =
			vf_message_change(ifindex, &changes[messages.count]);
		if (!messages.items[messages.count])
			break;
	}
	if (messages.count < count || !messages.items)
		return error_no_memory(error);
	return netlink_change(netlink, subject, messages.items, count, verdicts, error);
}
