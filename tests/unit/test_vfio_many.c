/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Binding many devices, as far as it goes wrong: nothing on a made-up host takes a device. That it
 * works is shown on a real kernel.
 */
#include "unit.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>

#include "base/parallel.h"
#include "fake_module.h"

#define PF "0000:01:00.0"

static const char *const addresses[] = {"0000:01:10.0", "0000:01:10.2", "0000:01:10.4"};

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_device_list *devices;
static struct sriov_vfio_bind_options *options;
static struct sriov_vfio_list *list;
static struct sriov_error *error;

static void add(const char *address)
{
	struct sriov_device *device;

	expect_success(sriov_device_open(context, address, &device, &error), error);
	expect_success(sriov_device_list_add(devices, device, &error), error);
	sriov_device_unref(device);
}

static void begin(void)
{
	fake = fake_new();
	fake_add_82576(fake, PF, "em1", 3);
	fake_add_driver(fake, "vfio-pci");
	fake_add_process(fake, 1, "init");
	context = fake_open_context(fake);
	expect_success(sriov_device_list_new(&devices, &error), error);
	expect_success(sriov_vfio_bind_options_new(&options, &error), error);
}

static void end(void)
{
	sriov_vfio_bind_options_unref(options);
	sriov_device_list_unref(devices);
	sriov_context_unref(context);
	fake_free(fake);
}

static void add_all(void)
{
	for (size_t i = 0; i < 3; i++)
		add(addresses[i]);
}

START_TEST(each_failure_is_told)
{
	const struct sriov_error *cause;

	add_all();
	ck_assert_int_eq(sriov_vfio_bind_many(devices, NULL, &list, &error),
			 SRIOV_CODE_UNSUPPORTED);
	ck_assert_ptr_null(list);
	ck_assert_uint_eq(sriov_error_get_cause_count(error), 3);
	for (size_t i = 0; i < 3; i++) {
		cause = sriov_error_get_cause(error, i);
		ck_assert_int_eq(sriov_error_get_code(cause), SRIOV_CODE_UNSUPPORTED);
		ck_assert_str_eq(sriov_error_get_device(cause), addresses[i]);
	}
	ck_assert_ptr_nonnull(strstr(sriov_error_get_message(error),
				     "none of 3 devices could be bound to VFIO: 0000:01:10.0"));
	sriov_error_unref(error);
}
END_TEST

START_TEST(of_one_it_is_the_error_itself)
{
	add(addresses[0]);
	ck_assert_int_eq(sriov_vfio_bind_many(devices, NULL, &list, &error),
			 SRIOV_CODE_UNSUPPORTED);
	ck_assert_uint_eq(sriov_error_get_cause_count(error), 0);
	ck_assert_str_eq(sriov_error_get_device(error), addresses[0]);
	sriov_error_unref(error);
}
END_TEST

START_TEST(what_is_bound_already_is_left)
{
	fake_set_driver(fake, addresses[1], "vfio-pci");
	add(addresses[1]);
	expect_success(sriov_vfio_bind_many(devices, NULL, &list, &error), error);
	ck_assert_uint_eq(sriov_vfio_list_get_count(list), 0);
	sriov_vfio_list_unref(list);
	add(addresses[0]);
	expect_failure(sriov_vfio_bind_many(devices, NULL, &list, &error), SRIOV_CODE_PARTIAL,
		       error, "1 of 2 devices could not be bound");
	ck_assert_uint_eq(sriov_vfio_list_get_count(list), 0);
	sriov_vfio_list_unref(list);
	sriov_vfio_bind_options_set_all_or_nothing(options, true);
	expect_failure(sriov_vfio_bind_many(devices, options, &list, &error),
		       SRIOV_CODE_UNSUPPORTED, error, "no device was bound");
	ck_assert_ptr_null(list);
}
END_TEST

START_TEST(a_held_one_is_left)
{
	fake_set_driver(fake, addresses[0], "mlx5_vfio_pci");
	fake_set(fake, addresses[0], "enable", "1\n");
	fake_add_process(fake, 812, "qemu");
	fake_open_file(fake, 812, 9, "/dev/vfio/11");
	add(addresses[0]);
	expect_failure(sriov_vfio_bind_many(devices, NULL, &list, &error), SRIOV_CODE_BUSY, error,
		       "qemu (process 812) through /dev/vfio/11");
	/* On the driver that it is to have, it is none of our business. */
	expect_success(sriov_vfio_bind_options_set_driver(options, "mlx5_vfio_pci", &error), error);
	expect_success(sriov_vfio_bind_many(devices, options, &list, &error), error);
	sriov_vfio_list_unref(list);
}
END_TEST

START_TEST(an_enabled_one_that_nobody_holds_is_let_go)
{
	struct sriov_device *device = NULL;
	struct sriov_vfio *vfio;

	fake_set_driver(fake, addresses[0], "vfio-pci");
	fake_set(fake, addresses[0], "enable", "1\n");
	expect_success(sriov_device_open(context, addresses[0], &device, &error), error);
	expect_success(sriov_vfio_open(device, &vfio, &error), error);
	expect_success(sriov_vfio_unbind(vfio, &error), error);
	/* Not so where the holder may be somebody who cannot be seen. */
	fake_remove(fake, "proc/1");
	expect_failure(sriov_vfio_unbind(vfio, &error), SRIOV_CODE_BUSY, error, "cannot be seen");
	fake_set(fake, addresses[0], "enable", "0\n");
	expect_success(sriov_vfio_unbind(vfio, &error), error);
	sriov_vfio_unref(vfio);
	sriov_device_unref(device);
}
END_TEST

START_TEST(vfs_and_groups)
{
	struct sriov_iommu_group *group;
	struct sriov_vf_list *vfs;
	struct sriov_pf *pf;

	expect_success(sriov_pf_open(context, PF, &pf, &error), error);
	fake_set(fake, addresses[1], "modalias", "nonsense\n");
	expect_success(sriov_pf_list_vfs(pf, &vfs, &error), error);
	ck_assert_int_eq(sriov_vfio_bind_vfs(vfs, NULL, &list, &error), SRIOV_CODE_UNSUPPORTED);
	ck_assert_uint_eq(sriov_error_get_cause_count(error), 3);
	ck_assert_int_eq(sriov_error_get_code(sriov_error_get_cause(error, 1)),
			 SRIOV_CODE_MALFORMED);
	sriov_error_unref(error);
	error = NULL;
	sriov_vf_list_unref(vfs);
	sriov_pf_unref(pf);
	/* A group of a bridge, which stays, and two VFs. */
	fake_add_device(fake, "0000:00:07.0", &fake_root_port);
	fake_set_group(fake, "0000:00:07.0", 99);
	fake_set_group(fake, addresses[0], 99);
	fake_set_group(fake, addresses[2], 99);
	expect_success(sriov_iommu_group_open(context, 99, &group, &error), error);
	expect_failure(sriov_vfio_bind_group(group, NULL, &list, &error), SRIOV_CODE_UNSUPPORTED,
		       error, "none of 2 devices");
	sriov_iommu_group_unref(group);
}
END_TEST

static pthread_t caller;
static unsigned int lines;

static void count_line(void *user_data, enum sriov_log_level level, const char *text)
{
	(void)user_data;
	(void)level;
	ck_assert(pthread_equal(pthread_self(), caller));
	ck_assert_ptr_nonnull(strstr(text, "write"));
	lines++;
}

static unsigned int log_with(unsigned int parallelism)
{
	struct sriov_context_options *wanted = fake_make_options(fake);

	caller = pthread_self();
	lines = 0;
	sriov_device_list_unref(devices);
	sriov_context_unref(context);
	expect_success(sriov_context_options_set_log(wanted, SRIOV_LOG_LEVEL_DEBUG, count_line,
						     NULL, &error),
		       error);
	expect_success(sriov_context_new(wanted, &context, &error), error);
	sriov_context_options_unref(wanted);
	expect_success(sriov_device_list_new(&devices, &error), error);
	add_all();
	expect_success(sriov_vfio_bind_options_set_parallelism(options, parallelism, &error),
		       error);
	expect_failure(sriov_vfio_bind_many(devices, options, &list, &error),
		       SRIOV_CODE_UNSUPPORTED, error, "none of 3");
	return lines;
}

START_TEST(the_log_is_the_callers)
{
	unsigned int alone = log_with(1);

	/* Each: the override, the probe, and the override back. */
	ck_assert_uint_eq(alone, 9);
	ck_assert_uint_eq(log_with(3), alone);
	ck_assert_uint_eq(log_with(64), alone);
}
END_TEST

START_TEST(the_driver_that_fits)
{
	static const struct fake_module modules[] = {
		{.name = "vfio-pci", .alias = "vfio_pci:*"},
		{.name = "made-up-vfio-pci", .alias = "vfio_pci:v00008086d000010CA*"},
	};
	struct sriov_device *vf, *pf;
	char *driver;

	UNIT_NEEDS(fake_has_depmod(), "depmod");
	for (size_t i = 0; i < 2; i++)
		fake_add_module(fake, &modules[i]);
	fake_index_modules(fake);
	expect_success(sriov_device_open(context, addresses[0], &vf, &error), error);
	expect_success(sriov_vfio_find_driver(vf, &driver, &error), error);
	ck_assert_str_eq(driver, "made_up_vfio_pci");
	free(driver);
	/* It is not loaded, and that is said; nothing is loaded behind anybody's back. */
	add(addresses[0]);
	sriov_vfio_bind_options_set_best_driver(options, true);
	expect_failure(sriov_vfio_bind_many(devices, options, &list, &error), SRIOV_CODE_NO_DRIVER,
		       error, "modprobe made_up_vfio_pci");
	fake_make_directory(fake, "sys/module/made_up_vfio_pci/drivers/pci:made-up-vfio-pci");
	expect_success(sriov_vfio_find_driver(vf, &driver, &error), error);
	ck_assert_str_eq(driver, "made-up-vfio-pci");
	free(driver);
	expect_success(sriov_device_open(context, PF, &pf, &error), error);
	expect_success(sriov_vfio_find_driver(pf, &driver, &error), error);
	ck_assert_str_eq(driver, "vfio-pci");
	free(driver);
	sriov_device_unref(pf);
	sriov_device_unref(vf);
}
END_TEST

START_TEST(what_is_no_question)
{
	struct sriov_context *other = fake_open_context(fake);
	struct sriov_device *device;
	char *driver;

	expect_failure(sriov_vfio_bind_many(NULL, NULL, &list, &error), SRIOV_CODE_INVALID, error,
		       "devices is NULL");
	expect_failure(sriov_vfio_bind_many(devices, NULL, NULL, &error), SRIOV_CODE_INVALID, error,
		       "list is NULL");
	expect_failure(sriov_vfio_bind_vfs(NULL, NULL, &list, &error), SRIOV_CODE_INVALID, error,
		       "vfs is NULL");
	expect_failure(sriov_vfio_bind_group(NULL, NULL, &list, &error), SRIOV_CODE_INVALID, error,
		       "group is NULL");
	expect_failure(sriov_vfio_unbind_many(NULL, NULL, &error), SRIOV_CODE_INVALID, error,
		       "list is NULL");
	expect_failure(sriov_vfio_find_driver(NULL, &driver, &error), SRIOV_CODE_INVALID, error,
		       "device is NULL");
	expect_failure(sriov_device_list_add(NULL, NULL, &error), SRIOV_CODE_INVALID, error,
		       "list is NULL");
	expect_failure(sriov_device_list_add(devices, NULL, &error), SRIOV_CODE_INVALID, error,
		       "device is NULL");
	expect_success(sriov_vfio_bind_many(devices, NULL, &list, &error), error);
	ck_assert_uint_eq(sriov_vfio_list_get_count(list), 0);
	expect_success(sriov_vfio_unbind_many(list, NULL, &error), error);
	sriov_vfio_list_unref(list);
	add(addresses[0]);
	add(addresses[0]);
	expect_failure(sriov_vfio_bind_many(devices, NULL, &list, &error), SRIOV_CODE_INVALID,
		       error, "0000:01:10.0 is in the list twice");
	expect_success(sriov_device_open(other, addresses[1], &device, &error), error);
	sriov_device_list_unref(devices);
	expect_success(sriov_device_list_new(&devices, &error), error);
	add(addresses[0]);
	expect_success(sriov_device_list_add(devices, device, &error), error);
	expect_failure(sriov_vfio_bind_many(devices, NULL, &list, &error), SRIOV_CODE_INVALID,
		       error, "different contexts");
	sriov_device_unref(device);
	sriov_context_unref(other);
	expect_failure(sriov_vfio_bind_options_set_parallelism(options, 0, &error),
		       SRIOV_CODE_INVALID, error, "0 devices at once");
	expect_failure(sriov_vfio_bind_options_set_parallelism(options, 65, &error),
		       SRIOV_CODE_INVALID, error, "65");
	expect_failure(sriov_vfio_bind_options_set_driver(options, "igb", &error),
		       SRIOV_CODE_INVALID, error, "igb");
	expect_success(sriov_vfio_bind_options_set_driver(options, NULL, &error), error);
}
END_TEST

struct work {
	atomic_uint done[1000];
	atomic_uint others;
	atomic_uint open;
};

static void work(void *data, size_t number)
{
	struct work *all = data;
	sigset_t mask;

	atomic_fetch_add(&all->done[number], 1);
	if (pthread_equal(pthread_self(), caller))
		return;
	atomic_fetch_add(&all->others, 1);
	pthread_sigmask(SIG_SETMASK, NULL, &mask);
	if (!sigismember(&mask, SIGTERM) || !sigismember(&mask, SIGCHLD))
		atomic_fetch_add(&all->open, 1);
}

START_TEST(each_is_worked_on_once)
{
	static const unsigned int threads[] = {1, 2, 8};
	static struct work all;
	sigset_t mask;

	caller = pthread_self();
	for (size_t i = 0; i < sizeof(threads) / sizeof(threads[0]); i++) {
		memset(&all, 0, sizeof(all));
		parallel_run(1000, threads[i], work, &all);
		for (size_t j = 0; j < 1000; j++)
			ck_assert_uint_eq(all.done[j], 1);
		ck_assert_uint_eq(all.open, 0);
		if (threads[i] == 1)
			ck_assert_uint_eq(all.others, 0);
	}
	pthread_sigmask(SIG_SETMASK, NULL, &mask);
	ck_assert(!sigismember(&mask, SIGTERM));
	parallel_run(0, 8, work, &all);
}
END_TEST

UNIT_SUITE_WITH("vfio_many", begin, end, each_failure_is_told, of_one_it_is_the_error_itself,
		what_is_bound_already_is_left, a_held_one_is_left,
		an_enabled_one_that_nobody_holds_is_let_go, vfs_and_groups, the_log_is_the_callers,
		the_driver_that_fits, what_is_no_question, each_is_worked_on_once)
