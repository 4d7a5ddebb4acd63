# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs the unittest cases of a script and tells each result in TAP: tap.main() at its end.

Words on the command line choose tests by a part of their names. What tests print goes to standard
error: standard output is TAP alone.
"""

from __future__ import annotations

import os
import sys
import traceback
import unittest
from typing import Any, TextIO


class TapResult(unittest.TestResult):
    """One line for each test; a failed part (subTest) makes the whole test fail."""

    def __init__(self, stream: TextIO) -> None:
        super().__init__()
        self.output = stream
        self.number = 0
        self.failed = False
        self.trouble: list[str] = []
        self.skipped_because = ""

    def startTest(self, test: unittest.TestCase) -> None:
        super().startTest(test)
        self.trouble = []
        self.skipped_because = ""

    def stopTest(self, test: unittest.TestCase) -> None:
        super().stopTest(test)
        note = f" # SKIP {self.skipped_because}" if self.skipped_because else ""
        self.tell(name_of(test) + note)

    def addError(self, test: unittest.TestCase, err: Any) -> None:
        super().addError(test, err)
        self.add_trouble(test, self.errors[-1][1])

    def addFailure(self, test: unittest.TestCase, err: Any) -> None:
        super().addFailure(test, err)
        self.add_trouble(test, self.failures[-1][1])

    def addSubTest(self, test: unittest.TestCase, subtest: unittest.TestCase, err: Any) -> None:
        super().addSubTest(test, subtest, err)
        if err is not None:
            self.trouble.append(f"{subtest}\n" + "".join(traceback.format_exception(*err)))

    def addSkip(self, test: unittest.TestCase, reason: str) -> None:
        super().addSkip(test, reason)
        self.skipped_because = reason
        if not isinstance(test, unittest.TestCase):
            self.tell(f"{name_of(test)} # SKIP {reason}")

    def addUnexpectedSuccess(self, test: unittest.TestCase) -> None:
        super().addUnexpectedSuccess(test)
        self.trouble.append("it was expected to fail")

    def add_trouble(self, test: unittest.TestCase, text: str) -> None:
        self.trouble.append(text)
        # A class or module that cannot be set up comes as no test of its own.
        if not isinstance(test, unittest.TestCase):
            self.tell(name_of(test))

    def tell(self, text: str) -> None:
        self.number += 1
        self.failed |= bool(self.trouble)
        print(f"{'not ok' if self.trouble else 'ok'} {self.number} - {text}", file=self.output)
        for line in "\n".join(self.trouble).splitlines():
            print(f"# {line}", file=self.output)
        self.output.flush()
        self.trouble = []


def name_of(test: unittest.TestCase) -> str:
    return test.id().replace("__main__.", "").replace("#", "")


def skip_all(reason: str) -> None:
    """The whole script cannot run here."""
    print(f"1..0 # SKIP {reason}")
    sys.exit(0)


def main() -> None:
    """Runs the tests of the script that calls this, and ends the program."""
    stream = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    loader = unittest.defaultTestLoader
    if len(sys.argv) > 1:
        loader.testNamePatterns = [f"*{word}*" for word in sys.argv[1:]]
    result = TapResult(stream)
    loader.loadTestsFromModule(sys.modules["__main__"]).run(result)
    print(f"1..{result.number}", file=stream, flush=True)
    sys.exit(1 if result.failed or result.number == 0 else 0)
