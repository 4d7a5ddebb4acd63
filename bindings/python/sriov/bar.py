# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Base address registers (BARs): the memory and ports of a device, and of a PF's VFs."""

from __future__ import annotations

from typing import Optional

from . import error as _error
from . import _c
from ._runtime import values
from ._runtime.enums import Value
from ._runtime.objects import Object
from ._runtime.sequences import List


class BARRole(Value):
    """What a BAR is for."""

    # Nothing: the answer for None.
    UNKNOWN = -1
    # The device itself: BAR 0 to 5 of its header.
    DEVICE = 0
    # The expansion ROM of the device.
    ROM = 1
    # The VFs of the PF, one behind the other: VF BAR 0 to 5 of its SR-IOV capability.
    VF = 2

    def __str__(self) -> str:
        return values.decode(_c.sriov_bar_role_get_name(self.value))


class BARSpace(Value):
    """The address space that a BAR is in."""

    # The answer for None.
    UNKNOWN = -1
    # Memory.
    MEMORY = 0
    # I/O ports.
    IO = 1


class BAR(Object):
    """One BAR that is in use. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.BAR
    _shown = ("address", "index")

    @property
    def role(self) -> BARRole:
        """What it is for.

        Returns:
            the role.
        """
        return self._member(BARRole, _c.sriov_bar_get_role)

    @property
    def index(self) -> int:
        """Its number among those of its role.

        One of 64 bits takes two numbers: after BAR 0 comes BAR 2.

        Returns:
            0 to 5; 0 for the ROM.
        """
        return self._number(_c.sriov_bar_get_index)

    @property
    def space(self) -> BARSpace:
        """The address space that it is in.

        Returns:
            memory or ports.
        """
        return self._member(BARSpace, _c.sriov_bar_get_space)

    @property
    def is_64_bit(self) -> bool:
        """Whether it may be anywhere in 64 bits of addresses.

        Returns:
            False for one of 32 bits, and for ports.
        """
        return self._boolean(_c.sriov_bar_is_64_bit)

    @property
    def is_prefetchable(self) -> bool:
        """Whether reading has no effect on the device, so that it may be read ahead.

        Returns:
            True when it is prefetchable.
        """
        return self._boolean(_c.sriov_bar_is_prefetchable)

    @property
    def is_assigned(self) -> bool:
        """Whether it has an address.

        Without one the device cannot be used through it: firmware and kernel found no room. A PF
        whose VF BARs have none cannot make VFs.

        Returns:
            True when it has.
        """
        return self._boolean(_c.sriov_bar_is_assigned)

    @property
    def address(self) -> int:
        """Where it begins, as the processor sees it.

        Returns:
            an address in memory, or the number of the first port; 0 when it is not assigned.
        """
        return self._number(_c.sriov_bar_get_address)

    @property
    def size_bytes(self) -> int:
        """How long it is; for a VF BAR the room of all VFs that the hardware can have.

        Returns:
            in bytes.
        """
        return self._number(_c.sriov_bar_get_size_bytes)

    @property
    def vf_size_bytes(self) -> int:
        """How much of a VF BAR belongs to one VF.

        The first part is VF 0's. It is the whole divided by TotalVFs of the SR-IOV capability,
        which can be more than PF.total_vfs: igb's is 8 where the driver allows 7.

        Returns:
            in bytes; 0 when BAR.error says why it is not known, and for other roles.
        """
        return self._number(_c.sriov_bar_get_vf_size_bytes)

    @property
    def error(self) -> Optional[_error.SriovError]:
        """Why BAR.vf_size_bytes is not known.

        Of a PF that has VFs everybody may know it; of one without them only who may read the
        configuration space, which takes CAP_SYS_ADMIN: ForbiddenError.

        Returns:
            None when all is known.
        """
        return self._error(_error.SriovError, _c.sriov_bar_get_error)


class BARList(List["BAR"]):
    """The BARs of a device: its own, its ROM, those of its VFs. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.BARList

    def __len__(self) -> int:
        return self._number(_c.sriov_bar_list_get_count)

    def _at(self, position: int) -> BAR:
        return self._object(BAR, _c.sriov_bar_list_get, position)
