# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Resizable BARs, of a function and of its VFs."""

from __future__ import annotations

from typing import Tuple

from . import _c
from ._runtime import values
from ._runtime.objects import Object
from ._runtime.sequences import List


class ResizableBAR(Object):
    """A BAR whose size can be chosen. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.ResizableBAR
    _shown = ("index",)

    @property
    def index(self) -> int:
        """Which BAR it is.

        Returns:
            0 to 5; 6 and 7 stand for nothing.
        """
        return self._number(_c.sriov_resizable_bar_get_index)

    @property
    def size_bytes(self) -> int:
        """The size that is set; for the BAR of VFs, that of one VF.

        Returns:
            in bytes; 0 when the register holds no size.
        """
        return self._number(_c.sriov_resizable_bar_get_size_bytes)

    @property
    def possible_size_count(self) -> int:
        """How many sizes it can have.

        Returns:
            the number.
        """
        return self._number(_c.sriov_resizable_bar_get_possible_size_count)

    def get_possible_size_bytes(self, position: int) -> int:
        """One of the sizes, the smallest first.

        Args:
            position: from 0, below ResizableBAR.possible_size_count.

        Returns:
            in bytes, 1 MiB or more; 0 past the end.
        """
        return self._number(
            _c.sriov_resizable_bar_get_possible_size_bytes,
            values.unsigned_int(position, "position"),
        )

    @property
    def possible_size_bytes(self) -> Tuple[int, ...]:
        """What get_possible_size_bytes() gives for each position."""
        return tuple(
            self._number(_c.sriov_resizable_bar_get_possible_size_bytes, position)
            for position in range(self.possible_size_count)
        )


class ResizableBARList(List["ResizableBAR"]):
    """Resizable BARs in the order of the device's registers. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.ResizableBARList

    def __len__(self) -> int:
        return self._number(_c.sriov_resizable_bar_list_get_count)

    def _at(self, position: int) -> ResizableBAR:
        return self._object(ResizableBAR, _c.sriov_resizable_bar_list_get, position)
