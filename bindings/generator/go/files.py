# SPDX-License-Identifier: LGPL-2.1-or-later
"""The files of the package."""

from __future__ import annotations

import re

from ..model import Function, FunctionKind, Model, Object, ObjectKind
from .callbacks import Callbacks
from .docs import Docs
from .enums import Enums
from .errors import Errors
from .functions import Functions, callbacks_of, is_plain
from .package import Package
from .things import Things

HEAD = """\
// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

{preamble}import "C"

{imports}"""
MAKEFILE = """\
# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py.
"""
PACKAGES = {"unsafe": r"\bunsafe\.", "syscall": r"\bsyscall\.", "strconv": r"\bstrconv\."}


def emit(model: Model) -> dict[str, str]:
    """Path below the folder of the bindings, and text."""
    return Files(model).all()


class Files:
    """All files of one package."""

    def __init__(self, model: Model):
        self.model = model
        self.package = Package(model)
        docs = Docs(self.package)
        self.functions = Functions(self.package, docs)
        self.enums = Enums(self.package, docs)
        self.errors = Errors(self.package, docs, self.functions)
        self.c_calls = Callbacks(self.package, self.functions)
        self.things = Things(self.package, docs, self.functions)

    def all(self) -> dict[str, str]:
        files = {f"go/{each}_gen.go": self.header(each) for each in self.model.headers}
        files["go/callbacks_gen.go"] = self.callbacks()
        files = {path: text for path, text in files.items() if text}
        return {**files, "go/made.mk": _makefile(sorted(files))}

    def header(self, header: str) -> str:
        """What one header declares; "" when that is nothing."""
        lines: list[str] = []
        for enum in self.model.enums.values():
            if enum.header == header:
                lines += self.enums.write(enum)
        for thing in self.model.objects.values():
            if thing.header == header:
                writer = self.errors.write if thing.name == self.package.error else None
                lines += (writer or self.things.write)(thing)
        externs = []
        for function in self.model.functions.values():
            if function.header == header:
                lines += self.function(function)
                externs += [self.c_calls.declare(function, e) for e in callbacks_of(function)]
        return _file(lines, externs) if lines else ""

    def function(self, function: Function) -> list[str]:
        owner = self.model.objects.get(function.owner)
        if function.kind is FunctionKind.OPTION:
            return self.things.option(function)
        if owner and not self.package.is_wrapped(owner) and not self._is_method(owner):
            return []
        return self.functions.write(function) if is_plain(function) else []

    def _is_method(self, owner: Object) -> bool:
        return owner.kind is not ObjectKind.OPTIONS and self.package.is_wrapped(owner)

    def callbacks(self) -> str:
        """The functions that C calls; cgo wants them in a file without C code."""
        lines: list[str] = []
        for function in self.model.functions.values():
            for parameter in callbacks_of(function):
                lines += self.c_calls.write(function, parameter)
        return _file(lines, []) if lines else ""


def _file(lines: list[str], externs: list[str]) -> str:
    body = "\n".join(lines).rstrip("\n") + "\n"
    preamble = "".join(f"// {line}\n" for line in ["#include <sriov/sriov.h>", *externs])
    used = [name for name, pattern in sorted(PACKAGES.items()) if re.search(pattern, body)]
    imports = "".join(f'\t"{name}"\n' for name in used)
    if len(used) == 1:
        imports = f'import "{used[0]}"\n\n'
    elif used:
        imports = f"import (\n{imports})\n\n"
    if not re.search(r"\bC\.", body):
        head = HEAD.replace('{preamble}import "C"\n\n', "").format(imports=imports)
        return head + body
    return HEAD.format(preamble=preamble, imports=imports) + body


def _makefile(paths: list[str]) -> str:
    """The list of what is made, for the build."""
    lines = [f"\tbindings/{path}" for path in paths]
    return MAKEFILE + " \\\n".join(["GO_GENERATED =", *lines]) + "\n"
