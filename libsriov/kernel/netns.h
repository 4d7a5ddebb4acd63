/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The door to network namespaces: sockets that belong to another one than the caller's, which no
 * thread of the caller ever enters.
 */
#ifndef KERNEL_NETNS_H
#define KERNEL_NETNS_H

#include "base/error.h"

/* Stands for the namespace of the caller. */
#define NETNS_OWN (-1)

struct nl_sock;

/* A descriptor of the same namespace that is this process's own; refuses what is no such one. */
enum sriov_code netns_duplicate(int fd, int *copy, struct sriov_error **error);

/*
 * socket() in that namespace. Gives an errno, EPERM when the caller may not enter it. The socket is
 * closed on exec.
 */
int netns_socket(int netns, int domain, int type, int protocol, int *fd);

/* nl_connect() in that namespace: gives an errno, and the socket keeps the descriptor. */
int netns_connect(int netns, struct nl_sock *socket, int protocol);

/*
 * Whether the kernel's messages about devices reach that namespace: from Linux 4.18 on only those
 * of the initial user namespace get them. 1 yes, 0 no, -1 not known.
 */
int netns_hears_devices(int netns);

#endif
