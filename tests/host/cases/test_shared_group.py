# SPDX-License-Identifier: LGPL-2.1-or-later
"""Two cards that share an IOMMU group: tests/host/run --shared-group."""

import contextlib
import re
import unittest

from frames import interface_of
from host import Case, DEVICES, driver, link, modules, probe, run, vfs_on
from test_iommu import kernel_says_viable, members

NEEDS = "--shared-group"
BRIDGES = ["0000:00:1a.0", "0000:04:00.0", "0000:05:00.0", "0000:05:01.0"]
EM3, EM4 = "0000:06:00.0", "0000:07:00.0"
BRIDGE, OLD, OTHER = "0000:08:00.0", "0000:09:01.0", "0000:09:02.0"
PORT, CONVENTIONAL = 0, 2


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

    def test_why(self):
        """The ports of which lspci shows no ACS, each with what is below it in lspci's tree."""
        told = {one["device"]: one for one in probe("sharing", self.number)["reasons"]}
        without = [port for port in BRIDGES if re.search(
            "Express.*(Root|Downstream) Port", text := run("lspci", "-vvv", "-s", port))
            and "Access Control Services" not in text]
        self.assertEqual(sorted(told), without)
        self.assertEqual(without, [BRIDGES[0], *BRIDGES[2:]])
        below = {BRIDGES[0]: members(self.number), BRIDGES[2]: [BRIDGES[2], EM3],
                 BRIDGES[3]: [BRIDGES[3], EM4]}
        for port, one in told.items():
            self.assertEqual((one["cause"], one["devices"]), (PORT, below[port]))
            self.assertIn(port, one["message"])


class Conventional(Case):
    """Two cards behind a bridge to conventional PCI."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("vfio-pci", "pci-stub"))
        cls.number = link(DEVICES / OLD / "iommu_group")
        probe("bind", OLD)
        cls.addClassCleanup(probe, "unbind", OLD)

    def expect(self, *words):
        """Viable without words; the kernel thinks the same."""
        group = probe("group", self.number)
        self.assertEqual(group["viable"], kernel_says_viable(self.number))
        self.assertEqual(group["viable"], not words)
        for word in words:
            self.assertIn(word, group["obstacle"])
        self.assertEqual(group["obstacles"], dict([words]) if words else {})

    @contextlib.contextmanager
    def on(self, name):
        """The other card on a driver, by its override alone."""
        (DEVICES / OTHER / "driver_override").write_text(name)
        try:
            (DEVICES.parent / "drivers_probe").write_text(OTHER)
            self.assertEqual(driver(OTHER), name)
            yield
        finally:
            (DEVICES / OTHER / "driver_override").write_text("\n")
            (DEVICES / OTHER / "driver" / "unbind").write_text(OTHER)

    def test_members(self):
        self.assertEqual(members(self.number), [BRIDGE, OLD, OTHER])
        self.assertEqual([one["address"] for one in probe("group", self.number)["devices"]],
                         [BRIDGE, OLD, OTHER])
        self.assertRegex(run("lspci", "-t"), r"\[08-09\]----00\.0-\[09\]--\+-01\.0")

    def test_why(self):
        (one,) = probe("sharing", self.number)["reasons"]
        self.assertEqual((one["cause"], one["device"]), (CONVENTIONAL, BRIDGE))
        self.assertEqual(one["devices"], members(self.number))
        self.assertIn("to PCI/PCI-X Bridge", run("lspci", "-vvv", "-s", BRIDGE))

    def test_the_other_card_has_no_driver(self):
        self.assertIsNone(driver(OTHER))
        self.expect()

    def test_the_other_card_is_on_its_driver(self):
        with modules("e1000"), self.on("e1000"):
            self.expect(OTHER, "e1000")

    def test_the_other_card_is_on_the_stub(self):
        with self.on("pci-stub"):
            self.expect()


if __name__ == "__main__":
    unittest.main()
