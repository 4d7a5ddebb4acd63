/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Binding to VFIO, as far as it goes wrong: a made-up host takes what is written and does nothing,
 * like a driver that does not take the device. That it works is shown on a real kernel.
 */
#include "unit.h"

#include "object/device/vfio_driver.h"

#define VF	 "0000:01:10.0"
#define OVERRIDE "sys/bus/pci/devices/" VF "/driver_override"
#define DRIVERS	 "sys/bus/pci/drivers/"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_device *device;
static struct sriov_error *error;

static void begin(const char *driver)
{
	fake = fake_new();
	fake_add_82576(fake, "0000:01:00.0", "em1", 7);
	fake_add_driver(fake, "vfio-pci");
	fake_set_driver(fake, VF, driver);
	fake_write(fake, "(null)\n", OVERRIDE);
	context = fake_open_context(fake);
	expect_success(sriov_device_open(context, VF, &device, &error), error);
}

static void end(void)
{
	sriov_device_unref(device);
	sriov_context_unref(context);
	fake_free(fake);
}

/* What was written; a shorter text over a longer one leaves its end, as in any file. */
static void expect_start(const char *path, const char *expected)
{
	char *text = fake_read(fake, "%s", path);

	ck_assert_ptr_nonnull(text);
	text[strlen(expected)] = '\0';
	ck_assert_str_eq(text, expected);
	free(text);
}

START_TEST(a_driver_that_does_not_take_it_is_found_out)
{
	struct sriov_vfio *vfio;

	begin("igbvf");
	expect_failure(sriov_vfio_bind(device, NULL, &vfio, &error), SRIOV_CODE_UNSUPPORTED, error,
		       VF ": vfio-pci did not take it");
	ck_assert_ptr_null(vfio);
	expect_start(DRIVERS "igbvf/unbind", VF);
	expect_start("sys/bus/pci/drivers_probe", VF);
	/* The override was cleared again: with a line end, since nothing is no write. */
	expect_start(OVERRIDE, "\n");
	end();
}
END_TEST

START_TEST(a_foreign_override_is_put_back)
{
	begin("igbvf");
	fake_write(fake, "igbvf\n", OVERRIDE);
	expect_failure(sriov_vfio_bind(device, NULL, NULL, &error), SRIOV_CODE_UNSUPPORTED, error,
		       VF);
	expect_start(OVERRIDE, "igbvf\n");
	end();
}
END_TEST

START_TEST(without_an_iommu_that_is_the_reason)
{
	begin(NULL);
	fake_set_group(fake, VF, -1);
	sriov_device_unref(device);
	expect_success(sriov_device_open(context, VF, &device, &error), error);
	expect_failure(sriov_vfio_bind(device, NULL, NULL, &error), SRIOV_CODE_UNSUPPORTED, error,
		       "the IOMMU is off");
	end();
}
END_TEST

START_TEST(bound_already)
{
	struct sriov_vfio *vfio;

	begin("vfio-pci");
	expect_failure(sriov_vfio_bind(device, NULL, &vfio, &error), SRIOV_CODE_ALREADY, error,
		       VF " is bound to vfio-pci already");
	expect_success(sriov_vfio_open(device, &vfio, &error), error);
	ck_assert_ptr_null(sriov_vfio_get_former_driver(vfio));
	ck_assert_str_eq(sriov_device_get_driver(sriov_vfio_get_device(vfio)), "vfio-pci");
	fake_set_driver(fake, VF, "igbvf");
	expect_failure(sriov_vfio_unbind(vfio, &error), SRIOV_CODE_ALREADY, error,
		       "not bound to VFIO any more");
	sriov_vfio_unref(vfio);
	end();
}
END_TEST

START_TEST(nothing_changes_when_it_cannot_be)
{
	struct sriov_vfio *vfio;

	begin("igbvf");
	expect_failure(sriov_vfio_open(device, &vfio, &error), SRIOV_CODE_NO_DRIVER, error,
		       "on igbvf");
	expect_failure(sriov_vfio_bind(device, "mlx5_vfio_pci", NULL, &error), SRIOV_CODE_NO_DRIVER,
		       error, "modprobe mlx5_vfio_pci");
	expect_failure(sriov_vfio_bind(device, "igb", NULL, &error), SRIOV_CODE_INVALID, error,
		       "igb");
	expect_failure(sriov_vfio_bind(device, "../vfio-pci", NULL, &error), SRIOV_CODE_INVALID,
		       error, "../vfio-pci");
	expect_failure(sriov_vfio_bind(device, "", NULL, &error), SRIOV_CODE_INVALID, error, "");
	expect_failure(sriov_vfio_bind(NULL, NULL, NULL, &error), SRIOV_CODE_INVALID, error,
		       "device is NULL");
	expect_failure(sriov_vfio_unbind(NULL, &error), SRIOV_CODE_INVALID, error, "vfio is NULL");
	expect_start(OVERRIDE, "(null)\n");
	fake_remove(fake, OVERRIDE);
	expect_failure(sriov_vfio_bind(device, NULL, NULL, &error), SRIOV_CODE_UNSUPPORTED, error,
		       "no driver_override");
	fake_remove_device(fake, VF);
	expect_failure(sriov_vfio_bind(device, NULL, NULL, &error), SRIOV_CODE_GONE, error,
		       VF " was removed");
	end();
}
END_TEST

START_TEST(a_pf_with_vfs_keeps_its_driver)
{
	struct sriov_device *pf;

	begin(NULL);
	expect_success(sriov_device_open(context, "em1", &pf, &error), error);
	expect_failure(sriov_vfio_bind(pf, NULL, NULL, &error), SRIOV_CODE_WOULD_DESTROY, error,
		       "PF with VFs");
	sriov_device_unref(pf);
	end();
}
END_TEST

START_TEST(without_the_right_nothing_changes)
{
	begin("igbvf");
	fake_forbid(fake, OVERRIDE);
	expect_failure(sriov_vfio_bind(device, NULL, NULL, &error), SRIOV_CODE_FORBIDDEN, error,
		       VF);
	end();
}
END_TEST

START_TEST(knows_vfio_drivers)
{
	ck_assert(driver_is_vfio("vfio-pci"));
	ck_assert(driver_is_vfio("mlx5_vfio_pci"));
	ck_assert(driver_is_vfio("hisi-acc-vfio-pci"));
	ck_assert(!driver_is_vfio("igbvf"));
	ck_assert(!driver_is_vfio(""));
}
END_TEST

UNIT_SUITE("vfio", a_driver_that_does_not_take_it_is_found_out, a_foreign_override_is_put_back,
	   without_an_iommu_that_is_the_reason, bound_already, nothing_changes_when_it_cannot_be,
	   a_pf_with_vfs_keeps_its_driver, without_the_right_nothing_changes, knows_vfio_drivers)
