# SPDX-License-Identifier: LGPL-2.1-or-later
"""Options: keyword arguments of the calls that take them, and a function that sets them."""

from __future__ import annotations

from ..model import Function, Object, Parameter, Role
from .docs import Docs
from .layout import bracketed, indent
from .names import Names, safe
from .prototypes import callback_name
from .types import Types


# What a header of C cannot say.
RAISED = " To return None is to go on; what it raises ends it, too, and is raised when that is over."


# What one of several is called.
ONE = "each"


class Options:
    """Writes options for one module."""

    def __init__(self, names: Names, docs: Docs, types: Types) -> None:
        self.names = names
        self.docs = docs
        self.types = types

    # In the calls that take them.

    def declared(self, options: Object) -> list[str]:
        return [f"{self._taken(each)} = {_unset(each)}" for each in options.options]

    def documented(self, options: Object) -> list[tuple[str, str]]:
        return [(safe(each.member), self._said(each)) for each in options.options]

    def call(self, options: Object) -> str:
        given = (f"{safe(each.member)}={safe(each.member)}" for each in options.options)
        return f"{self.types.say(options.name)}({', '.join(given)})"

    def _taken(self, option: Function) -> str:
        accepted = self._accepted(option)
        if option.several:
            return f"{safe(option.member)}: Iterable[{accepted}]"
        if _takes_none(option):
            return f"{safe(option.member)}: Union[{accepted}, None, values.Default]"
        return f"{safe(option.member)}: Optional[{accepted}]"

    def _accepted(self, option: Function) -> str:
        """One value, or a tuple of several."""
        kinds = [self.types.accepted(each) for each in option.inputs]
        return kinds[0] if len(kinds) == 1 else f"Tuple[{', '.join(kinds)}]"

    def _said(self, option: Function) -> str:
        said = self.docs.text(option.doc.brief)
        inputs = [(each.name, self.docs.text(each.runs)) for each in option.inputs]
        if len(inputs) == 1:
            more = RAISED if option.inputs[0].is_asked else ""
            return "; ".join(each for each in (said.rstrip("."), inputs[0][1] + more) if each)
        listed = "; ".join(f"`{name}`: {text}".rstrip(".") for name, text in inputs)
        return f"{said} A tuple of {listed}."

    # The function that sets them.

    def setter(self, options: Object) -> list[str]:
        """Called by all that take the options."""
        new = options.constructors[0].name
        handle = f"_c.{self.names.handle(options.name)}"
        taken = [self._taken(each) for each in options.options]
        lines = [line for each in options.options for line in self._callback(each)]
        lines += bracketed(f"def {options.short}(", taken, ") -> Optional[Handle]:")
        body = ['"""The options that were given, for C; None when there are none."""',
                f"made = Options({handle}, _c.{new})"]
        for each in options.options:
            if _is_asked(each):
                body += self._set(each)
                continue
            when = f"if {safe(each.member)} is not {_unset(each)}:"
            if each.several:
                when = f"for {ONE} in {safe(each.member)}:"
            body += [when, *indent(self._set(each))]
        return lines + indent([*body, "return made.handle"])

    def _set(self, option: Function) -> list[str]:
        name = safe(option.member)
        inputs = option.inputs
        if len(inputs) == 1:
            values, lines = [ONE if option.several else name], []
        else:
            values = [f"{name}_{each.name}" for each in inputs]
            lines = [f'{", ".join(values)} = values.several({name}, {len(inputs)}, "{name}")']
        passed = [f"_c.{option.name}"]
        for value, each in zip(values, inputs):
            passed += self._passed(option, each, value)
        return lines + bracketed(f"made.{'set' if option.fallible else 'tell'}(", passed, ")", 2)

    def _passed(self, option: Function, parameter: Parameter, value: str) -> list[str]:
        name = safe(option.member)
        if parameter.role is Role.CALLBACK:
            attach = "attach_asked" if parameter.is_asked else "attach"
            return [f"_{callback_name(option)}", f'made.{attach}({value}, "{name}")']
        return [self.types.checked(parameter, value, name, _takes_none(option))]

    def _callback(self, option: Function) -> list[str]:
        """What C calls, and how it hands its arguments on."""
        lines: list[str] = []
        for each in option.inputs:
            if each.role is Role.CALLBACK:
                readers = [self.types.reader(one.type) for one in each.type.parameters[1:]]
                name = callback_name(option)
                made = [f"_c.{name}", *readers]
                how = "asked_by_c" if each.is_asked else "made_for_c"
                lines += bracketed(f"_{name} = callbacks.{how}(", made, ")")
                lines += ["", ""]
        return lines


def _takes_none(option: Function) -> bool:
    """Whether None is a value of its own, as where it asks for devices without a driver."""
    return len(option.inputs) == 1 and option.inputs[0].nullable and not _is_asked(option)


def _is_asked(option: Function) -> bool:
    """Whether C asks its callback. It does so where the user gives none, too: between two answers
    signals are heard."""
    return any(each.is_asked for each in option.inputs)


def _unset(option: Function) -> str:
    """What stands for an option that was not given."""
    if option.several:
        return "()"
    return "values.DEFAULT" if _takes_none(option) else "None"
