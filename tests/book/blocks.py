# SPDX-License-Identifier: LGPL-2.1-or-later
"""The blocks of code in the book, in README and HACKING and in the comments of the headers.

A block is between fences that name its language. What a block prints stands in a block of the
language "text" after it, below the same heading, where "..." is any text within a line or any
lines. A comment above a block says how it is run, when it is not run on the made-up host:

    <!-- run: test-host -->         in the test host, on cards without VFs
    <!-- run: vfs -->               in the test host, on cards with seven VFs each
    <!-- run: fails -->             its exit status is 1
    <!-- run: words -->             not at all: the programs, options and targets of this tree that
                                    it names exist
    <!-- run: unit -->              a unit test, linked with what unit tests have
    <!-- run: quoted -->            a text that nothing here prints

Words may be combined: "run: vfs, fails". The blocks of headers are run as with "vfs".
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import FrozenSet, Iterator, List, Optional, Tuple

LANGUAGES = ("c", "python", "go", "sh")
WORDS = {"test-host", "vfs", "fails", "words", "unit", "quoted"}
WHOLE = {"c": r"^int main\(", "python": r"^(import|from) ", "go": r"^package main$", "sh": r""}
FENCE = re.compile(r"^( *)(```+|~~~+)\s*(\S*)\s*$")
RUN = re.compile(r"^<!-- run: (.*) -->$")


class Refusal(Exception):
    """A block that no test could be made of: file and line, and what is wrong."""


@dataclass
class Block:
    page: Path
    line: int
    language: str
    text: str
    words: FrozenSet[str] = field(default_factory=frozenset)
    prints: Optional[str] = None

    @property
    def name(self) -> str:
        """The same as long as nothing above it changes; a name in every language."""
        return f"book_{re.sub(r'[^a-z0-9]', '_', self.page.stem.lower())}_{self.line}"

    @property
    def title(self) -> str:
        return f"{self.page.name}:{self.line} ({self.language})"

    @property
    def place(self) -> str:
        for place in ("words", "unit", "vfs", "test-host"):
            if place in self.words:
                return place
        return "made-up"

    def is_whole(self) -> bool:
        """Whether it is a program already, and not a part of one."""
        return bool(re.search(WHOLE[self.language], self.text, re.M))


def words_of(page: Path, line: int, text: str) -> FrozenSet[str]:
    words = frozenset(text.replace(",", " ").split())
    if words - WORDS:
        raise Refusal(f"{page}:{line}: nothing is run {' '.join(sorted(words - WORDS))}")
    return words


def read_fences(page: Path) -> Iterator[Tuple[int, str, str, FrozenSet[str]]]:
    """(line, language, text, words) of each fenced block; a heading is ("heading")."""
    words: FrozenSet[str] = frozenset()
    fence, language, start = "", "", 0
    lines: List[str] = []
    before = ""
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        found = FENCE.match(line)
        if fence:
            if found and found[2] == fence and not found[3]:
                yield start, language, "\n".join(lines) + "\n", words
                fence, words = "", frozenset()
            else:
                lines.append(line)
        elif found:
            fence, language, start, lines = found[2], found[3], number, []
        elif RUN.match(line):
            words = words_of(page, number, RUN.match(line)[1])  # type: ignore[index]
        elif re.match(r"#+ ", line):
            yield number, "heading", "", frozenset()
        elif re.match(r"( {4}|\t)\S", line) and not before.strip():
            raise Refusal(f"{page}:{number}: code wants fences that name its language")
        before = line if line.strip() or not re.match(r"\s*([-*]|\d+\.) ", before) else before
    if fence:
        raise Refusal(f"{page}:{start}: this fence is never closed")


def read_page(page: Path) -> List[Block]:
    blocks: List[Block] = []
    last: Optional[Block] = None
    for line, language, text, words in read_fences(page):
        if language == "heading":
            last = None
        elif language == "text" and "quoted" in words:
            continue
        elif language == "text":
            if not last or last.prints is not None:
                raise Refusal(f"{page}:{line}: no block above it prints this")
            last.prints = text
        elif language in LANGUAGES:
            last = Block(page, line, language, text, words)
            blocks.append(last)
        else:
            raise Refusal(f"{page}:{line}: there are no tests for the language '{language}'")
    return blocks


def read_header(header: Path) -> List[Block]:
    blocks = []
    lines: Optional[List[str]] = None
    start = 0
    for number, line in enumerate(header.read_text(encoding="utf-8").splitlines(), 1):
        text = re.sub(r"^ \* ?", "", line)
        if lines is None:
            if text == "@code{.c}":
                lines, start = [], number
            elif re.match(r"(@code|```|~~~)", text):
                raise Refusal(f"{header}:{number}: code begins with @code{{.c}} here")
        elif text == "@endcode":
            blocks.append(Block(header, start, "c", "\n".join(lines) + "\n", frozenset({"vfs"})))
            lines = None
        else:
            lines.append(text)
    return blocks


def read_all(top: Path) -> List[Block]:
    """Of the source tree, in the order in which they are read."""
    pages = [top / "README.md", top / "HACKING.md", top / "doc/mainpage.md",
             *sorted((top / "doc/book").glob("*.md"))]
    headers = sorted((top / "include/sriov").glob("*.h"))
    return ([block for page in pages for block in read_page(page)] +
            [block for header in headers for block in read_header(header)])
