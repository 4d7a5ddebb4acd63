# SPDX-License-Identifier: LGPL-2.1-or-later
"""Devices opened through iommufd and their own files: tests/host/run --kernel small."""

import os
import unittest
from pathlib import Path

from host import Case, DEVICES, EM1, modules, probe, vfs_on, wait_for
from test_vfio import holding
from test_vfio_device import STATUS, bars

NEEDS = "--kernel small"

GROUP, CHARACTER_DEVICE, DEVICE, IOMMUFD = range(4)
HELD = 7


def own_file(address):
    """/dev/vfio/devices/vfio0"""
    name, = os.listdir(DEVICES / address / "vfio-dev")
    return Path("/dev/vfio/devices") / name


@unittest.skipIf(not Path("/dev/iommu").exists(), "this kernel has no iommufd")
class Vf(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("vfio-pci"))
        cls.vf, cls.other = cls.enterClassContext(vfs_on(EM1, 2))
        for address in (cls.vf, cls.other):
            probe("bind", address)
            wait_for(own_file(address).exists)

    def test_resets_and_answers(self):
        told = probe("vfio-device", "iommufd", self.vf)
        self.assertTrue(told["has_reset"] and told["closed_on_exec"] and told["numbered"])
        self.assertEqual([one["size"] for one in told["regions"][:6]], bars(self.vf))
        self.assertTrue(told["mapped"])
        self.assertNotEqual(told["registers"][STATUS], 0)
        self.assertEqual(probe("vfio-device", "group", self.vf)["registers"], told["registers"])

    def test_held(self):
        with holding("vfio-open", "iommufd", self.vf, "NULL") as told:
            holder, = probe("holders", self.vf)["holders"]
            self.assertEqual((holder["pid"], holder["via"], holder["path"], holder["certain"]),
                             (told["pid"], CHARACTER_DEVICE, str(own_file(self.vf)), True))
            self.assertEqual(probe("use", self.vf)["state"], HELD)
            self.assertEqual(probe("holders", self.other)["holders"], [])
            for how in "iommufd", "group":
                self.assert_refused("busy", (self.vf, str(told["pid"])), "vfio-device", how,
                                    self.vf)
            self.assert_refused("busy", (self.vf, str(told["pid"])), "unbind", self.vf)

    def test_who_has_iommufd_alone(self):
        """With which devices it is used is not to be seen, and that is said."""
        fd = os.open("/dev/iommu", os.O_RDWR)
        self.addCleanup(os.close, fd)
        holder, = probe("holders", self.vf)["holders"]
        self.assertEqual((holder["pid"], holder["via"], holder["certain"]),
                         (os.getpid(), IOMMUFD, False))
        self.assertEqual(probe("use", self.vf)["in_use"], False)

    def test_a_token_that_nobody_asked_for(self):
        """Linux before 6.18 knows none here."""
        self.assert_refused("invalid", (self.vf,), "vfio-device", "iommufd", self.vf,
                            "83f6f8a4-0c5b-4b7e-9c1d-2d3f4a5b6c7d")


if __name__ == "__main__":
    unittest.main()
