/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "unit.h"

#include "base/name.h"

START_TEST(takes_interfaces)
{
	static const char *const good[] = {
		"e",	"em1",	   "enp1s0f0v12",     "eth0.100", "...",
		".em1", "bond0@x", "0123456789abcde", "\xc3\xbc",
	};

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		ck_assert_msg(name_is_interface(good[i]), "\"%s\" was refused", good[i]);
}
END_TEST

START_TEST(refuses_other_interfaces)
{
	static const char *const wrong[] = {
		"",	".",	 "..",	  "0123456789abcdef", "em1/..", "/em1", "eth0:1",
		"em 1", "em1\n", "\tem1",
	};

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		ck_assert_msg(!name_is_interface(wrong[i]), "\"%s\" was taken", wrong[i]);
}
END_TEST

START_TEST(takes_drivers)
{
	static const char *const good[] = {
		"igb", "vfio-pci", "mlx5_vfio_pci", "8139too", "snd.x", "_",
	};

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		ck_assert_msg(name_is_driver(good[i]), "\"%s\" was refused", good[i]);
}
END_TEST

START_TEST(refuses_other_drivers)
{
	static const char *const wrong[] = {
		"",
		".",
		"..",
		".igb",
		"igb/..",
		"/",
		"igb\n",
		"vfio pci",
		"igb;reboot",
		"\xc3\xbc",
		"0123456789012345678901234567890123456789012345678901234567890123",
	};

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		ck_assert_msg(!name_is_driver(wrong[i]), "\"%s\" was taken", wrong[i]);
}
END_TEST

UNIT_SUITE("name", takes_interfaces, refuses_other_interfaces, takes_drivers, refuses_other_drivers)
