/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/netlink.h"

#include <errno.h>
#include <netlink/msg.h>
#include <stdlib.h>
#include <string.h>

#include "kernel/netlink_socket.h"
#include "kernel/netns.h"

static enum sriov_code open_protocol(int protocol, int netns, const struct log *log,
				     struct netlink **netlink, struct sriov_error **error)
{
	struct netlink *made = calloc(1, sizeof(*made));
	enum sriov_code code;

	*netlink = NULL;
	if (!made)
		return error_no_memory(error);
	made->log = log;
	made->netns = netns;
	made->protocol = protocol;
	code = netlink_socket_open(made, error);
	if (code)
		free(made);
	else
		*netlink = made;
	return code;
}

enum sriov_code netlink_open(const struct log *log, struct netlink **netlink,
			     struct sriov_error **error)
{
	return open_protocol(NETLINK_ROUTE, NETNS_OWN, log, netlink, error);
}

enum sriov_code netlink_open_in(int netns, const struct log *log, struct netlink **netlink,
				struct sriov_error **error)
{
	return open_protocol(NETLINK_ROUTE, netns, log, netlink, error);
}

enum sriov_code netlink_open_generic(int netns, const struct log *log, struct netlink **netlink,
				     struct sriov_error **error)
{
	return open_protocol(NETLINK_GENERIC, netns, log, netlink, error);
}

void netlink_close(struct netlink *netlink)
{
	if (netlink)
		netlink_socket_drop(netlink);
	free(netlink);
}

static enum sriov_code fail_question(int number, const char *reason, struct sriov_error **error)
{
	return error_set_system(error, number, "netlink", NULL, "ask the kernel by netlink%s%s",
				reason[0] ? ": " : "", reason);
}

/* The message of this number, or NULL. */
static struct nlmsghdr *find_message(const struct netlink_datagram *datagram, uint32_t sequence)
{
	struct nlmsghdr *message = (void *)datagram->bytes;
	int left = datagram->length;

	for (; nlmsg_ok(message, left); message = nlmsg_next(message, &left))
		if (message->nlmsg_seq == sequence)
			return message;
	return NULL;
}

/* Hands the memory of the datagram on. */
static enum sriov_code take_answer(struct netlink_datagram *datagram, struct nlmsghdr *message,
				   struct nlmsghdr **answer, struct sriov_error **error)
{
	struct netlink_verdict verdict;

	if (netlink_read_verdict(message, &verdict))
		return fail_question(verdict.number ? verdict.number : ENODATA, verdict.reason,
				     error);
	memmove(datagram->bytes, message, message->nlmsg_len);
	*answer = (void *)datagram->bytes;
	datagram->bytes = NULL;
	return SRIOV_CODE_OK;
}

enum sriov_code netlink_ask(struct netlink *netlink, struct nl_msg *question,
			    struct nlmsghdr **answer, struct sriov_error **error)
{
	CLEANUP(netlink_datagram_clear) struct netlink_datagram datagram = {0};
	struct nlmsghdr *header = nlmsg_hdr(question), *message;
	enum sriov_code code = netlink_socket_open(netlink, error);
	int number;

	*answer = NULL;
	if (code)
		return code;
	header->nlmsg_seq = ++netlink->sequence;
	header->nlmsg_flags = NLM_F_REQUEST;
	number = netlink_socket_send(netlink, header, header->nlmsg_len);
	while (!number) {
		number = netlink_socket_receive(netlink, &datagram);
		message = number ? NULL : find_message(&datagram, header->nlmsg_seq);
		if (message)
			return take_answer(&datagram, message, answer, error);
	}
	netlink_socket_drop(netlink);
	return fail_question(number, "", error);
}

/* Some changes that go in one send. */
struct batch {
	struct nl_msg *const *changes;
	struct netlink_verdict *verdicts;
	size_t count;
	uint32_t first; /* sequence number */
	unsigned char *bytes;
	size_t length;
};

static void batch_clear(const struct batch *batch)
{
	free(batch->bytes);
}

/* Counts how many of the changes go in one send: at least one. */
static void measure(const struct netlink *netlink, struct batch *batch, size_t left)
{
	while (batch->count < left && batch->count < netlink->most_messages) {
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
static void pack(struct netlink *netlink, struct batch *batch)
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

/* Gives an errno, or 0 when the kernel has handled all of them. */
static int send_batch(struct netlink *netlink, struct batch *batch)
{
	batch->bytes = calloc(1, batch->length);
	if (!batch->bytes)
		return ENOMEM;
	pack(netlink, batch);
	log_add(netlink->log, SRIOV_LOG_LEVEL_DEBUG, "netlink: %zu changes in a send of %zu bytes",
		batch->count, batch->length);
	return netlink_socket_send(netlink, batch->bytes, batch->length);
}

/* Puts the verdicts of one datagram where they belong; true when the last one is among them. */
static bool sort_verdicts(const struct batch *batch, const struct netlink_datagram *datagram)
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

static enum sriov_code collect(struct netlink *netlink, const struct batch *batch,
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

enum sriov_code netlink_change(struct netlink *netlink, struct nl_msg *const *changes, size_t count,
			       struct netlink_verdict *verdicts, struct sriov_error **error)
{
	enum sriov_code code = netlink_socket_open(netlink, error);

	for (size_t done = 0; !code && done < count;) {
		CLEANUP(batch_clear)
		struct batch batch = {.changes = changes + done, .verdicts = verdicts + done};
		int number;

		measure(netlink, &batch, count - done);
		number = send_batch(netlink, &batch);
		/* What was not sent was not done: that is known of each of them. */
		for (size_t i = 0; i < batch.count; i++)
			batch.verdicts[i] = (struct netlink_verdict) {.number = number};
		if (!number)
			code = collect(netlink, &batch, error);
		done += batch.count;
	}
	return code;
}
