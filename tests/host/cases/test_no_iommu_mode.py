# SPDX-License-Identifier: LGPL-2.1-or-later
"""VFIO's mode without an IOMMU: tests/host/run --kernel small --no-iommu."""

import os
from pathlib import Path

from host import Case, DEVICES, EM1, modules, probe, vfs_on, wait_for
from test_vfio_device import STATUS, bars

NEEDS = "--kernel small --no-iommu"

SWITCH = Path("/sys/module/vfio/parameters/enable_unsafe_noiommu_mode")
OFF, ON = 0, 1


class Vf(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("vfio-pci"))
        SWITCH.write_text("1")
        cls.addClassCleanup(SWITCH.write_text, "0")
        cls.vf, = cls.enterClassContext(vfs_on(EM1, 1))
        probe("bind", cls.vf)
        cls.group = os.path.basename(os.readlink(DEVICES / cls.vf / "iommu_group"))
        wait_for(Path(f"/dev/vfio/noiommu-{cls.group}").exists)

    def test_told_by_the_iommu(self):
        """A group of this mode is not one of an IOMMU."""
        told = probe("iommu")
        self.assertFalse(told["enabled"])
        self.assertEqual(told["group_count"], 0)
        self.assertEqual(told["no_iommu_mode"], ON)
        SWITCH.write_text("0")
        self.addCleanup(SWITCH.write_text, "1")
        self.assertEqual(probe("iommu")["no_iommu_mode"], OFF)

    def test_resets_and_answers(self):
        told = probe("vfio-device", "group", self.vf)
        self.assertTrue(told["has_reset"] and told["mapped"])
        self.assertEqual([one["size"] for one in told["regions"][:6]], bars(self.vf))
        self.assertNotEqual(told["registers"][STATUS], 0)

    def test_held(self):
        fd = os.open(f"/dev/vfio/noiommu-{self.group}", os.O_RDWR)
        try:
            holder, = probe("holders", self.vf)["holders"]
            self.assertEqual((holder["pid"], holder["path"], holder["certain"]),
                             (os.getpid(), f"/dev/vfio/noiommu-{self.group}", True))
            self.assert_refused("busy", (self.vf, str(os.getpid())), "vfio-device", "group",
                                self.vf)
        finally:
            os.close(fd)
