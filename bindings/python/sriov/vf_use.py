# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""What a VF is used for, and by whom: who would lose it if it were destroyed."""

from __future__ import annotations

from typing import Optional

from . import error as _error
from . import holder as _holder
from . import vf as _vf
from . import _c
from ._runtime.enums import Value
from ._runtime.objects import Object
from ._runtime.sequences import List


class VFUseState(Value):
    """What a VF is used for. The first that is True, from the end of this list, counts."""

    # It could not be found out; see VFUse.error.
    UNKNOWN = -1
    # It has no driver, or pci-stub, which does nothing with it.
    FREE = 0
    # The host has an interface on it, which is down.
    INTERFACE_DOWN = 1
    # The host has an interface on it, which is up.
    INTERFACE_UP = 2
    # Its interface, up or down, is below another one: a bond, a bridge, a VLAN, a macvlan.
    INTERFACE_UPPER = 3
    # Its interface is in another network namespace than the one that the context looks at.
    OTHER_NAMESPACE = 4
    # A driver of the host has it and makes no interface: what it does with it is not known.
    DRIVER = 5
    # It is on a VFIO driver, and nobody holds it.
    VFIO_UNHELD = 6
    # It is on a VFIO driver, and a process holds it, such as a machine that runs.
    VFIO_HELD = 7


class VFUse(Object):
    """The use of one VF as it was when it was read. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.VFUse
    _shown = ("interface", "state")

    @property
    def vf(self) -> _vf.VF:
        """Whose use it is."""
        return self._object(_vf.VF, _c.sriov_vf_use_get_vf)

    @property
    def state(self) -> VFUseState:
        """What the VF is used for.

        Returns:
            one of VFUseState.
        """
        return self._member(VFUseState, _c.sriov_vf_use_get_state)

    @property
    def error(self) -> Optional[_error.SriovError]:
        """Why the use could not be found out.

        Returns:
            None when it is known. Only in a list there are any with an error.
        """
        return self._error(_error.SriovError, _c.sriov_vf_use_get_error)

    @property
    def is_in_use(self) -> bool:
        """Whether somebody may lose it if the VF is destroyed.

        Returns:
            False when it is free, on VFIO and unheld, or has but interfaces that are down; True for
            all else, what is not known included; False for None.
        """
        return self._boolean(_c.sriov_vf_use_is_in_use)

    @property
    def driver(self) -> Optional[str]:
        """The driver that it is on.

        Returns:
            None when there is none.
        """
        return self._text_or_none(_c.sriov_vf_use_get_driver)

    @property
    def interface(self) -> Optional[str]:
        """Its interface; of many the one that matters most: below another, else up, else the first.

        Returns:
            None when there is none in the namespace that the context looks at.
        """
        return self._text_or_none(_c.sriov_vf_use_get_interface)

    @property
    def upper(self) -> Optional[str]:
        """The interface above its interface: its bond or bridge, else a VLAN or the like.

        Returns:
            None when there is none.
        """
        return self._text_or_none(_c.sriov_vf_use_get_upper)

    @property
    def holders(self) -> Optional[_holder.HolderList]:
        """Who holds it through VFIO.

        Returns:
            None when it is on no VFIO driver. It may be empty though the VF is held, when the
            caller may not see the holder.
        """
        return self._object_or_none(_holder.HolderList, _c.sriov_vf_use_get_holders)

    @property
    def description(self) -> str:
        """The use in a sentence: "VF 3 of em1 (0000:01:00.0, igb) is held by qemu-system-x86
        (process 812) through /dev/vfio/14".
        """
        return self._text(_c.sriov_vf_use_get_description)


class VFUseList(List["VFUse"]):
    """The uses of all VFs of a PF, by index."""

    __slots__ = ()
    _handle_type = _c.VFUseList

    def __len__(self) -> int:
        return self._number(_c.sriov_vf_use_list_get_count)

    def _at(self, position: int) -> VFUse:
        return self._object(VFUse, _c.sriov_vf_use_list_get, position)
