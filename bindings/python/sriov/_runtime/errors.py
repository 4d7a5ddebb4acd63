# SPDX-License-Identifier: LGPL-2.1-or-later
"""The base of all exceptions of the library.

An exception is a copy of the error: it holds nothing of the library but the `result` of a call that
failed in part, and can be pickled without that.
"""

from __future__ import annotations

import ctypes
from typing import Any, Callable, ClassVar, Dict, Optional, Sequence, Tuple, Type, TypeVar

from .handles import Handle

F = TypeVar("F", bound="Failure")

Getter = Tuple[str, Callable[..., Any], Callable[[Any], Any]]


class Failure(OSError):
    """What the generated SriovError adds to."""

    # By code; a code that is not known yet counts as the first.
    _kinds: ClassVar[Dict[int, Type[Failure]]] = {}
    _handle_type: ClassVar[Type[Handle]]
    # What an error tells: the name, the function, and how its value is read.
    _getters: ClassVar[Tuple[Getter, ...]] = ()
    # How many causes it has, and one of them.
    _cause_getters: ClassVar[Tuple[Callable[..., int], Callable[..., Optional[int]]]]
    # What is told when nothing is said, by name: of each kind the code, else what C tells of no
    # error at all.
    _defaults: ClassVar[Dict[str, Any]] = {}

    def __init__(self, message: str = "", *, causes: Sequence[Failure] = (),
                 result: object = None, **details: Any) -> None:
        unknown = details.keys() - {name for name, _, _ in self._getters}
        if unknown:
            raise TypeError(f"{type(self).__name__}() has no argument {min(unknown)}")
        self._details: Dict[str, Any] = {**self._defaults, **details, "message": message}
        number = self._details.get("errno") or 0
        # OSError takes an errno only together with a text.
        super().__init__(*((number, message) if number else (message,)))
        self.strerror = message
        self.filename = self._details.get("path")
        self._causes: Any = tuple(causes)
        self.result: Any = result

    def __str__(self) -> str:
        return str(self._details["message"])

    def __reduce__(self) -> Tuple[Any, ...]:
        return _restore, (type(self), self._details, self._causes)

    @classmethod
    def _copy(cls: Type[F], address: Optional[int]) -> F:
        """The exception that tells what the error of C at this address tells."""
        details = {name: read(function(address)) for name, function, read in cls._getters}
        count, cause = cls._cause_getters
        causes = [cls._copy(cause(address, position)) for position in range(count(address))]
        # Each kind is made from the same class.
        kind: Any = kind_of(details["code"])
        made: F = kind(causes=causes, **details)
        return made


def _restore(kind: Type[F], details: Dict[str, Any], causes: Sequence[Failure]) -> F:
    return kind(causes=causes, **details)


def kind_of(code: int) -> Type[Failure]:
    """The class for a code."""
    kinds = Failure._kinds
    return kinds.get(code) or next(iter(kinds.values()))


def new_handle() -> Handle:
    """For the `struct sriov_error **` of a call."""
    return kind_of(0)._handle_type()


def failure(code: int, error: ctypes.c_void_p, given: Sequence[object]) -> Failure:
    """The exception of a call, with what it gave all the same."""
    base = kind_of(code)
    made = base._copy(error.value) if error.value else base("the library ran out of memory")
    results = [each for each in given if each is not None]
    made.result = results[0] if len(results) == 1 else tuple(results) or None
    return made


def kind(code: Any) -> Callable[[Type[F]], Type[F]]:
    """Makes a class the one for a code."""

    def register(made: Type[F]) -> Type[F]:
        nothing = {name: read(function(None)) for name, function, read in made._getters}
        made._defaults = {**nothing, "code": code}
        Failure._kinds[code] = made
        return made

    return register
