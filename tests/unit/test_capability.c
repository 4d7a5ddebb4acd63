/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Capabilities of a device: the public side of its configuration space. */
#include "unit.h"

#define CARD "0000:01:00.0"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_device *device;
static struct sriov_capability_list *list;
static struct sriov_iov_capability *iov;
static struct sriov_error *error;

static void set_up(void)
{
	fake = fake_new();
	fake_add_82576(fake, CARD, "em1", 0);
	context = fake_open_context(fake);
	expect_success(sriov_device_open(context, CARD, &device, &error), error);
}

static void tear_down(void)
{
	sriov_iov_capability_unref(iov);
	sriov_capability_list_unref(list);
	sriov_device_unref(device);
	sriov_context_unref(context);
	fake_free(fake);
}

START_TEST(lists_with_names)
{
	static const struct {
		const char *name;
		unsigned int offset;
		bool extended;
	} expected[] = {
		{"Power Management", 0x40, false},
		{"Message Signalled Interrupts (MSI)", 0x50, false},
		{"Extended Message Signalled Interrupts (MSI-X)", 0x70, false},
		{"PCI Express", 0xa0, false},
		{"Advanced Error Reporting (AER)", 0x100, true},
		{"Alternative Routing-ID Interpretation (ARI)", 0x150, true},
		{"Single Root I/O Virtualization (SR-IOV)", 0x160, true},
	};
	const struct sriov_capability *one;

	expect_success(sriov_device_list_capabilities(device, &list, &error), error);
	ck_assert_uint_eq(sriov_capability_list_get_count(list), 7);
	for (size_t i = 0; i < 7; i++) {
		one = sriov_capability_list_get(list, i);
		ck_assert_str_eq(sriov_capability_get_name(one), expected[i].name);
		ck_assert_uint_eq(sriov_capability_get_offset(one), expected[i].offset);
		ck_assert_int_eq(sriov_capability_is_extended(one), expected[i].extended);
	}
	ck_assert_uint_eq(sriov_capability_get_id(one), 0x10);
	ck_assert_uint_eq(sriov_capability_get_version(one), 1);
	ck_assert_ptr_null(sriov_capability_list_get(list, 7));
}
END_TEST

START_TEST(unknown_numbers_are_kept)
{
	uint8_t bytes[FAKE_CONFIG_SIZE];

	memcpy(bytes, fake_82576_config, sizeof(bytes));
	bytes[0x40] = 0x7e;
	bytes[0x150] = 0x0c;
	fake_set_config(fake, CARD, bytes, sizeof(bytes));
	expect_success(sriov_device_list_capabilities(device, &list, &error), error);
	ck_assert_str_eq(sriov_capability_get_name(sriov_capability_list_get(list, 0)), "unknown");
	ck_assert_uint_eq(sriov_capability_get_id(sriov_capability_list_get(list, 0)), 0x7e);
	ck_assert_str_eq(sriov_capability_get_name(sriov_capability_list_get(list, 5)), "unknown");
}
END_TEST

START_TEST(decodes_sriov)
{
	expect_success(sriov_device_read_iov_capability(device, &iov, &error), error);
	ck_assert_uint_eq(sriov_iov_capability_get_offset(iov), 0x160);
	ck_assert_uint_eq(sriov_iov_capability_get_initial_vfs(iov), 8);
	ck_assert_uint_eq(sriov_iov_capability_get_total_vfs(iov), 8);
	ck_assert_uint_eq(sriov_iov_capability_get_vf_count(iov), 0);
	ck_assert_uint_eq(sriov_iov_capability_get_vf_offset(iov), 128);
	ck_assert_uint_eq(sriov_iov_capability_get_vf_stride(iov), 2);
	ck_assert_uint_eq(sriov_iov_capability_get_vf_device_id(iov), 0x10ca);
	ck_assert_uint_eq(sriov_iov_capability_get_supported_page_sizes(iov), 0x553);
	ck_assert_uint_eq(sriov_iov_capability_get_system_page_size(iov), 1);
	ck_assert_uint_eq(sriov_iov_capability_get_dependency_link(iov), 0);
	ck_assert(!sriov_iov_capability_is_enabled(iov));
	ck_assert(!sriov_iov_capability_is_memory_enabled(iov));
	ck_assert(sriov_iov_capability_is_ari_capable_hierarchy(iov));
	ck_assert_uint_eq(sriov_iov_capability_get_vf_bar(iov, 0), 0x4000000c);
	ck_assert_uint_eq(sriov_iov_capability_get_vf_bar(iov, 5), 0);
	ck_assert_uint_eq(sriov_iov_capability_get_vf_bar(iov, 6), 0);
	ck_assert_uint_eq(sriov_iov_capability_get_vf_bar(iov, UINT32_MAX), 0);
}
END_TEST

START_TEST(decodes_each_switch_by_itself)
{
	uint8_t bytes[FAKE_CONFIG_SIZE];

	memcpy(bytes, fake_82576_config, sizeof(bytes));
	bytes[0x168] = 0x09;
	bytes[0x170] = 7;
	fake_set_config(fake, CARD, bytes, sizeof(bytes));
	expect_success(sriov_device_read_iov_capability(device, &iov, &error), error);
	ck_assert(sriov_iov_capability_is_enabled(iov));
	ck_assert(sriov_iov_capability_is_memory_enabled(iov));
	ck_assert(!sriov_iov_capability_is_ari_capable_hierarchy(iov));
	ck_assert_uint_eq(sriov_iov_capability_get_vf_count(iov), 7);
}
END_TEST

static void expect_refusal(enum sriov_code code, const char *words)
{
	list = (struct sriov_capability_list *)device;
	expect_failure(sriov_device_list_capabilities(device, &list, &error), code, error, words);
	ck_assert_ptr_null(list);
	iov = (struct sriov_iov_capability *)device;
	ck_assert_int_eq(sriov_device_read_iov_capability(device, &iov, &error), code);
	ck_assert_ptr_null(iov);
	ck_assert_str_eq(sriov_error_get_device(error), CARD);
	expect_failure(code, code, error, words);
}

START_TEST(tells_the_unprivileged)
{
	fake_set_config(fake, CARD, fake_82576_config, 64);
	expect_refusal(SRIOV_CODE_FORBIDDEN, "CAP_SYS_ADMIN");
}
END_TEST

START_TEST(tells_gone)
{
	fake_set_config(fake, CARD, memset((char[256]) {0}, 0xff, 256), 256);
	expect_refusal(SRIOV_CODE_GONE, CARD);
	fake_remove_device(fake, CARD);
	expect_refusal(SRIOV_CODE_GONE, "was removed");
}
END_TEST

START_TEST(tells_broken_lists)
{
	uint8_t bytes[FAKE_CONFIG_SIZE];

	memcpy(bytes, fake_82576_config, sizeof(bytes));
	bytes[0x41] = 0x40;
	fake_set_config(fake, CARD, bytes, sizeof(bytes));
	expect_refusal(SRIOV_CODE_MALFORMED, CARD);
}
END_TEST

START_TEST(tells_a_card_without_sriov)
{
	fake_set_config(fake, CARD, fake_82576_config, 256);
	expect_failure(sriov_device_read_iov_capability(device, &iov, &error),
		       SRIOV_CODE_UNSUPPORTED, error, "no SR-IOV capability");
	expect_success(sriov_device_list_capabilities(device, &list, &error), error);
	ck_assert_uint_eq(sriov_capability_list_get_count(list), 4);
}
END_TEST

START_TEST(takes_null)
{
	expect_failure(sriov_device_list_capabilities(NULL, &list, &error), SRIOV_CODE_INVALID,
		       error, "device is NULL");
	expect_failure(sriov_device_list_capabilities(device, NULL, &error), SRIOV_CODE_INVALID,
		       error, "list is NULL");
	expect_failure(sriov_device_read_iov_capability(NULL, &iov, &error), SRIOV_CODE_INVALID,
		       error, "device is NULL");
	expect_failure(sriov_device_read_iov_capability(device, NULL, &error), SRIOV_CODE_INVALID,
		       error, "capability is NULL");
	ck_assert_uint_eq(sriov_capability_get_id(NULL), 0);
	ck_assert_ptr_null(sriov_capability_get_name(NULL));
	ck_assert_ptr_null(sriov_capability_list_get(NULL, 0));
	ck_assert_uint_eq(sriov_iov_capability_get_total_vfs(NULL), 0);
	ck_assert_uint_eq(sriov_iov_capability_get_vf_bar(NULL, 0), 0);
	ck_assert(!sriov_iov_capability_is_enabled(NULL));
}
END_TEST

UNIT_SUITE_WITH("capability", set_up, tear_down, lists_with_names, unknown_numbers_are_kept,
		decodes_sriov, decodes_each_switch_by_itself, tells_the_unprivileged, tells_gone,
		tells_broken_lists, tells_a_card_without_sriov, takes_null)
