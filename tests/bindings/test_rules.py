#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The rules of the header: rules/NAME.h breaks the rule of that name and says so itself.

What a comment "refused: ..." says is refused at the line after it, and nothing else is. The headers
in rules/good keep all rules, and every other one stands beside them.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
RULES_FOLDER = HERE / "rules"
sys.path[:0] = [str(TOP / "bindings"), str(TOP / "tests")]

import tap
from generator import rules
from generator.doxygen import read_headers
from generator.reader import read_model

MARK = re.compile(r"/\* refused( at (?P<line>\d+))?: (?P<what>.*?) \*/\n", re.DOTALL)
NAMES = sorted(path.stem for path in RULES_FOLDER.glob("*.h"))


def expected(name: str) -> list[str]:
    """What the header says of itself."""
    text = (RULES_FOLDER / f"{name}.h").read_text()
    found = []
    for mark in MARK.finditer(text):
        what = re.sub(r"\s*\n\s*\*\s*", " ", mark["what"])
        found.append(f"{name}.h:{mark['line'] or line_after(text, mark.end())}: {what}")
    return found


def line_after(text: str, position: int) -> int:
    """The first line from there that is no mark."""
    rest = text[position:].lstrip("\t")
    more = MARK.match(rest)
    if more:
        return line_after(text, len(text) - len(rest) + more.end())
    return text.count("\n", 0, position) + 1


def refused(folder: Path) -> list[str]:
    return [str(each) for each in rules.check(read_headers(folder))]


class Rules(unittest.TestCase):
    """Good headers and bad ones."""

    maxDiff = None

    def setUp(self) -> None:
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.folder = Path(temporary.name)
        for path in (RULES_FOLDER / "good").glob("*.h"):
            shutil.copy(path, self.folder)

    def test_good_headers_are_accepted(self) -> None:
        self.assertEqual(refused(self.folder), [])

    def test_every_rule_has_a_header_that_breaks_it(self) -> None:
        self.assertEqual(sorted(rule.__name__ for rule in rules.RULES), NAMES)

    def test_all_is_refused_at_once(self) -> None:
        for name in NAMES:
            shutil.copy(RULES_FOLDER / f"{name}.h", self.folder)
        self.assertGreater(len(refused(self.folder)), len(NAMES))

    def check(self, name: str) -> None:
        """All that the header says of itself, and the rule of its name has a part in it."""
        shutil.copy(RULES_FOLDER / f"{name}.h", self.folder)
        self.assertEqual(refused(self.folder), sorted(expected(name), key=by_line))
        declared = read_headers(self.folder)
        rule = next(rule for rule in rules.RULES if rule.__name__ == name)
        self.assertTrue(list(rule(declared, read_model(declared))))


def by_line(text: str) -> tuple[int, str]:
    _, line, what = text.split(":", 2)
    return int(line), what


for rule_name in NAMES:
    setattr(Rules, f"test_{rule_name}", lambda self, name=rule_name: self.check(name))


if __name__ == "__main__":
    if not shutil.which("doxygen"):
        tap.skip_all("doxygen is missing")
    tap.main()
