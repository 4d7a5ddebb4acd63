# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the public headers say: objects, enums, functions, and what they are to each other.

All of it is derived from the declarations and the shape of their comments, by the rules of the
header (rules.py); nothing here knows any function by name. Names are kept as words of C
("open_vf"): each language writes them in its own manner.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Optional

from .text import Block, Run


@dataclass(frozen=True, order=True)
class Place:
    """Where something is declared."""

    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


# Types.


class TypeKind(Enum):
    """What a type is to a language that is not C."""

    VOID = "void"
    BOOL = "bool"
    INTEGER = "integer"
    ENUM = "enum"
    # const char * that is read, char * that the caller frees
    STRING = "string"
    # const uint8_t *, whose length another function or parameter tells
    BYTES = "bytes"
    # struct sriov_x *
    OBJECT = "object"
    # void (*)(void *user_data, ...)
    CALLBACK = "callback"
    # void *
    POINTER = "pointer"
    # not to be found in a header that keeps the rules
    FOREIGN = "foreign"


@dataclass(frozen=True)
class Type:
    """One C type. `text` is how C writes it, complete: "const struct sriov_pf *".

    `name` is the C name of what it is about: "sriov_pf" of an object, "sriov_code" of an enum,
    "uint16_t" or "unsigned int" of an integer, else "". For a callback `parameters` are its own,
    the user_data first, and `returns` is what it returns.
    """

    text: str
    kind: TypeKind
    name: str = ""
    const: bool = False
    parameters: tuple[Parameter, ...] = ()
    returns: Optional[Type] = None


# Comments.


@dataclass(frozen=True)
class CodeDoc:
    """When a code is returned: one @retval."""

    code: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Doc:
    """One comment. `brief` is its first sentence or two; `returns` what is said of the value."""

    brief: tuple[Run, ...] = ()
    details: tuple[Block, ...] = ()
    returns: tuple[Run, ...] = ()
    codes: tuple[CodeDoc, ...] = ()
    kernel: tuple[Block, ...] = ()
    since: str = ""


# Functions.


class Role(Enum):
    """What a parameter is for."""

    # the object (or enum value) that the function belongs to: always the first
    SELF = "self"
    INPUT = "input"
    # [out]: something that the call gives. Its type is what is given, without the last star.
    RESULT = "result"
    CALLBACK = "callback"
    # handed to the callback that is the parameter before
    USER_DATA = "user_data"
    # struct sriov_error **error, the last of all that can fail
    ERROR = "error"


@dataclass(frozen=True)
class Parameter:
    """One parameter.

    `nullable`: of an input that NULL may be passed, of a result that NULL may be given by a call
    that succeeded.
    """

    name: str
    type: Type
    role: Role
    runs: tuple[Run, ...] = ()
    nullable: bool = False

    @property
    def is_asked(self) -> bool:
        """Of a callback: whether it has what calls it ended, by returning true."""
        returns = self.type.returns
        return self.role is Role.CALLBACK and returns is not None and returns.kind is TypeKind.BOOL


class FunctionKind(Enum):
    """What a function does, from its name and shape."""

    # sriov_x_new(...), sriov_x_new_like(...): gives a new x
    CONSTRUCTOR = "constructor"
    REF = "ref"
    UNREF = "unref"
    # of a list
    LIST_COUNT = "list count"
    LIST_ITEM = "list item"
    # what an enum's value is called: sriov_code_get_name(code)
    ENUM_NAME = "enum name"
    # sriov_x_options_set_y(options, ...) of options, or sriov_x_options_add_y() of which several
    # may be given
    OPTION = "option"
    # cannot fail, tells something of its object: _get_, _is_, _has_
    GETTER = "getter"
    # all others: those that can fail, and the few that cannot but change their object
    METHOD = "method"


@dataclass(frozen=True)
class Function:
    """One function.

    `owner` is the C name of the object or enum that it is a member of ("sriov_pf"), "" when it
    stands alone. `member` is its name there, in words: "set_vf_count" of sriov_pf_set_vf_count(),
    which is the PF's; "open_pf" of sriov_pf_open(), which is the context's; "vf_count" of the
    getter sriov_pf_get_vf_count(); "is_up" stays "is_up"; of an option what is set, "sysfs", and of
    one that may be given several times all of them, "leases".
    """

    name: str
    place: Place
    header: str
    doc: Doc
    returns: Type
    parameters: tuple[Parameter, ...]
    kind: FunctionKind
    owner: str
    member: str
    # the value that a getter returns may be NULL
    nullable: bool = False
    # of a getter of bytes: the C name of the function that tells how many
    length: str = ""
    # it waits for no other call: any thread may call it while another one is in the library
    anytime: bool = False
    # of an option: it adds one of several
    several: bool = False
    # the declaration as C writes it, in one line, without the semicolon
    declaration: str = ""

    @property
    def fallible(self) -> bool:
        """Whether it can fail, and takes an error."""
        return any(each.role is Role.ERROR for each in self.parameters)

    @property
    def changes(self) -> bool:
        """Whether it changes its object, though it cannot fail, and others have to wait."""
        is_method = self.kind is FunctionKind.METHOD
        return is_method and not self.fallible and not self.anytime

    @property
    def inputs(self) -> tuple[Parameter, ...]:
        """What the caller says, without the object itself; a callback is one, its user_data
        is none."""
        return tuple(each for each in self.parameters if each.role in (Role.INPUT, Role.CALLBACK))

    @property
    def results(self) -> tuple[Parameter, ...]:
        """What the call gives through parameters."""
        return tuple(each for each in self.parameters if each.role is Role.RESULT)

    @property
    def is_property(self) -> bool:
        """A getter that needs nothing but its object."""
        return self.kind is FunctionKind.GETTER and bool(self.owner) and not self.inputs


# Enums.


@dataclass(frozen=True)
class EnumValue:
    """`short` is the name without the enum's prefix: "NOT_FOUND"."""

    name: str
    short: str
    value: int
    doc: Doc
    place: Place


@dataclass(frozen=True)
class EnumType:
    """An enumeration. `short` is its name in words: "link_state"."""

    name: str
    short: str
    place: Place
    header: str
    doc: Doc
    values: tuple[EnumValue, ...]
    functions: tuple[Function, ...] = ()

    @property
    def name_function(self) -> Optional[Function]:
        """The function that tells the name of a value, if there is one."""
        kinds = (each for each in self.functions if each.kind is FunctionKind.ENUM_NAME)
        return next(kinds, None)


# Objects.


class ObjectKind(Enum):
    """What an object is, from its functions."""

    OBJECT = "object"
    # has _get_count and _get: items of one type, strings or objects
    LIST = "list"
    # has only _new (from nothing), _ref, _unref, _set_... and _add_...: the options of some call
    OPTIONS = "options"


@dataclass(frozen=True)
class Object:
    """An opaque struct. `short` is its name in words: "vf_list".

    `functions` are all that belong to it, in the order of the headers, whatever their kind; the
    properties below find those with a part to play.
    """

    name: str
    short: str
    place: Place
    header: str
    doc: Doc
    kind: ObjectKind
    functions: tuple[Function, ...] = ()
    # of a list: what an item is
    item: Optional[Type] = None

    def of_kind(self, *kinds: FunctionKind) -> tuple[Function, ...]:
        """Its functions of these kinds."""
        return tuple(each for each in self.functions if each.kind in kinds)

    @property
    def constructors(self) -> tuple[Function, ...]:
        return self.of_kind(FunctionKind.CONSTRUCTOR)

    @property
    def getters(self) -> tuple[Function, ...]:
        return self.of_kind(FunctionKind.GETTER)

    @property
    def methods(self) -> tuple[Function, ...]:
        return self.of_kind(FunctionKind.METHOD)

    @property
    def options(self) -> tuple[Function, ...]:
        return self.of_kind(FunctionKind.OPTION)


# All of it.


@dataclass(frozen=True)
class Header:
    """One header: `name` is "pf" of <sriov/pf.h>."""

    name: str
    doc: Doc


@dataclass(frozen=True)
class Model:
    """All that the headers say; everything by its C name, in the order of the headers."""

    headers: dict[str, Header]
    objects: dict[str, Object]
    enums: dict[str, EnumType]
    functions: dict[str, Function]

    def alone(self) -> tuple[Function, ...]:
        """The functions that belong to nothing."""
        return tuple(each for each in self.functions.values() if not each.owner)

    def options_of(self, parameter: Parameter) -> Optional[Object]:
        """The options behind a parameter that takes some, else nothing."""
        found = self.objects.get(parameter.type.name)
        return found if found and found.kind is ObjectKind.OPTIONS else None
