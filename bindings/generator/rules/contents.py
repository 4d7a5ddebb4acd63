# SPDX-License-Identifier: LGPL-2.1-or-later
"""What may stand in a header at all: opaque structs, enums with numbers, plain functions."""

from __future__ import annotations

from ..declarations import Declarations, EnumDeclaration
from ..model import Model
from .refusal import Refusal, Refusals

INSTEAD = {
    "typedef": "write the struct or enum out",
    "variable": "a function has to give it",
    "union": "no layout is public",
}


def only_functions_structs_enums(declared: Declarations, _: Model) -> Refusals:
    for each in declared.others:
        if each.kind == "define" and each.macro:
            yield Refusal(each.place, f"{each.name}() is a macro with arguments: make it a function")
        elif each.kind == "define":
            yield Refusal(each.place, f"{each.name} is a macro: make it the value of an enum")
        else:
            yield Refusal(each.place, f"{each.kind} {each.name}: {INSTEAD[each.kind]}")


def structs_are_opaque(declared: Declarations, _: Model) -> Refusals:
    for each in declared.structs:
        if each.members:
            shown = ", ".join(each.members)
            yield Refusal(each.place, f"struct {each.name} shows what is in it: {shown}")


def functions_are_plain(declared: Declarations, _: Model) -> Refusals:
    for each in declared.functions:
        if each.inline:
            yield Refusal(each.place, f"{each.name}() is inline: no library exports it")
        if each.variadic:
            yield Refusal(each.place, f"{each.name}() takes any number of arguments")


def enums_are_written_out(declared: Declarations, _: Model) -> Refusals:
    for each in declared.enums:
        if not each.name:
            yield Refusal(each.place, "an enum has no name")
        yield from _values_are_numbers(each)


def _values_are_numbers(enum: EnumDeclaration) -> Refusals:
    seen: dict[int, str] = {}
    for each in enum.values:
        if not each.number:
            yield Refusal(each.place, f"{each.name} has no number")
            continue
        try:
            number = int(each.number, 0)
        except ValueError:
            yield Refusal(each.place, f"{each.name} is {each.number}, which is no plain number")
            continue
        if number in seen:
            yield Refusal(each.place, f"{each.name} has the number of {seen[number]}")
        if not -(2**31) <= number < 2**31:
            yield Refusal(each.place, f"{each.name} does not fit in an int")
        seen.setdefault(number, each.name)


RULES = (
    only_functions_structs_enums,
    structs_are_opaque,
    functions_are_plain,
    enums_are_written_out,
)
