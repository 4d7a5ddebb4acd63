# SPDX-License-Identifier: LGPL-2.1-or-later
"""Devices opened through VFIO by the library, as a driver in user space opens them, against sysfs,
lspci and the registers as others read them."""

import mmap
import struct
import unittest
from pathlib import Path

from host import (Case, DEVICES, EM1, EM2, NOBODY, driver, modules, probe, run, vfs_on,
                  wait_for)
from test_vfio import holding, node

STATUS = 2      # an 82576 VF's register at 8, in words
TOKEN = "83f6f8a4-0c5b-4b7e-9c1d-2d3f4a5b6c7d"


def bars(address):
    """Their sizes, from sysfs."""
    lines = (DEVICES / address / "resource").read_text().splitlines()[:6]
    ranges = [[int(word, 16) for word in line.split()] for line in lines]
    return [end - start + 1 if end else 0 for start, end, _ in ranges]


def msix_count(address):
    for line in run("lspci", "-vv", "-s", address).splitlines():
        if "MSI-X:" in line:
            return int(line.partition("Count=")[2].split()[0])
    return 0


def physical_words(address, count):
    """The first words of BAR 0, past VFIO and the library."""
    start = int((DEVICES / address / "resource").read_text().split()[0], 16)
    with open("/dev/mem", "rb") as memory, \
            mmap.mmap(memory.fileno(), 4096, prot=mmap.PROT_READ, offset=start) as words:
        return list(struct.unpack_from(f"<{count}I", words))


class Vf(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("vfio-pci", "vfio_iommu_type1"))
        cls.vf, cls.other = cls.enterClassContext(vfs_on(EM1, 2))
        probe("bind", cls.vf)
        wait_for(node(cls.vf).exists)

    def test_resets_and_answers(self):
        told = probe("vfio-device", "group", self.vf)
        self.assertTrue(told["has_reset"] and told["pci"] and told["closed_on_exec"])
        names = [one["name"] for one in told["regions"]]
        self.assertEqual(names[:6], [f"BAR {index}" for index in range(6)])
        self.assertEqual([one["size"] for one in told["regions"][:6]], bars(self.vf))
        space = told["regions"][names.index("configuration space")]
        self.assertEqual(space["size"], (DEVICES / self.vf / "config").stat().st_size)
        self.assertTrue(space["readable"] and space["writable"])
        self.assertEqual(space["areas"], [])
        whole = [{"offset": 0, "size": told["regions"][0]["size"]}]
        self.assertEqual(told["regions"][0]["areas"], whole)
        irqs = {one["name"]: one for one in told["irqs"]}
        self.assertEqual(irqs["MSI-X"]["count"], msix_count(self.vf))
        self.assertTrue(irqs["MSI-X"]["eventfd"])
        self.assertEqual((irqs["INTx"]["count"], irqs["MSI"]["count"]), (0, 0))
        self.assertTrue(told["mapped"])
        self.assertNotEqual(told["registers"][STATUS], 0)

    def test_registers(self):
        """The same as through /dev/mem."""
        told = probe("vfio-device", "group", self.vf)["registers"]
        words = physical_words(self.vf, 8)
        self.assertEqual(told[STATUS], words[STATUS])
        self.assertEqual(told[0], words[0])

    def test_hot_reset(self):
        """The PF and all its VFs are on that bus."""
        self.assertEqual(probe("vfio-together", "group", self.vf)["addresses"],
                         sorted(path.name for path in DEVICES.glob(f"{EM1[:8]}*")))

    def test_held(self):
        with holding("vfio-open", "group", self.vf, "NULL") as told:
            error = self.assert_refused("busy", (self.vf, str(told["pid"]), str(node(self.vf))),
                                        "vfio-device", "group", self.vf)
            self.assertEqual((error["operation"], error["path"]), ("open", str(node(self.vf))))
            holder, = probe("holders", self.vf)["holders"]
            self.assertEqual(holder["pid"], told["pid"])
            self.assertEqual(probe("use", self.vf)["state"], 7)
        self.assertEqual(probe("use", self.vf)["state"], 6)

    def test_refusals(self):
        self.assert_refused("no-driver", (self.other,), "vfio-device", "group", self.other)
        self.assert_refused("forbidden", (), "vfio-device", "group", self.vf, prefix=NOBODY)
        self.assert_refused("invalid", ("1234",), "vfio-device", "group", self.vf, "1234")

    @unittest.skipIf(Path("/dev/iommu").exists(), "this kernel has iommufd")
    def test_no_iommufd(self):
        self.assert_refused("unsupported", ("iommufd",), "vfio-device", "iommufd", self.vf)


class Pf(Case):
    """A whole card without VFs, which can be reset with its slot, and which may guard its VFs."""

    def test_token(self):
        with modules("vfio-pci", "vfio_iommu_type1"):
            enable = Path("/sys/module/vfio_pci/parameters/enable_sriov")
            before = enable.read_text()
            enable.write_text("Y")
            with holding("hold", EM2):
                wait_for(node(EM2).exists)
                self.assertEqual(probe("vfio-together", "group", EM2)["addresses"], [EM2])
                self.check_guarded()
                self.assert_refused("invalid", ("nonsense",), "vfio-token", EM2, "nonsense")
            enable.write_text(before)
        name = wait_for(lambda: [path.name for path in (DEVICES / EM2).glob("net/*")])[0]
        run("ip", "link", "set", name, "name", "em2")
        run("ip", "link", "set", "em2", "up")

    def check_guarded(self):
        with holding("vfio-token", EM2, TOKEN):
            with vfs_on(EM2, 1) as (vf,):
                if driver(vf) != "vfio-pci":
                    probe("bind", vf)
                wait_for(node(vf).exists)
                error = self.assert_refused("forbidden", (vf, "token"), "vfio-device", "group", vf)
                self.assertEqual(error["operation"], "ioctl")
                self.assert_refused("forbidden", (vf, "token"), "vfio-device", "group", vf,
                                    TOKEN.replace("8", "9"))
                told = probe("vfio-device", "group", vf, TOKEN)
                self.assertTrue(told["mapped"])


if __name__ == "__main__":
    unittest.main()
