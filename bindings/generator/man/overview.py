# SPDX-License-Identifier: LGPL-2.1-or-later
"""The manual pages of section 7: what concerns all functions."""

from __future__ import annotations

from .. import naming
from ..model import EnumType, Header, Model
from .mdoc import Writer
from .page import Page, Release

# The header that includes all others: its comment is the overview.
WHOLE = "sriov"
CODE = "sriov_code"


def make(model: Model, chapters: list[str], writer: Writer, release: Release) -> list[Page]:
    """libsriov(7), which leads to all others, and libsriov_codes(7)."""
    return [
        Page("libsriov", 7, _overview(model, chapters, writer, release)),
        Page("libsriov_codes", 7, _codes(model, writer, release)),
    ]


def _overview(
    model: Model, chapters: list[str], writer: Writer, release: Release
) -> list[str]:
    whole = model.headers[WHOLE]
    others = [each for each in model.headers.values() if each.name != WHOLE]
    return [
        *release.head("libsriov", 7, f"include/sriov/{WHOLE}.h"),
        ".Sh NAME",
        ".Nm libsriov",
        ".Nd SR-IOV on Linux as one C library",
        ".Sh SYNOPSIS",
        ".In sriov/sriov.h",
        ".Pp",
        ".Ic cc Ar program.c Ic $(pkg-config --cflags --libs libsriov)",
        ".Sh DESCRIPTION",
        *writer.sentence(whole.doc.brief),
        *writer.more(whole.doc.details),
        ".Ss Pages",
        "Each header has a page, and each function leads to it by its own name.",
        ".Bl -tag -width Ds -compact",
        *(each for header in others for each in _entry(header, writer)),
        ".El",
        ".Sh SEE ALSO",
        *(f".Xr {name} 7 ," for name in sorted(["libsriov_codes", *chapters])),
        ".Xr ip-link 8 ,",
        ".Xr lspci 8",
    ]


def _entry(header: Header, writer: Writer) -> list[str]:
    return [f".It Xr {naming.PREFIX}{header.name} 3", *writer.sentence(header.doc.brief)]


def _codes(model: Model, writer: Writer, release: Release) -> list[str]:
    codes = model.enums[CODE]
    return [
        *release.head("libsriov_codes", 7, f"include/sriov/{codes.header}.h"),
        ".Sh NAME",
        ".Nm libsriov_codes",
        ".Nd what the codes of libsriov mean, and which functions return them",
        ".Sh DESCRIPTION",
        *writer.sentence(codes.doc.brief),
        *writer.more(codes.doc.details),
        *(line for value in codes.values for line in _code(model, codes, value.name, writer)),
        ".Sh SEE ALSO",
        ".Xr sriov_error 3 ,",
        ".Xr libsriov 7",
    ]


def _code(model: Model, codes: EnumType, name: str, writer: Writer) -> list[str]:
    value = next(each for each in codes.values if each.name == name)
    lines = [f".Ss {name} ({value.value})", *writer.sentence(value.doc.brief)]
    functions = [
        each.name
        for each in model.functions.values()
        if any(doc.code == name for doc in each.doc.codes)
    ]
    if functions:
        refs = [f".Xr {each} 3 ," for each in functions]
        refs[-1] = refs[-1][: -len(" ,")]
        lines += [".Pp", "Returned by", *refs]
    return lines
