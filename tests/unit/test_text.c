/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "unit.h"

#include "base/text.h"

START_TEST(empty_text_is_a_string)
{
	struct text text = {0};
	char *string = text_take(&text);

	ck_assert_str_eq(string, "");
	free(string);
}
END_TEST

START_TEST(grows)
{
	struct text text = {0};
	char *string;

	for (int i = 0; i < 10000; i++)
		text_add(&text, "%d,", i % 10);
	ck_assert_uint_eq(text.length, 20000);
	string = text_take(&text);
	ck_assert_uint_eq(strlen(string), 20000);
	for (int i = 0; i < 20000; i += 2)
		ck_assert_int_eq(string[i], '0' + i / 2 % 10);
	free(string);
}
END_TEST

START_TEST(is_empty_after_take)
{
	struct text text = {0};
	char *first, *second;

	text_add(&text, "one");
	first = text_take(&text);
	text_add(&text, "two");
	second = text_take(&text);
	ck_assert_str_eq(first, "one");
	ck_assert_str_eq(second, "two");
	free(first);
	free(second);
}
END_TEST

START_TEST(remembers_failure)
{
	struct text text = {.failed = true};

	text_add(&text, "lost");
	ck_assert_ptr_null(text_take(&text));
	ck_assert(!text.failed);
}
END_TEST

UNIT_SUITE("text", empty_text_is_a_string, grows, is_empty_after_take, remembers_failure)
