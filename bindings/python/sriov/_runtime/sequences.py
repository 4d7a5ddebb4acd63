# SPDX-License-Identifier: LGPL-2.1-or-later
"""The base of all lists: sequences of Python, which read their items when they are asked for."""

from __future__ import annotations

import operator
from collections.abc import Sequence
from typing import Any, SupportsIndex, Tuple, TypeVar, Union, overload

from .objects import Object

T = TypeVar("T")


class List(Object, Sequence[T]):
    """A list of the library. A slice of it is a list of Python."""

    __slots__ = ()

    def __len__(self) -> int:
        raise NotImplementedError

    def _at(self, position: int) -> T:
        """The item at a position that there is."""
        raise NotImplementedError

    @overload
    def __getitem__(self, index: SupportsIndex) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> list[T]: ...

    def __getitem__(self, index: Union[SupportsIndex, slice]) -> Union[T, list[T]]:
        count = len(self)
        if isinstance(index, slice):
            return [self._at(position) for position in range(*index.indices(count))]
        try:
            number = operator.index(index)
        except TypeError:
            raise TypeError("the index of a list must be int or slice, not "
                            f"{type(index).__name__}") from None
        if not -count <= number < count:
            raise IndexError(f"the list has {count} items, and none at {number}")
        return self._at(number % count)

    def _words(self) -> Tuple[str, ...]:
        return ("closed",) if self.closed else (f"of {len(self)}",)


class TextList(List[str]):
    """A list of strings, which equals each list and tuple of the same strings."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (TextList, list, tuple)):
            return NotImplemented
        if self.closed or isinstance(other, TextList) and other.closed:
            return self is other
        return list(self) == list(other)

    # Equal to lists, which can have no hash.
    __hash__: Any = None

    def _words(self) -> Tuple[str, ...]:
        return ("closed",) if self.closed else (repr(list(self)),)
