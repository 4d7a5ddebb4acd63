/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/netlink.h"

#include <errno.h>
#include <netlink/msg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kernel/netlink_batch.h"
#include "kernel/netlink_socket.h"
#include "kernel/netns.h"

static enum sriov_code open_protocol(int protocol, int netns, const struct log *log,
				     struct guard *guard, struct netlink **netlink,
				     struct sriov_error **error)
{
	struct netlink *made = calloc(1, sizeof(*made));
	enum sriov_code code;

	*netlink = NULL;
	if (!made)
		return error_no_memory(error);
	made->log = log;
	made->guard = guard;
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
	return open_protocol(NETLINK_ROUTE, NETNS_OWN, log, NULL, netlink, error);
}

enum sriov_code netlink_open_in(int netns, const struct log *log, struct guard *guard,
				struct netlink **netlink, struct sriov_error **error)
{
	return open_protocol(NETLINK_ROUTE, netns, log, guard, netlink, error);
}

enum sriov_code netlink_open_generic(int netns, const struct log *log, struct guard *guard,
				     struct netlink **netlink, struct sriov_error **error)
{
	return open_protocol(NETLINK_GENERIC, netns, log, guard, netlink, error);
}

void netlink_close(struct netlink *netlink)
{
	if (netlink)
		netlink_socket_drop(netlink);
	free(netlink);
}

void netlink_set_device(struct netlink *netlink, const char *address)
{
	snprintf(netlink->device, sizeof(netlink->device), "%s", address);
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
static enum sriov_code take(struct netlink_datagram *datagram, struct nlmsghdr *message,
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

enum sriov_code netlink_begin_question(struct netlink *netlink, struct nl_msg *question,
				       struct sriov_error **error)
{
	struct nlmsghdr *header = nlmsg_hdr(question);

	header->nlmsg_seq = ++netlink->sequence;
	header->nlmsg_flags = NLM_F_REQUEST;
	return netlink_socket_open(netlink, error);
}

enum sriov_code netlink_take_answer(struct netlink *netlink, struct nl_msg *question, int number,
				    struct nlmsghdr **answer, struct sriov_error **error)
{
	CLEANUP(netlink_datagram_clear) struct netlink_datagram datagram = {0};
	struct nlmsghdr *message;

	*answer = NULL;
	while (!number) {
		number = netlink_socket_receive(netlink, &datagram);
		message = number ? NULL : find_message(&datagram, nlmsg_hdr(question)->nlmsg_seq);
		if (message)
			return take(&datagram, message, answer, error);
	}
	netlink_socket_drop(netlink);
	return fail_question(number, "", error);
}

enum sriov_code netlink_ask(struct netlink *netlink, struct nl_msg *question,
			    struct nlmsghdr **answer, struct sriov_error **error)
{
	struct nlmsghdr *header = nlmsg_hdr(question);
	enum sriov_code code = netlink_begin_question(netlink, question, error);
	int number;

	*answer = NULL;
	if (!code)
		code = netlink_socket_send(netlink, NULL, header, header->nlmsg_len, &number,
					   error);
	return code ? code : netlink_take_answer(netlink, question, number, answer, error);
}
