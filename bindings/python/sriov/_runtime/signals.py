# SPDX-License-Identifier: LGPL-2.1-or-later
"""Signals that come while C calls back.

Python runs the handler of a signal before the next step of its own. While C is at work that is the
beginning of a callable that C calls, where nothing can catch what the handler raises: it cannot
pass through C, and a KeyboardInterrupt would be lost. So each handler is wrapped meanwhile. It runs
when it would have run, and what it raises is kept until C has come back; C, when it asks whether
to go on, is told to end.
"""

from __future__ import annotations

import signal
import threading
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Callable, Iterable, Optional

from . import callbacks
from .handles import Handle

_NUMBERS = sorted(signal.valid_signals())


class _Wrapped:
    """A handler for the time of one call."""

    def __init__(self, handler: Callable[[int, Any], Any]) -> None:
        self.handler = handler
        self.over = False

    def __call__(self, number: int, frame: Any) -> Any:
        if self.over:
            return self.handler(number, frame)
        try:
            return self.handler(number, frame)
        except BaseException as exception:
            callbacks.keep(exception)


class _Kept(AbstractContextManager[None]):
    """What handlers raise is kept. Only the main thread has handlers."""

    def __init__(self) -> None:
        self._wrapped: dict[int, _Wrapped] = {}

    def __enter__(self) -> None:
        # What was kept of an object that was let go of is no reason to end this call.
        callbacks.raise_pending()
        if threading.current_thread() is not threading.main_thread():
            return
        for number in _NUMBERS:
            handler = signal.getsignal(number)
            if callable(handler):
                self._wrapped[number] = _Wrapped(handler)
                signal.signal(number, self._wrapped[number])

    def __exit__(self, *exception: Optional[object]) -> None:
        # One that is called from here on may raise, and leave others where they are.
        for each in self._wrapped.values():
            each.over = True
        for number, each in self._wrapped.items():
            current: object = signal.getsignal(number)
            # A callable may have set another one.
            if current is each:
                signal.signal(number, each.handler)


def kept(handles: Iterable[Handle]) -> AbstractContextManager[None]:
    """Around a call of C with these, if one of them may ask back."""
    return _Kept() if any(each.asks for each in handles) else nullcontext()
