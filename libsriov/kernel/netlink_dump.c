/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One question, many answers. */
#include <errno.h>
#include <netlink/msg.h>

#include "kernel/netlink.h"
#include "kernel/netlink_socket.h"

struct dump {
	uint32_t sequence;
	enum sriov_code (*take)(struct nlmsghdr *answer, void *data, struct sriov_error **error);
	void *data;
	bool interrupted;
	bool complete;
};

/* The kernel says how it ended in an errno of the last message. */
static int read_end(struct nlmsghdr *message)
{
	struct netlink_verdict verdict;
	const int *number = nlmsg_data(message);

	if (netlink_read_verdict(message, &verdict))
		return verdict.number;
	return nlmsg_datalen(message) >= (int)sizeof(*number) ? -*number : 0;
}

static enum sriov_code take_message(struct dump *dump, struct nlmsghdr *message,
				    struct sriov_error **error)
{
	int number;

	if (message->nlmsg_flags & NLM_F_DUMP_INTR)
		dump->interrupted = true;
	if (message->nlmsg_type != NLMSG_DONE && message->nlmsg_type != NLMSG_ERROR)
		return dump->take(message, dump->data, error);
	dump->complete = true;
	number = read_end(message);
	if (number)
		return error_set_system(error, number, "netlink", NULL,
					"ask the kernel by netlink");
	return SRIOV_CODE_OK;
}

static enum sriov_code take_datagram(struct dump *dump, const struct netlink_datagram *datagram,
				     struct sriov_error **error)
{
	struct nlmsghdr *message = (void *)datagram->bytes;
	enum sriov_code code = SRIOV_CODE_OK;
	int left = datagram->length;

	for (; !code && !dump->complete && nlmsg_ok(message, left);
	     message = nlmsg_next(message, &left))
		if (message->nlmsg_seq == dump->sequence)
			code = take_message(dump, message, error);
	return code;
}

/* Reading one datagram has the kernel make the next one: it never has to be waited for. */
static enum sriov_code collect(struct netlink *netlink, struct dump *dump,
			       struct sriov_error **error)
{
	CLEANUP(netlink_datagram_clear) struct netlink_datagram datagram = {0};
	enum sriov_code code = SRIOV_CODE_OK;
	int number;

	while (!code && !dump->complete) {
		code = netlink_socket_receive_one_of_many(netlink, &datagram, &number, error);
		if (!code && number)
			code = error_set_system(error, number, "netlink", NULL,
						"receive the kernel's answers");
		if (!code)
			code = take_datagram(dump, &datagram, error);
	}
	return code;
}

enum sriov_code netlink_dump(struct netlink *netlink, struct nl_msg *question,
			     enum sriov_code (*take)(struct nlmsghdr *answer, void *data,
						     struct sriov_error **error),
			     void *data, bool *interrupted, struct sriov_error **error)
{
	struct dump dump = {.take = take, .data = data};
	struct nlmsghdr *header = nlmsg_hdr(question);
	enum sriov_code code = netlink_socket_open(netlink, error);
	int number;

	if (code)
		return code;
	dump.sequence = header->nlmsg_seq = ++netlink->sequence;
	header->nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
	code = netlink_socket_send(netlink, NULL, header, header->nlmsg_len, &number, error);
	if (!code && number)
		code = error_set_system(error, number, "netlink", NULL,
					"ask the kernel by netlink");
	if (!code)
		code = collect(netlink, &dump, error);
	/* The rest of an answer that was not read to its end would be in the way. */
	if (code)
		netlink_socket_drop(netlink);
	*interrupted = dump.interrupted;
	return code;
}
