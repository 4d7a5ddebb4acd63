# SPDX-License-Identifier: LGPL-2.1-or-later
"""The whole host at once, lists that are chosen, and PFs by the names of their interfaces."""

import collections
import os
import re
import subprocess
import unittest
from pathlib import Path

from host import (Case, DEVICES, EM1, EM2, NVME, ask, device_addresses, driver, link, lspci,
                  modules, nvme_vfs, probe, trace, vfs, vfs_on)

GROUPS = Path("/sys/kernel/iommu_groups")
PF, VF, FREE_VF = "1", "2", "3"


def has(address, file):
    return os.path.lexists(DEVICES / address / file)


class Whole(Case):
    """Two network VFs on their driver, and five of the NVMe controller without one."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("igbvf"))
        cls.enterClassContext(nvme_vfs(5))
        cls.enterClassContext(vfs_on(EM1, 2))
        cls.told = probe("host")

    def test_devices(self):
        self.assertEqual(self.told["devices"], probe("devices")["devices"])
        self.assertEqual([one["address"] for one in self.told["devices"]], device_addresses())

    def test_functions(self):
        pfs = {one["address"]: one for one in self.told["pfs"]}
        self.assertEqual(list(pfs), [EM1, EM2, NVME])
        for address, pf in pfs.items():
            self.assertEqual([vf["address"] for vf in pf["vfs"]], vfs(address))
            self.assertEqual([vf["index"] for vf in pf["vfs"]], list(range(pf["vf_count"])))
            for one in (pf, *pf["vfs"]):
                self.assertTrue(one["same"], one)
                names = [path.name for path in (DEVICES / one["address"]).glob("net/*")]
                self.assertEqual([one["interface"]], names or [None])
        self.assertEqual([pf["vf_count"] for pf in pfs.values()], [2, 0, 5])

    @unittest.skipUnless(os.listdir(GROUPS), "the IOMMU is off in this boot")
    def test_groups(self):
        numbers = {int(link(DEVICES / address / "iommu_group")) for address in device_addresses()}
        self.assertEqual([group["number"] for group in self.told["groups"]], sorted(numbers))
        for group in self.told["groups"]:
            with self.subTest(group["number"]):
                opened = probe("group", str(group["number"]))
                self.assertEqual(group["devices"],
                                 sorted(os.listdir(GROUPS / str(group["number"]) / "devices")))
                for fact in ("type", "viable", "obstacle"):
                    self.assertEqual(group[fact], opened[fact])

    def test_each_device_is_read_once(self):
        lines, _ = trace("trace=openat2,openat,open", "host")
        read = collections.Counter(re.findall(r"/([0-9a-f:.]+)/modalias", "\n".join(lines)))
        self.assertEqual(read, {address: 1 for address in device_addresses()})
        self.assertEqual([line for line in lines
                          if re.search("/(uevent|sriov_numvfs|config)\"", line)], [])

    def chosen(self, *words):
        told = probe("select", *words)
        self.assertEqual(told["held"], told["listed"])
        return told["listed"]

    def test_by_function(self):
        everything = device_addresses()
        chosen = [address for address in everything if has(address, "physfn")]
        self.assertEqual(self.chosen("function", PF),
                         [address for address in everything if has(address, "sriov_totalvfs")])
        self.assertEqual(self.chosen("function", VF), chosen)
        self.assertEqual(len(chosen), 7)
        self.assertEqual(self.chosen("function", FREE_VF), vfs(NVME))

    def test_by_ids_class_and_driver(self):
        self.assertEqual(self.chosen("vendor", "0x8086"), list(lspci("-d", "8086:")))
        self.assertEqual(self.chosen("vendor", "0x8086", "device", "0x10ca"), vfs(EM1))
        self.assertEqual(self.chosen("class", "0x010802"), [NVME, *vfs(NVME)])
        self.assertEqual(self.chosen("class", "0x010802", "function", VF), vfs(NVME))
        for name in ("igb", "igbvf", "pcieport", "nobody"):
            self.assertEqual(self.chosen("driver", name),
                             [one for one in device_addresses() if driver(one) == name])
        self.assertEqual(self.chosen("driver", "NULL"),
                         [one for one in device_addresses() if not driver(one)])

    def test_pf_by_interface(self):
        self.assertEqual(probe("find", "em1")["address"], EM1)
        self.assertEqual(probe("find", "02:00.0")["address"], EM2)
        name, = [path.name for path in (DEVICES / vfs(EM1)[1]).glob("net/*")]
        self.assert_refused("not-pf", (vfs(EM1)[1], EM1), "find", name)
        self.assert_refused("not-found", ("lo",), "find", "lo")


class Changing(Case):
    """However the host changes meanwhile, each snapshot is whole in itself."""

    def read_while(self, commands):
        """Snapshots from beginning to end of a shell's commands; gives the errors in them."""
        codes = collections.Counter()
        with subprocess.Popen(("sh", "-e", "-c", commands)) as process:
            while process.poll() is None:
                _, host = ask("host")
                self.check(host)
                for one in (*host["devices"], *host["pfs"],
                            *(vf for pf in host["pfs"] for vf in pf["vfs"])):
                    if "error" in one:
                        codes[one["error"]["code"]] += 1
        self.assertEqual(process.returncode, 0)
        self.assertLessEqual(set(codes), {"gone", "not-found"})

    def check(self, host):
        self.assertNotIn("error", host)
        listed = [one["address"] for one in host["devices"]]
        self.assertEqual(listed, sorted(set(listed)))
        for pf in host["pfs"]:
            self.assertTrue(pf["same"])
            self.assertEqual(pf["vf_count"], len(pf["vfs"]))
            for vf in pf["vfs"]:
                self.assertTrue(vf["same"] or "error" in vf, vf)
        for group in host["groups"]:
            self.assertLessEqual(set(group["devices"]), set(listed))

    def test_vfs_come_and_go(self):
        with nvme_vfs(0):
            file = DEVICES / NVME / "sriov_numvfs"
            self.read_while(f"for i in 1 2 3; do echo 9 >{file}; echo 0 >{file}; done")

    def test_a_device_comes_and_goes(self):
        self.read_while(f"for i in $(seq 12); do echo 1 >{DEVICES}/{NVME}/remove; "
                        f"echo 1 >{DEVICES.parent}/rescan; done")
        self.assertTrue(has(NVME, "modalias"))


if __name__ == "__main__":
    unittest.main()
