# SPDX-License-Identifier: LGPL-2.1-or-later
"""Comments of the headers as Go's: they begin with the name, and link to names of Go."""

from __future__ import annotations

import re
from typing import Optional

from ..model import Doc, Function, FunctionKind, Type, TypeKind
from ..text import Block, Bullets, Listing, Run, Style, sentence, wrap, wrap_text
from .package import Package

WIDTH = 97
# "How many ...", "Whether ...": a clause that something tells.
CLAUSE = re.compile(r"(How|Whether|Where|Which|Who|Why|When|What|Since when)\b")
ARTICLE = re.compile(r"(The|A|An|One|Its|All|Each|Those)\b")
VERB = re.compile(r"[A-Z][a-z]*[^s]s\b")
# That objects are counted matters to who counts by himself.
COUNTED = re.compile(r"(?<=Immutable)( and|,) counted|\bCounted; \w+ its \w+\.\s*")
# What is said of memory is C's alone.
OWNERSHIP = re.compile(
    r"[,;]?\s*\b(released with \S+|borrowed( from the list| for the call)?|copied|constant"
    r"|take a reference to keep it longer|released with free\(\)|the caller frees it"
    r"|an? [a-z ]+, borrowed)(?=[;:,.]|$)"
)


class Docs:
    """Writes comments of one package."""

    def __init__(self, package: Package):
        self.package = package

    def of_thing(self, name: str, doc: Doc) -> list[str]:
        """Of a type, a value, a field."""
        return comment(self._text(name, doc, self._style(), "is"))

    def of_value(self, name: str, doc: Doc) -> list[str]:
        """Of a value: when that is so, mostly in a sentence of its own."""
        return comment(self._text(name, doc, self._style(), ""))

    def of_field(self, name: str, function: Function) -> list[str]:
        """Of a field that holds what a getter gives."""
        lines = self._text(name, function.doc, self._style(), "is")
        value = self._value(function, "Value")
        return comment([*lines, "", *value] if value else lines)

    def of_many(self, name: str, function: Function) -> list[str]:
        """Of a field that holds all that a getter gives one of."""
        return comment([f"{name}: each is {small(sentence(function.doc.brief, self._style()))}"])

    def of_function(self, name: str, function: Function) -> list[str]:
        style = self._style(function)
        acts = function.fallible or function.returns.kind is TypeKind.VOID
        lines = self._text(name, function.doc, style, "gives" if acts else "is")
        for part in (self._parameters(function), self._value(function), self._codes(function)):
            lines += ["", *part] if part else []
        return comment(lines + self._kernel(function.doc, style))

    # Parts.

    def _text(self, name: str, doc: Doc, style: Style, verb: str) -> list[str]:
        text = COUNTED.sub("", sentence(doc.brief, style))
        lines = wrap_text(begin(name, text, verb), WIDTH)
        details = go_blocks(doc.details, style)
        return lines + (["", *details] if details else [])

    def _parameters(self, function: Function) -> list[str]:
        """Arguments and results by name."""
        lines: list[str] = []
        for each in (*function.inputs, *function.results):
            text = tidy(sentence(each.runs, self._style(function, null_of(each.type))))
            if text and not self.package.model.options_of(each):
                name = function.member if function.several else each.name
                lines += bullet(f"{self.package.names.local(name)}: {text}")
        return lines

    def _value(self, function: Function, title: str = "Result") -> list[str]:
        """What is said of the value, when that is more than "the number"."""
        style = self._style(function, null_of(function.returns))
        text = tidy(sentence(function.doc.returns, style))
        if function.fallible or not text or re.fullmatch(r"[Tt]he \w+\.?", text):
            return []
        return wrap_text(f"{title}: {small(text)}", WIDTH)

    def _codes(self, function: Function) -> list[str]:
        style = self._style(function)
        lines: list[str] = []
        for each in function.doc.codes:
            target = self._reference(each.code) or each.code
            lines += bullet(f"{target}: {sentence(each.runs, style)}")
        return ["It fails with", *lines] if lines else []

    def _kernel(self, doc: Doc, style: Style) -> list[str]:
        lines = []
        kernel = go_blocks(doc.kernel, style)
        if kernel:
            lines += ["", *wrap_text("Kernel interface: " + " ".join(kernel), WIDTH)]
        return lines + (["", f"Since {doc.since}."] if doc.since else [])

    # Words.

    def _style(self, function: Optional[Function] = None, null: str = "nil") -> Style:
        parameters = {each.name for each in function.parameters} if function else set()

        def code(text: str) -> str:
            return self.package.names.local(text) if text in parameters else text

        return Style(link=self._link, code=code, words={"NULL": null})

    def _link(self, run: Run) -> str:
        return self._reference(run.target) or run.text

    def _reference(self, target: str) -> str:
        """A link to what a C name is in Go, "" when it is nothing there."""
        found = self._find(target)
        return f"[{found}]" if found else ""

    def _find(self, target: str) -> str:
        model, package = self.package.model, self.package
        if target in model.functions:
            return self._find_function(model.functions[target])
        if target in model.objects:
            thing = model.objects[target]
            options = any(each.kind is FunctionKind.OPTION for each in thing.functions)
            if options:
                return package.option_name(thing)
            return "" if package.is_text_list_object(thing) else package.name_of(thing)
        if target in model.enums:
            return package.name_of(model.enums[target])
        for enum in model.enums.values():
            for value in enum.values:
                if value.name == target:
                    return package.value_name(enum, value.short, value.value)
        return ""

    def _find_function(self, function: Function) -> str:
        package = self.package
        name = package.function_name(function)
        owner = package.model.objects.get(function.owner)
        enum = package.model.enums.get(function.owner)
        if enum:
            return f"{package.name_of(enum)}.{name}"
        if function.kind is FunctionKind.OPTION or not owner:
            return name
        if any(each.kind is FunctionKind.OPTION for each in owner.functions):
            return package.option_name(owner)
        if function.kind is FunctionKind.CONSTRUCTOR:
            return name
        known = package.is_wrapped(owner) or owner.name == package.error
        if not known or function.kind is FunctionKind.REF:
            return ""
        return f"{package.name_of(owner)}.{name}"


def begin(name: str, text: str, verb: str) -> str:
    """A sentence that begins with the name of what it is about. `verb` goes before what that is, or
    gives; what gives something may also say what it does."""
    if not text or not verb:
        return f"{name}: {small(text)}" if text else name
    if ARTICLE.match(text):
        return f"{name} {verb} {text[:1].lower()}{text[1:]}"
    if CLAUSE.match(text):
        return f"{name} {'is' if text.startswith('What') else 'tells'} {small(text)}"
    if verb == "gives" and VERB.match(text):
        return f"{name} {small(text)}"
    return f"{name}: {small(text)}"


def small(text: str) -> str:
    """With a small first letter, unless that is a name's."""
    first, second = (text + "  ").split(" ", maxsplit=2)[:2]
    is_name = re.search("[A-Z].*[A-Z]|^[^A-Za-z]", first) or second[:1].isupper()
    return text if is_name else text[:1].lower() + text[1:]


def tidy(text: str) -> str:
    """Without what is said of memory."""
    text = OWNERSHIP.sub("", text).strip(" ,;:")
    return re.sub(r"^[.,;: ]+|^and(?= )", "", text).strip()


def null_of(type_: Type) -> str:
    return '""' if type_.kind is TypeKind.STRING else "nil"


def go_blocks(blocks: tuple[Block, ...], style: Style) -> list[str]:
    """Paragraphs, lists and listings as gofmt wants them."""
    lines: list[str] = []
    for block in blocks:
        if lines:
            lines.append("")
        if isinstance(block, Bullets):
            for item in block.items:
                lines += bullet(" ".join(wrap(item, WIDTH, style)))
        elif isinstance(block, Listing):
            lines += [("\t" + line).rstrip() for line in block.lines]
        else:
            lines += wrap_text(sentence(block.runs, style), WIDTH)
    return lines


def bullet(text: str) -> list[str]:
    lines = wrap_text(text, WIDTH - 4)
    return [("  - " if number == 0 else "    ") + line for number, line in enumerate(lines)]


def comment(lines: list[str]) -> list[str]:
    return [f"//{line}" if line.startswith("\t") else f"// {line}".rstrip() for line in lines]
