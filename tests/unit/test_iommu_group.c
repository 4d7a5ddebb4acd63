/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* IOMMU groups: who is in them, and what keeps VFIO from taking them. */
#include "unit.h"

#include "object/vfio_driver.h"

#define PORT "0000:00:01.1"
#define CARD "0000:01:00.0"
#define TWIN "0000:01:00.1"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_iommu_group *group;
static struct sriov_error *error;

/* Two functions of a card in one group, with the port that they are behind. */
static void begin(void)
{
	fake = fake_new();
	fake_add_device(fake, PORT, &fake_root_port);
	fake_add_device(fake, CARD, &fake_82576);
	fake_add_device(fake, TWIN, &fake_82576);
	fake_set_group(fake, PORT, 1);
	fake_set_group(fake, CARD, 1);
	fake_set_group(fake, TWIN, 1);
	context = fake_open_context(fake);
}

static void end(void)
{
	sriov_iommu_group_unref(group);
	sriov_context_unref(context);
	fake_free(fake);
}

static void expect_viable(void)
{
	expect_success(sriov_iommu_group_open(context, 1, &group, &error), error);
	ck_assert_msg(sriov_iommu_group_is_viable(group), "%s",
		      sriov_iommu_group_get_obstacle(group));
	ck_assert_ptr_null(sriov_iommu_group_get_obstacle(group));
}

static void expect_obstacle(const char *words)
{
	expect_success(sriov_iommu_group_open(context, 1, &group, &error), error);
	ck_assert(!sriov_iommu_group_is_viable(group));
	ck_assert_ptr_nonnull(strstr(sriov_iommu_group_get_obstacle(group), words));
}

START_TEST(members_number_and_type)
{
	const struct sriov_device_list *devices;

	begin();
	expect_success(sriov_iommu_group_open(context, 1, &group, &error), error);
	ck_assert_int_eq(sriov_iommu_group_get_number(group), 1);
	ck_assert_str_eq(sriov_iommu_group_get_type(group), "DMA-FQ");
	devices = sriov_iommu_group_get_devices(group);
	ck_assert_uint_eq(sriov_device_list_get_count(devices), 3);
	ck_assert_str_eq(sriov_device_get_address(sriov_device_list_get(devices, 0)), PORT);
	ck_assert_str_eq(sriov_device_get_address(sriov_device_list_get(devices, 1)), CARD);
	ck_assert_str_eq(sriov_device_get_address(sriov_device_list_get(devices, 2)), TWIN);
	ck_assert_int_eq(sriov_device_get_iommu_group(sriov_device_list_get(devices, 2)), 1);
	end();
}
END_TEST

START_TEST(an_old_kernel_tells_no_type)
{
	begin();
	fake_remove(fake, "sys/kernel/iommu_groups/1/type");
	expect_viable();
	ck_assert_ptr_null(sriov_iommu_group_get_type(group));
	end();
}
END_TEST

START_TEST(drivers_that_leave_dma_alone)
{
	begin();
	fake_set_driver(fake, PORT, "pcieport");
	fake_set_driver(fake, CARD, "vfio-pci");
	fake_set_driver(fake, TWIN, "pci-stub");
	expect_viable();
	end();
}
END_TEST

START_TEST(a_driver_of_the_host_is_named_with_its_device)
{
	begin();
	fake_set_driver(fake, CARD, "vfio-pci");
	fake_set_driver(fake, TWIN, "igb");
	expect_obstacle("IOMMU group 1 cannot be given to VFIO: " TWIN " is on igb;");
	end();
}
END_TEST

START_TEST(every_obstacle_is_named)
{
	begin();
	fake_set_driver(fake, PORT, "shpchp");
	fake_set_driver(fake, TWIN, "igb");
	expect_obstacle(PORT " is on shpchp, " TWIN " is on igb");
	end();
}
END_TEST

/* A platform device, next to the PCI devices, in the kernel's shape. */
static void add_other(const char *driver)
{
	fake_make_directory(fake, "sys/devices/platform/arm-dma.0");
	fake_link(fake, "../../../../devices/platform/arm-dma.0",
		  "sys/kernel/iommu_groups/1/devices/arm-dma.0");
	if (!driver)
		return;
	fake_make_directory(fake, "sys/bus/platform/drivers/%s", driver);
	fake_link(fake, driver, "sys/devices/platform/arm-dma.0/driver");
}

START_TEST(a_member_of_another_bus_breaks_nothing)
{
	begin();
	add_other(NULL);
	expect_viable();
	ck_assert_uint_eq(sriov_device_list_get_count(sriov_iommu_group_get_devices(group)), 3);
	end();
}
END_TEST

START_TEST(a_member_of_another_bus_counts)
{
	begin();
	add_other("pl330");
	expect_obstacle("arm-dma.0 is on pl330");
	end();
}
END_TEST

START_TEST(a_broken_member_is_in_the_list_with_its_error)
{
	const struct sriov_device *device;

	begin();
	fake_write(fake, "nonsense\n", "sys/bus/pci/devices/" TWIN "/modalias");
	expect_obstacle(TWIN " cannot be read");
	device = sriov_device_list_get(sriov_iommu_group_get_devices(group), 2);
	ck_assert_int_eq(sriov_error_get_code(sriov_device_get_error(device)),
			 SRIOV_CODE_MALFORMED);
	end();
}
END_TEST

START_TEST(a_removed_member_is_no_obstacle)
{
	begin();
	fake_remove(fake, "sys/bus/pci/devices/" TWIN "/modalias");
	expect_viable();
	ck_assert_uint_eq(sriov_device_list_get_count(sriov_iommu_group_get_devices(group)), 3);
	end();
}
END_TEST

START_TEST(a_group_that_is_not_there)
{
	begin();
	expect_failure(sriov_iommu_group_open(context, 2, &group, &error), SRIOV_CODE_NOT_FOUND,
		       error, "there is no IOMMU group 2 (");
	ck_assert_ptr_null(group);
	fake_remove(fake, "sys/kernel/iommu_groups/1");
	expect_failure(sriov_iommu_group_open(context, 1, &group, &error), SRIOV_CODE_NOT_FOUND,
		       error, "there is no IOMMU group 1: the IOMMU is off");
	end();
}
END_TEST

START_TEST(a_group_that_is_forbidden)
{
	begin();
	fake_forbid(fake, "sys/kernel/iommu_groups/1/devices");
	expect_failure(sriov_iommu_group_open(context, 1, &group, &error), SRIOV_CODE_FORBIDDEN,
		       error, "kernel/iommu_groups/1/devices");
	end();
}
END_TEST

START_TEST(wrong_arguments)
{
	begin();
	expect_failure(sriov_iommu_group_open(context, -1, &group, &error), SRIOV_CODE_INVALID,
		       error, "-1");
	expect_failure(sriov_iommu_group_open(NULL, 1, &group, &error), SRIOV_CODE_INVALID, error,
		       "context is NULL");
	expect_failure(sriov_iommu_group_open(context, 1, NULL, &error), SRIOV_CODE_INVALID, error,
		       "group is NULL");
	ck_assert_int_eq(sriov_iommu_group_open(context, 7, &group, NULL), SRIOV_CODE_NOT_FOUND);
	ck_assert_int_eq(sriov_iommu_group_get_number(NULL), -1);
	ck_assert_ptr_null(sriov_iommu_group_get_type(NULL));
	ck_assert_ptr_null(sriov_iommu_group_get_devices(NULL));
	ck_assert(!sriov_iommu_group_is_viable(NULL));
	ck_assert_ptr_null(sriov_iommu_group_get_obstacle(NULL));
	end();
}
END_TEST

START_TEST(drivers_of_vfio)
{
	static const char *const yes[] = {
		"vfio-pci",	     "vfio_pci",     "mlx5_vfio_pci",
		"hisi-acc-vfio-pci", "qat_vfio_pci", "nvgrace-gpu-vfio-pci",
		"vfio-platform",     "vfio-amba",
	};
	static const char *const no[] = {
		"", "igb", "vfi", "vfiopci", "novfio-pci", "-pci", "xvfio_pci",
	};

	for (size_t i = 0; i < sizeof(yes) / sizeof(yes[0]); i++)
		ck_assert_msg(driver_is_vfio(yes[i]), "%s", yes[i]);
	for (size_t i = 0; i < sizeof(no) / sizeof(no[0]); i++)
		ck_assert_msg(!driver_is_vfio(no[i]), "%s", no[i]);
	ck_assert(!driver_is_vfio(NULL));
}
END_TEST

UNIT_SUITE("iommu_group", members_number_and_type, an_old_kernel_tells_no_type,
	   drivers_that_leave_dma_alone, a_driver_of_the_host_is_named_with_its_device,
	   every_obstacle_is_named, a_member_of_another_bus_breaks_nothing,
	   a_member_of_another_bus_counts, a_broken_member_is_in_the_list_with_its_error,
	   a_removed_member_is_no_obstacle, a_group_that_is_not_there, a_group_that_is_forbidden,
	   wrong_arguments, drivers_of_vfio)
