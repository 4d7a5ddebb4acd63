/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Processes that block in their maker's place, on the running kernel. */
#include "workers.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/rtnetlink.h>
#include <poll.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static bool is_over(const struct worker *worker)
{
	struct pollfd over = {.fd = worker_get_fd(worker), .events = POLLIN};

	return poll(&over, 1, 0) > 0;
}

/* A pipe that takes no more. */
static void make_full_pipe(int ends[2])
{
	static const char bytes[4096];

	ck_assert_int_eq(pipe2(ends, O_CLOEXEC), 0);
	fcntl(ends[1], F_SETFL, O_NONBLOCK);
	while (write(ends[1], bytes, sizeof(bytes)) > 0)
		;
	fcntl(ends[1], F_SETFL, 0);
}

static void expect_end(int pid)
{
	for (int i = 0; runs(pid) && i < SOON_MS / 10; i++)
		sleep_shortly();
	ck_assert_msg(!runs(pid), "the worker %d lives on", pid);
}

START_TEST(many_writes)
{
	struct worker *worker = start();
	struct worker_answer answer;
	int fd = make_file();

	ck_assert(!worker_take(worker, &answer));
	for (int i = 0; i < 1000; i++)
		write_word(worker, fd, "word");
	ck_assert_int_eq(lseek(fd, 0, SEEK_END), 4000);
	/* Through the same open file, as its maker would. */
	ck_assert_int_eq(lseek(fd, 3996, SEEK_SET), 3996);
	expect_success(worker_begin_read(worker, fd, 100, &error), error);
	answer = wait_for(worker);
	ck_assert_int_eq(answer.number, 0);
	ck_assert_uint_eq(answer.length, 4);
	ck_assert_mem_eq(answer.bytes, "word", 4);
	close(fd);
	worker_close(worker);
	expect_no_child();
}
END_TEST

START_TEST(most_at_once)
{
	static char bytes[65537];
	struct worker *worker = start();
	struct worker_answer answer;
	int fd = make_file();

	memset(bytes, 'x', sizeof(bytes));
	expect_failure(worker_begin_write(worker, fd, bytes, 65537, &error), SRIOV_CODE_INVALID,
		       error, "65537");
	expect_success(worker_begin_write(worker, fd, bytes, 65536, &error), error);
	ck_assert_uint_eq(wait_for(worker).length, 65536);
	lseek(fd, 0, SEEK_SET);
	expect_success(worker_begin_read(worker, fd, 1000000, &error), error);
	answer = wait_for(worker);
	ck_assert_uint_eq(answer.length, 65536);
	ck_assert_mem_eq(answer.bytes, bytes, 65536);
	close(fd);
	worker_close(worker);
}
END_TEST

START_TEST(failures_have_their_errno)
{
	int full = open("/dev/full", O_WRONLY | O_CLOEXEC), file = make_file();
	struct worker *worker = start();

	expect_success(worker_begin_write(worker, full, "x", 1, &error), error);
	ck_assert_int_eq(wait_for(worker).number, ENOSPC);
	expect_success(worker_begin_read(worker, full, 0, &error), error);
	ck_assert_int_eq(wait_for(worker).number, EBADF);
	expect_success(worker_begin_send(worker, file, "x", 1, &error), error);
	ck_assert_int_eq(wait_for(worker).number, ENOTSOCK);
	/* It is refused before anything begins. */
	expect_failure(worker_begin_write(worker, 12345, "x", 1, &error), SRIOV_CODE_FAILED, error,
		       "Bad file descriptor");
	ck_assert(!worker_is_busy(worker));
	write_word(worker, file, "and goes on");
	close(full);
	close(file);
	worker_close(worker);
}
END_TEST

START_TEST(sends)
{
	struct worker *worker = start();
	char bytes[8];
	int ends[2];

	ck_assert_int_eq(socketpair(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0, ends), 0);
	expect_success(worker_begin_send(worker, ends[0], "four", 4, &error), error);
	ck_assert_uint_eq(wait_for(worker).length, 4);
	ck_assert_int_eq(recv(ends[1], bytes, sizeof(bytes), MSG_DONTWAIT), 4);
	ck_assert_mem_eq(bytes, "four", 4);
	close(ends[0]);
	close(ends[1]);
	worker_close(worker);
}
END_TEST

/* What comes of a question to the kernel, and of one when there is nothing to receive. */
START_TEST(receives)
{
	struct {
		struct nlmsghdr header;
		struct ifinfomsg link;
	} question = {
		.header = {.nlmsg_len = sizeof(question),
			   .nlmsg_type = RTM_GETLINK,
			   .nlmsg_flags = NLM_F_REQUEST,
			   .nlmsg_seq = 812},
		.link = {.ifi_index = 1},
	};
	int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
	struct worker *worker = start();
	const struct nlmsghdr *told;
	struct worker_answer answer;

	ck_assert_int_ge(fd, 0);
	expect_success(worker_begin_send(worker, fd, &question, sizeof(question), &error), error);
	ck_assert_int_eq(wait_for(worker).number, 0);
	expect_success(worker_begin_receive(worker, fd, WORKER_MOST, &error), error);
	answer = wait_for(worker);
	told = answer.bytes;
	ck_assert_int_eq(answer.number, 0);
	ck_assert_uint_ge(answer.length, sizeof(question));
	ck_assert_int_eq(told->nlmsg_type, RTM_NEWLINK);
	ck_assert_uint_eq(told->nlmsg_seq, 812);
	expect_success(worker_begin_receive(worker, fd, WORKER_MOST, &error), error);
	ck_assert_int_eq(wait_for(worker).number, EAGAIN);
	close(fd);
	worker_close(worker);
}
END_TEST

/* With what is taken from the caller afterwards, it is not what the caller may do. */
START_TEST(has_the_rights_of_its_beginning)
{
	struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
	struct __user_cap_data_struct data[_LINUX_CAPABILITY_U32S_3];
	struct worker *worker = start();

	ck_assert(worker_fits(worker));
	ck_assert_int_eq(syscall(SYS_capget, &header, data), 0);
	UNIT_NEEDS(data[0].effective, "rights to be given up");
	data[0].effective &= data[0].effective - 1;
	ck_assert_int_eq(syscall(SYS_capset, &header, data), 0);
	ck_assert(!worker_fits(worker));
	worker_close(worker);
	worker = start();
	ck_assert(worker_fits(worker));
	worker_close(worker);
}
END_TEST

START_TEST(blocks_in_its_makers_place)
{
	static char bytes[65536];
	struct worker *worker = start();
	struct worker_answer answer;
	int ends[2];

	make_full_pipe(ends);
	expect_success(worker_begin_write(worker, ends[1], "stuck", 5, &error), error);
	ck_assert(worker_is_busy(worker));
	for (int i = 0; i < 10; i++) {
		sleep_shortly();
		ck_assert(!is_over(worker));
		ck_assert(!worker_take(worker, &answer));
	}
	expect_failure(worker_begin_write(worker, ends[1], "x", 1, &error), SRIOV_CODE_BUSY, error,
		       "something else under way");
	ck_assert_int_gt(read(ends[0], bytes, sizeof(bytes)), 0);
	answer = wait_for(worker);
	ck_assert_int_eq(answer.number, 0);
	ck_assert_uint_eq(answer.length, 5);
	close(ends[0]);
	close(ends[1]);
	worker_close(worker);
}
END_TEST

/* The write goes on without it, and then there is nothing left. */
START_TEST(closed_while_stuck)
{
	static char bytes[65536];
	struct worker *worker = start();
	int ends[2], pid = worker_get_pid(worker);
	ssize_t count, total = 0;

	make_full_pipe(ends);
	expect_success(worker_begin_write(worker, ends[1], "stuck", 5, &error), error);
	sleep_shortly();
	worker_close(worker);
	close(ends[1]);
	ck_assert(runs(pid));
	while ((count = read(ends[0], bytes, sizeof(bytes))) > 0) {
		total += count;
		if (total % 4096 == 5)
			ck_assert_mem_eq(bytes + count - 5, "stuck", 5);
	}
	ck_assert_int_eq(total % 4096, 5);
	expect_end(pid);
	expect_no_child();
	close(ends[0]);
}
END_TEST

START_TEST(ends_when_closed)
{
	struct worker *worker = start();
	int pid = worker_get_pid(worker), fd = make_file();

	write_word(worker, fd, "x");
	ck_assert(runs(pid));
	worker_close(worker);
	expect_end(pid);
	expect_no_child();
	close(fd);
	worker_close(NULL);
}
END_TEST

/* Also while another child of the program has its end of the socket, too. */
START_TEST(ends_when_closed_while_copied)
{
	struct worker *worker = start();
	int pid = worker_get_pid(worker), ends[2];
	pid_t child;

	signal(SIGCHLD, SIG_DFL);
	ck_assert_int_eq(pipe(ends), 0);
	child = fork();
	if (!child) {
		close(ends[1]);
		if (read(ends[0], &(char) {0}, 1) < 0)
			_exit(1);
		_exit(0);
	}
	worker_close(worker);
	expect_end(pid);
	close(ends[1]);
	ck_assert_int_eq(waitpid(child, NULL, 0), child);
	close(ends[0]);
}
END_TEST

/* The maker in a process of its own; gives the worker's number, and waits to be killed. */
static pid_t make_maker(int *worker_pid, int kept)
{
	struct worker *worker;
	int ends[2], pid;
	pid_t maker;

	ck_assert_int_eq(pipe2(ends, O_CLOEXEC), 0);
	maker = fork();
	if (!maker) {
		worker = start();
		if (kept >= 0)
			expect_success(worker_keep(worker, kept, &error), error);
		pid = worker_get_pid(worker);
		if (write(ends[1], &pid, sizeof(pid)) < 0)
			_exit(1);
		for (;;)
			pause();
	}
	ck_assert_int_eq(read(ends[0], worker_pid, sizeof(*worker_pid)), sizeof(*worker_pid));
	close(ends[0]);
	close(ends[1]);
	return maker;
}

START_TEST(ends_when_its_maker_is_killed)
{
	int pid;
	pid_t maker;

	signal(SIGCHLD, SIG_DFL);
	maker = make_maker(&pid, -1);
	ck_assert(runs(pid));
	ck_assert_int_eq(kill(maker, SIGKILL), 0);
	ck_assert_int_eq(waitpid(maker, NULL, 0), maker);
	expect_end(pid);
}
END_TEST

START_TEST(death_is_told)
{
	struct worker *worker = start();
	struct worker_answer answer;
	int ends[2], pid = worker_get_pid(worker);

	make_full_pipe(ends);
	expect_success(worker_begin_write(worker, ends[1], "stuck", 5, &error), error);
	ck_assert_int_eq(kill(pid, SIGTERM), 0);
	sleep_shortly();
	ck_assert_msg(!is_over(worker), "a signal that it blocks has ended it");
	ck_assert_int_eq(kill(pid, SIGKILL), 0);
	answer = wait_for(worker);
	ck_assert_int_eq(answer.number, EOWNERDEAD);
	ck_assert_uint_eq(answer.length, 0);
	expect_failure(worker_begin_write(worker, ends[1], "x", 1, &error), SRIOV_CODE_GONE, error,
		       "was killed");
	expect_failure(worker_keep(worker, ends[1], &error), SRIOV_CODE_GONE, error, "was killed");
	ck_assert(!worker_is_busy(worker));
	worker_close(worker);
	expect_no_child();
	close(ends[0]);
	close(ends[1]);
}
END_TEST

/* A lock that is held with the descriptor lasts as long as the worker. */
START_TEST(keeps)
{
	int fd, other, locked;
	struct worker *worker = start();
	char path[] = "/tmp/test_worker.XXXXXX";

	fd = mkostemp(path, O_CLOEXEC);
	other = open(path, O_RDWR | O_CLOEXEC);
	unlink(path);
	ck_assert_int_eq(flock(fd, LOCK_EX | LOCK_NB), 0);
	expect_success(worker_keep(worker, fd, &error), error);
	write_word(worker, fd, "x");
	close(fd);
	ck_assert_int_eq(flock(other, LOCK_EX | LOCK_NB), -1);
	write_word(worker, other, "y");
	ck_assert_int_eq(flock(other, LOCK_EX | LOCK_NB), -1);
	worker_close(worker);
	for (int i = 0; (locked = flock(other, LOCK_EX | LOCK_NB)) && i < SOON_MS / 10; i++)
		sleep_shortly();
	ck_assert_int_eq(locked, 0);
	close(other);
}
END_TEST

UNIT_SUITE_WITH("worker", before, NULL, many_writes, most_at_once, failures_have_their_errno, sends,
		receives, has_the_rights_of_its_beginning, blocks_in_its_makers_place,
		closed_while_stuck, ends_when_closed, ends_when_closed_while_copied,
		ends_when_its_maker_is_killed, death_is_told, keeps)
