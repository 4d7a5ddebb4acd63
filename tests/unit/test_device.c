/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Devices: opening them, what they tell, and what is wrong with some. */
#include "unit.h"

#define CARD "0000:01:00.0"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_device *device;
static struct sriov_error *error;

static void set_up(void)
{
	fake = fake_new();
	fake_add_82576(fake, CARD, "em1", 0);
	context = fake_open_context(fake);
}

static void tear_down(void)
{
	sriov_device_unref(device);
	sriov_context_unref(context);
	fake_free(fake);
}

START_TEST(tells_what_it_is)
{
	expect_success(sriov_device_open(context, CARD, &device, &error), error);
	ck_assert_ptr_eq(sriov_device_get_context(device), context);
	ck_assert_str_eq(sriov_device_get_address(device), CARD);
	ck_assert_uint_eq(sriov_device_get_vendor_id(device), 0x8086);
	ck_assert_uint_eq(sriov_device_get_device_id(device), 0x10c9);
	ck_assert_uint_eq(sriov_device_get_subsystem_vendor_id(device), 0x1af4);
	ck_assert_uint_eq(sriov_device_get_subsystem_device_id(device), 0x1100);
	ck_assert_uint_eq(sriov_device_get_class(device), 0x020000);
	ck_assert_str_eq(sriov_device_get_driver(device), "igb");
	ck_assert_str_eq(sriov_device_get_modalias(device),
			 "pci:v00008086d000010C9sv00001AF4sd00001100bc02sc00i00");
	ck_assert_int_eq(sriov_device_get_iommu_group(device), 10);
	ck_assert_ptr_null(sriov_device_get_error(device));
}
END_TEST

START_TEST(opens_by_any_of_its_names)
{
	static const char *const names[] = {CARD, "01:00.0", "00000000:01:00.0", "em1"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		expect_success(sriov_device_open(context, names[i], &device, &error), error);
		ck_assert_str_eq(sriov_device_get_address(device), CARD);
		sriov_device_unref(device);
	}
	device = NULL;
}
END_TEST

START_TEST(group_and_driver_may_be_none)
{
	fake_set_driver(fake, CARD, NULL);
	fake_set_group(fake, CARD, -1);
	expect_success(sriov_device_open(context, CARD, &device, &error), error);
	ck_assert_ptr_null(sriov_device_get_driver(device));
	ck_assert_int_eq(sriov_device_get_iommu_group(device), -1);
	fake_set_group(fake, CARD, 0);
	sriov_device_unref(device);
	expect_success(sriov_device_open(context, CARD, &device, &error), error);
	ck_assert_int_eq(sriov_device_get_iommu_group(device), 0);
}
END_TEST

static void expect_refusal(const char *name, enum sriov_code code, const char *words)
{
	device = (struct sriov_device *)context;
	expect_failure(sriov_device_open(context, name, &device, &error), code, error, words);
	ck_assert_ptr_null(device);
}

START_TEST(refuses_what_is_no_name)
{
	expect_refusal("", SRIOV_CODE_INVALID, "\"\"");
	expect_refusal("..", SRIOV_CODE_INVALID, "..");
	expect_refusal("../../etc", SRIOV_CODE_INVALID, "../../etc");
	expect_refusal("0000:01:00.8", SRIOV_CODE_INVALID, "0000:01:00.8");
	expect_refusal("0000:01:00.0\n", SRIOV_CODE_INVALID, "0000:01:00.0");
	expect_refusal("a name of many letters", SRIOV_CODE_INVALID, "a name of many letters");
	expect_refusal("%s%s%n", SRIOV_CODE_NOT_FOUND, "%s%s%n");
}
END_TEST

START_TEST(tells_absent_from_virtual)
{
	fake_add_virtual_interface(fake, "br0", 7);
	expect_refusal("0000:01:00.1", SRIOV_CODE_NOT_FOUND, "0000:01:00.1");
	expect_refusal("em2", SRIOV_CODE_NOT_FOUND, "no network interface has the name em2");
	expect_refusal("br0", SRIOV_CODE_NOT_FOUND, "br0 is on no PCI device");
}
END_TEST

START_TEST(finds_interfaces_of_other_buses)
{
	fake_add_virtual_interface(fake, "usb0", 7);
	fake_make_directory(fake, "sys/devices/pci0000:00/0000:00:14.0/usb1/1-1");
	fake_link(fake, "../../../pci0000:00/0000:00:14.0/usb1/1-1", "sys/class/net/usb0/device");
	expect_refusal("usb0", SRIOV_CODE_NOT_FOUND, "1-1");
}
END_TEST

START_TEST(refuses_null)
{
	expect_failure(sriov_device_open(NULL, CARD, &device, &error), SRIOV_CODE_INVALID, error,
		       "context is NULL");
	expect_failure(sriov_device_open(context, NULL, &device, &error), SRIOV_CODE_INVALID, error,
		       "name is NULL");
	expect_failure(sriov_device_open(context, CARD, NULL, &error), SRIOV_CODE_INVALID, error,
		       "device is NULL");
	ck_assert_int_eq(sriov_device_open(NULL, NULL, NULL, NULL), SRIOV_CODE_INVALID);
}
END_TEST

START_TEST(error_names_the_device)
{
	ck_assert_int_eq(sriov_device_open(context, "02:00.0", &device, &error),
			 SRIOV_CODE_NOT_FOUND);
	ck_assert_str_eq(sriov_error_get_device(error), "0000:02:00.0");
	ck_assert_str_eq(sriov_error_get_operation(error), "open");
	ck_assert_msg(strstr(sriov_error_get_path(error), "/bus/pci/devices/0000:02:00.0/modalias"),
		      "%s", sriov_error_get_path(error));
	sriov_error_unref(error);
}
END_TEST

START_TEST(refuses_nonsense_of_the_kernel)
{
	fake_set(fake, CARD, "modalias", "pci:nonsense\n");
	expect_refusal(CARD, SRIOV_CODE_MALFORMED, "modalias");
	fake_set(fake, CARD, "modalias", "");
	expect_refusal(CARD, SRIOV_CODE_MALFORMED, CARD);
}
END_TEST

START_TEST(refuses_a_group_that_is_no_number)
{
	fake_set_group(fake, CARD, -1);
	fake_link(fake, "../../../../kernel/iommu_groups/x", "sys/bus/pci/devices/%s/iommu_group",
		  CARD);
	expect_refusal(CARD, SRIOV_CODE_MALFORMED, "\"x\"");
}
END_TEST

START_TEST(tells_forbidden)
{
	fake_forbid(fake, "sys/bus/pci/devices/%s/modalias", CARD);
	expect_refusal(CARD, SRIOV_CODE_FORBIDDEN, "Permission denied");
}
END_TEST

START_TEST(is_a_snapshot)
{
	expect_success(sriov_device_open(context, CARD, &device, &error), error);
	fake_set_driver(fake, CARD, "vfio-pci");
	fake_set_group(fake, CARD, 77);
	ck_assert_str_eq(sriov_device_get_driver(device), "igb");
	ck_assert_int_eq(sriov_device_get_iommu_group(device), 10);
}
END_TEST

/* A child holds its parent. */
START_TEST(outlives_its_context)
{
	expect_success(sriov_device_open(context, CARD, &device, &error), error);
	sriov_context_unref(context);
	ck_assert_str_eq(sriov_device_get_address(device), CARD);
	context = sriov_context_ref(sriov_device_get_context(device));
}
END_TEST

START_TEST(numa_node)
{
	int node = 99;

	expect_success(sriov_device_open(context, CARD, &device, &error), error);
	expect_success(sriov_device_read_numa_node(device, &node, &error), error);
	ck_assert_int_eq(node, -1);
	fake_set(fake, CARD, "numa_node", "1\n");
	expect_success(sriov_device_read_numa_node(device, &node, &error), error);
	ck_assert_int_eq(node, 1);
	fake_set(fake, CARD, "numa_node", "-2\n");
	expect_failure(sriov_device_read_numa_node(device, &node, &error), SRIOV_CODE_MALFORMED,
		       error, "\"-2\"");
	ck_assert_int_eq(node, -1);
	fake_remove(fake, "sys/bus/pci/devices/%s/numa_node", CARD);
	expect_failure(sriov_device_read_numa_node(device, &node, &error), SRIOV_CODE_UNSUPPORTED,
		       error, "NUMA");
	fake_remove_device(fake, CARD);
	expect_failure(sriov_device_read_numa_node(device, &node, &error), SRIOV_CODE_GONE, error,
		       CARD);
	expect_failure(sriov_device_read_numa_node(device, NULL, &error), SRIOV_CODE_INVALID, error,
		       "node is NULL");
	expect_failure(sriov_device_read_numa_node(NULL, &node, &error), SRIOV_CODE_INVALID, error,
		       "device is NULL");
}
END_TEST

START_TEST(lists_interfaces)
{
	struct sriov_string_list *interfaces;

	expect_success(sriov_device_open(context, CARD, &device, &error), error);
	fake_add_interface(fake, CARD, "em10", 3);
	fake_add_interface(fake, CARD, "em2", 4);
	expect_success(sriov_device_list_interfaces(device, &interfaces, &error), error);
	ck_assert_uint_eq(sriov_string_list_get_count(interfaces), 3);
	ck_assert_str_eq(sriov_string_list_get(interfaces, 0), "em1");
	ck_assert_str_eq(sriov_string_list_get(interfaces, 1), "em2");
	ck_assert_str_eq(sriov_string_list_get(interfaces, 2), "em10");
	sriov_string_list_unref(interfaces);
	fake_remove(fake, "sys/bus/pci/devices/%s/net", CARD);
	expect_success(sriov_device_list_interfaces(device, &interfaces, &error), error);
	ck_assert_uint_eq(sriov_string_list_get_count(interfaces), 0);
	sriov_string_list_unref(interfaces);
	fake_remove_device(fake, CARD);
	expect_failure(sriov_device_list_interfaces(device, &interfaces, &error), SRIOV_CODE_GONE,
		       error, CARD);
	ck_assert_ptr_null(interfaces);
}
END_TEST

START_TEST(name_in_words_or_ids)
{
	char *name;

	expect_success(sriov_device_open(context, CARD, &device, &error), error);
	expect_success(sriov_device_read_name(device, &name, &error), error);
	/* The database may be missing, the ids not. */
	ck_assert_msg(strstr(name, "82576") || !strcmp(name, "8086:10c9"), "%s", name);
	free(name);
	expect_failure(sriov_device_read_name(NULL, &name, &error), SRIOV_CODE_INVALID, error,
		       "device is NULL");
	ck_assert_ptr_null(name);
	expect_failure(sriov_device_read_name(device, NULL, &error), SRIOV_CODE_INVALID, error,
		       "name is NULL");
}
END_TEST

START_TEST(getters_take_null)
{
	ck_assert_ptr_null(sriov_device_get_context(NULL));
	ck_assert_ptr_null(sriov_device_get_address(NULL));
	ck_assert_ptr_null(sriov_device_get_error(NULL));
	ck_assert_ptr_null(sriov_device_get_driver(NULL));
	ck_assert_ptr_null(sriov_device_get_modalias(NULL));
	ck_assert_uint_eq(sriov_device_get_vendor_id(NULL), 0);
	ck_assert_uint_eq(sriov_device_get_device_id(NULL), 0);
	ck_assert_uint_eq(sriov_device_get_subsystem_vendor_id(NULL), 0);
	ck_assert_uint_eq(sriov_device_get_subsystem_device_id(NULL), 0);
	ck_assert_uint_eq(sriov_device_get_class(NULL), 0);
	ck_assert_int_eq(sriov_device_get_iommu_group(NULL), -1);
	ck_assert_ptr_null(sriov_device_ref(NULL));
	sriov_device_unref(NULL);
}
END_TEST

UNIT_SUITE_WITH("device", set_up, tear_down, tells_what_it_is, opens_by_any_of_its_names,
		group_and_driver_may_be_none, refuses_what_is_no_name, tells_absent_from_virtual,
		finds_interfaces_of_other_buses, refuses_null, error_names_the_device,
		refuses_nonsense_of_the_kernel, refuses_a_group_that_is_no_number, tells_forbidden,
		is_a_snapshot, outlives_its_context, numa_node, lists_interfaces,
		name_in_words_or_ids, getters_take_null)
