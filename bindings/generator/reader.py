# SPDX-License-Identifier: LGPL-2.1-or-later
"""From declarations to the model: what belongs to what, and what each thing is for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Optional

from . import ctype, naming
from .declarations import Declarations, FunctionDeclaration, ParameterDeclaration
from .model import (
    Doc,
    EnumType,
    EnumValue,
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
from .text import Paragraph, Run, sentence

ERROR = "sriov_error"
GETTERS = ("get", "is", "has")
SET, ADD = "set_", "add_"
POINTERS = (TypeKind.STRING, TypeKind.BYTES, TypeKind.OBJECT, TypeKind.CALLBACK)


def read_model(declarations: Declarations) -> Model:
    """The model of all headers."""
    return _Reader(declarations).model()


class _Reader:
    def __init__(self, declarations: Declarations):
        self.declarations = declarations
        self.structs = {each.name: each for each in declarations.structs}
        self.enums = {each.name: each for each in declarations.enums}
        # What names of functions may begin with: a list's own functions are told by their owner,
        # so that sriov_device_list_bars() is not about lists of devices.
        names = (naming.short(each) for each in (*self.structs, *self.enums))
        self.subjects = [each for each in names if not each.endswith(naming.LIST)]
        self.topics = [each.name for each in declarations.headers]

    def model(self) -> Model:
        functions = [self._function(each) for each in self.declarations.functions]
        objects = {each: self._object(each, functions) for each in self.structs}
        functions = [_as_option(each, objects) for each in functions]
        objects = {each: self._object(each, functions) for each in self.structs}
        return Model(
            headers={each.name: each for each in self.declarations.headers},
            objects=objects,
            enums={each: self._enum(each, functions) for each in self.enums},
            functions={each.name: each for each in functions},
        )

    # Functions.

    def _function(self, declared: FunctionDeclaration) -> Function:
        parameters = self._parameters(declared)
        returns = ctype.parse(declared.returns)
        owner = self._owner(declared.name, parameters)
        subject = self._subject(declared.name, naming.short(owner))
        member = naming.member_name(declared.name, subject, naming.short(owner))
        kind = self._kind(member, owner, subject, parameters)
        if kind is FunctionKind.GETTER and member.startswith("get_"):
            member = member[len("get_") :]
        if owner and kind is not FunctionKind.CONSTRUCTOR:
            parameters = (replace(parameters[0], role=Role.SELF), *parameters[1:])
        return Function(
            name=declared.name,
            place=declared.place,
            header=declared.header,
            doc=declared.doc,
            returns=returns,
            parameters=parameters,
            kind=kind,
            owner=owner,
            member=member,
            nullable=returns.kind in POINTERS and says_null(declared.doc.returns),
            length=self._length(declared, returns),
            anytime=says_anytime(declared.doc),
            declaration=_declaration(declared),
        )

    def _subject(self, function: str, owner: str) -> str:
        """What it is about; where that is no object, the header that it is in: libvirt.h."""
        found = naming.subject_of(function, owner, self.subjects)
        return found or naming.subject_of(function, owner, self.topics)

    def _owner(self, name: str, parameters: tuple[Parameter, ...]) -> str:
        """The object that a constructor gives; else the object or enum that comes first."""
        for each in parameters:
            given = naming.short(each.type.name)
            if each.role is Role.RESULT and re.match(f"{naming.PREFIX}{given}_new(_|$)", name):
                return each.type.name
        first = parameters[0] if parameters else None
        if first and first.role is Role.INPUT and self._may_own(name, first.type):
            return first.type.name
        return ""

    def _may_own(self, function: str, type_: Type) -> bool:
        if type_.kind is TypeKind.OBJECT:
            return type_.name in self.structs
        return type_.kind is TypeKind.ENUM and function.startswith(type_.name + "_")

    def _kind(
        self, member: str, owner: str, subject: str, parameters: tuple[Parameter, ...]
    ) -> FunctionKind:
        verb = member.split("_")[0]
        fallible = any(each.role is Role.ERROR for each in parameters)
        if verb == "new":
            return FunctionKind.CONSTRUCTOR
        if owner in self.enums:
            return FunctionKind.ENUM_NAME if member == "get_name" else FunctionKind.METHOD
        if member in ("ref", "unref"):
            return FunctionKind.REF if member == "ref" else FunctionKind.UNREF
        if owner.endswith(naming.LIST) and member in ("get_count", "get"):
            return FunctionKind.LIST_ITEM if member == "get" else FunctionKind.LIST_COUNT
        if not fallible and verb in GETTERS and subject:
            return FunctionKind.GETTER
        return FunctionKind.METHOD

    def _length(self, declared: FunctionDeclaration, returns: Type) -> str:
        """Of a getter "..._data" that gives bytes, "..._size"."""
        size = re.sub(r"data$", "size", declared.name)
        known = any(each.name == size for each in self.declarations.functions)
        return size if returns.kind is TypeKind.BYTES and known and size != declared.name else ""

    # Parameters.

    def _parameters(self, declared: FunctionDeclaration) -> tuple[Parameter, ...]:
        comments = {each.name: each for each in declared.comments}
        found: list[Parameter] = []
        for each in declared.parameters:
            comment = comments.get(each.name)
            direction = comment.direction if comment else ""
            previous = found[-1] if found else None
            found.append(_parameter(each, direction, comment.runs if comment else (), previous))
        return tuple(found)

    # Objects and enums.

    def _object(self, name: str, functions: list[Function]) -> Object:
        struct = self.structs[name]
        own = tuple(each for each in functions if each.owner == name)
        items = [each.returns for each in own if each.kind is FunctionKind.LIST_ITEM]
        counted = any(each.kind is FunctionKind.LIST_COUNT for each in own)
        kind = ObjectKind.LIST if items and counted else ObjectKind.OBJECT
        if _is_options(own):
            kind = ObjectKind.OPTIONS
        return Object(
            name=name,
            short=naming.short(name),
            place=struct.place,
            header=struct.header,
            doc=struct.doc,
            kind=kind,
            functions=own,
            item=items[0] if items else None,
        )

    def _enum(self, name: str, functions: list[Function]) -> EnumType:
        declared = self.enums[name]
        prefix = name.upper() + "_"
        values = (
            EnumValue(
                name=each.name,
                short=each.name[len(prefix) :] if each.name.startswith(prefix) else each.name,
                value=_number(each.number),
                doc=each.doc,
                place=each.place,
            )
            for each in declared.values
        )
        return EnumType(
            name=name,
            short=naming.short(name),
            place=declared.place,
            header=declared.header,
            doc=declared.doc,
            values=tuple(values),
            functions=tuple(each for each in functions if each.owner == name),
        )


def _parameter(
    declared: ParameterDeclaration,
    direction: str,
    runs: tuple[Run, ...],
    previous: Optional[Parameter],
) -> Parameter:
    if direction == "out":
        type_ = ctype.pointee(declared.type)
        if type_.name == ERROR and type_.kind is TypeKind.OBJECT:
            return Parameter(declared.name, type_, Role.ERROR, runs, nullable=True)
        nullable = type_.kind in POINTERS and says_null(runs)
        return Parameter(declared.name, type_, Role.RESULT, runs, nullable)
    type_ = ctype.parse(declared.type)
    role = Role.INPUT
    if type_.kind is TypeKind.CALLBACK:
        role = Role.CALLBACK
    if type_.kind is TypeKind.POINTER and previous and previous.role is Role.CALLBACK:
        role = Role.USER_DATA
    return Parameter(declared.name, type_, role, runs, type_.kind in POINTERS and says_null(runs))


def says_null(runs: tuple[Run, ...]) -> bool:
    """Whether a comment says that the value may be NULL: any mention does, but for "never NULL",
    for what NULL itself gives, "NULL for NULL", and, of a result that the caller may do without,
    "NULL when it is not wanted"."""
    never = r"never NULL|NULL for NULL(?=[.;]|$)|NULL when (it is|they are) not wanted"
    text = re.sub(never, "", sentence(runs))
    return re.search(r"\bNULL\b", text) is not None


def says_anytime(doc: Doc) -> bool:
    """Whether a comment says that it may be called "by any thread"."""
    paragraphs = (each.runs for each in doc.details if isinstance(each, Paragraph))
    return any("by any thread" in sentence(runs) for runs in (doc.brief, *paragraphs))


def _is_options(functions: tuple[Function, ...]) -> bool:
    """Made from nothing, and then only set: what a call may be told."""
    kinds = [each.kind for each in functions]
    makers = [each for each in functions if each.kind is FunctionKind.CONSTRUCTOR]
    setters = [each for each in functions if _sets(each)]
    lifetime = kinds.count(FunctionKind.REF) + kinds.count(FunctionKind.UNREF)
    return (
        len(makers) == 1
        and not makers[0].inputs
        and bool(setters)
        and len(makers) + len(setters) + lifetime == len(functions)
    )


def _sets(function: Function) -> bool:
    if function.kind is FunctionKind.OPTION:
        return True
    is_set = function.member.startswith((SET, ADD)) and function.kind is FunctionKind.METHOD
    return is_set and not function.results


def _as_option(function: Function, objects: dict[str, Object]) -> Function:
    owner = objects.get(function.owner)
    if not owner or owner.kind is not ObjectKind.OPTIONS or not _sets(function):
        return function
    several = function.member.startswith(ADD)
    what = function.member[len(ADD if several else SET) :]
    member = naming.plural(what) if several else what
    return replace(function, kind=FunctionKind.OPTION, member=member, several=several)


def _number(text: str) -> int:
    try:
        return int(text, 0)
    except ValueError:
        return 0


def _declaration(declared: FunctionDeclaration) -> str:
    """The function as C writes it."""
    parameters = ", ".join(_declare(each) for each in declared.parameters)
    return f"{_declare_type(declared.returns)}{declared.name}({parameters or 'void'})"


def _declare(parameter: ParameterDeclaration) -> str:
    type_ = ctype.tidy(parameter.type)
    if "(*)" in type_.replace(" ", ""):
        return re.sub(r"\(\s*\*\s*\)", f" (*{parameter.name})", type_, count=1)
    return _declare_type(type_) + parameter.name


def _declare_type(text: str) -> str:
    text = ctype.tidy(text)
    return text if text.endswith("*") else text + " "
