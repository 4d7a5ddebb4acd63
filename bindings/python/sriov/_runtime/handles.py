# SPDX-License-Identifier: LGPL-2.1-or-later
"""Counted references to the objects of the library, and what belongs together.

A handle is one reference. It is dropped with the last Python object that has the handle, which may
be a call that runs in another thread: whoever closes an object under a call takes nothing away
from it.
"""

from __future__ import annotations

import ctypes
import itertools
import os
import sys
import threading
import weakref
from contextlib import ExitStack, contextmanager
from types import FrameType
from typing import Any, Callable, ClassVar, Iterable, Iterator, Type, TypeVar

from .loading import function

_serial = itertools.count()
_homes: "weakref.WeakSet[Home]" = weakref.WeakSet()


class Home:
    """What all objects share that came from one thing, as from a context: they are used by one
    thread at a time, and its callbacks live as long as any of them does."""

    def __init__(self) -> None:
        self.number = next(_serial)
        self.lock = threading.RLock()
        self.callbacks: list[Any] = []
        _homes.add(self)

    def enter(self) -> None:
        """For whoever has the lock: the library is not called from its own callbacks."""
        if any(callback.active for callback in self.callbacks):
            raise RuntimeError("a callback may not call the library on what it was called from")


def _forget_threads() -> None:
    """The child of a fork() has none of the threads that may have had a lock."""
    for home in list(_homes):
        home.lock = threading.RLock()


os.register_at_fork(after_in_child=_forget_threads)

Homes = tuple[Home, ...]


def unite(all_homes: Iterable[Homes]) -> Homes:
    """Each once, in the order in which they are locked."""
    found = {home.number: home for homes in all_homes for home in homes}
    return tuple(found[number] for number in sorted(found))


@contextmanager
def held(homes: Homes) -> Iterator[None]:
    """Keeps other threads away."""
    with ExitStack() as stack:
        for home in homes:
            stack.enter_context(home.lock)
        yield


@contextmanager
def locked(homes: Homes) -> Iterator[None]:
    """Keeps other threads away, for a call that is none of a callback's."""
    with held(homes):
        for home in homes:
            home.enter()
        yield


def forget_calls() -> None:
    """The exception that is under way keeps the calls that it came out of, and those the handles that
    they were made with: what is closed meanwhile would go when the exception does."""
    exception = sys.exc_info()[1]
    while exception is not None:
        traceback = exception.__traceback__
        while traceback is not None:
            if traceback.tb_frame.f_globals.get("__package__") == __package__:
                _forget_call(traceback.tb_frame)
            traceback = traceback.tb_next
        exception = exception.__context__


def _forget_call(frame: FrameType) -> None:
    try:
        frame.clear()
    except RuntimeError:
        # It goes on.
        pass


H = TypeVar("H", bound="Handle")


class Handle(ctypes.c_void_p):
    """One reference; each struct of the library has a class of its own, so that none is taken for
    another."""

    ref: ClassVar[Callable[[int], int]]
    unref: ClassVar[Callable[[int], None]]
    homes: Homes = ()
    # Whether calls with it may ask a callable back.
    asks = False

    @classmethod
    def borrow(cls: Type[H], address: int, homes: Homes) -> H:
        """A reference of our own to what another object holds."""
        handle = cls(cls.ref(address))
        handle.homes = homes
        return handle

    def __del__(self) -> None:
        if self.value:
            type(self).unref(self.value)


def counted(struct: str) -> Type[Handle]:
    """The class of handles of a struct: "sriov_pf"."""
    made: Type[Handle] = type(struct, (Handle,), {"__doc__": f"struct {struct} *"})
    made.ref = function(f"{struct}_ref", ctypes.c_void_p, ctypes.c_void_p)
    made.unref = function(f"{struct}_unref", None, ctypes.c_void_p)
    return made
