# SPDX-License-Identifier: LGPL-2.1-or-later
"""The texts for libvirt, by its own schemas and by a running libvirt."""

import contextlib
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as tree

from host import (Case, EM1, EM2, NVME, SOURCE, driver, inodes, modules, nvme_vfs, probe, read,
                  run, vf_infos, vfs, vfs_on)
from plans import state

MAC, OTHER_MAC = "52:54:00:00:00:01", "52:54:00:00:00:02"
ODD = "a<b>&'\"c d-ü"
# On a q35 machine the monitor shows a device only when firmware has numbered the buses.
MACHINE = """<domain type='qemu'>
<name>machine</name>
<memory unit='MiB'>64</memory>
<vcpu>1</vcpu>
<os><type arch='x86_64' machine='pc'>hvm</type></os>
<devices>{}</devices>
</domain>"""


def virsh(*words):
    return run("virsh", "-q", "-c", "qemu:///system", *words)


@contextlib.contextmanager
def file(text):
    with tempfile.NamedTemporaryFile("w", suffix=".xml") as one:
        one.write(text)
        one.flush()
        yield one.name


def network(pf, name="NULL"):
    return probe("network", pf, name)["xml"]


def address_text(vf):
    """A PCI address as libvirt writes it."""
    domain, bus, rest = vf.split(":")
    slot, function = rest.split(".")
    return {"type": "pci", "domain": f"0x{domain}", "bus": f"0x{bus}", "slot": f"0x{slot}",
            "function": f"0x{function}"}


class Schema(Case):
    @staticmethod
    def is_valid(text, schema):
        with file(text) as name:
            return not subprocess.run(("virt-xml-validate", name, schema), check=False,
                                      capture_output=True, timeout=60).returncode

    def assert_valid(self, text, schema):
        """The schema would see a difference."""
        self.assertTrue(self.is_valid(text, schema), text)
        wrong, number = re.subn(r"(managed|network|domain|address)='", r"\1s='", text)
        self.assertGreater(number, 0)
        self.assertFalse(self.is_valid(wrong, schema), wrong)

    def test_network(self):
        for pf in ("em1", "em2"):
            for name in ("NULL", "a pool", ODD):
                with self.subTest(pf=pf, name=name):
                    self.assert_valid(network(pf, name), "network")

    def test_interface(self):
        for name, mac in (("passthrough_em1", "NULL"), (ODD, MAC)):
            with self.subTest(name=name):
                text = probe("interface", name, mac)["xml"]
                self.assert_valid(MACHINE.format(text), "domain")

    def test_hostdev(self):
        with vfs_on(EM1, 7) as vfs:
            for how in ("managed", "plain"):
                text = probe("hostdev", vfs[6], how)["xml"]
                self.assert_valid(MACHINE.format(text), "domain")
                source = tree.fromstring(text).find("source/address").attrib
                self.assertEqual({"type": "pci", **source}, address_text(vfs[6]))

    def test_hostdev_of_no_network_card(self):
        with nvme_vfs(2) as vfs:
            self.assert_valid(MACHINE.format(probe("hostdev", vfs[1], "plain")["xml"]), "domain")
            self.assert_refused("unsupported", [NVME], "network", NVME, "NULL")


class Libvirt(Case):
    SANITIZED = False  # the texts are those of Schema

    @classmethod
    def setUpClass(cls):
        run(str(SOURCE / "tests/host/guest/libvirt-start"))
        super().setUpClass()
        cls.enterClassContext(modules("igbvf", "vfio-pci"))
        cls.vfs = {name: cls.enterClassContext(vfs_on(pf, 7))
                   for name, pf in (("em1", EM1), ("em2", EM2))}

    @contextlib.contextmanager
    def network(self, pf, name="NULL"):
        text = network(pf, name)
        name = tree.fromstring(text).findtext("name")
        with file(text) as path:
            virsh("net-define", path)
        try:
            yield name
        finally:
            virsh("net-undefine", name)

    @contextlib.contextmanager
    def started_network(self, pf):
        with self.network(pf) as name:
            virsh("net-start", name)
            try:
                yield name
            finally:
                virsh("net-destroy", name)

    @contextlib.contextmanager
    def machine(self, devices):
        """It is stopped at its first instruction. Gives what its PCI bus has."""
        with file(MACHINE.format(devices)) as path:
            virsh("create", "--paused", path)
        try:
            yield virsh("qemu-monitor-command", "machine", "--hmp", "info pci")
        finally:
            virsh("destroy", "machine")

    def test_both_networks_with_all_vfs(self):
        for pf in ("em1", "em2"):
            with self.subTest(pf), self.started_network(pf) as name:
                virsh("net-autostart", name)
                self.assertEqual(name, f"passthrough_{pf}")
                self.assertIn("Autostart:yes", virsh("net-info", name).replace(" ", ""))
                told = tree.fromstring(virsh("net-dumpxml", name))
                self.assertEqual(told.find("forward").get("mode"), "hostdev")
                self.assertEqual(told.find("forward/pf").get("dev"), pf)
                self.assertEqual([one.attrib for one in told.iterfind("forward/address")],
                                 [address_text(vf) for vf in self.vfs[pf]])

    def test_an_odd_name(self):
        with self.network("em1", ODD) as name:
            self.assertEqual(name, ODD)
            self.assertIn(ODD, virsh("net-list", "--all", "--name").splitlines())

    def test_a_machine_takes_a_vf_of_the_network(self):
        with self.started_network("em2") as name:
            with self.machine(probe("interface", name, MAC)["xml"]) as bus:
                self.assertIn("8086:10ca", bus)
                self.assertIn(MAC, [one["address"] for one in vf_infos("em2")])
                self.assertEqual([driver(vf) for vf in self.vfs["em2"]].count("vfio-pci"), 1)
            self.assertEqual({driver(vf) for vf in self.vfs["em2"]}, {"igbvf"})

    def test_a_machine_takes_one_certain_vf(self):
        """Its MAC stays as it is."""
        vf = self.vfs["em1"][5]
        run("ip", "link", "set", "em1", "vf", "5", "mac", OTHER_MAC)
        with self.machine(probe("hostdev", vf, "managed")["xml"]) as bus:
            self.assertEqual(bus.count("8086:10ca"), 1)
            self.assertEqual(driver(vf), "vfio-pci")
            self.assertEqual(vf_infos("em1")[5]["address"], OTHER_MAC)
        self.assertEqual(driver(vf), "igbvf")

    def test_a_plan_takes_no_vf_from_a_machine(self):
        devices = inodes(self.vfs["em1"])
        with self.machine(probe("hostdev", self.vfs["em1"][5], "managed")["xml"]) as bus:
            pid = read("/run/libvirt/qemu/machine.pid")
            with self.unchanged():
                for command in "plan", "apply":
                    self.assert_refused("would-destroy", ("VF 5", f"process {pid}", "em1"),
                                        command, state({"pf": "em1", "vf_count": 3}))
            self.assertEqual(virsh("domstate", "machine").strip(), "paused")
            self.assertEqual(virsh("qemu-monitor-command", "machine", "--hmp", "info pci"), bus)
            self.assertEqual(inodes(vfs(EM1)), devices)

    def test_a_machine_takes_a_vf_that_is_bound_already(self):
        vf = self.vfs["em1"][6]
        probe("bind", vf, "vfio-pci")
        with self.machine(probe("hostdev", vf, "plain")["xml"]) as bus:
            self.assertEqual(bus.count("8086:10ca"), 1)
        self.assertEqual(driver(vf), "vfio-pci")
        probe("unbind", vf)


if __name__ == "__main__":
    unittest.main()
