# SPDX-License-Identifier: LGPL-2.1-or-later
"""A state in files, applied as the unit does, and by systemd's udev from a .link file of it."""

import json
import re
import shutil
import signal
import subprocess
import unittest
from pathlib import Path

from host import (BUILD, Case, DEVICES, EM1, EM2, driver, environment, forget_names, loaded,
                  program, read, remove_vfs, run, unload, vf_infos, vfs, wait_for)

PROGRAM = "programs/sriov/.libs/sriov"
UNIT = (BUILD / "programs/libsriov.service").read_text(encoding="utf-8")
FILES = Path(re.search("^ConditionDirectoryNotEmpty=(.*)$", UNIT, re.M)[1])
WORDS = re.search("^ExecStart=.*/sriov (.*)$", UNIT, re.M)[1].split()
RIGHTS = re.search("^CapabilityBoundingSet=(.*)$", UNIT, re.M)[1].split()
BOUNDED = ("setpriv", "--no-new-privs", "--bounding-set",
           ",".join(["-all", *(f"+{right.removeprefix('CAP_').lower()}" for right in RIGHTS)]))


def sriov(*words, status=0, prefix=(), **how):
    """Its output and its complaints."""
    done = subprocess.run((*prefix, program(PROGRAM), *words), text=True,
                          capture_output=True, timeout=120, check=False, env=environment(), **how)
    if done.returncode != status:
        raise AssertionError(f"sriov {words} ended with {done.returncode}: "
                             f"{done.stdout}{done.stderr}")
    return done.stdout, done.stderr


def write(name, *pfs):
    FILES.mkdir(parents=True, exist_ok=True)
    (FILES / name).write_text(json.dumps({"version": 1, "pfs": pfs}))


def told(interface):
    """What ip says of each VF, in the words of the state."""
    return [{"mac": vf["address"], "vlan": vf["vlan_list"][0].get("vlan", 0),
             "qos": vf["vlan_list"][0].get("qos", 0), "spoof_check": vf["spoofchk"],
             "trust": vf["trust"]} for vf in vf_infos(interface)]


class Persistence(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.addClassCleanup(unload, loaded())

    def setUp(self):
        super().setUp()
        self.addCleanup(shutil.rmtree, FILES, True)
        self.addCleanup((DEVICES / EM1 / "sriov_drivers_autoprobe").write_text, "1")
        self.addCleanup(remove_vfs, EM1, EM2)

    def test_as_the_unit_does(self):
        """With no other rights, and without the modules."""
        write("10-em1.json", {
            "pf": "em1", "vf_count": 3, "autoprobe": False,
            "defaults": {"driver": "vfio-pci", "trust": True},
            "vfs": [{"index": 1, "mac": "52:54:00:00:00:01", "spoof_check": False,
                     "vlan": {"id": 100, "qos": 3}}]})
        write("20-em2.json", {"pf": EM2, "vf_count": 2, "defaults": {"driver": "none"}})
        output, complaints = sriov(*WORDS, prefix=BOUNDED)
        self.assertEqual(complaints, "")
        self.assertIn("52:54:00:00:00:01", output)
        self.assertRegex(output, r"\n\d+ steps done\n$")
        self.assertEqual([driver(vf) for vf in vfs(EM1)], ["vfio-pci"] * 3)
        self.assertEqual([driver(vf) for vf in vfs(EM2)], [None] * 2)
        self.assertEqual(read(DEVICES / EM1 / "sriov_drivers_autoprobe"), "0")
        one = told("em1")
        self.assertEqual([vf["trust"] for vf in one], [True] * 3)
        self.assertEqual(one[1], {"mac": "52:54:00:00:00:01", "vlan": 100, "qos": 3,
                                  "spoof_check": False, "trust": True})
        self.assertEqual(sriov(*WORDS), ("nothing is to be done\n", ""))

    def test_what_is_captured_is_a_file(self):
        write("em1.json", {"pf": "em1", "vf_count": 2, "defaults": {"spoof_check": False}})
        sriov(*WORDS)
        captured = sriov("capture", "em1")[0]
        self.assertEqual(sriov("apply", "-", input=captured)[0], "nothing is to be done\n")
        remove_vfs(EM1)
        sriov("apply", "-", input=captured)
        self.assertEqual([vf["spoof_check"] for vf in told("em1")], [False] * 2)

    def test_what_is_wrong_is_told_and_nothing_done(self):
        write("1.json", {"pf": "em1", "vf_count": 2})
        write("2.json", {"pf": "em2", "vf_count": 2, "vfs": [{"index": 0, "mac": "x"}]})
        complaints = sriov(*WORDS, status=1)[1]
        self.assertIn(f"{FILES}/2.json: ", complaints)
        self.assertIn("pfs[0].vfs[0].mac: ", complaints)
        self.assertEqual((vfs(EM1), vfs(EM2)), ([], []))

    def test_nothing_is_nothing_to_do(self):
        output, complaints = sriov(*WORDS)
        self.assertEqual(output, "nothing is to be done\n")
        self.assertIn(f"{FILES}: is not there", complaints)
        self.assertEqual(sriov("recover"), ("nothing was left\n", ""))

    def test_it_waits_for_a_pf(self):
        """As at boot: its name comes while it waits."""
        write("em2.json", {"pf": "late0", "vf_count": 1})
        self.assertIn("late0", sriov("apply", status=1)[1])
        waiting = subprocess.Popen((program(PROGRAM), *WORDS), text=True, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, env=environment())
        self.addCleanup(waiting.stdout.close)
        with self.assertRaises(subprocess.TimeoutExpired):
            waiting.wait(2)
        run("ip", "link", "property", "add", "dev", "em2", "altname", "late0")
        self.addCleanup(run, "ip", "link", "property", "del", "dev", "em2", "altname", "late0")
        output = waiting.communicate(timeout=60)[0]
        self.assertEqual((waiting.returncode, len(vfs(EM2))), (0, 1), output)

    def test_a_signal_has_all_taken_back(self):
        """Of the steps that are done when it comes; none is half done."""
        write("em1.json", {"pf": "em1", "vf_count": 7, "defaults": {"driver": "vfio-pci"}})
        under_way = subprocess.Popen((program(PROGRAM), "apply"), text=True, env=environment(),
                                     stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        wait_for(lambda: vfs(EM1) or under_way.poll() is not None)
        under_way.send_signal(signal.SIGTERM)
        complaints = under_way.communicate(timeout=60)[1]
        self.assertEqual((under_way.returncode, vfs(EM1)), (4, []), complaints)
        self.assertIn("cancel", complaints)

    def test_systemd_does_what_the_link_file_says(self):
        state = {"pf": "em1", "vf_count": 2, "defaults": {"spoof_check": False},
                 "vfs": [{"index": 1, "mac": "52:54:00:00:00:01", "trust": True,
                          "vlan": {"id": 100, "qos": 3}}]}
        write("em1.json", state)
        text = sriov("link", FILES / "em1.json")[0]
        network = Path("/run/systemd/network")
        network.mkdir(parents=True, exist_ok=True)
        self.addCleanup((network / "10-em1.link").unlink)
        (network / "10-em1.link").write_text(text)
        self.addCleanup(forget_names, "em1")
        run("udevadm", "test", "--action=add", "/sys/class/net/em1")
        by_systemd = told("em1")
        self.assertEqual(by_systemd[1], {"mac": "52:54:00:00:00:01", "vlan": 100, "qos": 3,
                                         "spoof_check": False, "trust": True})
        self.assertEqual([vf["spoof_check"] for vf in by_systemd], [False] * 2)
        self.assertEqual(sriov("apply", FILES / "em1.json")[0], "nothing is to be done\n")


if __name__ == "__main__":
    unittest.main()
