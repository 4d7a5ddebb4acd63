# SPDX-License-Identifier: LGPL-2.1-or-later
"""Binding to VFIO and back, against the kernel's links."""

import contextlib
import fcntl
import json
import os
import struct
import subprocess
import unittest
from pathlib import Path

from host import (Case, DEVICES, EM1, EM2, NOBODY, ask, driver, environment, link, modules,
                  override, probe, program, run, vfs, vfs_on, wait_for)

DRIVERS = DEVICES.parent / "drivers"


def node(address):
    """The file through which the device's group is opened."""
    return Path("/dev/vfio") / link(DEVICES / address / "iommu_group")


def free(address):
    (DEVICES / address / "driver/unbind").write_text(address)


def ask_kernel_for_driver(address):
    (DEVICES.parent / "drivers_probe").write_text(address)


def held(address):
    return holding("hold", address)


@contextlib.contextmanager
def holding(*words):
    """Bound by the library, which still knows what was before; and unbound by it in the end."""
    command = (program("tests/host/tools/probe"), *words)
    with subprocess.Popen(command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, env=environment()) as process:
        first = process.stdout.readline()
        # What it prints at once is not yet a whole object.
        yield json.loads(first + "}") if process.poll() is None else json.loads(first)
        rest, complaint = process.communicate("\n", timeout=60)
        if process.returncode or complaint:
            raise AssertionError(first + rest + complaint)


class Vfs(Case):
    """Seven VFs on their own driver, of which one is bound."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("igbvf", "vfio-pci"))
        cls.vfs = cls.enterClassContext(vfs_on(EM1, 7))

    def setUp(self):
        self.vf = self.vfs[2]
        self.addCleanup(self.put_back)
        self.assertEqual(self.drivers(), ["igbvf"] * 7)

    def put_back(self):
        for address in self.vfs:
            if driver(address) != "igbvf":
                if driver(address):
                    free(address)
                (DEVICES / address / "driver_override").write_text("\n")
                ask_kernel_for_driver(address)

    def drivers(self):
        return [driver(address) for address in self.vfs]

    def test_there_and_back(self):
        self.assertFalse(node(self.vf).exists())
        with held(self.vf) as told:
            self.assertEqual(driver(self.vf), "vfio-pci")
            wait_for(node(self.vf).exists)
            self.assertEqual(told["former_driver"], "igbvf")
            self.assertEqual(told["device"]["driver"], "vfio-pci")
            self.assertEqual(told["device"]["iommu_group"], int(node(self.vf).name))
            self.assertEqual(self.drivers().count("igbvf"), 6)
        self.assertEqual((driver(self.vf), override(self.vf)), ("igbvf", "(null)"))
        self.assertFalse(node(self.vf).exists())

    def test_no_former_driver(self):
        free(self.vf)
        with held(self.vf) as told:
            self.assertEqual(driver(self.vf), "vfio-pci")
            self.assertIsNone(told["former_driver"])
        self.assertEqual((driver(self.vf), override(self.vf)), (None, "(null)"))

    def test_former_override_is_kept(self):
        (DEVICES / self.vf / "driver_override").write_text("igbvf")
        with held(self.vf):
            self.assertEqual((driver(self.vf), override(self.vf)), ("vfio-pci", "vfio-pci"))
        self.assertEqual((driver(self.vf), override(self.vf)), ("igbvf", "igbvf"))
        (DEVICES / self.vf / "driver_override").write_text("\n")

    def test_stale_override_goes(self):
        """One that an earlier binding left would keep igbvf away for good."""
        (DEVICES / self.vf / "driver_override").write_text("vfio-pci")
        with held(self.vf):
            pass
        self.assertEqual((driver(self.vf), override(self.vf)), ("igbvf", "(null)"))

    def test_bound_already(self):
        probe("bind", self.vf)
        with self.unchanged():
            error = self.assert_refused("already", (self.vf, "vfio-pci"), "bind", self.vf)
        self.assertEqual(error["device"], self.vf)

    def test_bound_by_another_program(self):
        """The kernel chooses the driver then."""
        run_driverctl = subprocess.run(
            ("driverctl", "--nosave", "set-override", self.vf, "vfio-pci"), capture_output=True,
            text=True, timeout=60)
        self.assertEqual(driver(self.vf), "vfio-pci", run_driverctl.stderr)
        with self.unchanged():
            self.assert_refused("already", (self.vf,), "bind", self.vf)
        probe("unbind", self.vf)
        self.assertEqual((driver(self.vf), override(self.vf)), ("igbvf", "(null)"))

    def test_gone_from_under_it(self):
        """Somebody else unbinds it meanwhile: nothing is left to do, and nothing is done."""
        with self.assertRaisesRegex(AssertionError, '"code": "already"'), held(self.vf):
            free(self.vf)
            (DEVICES / self.vf / "driver_override").write_text("\n")
        self.assertEqual((driver(self.vf), override(self.vf)), (None, "(null)"))

    def test_unbinding_what_is_not_bound(self):
        with self.unchanged():
            error = self.assert_refused("no-driver", (self.vf, "igbvf"), "unbind", self.vf)
        self.assertEqual(error["device"], self.vf)

    def test_all_seven(self):
        for address in self.vfs:
            probe("bind", address)
        self.assertEqual(self.drivers(), ["vfio-pci"] * 7)
        for address in self.vfs:
            probe("unbind", address)
        self.assertEqual(self.drivers(), ["igbvf"] * 7)

    def test_all_at_once(self):
        """As many threads as there are VFs, and one."""
        for parallelism in ("7", "1"):
            with holding("hold-vfs", parallelism, "em1") as told:
                self.assertEqual([one["device"]["address"] for one in told["bound"]], self.vfs)
                self.assertEqual({one["device"]["driver"] for one in told["bound"]},
                                 {"vfio-pci"})
                self.assertEqual({one["former_driver"] for one in told["bound"]}, {"igbvf"})
                self.assertEqual(self.drivers(), ["vfio-pci"] * 7)
            self.assertEqual(self.drivers(), ["igbvf"] * 7)
            self.assertEqual({override(address) for address in self.vfs}, {"(null)"})

    def test_held(self):
        """It is not taken from whoever has it, who is named."""
        probe("bind", self.vf)
        holder = VfioDevice(node(self.vf))
        self.addCleanup(holder.close)
        with self.unchanged():
            error = self.assert_refused("busy", (self.vf, str(os.getpid()), str(node(self.vf))),
                                        "unbind", self.vf)
        self.assertEqual(error["device"], self.vf)
        self.check_stuck(holder)
        self.put_back()
        self.assertEqual(driver(self.vf), "igbvf")

    def check_stuck(self, holder):
        """Somebody else takes it and waits: it is not free, though it has no driver any more."""
        unbind = subprocess.Popen(("sh", "-c", f"echo {self.vf} >{DRIVERS}/vfio-pci/unbind"))
        try:
            wait_for(lambda: driver(self.vf) is None)
            for how in {}, {"prefix": NOBODY}:
                use = probe("use", self.vf, **how)
                self.assertEqual((use["state"], use["in_use"], use["driver"]), (7, True, None))
            self.assert_refused("busy", (self.vf, str(os.getpid())), "bind", self.vf)
            self.assertIsNone(unbind.poll())
        finally:
            holder.close()
            self.assertEqual(unbind.wait(timeout=60), 0)

    def test_some_of_many(self):
        """A PF with VFs cannot be bound: the VFs are, or with all or nothing they are put back."""
        probe("bind", self.vfs[0])
        status, told = ask("hold-many", "2", *self.vfs[:3], EM1)
        self.assertEqual((status, told["error"]["code"]), (1, "partial"))
        cause, = told["error"]["causes"]
        self.assertEqual((cause["code"], cause["device"]), ("would-destroy", EM1))
        self.assertEqual([one["device"]["address"] for one in told["bound"]], self.vfs[1:3])
        self.assertEqual(self.drivers(), ["vfio-pci"] * 3 + ["igbvf"] * 4)
        for address in self.vfs[1:3]:
            probe("unbind", address)
        error = self.assert_refused("would-destroy", ("4", EM1), "hold-many", "2,all",
                                    *self.vfs[:3], EM1)
        self.assertEqual([one["device"] for one in error["causes"]], [EM1])
        self.assertEqual(self.drivers(), ["vfio-pci"] + ["igbvf"] * 6)
        self.assertEqual([override(address) for address in self.vfs],
                         ["vfio-pci"] + ["(null)"] * 6)

    def test_a_whole_group(self):
        number = link(DEVICES / self.vf / "iommu_group")
        with holding("hold-group", "1", number) as told:
            self.assertEqual([one["device"]["address"] for one in told["bound"]], [self.vf])
            self.assertEqual(driver(self.vf), "vfio-pci")
        self.assertEqual(self.drivers(), ["igbvf"] * 7)

    def test_a_pf_with_vfs(self):
        with self.unchanged():
            error = self.assert_refused("would-destroy", (EM1,), "bind", "em1")
        self.assertEqual(error["device"], EM1)

    def test_no_vfio_driver(self):
        with self.unchanged():
            for name in ("igbvf", "igb", "", "../igb"):
                self.assert_refused("invalid", (), "bind", self.vf, name)

    def test_unprivileged(self):
        probe("bind", self.vfs[0])
        with self.unchanged():
            for words in (("bind", self.vf), ("unbind", self.vfs[0]),
                          ("count", "em1", "0", "destroy"), ("count", "em2", "1"),
                          ("set", "em1", "0", "trust", "on"),
                          ("set-all", "em1", "spoof_check", "off"), ("load", "nvme")):
                with self.subTest(words):
                    self.assert_refused("forbidden", (), *words, prefix=NOBODY)


class Held(Case):
    """A process has a VF open through VFIO, as a machine has, while all VFs are to be removed. The
    kernel waits for it then, and whoever reads sriov_numvfs waits as well and cannot be killed."""

    def test_the_pf_is_read_all_the_same(self):
        with modules("vfio-pci", "vfio_iommu_type1"), vfs_on(EM1, 3) as (first, vf, last):
            probe("bind", vf)
            held = VfioDevice(node(vf))
            removal = subprocess.Popen(("sh", "-c", f"echo 0 >{DEVICES / EM1}/sriov_numvfs"))
            try:
                wait_for(lambda: vfs(EM1) == [last])
                pf, = [one for one in probe("pfs")["pfs"] if one["device"]["address"] == EM1]
                self.assertEqual(probe("pf", "em1"), pf)
                self.assertEqual(pf["vf_count"], 1)
                told, = probe("vfs", "em1")["vfs"]
                self.assertEqual((told["index"], told["device"]["address"]), (2, last))
                for words in ((last,), ("em1", "2")):
                    self.assertEqual(probe("vf", *words), told)
                self.assert_refused("not-found", ("em1", "0", "now"), "vf", "em1", "0")
                self.assert_refused("not-found", (first,), "vf", first)
                addresses = [one["address"] for one in probe("devices")["devices"]]
                self.assertEqual([one in addresses for one in (first, vf, last)],
                                 [False, True, True])
                self.assert_whole(probe("host"), addresses, last)
                self.check_holder(vf, held)
                self.assertIsNone(removal.poll())
            finally:
                held.close()
                self.assertEqual(removal.wait(timeout=60), 0)
        self.assertEqual(vfs(EM1), [])

    def assert_whole(self, host, addresses, last):
        self.assertEqual([one["address"] for one in host["devices"]], addresses)
        pf, = [one for one in host["pfs"] if one["address"] == EM1]
        self.assertEqual([(vf["address"], vf["same"]) for vf in pf["vfs"]], [(last, True)])
        members = [address for group in host["groups"] for address in group["devices"]]
        self.assertEqual(sorted(members), addresses)

    def check_holder(self, vf, held):
        """The one that the removal waits for is named, by root and as far as others may see."""
        told = probe("holders", vf)
        holder, = told["holders"]
        self.assertTrue(told["complete"])
        self.assertEqual((holder["pid"], holder["path"]), (os.getpid(), str(held.path)))
        # it has no driver any more, and whoever writes to its files waits as well
        error = self.assert_refused("busy", (vf, str(os.getpid())), "bind", vf)
        self.assertEqual(error["device"], vf)


class VfioDevice:
    """Opened by the kernel's own interface, without the library."""

    SET_IOMMU, SET_CONTAINER, GET_DEVICE = 0x3b66, 0x3b68, 0x3b6a  # linux/vfio.h
    TYPE1 = 1

    def __init__(self, path):
        wait_for(path.exists)
        self.path = path
        self.files = [os.open("/dev/vfio/vfio", os.O_RDWR), os.open(path, os.O_RDWR)]
        container, group = self.files
        fcntl.ioctl(group, self.SET_CONTAINER, struct.pack("i", container))
        fcntl.ioctl(container, self.SET_IOMMU, self.TYPE1)
        members = os.listdir(f"/sys/kernel/iommu_groups/{path.name}/devices")
        name = bytearray(f"{members[0]}\0".encode())
        self.files.append(fcntl.ioctl(group, self.GET_DEVICE, name))

    def close(self):
        for file in reversed(self.files):
            os.close(file)
        self.files = []


class Pf(Case):
    """A PF without VFs may be handed out as a whole."""

    def test_there_and_back(self):
        with modules("vfio-pci"):
            with held(EM2) as told:
                self.assertEqual((driver(EM2), told["former_driver"]), ("vfio-pci", "igb"))
                self.assertEqual(vfs(EM2), [])
                self.assert_refused("unsupported", (EM2, "vfio-pci"), "count", EM2, "1")
            self.assertEqual((driver(EM2), override(EM2)), ("igb", "(null)"))
        name = wait_for(lambda: [path.name for path in (DEVICES / EM2).glob("net/*")])[0]
        run("ip", "link", "set", name, "name", "em2")
        run("ip", "link", "set", "em2", "up")


if __name__ == "__main__":
    unittest.main()
