# SPDX-License-Identifier: LGPL-2.1-or-later
"""_c.py: every function of the header as ctypes calls it."""

from __future__ import annotations

from ..model import Function, FunctionKind, Model, Parameter, Role, Type, TypeKind
from .layout import bracketed
from .names import Names
from .types import INTEGERS

HEAD = '''\
# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""The functions of the library, as C declares them: for the other modules, not for users."""

from __future__ import annotations

from ctypes import (
    CFUNCTYPE,
    POINTER,
{types}
)

from ._runtime.handles import counted
from ._runtime.loading import function

# A class of handles for each struct.
'''
# ref and unref are in the handles.
COUNTING = (FunctionKind.REF, FunctionKind.UNREF)


def emit(model: Model, names: Names) -> str:
    prototypes = Prototypes(names)
    lines = [f'{names.handle(each)} = counted("{each}")' for each in model.objects]
    lines += ["", "# The functions."]
    for each in model.functions.values():
        if each.kind not in COUNTING:
            lines += prototypes.function(each)
    types = "\n".join(f"    {each}," for each in sorted(prototypes.used))
    return HEAD.format(types=types) + "\n".join(lines) + "\n"


def callback_name(function: Function) -> str:
    """The type of a function's callback."""
    return f"{function.name}_callback"


class Prototypes:
    """Writes prototypes, and knows which types of ctypes they use."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.used: set[str] = set()

    def function(self, function: Function) -> list[str]:
        lines = []
        arguments = [f'"{function.name}"', self._returned(function.returns)]
        for each in function.parameters:
            if each.role is Role.CALLBACK:
                lines += self._callback(function, each)
            arguments.append(self._parameter(function, each))
        return lines + bracketed(f"{function.name} = function(", arguments, ")")

    def _callback(self, function: Function, parameter: Parameter) -> list[str]:
        returns = parameter.type.returns
        types = [self._returned(returns) if returns else "None"]
        types += [self._borrowed(each.type) for each in parameter.type.parameters]
        return bracketed(f"{callback_name(function)} = CFUNCTYPE(", types, ")")

    def _parameter(self, function: Function, parameter: Parameter) -> str:
        if parameter.role is Role.CALLBACK:
            return callback_name(function)
        if parameter.role is Role.ERROR:
            return f"POINTER({self.names.handle(parameter.type.name)})"
        if parameter.role is not Role.RESULT:
            return self._plain(parameter.type)
        # The caller frees a string, so that its address is kept.
        text = parameter.type.kind is TypeKind.STRING
        return f"POINTER({self._c('c_void_p') if text else self._plain(parameter.type)})"

    def _plain(self, type_: Type) -> str:
        if type_.kind is TypeKind.OBJECT:
            return self.names.handle(type_.name)
        if type_.kind is TypeKind.INTEGER:
            return self._c(INTEGERS[type_.name][1])
        return self._c({
            TypeKind.ENUM: "c_int",
            TypeKind.BOOL: "c_bool",
            TypeKind.STRING: "c_char_p",
            TypeKind.BYTES: "c_void_p",
            TypeKind.POINTER: "c_void_p",
        }[type_.kind])

    def _returned(self, type_: Type) -> str:
        if type_.kind is TypeKind.VOID:
            return "None"
        return self._borrowed(type_)

    def _borrowed(self, type_: Type) -> str:
        """What comes from C. Of an object that is an address, and no handle yet."""
        return self._c("c_void_p") if type_.kind is TypeKind.OBJECT else self._plain(type_)

    def _c(self, name: str) -> str:
        self.used.add(name)
        return name
