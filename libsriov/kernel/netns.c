/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/netns.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/netlink.h>
#include <linux/nsfs.h>
#include <netlink/netlink.h>
#include <netlink/socket.h>
#include <sched.h>
#include <stdbool.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "kernel/child.h"

/* The number that the initial user namespace has in every Linux. */
#define INITIAL_USERS 0xeffffffdU

#define OWN_PATH "/proc/thread-self/ns/net"

enum sriov_code netns_duplicate(int fd, int *copy, struct sriov_error **error)
{
	int type = ioctl(fd, NS_GET_NSTYPE);

	if (type < 0 && errno == EBADF)
		return error_set(error, SRIOV_CODE_INVALID, "%d is no open descriptor", fd);
	if (type != CLONE_NEWNET)
		return error_set(error, SRIOV_CODE_INVALID,
				 "the descriptor %d is not of a network namespace: open "
				 "/proc/PID/ns/net or /run/netns/NAME",
				 fd);
	*copy = fcntl(fd, F_DUPFD_CLOEXEC, 3);
	if (*copy < 0)
		return error_set_system(error, errno, "open", NULL,
					"duplicate the descriptor of a network namespace");
	return SRIOV_CODE_OK;
}

/* What the child is to do and what came of it: it shares the memory. */
struct errand {
	int netns;
	int domain;
	int type;
	int protocol;
	int fd;
	int number;
};

static int run_errand(void *data)
{
	struct errand *errand = data;

	if (setns(errand->netns, CLONE_NEWNET)) {
		errand->number = errno;
		return 0;
	}
	errand->fd = socket(errand->domain, errand->type, errand->protocol);
	errand->number = errand->fd < 0 ? errno : 0;
	return 0;
}

/* The child shares the descriptors, so that the socket that it makes is the caller's. */
static int send_child(struct errand *errand)
{
	int number;

	/* What stays when the child was killed before it came to anything. */
	errand->number = EINTR;
	number = child_run(run_errand, errand);
	return number ? number : errand->number;
}

static bool is_own(int netns)
{
	struct stat own, other;

	return !stat(OWN_PATH, &own) && !fstat(netns, &other) && own.st_dev == other.st_dev &&
	       own.st_ino == other.st_ino;
}

int netns_socket(int netns, int domain, int type, int protocol, int *fd)
{
	struct errand errand = {netns, domain, type | SOCK_CLOEXEC, protocol, -1, 0};
	int number = netns == NETNS_OWN ? EPERM : send_child(&errand);

	/* Nobody needs a right to be where he is. */
	if (netns == NETNS_OWN || (number == EPERM && is_own(netns))) {
		errand.fd = socket(domain, errand.type, protocol);
		number = errand.fd < 0 ? errno : 0;
	}
	*fd = errand.fd;
	return number;
}

int netns_connect(int netns, struct nl_sock *socket, int protocol)
{
	struct sockaddr_nl any = {.nl_family = AF_NETLINK};
	int fd, number = netns_socket(netns, AF_NETLINK, SOCK_RAW, protocol, &fd);

	if (number)
		return number;
	if (bind(fd, (struct sockaddr *)&any, sizeof(any)))
		number = errno;
	else if (nl_socket_set_fd(socket, protocol, fd))
		number = EIO;
	if (number)
		close(fd);
	return number;
}

/* The owner's own descriptor; -1 when there is none to be seen. */
static int open_owner(int netns)
{
	CLEANUP(cleanup_close) int own = -1;

	if (netns != NETNS_OWN)
		return ioctl(netns, NS_GET_USERNS);
	own = open(OWN_PATH, O_RDONLY | O_CLOEXEC);
	return own < 0 ? -1 : ioctl(own, NS_GET_USERNS);
}

int netns_hears_devices(int netns)
{
	CLEANUP(cleanup_close) int owner = open_owner(netns);
	struct stat status;

	if (owner < 0 || fstat(owner, &status))
		return -1;
	return status.st_ino == INITIAL_USERS;
}
