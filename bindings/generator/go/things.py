# SPDX-License-Identifier: LGPL-2.1-or-later
"""Objects, lists and options as types of Go."""

from __future__ import annotations

from ..model import Function, Object, ObjectKind
from .docs import Docs
from .functions import Functions, indent
from .package import Package

# What every object has, whatever the header says of it.
WRAPPER = """\
type {name} struct{{ handle *handle }}

var class{name} = class{{"{name}", func(pointer unsafe.Pointer) {{
	C.{c}_unref((*C.struct_{c})(pointer))
}}}}

func new{name}(pointer *C.struct_{c}, family *family) *{name} {{
	if pointer == nil {{
		return nil
	}}
	return &{name}{{newHandle(unsafe.Pointer(pointer), &class{name}, family)}}
}}

func ({receiver} *{name}) raw() *handle {{
	if {receiver} == nil {{
		return nil
	}}
	return {receiver}.handle
}}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func ({receiver} *{name}) Close() error {{
	return {receiver}.raw().close()
}}
"""

LIST = """\
// Len tells how many are in the list.
func ({receiver} *{name}) Len() int {{
	call := look({receiver}.raw()){build}
	defer call.leave()
	return int(C.{c}_get_count((*C.struct_{c})(call.self)))
}}

// At is one of the list, from 0; nil past the end.
func ({receiver} *{name}) At(position int) {item} {{
	call := look({receiver}.raw()){build}
	defer call.leave()
	cPosition := call.size("position", position)
	return {value}
}}

// All is a slice of all that are in the list.
func ({receiver} *{name}) All() []{item} {{
	all := make([]{item}, {receiver}.Len())
	for i := range all {{
		all[i] = {receiver}.At(i)
	}}
	return all
}}
"""

TEXT_LIST = """\
func copy{name}(list *C.struct_{c}) []string {{
	all := make([]string, int(C.{c}_get_count(list)))
	for i := range all {{
		all[i] = C.GoString(C.{c}_get(list, C.size_t(i)))
	}}
	return all
}}

func take{name}(list *C.struct_{c}) []string {{
	defer C.{c}_unref(list)
	if list == nil {{
		return nil
	}}
	return copy{name}(list)
}}
"""

OPTIONS = """\
type {option} struct {{
	set func(call *call, options *C.struct_{c})
}}

func (call *call) {local}(given []{option}) *C.struct_{c} {{
	if len(given) == 0 {{
		return nil
	}}
	var options *C.struct_{c}
	call.code = C.{c}_new(&options, &call.failure)
	call.cleanups = append(call.cleanups, func() {{ C.{c}_unref(options) }})
	for _, each := range given {{
		if each.set != nil && !call.failed() {{
			each.set(call, options)
		}}
	}}
	return options
}}
"""


class Things:
    """Writes types of one package."""

    def __init__(self, package: Package, docs: Docs, functions: Functions):
        self.package = package
        self.docs = docs
        self.functions = functions

    # Objects.

    def write(self, thing: Object) -> list[str]:
        """The type, without the functions of its header."""
        names = {"name": self.package.name_of(thing), "c": thing.name}
        if self.package.is_text_list_object(thing):
            return TEXT_LIST.format(**names).splitlines() + [""]
        if thing.kind is ObjectKind.OPTIONS:
            return self._options(thing)
        names["receiver"] = self.package.names.local(thing.functions[0].parameters[0].name)
        lines = self.docs.of_thing(names["name"], thing.doc)
        lines += WRAPPER.format(**names).splitlines() + [""]
        return lines + (self._list(thing, names) if thing.kind is ObjectKind.LIST else [])

    def _list(self, thing: Object, names: dict[str, str]) -> list[str]:
        assert thing.item
        got = f"C.{thing.name}_get((*C.struct_{thing.name})(call.self), cPosition)"
        return LIST.format(
            **names,
            item=self.package.go_type(thing.item),
            value=self.functions.to_go(thing.item, got, owned=False),
            build=".build()" if self.package.is_built(thing) else "",
        ).splitlines() + [""]

    def _options(self, thing: Object) -> list[str]:
        option = self.package.option_name(thing)
        lines = self.docs.of_thing(option, thing.doc)
        local = self.package.names.local(thing.short)
        text = OPTIONS.format(option=option, c=thing.name, local=local)
        return lines + text.splitlines() + [""]

    def option(self, function: Function) -> list[str]:
        """One function that gives an option."""
        owner = self.package.model.objects[function.owner]
        name, option = self.package.function_name(function), self.package.option_name(owner)
        lines = self.docs.of_function(name, function)
        lines.append(f"func {name}({self._taken(function)}) {option} {{")
        lines.append(f"\treturn {option}{{func(call *call, options *C.struct_{owner.name}) {{")
        return lines + indent(indent(self._set(function))) + ["\t}}", "}", ""]

    def _taken(self, function: Function) -> str:
        """One value, or as many as there are."""
        words = self.functions.words(function.inputs)
        if not function.several:
            return words
        return f"{self.package.names.local(function.member)} ...{words.partition(' ')[2]}"

    def _set(self, function: Function) -> list[str]:
        lines, arguments = self.functions.arguments(function)
        code = "call.code = " if function.fallible else ""
        call = f"{code}C.{function.name}({', '.join(['options', *arguments])})"
        lines += ["if !call.failed() {", f"\t{call}", "}"]
        if not function.several:
            return lines
        one, all_ = self.functions.local(function.inputs[0]), function.member
        head = f"for _, {one} := range {self.package.names.local(all_)} {{"
        return [head, *indent(lines), "}"]
