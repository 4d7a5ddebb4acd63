# SPDX-License-Identifier: LGPL-2.1-or-later
"""Manual pages: section 3 has one for each header, and a link to it for each name that the header
declares, so that "man sriov_pf_open" works; section 7 has what concerns all of them."""

from __future__ import annotations

import calendar
import os
import re
import time
from pathlib import Path
from typing import Union

from . import man_book, man_overview, naming
from .man_page import MARK, Page, head
from .markdown import PAGE
from .mdoc import Writer, escape, words
from .model import EnumType, Function, Header, Model, Object, Parameter, Role
from .text import sentence

Symbol = Union[Function, Object, EnumType]

# The header that includes all others.
WHOLE = "sriov"


def write(model: Model, book: Path, folder: Path, version: str) -> None:
    """Writes all pages into man3 and man7 of the folder, and nothing else is there then."""
    pages = Pages(model, version, _date())
    for section in ("man3", "man7"):
        _clear(folder / section)
    for page in (*pages.section_3(), *pages.section_7(book)):
        (folder / page.path).write_text(page.text, encoding="utf-8")
    for name, page_name in pages.pages.items():
        link = folder / "man3" / f"{name}.3"
        if name != page_name:
            link.symlink_to(f"{page_name}.3")


def _clear(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for each in folder.iterdir():
        if each.is_symlink() or MARK in each.read_text(encoding="utf-8"):
            each.unlink()


def _date() -> str:
    """Of now, or of the release that the pages are made for: "November 22, 2026"."""
    moment = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", time.time())))
    return f"{calendar.month_name[moment.tm_mon]} {moment.tm_mday}, {moment.tm_year}"


class Pages:
    """Which page tells of what, and the pages themselves."""

    def __init__(self, model: Model, version: str, date: str):
        self.model = model
        self.version = version
        self.date = date
        # The page of each C name.
        self.pages: dict[str, str] = {}
        symbols: list[Symbol] = [*model.objects.values(), *model.enums.values()]
        for each in symbols + [*model.functions.values()]:
            self.pages[each.name] = naming.PREFIX + each.header
        self.values = {
            value.name: enum for enum in model.enums.values() for value in enum.values
        }

    def section_3(self) -> list[Page]:
        headers = self.model.headers.values()
        return [self._page(each) for each in headers if each.name != WHOLE]

    def section_7(self, book: Path) -> list[Page]:
        writer = self.writer("")
        chapters = man_book.read(book, writer, self.version, self.date)
        names = [page.name for page in chapters]
        overview = man_overview.emit(self.model, names, writer, self.version, self.date)
        return [*overview, *chapters]

    def writer(self, page: str) -> Writer:
        return Writer(lambda name: self._name(name, page))

    def _name(self, name: str, page: str) -> list[str]:
        """The macro for a C name on a page; what is on another page says where."""
        if name in self.values:
            return ["Dv", name]
        if name in self.model.functions:
            return ["Fn", name] if self.pages[name] == page else ["Xr", name, "3"]
        if name in self.model.enums:
            return ["Vt", f"enum {name}"]
        if name in self.model.objects:
            return ["Vt", f"struct {name}"]
        if name.startswith(PAGE):
            return ["Xr", man_book.page_name(name[len(PAGE) :]), "7"]
        return ["Li", name]

    def _page(self, header: Header) -> Page:
        name = naming.PREFIX + header.name
        return HeaderPage(self, header, name).page()


class HeaderPage:
    """The page of one header."""

    def __init__(self, pages: Pages, header: Header, name: str):
        self.pages = pages
        self.header = header
        self.name = name
        self.writer = pages.writer(name)
        model = pages.model
        self.functions = [each for each in model.functions.values() if self._is_here(each)]
        self.objects = [each for each in model.objects.values() if self._is_here(each)]
        self.enums = [each for each in model.enums.values() if self._is_here(each)]

    def _is_here(self, each: Symbol) -> bool:
        return each.header == self.header.name

    def _source(self) -> str:
        return f"include/sriov/{self.header.name}.h"

    def page(self) -> Page:
        lines = [
            *head(self.name, 3, self.pages.version, self.pages.date, self._source()),
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
        pages = self.pages.pages
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
