# SPDX-License-Identifier: LGPL-2.1-or-later
"""A made-up host to test on, and programs of their own where a process has to end."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
import textwrap
import unittest
from pathlib import Path
from typing import Any

import sriov

MAKE = Path(os.environ["top_builddir"], "tests", "made_up_host", "make")
# What begins the programs of run_program().
PROLOGUE = """
import gc, os, sys, threading
import sriov

def context(**more):
    host = sys.argv[1]
    return sriov.Context(sysfs=host + "/sys", procfs=host + "/proc", devfs=host + "/dev",
                         modules=host + "/modules", modprobe=host + "/modprobe", **more)
"""


class HostCase(unittest.TestCase):
    """Tests that share a made-up host: nothing in it reacts to what is written."""

    folder: tempfile.TemporaryDirectory[str]
    host: Path

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = tempfile.TemporaryDirectory()
        cls.host = Path(cls.folder.name, "host")
        subprocess.run([MAKE, "--broken", cls.host], check=True)

    @classmethod
    def tearDownClass(cls) -> None:
        cls.folder.cleanup()

    def context(self, **more: Any) -> sriov.Context:
        return sriov.Context(sysfs=self.host / "sys", procfs=self.host / "proc",
                             devfs=self.host / "dev", modules=self.host / "modules",
                             modprobe=self.host / "modprobe",
                             runtime_directory=self.host / "runtime", **more)

    def run_program(self, text: str) -> subprocess.CompletedProcess[str]:
        """A program of its own, which has context()."""
        program = PROLOGUE + textwrap.dedent(text)
        return subprocess.run([sys.executable, "-c", program, str(self.host)], text=True,
                              capture_output=True, check=False, timeout=120)

    def expect_program(self, text: str, output: str) -> None:
        """It says that, nothing else, and ends well."""
        done = self.run_program(text)
        self.assertEqual((done.stdout, done.stderr, done.returncode), (output, "", 0))


def open_files() -> int:
    """How many descriptors are open, with all that is garbage gone: a context has some, and closes
    them when nothing holds it any more."""
    gc.collect()
    return len(os.listdir("/proc/self/fd"))
