# SPDX-License-Identifier: LGPL-2.1-or-later
"""The page of a header: all that it declares, each function with its errors."""

from __future__ import annotations

import re

from .. import naming
from ..model import EnumType, Function, Header, Model, Parameter, Role
from ..text import sentence
from .index import Index, Symbol
from .mdoc import escape, words
from .page import Page, Release


class HeaderPage:
    """The page of one header."""

    def __init__(self, model: Model, header: Header, index: Index):
        self.header = header
        self.name = naming.PREFIX + header.name
        self.index = index
        self.writer = index.writer(self.name)
        self.functions = [each for each in model.functions.values() if self._is_here(each)]
        self.objects = [each for each in model.objects.values() if self._is_here(each)]
        self.enums = [each for each in model.enums.values() if self._is_here(each)]

    def _is_here(self, each: Symbol) -> bool:
        return each.header == self.header.name

    def page(self, release: Release) -> Page:
        lines = [
            *release.head(self.name, 3, f"include/sriov/{self.header.name}.h"),
            *self._names(),
            ".Sh LIBRARY",
            "libsriov (libsriov, \\-lsriov)",
            *self._synopsis(),
            *self._description(),
            *self._returns(),
            *self._errors(),
            *self._see_also(),
        ]
        return Page(self.name, 3, lines)

    def _names(self) -> list[str]:
        names = [each.name for each in self.functions] or [self.name]
        lines = [f".Nm {name} ," for name in names]
        lines[-1] = lines[-1][: -len(" ,")]
        brief = sentence(self.header.doc.brief).rstrip(".")
        return [".Sh NAME", *lines, f".Nd {words(brief)}"]

    # SYNOPSIS

    def _synopsis(self) -> list[str]:
        lines = [".Sh SYNOPSIS", f".In sriov/{self.header.name}.h"]
        lines += [f".Vt struct {each.name} ;" for each in self.objects]
        lines += [f".Vt enum {each.name} ;" for each in self.enums]
        for each in self.functions:
            lines += declare(each)
        return lines

    # DESCRIPTION

    def _description(self) -> list[str]:
        lines = [".Sh DESCRIPTION"]
        lines += self.writer.sentence(self.header.doc.brief)
        lines += self.writer.more(self.header.doc.details)
        for each in self.objects:
            lines += [f".Ss struct {each.name}", *self._text(each)]
        for enum in self.enums:
            lines += self._enum(enum)
        for function in self.functions:
            lines += self._function(function)
        return lines

    def _text(self, each: Symbol) -> list[str]:
        return self.writer.sentence(each.doc.brief) + self.writer.more(each.doc.details)

    def _enum(self, enum: EnumType) -> list[str]:
        lines = [f".Ss enum {enum.name}", *self._text(enum)]
        lines += [".Bl -tag -width Ds -compact"]
        for value in enum.values:
            lines.append(f".It Dv {value.name} Pq {value.value}".replace("Pq -", "Pq \\-"))
            lines += self.writer.sentence(value.doc.brief)
        return lines + [".El"]

    def _function(self, function: Function) -> list[str]:
        lines = [f".Ss {function.name}()", *self._text(function)]
        said = [each for each in function.parameters if each.role is not Role.ERROR]
        if said:
            lines += [".Bl -tag -width Ds"]
            for each in said:
                lines += [f".It Fa {each.name}", *self._parameter(each)]
            lines += [".El"]
        if function.doc.returns:
            lines += [".Pp", "Returns", *self.writer.sentence(function.doc.returns)]
        if function.doc.codes:
            lines += [".Pp", "Errors:", *self._codes(function)]
        if function.doc.kernel:
            lines += [".Pp", "Kernel interface:", *self.writer.blocks(function.doc.kernel)]
        return lines + [".Pp", f"Since {function.doc.since}."]

    def _parameter(self, parameter: Parameter) -> list[str]:
        given = ["Given:"] if parameter.role is Role.RESULT else []
        return given + self.writer.sentence(parameter.runs)

    def _codes(self, function: Function) -> list[str]:
        lines = [".Bl -tag -width Ds -compact"]
        for each in function.doc.codes:
            lines += [f".It Dv {each.code}", *self.writer.sentence(each.runs)]
        return lines + [".El"]

    # What is the same everywhere.

    def _returns(self) -> list[str]:
        if not any(each.fallible for each in self.functions):
            return []
        return [
            ".Sh RETURN VALUES",
            "Functions that take an",
            ".Fa error",
            "return",
            ".Dv SRIOV_CODE_OK ,",
            "which is 0, on success.",
            "Otherwise they return another code, set their results to",
            ".Dv NULL",
            "and",
            ".Fa *error ,",
            "unless",
            ".Fa error",
            "is",
            ".Dv NULL ,",
            "to a new error that",
            ".Xr sriov_error_unref 3",
            "releases.",
        ]

    def _errors(self) -> list[str]:
        if not any(each.fallible for each in self.functions):
            return []
        return [
            ".Sh ERRORS",
            "Each function's are told above;",
            ".Xr libsriov_codes 7",
            "tells what each code means.",
        ]

    def _see_also(self) -> list[str]:
        """The pages that this one speaks of, and the overview."""
        others = sorted(self._mentioned() - {self.name})
        lines = [f".Xr {each} 3 ," for each in others]
        return [".Sh SEE ALSO", *lines, ".Xr libsriov 7 ,", ".Xr libsriov_codes 7"]

    def _mentioned(self) -> set[str]:
        types = [parameter.type for each in self.functions for parameter in each.parameters]
        types += [each.returns for each in self.functions]
        pages = self.index.pages
        return {pages[each.name] for each in types if each.name in pages}


def declare(function: Function) -> list[str]:
    """A function in the synopsis."""
    lines = [f'.Ft "{function.returns.text}"', f".Fo {function.name}"]
    lines += [f'.Fa "{escape(each)}"' for each in _parameters(function)]
    return lines + ([] if function.parameters else [".Fa void"]) + [".Fc"]


def _parameters(function: Function) -> list[str]:
    """The parameters as C writes them; a callback has commas of its own."""
    inside = function.declaration.split("(", 1)[1][:-1]
    return [each.strip() for each in re.split(r",\s*(?![^()]*\))", inside) if function.parameters]
