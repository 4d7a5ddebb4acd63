# SPDX-License-Identifier: LGPL-2.1-or-later
"""What things of C are called in Python."""

from __future__ import annotations

import keyword
from typing import Optional

from ..model import EnumType, EnumValue, Function, FunctionKind, Model, Object, Parameter, Role
from ..naming import plural
from ..spelling import Spelling
from ..text import Run

ERROR = "SriovError"
POSITION = "position"


# What the modules call the parts of the runtime.
TAKEN = ("builtins", "callbacks", "calls", "ctypes", "errors", "made", "out", "self", "values")


def safe(name: str) -> str:
    """A name that neither Python nor the module has another use for: "class_"."""
    return name + "_" if keyword.iskeyword(name) or name in TAKEN else name


class Names:
    """Names by the C names of what they stand for."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.spelling = Spelling(model)
        errors = (each for function in model.functions.values() for each in function.parameters
                  if each.role is Role.ERROR)
        # The struct of errors and the enum of codes are known by the part they play.
        self.error: str = next((each.type.name for each in errors), "")
        codes = (each.returns.name for each in model.functions.values() if each.fallible)
        self.code: str = next(codes, "")
        self.values: dict[str, tuple[EnumType, EnumValue]] = {
            value.name: (enum, value) for enum in model.enums.values() for value in enum.values}

    # Things.

    def thing(self, name: str) -> str:
        """The class of an object or enum."""
        if name == self.error:
            return ERROR
        return self.handle(name)

    def handle(self, name: str) -> str:
        """The class of an object's handles."""
        things: dict[str, Object | EnumType] = {**self.model.objects, **self.model.enums}
        return self.spelling.camel(things[name].short)

    def header_of(self, name: str) -> str:
        things: dict[str, Object | EnumType] = {**self.model.objects, **self.model.enums}
        return things[name].header

    def value(self, enum: EnumType, value: EnumValue) -> str:
        """A value; one that begins with a digit is called as its enum: PROTOCOL_8021Q."""
        if value.short[0].isdigit():
            return f"{enum.short.rsplit('_', maxsplit=1)[-1].upper()}_{value.short}"
        return safe(value.short)

    def exception(self, value: EnumValue) -> str:
        """The exception of a code: NotFoundError."""
        return self.spelling.camel(value.short.lower()) + "Error"

    # Functions.

    def member(self, function: Function) -> str:
        """A method or property."""
        if function.kind is FunctionKind.GETTER and function.inputs:
            asked = function.name.startswith(f"{function.owner}_get_")
            return f"get_{function.member}" if asked else safe(function.member)
        return safe(function.member)

    def all_of(self, function: Function) -> Optional[tuple[str, Function]]:
        """Of a getter by position the property that has all of them, and the getter of their
        number: remedy(position) beside remedy_count makes remedies."""
        if [each.name for each in function.inputs] != [POSITION]:
            return None
        owner = self.model.objects[function.owner]
        counts = {each.member: each for each in owner.getters if each.is_property}
        words = function.member.split("_")
        for length in range(len(words), -1, -1):
            count = counts.get("_".join([*words[:length], "count"]))
            if count:
                name = function.member
                return (name if name.endswith("s") else plural(name)), count
        return None

    # What comments speak of.

    def link(self, run: Run) -> str:
        """The name of something in a sentence."""
        target = run.target
        if target in self.model.functions:
            return self._function_link(self.model.functions[target])
        if target in self.values:
            return self._value_link(*self.values[target])
        if target in self.model.objects or target in self.model.enums:
            return self.thing(target)
        return run.text

    def _value_link(self, enum: EnumType, value: EnumValue) -> str:
        if enum.name == self.code and value.value != 0:
            return self.exception(value)
        return f"{self.thing(enum.name)}.{self.value(enum, value)}"

    def _function_link(self, function: Function) -> str:
        if not function.owner:
            return f"{safe(function.member)}()"
        if function.kind is FunctionKind.OPTION:
            return f"the argument {safe(function.member)} of {self._takers(function.owner)}"
        owner = self.thing(function.owner)
        if function.kind is FunctionKind.CONSTRUCTOR and function.member == "new":
            return self._constructor_link(function, owner)
        special = {
            FunctionKind.REF: f"{owner}",
            FunctionKind.UNREF: f"{owner}.close()",
            FunctionKind.LIST_COUNT: "its length",
            FunctionKind.LIST_ITEM: f"{owner}[]",
            FunctionKind.ENUM_NAME: f"str({owner})",
        }
        if function.kind in special:
            return special[function.kind]
        call = "" if function.is_property else "()"
        return f"{owner}.{self.member(function)}{call}"

    def _takers(self, options: str) -> str:
        """The first that takes these options."""
        takers = (each for each in self.model.functions.values()
                  if any(one.type.name == options for one in each.inputs))
        return self._function_link(next(takers))

    def _constructor_link(self, function: Function, owner: str) -> str:
        options = function.owner in self.model.objects and self.options(
            Parameter("", function.results[0].type, Role.INPUT))
        return "the defaults" if options else f"{owner}()"

    def options(self, parameter: Parameter) -> Optional[Object]:
        """The options behind a parameter, which become keyword arguments."""
        return self.model.options_of(parameter)
