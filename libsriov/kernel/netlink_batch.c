/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/netlink_batch.h"

#include <errno.h>
#include <netlink/msg.h>
#include <stdlib.h>
#include <string.h>

#include "kernel/netlink_socket.h"

/* Counts how many of the changes go in one send: at least one. */
static void measure(const struct netlink *netlink, struct netlink_batch *batch)
{
	while (batch->count < batch->left && batch->count < netlink->most_messages) {
		const struct nlmsghdr *header = nlmsg_hdr(batch->changes[batch->count]);
		size_t length = batch->length + NLMSG_ALIGN(header->nlmsg_len);

		if (batch->count && length > netlink->most_bytes)
			break;
		batch->length = length;
		batch->count++;
	}
}

/*
 * Puts the messages in a row. The kernel tells of every error anyway; that the last message is
 * acknowledged in any case tells that it got to the end.
 */
static void pack(struct netlink *netlink, struct netlink_batch *batch)
{
	unsigned char *end = batch->bytes;

	batch->first = netlink->sequence + 1;
	for (size_t i = 0; i < batch->count; i++) {
		struct nlmsghdr *header = nlmsg_hdr(batch->changes[i]);

		header->nlmsg_seq = ++netlink->sequence;
		header->nlmsg_flags = NLM_F_REQUEST;
		if (i == batch->count - 1)
			header->nlmsg_flags |= NLM_F_ACK;
		memcpy(end, header, header->nlmsg_len);
		end += NLMSG_ALIGN(header->nlmsg_len);
	}
}

enum sriov_code netlink_batch_begin(struct netlink *netlink, struct netlink_batch *batch,
				    struct sriov_error **error)
{
	enum sriov_code code = netlink_socket_open(netlink, error);

	if (code)
		return code;
	measure(netlink, batch);
	batch->bytes = calloc(1, batch->length);
	if (!batch->bytes)
		return error_no_memory(error);
	pack(netlink, batch);
	log_add(netlink->log, SRIOV_LOG_LEVEL_DEBUG, "netlink: %zu changes in a send of %zu bytes",
		batch->count, batch->length);
	return SRIOV_CODE_OK;
}

/* Puts the verdicts of one datagram where they belong; true when the last one is among them. */
static bool sort_verdicts(const struct netlink_batch *batch,
			  const struct netlink_datagram *datagram)
{
	struct nlmsghdr *message = (void *)datagram->bytes;
	int left = datagram->length;
	bool complete = false;

	for (; nlmsg_ok(message, left); message = nlmsg_next(message, &left)) {
		/* For an answer to something earlier this is past the end. */
		uint32_t position = message->nlmsg_seq - batch->first;

		if (position < batch->count &&
		    netlink_read_verdict(message, &batch->verdicts[position]))
			complete |= position == batch->count - 1;
	}
	return complete;
}

static enum sriov_code collect(struct netlink *netlink, const struct netlink_batch *batch,
			       struct sriov_error **error)
{
	CLEANUP(netlink_datagram_clear) struct netlink_datagram datagram = {0};
	int number;

	while (!(number = netlink_socket_receive(netlink, &datagram)))
		if (sort_verdicts(batch, &datagram))
			return SRIOV_CODE_OK;
	netlink_socket_drop(netlink);
	error_set_system(error, number, "netlink", NULL, "receive the kernel's answers");
	return error_explain(error, number == ENOMEM ? SRIOV_CODE_NO_MEMORY : SRIOV_CODE_FAILED,
			     "the kernel's answers to %zu changes were lost, so it is not known "
			     "which of them were made: read the settings again",
			     batch->count);
}

enum sriov_code netlink_batch_end(struct netlink *netlink, struct netlink_batch *batch, int number,
				  struct sriov_error **error)
{
	enum sriov_code code;

	/* What was not sent was not done: that is known of each of them. */
	for (size_t i = 0; i < batch->count; i++)
		batch->verdicts[i] = (struct netlink_verdict) {.number = number};
	code = number ? SRIOV_CODE_OK : collect(netlink, batch, error);
	free(batch->bytes);
	*batch = (struct netlink_batch) {
		.changes = batch->changes + batch->count,
		.verdicts = batch->verdicts + batch->count,
		.left = batch->left - batch->count,
	};
	return code;
}

enum sriov_code netlink_change(struct netlink *netlink, const struct netlink_subject *subject,
			       struct nl_msg *const *changes, size_t count,
			       struct netlink_verdict *verdicts, struct sriov_error **error)
{
	CLEANUP(netlink_batch_clear)
	struct netlink_batch batch = {.changes = changes, .verdicts = verdicts, .left = count};
	enum sriov_code code = SRIOV_CODE_OK;
	int number;

	while (!code && batch.left) {
		code = netlink_batch_begin(netlink, &batch, error);
		if (!code)
			code = netlink_socket_send(netlink, subject, batch.bytes, batch.length,
						   &number, error);
		if (!code)
			code = netlink_batch_end(netlink, &batch, number, error);
	}
	return code;
}
