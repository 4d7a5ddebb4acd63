# SPDX-License-Identifier: LGPL-2.1-or-later
"""The IOMMU and its groups against /sys/kernel/iommu_groups and the kernel's answers to VFIO."""

import fcntl
import os
import struct
import unittest
from pathlib import Path

from host import (Case, DEVICES, EM1, NOBODY, driver, link, modules, nvme_vfs, probe, read, run,
                  wait_for)

GROUPS = Path("/sys/kernel/iommu_groups")
NODES = Path("/dev/vfio")
INTEL, ON = 1, 1

# linux/vfio.h: VFIO_GROUP_GET_STATUS with a structure of a size and flags
GET_STATUS, VIABLE = 0x3b67, 1


def members(number):
    return sorted(os.listdir(GROUPS / str(number) / "devices"))


def kernel_says_viable(number):
    node = wait_for(lambda: (NODES / str(number)).exists() and NODES / str(number))
    group = os.open(node, os.O_RDWR | os.O_CLOEXEC)
    try:
        status = fcntl.ioctl(group, GET_STATUS, struct.pack("II", 8, 0))
    finally:
        os.close(group)
    return bool(struct.unpack("II", status)[1] & VIABLE)


@unittest.skipUnless(os.listdir(GROUPS), "the IOMMU is off in this boot")
class On(Case):
    def test_state(self):
        iommu = probe("iommu")
        self.assertTrue(iommu["enabled"])
        self.assertEqual(iommu["group_count"], len(os.listdir(GROUPS)))
        self.assertEqual(iommu["units"], sorted(os.listdir("/sys/class/iommu")))
        self.assertEqual(iommu["vendor"], INTEL)
        self.assertEqual(iommu["interrupt_remapping"], ON)
        self.assertIn("DMAR-IR: Enabled IRQ remapping", run("dmesg"))
        self.assertEqual((iommu["advice"], iommu["wanted_parameters"]), (None, None))

    def test_evidence(self):
        iommu = probe("iommu")
        words = [word for word in read("/proc/cmdline").split() if "iommu" in word]
        self.assertEqual(iommu["parameters"].split(), words)
        told = "\n".join(iommu["evidence"])
        for fact in (" ".join(words), *iommu["units"], str(iommu["group_count"]), "DMAR"):
            self.assertIn(fact, told)

    def test_groups(self):
        for number in os.listdir(GROUPS):
            group = probe("group", number)
            with self.subTest(number):
                self.assertEqual(group["number"], int(number))
                self.assertEqual([one["address"] for one in group["devices"]], members(number))
                self.assertEqual({one["iommu_group"] for one in group["devices"]}, {int(number)})
                self.assertEqual(group["type"], read(GROUPS / number / "type"))

    def test_none(self):
        error = self.assert_refused("not-found", ("9999",), "group", "9999")
        self.assertNotIn("off", error["message"])
        self.assert_refused("invalid", ("-1",), "group", "-1")

    def test_unprivileged(self):
        """The firmware's tables are for root; the rest a user sees as well."""
        self.assertEqual(probe("group", "0", prefix=NOBODY), probe("group", "0"))
        told, by_user = probe("iommu"), probe("iommu", prefix=NOBODY)
        for key in ("enabled", "group_count", "units", "vendor", "parameters"):
            self.assertEqual(by_user[key], told[key])


@unittest.skipUnless(os.listdir(GROUPS), "the IOMMU is off in this boot")
class Viability(Case):
    """What the library foretells, the kernel says when it is asked through VFIO."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("vfio-pci"))

    def expect(self, number, viable, *names):
        group = probe("group", str(number))
        self.assertEqual(group["viable"], kernel_says_viable(number))
        self.assertEqual(group["viable"], viable)
        if viable:
            self.assertIsNone(group["obstacle"])
        for name in names:
            self.assertIn(name, group["obstacle"])

    def test_a_vf_alone_in_its_group(self):
        with nvme_vfs(1) as (vf,):
            probe("bind", vf)
            self.expect(link(DEVICES / vf / "iommu_group"), True)

    def test_three_in_a_group(self):
        bound, other = "0000:00:1f.2", "0000:00:1f.3"
        number = link(DEVICES / bound / "iommu_group")
        self.assertGreater(len(members(number)), 1)
        self.assertIn(other, members(number))
        probe("bind", bound)
        self.addCleanup(probe, "unbind", bound)
        self.expect(number, True)
        with modules("i2c_i801"):
            self.assertEqual(driver(other), "i801_smbus")
            self.expect(number, False, other, "i801_smbus", str(number))
        self.expect(number, True)

    def test_a_pf_on_its_driver(self):
        number = link(DEVICES / EM1 / "iommu_group")
        group = probe("group", number)
        self.assertFalse(group["viable"])
        self.assertIn(EM1, group["obstacle"])
        self.assertIn("igb", group["obstacle"])


if __name__ == "__main__":
    unittest.main()
