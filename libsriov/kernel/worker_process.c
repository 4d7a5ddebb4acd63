/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/worker_process.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/netlink.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

/* What the kernel writes for each name in a directory. */
struct entry {
	uint64_t inode;
	int64_t next;
	uint16_t length;
	uint8_t type;
	char name[];
};

static void close_listed(const char *buffer, long length, int kept, int listing)
{
	const struct entry *entry;
	int fd;

	for (long at = 0; at < length; at += entry->length) {
		entry = (const struct entry *)(const void *)(buffer + at);
		fd = entry->name[0] == '.' ? -1 : atoi(entry->name);
		if (fd >= 0 && fd != kept && fd != listing)
			close(fd);
	}
}

/* For kernels before 5.9, and seccomp filters that do not know close_range(). */
static bool close_one_by_one(int kept, char *buffer)
{
	int listing = open("/proc/self/fd", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	long length;

	if (listing < 0)
		return false;
	while ((length = syscall(SYS_getdents64, listing, buffer, WORKER_MOST)) > 0)
		close_listed(buffer, length, kept, listing);
	close(listing);
	return !length;
}

/* What the maker has open, a VFIO device perhaps, is not kept open by a copy of it. */
static bool close_all_but(int kept, char *buffer)
{
	unsigned int first = (unsigned int)kept;

	if ((!first || !syscall(SYS_close_range, 0U, first - 1, 0U)) &&
	    !syscall(SYS_close_range, first + 1, UINT_MAX, 0U))
		return true;
	return close_one_by_one(kept, buffer);
}

/*
 * A line of /proc/self/maps: "7f0a00000000-7f0a00004000 rw-s 00000000 00:0e 1061 anon_inode:[...]".
 * Memory of a device that the maker has mapped keeps that open like a descriptor.
 */
static void unmap_if_of_device(const char *line)
{
	char *end;
	uintptr_t from = strtoul(line, &end, 16), to;

	if (*end != '-')
		return;
	to = strtoul(end + 1, &end, 16);
	if (strncmp(end, " ", 1) || strlen(end) < 5 || end[4] != 's')
		return;
	if (strstr(end, " anon_inode:") ||
	    (strstr(end, "/dev/") && !strstr(end, "/dev/shm/") && !strstr(end, "/dev/zero")))
		munmap((void *)from, to - from);
}

/* Gives how much of the buffer is the beginning of a line, which was moved to the front. */
static size_t take_lines(char *buffer, size_t length)
{
	char *line = buffer, *end;

	buffer[length] = '\0';
	while ((end = strchr(line, '\n'))) {
		*end = '\0';
		unmap_if_of_device(line);
		line = end + 1;
	}
	length -= (size_t)(line - buffer);
	memmove(buffer, line, length);
	return length;
}

/* Where there is no procfs, it is to be hoped for. */
static void unmap_devices(char *buffer)
{
	int fd = open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
	size_t kept = 0;
	ssize_t count;

	while (fd >= 0 && (count = read(fd, buffer + kept, WORKER_MOST - 1 - kept)) > 0)
		kept = take_lines(buffer, kept + (size_t)count);
	if (fd >= 0)
		close(fd);
}

/* Only the kernel is listened to. Nothing is lost: the next one is as long as it is. */
static ssize_t receive(int fd, char *buffer, size_t most)
{
	struct sockaddr_nl sender = {0};
	struct iovec part = {.iov_base = buffer, .iov_len = most};
	struct msghdr message = {
		.msg_name = &sender,
		.msg_namelen = sizeof(sender),
		.msg_iov = &part,
		.msg_iovlen = 1,
	};
	ssize_t count;

	do
		count = recvmsg(fd, &message, MSG_DONTWAIT);
	while (count > 0 && sender.nl_pid);
	if (count > 0 && message.msg_flags & MSG_TRUNC)
		errno = EMSGSIZE;
	return count > 0 && message.msg_flags & MSG_TRUNC ? -1 : count;
}

/* The C library's write(): what takes its place in tests takes it here, too. */
static ssize_t do_task(const struct worker_request *request, int fd, char *buffer, size_t length)
{
	if (request->task == WORKER_TASK_WRITE)
		return write(fd, buffer, length);
	if (request->task == WORKER_TASK_SEND)
		return send(fd, buffer, length, MSG_NOSIGNAL);
	length = request->most < WORKER_MOST ? request->most : WORKER_MOST;
	if (request->task == WORKER_TASK_RECEIVE)
		return receive(fd, buffer, length);
	return read(fd, buffer, length);
}

static bool has_bytes(const struct worker_request *request)
{
	return request->task == WORKER_TASK_READ || request->task == WORKER_TASK_RECEIVE;
}

bool worker_process_tell(int socket, const struct worker_reply *reply, char *bytes, size_t length)
{
	struct iovec parts[] = {
		{.iov_base = (void *)(uintptr_t)reply, .iov_len = sizeof(*reply)},
		{.iov_base = bytes, .iov_len = length},
	};
	struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2};

	return sendmsg(socket, &message, MSG_NOSIGNAL) >= 0;
}

/* The descriptor is closed before the task is over: then the worker holds nothing any more. */
static bool serve(int socket, const struct worker_request *request, int fd, char *buffer,
		  size_t length)
{
	struct worker_reply reply = {0};
	ssize_t count;

	if (request->task == WORKER_TASK_KEEP)
		return true;
	count = do_task(request, fd, buffer, length);
	reply.number = count < 0 ? errno : 0;
	reply.length = count < 0 ? 0 : (size_t)count;
	if (fd >= 0)
		close(fd);
	return worker_process_tell(socket, &reply, buffer, has_bytes(request) ? reply.length : 0);
}

union control {
	struct cmsghdr header;
	char bytes[CMSG_SPACE(sizeof(int))];
};

static int take_descriptor(struct msghdr *message)
{
	struct cmsghdr *header = CMSG_FIRSTHDR(message);
	int fd = -1;

	if (header && header->cmsg_level == SOL_SOCKET && header->cmsg_type == SCM_RIGHTS)
		memcpy(&fd, CMSG_DATA(header), sizeof(fd));
	return fd;
}

/* False when there will be no more. */
static bool serve_next(int socket, char *buffer)
{
	struct worker_request request;
	union control control;
	struct iovec parts[] = {
		{.iov_base = &request, .iov_len = sizeof(request)},
		{.iov_base = buffer, .iov_len = WORKER_MOST},
	};
	struct msghdr message = {
		.msg_iov = parts,
		.msg_iovlen = 2,
		.msg_control = &control,
		.msg_controllen = sizeof(control),
	};
	ssize_t count = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);

	if (count < 0)
		return errno == EINTR;
	if ((size_t)count < sizeof(request))
		return false;
	return serve(socket, &request, take_descriptor(&message), buffer,
		     (size_t)count - sizeof(request));
}

/* A worker that holds what its maker lets go would be worse than none: then it ends. */
void worker_process_let_go(int socket, char *buffer)
{
	prctl(PR_SET_NAME, "sriov-worker");
	unmap_devices(buffer);
	if (chdir("/") || !close_all_but(socket, buffer))
		_exit(EXIT_FAILURE);
}

_Noreturn void worker_process_run(int socket, char *buffer)
{
	worker_process_let_go(socket, buffer);
	while (serve_next(socket, buffer))
		;
	_exit(EXIT_SUCCESS);
}
