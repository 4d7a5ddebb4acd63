/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "unit.h"

#include "base/string_list.h"

START_TEST(copies_what_it_is_given)
{
	struct sriov_string_list *list = string_list_new();
	char word[] = "em1";

	ck_assert(string_list_add(list, word));
	ck_assert(string_list_add_format(list, "%s has %d VFs", word, 7));
	word[2] = '2';
	ck_assert_uint_eq(sriov_string_list_get_count(list), 2);
	ck_assert_str_eq(sriov_string_list_get(list, 0), "em1");
	ck_assert_str_eq(sriov_string_list_get(list, 1), "em1 has 7 VFs");
	sriov_string_list_unref(list);
}
END_TEST

START_TEST(ends)
{
	struct sriov_string_list *list = string_list_new();

	ck_assert_ptr_null(sriov_string_list_get(list, 0));
	string_list_add(list, "");
	ck_assert_str_eq(sriov_string_list_get(list, 0), "");
	ck_assert_ptr_null(sriov_string_list_get(list, 1));
	ck_assert_ptr_null(sriov_string_list_get(list, SIZE_MAX));
	sriov_string_list_unref(list);
}
END_TEST

START_TEST(may_be_null)
{
	ck_assert_uint_eq(sriov_string_list_get_count(NULL), 0);
	ck_assert_ptr_null(sriov_string_list_get(NULL, 0));
	ck_assert_ptr_null(sriov_string_list_ref(NULL));
	sriov_string_list_unref(NULL);
}
END_TEST

START_TEST(finds)
{
	struct sriov_string_list *list = string_list_new();

	ck_assert(!string_list_has(list, "igb"));
	string_list_add(list, "igbvf");
	ck_assert(!string_list_has(list, "igb"));
	string_list_add(list, "igb");
	ck_assert(string_list_has(list, "igb"));
	sriov_string_list_unref(list);
}
END_TEST

START_TEST(sorts_numbers_as_numbers)
{
	static const char *const sorted[] = {"em1", "em2", "em10", "eth0", "eth0.1", "eth9"};
	struct sriov_string_list *list = string_list_new();

	string_list_sort(list);
	for (size_t i = 0; i < 6; i++)
		string_list_add(list, sorted[i * 5 % 6]);
	string_list_sort(list);
	for (size_t i = 0; i < 6; i++)
		ck_assert_str_eq(sriov_string_list_get(list, i), sorted[i]);
	sriov_string_list_unref(list);
}
END_TEST

UNIT_SUITE("string_list", copies_what_it_is_given, ends, may_be_null, finds,
	   sorts_numbers_as_numbers)
