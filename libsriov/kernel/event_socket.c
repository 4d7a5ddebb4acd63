/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/event_socket.h"

#include <errno.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <string.h>
#include <sys/socket.h>

#include "kernel/netns.h"

/* The kernel's own uevents; what udev makes of them goes to another group. */
#define UEVENT_GROUP 1

/* How many messages are thrown away at most while it does not end. */
#define DRAINED 1000000

static int set_up(int fd, enum event_source source, size_t room)
{
	struct sockaddr_nl address = {
		.nl_family = AF_NETLINK,
		.nl_groups = source == EVENT_SOURCE_UEVENT ? UEVENT_GROUP : RTMGRP_LINK,
	};
	int value = (int)room, on = 1;

	/* Only those with CAP_NET_ADMIN may have more than the host's limit: the rest gets that. */
	if (setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &value, sizeof(value)))
		setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &value, sizeof(value));
	/* Who sent it, in the kernel's words. */
	if (setsockopt(fd, SOL_SOCKET, SO_PASSCRED, &on, sizeof(on)))
		return errno;
	return bind(fd, (struct sockaddr *)&address, sizeof(address)) ? errno : 0;
}

enum sriov_code event_socket_open(struct event_socket *socket, int netns, enum event_source source,
				  size_t room, struct sriov_error **error)
{
	bool uevents = source == EVENT_SOURCE_UEVENT;
	int fd = -1;
	int number = netns_socket(netns, AF_NETLINK, SOCK_RAW | SOCK_NONBLOCK,
				  uevents ? NETLINK_KOBJECT_UEVENT : NETLINK_ROUTE, &fd);

	if (!number)
		number = set_up(fd, source, room);
	if (!number) {
		socket->fd = fd;
		return SRIOV_CODE_OK;
	}
	if (fd >= 0)
		close(fd);
	return error_set_system(error, number, "netlink", NULL,
				"open a netlink socket for events of %s",
				uevents ? "devices" : "interfaces");
}

void event_socket_close(struct event_socket *socket)
{
	if (socket->fd >= 0)
		close(socket->fd);
	free(socket->bytes);
	*socket = (struct event_socket) {.fd = -1};
}

/* The length of the next message, which stays; -1 and errno when there is none. */
static ssize_t measure(const struct event_socket *socket)
{
	char none;

	return recv(socket->fd, &none, sizeof(none), MSG_PEEK | MSG_TRUNC);
}

/* Nobody but the kernel has the port 0, and no process the number 0. */
static bool is_of_kernel(struct msghdr *message)
{
	const struct sockaddr_nl *sender = message->msg_name;
	const struct cmsghdr *control = CMSG_FIRSTHDR(message);
	struct ucred process;

	if (message->msg_namelen != sizeof(*sender) || sender->nl_pid || !sender->nl_groups)
		return false;
	if (!control || control->cmsg_level != SOL_SOCKET || control->cmsg_type != SCM_CREDENTIALS)
		return false;
	memcpy(&process, CMSG_DATA(control), sizeof(process));
	return !process.pid;
}

/* Takes one message out; its length is 0 when it is not the kernel's. */
static int take(struct event_socket *socket)
{
	char control[CMSG_SPACE(sizeof(struct ucred))];
	struct sockaddr_nl sender = {0};
	struct iovec part = {socket->bytes, socket->capacity};
	struct msghdr message = {
		.msg_name = &sender,
		.msg_namelen = sizeof(sender),
		.msg_iov = &part,
		.msg_iovlen = 1,
		.msg_control = control,
		.msg_controllen = sizeof(control),
	};
	ssize_t length = recvmsg(socket->fd, &message, 0);

	if (length < 0)
		return errno;
	/* Another took what had been measured: two read the same socket. */
	if (message.msg_flags & MSG_TRUNC)
		return ENOBUFS;
	socket->length = is_of_kernel(&message) ? (size_t)length : 0;
	return 0;
}

static int grow(struct event_socket *socket, size_t wanted)
{
	char *more;

	if (wanted <= socket->capacity)
		return 0;
	more = realloc(socket->bytes, wanted);
	if (!more)
		return ENOMEM;
	socket->bytes = more;
	socket->capacity = wanted;
	return 0;
}

int event_socket_receive(struct event_socket *socket)
{
	int number = 0;

	while (!number && !socket->length) {
		ssize_t length = measure(socket);

		if (length < 0)
			number = errno == EINTR ? 0 : errno;
		else if (!(number = grow(socket, (size_t)length + 1)))
			number = take(socket);
		if (number == EINTR)
			number = 0;
	}
	return number;
}

void event_socket_drop(struct event_socket *socket)
{
	socket->length = 0;
}

bool event_socket_drain(struct event_socket *socket)
{
	bool any = socket->length;
	char byte;

	socket->length = 0;
	/* A full socket says so once, by an error, before it gives what it has. */
	for (int i = 0; i < DRAINED; i++) {
		if (recv(socket->fd, &byte, sizeof(byte), 0) < 0 && errno != ENOBUFS &&
		    errno != EINTR)
			break;
		any = true;
	}
	return any;
}
