#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""A function that is added to the header is in both languages, and works, with the generator as
it is: added/pf.h goes into a copy of <sriov/pf.h>, and added/pf.c into a copy of the library."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Optional

HERE = Path(__file__).resolve().parent
TOP = HERE.parent.parent
BUILD = Path(os.environ.get("top_builddir", ".")).resolve()
sys.path.insert(0, str(HERE.parent))

import tap

ADDED = HERE / "added"
ARCHIVE = BUILD / "libsriov" / "libsriov.a"
MAKE_HOST = BUILD / "tests" / "made_up_host" / "make"
# What both languages print: em1 could have 7 VFs and has 5.
PRINTED = ["2", "Hello, em1", "Welcome, em1", "INVALID"]
# A program beside the package, and what the package asks pkg-config for.
GO_MOD = """module try

go 1.19

require libsriov/sriov v0.0.0

replace libsriov/sriov => ../bindings/go
"""
PC = """Name: libsriov
Description: with what is added
Version: 0.2
Libs: -L{folder}/lib -lsriov
Cflags: -I{folder}/include
"""
END = "#ifdef __cplusplus\n}\n"


def run(*command: object, cwd: Optional[Path] = None, **environment: str) -> str:
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}: {done.stdout}"
    return done.stdout


class Added(unittest.TestCase):
    """One library, one host and one set of bindings for all tests."""

    folder: Path
    library: str

    @classmethod
    def setUpClass(cls) -> None:
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        cls.folder = Path(temporary.name)
        cls.libraries = str(cls.folder / "lib")
        cls.add_to_header()
        cls.build_library()
        run(MAKE_HOST, "--vfs", 5, cls.folder / "host")
        shutil.copytree(TOP / "bindings", cls.folder / "bindings")
        run(
            sys.executable,
            TOP / "bindings" / "generate.py",
            *("--headers", cls.folder / "include" / "sriov"),
            *("--output", cls.folder / "bindings"),
        )

    @classmethod
    def add_to_header(cls) -> None:
        shutil.copytree(TOP / "include", cls.folder / "include")
        header = cls.folder / "include" / "sriov" / "pf.h"
        before, after = header.read_text().rsplit(END, 1)
        header.write_text(before + (ADDED / "pf.h").read_text() + END + after)

    @classmethod
    def build_library(cls) -> None:
        """The whole library and what is added, under its own name."""
        (cls.folder / "lib").mkdir()
        needed = run("pkg-config", "--libs", "--static", "libsriov", PKG_CONFIG_PATH=uninstalled())
        others = [word for word in shlex.split(needed) if word != "-lsriov"]
        run(
            *shlex.split(os.environ.get("CC", "cc")),
            *shlex.split(os.environ.get("SANITIZERS", "")),
            *("-shared", "-fPIC", "-D_GNU_SOURCE", f"-I{cls.folder}/include"),
            ADDED / "pf.c",
            *("-Wl,--whole-archive", ARCHIVE, "-Wl,--no-whole-archive", *others),
            *("-Wl,-soname,libsriov.so.0", "-o", cls.folder / "lib" / "libsriov.so.0"),
        )
        (cls.folder / "lib" / "libsriov.so").symlink_to("libsriov.so.0")

    def test_python(self) -> None:
        package = str(self.folder / "bindings" / "python")
        printed = run(
            sys.executable,
            ADDED / "try.py",
            self.folder / "host",
            PYTHONPATH=package,
            LD_LIBRARY_PATH=self.libraries,
        )
        self.assertEqual(printed.splitlines(), PRINTED)

    @unittest.skipUnless(shutil.which("go"), "go is missing")
    def test_go(self) -> None:
        program = self.folder / "try"
        program.mkdir()
        shutil.copy(ADDED / "try.go", program)
        (program / "go.mod").write_text(GO_MOD)
        (self.folder / "libsriov.pc").write_text(PC.format(folder=self.folder))
        run(
            *("go", "build"),
            cwd=program,
            GOCACHE=str(self.folder / "cache"),
            GOFLAGS="-mod=mod",
            GOPROXY="off",
            CGO_CFLAGS="-O0",
            PKG_CONFIG_PATH=f"{self.folder}:{os.environ.get('PKG_CONFIG_PATH', '')}",
        )
        printed = run(
            program / "try", self.folder / "host", LD_LIBRARY_PATH=self.libraries
        )
        self.assertEqual(printed.splitlines(), PRINTED)


def uninstalled() -> str:
    return f"{BUILD / 'pkgconfig'}:{os.environ.get('PKG_CONFIG_PATH', '')}"


def missing() -> str:
    """Why these tests cannot run here, "" when they can."""
    if not shutil.which("doxygen"):
        return "doxygen is missing"
    if not ARCHIVE.exists():
        return "the library is not built as an archive"
    return "the sanitizers come with programs only" if os.environ.get("SANITIZERS") else ""


if __name__ == "__main__":
    if missing():
        tap.skip_all(missing())
    tap.main()
