# SPDX-License-Identifier: LGPL-2.1-or-later
"""Enums as types of Go, with names for their values."""

from __future__ import annotations

from ..model import EnumType
from .docs import Docs
from .functions import indent
from .package import Package

STRING = """\
// String is the name of the value; of one that this version does not know, the number.
func (value {name}) String() string {{
{body}
}}
"""
# The library has names for the values of some.
LIBRARY_NAME = """\
	if _, known := names{name}[value]; known {{
		return C.GoString(C.{function}(C.enum_{c}(value)))
	}}
	return strconv.Itoa(int(value))"""


def article(name: str) -> str:
    return "an" if name[0] in "AEIOU" else "a"


class Enums:
    """Writes enums of one package."""

    def __init__(self, package: Package, docs: Docs):
        self.package = package
        self.docs = docs

    def write(self, enum: EnumType) -> list[str]:
        """A type, or plain numbers when nothing is of that type."""
        name = self.package.name_of(enum)
        if enum.name not in self.package.used_enums:
            return self._constants(enum, self.docs.of_thing(name, enum.doc), "")
        lines = [*self.docs.of_thing(name, enum.doc), f"type {name} int32", ""]
        lines += self._constants(enum, [f"// What {article(name)} {name} can be."], f"{name} ")
        return lines + self._names(enum, name) + self._string(enum, name)

    def _constants(self, enum: EnumType, comment: list[str], type_: str) -> list[str]:
        lines = [*comment, "const ("]
        for number, value in enumerate(enum.values):
            name = self.package.value_name(enum, value.short, value.value)
            lines += [""] if number else []
            lines += indent(self.docs.of_value(name, value.doc))
            lines.append(f"\t{name} {type_}= {value.value}")
        return lines + [")", ""]

    def _names(self, enum: EnumType, name: str) -> list[str]:
        names = [self.package.value_name(enum, each.short, each.value) for each in enum.values]
        width = max(map(len, names)) + 1
        lines = [f"var names{name} = map[{name}]string{{"]
        for each, value in zip(names, enum.values):
            text = value.short.lower().replace("_", "-")
            lines.append(f'\t{(each + ":").ljust(width)} "{text}",')
        return lines + ["}", ""]

    def _string(self, enum: EnumType, name: str) -> list[str]:
        function = enum.name_function
        body = f"\treturn nameOf(value, names{name})"
        if function:
            body = LIBRARY_NAME.format(name=name, function=function.name, c=enum.name)
        return STRING.format(name=name, body=body).splitlines() + [""]
