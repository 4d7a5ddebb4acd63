/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "unit.h"

#include "base/address.h"

static void expect_address(const char *text, const char *full)
{
	char address[ADDRESS_SIZE] = "";

	ck_assert_msg(address_parse(text, address), "\"%s\" was refused", text);
	ck_assert_str_eq(address, full);
}

START_TEST(takes_addresses)
{
	expect_address("0000:01:00.0", "0000:01:00.0");
	expect_address("01:00.0", "0000:01:00.0");
	expect_address("0000:AF:1F.7", "0000:af:1f.7");
	expect_address("10000:e1:00.0", "10000:e1:00.0");
	expect_address("ffffffff:ff:1f.7", "ffffffff:ff:1f.7");
}
END_TEST

static const char *const wrong[] = {
	"",
	" ",
	"em1",
	":",
	"::.",
	"0000:01:00",
	"0000:01:00.",
	"0000:01:00.8",
	"0000:01:00.00",
	"0000:01:20.0",
	"0000:01:0.0",
	"0000:1:00.0",
	"000:01:00.0",
	"000000001:01:00.0",
	"0000:01:00.0 ",
	" 0000:01:00.0",
	"0000:01:00.0\n",
	"0000:01:00.0/..",
	"../0000:01:00.0",
	"0000:01:00:0",
	"0000.01.00.0",
	"0000:0g:00.0",
	"0x00:01:00.0",
	"0000:0x:00.0",
	"-000:01:00.0",
	"+1:00.0",
	":01:00.0",
	"0000::00.0",
	"0000:01:00.0.0",
	"00000000000000000000000000000000000000000000000000:01:00.0",
};

START_TEST(refuses_all_else)
{
	char address[ADDRESS_SIZE] = "untouched";

	ck_assert_msg(!address_parse(wrong[_i], address), "\"%s\" was taken", wrong[_i]);
	ck_assert_str_eq(address, "untouched");
}
END_TEST

START_TEST(orders_by_numbers)
{
	ck_assert_int_eq(address_compare("0000:01:00.0", "0000:01:00.0"), 0);
	ck_assert_int_lt(address_compare("0000:01:00.0", "0000:01:00.1"), 0);
	ck_assert_int_gt(address_compare("0000:0a:00.0", "0000:09:00.0"), 0);
	ck_assert_int_lt(address_compare("ffff:ff:1f.7", "10000:00:00.0"), 0);
	ck_assert_int_gt(address_compare("10000:00:00.0", "ffff:ff:1f.7"), 0);
}
END_TEST

Suite *make_suite(void)
{
	Suite *suite = suite_create("address");
	TCase *one = tcase_create("address");

	tcase_add_test(one, takes_addresses);
	tcase_add_loop_test(one, refuses_all_else, 0, sizeof(wrong) / sizeof(wrong[0]));
	tcase_add_test(one, orders_by_numbers);
	suite_add_tcase(suite, one);
	return suite;
}
