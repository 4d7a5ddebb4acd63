# SPDX-License-Identifier: LGPL-2.1-or-later
"""Python callables that C calls.

C gets one function that is never freed, and a number as its user_data. The callable behind the
number lives as long as any object does that came from what it was given to: the log's from its
context, one that is told of steps from its apply. After that the number says nothing. So no call
can reach what is gone, and a callable that holds the very context it logs for is a cycle like any
other, which the garbage collector sees.

An exception in a callable cannot pass through C. It goes to sys.unraisablehook(), which prints it
unless told otherwise; KeyboardInterrupt, SystemExit and the like are raised when the call of the
library returns. A callable that C asks whether to go on has C end what it is at by an exception of
any kind, which is raised then.
"""

from __future__ import annotations

import itertools
import threading
import weakref
from typing import Any, Callable, Iterable, Optional, Type

from .handles import Handle, Home, unite

_numbers = itertools.count(1)
_active: "weakref.WeakValueDictionary[int, Callback]" = weakref.WeakValueDictionary()


class _Pending(threading.local):
    exception: Optional[BaseException] = None


_pending = _Pending()


class Callback:
    """One callable, for as long as its home lives."""

    def __init__(self, target: Callable[..., object]) -> None:
        self.number = next(_numbers)
        self.target = target
        self.active = False
        _active[self.number] = self

    def __call__(self, *arguments: object) -> Any:
        self.active = True
        try:
            return self.target(*arguments)
        except Exception:
            raise
        except BaseException as exception:
            keep(exception)
            return None
        finally:
            self.active = False


class Asked(Callback):
    """One that C asks: it answers True to have C end what it is at."""

    def answer(self, arguments: Iterable[object]) -> bool:
        self.active = True
        try:
            return _checked(self.target(*arguments))
        except BaseException as exception:
            keep(exception)
            return True
        finally:
            self.active = False


def _checked(answer: object) -> bool:
    if answer is None or isinstance(answer, bool):
        return bool(answer)
    raise TypeError("a callback returns True to end what calls it, False or None to go on, not "
                    f"{type(answer).__name__}")


def made_for_c(prototype: Any, *readers: Callable[[Any], object]) -> Any:
    """The one function for all callbacks of a kind; a reader for each argument."""

    def dispatch(number: int, *arguments: Any) -> Any:
        callback = _active.get(number)
        if callback is None:
            return None
        return callback(*(read(value) for read, value in zip(readers, arguments)))

    return prototype(dispatch)


def asked_by_c(prototype: Any, *readers: Callable[[Any], object]) -> Any:
    """The same for those that C asks. What a signal's handler raised is an answer, too, be there a
    callback or not."""

    def dispatch(number: int, *arguments: Any) -> bool:
        callback = _active.get(number)
        ends = isinstance(callback, Asked) and callback.answer(
            read(value) for read, value in zip(readers, arguments))
        return ends or is_pending()

    return prototype(dispatch)


def attach(handle: Handle, target: object, name: str, kind: Type[Callback] = Callback) -> int:
    """Ties a callable to an object and what is made with it, by a home of its own, and gives its
    number."""
    if not callable(target):
        raise TypeError(f"{name} must be callable, not {type(target).__name__}")
    callback = kind(target)
    home = Home()
    home.callbacks.append(callback)
    handle.homes = unite((handle.homes, (home,)))
    return callback.number


def keep(exception: BaseException) -> None:
    """Of what cannot pass through C the first counts."""
    if _pending.exception is None:
        _pending.exception = exception


def is_pending() -> bool:
    """Whether there is anything to be raised."""
    return _pending.exception is not None


def raise_pending(failure: Optional[BaseException] = None) -> None:
    """What a callback could not raise itself, in place of what the call failed of meanwhile."""
    exception, _pending.exception = _pending.exception, None
    if exception is None:
        return
    if exception.__context__ is None:
        exception.__context__ = failure
    raise exception
