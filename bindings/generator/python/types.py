# SPDX-License-Identifier: LGPL-2.1-or-later
"""C's types: for ctypes, as annotations, and which part of the runtime turns values into them and
back."""

from __future__ import annotations

from typing import Callable

from ..model import Parameter, Role, Type, TypeKind
from .names import Names

# What "_runtime.values" calls the check of an integer type, and ctypes the type.
INTEGERS = {
    "char": ("char", "c_byte"),
    "int": ("int_", "c_int"),
    "unsigned int": ("unsigned_int", "c_uint"),
    "long": ("long_", "c_long"),
    "unsigned long": ("unsigned_long", "c_ulong"),
    "size_t": ("size_t", "c_size_t"),
    "ssize_t": ("ssize_t", "c_ssize_t"),
    **{f"{sign}int{bits}_t": (f"{sign}int{bits}_t", f"c_{sign}int{bits}")
       for sign in ("", "u") for bits in (8, 16, 32, 64)},
}
# What a parameter that is a file is called.
PATH = "path"

# The name of an object or enum as the module that is written can say it.
Say = Callable[[str], str]


class Types:
    """All about types, for one module."""

    def __init__(self, names: Names, say: Say) -> None:
        self.names = names
        self.say = say

    # Annotations.

    def annotation(self, type_: Type, nullable: bool = False) -> str:
        """What a result is."""
        plain = self._plain(type_)
        return f"Optional[{plain}]" if nullable else plain

    def _plain(self, type_: Type) -> str:
        if type_.kind in (TypeKind.OBJECT, TypeKind.ENUM):
            return self.say(type_.name)
        return {
            TypeKind.VOID: "None",
            TypeKind.BOOL: "bool",
            TypeKind.INTEGER: "int",
            TypeKind.STRING: "str",
            TypeKind.BYTES: "bytes",
        }[type_.kind]

    def accepted(self, parameter: Parameter) -> str:
        """What an input may be, but None."""
        if parameter.role is Role.CALLBACK:
            heard = (self._plain(each.type) for each in parameter.type.parameters[1:])
            answer = "Optional[bool]" if parameter.is_asked else "object"
            return f"Callable[[{', '.join(heard)}], {answer}]"
        if parameter.type.kind is TypeKind.STRING and parameter.name == PATH:
            return "values.Path"
        return self._plain(parameter.type)

    # Values for C.

    def checked(self, parameter: Parameter, value: str, name: str, nullable: bool) -> str:
        """The expression that makes what C takes of a Python value, or refuses it."""
        kind = parameter.type.kind
        none = "_or_none" if nullable else ""
        said = f'"{name}"'
        if kind is TypeKind.OBJECT:
            return f"values.instance{none}({value}, {self.say(parameter.type.name)}, {said})"
        if kind is TypeKind.ENUM:
            return f"values.member({value}, {self.say(parameter.type.name)}, {said})"
        if kind is TypeKind.STRING:
            check = "path" if parameter.name == PATH else "text"
            return f"values.{check}{none}({value}, {said})"
        if kind is TypeKind.BOOL:
            return f"values.boolean({value}, {said})"
        return f"values.{INTEGERS[parameter.type.name][0]}({value}, {said})"

    # Results of calls.

    def result(self, type_: Type) -> str:
        """What takes a value that a call gives."""
        if type_.kind is TypeKind.OBJECT:
            return f"calls.Instance({self.say(type_.name)})"
        if type_.kind is TypeKind.ENUM:
            return f"calls.Member({self.say(type_.name)})"
        if type_.kind is TypeKind.INTEGER:
            return f"calls.Number(ctypes.{INTEGERS[type_.name][1]}())"
        return {TypeKind.STRING: "calls.Text()", TypeKind.BOOL: "calls.Boolean()"}[type_.kind]

    def reader(self, type_: Type) -> str:
        """What turns an argument of a callback into Python's."""
        if type_.kind is TypeKind.OBJECT:
            return f"{self.say(type_.name)}._borrowed"
        if type_.kind is TypeKind.ENUM:
            return f"lambda value: {self.say(type_.name)}(value)"
        return {TypeKind.STRING: "values.decode", TypeKind.BOOL: "bool"}.get(type_.kind, "int")
