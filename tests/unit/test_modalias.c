/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "unit.h"

#include "kernel/modalias.h"

START_TEST(takes_the_kernels_text)
{
	struct modalias modalias;

	ck_assert(
		modalias_parse("pci:v00008086d000010C9sv00001AF4sd00001100bc02sc00i30", &modalias));
	ck_assert_uint_eq(modalias.vendor_id, 0x8086);
	ck_assert_uint_eq(modalias.device_id, 0x10c9);
	ck_assert_uint_eq(modalias.subsystem_vendor_id, 0x1af4);
	ck_assert_uint_eq(modalias.subsystem_device_id, 0x1100);
	ck_assert_uint_eq(modalias.class, 0x020030);
}
END_TEST

START_TEST(takes_the_largest_numbers)
{
	struct modalias modalias;

	ck_assert(
		modalias_parse("pci:v0000FFFFd0000FFFFsv0000FFFFsd00000000bcFFscFEiFD", &modalias));
	ck_assert_uint_eq(modalias.device_id, 0xffff);
	ck_assert_uint_eq(modalias.subsystem_device_id, 0);
	ck_assert_uint_eq(modalias.class, 0xfffefd);
}
END_TEST

START_TEST(refuses_what_describes_no_pci_device)
{
	static const char *const wrong[] = {
		"",
		"\n",
		"nonsense",
		"virtio:d00000001v00001AF4",
		"pci:v00008086d000010C9",
		"pci:v00008086d000010C9sv00001AF4sd00001100bc02sc00i3",
		"pci:v00008086d000010C9sv00001AF4sd00001100bc02sc00i",
		"pci:v00008086d000010C9sv00001AF4sd00001100bc02sc00i300",
		"pci:v00008086d000010C9sv00001AF4sd00001100bc02sc00i30\n",
		"pci:v00018086d000010C9sv00001AF4sd00001100bc02sc00i30",
		"pci:v00008086d000110C9sv00001AF4sd00001100bc02sc00i30",
		"pci:v0000808Gd000010C9sv00001AF4sd00001100bc02sc00i30",
		"pci:v00008086d000010C9sd00001100sv00001AF4bc02sc00i30",
		"pci:v00008086d 00010C9sv00001AF4sd00001100bc02sc00i30",
		"pci:v00008086d*sv*sd*bc02sc00i*",
	};
	struct modalias modalias;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		ck_assert_msg(!modalias_parse(wrong[i], &modalias), "\"%s\" was taken", wrong[i]);
}
END_TEST

UNIT_SUITE("modalias", takes_the_kernels_text, takes_the_largest_numbers,
	   refuses_what_describes_no_pci_device)
