/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "unit.h"

#include "kernel/uevent.h"

static bool parse(const char *text, struct uevent *uevent)
{
	static char buffer[4096];

	strcpy(buffer, text);
	return uevent_parse(buffer, uevent);
}

START_TEST(takes_the_kernels_text)
{
	struct uevent uevent;

	ck_assert(parse("DRIVER=igb\nPCI_CLASS=20000\nPCI_ID=8086:10C9\nPCI_SUBSYS_ID=1AF4:1100\n"
			"PCI_SLOT_NAME=0000:01:00.0\nMODALIAS=pci:v00008086d000010C9\n",
			&uevent));
	ck_assert_str_eq(uevent.driver, "igb");
	ck_assert_uint_eq(uevent.class, 0x020000);
	ck_assert_uint_eq(uevent.vendor_id, 0x8086);
	ck_assert_uint_eq(uevent.device_id, 0x10c9);
	ck_assert_uint_eq(uevent.subsystem_vendor_id, 0x1af4);
	ck_assert_uint_eq(uevent.subsystem_device_id, 0x1100);
	ck_assert_str_eq(uevent.address, "0000:01:00.0");
	ck_assert_str_eq(uevent.modalias, "pci:v00008086d000010C9");
}
END_TEST

START_TEST(driver_may_be_missing_and_keys_unknown)
{
	struct uevent uevent;

	ck_assert(parse("OF_NAME=pci\nPCI_CLASS=C0330\nPCI_ID=1B36:000D\nno equals sign\n"
			"PCI_SLOT_NAME=0000:00:01.0\nMODALIAS=a=b\n",
			&uevent));
	ck_assert_ptr_null(uevent.driver);
	ck_assert_uint_eq(uevent.class, 0x0c0330);
	ck_assert_uint_eq(uevent.subsystem_vendor_id, 0);
	ck_assert_str_eq(uevent.modalias, "a=b");
}
END_TEST

START_TEST(refuses_what_describes_no_pci_device)
{
	static const char *const wrong[] = {
		"",
		"\n",
		"DRIVER=igb\n",
		"INTERFACE=em1\nIFINDEX=2\n",
		"PCI_ID=8086:10C9\nMODALIAS=x\n",
		"PCI_ID=8086:10C9\nPCI_SLOT_NAME=0000:01:00.0\n",
		"PCI_SLOT_NAME=0000:01:00.0\nMODALIAS=x\n",
		"PCI_ID=8086\nPCI_SLOT_NAME=0000:01:00.0\nMODALIAS=x\n",
		"PCI_ID=8086:\nPCI_SLOT_NAME=0000:01:00.0\nMODALIAS=x\n",
		"PCI_ID=18086:10C9\nPCI_SLOT_NAME=0000:01:00.0\nMODALIAS=x\n",
		"PCI_CLASS=1000000\nPCI_ID=8086:10C9\nPCI_SLOT_NAME=0000:01:00.0\nMODALIAS=x\n",
		"PCI_CLASS=\nPCI_ID=8086:10C9\nPCI_SLOT_NAME=0000:01:00.0\nMODALIAS=x\n",
	};
	struct uevent uevent;

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		ck_assert_msg(!parse(wrong[i], &uevent), "\"%s\" was taken", wrong[i]);
}
END_TEST

UNIT_SUITE("uevent", takes_the_kernels_text, driver_may_be_missing_and_keys_unknown,
	   refuses_what_describes_no_pci_device)
