/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The socket behind a door to netlink: bytes out, datagrams and verdicts in. */
#ifndef KERNEL_NETLINK_SOCKET_H
#define KERNEL_NETLINK_SOCKET_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "base/address.h"
#include "kernel/netlink.h"

struct nl_sock;

struct netlink {
	const struct log *log;
	struct guard *guard; /* NULL where nothing has a deadline */
	char device[ADDRESS_SIZE];
	int netns;
	int protocol;		/* NETLINK_ROUTE or NETLINK_GENERIC */
	struct nl_sock *socket; /* NULL when it is to be opened anew */
	pid_t owner;
	uint32_t sequence;
	size_t most_bytes;    /* that one send may have */
	size_t most_messages; /* of one send, so that there is room if all of them fail */
};

/* One datagram of the kernel; begins zeroed. */
struct netlink_datagram {
	unsigned char *bytes;
	int length;
};

/* For CLEANUP(). */
static inline void netlink_datagram_clear(const struct netlink_datagram *datagram)
{
	free(datagram->bytes);
}

/* Opens the socket when there is none that is this process's own. */
enum sriov_code netlink_socket_open(struct netlink *netlink, struct sriov_error **error);

/* Forgets the socket with all that may still be unread in it. */
void netlink_socket_drop(struct netlink *netlink);

/*
 * Changes of a subject; questions have none. The number is an errno, or 0 when the kernel has
 * handled what was sent. It fails when nothing is known of that; what was sent may have to be
 * waited for, and the socket is dropped.
 */
enum sriov_code netlink_socket_send(struct netlink *netlink, const struct netlink_subject *subject,
				    void *bytes, size_t length, int *number,
				    struct sriov_error **error);

/*
 * The next datagram of the kernel, of any length, in place of the one before. Gives an errno:
 * ENODATA when there is none, ENOBUFS when some were lost.
 */
int netlink_socket_receive(const struct netlink *netlink, struct netlink_datagram *datagram);

/* The same where the kernel makes the one after it meanwhile. It fails as a send does. */
enum sriov_code netlink_socket_receive_one_of_many(struct netlink *netlink,
						   struct netlink_datagram *datagram, int *number,
						   struct sriov_error **error);

/* Reads an acknowledgement or refusal; false when the message is none. */
bool netlink_read_verdict(struct nlmsghdr *message, struct netlink_verdict *verdict);

#endif
