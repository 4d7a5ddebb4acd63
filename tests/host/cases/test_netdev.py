# SPDX-License-Identifier: LGPL-2.1-or-later
"""Interfaces of devices against ip, ethtool and sysfs; what is set before VFs are made."""

import re
import unittest
from pathlib import Path

from host import (Case, DEVICES, EM1, EM2, NOBODY, NVME, driver, ip_link, modules, nvme_vfs, probe,
                  read, run, vfs_on, wait_for)

STATES = {"UNKNOWN": -1, "NOTPRESENT": 1, "DOWN": 2, "LOWERLAYERDOWN": 3, "TESTING": 4,
          "DORMANT": 5, "UP": 6}
CLASS = Path("/sys/class/net")


def speed(name, flags):
    """As ethtool has it; 0 for unknown. Of an interface that is down it asks the driver all the
    same, which may still have the speed from before."""
    if "UP" not in flags:
        return 0
    found = re.search(r"Speed: (\d+)Mb/s", run("ethtool", name))
    return int(found[1]) if found else 0


def wanted(name, device):
    """One interface in the words of other programs."""
    told = ip_link(name)
    master = told.get("master")
    permanent = re.search(r"address: (\S+)", run("ethtool", "-P", name))
    return {
        "name": name,
        "index": told["ifindex"],
        "device": device,
        "altnames": told.get("altnames", []),
        "mac": told["address"],
        "permanent_mac": permanent[1] if permanent else None,
        "mtu_bytes": told["mtu"],
        "up": "UP" in told["flags"],
        "carrier": "LOWER_UP" in told["flags"],
        "operstate": STATES[told["operstate"]],
        "speed_mbps": speed(name, told["flags"]),
        "kind": told.get("linkinfo", {}).get("info_kind"),
        "master_index": ip_link(master)["ifindex"] if master else 0,
        "master_name": master,
        "master_kind": told.get("linkinfo", {}).get("info_slave_kind"),
        "port_name": told.get("phys_port_name"),
        "port_id": told.get("phys_port_id"),
        "switch_id": told.get("phys_switch_id"),
        "dev_port": int(read(CLASS / name / "dev_port")),
        "dev_id": int(read(CLASS / name / "dev_id"), 16),
    }


class Netdevs(Case):
    def compare(self, name, address):
        """A link comes and goes by itself: others have to tell the same before and after."""
        def steady():
            before = wanted(name, address)
            told = probe("netdevs", address)["netdevs"], probe("netdev", name)["netdev"]
            return wanted(name, address) == before and (before, *told)

        expected, listed, opened = wait_for(steady)
        self.assertEqual(listed, [expected])
        self.assertEqual(opened, expected)
        return expected

    def test_pfs(self):
        self.assertEqual(self.compare("em1", EM1)["speed_mbps"], 1000)
        self.compare("em2", EM2)

    def test_bridge_member(self):
        self.enterContext(modules("bridge"))
        run("ip", "link", "add", "br7", "type", "bridge")
        self.addCleanup(run, "ip", "link", "del", "br7")
        run("ip", "link", "set", "em2", "master", "br7", "mtu", "1400")
        self.addCleanup(run, "ip", "link", "set", "em2", "nomaster", "mtu", "1500")
        # igb begins anew for another size
        wait_for(lambda: "LOWER_UP" in ip_link("em2")["flags"])
        expected = self.compare("em2", EM2)
        self.assertEqual((expected["master_name"], expected["master_kind"]), ("br7", "bridge"))
        bridge = probe("netdev", "br7")["netdev"]
        self.assertEqual((bridge["device"], bridge["kind"]), (None, "bridge"))

    def test_another_mac_and_down(self):
        before = ip_link("em2")["address"]
        run("ip", "link", "set", "em2", "down", "address", "52:54:00:00:00:77")
        self.addCleanup(run, "ip", "link", "set", "em2", "up", "address", before)
        expected = self.compare("em2", EM2)
        self.assertEqual((expected["mac"], expected["up"]), ("52:54:00:00:00:77", False))
        self.assertEqual(expected["permanent_mac"], before)

    def test_alternative_names(self):
        names = "enp1s0f0", "the-first-port-of-the-first-card-in-this-machine", "x" * 127
        for name in names:
            self.assert_refused("not-found", (name,), "pf", name)
            run("ip", "link", "property", "add", "dev", "em1", "altname", name)
            self.addCleanup(run, "ip", "link", "property", "del", "dev", "em1", "altname", name)
            self.assertEqual(probe("pf", name), probe("pf", "em1"))
            self.assertEqual(probe("device", name), probe("device", EM1))
        self.assertEqual(self.compare("em1", EM1)["altnames"], list(names))
        self.assertEqual(probe("netdev", names[1])["netdev"]["name"], "em1")
        self.assert_refused("invalid", (), "netdev", "x" * 128)
        self.assert_refused("not-found", ("em9",), "netdev", "em9")

    def test_in_another_namespace(self):
        run("ip", "netns", "add", "elsewhere")
        self.addCleanup(run, "ip", "netns", "del", "elsewhere")
        run("ip", "link", "set", "em2", "netns", "elsewhere")
        self.addCleanup(run, "ip", "link", "set", "em2", "up")
        self.addCleanup(run, "ip", "-n", "elsewhere", "link", "set", "em2", "netns", "1")
        error = self.assert_refused("not-found", (EM2, "namespace"), "netdevs", EM2)
        self.assertEqual(error["device"], EM2)
        self.assert_refused("not-found", ("em2",), "netdev", "em2")
        # This sysfs, and the netlink of there: em1 is seen and cannot be read.
        netdev, = probe("netdevs", EM1,
                        prefix=("nsenter", "--net=/run/netns/elsewhere"))["netdevs"]
        self.assertEqual((netdev["name"], netdev["error"]["code"]), ("em1", "not-found"))

    def test_none(self):
        with nvme_vfs(0):
            self.assertEqual(probe("netdevs", NVME)["netdevs"], [])

    def test_any_user(self):
        self.assertEqual(probe("netdevs", EM1, prefix=NOBODY)["netdevs"], [wanted("em1", EM1)])


class Autoprobe(Case):
    def test_off_and_on(self):
        path = DEVICES / EM2 / "sriov_drivers_autoprobe"
        self.addCleanup(path.write_text, "1")
        self.assertEqual(probe("autoprobe", "em2"), {"autoprobe": True})
        with modules("igbvf"):
            for words, bound in (("off", None), ("on", "igbvf")):
                told = probe("autoprobe", "em2", words)
                self.assertEqual((told, read(path)),
                                 ({"autoprobe": words == "on"}, str(int(words == "on"))))
                with vfs_on(EM2, 1) as addresses:
                    self.assertEqual(driver(addresses[0]), bound)

    def test_of_one_without_an_interface(self):
        with nvme_vfs(0):
            self.assertEqual(probe("autoprobe", NVME), {"autoprobe": False})

    def test_forbidden(self):
        with self.unchanged():
            self.assertEqual(probe("autoprobe", "em1", prefix=NOBODY), {"autoprobe": True})
            self.assert_refused("forbidden", ("em1", "root"), "autoprobe", "em1", "off",
                                prefix=NOBODY)


def failing_write(name, error):
    """The write to the file of this name fails, as no card here makes it."""
    return ("strace", "-f", "-qq", "-o", "/dev/null", "-P", name, "-e",
            f"inject=write:error={error}")


class Vectors(Case):
    """No card here has a pool: igb's refusal, and those that only others give."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("igbvf"))
        cls.vf, = cls.enterClassContext(vfs_on(EM2, 1))
        cls.file = str((DEVICES / cls.vf / "sriov_vf_msix_count").resolve())

    def test_no_pool(self):
        self.assertEqual(read(DEVICES / EM2 / "sriov_vf_total_msix"), "0")
        self.assert_refused("unsupported", ("em2", "igb"), "msix-pool", "em2")

    def test_refused_by_igb(self):
        error = self.assert_refused("unsupported", ("VF 0", "em2", "igb"), "msix", self.vf, "4")
        self.assertEqual((error["errno"], error["device"], error["vf"]), (95, EM2, 0))

    def test_refusals_of_others(self):
        for name, code, words in (("EBUSY", "busy", ("igbvf", "unbind")),
                                  ("ENOSPC", "failed", ("4", "pool")),
                                  ("ERANGE", "invalid", ("4",)),
                                  ("EOVERFLOW", "invalid", ("4",)),
                                  ("ENODEV", "gone", ("removed",))):
            with self.subTest(error=name):
                self.assert_refused(code, ("VF 0", "em2", *words), "msix", self.vf, "4",
                                    traced=True, prefix=failing_write(self.file, name))

    def test_forbidden(self):
        self.assert_refused("forbidden", ("VF 0", "root"), "msix", self.vf, "4", prefix=NOBODY)


class WithoutSwitch(Case):
    """igb and nvme have no devlink, which is told wherever it is asked for."""

    COMMANDS = (("eswitch",), ("eswitch", "1"), ("ports",), ("versions",), ("representors",))

    def refuse_all(self, code, name, words):
        with self.unchanged():
            for command, *more in self.COMMANDS:
                with self.subTest(command):
                    error = self.assert_refused(code, words, command, name, *more)
                    self.assertEqual(error["device"], probe("device", name)["address"])

    def test_igb(self):
        self.refuse_all("unsupported", "em1", (EM1, "igb", "devlink"))
        with vfs_on(EM2, 1):
            self.assert_refused("unsupported", ("em2", "igb"), "representor", "em2", "0")

    def test_nvme(self):
        with nvme_vfs(0):
            self.refuse_all("unsupported", NVME, (NVME, "nvme", "devlink"))

    def test_no_driver(self):
        self.refuse_all("no-driver", NVME, (NVME, "driver"))


if __name__ == "__main__":
    unittest.main()
