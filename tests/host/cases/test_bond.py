# SPDX-License-Identifier: LGPL-2.1-or-later
"""Bonds of the host against ip, and their options against the bonding module itself."""

import contextlib
import unittest

from host import EM1, Case, ip_link, loaded, probe, run, unload, wait_for

POLICIES = ("none", "active", "follow")


@contextlib.contextmanager
def bond(options, *members):
    """bond0 over ports that are as before in the end."""
    run("ip", "link", "add", "bond0", "type", "bond", *options.split())
    try:
        for member in members:
            run("ip", "link", "set", member, "down")
            run("ip", "link", "set", member, "master", "bond0")
        run("ip", "link", "set", "bond0", "up")
        yield
    finally:
        run("ip", "link", "del", "bond0")
        for member in members:
            run("ip", "link", "set", member, "up")


class Reading(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.addClassCleanup(unload, loaded())
        run("modprobe", "bonding", "max_bonds=0")

    def compare(self, told):
        """What ip says of the same."""
        other = ip_link(told["name"])["linkinfo"]["info_data"]
        self.assertEqual(told["mode_name"], other["mode"])
        for key in ("miimon", "updelay", "downdelay"):
            self.assertEqual(told[f"{key}_ms"], other[key])
        self.assertEqual(told["primary"], other.get("primary"))
        self.assertEqual(told["active_member"], other.get("active_slave"))
        self.assertEqual(POLICIES[told["fail_over_mac"]], other.get("fail_over_mac", "none"))

    def test_walkthrough(self):
        with bond("mode 1 miimon 80 updelay 30000 primary_reselect better", "em1", "em2"):
            run("ip", "link", "set", "bond0", "type", "bond", "primary", "em2")
            wait_for(lambda: ip_link("bond0")["linkinfo"]["info_data"].get("active_slave"))
            told = probe("bond", "bond0")
            self.compare(told)
            self.assertEqual(told["members"], ["em1", "em2"])
            self.assertEqual(told["options"], "mode=1 miimon=80 updelay=30000 primary=em2 "
                                              "primary_reselect=better")
            for member in ("em1", "em2"):
                self.assertEqual(probe("bond-above", member), told)
            self.assert_refused("invalid", [EM1], "bond-above", EM1)

    def test_every_mode(self):
        for mode in range(7):
            for policy in POLICIES if mode == 1 else ("none",):
                with self.subTest(mode=mode, fail_over_mac=policy), \
                        bond(f"mode {mode} miimon 100 fail_over_mac {policy}"):
                    told = probe("bond", "bond0")
                    self.compare(told)
                    self.assertEqual((told["mode"], told["members"]), (mode, []))

    def test_a_new_bond_has_no_options_but_its_mode(self):
        with bond(""):
            self.assertEqual(probe("bond", "bond0")["options"], "mode=0")

    def test_what_is_no_bond(self):
        before = loaded()
        run("ip", "link", "add", "br0", "type", "bridge")
        try:
            run("ip", "link", "set", "em1", "master", "br0")
            self.assert_refused("not-found", ["em1", "br0", "bridge"], "bond-above", "em1")
            self.assert_refused("not-found", ["br0"], "bond", "br0")
        finally:
            run("ip", "link", "del", "br0")
            unload(before)
        self.assert_refused("not-found", ["em1"], "bond-above", "em1")
        self.assert_refused("not-found", ["em1"], "bond", "em1")
        self.assert_refused("not-found", ["em9"], "bond-above", "em9")


class Options(Case):
    """A bond made by the module with the options that were read has the same again."""

    def read_back(self, options):
        before = loaded()
        run("modprobe", "bonding", "max_bonds=1", *options.split())
        try:
            return probe("bond", "bond0")["options"]
        finally:
            unload(before)

    def test_taken_by_the_module(self):
        for options in (
                "mode=1 miimon=80 updelay=30000 downdelay=160 fail_over_mac=active",
                "mode=1 miimon=100 fail_over_mac=follow num_grat_arp=3 resend_igmp=4",
                "mode=1 arp_interval=1000 arp_ip_target=192.0.2.1,192.0.2.254 arp_validate=all "
                "arp_all_targets=all",
                "mode=4 miimon=100 xmit_hash_policy=layer3+4 lacp_rate=fast ad_select=bandwidth "
                "min_links=2",
                "mode=2 miimon=100 xmit_hash_policy=layer2+3 all_slaves_active=1",
                "mode=6 miimon=100 lp_interval=5",
                "mode=0 miimon=100 packets_per_slave=2"):
            with self.subTest(options):
                self.assertEqual(self.read_back(options), options)


if __name__ == "__main__":
    unittest.main()
