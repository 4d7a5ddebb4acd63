# SPDX-License-Identifier: LGPL-2.1-or-later
"""Twenty VFs bound to VFIO at once, against the kernel's links."""

import unittest

from host import Case, NVME, driver, modules, nvme_vfs, override
from test_vfio import holding, node


class Twenty(Case):
    def test_there_and_back(self):
        with modules("vfio-pci"), nvme_vfs(20) as addresses:
            for parallelism in ("8", "1"):
                with holding("hold-vfs", parallelism, NVME) as told:
                    self.assertEqual([one["device"]["address"] for one in told["bound"]],
                                     addresses)
                    self.assertEqual({driver(one) for one in addresses}, {"vfio-pci"})
                    self.assertEqual({override(one) for one in addresses}, {"vfio-pci"})
                    self.assertEqual([one["device"]["iommu_group"] for one in told["bound"]],
                                     [int(node(one).name) for one in addresses])
                self.assertEqual({driver(one) for one in addresses}, {None})
                self.assertEqual({override(one) for one in addresses}, {"(null)"})


if __name__ == "__main__":
    unittest.main()
