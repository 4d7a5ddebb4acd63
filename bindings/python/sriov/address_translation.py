# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Address Translation Services, Process Address Space IDs and the Page Request Interface: what a
device needs for shared virtual addressing.
"""

from __future__ import annotations

from . import _c
from ._runtime.objects import Object


class ATSCapability(Object):
    """The ATS capability: the device asks the IOMMU for translations and keeps them. Immutable and
    counted.
    """

    __slots__ = ()
    _handle_type = _c.ATSCapability

    @property
    def offset(self) -> int:
        """Where it is in the configuration space.

        Returns:
            in bytes.
        """
        return self._number(_c.sriov_ats_capability_get_offset)

    @property
    def queue_depth(self) -> int:
        """Invalidate Queue Depth: how many invalidations it takes before it holds up the IOMMU.

        Returns:
            1 to 32; 0 for None.
        """
        return self._number(_c.sriov_ats_capability_get_queue_depth)

    @property
    def is_page_aligned(self) -> bool:
        """Page Aligned Request: it asks for whole pages only.

        Returns:
            True when it does.
        """
        return self._boolean(_c.sriov_ats_capability_is_page_aligned)

    @property
    def has_global_invalidate(self) -> bool:
        """Global Invalidate Supported.

        Returns:
            True when all address spaces can be invalidated at once.
        """
        return self._boolean(_c.sriov_ats_capability_has_global_invalidate)

    @property
    def is_enabled(self) -> bool:
        """Enable.

        Returns:
            True when it is on.
        """
        return self._boolean(_c.sriov_ats_capability_is_enabled)

    @property
    def smallest_translation_bytes(self) -> int:
        """Smallest Translation Unit: the smallest piece that the IOMMU answers with.

        Returns:
            in bytes, 4096 or more; 0 for None.
        """
        return self._number(_c.sriov_ats_capability_get_smallest_translation_bytes)


class PASIDCapability(Object):
    """The PASID capability: requests say which address space they are in. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.PASIDCapability

    @property
    def offset(self) -> int:
        """Where it is in the configuration space.

        Returns:
            in bytes.
        """
        return self._number(_c.sriov_pasid_capability_get_offset)

    @property
    def width_bits(self) -> int:
        """Max PASID Width.

        Returns:
            in bits, 0 to 20 by the standard.
        """
        return self._number(_c.sriov_pasid_capability_get_width_bits)

    @property
    def has_execute(self) -> bool:
        """Execute Permission Supported.

        Returns:
            True when requests may ask for it.
        """
        return self._boolean(_c.sriov_pasid_capability_has_execute)

    @property
    def has_privileged(self) -> bool:
        """Privileged Mode Supported.

        Returns:
            True when requests may ask for it.
        """
        return self._boolean(_c.sriov_pasid_capability_has_privileged)

    @property
    def is_enabled(self) -> bool:
        """PASID Enable.

        Returns:
            True when it is on.
        """
        return self._boolean(_c.sriov_pasid_capability_is_enabled)

    @property
    def is_execute_enabled(self) -> bool:
        """Execute Permission Enable.

        Returns:
            True when it is on.
        """
        return self._boolean(_c.sriov_pasid_capability_is_execute_enabled)

    @property
    def is_privileged_enabled(self) -> bool:
        """Privileged Mode Enable.

        Returns:
            True when it is on.
        """
        return self._boolean(_c.sriov_pasid_capability_is_privileged_enabled)


class PRICapability(Object):
    """The PRI capability: the device can wait for pages that are not there yet. Immutable and
    counted.
    """

    __slots__ = ()
    _handle_type = _c.PRICapability

    @property
    def offset(self) -> int:
        """Where it is in the configuration space.

        Returns:
            in bytes.
        """
        return self._number(_c.sriov_pri_capability_get_offset)

    @property
    def is_enabled(self) -> bool:
        """Enable.

        Returns:
            True when it is on.
        """
        return self._boolean(_c.sriov_pri_capability_is_enabled)

    @property
    def is_stopped(self) -> bool:
        """Stopped: no requests are outstanding since it was turned off.

        Returns:
            True when it is.
        """
        return self._boolean(_c.sriov_pri_capability_is_stopped)

    @property
    def has_failed(self) -> bool:
        """Response Failure, or an answer that belongs to no request: it wants a reset.

        Returns:
            True when it has.
        """
        return self._boolean(_c.sriov_pri_capability_has_failed)

    @property
    def is_pasid_required(self) -> bool:
        """PRG Response PASID Required: answers have to name the address space.

        Returns:
            True when they have to.
        """
        return self._boolean(_c.sriov_pri_capability_is_pasid_required)

    @property
    def capacity(self) -> int:
        """Outstanding Page Request Capacity: how many requests it can have at once.

        Returns:
            the number.
        """
        return self._number(_c.sriov_pri_capability_get_capacity)

    @property
    def allocation(self) -> int:
        """Outstanding Page Request Allocation: how many it may have.

        Returns:
            the number.
        """
        return self._number(_c.sriov_pri_capability_get_allocation)
