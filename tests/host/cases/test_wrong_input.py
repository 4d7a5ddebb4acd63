# SPDX-License-Identifier: LGPL-2.1-or-later
"""Wrong input: each with its own error, which names it, and the host as it was."""

import unittest

from host import (Case, EM1, EM2, NOBODY, NVME, driver, inodes, modules, nvme_vfs, probe, run,
                  vfs_on)

NO_ADDRESSES = ("", "0000:01:00", "0000:01:00.8", "0000:01:20.0", "0000:100:00.0", "01:00.0.0",
                " 01:00.0", "0000:01:00.0 ", "0000:01:00.0\n", "01:00,0", "../../01:00.0",
                "01:0g.0", "g000:01:00.0",
                "-1:00.0", ":01:00.0", "0000:01:00.", "a/b", "a b", "..", ".",
                "x" * 128, "em1:0", "em1/")
ABSENT = ("0000:ff:1f.7", "ffff:00:00.0", "10000:00:00.0", "1f:00.0")
OPENED_BY_NAME = ("device", "pf", "vf", "vfs", "settings", "capabilities", "iov")


class Names(Case):
    """Of devices: the same answer from all that take one."""

    def commands(self, name):
        for command in OPENED_BY_NAME:
            yield command, name
        yield "count", name, "1"
        yield "set", name, "0", "trust", "on"
        yield "set-all", name, "trust", "on"
        yield "bind", name
        yield "unbind", name
        yield "network", name, "pool"
        yield "hostdev", name, "managed"

    def refuse_all(self, code, name, *words):
        for one in self.commands(name):
            with self.subTest(one):
                self.assert_refused(code, words, *one)

    def test_malformed(self):
        with self.unchanged():
            for name in NO_ADDRESSES:
                with self.subTest(name):
                    error = self.assert_refused("invalid", (), "device", name)
                    self.assertIn(f'"{name}"', error["message"])
            self.refuse_all("invalid", "0000:01:00.8", "0000:01:00.8")

    def test_empty(self):
        with self.unchanged():
            self.refuse_all("invalid", "")

    def test_null(self):
        with self.unchanged():
            for one in self.commands("NULL"):
                with self.subTest(one):
                    self.assertEqual(self.assert_refused("invalid", (), *one)["message"],
                                     "name is NULL")

    def test_absent_address(self):
        with self.unchanged():
            for name in ABSENT:
                with self.subTest(name):
                    full = name if name.count(":") == 2 else f"0000:{name}"
                    error = self.assert_refused("not-found", (full,), "device", name)
                    self.assertEqual(error["device"], full)
            self.refuse_all("not-found", "0000:ff:1f.7", "0000:ff:1f.7")

    def test_absent_interface(self):
        with self.unchanged():
            self.refuse_all("not-found", "em9", "em9")

    def test_interface_on_no_pci_device(self):
        self.enterContext(modules("dummy"))
        run("ip", "link", "add", "made-up", "type", "dummy")
        self.addCleanup(run, "ip", "link", "del", "made-up")
        with self.unchanged():
            for name in ("lo", "made-up"):
                self.assert_refused("not-found", (name, "virtual"), "pf", name)
                self.assert_refused("not-found", (name,), "count", name, "1")


class NoPf(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("igbvf"))
        cls.vf, *cls.others = cls.enterClassContext(vfs_on(EM1, 7))

    def test_a_vf(self):
        """The message tells the PF."""
        interface = probe("vf", self.vf)["interface"]
        self.assertTrue(interface)
        with self.unchanged():
            for name in (self.vf, interface):
                for words in (("pf", name), ("count", name, "1"), ("vfs", name),
                              ("settings", name), ("set", name, "0", "trust", "on")):
                    error = self.assert_refused("not-pf", (self.vf, EM1), *words)
                    self.assertEqual(error["device"], self.vf)

    def test_a_device_without_sriov(self):
        with self.unchanged():
            for name in ("0000:00:00.0", "00:1f.2"):
                error = self.assert_refused("not-pf", (), "count", name, "1")
                self.assertIn(error["device"], error["message"])

    def test_no_vf(self):
        with self.unchanged():
            for name, address in (("em1", EM1), (EM2, EM2), ("0000:00:00.0", "0000:00:00.0")):
                for words in (("vf", name), ("hostdev", name, "managed")):
                    error = self.assert_refused("not-vf", (address,), *words)
                    self.assertEqual(error["device"], address)

    def test_vf_index(self):
        """Seven VFs are numbered 0 to 6."""
        with self.unchanged():
            for index in ("7", "65535", "4294967295"):
                for words in (("vf", "em1", index), ("set", "em1", index, "trust", "on")):
                    error = self.assert_refused("not-found", ("em1", index), *words)
                    self.assertEqual(error["device"], EM1)
            error = self.assert_refused("not-found", ("em2", "0"), "vf", "em2", "0")
            self.assertEqual(error["device"], EM2)

    def test_number_of_vfs(self):
        before = inodes([self.vf, *self.others])
        with self.unchanged():
            for count in ("8", "9", "65536", "4294967295"):
                for words in ((), ("destroy",)):
                    self.assert_refused("too-many-vfs", ("em1", count, "7"),
                                        "count", "em1", count, *words)
            self.assert_refused("would-destroy", ("em1", "7", "3"), "count", "em1", "3")
            self.assert_refused("too-many-vfs", (NVME, "33", "32"), "count", NVME, "33")
        self.assertEqual(inodes([self.vf, *self.others]), before)

    def test_vfio_is_not_loaded(self):
        with self.unchanged():
            error = self.assert_refused("no-driver", (self.vf, "vfio-pci"), "bind", self.vf)
        self.assertIn("modprobe vfio-pci", error["message"])

    def test_bound_already(self):
        with modules("vfio-pci"):
            probe("bind", self.vf)
            with self.unchanged():
                self.assert_refused("already", (self.vf,), "bind", self.vf)
            probe("unbind", self.vf)
            self.assertEqual(driver(self.vf), "igbvf")

    def test_unprivileged(self):
        with self.unchanged():
            for words in (("count", "em2", "1"), ("count", "em1", "0", "destroy"),
                          ("set", "em1", "0", "mac", "52:54:00:00:00:01")):
                error = self.assert_refused("forbidden", (), *words, prefix=NOBODY)
                self.assertIn(error["device"], (EM1, EM2))

    def test_settings_null(self):
        with self.unchanged():
            self.assert_refused("invalid", ("mac",), "set", "em1", "0", "mac", "NULL")


class NoDriver(Case):
    """The NVMe controller, whose driver is not loaded."""

    def test_pf(self):
        with self.unchanged():
            error = self.assert_refused("no-driver", (NVME,), "count", NVME, "1")
            self.assertEqual(error["device"], NVME)

    def test_vfio(self):
        with self.unchanged():
            self.assert_refused("no-driver", (NVME, "vfio-pci"), "bind", NVME)
            self.assert_refused("no-driver", (NVME,), "unbind", NVME)

    def test_pf_of_no_network(self):
        with nvme_vfs(1), self.unchanged():
            self.assert_refused("unsupported", (NVME,), "network", NVME, "pool")
            self.assert_refused("unsupported", (NVME,), "set", NVME, "0", "trust", "on")


class Others(Case):
    """What is no device."""

    def test_bonds(self):
        with self.unchanged():
            for name in ("", "a/b", "..", "interface-name-of-16"):
                for command in ("bond", "bond-above"):
                    error = self.assert_refused("invalid", (), command, name)
                    self.assertIn(f'"{name}"', error["message"])
            for words in (("bond", "bond9"), ("bond", "em1"), ("bond-above", "em9"),
                          ("bond-above", "em1"), ("bond-above", "lo")):
                self.assert_refused("not-found", words[1:], *words)
            self.assert_refused("invalid", ("name",), "bond", "NULL")
            self.assert_refused("invalid", ("interface",), "bond-above", "NULL")

    def test_in_a_bridge(self):
        self.enterContext(modules("bridge"))
        run("ip", "link", "add", "bridge0", "type", "bridge")
        self.addCleanup(run, "ip", "link", "del", "bridge0")
        run("ip", "link", "set", "em2", "master", "bridge0")
        self.addCleanup(run, "ip", "link", "set", "em2", "nomaster")
        with self.unchanged():
            self.assert_refused("not-found", ("em2", "bridge0"), "bond-above", "em2")

    def test_modules(self):
        with self.unchanged():
            for command in ("module", "load"):
                self.assert_refused("invalid", ("name",), command, "NULL")
                self.assert_refused("invalid", (), command, "")
                self.assert_refused("not-found", ("no_such_module",), command, "no_such_module")

    def test_groups(self):
        with self.unchanged():
            self.assert_refused("invalid", ("-1",), "group", "-1")
            self.assert_refused("not-found", ("9999",), "group", "9999")


if __name__ == "__main__":
    unittest.main()
