# SPDX-License-Identifier: LGPL-2.1-or-later
"""The IOMMU and its groups against /sys/kernel/iommu_groups and the kernel's answers to VFIO."""

import contextlib
import fcntl
import os
import struct
import unittest
from pathlib import Path

from host import (Case, DEVICES, EM1, NOBODY, NVME, driver, link, modules, nvme_vfs, probe, read,
                  run, trace, wait_for)

GROUPS = Path("/sys/kernel/iommu_groups")
NODES = Path("/dev/vfio")
INTEL, ON = 1, 1
FUNCTIONS = 1
IDENTITY, DMA, DMA_FQ, AUTO = 1, 2, 3, 5
NOT_LOADED, ABSENT = 2, 3
UNSAFE = Path("/sys/module/vfio_iommu_type1/parameters/allow_unsafe_interrupts")

# linux/vfio.h: VFIO_GROUP_GET_STATUS with a structure of a size and flags
GET_STATUS, VIABLE = 0x3b67, 1
SET_CONTAINER = 0x3b68


def members(number):
    return sorted(os.listdir(GROUPS / str(number) / "devices"))


@contextlib.contextmanager
def open_node(node):
    wait_for(node.exists)
    number = os.open(node, os.O_RDWR | os.O_CLOEXEC)
    try:
        yield number
    finally:
        os.close(number)


def kernel_says_viable(number):
    with open_node(NODES / str(number)) as group:
        status = fcntl.ioctl(group, GET_STATUS, struct.pack("II", 8, 0))
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

    def test_all_groups(self):
        listed = probe("groups")["groups"]
        numbers = sorted(map(int, os.listdir(GROUPS)))
        self.assertEqual(listed, [probe("group", str(number)) for number in numbers])
        self.assertEqual([one["number"] for one in listed], numbers)

    def test_reserved_regions(self):
        seen = 0
        for number in os.listdir(GROUPS):
            lines = [f"{one['start']:#018x} {one['end']:#018x} {one['type_name']}"
                     for one in probe("regions", number)["regions"]]
            self.assertEqual(lines, read(GROUPS / number / "reserved_regions").splitlines())
            seen += len(lines)
        self.assertGreater(seen, 0)

    def test_why_a_group_is_shared(self):
        """By functions of one device that is no PCI Express, so that it has no ACS."""
        number = link(DEVICES / "0000:00:1f.2" / "iommu_group")
        (one,) = probe("sharing", number)["reasons"]
        self.assertEqual((one["cause"], one["device"]), (FUNCTIONS, "0000:00:1f.0"))
        self.assertEqual(one["devices"], members(number))
        self.assertEqual({name[:-1] for name in members(number)}, {"0000:00:1f."})
        self.assertNotIn("Access Control", run("lspci", "-vvv", "-s", "1f"))
        alone = link(DEVICES / EM1 / "iommu_group")
        self.assertEqual((members(alone), probe("sharing", alone)["reasons"]), ([EM1], []))

    def test_how_strict(self):
        iommu = probe("iommu")
        self.assertEqual(iommu["default_domain_type"], IDENTITY)
        self.assertIn("iommu: Default domain type: Passthrough", run("dmesg"))
        self.assertEqual(iommu["lockdown"], 0)
        self.assertIn("[none]", read("/sys/kernel/security/lockdown"))

    def test_switches(self):
        """Each where its module is loaded; vfio of these kernels has no mode without an IOMMU."""
        def told():
            iommu = probe("iommu")
            return iommu["unsafe_interrupts"], iommu["no_iommu_mode"]
        self.assertEqual(told(), (NOT_LOADED, NOT_LOADED))
        with modules("vfio-pci"):
            no_iommu = Path("/sys/module/vfio/parameters/enable_unsafe_noiommu_mode")
            absent = 0 if no_iommu.exists() else ABSENT
            self.assertEqual(told(), (0, absent))
            UNSAFE.write_text("Y")
            self.assertEqual(told(), (1, absent))
            UNSAFE.write_text("N")
            self.assertEqual(told(), (0, absent))

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
class Types(Case):
    """Of the controller that has no driver, and of a card that has one."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.number = link(DEVICES / NVME / "iommu_group")
        cls.addClassCleanup((GROUPS / cls.number / "type").write_text, "identity")

    def test_set(self):
        for value, word in ((DMA, "DMA"), (DMA_FQ, "DMA-FQ"), (IDENTITY, "identity"),
                            (DMA, "DMA"), (AUTO, "identity")):
            probe("group-type", self.number, str(value))
            self.assertEqual(read(GROUPS / self.number / "type"), word)
            self.assertEqual(probe("group", self.number)["type"], word)

    def test_what_it_has_already_is_no_change(self):
        number = link(DEVICES / EM1 / "iommu_group")
        lines, _ = trace("trace=openat,openat2", "group-type", number, str(IDENTITY))
        self.assertTrue([line for line in lines if f"{number}/type" in line])
        self.assertFalse([line for line in lines if "O_WRONLY" in line])

    def test_a_driver_is_in_the_way(self):
        number = link(DEVICES / EM1 / "iommu_group")
        for value in (DMA, DMA_FQ):
            error = self.assert_refused("busy", (EM1, "igb", number), "group-type", number,
                                        str(value))
            self.assertEqual(error["device"], EM1)
        self.assertEqual(read(GROUPS / number / "type"), "identity")

    def test_vfio_is_in_the_way(self):
        """6.1 minds the driver that VFIO is reached by, 6.12 only who has the group open."""
        with modules("vfio-pci"):
            probe("bind", NVME)
            self.addCleanup(probe, "unbind", NVME)
            with contextlib.ExitStack() as stack:
                group = stack.enter_context(open_node(NODES / self.number))
                container = stack.enter_context(open_node(NODES / "vfio"))
                fcntl.ioctl(group, SET_CONTAINER, struct.pack("i", container))
                error = self.assert_refused("busy", (self.number,), "group-type", self.number,
                                            str(DMA))
                self.assertRegex(error["message"], f"VFIO has|{NVME} is on vfio-pci")
            self.doCleanups()

    def test_without_the_right(self):
        error = self.assert_refused("forbidden", (self.number,), "group-type", self.number,
                                    str(DMA), prefix=NOBODY)
        self.assertIn("CAP_SYS_ADMIN", error["message"])
        self.assertEqual(read(GROUPS / self.number / "type"), "identity")

    def test_wrong(self):
        for value in (-1, 0, 4, 99):
            self.assert_refused("invalid", (), "group-type", self.number, str(value))


@unittest.skipUnless(os.listdir(GROUPS), "the IOMMU is off in this boot")
class WithoutTheRight(Case):
    def test_why_groups_are_shared(self):
        """What is behind 64 bytes is hidden from a user: that is said."""
        number = link(DEVICES / "0000:00:1f.2" / "iommu_group")
        error = self.assert_refused("forbidden", (), "sharing", number, prefix=NOBODY)
        self.assertIn("CAP_SYS_ADMIN", error["message"])


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
