# SPDX-License-Identifier: LGPL-2.1-or-later
"""What VFs are used for and who holds them, against ip, /proc and the kernel's links."""

import os
import subprocess
import sys
import time
import unittest
from pathlib import Path

from host import Case, DEVICES, EM1, NOBODY, driver, modules, probe, read, run, vfs_on, wait_for
from test_vfio import VfioDevice, free, node

FREE, DOWN, UP, UPPER, ELSEWHERE, DRIVER, UNHELD, HELD = range(8)


def interface(address):
    return wait_for(lambda: [path.name for path in (DEVICES / address).glob("net/*")])[0]


def uses(*words, **how):
    return probe("uses", "em1", *words, **how)["uses"]


def readers(path):
    """Who has it open, by another program."""
    done = subprocess.run(("fuser", str(path)), text=True, capture_output=True, timeout=60,
                          check=False)
    return [int(word) for word in done.stdout.split()]


class Use(Case):
    """One VF for each use."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("igbvf", "vfio-pci", "vfio_iommu_type1", "bonding"))
        cls.vfs = cls.enterClassContext(vfs_on(EM1, 7))
        # a bridge takes no interface without a MAC, which an igbvf that came too early has not
        run("ip", "link", "set", "em1", "vf", "3", "mac", "02:00:00:00:00:09")
        free(cls.vfs[3])
        (DEVICES.parent / "drivers_probe").write_text(cls.vfs[3])

    def setUp(self):
        names = [interface(address) for address in self.vfs]
        self.free, self.down, self.up, self.below, self.moved, self.unheld, self.held = self.vfs
        for address in (self.free, self.unheld, self.held):
            free(address)
            self.addCleanup(self.give_back, address)
        for address in (self.unheld, self.held):
            probe("bind", address)
        run("ip", "link", "set", names[1], "down")
        run("ip", "link", "set", names[2], "up")
        run("ip", "link", "add", "br9", "type", "bridge")
        self.addCleanup(run, "ip", "link", "del", "br9")
        run("ip", "link", "set", names[3], "master", "br9")
        run("ip", "netns", "add", "other")
        self.addCleanup(run, "ip", "netns", "del", "other")
        run("ip", "link", "set", names[4], "netns", "other")
        self.addCleanup(run, "ip", "-n", "other", "link", "set", names[4], "netns", "1")
        self.names = names

    def give_back(self, address):
        if driver(address):
            free(address)
        (DEVICES / address / "driver_override").write_text("\n")
        (DEVICES.parent / "drivers_probe").write_text(address)

    def test_every_use(self):
        holder = VfioDevice(node(self.held))
        self.addCleanup(holder.close)
        told = uses()
        self.assertEqual([one["vf"] for one in told], list(range(7)))
        self.assertEqual([one["state"] for one in told],
                         [FREE, DOWN, UP, UPPER, ELSEWHERE, UNHELD, HELD])
        self.assertEqual([one["in_use"] for one in told],
                         [False, False, True, True, True, False, True])
        self.assertEqual([one["interface"] for one in told],
                         [None, *self.names[1:4], None, None, None])
        self.assertEqual(told[3]["upper"], "br9")
        self.assertEqual([one["driver"] for one in told],
                         [driver(address) for address in self.vfs])
        self.assertIn(f"process {os.getpid()}", told[6]["description"])
        for index, address in enumerate(self.vfs):
            self.assertEqual(probe("use", address), told[index])
        self.check_holder(told[6])
        self.check_unprivileged()
        run("ip", "-n", "other", "link", "show", self.names[4])

    def check_holder(self, told):
        """Against /proc and fuser."""
        holder, = told["holders"]
        pid = os.getpid()
        self.assertTrue(told["complete"] and holder["certain"])
        self.assertEqual((holder["pid"], holder["path"]), (pid, str(node(self.held))))
        self.assertEqual(holder["command"], read("/proc/self/comm"))
        words = Path("/proc/self/cmdline").read_text().rstrip("\0").split("\0")
        self.assertEqual(holder["command_line"], " ".join(words))
        fields = read("/proc/self/stat").rpartition(")")[2].split()
        self.assertEqual(holder["start_ticks"], int(fields[22 - 3]))
        self.assertAlmostEqual(holder["start_time_s"],
                               time.time() - float(read("/proc/uptime").split()[0]) +
                               int(fields[19]) / os.sysconf("SC_CLK_TCK"), delta=3)
        self.assertEqual(readers(node(self.held)), [pid])
        self.assertEqual(probe("holders", self.held)["holders"], [holder])
        self.assertEqual(probe("holders", self.unheld)["holders"], [])
        self.assertEqual(readers(node(self.unheld)), [])

    def check_unprivileged(self):
        """Whoever may not see the holder is told all the same that there is one."""
        told = uses(prefix=NOBODY)
        self.assertEqual([one["state"] for one in told],
                         [FREE, DOWN, UP, UPPER, ELSEWHERE, UNHELD, HELD])
        self.assertEqual((told[6]["holders"], told[6]["complete"]), ([], False))
        self.assertIn("cannot be seen", told[6]["description"])

    def test_held_by_a_child(self):
        """Descriptors are inherited: both processes hold it, and each only as long as it lives."""
        holder = VfioDevice(node(self.held))
        self.addCleanup(holder.close)
        group = holder.files[1]
        with subprocess.Popen((sys.executable, "-c", "input()"), stdin=subprocess.PIPE,
                              pass_fds=(group,)) as child:
            wait_for(lambda: child.pid in readers(node(self.held)))
            self.assertEqual([one["pid"] for one in probe("holders", self.held)["holders"]],
                             sorted((os.getpid(), child.pid)))
            child.communicate(b"\n", timeout=60)
        self.assertEqual([one["pid"] for one in probe("holders", self.held)["holders"]],
                         [os.getpid()])
        # no longer in use once it is closed
        holder.close()
        self.assertEqual(probe("use", self.held)["state"], UNHELD)


if __name__ == "__main__":
    unittest.main()
