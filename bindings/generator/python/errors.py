# SPDX-License-Identifier: LGPL-2.1-or-later
"""Exceptions: one that has all that an error tells, and one for each code."""

from __future__ import annotations

from ..model import EnumValue, Function, Object, TypeKind
from ..text import wrap_text
from .docs import Docs, quoted
from .layout import WIDTH, indent
from .names import ERROR, Names
from .types import Types

# Which exceptions of Python itself say the same as a code. Where nothing has a name or an address
# that is seldom a file, so it is no FileNotFoundError; the other codes have no equal.
BUILTINS = {
    "INVALID": "ValueError",
    "NOT_FOUND": "LookupError",
    "FORBIDDEN": "PermissionError",
    "NO_MEMORY": "MemoryError",
    "TIMEOUT": "builtins.TimeoutError",
}


def emit(error: Object, names: Names, docs: Docs, types: Types) -> list[str]:
    """All classes."""
    told = [each for each in error.getters if each.is_property and not _counts(each, error)]
    body = docs.of_thing(error.doc, 1)
    body += ["", f"_handle_type = _c.{names.handle(error.name)}", "_getters = ("]
    body += indent([f'("{each.member}", _c.{each.name}, {_reader(each, types)}),' for each in told])
    body += [")", *_causes(error, names, docs)]
    for each in told:
        # An OSError has the others itself.
        if not hasattr(OSError(), each.member):
            body += ["", *_property(each, docs, types)]
    lines = [f"class {ERROR}(errors.Failure):", *indent(body)]
    for value in names.model.enums[names.code].values:
        if value.value != 0:
            lines += ["", "", *_kind(value, names, docs)]
    return lines


def _counts(function: Function, error: Object) -> bool:
    return any(each.member + "_count" == function.member for each in error.getters)


def _reader(function: Function, types: Types) -> str:
    kind = function.returns.kind
    if kind is TypeKind.ENUM:
        return types.say(function.returns.name)
    if kind is TypeKind.STRING:
        return "values.decode_or_none" if function.nullable else "values.decode"
    return "bool" if kind is TypeKind.BOOL else "int"


def _causes(error: Object, names: Names, docs: Docs) -> list[str]:
    """The getter by position that gives errors."""
    found = [(each, names.all_of(each)) for each in error.getters
             if each.returns.name == error.name]
    lines: list[str] = []
    for cause, plural in found:
        assert plural, f"{cause.place}: errors of an error, and no way to count them"
        name, count = plural
        lines.append(f"_cause_getters = (_c.{count.name}, _c.{cause.name})")
        lines += ["", "@property", f"def {name}(self) -> Tuple[{ERROR}, ...]:"]
        lines += indent(quoted(docs._body(count.doc, 2), 2))
        lines += indent([f"found: Tuple[{ERROR}, ...] = self._causes", "return found"])
    return lines


def _property(function: Function, docs: Docs, types: Types) -> list[str]:
    annotation = types.annotation(function.returns, function.nullable)
    lines = ["@property", f"def {function.member}(self) -> {annotation}:"]
    lines += indent(docs.of_function(function, (), 2))
    lines += indent([f'told: {annotation} = self._details["{function.member}"]', "return told"])
    return lines


def _kind(value: EnumValue, names: Names, docs: Docs) -> list[str]:
    code = names.model.enums[names.code]
    bases = [ERROR, *([BUILTINS[value.short]] if value.short in BUILTINS else [])]
    said = wrap_text("   " + docs.of_value(value), WIDTH - 4)
    return [
        f"@errors.kind({names.thing(code.name)}.{names.value(code, value)})",
        f"class {names.exception(value)}({', '.join(bases)}):",
        *indent(quoted([line.strip() for line in said], 1)),
    ]
