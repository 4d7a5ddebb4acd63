#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The program sriov, its files, its page and its unit, on a made-up host.

What it does to a real one: tests/host/cases/test_persistence.py.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path
from typing import Optional

SOURCE = Path(os.environ.get("top_srcdir", ".")).resolve()
BUILD = Path(os.environ.get("top_builddir", "build")).resolve()
sys.path.insert(0, str(SOURCE / "tests"))
import tap  # noqa: E402

PROGRAM = BUILD / "programs/sriov/sriov"
ENTER = SOURCE / "tests/made_up_host/enter"
NVME = "0000:03:00.0"
IMPOSSIBLE = 125


class Case(unittest.TestCase):
    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.work = Path(folder.name)
        self.host = self.work / "host"
        self.files = self.work / "files"
        self.files.mkdir(mode=0o755)
        subprocess.run((BUILD / "tests/made_up_host/make", self.host), check=True)
        # Its VFs are wanted here, which take a driver.
        bus = self.host / "sys/bus/pci"
        (bus / "drivers/nvme").mkdir()
        (bus / "devices" / NVME / "driver").symlink_to((bus / "drivers/nvme").resolve())

    def write(self, name: str, *pfs: object, mode: int = 0o644) -> Path:
        path = self.files / name
        path.write_text(json.dumps({"version": 1, "pfs": pfs}))
        path.chmod(mode)
        return path

    def sriov(self, *words: object, status: int = 0, text: Optional[str] = None) -> tuple[str, str]:
        """What it says on standard output and standard error."""
        done = subprocess.run((ENTER, self.host, PROGRAM, *words), text=True, input=text,
                              capture_output=True, timeout=60, check=False)
        if done.returncode == IMPOSSIBLE:
            self.skipTest(f"no made-up host here: {done.stderr}")
        self.assertEqual(done.returncode, status, f"{done.stdout}{done.stderr}")
        return done.stdout, done.stderr

    def plan(self, *words: object, status: int = 0) -> tuple[str, str]:
        """Of the files in the directory of this test."""
        return self.sriov("apply", "--plan", "--directory", self.files, *words, status=status)

    def refusal(self) -> str:
        return self.plan(status=1)[1]

    def listing(self) -> dict[str, object]:
        """All that is in the host."""
        return {str(path): path.read_bytes() for path in self.host.rglob("*")
                if path.is_file() and not path.is_symlink()}


class Files(Case):
    def test_without_files_nothing_is_to_be_done(self) -> None:
        self.assertEqual(self.plan(), (
            "nothing is to be done\n",
            f"sriov: {self.files}: has no file NAME.json, so that nothing is said of any PF\n"))
        self.files.rmdir()
        self.assertIn(f"{self.files}: cannot be read: No such file", self.refusal())

    def test_they_make_one_state(self) -> None:
        self.write("10-one.json", {"pf": NVME, "vf_count": 3})
        self.write("20-other.json", {"pf": "0000:03:00.0", "vf_count": 4})
        told = self.refusal()
        self.assertIn(f"{self.files}/20-other.json: ", told)
        self.assertNotIn("10-one.json", told)

    def test_others_are_no_files_of_it(self) -> None:
        for name in (".10-one.json", "10-one.json~", "README", ".json"):
            (self.files / name).write_text("no JSON")
        text, errors = self.plan()
        self.assertEqual(text, "nothing is to be done\n")
        self.assertIn("has no file NAME.json", errors)

    def test_all_mistakes_are_told_with_their_files(self) -> None:
        self.write("1.json", {"pf": "em1", "vf_count": 7, "vfs": [{"index": 0, "mac": "x"},
                                                                 {"index": 9}]})
        (self.files / "2.json").write_text("{\n\n]")
        (self.files / "3.json").write_bytes(b"{\0}")
        (self.files / "4.json").mkdir()
        told = self.refusal()
        for words in ("1.json: ", "pfs[0].vfs[0].mac: ", "pfs[0].vfs[1].index: ",
                      "2.json: ", "line 3", "3.json: is no text", "4.json: is no file"):
            self.assertIn(words, told)

    def test_what_others_can_write_is_not_read(self) -> None:
        path = self.write("1.json", {"pf": NVME, "vf_count": 3}, mode=0o664)
        self.assertIn(f"{path}: may be written by others than root (mode 0664)", self.refusal())
        path.chmod(0o646)
        self.assertIn("mode 0646", self.refusal())
        path.chmod(0o600)
        self.plan()
        self.files.chmod(0o777)
        self.assertIn(f"{self.files}: may be written by others", self.refusal())

    @unittest.skipIf(os.geteuid(), "only root can give files away")
    def test_what_belongs_to_others_is_not_read(self) -> None:
        path = self.write("1.json", {"pf": NVME, "vf_count": 3})
        os.chown(path, 65534, -1)
        self.assertIn(f"{path}: belongs to user 65534", self.refusal())
        os.chown(path, 0, -1)
        os.chown(self.files, 65534, -1)
        self.work.chmod(0o755)
        self.assertIn(f"{self.files}: belongs to user 65534", self.refusal())

    def test_links_do_not_lead_out(self) -> None:
        shutil.move(self.write("1.json", {"pf": NVME, "vf_count": 3}), self.work / "out.json")
        (self.files / "1.json").symlink_to("../out.json")
        self.assertIn("1.json: is a link that leads out of the directory", self.refusal())
        (self.files / "1.json").unlink()
        (self.files / "1.json").symlink_to("real")
        shutil.move(self.work / "out.json", self.files / "real")
        self.assertIn("3 VFs", self.plan()[0])

    def test_a_pipe_does_not_hang(self) -> None:
        os.mkfifo(self.files / "1.json")
        self.assertIn("1.json: is no file", self.refusal())

    def test_named_files_are_taken_as_they_are(self) -> None:
        path = self.write("x", {"pf": NVME, "vf_count": 3}, mode=0o666)
        self.assertIn("3 VFs", self.sriov("apply", "--plan", path)[0])
        told = self.sriov("apply", "--plan", path, self.work / "none", status=1)[1]
        self.assertIn(f"{self.work}/none: cannot be read: No such file", told)


class Plans(Case):
    def test_nothing_is_changed(self) -> None:
        self.write("1.json", {"pf": NVME, "vf_count": 3, "autoprobe": False})
        before = self.listing()
        text, errors = self.plan()
        self.assertIn(NVME, text)
        self.assertEqual(errors, "")
        self.assertEqual(self.listing(), before)

    def test_in_json(self) -> None:
        self.write("1.json", {"pf": NVME, "vf_count": 3})
        steps = json.loads(self.plan("--json")[0])["steps"]
        self.assertIn("make-vfs", [step["kind"] for step in steps])

    def test_what_speaks_against_it_is_told(self) -> None:
        self.write("1.json", {"pf": NVME, "vf_count": 33})
        self.assertIn("33 VFs", self.refusal())
        self.write("1.json", {"pf": "em9", "vf_count": 1})
        self.assertIn("em9", self.refusal())

    def test_it_waits_for_a_pf(self) -> None:
        self.write("1.json", {"pf": "em9", "vf_count": 1})
        self.plan("--wait", "1", status=1)

    def test_a_signal_before_the_first_step(self) -> None:
        self.write("1.json", {"pf": "em9", "vf_count": 1})
        words = (ENTER, self.host, PROGRAM, "apply", "--directory", self.files, "--wait", "60")
        for number in (signal.SIGINT, signal.SIGTERM):
            with subprocess.Popen(words, text=True, stderr=subprocess.PIPE) as waiting:
                while waiting.poll() is None and not self.catches(waiting.pid, number):
                    time.sleep(0.01)
                waiting.send_signal(number)
                said = waiting.communicate(timeout=60)[1]
            if waiting.returncode == IMPOSSIBLE:
                self.skipTest(f"no made-up host here: {said}")
            self.assertEqual((waiting.returncode, said), (
                4, "sriov: cancelled before the first step: nothing of it was done\n"))

    @staticmethod
    def catches(pid: int, number: int) -> bool:
        """Whether it is the program by now, and no shell before it, and has a handler."""
        name = os.path.basename(os.readlink(f"/proc/{pid}/exe"))
        status = Path(f"/proc/{pid}/status").read_text()
        caught = re.search(r"^SigCgt:\s+(\w+)$", status, re.MULTILINE)
        return name in ("sriov", "lt-sriov") and caught is not None and bool(
            int(caught[1], 16) >> (number - 1) & 1)

    def test_what_was_captured_is_no_step(self) -> None:
        captured = self.sriov("capture", NVME)[0]
        self.assertEqual([pf["pf"] for pf in json.loads(captured)["pfs"]], [NVME])
        self.assertEqual(self.sriov("apply", "--plan", "-", text=captured)[0],
                         "nothing is to be done\n")

    def test_what_cannot_be_captured_is_told(self) -> None:
        self.assertIn("em9", self.sriov("capture", NVME, "em9", status=1)[1])


class Recoveries(Case):
    """A runtime directory with journals as they are left; what they are about is not there."""

    def setUp(self) -> None:
        super().setUp()
        self.run_directory = self.work / "run"
        self.run_directory.mkdir(mode=0o700)

    def recover(self, status: int = 0) -> tuple[str, str]:
        return self.sriov("recover", "--runtime-directory", self.run_directory, status=status)

    def leave(self, text: str) -> None:
        journals = self.run_directory / "journal"
        journals.mkdir(mode=0o700, exist_ok=True)
        (journals / NVME).write_text(text)
        (journals / NVME).chmod(0o600)

    def test_that_nothing_was_left_is_told(self) -> None:
        self.assertEqual(self.recover(), ("nothing was left\n", ""))

    def test_what_is_old_is_told(self) -> None:
        state = {"pf": NVME, "vf_count": 3}
        self.leave(json.dumps({"version": 1, "boot_id": "another", "owner": "x", "pid": 1, "pfs": [
            {"address": NVME, "old": state, "overrides": {}, "target": state}]}) + "\n")
        text, errors = self.recover()
        self.assertIn(f"{NVME}: what x (process 1) did not bring to its end: too old", text)
        self.assertEqual(errors, "")
        self.assertEqual(self.recover(), ("nothing was left\n", ""))

    def test_what_is_under_way_has_status_3(self) -> None:
        self.leave("")
        leases = self.run_directory / "lease"
        leases.mkdir(mode=0o700)
        with open(leases / NVME, "w", encoding="utf-8") as lease:
            (leases / NVME).chmod(0o600)
            fcntl.flock(lease, fcntl.LOCK_EX)
            self.assertIn("still under way: ", self.recover(status=3)[0])
        self.recover()

    def test_what_cannot_be_recovered_keeps_no_others(self) -> None:
        self.leave("no journal\n")
        self.assertIn(NVME, self.recover(status=1)[1])
        text, errors = self.sriov("apply", "--runtime-directory", self.run_directory,
                                  self.write("1.json"))
        self.assertIn(NVME, text)
        self.assertEqual((text.splitlines()[-1], errors), ("nothing is to be done", ""))

    def test_a_directory_that_is_not_safe_is_a_failure(self) -> None:
        self.run_directory.chmod(0o777)
        text, errors = self.recover(status=1)
        self.assertEqual(text, "")
        self.assertIn(f"{self.run_directory}", errors)


class Links(Case):
    def test_of_a_file(self) -> None:
        path = self.write("1.json", {"pf": "em1", "vf_count": 2, "defaults": {"trust": True}})
        text, errors = self.sriov("link", path)
        self.assertIn("Path=pci-0000:01:00.0 *-pci-0000:01:00.0\n", text)
        self.assertEqual(text.count("Trust=yes\n"), 2)
        self.assertEqual(errors, "")

    def test_what_cannot_be_said_is_told(self) -> None:
        path = self.write("1.json", {"pf": "em1", "vf_count": 1, "defaults": {"driver": "vfio"}})
        text, errors = self.sriov("link", path, status=3)
        self.assertIn("SR-IOVVirtualFunctions=1\n", text)
        self.assertEqual(errors, "sriov: all VFs: driver vfio cannot be said in a .link file\n")

    def test_one_of_many(self) -> None:
        path = self.write("1.json", {"pf": "em1", "vf_count": 1}, {"pf": "em2", "vf_count": 2})
        self.assertIn("of 2 PFs", self.sriov("link", path, status=1)[1])
        self.assertIn("SR-IOVVirtualFunctions=2\n", self.sriov("link", path, "em2")[0])
        self.assertIn("em3", self.sriov("link", path, "em3", status=1)[1])

    def test_without_an_interface_there_is_none(self) -> None:
        text, errors = self.sriov("link", NVME, status=1)
        self.assertEqual(text, "")
        self.assertIn(NVME, errors)


class CommandLine(Case):
    def test_what_is_wrong_has_status_2(self) -> None:
        for words in ((), ("nonsense",), ("apply", "--nonsense"), ("apply", "--wait"),
                      ("apply", "--wait", "x"), ("apply", "--wait", "-1"),
                      ("apply", "--deadline", "4294968"), ("apply", "--json=1"),
                      ("capture", "--plan"), ("recover", "em1"), ("link",),
                      ("link", "a", "b", "c"), ("--plan", "apply")):
            with self.subTest(words):
                done = subprocess.run((PROGRAM, *words), text=True, capture_output=True,
                                      timeout=60, check=False)
                self.assertEqual((done.returncode, done.stdout), (2, ""))
                self.assertIn('Try "sriov --help".', done.stderr)

    def test_it_says_what_it_is(self) -> None:
        for words in (("--version",), ("-V",), ("apply", "--version")):
            self.assertEqual(self.sriov(*words), (f"sriov {os.environ['VERSION']}\n", ""))
        self.assertEqual(self.sriov("-h"), self.sriov("capture", "--help"))

    def test_a_full_disk_is_a_failure(self) -> None:
        for words in (("--help",), ("capture", NVME)):
            with self.subTest(words), open("/dev/full", "w", encoding="utf-8") as full:
                done = subprocess.run((ENTER, self.host, PROGRAM, *words), stdout=full,
                                      stderr=subprocess.PIPE, timeout=60, check=False)
                if done.returncode != IMPOSSIBLE:
                    self.assertEqual(done.returncode, 1)


class Page(unittest.TestCase):
    PAGE = BUILD / "programs/sriov.8"

    @unittest.skipUnless(shutil.which("mandoc"), "mandoc is missing")
    def test_mandoc_finds_nothing(self) -> None:
        subprocess.run(("mandoc", "-T", "lint", "-W", "warning", self.PAGE), check=True)

    def test_it_has_what_the_help_has(self) -> None:
        told = subprocess.run((PROGRAM, "--help"), text=True, capture_output=True, timeout=60,
                              check=True).stdout
        page = self.PAGE.read_text(encoding="utf-8")
        options = set(re.findall(r"^ +--([a-z-]+)", told, re.M)) - {"help"}
        self.assertEqual(options, set(re.findall(r"^\.It Fl -([a-z-]+)", page, re.M)))
        commands = set(re.findall(r"sriov ([a-z]+)", told))
        self.assertEqual(commands, set(re.findall(r"^\.Ss ([a-z]+)", page, re.M)))
        self.assertNotIn("@", page)


class Unit(Case):
    UNIT = BUILD / "programs/libsriov.service"

    def text(self) -> str:
        if not self.UNIT.exists():
            self.skipTest("configured without the unit")
        return self.UNIT.read_text(encoding="utf-8")

    def verify(self, text: str) -> str:
        """What systemd says of it, with the program of this build."""
        if not shutil.which("systemd-analyze"):
            self.skipTest("systemd-analyze is missing")
        path = self.work / "libsriov.service"
        path.write_text(re.sub("^ExecStart=[^ ]*", f"ExecStart={PROGRAM}", text, flags=re.M))
        done = subprocess.run(("systemd-analyze", "verify", "--man=no", path), text=True,
                              capture_output=True, timeout=120, check=False)
        return done.stderr if done.returncode or "libsriov" in done.stderr else ""

    def test_systemd_understands_it(self) -> None:
        self.assertEqual(self.verify(self.text()), "")
        self.assertIn("Nonsense", self.verify(self.text() + "[Service]\nNonsense=yes\n"))

    def test_its_command_line_is_one(self) -> None:
        line = re.search("^ExecStart=.*/sriov (.*)$", self.text(), re.M)
        assert line
        self.sriov(*line[1].split(), "--plan", "--directory", self.files)


if __name__ == "__main__":
    tap.main()
