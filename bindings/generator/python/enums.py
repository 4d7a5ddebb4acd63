# SPDX-License-Identifier: LGPL-2.1-or-later
"""Enumerations."""

from __future__ import annotations

from ..model import EnumType
from ..text import wrap_text
from .docs import Docs
from .layout import STEP, WIDTH, indent
from .names import Names


def emit(enum: EnumType, names: Names, docs: Docs) -> list[str]:
    """One class."""
    body = docs.of_thing(enum.doc, 1) + [""]
    for value in enum.values:
        comment = docs.of_value(value)
        body += [f"# {line}" for line in wrap_text(comment, WIDTH - len(STEP) - 2)]
        body.append(f"{names.value(enum, value)} = {_number(value.name, value.value)}")
    if enum.name_function:
        function = enum.name_function.name
        body += ["", "def __str__(self) -> str:",
                 f"{STEP}return values.decode(_c.{function}(self.value))"]
    return [f"class {names.thing(enum.name)}(Value):", *indent(body)]


def _number(name: str, value: int) -> str:
    """As a person would write it."""
    return str(value) if abs(value) < 0x1000 else hex(value)
