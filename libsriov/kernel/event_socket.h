/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A socket on which the kernel tells of itself, unasked: one message at a time. */
#ifndef KERNEL_EVENT_SOCKET_H
#define KERNEL_EVENT_SOCKET_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/* Which messages: about devices, or about network interfaces. */
enum event_source {
	EVENT_SOURCE_UEVENT,
	EVENT_SOURCE_LINK,
};

/* Zeroed it is closed, which takes a descriptor of -1. */
struct event_socket {
	int fd;
	char *bytes;   /* the message that waits to be handled */
	size_t length; /* 0 when none does */
	size_t capacity;
};

/* The room is for messages that are not read yet, as far as the caller may have it. */
enum sriov_code event_socket_open(struct event_socket *socket, int netns, enum event_source source,
				  size_t room, struct sriov_error **error);
void event_socket_close(struct event_socket *socket);

/*
 * Takes the next message of the kernel, of any length, unless one waits to be handled. Gives an
 * errno: EAGAIN when there is none, ENOBUFS when some were lost. Messages of others than the kernel
 * are thrown away.
 */
int event_socket_receive(struct event_socket *socket);

/* The message that waited was handled. */
void event_socket_drop(struct event_socket *socket);

/* Throws away what has not been handled, which ends an overrun; true when there was anything. */
bool event_socket_drain(struct event_socket *socket);

#endif
