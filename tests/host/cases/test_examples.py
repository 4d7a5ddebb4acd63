# SPDX-License-Identifier: LGPL-2.1-or-later
"""The small examples do what they say."""

import select
import subprocess
import unittest

from host import (Case, DEVICES, EM1, EM2, driver, environment, link, loaded, lspci, modules,
                  program, read, run, unload, vf_infos, vfs, wait_for,
                  write_count)


def example(name, *words, status=0):
    done = subprocess.run((program(f"examples/{name}"), *words), text=True, capture_output=True,
                          timeout=60, env=environment())
    if done.returncode != status:
        raise AssertionError(f"{name} {words}: {done.returncode}: {done.stdout}{done.stderr}")
    return (done.stderr if status else done.stdout).splitlines()


class Examples(Case):
    """On the VFs that one of them makes."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.addClassCleanup(unload, loaded())
        cls.addClassCleanup(write_count, EM1, 0)
        cls.enterClassContext(modules("igbvf"))
        cls.made = example("make_vfs", "em1", "7")
        cls.vfs = vfs(EM1)

    def test_make_vfs(self):
        self.assertEqual(len(self.vfs), 7)
        self.assertEqual(self.made, self.vfs)
        with self.unchanged():
            self.assertEqual(example("make_vfs", "em1", "7"), self.vfs)
            told, = example("make_vfs", "em1", "3", status=1)
            for address in self.vfs:
                self.assertIn(address, told)
            for words in ((), ("em1",), ("em1", "x"), ("em1", "-1"), ("em1", ""), ("em1", "1x")):
                self.assertIn("usage", example("make_vfs", *words, status=1)[0])

    def test_list_devices(self):
        told = {line.split()[0]: line for line in example("list_devices")}
        cards = [address for address, one in lspci("-n").items() if one["Class"][:2] == "02"]
        self.assertEqual(list(told), cards)
        for address, one in lspci().items():
            if address in told:
                self.assertTrue(told[address].endswith(f"{one['Vendor']} {one['Device']}"))

    def test_show_device(self):
        told = dict(line.split(maxsplit=1) for line in example("show_device", "em1")
                    if not line.startswith(" "))
        folder = DEVICES / EM1
        self.assertEqual(told["CPUs"], read(folder / "local_cpulist"))
        self.assertEqual(told["link"], "2500 MT/s x1, at most 2500 MT/s x1")
        self.assertEqual(told["resets"].split(), read(folder / "reset_method").split())
        self.assertEqual(told["VFIO"].split(), ["vfio_pci"])
        self.assertEqual(told["BARs"], "6")
        self.assertNotIn("VPD", told)
        lines = example("show_device", self.vfs[1])
        self.assertEqual([line[:10] for line in lines if line.startswith(" ")],
                         ["  BAR 0 at", "  BAR 3 at"])
        self.assertIn("em9", example("show_device", "em9", status=1)[0])

    def test_show_pf(self):
        run("ip", "link", "set", "em1", "vf", "2", "mac", "52:54:00:00:00:77", "vlan", "12")
        first, *rest = example("show_pf", "em1")
        self.assertEqual(first, f"{EM1}: 7 of 7 VFs")
        self.assertEqual(len(rest), 7)
        for index, line in enumerate(rest):
            self.assertIn(f"VF {index}  {self.vfs[index]}  igbvf ", line)
        self.assertIn("MAC 52:54:00:00:00:77  VLAN 12", rest[2])
        self.assertIn("lo", example("show_pf", "lo", status=1)[0])

    def test_spoof_check_off(self):
        example("spoof_check_off", "em1")
        self.assertEqual([one["spoofchk"] for one in vf_infos("em1")], [False] * 7)
        example("spoof_check_off", EM2)
        self.assertIn("em9", example("spoof_check_off", "em9", status=1)[0])

    def test_watch(self):
        """It hears of the VF that a script renames, and ends when it is told to."""
        name, = (path.name for path in (DEVICES / self.vfs[3] / "net").glob("*"))
        with subprocess.Popen((program("examples/watch"),), text=True, stdout=subprocess.PIPE,
                              env=environment()) as process:
            heard = ""
            for number in range(100):
                # The first ones it may have missed.
                run("ip", "link", "set", name, "name", f"watched{number}")
                name = f"watched{number}"
                if select.select((process.stdout,), (), (), 0.1)[0]:
                    heard = process.stdout.readline()
                    break
            process.terminate()
        self.assertRegex(heard, rf"^interface-renamed  {self.vfs[3]}  VF 3 of {EM1}  "
                                rf"interface watched\d+  formerly \w+\n$")

    def test_bind_vf(self):
        with subprocess.Popen((program("examples/bind_vf"), "em1", "6"), text=True,
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              env=environment()) as process:
            wait_for(lambda: driver(self.vfs[6]) == "vfio-pci")
            told, _ = process.communicate("\n", timeout=60)
        self.assertEqual(process.returncode, 0)
        self.assertIn(self.vfs[6], told)
        self.assertIn(f"/dev/vfio/{link(DEVICES / self.vfs[6] / 'iommu_group')}", told)
        self.assertEqual(driver(self.vfs[6]), "igbvf")
        self.assertIn("7", example("bind_vf", "em1", "7", status=1)[0])
        self.assertIn("usage", example("bind_vf", "em1", status=1)[0])


if __name__ == "__main__":
    unittest.main()
