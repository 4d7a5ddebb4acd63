# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""The capability that makes a device a PF, decoded."""

from __future__ import annotations

from typing import Tuple

from . import _c
from ._runtime import values
from ._runtime.enums import Value
from ._runtime.objects import Object


class VFBARKind(Value):
    """What a register of the VFs' BARs is."""

    # Something that the standard does not allow for a VF, such as I/O ports.
    UNKNOWN = -1
    # Not used.
    NONE = 0
    # Memory below 4 GiB.
    MEMORY_32 = 1
    # Memory anywhere; the next register is its upper half.
    MEMORY_64 = 2
    # The upper half of the one before.
    UPPER_HALF = 3


class IOVCapability(Object):
    """The SR-IOV capability of a PF, decoded from its configuration space.

    It says what the hardware offers; what the driver allows may be less: see PF.total_vfs.
    Immutable and counted.
    """

    __slots__ = ()
    _handle_type = _c.IOVCapability

    @property
    def offset(self) -> int:
        """Where it is in the configuration space.

        Returns:
            in bytes.
        """
        return self._number(_c.sriov_iov_capability_get_offset)

    @property
    def initial_vfs(self) -> int:
        """InitialVFs: how many VFs are there at first.

        Returns:
            the number.
        """
        return self._number(_c.sriov_iov_capability_get_initial_vfs)

    @property
    def total_vfs(self) -> int:
        """TotalVFs: the most VFs the hardware can have.

        Returns:
            the number.
        """
        return self._number(_c.sriov_iov_capability_get_total_vfs)

    @property
    def vf_count(self) -> int:
        """NumVFs: how many VFs are made now, as the register says.

        Returns:
            the number.
        """
        return self._number(_c.sriov_iov_capability_get_vf_count)

    @property
    def vf_offset(self) -> int:
        """First VF Offset: from the PF's routing ID to that of VF 0.

        Returns:
            the distance.
        """
        return self._number(_c.sriov_iov_capability_get_vf_offset)

    @property
    def vf_stride(self) -> int:
        """VF Stride: from one VF's routing ID to the next one's.

        Returns:
            the distance.
        """
        return self._number(_c.sriov_iov_capability_get_vf_stride)

    @property
    def vf_device_id(self) -> int:
        """VF Device ID.

        Returns:
            the id; the vendor is the PF's.
        """
        return self._number(_c.sriov_iov_capability_get_vf_device_id)

    @property
    def supported_page_sizes(self) -> int:
        """Supported Page Sizes: bit N stands for 2^(N+12) bytes.

        Returns:
            the bits.
        """
        return self._number(_c.sriov_iov_capability_get_supported_page_sizes)

    @property
    def system_page_size(self) -> int:
        """System Page Size, one of the supported ones, same coding.

        Returns:
            the bit.
        """
        return self._number(_c.sriov_iov_capability_get_system_page_size)

    @property
    def dependency_link(self) -> int:
        """Function Dependency Link: the function that this one depends on.

        Returns:
            a function number, the PF's own when it depends on none.
        """
        return self._number(_c.sriov_iov_capability_get_dependency_link)

    @property
    def is_enabled(self) -> bool:
        """VF Enable: the VFs exist.

        Returns:
            True when they do.
        """
        return self._boolean(_c.sriov_iov_capability_is_enabled)

    @property
    def is_memory_enabled(self) -> bool:
        """VF MSE: the VFs answer memory accesses.

        Returns:
            True when they do.
        """
        return self._boolean(_c.sriov_iov_capability_is_memory_enabled)

    @property
    def is_ari_capable_hierarchy(self) -> bool:
        """ARI Capable Hierarchy: VFs may have function numbers above 7.

        Returns:
            True when they may.
        """
        return self._boolean(_c.sriov_iov_capability_is_ari_capable_hierarchy)

    def get_vf_bar(self, bar: int) -> int:
        """The raw value of a VF BAR register: flags in the low 4 bits, the address above.

        Args:
            bar: 0 to 5.

        Returns:
            the register; 0 when it is not used or the number is above 5. The upper half of a 64-bit
            BAR is the next register.
        """
        return self._number(_c.sriov_iov_capability_get_vf_bar, values.unsigned_int(bar, "bar"))

    @property
    def is_consistent(self) -> bool:
        """Whether InitialVFs and TotalVFs fit together: where VFs do not migrate they are the same.

        Of a device where they do not, Linux makes no VFs: it answers EIO.

        Returns:
            True when they fit.
        """
        return self._boolean(_c.sriov_iov_capability_is_consistent)

    @property
    def page_size_count(self) -> int:
        """How many page sizes the VFs' BARs can be aligned to.

        Returns:
            the number.
        """
        return self._number(_c.sriov_iov_capability_get_page_size_count)

    def get_page_size_bytes(self, position: int) -> int:
        """One of the page sizes, the smallest first.

        Args:
            position: from 0, below IOVCapability.page_size_count.

        Returns:
            in bytes, 4096 or more; 0 past the end.
        """
        return self._number(
            _c.sriov_iov_capability_get_page_size_bytes, values.unsigned_int(position, "position")
        )

    @property
    def page_size_bytes(self) -> Tuple[int, ...]:
        """What get_page_size_bytes() gives for each position."""
        return tuple(
            self._number(_c.sriov_iov_capability_get_page_size_bytes, position)
            for position in range(self.page_size_count)
        )

    @property
    def system_page_size_bytes(self) -> int:
        """The page size that is set.

        Returns:
            in bytes; 0 when the register has not exactly one bit set, as it should.
        """
        return self._number(_c.sriov_iov_capability_get_system_page_size_bytes)

    @property
    def is_ari_hierarchy_preserved(self) -> bool:
        """ARI Capable Hierarchy Preserved: that switch survives resets.

        Returns:
            True when it does.
        """
        return self._boolean(_c.sriov_iov_capability_is_ari_hierarchy_preserved)

    @property
    def has_vf_migration(self) -> bool:
        """VF Migration Capable: VFs can move between machines by the rules of multi-root I/O
        virtualization. Later standards withdrew them; migration through VFIO is something else.

        Returns:
            True when they can.
        """
        return self._boolean(_c.sriov_iov_capability_has_vf_migration)

    @property
    def is_vf_migration_enabled(self) -> bool:
        """VF Migration Enable.

        Returns:
            True when it is on.
        """
        return self._boolean(_c.sriov_iov_capability_is_vf_migration_enabled)

    @property
    def has_vf_10bit_tags(self) -> bool:
        """VF 10-Bit Tag Requester Supported.

        Returns:
            True when the VFs can use tags of 10 bits.
        """
        return self._boolean(_c.sriov_iov_capability_has_vf_10bit_tags)

    def get_vf_bar_kind(self, bar: int) -> VFBARKind:
        """What a register of the VFs' BARs is.

        Args:
            bar: 0 to 5.

        Returns:
            the kind; none when the number is above 5.
        """
        return self._member(
            VFBARKind, _c.sriov_iov_capability_get_vf_bar_kind, values.unsigned_int(bar, "bar")
        )

    def is_vf_bar_prefetchable(self, bar: int) -> bool:
        """Whether a VF BAR may be read ahead and written together.

        Args:
            bar: 0 to 5.

        Returns:
            True for a BAR that is prefetchable.
        """
        return self._boolean(
            _c.sriov_iov_capability_is_vf_bar_prefetchable, values.unsigned_int(bar, "bar")
        )

    def get_vf_bar_address(self, bar: int) -> int:
        """Where VF 0's part of a VF BAR begins; those of the other VFs follow it without a gap.

        Args:
            bar: 0 to 5.

        Returns:
            the address on the bus, both halves together; 0 for what is no BAR.
        """
        return self._number(
            _c.sriov_iov_capability_get_vf_bar_address, values.unsigned_int(bar, "bar")
        )
