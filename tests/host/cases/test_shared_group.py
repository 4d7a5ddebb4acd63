# SPDX-License-Identifier: LGPL-2.1-or-later
"""Two cards that share an IOMMU group: tests/host/run --shared-group."""

import unittest

from frames import interface_of
from host import Case, DEVICES, driver, link, modules, probe, run, vfs_on
from test_iommu import kernel_says_viable, members

NEEDS = "--shared-group"
BRIDGES = ["0000:00:1a.0", "0000:04:00.0", "0000:05:00.0", "0000:05:01.0"]
EM3, EM4 = "0000:06:00.0", "0000:07:00.0"


class Shared(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("vfio-pci"))
        cls.number = link(DEVICES / EM4 / "iommu_group")

    def take(self, card, name):
        """Binds it to VFIO, until the test has ended."""
        probe("bind", card)
        self.addCleanup(self.give_back, card, name)

    @staticmethod
    def give_back(card, name):
        probe("unbind", card)
        run("ip", "link", "set", interface_of(card), "name", name)
        run("ip", "link", "set", name, "up")

    def obstacle(self):
        """In the library's words, None without one; the kernel thinks the same."""
        group = probe("group", self.number)
        self.assertEqual(group["viable"], kernel_says_viable(self.number))
        self.assertEqual(group["viable"], group["obstacle"] is None)
        return group["obstacle"]

    def test_members(self):
        with vfs_on(EM4, 2) as vfs:
            told = [one["address"] for one in probe("group", self.number)["devices"]]
            self.assertEqual(told, members(self.number))
            self.assertEqual(told, sorted([*BRIDGES, EM3, EM4, *vfs]))

    def test_the_other_card_spoils_it(self):
        """The drivers of the bridges do not."""
        self.take(EM4, "em4")
        self.assertEqual(driver(BRIDGES[0]), "pcieport")
        for word in (EM3, "igb"):
            self.assertIn(word, self.obstacle())

    def test_both_cards(self):
        self.take(EM3, "em3")
        self.take(EM4, "em4")
        self.assertIsNone(self.obstacle())


if __name__ == "__main__":
    unittest.main()
