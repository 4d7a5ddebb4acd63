/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Capabilities decoded, in the registers of an 82576 and in some that no emulated device has: those
 * are put behind the card's own.
 */
#include "registers.h"

static struct sriov_error *error;

START_TEST(an_82576)
{
	const struct sriov_msi_capability *msi;
	const struct sriov_msix_capability *msix;

	look();
	ck_assert_uint_eq(
		sriov_capability_list_get_count(sriov_capabilities_get_list(capabilities)), 7);
	ck_assert_int_eq(sriov_capabilities_get_port_type(capabilities), SRIOV_PORT_TYPE_ENDPOINT);
	ck_assert(sriov_capabilities_has_function_level_reset(capabilities));
	ck_assert(!sriov_capabilities_is_multifunction(capabilities));
	ck_assert(!sriov_capabilities_has_ari_forwarding(capabilities));
	ck_assert_ptr_null(sriov_capabilities_get_serial_number(capabilities));
	ck_assert_ptr_null(sriov_capabilities_get_obstacle(capabilities));
	msi = sriov_capabilities_get_msi(capabilities);
	ck_assert_uint_eq(sriov_msi_capability_get_offset(msi), 0x50);
	ck_assert_uint_eq(sriov_msi_capability_get_vector_count(msi), 1);
	ck_assert(sriov_msi_capability_is_64bit(msi));
	ck_assert(sriov_msi_capability_has_masking(msi));
	ck_assert(!sriov_msi_capability_is_enabled(msi));
	msix = sriov_capabilities_get_msix(capabilities);
	ck_assert_uint_eq(sriov_msix_capability_get_table_size(msix), 10);
	ck_assert(sriov_msix_capability_is_enabled(msix));
	ck_assert(!sriov_msix_capability_is_masked(msix));
	ck_assert_uint_eq(sriov_msix_capability_get_table_bar(msix), 3);
	ck_assert_uint_eq(sriov_msix_capability_get_table_offset(msix), 0);
	ck_assert_uint_eq(sriov_msix_capability_get_pending_bar(msix), 3);
	ck_assert_uint_eq(sriov_msix_capability_get_pending_offset(msix), 0x2000);
}
END_TEST

START_TEST(absent_is_told)
{
	look();
	ck_assert_int_eq(state(true, 0x10), SRIOV_CAPABILITY_STATE_PRESENT);
	ck_assert_int_eq(state(false, 0x10), SRIOV_CAPABILITY_STATE_PRESENT);
	ck_assert_int_eq(state(true, 0x01), SRIOV_CAPABILITY_STATE_PRESENT);
	ck_assert_int_eq(state(true, 0x0d), SRIOV_CAPABILITY_STATE_ABSENT);
	ck_assert_int_eq(state(false, 0x0e), SRIOV_CAPABILITY_STATE_ABSENT);
	ck_assert_ptr_null(sriov_capabilities_get_acs(capabilities));
	ck_assert_ptr_null(sriov_capabilities_get_ats(capabilities));
	ck_assert_ptr_null(sriov_capabilities_get_pasid(capabilities));
	ck_assert_ptr_null(sriov_capabilities_get_pri(capabilities));
	ck_assert_uint_eq(sriov_resizable_bar_list_get_count(
				  sriov_capabilities_get_resizable_bars(capabilities)),
			  0);
	ck_assert_uint_eq(sriov_resizable_bar_list_get_count(
				  sriov_capabilities_get_vf_resizable_bars(capabilities)),
			  0);
}
END_TEST

/* The same file length means two things: conventional PCI, and a host without MMCONFIG. */
START_TEST(unreadable_is_not_absent)
{
	fake_set_config(fake, CARD, bytes, 256);
	expect_success(sriov_device_read_capabilities(device, &capabilities, &error), error);
	ck_assert_int_eq(state(true, 0x10), SRIOV_CAPABILITY_STATE_UNREADABLE);
	ck_assert_int_eq(state(false, 0x13), SRIOV_CAPABILITY_STATE_ABSENT);
	ck_assert_ptr_null(sriov_capabilities_get_iov(capabilities));
	ck_assert_ptr_nonnull(strstr(sriov_capabilities_get_obstacle(capabilities), CARD));
	ck_assert(sriov_capabilities_has_function_level_reset(capabilities));
}
END_TEST

START_TEST(conventional_pci)
{
	/* MSI-X is the last one now. */
	bytes[0x71] = 0;
	fake_set_config(fake, CARD, bytes, 256);
	expect_success(sriov_device_read_capabilities(device, &capabilities, &error), error);
	ck_assert_int_eq(state(true, 0x10), SRIOV_CAPABILITY_STATE_ABSENT);
	ck_assert_ptr_null(sriov_capabilities_get_obstacle(capabilities));
	ck_assert_int_eq(sriov_capabilities_get_port_type(capabilities), SRIOV_PORT_TYPE_NONE);
	ck_assert(!sriov_capabilities_has_function_level_reset(capabilities));
}
END_TEST

START_TEST(sriov_pages_and_bars)
{
	static const uint64_t sizes[] = {4096, 8192, 65536, 262144, 1048576, 4194304, 0};
	const struct sriov_iov_capability *iov;

	look();
	iov = sriov_capabilities_get_iov(capabilities);
	ck_assert(sriov_iov_capability_is_consistent(iov));
	ck_assert(!sriov_iov_capability_has_vf_migration(iov));
	ck_assert_uint_eq(sriov_iov_capability_get_page_size_count(iov), 6);
	for (unsigned int i = 0; i < 7; i++)
		ck_assert_uint_eq(sriov_iov_capability_get_page_size_bytes(iov, i), sizes[i]);
	ck_assert_uint_eq(sriov_iov_capability_get_system_page_size_bytes(iov), 4096);
	ck_assert_int_eq(sriov_iov_capability_get_vf_bar_kind(iov, 0), SRIOV_VF_BAR_KIND_MEMORY_64);
	ck_assert_int_eq(sriov_iov_capability_get_vf_bar_kind(iov, 1),
			 SRIOV_VF_BAR_KIND_UPPER_HALF);
	ck_assert_int_eq(sriov_iov_capability_get_vf_bar_kind(iov, 2), SRIOV_VF_BAR_KIND_NONE);
	ck_assert(sriov_iov_capability_is_vf_bar_prefetchable(iov, 0));
	ck_assert(!sriov_iov_capability_is_vf_bar_prefetchable(iov, 1));
	ck_assert_uint_eq(sriov_iov_capability_get_vf_bar_address(iov, 3), 0xc040020000);
	ck_assert_uint_eq(sriov_iov_capability_get_vf_bar_address(iov, 4), 0);
	ck_assert_int_eq(sriov_iov_capability_get_vf_bar_kind(iov, 6), SRIOV_VF_BAR_KIND_NONE);
}
END_TEST

START_TEST(sriov_that_is_unusual)
{
	const struct sriov_iov_capability *iov;

	put(0x164, 0x7, 4);
	put(0x168, 0x2, 2);
	put(0x16c, 4, 2);
	put(0x180, 0x5, 4);
	put(0x184, 0xfe000000, 4);
	put(0x188, 0x1001, 4);
	put(0x18c, 0x2, 4);
	put(0x198, 0x400000c, 4);
	look();
	iov = sriov_capabilities_get_iov(capabilities);
	ck_assert(sriov_iov_capability_has_vf_migration(iov));
	ck_assert(sriov_iov_capability_is_vf_migration_enabled(iov));
	ck_assert(sriov_iov_capability_is_ari_hierarchy_preserved(iov));
	ck_assert(sriov_iov_capability_has_vf_10bit_tags(iov));
	ck_assert(sriov_iov_capability_is_consistent(iov));
	ck_assert_uint_eq(sriov_iov_capability_get_system_page_size_bytes(iov), 0);
	ck_assert_int_eq(sriov_iov_capability_get_vf_bar_kind(iov, 0), SRIOV_VF_BAR_KIND_MEMORY_32);
	ck_assert_uint_eq(sriov_iov_capability_get_vf_bar_address(iov, 0), 0xfe000000);
	ck_assert(!sriov_iov_capability_is_vf_bar_prefetchable(iov, 0));
	ck_assert_int_eq(sriov_iov_capability_get_vf_bar_kind(iov, 1), SRIOV_VF_BAR_KIND_UNKNOWN);
	ck_assert_int_eq(sriov_iov_capability_get_vf_bar_kind(iov, 2), SRIOV_VF_BAR_KIND_UNKNOWN);
	ck_assert_int_eq(sriov_iov_capability_get_vf_bar_kind(iov, 5), SRIOV_VF_BAR_KIND_UNKNOWN);
	ck_assert_uint_eq(sriov_iov_capability_get_vf_bar_address(iov, 5), 0);
	sriov_capabilities_unref(capabilities);
	put(0x164, 0, 4);
	look();
	ck_assert(!sriov_iov_capability_is_consistent(sriov_capabilities_get_iov(capabilities)));
}
END_TEST

START_TEST(port_types)
{
	static const enum sriov_port_type types[16] = {
		1, 2, -1, -1, 3, 4, 5, 6, 7, 8, 9, -1, -1, -1, -1, -1,
	};

	for (unsigned int i = 0; i < 16; i++) {
		put(0xa2, i << 4 | 2, 2);
		look();
		ck_assert_int_eq(sriov_capabilities_get_port_type(capabilities), types[i]);
		sriov_capabilities_unref(capabilities);
	}
	capabilities = NULL;
}
END_TEST

START_TEST(reset_by_advanced_features)
{
	/* In the place of power management; the PCI Express capability says no now. */
	bytes[0x40] = 0x13;
	bytes[0xa7] = 0;
	bytes[0x43] = 0x03;
	look();
	ck_assert(sriov_capabilities_has_function_level_reset(capabilities));
	sriov_capabilities_unref(capabilities);
	bytes[0x43] = 0x02;
	look();
	ck_assert(!sriov_capabilities_has_function_level_reset(capabilities));
}
END_TEST

START_TEST(serial_number)
{
	unsigned int offset = add(0x03, 12);

	put(offset + 4, 0x001b21ffff0a0b0c, 8);
	look();
	ck_assert_str_eq(sriov_capabilities_get_serial_number(capabilities),
			 "00-1b-21-ff-ff-0a-0b-0c");
}
END_TEST

START_TEST(resizable_bars)
{
	unsigned int offset = add(0x15, 20);
	const struct sriov_resizable_bar_list *list;
	const struct sriov_resizable_bar *bar;

	/* BAR 0: 1 and 4 MiB and 256 TiB, 4 MiB now; BAR 2 of two: 2^63 bytes, which is the most.
	 */
	put(offset + 4, 0x50, 4);
	put(offset + 8, 1U << 16 | 2U << 8 | 2U << 5 | 0, 4);
	put(offset + 12, 0, 4);
	put(offset + 16, 1U << 31 | 43U << 8 | 2, 4);
	offset = add(0x24, 12);
	put(offset + 4, 0x10, 4);
	put(offset + 8, 44U << 8 | 1U << 5 | 4, 4);
	look();
	list = sriov_capabilities_get_resizable_bars(capabilities);
	ck_assert_uint_eq(sriov_resizable_bar_list_get_count(list), 2);
	bar = sriov_resizable_bar_list_get(list, 0);
	ck_assert_uint_eq(sriov_resizable_bar_get_index(bar), 0);
	ck_assert_uint_eq(sriov_resizable_bar_get_size_bytes(bar), 4 << 20);
	ck_assert_uint_eq(sriov_resizable_bar_get_possible_size_count(bar), 3);
	ck_assert_uint_eq(sriov_resizable_bar_get_possible_size_bytes(bar, 0), 1 << 20);
	ck_assert_uint_eq(sriov_resizable_bar_get_possible_size_bytes(bar, 1), 4 << 20);
	ck_assert_uint_eq(sriov_resizable_bar_get_possible_size_bytes(bar, 2), UINT64_C(1) << 48);
	ck_assert_uint_eq(sriov_resizable_bar_get_possible_size_bytes(bar, 3), 0);
	bar = sriov_resizable_bar_list_get(list, 1);
	ck_assert_uint_eq(sriov_resizable_bar_get_index(bar), 2);
	ck_assert_uint_eq(sriov_resizable_bar_get_size_bytes(bar), UINT64_C(1) << 63);
	ck_assert_uint_eq(sriov_resizable_bar_get_possible_size_bytes(bar, 0), UINT64_C(1) << 63);
	list = sriov_capabilities_get_vf_resizable_bars(capabilities);
	ck_assert_uint_eq(sriov_resizable_bar_list_get_count(list), 1);
	bar = sriov_resizable_bar_list_get(list, 0);
	ck_assert_uint_eq(sriov_resizable_bar_get_index(bar), 4);
	ck_assert_uint_eq(sriov_resizable_bar_get_size_bytes(bar), 0);
}
END_TEST

START_TEST(more_resizable_bars_than_there_are)
{
	unsigned int offset = add(0x15, 12);

	put(offset + 8, 7U << 5, 4);
	look();
	ck_assert_uint_eq(sriov_resizable_bar_list_get_count(
				  sriov_capabilities_get_resizable_bars(capabilities)),
			  6);
}
END_TEST

START_TEST(msi_counts)
{
	const struct sriov_msi_capability *msi;

	put(0x52, 0x0001 | 3 << 1 | 2 << 4, 2);
	put(0x72, 0x47ff, 2);
	look();
	msi = sriov_capabilities_get_msi(capabilities);
	ck_assert_uint_eq(sriov_msi_capability_get_vector_count(msi), 8);
	ck_assert_uint_eq(sriov_msi_capability_get_enabled_vector_count(msi), 4);
	ck_assert(sriov_msi_capability_is_enabled(msi));
	ck_assert(!sriov_msi_capability_is_64bit(msi));
	ck_assert(!sriov_msi_capability_has_masking(msi));
	ck_assert_uint_eq(
		sriov_msix_capability_get_table_size(sriov_capabilities_get_msix(capabilities)),
		2048);
	ck_assert(!sriov_msix_capability_is_enabled(sriov_capabilities_get_msix(capabilities)));
	ck_assert(sriov_msix_capability_is_masked(sriov_capabilities_get_msix(capabilities)));
	sriov_capabilities_unref(capabilities);
	put(0x52, 7 << 1 | 6 << 4, 2);
	look();
	msi = sriov_capabilities_get_msi(capabilities);
	ck_assert_uint_eq(sriov_msi_capability_get_vector_count(msi), 32);
	ck_assert_uint_eq(sriov_msi_capability_get_enabled_vector_count(msi), 32);
}
END_TEST

static void expect_refusal(enum sriov_code code, const char *words)
{
	enum sriov_code given;

	capabilities = (struct sriov_capabilities *)device;
	given = sriov_device_read_capabilities(device, &capabilities, &error);
	ck_assert_ptr_null(capabilities);
	ck_assert_str_eq(sriov_error_get_device(error), CARD);
	expect_failure(given, code, error, words);
}

START_TEST(forbidden_is_said)
{
	fake_set_config(fake, CARD, bytes, 64);
	expect_refusal(SRIOV_CODE_FORBIDDEN, "CAP_SYS_ADMIN");
}
END_TEST

START_TEST(gone_is_said)
{
	memset(bytes, 0xff, sizeof(bytes));
	fake_set_config(fake, CARD, bytes, sizeof(bytes));
	expect_refusal(SRIOV_CODE_GONE, "does not answer");
	fake_remove_device(fake, CARD);
	expect_refusal(SRIOV_CODE_GONE, "was removed");
}
END_TEST

START_TEST(a_capability_that_leads_out)
{
	room = FAKE_CONFIG_SIZE - 4;
	add(0x0d, 4);
	fake_set_config(fake, CARD, bytes, sizeof(bytes));
	expect_refusal(SRIOV_CODE_MALFORMED, "0xffc");
}
END_TEST

START_TEST(wrong_arguments)
{
	expect_failure(sriov_device_read_capabilities(NULL, &capabilities, &error),
		       SRIOV_CODE_INVALID, error, "device is NULL");
	expect_failure(sriov_device_read_capabilities(device, NULL, &error), SRIOV_CODE_INVALID,
		       error, "capabilities is NULL");
	ck_assert_int_eq(state(false, 1), SRIOV_CAPABILITY_STATE_UNKNOWN);
	ck_assert_int_eq(sriov_capabilities_get_port_type(NULL), SRIOV_PORT_TYPE_UNKNOWN);
	ck_assert_ptr_null(sriov_capabilities_get_list(NULL));
	ck_assert_ptr_null(sriov_capabilities_get_iov(NULL));
	ck_assert_ptr_null(sriov_capabilities_get_resizable_bars(NULL));
	ck_assert(!sriov_capabilities_has_function_level_reset(NULL));
	ck_assert(!sriov_capabilities_is_ari_forwarding_enabled(NULL));
	ck_assert(!sriov_acs_capability_is_isolating(NULL));
	ck_assert_uint_eq(sriov_ats_capability_get_queue_depth(NULL), 0);
	ck_assert_uint_eq(sriov_ats_capability_get_smallest_translation_bytes(NULL), 0);
	ck_assert_uint_eq(sriov_msix_capability_get_table_size(NULL), 0);
	ck_assert_uint_eq(sriov_resizable_bar_get_size_bytes(NULL), 0);
	ck_assert_uint_eq(sriov_resizable_bar_get_possible_size_bytes(NULL, 0), 0);
	ck_assert(!sriov_iov_capability_is_consistent(NULL));
	ck_assert_int_eq(sriov_iov_capability_get_vf_bar_kind(NULL, 0), SRIOV_VF_BAR_KIND_NONE);
}
END_TEST

UNIT_SUITE_WITH("capabilities", registers_make, registers_free, an_82576, absent_is_told,
		unreadable_is_not_absent, conventional_pci, sriov_pages_and_bars,
		sriov_that_is_unusual, port_types, reset_by_advanced_features, serial_number,
		resizable_bars, more_resizable_bars_than_there_are, msi_counts, forbidden_is_said,
		gone_is_said, a_capability_that_leads_out, wrong_arguments)
