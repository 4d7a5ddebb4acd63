# SPDX-License-Identifier: LGPL-2.1-or-later
"""The kernel itself runs out of memory, at each of its allocations in turn, while the library reads:
tests/host/run --kernel small."""

import unittest
from pathlib import Path

from host import Case, EM1, ask, probe, vfs_on

NEEDS = "--kernel small"
FAILSLAB = Path("/sys/kernel/debug/failslab")
MOST = 5000


def setUpModule():
    # those too that would wait for memory; and not a page of the kernel's log for each
    (FAILSLAB / "ignore-gfp-wait").write_text("N")
    (FAILSLAB / "verbose").write_text("0")


class Reading(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(vfs_on(EM1, 2))

    def fail_each(self, *words):
        """Gives the errors that there were. What is no error is the whole answer."""
        wanted = probe(*words)
        errors = []
        for number in range(1, MOST):
            _, answer = ask("fail-nth", str(number), *words)
            if answer.pop("left"):
                self.assertEqual(answer, wanted)
                self.assertGreater(number, 1)
                return errors
            if "error" in answer:
                errors.append(answer["error"])
            else:
                self.assertEqual(answer, wanted, number)
        raise AssertionError("there is no end to it")

    def expect(self, errors):
        """Each says that memory was missing, and not that there is nothing."""
        self.assertTrue(errors)
        for error in errors:
            with self.subTest(error["message"]):
                self.assertIn(error["code"], ("no-memory", "failed"))

    def test_settings(self):
        self.expect(self.fail_each("settings", "em1"))


if __name__ == "__main__":
    unittest.main()
