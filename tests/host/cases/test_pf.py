# SPDX-License-Identifier: LGPL-2.1-or-later
"""PFs and their VFs against sysfs and lspci; making and removing VFs."""

import re
import unittest

from host import (Case, DEVICES, EM1, EM2, NVME, device_addresses, driver, inodes, link, lspci,
                  modules, nvme_vfs, probe, read, remove_vfs, run, trace, vfs, wait_for)

VF_OF_IGB, VF_OF_NVME = "8086:10ca", "1b36:0010"


def lspci_vfs(pf, ids):
    """The devices of these ids on the PF's bus, without the PF."""
    return [address for address in lspci("-n", "-d", ids)
            if address.startswith(pf[:8]) and address != pf]


class Reading(Case):
    def compare(self, name, address, interface):
        pf = probe("pf", name)
        folder = DEVICES / address
        self.assertEqual(pf["device"]["address"], address)
        self.assertEqual(pf["interface"], interface)
        self.assertEqual(pf["total_vfs"], int(read(folder / "sriov_totalvfs")))
        self.assertEqual(pf["vf_count"], int(read(folder / "sriov_numvfs")))
        self.assertEqual(pf["vf_offset"], int(read(folder / "sriov_offset")))
        self.assertEqual(pf["vf_stride"], int(read(folder / "sriov_stride")))
        self.assertEqual(pf["vf_device_id"], int(read(folder / "sriov_vf_device"), 16))
        return pf

    def test_network_cards(self):
        self.assertEqual(self.compare("em1", EM1, "em1")["total_vfs"], 7)
        self.compare("02:00.0", EM2, "em2")

    def test_one_without_an_interface(self):
        with nvme_vfs(4):
            self.assertEqual(self.compare(NVME, NVME, None)["vf_count"], 4)

    def test_list(self):
        expected = [address for address in device_addresses()
                    if (DEVICES / address / "sriov_totalvfs").exists()]
        with nvme_vfs(2):
            pfs = probe("pfs")["pfs"]
        self.assertEqual([pf["device"]["address"] for pf in pfs], expected)
        self.assertEqual([pf["vf_count"] for pf in pfs], [0, 0, 2])

    def test_eight_of_seven(self):
        with self.unchanged():
            self.assert_refused("too-many-vfs", ("em1", EM1, "8", "7"), "count", "em1", "8")


class Seven(Case):
    """Both PFs are given seven VFs by the library."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.addClassCleanup(remove_vfs, EM1, EM2)
        cls.enterClassContext(modules("igbvf"))
        probe("count", "em1", "7")
        cls.em2_between = vfs(EM2)
        cls.writes, _ = trace("trace=openat,openat2", "count", "em2", "7")
        cls.counts = [read(DEVICES / pf / "sriov_numvfs") for pf in (EM1, EM2)]
        cls.addresses = {pf: vfs(pf) for pf in (EM1, EM2)}
        cls.lspci = {pf: lspci_vfs(pf, VF_OF_IGB) for pf in (EM1, EM2)}

    def test_each_pf_gets_its_own(self):
        self.assertEqual((self.em2_between, self.counts), ([], ["7", "7"]))
        for pf in (EM1, EM2):
            self.assertEqual(len(self.addresses[pf]), 7)
            self.assertEqual(sorted(self.addresses[pf]), self.lspci[pf])

    def test_list(self):
        told = probe("vfs", "em1")["vfs"]
        self.assertEqual([vf["device"]["address"] for vf in told], self.addresses[EM1])
        self.assertEqual([vf["index"] for vf in told], list(range(7)))
        self.assertEqual({vf["pf"] for vf in told}, {EM1})
        for vf in told:
            self.compare(vf)

    def compare(self, vf):
        address = vf["device"]["address"]
        folder = DEVICES / address
        self.assertEqual(link(folder / "physfn"), vf["pf"])
        self.assertEqual(vf["device"]["driver"], "igbvf")
        self.assertEqual(driver(address), "igbvf")
        self.assertEqual(vf["device"]["iommu_group"], int(link(folder / "iommu_group")))
        self.assertEqual([vf["interface"]], [path.name for path in folder.glob("net/*")])

    def test_interface_in_another_namespace(self):
        """It is there, and not seen from here."""
        vf = probe("vf", "em1", "5")
        run("ip", "netns", "add", "elsewhere")
        self.addCleanup(run, "ip", "netns", "del", "elsewhere")
        run("ip", "link", "set", vf["interface"], "netns", "elsewhere")
        self.addCleanup(run, "ip", "-n", "elsewhere", "link", "set", vf["interface"], "netns", "1")
        self.assertEqual(probe("vf", "em1", "5"), {**vf, "interface": None})
        self.assert_refused("not-found", (vf["interface"],), "vf", vf["interface"])

    def test_by_address_by_interface_and_by_index(self):
        for index in (0, 6):
            vf = probe("vf", "em1", str(index))
            self.assertEqual(vf["device"]["address"], self.addresses[EM1][index])
            for name in (vf["device"]["address"], vf["device"]["address"][5:], vf["interface"]):
                self.assertEqual(probe("vf", name), vf)

    def test_the_same_number_changes_nothing(self):
        before = inodes(self.addresses[EM1])
        with self.unchanged():
            for words in ((), ("destroy",)):
                lines, _ = trace("trace=openat,openat2", "count", "em1", "7", *words)
                self.assertEqual([line for line in lines if "O_WRONLY" in line], [])
        self.assertEqual(inodes(self.addresses[EM1]), before)

    def test_numvfs_is_never_read(self):
        """Reading it hangs for as long as a removal of VFs waits."""
        for words in (("pf", "em1"), ("pfs",), ("vfs", "em1"), ("vf", self.addresses[EM1][3]),
                      ("devices",)):
            lines, _ = trace("trace=open,openat,openat2", *words)
            self.assertTrue(any(EM1 in line for line in lines), words)
            self.assertEqual([line for line in lines if "sriov_numvfs" in line], [], words)
        opened = [line for line in self.writes if "sriov_numvfs" in line]
        self.assertEqual([re.findall(r"O_RDONLY|O_WRONLY|O_RDWR", line) for line in opened],
                         [["O_WRONLY"]])

    def test_to_three_without_permission(self):
        addresses, before = self.addresses[EM1], inodes(self.addresses[EM1])
        with self.unchanged():
            error = self.assert_refused("would-destroy", ("em1", EM1, "7", "3", *addresses),
                                        "count", "em1", "3")
        self.assertEqual(inodes(addresses), before)
        self.assertEqual(error["device"], EM1)
        self.assertEqual([(cause["code"], cause["vf"], cause["device"])
                          for cause in error["causes"]],
                         [("would-destroy", index, one) for index, one in enumerate(addresses)])
        for cause, address in zip(error["causes"], addresses):
            self.assertIn(address, cause["message"])
            self.assertIn("igbvf", cause["message"])

    def test_to_none_is_destroying_too(self):
        with self.unchanged():
            self.assert_refused("would-destroy", ("em1",), "count", "em1", "0")

    def test_eight_are_refused_before_anything_is_destroyed(self):
        before = inodes(self.addresses[EM1])
        with self.unchanged():
            self.assert_refused("too-many-vfs", ("em1", "8", "7"), "count", "em1", "8", "destroy")
        self.assertEqual(inodes(self.addresses[EM1]), before)

    def test_to_three_with_permission(self):
        """em2's: the other cases look at those of em1."""
        probe("count", "em2", "3", "destroy")
        self.assertEqual(read(DEVICES / EM2 / "sriov_numvfs"), "3")
        self.assertEqual(vfs(EM2), self.addresses[EM2][:3])
        self.assertEqual(lspci_vfs(EM2, VF_OF_IGB), self.addresses[EM2][:3])
        probe("count", "em2", "0", "destroy")
        self.assertEqual((read(DEVICES / EM2 / "sriov_numvfs"), vfs(EM2)), ("0", []))


class WithoutDriver(Case):
    """em2's driver is taken away and given back."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        drivers = DEVICES.parent / "drivers/igb"
        (drivers / "unbind").write_text(EM2)
        cls.addClassCleanup(cls.put_back, drivers)

    @staticmethod
    def put_back(drivers):
        (drivers / "bind").write_text(EM2)
        name = wait_for(lambda: [path.name for path in (DEVICES / EM2).glob("net/*")])[0]
        if name != "em2":
            run("ip", "link", "set", name, "name", "em2")
        run("ip", "link", "set", "em2", "up")

    def test_read(self):
        pf = probe("pf", EM2)
        self.assertEqual((pf["device"]["driver"], pf["interface"]), (None, None))
        self.assertEqual(pf["total_vfs"], int(read(DEVICES / EM2 / "sriov_totalvfs")))

    def test_refused(self):
        with self.unchanged():
            error = self.assert_refused("no-driver", (EM2,), "count", EM2, "1")
        self.assertEqual(error["device"], EM2)


class Nvme(Case):
    """A PF that is no network card, with more VFs than one can count on fingers."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(nvme_vfs(0))
        cls.lines, _ = trace("trace=openat2,openat", "count", NVME, "32")

    def test_made_in_one_write(self):
        self.assertEqual(len([line for line in self.lines if "sriov_numvfs" in line]), 1)
        self.assertEqual(read(DEVICES / NVME / "sriov_numvfs"), "32")

    def test_list(self):
        told = probe("vfs", NVME)["vfs"]
        self.assertEqual([vf["device"]["address"] for vf in told], vfs(NVME))
        self.assertEqual(sorted(vfs(NVME)), lspci_vfs(NVME, VF_OF_NVME))
        self.assertEqual([vf["index"] for vf in told], list(range(32)))
        self.assertEqual({vf["interface"] for vf in told}, {None})

    def test_network_settings_are_refused(self):
        with self.unchanged():
            for words in (("settings", NVME), ("set", NVME, "0", "trust", "on"),
                          ("set-all", NVME, "trust", "on")):
                self.assert_refused("unsupported", (NVME,), *words)


if __name__ == "__main__":
    unittest.main()
