# SPDX-License-Identifier: LGPL-2.1-or-later
"""Comments as mdoc, the language of manual pages.

Macros stand on lines of their own, and what a sentence puts right before or after one (brackets,
commas) goes with it as an argument. Where a word is more tangled than that, fonts do.
"""

from __future__ import annotations

import re
from typing import Callable

from ..text import Block, Bullets, Listing, Paragraph, Run, RunKind

# What mdoc takes as punctuation around the argument of a macro.
OPENING, CLOSING = "([", ".,:;)]?!"
# The macro for the name of something, with its arguments: [".Fn", "sriov_pf_open"].
Namer = Callable[[str], list[str]]


def escape(text: str) -> str:
    """Plain text, safe anywhere but at the beginning of a line."""
    return text.replace("\\", "\\e")


def escape_code(text: str) -> str:
    """Code, which is to be copied: ASCII stays what it is."""
    signs = {"-": "\\-", "~": "\\(ti", "^": "\\(ha", "`": "\\(ga", "'": "\\(aq"}
    return "".join(signs.get(sign, sign) for sign in escape(text))


def argument(text: str) -> str:
    """An argument of a macro: quoted when it has spaces, and never a macro itself."""
    if re.fullmatch(r"[A-Z][A-Za-z]{1,2}|[%]?[A-Z]|.", text):
        return "\\&" + text
    return '"' + text.replace('"', "\\(dq") + '"' if " " in text else text.replace('"', "\\(dq")


def words(text: str) -> str:
    """Text after a macro that looks for others in it."""
    return " ".join(argument(word) for word in escape(text).split())


def line(text: str) -> str:
    """A line of text, which begins with no macro."""
    return "\\&" + text if text.startswith((".", "'")) else text


class Writer:
    """Turns blocks into lines of mdoc; `name` tells the macro for a C name."""

    def __init__(self, name: Namer):
        self.name = name

    def blocks(self, blocks: tuple[Block, ...]) -> list[str]:
        """Blocks that something begins with."""
        return self.more(blocks)[1:] if _is_paragraph(blocks[:1]) else self.more(blocks)

    def more(self, blocks: tuple[Block, ...]) -> list[str]:
        """Blocks after others; only paragraphs have to be set apart."""
        lines: list[str] = []
        for block in blocks:
            lines += [".Pp"] if isinstance(block, Paragraph) else []
            lines += self._block(block)
        return lines

    def _block(self, block: Block) -> list[str]:
        if isinstance(block, Listing):
            return [".Bd -literal -offset indent", *map(_literal, block.lines), ".Ed"]
        if isinstance(block, Bullets):
            items = [[".It", *self.blocks(item)] for item in block.items]
            return [".Bl -dash -compact", *(each for item in items for each in item), ".El"]
        return self.sentence(block.runs)

    def sentence(self, runs: tuple[Run, ...]) -> list[str]:
        """Lines of a paragraph; each sentence begins a new one."""
        lines: list[str] = []
        words: list[str] = []
        for word in split_words(runs):
            placed = self._macro(word)
            if placed:
                lines += _flush(words) + [placed]
                continue
            words.append("".join(map(_inline, word)))
            if words[-1].endswith((".", ":", "?")):
                lines += _flush(words)
        return lines + _flush(words)

    def _macro(self, word: list[Run]) -> str:
        """A word that is one piece of code or one name, with punctuation around it at most."""
        special = [run for run in word if run.kind is not RunKind.TEXT]
        if not special:
            return _null(word[0].text)
        if len(special) > 1:
            return ""
        place = word.index(special[0])
        before = "".join(run.text for run in word[:place])
        after = "".join(run.text for run in word[place + 1 :])
        if before.strip(OPENING) or after.strip(CLOSING):
            return ""
        name, *arguments = self._name(special[0])
        return " ".join([f".{name}", *before, *arguments, *after])

    def _name(self, run: Run) -> list[str]:
        if run.kind is RunKind.CODE:
            return ["Ql", argument(escape_code(run.text))]
        name, *arguments = self.name(run.target)
        return [name, *map(argument, arguments)]


def _is_paragraph(blocks: tuple[Block, ...]) -> bool:
    return bool(blocks) and isinstance(blocks[0], Paragraph)


def _null(text: str) -> str:
    """NULL is a constant wherever it stands."""
    found = re.fullmatch(r"([(\[]*)NULL([.,:;)\]?!]*)", text)
    return " ".join([".Dv", *found[1], "NULL", *found[2]]) if found else ""


def split_words(runs: tuple[Run, ...]) -> list[list[Run]]:
    """The words of a sentence; each is the pieces between two spaces of its plain text."""
    words: list[list[Run]] = [[]]
    for run in runs:
        if run.kind is not RunKind.TEXT:
            words[-1].append(run)
            continue
        for number, text in enumerate(run.text.split(" ")):
            if number:
                words.append([])
            if text:
                words[-1].append(Run(RunKind.TEXT, text))
    return [word for word in words if word]


def _inline(run: Run) -> str:
    if run.kind is RunKind.TEXT:
        return escape(run.text)
    return f"\\fB{escape_code(run.text)}\\fP"


def _flush(words: list[str]) -> list[str]:
    """The words so far as a line, which they are no more then."""
    text = " ".join(words)
    words.clear()
    return [line(text)] if text else []


def _literal(text: str) -> str:
    return line(escape_code(text))
