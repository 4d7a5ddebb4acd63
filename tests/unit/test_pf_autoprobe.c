/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is set before VFs are made, and the vectors that they share, on a made-up host. */
#include "unit.h"

#include "base/common.h"

#define PF	  "0000:01:00.0"
#define VF	  "0000:01:10.2"
#define AUTOPROBE "sys/bus/pci/devices/" PF "/sriov_drivers_autoprobe"
#define POOL	  "sys/bus/pci/devices/" PF "/sriov_vf_total_msix"
#define COUNT	  "sys/bus/pci/devices/" VF "/sriov_vf_msix_count"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_pf *pf;
static struct sriov_vf *vf;
static struct sriov_error *error;

static void set_up(void)
{
	fake = fake_new();
	fake_add_82576(fake, PF, "em1", 3);
	context = fake_open_context(fake);
	expect_success(sriov_pf_open(context, PF, &pf, &error), error);
	expect_success(sriov_pf_open_vf(pf, 1, &vf, &error), error);
}

static void tear_down(void)
{
	sriov_vf_unref(vf);
	sriov_pf_unref(pf);
	sriov_context_unref(context);
	fake_free(fake);
}

static void expect_file(const char *path, const char *wanted)
{
	char *text = fake_read(fake, "%s", path);

	ck_assert_str_eq(text, wanted);
	free(text);
}

START_TEST(autoprobe)
{
	bool enabled = false;

	expect_success(sriov_pf_read_autoprobe(pf, &enabled, &error), error);
	ck_assert(enabled);
	expect_success(sriov_pf_set_autoprobe(pf, false, &error), error);
	expect_file(AUTOPROBE, "0\n");
	expect_success(sriov_pf_read_autoprobe(pf, &enabled, &error), error);
	ck_assert(!enabled);
	expect_success(sriov_pf_set_autoprobe(pf, true, &error), error);
	expect_file(AUTOPROBE, "1\n");
}
END_TEST

START_TEST(autoprobe_refused)
{
	bool enabled = true;

	fake_write(fake, "2\n", AUTOPROBE);
	expect_failure(sriov_pf_read_autoprobe(pf, &enabled, &error), SRIOV_CODE_MALFORMED, error,
		       "\"2\"");
	ck_assert(!enabled);
	/* What was written is read back: here the rest of a longer line is in the way. */
	fake_write(fake, "yes\n", AUTOPROBE);
	expect_failure(sriov_pf_set_autoprobe(pf, true, &error), SRIOV_CODE_MALFORMED, error,
		       "\"1es\"");
	fake_remove(fake, AUTOPROBE);
	expect_failure(sriov_pf_read_autoprobe(pf, &enabled, &error), SRIOV_CODE_UNSUPPORTED, error,
		       "em1 (" PF ", igb): cannot read whether new VFs get drivers: this kernel is "
		       "older than 4.12");
	expect_failure(sriov_pf_set_autoprobe(pf, true, &error), SRIOV_CODE_UNSUPPORTED, error,
		       "older than 4.12");
	fake_remove_device(fake, PF);
	expect_failure(sriov_pf_read_autoprobe(pf, &enabled, &error), SRIOV_CODE_GONE, error,
		       "em1 (" PF ", igb) was removed");
	expect_failure(sriov_pf_set_autoprobe(pf, true, &error), SRIOV_CODE_GONE, error,
		       "was removed");
}
END_TEST

START_TEST(autoprobe_forbidden)
{
	bool enabled;

	fake_forbid(fake, AUTOPROBE);
	expect_failure(sriov_pf_read_autoprobe(pf, &enabled, &error), SRIOV_CODE_FORBIDDEN, error,
		       "takes root");
	expect_failure(sriov_pf_set_autoprobe(pf, false, &error), SRIOV_CODE_FORBIDDEN, error,
		       "takes root and a writable sysfs");
	ck_assert_str_eq(sriov_device_get_address(sriov_pf_get_device(pf)), PF);
}
END_TEST

START_TEST(pool)
{
	unsigned int vectors = 7;

	expect_failure(sriov_pf_read_vf_msix_pool(pf, &vectors, &error), SRIOV_CODE_UNSUPPORTED,
		       error, "em1 (" PF ", igb): its driver igb has no pool");
	ck_assert_uint_eq(vectors, 0);
	fake_write(fake, "4096\n", POOL);
	expect_success(sriov_pf_read_vf_msix_pool(pf, &vectors, &error), error);
	ck_assert_uint_eq(vectors, 4096);
	fake_write(fake, "0\n", POOL);
	fake_set_driver(fake, PF, NULL);
	expect_failure(sriov_pf_read_vf_msix_pool(pf, &vectors, &error), SRIOV_CODE_NO_DRIVER,
		       error, "no driver is bound");
	fake_write(fake, "many\n", POOL);
	expect_failure(sriov_pf_read_vf_msix_pool(pf, &vectors, &error), SRIOV_CODE_MALFORMED,
		       error, "many");
	fake_remove(fake, POOL);
	expect_failure(sriov_pf_read_vf_msix_pool(pf, &vectors, &error), SRIOV_CODE_UNSUPPORTED,
		       error, "older than 5.13");
	fake_remove_device(fake, PF);
	expect_failure(sriov_pf_read_vf_msix_pool(pf, &vectors, &error), SRIOV_CODE_GONE, error,
		       "was removed");
}
END_TEST

START_TEST(count)
{
	expect_failure(sriov_vf_set_msix_count(vf, 8, &error), SRIOV_CODE_UNSUPPORTED, error,
		       "VF 1 of em1 (" PF ", igb): cannot set its MSI-X vectors: this kernel is "
		       "older than 5.13");
	fake_write(fake, "", COUNT);
	expect_success(sriov_vf_set_msix_count(vf, 2048, &error), error);
	expect_file(COUNT, "2048");
	expect_failure(sriov_vf_set_msix_count(vf, 2049, &error), SRIOV_CODE_INVALID, error,
		       "2049");
	expect_file(COUNT, "2048");
	fake_remove(fake, COUNT);
	fake_write(fake, "", COUNT);
	expect_success(sriov_vf_set_msix_count(vf, 0, &error), error);
	expect_file(COUNT, "0");
}
END_TEST

START_TEST(count_refused)
{
	fake_write(fake, "", COUNT);
	fake_forbid(fake, COUNT);
	ck_assert_int_eq(sriov_vf_set_msix_count(vf, 8, &error), SRIOV_CODE_FORBIDDEN);
	ck_assert_int_eq(sriov_error_get_vf_index(error), 1);
	ck_assert_str_eq(sriov_error_get_device(error), PF);
	sriov_error_unref(error);
	ck_assert_int_eq(sriov_vf_set_msix_count(vf, 8, NULL), SRIOV_CODE_FORBIDDEN);
}
END_TEST

START_TEST(count_of_one_that_went)
{
	fake_remove_vfs(fake, PF);
	expect_failure(sriov_vf_set_msix_count(vf, 8, &error), SRIOV_CODE_GONE, error,
		       "VF 1 of em1 (" PF ", igb) was removed");
}
END_TEST

START_TEST(null_arguments)
{
	unsigned int vectors;
	bool enabled;

	expect_failure(sriov_pf_read_autoprobe(NULL, &enabled, &error), SRIOV_CODE_INVALID, error,
		       "pf is NULL");
	expect_failure(sriov_pf_read_autoprobe(pf, NULL, &error), SRIOV_CODE_INVALID, error,
		       "enabled is NULL");
	expect_failure(sriov_pf_set_autoprobe(NULL, true, &error), SRIOV_CODE_INVALID, error,
		       "pf is NULL");
	expect_failure(sriov_pf_read_vf_msix_pool(NULL, &vectors, &error), SRIOV_CODE_INVALID,
		       error, "pf is NULL");
	expect_failure(sriov_pf_read_vf_msix_pool(pf, NULL, &error), SRIOV_CODE_INVALID, error,
		       "vectors is NULL");
	expect_failure(sriov_vf_set_msix_count(NULL, 1, &error), SRIOV_CODE_INVALID, error,
		       "vf is NULL");
}
END_TEST

UNIT_SUITE_WITH("pf_autoprobe", set_up, tear_down, autoprobe, autoprobe_refused,
		autoprobe_forbidden, pool, count, count_refused, count_of_one_that_went,
		null_arguments)
