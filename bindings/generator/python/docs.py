# SPDX-License-Identifier: LGPL-2.1-or-later
"""Docstrings from the comments: in Python's words, without what only C has to care for."""

from __future__ import annotations

import re
from typing import Optional, Sequence

from ..model import CodeDoc, Doc, EnumValue, Function, Parameter
from ..naming import PREFIX
from ..text import Block, Listing, Run, Style, sentence, wrap, wrap_text
from .layout import STEP, WIDTH, indent
from .names import Names, safe

WORDS = {"NULL": "None", "true": "True", "false": "False"}
# Who owns what is Python's business.
OWNERSHIP = re.compile(
    r"(?:\band )?\breleased with \S+\(\)[;,:.]?\s*"
    r"|\bborrowed(?: from the \w+| for the call)?(?:, take a reference to keep it longer)?[;,.]?\s*"
    r"|, copied\b|\bcopied[;,.]\s*"
    r"|[,;]?\s*\bNone for None\b\.?")
# What cannot happen here, or is one way of several: other types are TypeErrors.
NULL_ARGUMENT = re.compile(r"^(?:an argument|`\w+`(?: or `\w+`)?) is None(?:\.?$|,? or )")


class Docs:
    """Writes docstrings with a module's names."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.style = Style(link=names.link, words=WORDS)

    def text(self, runs: Sequence[Run]) -> str:
        said = OWNERSHIP.sub("", sentence(tuple(runs), self.style)).strip(" ;,")
        return said

    def of_thing(self, doc: Doc, depth: int) -> list[str]:
        """Of a class."""
        return quoted(self._body(doc, depth), depth)

    def of_value(self, value: EnumValue) -> str:
        """Of a value, for the comment above it."""
        return " ".join((self.text(value.doc.brief), *wrap(value.doc.details, 1000, self.style)))

    def of_function(self, function: Function, inputs: Sequence[tuple[str, str]],
                    depth: int) -> list[str]:
        """Of a method; what is said of its inputs by their names in Python."""
        width = WIDTH - len(STEP) * depth
        lines = self._body(function.doc, depth)
        lines += _section("Args", inputs, width)
        lines += self._returns(function, width)
        raised = (self._raised(each) for each in function.doc.codes)
        lines += _section("Raises", [each for each in raised if each], width)
        lines += self._kernel(function.doc.kernel, width)
        return quoted(lines, depth)

    def _body(self, doc: Doc, depth: int) -> list[str]:
        width = WIDTH - len(STEP) * depth
        # Three quotes come before the first line.
        lines = [line.strip() for line in wrap_text("   " + self.text(doc.brief), width)]
        # A listing of C says nothing here.
        blocks = tuple(each for each in doc.details
                       if not isinstance(each, Listing) or PREFIX not in "".join(each.lines))
        details = wrap(blocks, width, self.style)
        return lines + ([""] + details if details else [])

    def _returns(self, function: Function, width: int) -> list[str]:
        results: list[Parameter] = list(function.results)
        if len(results) > 1:
            said_of = [(each.name, self.text(each.runs)) for each in results]
            return _section("Returns", said_of, width)
        said = self.text(results[0].runs if results else function.doc.returns)
        if not said:
            return []
        return ["", "Returns:", *indent(wrap_text(said, width - len(STEP)))]

    def _raised(self, code: CodeDoc) -> Optional[tuple[str, str]]:
        said = NULL_ARGUMENT.sub("", self.text(code.runs))
        if not said:
            return None
        _, value = self.names.values[code.code]
        return self.names.exception(value), said

    def _kernel(self, blocks: Sequence[Block], width: int) -> list[str]:
        said = wrap(tuple(blocks), width - len(STEP), self.style)
        if not said or said == ["none."]:
            return []
        return ["", "Kernel interface:", *indent(said)]


def _section(title: str, items: Sequence[tuple[str, str]], width: int) -> list[str]:
    if not items:
        return []
    lines = ["", f"{title}:"]
    for name, said in items:
        first, *more = wrap_text(f"{safe(name)}: {said}".strip(), width - 2 * len(STEP))
        lines += [STEP + first, *indent(more, 2)]
    return lines


def quoted(lines: Sequence[str], depth: int) -> list[str]:
    """A docstring, closed on its last line when there is only one."""
    raw = "r" if any("\\" in line for line in lines) else ""
    first, *more = lines
    if not more and len(first) + 6 + len(raw) + len(STEP) * depth <= WIDTH:
        return [f'{raw}"""{first}"""']
    return [f'{raw}"""{first}', *more, '"""']
