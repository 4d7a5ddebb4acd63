# SPDX-License-Identifier: LGPL-2.1-or-later
"""Comments: every symbol is documented in full: what, parameters, ownership, errors, since, and the
kernel's interface where the kernel is asked."""

from __future__ import annotations

import re
from collections import Counter
from typing import Union

from ..declarations import (
    Declarations,
    EnumDeclaration,
    FunctionDeclaration,
    StructDeclaration,
    ValueDeclaration,
)
from ..model import Function, FunctionKind, Model, Parameter, Place, TypeKind
from ..text import Run, RunKind, sentence
from .refusal import Refusal, Refusals

VERSION = re.compile(r"\d+\.\d+")
SUCCESS, INVALID, NO_MEMORY = "SRIOV_CODE_OK", "SRIOV_CODE_INVALID", "SRIOV_CODE_NO_MEMORY"
# Codes that a call can come to without asking the kernel for anything.
OWN_CODES = (INVALID, NO_MEMORY)
# Results that are made for the caller.
MADE = (TypeKind.OBJECT, TypeKind.STRING)
LIFETIME = (FunctionKind.REF, FunctionKind.UNREF)

Symbol = Union[FunctionDeclaration, StructDeclaration, EnumDeclaration, ValueDeclaration]


def all_is_documented(declared: Declarations, _: Model) -> Refusals:
    for header in declared.headers:
        if not header.doc.brief:
            yield Refusal(Place(f"{header.name}.h", 1), f"{header.name}.h has no @file @brief")
    values = (value for enum in declared.enums for value in enum.values)
    symbols: tuple[Symbol, ...] = (
        *declared.structs, *declared.enums, *values, *declared.functions
    )
    for each in symbols:
        if not each.doc.brief:
            yield Refusal(each.place, f"{each.name} is not documented")


def all_says_since(declared: Declarations, _: Model) -> Refusals:
    symbols: tuple[Symbol, ...] = (*declared.structs, *declared.enums, *declared.functions)
    for each in symbols:
        if not each.doc.since:
            yield Refusal(each.place, f"{each.name} has no @since")
        elif not VERSION.fullmatch(each.doc.since):
            yield Refusal(each.place, f'{each.name}: @since "{each.doc.since}" is no version')


def parameters_are_documented(declared: Declarations, _: Model) -> Refusals:
    for each in declared.functions:
        names = [parameter.name for parameter in each.parameters]
        comments = [comment.name for comment in each.comments]
        for name in names:
            if not name:
                yield Refusal(each.place, f"{each.name}() has a parameter without a name")
            elif name not in comments:
                yield Refusal(each.place, f"{each.name}(): no @param {name}")
        for name, count in Counter(comments).items():
            if name not in names:
                yield Refusal(each.place, f"{each.name}() has no parameter {name}")
            elif count > 1:
                yield Refusal(each.place, f"{each.name}(): @param {name} is there {count} times")
        for comment in each.comments:
            if not sentence(comment.runs):
                yield Refusal(each.place, f"{each.name}(): @param {comment.name} says nothing")


def values_are_documented(_: Declarations, model: Model) -> Refusals:
    for each in model.functions.values():
        silent = each.fallible or each.returns.kind is TypeKind.VOID
        if not silent and not each.doc.returns:
            yield Refusal(each.place, f"{each.name}() has no @return")
        if silent and each.doc.returns:
            yield Refusal(each.place, f"{each.name}() has a @return and returns no value")


def codes_are_documented(_: Declarations, model: Model) -> Refusals:
    known = {value.name for enum in model.enums.values() for value in enum.values}
    for each in model.functions.values():
        codes = [doc.code for doc in each.doc.codes]
        if each.fallible and not codes:
            yield Refusal(each.place, f"{each.name}() can fail and has no @retval")
        if codes and not each.fallible:
            yield Refusal(each.place, f"{each.name}() has a @retval and cannot fail")
        for code, count in Counter(codes).items():
            if code not in known or not code.startswith("SRIOV_CODE_"):
                yield Refusal(each.place, f"{each.name}(): @retval {code} is no code")
            if count > 1:
                yield Refusal(each.place, f"{each.name}(): @retval {code} is there {count} times")
        for doc in each.doc.codes:
            if not sentence(doc.runs):
                yield Refusal(each.place, f"{each.name}(): @retval {doc.code} says nothing")
            if "other code" in sentence(doc.runs):
                yield Refusal(each.place, f"{each.name}(): @retval {doc.code} is told of others too")


def codes_are_complete(_: Declarations, model: Model) -> Refusals:
    """Whatever can fail does when it is called wrongly; what makes something takes memory; and
    success goes without saying."""
    for each in model.functions.values():
        codes = [doc.code for doc in each.doc.codes]
        if SUCCESS in codes:
            yield Refusal(each.place, f"{each.name}(): @retval {SUCCESS} is no error")
        if codes and INVALID not in codes:
            yield Refusal(each.place, f"{each.name}() has no @retval {INVALID}")
        made = [result.name for result in each.results if result.type.kind in MADE]
        if made and codes and NO_MEMORY not in codes:
            yield Refusal(each.place, f"{each.name}() makes {made[0]}, without @retval {NO_MEMORY}")


def the_kernel_is_named(_: Declarations, model: Model) -> Refusals:
    """Whoever can fail for the kernel's reasons has asked it."""
    for each in model.functions.values():
        asked = any(doc.code not in OWN_CODES for doc in each.doc.codes)
        if asked and not each.doc.kernel:
            yield Refusal(each.place, f"{each.name}() has no @par Kernel interface")


def results_say_who_releases_them(_: Declarations, model: Model) -> Refusals:
    for function in model.functions.values():
        for each in function.results:
            if not _says_how(each):
                yield Refusal(
                    function.place, f"{function.name}(): who releases {each.name}, and how?"
                )


def _says_how(result: Parameter) -> bool:
    """An object by its _unref, a text by free(); or as another function gives it."""
    wanted = {TypeKind.OBJECT: f"{result.type.name}_unref()", TypeKind.STRING: "free()"}
    words = wanted.get(result.type.kind, "")
    return words in sentence(result.runs) or _refers(result.runs, r"^as ")


def _refers(runs: tuple[Run, ...], pattern: str) -> bool:
    linked = any(run.kind is RunKind.LINK for run in runs)
    return linked and re.search(pattern, sentence(runs)) is not None


def values_say_that_they_are_borrowed(_: Declarations, model: Model) -> Refusals:
    pointers = (TypeKind.STRING, TypeKind.BYTES, TypeKind.OBJECT)
    for each in model.functions.values():
        if each.returns.kind in pointers and each.kind not in LIFETIME and not _is_borrowed(each):
            yield Refusal(each.place, f'{each.name}(): @return does not say "borrowed"')


def _is_borrowed(function: Function) -> bool:
    return re.search(r"\b(borrowed|constant)\b", sentence(function.doc.returns)) is not None


RULES = (
    all_is_documented,
    all_says_since,
    parameters_are_documented,
    values_are_documented,
    codes_are_documented,
    codes_are_complete,
    the_kernel_is_named,
    results_say_who_releases_them,
    values_say_that_they_are_borrowed,
)
