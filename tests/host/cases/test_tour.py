# SPDX-License-Identifier: LGPL-2.1-or-later
"""The story from W1 to W10, by the program of tools/demo."""

import contextlib
import json
import re
import subprocess
import tempfile
import unittest
from pathlib import Path

from host import (Case, DEVICES, EM1, EM2, environment, ip_link, loaded, lspci, modules, program,
                  read, remove_vfs, run, unload, vf_infos, vfs)

STEPS = [f"W{number}" for number in range(1, 11)]


def tour(*words, status=0):
    done = subprocess.run((program("tools/tour/tour"), *words), text=True, timeout=120,
                          capture_output=True, env=environment())
    if done.returncode != status:
        raise AssertionError(f"tour {words}: {done.returncode}: {done.stdout}{done.stderr}")
    return done


def tell(*words, **how):
    """The story for programs: of each step all lines of a kind."""
    story = json.loads(tour("--json", *words, **how).stdout)
    if story["troubles"]:
        raise AssertionError(story)
    return [(step["step"], step["lines"]) for step in story["steps"]]


def lines(story, step, *kinds):
    """What a step says; of all kinds when none is named."""
    return [text for name, told in story if name == step
            for line in told for kind, text in line.items() if not kinds or kind in kinds]


@contextlib.contextmanager
def bond():
    """The host's bond, over both PFs."""
    before = loaded()
    run("modprobe", "bonding", "max_bonds=0")
    run("ip", "link", "add", "bond0", "type", "bond", "mode", "1", "miimon", "80", "updelay",
        "30000")
    try:
        for name in ("em1", "em2"):
            run("ip", "link", "set", name, "down")
            run("ip", "link", "set", name, "master", "bond0")
        run("ip", "link", "set", "bond0", "up", "type", "bond", "primary", "em1")
        yield ip_link("bond0")["linkinfo"]["info_data"]
    finally:
        run("ip", "link", "del", "bond0")
        for name in ("em1", "em2"):
            run("ip", "link", "set", name, "up")
        unload(before)


class Looking(Case):
    """Without --apply nothing is changed."""

    def test_for_a_person(self):
        with self.unchanged():
            told = tour("em1", "em2").stdout
        self.assertEqual(re.findall(r"^(W\d+)  \S", told, re.M), STEPS)
        self.assertNotIn("\n\n\n", told)

    def test_for_a_program(self):
        with self.unchanged():
            story = tell("em1", EM2)
        self.assertEqual([step for step, _ in story], STEPS)
        for step in STEPS:
            self.assertTrue(lines(story, step), step)
        cards = "\n".join(lines(story, "W2", "fact"))
        for address, one in lspci("-d", "::0200").items():
            self.assertRegex(cards, rf"{address}.*{re.escape(one['Device'])}")
        capability = "\n".join(lines(story, "W3", "fact"))
        for word in ("0x160", "+128", "10ca", "igb"):
            self.assertIn(word, capability)

    def test_one_pf(self):
        with self.unchanged():
            self.assertEqual([step for step, _ in tell("--vfs", "2", "02:00.0")], STEPS)

    def test_wrong_words(self):
        with self.unchanged():
            for words in ((), ("em1", "em2", EM1), ("--vfs", "x", "em1"), ("--vfs", "", "em1"),
                          ("--vfs", "65536", "em1"), ("--nothing", "em1")):
                self.assertIn("usage", tour(*words, status=1).stderr)
            for name in ("em9", "lo", "0000:00:00.0", ""):
                done = tour("--apply", name, status=1)
                self.assertEqual(len(done.stderr.splitlines()), 1)
                self.assertIn(name, done.stderr)

    def test_too_many(self):
        with modules("vfio-pci"), self.unchanged():
            told = tour("--apply", "--vfs", "8", "em1", status=1).stdout
        self.assertRegex(told, r"! .*em1 \(0000:01:00.0, igb\): cannot make 8 VFs")


class Doing(Case):
    """With --apply, below the bond of the story."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.addClassCleanup(unload, loaded())
        cls.bond = cls.enterClassContext(bond())
        cls.addClassCleanup(remove_vfs, EM1, EM2)
        cls.folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.story = tell("--apply", "--vfs", "7", "--xml", cls.folder, "em1", "em2")

    def test_vfs_of_each_pf(self):
        told = "\n".join(lines(self.story, "W4", "fact"))
        for pf in (EM1, EM2):
            self.assertEqual(read(DEVICES / pf / "sriov_numvfs"), "7")
            self.assertEqual(len(vfs(pf)), 7)
            for index, address in enumerate(vfs(pf)):
                self.assertRegex(told, rf"VF {index}  {address}")

    def test_drivers(self):
        self.assertLessEqual({"vfio_pci", "igb"}, set(loaded()))

    def test_definitions(self):
        quoted = lines(self.story, "W6", "text")
        for name, xml in zip(("em1", "em2"), quoted, strict=True):
            path = Path(self.folder) / f"passthrough_{name}.xml"
            self.assertEqual(path.read_text(), xml)
            run("virt-xml-validate", str(path), "network")
            self.assertIn(f"<source network='passthrough_{name}'/>",
                          (Path(self.folder) / f"interface_{name}.xml").read_text())

    def test_bond(self):
        told = " ".join(lines(self.story, "W8"))
        self.assertEqual((self.bond["mode"], self.bond["miimon"], self.bond["updelay"],
                          self.bond["primary"]), ("active-backup", 80, 30000, "em1"))
        self.assertIn(f"bond0 above em1: {self.bond['mode']}", told)
        self.assertIn("mode=1 miimon=80 updelay=30000 primary=em1", told)

    def test_trap_and_both_ways_out(self):
        warnings = lines(self.story, "W9", "warning")
        self.assertEqual(len(warnings), 1)
        self.assertIn(vfs(EM2)[0], warnings[0])
        self.assertEqual(vf_infos("em2")[0]["address"], "52:54:00:00:02:01")
        by_hand = lines(self.story, "W10", "by_hand")
        self.assertIn("fail_over_mac active", by_hand[0])
        for name in ("em1", "em2"):
            off, = [line for line in by_hand if "spoofchk off" in line and f" {name} " in line]
            run("sh", "-c", off)
            self.assertEqual([one["spoofchk"] for one in vf_infos(name)], [False] * 7)
            run("sh", "-c", off.replace("off", "on"))

    def test_a_way_out_leads_out(self):
        """The commands are the real ones: what the library foretells follows them."""
        command, = [line for line in lines(self.story, "W10", "by_hand") if "trust on" in line]
        run("sh", "-c", command)
        self.addCleanup(run, "sh", "-c", command.replace("on", "off"))
        self.assertEqual(lines(tell("em1", "em2"), "W9", "warning"), [])

    def test_spoof_check_off(self):
        tell("--apply", "--spoof-check-off", "em1", "em2")
        for name in ("em1", "em2"):
            self.assertEqual([one["spoofchk"] for one in vf_infos(name)], [False] * 7)
            run("sh", "-c", f"for n in $(seq 0 6); do ip link set {name} vf $n spoofchk on; done")

    def test_again(self):
        """What is there already is left alone."""
        with self.unchanged():
            tell("--apply", "--vfs", "7", "em1", "em2")

    def test_fewer_is_refused(self):
        with self.unchanged():
            told = tour("--apply", "--vfs", "3", "em1", status=1).stdout
        for address in vfs(EM1):
            self.assertIn(address, told)


if __name__ == "__main__":
    unittest.main()
