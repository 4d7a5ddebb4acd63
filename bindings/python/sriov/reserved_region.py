# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Addresses that an IOMMU group may not map as it likes."""

from __future__ import annotations

from . import _c
from ._runtime.enums import Value
from ._runtime.objects import Object
from ._runtime.sequences import List


class ReservedRegionType(Value):
    """Why a region is reserved."""

    # For a reason that this version does not know.
    UNKNOWN = -1
    # "reserved": not to be mapped.
    RESERVED = 0
    # "direct": the firmware wants it mapped as it is, always; such a device cannot be handed to a
    # machine.
    DIRECT = 1
    # "direct-relaxable": the firmware wants that too, until the device is handed on.
    DIRECT_RELAXABLE = 2
    # "msi": writing there raises an interrupt.
    MSI = 3


class ReservedRegion(Object):
    """A reserved region. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.ReservedRegion
    _shown = ("type",)

    @property
    def start(self) -> int:
        """Its first address.

        Returns:
            the address, as devices send it.
        """
        return self._number(_c.sriov_reserved_region_get_start)

    @property
    def end(self) -> int:
        """Its last address, which belongs to it.

        Returns:
            the address.
        """
        return self._number(_c.sriov_reserved_region_get_end)

    @property
    def type(self) -> ReservedRegionType:
        """Why it is reserved.

        Returns:
            the reason.
        """
        return self._member(ReservedRegionType, _c.sriov_reserved_region_get_type)

    @property
    def type_name(self) -> str:
        """The same in the kernel's word: "msi"."""
        return self._text(_c.sriov_reserved_region_get_type_name)


class ReservedRegionList(List["ReservedRegion"]):
    """Reserved regions in the kernel's order. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.ReservedRegionList

    def __len__(self) -> int:
        return self._number(_c.sriov_reserved_region_list_get_count)

    def _at(self, position: int) -> ReservedRegion:
        return self._object(ReservedRegion, _c.sriov_reserved_region_list_get, position)
