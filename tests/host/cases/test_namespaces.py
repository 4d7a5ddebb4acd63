# SPDX-License-Identifier: LGPL-2.1-or-later
"""Contexts of another network namespace, against ip in it."""

import json
from pathlib import Path
import tempfile
import unittest

from host import (Case, DEVICES, EM1, EM2, NOBODY, modules, probe, refusal, run, vf_infos,
                  vfs_on, wait_for)
from test_events import Watch

NAMESPACE = "container"
NETNS = f"/run/netns/{NAMESPACE}"
THERE = ("--netns", NETNS)


def there(*command):
    return run("ip", "-n", NAMESPACE, *command)


def links_there():
    return {one["ifname"]: one for one in json.loads(there("-d", "-j", "link"))}


def interfaces_of(name, *context):
    return probe(*context, "device", name)["interfaces"]


class Namespaces(Case):
    """One of the two cards is in a container, with its VF; a VF of the other one is too."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("igbvf"))
        run("ip", "netns", "add", NAMESPACE)
        cls.addClassCleanup(run, "ip", "netns", "delete", NAMESPACE)
        cls.vf, = cls.enterClassContext(vfs_on(EM1, 1))
        cls.name = wait_for(lambda: interfaces_of(cls.vf))[0]
        run("ip", "link", "set", cls.name, "netns", NAMESPACE)
        there("link", "set", cls.name, "name", "inside")
        run("ip", "link", "set", "em2", "netns", NAMESPACE)
        cls.addClassCleanup(cls.bring_back)
        there("link", "set", "em2", "up")

    @staticmethod
    def bring_back():
        there("link", "set", "em2", "netns", "1")
        run("ip", "link", "set", "em2", "up")
        wait_for(lambda: Path("/sys/class/net/em2/carrier").read_text() == "1\n")

    def test_interface_of_a_vf(self):
        self.assertEqual(links_there()["inside"]["parentdev"], self.vf)
        self.assertEqual(interfaces_of(self.vf), [])
        self.assertEqual(interfaces_of(self.vf, *THERE), ["inside"])
        self.assertEqual(probe(*THERE, "vf", EM1, "0")["interface"], "inside")
        self.assertEqual([one["interface"] for one in probe(*THERE, "vfs", EM1)["vfs"]],
                         ["inside"])
        self.assertIsNone(probe("vf", EM1, "0")["interface"])

    def test_device_of_an_interface(self):
        self.assertEqual(probe(*THERE, "device", "inside")["address"], self.vf)
        self.assertEqual(probe(*THERE, "device", "em2")["address"], EM2)
        for context, name in ((), "inside"), ((), "em2"), (THERE, "em1"), (THERE, "lo"):
            error = refusal(*context, "device", name)
            self.assertEqual(error["code"], "not-found")
            self.assertIn(name, error["message"])

    def test_settings(self):
        """Through the PF, which has to be there: the VF's own place does not matter."""
        probe("set", "em1", "0", "spoof_check", "off")
        self.assertEqual(vf_infos("em1")[0]["spoofchk"], False)
        self.assertEqual(probe("settings", "em1")["settings"][0]["spoof_check"], 0)
        error = refusal(*THERE, "set", EM1, "0", "spoof_check", "on")
        self.assertEqual((error["code"], error["device"]), ("not-found", EM1))
        self.assertIn("another network namespace", error["message"])

    def test_a_pf_inside(self):
        autoprobe = DEVICES / EM2 / "sriov_drivers_autoprobe"
        autoprobe.write_text("0")
        self.addCleanup(autoprobe.write_text, "1")
        with vfs_on(EM2, 1):
            probe(*THERE, "set", "em2", "0", "mac", "02:00:00:00:00:55")
            self.assertEqual(links_there()["em2"]["vfinfo_list"][0]["address"],
                             "02:00:00:00:00:55")
            told = probe(*THERE, "settings", EM2)["settings"][0]
            self.assertEqual(told["mac"], "02:00:00:00:00:55")
            error = refusal("set", EM2, "0", "mac", "02:00:00:00:00:56")
            self.assertEqual((error["code"], error["device"]), ("not-found", EM2))

    def test_with_the_sysfs_of_the_container(self):
        """Its own mount shows what is in the namespace, and is not asked for it either."""
        with tempfile.TemporaryDirectory() as folder:
            run("nsenter", f"--net={NETNS}", "mount", "-t", "sysfs", "sysfs", folder)
            try:
                self.assertTrue((Path(folder) / "class/net/inside").exists())
                inside = ("--sysfs", folder, *THERE)
                self.assertEqual(interfaces_of(self.vf, *inside), ["inside"])
                self.assertEqual(probe(*inside, "pf", "em2")["interface"], "em2")
                self.assertEqual(probe(*inside, "settings", "em2")["settings"], [])
                # With that alone the two ways to ask would be of different places: it is said.
                self.assertEqual(refusal("--sysfs", folder, "settings", "em2")["code"],
                                 "not-found")
            finally:
                run("umount", folder)

    def test_events(self):
        """Of the interfaces that are there, and of the devices of the host."""
        watch = Watch(context=THERE)
        there("link", "set", "inside", "name", "other")
        there("link", "set", "other", "name", "inside")
        run("ip", "link", "set", "em1", "alias", "")
        # The link of em2 comes back in its own time.
        self.assertEqual([(one["type"], one["address"], one["pf"], one["vf"], one["interface"])
                          for one in watch.finish() if one["interface"] != "em2"],
                         [("interface-renamed", self.vf, EM1, 0, "other"),
                          ("interface-renamed", self.vf, EM1, 0, "inside")])

    def test_whoever_may_not(self):
        with self.assertRaisesRegex(AssertionError, "CAP_SYS_ADMIN"):
            probe(*THERE, "device", EM1, prefix=NOBODY)

    def test_what_is_no_namespace(self):
        with self.assertRaisesRegex(AssertionError, "not of a network namespace"):
            probe("--netns", "/proc/self/ns/mnt", "device", EM1)


if __name__ == "__main__":
    unittest.main()
