# SPDX-License-Identifier: LGPL-2.1-or-later
"""Methods, properties, constructors and functions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Optional, Sequence

from ..model import Function, FunctionKind, Parameter, Role, TypeKind
from ..text import sentence
from .docs import Docs
from .layout import bracketed, indent
from .names import POSITION, Names, safe
from .options import Options
from .types import Types

OUT = "out"


@dataclass
class Arguments:
    """A function's arguments: as Python declares them, as C gets them, and what is said of them."""

    declared: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)
    documented: list[tuple[str, str]] = field(default_factory=list)

    def signature(self, *first: str) -> list[str]:
        keywords = ["*", *self.keywords] if self.keywords else []
        return [*first, *self.declared, *keywords]


class Functions:
    """Writes functions for one module."""

    def __init__(self, names: Names, docs: Docs, types: Types) -> None:
        self.names = names
        self.docs = docs
        self.types = types
        self.options = Options(names, docs, types)

    # Arguments.

    def arguments(self, function: Function, outs: Sequence[str] = ()) -> Arguments:
        found = Arguments()
        left = list(outs)
        optional = self._optional(function)
        for each in function.parameters:
            options = self.names.options(each) if each.role is Role.INPUT else None
            if each.role is Role.SELF:
                found.passed.append("self._pointer")
            elif each.role is Role.RESULT:
                found.passed.append(left.pop(0))
            elif options:
                found.keywords += self.options.declared(options)
                found.documented += self.options.documented(options)
                found.passed.append(self.options.call(options))
            elif each.role is Role.INPUT:
                self._input(found, each, each.name in optional)
            else:
                assert each.role is Role.ERROR, f"{function.place}: a callback that is no option"
        return found

    def _input(self, found: Arguments, parameter: Parameter, optional: bool) -> None:
        name = safe(parameter.name)
        accepted = self.types.accepted(parameter)
        if parameter.nullable:
            accepted = f"Optional[{accepted}]"
        found.declared.append(f"{name}: {accepted}" + (" = None" if optional else ""))
        found.passed.append(self.types.checked(parameter, name, name, parameter.nullable))
        found.documented.append((name, self.docs.text(parameter.runs)))

    def _optional(self, function: Function) -> set[str]:
        """The inputs that may be left away: None is allowed for them and all that follow."""
        found: set[str] = set()
        if function.kind in (FunctionKind.METHOD, FunctionKind.CONSTRUCTOR):
            plain = [each for each in function.inputs if not self.names.options(each)]
            while plain and plain[-1].nullable:
                found.add(plain.pop().name)
        return found

    # What belongs to a class.

    def member(self, function: Function) -> list[str]:
        """A property or method, with all it has."""
        if function.kind is FunctionKind.CONSTRUCTOR:
            return self._constructor(function)
        if function.fallible:
            return self._fallible(function, "self")
        lines = self._answer(function)
        everything = self.names.all_of(function)
        if everything:
            lines += ["", *self._all_of(function, *everything)]
        return lines

    def _head(self, function: Function, arguments: Arguments, returns: str, *first: str,
              name: str = "") -> list[str]:
        name = name or self.names.member(function)
        lines = bracketed(f"def {name}(", arguments.signature(*first), f") -> {returns}:", 1)
        depth = 2 if first else 1
        return lines + indent(self.docs.of_function(function, arguments.documented, depth))

    def _answer(self, function: Function) -> list[str]:
        """What cannot fail."""
        arguments = self.arguments(function)
        passed = [f"_c.{function.name}", *arguments.passed[1:]]
        nullable = function.nullable and function.returns.kind is not TypeKind.BYTES
        returns = self.types.annotation(function.returns, nullable)
        lines = ["@property"] if function.is_property else []
        lines += self._head(function, arguments, returns, "self")
        verb = "" if function.returns.kind is TypeKind.VOID else "return "
        return lines + indent(bracketed(f"{verb}{self._asked(function, nullable)}(",
                                        self._wanted(function) + passed, ")", 2))

    def _asked(self, function: Function, nullable: bool) -> str:
        """The method of the runtime that asks."""
        kind = function.returns.kind
        if kind is TypeKind.OBJECT and function.returns.name == self.names.error:
            return "self._error"
        none = "_or_none" if nullable else ""
        if kind is TypeKind.VOID:
            return "self._tell_at_once" if function.anytime else "self._tell"
        return "self." + {
            TypeKind.BOOL: "_boolean",
            TypeKind.INTEGER: "_number",
            TypeKind.ENUM: "_member",
            TypeKind.STRING: f"_text{none}",
            TypeKind.BYTES: "_data",
            TypeKind.OBJECT: f"_object{none}",
        }[kind]

    def _wanted(self, function: Function) -> list[str]:
        kind = function.returns.kind
        if kind is TypeKind.BYTES:
            return [f"_c.{function.length}"]
        if kind in (TypeKind.OBJECT, TypeKind.ENUM):
            return [self.types.say(function.returns.name)]
        return []

    def _all_of(self, function: Function, name: str, count: Function) -> list[str]:
        """What a getter by position gives for each of them."""
        said = sentence(function.doc.returns).replace("NULL past the end", "")
        nullable = function.nullable and "NULL" in said
        item = self.types.annotation(function.returns, nullable)
        asked = [*self._wanted(function), f"_c.{function.name}", POSITION]
        call = f"{self._asked(function, nullable)}({', '.join(asked)})"
        return [
            "@property",
            f"def {name}(self) -> Tuple[{item}, ...]:",
            *indent([
                f'"""What {self.names.member(function)}() gives for each {POSITION}."""',
                "return tuple(",
                f"    {call}",
                f"    for {POSITION} in range(self.{self.names.member(count)})",
                ")",
            ]),
        ]

    # What can fail.

    def _outs(self, function: Function) -> list[str]:
        if len(function.results) == 1:
            return [OUT]
        return [f"{OUT}_{each.name}" for each in function.results]

    def _called(self, function: Function, arguments: Arguments, outs: Sequence[str],
                depth: int) -> list[str]:
        made = [f"{out} = {self.types.result(each.type)}"
                for out, each in zip(outs, function.results)]
        return made + bracketed("calls.call(", [f"_c.{function.name}", *arguments.passed], ")",
                                depth)

    def _fallible(self, function: Function, *first: str) -> list[str]:
        outs = self._outs(function)
        arguments = self.arguments(function, outs)
        returns = [self.types.annotation(each.type, each.nullable) for each in function.results]
        values = [f"{out}.{'optional' if each.nullable else 'value'}"
                  for out, each in zip(outs, function.results)]
        annotation = f"Tuple[{', '.join(returns)}]" if len(returns) > 1 else (*returns, "None")[0]
        lines = self._head(function, arguments, annotation, *first)
        lines += indent(self._called(function, arguments, outs, 2 if first else 1))
        return lines + indent([f"return {', '.join(values)}"] if values else [])

    def _constructor(self, function: Function) -> list[str]:
        if function.member != "new":
            return ["@classmethod", *self._fallible(function, "cls")]
        arguments = self.arguments(function, [OUT])
        added = self._adder(function)
        if added:
            arguments.declared.append(f"items: Iterable[{self.types.say(added.type.name)}] = ()")
            arguments.documented.append(("items", "what is added at once."))
        lines = self._head(function, arguments, "None", "self", name="__init__")
        lines += indent(self._called(function, arguments, [OUT], 2))
        lines += indent([f"self._begin({OUT}.target)"])
        return lines + (indent(["for item in items:", "    self.add(item)"]) if added else [])

    def _adder(self, function: Function) -> Optional[Parameter]:
        """What can be added to a list that is made empty."""
        owner = self.names.model.objects[function.owner]
        adders = [each for each in owner.methods if each.member == "add" and owner.item]
        return adders[0].inputs[0] if adders else None

    # What belongs to nothing.

    def alone(self, function: Function) -> list[str]:
        if function.fallible:
            return self._fallible(function)
        arguments = self.arguments(function)
        nullable = function.nullable
        lines = self._head(function, arguments,
                           self.types.annotation(function.returns, nullable))
        call = f"_c.{function.name}({', '.join(arguments.passed)})"
        if function.returns.kind is TypeKind.STRING:
            call = f"values.decode{'_or_none' if nullable else ''}({call})"
        elif function.returns.kind is TypeKind.ENUM:
            call = f"{self.types.say(function.returns.name)}({call})"
        else:
            call = f"{self.types.annotation(function.returns)}({call})"
        return lines + indent([f"return {call}"])


def uses(lines: Sequence[str], word: str) -> bool:
    """Whether a name is used in what was written."""
    return any(re.search(rf"(?<![\w.]){re.escape(word)}", line) for line in lines)
