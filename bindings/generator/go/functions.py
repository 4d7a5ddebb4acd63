# SPDX-License-Identifier: LGPL-2.1-or-later
"""Functions of C as methods and functions of Go."""

from __future__ import annotations

from typing import Iterable

from ..model import (
    Function,
    FunctionKind,
    Object,
    Parameter,
    Role,
    Type,
    TypeKind,
)
from .docs import Docs
from .package import COUNTING, Package, c_type

CHECKED = {"int": "signed", "unsigned int": "unsigned", "size_t": "size"}


class Functions:
    """Writes functions of one package."""

    def __init__(self, package: Package, docs: Docs):
        self.package = package
        self.docs = docs

    def write(self, function: Function) -> list[str]:
        """Any function but those of options, lists and references."""
        name = self.package.function_name(function)
        lines = self.docs.of_function(name, function)
        lines.append(f"func {self._receiver(function)}{name}{self._signature(function)} {{")
        if function.fallible or function.returns.kind is TypeKind.VOID:
            body = self._asking(function)
        else:
            body = self._telling(function)
        return lines + indent(body) + ["}", ""]

    # Heads.

    def owner(self, function: Function) -> Object | None:
        """The object that it is a method of."""
        if function.kind is FunctionKind.CONSTRUCTOR:
            return None
        return self.package.model.objects.get(function.owner)

    def self_name(self, function: Function) -> str:
        return self.package.names.local(function.parameters[0].name)

    def _receiver(self, function: Function) -> str:
        owner = self.owner(function)
        return f"({self.self_name(function)} *{self.package.name_of(owner)}) " if owner else ""

    def _signature(self, function: Function) -> str:
        # What is optional comes last, as Go wants it.
        inputs = sorted(function.inputs, key=self._is_optional)
        return f"({self.words(inputs)}) {self._returns(function)}"

    def words(self, parameters: Iterable[Parameter]) -> str:
        """Names and types."""
        pairs = ((self.local(each), self.package.parameter_type(each)) for each in parameters)
        return ", ".join(f"{name} {type_}" for name, type_ in pairs)

    def _returns(self, function: Function) -> str:
        if not function.fallible and function.returns.kind is not TypeKind.VOID:
            return self.package.go_type(function.returns)
        types = [f"{self.local(e)} {self.package.go_type(e.type)}" for e in function.results]
        return f"({', '.join([*types, 'err error'])})" if types else "error"

    def _is_optional(self, parameter: Parameter) -> bool:
        return self.package.model.options_of(parameter) is not None

    def local(self, parameter: Parameter) -> str:
        return self.package.names.local(parameter.name)

    def variable(self, parameter: Parameter) -> str:
        """What the value of C is called."""
        return "c" + self.package.names.exported(parameter.name)

    # Bodies.

    def _telling(self, function: Function) -> list[str]:
        """What cannot fail."""
        owner = self.owner(function)
        lines = [self._begin("look", function, owner), "defer call.leave()"]
        arguments = [*self._self(function, owner)]
        for each in function.inputs:
            before, argument = self.argument(each, must=False)
            lines += before
            arguments.append(argument)
        value = f"C.{function.name}({', '.join(arguments)})"
        if function.returns.kind is TypeKind.BYTES:
            length = f"C.int(C.{function.length}({', '.join(arguments)}))"
            return lines + [f"return C.GoBytes(unsafe.Pointer({value}), {length})"]
        return lines + [f"return {self.to_go(function.returns, value, owned=False)}"]

    def _asking(self, function: Function) -> list[str]:
        """What can fail."""
        owner = self.owner(function)
        lines = [self._begin("enter", function, owner), "defer call.leave()"]
        arguments = [*self._self(function, owner)]
        before, more = self.arguments(function)
        lines += before
        arguments += more
        value = f"C.{function.name}({', '.join(arguments)})"
        code = "" if function.returns.kind is TypeKind.VOID else "call.code = "
        ready = "!call.failed()" if function.anytime else "call.ready()"
        lines += [f"if {ready} {{", f"\t{code}{value}", "}"]
        return lines + self._finish(function)

    def _finish(self, function: Function) -> list[str]:
        lines: list[str] = []
        results: list[str] = []
        given = "nil"
        for each in function.results:
            value = self.to_go(each.type, self.variable(each), owned=True)
            if each.type.kind is TypeKind.OBJECT and not self.package.is_text_list(each.type):
                lines.append(f"{self.local(each)} = {value}")
                value, given = self.local(each), f"given({self.local(each)})"
            results.append(value)
        return lines + [f"return {', '.join([*results, f'call.err({given})'])}"]

    def _begin(self, how: str, function: Function, owner: Object | None) -> str:
        if not owner:
            return f"call := {how}Alone()"
        more = f", &class{self.package.name_of(owner)}" if how == "enter" else ""
        build = ".build()" if self.package.is_built(owner) else ""
        return f"call := {how}({self.self_name(function)}.raw(){more}){build}"

    def _self(self, function: Function, owner: Object | None) -> list[str]:
        return [f"(*C.struct_{owner.name})(call.self)"] if owner else []

    # Values.

    def arguments(self, function: Function) -> tuple[list[str], list[str]]:
        """The lines before a call that can fail, and all its arguments but the object itself."""
        lines: list[str] = []
        arguments: list[str] = []
        for each in function.parameters:
            before: list[str] = []
            if each.role is Role.CALLBACK:
                before, given = self._callback(function, each)
                arguments += given
            elif each.role is Role.INPUT:
                before, argument = self.argument(each, must=True)
                arguments.append(argument)
            elif each.role is Role.RESULT:
                before = [f"var {self.variable(each)} {c_type(each.type)}"]
                arguments.append(f"&{self.variable(each)}")
            elif each.role is Role.ERROR:
                arguments.append("&call.failure")
            lines += before
        return lines, arguments

    def _callback(self, function: Function, parameter: Parameter) -> tuple[list[str], list[str]]:
        """The function of C that calls one of Go, and what it finds that by. What gives an object
        may call back as long as there is one, all else during the call."""
        variable, local = self.variable(parameter), self.local(parameter)
        lasts = function.kind is FunctionKind.OPTION or any(
            each.type.kind is TypeKind.OBJECT for each in function.results
        )
        lines = [
            f"var {variable} *[0]byte",
            f"var {variable}Data unsafe.Pointer",
            f"if {local} != nil {{",
            f"\t{variable} = (*[0]byte)(C.{callback_name(function, parameter)})",
            f"\t{variable}Data = call.{'lasting' if lasts else 'passing'}Callback({local})",
            "}",
        ]
        return lines, [variable, f"{variable}Data"]

    def argument(self, parameter: Parameter, must: bool) -> tuple[list[str], str]:
        """The lines before the call, and the argument in it."""
        name, kind = self.local(parameter), parameter.type.kind
        variable = self.variable(parameter)
        options = self.package.model.options_of(parameter)
        if options:
            how = "call." + self.package.names.local(options.short)
            return [f"{variable} := {how}({name})"], variable
        if kind is TypeKind.OBJECT:
            return [f"{variable} := {self._object(parameter, must)}"], variable
        if kind is TypeKind.STRING:
            how = "textOrNil" if parameter.nullable else "text"
            return [f'{variable} := call.{how}("{name}", {name})'], variable
        if kind is TypeKind.INTEGER and parameter.type.name in COUNTING:
            how = CHECKED[parameter.type.name]
            return [f'{variable} := call.{how}("{name}", {name})'], variable
        if kind is TypeKind.CALLBACK:
            raise ValueError(f"a callback of what cannot fail: {parameter.name}")
        return [], f"{c_type(parameter.type)}({name})"

    def _object(self, parameter: Parameter, must: bool) -> str:
        thing = self.package.model.objects[parameter.type.name]
        pointer = f"(*C.struct_{thing.name})"
        if not must:
            return f"{pointer}(call.hold({self.local(parameter)}.raw()))"
        how = "objectOrNil" if parameter.nullable else "object"
        name = self.package.name_of(thing)
        return f"{pointer}(call.{how}({self.local(parameter)}.raw(), &class{name}))"

    def to_go(self, type_: Type, value: str, owned: bool) -> str:
        """A value of C in Go: one that is given for good, or borrowed."""
        if type_.kind is TypeKind.STRING:
            return f"takeText({value})" if owned else f"C.GoString({value})"
        if type_.kind is not TypeKind.OBJECT:
            return f"{self.package.go_type(type_)}({value})"
        if self.package.is_error(type_):
            return f"borrowedError({value})"
        if self.package.is_text_list(type_):
            name = self.package.names.exported(self.package.model.objects[type_.name].short)
            return f"take{name}({value})" if owned else f"copy{name}({value})"
        name = self.package.name_of(self.package.model.objects[type_.name])
        if not owned:
            value = f"C.{type_.name}_ref({value})"
        return f"new{name}({value}, call.family)"


def callback_name(function: Function, parameter: Parameter) -> str:
    """The C name of the Go function behind it; it begins with no prefix of the library."""
    return f"go_{function.name}_{parameter.name}"


def callbacks_of(function: Function) -> list[Parameter]:
    return [each for each in function.inputs if each.role is Role.CALLBACK]


def is_plain(function: Function) -> bool:
    """Neither of an option, nor of a list or reference, nor of an enum's name."""
    plain = (FunctionKind.CONSTRUCTOR, FunctionKind.GETTER, FunctionKind.METHOD)
    return function.kind in plain


def indent(lines: list[str]) -> list[str]:
    return ["\t" + line if line else line for line in lines]
