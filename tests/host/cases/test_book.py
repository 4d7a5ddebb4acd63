# SPDX-License-Identifier: LGPL-2.1-or-later
"""The blocks of code of the book that want a real host: tests/book/blocks.py says which."""

import json
import sys
import unittest

from host import BUILD, Case, EM1, EM2, SOURCE, modules, remove_vfs, vfs, vfs_on

sys.path.insert(0, str(SOURCE / "tests/book"))
from outcome import judge  # noqa: E402

FOLDER = BUILD / "tests/book/programs"


def entries(place):
    plan = json.loads((FOLDER / "plan.json").read_text(encoding="utf-8"))
    return [entry for entry in plan if entry["place"] == place]


class Book(Case):
    """In the order of the pages; what is done to VFs goes with them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("vfio-pci"))

    def check(self, entry):
        with self.subTest(entry["title"]):
            if not entry["skipped"]:
                self.assertEqual(judge(entry, FOLDER), "")

    def test_without_vfs(self):
        for entry in entries("test-host"):
            self.check(entry)
            remove_vfs(*(pf for pf in (EM1, EM2) if vfs(pf)))

    def test_with_vfs(self):
        with vfs_on(EM1, 7), vfs_on(EM2, 7):
            for entry in entries("vfs"):
                self.check(entry)


if __name__ == "__main__":
    unittest.main()
