#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Writes the bindings from the public headers.

Doxygen's XML is the model, the rules of the header are checked first, and each language's emitter
turns the model into files, comments included. Nobody edits these: their first lines say so.
"""

from __future__ import annotations

import argparse
import difflib
import sys
from pathlib import Path
from typing import Callable

# The source folder may be read only, and is none of a build's places.
sys.dont_write_bytecode = True

from generator import go, man, python, rules
from generator.declarations import Declarations
from generator.doxygen import DoxygenError, read_headers
from generator.model import Model
from generator.reader import read_model

BINDINGS = Path(__file__).resolve().parent
HEADERS = BINDINGS.parent / "include" / "sriov"
BOOK = BINDINGS.parent / "doc" / "book"
# What a file that is made here has in one of its first lines.
MARK = "Made by bindings/generate.py"
MARK_LINES = 5

# What is written: path below the output folder, and text.
Files = dict[str, str]
EMITTERS: tuple[Callable[[Model], Files], ...] = (go.emit, python.emit)


def main() -> int:
    options = parse_options()
    try:
        declarations = read_headers(options.headers, options.doxygen)
    except DoxygenError as error:
        print(f"generate.py: {error}", file=sys.stderr)
        return 1
    if refuse(declarations, options.headers):
        return 1
    model = read_model(declarations)
    if options.man:
        man.write(model, BOOK, options.man, options.version)
        return 0
    files = {path: text for emit in EMITTERS for path, text in emit(model).items()}
    unmarked = [path for path, text in files.items() if not is_marked(text)]
    assert not unmarked, f"no {MARK!r} at the head of {unmarked}"
    if options.check:
        return compare(options.output, files)
    write(options.output, files)
    return 0


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--check", action="store_true", help="change nothing, show differences")
    parser.add_argument("--headers", type=Path, default=HEADERS, metavar="FOLDER")
    parser.add_argument("--output", type=Path, default=BINDINGS, metavar="FOLDER")
    parser.add_argument("--man", type=Path, metavar="FOLDER", help="write manual pages instead")
    parser.add_argument("--version", default="", help="of the library, for the manual pages")
    parser.add_argument("--doxygen", default="doxygen", metavar="PROGRAM")
    return parser.parse_args()


def refuse(declarations: Declarations, headers: Path) -> bool:
    """Tells all that is outside the rules of the header."""
    refusals = rules.check(declarations)
    for refusal in refusals:
        print(f"{headers}/{refusal}", file=sys.stderr)
    return bool(refusals)


def write(folder: Path, files: Files) -> None:
    """Writes what is new or other than before, and removes what is made no more."""
    for path, text in files.items():
        target = folder / path
        if read(target) != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
            print(f"wrote {target}")
    for path in stale(folder, files):
        (folder / path).unlink()
        print(f"removed {folder / path}")


def compare(folder: Path, files: Files) -> int:
    """Shows how the files are other than what would be written."""
    differences = [
        line
        for path in sorted({*files, *stale(folder, files)})
        for line in difference(path, read(folder / path), files.get(path, ""))
    ]
    sys.stdout.writelines(differences)
    if differences:
        print('The headers say something else: run "make bindings".', file=sys.stderr)
    return 1 if differences else 0


def difference(path: str, before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), path, f"{path} (new)"
    )
    return list(lines)


def stale(folder: Path, files: Files) -> list[str]:
    """Files that were made here once and are made no more."""
    folders = {(folder / path).parent for path in files}
    made = (path for each in folders if each.is_dir() for path in each.iterdir() if path.is_file())
    names = (path.relative_to(folder).as_posix() for path in made if is_marked(read(path)))
    return [name for name in names if name not in files]


def is_marked(text: str) -> bool:
    return any(MARK in line for line in text.splitlines()[:MARK_LINES])


def read(path: Path) -> str:
    """The text of a file, "" when it is missing or no text."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


if __name__ == "__main__":
    sys.exit(main())
