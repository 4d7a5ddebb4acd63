# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Why devices share an IOMMU group."""

from __future__ import annotations

from typing import Optional

from . import string_list as _string_list
from . import _c
from ._runtime.enums import Value
from ._runtime.objects import Object
from ._runtime.sequences import List


class SharingCause(Value):
    """What makes devices share a group."""

    # What configuration spaces do not show: a rule of the firmware's or the IOMMU's driver.
    UNKNOWN = -1
    # A port above them does not keep them apart: it has no ACS, or that is off.
    PORT_WITHOUT_ACS = 0
    # They are functions of one device that does not keep its functions apart.
    FUNCTIONS_WITHOUT_ACS = 1
    # They are behind a bridge to conventional PCI, which speaks for all of them.
    CONVENTIONAL_BRIDGE = 2


class SharingReason(Object):
    """One reason why devices share an IOMMU group. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.SharingReason
    _shown = ("device",)

    @property
    def cause(self) -> SharingCause:
        """What kind of reason it is.

        Returns:
            the cause.
        """
        return self._member(SharingCause, _c.sriov_sharing_reason_get_cause)

    @property
    def device(self) -> Optional[str]:
        """The address of the culprit: the port, the bridge, the lowest of the functions.

        Returns:
            None when it is not known.
        """
        return self._text_or_none(_c.sriov_sharing_reason_get_device)

    @property
    def devices(self) -> _string_list.StringList:
        """The members of the group that are together for that reason, the culprit among them.

        Returns:
            sorted.
        """
        return self._object(_string_list.StringList, _c.sriov_sharing_reason_get_devices)

    @property
    def message(self) -> str:
        """All of it in a sentence, with what can be done."""
        return self._text(_c.sriov_sharing_reason_get_message)


class SharingReasonList(List["SharingReason"]):
    """Reasons in the order of the culprits. addresses. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.SharingReasonList

    def __len__(self) -> int:
        return self._number(_c.sriov_sharing_reason_list_get_count)

    def _at(self, position: int) -> SharingReason:
        return self._object(SharingReason, _c.sriov_sharing_reason_list_get, position)
