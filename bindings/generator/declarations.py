# SPDX-License-Identifier: LGPL-2.1-or-later
"""What stands in the headers, as it stands there: one record for each declaration, whether it
keeps the rules or not. rules.py judges them, reader.py makes the model of them."""

from __future__ import annotations

from dataclasses import dataclass

from .model import Doc, Header, Place
from .text import Run


@dataclass(frozen=True)
class ParameterComment:
    """One @param; `direction` is "out" of @param[out]."""

    name: str
    direction: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class ParameterDeclaration:
    """One parameter as C has it."""

    name: str
    type: str


@dataclass(frozen=True)
class FunctionDeclaration:
    """`variadic` and `inline` are outside the rules."""

    name: str
    place: Place
    header: str
    doc: Doc
    returns: str
    parameters: tuple[ParameterDeclaration, ...]
    comments: tuple[ParameterComment, ...]
    variadic: bool
    inline: bool


@dataclass(frozen=True)
class StructDeclaration:
    """`members` are the names of what can be seen inside: none may be."""

    name: str
    place: Place
    header: str
    doc: Doc
    members: tuple[str, ...]


@dataclass(frozen=True)
class ValueDeclaration:
    """One value of an enum; `number` as it is written, "" when it is not."""

    name: str
    place: Place
    doc: Doc
    number: str


@dataclass(frozen=True)
class EnumDeclaration:
    """An enum; `name` is "" when it has none."""

    name: str
    place: Place
    header: str
    doc: Doc
    values: tuple[ValueDeclaration, ...]


@dataclass(frozen=True)
class OtherDeclaration:
    """What does not belong in the header: `kind` is "typedef", "variable", "define", "union".
    `macro`: a define that takes arguments."""

    kind: str
    name: str
    place: Place
    macro: bool = False


@dataclass(frozen=True)
class Declarations:
    """All of it, in the order of headers and lines."""

    headers: tuple[Header, ...]
    structs: tuple[StructDeclaration, ...]
    enums: tuple[EnumDeclaration, ...]
    functions: tuple[FunctionDeclaration, ...]
    others: tuple[OtherDeclaration, ...]
