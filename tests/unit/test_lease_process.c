/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Leases: between processes and their children; what ends them, and what not. */
#include "lease_host.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Runs in a child until it is killed, or its pipe is closed. */
static pid_t fork_owner(const char *text)
{
	struct sriov_lease_options *options = make_options(text, 0);
	int ready[2];
	char byte;
	pid_t pid;

	ck_assert_int_eq(pipe(ready), 0);
	pid = fork();
	if (!pid) {
		if (sriov_pf_acquire_lease(pf, options, &lease, NULL))
			_exit(1);
		if (write(ready[1], "x", 1) != 1)
			_exit(1);
		pause();
		_exit(0);
	}
	close(ready[1]);
	ck_assert_int_eq(read(ready[0], &byte, 1), 1);
	close(ready[0]);
	sriov_lease_options_unref(options);
	return pid;
}

START_TEST(a_killed_owner)
{
	pid_t pid = fork_owner("doomed");
	char number[32];

	snprintf(number, sizeof(number), "process %d", pid);
	expect_busy(number);
	read_owner();
	ck_assert_int_eq(sriov_owner_get_pid(owner), pid);
	kill(pid, SIGKILL);
	/* What is not waited for is dead all the same. */
	waitid(P_PID, (id_t)pid, NULL, WEXITED | WNOWAIT);
	expect_free();
	waitpid(pid, NULL, 0);
	expect_free();
}
END_TEST

/* A child that was forked, and knows nothing of it, keeps it; that it drops its copy is nothing. */
START_TEST(a_forked_child_drops_its_copy)
{
	pid_t pid;

	acquire("parent");
	pid = fork();
	if (!pid) {
		sriov_lease_unref(lease);
		_exit(0);
	}
	waitpid(pid, NULL, 0);
	read_owner();
	ck_assert_str_eq(sriov_owner_get_text(owner), "parent");
	expect_busy("held by parent (");
}
END_TEST

/* A worker that hangs in the kernel. */
START_TEST(a_worker_keeps_it)
{
	char number[64];
	pid_t pid;

	acquire("my-agent");
	ck_assert_int_eq(fcntl(lease_get_fd(lease), F_GETFD), FD_CLOEXEC);
	pid = fork();
	if (!pid) {
		pause();
		_exit(0);
	}
	lease_hand_over(lease, pid, "the write of \"0\"");
	drop();
	snprintf(number, sizeof(number), "held by my-agent (");
	expect_busy(number);
	read_owner();
	ck_assert_int_eq(sriov_owner_get_pid(owner), pid);
	ck_assert(sriov_owner_is_running(owner));
	expect_busy(", until the kernel ends the write of \"0\"");
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	expect_free();
}
END_TEST

/* One that is at nothing any more, and has not ended yet. */
START_TEST(an_idle_worker_does_not_keep_it)
{
	pid_t pid;

	acquire("my-agent");
	ck_assert_int_ge(lease_get_fd(lease), 0);
	pid = fork();
	if (!pid) {
		pause();
		_exit(0);
	}
	drop();
	expect_free();
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
}
END_TEST

/* The owner was killed, and a child of it still has a copy. */
START_TEST(the_owner_is_dead_and_its_worker_not)
{
	int ready[2];
	pid_t pid, worker;

	ck_assert_int_eq(pipe(ready), 0);
	pid = fork();
	if (!pid) {
		if (sriov_pf_acquire_lease(pf, NULL, &lease, NULL))
			_exit(1);
		worker = fork();
		if (!worker) {
			pause();
			_exit(0);
		}
		if (write(ready[1], &worker, sizeof(worker)) != sizeof(worker))
			_exit(1);
		_exit(0);
	}
	ck_assert_int_eq(read(ready[0], &worker, sizeof(worker)), sizeof(worker));
	waitpid(pid, NULL, 0);
	expect_busy("which has ended");
	read_owner();
	ck_assert_int_eq(sriov_owner_get_pid(owner), pid);
	ck_assert(!sriov_owner_is_running(owner));
	kill(worker, SIGKILL);
	/* It is not ours to wait for. */
	for (int i = 0; i < 1000 && owner; i++) {
		usleep(1000);
		sriov_owner_unref(owner);
		expect_success(sriov_pf_read_lease_owner(pf, &owner, &error), error);
	}
	expect_free();
	close(ready[0]);
	close(ready[1]);
}
END_TEST

static uint64_t get_now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

START_TEST(waited_for_in_vain)
{
	struct sriov_lease_options *options = make_options("b", 150);
	struct sriov_lease *other;
	uint64_t begin_ms, passed_ms;

	acquire("a");
	begin_ms = get_now_ms();
	expect_failure(sriov_pf_acquire_lease(seen_by_second, options, &other, &error),
		       SRIOV_CODE_BUSY, error, "waited for in vain");
	passed_ms = get_now_ms() - begin_ms;
	ck_assert_uint_ge(passed_ms, 150);
	ck_assert_uint_lt(passed_ms, 2000);
	sriov_lease_options_unref(options);
}
END_TEST

static void expect_waited(uint32_t wait_ms)
{
	struct sriov_lease_options *options = make_options("b", wait_ms);
	uint64_t begin_ms = get_now_ms();
	pid_t pid = fork_owner("a");
	pid_t killer = fork();

	if (!killer) {
		usleep(100000);
		kill(pid, SIGKILL);
		_exit(0);
	}
	expect_success(sriov_pf_acquire_lease(seen_by_second, options, &lease, &error), error);
	ck_assert_uint_ge(get_now_ms() - begin_ms, 100);
	waitpid(killer, NULL, 0);
	waitpid(pid, NULL, 0);
	drop();
	sriov_lease_options_unref(options);
}

START_TEST(waited_for)
{
	expect_waited(20000);
	expect_waited(UINT32_MAX);
}
END_TEST

UNIT_SUITE_WITH("lease_process", begin, end, a_killed_owner, a_forked_child_drops_its_copy,
		a_worker_keeps_it, an_idle_worker_does_not_keep_it,
		the_owner_is_dead_and_its_worker_not, waited_for_in_vain, waited_for)
