# SPDX-License-Identifier: LGPL-2.1-or-later
"""The class of an object or a list."""

from __future__ import annotations

from ..model import Function, FunctionKind, Object, ObjectKind, TypeKind
from .docs import Docs
from .functions import Functions
from .layout import indent
from .names import Names
from .types import Types

# What repr() shows of an object, as far as it has that.
SHOWN = ("device", "address", "interface", "name", "number", "index", "vf_index", "pid", "type",
         "code", "state")
MEMBERS = (FunctionKind.CONSTRUCTOR, FunctionKind.GETTER, FunctionKind.METHOD)


class Classes:
    """Writes classes for one module."""

    def __init__(self, names: Names, docs: Docs, types: Types) -> None:
        self.names = names
        self.docs = docs
        self.types = types
        self.functions = Functions(names, docs, types)

    def emit(self, thing: Object) -> list[str]:
        body = self.docs.of_thing(thing.doc, 1)
        body += ["", "__slots__ = ()", f"_handle_type = _c.{self.names.handle(thing.name)}"]
        if thing.constructors or any(each.changes for each in thing.methods):
            body.append("_changes = True")
        if thing.kind is ObjectKind.LIST:
            body += self._items(thing)
        else:
            body += self._shown(thing)
        source = self._source(thing)
        body += self._descriptor(thing) if source else []
        # What other headers add comes last.
        members = sorted(thing.of_kind(*MEMBERS), key=lambda each: each.header != thing.header)
        for each in members:
            body += ["", *self.functions.member(each)]
        return [f"class {self.names.thing(thing.name)}({self._base(thing)}):", *indent(body)]

    def _base(self, thing: Object) -> str:
        source = self._source(thing)
        if source:
            return f'EventSource["{self.types.say(source)}"]'
        if thing.kind is not ObjectKind.LIST or not thing.item:
            return "Object"
        if thing.item.kind is TypeKind.STRING:
            return "TextList"
        return f'List["{self.types.say(thing.item.name)}"]'

    def _shown(self, thing: Object) -> list[str]:
        has = {each.member for each in thing.getters if each.is_property}
        shown = [f'"{name}"' for name in SHOWN if name in has]
        return [f"_shown = ({', '.join(shown)}{',' if len(shown) == 1 else ''})"] if shown else []

    # Lists.

    def _items(self, thing: Object) -> list[str]:
        count, item = (thing.of_kind(kind)[0]
                       for kind in (FunctionKind.LIST_COUNT, FunctionKind.LIST_ITEM))
        return ["", "def __len__(self) -> int:",
                f"    return self._number(_c.{count.name})",
                "", *self._at(item)]

    def _at(self, item: Function) -> list[str]:
        kind = self.types.annotation(item.returns)
        asked = "_text(" if item.returns.kind is TypeKind.STRING else f"_object({kind}, "
        return [f"def _at(self, position: int) -> {kind}:",
                f"    return self.{asked}_c.{item.name}, position)"]

    # What gives events: an object with a descriptor, and one more event at each reading.

    def _source(self, thing: Object) -> str:
        """What it gives, "" when it is nothing of the kind."""
        if not any(each.member == "fd" and each.is_property for each in thing.getters):
            return ""
        for each in thing.methods:
            results = each.results
            if each.member == "read" and not each.inputs and len(results) == 1:
                return results[0].type.name if results[0].nullable else ""
        return ""

    def _descriptor(self, thing: Object) -> list[str]:
        fd = next(each for each in thing.getters if each.member == "fd")
        return ["", "def _descriptor(self, handle: Handle) -> int:",
                f"    return int(_c.{fd.name}(handle))"]
