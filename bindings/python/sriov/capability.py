# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Which PCI capabilities a device has. What is in them: see <sriov/capabilities.h>."""

from __future__ import annotations

from . import _c
from ._runtime.objects import Object
from ._runtime.sequences import List


class Capability(Object):
    """One entry of a device's capability lists. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.Capability
    _shown = ("name",)

    @property
    def id(self) -> int:
        """The number the PCI standards give it.

        Returns:
            0x01 to 0xff in the first list, 0x0001 to 0xffff in the extended list.
        """
        return self._number(_c.sriov_capability_get_id)

    @property
    def is_extended(self) -> bool:
        """Whether it is in the extended list, above offset 0xff.

        Returns:
            True for an extended capability.
        """
        return self._boolean(_c.sriov_capability_is_extended)

    @property
    def version(self) -> int:
        """The version of its layout.

        Returns:
            0 to 15; 0 for those of the first list, which have none.
        """
        return self._number(_c.sriov_capability_get_version)

    @property
    def offset(self) -> int:
        """Where it is in the configuration space: 0x160 for the igb's SR-IOV.

        Returns:
            in bytes.
        """
        return self._number(_c.sriov_capability_get_offset)

    @property
    def name(self) -> str:
        """Its name as the standards have it: "Single Root I/O Virtualization (SR-IOV)".

        Returns:
            constant; "unknown" for a number that this version does not know.
        """
        return self._text(_c.sriov_capability_get_name)


class CapabilityList(List["Capability"]):
    """Capabilities in the order of the device's lists. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.CapabilityList

    def __len__(self) -> int:
        return self._number(_c.sriov_capability_list_get_count)

    def _at(self, position: int) -> Capability:
        return self._object(Capability, _c.sriov_capability_list_get, position)
