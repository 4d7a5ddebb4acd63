/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The fake kernel: one process, one request after the other, each whole. */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include "attribute.h"
#include "link.h"
#include "orders.h"
#include "protocol.h"

#define MOST_SOCKETS 256
#define MOST_HELD    16

/* A client that was stopped between connect() and its request does not stop everybody. */
#define PATIENCE 2

/* As much as a client may send in one datagram by netlink. */
#define NETLINK_MOST (1 << 20)

struct held {
	int fd;
	size_t length;
	struct protocol_request *request;
};

/* A change by netlink that is not over: it has the lock that all by netlink wait for. */
struct stuck {
	bool is;
	int fd;
	uint32_t port;
	size_t length;
};

struct kernel {
	struct host *host;
	struct orders orders;
	struct held held[MOST_HELD];
	size_t held_count;
	struct stuck
		stuck; /* its bytes are in the room for netlink, which nothing else needs then */
	struct pollfd polled[1 + MOST_SOCKETS]; /* the first is listened on */
	uint32_t ports[1 + MOST_SOCKETS];
	nfds_t polled_count;
	unsigned char *netlink;
};

static _Noreturn void fail(const char *what)
{
	fprintf(stderr, "fake kernel: %s: %s\n", what, strerror(errno));
	exit(EXIT_FAILURE);
}

static void answer(int fd, int number, const char *text)
{
	struct protocol_answer said = {.number = number};
	size_t length = strnlen(text, sizeof(said.text) - 1);

	memcpy(said.text, text, length);
	/* Whoever asked may be dead. */
	send(fd, &said, PROTOCOL_ANSWER_SIZE + length, MSG_NOSIGNAL);
	close(fd);
}

/* --- Netlink ---------------------------------------------------------------------------------- */

struct answering {
	struct kernel *kernel;
	int fd;
};

static void answer_by_netlink(void *data, const void *bytes, size_t length)
{
	const struct answering *answering = data;

	send(answering->fd, bytes, length, MSG_DONTWAIT | MSG_NOSIGNAL);
}

static int fail_by_netlink(void *data)
{
	const struct answering *answering = data;

	return orders_fail(&answering->kernel->orders, "netlink");
}

static void handle(struct kernel *kernel, int fd, uint32_t port, size_t length)
{
	struct answering answering = {.kernel = kernel, .fd = fd};
	struct link_client client = {
		.answer = answer_by_netlink,
		.fail = fail_by_netlink,
		.data = &answering,
		.port = port,
	};

	link_handle(kernel->host, kernel->netlink, length, &client);
}

static bool gets_stuck(struct kernel *kernel, int fd, uint32_t port, size_t length)
{
	if (!link_is_change(kernel->netlink, length) || !orders_hold(&kernel->orders, "netlink"))
		return false;
	kernel->stuck = (struct stuck) {true, fd, port, length};
	return true;
}

/* False when the socket is at its end. */
static bool serve_socket(struct kernel *kernel, int fd, uint32_t port)
{
	ssize_t length;

	if (kernel->stuck.is)
		return true;
	while ((length = recv(fd, kernel->netlink, NETLINK_MOST, MSG_DONTWAIT)) > 0) {
		if (gets_stuck(kernel, fd, port, (size_t)length))
			return true;
		handle(kernel, fd, port, (size_t)length);
	}
	return length < 0 && errno == EAGAIN;
}

static void serve_sockets(struct kernel *kernel)
{
	nfds_t kept = 1;

	for (nfds_t i = 1; i < kernel->polled_count; i++) {
		if (!serve_socket(kernel, kernel->polled[i].fd, kernel->ports[i])) {
			close(kernel->polled[i].fd);
			continue;
		}
		kernel->ports[kept] = kernel->ports[i];
		kernel->polled[kept++] = kernel->polled[i];
	}
	kernel->polled_count = kept;
}

static void add_socket(struct kernel *kernel, const struct protocol_request *request, int fd)
{
	const int room = 4 << 20;

	if (kernel->polled_count == 1 + MOST_SOCKETS) {
		answer(fd, ENFILE, "");
		return;
	}
	setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &room, sizeof(room));
	setsockopt(fd, SOL_SOCKET, SO_SNDBUFFORCE, &room, sizeof(room));
	memcpy(&kernel->ports[kernel->polled_count], request->text, sizeof(kernel->ports[0]));
	kernel->polled[kernel->polled_count++] = (struct pollfd) {.fd = fd, .events = POLLIN};
}

/* --- Writes ----------------------------------------------------------------------------------- */

static void write_file(struct kernel *kernel, const struct protocol_request *request, size_t length,
		       int fd)
{
	const char *path = request->text, *text = path + strnlen(path, length) + 1;
	const char *name = strrchr(path, '/');
	int number = orders_fail(&kernel->orders, name ? name + 1 : path);

	if (!number && text > path + length)
		number = EINVAL;
	if (!number)
		number = attribute_write(kernel->host, path, text);
	answer(fd, number, "");
}

static bool is_held(struct kernel *kernel, const struct protocol_request *request)
{
	const char *name = strrchr(request->text, '/');

	if (request->kind == PROTOCOL_SYNC)
		return kernel->stuck.is;
	return name && orders_hold(&kernel->orders, name + 1);
}

static bool hold(struct kernel *kernel, const struct protocol_request *request, size_t length,
		 int fd)
{
	struct held held = {.fd = fd, .length = length};

	if (kernel->held_count == MOST_HELD || !is_held(kernel, request))
		return false;
	held.request = malloc(sizeof(*request));
	if (!held.request)
		fail("malloc");
	*held.request = *request;
	kernel->held[kernel->held_count++] = held;
	return true;
}

static void let_go(struct kernel *kernel)
{
	if (kernel->stuck.is)
		handle(kernel, kernel->stuck.fd, kernel->stuck.port, kernel->stuck.length);
	kernel->stuck.is = false;
	serve_sockets(kernel);
	for (size_t i = 0; i < kernel->held_count; i++) {
		struct held *held = &kernel->held[i];

		if (held->request->kind == PROTOCOL_SYNC)
			answer(held->fd, 0, "");
		else
			write_file(kernel, held->request, held->length, held->fd);
		free(held->request);
	}
	kernel->held_count = 0;
}

/* --- Requests --------------------------------------------------------------------------------- */

static void serve_request(struct kernel *kernel, const struct protocol_request *request,
			  size_t length, int fd)
{
	static char text[PROTOCOL_MOST];
	int number;

	switch (request->kind) {
	case PROTOCOL_WRITE:
		if (!hold(kernel, request, length, fd))
			write_file(kernel, request, length, fd);
		break;
	case PROTOCOL_SOCKET:
		add_socket(kernel, request, fd);
		break;
	case PROTOCOL_TELL:
		number = tell(kernel->host, &kernel->orders, request->text, text, sizeof(text));
		if (kernel->orders.release)
			let_go(kernel);
		kernel->orders.release = false;
		answer(fd, number, text);
		break;
	default:
		if (!hold(kernel, request, length, fd))
			answer(fd, 0, "");
	}
}

static void accept_one(struct kernel *kernel)
{
	static struct protocol_request request;
	struct timeval patience = {.tv_sec = PATIENCE};
	int fd = accept4(kernel->polled[0].fd, NULL, NULL, SOCK_CLOEXEC);
	ssize_t length;

	if (fd < 0)
		return;
	setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
	memset(&request, 0, sizeof(request));
	length = recv(fd, &request, sizeof(request) - 1, 0);
	/* What was sent by netlink before comes before. */
	serve_sockets(kernel);
	if (length > 0)
		serve_request(kernel, &request, (size_t)length - 1, fd);
	else
		close(fd);
}

static int listen_at(const char *directory)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);

	snprintf(address.sun_path, sizeof(address.sun_path), "%s/kernel", directory);
	if (fd < 0 || bind(fd, (struct sockaddr *)&address, sizeof(address)) || listen(fd, 64))
		fail(address.sun_path);
	return fd;
}

static void serve(struct kernel *kernel)
{
	while (!kernel->orders.end) {
		nfds_t count = kernel->stuck.is ? 1 : kernel->polled_count;

		if (poll(kernel->polled, count, -1) < 0 && errno != EINTR)
			fail("poll");
		serve_sockets(kernel);
		if (kernel->polled[0].revents & POLLIN)
			accept_one(kernel);
	}
}

int main(int count, char **words)
{
	static struct kernel kernel;
	long vfs = count == 3 ? strtol(words[2], NULL, 10) : 7;

	if (count < 2 || count > 3 || vfs < 1 || vfs > MOST_VFS) {
		fputs("usage: kernel DIRECTORY [VFS-OF-EACH-PF]\n", stderr);
		return EXIT_FAILURE;
	}
	/* Nobody else would end it, were whoever started it to be killed. */
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	kernel.host = host_new(words[1], (unsigned int)vfs);
	kernel.netlink = malloc(NETLINK_MOST);
	if (!kernel.host || !kernel.netlink)
		fail("malloc");
	kernel.polled[kernel.polled_count++] =
		(struct pollfd) {.fd = listen_at(words[1]), .events = POLLIN};
	puts("ready");
	fflush(stdout);
	serve(&kernel);
	host_free(kernel.host);
	free(kernel.netlink);
	return EXIT_SUCCESS;
}
