/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The made-up host has the kernel's shapes: every link leads where the kernel's would. */
#include "unit.h"

#include <limits.h>
#include <unistd.h>

#define PF "0000:01:00.0"

static struct fake *make_card(unsigned int vfs)
{
	struct fake *fake = fake_new();

	fake_add_82576(fake, PF, "em1", vfs);
	return fake;
}

/* The link holds this text and leads to something. */
static void expect_link(struct fake *fake, const char *path, const char *target)
{
	char *absolute = fake_path(fake, "sys/%s", path);
	char text[PATH_MAX];
	ssize_t length = readlink(absolute, text, sizeof(text) - 1);

	ck_assert_msg(length > 0, "%s is no link", path);
	text[length] = '\0';
	ck_assert_str_eq(text, target);
	ck_assert_msg(!access(absolute, F_OK), "%s leads nowhere", path);
	free(absolute);
}

static void expect_text(struct fake *fake, const char *path, const char *expected)
{
	char *text = fake_read(fake, "sys/%s", path);

	ck_assert_ptr_nonnull(text);
	ck_assert_str_eq(text, expected);
	free(text);
}

START_TEST(device_links)
{
	struct fake *fake = make_card(7);

	expect_link(fake, "bus/pci/devices/" PF,
		    "../../../devices/pci0000:00/0000:00:01.1/0000:01:00.0");
	expect_link(fake, "bus/pci/devices/" PF "/driver", "../../../../bus/pci/drivers/igb");
	expect_link(fake, "bus/pci/drivers/igb/" PF,
		    "../../../../devices/pci0000:00/0000:00:01.1/0000:01:00.0");
	expect_link(fake, "bus/pci/devices/" PF "/iommu_group",
		    "../../../../kernel/iommu_groups/10");
	expect_link(fake, "kernel/iommu_groups/10/devices/" PF,
		    "../../../../devices/pci0000:00/0000:00:01.1/0000:01:00.0");
	fake_free(fake);
}
END_TEST

START_TEST(vf_links)
{
	struct fake *fake = make_card(7);

	expect_link(fake, "bus/pci/devices/" PF "/virtfn0", "../0000:01:10.0");
	expect_link(fake, "bus/pci/devices/" PF "/virtfn6", "../0000:01:11.4");
	expect_link(fake, "bus/pci/devices/0000:01:11.4/physfn", "../" PF);
	expect_text(fake, "bus/pci/devices/" PF "/sriov_numvfs", "7\n");
	fake_remove_vfs(fake, PF);
	expect_text(fake, "bus/pci/devices/" PF "/sriov_numvfs", "0\n");
	ck_assert_ptr_null(fake_read(fake, "sys/bus/pci/devices/0000:01:11.4/uevent"));
	fake_free(fake);
}
END_TEST

START_TEST(vfs_on_a_higher_bus)
{
	const struct fake_sriov far = {.total = 64, .offset = 384, .stride = 4, .vf_device = 1};
	struct fake *fake = fake_new();

	fake_add_device(fake, PF, &fake_82576);
	fake_make_pf(fake, PF, &far);
	fake_add_vfs(fake, PF, 64);
	expect_link(fake, "bus/pci/devices/" PF "/virtfn0", "../0000:02:10.0");
	expect_link(fake, "bus/pci/devices/" PF "/virtfn63", "../0000:03:0f.4");
	fake_free(fake);
}
END_TEST

START_TEST(interface_links)
{
	struct fake *fake = make_card(0);

	expect_link(fake, "class/net/em1",
		    "../../devices/pci0000:00/0000:00:01.1/0000:01:00.0/net/em1");
	expect_link(fake, "class/net/em1/device", "../../../" PF);
	fake_remove_device(fake, PF);
	ck_assert_ptr_null(fake_read(fake, "sys/class/net/em1/ifindex"));
	fake_free(fake);
}
END_TEST

START_TEST(bond_links)
{
	struct fake *fake = make_card(0);

	fake_add_bond(fake, "bond0", 9, "active-backup 1");
	fake_add_bond_member(fake, "bond0", "em1");
	expect_link(fake, "class/net/em1/master", "../../../../../virtual/net/bond0");
	expect_link(fake, "class/net/bond0/lower_em1",
		    "../../../pci0000:00/0000:00:01.1/0000:01:00.0/net/em1");
	expect_text(fake, "class/net/bond0/bonding/slaves", "em1\n");
	expect_text(fake, "class/net/bond0/bonding/active_slave", "em1\n");
	fake_free(fake);
}
END_TEST

START_TEST(driver_in_uevent)
{
	struct fake *fake = make_card(0);
	char *text = fake_read(fake, "sys/bus/pci/devices/" PF "/uevent");

	ck_assert_str_eq(text, "DRIVER=igb\nPCI_CLASS=20000\nPCI_ID=8086:10C9\n"
			       "PCI_SUBSYS_ID=1AF4:1100\nPCI_SLOT_NAME=0000:01:00.0\n"
			       "MODALIAS=pci:v00008086d000010C9sv00001AF4sd00001100bc02sc00i00\n");
	free(text);
	fake_set_driver(fake, PF, NULL);
	text = fake_read(fake, "sys/bus/pci/devices/" PF "/uevent");
	ck_assert_int_eq(strncmp(text, "PCI_CLASS=", 10), 0);
	free(text);
	fake_free(fake);
}
END_TEST

UNIT_SUITE("fake", device_links, vf_links, vfs_on_a_higher_bus, interface_links, bond_links,
	   driver_in_uevent)
