# SPDX-License-Identifier: LGPL-2.1-or-later
"""A fake kernel for each class of tests, and programs that see it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path
from typing import Callable

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import tap

PROGRAMS = Path(os.environ.get("top_builddir", ".")).resolve() / "tests" / "fake_kernel"
SCENARIOS = Path(__file__).resolve().parent / "scenarios"

# What comes at once on a machine that has nothing else to do, in seconds.
PATIENCE = 60

# Writes as programs write to sysfs, and says the errno of each.
WRITE = """
import os, sys
for path, text in zip(sys.argv[1::2], sys.argv[2::2]):
    fd = os.open(path, os.O_WRONLY)
    try:
        os.write(fd, text.encode())
        print(0)
    except OSError as error:
        print(error.errno)
    os.close(fd)
"""


class KernelCase(unittest.TestCase):
    """Each test begins with two PFs, em1 and em2, that have no VFs, and with nothing under way,
    whatever became of the test before."""

    folder: tempfile.TemporaryDirectory[str]
    host: Path
    kernel: subprocess.Popen[bytes]

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = tempfile.TemporaryDirectory()
        cls.host = Path(cls.folder.name, "host")
        cls.kernel = subprocess.Popen([PROGRAMS / "kernel", cls.host], stdout=subprocess.PIPE)
        assert cls.kernel.stdout is not None
        assert cls.kernel.stdout.readline() == b"ready\n"
        tell(cls.host, "snapshot", "empty")

    @classmethod
    def tearDownClass(cls) -> None:
        tell(cls.host, "end")
        cls.kernel.communicate(timeout=60)
        assert cls.kernel.returncode == 0
        cls.folder.cleanup()

    def setUp(self) -> None:
        self.wait_for(self.is_quiet)
        shutil.rmtree(self.host / "runtime", ignore_errors=True)
        self.tell("restore", "empty")

    def tell(self, *words: str) -> str:
        return tell(self.host, *words)

    def is_quiet(self) -> bool:
        """What is held may come after the first word that releases it."""
        self.tell("release")
        return not self.find_processes()

    def is_held(self) -> bool:
        return bool(self.tell("held"))

    def wait_for(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), end, condition)
            time.sleep(0.01)

    def find_processes(self, name: str = "") -> list[int]:
        """Those that see this kernel, all or of that name."""
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                if name in ("", (folder / "comm").read_text().rstrip("\n")) and \
                        os.fsencode(f"FAKE_KERNEL={self.host}") in (folder / "environ").read_bytes().split(b"\0"):
                    found.append(int(folder.name))
            except OSError:
                pass
        return found

    def environment(self) -> dict[str, str]:
        """That of a program that sees the fake kernel; the sanitizers want to be the first."""
        return {**os.environ, "FAKE_KERNEL": str(self.host),
                "LD_PRELOAD": str(PROGRAMS / ".libs" / "preload.so"),
                "ASAN_OPTIONS": "verify_asan_link_order=0:detect_leaks=0"}

    def run_program(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(words, env=self.environment(), text=True, capture_output=True,
                              check=False, timeout=120)

    def succeed(self, *words: str | Path) -> str:
        done = self.run_program(*words)
        self.assertEqual((done.returncode, done.stderr), (0, ""), words)
        return done.stdout

    def sysfs(self, path: str) -> Path:
        return self.host / "sys" / "bus" / "pci" / path

    def write(self, *pairs: tuple[str, str]) -> list[int]:
        words = [word for path, text in pairs for word in (str(self.sysfs(path)), text)]
        return [int(line) for line in self.succeed(sys.executable, "-c", WRITE, *words).split()]


def tell(host: Path, *words: str) -> str:
    return subprocess.run([PROGRAMS / "tell", host, *words], text=True, check=True,
                          stdout=subprocess.PIPE, timeout=60).stdout


def may_trace() -> bool:
    done = subprocess.run([PROGRAMS / "killer", "count", "true"], check=False,
                          capture_output=True, timeout=60)
    return done.returncode == 0


def main() -> None:
    if not (PROGRAMS / ".libs" / "preload.so").exists():
        tap.skip_all("what is loaded into programs is not built")
    tap.main()
