/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/netlink_socket.h"

#include <errno.h>
#include <netlink/attr.h>
#include <netlink/msg.h>
#include <netlink/netlink.h>
#include <netlink/socket.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#include "kernel/netlink_batch.h"
#include "kernel/netns.h"
#include "kernel/worker.h"

/* What the socket is to have room for, as far as the caller may have it. */
#define RECEIVE_ROOM (4 << 20)
#define SEND_ROOM    (1 << 20)

/* What the kernel keeps back of the room for a send. */
#define SEND_OVERHEAD 32

/* More than the kernel charges the receive buffer for one error answer with a text. */
#define ANSWER_COST 2048

int netlink_get_fd(const struct netlink *netlink)
{
	return nl_socket_get_fd(netlink->socket);
}

void netlink_socket_drop(struct netlink *netlink)
{
	nl_socket_free(netlink->socket);
	netlink->socket = NULL;
}

/* Refused options are ones that an older kernel does not have: it works without. */
static void set_option(int fd, int level, int option, int value)
{
	setsockopt(fd, level, option, &value, sizeof(value));
}

static size_t get_room(int fd, int option, size_t otherwise)
{
	int room = 0;
	socklen_t size = sizeof(room);

	if (getsockopt(fd, SOL_SOCKET, option, &room, &size) || (size_t)room < otherwise)
		return otherwise;
	return (size_t)room;
}

static void set_up(struct netlink *netlink)
{
	int fd = nl_socket_get_fd(netlink->socket);

	/* The size up to the host's limit, and beyond it if the caller has CAP_NET_ADMIN. */
	set_option(fd, SOL_SOCKET, SO_RCVBUF, RECEIVE_ROOM);
	set_option(fd, SOL_SOCKET, SO_RCVBUFFORCE, RECEIVE_ROOM);
	set_option(fd, SOL_SOCKET, SO_SNDBUF, SEND_ROOM);
	/* Why something was refused, and no copy of the message that was. */
	set_option(fd, SOL_NETLINK, NETLINK_EXT_ACK, 1);
	set_option(fd, SOL_NETLINK, NETLINK_CAP_ACK, 1);
	nl_socket_enable_msg_peek(netlink->socket);
	netlink->most_messages = get_room(fd, SO_RCVBUF, ANSWER_COST) / ANSWER_COST;
	netlink->most_bytes = get_room(fd, SO_SNDBUF, 4096) - SEND_OVERHEAD;
	if (netlink->most_bytes > WORKER_MOST)
		netlink->most_bytes = WORKER_MOST;
}

static enum sriov_code explain(const struct netlink *netlink, int number,
			       struct sriov_error **error)
{
	enum sriov_code code =
		error_set_system(error, number, "netlink", NULL, "open a netlink socket");

	if (number != EPERM || netlink->netns == NETNS_OWN)
		return code;
	return error_explain(error, code,
			     "the network namespace may not be entered: that needs CAP_SYS_ADMIN "
			     "in the user namespace that owns it and in the caller's own");
}

enum sriov_code netlink_socket_open(struct netlink *netlink, struct sriov_error **error)
{
	int number;

	/* One that was inherited by fork() would mix the answers of two processes. */
	if (netlink->socket && netlink->owner != getpid())
		netlink_socket_drop(netlink);
	if (netlink->socket)
		return SRIOV_CODE_OK;
	netlink->socket = nl_socket_alloc();
	if (!netlink->socket)
		return error_no_memory(error);
	number = netns_connect(netlink->netns, netlink->socket, netlink->protocol);
	if (!number && nl_socket_set_nonblocking(netlink->socket))
		number = EIO;
	if (number) {
		netlink_socket_drop(netlink);
		return explain(netlink, number, error);
	}
	set_up(netlink);
	netlink->owner = getpid();
	return SRIOV_CODE_OK;
}

int netlink_socket_receive(const struct netlink *netlink, struct netlink_datagram *datagram)
{
	struct sockaddr_nl sender = {0};

	/* Only the kernel is listened to. */
	do {
		netlink_datagram_clear(datagram);
		datagram->bytes = NULL;
		errno = EIO;
		datagram->length = nl_recv(netlink->socket, &sender, &datagram->bytes, NULL);
		if (datagram->length <= 0)
			return !datagram->length || errno == EAGAIN ? ENODATA : errno;
	} while (sender.nl_pid != 0);
	return 0;
}

/* The kernel's text comes behind the answer, and behind a copy of the message if it made one. */
static void read_reason(struct nlmsghdr *message, struct netlink_verdict *verdict)
{
	const struct nlmsgerr *answer = nlmsg_data(message);
	struct nlattr *attributes[NLMSGERR_ATTR_MAX + 1];
	size_t skipped = sizeof(*answer);

	if (!(message->nlmsg_flags & NLM_F_CAPPED) && answer->msg.nlmsg_len >= NLMSG_HDRLEN)
		skipped += answer->msg.nlmsg_len - NLMSG_HDRLEN;
	if (skipped <= (size_t)nlmsg_datalen(message) &&
	    !nlmsg_parse(message, (int)skipped, attributes, NLMSGERR_ATTR_MAX, NULL) &&
	    attributes[NLMSGERR_ATTR_MSG])
		nla_strlcpy(verdict->reason, attributes[NLMSGERR_ATTR_MSG],
			    sizeof(verdict->reason));
}

bool netlink_read_verdict(struct nlmsghdr *message, struct netlink_verdict *verdict)
{
	const struct nlmsgerr *answer = nlmsg_data(message);

	if (message->nlmsg_type != NLMSG_ERROR ||
	    nlmsg_datalen(message) < (int)sizeof(struct nlmsgerr))
		return false;
	*verdict = (struct netlink_verdict) {.number = -answer->error};
	if (message->nlmsg_flags & NLM_F_ACK_TLVS)
		read_reason(message, verdict);
	return true;
}
