# SPDX-License-Identifier: LGPL-2.1-or-later
"""The unsafe switches of VFIO and iommufd, which are built into tests/host/run --kernel small."""

import unittest
from pathlib import Path

from host import Case, probe, read

NEEDS = "--kernel small"

SWITCHES = {
    "unsafe_interrupts": "vfio_iommu_type1/parameters/allow_unsafe_interrupts",
    "iommufd_unsafe_interrupts": "iommufd/parameters/allow_unsafe_interrupts",
    "no_iommu_mode": "vfio/parameters/enable_unsafe_noiommu_mode",
}


class Switches(Case):
    def test_each_by_itself(self):
        for name, place in SWITCHES.items():
            path = Path("/sys/module") / place
            with self.subTest(name):
                self.assertEqual(read(path), "N")
                path.write_text("Y")
                iommu = probe("iommu")
                path.write_text("N")
                self.assertEqual({one: iommu[one] for one in SWITCHES},
                                 {one: int(one == name) for one in SWITCHES})
                self.assertIn("is \"Y\"", "\n".join(iommu["evidence"]))

    def test_a_kernel_without_lockdown(self):
        """Its securityfs is missing as well, so nothing tells."""
        self.assertFalse(Path("/sys/kernel/security/lsm").exists())
        self.assertEqual(probe("iommu")["lockdown"], -1)


if __name__ == "__main__":
    unittest.main()
