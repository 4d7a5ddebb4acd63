/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Lists of devices: order, filters, and devices that are broken. */
#include "unit.h"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_device_list *list;
static struct sriov_device_filter *filter;
static struct sriov_error *error;

static void set_up(void)
{
	fake = fake_new();
	context = fake_open_context(fake);
}

static void tear_down(void)
{
	sriov_device_filter_unref(filter);
	sriov_device_list_unref(list);
	sriov_context_unref(context);
	fake_free(fake);
}

static void add_some(void)
{
	fake_add_device(fake, "10000:e1:00.0", &fake_nvme);
	fake_add_device(fake, "0000:02:00.0", &fake_82576);
	fake_add_device(fake, "0000:00:1c.0", &fake_root_port);
	fake_add_device(fake, "0000:01:00.0", &fake_82576);
}

/* The addresses in the list, in order, NULL at the end. */
static void expect_list(const char *const *addresses)
{
	size_t count = 0;

	expect_success(sriov_device_list(context, filter, &list, &error), error);
	for (; addresses[count]; count++)
		ck_assert_str_eq(sriov_device_get_address(sriov_device_list_get(list, count)),
				 addresses[count]);
	ck_assert_uint_eq(sriov_device_list_get_count(list), count);
	ck_assert_ptr_null(sriov_device_list_get(list, count));
	sriov_device_list_unref(list);
	list = NULL;
}

START_TEST(is_in_order_of_addresses)
{
	add_some();
	expect_list((const char *const[]) {"0000:00:1c.0", "0000:01:00.0", "0000:02:00.0",
					   "10000:e1:00.0", NULL});
}
END_TEST

START_TEST(may_be_empty)
{
	expect_list((const char *const[]) {NULL});
}
END_TEST

START_TEST(filters_by_class)
{
	add_some();
	expect_success(sriov_device_filter_new(&filter, &error), error);
	expect_list((const char *const[]) {"0000:00:1c.0", "0000:01:00.0", "0000:02:00.0",
					   "10000:e1:00.0", NULL});
	expect_success(sriov_device_filter_set_class(filter, 0x020000, 0xff0000, &error), error);
	expect_list((const char *const[]) {"0000:01:00.0", "0000:02:00.0", NULL});
	expect_success(sriov_device_filter_set_class(filter, 0x0108ff, 0xffff00, &error), error);
	expect_list((const char *const[]) {"10000:e1:00.0", NULL});
	expect_success(sriov_device_filter_set_class(filter, 0x0c0330, 0xffffff, &error), error);
	expect_list((const char *const[]) {NULL});
}
END_TEST

START_TEST(refuses_wrong_classes)
{
	expect_success(sriov_device_filter_new(&filter, &error), error);
	expect_failure(sriov_device_filter_set_class(filter, 0x1000000, 0xff0000, &error),
		       SRIOV_CODE_INVALID, error, "0x1000000");
	expect_failure(sriov_device_filter_set_class(filter, 0, 0xffffffff, &error),
		       SRIOV_CODE_INVALID, error, "0xffffffff");
	expect_failure(sriov_device_filter_set_class(NULL, 0, 0, &error), SRIOV_CODE_INVALID, error,
		       "filter is NULL");
	expect_failure(sriov_device_filter_new(NULL, &error), SRIOV_CODE_INVALID, error,
		       "filter is NULL");
}
END_TEST

/* A card with two VFs, of which the first has a driver. */
static void add_card(void)
{
	fake_add_82576(fake, "0000:01:00.0", "em1", 2);
	fake_set_driver(fake, "0000:01:10.0", "igbvf");
	fake_add_device(fake, "0000:02:00.0", &fake_82576);
	fake_add_device(fake, "0000:00:1c.0", &fake_root_port);
}

START_TEST(filters_by_ids)
{
	add_card();
	expect_success(sriov_device_filter_new(&filter, &error), error);
	expect_success(sriov_device_filter_set_vendor_id(filter, 0x8086, &error), error);
	expect_list((const char *const[]) {"0000:01:00.0", "0000:01:10.0", "0000:01:10.2",
					   "0000:02:00.0", NULL});
	expect_success(sriov_device_filter_set_device_id(filter, 0x10ca, &error), error);
	expect_list((const char *const[]) {"0000:01:10.0", "0000:01:10.2", NULL});
	expect_success(sriov_device_filter_set_vendor_id(filter, 0x1b36, &error), error);
	expect_list((const char *const[]) {NULL});
}
END_TEST

START_TEST(filters_by_driver)
{
	add_card();
	expect_success(sriov_device_filter_new(&filter, &error), error);
	expect_success(sriov_device_filter_set_driver(filter, "igb", &error), error);
	expect_list((const char *const[]) {"0000:01:00.0", NULL});
	expect_success(sriov_device_filter_set_driver(filter, "igbv", &error), error);
	expect_list((const char *const[]) {NULL});
	expect_success(sriov_device_filter_set_driver(filter, NULL, &error), error);
	expect_list((const char *const[]) {"0000:00:1c.0", "0000:01:10.2", "0000:02:00.0", NULL});
}
END_TEST

START_TEST(filters_by_function)
{
	add_card();
	expect_success(sriov_device_filter_new(&filter, &error), error);
	expect_success(sriov_device_filter_set_function(filter, SRIOV_FUNCTION_PF, &error), error);
	expect_list((const char *const[]) {"0000:01:00.0", NULL});
	expect_success(sriov_device_filter_set_function(filter, SRIOV_FUNCTION_VF, &error), error);
	expect_list((const char *const[]) {"0000:01:10.0", "0000:01:10.2", NULL});
	expect_success(sriov_device_filter_set_function(filter, SRIOV_FUNCTION_FREE_VF, &error),
		       error);
	expect_list((const char *const[]) {"0000:01:10.2", NULL});
	expect_success(sriov_device_filter_set_function(filter, SRIOV_FUNCTION_ANY, &error), error);
	expect_list((const char *const[]) {"0000:00:1c.0", "0000:01:00.0", "0000:01:10.0",
					   "0000:01:10.2", "0000:02:00.0", NULL});
}
END_TEST

START_TEST(all_of_a_filter_must_hold)
{
	add_card();
	expect_success(sriov_device_filter_new(&filter, &error), error);
	expect_success(sriov_device_filter_set_function(filter, SRIOV_FUNCTION_VF, &error), error);
	expect_success(sriov_device_filter_set_driver(filter, "igbvf", &error), error);
	expect_success(sriov_device_filter_set_class(filter, 0x020000, 0xffff00, &error), error);
	expect_list((const char *const[]) {"0000:01:10.0", NULL});
	expect_success(sriov_device_filter_set_function(filter, SRIOV_FUNCTION_FREE_VF, &error),
		       error);
	expect_list((const char *const[]) {NULL});
}
END_TEST

START_TEST(refuses_wrong_filters)
{
	expect_success(sriov_device_filter_new(&filter, &error), error);
	expect_failure(sriov_device_filter_set_driver(filter, "../igb", &error), SRIOV_CODE_INVALID,
		       error, "\"../igb\"");
	expect_failure(sriov_device_filter_set_driver(filter, "", &error), SRIOV_CODE_INVALID,
		       error, "no name");
	expect_failure(sriov_device_filter_set_function(filter, (enum sriov_function)4, &error),
		       SRIOV_CODE_INVALID, error, "4 is no kind");
	expect_failure(sriov_device_filter_set_function(filter, (enum sriov_function) - 1, &error),
		       SRIOV_CODE_INVALID, error, "-1 is no kind");
	expect_failure(sriov_device_filter_set_vendor_id(NULL, 0, &error), SRIOV_CODE_INVALID,
		       error, "filter is NULL");
	expect_failure(sriov_device_filter_set_device_id(NULL, 0, &error), SRIOV_CODE_INVALID,
		       error, "filter is NULL");
	expect_failure(sriov_device_filter_set_driver(NULL, "igb", &error), SRIOV_CODE_INVALID,
		       error, "filter is NULL");
	expect_failure(sriov_device_filter_set_function(NULL, SRIOV_FUNCTION_PF, &error),
		       SRIOV_CODE_INVALID, error, "filter is NULL");
}
END_TEST

/* What cannot be looked at may be what is wanted: it is in the list, with its error. */
START_TEST(keeps_what_it_may_not_look_at)
{
	const struct sriov_device *device;

	add_card();
	expect_success(sriov_device_filter_new(&filter, &error), error);
	expect_success(sriov_device_filter_set_function(filter, SRIOV_FUNCTION_PF, &error), error);
	fake_forbid(fake, "sys/devices/pci0000:00/0000:00:01.2/0000:02:00.0");
	expect_success(sriov_device_list(context, filter, &list, &error), error);
	ck_assert_uint_eq(sriov_device_list_get_count(list), 2);
	device = sriov_device_list_get(list, 1);
	ck_assert_str_eq(sriov_device_get_address(device), "0000:02:00.0");
	ck_assert_int_eq(sriov_error_get_code(sriov_device_get_error(device)),
			 SRIOV_CODE_FORBIDDEN);
}
END_TEST

/* One broken device never fails a list: it is in it, with its error. */
START_TEST(keeps_broken_devices)
{
	const struct sriov_device *device;

	add_some();
	fake_set(fake, "0000:01:00.0", "modalias", "nonsense\n");
	fake_remove(fake, "sys/bus/pci/devices/0000:02:00.0/modalias");
	expect_success(sriov_device_filter_new(&filter, &error), error);
	sriov_device_filter_set_class(filter, 0x010000, 0xff0000, NULL);
	expect_success(sriov_device_list(context, filter, &list, &error), error);
	ck_assert_uint_eq(sriov_device_list_get_count(list), 3);
	device = sriov_device_list_get(list, 0);
	ck_assert_str_eq(sriov_device_get_address(device), "0000:01:00.0");
	ck_assert_int_eq(sriov_error_get_code(sriov_device_get_error(device)),
			 SRIOV_CODE_MALFORMED);
	ck_assert_str_eq(sriov_error_get_device(sriov_device_get_error(device)), "0000:01:00.0");
	device = sriov_device_list_get(list, 1);
	ck_assert_str_eq(sriov_device_get_address(device), "0000:02:00.0");
	ck_assert_int_eq(sriov_error_get_code(sriov_device_get_error(device)), SRIOV_CODE_GONE);
	ck_assert_uint_eq(sriov_device_get_vendor_id(device), 0);
	ck_assert_ptr_null(sriov_device_get_error(sriov_device_list_get(list, 2)));
}
END_TEST

START_TEST(device_outlives_its_list)
{
	struct sriov_device *device;

	add_some();
	expect_success(sriov_device_list(context, NULL, &list, &error), error);
	device = sriov_device_ref(sriov_device_list_get(list, 1));
	sriov_device_list_unref(list);
	list = NULL;
	ck_assert_str_eq(sriov_device_get_address(device), "0000:01:00.0");
	sriov_device_unref(device);
}
END_TEST

START_TEST(no_bus_at_all)
{
	fake_remove(fake, "sys/bus/pci");
	expect_failure(sriov_device_list(context, NULL, &list, &error), SRIOV_CODE_NOT_FOUND, error,
		       "no PCI bus");
	ck_assert_ptr_null(list);
}
END_TEST

START_TEST(bus_is_forbidden)
{
	fake_forbid(fake, "sys/bus/pci/devices");
	expect_failure(sriov_device_list(context, NULL, &list, &error), SRIOV_CODE_FORBIDDEN, error,
		       "/bus/pci/devices");
	ck_assert_ptr_null(list);
}
END_TEST

START_TEST(refuses_null)
{
	list = (struct sriov_device_list *)context;
	expect_failure(sriov_device_list(NULL, NULL, &list, &error), SRIOV_CODE_INVALID, error,
		       "context is NULL");
	ck_assert_ptr_null(list);
	expect_failure(sriov_device_list(context, NULL, NULL, &error), SRIOV_CODE_INVALID, error,
		       "list is NULL");
	ck_assert_uint_eq(sriov_device_list_get_count(NULL), 0);
	ck_assert_ptr_null(sriov_device_list_get(NULL, 0));
}
END_TEST

UNIT_SUITE_WITH("device_list", set_up, tear_down, is_in_order_of_addresses, may_be_empty,
		filters_by_class, refuses_wrong_classes, filters_by_ids, filters_by_driver,
		filters_by_function, all_of_a_filter_must_hold, refuses_wrong_filters,
		keeps_what_it_may_not_look_at, keeps_broken_devices, device_outlives_its_list,
		no_bus_at_all, bus_is_forbidden, refuses_null)
