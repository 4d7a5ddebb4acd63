# SPDX-License-Identifier: LGPL-2.1-or-later
"""One case for each row of the table of kernels: what this one does, seen through the library and
beside it."""

import contextlib
import subprocess
import tempfile
import unittest
from pathlib import Path

import netdevsim
from compatibility import record
from host import (Case, DEVICES, EM1, EM2, NVME, ask, driver, ip_link, link, modules, probe, read,
                  run, vf_infos, vfs, vfs_on, wait_for)
from test_events import Watch, namespace, there
from test_iommu import GROUPS
from test_vfio import VfioDevice, node

NEEDS = None, "--kernel small"

NAMESPACE = ("--netns", "/run/netns/events")
HAS_NETDEVSIM = not subprocess.run(("modinfo", "netdevsim"), capture_output=True,
                                   timeout=60).returncode
ALTNAME = "the-first-port-of-the-first-card"
DMA, IDENTITY = "2", "1"


def answered(*words):
    """The answer, or None for what the library calls unsupported; nothing else may happen."""
    status, answer = ask(*words)
    if not status:
        return answer
    if answer["error"]["code"] != "unsupported":
        raise AssertionError(f"probe {words}: {answer}")
    return None


def yes_or_no(truth):
    return "yes" if truth else "no"


class Vfs(Case):
    SANITIZED = False

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("igbvf"))
        probe("autoprobe", "em1", "off")
        cls.addClassCleanup(probe, "autoprobe", "em1", "on")
        cls.vf, = cls.enterClassContext(vfs_on(EM1, 1))

    def test_count(self):
        probe("count", "em2", "2")
        try:
            listed = [one["device"]["address"] for one in probe("vfs", "em2")["vfs"]]
            self.assertEqual((listed, len(listed)), (vfs(EM2), 2))
        finally:
            probe("count", "em2", "0", "destroy")
        self.assertEqual(vfs(EM2), [])
        record("count", "yes")

    def test_without_a_driver(self):
        self.assertIsNone(driver(self.vf))
        record("no-driver", "yes")

    def test_vectors(self):
        """The kernel has the files; igb does not let the number be set."""
        self.assertTrue((DEVICES / EM1 / "sriov_vf_total_msix").exists())
        self.assertIsNone(answered("msix-pool", "em1"))
        self.assertIsNone(answered("msix", self.vf, "4"))
        record("vector-count", "where the driver can; igb cannot")

    def test_settings(self):
        mac = "52:54:00:aa:00:77"
        wait_for(lambda: read("/sys/class/net/em1/carrier") == "1")
        for words in (("mac", mac), ("vlan", "9", "1"), ("max_rate", "300"),
                      ("spoof_check", "off"), ("trust", "on")):
            probe("set", "em1", "0", *words)
        told, = probe("settings", "em1")["settings"]
        info, = vf_infos("em1")
        self.assertEqual((told["mac"], told["vlan_id"], told["max_rate_mbps"],
                          told["spoof_check"], told["trust"]), (mac, 9, 300, 0, 1))
        self.assertEqual((info["address"], info["vlan_list"][0]["vlan"], info["rate"]["max_tx"],
                          info["spoofchk"], info["trust"]), (mac, 9, 300, False, True))
        record("settings", "yes")

    @unittest.skipUnless(HAS_NETDEVSIM, "start the test host with --netdevsim")
    def test_a_thousand(self):
        with netdevsim.device() as interface, tempfile.TemporaryDirectory() as folder:
            tree = netdevsim.Tree(folder, interface)
            netdevsim.make(1000)
            tree.make(1000)
            for command, row in (("settings", "settings-many"), ("statistics", "statistics")):
                told = probe("--sysfs", folder, command, netdevsim.PF)[command]
                self.assertEqual([one["vf"] for one in told], list(range(1000)))
                record(row, "yes")


class Interfaces(Case):
    SANITIZED = False

    def test_altnames(self):
        run("ip", "link", "property", "add", "dev", "em1", "altname", ALTNAME)
        try:
            self.assertEqual(probe("pf", ALTNAME), probe("pf", "em1"))
        finally:
            run("ip", "link", "property", "del", "dev", "em1", "altname", ALTNAME)
        record("altnames", "yes")

    def test_parents(self):
        told = ip_link("em2").get("parentdev")
        self.assertIn(told, (None, EM2))
        record("parents", yes_or_no(told))

    def test_another_namespace(self):
        """The interface of a VF is there, and so are the events of it."""
        with modules("igbvf"), namespace(), vfs_on(EM1, 1) as (vf,):
            name = wait_for(lambda: next((DEVICES / vf / "net").glob("*"), None)).name
            run("ip", "link", "set", name, "netns", "events")
            told = answered(*NAMESPACE, "vf", EM1, "0")
            record("namespace", yes_or_no(told and told["interface"] == name))
            watch = Watch(context=NAMESPACE)
            there("link", "set", name, "name", "inside")
            heard = [(one["type"], one["address"], one["interface"]) for one in watch.finish()]
            self.assertEqual(heard, [("interface-renamed", vf, "inside")])
            record("events-namespace", "yes")

    def test_events(self):
        with modules("igbvf"):
            watch = Watch("pf", "em2")
            with vfs_on(EM2, 1) as (vf,):
                wait_for(lambda: driver(vf) and list((DEVICES / vf / "net").glob("*")))
            heard = [one["type"] for one in watch.finish()]
        self.assertEqual(set(heard) - {"link-changed"},
                         {"vf-added", "interface-added", "driver-bound", "vf-count-changed",
                          "interface-removed", "driver-unbound", "vf-removed"})
        record("events", "yes")


class Vfio(Case):
    SANITIZED = False

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("vfio-pci", "vfio_iommu_type1"))

    @contextlib.contextmanager
    def vf_on_vfio(self):
        with vfs_on(EM1, 1) as (vf,):
            probe("bind", vf)
            wait_for(node(vf).exists)
            yield vf

    def test_opened(self):
        with self.vf_on_vfio() as vf:
            self.assertTrue(probe("vfio-device", "group", vf)["mapped"])
            record("group", "yes")
            told = answered("vfio-device", "iommufd", vf)
        self.assertEqual(bool(told), Path("/dev/iommu").exists())
        record("iommufd", yes_or_no(told))

    def test_without_an_iommu(self):
        switch = Path("/sys/module/vfio/parameters/enable_unsafe_noiommu_mode")
        self.assertEqual(probe("iommu")["no_iommu_mode"] in (0, 1), switch.exists())
        record("no-iommu", yes_or_no(switch.exists()))

    def test_while_a_removal_waits(self):
        with self.vf_on_vfio() as vf:
            device = VfioDevice(node(vf))
            removal = subprocess.Popen(("sh", "-c", f"echo 0 >{DEVICES / EM1}/sriov_numvfs"))
            try:
                wait_for(lambda: not vfs(EM1))
                self.assertEqual(probe("vfs", "em1")["vfs"], [])
                self.assertIn(vf, [one["address"] for one in probe("devices")["devices"]])
                self.assertIn(EM1, [one["device"]["address"] for one in probe("pfs")["pfs"]])
                record("stuck-list", "yes")
                run("cat", "/dev/null")     # the program is in memory from here on
                reader = subprocess.Popen(("cat", DEVICES / vf / "uevent"),
                                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                record("stuck-uevent", yes_or_no(ends(reader)))
                self.assertIsNone(removal.poll())
            finally:
                device.close()
                self.assertEqual(removal.wait(timeout=60), 0)
            reader.wait(timeout=60)

    def test_reset_methods(self):
        told = probe("attributes")[EM1]["reset_methods"]
        self.assertEqual(told, read(DEVICES / EM1 / "reset_method").split())
        record("reset-methods", yes_or_no("flr" in told))


class DomainType(Case):
    SANITIZED = False

    def setUp(self):
        self.number = link(DEVICES / NVME / "iommu_group")

    def set_type(self, value):
        status, answer = ask("group-type", self.number, value)
        if status:
            self.assertEqual(answer["error"]["code"], "busy")
        return not status

    def test_without_a_driver(self):
        self.assertTrue(self.set_type(DMA))
        self.assertEqual(probe("group", self.number)["type"], "DMA")
        self.assertTrue(self.set_type(IDENTITY))
        self.assertEqual(read(GROUPS / self.number / "type"), "identity")
        record("domain-type", "yes")

    def test_on_vfio(self):
        with modules("vfio-pci"):
            probe("bind", NVME)
            record("domain-type-vfio", yes_or_no(self.set_type(DMA)))
            probe("unbind", NVME)
        self.assertTrue(self.set_type(IDENTITY))


def ends(process):
    """Well; False when it sleeps in the kernel instead, whenever looked at for two seconds."""
    states = []

    def is_known():
        states.append(read(f"/proc/{process.pid}/stat").rsplit(")", 1)[1].split()[0])
        return process.poll() is not None or states[-40:] == ["D"] * 40

    wait_for(is_known)
    return process.poll() == 0


if __name__ == "__main__":
    unittest.main()
