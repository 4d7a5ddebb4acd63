# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""What a PF is used for: what the host would lose if it were disturbed."""

from __future__ import annotations

from typing import Optional

from . import pf as _pf
from . import string_list as _string_list
from . import _c
from ._runtime.enums import Value
from ._runtime.objects import Object
from ._runtime.sequences import List


class PFUseKind(Value):
    """What a PF is used for that the host cannot do without."""

    # None that this version knows.
    UNKNOWN = -1
    # A default route leads out through it.
    DEFAULT_ROUTE = 0
    # Its interface is in another network namespace, and may carry the default route there.
    OTHER_NAMESPACE = 1
    # A file system on one of its disks is mounted.
    MOUNT = 2
    # One of its disks is used as swap.
    SWAP = 3


class PFUse(Object):
    """The use of one PF as it was when it was read. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.PFUse

    @property
    def pf(self) -> _pf.PF:
        """Whose use it is."""
        return self._object(_pf.PF, _c.sriov_pf_use_get_pf)

    @property
    def is_vital(self) -> bool:
        """Whether there is any reason not to disturb the PF.

        Returns:
            True when there is one; False for None.
        """
        return self._boolean(_c.sriov_pf_use_is_vital)

    @property
    def is_complete(self) -> bool:
        """Whether all could be looked at that may be a reason.

        Returns:
            False when sysfs shows an interface on the PF that the kernel does not show to this
            process, as in a container with the host's sysfs and a network of its own, or when it
            has disks and the mounts of the host's first process are not shown, as in a container
            with a procfs of its own or to a caller who is not root; False for None.
        """
        return self._boolean(_c.sriov_pf_use_is_complete)

    @property
    def reasons(self) -> PFUseReasonList:
        """The reasons: default routes first, then disks.

        Returns:
            empty when the PF is not vital.
        """
        return self._object(PFUseReasonList, _c.sriov_pf_use_get_reasons)

    @property
    def description(self) -> str:
        """The use in a sentence: "em1 (0000:01:00.0, igb) is vital: the default route by 192.0.2.1
        goes through br0, over bond0, over em1".
        """
        return self._text(_c.sriov_pf_use_get_description)


class PFUseReason(Object):
    """One reason not to disturb a PF. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.PFUseReason
    _shown = ("vf_index",)

    @property
    def kind(self) -> PFUseKind:
        """What kind of reason it is.

        Returns:
            one of PFUseKind.
        """
        return self._member(PFUseKind, _c.sriov_pf_use_reason_get_kind)

    @property
    def chain(self) -> _string_list.StringList:
        """The way from what is used down to what is on the PF: of a default route interfaces, such
        as br0, bond0 and em1; of a disk block devices, such as dm-0 and nvme0n1p3. It begins with
        what the route names, or what is mounted, and may be as short as one.

        Returns:
            empty when the interface is in another network namespace.
        """
        return self._object(_string_list.StringList, _c.sriov_pf_use_reason_get_chain)

    @property
    def gateway(self) -> Optional[str]:
        """The gateway of a default route, as "192.0.2.1" or "fe80::1".

        Returns:
            None when the route has none, and for all else.
        """
        return self._text_or_none(_c.sriov_pf_use_reason_get_gateway)

    @property
    def mount_point(self) -> Optional[str]:
        """Where the disk is mounted; of many places the first.

        Returns:
            None when that is not known, as of a file system of btrfs that is mounted in a
            container, and for all else.
        """
        return self._text_or_none(_c.sriov_pf_use_reason_get_mount_point)

    @property
    def vf_index(self) -> int:
        """Through which VF of the PF a default route goes.

        Returns:
            the index of the VF; -1 when it goes through the PF's own interface, and for all else.
        """
        return self._number(_c.sriov_pf_use_reason_get_vf_index)

    @property
    def message(self) -> str:
        """The reason in a sentence: "/home is mounted from dm-0 (vg-home), over nvme0n1p3"."""
        return self._text(_c.sriov_pf_use_reason_get_message)


class PFUseReasonList(List["PFUseReason"]):
    """The reasons not to disturb a PF."""

    __slots__ = ()
    _handle_type = _c.PFUseReasonList

    def __len__(self) -> int:
        return self._number(_c.sriov_pf_use_reason_list_get_count)

    def _at(self, position: int) -> PFUseReason:
        return self._object(PFUseReason, _c.sriov_pf_use_reason_list_get, position)
