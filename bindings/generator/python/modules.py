# SPDX-License-Identifier: LGPL-2.1-or-later
"""A module for each header, and the package that has them all."""

from __future__ import annotations

from typing import Union

from ..model import EnumType, Function, Model, Object, ObjectKind
from ..text import sentence, wrap_text
from . import enums, errors
from .classes import Classes
from .docs import Docs, quoted
from .functions import Functions, uses
from .layout import WIDTH, bracketed
from .names import Names, safe
from .types import Types

HEAD = [
    "# SPDX-License-Identifier: LGPL-2.1-or-later",
    '# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".',
]
# What modules may use, in the order of their lines.
TYPING = ("Callable", "Iterable", "Optional", "Tuple", "Union")
STANDARD = ("builtins", "ctypes")
RUNTIME = ("callbacks", "calls", "errors", "values")
RUNTIME_NAMES = {
    "enums": ("Value",),
    "events": ("EventSource",),
    "handles": ("Handle",),
    "objects": ("Object",),
    "options": ("Options",),
    "sequences": ("List", "TextList"),
}

ABOUT = '''\
"""Manages SR-IOV on Linux: devices, PFs, VFs and all about them, through libsriov.

    with sriov.Context() as context:
        pf = context.open_pf("em1")
        pf.set_vf_count(7)
        print([vf.device.address for vf in pf.list_vfs()])

- All begins with a Context, which stands for one host. What it gives are snapshots: they tell what
  was true when they were read.
- What fails raises a SriovError, which is an OSError: NotFoundError, BusyError and so on, one for
  each code. A wrong type is a TypeError, and a number that C cannot hold a ValueError.
- Objects may be let go in any order and by any thread; close() and `with` do it at once. Calls that
  come from one context take turns, whichever thread they are made in; properties of snapshots wait
  for nothing.
- Lists are sequences, enumerations are integers with names, and options are keyword arguments: what
  is not given is the library's default.
"""'''

Thing = Union[Object, EnumType, Function]


def emit(model: Model, names: Names) -> dict[str, str]:
    """The text of each module by its name."""
    modules = {header: Module(header, names) for header in model.headers}
    made = {header: module.emit() for header, module in modules.items() if module.things}
    public = {header: modules[header].public() for header in made}
    return {**made, "__init__": package({key: all_ for key, all_ in public.items() if all_})}


class Module:
    """One module."""

    def __init__(self, header: str, names: Names) -> None:
        model = names.model
        self.header = header
        self.names = names
        found: list[Thing] = [*model.enums.values(), *model.objects.values(), *model.alone()]
        self.things = [each for each in found if each.header == header]
        self.others: set[str] = set()

    def say(self, name: str) -> str:
        """A class or a function of options, as this module calls it."""
        options = self.names.model.objects.get(name)
        said = (options.short if options and options.kind is ObjectKind.OPTIONS
                else self.names.thing(name))
        home = self.names.header_of(name)
        if home == self.header:
            return said
        self.others.add(home)
        return f"_{home}.{said}"

    def public(self) -> list[str]:
        """What users see of it."""
        found = []
        for each in self.things:
            if isinstance(each, Function):
                found.append(safe(each.member))
            elif each.name == self.names.error:
                code = self.names.model.enums[self.names.code]
                found += [self.names.thing(each.name)]
                found += [self.names.exception(one) for one in code.values if one.value != 0]
            elif not isinstance(each, Object) or each.kind is not ObjectKind.OPTIONS:
                found.append(self.names.thing(each.name))
        return found

    def emit(self) -> str:
        docs = Docs(self.names)
        types = Types(self.names, self.say)
        classes = Classes(self.names, docs, types)
        body: list[str] = []
        for each in self.things:
            body += ["", "", *self._thing(each, docs, types, classes)]
        about = self.names.model.headers[self.header].doc
        title = quoted(wrap_text(sentence(about.brief, docs.style), WIDTH - 6), 0)
        return "\n".join([*HEAD, *title, "", *self._imports(body), *body]) + "\n"

    def _thing(self, thing: Thing, docs: Docs, types: Types, classes: Classes) -> list[str]:
        if isinstance(thing, EnumType):
            return enums.emit(thing, self.names, docs)
        if isinstance(thing, Function):
            return Functions(self.names, docs, types).alone(thing)
        if thing.name == self.names.error:
            return errors.emit(thing, self.names, docs, types)
        if thing.kind is ObjectKind.OPTIONS:
            return classes.functions.options.setter(thing)
        return classes.emit(thing)

    def _imports(self, body: list[str]) -> list[str]:
        lines = ["from __future__ import annotations", ""]
        typing = [each for each in TYPING if uses(body, f"{each}[")]
        standard = [f"import {each}" for each in STANDARD if uses(body, f"{each}.")]
        standard += bracketed("from typing import ", typing, "") if typing else []
        lines += [*standard, ""] if standard else []
        lines += [f"from . import {each} as _{each}" for each in sorted(self.others)]
        lines += ["from . import _c"] if uses(body, "_c.") else []
        runtime = [each for each in RUNTIME if uses(body, f"{each}.")]
        lines += [f"from ._runtime import {', '.join(runtime)}"] if runtime else []
        for module, offered in RUNTIME_NAMES.items():
            used = [each for each in offered
                    if any(uses(body, each + end) for end in ")[:]")]
            used += [each for each in offered if each not in used and uses(body, f"{each}(")]
            lines += [f"from ._runtime.{module} import {', '.join(used)}"] if used else []
        return lines


def package(public: dict[str, list[str]]) -> str:
    """__init__.py."""
    lines = [*HEAD, *ABOUT.splitlines(), ""]
    for module, found in public.items():
        lines += bracketed(f"from .{module} import (", sorted(found), ")")
    everything = sorted(f'"{each}"' for found in public.values() for each in found)
    return "\n".join([*lines, "", *bracketed("__all__ = (", everything, ")")]) + "\n"
