/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The kernel's messages about devices, as they are and as they should not be. */
#include "unit.h"

#include "kernel/uevent.h"

#define VF_PATH "/devices/pci0000:00/0000:00:17.0/0000:01:10.0"

static struct uevent uevent;

/* From memory of exactly its size, so that a sanitizer sees a step beside; the texts die with it.
 */
static char *keep(const char *data, size_t size)
{
	char *copy = malloc(size ? size : 1);

	ck_assert_ptr_nonnull(copy);
	memcpy(copy, data, size);
	return copy;
}

static bool parses(const char *data, size_t size)
{
	char *copy = keep(data, size);
	bool good = uevent_parse(copy, size, &uevent);

	free(copy);
	return good;
}

START_TEST(bound)
{
	static const char message[] = "bind@" VF_PATH "\0ACTION=bind\0DEVPATH=" VF_PATH
				      "\0SUBSYSTEM=pci\0DRIVER=igbvf\0PCI_CLASS=20000\0"
				      "PCI_ID=8086:10CA\0PCI_SLOT_NAME=0000:01:10.0\0SEQNUM=1234";
	char address[ADDRESS_SIZE];

	ck_assert(uevent_parse(message, sizeof(message), &uevent));
	ck_assert_str_eq(uevent.action, "bind");
	ck_assert_str_eq(uevent.path, VF_PATH);
	ck_assert_str_eq(uevent.subsystem, "pci");
	ck_assert_str_eq(uevent.driver, "igbvf");
	ck_assert_uint_eq(uevent.vendor_id, 0x8086);
	ck_assert_uint_eq(uevent.device_id, 0x10ca);
	ck_assert_uint_eq(uevent.sequence, 1234);
	ck_assert_ptr_null(uevent.interface);
	ck_assert_int_eq(uevent.index, 0);
	ck_assert(uevent_find_address(&uevent, address));
	ck_assert_str_eq(address, "0000:01:10.0");
	ck_assert_str_eq(uevent_get_name(&uevent), "0000:01:10.0");
}
END_TEST

START_TEST(interface)
{
	static const char message[] = "add@" VF_PATH "/net/eth0\0ACTION=add\0DEVPATH=" VF_PATH
				      "/net/eth0\0SUBSYSTEM=net\0INTERFACE=eth0\0IFINDEX=7\0"
				      "SEQNUM=18446744073709551615";
	char address[ADDRESS_SIZE];

	ck_assert(uevent_parse(message, sizeof(message), &uevent));
	ck_assert_str_eq(uevent.interface, "eth0");
	ck_assert_int_eq(uevent.index, 7);
	ck_assert_uint_eq(uevent.sequence, UINT64_MAX);
	ck_assert_uint_eq(uevent.device_id, 0);
	ck_assert(uevent_find_address(&uevent, address));
	ck_assert_str_eq(address, "0000:01:10.0");
}
END_TEST

/* The device of a path, "" for none. */
static const char *address_of(const char *subsystem, const char *path)
{
	static char address[ADDRESS_SIZE];
	struct uevent made = {.action = "add", .path = path, .subsystem = subsystem};

	return uevent_find_address(&made, address) ? address : "";
}

START_TEST(addresses)
{
	ck_assert_str_eq(address_of("vfio-dev", VF_PATH "/vfio-dev/vfio0"), "0000:01:10.0");
	ck_assert_str_eq(address_of("pci", "/devices/pci10000:00/10000:00:02.0"), "10000:00:02.0");
	ck_assert_str_eq(address_of("net", "/devices/virtual/net/br0"), "");
	ck_assert_str_eq(address_of("net", VF_PATH "/virtio0/net/eth0"), "");
	ck_assert_str_eq(address_of("pci", "/devices/pci0000:00"), "");
	ck_assert_str_eq(address_of("pci", "/"), "");
	ck_assert_str_eq(address_of("net", "/"), "");
	ck_assert_str_eq(address_of("net", "/net/eth0"), "");
	ck_assert_str_eq(address_of("net", "//"), "");
	ck_assert_str_eq(address_of("pci", "/0000:01:10.0/"), "");
	ck_assert_str_eq(address_of("pci", "/0000000000000000000000000000000000:01:10.0"), "");
}
END_TEST

/* Everything else is there, so that each is refused for what it says. */
START_TEST(no_message_of_the_kernel)
{
	static const struct {
		const char *data;
		size_t size;
	} wrong[] = {
#define WRONG(text) {text, sizeof(text)}
		WRONG("add /devices/x\0ACTION=add\0DEVPATH=/devices/x\0SUBSYSTEM=pci"),
		WRONG("libudev\0ACTION=add\0DEVPATH=/devices/x\0SUBSYSTEM=pci"),
		WRONG("add@/devices/x\0DEVPATH=/devices/x\0SUBSYSTEM=pci"),
		WRONG("add@/devices/x\0ACTION=add\0SUBSYSTEM=pci"),
		WRONG("add@/devices/x\0ACTION=add\0DEVPATH=devices/x\0SUBSYSTEM=pci"),
		WRONG("add@/devices/x\0ACTION=add\0DEVPATH=\0SUBSYSTEM=pci"),
		WRONG("add@/devices/x\0ACTION=add\0DEVPATH=/devices/x"),
		WRONG(""),
		WRONG("@"),
		{"add@/x\0ACTION=add\0DEVPATH=/x\0SUBSYSTEM=pci", 40},
		{"", 0},
	};

	ck_assert(parses("add@/x\0ACTION=add\0DEVPATH=/x\0SUBSYSTEM=pci", 43));
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		ck_assert_msg(!parses(wrong[i].data, wrong[i].size), "message %zu", i);
}
END_TEST

/* Numbers that are none are as if they were not there. */
START_TEST(numbers)
{
	static const char message[] = "add@/x\0ACTION=add\0DEVPATH=/x\0SUBSYSTEM=net\0"
				      "IFINDEX=99999999999\0SEQNUM=-1\0PCI_ID=8086:10C\0"
				      "PCI_ID=8086-10CA\0PCI_ID=8086:10CG\0PCI_ID\0IFINDEX=\0=\0";

	ck_assert(parses(message, sizeof(message)));
	ck_assert_int_eq(uevent.index, 0);
	ck_assert_uint_eq(uevent.sequence, 0);
	ck_assert_uint_eq(uevent.vendor_id, 0);
	ck_assert_uint_eq(uevent.device_id, 0);
}
END_TEST

UNIT_SUITE("uevent", bound, interface, addresses, no_message_of_the_kernel, numbers)
