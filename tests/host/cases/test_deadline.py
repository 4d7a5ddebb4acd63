# SPDX-License-Identifier: LGPL-2.1-or-later
"""What is not over in time, on a kernel that waits: a process holds a VF through VFIO."""

import json
import os
import subprocess
import time

from host import (Case, DEVICES, EM1, ask, environment, loaded, modules, probe, program, read,
                  run, unload, vfs, vfs_on, wait_for)
from interface_lock import InterfaceLock
from test_vfio import DRIVERS, VfioDevice, node

DEADLINE = 2000
# For what takes a while before it waits.
LONG_DEADLINE = 6000
# How late a deadline may be kept, in milliseconds.
LATE = 500
# Where nobody can be asked who holds what.
NO_PROCFS = "/nothing"


class Late:
    """A probe whose change is not over in time; it goes on when it is told that it could be."""

    def __init__(self, *words, deadline=DEADLINE):
        command = (program("tests/host/tools/probe"), "--deadline", str(deadline), *words)
        self.process = subprocess.Popen(command, text=True, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                        env=environment())
        self.first = self.process.stdout.readline()
        if self.first.strip() != "{":
            self.told = json.loads(self.first + "}")

    def begin(self):
        """For one that waits for it."""
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        self.first += self.process.stdout.readline()
        self.told = json.loads(self.first + "}")

    def finish(self):
        rest, complaint = self.process.communicate("\n", timeout=120)
        if self.process.returncode or complaint:
            raise AssertionError(self.first + rest + complaint)
        return json.loads(self.first + rest)


class Deadline(Case):
    def assert_late(self, told, device, deadline=DEADLINE):
        error = told["first"]["error"]
        self.assertEqual((error["code"], error["device"]), ("timeout", device), error)
        self.assertGreaterEqual(told["first"]["ms"], deadline)
        self.assertLessEqual(told["first"]["ms"], deadline + LATE)
        self.assertEqual(told["second"]["error"]["code"], "busy", told["second"])
        self.assertLess(told["second"]["ms"], LATE)
        self.assertLess(told["reading_ms"], 10 * LATE)
        one, = told["meanwhile"]
        self.assertEqual((one["device"], one["over"], one["error"]["code"]), (device, False, "ok"))
        self.assertEqual(one["path"], error["path"])
        return error

    def assert_over(self, told):
        one, = told["later"][-1]
        self.assertEqual((one["over"], one["error"]["code"]), (True, "ok"), one)
        self.assertEqual(told["in_the_end"], [])
        self.assertEqual((told["children_told"], told["has_children"]), (0, False))
        wait_for(lambda: not os.path.exists(f"/proc/{one['pid']}"))

    def test_removing(self):
        with modules("vfio-pci", "vfio_iommu_type1"), vfs_on(EM1, 3) as (_, vf, last):
            probe("bind", vf)
            held = VfioDevice(node(vf))
            try:
                late = Late("late-removal", "em1")
                error = self.assert_late(late.told, EM1)
                for words in (f"VF 1 ({vf})", f"(process {os.getpid()})", str(held.path)):
                    self.assertIn(words, error["message"])
                cause, = error["causes"]
                self.assertEqual((cause["vf"], cause["device"]), (1, vf))
                self.assertEqual(vfs(EM1), [last])
            finally:
                held.close()
            self.assert_over(late.finish())
        self.assertEqual(vfs(EM1), [])

    def test_unbinding(self):
        """Who holds it is found out before, where that can be seen."""
        with modules("vfio-pci", "vfio_iommu_type1"), vfs_on(EM1, 1) as (vf,):
            probe("bind", vf)
            held = VfioDevice(node(vf))
            try:
                late = Late("--procfs", NO_PROCFS, "late-unbind", vf)
                self.assert_late(late.told, vf)
            finally:
                held.close()
            self.assert_over(late.finish())
            self.assertFalse((DEVICES / vf / "driver").exists())

    def test_setting(self):
        """A driver, here of the other PF, keeps all waiting who use netlink."""
        with vfs_on(EM1, 2):
            late = Late("late-setting", "em1")
            with InterfaceLock("em2"):
                late.begin()
                error = self.assert_late(late.told, EM1)
                self.assertIn("2 settings of VFs 0 to 1", error["message"])
                self.assertIsNone(error["path"])
                self.assertEqual(late.told["meanwhile"][0]["text"], "2 settings of VFs 0 to 1")
                begun = time.monotonic()
                status, told = ask("--deadline", "1000", "settings", "em1")
                self.assertEqual((status != 0, told["error"]["code"]), (True, "timeout"), told)
                self.assertLess(time.monotonic() - begun, 5)
            self.assert_over(late.finish())
            told = probe("settings", "em1")["settings"]
            self.assertEqual([vf["trust"] for vf in told], [1, 1])

    def test_reading_a_bond(self):
        """Older kernels read its ports with the same lock."""
        with modules("bonding"):
            run("ip", "link", "add", "bond7", "type", "bond")
            with InterfaceLock("em2"):
                begun = time.monotonic()
                status, told = ask("--deadline", "1000", "bond", "bond7")
                self.assertLess(time.monotonic() - begun, 5)
                if status:
                    self.assertEqual(told["error"]["code"], "timeout", told)
                    self.assertIn("bond7/bonding/slaves", told["error"]["message"])
                else:
                    self.assertEqual(told["members"], [])
            self.assertEqual(probe("bond", "bond7")["members"], [])
            run("ip", "link", "del", "bond7")

    def test_loading(self):
        """The driver makes an interface for a VF that is there, and waits for the same lock."""
        before = loaded()
        self.addCleanup(unload, before)
        # Read once, it is there at once.
        with modules("igbvf"):
            pass
        with vfs_on(EM1, 1) as (vf,):
            late = Late("late-load", "igbvf", deadline=LONG_DEADLINE)
            with InterfaceLock("em2"):
                late.begin()
                error = self.assert_late(late.told, None, LONG_DEADLINE)
                self.assertIn("module igbvf is not loaded in time: it is at its start",
                              error["message"])
                self.assertIn(f"process {late.told['meanwhile'][0]['pid']}", error["message"])
                self.assertEqual(error["path"], run("modinfo", "-n", "igbvf").strip())
                self.assertEqual(late.told["meanwhile"][0]["text"], "igbvf")
                self.assertEqual(read("/sys/module/igbvf/initstate"), "coming")
            self.assert_over(late.finish())
            self.assertEqual(read("/sys/module/igbvf/initstate"), "live")
            self.assertEqual((DEVICES / vf / "driver").resolve().name, "igbvf")

    def test_reading_while_another_program_waits(self):
        with modules("vfio-pci", "vfio_iommu_type1"), vfs_on(EM1, 2) as (vf, other):
            probe("bind", vf)
            held = VfioDevice(node(vf))
            unbind = subprocess.Popen(("sh", "-c", f"echo {vf} >{DRIVERS}/vfio-pci/unbind"))
            try:
                wait_for(lambda: not (DEVICES / vf / "driver").exists())
                begun = time.monotonic()
                # On some kernels it waits for the device's lock, which the other one has.
                status, told = ask("override", vf)
                self.assertLess(time.monotonic() - begun, 10)
                self.assertEqual(told["error"]["code"] if status else told["driver"],
                                 "timeout" if status else "vfio-pci")
                self.assertIsNone(probe("override", other)["driver"])
                self.assertIsNone(unbind.poll())
            finally:
                held.close()
                self.assertEqual(unbind.wait(timeout=60), 0)
