# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Message signalled interrupts: MSI and MSI-X."""

from __future__ import annotations

from . import _c
from ._runtime.objects import Object


class MSICapability(Object):
    """The MSI capability. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.MSICapability

    @property
    def offset(self) -> int:
        """Where it is in the configuration space.

        Returns:
            in bytes.
        """
        return self._number(_c.sriov_msi_capability_get_offset)

    @property
    def vector_count(self) -> int:
        """How many vectors the device asks for.

        Returns:
            1 to 32, a power of two; 0 for None.
        """
        return self._number(_c.sriov_msi_capability_get_vector_count)

    @property
    def enabled_vector_count(self) -> int:
        """How many it was given.

        Returns:
            1 to 32, a power of two; it counts while MSI is on. 0 for None.
        """
        return self._number(_c.sriov_msi_capability_get_enabled_vector_count)

    @property
    def is_enabled(self) -> bool:
        """MSI Enable.

        Returns:
            True when it is on.
        """
        return self._boolean(_c.sriov_msi_capability_is_enabled)

    @property
    def is_64bit(self) -> bool:
        """64-bit Address Capable.

        Returns:
            True when messages may go above 4 GiB.
        """
        return self._boolean(_c.sriov_msi_capability_is_64bit)

    @property
    def has_masking(self) -> bool:
        """Per-Vector Masking Capable.

        Returns:
            True when each vector has a mask.
        """
        return self._boolean(_c.sriov_msi_capability_has_masking)


class MSIXCapability(Object):
    """The MSI-X capability. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.MSIXCapability

    @property
    def offset(self) -> int:
        """Where it is in the configuration space.

        Returns:
            in bytes.
        """
        return self._number(_c.sriov_msix_capability_get_offset)

    @property
    def table_size(self) -> int:
        """Table Size: how many vectors it has.

        Returns:
            1 to 2048; 0 for None.
        """
        return self._number(_c.sriov_msix_capability_get_table_size)

    @property
    def is_enabled(self) -> bool:
        """MSI-X Enable.

        Returns:
            True when it is on.
        """
        return self._boolean(_c.sriov_msix_capability_is_enabled)

    @property
    def is_masked(self) -> bool:
        """Function Mask: all vectors are held back.

        Returns:
            True when they are.
        """
        return self._boolean(_c.sriov_msix_capability_is_masked)

    @property
    def table_bar(self) -> int:
        """The BAR that the table is in.

        Returns:
            0 to 5; 6 and 7 stand for nothing.
        """
        return self._number(_c.sriov_msix_capability_get_table_bar)

    @property
    def table_offset(self) -> int:
        """Where in that BAR the table is.

        Returns:
            in bytes.
        """
        return self._number(_c.sriov_msix_capability_get_table_offset)

    @property
    def pending_bar(self) -> int:
        """The BAR that the bits of pending interrupts (PBA) are in.

        Returns:
            0 to 5; 6 and 7 stand for nothing.
        """
        return self._number(_c.sriov_msix_capability_get_pending_bar)

    @property
    def pending_offset(self) -> int:
        """Where in that BAR they are.

        Returns:
            in bytes.
        """
        return self._number(_c.sriov_msix_capability_get_pending_offset)
