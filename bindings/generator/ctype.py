# SPDX-License-Identifier: LGPL-2.1-or-later
"""Types of C, as far as the rules of the header let them in."""

from __future__ import annotations

import re

from .model import Parameter, Role, Type, TypeKind

INTEGERS = (
    "int",
    "unsigned int",
    "size_t",
    *(f"{sign}int{bits}_t" for sign in ("", "u") for bits in (8, 16, 32, 64)),
)
CALLBACK = re.compile(r"(?P<returns>.*\S)\s*\(\s*\*\s*\)\s*\((?P<parameters>.*)\)")
PARAMETER = re.compile(r"(?P<type>.*?[\s*])(?P<name>\w+)")


def parse(text: str) -> Type:
    """The type that C writes so."""
    text = tidy(text)
    callback = CALLBACK.fullmatch(text)
    if callback:
        return _parse_callback(text, callback["returns"], callback["parameters"])
    stars = len(text) - len(text.rstrip("*"))
    words = text.rstrip("* ").split()
    const = "const" in words
    base = " ".join(word for word in words if word != "const")
    if stars == 0 and not const:
        return _parse_value(text, base)
    if stars == 1:
        return _parse_pointer(text, base, const)
    return Type(text, TypeKind.FOREIGN)


def pointee(text: str) -> Type:
    """What a pointer of that type is told to point to: the type of a result."""
    text = tidy(text)
    if not text.endswith("*"):
        return Type(text, TypeKind.FOREIGN)
    return parse(text[:-1])


def tidy(text: str) -> str:
    """With C's usual spaces: "const char *"."""
    text = re.sub(r"\s+", " ", text).strip()
    return re.sub(r"(?<=[^ *(])\*", " *", re.sub(r"\s+\*", " *", text)).replace("* *", "**")


def _parse_value(text: str, base: str) -> Type:
    if base == "void":
        return Type(text, TypeKind.VOID)
    if base == "bool":
        return Type(text, TypeKind.BOOL, base)
    if base in INTEGERS:
        return Type(text, TypeKind.INTEGER, base)
    if base.startswith("enum "):
        return Type(text, TypeKind.ENUM, base[len("enum ") :])
    return Type(text, TypeKind.FOREIGN)


def _parse_pointer(text: str, base: str, const: bool) -> Type:
    if base == "char":
        return Type(text, TypeKind.STRING, const=const)
    if base == "uint8_t" and const:
        return Type(text, TypeKind.BYTES, const=const)
    if base == "void" and not const:
        return Type(text, TypeKind.POINTER)
    if base.startswith("struct "):
        return Type(text, TypeKind.OBJECT, base[len("struct ") :], const)
    return Type(text, TypeKind.FOREIGN)


def _parse_callback(text: str, returns: str, parameters: str) -> Type:
    found = [PARAMETER.fullmatch(each.strip()) for each in parameters.split(",")]
    if not all(found):
        return Type(text, TypeKind.FOREIGN)
    parsed = (Parameter(each["name"], parse(each["type"]), Role.INPUT) for each in found if each)
    return Type(
        text, TypeKind.CALLBACK, parameters=_with_user_data(tuple(parsed)), returns=parse(returns)
    )


def _with_user_data(parameters: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
    if not parameters or parameters[0].type.kind is not TypeKind.POINTER:
        return parameters
    first = parameters[0]
    return (Parameter(first.name, first.type, Role.USER_DATA), *parameters[1:])
