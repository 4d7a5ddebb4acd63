# SPDX-License-Identifier: LGPL-2.1-or-later
"""The book's pages as manual pages of section 7: doc/book/vfio.md is libsriov_vfio(7)."""

from __future__ import annotations

from pathlib import Path

from ..text import Paragraph, Run, sentence
from . import markdown
from .markdown import Heading, Part, Table
from .mdoc import Writer, words
from .page import Page, Release


def page_name(name: str) -> str:
    """The manual page of one of the book's."""
    return "libsriov_" + name.replace("-", "_")


def read(folder: Path, writer: Writer, release: Release) -> list[Page]:
    """All pages of the book."""
    pages = []
    for path in sorted(folder.glob("*.md")):
        parts = markdown.parse(path.read_text(encoding="utf-8"))
        name = page_name(path.stem)
        source = f"doc/book/{path.name}"
        lines = [*release.head(name, 7, source), *_body(name, parts, writer)]
        pages.append(Page(name, 7, lines))
    return pages


def _body(name: str, parts: list[Part], writer: Writer) -> list[str]:
    title, *rest = parts
    assert isinstance(title, Heading), f"{name} has no title"
    lines = [".Sh NAME", f".Nm {name}", f".Nd {words(title.text)}", ".Sh DESCRIPTION"]
    previous: Part = title
    for part in rest:
        lines += _part(part, previous, writer)
        previous = part
    return [*lines, ".Sh SEE ALSO", ".Xr libsriov 7"]


def _part(part: Part, previous: Part, writer: Writer) -> list[str]:
    if isinstance(part, Heading):
        return [f".Ss {words(part.text)}"]
    if isinstance(part, Table):
        return _table(part, writer)
    apart = isinstance(part, Paragraph) and not isinstance(previous, Heading)
    return writer.more((part,)) if apart else writer.blocks((part,))


def _table(table: Table, writer: Writer) -> list[str]:
    """A list of its first column; of the others each says what it is, when there are many."""
    lines = [".Bl -tag -width Ds"]
    for first, *others in table.rows:
        lines.append(f".It {words(sentence(first)) or '-'}")
        told = [(title, cell) for title, cell in zip(table.titles[1:], others) if cell]
        for number, (title, cell) in enumerate(told):
            lines += [".br"] if number else []
            lines += writer.sentence(_titled(title, cell) if len(others) > 1 else cell)
    return lines + [".El"]


def _titled(title: str, cell: tuple[Run, ...]) -> tuple[Run, ...]:
    return (*markdown.inline(f"{title}: " if title else ""), *cell)
