/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* BARs: the kernel's table of address ranges, and how much of it one VF has. */
#include "one_card.h"

#include <stdio.h>

#include "kernel/resource.h"

#define NONE "0x0000000000000000 0x0000000000000000 0x0000000000000000\n"

static struct sriov_bar_list *list;
static struct sriov_error *error;

static void tear_down(void)
{
	sriov_bar_list_unref(list);
	one_card_free();
}

static void read_bars(size_t count)
{
	sriov_bar_list_unref(list);
	expect_success(sriov_device_list_bars(device, &list, &error), error);
	ck_assert_uint_eq(sriov_bar_list_get_count(list), count);
}

static const struct sriov_bar *expect_bar(size_t position, enum sriov_bar_role role,
					  unsigned int index, uint64_t address, uint64_t size)
{
	const struct sriov_bar *bar = sriov_bar_list_get(list, position);

	ck_assert_int_eq(sriov_bar_get_role(bar), role);
	ck_assert_uint_eq(sriov_bar_get_index(bar), index);
	ck_assert_uint_eq(sriov_bar_get_address(bar), address);
	ck_assert_int_eq(sriov_bar_is_assigned(bar), address != 0);
	ck_assert_uint_eq(sriov_bar_get_size_bytes(bar), size);
	return bar;
}

static void expect_kind(const struct sriov_bar *bar, enum sriov_bar_space space, bool wide,
			bool prefetchable)
{
	ck_assert_int_eq(sriov_bar_get_space(bar), space);
	ck_assert_int_eq(sriov_bar_is_64_bit(bar), wide);
	ck_assert_int_eq(sriov_bar_is_prefetchable(bar), prefetchable);
}

START_TEST(of_a_card)
{
	read_bars(6);
	expect_kind(expect_bar(0, SRIOV_BAR_ROLE_DEVICE, 0, 0xfe800000, 0x20000),
		    SRIOV_BAR_SPACE_MEMORY, false, false);
	expect_bar(1, SRIOV_BAR_ROLE_DEVICE, 1, 0xfe820000, 0x20000);
	expect_kind(expect_bar(2, SRIOV_BAR_ROLE_DEVICE, 2, 0xd000, 0x20), SRIOV_BAR_SPACE_IO,
		    false, false);
	expect_kind(expect_bar(3, SRIOV_BAR_ROLE_DEVICE, 3, 0xfe840000, 0x4000),
		    SRIOV_BAR_SPACE_MEMORY, true, false);
	expect_kind(expect_bar(4, SRIOV_BAR_ROLE_VF, 0, 0xc040000000, 0x20000),
		    SRIOV_BAR_SPACE_MEMORY, true, true);
	expect_bar(5, SRIOV_BAR_ROLE_VF, 3, 0xc040020000, 0x20000);
	ck_assert_uint_eq(sriov_bar_get_vf_size_bytes(sriov_bar_list_get(list, 0)), 0);
	ck_assert_ptr_null(sriov_bar_list_get(list, 6));
}
END_TEST

static void expect_vf_size(uint64_t size)
{
	for (size_t i = 4; i < 6; i++) {
		const struct sriov_bar *bar = sriov_bar_list_get(list, i);

		ck_assert_uint_eq(sriov_bar_get_vf_size_bytes(bar), size);
		ck_assert_ptr_null(sriov_bar_get_error(bar));
	}
}

/* The hardware has 8 VFs, of which igb makes 7: by those it would be 18,724 bytes and a part. */
START_TEST(vf_size_by_the_capability)
{
	read_bars(6);
	expect_vf_size(0x4000);
}
END_TEST

START_TEST(vf_size_by_a_vf)
{
	char vf[FAKE_ADDRESS_SIZE];

	fake_add_vfs(fake, CARD, 2);
	fake_vf_address(fake, CARD, 0, vf);
	fake_set(fake, vf, "resource",
		 "0x000000c040000000 0x000000c040007fff 0x000000000014220c\n" NONE NONE
		 "0x000000c040020000 0x000000c040027fff 0x000000000014220c\n" NONE NONE NONE);
	/* Of the two, what is there goes before what is reckoned. */
	read_bars(6);
	expect_vf_size(0x8000);
	/* The table of the VF makes no sense. */
	fake_set(fake, vf, "resource", "nonsense\n");
	read_bars(6);
	expect_vf_size(0x4000);
}
END_TEST

START_TEST(vf_size_that_may_not_be_known)
{
	const struct sriov_error *why;

	fake_forbid(fake, "sys/bus/pci/devices/%s/config", CARD);
	read_bars(6);
	for (size_t i = 4; i < 6; i++) {
		ck_assert_uint_eq(sriov_bar_get_vf_size_bytes(sriov_bar_list_get(list, i)), 0);
		why = sriov_bar_get_error(sriov_bar_list_get(list, i));
		ck_assert_int_eq(sriov_error_get_code(why), SRIOV_CODE_FORBIDDEN);
		ck_assert_str_eq(sriov_error_get_device(why), CARD);
		ck_assert_ptr_nonnull(strstr(sriov_error_get_message(why), CARD));
	}
	ck_assert_ptr_null(sriov_bar_get_error(sriov_bar_list_get(list, 0)));
}
END_TEST

START_TEST(rom_and_what_has_no_address)
{
	fake_set(fake, CARD, "resource",
		 "0x0000000000000000 0x0000000000003fff 0x0000000020140204\n" NONE
		 "0x0000000000000000 0xffffffffffffffff 0x0000000000040200\n" NONE NONE NONE
		 "0x00000000fe8c0000 0x00000000fe8fffff 0x0000000000046200\n");
	read_bars(2);
	expect_bar(0, SRIOV_BAR_ROLE_DEVICE, 0, 0, 0x4000);
	expect_kind(expect_bar(1, SRIOV_BAR_ROLE_ROM, 0, 0xfe8c0000, 0x40000),
		    SRIOV_BAR_SPACE_MEMORY, false, true);
}
END_TEST

/* A kernel without SR-IOV has a bridge's windows where others have VF BARs; they are no BARs. */
START_TEST(of_bridges)
{
#define WINDOWS                                                                                    \
	"0x000000000000d000 0x000000000000dfff 0x0000000000000101\n"                               \
	"0x00000000fe800000 0x00000000fe9fffff 0x0000000000000200\n" NONE NONE
	fake_set(fake, CARD, "resource", NONE NONE NONE NONE NONE NONE NONE WINDOWS);
	read_bars(0);
	fake_set(fake, CARD, "resource",
		 NONE NONE NONE NONE NONE NONE NONE NONE NONE NONE NONE NONE NONE WINDOWS);
	read_bars(0);
}
END_TEST

START_TEST(tables_that_are_none)
{
	static const char *const bad[] = {
		"",
		"\n",
		"0x0 0x0 0x0\n",
		"0x0000000000000000 0x0000000000000000 0x000000000000000\n",
		"0x0000000000000000 0x0000000000000000 0x0000000000000000",
		"0x0000000000000000 0x0000000000000000 0x0000000000000000 ",
		"0x0000000000000000,0x0000000000000000 0x0000000000000000\n",
		"0000000000000000ff 0x0000000000000000 0x0000000000000000\n",
		"0x00000000000000zz 0x0000000000000000 0x0000000000000000\n",
		"0x0000000000001000 0x0000000000000fff 0x0000000000000200\n"
		"0x0000000000001000 0x0000000000000ffe 0x0000000000000200\n",
		"0x0000000000000000 0xffffffffffffffff 0x0000000000000200\n"
		"0x0000000000000001 0x0000000000000000 0x0000000000000200\n"
		"0x0000000000000002 0x0000000000000000 0x0000000000000200\n",
		NONE NONE NONE NONE NONE NONE NONE NONE NONE NONE NONE NONE NONE NONE NONE NONE NONE
			NONE,
	};
	struct resource_table table;

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		ck_assert_msg(!resource_parse(bad[i], &table), "%s", bad[i]);
		fake_set(fake, CARD, "resource", bad[i]);
		expect_failure(sriov_device_list_bars(device, &list, &error), SRIOV_CODE_MALFORMED,
			       error, "resource");
		ck_assert_ptr_null(list);
	}
	ck_assert(resource_parse(NONE, &table));
}
END_TEST

START_TEST(absent_forbidden_gone)
{
	expect_failure(sriov_device_list_bars(NULL, &list, &error), SRIOV_CODE_INVALID, error,
		       "device is NULL");
	expect_failure(sriov_device_list_bars(device, NULL, &error), SRIOV_CODE_INVALID, error,
		       "list is NULL");
	fake_remove(fake, "sys/bus/pci/devices/%s/resource", CARD);
	expect_failure(sriov_device_list_bars(device, &list, &error), SRIOV_CODE_UNSUPPORTED, error,
		       CARD);
	fake_remove_device(fake, CARD);
	expect_failure(sriov_device_list_bars(device, &list, &error), SRIOV_CODE_GONE, error, CARD);
}
END_TEST

START_TEST(role_names)
{
	ck_assert_str_eq(sriov_bar_role_get_name(SRIOV_BAR_ROLE_DEVICE), "device");
	ck_assert_str_eq(sriov_bar_role_get_name(SRIOV_BAR_ROLE_ROM), "rom");
	ck_assert_str_eq(sriov_bar_role_get_name(SRIOV_BAR_ROLE_VF), "vf");
	ck_assert_str_eq(sriov_bar_role_get_name(SRIOV_BAR_ROLE_UNKNOWN), "unknown");
	ck_assert_str_eq(sriov_bar_role_get_name((enum sriov_bar_role)3), "unknown");
}
END_TEST

START_TEST(getters_take_null)
{
	ck_assert_int_eq(sriov_bar_get_role(NULL), SRIOV_BAR_ROLE_UNKNOWN);
	ck_assert_int_eq(sriov_bar_get_space(NULL), SRIOV_BAR_SPACE_UNKNOWN);
	ck_assert_uint_eq(sriov_bar_get_index(NULL), 0);
	ck_assert_uint_eq(sriov_bar_get_address(NULL), 0);
	ck_assert_uint_eq(sriov_bar_get_size_bytes(NULL), 0);
	ck_assert_uint_eq(sriov_bar_get_vf_size_bytes(NULL), 0);
	ck_assert(!sriov_bar_is_64_bit(NULL));
	ck_assert(!sriov_bar_is_prefetchable(NULL));
	ck_assert(!sriov_bar_is_assigned(NULL));
	ck_assert_ptr_null(sriov_bar_get_error(NULL));
	ck_assert_ptr_null(sriov_bar_ref(NULL));
	sriov_bar_unref(NULL);
	ck_assert_uint_eq(sriov_bar_list_get_count(NULL), 0);
	ck_assert_ptr_null(sriov_bar_list_get(NULL, 0));
}
END_TEST

UNIT_SUITE_WITH("bar", one_card_make, tear_down, of_a_card, vf_size_by_the_capability,
		vf_size_by_a_vf, vf_size_that_may_not_be_known, rom_and_what_has_no_address,
		of_bridges, tables_that_are_none, absent_forbidden_gone, role_names,
		getters_take_null)
