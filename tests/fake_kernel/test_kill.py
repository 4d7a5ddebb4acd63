# SPDX-License-Identifier: LGPL-2.1-or-later
"""What kills programs kills them where it says, and finds what is lost by that."""

from __future__ import annotations

import errno
import re
import subprocess

import bed
import tap

NAIVE = bed.PROGRAMS / "naive"
APPLIES = "from_nothing start_anew change"


class Killer(bed.KernelCase):
    """One program at a time."""

    def killer(self, *words: str) -> str:
        """What it says itself; the program may say something, too."""
        done = self.run_program(bed.PROGRAMS / "killer", *words)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.strip()

    def count(self, *words: str) -> int:
        found = re.fullmatch(r"ended with status 0 after (\d+) calls", self.killer("count", *words))
        assert found
        return int(found[1])

    def test_calls_are_counted(self) -> None:
        calls = self.count(str(NAIVE), "make")
        self.assertGreater(calls, 20)
        self.tell("restore", "empty")
        self.assertEqual(self.count(str(NAIVE), "make"), calls)

    def find_write(self) -> int:
        """The first call after which there are VFs."""
        calls = self.count(str(NAIVE), "make")
        for number in range(1, calls + 1):
            self.tell("restore", "empty")
            self.killer("after", str(number), str(NAIVE), "make")
            if "0000:01:00.0 vfs 7\n" in self.tell("state"):
                return number
        self.fail("it never made VFs")

    def test_before_and_after(self) -> None:
        number = self.find_write()
        self.tell("restore", "empty")
        said = self.killer("before", str(number), str(NAIVE), "make")
        self.assertEqual(said, f"ended by signal 9 after {number} calls, the last one looked at was"
                               " writev")
        self.assertIn("0000:01:00.0 vfs 0\n", self.tell("state"))
        self.tell("restore", "empty")
        said = self.killer("fail", str(number), "12", str(NAIVE), "make")
        self.assertIn("ended with status 1", said)
        self.assertIn("0000:01:00.0 vfs 0\n", self.tell("state"))

    def test_a_helper_lives_on(self) -> None:
        helper = [str(bed.PROGRAMS / "helper"), str(self.sysfs("devices/0000:01:00.0/sriov_numvfs")),
                  "2"]
        calls = self.count(*helper)
        self.tell("restore", "empty")
        said = self.killer("before", str(calls - 1), *helper)
        self.assertIn("ended by signal 9", said)
        self.wait_for(lambda: "0000:01:00.0 vfs 2\n" in self.tell("state"))


class Scenarios(bed.KernelCase):
    """All of it, with programs that are known to be good or bad."""

    def kill(self, scenarios: str, *options: str) -> tuple[int, str, str]:
        done = subprocess.run([bed.PROGRAMS / "kill", *options, *scenarios.split()],
                              text=True, capture_output=True, check=False, timeout=300,
                              cwd=bed.SCENARIOS)
        *stories, last = done.stdout.splitlines()
        return done.returncode, last, "\n".join(stories) + done.stderr

    def test_what_is_sound_loses_nothing(self) -> None:
        for scenario in ("one_write", "start_over"):
            self.assertEqual(self.kill(scenario, "--kills", "300"),
                             (0, "kills 300, lost 0, stranded 0", ""), scenario)

    def test_what_is_lost_is_found(self) -> None:
        code, last, stories = self.kill("naive", "--kills", "100")
        found = re.fullmatch(r"kills 100, lost (\d+), stranded (\d+)", last)
        assert found
        self.assertEqual(code, 1)
        self.assertGreater(int(found[1]), 10)
        self.assertRegex(stories, r"# killed (before|after) call \d+ \(\w+\): lost")

    def test_what_is_stranded_is_found(self) -> None:
        code, last, stories = self.kill("forgetful", "--kills", "100")
        found = re.fullmatch(r"kills 100, lost (\d+), stranded (\d+)", last)
        assert found
        self.assertEqual(code, 1)
        self.assertGreater(int(found[2]), 10)
        self.assertIn("+ 0000:01:00.0 autoprobe 0", stories)

    def test_files_that_are_left_are_found(self) -> None:
        code, last, stories = self.kill("litter", "--kills", "100")
        found = re.fullmatch(r"kills 100, lost 0, stranded (\d+)", last)
        assert found
        self.assertEqual(code, 1)
        self.assertGreater(int(found[1]), 5)
        self.assertIn("+ runtime/journal", stories)

    def test_an_apply_loses_nothing(self) -> None:
        self.assertEqual(self.kill(APPLIES, "--kills", "600"),
                         (0, "kills 600, lost 0, stranded 0", ""))

    def test_an_apply_takes_back_what_failed(self) -> None:
        for number in (errno.EIO, errno.ENOMEM, errno.ENOSPC):
            for recovery in ("agent recover", "agent check"):
                found = self.kill(APPLIES, "--kills", "100", "--fail", str(number), "--recovery",
                                  recovery)
                self.assertEqual(found, (0, "failures 100, lost 0, stranded 0", ""), recovery)

    def test_every_call_fails_in_turn(self) -> None:
        code, last, _ = self.kill("start_over", "--fail", "5")
        self.assertRegex(last, r"failures \d\d\d, lost 0, stranded 0")
        self.assertEqual(code, 0)
        self.assertEqual(self.kill("forgetful", "--fail", "5")[0], 1)

    def test_what_does_not_work_at_all_is_no_success(self) -> None:
        done = subprocess.run([bed.PROGRAMS / "kill", bed.SCENARIOS / "nowhere"], text=True,
                              capture_output=True, check=False, timeout=60)
        self.assertEqual((done.returncode, done.stdout), (1, ""))


if __name__ == "__main__":
    if not bed.may_trace():
        tap.skip_all("programs may not be traced here")
    bed.main()
