/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The way from a program to the fake kernel. It may be taken in a signal handler, and by a process
 * that shares its parent's memory or has no other descriptor: there is no memory that is had for
 * it, no lock, and nothing that is kept from one request to the next.
 */
#ifndef TESTS_FAKE_KERNEL_CLIENT_H
#define TESTS_FAKE_KERNEL_CLIENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <sys/uio.h>

/* Whether this program is to see the fake kernel. */
bool client_is_on(void);

/* Whether the path is in the kernel's sysfs; gives the rest of it behind "sys/". */
bool client_is_below_sysfs(const char *path, const char **rest);

/*
 * These give -1 and set errno. The request is one whole datagram, and sending it the one call that
 * counts as the program's own.
 */
int client_write(const char *path, const void *bytes, size_t length);
int client_open_socket(int flags);
bool client_is_socket(int fd);

/* The number of a socket in its messages: any that no other one has. */
uint32_t client_get_port(int fd);
ssize_t client_send(int fd, const struct iovec *parts, size_t count);

#endif
