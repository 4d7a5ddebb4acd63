/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "unit.h"

#include "base/mac.h"

START_TEST(takes_macs)
{
	unsigned char mac[MAC_BYTES];

	ck_assert(mac_parse("52:54:00:aB:0f:01", mac));
	ck_assert_mem_eq(mac, ((unsigned char[]) {0x52, 0x54, 0x00, 0xab, 0x0f, 0x01}), MAC_BYTES);
	ck_assert(mac_parse("ff:ff:ff:ff:ff:ff", mac));
	ck_assert_mem_eq(mac, ((unsigned char[]) {255, 255, 255, 255, 255, 255}), MAC_BYTES);
}
END_TEST

START_TEST(refuses_all_else)
{
	static const char *const wrong[] = {
		"",
		"52:54:00:00:00",
		"52:54:00:00:00:0",
		"52:54:00:00:00:001",
		"52:54:00:00:00:01:02",
		"52-54-00-00-00-01",
		"5254.0000.0001",
		"525400000001",
		"52:54:00:00:00:0g",
		"52:54:00:00:00:01\n",
		" 52:54:00:00:00:1",
		"52:54:0x:00:00:01",
		"52:54:+1:00:00:01",
		"52:54: 1:00:00:01",
		"52:54:00:00:00 01",
		":::::::::::::::::",
	};
	unsigned char mac[MAC_BYTES];

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		ck_assert_msg(!mac_parse(wrong[i], mac), "\"%s\" was taken", wrong[i]);
}
END_TEST

START_TEST(formats_in_lower_case)
{
	char text[MAC_SIZE];

	mac_format((unsigned char[]) {0x52, 0x54, 0x00, 0xab, 0xcd, 0x01}, text);
	ck_assert_str_eq(text, "52:54:00:ab:cd:01");
}
END_TEST

START_TEST(knows_zero_and_multicast)
{
	const unsigned char zero[MAC_BYTES] = {0}, last[MAC_BYTES] = {0, 0, 0, 0, 0, 1};
	const unsigned char group[MAC_BYTES] = {0x01, 0x00, 0x5e, 0, 0, 1};

	ck_assert(mac_is_zero(zero));
	ck_assert(!mac_is_zero(last));
	ck_assert(mac_is_multicast(group));
	ck_assert(!mac_is_multicast(last));
	ck_assert(!mac_is_multicast(zero));
}
END_TEST

UNIT_SUITE("mac", takes_macs, refuses_all_else, formats_in_lower_case, knows_zero_and_multicast)
