/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The names of PCI ids, from files of our own: what libpci's own file has differs from day to day.
 */
#include "unit.h"

#include <dirent.h>
#include <stdio.h>

#include "kernel/pci_names.h"

#define IDS                                                                                        \
	"8086  Intel Corporation\n"                                                                \
	"\t10c9  82576 Gigabit Network Connection\n"                                               \
	"\t\t8086 a01c  Gigabit ET Dual Port Server Adapter\n"

static struct fake *fake;
static struct pci_names *names;
static struct sriov_error *error;

/* With this file of names; NULL for one that is not there. */
static void begin(const char *text)
{
	char *path;

	fake = fake_new();
	if (text)
		fake_write(fake, text, "pci.ids");
	path = fake_path(fake, "pci.ids");
	expect_success(pci_names_open_file(path, &names, &error), error);
	free(path);
}

static void end(void)
{
	pci_names_close(names);
	fake_free(fake);
}

static void expect_name(uint16_t vendor, uint16_t device, const char *expected)
{
	char *name = NULL;

	expect_success(pci_names_find(names, vendor, device, &name, &error), error);
	ck_assert_str_eq(name, expected);
	free(name);
}

#ifdef HAVE_LIBPCI

START_TEST(known_half_known_and_unknown)
{
	begin(IDS);
	expect_name(0x8086, 0x10c9, "Intel Corporation 82576 Gigabit Network Connection");
	expect_name(0x8086, 0x0001, "Intel Corporation Device 0001");
	expect_name(0x0001, 0x10c9, "0001:10c9");
	end();
}
END_TEST

static size_t count_open_files(void)
{
	DIR *directory = opendir("/proc/self/fd");
	size_t count = 0;

	ck_assert_ptr_nonnull(directory);
	while (readdir(directory))
		count++;
	closedir(directory);
	return count;
}

/* libpci's own answer to such a file is to end the process. */
START_TEST(a_broken_file_ends_nothing)
{
	size_t before = count_open_files();

	begin(IDS "this is no entry\n"
		  "8087  Nobody\n");
	expect_name(0x8086, 0x10c9, "Intel Corporation 82576 Gigabit Network Connection");
	expect_name(0x8087, 0x0001, "8087:0001");
	expect_name(0x8086, 0x10c9, "Intel Corporation 82576 Gigabit Network Connection");
	end();
	ck_assert_uint_eq(count_open_files(), before);
}
END_TEST

START_TEST(a_file_that_is_broken_from_the_start)
{
	begin("\x7f"
	      "ELF\n");
	expect_name(0x8086, 0x10c9, "8086:10c9");
	expect_name(0x8086, 0x10c9, "8086:10c9");
	end();
}
END_TEST

START_TEST(the_longest_names_fit)
{
	char expected[2 * 1000 + 2], ids[2 * 1024];
	char vendor[1001], device[1001];

	memset(vendor, 'v', sizeof(vendor) - 1);
	memset(device, 'd', sizeof(device) - 1);
	vendor[sizeof(vendor) - 1] = device[sizeof(device) - 1] = '\0';
	snprintf(ids, sizeof(ids), "8086  %s\n\t10c9  %s\n", vendor, device);
	snprintf(expected, sizeof(expected), "%s %s", vendor, device);
	begin(ids);
	expect_name(0x8086, 0x10c9, expected);
	end();
}
END_TEST

START_TEST(two_at_once_do_not_mix)
{
	struct pci_names *other;

	begin("8086  One\n");
	expect_success(pci_names_open_file("/dev/null", &other, &error), error);
	expect_name(0x8086, 0x10c9, "One Device 10c9");
	pci_names_close(other);
	expect_name(0x8086, 0x10c9, "One Device 10c9");
	end();
}
END_TEST

#define WITH_LIBPCI                                                                                \
	known_half_known_and_unknown, a_broken_file_ends_nothing,                                  \
		a_file_that_is_broken_from_the_start, the_longest_names_fit,                       \
		two_at_once_do_not_mix,

#else

START_TEST(ids_stand_for_names)
{
	begin(IDS);
	expect_name(0x8086, 0x10c9, "8086:10c9");
	expect_name(0x0001, 0x000a, "0001:000a");
	end();
}
END_TEST

#define WITH_LIBPCI ids_stand_for_names,

#endif

START_TEST(a_missing_file_is_no_error)
{
	begin(NULL);
	expect_name(0x8086, 0x10c9, "8086:10c9");
	end();
}
END_TEST

START_TEST(the_name_of_a_device)
{
	struct sriov_context *context;
	struct sriov_device *device;
	char *name;

	fake = fake_new();
	fake_add_device(fake, "0000:01:00.0", &fake_82576);
	context = fake_open_context(fake);
	expect_success(sriov_device_open(context, "0000:01:00.0", &device, &error), error);
	expect_success(sriov_device_read_name(device, &name, &error), error);
	/* With libpci's file, in words; without, by its id; the device's id or model is in both. */
	ck_assert_msg(strstr(name, "82576") || strstr(name, "10c9"), "%s", name);
	free(name);
	expect_failure(sriov_device_read_name(NULL, &name, &error), SRIOV_CODE_INVALID, error,
		       "device is NULL");
	ck_assert_ptr_null(name);
	expect_failure(sriov_device_read_name(device, NULL, &error), SRIOV_CODE_INVALID, error,
		       "name is NULL");
	sriov_device_unref(device);
	sriov_context_unref(context);
	fake_free(fake);
}
END_TEST

UNIT_SUITE("pci_names", WITH_LIBPCI a_missing_file_is_no_error, the_name_of_a_device)
