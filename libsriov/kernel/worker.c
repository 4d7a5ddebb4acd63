/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/worker.h"

#include <errno.h>
#include <linux/capability.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kernel/worker_birth.h"
#include "kernel/worker_process.h"

/* What the kernel judges a caller by. */
struct rights {
	uid_t user;
	gid_t group;
	struct __user_cap_data_struct capabilities[_LINUX_CAPABILITY_U32S_3];
};

struct worker {
	int socket;
	int pidfd;
	int poll; /* of both: a copy of the socket's other end may be in a process that lives on */
	int pid;
	int maker; /* a child that the maker has forked has copies, and no part in it */
	struct rights rights;
	bool adopted; /* it is a child of this process, which nobody else waits for */
	bool busy;
	bool dead;
	_Alignas(uint64_t) char buffer[WORKER_MOST]; /* the process has a copy of its own */
};

/* Of the calling thread: each may have its own. */
static void read_rights(struct rights *rights)
{
	struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};

	memset(rights, 0, sizeof(*rights));
	rights->user = geteuid();
	rights->group = getegid();
	syscall(SYS_capget, &header, rights->capabilities);
}

bool worker_fits(const struct worker *worker)
{
	struct rights now;

	read_rights(&now);
	return !memcmp(&now, &worker->rights, sizeof(now));
}

static int make_process(struct worker *worker, int socket, const struct worker_job *job)
{
	struct worker_birth birth = {.socket = socket, .buffer = worker->buffer, .job = job};
	int number;

	read_rights(&worker->rights);
	number = worker_bear(&birth);
	worker->pidfd = birth.pidfd;
	worker->pid = birth.pid;
	worker->adopted = birth.adopted;
	return number;
}

static int watch(struct worker *worker)
{
	struct epoll_event event = {.events = EPOLLIN};

	worker->poll = epoll_create1(EPOLL_CLOEXEC);
	if (worker->poll < 0 || epoll_ctl(worker->poll, EPOLL_CTL_ADD, worker->socket, &event) ||
	    epoll_ctl(worker->poll, EPOLL_CTL_ADD, worker->pidfd, &event))
		return errno;
	return 0;
}

/* It may begin: nothing of what comes before can fail any more. */
static int let_begin(struct worker *worker)
{
	if (send(worker->socket, "", 1, MSG_NOSIGNAL) < 0)
		return errno;
	worker->busy = true;
	return 0;
}

static int start(struct worker *worker, const struct worker_job *job)
{
	int ends[2], number;

	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends))
		return errno;
	worker->socket = ends[0];
	number = make_process(worker, ends[1], job);
	close(ends[1]);
	if (!number)
		number = watch(worker);
	return number || !job ? number : let_begin(worker);
}

static enum sriov_code make(struct worker **worker, const struct worker_job *job,
			    struct sriov_error **error)
{
	struct worker *made = calloc(1, sizeof(*made));
	char buffer[128];
	int number;

	*worker = NULL;
	if (!made)
		return error_no_memory(error);
	made->socket = made->pidfd = made->poll = -1;
	made->maker = getpid();
	number = start(made, job);
	if (!number) {
		*worker = made;
		return SRIOV_CODE_OK;
	}
	worker_close(made);
	error_set(error, error_code_of(number),
		  "cannot make a process for what may block in the kernel: %s",
		  error_describe(number, buffer, sizeof(buffer)));
	error_set_errno(error, number);
	return error_code_of(number);
}

enum sriov_code worker_start(struct worker **worker, struct sriov_error **error)
{
	return make(worker, NULL, error);
}

enum sriov_code worker_start_job(struct worker **worker, const struct worker_job *job,
				 struct sriov_error **error)
{
	return make(worker, job, error);
}

/*
 * Nobody else buries an adopted one. It waits for nothing but to be asked: killed, it is over at
 * once. One that is in the kernel is left to that.
 */
static void bury(const struct worker *worker)
{
	siginfo_t information;

	if (!worker->busy)
		syscall(SYS_pidfd_send_signal, worker->pidfd, SIGKILL, NULL, 0U);
	while (waitid((idtype_t)P_PIDFD, (id_t)worker->pidfd, &information,
		      WEXITED | __WALL | (worker->busy ? WNOHANG : 0)) &&
	       errno == EINTR)
		;
}

void worker_close(struct worker *worker)
{
	bool is_own;

	if (!worker)
		return;
	is_own = worker->maker == getpid();
	/* Copies of the socket in other children of the program do not keep it alive. */
	if (is_own && worker->socket >= 0)
		shutdown(worker->socket, SHUT_RDWR);
	if (is_own && worker->adopted && worker->pidfd >= 0)
		bury(worker);
	cleanup_close(&worker->socket);
	cleanup_close(&worker->pidfd);
	cleanup_close(&worker->poll);
	free(worker);
}

union control {
	struct cmsghdr header;
	char bytes[CMSG_SPACE(sizeof(int))];
};

static void put_descriptor(struct msghdr *message, union control *control, int fd)
{
	struct cmsghdr *header;

	message->msg_control = control;
	message->msg_controllen = sizeof(*control);
	header = CMSG_FIRSTHDR(message);
	header->cmsg_level = SOL_SOCKET;
	header->cmsg_type = SCM_RIGHTS;
	header->cmsg_len = CMSG_LEN(sizeof(fd));
	memcpy(CMSG_DATA(header), &fd, sizeof(fd));
}

/* The socket is empty, so that there is always room in it. */
static int ask(const struct worker *worker, const struct worker_request *request, int fd,
	       const void *bytes, size_t length)
{
	union control control = {0};
	struct iovec parts[] = {
		{.iov_base = (void *)(uintptr_t)request, .iov_len = sizeof(*request)},
		{.iov_base = (void *)(uintptr_t)bytes, .iov_len = length},
	};
	struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2};

	put_descriptor(&message, &control, fd);
	return sendmsg(worker->socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT) < 0 ? errno : 0;
}

static enum sriov_code hand_over(struct worker *worker, const struct worker_request *request,
				 int fd, const void *bytes, size_t length,
				 struct sriov_error **error)
{
	int number = worker->dead ? EPIPE : ask(worker, request, fd, bytes, length);
	char buffer[128];
	enum sriov_code code;

	if (!number)
		return SRIOV_CODE_OK;
	if (number == EPIPE || number == ECONNRESET || number == ENOTCONN) {
		worker->dead = true;
		return error_set(error, SRIOV_CODE_GONE, "the worker process %d was killed",
				 worker->pid);
	}
	code = error_set(error, error_code_of(number),
			 "cannot hand a file over to the worker process %d: %s", worker->pid,
			 error_describe(number, buffer, sizeof(buffer)));
	error_set_errno(error, number);
	return code;
}

static enum sriov_code begin(struct worker *worker, const struct worker_request *request, int fd,
			     const void *bytes, size_t length, struct sriov_error **error)
{
	enum sriov_code code;

	if (worker->busy)
		return error_set(error, SRIOV_CODE_BUSY,
				 "the worker process %d has something else under way", worker->pid);
	if (length > WORKER_MOST)
		return error_set(error, SRIOV_CODE_INVALID,
				 "%zu bytes at once are more than a worker process takes", length);
	code = hand_over(worker, request, fd, bytes, length, error);
	worker->busy = !code;
	return code;
}

enum sriov_code worker_begin_write(struct worker *worker, int fd, const void *bytes, size_t length,
				   struct sriov_error **error)
{
	static const struct worker_request request = {.task = WORKER_TASK_WRITE};

	return begin(worker, &request, fd, bytes, length, error);
}

enum sriov_code worker_begin_read(struct worker *worker, int fd, size_t most,
				  struct sriov_error **error)
{
	struct worker_request request = {.task = WORKER_TASK_READ, .most = most};

	return begin(worker, &request, fd, NULL, 0, error);
}

enum sriov_code worker_begin_send(struct worker *worker, int fd, const void *bytes, size_t length,
				  struct sriov_error **error)
{
	static const struct worker_request request = {.task = WORKER_TASK_SEND};

	return begin(worker, &request, fd, bytes, length, error);
}

enum sriov_code worker_begin_receive(struct worker *worker, int fd, size_t most,
				     struct sriov_error **error)
{
	struct worker_request request = {.task = WORKER_TASK_RECEIVE, .most = most};

	return begin(worker, &request, fd, NULL, 0, error);
}

enum sriov_code worker_keep(struct worker *worker, int fd, struct sriov_error **error)
{
	static const struct worker_request request = {.task = WORKER_TASK_KEEP};

	return hand_over(worker, &request, fd, NULL, 0, error);
}

int worker_get_fd(const struct worker *worker)
{
	return worker->poll;
}

bool worker_has_died(const struct worker *worker)
{
	struct pollfd death = {.fd = worker->pidfd, .events = POLLIN};

	return poll(&death, 1, 0) > 0;
}

/* The whole of a reply, or the number of bytes that there are. */
static ssize_t receive(struct worker *worker, struct worker_reply *reply)
{
	struct iovec parts[] = {
		{.iov_base = reply, .iov_len = sizeof(*reply)},
		{.iov_base = worker->buffer, .iov_len = WORKER_MOST},
	};
	struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2};

	return recvmsg(worker->socket, &message, MSG_DONTWAIT);
}

/*
 * One that cannot be heard any more may be at its task all the same: what is waited for is that it
 * ends, which it does after that.
 */
static void stop_listening(const struct worker *worker)
{
	epoll_ctl(worker->poll, EPOLL_CTL_DEL, worker->socket, NULL);
	shutdown(worker->socket, SHUT_RDWR);
}

/* What was said just before death is there to be read then. */
bool worker_take(struct worker *worker, struct worker_answer *answer)
{
	struct worker_reply reply;
	bool died = false;
	ssize_t count;
	int number;

	*answer = (struct worker_answer) {0};
	if (!worker->busy)
		return false;
	count = receive(worker, &reply);
	number = errno;
	if (count < (ssize_t)sizeof(reply)) {
		died = worker_has_died(worker);
		if (died)
			count = receive(worker, &reply);
	}
	if (count >= (ssize_t)sizeof(reply)) {
		answer->number = reply.number;
		answer->length = reply.length;
		answer->bytes = worker->buffer;
	} else if (count < 0 && (number == EAGAIN || number == EINTR) && !died) {
		return false;
	} else if (!died) {
		stop_listening(worker);
		return false;
	} else {
		worker->dead = true;
		answer->number = EOWNERDEAD;
	}
	worker->busy = false;
	return true;
}

void worker_ask_no_more(const struct worker *worker)
{
	shutdown(worker->socket, SHUT_WR);
}

bool worker_is_busy(const struct worker *worker)
{
	return worker->busy;
}

int worker_get_pid(const struct worker *worker)
{
	return worker->pid;
}
