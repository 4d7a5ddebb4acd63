/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Who holds a device, from the descriptors of made-up processes. */
#include "unit.h"

#include <unistd.h>

#include "object/holder/holding.h"

#define VF  "0000:01:10.0" /* in group 11 */
#define VF2 "0000:01:10.2" /* in group 12 */

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_device *device;
static struct sriov_holder_list *list;
static struct sriov_error *error;

static void begin(void)
{
	fake = fake_new();
	fake_add_82576(fake, "0000:01:00.0", "em1", 7);
	fake_set_driver(fake, VF, "vfio-pci");
	fake_set_driver(fake, VF2, "vfio-pci");
	fake_make_directory(fake, "sys/bus/pci/devices/" VF "/vfio-dev/vfio3");
	fake_make_directory(fake, "sys/bus/pci/devices/" VF2 "/vfio-dev/vfio4");
	fake_add_process(fake, 1, "init");
	fake_open_file(fake, 1, 0, "/dev/null");
	fake_add_process(fake, 812, "qemu (vm 1)");
	fake_open_file(fake, 812, 0, "/dev/vfio/vfio");
	context = fake_open_context(fake);
	expect_success(sriov_device_open(context, VF, &device, &error), error);
	ck_assert_int_eq(sriov_device_get_iommu_group(device), 11);
}

static void end(void)
{
	sriov_holder_list_unref(list);
	sriov_device_unref(device);
	sriov_context_unref(context);
	fake_free(fake);
}

static const struct sriov_holder *only(void)
{
	sriov_holder_list_unref(list);
	expect_success(sriov_device_list_holders(device, &list, &error), error);
	ck_assert_uint_eq(sriov_holder_list_get_count(list), 1);
	return sriov_holder_list_get(list, 0);
}

static void expect_none(void)
{
	sriov_holder_list_unref(list);
	expect_success(sriov_device_list_holders(device, &list, &error), error);
	ck_assert_uint_eq(sriov_holder_list_get_count(list), 0);
}

START_TEST(nobody)
{
	fake_open_file(fake, 812, 5, "/dev/vfio/12");
	fake_open_file(fake, 812, 6, "/dev/vfio/111");
	fake_open_file(fake, 812, 7, "/dev/vfio/devices/vfio4");
	fake_open_file(fake, 812, 8, "anon_inode:[vfio-device]");
	fake_open_file(fake, 812, 9, "/dev/iommu");
	expect_none();
	ck_assert(sriov_holder_list_is_complete(list));
}
END_TEST

START_TEST(by_group)
{
	const struct sriov_holder *holder;

	fake_open_file(fake, 812, 9, "/dev/vfio/11");
	fake_open_file(fake, 812, 10, "anon_inode:[vfio-device]");
	holder = only();
	ck_assert_int_eq(sriov_holder_get_pid(holder), 812);
	ck_assert_str_eq(sriov_holder_get_command(holder), "qemu (vm 1)");
	ck_assert_str_eq(sriov_holder_get_command_line(holder),
			 "/usr/bin/qemu (vm 1) -machine q35");
	ck_assert_uint_eq(sriov_holder_get_start_ticks(holder), 81200);
	ck_assert_uint_eq(sriov_holder_get_start_time_s(holder),
			  1700000000 + 81200 / (uint64_t)sysconf(_SC_CLK_TCK));
	ck_assert_int_eq(sriov_holder_get_via(holder), SRIOV_HOLDER_VIA_GROUP);
	ck_assert_str_eq(sriov_holder_get_path(holder), "/dev/vfio/11");
	ck_assert(sriov_holder_is_certain(holder));
}
END_TEST

START_TEST(by_group_without_iommu)
{
	fake_open_file(fake, 812, 9, "/dev/vfio/noiommu-11");
	ck_assert_int_eq(sriov_holder_get_via(only()), SRIOV_HOLDER_VIA_GROUP);
}
END_TEST

START_TEST(by_its_own_file)
{
	const struct sriov_holder *holder;

	fake_open_file(fake, 812, 9, "/dev/vfio/devices/vfio3");
	fake_open_file(fake, 812, 10, "/dev/iommu");
	holder = only();
	ck_assert_int_eq(sriov_holder_get_via(holder), SRIOV_HOLDER_VIA_CHARACTER_DEVICE);
	ck_assert(sriov_holder_is_certain(holder));
}
END_TEST

START_TEST(while_it_is_being_removed)
{
	const struct sriov_holder *holder;

	fake_open_file(fake, 812, 9, "/dev/vfio/devices/vfio3 (deleted)");
	ck_assert(sriov_holder_is_certain(only()));
	fake_remove(fake, "sys/bus/pci/devices/" VF "/vfio-dev");
	holder = only();
	ck_assert_str_eq(sriov_holder_get_path(holder), "/dev/vfio/devices/vfio3");
	ck_assert(!sriov_holder_is_certain(holder));
	fake_set_driver(fake, VF, "igbvf");
	expect_none();
}
END_TEST

START_TEST(by_what_was_passed_on)
{
	const struct sriov_holder *holder;

	fake_open_file(fake, 812, 9, "anon_inode:[vfio-device]");
	holder = only();
	ck_assert_int_eq(sriov_holder_get_via(holder), SRIOV_HOLDER_VIA_DEVICE);
	ck_assert(!sriov_holder_is_certain(holder));
	/* Linux 6.18 tells of which device it is. */
	fake_write(fake,
		   "pos:\t0\nflags:\t02\nvfio-device-syspath: /sys/devices/pci0000:00/" VF "\n",
		   "proc/812/fdinfo/9");
	ck_assert(sriov_holder_is_certain(only()));
	fake_write(fake, "vfio-device-syspath: /sys/devices/pci0000:00/" VF2 "\n",
		   "proc/812/fdinfo/9");
	expect_none();
}
END_TEST

START_TEST(by_iommufd_alone)
{
	const struct sriov_holder *holder;

	fake_open_file(fake, 812, 9, "/dev/iommu");
	holder = only();
	ck_assert_int_eq(sriov_holder_get_via(holder), SRIOV_HOLDER_VIA_IOMMUFD);
	ck_assert(!sriov_holder_is_certain(holder));
	/* A device without a file of its own has nothing to do with it. */
	fake_remove(fake, "sys/bus/pci/devices/" VF "/vfio-dev");
	expect_none();
}
END_TEST

START_TEST(the_certain_ones_first)
{
	fake_add_process(fake, 90, "passed");
	fake_open_file(fake, 90, 3, "anon_inode:[vfio-device]");
	fake_add_process(fake, 900, "forked");
	fake_open_file(fake, 900, 3, "/dev/vfio/11");
	fake_open_file(fake, 812, 3, "/dev/vfio/11");
	fake_open_file(fake, 812, 4, "/dev/vfio/11");
	expect_success(sriov_device_list_holders(device, &list, &error), error);
	ck_assert_uint_eq(sriov_holder_list_get_count(list), 3);
	ck_assert_int_eq(sriov_holder_get_pid(sriov_holder_list_get(list, 0)), 812);
	ck_assert_int_eq(sriov_holder_get_pid(sriov_holder_list_get(list, 1)), 900);
	ck_assert_int_eq(sriov_holder_get_pid(sriov_holder_list_get(list, 2)), 90);
}
END_TEST

START_TEST(not_all_are_shown)
{
	fake_forbid(fake, "proc/812/fd");
	expect_none();
	ck_assert(!sriov_holder_list_is_complete(list));
}
END_TEST

START_TEST(in_a_namespace_of_its_own)
{
	fake_remove(fake, "proc/1/ns/pid");
	fake_link(fake, "pid:[4026532000]", "proc/1/ns/pid");
	expect_none();
	ck_assert(!sriov_holder_list_is_complete(list));
}
END_TEST

START_TEST(others_are_hidden)
{
	fake_remove(fake, "proc/1");
	expect_none();
	ck_assert(!sriov_holder_list_is_complete(list));
}
END_TEST

START_TEST(a_process_that_ended)
{
	const struct sriov_holder *holder;

	fake_open_file(fake, 812, 9, "/dev/vfio/11");
	fake_remove(fake, "proc/812/comm");
	fake_remove(fake, "proc/812/cmdline");
	fake_remove(fake, "proc/812/stat");
	holder = only();
	ck_assert_str_eq(sriov_holder_get_command(holder), "");
	ck_assert_str_eq(sriov_holder_get_command_line(holder), "");
	ck_assert_uint_eq(sriov_holder_get_start_ticks(holder), 0);
	ck_assert_uint_eq(sriov_holder_get_start_time_s(holder), 0);
}
END_TEST

START_TEST(what_is_no_question)
{
	struct sriov_holder_list *none;

	expect_failure(sriov_device_list_holders(NULL, &none, &error), SRIOV_CODE_INVALID, error,
		       "device is NULL");
	ck_assert_ptr_null(none);
	expect_failure(sriov_device_list_holders(device, NULL, &error), SRIOV_CODE_INVALID, error,
		       "list is NULL");
	fake_remove(fake, "proc");
	expect_failure(sriov_device_list_holders(device, &none, &error), SRIOV_CODE_NOT_FOUND,
		       error, "proc");
	ck_assert_int_eq(sriov_holder_get_pid(NULL), 0);
	ck_assert_ptr_null(sriov_holder_get_command(NULL));
	ck_assert_ptr_null(sriov_holder_get_command_line(NULL));
	ck_assert_ptr_null(sriov_holder_get_path(NULL));
	ck_assert_int_eq(sriov_holder_get_via(NULL), SRIOV_HOLDER_VIA_UNKNOWN);
	ck_assert(!sriov_holder_is_certain(NULL));
	ck_assert(!sriov_holder_list_is_complete(NULL));
}
END_TEST

START_TEST(names_that_mean_something_else)
{
	static const char *const others[] = {
		"/dev/vfio/vfio",
		"/dev/vfio/",
		"/dev/vfio/12x",
		"/dev/vfio/devices/vfio",
		"socket:[12]",
		"/srv/12",
		"",
	};
	struct holding holding = {0};

	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		ck_assert_msg(!holding_parse(others[i], &holding), "\"%s\"", others[i]);
	ck_assert(holding_parse("/dev/vfio/12 (deleted)", &holding));
	ck_assert(holding.deleted);
	ck_assert_uint_eq(holding.number, 12);
}
END_TEST

UNIT_SUITE_WITH("holder", begin, end, nobody, by_group, by_group_without_iommu, by_its_own_file,
		while_it_is_being_removed, by_what_was_passed_on, by_iommufd_alone,
		the_certain_ones_first, not_all_are_shown, in_a_namespace_of_its_own,
		others_are_hidden, a_process_that_ended, what_is_no_question,
		names_that_mean_something_else)
