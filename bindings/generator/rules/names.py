# SPDX-License-Identifier: LGPL-2.1-or-later
"""Names: sriov_<object>_<verb>, so that every function is a member of something."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Union

from .. import naming
from ..declarations import (
    Declarations,
    EnumDeclaration,
    FunctionDeclaration,
    StructDeclaration,
)
from ..model import Function, FunctionKind, Model, Parameter, Role, TypeKind
from .refusal import Refusal, Refusals

WORDS = re.compile(r"sriov(_[a-z0-9]+)+")
# What a number measures, and how its name ends then.
QUANTITIES = ("delay", "duration", "interval", "rate", "speed", "time", "timeout")
UNITS = "_bits, _bytes, _mbps, _ms, _mts, _s, _ticks or _us"


def names_have_the_prefix(declared: Declarations, _: Model) -> Refusals:
    named: list[Union[StructDeclaration, EnumDeclaration, FunctionDeclaration]] = [
        *declared.structs, *declared.enums, *declared.functions
    ]
    for each in named:
        if each.name and not WORDS.fullmatch(each.name):
            yield Refusal(each.place, f"{each.name} is not called sriov_..., in small letters")


def values_have_the_prefix(declared: Declarations, _: Model) -> Refusals:
    for enum in declared.enums:
        prefix = enum.name.upper() + "_"
        for each in enum.values if enum.name else ():
            if not re.fullmatch(prefix + "[A-Z0-9_]+", each.name):
                yield Refusal(each.place, f"{each.name} does not begin with {prefix}")


def functions_are_about_something(_: Declarations, model: Model) -> Refusals:
    """sriov_<object>_<verb>; without an object sriov_<header>_<verb>, or sriov_get_<header> of
    what there is once."""
    topics = {naming.short(name) for name in (*model.objects, *model.enums)}
    for each in model.functions.values():
        about = {*topics, each.header}
        parts = naming.short(each.name).partition("get_")
        if parts[0] == "" and parts[2] == each.header:
            continue
        if not any(naming.short(each.name).startswith(topic + "_") for topic in about):
            yield Refusal(each.place, f"{each.name}() names no object: sriov_<object>_<verb>")


def members_differ(_: Declarations, model: Model) -> Refusals:
    """Of one owner, so that other languages can call them by what they do."""
    members: dict[tuple[str, str], list[Function]] = defaultdict(list)
    for each in model.functions.values():
        members[each.owner, each.member].append(each)
    for first, *others in members.values():
        for each in others:
            owner = f" of {each.owner}" if each.owner else ""
            yield Refusal(
                each.place,
                f"{each.name}() and {first.name}() would both be called {each.member}{owner}",
            )


def quantities_have_units(_: Declarations, model: Model) -> Refusals:
    for each in model.functions.values():
        if each.kind is FunctionKind.GETTER and each.returns.kind is TypeKind.INTEGER:
            yield from _has_unit(each, each.member)
        for parameter in each.parameters:
            if _is_number(parameter):
                yield from _has_unit(each, parameter.name)


def _is_number(parameter: Parameter) -> bool:
    numbers = (Role.INPUT, Role.RESULT)
    return parameter.type.kind is TypeKind.INTEGER and parameter.role in numbers


def _has_unit(function: Function, name: str) -> Refusals:
    if name.split("_")[-1] in QUANTITIES:
        yield Refusal(
            function.place, f"{function.name}(): {name} says no unit, such as {UNITS}"
        )


RULES = (
    names_have_the_prefix,
    values_have_the_prefix,
    functions_are_about_something,
    members_differ,
    quantities_have_units,
)
