# SPDX-License-Identifier: LGPL-2.1-or-later
"""Functions of Go that C calls back."""

from __future__ import annotations

from ..model import Function, Parameter, TypeKind
from .functions import Functions, callback_name
from .package import Package, c_type


class Callbacks:
    """Writes what C calls, and what it has to know of that."""

    def __init__(self, package: Package, functions: Functions):
        self.package = package
        self.functions = functions

    def write(self, function: Function, parameter: Parameter) -> list[str]:
        given = [e for e in parameter.type.parameters if e.type.kind is not TypeKind.POINTER]
        local = self.functions.local
        words = [f"{local(each)} {c_type(each.type)}" for each in given]
        values = [self.functions.to_go(each.type, local(each), owned=False) for each in given]
        name, go_type = callback_name(function, parameter), self.package.go_type(parameter.type)
        call = f"call.function.({go_type})({', '.join(values)})"
        head = f"func {name}({', '.join(['userData unsafe.Pointer', *words])})"
        return [f"//export {name}", *self._body(head, call, parameter), "}", ""]

    def _body(self, head: str, call: str, parameter: Parameter) -> list[str]:
        returns = parameter.type.returns
        if not returns or not parameter.is_asked:
            return [f"{head} {{", "\tcalled(userData, func(call *callback) {", f"\t\t{call}", "\t})"]
        return [
            f"{head} {c_type(returns)} {{",
            f"\treturn {c_type(returns)}(asked(userData, func(call *callback) bool {{",
            f"\t\treturn {call}",
            "\t}))",
        ]

    def declare(self, function: Function, parameter: Parameter) -> str:
        """The line of C; cgo itself leaves "const" out."""
        types = (each.type.text.replace("const ", "") for each in parameter.type.parameters)
        returns = parameter.type.returns
        result = returns.text if returns else "void"
        return f"extern {result} {callback_name(function, parameter)}({', '.join(types)});"
