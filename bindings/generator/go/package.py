# SPDX-License-Identifier: LGPL-2.1-or-later
"""What things of the model are called in the package, and which types they have."""

from __future__ import annotations

from ..model import (
    EnumType,
    Function,
    FunctionKind,
    Model,
    Object,
    ObjectKind,
    Parameter,
    Role,
    Type,
    TypeKind,
)
from .names import Names

OPTIONS = "_options"
# Those that Go counts with; all others have the same size in both languages.
COUNTING = ("int", "unsigned int", "size_t")


class Package:
    """The model with Go's names."""

    def __init__(self, model: Model):
        self.model = model
        self.names = Names(model)
        errors = {
            each.type.name
            for function in model.functions.values()
            for each in function.parameters
            if each.role is Role.ERROR
        }
        # The object that errors are, and the enum that functions return when they can fail.
        self.error = next(iter(errors), "")
        codes = {each.returns.name for each in model.functions.values() if each.fallible}
        self.code = next(iter(codes), "")
        self.used_enums = {name for each in model.functions.values() for name in _enums(each)}

    # Names.

    def name_of(self, thing: Object | EnumType) -> str:
        return self.names.exported(thing.short)

    def option_name(self, options: Object) -> str:
        """What one of the options is: ContextOption."""
        return self.option_prefix(options) + "Option"

    def option_prefix(self, options: Object) -> str:
        short = options.short
        short = short[: -len(OPTIONS)] if short.endswith(OPTIONS) else short
        return self.names.exported(short)

    def function_name(self, function: Function) -> str:
        """Without the receiver."""
        owner = self.model.objects.get(function.owner)
        if function.kind is FunctionKind.CONSTRUCTOR and owner:
            more = function.member[len("new") :].strip("_")
            return "New" + self.name_of(owner) + (self.names.exported(more) if more else "")
        if function.kind is FunctionKind.OPTION and owner:
            return self.option_prefix(owner) + self.names.exported(function.member)
        if function.kind is FunctionKind.ENUM_NAME:
            return "String"
        if function.kind is FunctionKind.LIST_COUNT:
            return "Len"
        if function.kind is FunctionKind.LIST_ITEM:
            return "At"
        if function.kind is FunctionKind.UNREF:
            return "Close"
        if self.is_error(function.returns) and function.member == "error":
            return "Err"
        member = function.member
        return self.names.exported(member[4:] if member.startswith("get_") else member)

    def value_name(self, enum: EnumType, short: str, number: int) -> str:
        """Errors are called Err..., as everywhere in Go."""
        prefix = "Err" if enum.name == self.code and number != 0 else self.name_of(enum)
        return prefix + self.names.exported(short)

    # Kinds.

    def is_error(self, type_: Type) -> bool:
        return type_.kind is TypeKind.OBJECT and type_.name == self.error

    def is_text_list(self, type_: Type) -> bool:
        """A list of strings, which Go has a type for."""
        found = self.model.objects.get(type_.name)
        return bool(found and self.is_text_list_object(found))

    def is_text_list_object(self, thing: Object) -> bool:
        return bool(
            thing.kind is ObjectKind.LIST and thing.item and thing.item.kind is TypeKind.STRING
        )

    def is_built(self, thing: Object) -> bool:
        """What its user makes may change under his hands; all else is a snapshot. It matters where
        there is something to look at."""
        return bool(thing.constructors and (thing.getters or thing.kind is ObjectKind.LIST))

    def is_wrapped(self, thing: Object) -> bool:
        """Whether Go has an object for it."""
        plain = thing.kind is ObjectKind.OPTIONS or thing.name == self.error
        return not plain and not self.is_text_list_object(thing)

    # Types.

    def go_type(self, type_: Type) -> str:
        if type_.kind is TypeKind.BOOL:
            return "bool"
        if type_.kind is TypeKind.INTEGER:
            return "int" if type_.name in COUNTING else type_.name.replace("_t", "")
        if type_.kind is TypeKind.ENUM:
            return self.name_of(self.model.enums[type_.name])
        if type_.kind is TypeKind.STRING:
            return "string"
        if type_.kind is TypeKind.BYTES:
            return "[]byte"
        if type_.kind is TypeKind.CALLBACK:
            return self._callback_type(type_)
        if type_.kind is TypeKind.OBJECT:
            return self._object_type(type_)
        raise ValueError(f"Go has nothing for {type_.text!r}")

    def _callback_type(self, type_: Type) -> str:
        given = [each for each in type_.parameters if each.type.kind is not TypeKind.POINTER]
        words = (f"{self.names.local(each.name)} {self.go_type(each.type)}" for each in given)
        returns = type_.returns
        result = "" if not returns or returns.kind is TypeKind.VOID else self.go_type(returns)
        return f"func({', '.join(words)}) {result}".rstrip()

    def _object_type(self, type_: Type) -> str:
        if self.is_error(type_):
            return "error"
        if self.is_text_list(type_):
            return "[]string"
        return "*" + self.name_of(self.model.objects[type_.name])

    def parameter_type(self, parameter: Parameter) -> str:
        options = self.model.options_of(parameter)
        if options:
            return "..." + self.option_name(options)
        return self.go_type(parameter.type)


def c_type(type_: Type) -> str:
    """The type as cgo calls it."""
    if type_.kind is TypeKind.OBJECT:
        return f"*C.struct_{type_.name}"
    if type_.kind is TypeKind.ENUM:
        return f"C.enum_{type_.name}"
    if type_.kind is TypeKind.STRING:
        return "*C.char"
    return "C." + {"unsigned int": "uint", "unsigned long": "ulong"}.get(type_.name, type_.name)


def _enums(function: Function) -> set[str]:
    types = [function.returns, *(each.type for each in function.parameters)]
    types += [inner.type for each in types for inner in each.parameters]
    return {each.name for each in types if each.kind is TypeKind.ENUM}
