# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs Doxygen on the headers and reads its XML into declarations."""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from pathlib import Path
from typing import Iterator, Optional, TypeVar
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from .comments import Comment, Names
from .declarations import (
    Declarations,
    EnumDeclaration,
    FunctionDeclaration,
    OtherDeclaration,
    ParameterDeclaration,
    StructDeclaration,
    ValueDeclaration,
)
from .model import Header, Place

Declaration = TypeVar(
    "Declaration", StructDeclaration, EnumDeclaration, FunctionDeclaration, OtherDeclaration
)

DOXYFILE = Path(__file__).resolve().parent.parent / "Doxyfile"
# The member that the filter in the Doxyfile gives to an opaque struct.
OPAQUE = "opaque"


class DoxygenError(Exception):
    """Doxygen is missing or fails."""


def read_headers(folder: Path, program: str = "doxygen") -> Declarations:
    """All that the headers in `folder` declare."""
    with tempfile.TemporaryDirectory() as output:
        _run(folder.resolve(), Path(output), program)
        return Xml(Path(output) / "xml", folder).declarations()


def _run(folder: Path, output: Path, program: str) -> None:
    variables = {"SRIOV_HEADERS": str(folder), "SRIOV_XML": str(output)}
    try:
        done = subprocess.run(
            [program, str(DOXYFILE)],
            env={**os.environ, **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
    except OSError as error:
        raise DoxygenError(f"{program} cannot be run: {error.strerror}") from error
    if done.returncode != 0:
        raise DoxygenError(f"{program} failed:\n{done.stdout}")


class Xml:
    """A folder of Doxygen's XML, and the headers that it was made from."""

    def __init__(self, folder: Path, headers: Path):
        self.headers = headers
        index = ElementTree.parse(folder / "index.xml").getroot()
        ids = [str(each.get("refid")) for each in index.iterfind("compound")]
        trees = (ElementTree.parse(folder / f"{each}.xml").getroot() for each in ids)
        self.compounds = [found for tree in trees for found in tree.iterfind("compounddef")]
        self.names = self._names()

    def _names(self) -> Names:
        """The C name of each id."""
        names = {}
        for compound in self.compounds:
            names[str(compound.get("id"))] = _child(compound, "compoundname")
            for tag in ("memberdef", "enumvalue"):
                for member in compound.iter(tag):
                    names[str(member.get("id"))] = _child(member, "name")
        return names

    def declarations(self) -> Declarations:
        return Declarations(
            headers=tuple(self._headers()),
            structs=_ordered(self._structs()),
            enums=_ordered(self._enums()),
            functions=_ordered(self._functions()),
            others=_ordered(self._others()),
        )

    def _files(self) -> Iterator[Element]:
        return (each for each in self.compounds if each.get("kind") == "file")

    def _members(self, *kinds: str) -> Iterator[Element]:
        for file in self._files():
            for member in file.iterfind("sectiondef/memberdef"):
                if member.get("kind") in kinds:
                    yield member

    def _headers(self) -> Iterator[Header]:
        for file in self._files():
            yield Header(Path(_child(file, "compoundname")).stem, Comment(file, self.names).doc())

    def _structs(self) -> Iterator[StructDeclaration]:
        for compound in self.compounds:
            if compound.get("kind") != "struct":
                continue
            members = (_child(each, "name") for each in compound.iter("memberdef"))
            place = _place(compound)
            yield StructDeclaration(
                name=_child(compound, "compoundname"),
                place=place,
                header=Path(place.file).stem,
                doc=Comment(compound, self.names).doc(),
                members=tuple(name for name in members if name != OPAQUE),
            )

    def _enums(self) -> Iterator[EnumDeclaration]:
        for member in self._members("enum"):
            place, name = _place(member), _child(member, "name")
            yield EnumDeclaration(
                # Doxygen calls one without a name "@0".
                name="" if name.startswith("@") else name,
                place=place,
                header=Path(place.file).stem,
                doc=Comment(member, self.names).doc(),
                values=tuple(self._values(member, place)),
            )

    def _values(self, enum: Element, place: Place) -> Iterator[ValueDeclaration]:
        lines = (self.headers / place.file).read_text(encoding="utf-8").splitlines()
        for element in enum.iterfind("enumvalue"):
            name = _child(element, "name")
            yield ValueDeclaration(
                name=name,
                place=_place_below(name, place, lines),
                doc=Comment(element, self.names).doc(),
                number=_child(element, "initializer").lstrip("= "),
            )

    def _functions(self) -> Iterator[FunctionDeclaration]:
        for member in self._members("function"):
            place = _place(member)
            comment = Comment(member, self.names)
            arguments = _child(member, "argsstring")
            yield FunctionDeclaration(
                name=_child(member, "name"),
                place=place,
                header=Path(place.file).stem,
                doc=comment.doc(),
                returns=_child(member, "type"),
                parameters=tuple(_parameters(member)),
                comments=comment.parameters(),
                variadic="..." in arguments,
                inline=member.get("inline") == "yes" or member.get("static") == "yes",
            )

    def _others(self) -> Iterator[OtherDeclaration]:
        for member in self._members("typedef", "variable", "define"):
            kind, name = str(member.get("kind")), _child(member, "name")
            yield OtherDeclaration(kind, name, _place(member), member.find("param") is not None)
        for compound in self.compounds:
            if compound.get("kind") == "union":
                yield OtherDeclaration("union", _child(compound, "compoundname"), _place(compound))


def _parameters(member: Element) -> Iterator[ParameterDeclaration]:
    for parameter in member.iterfind("param"):
        declared = ParameterDeclaration(
            name=_child(parameter, "declname"),
            type=_child(parameter, "type") + _child(parameter, "array"),
        )
        if declared.type not in ("void", "..."):
            yield declared


def _child(element: Element, tag: str) -> str:
    """The text of a child, "" when there is none."""
    found: Optional[Element] = element.find(tag)
    return "" if found is None else "".join(found.itertext()).strip()


def _place(element: Element) -> Place:
    location = element.find("location")
    if location is None:
        return Place("", 0)
    return Place(str(location.get("file")), int(location.get("line", "0")))


def _place_below(name: str, place: Place, lines: list[str]) -> Place:
    """Where a value is written, below the enum's place: Doxygen does not tell."""
    for number, line in enumerate(lines[place.line - 1 :], place.line):
        if re.match(rf"[^*/]*\b{re.escape(name)}\b", line):
            return Place(place.file, number)
    return place


def _ordered(found: Iterator[Declaration]) -> tuple[Declaration, ...]:
    return tuple(sorted(found, key=lambda each: each.place))
