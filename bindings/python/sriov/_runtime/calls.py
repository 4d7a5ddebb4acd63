# SPDX-License-Identifier: LGPL-2.1-or-later
"""Calls that can fail, and what they give.

The arguments come in the order of C, with a Result where C has an [out] parameter; the error comes
last and is not said. All objects of one context are used by one thread at a time, as the library
asks: a call waits for that of another thread.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any, Callable, Generic, Optional, Type, TypeVar

from . import errors
from .callbacks import is_pending, raise_pending
from .handles import Handle, Home, Homes, locked, unite
from .loading import free
from .signals import kept
from .values import decode

if TYPE_CHECKING:
    from .enums import Value
    from .objects import Object

T = TypeVar("T")
O = TypeVar("O", bound="Object")
V = TypeVar("V", bound="Value")


class Result(Generic[T]):
    """What a call gives through a parameter."""

    def __init__(self, target: Any) -> None:
        self.target = target

    def settle(self, homes: Homes) -> None:
        """Called with the homes of the arguments, whether the call succeeded or not."""

    @property
    def optional(self) -> Optional[T]:
        """The value; None where C has NULL."""
        raise NotImplementedError

    @property
    def value(self) -> T:
        """The value, which is there."""
        found = self.optional
        if found is None:
            raise RuntimeError("the library gave NULL where it promises not to")
        return found

    @property
    def given(self) -> Optional[T]:
        """What there is although the call failed."""
        return None


class Number(Result[int]):
    """An integer of some type of C."""

    @property
    def optional(self) -> int:
        return int(self.target.value)


class Boolean(Result[bool]):
    """A bool."""

    def __init__(self) -> None:
        super().__init__(ctypes.c_bool())

    @property
    def optional(self) -> bool:
        return bool(self.target.value)


class Member(Result[V]):
    """A value of an enumeration."""

    def __init__(self, wanted: Type[V]) -> None:
        super().__init__(ctypes.c_int())
        self.wanted = wanted

    @property
    def optional(self) -> V:
        return self.wanted(self.target.value)


class _OwnedText(ctypes.c_void_p):
    """A string that is ours."""

    def __del__(self) -> None:
        if self.value:
            free(self.value)


class Text(Result[str]):
    """A string, of which a copy is kept."""

    def __init__(self) -> None:
        super().__init__(_OwnedText())

    @property
    def optional(self) -> Optional[str]:
        address = self.target.value
        return decode(ctypes.string_at(address)) if address else None

    @property
    def given(self) -> Optional[str]:
        return self.optional


class Reference(Result[Handle]):
    """A handle."""

    def settle(self, homes: Homes) -> None:
        self.target.homes = homes

    @property
    def optional(self) -> Optional[Handle]:
        return self.target if self.target.value else None


class Instance(Result[O]):
    """An object, which has a reference of its own."""

    def __init__(self, wanted: Type[O]) -> None:
        super().__init__(wanted._handle_type())
        self.wanted = wanted

    def settle(self, homes: Homes) -> None:
        self.target.homes = homes

    @property
    def optional(self) -> Optional[O]:
        return self.wanted._from(self.target) if self.target.value else None

    @property
    def given(self) -> Optional[O]:
        return self.optional


def _as_c(argument: Any) -> Any:
    return ctypes.byref(argument.target) if isinstance(argument, Result) else argument


def call(function: Callable[..., int], *arguments: Any) -> None:
    """Calls what can fail, and raises what it failed of."""
    handles = [each for each in arguments if isinstance(each, Handle)]
    results = [each for each in arguments if isinstance(each, Result)]
    homes = unite(each.homes for each in handles)
    if results and not homes:
        # What comes from nothing is the first of a new home.
        homes = (Home(),)
    error = errors.new_handle()
    with locked(homes), kept(handles):
        code = function(*map(_as_c, arguments), ctypes.byref(error))
        if is_pending() and not code:
            # Nobody will have it: what is under way is ended before that is raised.
            for each in results:
                each.target = None
            raise_pending()
    for each in results:
        each.settle(homes)
        if isinstance(each.target, Handle):
            each.target.asks = any(handle.asks for handle in handles)
    if code:
        failure = errors.failure(code, error, [each.given for each in results])
        raise_pending(failure)
        raise failure
    if handles and not results:
        # The object may hold the others from now on. Where there is a result, that does.
        handles[0].homes = homes
