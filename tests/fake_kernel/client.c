/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "client.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "protocol.h"
#include "raw_call.h"

/* Set before main() and never again. */
static char root[PATH_MAX];
static struct sockaddr_un address = {.sun_family = AF_UNIX};

/* Whoever traces this program learns that the loader has done its work. */
static void tell_tracer(void)
{
	const char *traced = getenv("FAKE_KERNEL_TRACED");

	if (traced && atol(traced) == getpid())
		raise(SIGTRAP);
}

__attribute__((constructor)) static void start(void)
{
	const char *directory = getenv(PROTOCOL_VARIABLE);

	if (directory && strlen(directory) + sizeof("/kernel") <= sizeof(address.sun_path) &&
	    realpath(directory, root)) {
		strcpy(address.sun_path, directory);
		strcat(address.sun_path, "/kernel");
	}
	tell_tracer();
}

bool client_is_on(void)
{
	return address.sun_path[0];
}

/* Below tests/made_up_host/enter the same files are in /sys. */
bool client_is_below_sysfs(const char *path, const char **rest)
{
	size_t length = strlen(root);

	if (!strncmp(path, root, length))
		path += length;
	*rest = path + strlen("/sys/");
	return !strncmp(path, "/sys/", strlen("/sys/"));
}

static int connect_anew(int flags)
{
	long fd = raw_call(SYS_socket, AF_UNIX, SOCK_SEQPACKET | flags, 0, 0);

	if (fd < 0)
		return -1;
	if (raw_call(SYS_connect, fd, (long)&address, sizeof(address), 0)) {
		raw_call(SYS_close, fd, 0, 0, 0);
		errno = EIO;
		return -1;
	}
	return (int)fd;
}

/* Gives the errno of the answer. It is waited for as for the kernel: no signal ends that. */
static int wait_for_answer(int fd)
{
	struct protocol_answer answer;
	long length;

	do
		length = raw_call(SYS_read, fd, (long)&answer, PROTOCOL_ANSWER_SIZE, 0);
	while (length < 0 && errno == EINTR);
	return length < (long)PROTOCOL_ANSWER_SIZE ? EIO : answer.number;
}

static int conclude(int fd, long sent)
{
	int number = sent < 0 ? errno : wait_for_answer(fd);

	raw_call(SYS_close, fd, 0, 0, 0);
	errno = number;
	return number ? -1 : 0;
}

int client_write(const char *path, const void *bytes, size_t length)
{
	unsigned char kind = PROTOCOL_WRITE;
	struct iovec parts[] = {
		{&kind, 1},
		{(char *)path, strlen(path) + 1},
		{(void *)bytes, length},
	};
	int fd = connect_anew(SOCK_CLOEXEC);

	if (fd < 0)
		return -1;
	return conclude(fd, raw_call(SYS_writev, fd, (long)parts, 3, 0));
}

uint32_t client_get_port(int fd)
{
	struct stat status;

	return raw_call(SYS_fstat, fd, (long)&status, 0, 0) ? 1 : (uint32_t)status.st_ino;
}

int client_open_socket(int flags)
{
	unsigned char kind = PROTOCOL_SOCKET;
	int fd = connect_anew(flags);
	uint32_t port = client_get_port(fd);
	struct iovec parts[] = {{&kind, 1}, {&port, sizeof(port)}};

	if (fd < 0)
		return -1;
	if (raw_call(SYS_writev, fd, (long)parts, 2, 0) > 0)
		return fd;
	conclude(fd, -1);
	return -1;
}

bool client_is_socket(int fd)
{
	struct sockaddr_un peer;
	socklen_t size = sizeof(peer);
	int before = errno;
	bool is = client_is_on() && !raw_call(SYS_getpeername, fd, (long)&peer, (long)&size, 0) &&
		  peer.sun_family == AF_UNIX && size > offsetof(struct sockaddr_un, sun_path) &&
		  !strncmp(peer.sun_path, address.sun_path, sizeof(peer.sun_path));

	errno = before;
	return is;
}

/* The answers to what was sent are there when the call is over, as they are of the kernel. */
ssize_t client_send(int fd, const struct iovec *parts, size_t count)
{
	unsigned char kind = PROTOCOL_SYNC;
	long sent = raw_call(SYS_writev, fd, (long)parts, (long)count, 0);
	int beside;

	if (sent < 0)
		return -1;
	beside = connect_anew(SOCK_CLOEXEC);
	if (beside < 0)
		return -1;
	/* Not by write(), which would count as one more call of the program's. */
	if (conclude(beside, raw_call6(SYS_sendto, beside, (long)&kind, 1, 0, 0, 0)))
		return -1;
	return sent;
}
