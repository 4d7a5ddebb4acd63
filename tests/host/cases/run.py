#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs the cases in this folder and prints each result, as it comes, in TAP.

Usage: tests/host/run [OPTION]... -- tests/host/cases/run.py [--sanitized | --unsanitized]
                                                        [--needs=OPTIONS] [WORD]...

With words, only tests whose full name (test_pf.Making.test_all) has one of them. A module that
wants a host of its own says so with NEEDS = "--no-iommu", the options of tests/host/run: its
tests run only when they are named, or with --needs=--no-iommu, which runs these alone. One for
several hosts names each; None is the ordinary one. With
--sanitized those classes are left out that say SANITIZED = False: their time goes into what the
kernel and other programs do, and what they call of the library is called by others that stay in.
With --unsanitized these alone are run.
What tests print themselves goes to standard error: standard output is TAP alone.
"""

import argparse
import os
import subprocess
import sys
import time
import unittest
from pathlib import Path

import compatibility
import watchdog

HERE = Path(__file__).resolve().parent
KERNEL = "kernel.had_no_accident"
# A whole kernel log in one line of an assertion helps nobody.
WIDTH = 400
# How many of the slowest parts are told.
SLOWEST = 12


class TapResult(unittest.TestResult):
    """One line for each test: a failed part (subTest) makes the whole test fail, and a
    class or module that cannot be set up fails with all tests in it."""

    def __init__(self, stream, names):
        super().__init__()
        self.stream = stream
        self.waiting = dict.fromkeys(names)
        self.number = 0
        self.failed = False
        self.seconds = {}
        self.last = time.monotonic()
        self.say(f"1..{len(names)}")

    def say(self, line):
        print(line, file=self.stream, flush=True)

    def explain(self, text):
        for line in text.rstrip().splitlines():
            self.say(f"# {line[:WIDTH]}")

    def tell(self, good, name, note=""):
        self.waiting.pop(name, None)
        self.number += 1
        self.failed |= not good
        self.say(f"{'ok' if good else 'not ok'} {self.number} - {name}{note}")

    def spend(self, part):
        """What passed since the last part was that one's."""
        now = time.monotonic()
        self.seconds[part] = self.seconds.get(part, 0) + now - self.last
        self.last = now
        watchdog.step()

    def startTest(self, test):
        super().startTest(test)
        self.spend(f"to set up {type(test).__module__}.{type(test).__name__}")
        self.trouble = []

    def stopTest(self, test):
        super().stopTest(test)
        self.spend(test.id())
        if test.id() not in self.waiting:
            return
        self.tell(not self.trouble, test.id())
        for text in (*self.trouble, *getattr(test, "notes", ())):
            self.explain(text)

    def add_trouble(self, test, error, part=""):
        text = part + self._exc_info_to_string(error, test)
        if isinstance(test, unittest.TestCase):
            self.trouble.append(text)
        else:
            # not a test: the setting up or cleaning up of a class or module
            self.failed = True
            self.explain(f"{test.id()}: {text}")

    def addFailure(self, test, error):
        self.add_trouble(test, error)

    def addError(self, test, error):
        self.add_trouble(test, error)

    def addSubTest(self, test, part, error):
        if error:
            self.add_trouble(test, error, f"{part._subDescription()}: ")

    def addUnexpectedSuccess(self, test):
        self.trouble.append("it was expected to fail, and did not")

    def addSkip(self, test, reason):
        if test.id() in self.waiting:
            self.tell(True, test.id(), f" # SKIP {reason}")
        elif isinstance(test, unittest.TestCase):
            self.explain(f"{test.id()}: skipped: {reason}")
        else:
            self.skip_folder(test.id(), reason)

    def skip_folder(self, title, reason):
        """A class or module that skips itself: "setUpClass (test_pf.Making)"."""
        folder = title.partition("(")[2].rstrip(")")
        for name in [name for name in self.waiting if name.startswith(folder + ".")]:
            self.tell(True, name, f" # SKIP {reason}")

    def tell_slowest(self):
        """The setting up of a class has the cleaning up of the one before in it."""
        slowest = sorted(self.seconds, key=self.seconds.get, reverse=True)[:SLOWEST]
        for part in slowest:
            self.say(f"# slowest: {self.seconds[part]:.1f} s {part}")
        self.say(f"# of {sum(self.seconds.values()):.0f} s")


def all_tests(suite):
    for one in suite:
        if isinstance(one, unittest.TestSuite):
            yield from all_tests(one)
        else:
            yield one


def is_wanted(test, wanted):
    sanitized = getattr(test, "SANITIZED", True)
    if wanted.sanitized and not sanitized or wanted.unsanitized and sanitized:
        return False
    if wanted.words:
        return any(word in test.id() for word in wanted.words)
    needs = getattr(sys.modules[type(test).__module__], "NEEDS", None)
    return wanted.needs in (needs if isinstance(needs, tuple) else (needs,))


def kernel_complaints():
    """What the kernel remembers of its own accidents: it died somewhere, a warning, a lockup."""
    return int(Path("/proc/sys/kernel/tainted").read_text()) & (1 << 7 | 1 << 9 | 1 << 14)


def tell_kernel(result, before):
    result.tell(kernel_complaints() == before, KERNEL)
    if kernel_complaints() != before:
        result.explain(subprocess.run(("dmesg", "--level=warn+"), text=True, check=False,
                                      timeout=60, capture_output=True).stdout)


def parse(words):
    parser = argparse.ArgumentParser()
    parser.add_argument("--sanitized", action="store_true")
    parser.add_argument("--unsanitized", action="store_true")
    parser.add_argument("--needs")
    parser.add_argument("words", nargs="*")
    return parser.parse_args(words)


def run(tests, names, stream):
    """In the process that is watched."""
    os.dup2(2, 1)
    result = TapResult(stream, names)
    complaints = kernel_complaints()
    unittest.TestSuite(tests).run(result)
    tell_kernel(result, complaints)
    result.tell_slowest()
    compatibility.write()
    if not tests:
        result.explain("no test has such a name")
    return 1 if result.failed or not tests else 0


def main(words):
    wanted = parse(words)
    found = all_tests(unittest.defaultTestLoader.discover(str(HERE)))
    tests = [test for test in found if is_wanted(test, wanted)]
    names = [*(test.id() for test in tests), KERNEL]
    return watchdog.watch(names, lambda stream: run(tests, names, stream))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
