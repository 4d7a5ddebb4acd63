/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "unit.h"

#include <inttypes.h>

#include "base/number.h"

static void expect_number(const char *text, int base, uint64_t expected)
{
	uint64_t value = 1234567;

	ck_assert_msg(number_parse(text, base, UINT64_MAX, &value), "\"%s\" was refused", text);
	ck_assert_uint_eq(value, expected);
}

START_TEST(takes_numbers)
{
	expect_number("0", 10, 0);
	expect_number("7", 10, 7);
	expect_number("007", 10, 7);
	expect_number("18446744073709551615", 10, UINT64_MAX);
	expect_number("10ca", 16, 0x10ca);
	expect_number("10CA", 16, 0x10ca);
	expect_number("0x10ca", 16, 0x10ca);
	expect_number("ffffffffffffffff", 16, UINT64_MAX);
}
END_TEST

START_TEST(refuses_what_is_none)
{
	static const struct {
		const char *text;
		int base;
	} wrong[] = {
		{"", 10},
		{" 7", 10},
		{"7 ", 10},
		{"7\n", 10},
		{"-7", 10},
		{"+7", 10},
		{"7.0", 10},
		{"a", 10},
		{"7a", 10},
		{"0x7", 10},
		{"0x", 16},
		{"x7", 16},
		{"-0x7", 16},
		{"g", 16},
		{"18446744073709551616", 10},
		{"10000000000000000", 16},
	};
	uint64_t value = 99;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		ck_assert_msg(!number_parse(wrong[i].text, wrong[i].base, UINT64_MAX, &value),
			      "\"%s\" was taken", wrong[i].text);
	ck_assert_uint_eq(value, 99);
}
END_TEST

START_TEST(keeps_the_maximum)
{
	uint64_t value = 99;

	ck_assert(number_parse("255", 10, 255, &value));
	ck_assert_uint_eq(value, 255);
	ck_assert(!number_parse("256", 10, 255, &value));
	ck_assert_uint_eq(value, 255);
}
END_TEST

UNIT_SUITE("number", takes_numbers, refuses_what_is_none, keeps_the_maximum)
