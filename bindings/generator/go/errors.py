# SPDX-License-Identifier: LGPL-2.1-or-later
"""The error as a struct of Go: a copy of all that the library tells of a failure."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Function, Object
from .docs import Docs
from .functions import Functions, indent
from .package import Package

TAIL = """\
	// Result is what the call gave although it failed; nil as a rule.
	Result any

	closed bool
}
"""


@dataclass(frozen=True)
class Field:
    """A field; `value` reads it from "failure", or from "i" of many."""

    name: str
    type: str
    function: Function
    value: str
    many: bool = False


class Errors:
    """Writes the error of one package."""

    def __init__(self, package: Package, docs: Docs, functions: Functions):
        self.package = package
        self.docs = docs
        self.functions = functions

    def write(self, thing: Object) -> list[str]:
        name = self.package.name_of(thing)
        fields = [each for function in thing.getters for each in self._fields(thing, function)]
        lines = [*self.docs.of_thing(name, thing.doc), f"type {name} struct {{"]
        for field in fields:
            told = self.docs.of_many if field.many else self.docs.of_field
            lines += indent(told(field.name, field.function))
            lines += [f"\t{field.name} {field.type}", ""]
        return lines + TAIL.splitlines() + [""] + self._copy(thing, name, fields)

    def _copy(self, thing: Object, name: str, fields: list[Field]) -> list[str]:
        single = [each for each in fields if not each.many]
        width = max(len(each.name) for each in single) + 1
        lines = [f"func new{name}(failure *C.struct_{thing.name}) *{name} {{"]
        lines.append(f"\tmade := &{name}{{")
        lines += [f"\t\t{(each.name + ':').ljust(width)} {each.value}," for each in single]
        lines.append("\t}")
        for each in fields:
            if each.many:
                count = f"C.{each.function.name}_count(failure)"
                lines.append(f"\tfor i := 0; i < int({count}); i++ {{")
                lines.append(f"\t\tmade.{each.name} = append(made.{each.name}, {each.value})")
                lines.append("\t}")
        return lines + ["\treturn made", "}", ""]

    def _fields(self, thing: Object, function: Function) -> list[Field]:
        """The field of a getter; "cause" and "cause_count" are one, a slice of errors."""
        name = self.package.names.exported(function.member)
        members = {each.member for each in thing.getters}
        if function.member + "_count" in members:
            type_ = self.package.name_of(thing)
            value = f"new{type_}(C.{function.name}(failure, C.size_t(i)))"
            return [Field(name + "s", f"[]*{type_}", function, value, many=True)]
        if not function.is_property or function.member[: -len("_count")] in members:
            return []
        value = f"C.{function.name}(failure)"
        if function.member == "errno":
            return [Field(name, "syscall.Errno", function, f"syscall.Errno({value})")]
        type_ = self.package.go_type(function.returns)
        value = self.functions.to_go(function.returns, value, owned=False)
        return [Field(name, type_, function, value)]
