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

from host import (Case, DEVICES, EM1, EM2, NOBODY, driver, environment, link, modules, override,
                  probe, program, vfs, vfs_on, wait_for)

DRIVERS = DEVICES.parent / "drivers"


def node(address):
    """The file through which the device's group is opened."""
    return Path("/dev/vfio") / link(DEVICES / address / "iommu_group")


def free(address):
    (DEVICES / address / "driver/unbind").write_text(address)


def ask_kernel_for_driver(address):
    (DEVICES.parent / "drivers_probe").write_text(address)


@contextlib.contextmanager
def held(address):
    """Bound by the library, which still knows what was before; and unbound by it in the end."""
    command = (program("tests/host/tools/probe"), "hold", address)
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


class VfioDevice:
    """Opened by the kernel's own interface, without the library."""

    SET_IOMMU, SET_CONTAINER, GET_DEVICE = 0x3b66, 0x3b68, 0x3b6a  # linux/vfio.h
    TYPE1 = 1

    def __init__(self, path):
        wait_for(path.exists)
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
        subprocess.run(("ip", "link", "set", name, "name", "em2"), check=True)
        subprocess.run(("ip", "link", "set", "em2", "up"), check=True)


if __name__ == "__main__":
    unittest.main()
