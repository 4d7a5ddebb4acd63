# SPDX-License-Identifier: LGPL-2.1-or-later
"""The examples do what is expected of them, in every language, and other programs say the same."""

import os
import re
import select
import subprocess
import unittest

from host import (BUILD, Case, DEVICES, EM1, SOURCE, driver, link, loaded, lspci, modules, read, run,
                  unload, vfs, vfs_on)

EXAMPLES = SOURCE / "tests/examples"
EXPECTED = EXAMPLES / "test_host"
ENVIRONMENT = {**os.environ, "SRIOV_BUILD": str(BUILD)}


def without_groups(text):
    """The numbers of IOMMU groups depend on what else the machine has."""
    return re.sub(r"(group) +\d+|(/dev/vfio)/\d+",
                  lambda found: f"{found[1]} N" if found[1] else f"{found[2]}/N", text)


def expected(name, command):
    """What an example is expected to print."""
    _, _, rest = (EXPECTED / name).read_text().partition(f"\n$ {command}\n")
    lines = rest.splitlines()
    ends = [number for number, line in enumerate(lines) if line.startswith(("$ ", "# ", "## "))]
    return lines[:ends[0]] if ends else lines


class WithVFs(Case):
    """em1 has 7 of them, which igbvf drives."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("igbvf"))
        cls.enterClassContext(vfs_on(EM1, 7))


class Expectations(WithVFs):
    """What is written down is what others say."""

    def test_list_devices(self):
        told = {line.split()[0]: line for line in expected("list_devices", "list_devices")}
        cards = [address for address, one in lspci("-n").items() if one["Class"][:2] == "02"]
        self.assertEqual(list(told), cards)
        for address, one in lspci().items():
            if address in told:
                self.assertTrue(told[address].endswith(f"{one['Vendor']} {one['Device']}"))

    def test_show_device(self):
        told = dict(line.split(maxsplit=1) for line in expected("show_device", "show_device em1")
                    if not line.startswith(" "))
        folder = DEVICES / EM1
        self.assertEqual(told["CPUs"], read(folder / "local_cpulist"))
        self.assertEqual(told["resets"], read(folder / "reset_method"))
        self.assertNotIn("VPD", told)


class Examples:
    """What is so in each language."""

    LANGUAGE = ""

    def start(self, name, *words):
        """An example that waits."""
        process = subprocess.Popen((EXAMPLES / "example", self.LANGUAGE, name, *words), text=True,
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ENVIRONMENT)
        self.addCleanup(process.wait)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.kill)
        return process

    def test_expected(self):
        for path in sorted(EXPECTED.iterdir()):
            with self.subTest(path.name):
                done = subprocess.run((EXAMPLES / "replay", self.LANGUAGE, path), text=True,
                                      capture_output=True, check=True, timeout=120,
                                      env=ENVIRONMENT)
                self.assertEqual(without_groups(done.stdout), path.read_text(), done.stderr)

    def test_groups(self):
        done = self.start("list_devices")
        for line in done.communicate(timeout=60)[0].splitlines():
            group = re.search(r" group +(\d+) ", line).group(1)
            self.assertEqual(group, link(DEVICES / line.split()[0] / "iommu_group"))

    def test_bind_vf(self):
        """Between the two lines the VF is VFIO's."""
        self.addCleanup(unload, loaded())
        process = self.start("bind_vf", "em1", "6")
        told = process.stdout.readline()
        vf = vfs(EM1)[6]
        self.assertEqual(driver(vf), "vfio-pci")
        group = link(DEVICES / vf / "iommu_group")
        self.assertEqual(told, f"{vf} is on vfio-pci, group /dev/vfio/{group}. "
                               "Enter gives it back.\n")
        process.communicate("\n", timeout=60)
        self.assertEqual(process.returncode, 0)
        self.assertEqual(driver(vf), "igbvf")

    def test_watch(self):
        """It hears of the VF that a script renames, and ends when it is told to."""
        vf = vfs(EM1)[3]
        first, = (path.name for path in (DEVICES / vf / "net").glob("*"))
        process = self.start("watch", "em1")
        name = first
        for number in range(600):
            # The first ones it may have missed.
            run("ip", "link", "set", name, "name", f"watched{number}")
            name = f"watched{number}"
            if select.select((process.stdout,), (), (), 0.1)[0]:
                break
        run("ip", "link", "set", name, "name", first)
        self.assertRegex(process.stdout.readline(), rf"^interface-renamed  {vf}  VF 3 of {EM1}  "
                                                    rf"interface watched\d+  formerly \w+\n$")


class InC(Examples, WithVFs):
    LANGUAGE = "c"


# What the kernel does is the same for all languages: the others need not be tried on every one.
if not os.uname().release.startswith("6.1."):
    class InPython(Examples, WithVFs):
        LANGUAGE = "python"
        SANITIZED = False  # a Python that was built without sanitizers cannot load the library

    class InGo(Examples, WithVFs):
        LANGUAGE = "go"
        SANITIZED = False  # as above


if __name__ == "__main__":
    unittest.main()
