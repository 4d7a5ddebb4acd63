# SPDX-License-Identifier: LGPL-2.1-or-later
"""Options of a call: keyword arguments in Python, an object with setters in C."""

from __future__ import annotations

from typing import Any, Callable, Optional, Type

from . import callbacks
from .calls import Reference, call
from .handles import Handle


class Options:
    """Made when the first one is set. What is not said keeps the library's default."""

    def __init__(self, kind: Type[Handle], new: Callable[..., int]) -> None:
        self._kind = kind
        self._new = new
        self.handle: Optional[Handle] = None

    def _made(self) -> Handle:
        if self.handle is None:
            made = Reference(self._kind())
            call(self._new, made)
            self.handle = made.value
            # They share nothing with others: what they are given to is not to remember them.
            self.handle.homes = ()
        return self.handle

    def set(self, function: Callable[..., int], *arguments: Any) -> None:
        """A setter that can fail."""
        call(function, self._made(), *arguments)

    def tell(self, function: Callable[..., None], *arguments: Any) -> None:
        """One that cannot."""
        function(self._made(), *arguments)

    def attach(self, target: object, name: str) -> int:
        """A callable, which lives as long as what is made with the options; None for nobody, whom
        no number leads to."""
        return 0 if target is None else callbacks.attach(self._made(), target, name)

    def attach_asked(self, target: object, name: str) -> int:
        """One that C asks. Of nobody it is asked all the same, for the sake of signals."""
        made = self._made()
        made.asks = True
        return 0 if target is None else callbacks.attach(made, target, name, callbacks.Asked)
