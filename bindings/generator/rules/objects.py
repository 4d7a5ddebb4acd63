# SPDX-License-Identifier: LGPL-2.1-or-later
"""Objects: counted, lists that are called lists, options that may be left out."""

from __future__ import annotations

from .. import naming
from ..declarations import Declarations
from ..model import Function, FunctionKind, Model, Object, ObjectKind, TypeKind
from .refusal import Refusal, Refusals


def objects_are_counted(_: Declarations, model: Model) -> Refusals:
    for each in model.objects.values():
        for kind in (FunctionKind.REF, FunctionKind.UNREF):
            if not each.of_kind(kind):
                yield Refusal(each.place, f"struct {each.name} has no {each.name}_{kind.value}()")
        for function in each.of_kind(FunctionKind.REF, FunctionKind.UNREF):
            yield from _is_counting(each, function)


def _is_counting(owner: Object, function: Function) -> Refusals:
    text = f"struct {owner.name} *"
    wanted = text if function.kind is FunctionKind.REF else "void"
    alone = len(function.parameters) == 1
    if not alone or function.parameters[0].type.text != text or function.returns.text != wanted:
        yield Refusal(function.place, f"{function.name}() is not {wanted} of one {text}")


def lists_are_called_lists(_: Declarations, model: Model) -> Refusals:
    """An object that has some of what a list has, or its name, has all of it."""
    for each in model.objects.values():
        if not each.name.endswith(naming.LIST):
            continue
        if not each.of_kind(FunctionKind.LIST_COUNT):
            yield Refusal(each.place, f"struct {each.name} has no {each.name}_get_count()")
        if not each.of_kind(FunctionKind.LIST_ITEM):
            yield Refusal(each.place, f"struct {each.name} has no {each.name}_get()")
        for item in each.of_kind(FunctionKind.LIST_ITEM):
            yield from _is_item(item)
        for count in each.of_kind(FunctionKind.LIST_COUNT):
            if count.returns.text != "size_t" or len(count.parameters) != 1:
                yield Refusal(count.place, f"{count.name}() is not size_t of one list")


def _is_item(item: Function) -> Refusals:
    types = [each.type.text for each in item.parameters[1:]]
    if types != ["size_t"]:
        yield Refusal(item.place, f"{item.name}() takes something else than a size_t position")
    if item.returns.kind not in (TypeKind.OBJECT, TypeKind.STRING):
        yield Refusal(item.place, f"{item.name}() gives neither an object nor a text")


def options_may_be_left_out(_: Declarations, model: Model) -> Refusals:
    for function in model.functions.values():
        for each in function.inputs:
            options = model.options_of(each)
            if not options:
                continue
            if not each.type.const:
                yield Refusal(function.place, f"{function.name}(): {each.name} is not const")
            if not each.nullable:
                yield Refusal(
                    function.place, f"{function.name}(): what is {each.name} without any, NULL?"
                )


def options_are_only_options(_: Declarations, model: Model) -> Refusals:
    """What is called options is made from nothing, and then only set or added to."""
    for each in model.objects.values():
        if each.name.endswith("_options") and each.kind is not ObjectKind.OPTIONS:
            yield Refusal(each.place, f"struct {each.name} is more than options, or less")


def options_add_one_thing(_: Declarations, model: Model) -> Refusals:
    """Of which a language that has sequences takes one."""
    for owner in model.objects.values():
        for each in owner.options:
            kinds = [one.type.kind for one in each.inputs]
            if each.several and (len(kinds) != 1 or kinds[0] is TypeKind.CALLBACK):
                yield Refusal(each.place, f"{each.name}() adds something else than one value")
            if each.several and any(one.nullable for one in each.inputs):
                yield Refusal(each.place, f"{each.name}() adds NULL, which is nothing")


RULES = (
    objects_are_counted,
    lists_are_called_lists,
    options_may_be_left_out,
    options_are_only_options,
    options_add_one_thing,
)
