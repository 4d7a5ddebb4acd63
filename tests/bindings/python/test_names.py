# SPDX-License-Identifier: LGPL-2.1-or-later
"""The names of releases stay."""

from __future__ import annotations

import os
import unittest
from pathlib import Path

import names

# Of each release, beside what is kept of its ABI.
KEPT = "*/python"


class Names(unittest.TestCase):

    def test_releases_are_kept(self) -> None:
        today = names.all_names()
        for kept in Path(os.environ["top_srcdir"], "tests", "abi").glob(KEPT):
            with self.subTest(kept.parent.name):
                self.assertEqual(names.missing(kept.read_text(encoding="ascii"), today), [])

    def test_what_changes_is_seen(self) -> None:
        today = names.all_names()
        for line in ("PF.set_vf_count(self, count)", "PF.set_vf_count(*, allow_destroy=)",
                     "PF.vf_count", "LinkState.ENABLE = 1", "get_version()"):
            self.assertIn(line, today)
            without = [each for each in today if each != line]
            self.assertEqual(names.missing("\n".join(today), without), [line])
