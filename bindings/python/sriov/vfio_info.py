# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""What an open VFIO device has: regions, interrupts, resets; and its VF token."""

from __future__ import annotations

from typing import Optional, Tuple

from . import _c
from ._runtime import values
from ._runtime.objects import Object
from ._runtime.sequences import List


class VFIOInfo(Object):
    """What a device tells of itself through VFIO. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.VFIOInfo

    @property
    def has_reset(self) -> bool:
        """Whether Device.reset_vfio() can reset it.

        Returns:
            False for None.
        """
        return self._boolean(_c.sriov_vfio_info_has_reset)

    @property
    def is_pci(self) -> bool:
        """Whether it is a PCI device, whose regions and interrupts have the names of PCI.

        Returns:
            False for None.
        """
        return self._boolean(_c.sriov_vfio_info_is_pci)

    @property
    def regions(self) -> VFIORegionList:
        """Its regions.

        Returns:
            Those that the device does not have are in it with a size of 0.
        """
        return self._object(VFIORegionList, _c.sriov_vfio_info_get_regions)

    @property
    def irqs(self) -> VFIOIRQList:
        """Its kinds of interrupts.

        Returns:
            Those that the device does not have are in it with a count of 0.
        """
        return self._object(VFIOIRQList, _c.sriov_vfio_info_get_irqs)


class VFIORegion(Object):
    """A region of the device: a BAR, its configuration space. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.VFIORegion
    _shown = ("name", "index")

    @property
    def index(self) -> int:
        """Its index, as the kernel counts: of PCI devices 0 to 5 are the BARs.

        Returns:
            from 0; 0 for None.
        """
        return self._number(_c.sriov_vfio_region_get_index)

    @property
    def name(self) -> Optional[str]:
        """Its name: "BAR 0", "ROM", "configuration space", "VGA".

        Returns:
            for ever; None when it has none.
        """
        return self._text_or_none(_c.sriov_vfio_region_get_name)

    @property
    def size_bytes(self) -> int:
        """Its size.

        Returns:
            bytes; 0 when the device has no such region.
        """
        return self._number(_c.sriov_vfio_region_get_size_bytes)

    @property
    def offset(self) -> int:
        """Where it begins in the device's descriptor: for pread(), pwrite() and mmap().

        Returns:
            bytes.
        """
        return self._number(_c.sriov_vfio_region_get_offset)

    @property
    def is_readable(self) -> bool:
        """Whether it may be read.

        Returns:
            False for None.
        """
        return self._boolean(_c.sriov_vfio_region_is_readable)

    @property
    def is_writable(self) -> bool:
        """Whether it may be written.

        Returns:
            False for None.
        """
        return self._boolean(_c.sriov_vfio_region_is_writable)

    @property
    def area_count(self) -> int:
        """How many areas of it may be mapped into memory.

        Returns:
            0 when it cannot be mapped; 1 when it can be whole, which is that one area.
        """
        return self._number(_c.sriov_vfio_region_get_area_count)

    def get_area_offset(self, position: int) -> int:
        """Where an area that may be mapped begins in the region.

        Args:
            position: from 0, below VFIORegion.area_count.

        Returns:
            bytes, to be added to VFIORegion.offset; 0 past the end.
        """
        return self._number(
            _c.sriov_vfio_region_get_area_offset, values.size_t(position, "position")
        )

    @property
    def area_offsets(self) -> Tuple[int, ...]:
        """What get_area_offset() gives for each position."""
        return tuple(
            self._number(_c.sriov_vfio_region_get_area_offset, position)
            for position in range(self.area_count)
        )

    def get_area_size_bytes(self, position: int) -> int:
        """How long an area that may be mapped is.

        Args:
            position: from 0, below VFIORegion.area_count.

        Returns:
            bytes; 0 past the end.
        """
        return self._number(
            _c.sriov_vfio_region_get_area_size_bytes, values.size_t(position, "position")
        )

    @property
    def area_size_bytes(self) -> Tuple[int, ...]:
        """What get_area_size_bytes() gives for each position."""
        return tuple(
            self._number(_c.sriov_vfio_region_get_area_size_bytes, position)
            for position in range(self.area_count)
        )


class VFIORegionList(List["VFIORegion"]):
    """Regions, by index."""

    __slots__ = ()
    _handle_type = _c.VFIORegionList

    def __len__(self) -> int:
        return self._number(_c.sriov_vfio_region_list_get_count)

    def _at(self, position: int) -> VFIORegion:
        return self._object(VFIORegion, _c.sriov_vfio_region_list_get, position)


class VFIOIRQ(Object):
    """A kind of interrupts (IRQs) of the device. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.VFIOIRQ
    _shown = ("name", "index")

    @property
    def index(self) -> int:
        """Its index, as the kernel counts.

        Returns:
            from 0; 0 for None.
        """
        return self._number(_c.sriov_vfio_irq_get_index)

    @property
    def name(self) -> Optional[str]:
        """Its name: "INTx", "MSI", "MSI-X", "error", "request".

        Returns:
            for ever; None when it has none.
        """
        return self._text_or_none(_c.sriov_vfio_irq_get_name)

    @property
    def count(self) -> int:
        """How many interrupts there are of this kind.

        Returns:
            the number; 0 when the device has none.
        """
        return self._number(_c.sriov_vfio_irq_get_count)

    @property
    def has_eventfd(self) -> bool:
        """Whether they can be told through an eventfd.

        Returns:
            False for None.
        """
        return self._boolean(_c.sriov_vfio_irq_has_eventfd)

    @property
    def is_maskable(self) -> bool:
        """Whether they can be masked.

        Returns:
            False for None.
        """
        return self._boolean(_c.sriov_vfio_irq_is_maskable)

    @property
    def is_automasked(self) -> bool:
        """Whether the kernel masks each when it comes, until it is unmasked.

        Returns:
            False for None.
        """
        return self._boolean(_c.sriov_vfio_irq_is_automasked)

    @property
    def is_resizable(self) -> bool:
        """Whether more can be set up while some are.

        Returns:
            False when they have to be set up all at once, and for None.
        """
        return self._boolean(_c.sriov_vfio_irq_is_resizable)


class VFIOIRQList(List["VFIOIRQ"]):
    """Kinds of interrupts, by index."""

    __slots__ = ()
    _handle_type = _c.VFIOIRQList

    def __len__(self) -> int:
        return self._number(_c.sriov_vfio_irq_list_get_count)

    def _at(self, position: int) -> VFIOIRQ:
        return self._object(VFIOIRQ, _c.sriov_vfio_irq_list_get, position)
