# SPDX-License-Identifier: LGPL-2.1-or-later
"""Comments from Doxygen's XML to the blocks of text.py."""

from __future__ import annotations

import re
from typing import Optional
from xml.etree.ElementTree import Element

from .declarations import ParameterComment
from .model import CodeDoc, Doc
from .text import Block, Bullets, Listing, Paragraph, Run, RunKind

KERNEL_TITLE = "Kernel interface"
LISTS = ("itemizedlist", "orderedlist")
# What stands inside a paragraph of the XML and is none of its words.
PARTS = ("parameterlist", "simplesect", "programlisting", "verbatim", *LISTS)

Names = dict[str, str]


class Comment:
    """One comment; `names` tells the C name behind each of Doxygen's ids."""

    def __init__(self, element: Element, names: Names):
        self.element = element
        self.names = names

    def doc(self) -> Doc:
        brief = self._runs(self.element.find("briefdescription"))
        details = self._blocks(self.element.find("detaileddescription"))
        if not brief and details and isinstance(details[0], Paragraph):
            brief, details = details[0].runs, details[1:]
        return Doc(
            brief=brief,
            details=details,
            returns=self._returns(),
            codes=tuple(self._codes()),
            kernel=self._kernel(),
            since=self._since(),
        )

    def parameters(self) -> tuple[ParameterComment, ...]:
        """What the comment says of parameters, in its order."""
        return tuple(
            ParameterComment(
                name=_text(name),
                direction=name.get("direction", ""),
                runs=self._runs(item.find("parameterdescription")),
            )
            for item in self.element.iterfind(
                "detaileddescription//parameterlist[@kind='param']/parameteritem"
            )
            for name in item.iterfind("parameternamelist/parametername")
        )

    def _codes(self) -> list[CodeDoc]:
        items = self.element.iterfind(
            "detaileddescription//parameterlist[@kind='retval']/parameteritem"
        )
        return [
            CodeDoc(_text(name), self._runs(item.find("parameterdescription")))
            for item in items
            for name in item.iterfind("parameternamelist/parametername")
        ]

    def _returns(self) -> tuple[Run, ...]:
        return self._runs(self.element.find("detaileddescription//simplesect[@kind='return']"))

    def _since(self) -> str:
        found = self.element.find("detaileddescription//simplesect[@kind='since']/para")
        return "" if found is None else _text(found)

    def _kernel(self) -> tuple[Block, ...]:
        for section in self.element.iterfind("detaileddescription//simplesect[@kind='par']"):
            title = section.find("title")
            if title is not None and _text(title) == KERNEL_TITLE:
                return self._blocks(section)
        return ()

    def _runs(self, element: Optional[Element]) -> tuple[Run, ...]:
        """All words of an element as one line."""
        runs: list[Run] = []
        for block in self._blocks(element):
            if isinstance(block, Paragraph):
                if runs:
                    runs.append(Run(RunKind.TEXT, " "))
                runs += block.runs
        return tuple(runs)

    def _blocks(self, element: Optional[Element]) -> tuple[Block, ...]:
        """The paragraphs below an element, without the parts that have a place of their own."""
        blocks: list[Block] = []
        for paragraph in [] if element is None else element.iterfind("para"):
            blocks += self._split(paragraph)
        return tuple(blocks)

    def _split(self, paragraph: Element) -> list[Block]:
        """A paragraph of the XML holds lists and listings amid its words."""
        blocks: list[Block] = []
        runs = [_text_run(paragraph.text)]
        for child in paragraph:
            if child.tag in PARTS:
                blocks += _finish(runs)
                runs = []
                blocks += self._part(child)
            else:
                runs += self._run(child)
            runs.append(_text_run(child.tail))
        return blocks + _finish(runs)

    def _part(self, element: Element) -> list[Block]:
        if element.tag in LISTS:
            return [Bullets(tuple(self._blocks(item) for item in element.iterfind("listitem")))]
        if element.tag == "programlisting":
            lines = (_code_line(line).rstrip() for line in element.iterfind("codeline"))
            return [Listing(tuple(lines))]
        if element.tag == "verbatim":
            return [Listing(tuple((element.text or "").strip("\n").splitlines()))]
        return []

    def _run(self, element: Element) -> list[Run]:
        text = _spaces("".join(element.itertext()))
        if element.tag == "ref":
            target = self.names.get(element.get("refid", ""), text)
            return [Run(RunKind.LINK, text, target)]
        if element.tag == "computeroutput":
            return [Run(RunKind.CODE, text)]
        return [Run(RunKind.TEXT, text)]


def _finish(runs: list[Run]) -> list[Block]:
    """The paragraph of these runs, if there are words in it."""
    runs = [each for each in runs if each.text]
    if not "".join(each.text for each in runs).strip():
        return []
    runs[0] = Run(runs[0].kind, runs[0].text.lstrip(), runs[0].target)
    runs[-1] = Run(runs[-1].kind, runs[-1].text.rstrip(), runs[-1].target)
    return [Paragraph(tuple(each for each in runs if each.text))]


def _text(element: Element) -> str:
    return _spaces("".join(element.itertext())).strip()


def _text_run(text: Optional[str]) -> Run:
    return Run(RunKind.TEXT, _spaces(text or ""))


def _spaces(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _code_line(element: Element) -> str:
    """A line of a listing; its spaces are elements."""
    text = " " if element.tag == "sp" else element.text or ""
    return text + "".join(_code_line(child) + (child.tail or "") for child in element)
