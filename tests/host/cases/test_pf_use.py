# SPDX-License-Identifier: LGPL-2.1-or-later
"""What PFs are used for, against ip's routes, findmnt and the kernel's list of swaps."""

import contextlib
import json
from pathlib import Path
import tempfile
import unittest

from host import (Case, DEVICES, EM1, EM2, NOBODY, NVME, modules, probe, run, trace, vfs_on,
                  wait_for)

ROUTE, ELSEWHERE, MOUNT, SWAP = range(4)
COMPATIBLE = Path("/proc/sys/net/ipv4/nexthop_compat_mode")
# Once udev has run in this guest, dmsetup would wait for its word.
UNTOLD = ("--noudevsync", "--noudevrules")


def reasons(pf, *context, **how):
    """They are the whole of it: nothing but reasons makes a PF vital."""
    told = probe(*context, "pf-use", pf, **how)
    if told["vital"] != bool(told["reasons"]):
        raise AssertionError(told)
    for one in told["reasons"]:
        if one["message"] not in told["description"]:
            raise AssertionError(told)
    return told["reasons"]


def chains(pf, *context):
    return [one["chain"] for one in reasons(pf, *context)]


def routes(*words):
    return json.loads(run("ip", "-j", *words, "route", "show", "default"))


class Routes(Case):
    """The default route goes through one card, the other, both, or none."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("igbvf", "bonding", "8021q", "bridge", "macvlan"))

    def setUp(self):
        self.assertEqual((routes(), reasons("em1"), reasons("em2")), ([], [], []))

    def ip(self, *words, undo=()):
        run("ip", *words)
        if undo:
            self.addCleanup(run, "ip", *undo)

    def make(self, name, *words):
        self.ip("link", "add", name, *words, undo=("link", "del", name))

    def put_below(self, name, upper):
        """What is made a member of a bond must be down."""
        run("ip", "link", "set", name, "down")
        run("ip", "link", "set", name, "master", upper)
        self.addCleanup(run, "ip", "link", "set", name, "up")
        self.addCleanup(run, "ip", "link", "set", name, "nomaster")
        run("ip", "link", "set", name, "up")

    def lead_out(self, name, network="192.0.2"):
        """The default route goes through the interface."""
        run("ip", "link", "set", name, "up")
        self.ip("address", "add", f"{network}.2/24", "dev", name,
                undo=("address", "del", f"{network}.2/24", "dev", name))
        run("ip", "route", "add", "default", "via", f"{network}.1", "dev", name)

    def test_a_card(self):
        self.lead_out("em1")
        one, = reasons("em1")
        told, = routes()
        self.assertEqual((one["kind"], one["chain"], one["gateway"], one["vf"]),
                         (ROUTE, [told["dev"]], told["gateway"], -1))
        self.assertEqual(one["message"], "the default route by 192.0.2.1 goes through em1")
        self.assertIsNone(one["mount_point"])
        self.assertEqual(reasons("em2"), [])
        run("ip", "route", "del", "default")
        self.assertEqual(reasons("em1"), [])

    def test_without_a_gateway(self):
        self.ip("route", "add", "default", "dev", "em2", undo=("route", "del", "default"))
        one, = reasons("em2")
        self.assertEqual((one["gateway"], one["message"]),
                         (None, "the default route goes through em2"))

    def test_a_bond_of_both(self):
        self.make("bond9", "type", "bond", "mode", "active-backup")
        self.put_below("em1", "bond9")
        self.put_below("em2", "bond9")
        self.assertEqual(chains("em1"), [])
        self.lead_out("bond9")
        self.assertEqual(chains("em1"), [["bond9", "em1"]])
        self.assertEqual(chains("em2"), [["bond9", "em2"]])
        run("ip", "route", "del", "default")
        self.assertEqual((chains("em1"), chains("em2")), ([], []))

    def test_a_vlan_on_a_bridge_over_a_bond(self):
        self.make("bond9", "type", "bond")
        self.make("br9", "type", "bridge")
        self.make("br9.5", "link", "br9", "type", "vlan", "id", "5")
        self.put_below("em1", "bond9")
        self.put_below("bond9", "br9")
        run("ip", "link", "set", "br9", "up")
        self.lead_out("br9.5")
        one, = reasons("em1")
        self.assertEqual(one["chain"], ["br9.5", "br9", "bond9", "em1"])
        self.assertIn("goes through br9.5, over br9, over bond9, over em1", one["message"])
        self.assertEqual(chains("em2"), [])

    def test_a_vlan_and_a_macvlan(self):
        self.make("em1.7", "link", "em1", "type", "vlan", "id", "7")
        self.make("mac9", "link", "em2", "type", "macvlan")
        self.lead_out("em1.7")
        self.assertEqual(chains("em1"), [["em1.7", "em1"]])
        run("ip", "route", "del", "default")
        self.lead_out("mac9")
        self.assertEqual((chains("em1"), chains("em2")), ([], [["mac9", "em2"]]))

    def test_ipv6(self):
        self.ip("-6", "route", "add", "default", "via", "fe80::1", "dev", "em1",
                undo=("-6", "route", "del", "default"))
        self.assertIn(("fe80::1", "em1"), [(one["gateway"], one["dev"]) for one in routes("-6")])
        one, = reasons("em1")
        self.assertEqual((one["chain"], one["gateway"]), (["em1"], "fe80::1"))
        self.assertIn("the IPv6 default route by fe80::1 goes", one["message"])
        # IPv4 by a gateway of IPv6
        self.ip("-4", "route", "add", "default", "via", "inet6", "fe80::2", "dev", "em2",
                undo=("-4", "route", "del", "default"))
        one, = reasons("em2")
        self.assertEqual((one["gateway"], one["message"]),
                         ("fe80::2", "the default route by fe80::2 goes through em2"))

    def test_several_paths(self):
        for name, network in ("em1", "192.0.2"), ("em2", "198.51.100"):
            self.ip("address", "add", f"{network}.2/24", "dev", name,
                    undo=("address", "del", f"{network}.2/24", "dev", name))
        run("ip", "route", "add", "default", "nexthop", "via", "192.0.2.1", "dev", "em1",
            "nexthop", "via", "198.51.100.1", "dev", "em2")
        told = {one["dev"]: one["gateway"] for one in routes()[0]["nexthops"]}
        self.assertEqual({name: [one["gateway"] for one in reasons(name)] for name in told},
                         {name: [gateway] for name, gateway in told.items()})
        self.ip("-6", "route", "add", "default", "nexthop", "via", "fe80::1", "dev", "em1",
                "nexthop", "via", "fe80::2", "dev", "em2", undo=("-6", "route", "del", "default"))
        self.assertEqual([one["gateway"] for one in reasons("em2")], ["198.51.100.1", "fe80::2"])

    def test_nexthop_objects(self):
        """By one, and by a group of two; also where the kernel tells the object alone."""
        for name, network in ("em1", "192.0.2"), ("em2", "198.51.100"):
            self.ip("address", "add", f"{network}.2/24", "dev", name,
                    undo=("address", "del", f"{network}.2/24", "dev", name))
        run("ip", "nexthop", "add", "id", "7", "via", "192.0.2.1", "dev", "em1")
        run("ip", "nexthop", "add", "id", "8", "via", "198.51.100.1", "dev", "em2")
        run("ip", "nexthop", "add", "id", "9", "group", "7/8")
        run("ip", "nexthop", "add", "id", "10", "blackhole")
        self.addCleanup(run, "ip", "nexthop", "flush")
        self.addCleanup(COMPATIBLE.write_text, COMPATIBLE.read_text())
        for compatible in "1", "0":
            COMPATIBLE.write_text(compatible)
            run("ip", "route", "add", "default", "nhid", "8")
            self.assertEqual(routes()[0]["nhid"], 8)
            self.assertEqual([one["gateway"] for one in reasons("em2")], ["198.51.100.1"])
            self.assertEqual(chains("em1"), [])
            run("ip", "route", "replace", "default", "nhid", "9")
            self.assertEqual([one["gateway"] for one in reasons("em1")], ["192.0.2.1"])
            self.assertEqual([one["gateway"] for one in reasons("em2")], ["198.51.100.1"])
            run("ip", "route", "replace", "default", "nhid", "10")
            self.assertEqual((chains("em1"), chains("em2")), ([], []))
            run("ip", "route", "del", "default")

    def test_other_tables(self):
        self.ip("route", "add", "default", "dev", "em1", "table", "100",
                undo=("route", "del", "default", "table", "100"))
        self.ip("route", "add", "default", "dev", "em2", "table", "1000",
                undo=("route", "del", "default", "table", "1000"))
        self.assertIn("route of table 100 goes", reasons("em1")[0]["message"])
        self.assertIn("route of table 1000 goes", reasons("em2")[0]["message"])

    def test_what_is_no_way_out(self):
        for table, words in enumerate((
                ("unreachable", "default"), ("throw", "default"), ("local", "default", "dev", "lo"),
                ("0.0.0.0/1", "dev", "em1"), ("128.0.0.0/1", "dev", "em1")), 100):
            self.ip("route", "add", *words, "table", str(table),
                    undo=("route", "del", *words, "table", str(table)))
        self.assertEqual((chains("em1"), chains("em2")), ([], []))

    def test_through_a_vf(self):
        with vfs_on(EM1, 2) as vfs:
            name = wait_for(lambda: [path.name for path in (DEVICES / vfs[1]).glob("net/*")])[0]
            run("ip", "link", "set", name, "up")
            run("ip", "route", "add", "default", "dev", name)
            one, = reasons("em1")
            self.assertEqual((one["kind"], one["chain"], one["vf"]), (ROUTE, [name], 1))
            self.assertIn(f"goes through {name}, which is VF 1", one["message"])
            self.assertEqual(chains("em2"), [])
            self.assertTrue(probe("use", vfs[1])["in_use"])
        # it went with the VF
        self.assertEqual(chains("em1"), [])

    def test_another_namespace(self):
        """From outside it is not known what the card does there, from inside it is."""
        run("ip", "netns", "add", "other")
        self.addCleanup(run, "ip", "netns", "del", "other")
        there = ("--netns", "/run/netns/other")
        run("ip", "link", "set", "em2", "netns", "other")
        self.addCleanup(run, "ip", "link", "set", "em2", "up")
        self.addCleanup(run, "ip", "-n", "other", "link", "set", "em2", "netns", "1")
        one, = reasons(EM2)
        self.assertEqual((one["kind"], one["chain"], one["vf"]), (ELSEWHERE, [], -1))
        for words in (("link", "add", "br9", "type", "bridge"),
                      ("link", "set", "em2", "up", "master", "br9"),
                      ("link", "add", "br9.5", "link", "br9", "type", "vlan", "id", "5"),
                      ("link", "set", "br9", "up"), ("link", "set", "br9.5", "up")):
            run("ip", "-n", "other", *words)
        self.addCleanup(run, "ip", "-n", "other", "link", "del", "br9")
        self.assertEqual(reasons(EM2, *there), [])
        run("ip", "-n", "other", "route", "add", "default", "dev", "br9.5")
        self.assertEqual(chains(EM2, *there), [["br9.5", "br9", "em2"]])
        self.assertEqual(reasons("em1"), [])
        one, = reasons(EM1, *there)
        self.assertEqual(one["kind"], ELSEWHERE)


class Disks(Case):
    """The NVMe card's disk is mounted, swapped to, or below what is."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("nvme", "minix", "dm-mod"))
        cls.disk = wait_for(lambda: [path.name for path in Path("/sys/block").glob("nvme*")
                                     if Path("/dev", path.name).exists()])[0]
        # with multipathing the card has paths to it
        path, = (DEVICES / NVME).glob("nvme/nvme*/nvme*n1")
        cls.below = [cls.disk] + [path.name] * (path.name != cls.disk)

    def setUp(self):
        self.assertEqual(reasons(NVME), [])
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory(suffix=" a\tb")))

    @contextlib.contextmanager
    def mounted(self, device, *points):
        run("mkfs.minix", device)
        for point in points:
            point.mkdir(exist_ok=True)
            run("mount", "-t", "minix", device, point)
        try:
            yield
        finally:
            for point in points:
                run("umount", point)

    @contextlib.contextmanager
    def mapped(self, name, below):
        run("dmsetup", "create", *UNTOLD, name, "--table", f"0 100000 linear {below} 0")
        try:
            run("dmsetup", "mknodes", name)  # udev does not run
            yield Path("/dev/mapper", name)
        finally:
            run("dmsetup", "remove", *UNTOLD, "--retry", name)

    def check_mount(self, one, device, point):
        """Against findmnt, which looks at the same mount otherwise."""
        told, = json.loads(run("findmnt", "-J", "-o", "MAJ:MIN,TARGET", "-M", point))["filesystems"]
        self.assertEqual((one["kind"], one["mount_point"]), (MOUNT, told["target"]))
        self.assertEqual(Path("/sys/class/block", device, "dev").read_text().strip(),
                         told["maj:min"])
        self.assertIn(f"{point} is mounted from {device}", one["message"])

    def test_mounted(self):
        point = self.folder / "mount"
        with self.mounted(f"/dev/{self.disk}", point):
            one, = reasons(NVME)
            self.check_mount(one, self.disk, point)
            self.assertEqual((one["chain"], one["gateway"], one["vf"]), (self.below, None, -1))
            self.assertEqual((reasons("em1"), reasons("em2")), ([], []))
            self.check_unprivileged(one)
            self.check_calls(point)
        self.assertEqual(reasons(NVME), [])

    def check_unprivileged(self, one):
        told = probe("pf-use", NVME, prefix=NOBODY)
        self.assertEqual((told["reasons"], told["complete"]), ([one], False))
        self.assertTrue(probe("pf-use", NVME)["complete"])

    def check_calls(self, point):
        """Neither the mount point nor the disk is looked at, nor what may wait."""
        lines, _ = trace("trace=%file", "pf-use", NVME)
        self.assertTrue([line for line in lines if "1/mountinfo" in line])
        for word in point.name, f"/dev/{self.disk}", "sriov_numvfs":
            self.assertEqual([line for line in lines if f"{word}\"" in line], [])

    def test_mounted_twice(self):
        with self.mounted(f"/dev/{self.disk}", self.folder / "one", self.folder / "two"):
            one, = reasons(NVME)
            self.assertEqual(one["mount_point"], str(self.folder / "one"))
            self.assertIn("one and 1 more place are mounted", one["message"])

    def test_a_partition(self):
        run("addpart", f"/dev/{self.disk}", "1", "2048", "200000")
        self.addCleanup(run, "delpart", f"/dev/{self.disk}", "1")
        point = self.folder / "mount"
        with self.mounted(f"/dev/{self.disk}p1", point):
            one, = reasons(NVME)
            self.check_mount(one, f"{self.disk}p1", point)
            self.assertEqual(one["chain"][0], f"{self.disk}p1")

    def test_below_the_device_mapper(self):
        point = self.folder / "mount"
        with self.mapped("lower", f"/dev/{self.disk}") as lower:
            self.assertEqual(reasons(NVME), [])
            with self.mapped("upper", lower) as upper, self.mounted(upper, point):
                one, = reasons(NVME)
                names = {path.parent.parent.name: path.read_text().strip()
                         for path in Path("/sys/block").glob("dm-*/dm/name")}
                self.assertEqual([names.get(name, name) for name in one["chain"]],
                                 ["upper", "lower", *self.below])
                self.check_mount(one, one["chain"][0], point)
                self.assertIn("(upper), over dm-", one["message"])

    def test_swap(self):
        self.check_swap(f"/dev/{self.disk}", self.below)

    def test_swap_below_the_device_mapper(self):
        """The kernel names it as whoever turned it on did."""
        with self.mapped("swap9", f"/dev/{self.disk}") as swap:
            name, = (path.parent.parent.name for path in Path("/sys/block").glob("dm-*/dm/name"))
            self.check_swap(str(swap), [name, *self.below])

    def check_swap(self, device, chain):
        run("mkswap", device)
        run("swapon", device)
        try:
            self.assertIn(device, Path("/proc/swaps").read_text())
            one, = reasons(NVME)
            self.assertEqual((one["kind"], one["chain"], one["mount_point"]), (SWAP, chain, None))
            self.assertIn("is used as swap", one["message"])
        finally:
            run("swapoff", device)


if __name__ == "__main__":
    unittest.main()
