/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Files that keep a writer waiting: it is told in time, and what came of it later. */
#include "stuck_host.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define AUTOPROBE "sys/bus/pci/devices/" PF "/sriov_drivers_autoprobe"
#define UNBIND	  "sys/bus/pci/drivers/vfio-pci/unbind"
#define LATE_MS	  5000 /* a busy machine is no failure */

static uint64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

START_TEST(late)
{
	struct sriov_unfinished_list *list;
	struct sriov_unfinished *one;
	struct sriov_pf *pf, *again;
	uint64_t before;
	int fd;

	begin(DEADLINE);
	pf = open_pf();
	fd = full_pipe_make(fake, AUTOPROBE);
	before = now_ms();
	ck_assert_int_eq(sriov_pf_set_autoprobe(pf, false, &error), SRIOV_CODE_TIMEOUT);
	ck_assert_uint_ge(now_ms() - before, DEADLINE);
	ck_assert_uint_lt(now_ms() - before, DEADLINE + LATE_MS);
	ck_assert_int_eq(sriov_error_get_errno(error), ETIMEDOUT);
	ck_assert_str_eq(sriov_error_get_operation(error), "write");
	ck_assert_str_eq(sriov_error_get_device(error), PF);
	ck_assert_ptr_nonnull(strstr(sriov_error_get_path(error), AUTOPROBE));
	ck_assert_ptr_nonnull(strstr(sriov_error_get_message(error), "is not over after 0.2 s"));
	ck_assert_ptr_nonnull(strstr(sriov_error_get_message(error), "write \"0\" to /"));
	sriov_error_unref(error);
	error = NULL;
	/* All else goes on, and a second one is refused at once. */
	again = open_pf();
	sriov_pf_unref(again);
	before = now_ms();
	expect_failure(sriov_pf_set_autoprobe(pf, true, &error), SRIOV_CODE_BUSY, error,
		       "has been under way for");
	ck_assert_uint_lt(now_ms() - before, DEADLINE);
	list = list_unfinished(1);
	one = sriov_unfinished_list_get(list, 0);
	ck_assert(!sriov_unfinished_is_over(one));
	ck_assert_ptr_null(sriov_unfinished_get_error(one));
	ck_assert_str_eq(sriov_unfinished_get_text(one), "0");
	ck_assert_str_eq(sriov_unfinished_get_device(one), PF);
	ck_assert_ptr_nonnull(strstr(sriov_unfinished_get_path(one), AUTOPROBE));
	ck_assert_uint_ge(sriov_unfinished_get_duration_ms(one), DEADLINE);
	ck_assert_int_eq(kill(sriov_unfinished_get_pid(one), 0), 0);
	sriov_unfinished_list_unref(list);
	ck_assert_str_eq(lines, "");
	full_pipe_drain(fd);
	list = wait_for_end();
	ck_assert_ptr_null(sriov_unfinished_get_error(sriov_unfinished_list_get(list, 0)));
	sriov_unfinished_list_unref(list);
	ck_assert_ptr_nonnull(strstr(lines, "is over after"));
	ck_assert_ptr_nonnull(strstr(lines, "it succeeded"));
	sriov_unfinished_list_unref(list_unfinished(0));
	sriov_pf_unref(pf);
	end();
	close(fd);
}
END_TEST

START_TEST(outcome_of_one_that_failed)
{
	struct sriov_unfinished_list *list;
	const struct sriov_error *outcome;
	struct sriov_pf *pf;
	int fd;

	begin(DEADLINE);
	pf = open_pf();
	fd = full_pipe_make(fake, AUTOPROBE);
	expect_failure(sriov_pf_set_autoprobe(pf, false, &error), SRIOV_CODE_TIMEOUT, error,
		       "is not over");
	list = list_unfinished(1);
	kill(sriov_unfinished_get_pid(sriov_unfinished_list_get(list, 0)), SIGKILL);
	sriov_unfinished_list_unref(list);
	list = wait_for_end();
	outcome = sriov_unfinished_get_error(sriov_unfinished_list_get(list, 0));
	ck_assert_int_eq(sriov_error_get_code(outcome), SRIOV_CODE_FAILED);
	ck_assert_int_eq(sriov_error_get_errno(outcome), EOWNERDEAD);
	ck_assert_ptr_nonnull(strstr(sriov_error_get_message(outcome), "was killed"));
	sriov_unfinished_list_unref(list);
	/* The next one has a new process. */
	expect_failure(sriov_pf_set_autoprobe(pf, false, &error), SRIOV_CODE_TIMEOUT, error,
		       "is not over");
	sriov_pf_unref(pf);
	/* While it is stuck. */
	end();
	close(fd);
	ck_assert_int_eq(waitpid(-1, NULL, WNOHANG | __WALL), -1);
	ck_assert_int_eq(errno, ECHILD);
}
END_TEST

/* A file that is read with the device's lock held. */
START_TEST(reading)
{
	struct sriov_unfinished_list *list;
	struct sriov_pf *pf;
	unsigned int pool;
	int fd;

	begin(DEADLINE);
	pf = open_pf();
	fd = full_pipe_make(fake, "sys/bus/pci/devices/" PF "/sriov_vf_total_msix");
	full_pipe_drain(fd);
	expect_failure(sriov_pf_read_vf_msix_pool(pf, &pool, &error), SRIOV_CODE_TIMEOUT, error,
		       "is not over");
	list = list_unfinished(1);
	ck_assert_ptr_null(sriov_unfinished_get_text(sriov_unfinished_list_get(list, 0)));
	sriov_unfinished_list_unref(list);
	ck_assert_int_eq(write(fd, "64\n", 3), 3);
	sriov_unfinished_list_unref(wait_for_end());
	ck_assert_int_eq(write(fd, "64\n", 3), 3);
	expect_success(sriov_pf_read_vf_msix_pool(pf, &pool, &error), error);
	ck_assert_uint_eq(pool, 64);
	sriov_pf_unref(pf);
	end();
	close(fd);
}
END_TEST

/* Files that are read with the lock of all interfaces held. */
START_TEST(reading_a_bond)
{
	struct sriov_bond *bond;
	int fd;

	begin(DEADLINE);
	fake_add_bond(fake, "bond0", 9, "active-backup 1");
	fd = full_pipe_make(fake, "sys/class/net/bond0/bonding/slaves");
	full_pipe_drain(fd);
	expect_failure(sriov_bond_open(context, "bond0", &bond, &error), SRIOV_CODE_TIMEOUT, error,
		       "bonding/slaves is not over");
	expect_failure(sriov_bond_open(context, "bond0", &bond, &error), SRIOV_CODE_BUSY, error,
		       "has been under way for");
	ck_assert_int_eq(write(fd, "em1 em2\n", 8), 8);
	sriov_unfinished_list_unref(wait_for_end());
	ck_assert_int_eq(write(fd, "em1 em2\n", 8), 8);
	expect_success(sriov_bond_open(context, "bond0", &bond, &error), error);
	ck_assert_uint_eq(sriov_string_list_get_count(sriov_bond_get_members(bond)), 2);
	sriov_bond_unref(bond);
	end();
	close(fd);
}
END_TEST

/* Of two interfaces it has to be known which is the PF's own. */
START_TEST(reading_a_port)
{
	struct sriov_pf *pf;
	int fd;

	begin(DEADLINE);
	fake_add_interface(fake, PF, "em1r0", 90);
	fd = full_pipe_make(fake, "sys/bus/pci/devices/" PF "/net/em1/phys_port_name");
	full_pipe_drain(fd);
	pf = open_pf();
	expect_failure(sriov_pf_set_trust_all(pf, true, &error), SRIOV_CODE_TIMEOUT, error,
		       "phys_port_name is not over");
	ck_assert_int_eq(write(fd, "p0\n", 3), 3);
	sriov_unfinished_list_unref(wait_for_end());
	sriov_pf_unref(pf);
	end();
	close(fd);
}
END_TEST

static void *read_later(void *data)
{
	nanosleep(&(struct timespec) {.tv_nsec = 300000000}, NULL);
	full_pipe_drain(*(int *)data);
	return NULL;
}

/* Then the caller waits himself, as long as it takes. */
START_TEST(no_deadline)
{
	struct sriov_device *device;
	char address[FAKE_ADDRESS_SIZE];
	struct sriov_vfio *vfio;
	pthread_t reader;
	uint64_t before;
	int fd;

	begin(0);
	fake_vf_address(fake, PF, 3, address);
	fake_set_driver(fake, address, "vfio-pci");
	fake_set(fake, address, "driver_override", "vfio-pci\n");
	fd = full_pipe_make(fake, UNBIND);
	expect_success(sriov_device_open(context, address, &device, &error), error);
	expect_success(sriov_vfio_open(device, &vfio, &error), error);
	before = now_ms();
	ck_assert_int_eq(pthread_create(&reader, NULL, read_later, &fd), 0);
	sriov_vfio_unbind(vfio, NULL);
	ck_assert_uint_ge(now_ms() - before, 250);
	pthread_join(reader, NULL);
	sriov_unfinished_list_unref(list_unfinished(0));
	sriov_vfio_unref(vfio);
	sriov_device_unref(device);
	end();
	close(fd);
}
END_TEST

START_TEST(nothing)
{
	struct sriov_unfinished_list *list;

	begin(DEADLINE);
	expect_failure(sriov_context_options_set_deadline_ms(NULL, 1, &error), SRIOV_CODE_INVALID,
		       error, "options is NULL");
	expect_failure(sriov_unfinished_list(NULL, &list, &error), SRIOV_CODE_INVALID, error,
		       "context is NULL");
	ck_assert_ptr_null(list);
	expect_failure(sriov_unfinished_list(context, NULL, &error), SRIOV_CODE_INVALID, error,
		       "list is NULL");
	sriov_unfinished_list_unref(list_unfinished(0));
	ck_assert_ptr_null(sriov_unfinished_get_path(NULL));
	ck_assert_ptr_null(sriov_unfinished_get_text(NULL));
	ck_assert_ptr_null(sriov_unfinished_get_device(NULL));
	ck_assert_uint_eq(sriov_unfinished_get_duration_ms(NULL), 0);
	ck_assert_int_eq(sriov_unfinished_get_pid(NULL), 0);
	ck_assert(!sriov_unfinished_is_over(NULL));
	ck_assert_ptr_null(sriov_unfinished_get_error(NULL));
	end();
}
END_TEST

UNIT_SUITE("deadline", late, outcome_of_one_that_failed, reading, reading_a_bond, reading_a_port,
	   no_deadline, nothing)
