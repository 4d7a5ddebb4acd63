# SPDX-License-Identifier: LGPL-2.1-or-later
"""The book's Markdown, as much of it as the book uses, as the blocks of text.py.

Headings, paragraphs, lists, tables, listings; code, links and the names of functions in a line.
Diagrams are left out: their lines between @dot and @enddot.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Callable, Iterator, Union

from ..text import Block, Bullets, Listing, Paragraph, Run, RunKind

# A link to a page of the book has this before the page's name in its target.
PAGE = "page:"

INLINE = re.compile(
    r"`(?P<code>[^`]+)`"
    r"|\[(?P<text>[^\]]+)\]\((?P<page>[a-z_-]+)\.md(#[^)]*)?\)"
    r"|(?P<function>\bsriov_[a-z0-9_]+)\(\)"
    r"|#(?P<name>(sriov|SRIOV)_[A-Za-z0-9_]+)"
    r"|\*\*(?P<bold>.+?)\*\*"
)
ITEM = re.compile(r"(- |\d+\. )(?P<text>.*)")
FENCE = "```"


@dataclass(frozen=True)
class Heading:
    """The title of a page (level 1) or of a part of it."""

    level: int
    text: str


@dataclass(frozen=True)
class Table:
    """Rows of cells; `titles` are those of the columns."""

    titles: tuple[str, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]


Part = Union[Block, Heading, Table]


def parse(text: str) -> list[Part]:
    """The parts of a page."""
    return list(_Parser(text).parts())


def inline(text: str) -> tuple[Run, ...]:
    """A line of Markdown as runs."""
    runs: list[Run] = []
    position = 0
    for found in INLINE.finditer(text):
        runs.append(Run(RunKind.TEXT, text[position : found.start()]))
        runs += _special(found)
        position = found.end()
    runs.append(Run(RunKind.TEXT, text[position:]))
    return tuple(run for run in runs if run.text)


def _special(found: re.Match[str]) -> tuple[Run, ...]:
    if found["code"]:
        return (Run(RunKind.CODE, found["code"]),)
    if found["page"]:
        return (Run(RunKind.LINK, found["text"], PAGE + found["page"]),)
    if found["function"]:
        return (Run(RunKind.LINK, found.group(), found["function"]),)
    if found["name"]:
        return (Run(RunKind.LINK, found["name"], found["name"]),)
    return inline(found["bold"])


class _Parser:
    def __init__(self, text: str):
        self.lines = _without_comments_and_diagrams(text.splitlines())
        self.position = 0

    def parts(self) -> Iterator[Part]:
        while self.position < len(self.lines):
            line = self.lines[self.position]
            if not line.strip():
                self.position += 1
            elif line.startswith("#") and re.match("#+ ", line):
                yield self._heading()
            elif line.startswith(FENCE):
                yield self._listing()
            elif line.startswith("|"):
                yield self._table()
            elif ITEM.match(line):
                yield self._bullets()
            else:
                yield Paragraph(inline(" ".join(self._take(_goes_on))))

    def _take(self, wanted: Callable[[str], bool]) -> list[str]:
        """The line here, whatever it is, and those after it that are wanted."""
        begin = self.position
        self.position += 1
        while self.position < len(self.lines) and wanted(self.lines[self.position]):
            self.position += 1
        return [line.strip() for line in self.lines[begin : self.position]]

    def _heading(self) -> Heading:
        marks, text = self.lines[self.position].split(" ", 1)
        self.position += 1
        return Heading(len(marks), text.replace("`", ""))

    def _listing(self) -> Listing:
        end = self.lines.index(FENCE, self.position + 1)
        lines = self.lines[self.position + 1 : end]
        self.position = end + 1
        return Listing(tuple(line.expandtabs(8) for line in lines))

    def _table(self) -> Table:
        titles, _, *rows = self._take(lambda line: line.startswith("|"))
        return Table(
            tuple(_cells(titles)),
            tuple(tuple(inline(cell) for cell in _cells(row)) for row in rows),
        )

    def _bullets(self) -> Bullets:
        items = []
        while self.position < len(self.lines) and ITEM.match(self.lines[self.position]):
            first, *more = self._take(_goes_on)
            found = ITEM.match(first)
            text = " ".join([found["text"] if found else first, *more])
            items.append((Paragraph(inline(text)),))
        return Bullets(tuple(items))


def _goes_on(line: str) -> bool:
    """Whether a line belongs to the paragraph before it."""
    return bool(line.strip()) and not line.startswith((FENCE, "|", "#")) and not ITEM.match(line)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _without_comments_and_diagrams(lines: list[str]) -> list[str]:
    kept, inside = [], False
    for line in lines:
        inside = inside or line.startswith(("@dot", "\\dot"))
        if not inside and not line.startswith("<!--"):
            kept.append(line.rstrip())
        inside = inside and not line.startswith(("@enddot", "\\enddot"))
    return kept
