/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* IOMMU groups: who is in them, and what keeps VFIO from taking them. */
#include "unit.h"

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

/* A bridge on a driver of its own: the running kernel's rule decides. */
static void bridge_on(const char *release)
{
	begin();
	fake_write(fake, release, "proc/sys/kernel/osrelease");
	fake_set_driver(fake, PORT, "shpchp");
	fake_set_driver(fake, CARD, "vfio-pci");
}

START_TEST(the_rule_before_5_19)
{
	bridge_on("5.10.0-30-amd64\n");
	expect_viable();
	ck_assert_int_eq(sriov_iommu_group_get_viability_rule(group),
			 SRIOV_VIABILITY_RULE_DRIVER_LIST);
	ck_assert_uint_eq(sriov_iommu_group_get_obstacle_count(group), 0);
	ck_assert_ptr_null(
		sriov_iommu_group_get_obstacle_by(group, SRIOV_VIABILITY_RULE_DRIVER_LIST));
	ck_assert_ptr_nonnull(strstr(
		sriov_iommu_group_get_obstacle_by(group, SRIOV_VIABILITY_RULE_DMA_OWNER), PORT));
	end();
}
END_TEST

START_TEST(the_rule_from_5_19_on)
{
	bridge_on("6.12.0-1-amd64\n");
	expect_obstacle(PORT " is on shpchp");
	ck_assert_int_eq(sriov_iommu_group_get_viability_rule(group),
			 SRIOV_VIABILITY_RULE_DMA_OWNER);
	ck_assert_uint_eq(sriov_iommu_group_get_obstacle_count(group), 1);
	ck_assert_str_eq(sriov_iommu_group_get_obstacle_device(group, 0), PORT);
	ck_assert_str_eq(sriov_iommu_group_get_obstacle_driver(group, 0), "shpchp");
	ck_assert_ptr_null(sriov_iommu_group_get_obstacle_device(group, 1));
	ck_assert_ptr_null(sriov_iommu_group_get_obstacle_driver(group, 1));
	ck_assert_ptr_null(sriov_iommu_group_get_obstacle_by(group, SRIOV_VIABILITY_RULE_UNKNOWN));
	end();
}
END_TEST

START_TEST(names_of_groups)
{
	begin();
	expect_viable();
	ck_assert_ptr_null(sriov_iommu_group_get_name(group));
	ck_assert(!sriov_iommu_group_is_no_iommu(group));
	sriov_iommu_group_unref(group);
	fake_write(fake, "vfio-noiommu\n", "sys/kernel/iommu_groups/1/name");
	expect_viable();
	ck_assert_str_eq(sriov_iommu_group_get_name(group), "vfio-noiommu");
	ck_assert(sriov_iommu_group_is_no_iommu(group));
	end();
}
END_TEST

START_TEST(all_groups_in_order)
{
	static const int numbers[] = {1, 2, 3, 10};
	struct sriov_iommu_group_list *list;

	begin();
	fake_add_device(fake, "0000:02:00.0", &fake_82576);
	fake_set_group(fake, "0000:02:00.0", 10);
	fake_set_group(fake, TWIN, 2);
	/* One that goes while it is looked at. */
	fake_make_directory(fake, "sys/kernel/iommu_groups/3");
	expect_success(sriov_iommu_group_list(context, &list, &error), error);
	ck_assert_uint_eq(sriov_iommu_group_list_get_count(list), 4);
	for (size_t i = 0; i < 4; i++)
		ck_assert_int_eq(sriov_iommu_group_get_number(sriov_iommu_group_list_get(list, i)),
				 numbers[i]);
	group = sriov_iommu_group_list_get(list, 0);
	ck_assert_uint_eq(sriov_device_list_get_count(sriov_iommu_group_get_devices(group)), 2);
	ck_assert_ptr_null(sriov_iommu_group_get_error(group));
	group = sriov_iommu_group_list_get(list, 2);
	ck_assert_int_eq(sriov_error_get_code(sriov_iommu_group_get_error(group)), SRIOV_CODE_GONE);
	ck_assert(!sriov_iommu_group_is_viable(group));
	group = NULL;
	sriov_iommu_group_list_unref(list);
	end();
}
END_TEST

START_TEST(no_groups_at_all)
{
	struct sriov_iommu_group_list *list;

	begin();
	fake_remove(fake, "sys/kernel/iommu_groups");
	expect_success(sriov_iommu_group_list(context, &list, &error), error);
	ck_assert_uint_eq(sriov_iommu_group_list_get_count(list), 0);
	sriov_iommu_group_list_unref(list);
	expect_failure(sriov_iommu_group_list(NULL, &list, &error), SRIOV_CODE_INVALID, error,
		       "context is NULL");
	expect_failure(sriov_iommu_group_list(context, NULL, &error), SRIOV_CODE_INVALID, error,
		       "list is NULL");
	fake_make_directory(fake, "sys/kernel/iommu_groups");
	fake_forbid(fake, "sys/kernel/iommu_groups");
	expect_failure(sriov_iommu_group_list(context, &list, &error), SRIOV_CODE_FORBIDDEN, error,
		       "iommu_groups");
	ck_assert_ptr_null(list);
	end();
}
END_TEST

static void expect_type(const char *wanted)
{
	char *text = fake_read(fake, "sys/kernel/iommu_groups/1/type");

	ck_assert_str_eq(text, wanted);
	free(text);
}

START_TEST(sets_the_type)
{
	begin();
	expect_viable();
	ck_assert_int_eq(sriov_iommu_group_get_domain_type(group), SRIOV_IOMMU_DOMAIN_TYPE_DMA_FQ);
	expect_success(sriov_iommu_group_set_type(group, SRIOV_IOMMU_DOMAIN_TYPE_IDENTITY, &error),
		       error);
	expect_type("identity\n");
	ck_assert_int_eq(sriov_iommu_group_get_domain_type(group), SRIOV_IOMMU_DOMAIN_TYPE_DMA_FQ);
	/* The made-up file does not become shorter: it is told to hold little. */
	fake_write(fake, "\n", "sys/kernel/iommu_groups/1/type");
	expect_success(sriov_iommu_group_set_type(group, SRIOV_IOMMU_DOMAIN_TYPE_DMA, &error),
		       error);
	expect_type("DMA\n");
	expect_success(sriov_iommu_group_set_type(group, SRIOV_IOMMU_DOMAIN_TYPE_AUTO, &error),
		       error);
	expect_type("auto\n");
	end();
}
END_TEST

/* Here the rest of the old word stays behind the new one. */
START_TEST(a_type_that_is_not_what_was_written)
{
	begin();
	expect_viable();
	expect_failure(sriov_iommu_group_set_type(group, SRIOV_IOMMU_DOMAIN_TYPE_DMA, &error),
		       SRIOV_CODE_FAILED, error,
		       "cannot change its type to DMA: the kernel took it");
	end();
}
END_TEST

START_TEST(types_that_cannot_be_set)
{
	static const int types[] = {-1, 0, 4, 6, 1000};

	begin();
	expect_viable();
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		expect_failure(sriov_iommu_group_set_type(
				       group, (enum sriov_iommu_domain_type)types[i], &error),
			       SRIOV_CODE_INVALID, error, "identity, DMA, DMA-FQ and auto");
	expect_failure(sriov_iommu_group_set_type(NULL, SRIOV_IOMMU_DOMAIN_TYPE_DMA, &error),
		       SRIOV_CODE_INVALID, error, "group is NULL");
	expect_type("DMA-FQ\n");
	fake_remove(fake, "sys/kernel/iommu_groups/1/type");
	expect_failure(sriov_iommu_group_set_type(group, SRIOV_IOMMU_DOMAIN_TYPE_DMA, &error),
		       SRIOV_CODE_UNSUPPORTED, error,
		       "IOMMU group 1: cannot change its type to DMA");
	fake_remove(fake, "sys/kernel/iommu_groups/1");
	expect_failure(sriov_iommu_group_set_type(group, SRIOV_IOMMU_DOMAIN_TYPE_DMA, &error),
		       SRIOV_CODE_GONE, error, "not there any more");
	ck_assert_str_eq(sriov_iommu_domain_type_get_name(SRIOV_IOMMU_DOMAIN_TYPE_UNKNOWN),
			 "unknown");
	ck_assert_str_eq(sriov_iommu_domain_type_get_name(SRIOV_IOMMU_DOMAIN_TYPE_UNMANAGED),
			 "unmanaged");
	end();
}
END_TEST

START_TEST(reserved_regions)
{
	struct sriov_reserved_region_list *list;
	struct sriov_reserved_region *region;

	begin();
	expect_viable();
	fake_write(fake,
		   "0x00000000000e0000 0x00000000000fffff direct-relaxable\n"
		   "0x00000000fee00000 0x00000000feefffff msi\n"
		   "0x000000fd00000000 0xffffffffffffffff reserved\n"
		   "0x0000000000000000 0x0000000000000fff new words\n",
		   "sys/kernel/iommu_groups/1/reserved_regions");
	expect_success(sriov_iommu_group_list_reserved_regions(group, &list, &error), error);
	ck_assert_uint_eq(sriov_reserved_region_list_get_count(list), 4);
	region = sriov_reserved_region_list_get(list, 0);
	ck_assert_uint_eq(sriov_reserved_region_get_start(region), 0xe0000);
	ck_assert_uint_eq(sriov_reserved_region_get_end(region), 0xfffff);
	ck_assert_int_eq(sriov_reserved_region_get_type(region),
			 SRIOV_RESERVED_REGION_TYPE_DIRECT_RELAXABLE);
	region = sriov_reserved_region_list_get(list, 1);
	ck_assert_int_eq(sriov_reserved_region_get_type(region), SRIOV_RESERVED_REGION_TYPE_MSI);
	ck_assert_str_eq(sriov_reserved_region_get_type_name(region), "msi");
	region = sriov_reserved_region_list_get(list, 2);
	ck_assert_uint_eq(sriov_reserved_region_get_end(region), UINT64_MAX);
	region = sriov_reserved_region_list_get(list, 3);
	ck_assert_int_eq(sriov_reserved_region_get_type(region),
			 SRIOV_RESERVED_REGION_TYPE_UNKNOWN);
	ck_assert_str_eq(sriov_reserved_region_get_type_name(region), "new words");
	sriov_reserved_region_list_unref(list);
	end();
}
END_TEST

static void expect_no_regions(const char *text, enum sriov_code code, const char *words)
{
	struct sriov_reserved_region_list *list = (struct sriov_reserved_region_list *)group;

	if (text)
		fake_write(fake, text, "sys/kernel/iommu_groups/1/reserved_regions");
	expect_failure(sriov_iommu_group_list_reserved_regions(group, &list, &error), code, error,
		       words);
	ck_assert_ptr_null(list);
}

START_TEST(reserved_regions_that_are_none)
{
	begin();
	expect_viable();
	expect_no_regions(NULL, SRIOV_CODE_UNSUPPORTED, "does not tell");
	expect_no_regions("0x0 0x1\n", SRIOV_CODE_MALFORMED, "0x0 0x1");
	expect_no_regions("0x0 0x1 msi\nnonsense\n", SRIOV_CODE_MALFORMED, "nonsense");
	expect_no_regions("0x0 -1 msi\n", SRIOV_CODE_MALFORMED, "-1");
	expect_no_regions("0x0 0x10000000000000000 msi\n", SRIOV_CODE_MALFORMED, "0x1000");
	fake_remove(fake, "sys/kernel/iommu_groups/1");
	expect_no_regions(NULL, SRIOV_CODE_GONE, "IOMMU group 1");
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

UNIT_SUITE("iommu_group", members_number_and_type, an_old_kernel_tells_no_type,
	   drivers_that_leave_dma_alone, a_driver_of_the_host_is_named_with_its_device,
	   every_obstacle_is_named, a_member_of_another_bus_breaks_nothing,
	   a_member_of_another_bus_counts, a_broken_member_is_in_the_list_with_its_error,
	   a_removed_member_is_no_obstacle, a_group_that_is_not_there, a_group_that_is_forbidden,
	   the_rule_before_5_19, the_rule_from_5_19_on, names_of_groups, all_groups_in_order,
	   no_groups_at_all, sets_the_type, a_type_that_is_not_what_was_written,
	   types_that_cannot_be_set, reserved_regions, reserved_regions_that_are_none,
	   wrong_arguments)
