# SPDX-License-Identifier: LGPL-2.1-or-later
"""Each allocation fails in turn while a state is applied: all is old or new after a recovery.

MEMORY_FAULTS=5000 has so many fail of those that there are; by default it is a hundred.
"""

from __future__ import annotations

import os
import re
import unittest

import bed

AGENT = bed.PROGRAMS / "agent"
FAULTY = bed.PROGRAMS / "faulty_agent"
FAULTS = int(os.environ.get("MEMORY_FAULTS", "100"))


@unittest.skipIf(os.environ.get("SANITIZERS"), "the sanitizers have a malloc() of their own")
class Faults(bed.KernelCase):
    """As the scenarios of kills have it."""

    def apply(self, words: list[str], number: int) -> tuple[int, str, int]:
        """What it ended with, and whether that allocation was there to fail."""
        done = self.run_program("env", f"FAULT={number}", str(FAULTY), *words)
        found = re.search(r"(struck|allocations) (\d+)\n", done.stdout)
        assert found, (number, done)
        return done.returncode, found[1], int(found[2])

    def read_scenario(self, name: str) -> tuple[list[list[str]], list[str]]:
        prepare, program = [], []
        for line in (bed.SCENARIOS / name).read_text().splitlines():
            key, _, rest = line.partition(": ")
            if key == "prepare":
                prepare.append(rest.split()[1:])
            if key == "program":
                program = rest.split()[1:]
        return prepare, program

    def settings(self) -> str:
        return self.tell("state") + self.tell("means")

    def try_one(self, words: list[str], number: int, wanted: tuple[str, str]) -> None:
        self.tell("restore", "old")
        code, what, _ = self.apply(words, number)
        self.assertIn(code, (0, 1), number)
        # Near the end there may be one more or less of them.
        if what != "struck":
            self.assertEqual(code, 0)
        self.succeed(AGENT, "recover")
        found = self.settings()
        self.assertIn(found, wanted, number)
        if not code:
            self.assertEqual(found, wanted[1], number)
        self.assertEqual(os.listdir(self.host / "runtime" / "journal"), [], number)

    def try_all(self, scenario: str) -> None:
        prepare, words = self.read_scenario(scenario)
        for each in prepare:
            self.succeed(AGENT, *each)
        self.tell("snapshot", "old")
        old = self.settings()
        code, _, count = self.apply(words, 10 ** 9)
        self.assertEqual(code, 0)
        wanted = (old, self.settings())
        tries = min(count, FAULTS // 3)
        for i in range(tries):
            self.try_one(words, 1 + i * count // tries, wanted)

    def test_from_nothing(self) -> None:
        self.try_all("from_nothing")

    def test_start_anew(self) -> None:
        self.try_all("start_anew")

    def test_change(self) -> None:
        self.try_all("change")


if __name__ == "__main__":
    bed.main()
