# SPDX-License-Identifier: LGPL-2.1-or-later
"""The base of all classes.

Two Python objects are equal when they stand for the same object of the library: `pf.device` is a
new one each time, and equal each time. What was read twice is two objects.
"""

from __future__ import annotations

import ctypes
from contextlib import nullcontext
from typing import Any, Callable, ClassVar, Optional, Tuple, Type, TypeVar

from .callbacks import raise_pending
from .errors import Failure
from .handles import Handle, forget_calls, held, locked, unite
from .signals import kept
from .values import decode, decode_or_none

T = TypeVar("T", bound="Object")
V = TypeVar("V", bound=int)
F = TypeVar("F", bound=Failure)


def _shown_words(name: str, value: object) -> Tuple[str, ...]:
    """A plain number says what it is, all others speak for themselves. -1 stands for none."""
    if value is None or value == -1:
        return ()
    if isinstance(value, Object):
        return value._words()
    return (f"{name}={value}" if type(value) is int else str(value),)


class Object:
    """An object of the library, with a reference of its own: it may be freed before or after those
    it came from, in any thread."""

    __slots__ = ("_handle", "_address", "__weakref__")

    _handle_type: ClassVar[Type[Handle]]
    # Whether it changes, and so is used by one thread at a time: other objects are snapshots.
    _changes: ClassVar[bool] = False
    # The properties that repr() shows, those that there are.
    _shown: ClassVar[Tuple[str, ...]] = ()

    _handle: Optional[Handle]
    _address: int

    def __init__(self) -> None:
        raise TypeError(f"{type(self).__name__} is not made by calling it: it comes from other "
                        "objects, and all begins with a Context")

    @classmethod
    def _from(cls: Type[T], handle: Handle) -> T:
        made = cls.__new__(cls)
        made._begin(handle)
        return made

    @classmethod
    def _borrowed(cls: Type[T], address: int) -> T:
        """What a callback is given, which may keep it."""
        return cls._from(cls._handle_type.borrow(address, ()))

    def _begin(self, handle: Handle) -> None:
        self._handle = handle
        self._address = handle.value or 0

    @property
    def _pointer(self) -> Handle:
        handle = self._handle
        if handle is None:
            raise ValueError(f"this {type(self).__name__} is closed")
        return handle

    # The end.

    def close(self) -> None:
        """Lets go of the object now, instead of when Python frees it. Once closed it can tell
        nothing more; objects that came from it stay. Closing twice is fine."""
        handle, self._handle = self._handle, None
        if handle is None or not handle.asks:
            return
        forget_calls()
        # It may have something to end first.
        with kept((handle,)):
            del handle
        raise_pending()

    @property
    def closed(self) -> bool:
        """Whether it was closed."""
        return self._handle is None

    def __enter__(self: T) -> T:
        self._pointer
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    # Being one of Python.

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Object):
            return NotImplemented
        if self._handle is None or other._handle is None:
            return self is other
        return self._address == other._address and type(self) is type(other)

    def __hash__(self) -> int:
        return hash(self._address)

    def __reduce__(self) -> Any:
        raise TypeError(f"a {type(self).__name__} belongs to the process that it was made in: it "
                        "cannot be copied or pickled")

    def __repr__(self) -> str:
        return f"<{' '.join((f'sriov.{type(self).__name__}', *self._words()))}>"

    def _words(self) -> Tuple[str, ...]:
        """What tells it from others of its class."""
        if self._handle is None:
            return ("closed",)
        found = ((name, getattr(self, name)) for name in self._shown)
        return tuple(word for name, value in found for word in _shown_words(name, value))

    # What cannot fail and changes the object.

    def _tell(self, function: Callable[..., Any], *arguments: Any) -> None:
        handle = self._pointer
        with locked(handle.homes), kept((handle,)):
            function(handle, *arguments)
        raise_pending()

    def _tell_at_once(self, function: Callable[..., Any], *arguments: Any) -> None:
        """Waits for no other call, and may be a callback's."""
        function(self._pointer, *arguments)

    # What cannot fail: an answer by its kind.

    def _ask(self, function: Callable[..., Any], *arguments: Any) -> Any:
        handle = self._pointer
        with held(handle.homes) if self._changes else nullcontext():
            return function(handle, *arguments)

    def _number(self, function: Callable[..., Any], *arguments: Any) -> int:
        return int(self._ask(function, *arguments))

    def _boolean(self, function: Callable[..., Any], *arguments: Any) -> bool:
        return bool(self._ask(function, *arguments))

    def _text(self, function: Callable[..., Any], *arguments: Any) -> str:
        return decode(self._ask(function, *arguments))

    def _text_or_none(self, function: Callable[..., Any], *arguments: Any) -> Optional[str]:
        return decode_or_none(self._ask(function, *arguments))

    def _member(self, wanted: Type[V], function: Callable[..., Any], *arguments: Any) -> V:
        return wanted(self._ask(function, *arguments))

    def _data(self, length: Callable[..., int], function: Callable[..., Any]) -> bytes:
        address = self._ask(function)
        return ctypes.string_at(address, self._ask(length)) if address else b""

    def _error(self, wanted: Type[F], function: Callable[..., Any],
               *arguments: Any) -> Optional[F]:
        """A copy of an error, the address of which is good while the handle is."""
        handle = self._pointer
        with held(handle.homes) if self._changes else nullcontext():
            address = function(handle, *arguments)
            return wanted._copy(address) if address else None

    def _object(self, wanted: Type[T], function: Callable[..., Any], *arguments: Any) -> T:
        found = self._object_or_none(wanted, function, *arguments)
        if found is None:
            raise RuntimeError("the library gave NULL where it promises not to")
        return found

    def _object_or_none(self, wanted: Type[T], function: Callable[..., Any],
                        *arguments: Any) -> Optional[T]:
        handle = self._pointer
        homes = unite(each.homes for each in (handle, *arguments) if isinstance(each, Handle))
        with held(homes) if self._changes else nullcontext():
            address = function(handle, *arguments)
            if not address:
                return None
            return wanted._from(wanted._handle_type.borrow(address, homes))
