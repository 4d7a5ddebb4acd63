# SPDX-License-Identifier: LGPL-2.1-or-later
"""The settings of VFs against "ip link"."""

import re
import unittest

from host import Case, EM1, modules, probe, run, trace, vf_infos, vfs_on

SWITCH = {-1: None, 0: False, 1: True}
LINK_STATE = {0: "auto", 1: "enable", 2: "disable"}
NO_MAC = "00:00:00:00:00:00"


def as_ip_tells(one):
    """What "ip" would tell of what the library told."""
    return {"vf": one["vf"], "address": one["mac"] or NO_MAC, "vlan": one["vlan_id"],
            "qos": one["vlan_qos"], "spoofchk": SWITCH[one["spoof_check"]],
            "trust": SWITCH[one["trust"]], "link_state": LINK_STATE[one["link_state"]]}


def told_by_ip(name):
    answer = []
    for one in vf_infos(name):
        vlan = one["vlan_list"][0]
        answer.append({"vf": one["vf"], "address": one["address"], "vlan": vlan.get("vlan", 0),
                       "qos": vlan.get("qos", 0), "spoofchk": one.get("spoofchk"),
                       "trust": one.get("trust"), "link_state": one["link_state"]})
    return answer


class Igb(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # strace has it loaded, to tell sockets apart
        cls.enterClassContext(modules("netlink_diag"))
        cls.enterClassContext(vfs_on(EM1, 7))

    def setUp(self):
        self.before = told_by_ip("em1")
        self.assertEqual([one["vf"] for one in self.before], list(range(7)))

    def expect(self, changes):
        """Exactly these changes, told by both."""
        expected = [{**one, **changes.get(one["vf"], {})} for one in self.before]
        self.assertEqual(told_by_ip("em1"), expected)
        told = probe("settings", "em1")["settings"]
        self.assertEqual([as_ip_tells(one) for one in told], expected)
        return told

    def test_read_what_ip_wrote(self):
        run("ip", "link", "set", "em1", "vf", "1", "mac", "52:54:00:aa:00:01", "vlan", "4094",
            "qos", "7", "spoofchk", "off", "trust", "on")
        told = self.expect({1: {"address": "52:54:00:aa:00:01", "vlan": 4094, "qos": 7,
                                "spoofchk": False, "trust": True}})
        self.assertEqual({one["vlan_protocol"] for one in told}, {0x8100})
        self.assertEqual([one["mac"] for one in told].count(None),
                         [one["address"] for one in told_by_ip("em1")].count(NO_MAC))
        run("ip", "link", "set", "em1", "vf", "1", "vlan", "0", "spoofchk", "on", "trust", "off")
        self.expect({1: {"address": "52:54:00:aa:00:01"}})

    def test_mac(self):
        for index in (0, 6):
            probe("set", "em1", str(index), "mac", f"52:54:00:bb:00:0{index}")
        self.expect({index: {"address": f"52:54:00:bb:00:0{index}"} for index in (0, 6)})
        probe("set", "em1", "6", "mac", "52:54:00:BB:CC:DD")
        self.expect({0: {"address": "52:54:00:bb:00:00"}, 6: {"address": "52:54:00:bb:cc:dd"}})

    def test_no_mac(self):
        probe("set", "em1", "2", "mac", "52:54:00:bb:00:02")
        probe("set", "em1", "2", "mac", NO_MAC)
        self.expect({2: {"address": NO_MAC}})
        self.assertIsNone(probe("settings", "em1")["settings"][2]["mac"])

    def test_vlan(self):
        for vlan, qos in ((1, 0), (100, 5), (4094, 7), (0, 0)):
            probe("set", "em1", "3", "vlan", str(vlan), str(qos))
            self.expect({3: {"vlan": vlan, "qos": qos}})

    def test_switches(self):
        for setting, key in (("spoof_check", "spoofchk"), ("trust", "trust")):
            was = self.before[5][key]
            for value in (not was, was):
                probe("set", "em1", "5", setting, "on" if value else "off")
                self.expect({5: {key: value}})

    def test_link_state_is_unsupported_by_igb(self):
        self.assertIn("not supported", run(
            "sh", "-c", "ip link set em1 vf 0 state enable 2>&1; true").lower())
        with self.unchanged():
            error = self.assert_refused("unsupported", ("VF 0", "em1", EM1, "igb"),
                                        "set", "em1", "0", "link_state", "enable")
            self.assertEqual((error["attribute"], error["vf"], error["device"]),
                             ("IFLA_VF_LINK_STATE", 0, EM1))
            error = self.assert_refused("unsupported", ("em1", EM1, "igb"),
                                        "set-all", "em1", "link_state", "enable")
        self.assertEqual([(cause["code"], cause["vf"]) for cause in error["causes"]],
                         [("unsupported", index) for index in range(7)])

    def test_all_in_one_send(self):
        for setting, key in (("spoof_check", "spoofchk"), ("trust", "trust")):
            was = self.before[0][key]
            for value in (not was, was):
                lines, _ = trace("trace=sendmsg,sendto,sendmmsg", "set-all", "em1", setting,
                                 "on" if value else "off")
                sends = [line for line in lines if "RTM_SETLINK" in line]
                self.assertEqual(len(sends), 1, lines)
                self.assertEqual(sends[0].count("RTM_SETLINK"), 7)
                self.expect({index: {key: value} for index in range(7)})

    def test_bad_values(self):
        bad = [("mac", ""), ("mac", "52:54:00:aa:00"), ("mac", "52:54:00:aa:00:0g"),
               ("mac", "52-54-00-aa-00-01"), ("mac", "52:54:00:aa:00:01:02"),
               ("mac", " 52:54:00:aa:00:01"), ("mac", "01:00:5e:00:00:01"),
               ("mac", "ff:ff:ff:ff:ff:ff"), ("vlan", "4095", "0"), ("vlan", "65536", "0"),
               ("vlan", "100", "8"), ("vlan", "0", "1"), ("link_state", "3")]
        with self.unchanged():
            for words in bad:
                with self.subTest(words):
                    error = self.assert_refused("invalid", (), "set", "em1", "0", *words)
                    wrong = words[2] if words[2:] and words[1] in ("100", "0") else words[1]
                    self.assertIn(wrong, error["message"])
            self.assert_refused("invalid", ("mac", "NULL"), "set", "em1", "0", "mac", "NULL")

    def test_no_such_vf(self):
        with self.unchanged():
            error = self.assert_refused("not-found", ("em1", "7"), "set", "em1", "7", "trust", "on")
        self.assertEqual((error["device"], error["vf"]), (EM1, 7))

    def test_a_pf_without_vfs(self):
        self.assertEqual(probe("settings", "em2"), {"settings": []})
        self.assertEqual(vf_infos("em2"), [])
        probe("set-all", "em2", "trust", "on")

    def test_interface_in_another_namespace(self):
        """It cannot be asked from here."""
        run("ip", "netns", "add", "elsewhere")
        self.addCleanup(run, "ip", "netns", "del", "elsewhere")
        run("ip", "link", "set", "em1", "netns", "elsewhere")
        try:
            for words in (("settings", EM1), ("set", EM1, "0", "trust", "on"),
                          ("set-all", EM1, "trust", "on")):
                self.assert_refused("not-found", (EM1, "namespace"), *words)
            self.assertFalse(self.trusted_elsewhere())
            # there, with the sysfs of that namespace, it is reached
            for value in (True, False):
                probe("set", EM1, "0", "trust", "on" if value else "off",
                      prefix=("ip", "netns", "exec", "elsewhere"))
                self.assertEqual(self.trusted_elsewhere(), value)
        finally:
            run("ip", "-n", "elsewhere", "link", "set", "em1", "netns", "1")
            run("ip", "link", "set", "em1", "up")

    @staticmethod
    def trusted_elsewhere():
        told = run("ip", "-n", "elsewhere", "link", "show", "em1")
        return bool(re.search(r"vf 0 .*trust on", told))


if __name__ == "__main__":
    unittest.main()
