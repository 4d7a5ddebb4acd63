# SPDX-License-Identifier: LGPL-2.1-or-later
"""The base of all enumerations: integers with names, and room for what is not known yet."""

from __future__ import annotations

import enum
from typing import Any, Dict, Optional, Tuple, Type, TypeVar

E = TypeVar("E", bound="Value")

# What C's enumerations hold.
_LOW, _HIGH = -1 << 31, (1 << 31) - 1
# The last character of a format that is for numbers.
_NUMERIC = "bcdoxXneEfFgG%"


class Value(enum.IntEnum):
    """A value. A kernel or a library newer than this module may have others: these become values,
    too, called UNKNOWN_ and their number.

    As a text it is what the library calls it, or else its name in small letters: "active-backup".
    """

    @classmethod
    def _missing_(cls: Type[E], value: object) -> Optional[E]:
        if not isinstance(value, int) or not _LOW <= value <= _HIGH:
            return None
        made = int.__new__(cls, value)
        made._value_ = int(value)
        made._name_ = f"UNKNOWN_{value}".replace("-", "MINUS_")
        # Another thread may have been quicker.
        known: Dict[int, Any] = cls._value2member_map_
        found: E = known.setdefault(made._value_, made)
        return found

    def __str__(self) -> str:
        return self.name.lower().replace("_", "-")

    def __format__(self, spec: str) -> str:
        if spec and spec[-1] in _NUMERIC:
            return int.__format__(self.value, spec)
        return format(str(self), spec)

    def __reduce_ex__(self, protocol: object) -> Tuple[Any, ...]:
        # By value in every version of Python: names of unknown values are not found again.
        return type(self), (self.value,)
