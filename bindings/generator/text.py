# SPDX-License-Identifier: LGPL-2.1-or-later
"""The words of a comment, free of any language: emitters write them as docstrings, godoc, mdoc.

A comment is a list of blocks: paragraphs, bullets and listings. A paragraph is a line of runs,
each plain text, code, or the name of something that the header declares.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, field
from enum import Enum
from typing import Callable, Union


class RunKind(Enum):
    """What a piece of a sentence is."""

    TEXT = "text"
    CODE = "code"
    # The C name of a function, enum, enum value or struct is in `target`.
    LINK = "link"


@dataclass(frozen=True)
class Run:
    """A piece of a sentence."""

    kind: RunKind
    text: str
    target: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Some sentences."""

    runs: tuple[Run, ...] = ()


@dataclass(frozen=True)
class Bullets:
    """A list; each item is a list of blocks of its own."""

    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True)
class Listing:
    """Lines that stay as they are: C, or what a person types."""

    lines: tuple[str, ...]


Block = Union[Paragraph, Bullets, Listing]


@dataclass(frozen=True)
class Style:
    """How a language writes runs."""

    # The text of a run of each kind; links get the whole run, to rename what it is about.
    link: Callable[[Run], str] = lambda run: run.text
    code: Callable[[str], str] = lambda text: f"`{text}`"
    # Words of C in plain text and what the language says: {"NULL": "None"}.
    words: dict[str, str] = field(default_factory=dict)


PLAIN = Style(code=lambda text: text)


def sentence(runs: tuple[Run, ...], style: Style = PLAIN) -> str:
    """One line of text."""
    return "".join(_run(run, style) for run in runs).strip()


def _run(run: Run, style: Style) -> str:
    if run.kind is RunKind.LINK:
        return style.link(run)
    if run.kind is RunKind.CODE:
        return style.code(style.words.get(run.text, run.text))
    return _replace_words(run.text, style.words)


def _replace_words(text: str, words: dict[str, str]) -> str:
    if not words:
        return text
    pattern = r"\b(" + "|".join(map(re.escape, words)) + r")\b"
    return re.sub(pattern, lambda match: words[match.group()], text)


def wrap(blocks: tuple[Block, ...], width: int, style: Style = PLAIN) -> list[str]:
    """Lines of at most that many characters, with an empty one between blocks; bullets begin with
    a dash and listings are indented by four."""
    lines: list[str] = []
    for block in blocks:
        if lines:
            lines.append("")
        lines += _wrap_block(block, width, style)
    return lines


def _wrap_block(block: Block, width: int, style: Style) -> list[str]:
    if isinstance(block, Listing):
        return [("    " + line).rstrip() for line in block.lines]
    if isinstance(block, Bullets):
        return [line for item in block.items for line in _wrap_item(item, width, style)]
    return wrap_text(sentence(block.runs, style), width)


def _wrap_item(item: tuple[Block, ...], width: int, style: Style) -> list[str]:
    lines = wrap(item, width - 2, style)
    return [(("- " if number == 0 else "  ") + line).rstrip() for number, line in enumerate(lines)]


def wrap_text(text: str, width: int) -> list[str]:
    """Lines of a text; long words (addresses, paths) are left whole."""
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
