/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Making VFs, as far as it is decided before the kernel acts: a made-up host takes what is written
 * and does nothing, like a driver that makes none and reports success.
 */
#include "unit.h"

#define PF     "0000:01:00.0"
#define NUMVFS "sys/bus/pci/devices/" PF "/sriov_numvfs"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_pf *pf;
static struct sriov_error *error;

static void begin(unsigned int vfs)
{
	fake = fake_new();
	fake_add_82576(fake, PF, "em1", vfs);
	fake_write(fake, "untouched", NUMVFS);
	context = fake_open_context(fake);
	expect_success(sriov_pf_open(context, PF, &pf, &error), error);
}

static void end(void)
{
	sriov_pf_unref(pf);
	sriov_context_unref(context);
	fake_free(fake);
}

static void expect_written(const char *expected)
{
	char *text = fake_read(fake, NUMVFS);

	ck_assert_str_eq(text, expected);
	free(text);
}

START_TEST(same_number_writes_nothing)
{
	begin(7);
	expect_success(sriov_pf_set_vf_count(pf, 7, NULL, &error), error);
	expect_written("untouched");
	end();
}
END_TEST

START_TEST(too_many_is_refused_before_anything_is_destroyed)
{
	struct sriov_vf_count_options *options;

	begin(3);
	expect_success(sriov_vf_count_options_new(&options, &error), error);
	sriov_vf_count_options_set_allow_destroy(options, true);
	expect_failure(sriov_pf_set_vf_count(pf, 9, options, &error), SRIOV_CODE_TOO_MANY_VFS,
		       error, "em1 (" PF ", igb): cannot make 9 VFs: the device has at most 7");
	expect_written("untouched");
	sriov_vf_count_options_unref(options);
	end();
}
END_TEST

START_TEST(destroying_needs_permission)
{
	char address[FAKE_ADDRESS_SIZE];
	const struct sriov_error *cause;

	begin(7);
	fake_vf_address(fake, PF, 2, address);
	fake_set_driver(fake, address, "vfio-pci");
	ck_assert_int_eq(sriov_pf_set_vf_count(pf, 3, NULL, &error), SRIOV_CODE_WOULD_DESTROY);
	ck_assert_uint_eq(sriov_error_get_cause_count(error), 7);
	cause = sriov_error_get_cause(error, 2);
	ck_assert_int_eq(sriov_error_get_vf_index(cause), 2);
	ck_assert_str_eq(sriov_error_get_device(cause), address);
	ck_assert_ptr_nonnull(strstr(sriov_error_get_message(cause), "vfio-pci"));
	ck_assert_str_eq(sriov_error_get_device(error), PF);
	sriov_error_unref(error);
	error = NULL;
	expect_failure(sriov_pf_set_vf_count(pf, 0, NULL, &error), SRIOV_CODE_WOULD_DESTROY, error,
		       "has 7 VFs");
	ck_assert_int_eq(sriov_pf_set_vf_count(pf, 3, NULL, NULL), SRIOV_CODE_WOULD_DESTROY);
	expect_written("untouched");
	end();
}
END_TEST

START_TEST(permission_removes_them_first)
{
	struct sriov_vf_count_options *options;

	begin(7);
	expect_success(sriov_vf_count_options_new(&options, &error), error);
	sriov_vf_count_options_set_allow_destroy(options, true);
	/* Nothing reacts here: all seven are there still. First 0 was written, then 3. */
	expect_failure(sriov_pf_set_vf_count(pf, 3, options, &error), SRIOV_CODE_BUSY, error,
		       "it has 7");
	expect_written("3ntouched");
	sriov_vf_count_options_unref(options);
	end();
}
END_TEST

START_TEST(a_driver_that_makes_none_is_found_out)
{
	begin(0);
	expect_failure(sriov_pf_set_vf_count(pf, 7, NULL, &error), SRIOV_CODE_PARTIAL, error,
		       "7 VFs asked for and no error reported, but it has 0");
	end();
}
END_TEST

START_TEST(no_driver_is_said)
{
	begin(0);
	fake_set_driver(fake, PF, NULL);
	expect_failure(sriov_pf_set_vf_count(pf, 7, NULL, &error), SRIOV_CODE_NO_DRIVER, error,
		       "no driver is bound");
	expect_written("untouched");
	end();
}
END_TEST

START_TEST(a_device_that_vanished_is_said)
{
	begin(0);
	fake_remove_device(fake, PF);
	expect_failure(sriov_pf_set_vf_count(pf, 7, NULL, &error), SRIOV_CODE_GONE, error,
		       "was removed");
	expect_failure(sriov_pf_set_vf_count(NULL, 7, NULL, &error), SRIOV_CODE_INVALID, error,
		       "pf is NULL");
	end();
}
END_TEST

START_TEST(without_the_right_nothing_changes)
{
	begin(0);
	fake_forbid(fake, NUMVFS);
	ck_assert_int_eq(sriov_pf_set_vf_count(pf, 7, NULL, &error), SRIOV_CODE_FORBIDDEN);
	ck_assert_ptr_nonnull(strstr(sriov_error_get_message(error), "takes root"));
	ck_assert_ptr_nonnull(strstr(sriov_error_get_path(error), NUMVFS));
	ck_assert_str_eq(sriov_error_get_operation(error), "open");
	sriov_error_unref(error);
	end();
}
END_TEST

UNIT_SUITE("vf_count", same_number_writes_nothing, too_many_is_refused_before_anything_is_destroyed,
	   destroying_needs_permission, permission_removes_them_first,
	   a_driver_that_makes_none_is_found_out, no_driver_is_said, a_device_that_vanished_is_said,
	   without_the_right_nothing_changes)
