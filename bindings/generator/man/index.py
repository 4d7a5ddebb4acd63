# SPDX-License-Identifier: LGPL-2.1-or-later
"""Which page tells of what."""

from __future__ import annotations

from typing import Union

from .. import naming
from ..model import EnumType, Function, Model, Object
from .book import page_name
from .markdown import PAGE
from .mdoc import Writer

Symbol = Union[Function, Object, EnumType]


class Index:
    """The page of each C name, and how a page writes that name."""

    def __init__(self, model: Model):
        self.model = model
        symbols: list[Symbol] = [*model.objects.values(), *model.enums.values()]
        symbols += model.functions.values()
        self.pages = {each.name: naming.PREFIX + each.header for each in symbols}
        self.values = {value.name for enum in model.enums.values() for value in enum.values}

    def writer(self, page: str) -> Writer:
        """A writer for that page, "" for one that declares nothing."""
        return Writer(lambda name: self._macro(name, page))

    def _macro(self, name: str, page: str) -> list[str]:
        """The macro for a name on a page; a function on another page says where."""
        if name in self.values:
            return ["Dv", name]
        if name in self.model.functions:
            return ["Fn", name] if self.pages[name] == page else ["Xr", name, "3"]
        if name in self.model.enums:
            return ["Vt", f"enum {name}"]
        if name in self.model.objects:
            return ["Vt", f"struct {name}"]
        if name.startswith(PAGE):
            return ["Xr", page_name(name[len(PAGE) :]), "7"]
        return ["Li", name]
