# SPDX-License-Identifier: LGPL-2.1-or-later
"""Importing the module: what is told when the library is missing or too old."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

IMPORT = """
try:
    import sriov
except ImportError as error:
    print(error)
"""


class Importing(unittest.TestCase):

    def imported(self, folder: str) -> str:
        environment = {**os.environ, "LD_LIBRARY_PATH": folder}
        done = subprocess.run([sys.executable, "-c", IMPORT], env=environment, text=True,
                              capture_output=True, check=False)
        self.assertEqual((done.stderr, done.returncode), ("", 0))
        return done.stdout

    def test_missing(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            told = self.imported(folder)
        if not told:
            self.skipTest("a libsriov is installed here")
        self.assertEqual(told, "the module sriov needs the C library libsriov.so.0, which is not "
                         "installed where the loader looks: install libsriov, or name its folder "
                         "in LD_LIBRARY_PATH\n")

    def test_broken(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "libsriov.so.0").write_text("nothing", encoding="ascii")
            told = self.imported(folder)
        self.assertRegex(told, r"^the module sriov cannot load the C library libsriov.so.0: "
                         r".*: file too short\n$|invalid ELF header\n$")

    def test_too_old(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            compiler = os.environ.get("CC", "cc").split()
            library = Path(folder, "libsriov.so.0")
            try:
                subprocess.run([*compiler, "-shared", "-o", library, "-x", "c", os.devnull],
                               check=True)
            except OSError:
                self.skipTest("there is no C compiler")
            told = self.imported(folder)
        self.assertRegex(told, r"^the module sriov is newer than the C library libsriov.so.0 that "
                         r"is installed, which has no sriov_\w+\(\)\n$")
