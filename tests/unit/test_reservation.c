/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Reservations of VFs: of one, of a PF and of a pool of PFs. */
#include "unit.h"

#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "change/lease/reservation.h"

#define PF     "0000:01:00.0"
#define SECOND "0000:02:00.0"
#define VF_0   "0000:01:10.0" /* in group 11 */
#define VF_1   "0000:01:10.2"
#define VF_2   "0000:01:10.4"

static struct fake *fake;
static struct sriov_context *context, *other_context;
static struct sriov_pf *pf, *seen_by_other;
static struct sriov_vf *vf;
static struct sriov_reservation_options *options;
static struct sriov_reservation *reservation, *second;
static struct sriov_owner *owner;
static struct sriov_error *error;

static void begin(void)
{
	fake = fake_new();
	fake_add_82576(fake, PF, "em1", 3);
	fake_add_82576(fake, SECOND, "em2", 1);
	fake_add_process(fake, 1, "init");
	/* This process is one of that host. */
	fake_add_process(fake, 4711, "python3");
	fake_link(fake, "4711", "proc/self");
	context = fake_open_context(fake);
	other_context = fake_open_context(fake);
	expect_success(sriov_pf_open(context, "em1", &pf, &error), error);
	expect_success(sriov_pf_open(other_context, "em1", &seen_by_other, &error), error);
	expect_success(sriov_vf_open(context, VF_0, &vf, &error), error);
	expect_success(sriov_reservation_options_new(&options, &error), error);
}

static void end(void)
{
	sriov_owner_unref(owner);
	sriov_reservation_unref(second);
	sriov_reservation_unref(reservation);
	sriov_reservation_options_unref(options);
	sriov_vf_unref(vf);
	sriov_pf_unref(seen_by_other);
	sriov_pf_unref(pf);
	sriov_context_unref(other_context);
	sriov_context_unref(context);
	fake_free(fake);
}

static void release(struct sriov_reservation **which)
{
	sriov_reservation_unref(*which);
	*which = NULL;
}

static void expect_vf(const struct sriov_reservation *got, const char *address)
{
	const struct sriov_vf *of = sriov_reservation_get_vf(got);

	ck_assert_str_eq(sriov_device_get_address(sriov_vf_get_device(of)), address);
}

/* What the cause of this number says. */
static void expect_cause(size_t position, enum sriov_code code, const char *words)
{
	const struct sriov_error *cause = sriov_error_get_cause(error, position);
	const char *message = sriov_error_get_message(cause);

	ck_assert_ptr_nonnull(cause);
	ck_assert_int_eq(sriov_error_get_code(cause), code);
	ck_assert_msg(strstr(message, words), "\"%s\" not in: %s", words, message);
}

static void expect_causes(size_t count)
{
	ck_assert_uint_eq(sriov_error_get_cause_count(error), count);
}

static void forget_error(void)
{
	sriov_error_unref(error);
	error = NULL;
}

START_TEST(one_has_it)
{
	expect_success(sriov_reservation_options_set_owner(options, "my-agent 1.2", &error), error);
	expect_success(sriov_vf_reserve(vf, options, &reservation, &error), error);
	ck_assert_ptr_eq(sriov_reservation_get_vf(reservation), vf);
	ck_assert_int_eq(sriov_vf_reserve(vf, options, &second, &error), SRIOV_CODE_BUSY);
	ck_assert_ptr_null(second);
	ck_assert_str_eq(sriov_error_get_device(error), VF_0);
	ck_assert_int_eq(sriov_error_get_vf_index(error), 0);
	expect_failure(sriov_error_get_code(error), SRIOV_CODE_BUSY, error,
		       "VF 0 of em1 (" PF ", igb) is reserved by my-agent 1.2 (python3, "
		       "process 4711) since ");
	expect_success(sriov_vf_read_reservation_owner(vf, &owner, &error), error);
	ck_assert_str_eq(sriov_owner_get_text(owner), "my-agent 1.2");
	sriov_owner_unref(owner);
	release(&reservation);
	expect_success(sriov_vf_read_reservation_owner(vf, &owner, &error), error);
	ck_assert_ptr_null(owner);
	expect_success(sriov_vf_reserve(vf, NULL, &reservation, &error), error);
}
END_TEST

START_TEST(nothing_is_made_by_looking)
{
	char *path = fake_path(fake, "runtime");

	expect_success(sriov_vf_read_reservation_owner(vf, &owner, &error), error);
	ck_assert_ptr_null(owner);
	expect_success(reservation_read_owner(context, VF_1, &owner, &error), error);
	ck_assert_ptr_null(owner);
	ck_assert_int_ne(access(path, F_OK), 0);
	free(path);
}
END_TEST

START_TEST(the_next_that_is_free)
{
	struct sriov_reservation *third;

	expect_success(sriov_pf_reserve_vf(pf, NULL, &reservation, &error), error);
	expect_vf(reservation, VF_0);
	expect_success(sriov_pf_reserve_vf(seen_by_other, NULL, &second, &error), error);
	expect_vf(second, VF_1);
	release(&reservation);
	expect_success(sriov_pf_reserve_vf(pf, NULL, &reservation, &error), error);
	expect_vf(reservation, VF_0);
	expect_success(sriov_pf_reserve_vf(pf, NULL, &third, &error), error);
	expect_vf(third, VF_2);
	sriov_reservation_unref(third);
}
END_TEST

START_TEST(none_is_free)
{
	struct sriov_reservation *third;

	expect_success(sriov_reservation_options_set_owner(options, "first", &error), error);
	expect_success(sriov_pf_reserve_vf(pf, options, &reservation, &error), error);
	expect_success(sriov_reservation_options_set_owner(options, "other", &error), error);
	expect_success(sriov_pf_reserve_vf(pf, options, &second, &error), error);
	fake_set_driver(fake, VF_2, "vfio-pci");
	fake_add_process(fake, 812, "qemu");
	fake_open_file(fake, 812, 9, "/dev/vfio/13");
	ck_assert_int_eq(sriov_pf_reserve_vf(seen_by_other, NULL, &third, &error), SRIOV_CODE_BUSY);
	ck_assert_ptr_null(third);
	expect_causes(3);
	expect_cause(0, SRIOV_CODE_BUSY, "VF 0 of em1 (" PF ", igb) is reserved by first (");
	expect_cause(1, SRIOV_CODE_BUSY, "VF 1 of em1 (" PF ", igb) is reserved by other (");
	expect_cause(2, SRIOV_CODE_BUSY, "is held by qemu (process 812) through /dev/vfio/13");
	ck_assert_int_eq(sriov_error_get_vf_index(sriov_error_get_cause(error, 1)), 1);
	ck_assert_str_eq(sriov_error_get_device(sriov_error_get_cause(error, 2)), VF_2);
	expect_failure(sriov_error_get_code(error), SRIOV_CODE_BUSY, error,
		       "em1 (" PF ", igb): none of 3 VFs can be reserved: VF 0 of em1");
	ck_assert_int_eq(sriov_pf_reserve_vf(pf, NULL, &third, NULL), SRIOV_CODE_BUSY);
}
END_TEST

/* Who has reserved it says more than what his machine does with it. */
START_TEST(reserved_and_in_use)
{
	expect_success(sriov_reservation_options_set_owner(options, "first", &error), error);
	expect_success(sriov_vf_reserve(vf, options, &reservation, &error), error);
	fake_set_driver(fake, VF_0, "igbvf");
	fake_add_interface(fake, VF_0, "enp1s16", 1000100);
	fake_write(fake, "0x1003\n", "sys/class/net/enp1s16/flags");
	fake_set_driver(fake, VF_1, "igbvf");
	fake_set_driver(fake, VF_2, "igbvf");
	ck_assert_int_eq(sriov_pf_reserve_vf(pf, NULL, &second, &error), SRIOV_CODE_BUSY);
	expect_cause(0, SRIOV_CODE_BUSY, "is reserved by first (");
	expect_cause(1, SRIOV_CODE_BUSY, "is on igbvf, which may use it");
	forget_error();
	release(&reservation);
	ck_assert_int_eq(sriov_pf_reserve_vf(pf, NULL, &second, &error), SRIOV_CODE_BUSY);
	expect_cause(0, SRIOV_CODE_BUSY, "interface enp1s16, which is up");
	forget_error();
}
END_TEST

START_TEST(in_use_and_allowed)
{
	fake_set_driver(fake, VF_0, "igbvf");
	expect_failure(sriov_vf_reserve(vf, NULL, &reservation, &error), SRIOV_CODE_BUSY, error,
		       "is on igbvf, which may use it");
	/* What was refused is not kept. */
	expect_success(sriov_vf_read_reservation_owner(vf, &owner, &error), error);
	ck_assert_ptr_null(owner);
	sriov_reservation_options_set_allow_in_use(options, true);
	expect_success(sriov_pf_reserve_vf(pf, options, &reservation, &error), error);
	expect_vf(reservation, VF_1);
	expect_success(sriov_vf_reserve(vf, options, &second, &error), error);
}
END_TEST

START_TEST(on_a_driver)
{
	expect_success(sriov_reservation_options_set_driver(options, "vfio-pci", &error), error);
	ck_assert_int_eq(sriov_pf_reserve_vf(pf, options, &reservation, &error), SRIOV_CODE_BUSY);
	expect_causes(3);
	expect_cause(0, SRIOV_CODE_NO_DRIVER, "has no driver, and one on vfio-pci is wanted");
	forget_error();
	expect_failure(sriov_vf_reserve(vf, options, &reservation, &error), SRIOV_CODE_NO_DRIVER,
		       error, "has no driver");
	fake_set_driver(fake, VF_0, "pci-stub");
	fake_set_driver(fake, VF_2, "vfio-pci");
	expect_failure(sriov_vf_reserve(vf, options, &reservation, &error), SRIOV_CODE_NO_DRIVER,
		       error, "is on pci-stub, and one on vfio-pci is wanted");
	expect_success(sriov_pf_reserve_vf(pf, options, &reservation, &error), error);
	expect_vf(reservation, VF_2);
	expect_success(sriov_reservation_options_set_driver(options, NULL, &error), error);
	expect_success(sriov_pf_reserve_vf(pf, options, &second, &error), error);
	expect_vf(second, VF_0);
	expect_failure(sriov_reservation_options_set_driver(options, "../x", &error),
		       SRIOV_CODE_INVALID, error, "../x");
}
END_TEST

static struct sriov_pf_list *open_pool(const char *names)
{
	struct sriov_pf_list *list;

	expect_success(sriov_pf_list_by_names(context, names, &list, &error), error);
	return list;
}

START_TEST(of_a_pool)
{
	struct sriov_pf_list *pool = open_pool("em2 em1");
	struct sriov_reservation *all[4];

	for (size_t i = 0; i < 4; i++)
		expect_success(sriov_pf_list_reserve_vf(pool, NULL, &all[i], &error), error);
	expect_vf(all[0], "0000:02:10.0");
	expect_vf(all[1], VF_0);
	expect_vf(all[3], VF_2);
	ck_assert_int_eq(sriov_pf_list_reserve_vf(pool, NULL, &reservation, &error),
			 SRIOV_CODE_BUSY);
	expect_causes(4);
	expect_cause(0, SRIOV_CODE_BUSY, "VF 0 of em2 (" SECOND ", igb) is reserved by python3 (");
	expect_failure(sriov_error_get_code(error), SRIOV_CODE_BUSY, error,
		       "em2, em1: none of 4 VFs can be reserved");
	for (size_t i = 0; i < 4; i++)
		sriov_reservation_unref(all[i]);
	sriov_pf_list_unref(pool);
}
END_TEST

START_TEST(a_pf_of_the_pool_is_gone)
{
	struct sriov_pf_list *pool = open_pool("em2 em1");

	fake_remove_device(fake, SECOND);
	expect_success(sriov_pf_list_reserve_vf(pool, NULL, &reservation, &error), error);
	expect_vf(reservation, VF_0);
	sriov_pf_list_unref(pool);
}
END_TEST

START_TEST(no_vfs)
{
	struct sriov_pf_list *pool;
	struct sriov_pf *none;

	fake_add_82576(fake, "0000:03:00.0", "em3", 0);
	expect_success(sriov_pf_open(context, "em3", &none, &error), error);
	expect_failure(sriov_pf_reserve_vf(none, NULL, &reservation, &error), SRIOV_CODE_NOT_FOUND,
		       error, "em3 (0000:03:00.0, igb): no VF to reserve");
	sriov_pf_unref(none);
	pool = open_pool("em3");
	expect_failure(sriov_pf_list_reserve_vf(pool, NULL, &reservation, &error),
		       SRIOV_CODE_NOT_FOUND, error, "em3: no VF to reserve");
	sriov_pf_list_unref(pool);
}
END_TEST

START_TEST(pools_by_name)
{
	struct sriov_pf_list *pool = open_pool("  em2\t" SECOND " 01:00.0  em1 ");

	ck_assert_uint_eq(sriov_pf_list_get_count(pool), 2);
	ck_assert_str_eq(sriov_pf_get_interface(sriov_pf_list_get(pool, 0)), "em2");
	ck_assert_str_eq(sriov_pf_get_interface(sriov_pf_list_get(pool, 1)), "em1");
	sriov_pf_list_unref(pool);
	expect_failure(sriov_pf_list_by_names(context, "em1 em9", &pool, &error),
		       SRIOV_CODE_NOT_FOUND, error, "em9");
	ck_assert_ptr_null(pool);
	expect_failure(sriov_pf_list_by_names(context, " ", &pool, &error), SRIOV_CODE_INVALID,
		       error, "no PF's name");
	expect_failure(sriov_pf_list_by_names(context, "em1 a/b", &pool, &error),
		       SRIOV_CODE_INVALID, error, "a/b");
	expect_failure(sriov_pf_list_by_names(NULL, "em1", &pool, &error), SRIOV_CODE_INVALID,
		       error, "context is NULL");
	expect_failure(sriov_pf_list_by_names(context, NULL, &pool, &error), SRIOV_CODE_INVALID,
		       error, "names is NULL");
	expect_failure(sriov_pf_list_by_names(context, "em1", NULL, &error), SRIOV_CODE_INVALID,
		       error, "list is NULL");
}
END_TEST

START_TEST(the_vf_is_removed)
{
	fake_remove_device(fake, VF_0);
	fake_remove(fake, "sys/bus/pci/devices/" PF "/virtfn0");
	expect_failure(sriov_vf_reserve(vf, NULL, &reservation, &error), SRIOV_CODE_GONE, error,
		       VF_0);
}
END_TEST

/* It is wrong for all VFs, and said once. */
START_TEST(the_directory_is_wrong)
{
	char *path = fake_path(fake, "runtime");

	mkdir(path, 0700);
	chmod(path, 0770);
	ck_assert_int_eq(sriov_pf_reserve_vf(pf, NULL, &reservation, &error), SRIOV_CODE_FORBIDDEN);
	expect_causes(0);
	expect_failure(sriov_error_get_code(error), SRIOV_CODE_FORBIDDEN, error, "has mode 0770");
	expect_failure(sriov_vf_reserve(vf, NULL, &reservation, &error), SRIOV_CODE_FORBIDDEN,
		       error, path);
	free(path);
}
END_TEST

START_TEST(a_killed_owner)
{
	int ready[2];
	char byte;
	pid_t pid;

	ck_assert_int_eq(pipe(ready), 0);
	pid = fork();
	if (!pid) {
		if (sriov_vf_reserve(vf, NULL, &reservation, NULL) || write(ready[1], "x", 1) != 1)
			_exit(1);
		pause();
		_exit(0);
	}
	ck_assert_int_eq(read(ready[0], &byte, 1), 1);
	expect_failure(sriov_vf_reserve(vf, NULL, &second, &error), SRIOV_CODE_BUSY, error,
		       "is reserved by");
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	expect_success(sriov_vf_reserve(vf, NULL, &second, &error), error);
	close(ready[0]);
	close(ready[1]);
}
END_TEST

START_TEST(null_is_refused)
{
	expect_failure(sriov_vf_reserve(NULL, NULL, &reservation, &error), SRIOV_CODE_INVALID,
		       error, "vf is NULL");
	expect_failure(sriov_vf_reserve(vf, NULL, NULL, &error), SRIOV_CODE_INVALID, error,
		       "reservation is NULL");
	expect_failure(sriov_pf_reserve_vf(NULL, NULL, &reservation, &error), SRIOV_CODE_INVALID,
		       error, "pf is NULL");
	expect_failure(sriov_pf_reserve_vf(pf, NULL, NULL, &error), SRIOV_CODE_INVALID, error,
		       "reservation is NULL");
	expect_failure(sriov_pf_list_reserve_vf(NULL, NULL, &reservation, &error),
		       SRIOV_CODE_INVALID, error, "list is NULL");
	expect_failure(sriov_pf_list_reserve_vf(NULL, NULL, NULL, &error), SRIOV_CODE_INVALID,
		       error, "reservation is NULL");
	expect_failure(sriov_vf_read_reservation_owner(NULL, &owner, &error), SRIOV_CODE_INVALID,
		       error, "vf is NULL");
	expect_failure(sriov_vf_read_reservation_owner(vf, NULL, &error), SRIOV_CODE_INVALID, error,
		       "owner is NULL");
	expect_failure(sriov_reservation_options_new(NULL, &error), SRIOV_CODE_INVALID, error,
		       "options is NULL");
	expect_failure(sriov_reservation_options_set_owner(NULL, "a", &error), SRIOV_CODE_INVALID,
		       error, "options is NULL");
	expect_failure(sriov_reservation_options_set_driver(NULL, "a", &error), SRIOV_CODE_INVALID,
		       error, "options is NULL");
	expect_failure(sriov_reservation_options_set_owner(options, "a\n", &error),
		       SRIOV_CODE_INVALID, error, "control character");
	sriov_reservation_options_set_allow_in_use(NULL, true);
	ck_assert_ptr_null(sriov_reservation_ref(NULL));
	ck_assert_ptr_null(sriov_reservation_get_vf(NULL));
	ck_assert_ptr_null(sriov_reservation_options_ref(NULL));
	sriov_reservation_unref(NULL);
}
END_TEST

UNIT_SUITE_WITH("reservation", begin, end, one_has_it, nothing_is_made_by_looking,
		the_next_that_is_free, none_is_free, reserved_and_in_use, in_use_and_allowed,
		on_a_driver, of_a_pool, a_pf_of_the_pool_is_gone, no_vfs, pools_by_name,
		the_vf_is_removed, the_directory_is_wrong, a_killed_owner, null_is_refused)
