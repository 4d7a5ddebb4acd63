# SPDX-License-Identifier: LGPL-2.1-or-later
"""More VFs than a card here has: netdevsim's, against ip as far as that can see them."""

import errno
import json
import re
import subprocess
import tempfile
import unittest

import netdevsim
from host import Case, ask, environment, probe, program, refusal, run, vf_infos

NEEDS = "--netdevsim"

# The length of the list wraps behind 334 VFs, with their statistics behind 220; ip asks for these,
# and from there on shows fewer than there are.
COUNTS = 1, 100, 199, 200, 219, 220, 221, 333, 334, 335, 1000
SEEN_BY_IP = 220
# Bytes of a task.
WORKER_MOST = 65536

STATES = "auto", "enable", "disable"
PROTOCOLS = 0x8100, 0x88a8
COUNTERS = ("rx_packets", "tx_packets", "rx_bytes", "tx_bytes", "broadcast", "multicast",
            "rx_dropped", "tx_dropped")
SWITCH = {True: "on", False: "off"}


def wanted(index, salt=1):
    """Settings that tell each VF from its neighbours."""
    return {
        "mac": f"02:{salt:02x}:00:00:{index >> 8:02x}:{index & 255:02x}",
        "vlan_id": (index + salt) % 4094 + 1,
        "vlan_qos": index % 8,
        "vlan_protocol": PROTOCOLS[index % 5 == 0],
        "min_rate_mbps": index + salt,
        "max_rate_mbps": 2000 + index,
        "spoof_check": (index + salt) % 2,
        "trust": int(index % 3 == 0),
        "link_state": (index + salt) % 3,
        "rss_query": int(index % 7 == 0),
    }


def as_lines(index, one):
    """The same as changes of the probe."""
    yield f"{index} mac {one['mac']}"
    yield f"{index} vlan {one['vlan_id']} {one['vlan_qos']} {one['vlan_protocol']}"
    yield f"{index} rates {one['min_rate_mbps']} {one['max_rate_mbps']}"
    yield f"{index} link_state {STATES[one['link_state']]}"
    for name in ("spoof_check", "trust", "rss_query"):
        yield f"{index} {name} {SWITCH[bool(one[name])]}"


def as_ip_writes(interface, index, one):
    """The same as a line of "ip -batch"."""
    protocol = ("802.1Q", "802.1ad")[PROTOCOLS.index(one["vlan_protocol"])]
    return (f"link set {interface} vf {index} mac {one['mac']} vlan {one['vlan_id']}"
            f" qos {one['vlan_qos']} proto {protocol}"
            f" max_tx_rate {one['max_rate_mbps']} min_tx_rate {one['min_rate_mbps']}"
            f" spoofchk {SWITCH[bool(one['spoof_check'])]} trust {SWITCH[bool(one['trust'])]}"
            f" query_rss {SWITCH[bool(one['rss_query'])]} state {STATES[one['link_state']]}\n")


def as_ip_tells(info):
    vlan = info["vlan_list"][0]
    return {
        "mac": info["address"],
        "vlan_id": vlan.get("vlan", 0),
        "vlan_qos": vlan.get("qos", 0),
        "vlan_protocol": 0x88a8 if vlan.get("protocol", "").lower() == "802.1ad" else 0x8100,
        "min_rate_mbps": info["rate"]["min_tx"],
        "max_rate_mbps": info["rate"]["max_tx"],
        "spoof_check": int(info["spoofchk"]),
        "trust": int(info["trust"]),
        "link_state": STATES.index(info["link_state"]),
        "rss_query": int(info["query_rss_en"]),
    }


def door(*words, given=None):
    """The library's inside, for what its interface refuses before it is sent."""
    done = subprocess.run((program("tests/host/tools/vf_door"), *words), input=given,
                          text=True, capture_output=True, timeout=60, env=environment())
    if done.returncode or done.stderr:
        raise AssertionError(f"vf_door {words} ended with {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)


class ManyVfs(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if subprocess.run(("modinfo", "netdevsim"), capture_output=True, timeout=60).returncode:
            raise unittest.SkipTest("no netdevsim: start the test host with --netdevsim")
        cls.interface = cls.enterClassContext(netdevsim.device())
        folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.tree = netdevsim.Tree(folder, cls.interface)
        cls.sysfs = "--sysfs", folder

    def make(self, count):
        netdevsim.make(count)
        self.tree.make(count)

    def settings(self):
        return probe(*self.sysfs, "settings", netdevsim.PF)["settings"]

    def change(self, lines, **how):
        return ask(*self.sysfs, "change", netdevsim.PF, input="\n".join(lines) + "\n", **how)[1]

    def expect(self, settings):
        """Told whole and in order, and by ip as far as it sees them."""
        told = self.settings()
        self.assertEqual([one["vf"] for one in told], list(range(len(settings))))
        for one, expected in zip(told, settings):
            self.assertEqual({key: one[key] for key in expected}, expected)
            self.assertEqual(one["broadcast"], "ff:ff:ff:ff:ff:ff")
        infos = vf_infos(self.interface)
        if len(settings) <= SEEN_BY_IP:
            self.assertEqual(len(infos), len(settings))
        self.assertTrue(infos)
        for info, expected in zip(infos, settings):
            self.assertEqual(as_ip_tells(info), expected)

    def expect_statistics(self, count):
        """netdevsim counts nothing, which the kernel tells as zeroes."""
        told = probe(*self.sysfs, "statistics", netdevsim.PF)["statistics"]
        self.assertEqual(told, [{"vf": index, "answer": -1, **dict.fromkeys(COUNTERS, 0)}
                                for index in range(count)])

    def test_every_setting_of_every_vf(self):
        for count in COUNTS:
            with self.subTest(count=count):
                self.make(count)
                settings = [wanted(index) for index in range(count)]
                lines = [line for index in range(count)
                         for line in as_lines(index, settings[index])]
                answer = self.change(lines)
                self.assertNotIn("error", answer)
                self.assertEqual({one["result"] for one in answer["results"]}, {"applied"})
                self.assertEqual(len(answer["results"]), len(lines))
                self.expect(settings)
                self.expect_statistics(count)

    def test_what_ip_wrote(self):
        """Where ip no longer sees what it wrote, the library does."""
        for count in (335, 1000):
            with self.subTest(count=count):
                self.make(count)
                settings = [wanted(index, 2) for index in range(count)]
                run("ip", "-batch", "-", input="".join(
                    as_ip_writes(self.interface, index, one)
                    for index, one in enumerate(settings)))
                self.expect(settings)

    def test_no_vfs(self):
        self.make(0)
        self.assertEqual(self.settings(), [])
        self.expect_statistics(0)
        self.assertEqual(self.change(["all trust on"]), {"results": []})

    def test_answers(self):
        """Not set, a value, and what netdevsim does not have."""
        self.make(2)
        changes = [line for line in as_lines(1, wanted(1))]
        self.assertNotIn("error", self.change(changes))
        value = {"broadcast": "value", "spoof-check": "value", "trust": "value",
                 "link-state": "value", "rss-query": "value", "node-guid": "unsupported",
                 "port-guid": "unsupported"}
        own = ("mac", "vlan", "rates", "min-rate", "max-rate")
        first, second = self.settings()
        self.assertEqual(first["answers"], {**value, **dict.fromkeys(own, "not-set")})
        self.assertEqual(second["answers"], {**value, **dict.fromkeys(own, "value")})
        for name in ("node_guid", "port_guid"):
            error = refusal(*self.sysfs, "set", netdevsim.PF, "0", name, "0002c90300216e70")
            self.assertEqual((error["code"], error["vf"], error["attribute"]),
                             ("unsupported", 0, f"IFLA_VF_IB_{name.upper()}"))
            self.assertIn("InfiniBand", error["message"])
            self.assertIn("netdevsim", error["message"])

    def test_each_setter(self):
        """One setting of the last of 335 VFs, and its neighbours as they were."""
        self.make(335)
        # netdevsim tells no protocol where no VLAN was ever set
        expected = [{**as_ip_tells(vf_infos(self.interface)[0]), "vlan_protocol": 0}] * 334
        one = dict(expected[0])
        steps = (("mac", "02:00:00:00:00:07"), ("vlan", "7", "3", "0x88a8"), ("vlan", "9", "1"),
                 ("vlan", "0"), ("rates", "10", "100"), ("min_rate", "20"), ("max_rate", "200"),
                 ("spoof_check", "on"), ("trust", "on"), ("link_state", "disable"),
                 ("rss_query", "on"))
        after = ({"mac": "02:00:00:00:00:07"},
                 {"vlan_id": 7, "vlan_qos": 3, "vlan_protocol": 0x88a8},
                 {"vlan_id": 9, "vlan_qos": 1, "vlan_protocol": 0x8100},
                 {"vlan_id": 0, "vlan_qos": 0, "vlan_protocol": 0x8100},
                 {"min_rate_mbps": 10, "max_rate_mbps": 100},
                 {"min_rate_mbps": 20}, {"max_rate_mbps": 200}, {"spoof_check": 1}, {"trust": 1},
                 {"link_state": 2}, {"rss_query": 1})
        for words, changed in zip(steps, after):
            with self.subTest(words):
                probe(*self.sysfs, "set", netdevsim.PF, "334", *words)
                one.update(changed)
                told = self.settings()
                for vf, facts in zip(told, [*expected, one], strict=True):
                    mac = vf["mac"] or "00:00:00:00:00:00"
                    self.assertEqual({**{key: vf[key] for key in facts}, "mac": mac}, facts)

    def test_rates_keep_each_other(self):
        """Also when both are changed by the same set of changes, in any order."""
        self.make(3)
        answer = self.change(["0 rates 10 100", "1 max_rate 50", "1 min_rate 5", "2 min_rate 7",
                              "2 max_rate 70", "0 max_rate 90"])
        self.assertNotIn("error", answer)
        self.assertEqual([one["result"] for one in answer["results"]],
                         ["accepted", "applied", "applied", "applied", "applied", "applied"])
        told = [as_ip_tells(info) for info in vf_infos(self.interface)]
        self.assertEqual([(one["min_rate_mbps"], one["max_rate_mbps"]) for one in told],
                         [(10, 90), (5, 50), (7, 70)])
        error = refusal(*self.sysfs, "set", netdevsim.PF, "0", "min_rate", "91")
        self.assertEqual(error["code"], "failed")
        self.assertIn("the minimum would be above the maximum", error["message"])

    def test_some_are_refused(self):
        """VFs that are not there: these are named, the others are set."""
        self.make(1000)
        answer = self.change([f"{index} vlan {index % 4000 + 1} 0" for index in range(990, 1010)]
                             + ["all trust on"])
        error = answer["error"]
        self.assertEqual(error["code"], "partial")
        self.assertIn("10 of 1020 changes of its VFs failed, the others were made",
                      error["message"])
        self.assertEqual([(cause["code"], cause["vf"], cause["attribute"], cause["errno"])
                          for cause in error["causes"]],
                         [("not-found", index, "IFLA_VF_VLAN", errno.EINVAL)
                          for index in range(1000, 1010)])
        for cause in error["causes"]:
            self.assertIn("the PF has VFs 0 to 999 now", cause["message"])
        results = answer["results"]
        self.assertEqual([one["result"] for one in results],
                         ["applied"] * 10 + ["refused"] * 10 + ["applied"] * 1000)
        self.assertEqual([one.get("error") for one in results[10:20]], error["causes"])
        told = self.settings()
        self.assertEqual([one["vlan_id"] for one in told], [0] * 990 + list(range(991, 1001)))
        self.assertEqual({one["trust"] for one in told}, {1})

    def test_the_kernel_refuses_some(self):
        """Multicast MACs, which the interface of the library does not let through."""
        self.make(1000)
        before = [one["mac"] for one in door(self.interface)]
        lines = [f"{index} mac {3 if index % 60 == 59 else 2:02x}:02:00:00:{index >> 8:02x}:"
                 f"{index & 255:02x}" for index in range(1010)]
        refused = door(self.interface, "set", given="\n".join(lines))
        self.assertEqual([(one["position"], one["errno"]) for one in refused],
                         [(index, errno.EINVAL) for index in range(1010)
                          if index % 60 == 59 or index >= 1000])
        self.assertEqual([one["mac"] for one in door(self.interface)],
                         [before[index] if index % 60 == 59 else lines[index].split()[2]
                          for index in range(1000)])

    def calls(self, lines):
        """The system calls between the two marks, and the answer."""
        with tempfile.NamedTemporaryFile("r") as file:
            answer = self.change(lines, traced=True, prefix=(
                "strace", "-f", "-qq", "-v", "-s", "1000000", "-o", file.name,
                "-e", "trace=all"))
            told = file.read().splitlines()
        first, second = (at for at, line in enumerate(told) if "close(-1)" in line)
        # memory is no matter of the kernel's answers; what waits is told by a second line at its end
        return [line for line in told[first + 1:second]
                if not re.search(r"\b(mmap|munmap|mremap|brk|madvise)\(|resumed>", line)], answer

    @staticmethod
    def sends(calls):
        """Not the answers, which have the heads of what was sent in them."""
        return [line for line in calls if re.search(r"\bsend\w*\(.*RTM_SETLINK", line)]

    def test_system_calls(self):
        """Four settings of 128 VFs: one send and one reading back, each with the worker that does it
        and what it takes to watch over that."""
        self.make(128)
        calls, answer = self.calls(line for index in range(128)
                                   for line in list(as_lines(index, wanted(index, 3)))[:4])
        self.assertEqual({one["result"] for one in answer["results"]}, {"applied"})
        self.assertEqual(len(answer["results"]), 512)
        self.assertLessEqual(len(calls), 48, calls)
        sends = self.sends(calls)
        self.assertEqual(len(sends), 1)
        self.assertEqual(sends[0].count("RTM_SETLINK"), 512)
        self.assertEqual(len(re.findall("NLM_F_ACK", sends[0])), 1)

    def test_more_than_a_send(self):
        """Split where a worker takes no more, and for no other reason."""
        self.make(1000)
        lines = [line for index in range(1000) for line in as_lines(index, wanted(index, 4))]
        calls, answer = self.calls(lines)
        self.assertNotIn("error", answer)
        self.assertEqual({one["result"] for one in answer["results"]}, {"applied"})
        sends = self.sends(calls)
        self.assertEqual(sum(line.count("RTM_SETLINK") for line in sends), len(lines))
        sizes = [sum(map(int, re.findall(r"nlmsg_len=(\d+)", line))) for line in sends]
        self.assertTrue(all(size > WORKER_MOST - 200 for size in sizes[:-1]), sizes)
        self.assertLessEqual(max(sizes), WORKER_MOST)
        self.expect([wanted(index, 4) for index in range(1000)])


if __name__ == "__main__":
    unittest.main()
