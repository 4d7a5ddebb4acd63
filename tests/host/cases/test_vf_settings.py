# SPDX-License-Identifier: LGPL-2.1-or-later
"""The settings of VFs against "ip link"."""

import errno
import json
import re
import unittest

from host import (Case, DEVICES, EM1, EM2, ask, modules, probe, read, run, trace, vf_infos, vfs_on,
                  wait_for)

SWITCH = {-1: None, 0: False, 1: True}
LINK_STATE = {0: "auto", 1: "enable", 2: "disable"}
UNSUPPORTED = 2
NO_MAC = "00:00:00:00:00:00"


def as_ip_tells(one):
    """What "ip" would tell of what the library told."""
    return {"vf": one["vf"], "address": one["mac"] or NO_MAC, "vlan": one["vlan_id"],
            "qos": one["vlan_qos"], "spoofchk": SWITCH[one["spoof_check"]],
            "trust": SWITCH[one["trust"]], "link_state": LINK_STATE[one["link_state"]],
            "rate": (one["min_rate_mbps"], one["max_rate_mbps"])}


def told_by_ip(name):
    answer = []
    for one in vf_infos(name):
        vlan = one["vlan_list"][0]
        answer.append({"vf": one["vf"], "address": one["address"], "vlan": vlan.get("vlan", 0),
                       "qos": vlan.get("qos", 0), "spoofchk": one.get("spoofchk"),
                       "trust": one.get("trust"), "link_state": one["link_state"],
                       "rate": (one["rate"]["min_tx"], one["rate"]["max_tx"])})
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

    def test_rates(self):
        """igb has a maximum on this card, and nothing else."""
        for rate in ("500", "1000", "0"):
            probe("set", "em1", "4", "max_rate", rate)
            self.expect({4: {"rate": (0, int(rate))}})
        probe("set", "em1", "4", "rates", "0", "300")
        self.expect({4: {"rate": (0, 300)}})
        for words in (("min_rate", "10"), ("rates", "10", "300")):
            error = self.assert_refused("unsupported", ("VF 4", "em1", EM1, "igb", "minimum"),
                                        "set", "em1", "4", *words)
            self.assertEqual((error["attribute"], error["errno"], error["vf"]),
                             ("IFLA_VF_RATE", errno.EINVAL, 4))
        error = self.assert_refused("failed", ("VF 4", "em1", EM1, "igb", "speed"),
                                    "set", "em1", "4", "max_rate", "1001")
        self.assertEqual(error["errno"], errno.EINVAL)
        self.expect({4: {"rate": (0, 300)}})
        probe("set", "em1", "4", "max_rate", "0")
        self.expect({})

    def test_rates_without_a_link(self):
        run("ip", "link", "set", "em1", "down")
        try:
            self.assert_refused("failed", ("VF 0", "em1", EM1, "igb", "link"),
                                "set", "em1", "0", "max_rate", "500")
        finally:
            run("ip", "link", "set", "em1", "up")
            wait_for(lambda: read("/sys/class/net/em1/carrier") == "1")

    def test_what_igb_does_not_have(self):
        """With the kernel's own reason, which ip gives too."""
        cases = (("rss_query", "IFLA_VF_RSS_QUERY_EN", errno.EOPNOTSUPP, ("on",)),
                 ("vlan", "IFLA_VF_VLAN_LIST", errno.EPROTONOSUPPORT, ("100", "0", "0x88a8")),
                 ("node_guid", "IFLA_VF_IB_NODE_GUID", errno.EOPNOTSUPP, ("0002c90300216e70",)),
                 ("port_guid", "IFLA_VF_IB_PORT_GUID", errno.EOPNOTSUPP, ("0002c90300216e70",)))
        with self.unchanged():
            for name, attribute, number, words in cases:
                with self.subTest(name):
                    error = self.assert_refused("unsupported", ("VF 2", "em1", EM1, "igb"),
                                                "set", "em1", "2", name, *words)
                    self.assertEqual((error["attribute"], error["errno"], error["vf"]),
                                     (attribute, number, 2))
        for words, text in ((("query_rss", "on"), "not supported"),
                            (("vlan", "100", "proto", "802.1ad"), "protocol not supported")):
            self.assertIn(text, run("sh", "-c", "ip link set em1 vf 2 $0 2>&1; true",
                                    " ".join(words)).lower())
        # a VLAN is taken away whatever protocol is named
        probe("set", "em1", "2", "vlan", "0", "0", "0x88a8")
        self.expect({})

    def test_answers(self):
        run("ip", "link", "set", "em1", "vf", "6", "mac", "52:54:00:aa:00:06", "vlan", "9")
        first, last = (probe("settings", "em1")["settings"][index]["answers"] for index in (0, 6))
        same = {"broadcast": "value", "rates": "not-set", "min-rate": "unsupported",
                "max-rate": "not-set", "spoof-check": "value", "trust": "value",
                "link-state": "unsupported", "rss-query": "unsupported",
                "node-guid": "unsupported", "port-guid": "unsupported"}
        mac = "not-set" if self.before[0]["address"] == NO_MAC else "value"
        self.assertEqual(first, {**same, "mac": mac, "vlan": "not-set"})
        self.assertEqual(last, {**same, "mac": "value", "vlan": "value"})
        run("ip", "link", "set", "em1", "vf", "6", "vlan", "0")

    def test_igb_has_no_statistics(self):
        """ip shows zeroes, which are no counters."""
        told = probe("statistics", "em1")["statistics"]
        self.assertEqual([one["vf"] for one in told], list(range(7)))
        for one, info in zip(told, json.loads(
                run("ip", "-s", "-d", "-j", "link", "show", "em1"))[0]["vfinfo_list"]):
            self.assertEqual(one.pop("answer"), UNSUPPORTED)
            self.assertEqual(set(info["stats"]["rx"].values()), {0})
            self.assertEqual({value for key, value in one.items() if key != "vf"}, {0})
        self.assertEqual(probe("statistics", "em1", "6")["statistics"][0]["vf"], 6)

    def test_many_changes(self):
        """What igb has is made, what it has not is named, and nothing keeps the other back."""
        lines = ["all trust on", "all link_state enable", "3 vlan 33 3", "3 max_rate 300",
                 "4 vlan 44 0 0x88a8", "5 mac 52:54:00:cc:00:05", "9 spoof_check off"]
        answer = ask("change", "em1", input="\n".join(lines) + "\n")[1]
        error = answer["error"]
        self.assertEqual((error["code"], error["device"]), ("partial", EM1))
        self.assertIn("9 of 19 changes of its VFs failed, the others were made", error["message"])
        self.assertEqual(
            [(cause["code"], cause["vf"], cause["attribute"]) for cause in error["causes"]],
            [("unsupported", index, "IFLA_VF_LINK_STATE") for index in range(7)] +
            [("unsupported", 4, "IFLA_VF_VLAN_LIST"), ("not-found", 9, "IFLA_VF_SPOOFCHK")])
        self.assertEqual([one["result"] for one in answer["results"]],
                         ["applied"] * 7 + ["refused"] * 7 + ["applied", "applied", "refused",
                                                              "applied", "refused"])
        changes = {index: {"trust": True} for index in range(7)}
        changes[3].update({"vlan": 33, "qos": 3, "rate": (0, 300)})
        changes[5].update({"address": "52:54:00:cc:00:05"})
        self.expect(changes)
        back = ["3 vlan 0 0", "3 max_rate 0", *(
            f"{one['vf']} trust {'on' if one['trust'] else 'off'}" for one in self.before)]
        self.assertNotIn("error", ask("change", "em1", input="\n".join(back) + "\n")[1])
        self.expect({5: {"address": "52:54:00:cc:00:05"}})

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
               ("vlan", "100", "8"), ("vlan", "0", "1"), ("link_state", "3"),
               ("rates", "20", "10")]
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


class VfElsewhere(Case):
    """Who has the VF's interface does not matter: its settings are the PF's."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("igbvf"))
        cls.address, = cls.enterClassContext(vfs_on(EM2, 1))
        name = wait_for(lambda: next((DEVICES / cls.address / "net").glob("*"), None)).name
        run("ip", "netns", "add", "elsewhere")
        cls.addClassCleanup(run, "ip", "netns", "del", "elsewhere")
        run("ip", "link", "set", name, "netns", "elsewhere")

    def test_settings(self):
        self.assertEqual(list((DEVICES / self.address / "net").glob("*")), [])
        probe("set", "em2", "0", "mac", "52:54:00:dd:00:01")
        probe("set", "em2", "0", "vlan", "77", "7")
        answer = ask("change", "em2", input="all trust on\n0 spoof_check off\n")[1]
        self.assertEqual([one["result"] for one in answer["results"]], ["applied"] * 2)
        told, = told_by_ip("em2")
        self.assertEqual((told["address"], told["vlan"], told["qos"], told["trust"],
                          told["spoofchk"]), ("52:54:00:dd:00:01", 77, 7, True, False))
        self.assertEqual(as_ip_tells(probe("settings", "em2")["settings"][0]), told)


if __name__ == "__main__":
    unittest.main()
