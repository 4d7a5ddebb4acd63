/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Loaded into a program (LD_PRELOAD) that is to see the fake kernel: the C library's calls that the
 * real kernel would answer. What is not the fake kernel's goes on to the real one.
 */
#include <errno.h>
#include <limits.h>
#include <linux/netlink.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "client.h"
#include "raw_call.h"

#define OVERRIDE __attribute__((visibility("default")))

/* --- Files ------------------------------------------------------------------------------------ */

/* "/proc/self/fd/12", without what printf() might do. */
static void name_link(int fd, char name[32])
{
	char digits[16];
	size_t count = 0;

	strcpy(name, "/proc/self/fd/");
	do
		digits[count++] = (char)('0' + fd % 10);
	while ((fd /= 10));
	for (name += strlen(name); count;)
		*name++ = digits[--count];
	*name = '\0';
}

/* A file that was replaced since it was opened is the same to the kernel. */
static void cut_deleted(char *path, size_t length)
{
	static const char deleted[] = " (deleted)";
	size_t rest = sizeof(deleted) - 1;

	if (length > rest && !strcmp(path + length - rest, deleted))
		path[length - rest] = '\0';
}

static bool find_file(int fd, char path[PATH_MAX], const char **rest)
{
	char name[32];
	long length;

	if (!client_is_on() || fd < 0)
		return false;
	name_link(fd, name);
	length =
		raw_call(SYS_readlinkat, -100 /* AT_FDCWD */, (long)name, (long)path, PATH_MAX - 1);
	if (length <= 0)
		return false;
	path[length] = '\0';
	cut_deleted(path, (size_t)length);
	return client_is_below_sysfs(path, rest);
}

OVERRIDE ssize_t write(int fd, const void *bytes, size_t length)
{
	char path[PATH_MAX];
	int before = errno;
	const char *rest;

	if (!find_file(fd, path, &rest)) {
		errno = before;
		return syscall(SYS_write, fd, bytes, length);
	}
	errno = before;
	/* The C library opens it for reading, or for nothing, without us. */
	return client_write(rest, bytes, length) ? -1 : (ssize_t)length;
}

/* --- Sockets ---------------------------------------------------------------------------------- */

OVERRIDE int socket(int domain, int type, int protocol)
{
	if (domain == AF_NETLINK && protocol == NETLINK_ROUTE && client_is_on())
		return client_open_socket(type & (SOCK_CLOEXEC | SOCK_NONBLOCK));
	return (int)syscall(SYS_socket, domain, type, protocol);
}

OVERRIDE int bind(int fd, __CONST_SOCKADDR_ARG address, socklen_t size)
{
	if (client_is_socket(fd))
		return 0;
	return (int)syscall(SYS_bind, fd, address.__sockaddr__, size);
}

static void fill_own(int fd, struct sockaddr *address, socklen_t *size)
{
	const struct sockaddr_nl own = {.nl_family = AF_NETLINK, .nl_pid = client_get_port(fd)};

	memcpy(address, &own, *size < sizeof(own) ? *size : sizeof(own));
	*size = sizeof(own);
}

OVERRIDE int getsockname(int fd, __SOCKADDR_ARG address, socklen_t *restrict size)
{
	if (!client_is_socket(fd))
		return (int)syscall(SYS_getsockname, fd, address.__sockaddr__, size);
	fill_own(fd, address.__sockaddr__, size);
	return 0;
}

OVERRIDE int setsockopt(int fd, int level, int option, const void *value, socklen_t size)
{
	if (level == SOL_NETLINK && client_is_socket(fd))
		return 0;
	return (int)syscall(SYS_setsockopt, fd, level, option, value, size);
}

OVERRIDE int getsockopt(int fd, int level, int option, void *restrict value,
			socklen_t *restrict size)
{
	int result = (int)syscall(SYS_getsockopt, fd, level, option, value, size);

	if (result || level != SOL_SOCKET || !client_is_socket(fd))
		return result;
	if (option == SO_TYPE)
		*(int *)value = SOCK_RAW;
	if (option == SO_DOMAIN)
		*(int *)value = AF_NETLINK;
	if (option == SO_PROTOCOL)
		*(int *)value = NETLINK_ROUTE;
	return 0;
}

OVERRIDE ssize_t sendto(int fd, const void *bytes, size_t length, int flags,
			__CONST_SOCKADDR_ARG address, socklen_t size)
{
	struct iovec part = {(void *)bytes, length};

	if (client_is_socket(fd))
		return client_send(fd, &part, 1);
	return syscall(SYS_sendto, fd, bytes, length, flags, address.__sockaddr__, size);
}

OVERRIDE ssize_t send(int fd, const void *bytes, size_t length, int flags)
{
	struct iovec part = {(void *)bytes, length};

	if (client_is_socket(fd))
		return client_send(fd, &part, 1);
	return syscall(SYS_sendto, fd, bytes, length, flags, NULL, 0);
}

OVERRIDE ssize_t sendmsg(int fd, const struct msghdr *message, int flags)
{
	if (client_is_socket(fd))
		return client_send(fd, message->msg_iov, message->msg_iovlen);
	return syscall(SYS_sendmsg, fd, message, flags);
}

/* What comes from the kernel comes from number 0. */
static void fill_sender(void *address, socklen_t *size)
{
	const struct sockaddr_nl kernel = {.nl_family = AF_NETLINK};

	memcpy(address, &kernel, *size < sizeof(kernel) ? *size : sizeof(kernel));
	*size = sizeof(kernel);
}

OVERRIDE ssize_t recvmsg(int fd, struct msghdr *message, int flags)
{
	socklen_t size = message->msg_namelen;
	ssize_t length = syscall(SYS_recvmsg, fd, message, flags);

	if (length >= 0 && message->msg_name && client_is_socket(fd)) {
		fill_sender(message->msg_name, &size);
		message->msg_namelen = size;
	}
	return length;
}

OVERRIDE ssize_t recvfrom(int fd, void *restrict bytes, size_t length, int flags,
			  __SOCKADDR_ARG address, socklen_t *restrict size)
{
	struct sockaddr *sender = address.__sockaddr__;
	socklen_t room = size ? *size : 0;
	ssize_t count = syscall(SYS_recvfrom, fd, bytes, length, flags, sender, size);

	if (count >= 0 && sender && client_is_socket(fd)) {
		*size = room;
		fill_sender(sender, size);
	}
	return count;
}

OVERRIDE ssize_t recv(int fd, void *bytes, size_t length, int flags)
{
	return syscall(SYS_recvfrom, fd, bytes, length, flags, NULL, NULL);
}
