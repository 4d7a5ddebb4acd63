/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Vital Product Data: what a card says of itself, however it says it. */
#include "one_card.h"

#include <stdio.h>

#include "kernel/vpd.h"

static struct sriov_vpd *vpd;
static struct sriov_error *error;

static void tear_down(void)
{
	sriov_vpd_unref(vpd);
	one_card_free();
}

static void put(const void *bytes, size_t size)
{
	fake_write_bytes(fake, bytes, size, "sys/bus/pci/devices/%s/vpd", CARD);
}

static void read_vpd(void)
{
	sriov_vpd_unref(vpd);
	expect_success(sriov_device_read_vpd(device, &vpd, &error), error);
}

/* Bytes that are a literal, without the NUL behind them. */
#define PUT(literal) put(literal, sizeof(literal) - 1)

START_TEST(tells_what_the_maker_wrote)
{
	read_vpd();
	ck_assert_ptr_null(sriov_vpd_get_error(vpd));
	ck_assert_int_eq(sriov_vpd_get_checksum(vpd), SRIOV_VPD_CHECKSUM_VALID);
	ck_assert_str_eq(sriov_vpd_get_product_name(vpd), "Made-up network card");
	ck_assert_str_eq(sriov_vpd_get_part_number(vpd), "MU-2X10G-A1");
	ck_assert_str_eq(sriov_vpd_get_engineering_level(vpd), "A-1");
	ck_assert_str_eq(sriov_vpd_get_serial_number(vpd), "MU0123456789");
	ck_assert_str_eq(sriov_vpd_get_manufacture_id(vpd), "1AF4");
	ck_assert_str_eq(sriov_vpd_get_text(vpd, "V0"), "FFV20.5.1\\x01");
	ck_assert_str_eq(sriov_vpd_get_text(vpd, "V3"), "back\\\\slash");
	ck_assert_str_eq(sriov_vpd_get_text(vpd, "YA"), "asset 42");
	ck_assert_ptr_null(sriov_vpd_get_text(vpd, "V1"));
	ck_assert_ptr_null(sriov_vpd_get_text(vpd, "RV"));
	ck_assert_ptr_null(sriov_vpd_get_text(vpd, "RW"));
	ck_assert_ptr_null(sriov_vpd_get_text(vpd, ""));
	ck_assert_ptr_null(sriov_vpd_get_text(vpd, NULL));
}
END_TEST

START_TEST(lists_fields_in_their_order)
{
	static const char *const keywords[] = {"PN", "EC", "SN", "MN", "V0", "V3", "YA"};
	const size_t count = sizeof(keywords) / sizeof(keywords[0]);
	const struct sriov_vpd_field_list *fields;
	const struct sriov_vpd_field *field;

	read_vpd();
	fields = sriov_vpd_get_fields(vpd);
	ck_assert_uint_eq(sriov_vpd_field_list_get_count(fields), count);
	for (size_t i = 0; i < count; i++) {
		field = sriov_vpd_field_list_get(fields, i);
		ck_assert_str_eq(sriov_vpd_field_get_keyword(field), keywords[i]);
		ck_assert_int_eq(sriov_vpd_field_is_writable(field), i == count - 1);
	}
	field = sriov_vpd_field_list_get(fields, 2);
	ck_assert_str_eq(sriov_vpd_field_get_text(field), "MU0123456789");
	ck_assert_uint_eq(sriov_vpd_field_get_size(field), 14);
	ck_assert_mem_eq(sriov_vpd_field_get_data(field), "MU0123456789  ", 14);
}
END_TEST

/* What is one byte off is told, and told to be doubtful. */
START_TEST(checksum_that_is_wrong)
{
	uint8_t bytes[FAKE_VPD_SIZE];

	memcpy(bytes, fake_vpd, sizeof(bytes));
	bytes[3] = 'N';
	put(bytes, sizeof(bytes));
	read_vpd();
	ck_assert_str_eq(sriov_vpd_get_product_name(vpd), "Nade-up network card");
	ck_assert_int_eq(sriov_vpd_get_checksum(vpd), SRIOV_VPD_CHECKSUM_WRONG);
	ck_assert_ptr_null(sriov_vpd_get_error(vpd));
}
END_TEST

/* The writable part is not in the sum. */
START_TEST(checksum_of_the_read_only_part)
{
	uint8_t bytes[FAKE_VPD_SIZE];
	uint8_t *asset;

	memcpy(bytes, fake_vpd, sizeof(bytes));
	asset = memmem(bytes, sizeof(bytes), "asset", 5);
	*asset = 'b';
	put(bytes, sizeof(bytes));
	read_vpd();
	ck_assert_str_eq(sriov_vpd_get_text(vpd, "YA"), "bsset 42");
	ck_assert_int_eq(sriov_vpd_get_checksum(vpd), SRIOV_VPD_CHECKSUM_VALID);
}
END_TEST

START_TEST(checksum_that_is_missing)
{
	PUT("\x90\x05\x00SN\x02"
	    "42\x78");
	read_vpd();
	ck_assert_str_eq(sriov_vpd_get_serial_number(vpd), "42");
	ck_assert_ptr_null(sriov_vpd_get_product_name(vpd));
	ck_assert_int_eq(sriov_vpd_get_checksum(vpd), SRIOV_VPD_CHECKSUM_MISSING);
	ck_assert_ptr_null(sriov_vpd_get_error(vpd));
	/* A field of it without a byte is none. */
	PUT("\x90\x03\x00RV\x00\x78");
	read_vpd();
	ck_assert_int_eq(sriov_vpd_get_checksum(vpd), SRIOV_VPD_CHECKSUM_MISSING);
}
END_TEST

static void expect_break(const char *offset, const char *why)
{
	const struct sriov_error *told;
	const char *message;

	read_vpd();
	told = sriov_vpd_get_error(vpd);
	message = sriov_error_get_message(told);
	ck_assert_int_eq(sriov_error_get_code(told), SRIOV_CODE_MALFORMED);
	ck_assert_str_eq(sriov_error_get_device(told), CARD);
	ck_assert_msg(strstr(message, CARD) && strstr(message, offset) && strstr(message, why),
		      "%s", message);
}

START_TEST(tells_where_it_breaks_off)
{
	PUT("\x82\x02\x00ID");
	expect_break("0x5:", "without an end tag");
	ck_assert_str_eq(sriov_vpd_get_product_name(vpd), "ID");
	PUT("\x82\x02\x00ID\x90\x05");
	expect_break("0x5:", "in the middle of a tag");
	PUT("\x82\x02\x00ID\x90\x05\x00SN\x01");
	expect_break("0x5:", "longer than the data");
	PUT("\x82\x02\x00ID\xff\xff\xff\xff");
	expect_break("0x5:", "no tag");
	PUT("\x82\x02\x00ID\x00\x00\x00\x00");
	expect_break("0x5:", "no tag");
	PUT("\x82\x02\x00ID\x90\x05\x00SN\x03"
	    "12\x78");
	expect_break("0x8:", "longer than its item");
	PUT("\x82\x02\x00ID\x90\x06\x00SN\x02"
	    "12S\x78");
	expect_break("0xd:", "in the middle of a keyword");
	ck_assert_str_eq(sriov_vpd_get_serial_number(vpd), "12");
	PUT("\x82\x02\x00ID\x90\x08\x00SN\x02"
	    "12\x01N\x00\x78");
	expect_break("0xd:", "no keyword");
}
END_TEST

/* What fills up an item up to its end, and items that nobody knows. */
START_TEST(passes_over_padding)
{
	PUT("\x82\x02\x00ID\x90\x09\x00SN\x02"
	    "12\x00\x00\x00\x00\x91\x04\x00\xff\xff\xff\xff\x78");
	read_vpd();
	ck_assert_str_eq(sriov_vpd_get_serial_number(vpd), "12");
	ck_assert_ptr_null(sriov_vpd_get_error(vpd));
	PUT("\x22\x01\x02\x85\x01\x00X\x82\x02\x00ID\x78");
	read_vpd();
	ck_assert_str_eq(sriov_vpd_get_product_name(vpd), "ID");
	ck_assert_ptr_null(sriov_vpd_get_error(vpd));
}
END_TEST

START_TEST(first_of_two)
{
	PUT("\x82\x01\x00"
	    "A\x82\x01\x00"
	    "B\x90\x04\x00V0\x01"
	    "1\x91\x04\x00V0\x01"
	    "2\x78");
	read_vpd();
	ck_assert_str_eq(sriov_vpd_get_product_name(vpd), "A");
	ck_assert_str_eq(sriov_vpd_get_text(vpd, "V0"), "1");
	ck_assert_uint_eq(sriov_vpd_field_list_get_count(sriov_vpd_get_fields(vpd)), 2);
}
END_TEST

START_TEST(fields_that_say_nothing)
{
	const struct sriov_vpd_field *field;

	PUT("\x90\x03\x00SN\x00\x78");
	read_vpd();
	ck_assert_str_eq(sriov_vpd_get_serial_number(vpd), "");
	field = sriov_vpd_field_list_get(sriov_vpd_get_fields(vpd), 0);
	ck_assert_uint_eq(sriov_vpd_field_get_size(field), 0);
	ck_assert_ptr_null(sriov_vpd_field_get_data(field));
}
END_TEST

START_TEST(nothing_that_makes_sense)
{
	static const char *const bad[] = {"", "\xff\xff\xff\xff", "nonsense", "\x90"};

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		put(bad[i], strlen(bad[i]));
		expect_failure(sriov_device_read_vpd(device, &vpd, &error), SRIOV_CODE_MALFORMED,
			       error, "offset 0x");
		ck_assert_ptr_null(vpd);
	}
	/* An end at once is a card that has nothing to say. */
	PUT("\x78");
	read_vpd();
	ck_assert_ptr_null(sriov_vpd_get_error(vpd));
	ck_assert_uint_eq(sriov_vpd_field_list_get_count(sriov_vpd_get_fields(vpd)), 0);
}
END_TEST

/* All 32 KiB of one item, and a byte more than there can be. */
START_TEST(of_the_greatest_length)
{
	static uint8_t bytes[VPD_MOST + 1];

	memset(bytes, 'x', sizeof(bytes));
	bytes[0] = 0x82;
	bytes[1] = (VPD_MOST - 4) & 0xff;
	bytes[2] = (VPD_MOST - 4) >> 8;
	bytes[VPD_MOST - 1] = 0x78;
	put(bytes, sizeof(bytes));
	read_vpd();
	ck_assert_uint_eq(strlen(sriov_vpd_get_product_name(vpd)), VPD_MOST - 4);
	ck_assert_ptr_null(sriov_vpd_get_error(vpd));
}
END_TEST

static bool stop(void *data, const struct vpd_field *field)
{
	ck_assert_str_eq(field->keyword, "");
	++*(int *)data;
	return false;
}

START_TEST(stops_when_told_to)
{
	struct vpd_outcome outcome;
	int calls = 0;

	vpd_parse(fake_vpd, sizeof(fake_vpd), stop, &calls, &outcome);
	ck_assert_int_eq(calls, 1);
	ck_assert_ptr_null(outcome.fault);
}
END_TEST

static bool touch(void *data, const struct vpd_field *field)
{
	unsigned int *sum = data;

	for (size_t i = 0; i < field->size; i++)
		*sum += field->data[i];
	return true;
}

/* Cut anywhere it is not read beyond its end: the copy is as long as the data. */
START_TEST(cut_anywhere)
{
	struct vpd_outcome outcome;
	unsigned int sum = 0;

	for (size_t size = 0; size < sizeof(fake_vpd); size++) {
		uint8_t *bytes = malloc(size ? size : 1);

		memcpy(bytes, fake_vpd, size);
		vpd_parse(bytes, size, touch, &sum, &outcome);
		ck_assert_ptr_nonnull(outcome.fault);
		ck_assert_uint_le(outcome.offset, size);
		free(bytes);
	}
	ck_assert_uint_gt(sum, 0);
}
END_TEST

START_TEST(absent_forbidden_failed_gone)
{
	expect_failure(sriov_device_read_vpd(NULL, &vpd, &error), SRIOV_CODE_INVALID, error,
		       "device is NULL");
	expect_failure(sriov_device_read_vpd(device, NULL, &error), SRIOV_CODE_INVALID, error,
		       "vpd is NULL");
	fake_remove(fake, "sys/bus/pci/devices/%s/vpd", CARD);
	expect_failure(sriov_device_read_vpd(device, &vpd, &error), SRIOV_CODE_UNSUPPORTED, error,
		       "has no VPD");
	ck_assert_ptr_null(vpd);
	/* It can be opened and not be read. */
	fake_make_directory(fake, "sys/bus/pci/devices/%s/vpd", CARD);
	expect_failure(sriov_device_read_vpd(device, &vpd, &error), SRIOV_CODE_FAILED, error,
		       "directory");
	fake_remove_device(fake, CARD);
	expect_failure(sriov_device_read_vpd(device, &vpd, &error), SRIOV_CODE_GONE, error, CARD);
}
END_TEST

START_TEST(takes_root)
{
	fake_forbid(fake, "sys/bus/pci/devices/%s/vpd", CARD);
	expect_failure(sriov_device_read_vpd(device, &vpd, &error), SRIOV_CODE_FORBIDDEN, error,
		       "it takes root");
}
END_TEST

START_TEST(getters_take_null)
{
	ck_assert_ptr_null(sriov_vpd_get_error(NULL));
	ck_assert_int_eq(sriov_vpd_get_checksum(NULL), SRIOV_VPD_CHECKSUM_UNKNOWN);
	ck_assert_ptr_null(sriov_vpd_get_product_name(NULL));
	ck_assert_ptr_null(sriov_vpd_get_part_number(NULL));
	ck_assert_ptr_null(sriov_vpd_get_serial_number(NULL));
	ck_assert_ptr_null(sriov_vpd_get_engineering_level(NULL));
	ck_assert_ptr_null(sriov_vpd_get_manufacture_id(NULL));
	ck_assert_ptr_null(sriov_vpd_get_text(NULL, "SN"));
	ck_assert_ptr_null(sriov_vpd_get_fields(NULL));
	ck_assert_ptr_null(sriov_vpd_field_get_keyword(NULL));
	ck_assert_ptr_null(sriov_vpd_field_get_text(NULL));
	ck_assert_ptr_null(sriov_vpd_field_get_data(NULL));
	ck_assert_uint_eq(sriov_vpd_field_get_size(NULL), 0);
	ck_assert(!sriov_vpd_field_is_writable(NULL));
	ck_assert_ptr_null(sriov_vpd_ref(NULL));
	sriov_vpd_unref(NULL);
	ck_assert_ptr_null(sriov_vpd_field_ref(NULL));
	sriov_vpd_field_unref(NULL);
}
END_TEST

UNIT_SUITE_WITH("vpd", one_card_make, tear_down, tells_what_the_maker_wrote,
		lists_fields_in_their_order, checksum_that_is_wrong, checksum_of_the_read_only_part,
		checksum_that_is_missing, tells_where_it_breaks_off, passes_over_padding,
		first_of_two, fields_that_say_nothing, nothing_that_makes_sense,
		of_the_greatest_length, stops_when_told_to, cut_anywhere,
		absent_forbidden_failed_gone, takes_root, getters_take_null)
