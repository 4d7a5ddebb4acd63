# SPDX-License-Identifier: LGPL-2.1-or-later
"""A host whose IOMMU is off: tests/host/run --no-iommu."""

import os
import unittest

from host import Case, EM1, driver, inodes, modules, override, probe, read, vfs, vfs_on

NEEDS = "--no-iommu"


@unittest.skipIf(os.listdir("/sys/kernel/iommu_groups"), "the IOMMU is on in this boot")
class Off(Case):
    def test_state(self):
        iommu = probe("iommu")
        self.assertEqual((iommu["enabled"], iommu["group_count"], iommu["units"]), (False, 0, []))
        self.assertEqual(os.listdir("/sys/class/iommu"), [])
        self.assertIn(iommu["wanted_parameters"], iommu["advice"])
        self.assertEqual(iommu["wanted_parameters"], "intel_iommu=on")
        self.assertTrue(iommu["evidence"])

    def test_interrupts_may_be_remapped_all_the_same(self):
        remapped = "IR-PCI-MSI" in read("/proc/interrupts")
        self.assertEqual(probe("iommu")["interrupt_remapping"], int(remapped))

    def test_what_stands_in_the_way_is_named(self):
        advice = probe("iommu")["advice"]
        for word in read("/proc/cmdline").split():
            if word.endswith("iommu=off"):
                self.assertIn(f'remove "{word}"', advice)

    def test_no_groups(self):
        self.assertEqual({one["iommu_group"] for one in probe("devices")["devices"]}, {-1})
        error = self.assert_refused("not-found", ("0",), "group", "0")
        self.assertIn("IOMMU is off", error["message"])

    def test_binding_is_refused_and_undone(self):
        with modules("igbvf", "vfio-pci"), vfs_on(EM1, 3):
            vf = vfs(EM1)[1]
            before = inodes(vfs(EM1))
            error = self.assert_refused("unsupported", (vf, "vfio-pci", "IOMMU"), "bind", vf)
            self.assertEqual(error["device"], vf)
            self.assertEqual([driver(one) for one in vfs(EM1)], ["igbvf"] * 3)
            self.assertEqual(override(vf), "(null)")
            self.assertEqual(inodes(vfs(EM1)), before)

    def test_without_a_former_driver(self):
        with modules("vfio-pci"), vfs_on(EM1, 1) as (vf,), self.unchanged():
            self.assert_refused("unsupported", (vf,), "bind", vf)


if __name__ == "__main__":
    unittest.main()
