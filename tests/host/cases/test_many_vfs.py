# SPDX-License-Identifier: LGPL-2.1-or-later
"""More VFs than a card here has: netdevsim's, against ip as far as that can see them."""

import errno
import json
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

from host import Case, environment, modules, program, vf_infos, wait_for

NEEDS = "--netdevsim"

BUS = Path("/sys/bus/netdevsim")
DEVICE = BUS / "devices/netdevsim1"
LIMIT = Path("/sys/kernel/debug/netdevsim/netdevsim1/max_vfs")

# The length of the list wraps behind 334 VFs, for ip, which asks for their statistics too, behind
# 220: from there on it shows fewer.
COUNTS = 1, 220, 334, 335, 1000
SEEN_BY_IP = 220


def door(*words, prefix=(), given=None, **how):
    done = subprocess.run((*prefix, program("tests/host/tools/vf_door"), *words), input=given,
                          text=True, capture_output=True, timeout=60, env=environment(**how))
    if done.returncode or done.stderr:
        raise AssertionError(f"vf_door {words} ended with {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)


def wanted(index):
    """Settings that tell each VF from its neighbours."""
    return {
        "mac": f"02:01:00:00:{index >> 8:02x}:{index & 255:02x}",
        "vlan_id": index + 1,
        "vlan_qos": index % 8,
        "spoof_check": index % 2,
        "trust": int(index % 3 == 0),
        "link_state": index % 3,
    }


def changes(count):
    """The same as lines, setting by setting."""
    settings = [wanted(index) for index in range(count)]
    for key in ("mac", "spoof_check", "trust", "link_state"):
        yield [f"{index} {key} {one[key]}" for index, one in enumerate(settings)]
    yield [f"{index} vlan {one['vlan_id']} {one['vlan_qos']}"
           for index, one in enumerate(settings)]


def told_by_ip(info):
    vlan = info["vlan_list"][0]
    return {
        "mac": info["address"],
        "vlan_id": vlan.get("vlan", 0),
        "vlan_qos": vlan.get("qos", 0),
        "spoof_check": int(info["spoofchk"]),
        "trust": int(info["trust"]),
        "link_state": ("auto", "enable", "disable").index(info["link_state"]),
    }


class ManyVfs(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if subprocess.run(("modinfo", "netdevsim"), capture_output=True).returncode:
            raise unittest.SkipTest("no netdevsim: start the test host with --netdevsim")
        cls.enterClassContext(modules("netdevsim"))
        (BUS / "new_device").write_text("1 1")
        cls.addClassCleanup((BUS / "del_device").write_text, "1")
        cls.interface = wait_for(lambda: next((DEVICE / "net").glob("*"), None)).name
        LIMIT.write_text("1024")

    def make(self, count):
        (DEVICE / "sriov_numvfs").write_text("0")
        (DEVICE / "sriov_numvfs").write_text(str(count))

    def compare(self, count):
        told = door(self.interface)
        self.assertEqual([one["vf"] for one in told], list(range(count)))
        for index, one in enumerate(told):
            expected = {"vf": index, "known": True, "vlan_protocol": 0x8100, **wanted(index)}
            self.assertEqual(one, expected)
        infos = vf_infos(self.interface)
        if count <= SEEN_BY_IP:
            self.assertEqual(len(infos), count)
        for index, info in enumerate(infos):
            self.assertEqual(told_by_ip(info), wanted(index))

    def test_every_setting_of_every_vf(self):
        for count in COUNTS:
            with self.subTest(count=count):
                self.make(count)
                for lines in changes(count):
                    self.assertEqual(door(self.interface, "set", given="\n".join(lines)), [])
                self.compare(count)

    def test_some_are_refused(self):
        """Multicast MACs, and VFs that are not there: these are named, the others are set."""
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

    def test_one_send(self):
        self.make(1000)
        lines = "\n".join(f"{index} spoof_check 0" for index in range(1000))
        with tempfile.NamedTemporaryFile("r") as calls:
            door(self.interface, "set", given=lines, traced=True, prefix=(
                "strace", "-f", "-qq", "-v", "-e", "trace=sendto,sendmsg,sendmmsg,write,writev",
                "-o", calls.name))
            sends = [line for line in calls if "nlmsg_type=RTM_SETLINK" in line]
        self.assertEqual(len(sends), 1)
        self.assertEqual(len(re.findall("NLM_F_ACK", sends[0])), 1)
        self.assertEqual(int(re.search(r"= (\d+)$", sends[0])[1]), 1000 * 52)


if __name__ == "__main__":
    unittest.main()
