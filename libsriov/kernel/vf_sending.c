/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/vf_sending.h"

#include <netlink/msg.h>
#include <stdlib.h>

enum sriov_code vf_sending_open(struct vf_sending *sending, int netns, const struct log *log,
				struct sriov_error **error)
{
	return netlink_open_in(netns, log, NULL, &sending->netlink, error);
}

void vf_sending_clear(struct vf_sending *sending)
{
	while (sending->count)
		nlmsg_free(sending->messages[--sending->count]);
	free(sending->messages);
	nlmsg_free(sending->question);
	netlink_batch_clear(&sending->batch);
	netlink_close(sending->netlink);
}

int vf_sending_get_fd(const struct vf_sending *sending)
{
	return netlink_get_fd(sending->netlink);
}

enum sriov_code vf_sending_ask(struct vf_sending *sending, struct vf_send *send,
			       struct sriov_error **error)
{
	enum sriov_code code;

	nlmsg_free(sending->question);
	sending->question = vf_message_question(sending->index, false);
	if (!sending->question)
		return error_no_memory(error);
	code = netlink_begin_question(sending->netlink, sending->question, error);
	if (code)
		return code;
	send->fd = vf_sending_get_fd(sending);
	send->bytes = nlmsg_hdr(sending->question);
	send->length = nlmsg_hdr(sending->question)->nlmsg_len;
	return SRIOV_CODE_OK;
}

enum sriov_code vf_sending_take_answer(struct vf_sending *sending, int number,
				       struct link_facts *link, struct vf_facts **facts,
				       size_t *count, struct sriov_error **error)
{
	CLEANUP(cleanup_free) struct nlmsghdr *answer = NULL;
	enum sriov_code code =
		netlink_take_answer(sending->netlink, sending->question, number, &answer, error);

	*facts = NULL;
	*count = 0;
	if (!code)
		code = link_parse(answer, link, error);
	return code ? code : vf_message_decode(answer, answer->nlmsg_len, facts, count, error);
}

enum sriov_code vf_sending_prepare(struct vf_sending *sending, const struct vf_change *changes,
				   size_t count, struct netlink_verdict *verdicts,
				   struct sriov_error **error)
{
	sending->messages = calloc(count + 1, sizeof(struct nl_msg *));
	for (; sending->messages && sending->count < count; sending->count++) {
		sending->messages[sending->count] =
			vf_message_change(sending->index, &changes[sending->count]);
		if (!sending->messages[sending->count])
			break;
	}
	if (!sending->messages || sending->count < count)
		return error_no_memory(error);
	sending->batch = (struct netlink_batch) {
		.changes = sending->messages, .verdicts = verdicts, .left = count};
	return SRIOV_CODE_OK;
}

enum sriov_code vf_sending_change(struct vf_sending *sending, struct vf_send *send,
				  struct sriov_error **error)
{
	enum sriov_code code = netlink_batch_begin(sending->netlink, &sending->batch, error);

	if (code)
		return code;
	send->fd = vf_sending_get_fd(sending);
	send->bytes = sending->batch.bytes;
	send->length = sending->batch.length;
	return SRIOV_CODE_OK;
}

enum sriov_code vf_sending_take_verdicts(struct vf_sending *sending, int number, bool *is_over,
					 struct sriov_error **error)
{
	enum sriov_code code = netlink_batch_end(sending->netlink, &sending->batch, number, error);

	*is_over = !sending->batch.left;
	return code;
}
