# SPDX-License-Identifier: LGPL-2.1-or-later
"""Python's values as C takes them. What does not fit is refused, and the refusal names the
argument: nothing is ever wrapped around or cut off."""

from __future__ import annotations

import ctypes
import enum
import operator
import os
from typing import Any, Callable, Optional, Type, Union

from .handles import Handle

Path = Union[str, "os.PathLike[str]"]


class Default(enum.Enum):
    """Stands for an option that was not given, where None is a value of its own."""

    DEFAULT = "the library's default"

    def __repr__(self) -> str:
        return "DEFAULT"


DEFAULT = Default.DEFAULT


def _refuse(value: object, wanted: str, name: str) -> TypeError:
    return TypeError(f"{name} must be {wanted}, not {type(value).__name__}")


def _integer(ctype: Any) -> Callable[[object, str], int]:
    """The check for one type of C."""
    bits = 8 * ctypes.sizeof(ctype)
    signed = ctype(-1).value < 0
    low = -1 << bits - 1 if signed else 0
    high = low + (1 << bits) - 1

    def check(value: object, name: str) -> int:
        if isinstance(value, bool):
            raise _refuse(value, "int", name)
        try:
            number = operator.index(value)  # type: ignore[arg-type]
        except TypeError:
            raise _refuse(value, "int", name) from None
        if not low <= number <= high:
            raise ValueError(f"{name} must be {low} to {high}, not {number}")
        return number

    return check


# By the names of C's types, with _ for spaces.
char = _integer(ctypes.c_byte)
int_ = _integer(ctypes.c_int)
unsigned_int = _integer(ctypes.c_uint)
long_ = _integer(ctypes.c_long)
unsigned_long = _integer(ctypes.c_ulong)
size_t = _integer(ctypes.c_size_t)
ssize_t = _integer(ctypes.c_ssize_t)
int8_t = _integer(ctypes.c_int8)
int16_t = _integer(ctypes.c_int16)
int32_t = _integer(ctypes.c_int32)
int64_t = _integer(ctypes.c_int64)
uint8_t = _integer(ctypes.c_uint8)
uint16_t = _integer(ctypes.c_uint16)
uint32_t = _integer(ctypes.c_uint32)
uint64_t = _integer(ctypes.c_uint64)


def boolean(value: object, name: str) -> bool:
    """Only True and False: a number here is a mistake more often than not."""
    if not isinstance(value, bool):
        raise _refuse(value, "bool", name)
    return value


def text(value: object, name: str) -> bytes:
    """A string. Bytes that are no UTF-8 come and go as surrogates, as file names do in Python."""
    if not isinstance(value, str):
        raise _refuse(value, "str", name)
    if "\0" in value:
        raise ValueError(f"{name} must not have a null character in it")
    return value.encode("utf-8", "surrogateescape")


def text_or_none(value: object, name: str) -> Optional[bytes]:
    return None if value is None else text(value, name)


def path(value: object, name: str) -> bytes:
    """A path: a string, or an object of pathlib."""
    if not isinstance(value, (str, os.PathLike)):
        raise _refuse(value, "str or os.PathLike", name)
    return text(os.fspath(value), name)


def path_or_none(value: object, name: str) -> Optional[bytes]:
    return None if value is None else path(value, name)


def member(value: object, wanted: Type[enum.IntEnum], name: str) -> int:
    """A value of an enumeration; an integer has to be made one first."""
    if not isinstance(value, wanted):
        raise _refuse(value, wanted.__name__, name)
    return value.value


def instance(value: Any, wanted: type, name: str) -> Handle:
    """An object of the library that is not closed."""
    if not isinstance(value, wanted):
        raise _refuse(value, wanted.__name__, name)
    handle: Handle = value._pointer  # type: ignore[attr-defined]
    return handle


def instance_or_none(value: object, wanted: type, name: str) -> Optional[Handle]:
    return None if value is None else instance(value, wanted, name)


def several(value: object, count: int, name: str) -> tuple[Any, ...]:
    """An option that takes more than one value."""
    if not isinstance(value, (tuple, list)):
        raise _refuse(value, "tuple", name)
    if len(value) != count:
        raise ValueError(f"{name} must have {count} values, not {len(value)}")
    return tuple(value)


def decode(found: Optional[bytes]) -> str:
    """A string of C."""
    return (found or b"").decode("utf-8", "surrogateescape")


def decode_or_none(found: Optional[bytes]) -> Optional[str]:
    return None if found is None else decode(found)
