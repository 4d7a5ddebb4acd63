# SPDX-License-Identifier: LGPL-2.1-or-later
"""What bonds over VFs do with real frames, and whether the library foretold it.

The PF's refusals are igb's own. The spoof check is the card's: QEMU's 82576 forwards what it should
drop, so there the registers tell what a card does that heeds them.
"""

import contextlib
import itertools
import struct
import unittest

from frames import (BROADCAST, IPV4, Card, Port, interface_of, ip, is_emulated, links, move_in,
                    namespace)
from host import (Case, DEVICES, EM1, EM2, modules, probe, read, run, vf_infos, vfs_on,
                  wait_for)

FOREIGN = "02:00:00:00:00:99"
A, B, NO_MAC = "52:54:00:00:00:0a", "52:54:00:00:00:0b", "00:00:00:00:00:00"
MODES = ("balance-rr", "active-backup", "balance-xor", "broadcast", "802.3ad", "balance-tlb",
         "balance-alb")
POLICIES = ("none", "active", "follow")
REFUSED, DROPS, SAME = "mac-change-refused", "spoof-check-drops", "same-mac"
SEVERITIES = ("note", "warning", "error")
NO_REGISTERS = "the kernel keeps the card's registers to its driver: boot with iomem=relaxed"


def set_vf(pf, **settings):
    run("ip", "link", "set", pf, "vf", "0", *itertools.chain(*settings.items()))


def reload_vf(address):
    """The VF's driver takes an admin MAC only when it is loaded. Gives the new interface."""
    folder = DEVICES.parent / "drivers/igbvf"
    (folder / "unbind").write_text(address)
    (folder / "bind").write_text(address)
    return interface_of(address)


def foretell(vfs, mode="active-backup", policy="none", macs="own"):
    """What the library finds: {(code, VF's address): severity}."""
    answer = probe("foretell", str(MODES.index(mode)), "80", str(POLICIES.index(policy)), macs,
                   *vfs)
    return {(one["code"], one["device"]): SEVERITIES[one["severity"]]
            for one in answer["findings"]}


class SpoofCheck(Case):
    """VF 0 of em1 sends to VF 1 with a MAC that neither has."""

    SANITIZED = False  # what is foretold is told in the unit tests too

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("igbvf"))
        for name in ("sender", "peer"):
            cls.enterClassContext(namespace(name))
        cls.vfs = cls.enterClassContext(vfs_on(EM1, 2))
        cls.sender = cls.enterClassContext(Port("sender", move_in("sender", cls.vfs[0])))
        cls.peer = cls.enterClassContext(Port("peer", move_in("peer", cls.vfs[1])))
        cls.card = Card.open(EM1)

    def send(self, check):
        """How many of five arrive."""
        set_vf("em1", spoofchk=check)
        for _ in range(5):
            self.sender.send(self.peer.mac, FOREIGN, "foreign")
        self.sender.send(self.peer.mac, self.sender.mac, "last")
        return self.peer.count(FOREIGN, "foreign", "last")

    def test_passes_with_it_off(self):
        self.assertEqual(self.send("off"), 5)

    def test_dropped_with_it_on(self):
        arrived = self.send("on")
        if arrived == 5 and is_emulated():
            self.skipTest("QEMU's 82576 forwards what its spoof check should drop")
        self.assertEqual(arrived, 0)

    def test_told_to_the_card(self):
        if not self.card:
            self.skipTest(NO_REGISTERS)
        for check, dropped in (("on", True), ("off", False), ("on", True)):
            set_vf("em1", spoofchk=check)
            self.assertEqual(self.card.drops(0, FOREIGN), dropped)
            self.assertFalse(self.card.drops(0, self.sender.mac))
            self.assertTrue(self.card.drops(1, FOREIGN))

    def test_foretold(self):
        for check, wanted in (("on", {(DROPS, self.vfs[0]): "error"}), ("off", {})):
            set_vf("em1", spoofchk=check)
            self.assertEqual(foretell(self.vfs[:1], policy="active", macs="foreign"), wanted)
            self.assertEqual(foretell(self.vfs[:1], policy="active"), {})


class Bond:
    """A bond in the namespace "machine", over VF 0 of em1 and VF 0 of em2."""

    def __init__(self, interfaces):
        self.first, self.second = interfaces

    def facts(self):
        return links("machine")

    def mac_of(self, name):
        return self.facts()[name]["address"]

    def is_member(self, interface):
        return self.facts()[interface].get("master") == "bond0"

    def refuses(self):
        """Whether the second VF could not join; the first always can."""
        return not self.is_member(self.second)

    def is_up(self, interface):
        return self.facts()[interface]["linkinfo"]["info_slave_data"]["mii_status"] == "UP"

    def join(self):
        """The first one gives the bond its MAC, and is the active one where the mode has one."""
        ip("machine", f"link set {self.first} master bond0")
        wait_for(lambda: self.is_up(self.first))
        run("ip", "-n", "machine", "link", "set", self.second, "master", "bond0", check=False)
        if self.is_member(self.second):
            wait_for(lambda: self.is_up(self.second))

    def fail_over(self):
        ip("machine", f"link set {self.first} down")
        wait_for(lambda: self.active() == self.second)

    def fail(self):
        """The first one's link is lost and no second one is there."""
        ip("machine", f"link set {self.first} down")
        wait_for(lambda: self.facts()["bond0"]["operstate"] == "DOWN")

    def active(self):
        return self.facts()["bond0"]["linkinfo"]["info_data"].get("active_slave")


class Bonds(Case):
    SANITIZED = False  # as above

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("igbvf"))
        run("modprobe", "bonding", "max_bonds=0")
        for name in ("machine", "peer"):
            cls.enterClassContext(namespace(name))
        firsts, seconds = (cls.enterClassContext(vfs_on(pf, 2)) for pf in (EM1, EM2))
        cls.vfs = [firsts[0], seconds[0]]
        cls.peer = cls.enterClassContext(Port("peer", move_in("peer", seconds[1])))
        cls.cards = [Card.open(EM1), Card.open(EM2)]

    def prepare(self, macs=(A, B), trust=("off", "off"), check="on"):
        """Sets both VFs and gives their interfaces."""
        for pf, mac, trusted in zip(("em1", "em2"), macs, trust):
            set_vf(pf, mac=mac)
            set_vf(pf, trust=trusted)
            set_vf(pf, spoofchk=check)
        return [reload_vf(vf) for vf in self.vfs]

    def foretell(self, *words, **more):
        """The same with A and B instead of addresses."""
        names = {self.vfs[0]: "A", self.vfs[1]: "B", None: None}
        return {(code, names[device]): severity for (code, device), severity
                in foretell(self.vfs, *words, **more).items()}

    @contextlib.contextmanager
    def bond(self, interfaces, mode="active-backup", policy="none", more=""):
        for one in interfaces:
            run("ip", "link", "set", one, "netns", "machine")
        options = f"mode {mode} miimon 80 fail_over_mac {policy} {more}"
        ip("machine", f"link add bond0 type bond {options}", "link set bond0 up")
        try:
            bond = Bond(interfaces)
            bond.join()
            yield bond
        finally:
            ip("machine", "link del bond0")

    def drops(self, number, source):
        card = self.cards[number]
        return bool(card) and card.drops(0, source)

    def pass_frames(self, bond):
        """Five frames each way, from and to the bond's MAC, through the second VF."""
        mac, peer = bond.mac_of("bond0"), self.peer.mac
        with Port("machine", "bond0") as port, Port("machine", bond.second) as member:
            for _ in range(5):
                port.send(peer, mac, "question")
                self.peer.send(mac, peer, "answer")
            member.send(peer, member.mac, "last question")
            self.peer.send(BROADCAST, peer, "last answer")
            return (self.peer.count(mac, "question", "last question"),
                    port.count(peer, "answer", "last answer"), self.drops(1, mac))

    def watch_failover(self, bond):
        """What became of the bond: refused, broken, or works."""
        if bond.refuses():
            bond.fail()
            return "refused"
        bond.fail_over()
        return "works" if self.pass_frames(bond) == (5, 5, False) else "broken"

    def test_active_backup(self):
        """Admin MAC, trust and spoof check in all combinations."""
        for mac, trust, check, policy in itertools.product(
                (True, False), ("off", "on"), ("on", "off"), ("none", "active")):
            with self.subTest(admin_mac=mac, trust=trust, spoof_check=check, fail_over_mac=policy):
                interfaces = self.prepare((A, B) if mac else (NO_MAC, NO_MAC), (trust, trust),
                                          check)
                refused = mac and trust == "off" and policy == "none"
                found = self.foretell(policy=policy)
                with self.bond(interfaces, policy=policy) as bond:
                    outcome = self.watch_failover(bond)
                self.assertEqual(outcome, "refused" if refused else "works")
                self.assertEqual(found, {(REFUSED, "B"): "error"} if refused else {})

    def test_follow(self):
        """Both join, and the failover itself is what the PF refuses."""
        for trust, outcome, found in (
                (("off", "off"), "broken", {(REFUSED, "B"): "error", (REFUSED, "A"): "warning"}),
                (("off", "on"), "works", {(REFUSED, "A"): "warning"}),
                (("on", "off"), "broken", {(REFUSED, "B"): "error"}),
                (("on", "on"), "works", {})):
            with self.subTest(trust=trust):
                interfaces = self.prepare(trust=trust)
                self.assertEqual(self.foretell(policy="follow"), found)
                with self.bond(interfaces, policy="follow") as bond:
                    self.assertEqual(self.watch_failover(bond), outcome)
                    if outcome == "works":
                        self.assertEqual(self.share_a_mac(bond), (REFUSED, "A") in found)

    @staticmethod
    def share_a_mac(bond):
        return bond.mac_of(bond.first) == bond.mac_of(bond.second)

    def test_other_modes(self):
        """All give the second VF the first one's MAC when it joins."""
        for mode in MODES:
            for macs, trust in (((A, B), "off"), ((A, B), "on"), ((NO_MAC, NO_MAC), "off")):
                if mode == "active-backup":
                    continue
                with self.subTest(mode=mode, macs=macs, trust=trust):
                    interfaces = self.prepare(macs, (trust, trust), check="off")
                    found = self.foretell(mode)
                    with self.bond(interfaces, mode) as bond:
                        refused = bond.refuses()
                    self.assertEqual(refused, macs == (A, B) and trust == "off")
                    self.assertEqual(found.get((REFUSED, "B")), "error" if refused else None)

    def test_balance_alb(self):
        """MACs are swapped at a failover, and two VFs have the same where one may not."""
        for trust, shared in ((("off", "on"), True), (("on", "on"), False)):
            with self.subTest(trust=trust):
                interfaces = self.prepare(trust=trust)
                found = self.foretell("balance-alb")
                with self.bond(interfaces, "balance-alb") as bond:
                    self.assertEqual(self.watch_failover(bond), "works")
                    self.assertEqual(self.share_a_mac(bond), shared)
                self.assertEqual(found, {(REFUSED, "A"): "warning"} if shared else {})

    def test_same_mac(self):
        """What has the bond's MAC already needs no change, or one of the wrong kind."""
        for mode, policy, trust, refused, found in (
                ("active-backup", "none", "off", False, {}),
                ("active-backup", "active", "off", False, {}),
                ("active-backup", "follow", "on", False, {}),
                ("balance-xor", "none", "off", False, {}),
                ("balance-tlb", "none", "on", True, {(SAME, "B"): "error"}),
                ("balance-alb", "none", "on", True, {(SAME, "B"): "error"})):
            with self.subTest(mode=mode, policy=policy, trust=trust):
                interfaces = self.prepare((A, A), (trust, trust), check="off")
                self.assertEqual(self.foretell(mode, policy), found)
                with self.bond(interfaces, mode, policy) as bond:
                    self.assertEqual(bond.refuses(), refused)

    def test_same_mac_and_follow(self):
        """Newer kernels give the second one a random MAC, which the PF refuses; older ones leave
        it. The library cannot know which one the machine runs."""
        interfaces = self.prepare((A, A), check="off")
        self.assertEqual(self.foretell(policy="follow"),
                         {(REFUSED, "B"): "warning", (REFUSED, "A"): "warning"})
        with self.bond(interfaces, policy="follow") as bond:
            self.assertIn(self.watch_failover(bond), ("refused", "works"))

    def test_balance_tlb(self):
        """The one mode in which the spoof check meets a bond: each VF sends with its own MAC what
        is balanced over it, and the PF was told the bond's."""
        if not self.cards[1]:
            self.skipTest(NO_REGISTERS)
        for mode, check, dropped in (("balance-tlb", "on", True), ("balance-tlb", "off", False),
                                     ("balance-alb", "on", False)):
            with self.subTest(mode=mode, check=check):
                interfaces = self.prepare(trust=("on", "on"), check=check)
                found = self.foretell(mode)
                self.assertEqual(found.get((DROPS, "B")), "error" if dropped else None)
                self.assertEqual(found.get((DROPS, "A")), "warning" if dropped else None)
                with self.bond(interfaces, mode) as bond:
                    self.assertEqual(self.drops(1, B), dropped)
                    self.assertFalse(self.drops(0, A))
                    bond.fail_over()
                    self.assertEqual(self.drops(0, B), dropped)

    def test_source_in_balance_tlb(self):
        """Frames of many flows: those that go through the second VF have its own MAC."""
        interfaces = self.prepare(trust=("on", "on"), check="off")
        more = "tlb_dynamic_lb 0 xmit_hash_policy layer3+4"
        with self.bond(interfaces, "balance-tlb", more=more), \
                Port("machine", "bond0", IPV4) as port, \
                Port("peer", self.peer.interface, IPV4) as peer:
            for flow in range(32):
                port.send(peer.mac, A, "", udp(flow))
            sources = {peer.socket.recv(2048)[6:12].hex(":") for _ in range(4)}
        self.assertEqual(sources, {B})


def udp(flow):
    """An empty datagram."""
    ports = struct.pack("!HHHH", 1000 + 7 * flow, 2000 + 13 * flow, 8, 0)
    return struct.pack("!BBHHHBBH4s4s", 0x45, 0, 28, 0, 0, 64, 17, 0, bytes((10, 0, 0, 1)),
                       bytes((10, 0, 0, 2))) + ports


class Origin(Case):
    """The PF shows a MAC that the VF's driver made up just as it shows an admin MAC."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("igbvf", "vfio-pci"))
        firsts, seconds = (cls.enterClassContext(vfs_on(pf, 1)) for pf in (EM1, EM2))
        cls.vfs = firsts + seconds

    def expect(self, mac, severity):
        self.assertEqual(vf_infos("em2")[0]["address"], mac)
        self.assertEqual(foretell(self.vfs).get((REFUSED, self.vfs[1])), severity)

    def expect_given(self):
        """Whatever it has now: libvirt will give it one."""
        self.assertEqual(foretell(self.vfs, macs="given").get((REFUSED, self.vfs[1])), "error")

    def test_a_vf_twice(self):
        self.assert_refused("already", ["VF 0 of em2"], "foretell", "1", "80", "0", "own",
                            *self.vfs, self.vfs[1])

    def test_who_gave_it(self):
        folder = DEVICES / self.vfs[1] / "net"
        interface = interface_of(self.vfs[1])
        own = read(folder / interface / "address")
        # The VF tells its MAC when it is loaded or, where the PF was not ready then, with its link.
        run("ip", "link", "set", interface, "up")
        wait_for(lambda: vf_infos("em2")[0]["address"] == own)
        self.expect(own, None)
        self.expect_given()
        set_vf("em2", mac=B)
        self.expect(B, "error")
        interface = reload_vf(self.vfs[1])
        self.assertEqual(read(folder / interface / "address"), B)
        self.expect(B, "error")
        # From here on the host cannot tell.
        probe("bind", self.vfs[1], "vfio-pci")
        self.expect(B, "warning")
        self.expect_given()


if __name__ == "__main__":
    unittest.main()
