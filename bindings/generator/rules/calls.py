# SPDX-License-Identifier: LGPL-2.1-or-later
"""Calls: what cannot fail returns its value, what can fail returns a code and takes an error."""

from __future__ import annotations

from typing import Optional

from ..declarations import Declarations
from ..model import Function, FunctionKind, Model, Parameter, Role, Type, TypeKind
from .refusal import Refusal, Refusals

CODE = "sriov_code"
ERROR = "sriov_error"
GETTERS = ("get_", "is_", "has_")
QUESTIONS = ("is_", "has_")


def types_are_ours(_: Declarations, model: Model) -> Refusals:
    """C's own of a known width, bool, texts, bytes, and what the headers declare."""
    for each in model.functions.values():
        for type_ in (each.returns, *(parameter.type for parameter in each.parameters)):
            for bad in _foreign(type_, model):
                yield Refusal(each.place, f'{each.name}(): "{bad}" is no type for a header')


def _foreign(type_: Type, model: Model) -> list[str]:
    if type_.kind is TypeKind.CALLBACK:
        inner = [type_.returns] if type_.returns else []
        inner += [parameter.type for parameter in type_.parameters]
        return [bad for each in inner for bad in _foreign(each, model)]
    known = {
        TypeKind.FOREIGN: False,
        TypeKind.OBJECT: type_.name in model.objects,
        TypeKind.ENUM: type_.name in model.enums,
    }
    return [] if known.get(type_.kind, True) else [type_.text]


def codes_and_errors_go_together(_: Declarations, model: Model) -> Refusals:
    for each in model.functions.values():
        takes_error = _error_parameter(each)
        if _returns_code(each) and not takes_error and each.kind is not FunctionKind.GETTER:
            yield Refusal(each.place, f"{each.name}() can fail and takes no struct sriov_error **")
        if takes_error and not _returns_code(each):
            yield Refusal(each.place, f"{each.name}() takes an error and returns no {CODE}")
        if takes_error and takes_error is not each.parameters[-1]:
            yield Refusal(each.place, f"{each.name}(): the error is not the last parameter")
        if takes_error and (takes_error.role is not Role.ERROR or takes_error.name != "error"):
            yield Refusal(each.place, f'{each.name}(): the error is not "@param[out] error"')


def _returns_code(function: Function) -> bool:
    return function.returns.kind is TypeKind.ENUM and function.returns.name == CODE


def _error_parameter(function: Function) -> Optional[Parameter]:
    return next((each for each in function.parameters if _is_error(each)), None)


def _is_error(parameter: Parameter) -> bool:
    if parameter.role is Role.ERROR:
        return True
    return parameter.type.text.replace(" ", "") == f"struct{ERROR}**"


def getters_cannot_fail(_: Declarations, model: Model) -> Refusals:
    for each in model.functions.values():
        getter = _verb(each, GETTERS)
        if getter and each.fallible:
            yield Refusal(each.place, f"{each.name}() can fail, so it is no _{getter}: _read_")
        if getter and each.returns.kind is TypeKind.VOID:
            yield Refusal(each.place, f"{each.name}() returns nothing")
        question = _verb(each, QUESTIONS)
        if question and not each.fallible and each.returns.kind is not TypeKind.BOOL:
            yield Refusal(each.place, f"{each.name}() is a question and returns no bool")


def what_cannot_fail_is_a_getter(_: Declarations, model: Model) -> Refusals:
    """Or a setter, which returns nothing."""
    for each in model.functions.values():
        if each.fallible or each.kind not in (FunctionKind.METHOD, FunctionKind.OPTION):
            continue
        returns = each.returns.kind is not TypeKind.VOID
        if returns and not _returns_code(each) and not _verb(each, GETTERS):
            yield Refusal(each.place, f"{each.name}() cannot fail: call it _get_, _is_ or _has_")
        if each.results:
            yield Refusal(each.place, f"{each.name}() cannot fail: let it return what it gives")


def getters_change_nothing(_: Declarations, model: Model) -> Refusals:
    kinds = (FunctionKind.GETTER, FunctionKind.LIST_COUNT, FunctionKind.LIST_ITEM)
    for each in model.functions.values():
        if each.kind in kinds and each.owner in model.objects and not each.parameters[0].type.const:
            yield Refusal(each.place, f"{each.name}() gets, and its {_self(each)} is not const")


def results_are_out(_: Declarations, model: Model) -> Refusals:
    for each in model.functions.values():
        for parameter in each.parameters:
            said = parameter.role in (Role.RESULT, Role.ERROR)
            if not said and _is_written(parameter):
                yield Refusal(
                    each.place, f"{each.name}() gives {parameter.name}: say @param[out] of it"
                )
            if parameter.role is Role.RESULT and parameter.type.const:
                yield Refusal(each.place, f"{each.name}() gives {parameter.name}, which is const")


def _is_written(parameter: Parameter) -> bool:
    text = parameter.type.text
    if parameter.type.kind is TypeKind.STRING:
        return not parameter.type.const
    return parameter.type.kind is TypeKind.FOREIGN and text.endswith("*") and "(*)" not in text


def returned_pointers_are_borrowed(_: Declarations, model: Model) -> Refusals:
    """What the caller is to release comes through a parameter."""
    for each in model.functions.values():
        if each.returns.kind is TypeKind.STRING and not each.returns.const:
            yield Refusal(each.place, f"{each.name}() returns a char * that is not const")


def bytes_have_a_length(_: Declarations, model: Model) -> Refusals:
    for each in model.functions.values():
        if each.returns.kind is TypeKind.BYTES and not each.length:
            yield Refusal(
                each.place, f"{each.name}() gives bytes: call it _data and tell how many in _size"
            )
        for parameter in each.parameters:
            if parameter.type.kind is TypeKind.BYTES:
                yield Refusal(each.place, f"{each.name}(): {parameter.name} is bytes of no length")


def callbacks_have_user_data(_: Declarations, model: Model) -> Refusals:
    for each in model.functions.values():
        roles = [parameter.role for parameter in each.parameters]
        for position, parameter in enumerate(each.parameters):
            if parameter.role is not Role.CALLBACK:
                continue
            inner = parameter.type.parameters
            if not inner or inner[0].role is not Role.USER_DATA:
                yield Refusal(each.place, f"{each.name}(): the callback gets no user_data first")
            if roles[position + 1 : position + 2] != [Role.USER_DATA]:
                yield Refusal(each.place, f"{each.name}(): no void *user_data after the callback")
        if TypeKind.POINTER in (parameter.type.kind for parameter in _plain(each)):
            yield Refusal(each.place, f"{each.name}(): a void * that is no callback's user_data")


def callbacks_answer_with_bool(_: Declarations, model: Model) -> Refusals:
    """True ends what calls them, which is what an exception in one does as well."""
    for each in model.functions.values():
        for parameter in each.parameters:
            returns = parameter.type.returns if parameter.role is Role.CALLBACK else None
            if returns and returns.kind not in (TypeKind.VOID, TypeKind.BOOL):
                yield Refusal(
                    each.place, f"{each.name}(): the callback returns neither nothing nor bool"
                )


def _plain(function: Function) -> list[Parameter]:
    return [each for each in function.parameters if each.role is not Role.USER_DATA]


def _verb(function: Function, verbs: tuple[str, ...]) -> str:
    """Which of the verbs the function's name has, "" for none."""
    name = function.member
    if function.kind is FunctionKind.GETTER and not name.startswith(QUESTIONS):
        return "get_" if "get_" in verbs else ""
    return next((verb for verb in verbs if (name + "_").startswith(verb)), "")


def _self(function: Function) -> str:
    return function.parameters[0].name


RULES = (
    types_are_ours,
    codes_and_errors_go_together,
    getters_cannot_fail,
    what_cannot_fail_is_a_getter,
    getters_change_nothing,
    results_are_out,
    returned_pointers_are_borrowed,
    bytes_have_a_length,
    callbacks_have_user_data,
    callbacks_answer_with_bool,
)
