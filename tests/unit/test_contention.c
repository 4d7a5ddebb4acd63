/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Many processes want the same lease and the same VFs, again and again: never two have it at once,
 * nobody waits for ever, and the numbers add up.
 */
#include "unit.h"

#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define PF	  "0000:01:00.0"
#define PROCESSES 16
#define TURNS	  1000
#define VFS	  3

/* What the processes share: who is in, and what each has had. */
struct board {
	atomic_int inside[VFS];
	/* Not atomic: it is what the lease is there to protect. */
	unsigned long protected;
	atomic_ulong had, refused;
};

static struct fake *fake;
static struct board *board;

static void begin(void)
{
	fake = fake_new();
	fake_add_82576(fake, PF, "em1", VFS);
	board = mmap(NULL, sizeof(*board), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1,
		     0);
	ck_assert_ptr_ne(board, MAP_FAILED);
}

static void end(void)
{
	munmap(board, sizeof(*board));
	fake_free(fake);
}

/* Each has a context of its own; the processes are real ones. */
static struct sriov_pf *open_pf(void)
{
	struct sriov_context_options *options = fake_make_options(fake);
	struct sriov_context *context = NULL;
	struct sriov_pf *pf = NULL;

	if (sriov_context_options_set_procfs(options, "/proc", NULL) ||
	    sriov_context_new(options, &context, NULL) || sriov_pf_open(context, "em1", &pf, NULL))
		_exit(10);
	sriov_context_unref(context);
	sriov_context_options_unref(options);
	return pf;
}

static void enter(unsigned int place)
{
	if (atomic_exchange(&board->inside[place], getpid()))
		_exit(11);
}

static void leave(unsigned int place)
{
	if (atomic_exchange(&board->inside[place], 0) != getpid())
		_exit(12);
}

static void lease_once(struct sriov_pf *pf, const struct sriov_lease_options *options)
{
	struct sriov_lease *lease;
	unsigned long before;

	if (sriov_pf_acquire_lease(pf, options, &lease, NULL))
		_exit(13);
	enter(0);
	before = board->protected;
	if (before % 16 == 0)
		sched_yield();
	board->protected = before + 1;
	leave(0);
	sriov_lease_unref(lease);
}

static void lease_often(void)
{
	struct sriov_lease_options *options;
	struct sriov_pf *pf = open_pf();

	if (sriov_lease_options_new(&options, NULL))
		_exit(13);
	sriov_lease_options_set_wait_ms(options, UINT32_MAX);
	for (int turn = 0; turn < TURNS; turn++)
		lease_once(pf, options);
	sriov_lease_options_unref(options);
	sriov_pf_unref(pf);
}

static void reserve_once(struct sriov_pf *pf)
{
	struct sriov_reservation *reservation;
	unsigned int index;
	enum sriov_code code = sriov_pf_reserve_vf(pf, NULL, &reservation, NULL);

	if (code == SRIOV_CODE_BUSY) {
		atomic_fetch_add(&board->refused, 1);
		sched_yield();
		return;
	}
	if (code)
		_exit(14);
	index = sriov_vf_get_index(sriov_reservation_get_vf(reservation));
	enter(index);
	atomic_fetch_add(&board->had, 1);
	sched_yield();
	leave(index);
	sriov_reservation_unref(reservation);
}

static void reserve_often(void)
{
	struct sriov_pf *pf = open_pf();

	for (int turn = 0; turn < TURNS; turn++)
		reserve_once(pf);
	sriov_pf_unref(pf);
}

/* Until it is killed, with the lease, with a VF, or with neither. */
static void do_both_for_ever(void)
{
	struct sriov_lease_options *options;
	struct sriov_reservation *reservation;
	struct sriov_pf *pf = open_pf();
	struct sriov_lease *lease;

	if (sriov_lease_options_new(&options, NULL))
		_exit(13);
	sriov_lease_options_set_wait_ms(options, UINT32_MAX);
	for (;;) {
		if (sriov_pf_acquire_lease(pf, options, &lease, NULL))
			_exit(13);
		sriov_pf_reserve_vf(pf, NULL, &reservation, NULL);
		sriov_lease_unref(lease);
		sriov_reservation_unref(reservation);
	}
}

static void start(pid_t pids[PROCESSES], void (*work)(void))
{
	for (int i = 0; i < PROCESSES; i++) {
		pids[i] = fork();
		ck_assert_int_ge(pids[i], 0);
		if (!pids[i]) {
			work();
			_exit(0);
		}
	}
}

static void run_all(void (*work)(void))
{
	pid_t pids[PROCESSES];
	int status;

	start(pids, work);
	for (int i = 0; i < PROCESSES; i++) {
		ck_assert_int_eq(waitpid(pids[i], &status, 0), pids[i]);
		ck_assert_msg(WIFEXITED(status) && !WEXITSTATUS(status), "status %#x",
			      (unsigned int)status);
	}
	for (int i = 0; i < VFS; i++)
		ck_assert_int_eq(board->inside[i], 0);
}

static void expect_all_free(void)
{
	struct sriov_reservation *reservations[VFS];
	struct sriov_error *error = NULL;
	struct sriov_pf *pf = open_pf();
	struct sriov_lease *lease;

	expect_success(sriov_pf_acquire_lease(pf, NULL, &lease, &error), error);
	sriov_lease_unref(lease);
	for (int i = 0; i < VFS; i++)
		expect_success(sriov_pf_reserve_vf(pf, NULL, &reservations[i], &error), error);
	for (int i = 0; i < VFS; i++)
		sriov_reservation_unref(reservations[i]);
	sriov_pf_unref(pf);
}

START_TEST(one_lease)
{
	run_all(lease_often);
	ck_assert_uint_eq(board->protected, PROCESSES * TURNS);
	expect_all_free();
}
END_TEST

START_TEST(few_vfs)
{
	run_all(reserve_often);
	ck_assert_uint_eq(board->had + board->refused, PROCESSES * TURNS);
	/* Those who are refused are many, since they wait for nothing. */
	ck_assert_uint_ge(board->had, PROCESSES);
	expect_all_free();
}
END_TEST

/* Killed at any moment, they leave nothing behind. */
START_TEST(killed_in_between)
{
	pid_t pids[PROCESSES];

	start(pids, do_both_for_ever);
	for (int i = 0; i < PROCESSES; i++) {
		usleep(10000 + (useconds_t)(i * 977));
		ck_assert_int_eq(kill(pids[i], SIGKILL), 0);
		ck_assert_int_eq(waitpid(pids[i], NULL, 0), pids[i]);
	}
	expect_all_free();
}
END_TEST

UNIT_SUITE_WITH("contention", begin, end, one_lease, few_vfs, killed_in_between)
