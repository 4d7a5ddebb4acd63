# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Many settings of many VFs in one send."""

from __future__ import annotations

from typing import Optional, Tuple

from . import error as _error
from . import pf as _pf
from . import vf_settings as _vf_settings
from . import _c
from ._runtime import calls, values
from ._runtime.enums import Value
from ._runtime.objects import Object


class VFIndex(Value):
    """An index that stands for many VFs."""

    # Every VF that the PF has when the change is added: one change for each of them.
    ALL = 0x7fffffff


class VFChangeResult(Value):
    """What became of a change."""

    # The kernel's answers were lost, and the driver does not have the value now.
    UNKNOWN = -1
    # It was not sent.
    NOT_SENT = 0
    # It was made: the driver told the value when it was read back.
    APPLIED = 1
    # It was accepted, and could not be compared: the driver does not tell this setting, tells
    # nothing of this VF now, or a later change of the same call took its place.
    ACCEPTED = 2
    # It was accepted, and the driver told another value when it was read back. Some drivers round
    # (rates), some need a moment (i40e, ice), some need the VF's driver to be loaded again: read
    # the settings later to see. VFChanges.get_error() tells both values.
    DIFFERENT = 3
    # It was refused: VFChanges.get_error() tells why.
    REFUSED = 4


class VFChanges(Object):
    """Changes of the settings of one PF's VFs, and what became of them. Counted; holds its PF. For
    one thread at a time.
    """

    __slots__ = ()
    _handle_type = _c.VFChanges
    _changes = True

    def __init__(self, pf: _pf.PF) -> None:
        """Makes an empty set of changes, and finds the network interface that takes them.

        The interface is kept by its index and stays the same while it is renamed.

        Args:
            pf: the PF.

        Raises:
            UnsupportedError: the PF has no network interface.
            NotFoundError: its interface is in another network namespace.
            GoneError: the device was removed.
            ForbiddenError: the caller may not use netlink, or not read the device.
            MalformedError: the kernel's description of the interface is not understood.
            FailedError: the interface cannot be read.
            NoMemoryError: out of memory.
            BusyError: the kernel was asked before, and that is not over.
            TimeoutError: the kernel does not answer in time; see the argument deadline_ms of
                Context().

        Kernel interface:
            `net/` and `ifindex` of the PF, rtnetlink `RTM_GETLINK`.
        """
        out = calls.Instance(VFChanges)
        calls.call(_c.sriov_vf_changes_new, values.instance(pf, _pf.PF, "pf"), out)
        self._begin(out.target)

    def set_mac(self, vf_index: int, mac: str) -> None:
        """Adds: a VF's MAC (the admin MAC). Nothing is sent yet.

        Args:
            vf_index: from 0 to 65535; VFIndex.ALL only to take every MAC away.
            mac: six bytes in hexadecimal with colons, "52:54:00:00:00:01": not a multicast
                address. All zeros take the admin MAC away, where the driver allows it.

        Raises:
            InvalidError: an argument is None, malformed or out of its range.
            NoMemoryError: out of memory.
            GoneError: all VFs were asked for, and the PF was removed.
            ForbiddenError: all VFs were asked for, and the PF may not be read.
            FailedError: all VFs were asked for, and the PF cannot be read.

        Kernel interface:
            `IFLA_VF_MAC`; the links `virtfnN` for all VFs.
        """
        calls.call(
            _c.sriov_vf_changes_set_mac,
            self._pointer,
            values.unsigned_int(vf_index, "vf_index"),
            values.text(mac, "mac"),
        )

    def set_vlan(
        self, vf_index: int, vlan_id: int, qos: int, protocol: _vf_settings.VLANProtocol
    ) -> None:
        """Adds: the VLAN that a VF is put in without knowing it. Nothing is sent yet.

        Args:
            vf_index: from 0 to 65535, or VFIndex.ALL.
            vlan_id: 1 to 4094; 0 takes the VLAN away, whatever its protocol is.
            qos: the priority of the tag, 0 to 7; 0 without a VLAN.
            protocol: of the tag; without a VLAN it does not matter which.

        Raises:
            InvalidError: out of its range.
            NoMemoryError: out of memory.
            GoneError: all VFs were asked for, and the PF was removed.
            ForbiddenError: all VFs were asked for, and the PF may not be read.
            FailedError: all VFs were asked for, and the PF cannot be read.

        Kernel interface:
            `IFLA_VF_VLAN`, with 802.1ad `IFLA_VF_VLAN_LIST`; the links `virtfnN` for all VFs.
        """
        calls.call(
            _c.sriov_vf_changes_set_vlan,
            self._pointer,
            values.unsigned_int(vf_index, "vf_index"),
            values.unsigned_int(vlan_id, "vlan_id"),
            values.unsigned_int(qos, "qos"),
            values.member(protocol, _vf_settings.VLANProtocol, "protocol"),
        )

    def set_rates(self, vf_index: int, min_mbps: int, max_mbps: int) -> None:
        """Adds: both rates of a VF. Nothing is sent yet.

        Args:
            vf_index: from 0 to 65535, or VFIndex.ALL.
            min_mbps: in Mb/s, not above the maximum; 0 for none.
            max_mbps: in Mb/s; 0 for no limit.

        Raises:
            InvalidError: out of its range.
            NoMemoryError: out of memory.
            GoneError: all VFs were asked for, and the PF was removed.
            ForbiddenError: all VFs were asked for, and the PF may not be read.
            FailedError: all VFs were asked for, and the PF cannot be read.

        Kernel interface:
            `IFLA_VF_RATE`; the links `virtfnN` for all VFs.
        """
        calls.call(
            _c.sriov_vf_changes_set_rates,
            self._pointer,
            values.unsigned_int(vf_index, "vf_index"),
            values.unsigned_int(min_mbps, "min_mbps"),
            values.unsigned_int(max_mbps, "max_mbps"),
        )

    def set_min_rate(self, vf_index: int, min_mbps: int) -> None:
        """Adds: the minimum rate of a VF, which keeps its maximum. Nothing is sent yet.

        The kernel only knows both together, so the maximum is read before all changes are sent.

        Args:
            vf_index: from 0 to 65535, or VFIndex.ALL.
            min_mbps: in Mb/s; 0 for none.

        Raises:
            InvalidError: out of its range.
            NoMemoryError: out of memory.
            GoneError: all VFs were asked for, and the PF was removed.
            ForbiddenError: all VFs were asked for, and the PF may not be read.
            FailedError: all VFs were asked for, and the PF cannot be read.

        Kernel interface:
            `IFLA_VF_RATE`; the links `virtfnN` for all VFs.
        """
        calls.call(
            _c.sriov_vf_changes_set_min_rate,
            self._pointer,
            values.unsigned_int(vf_index, "vf_index"),
            values.unsigned_int(min_mbps, "min_mbps"),
        )

    def set_max_rate(self, vf_index: int, max_mbps: int) -> None:
        """Adds: the maximum rate of a VF, which keeps its minimum. Nothing is sent yet.

        The kernel only knows both together, so the minimum is read before all changes are sent.

        Args:
            vf_index: from 0 to 65535, or VFIndex.ALL.
            max_mbps: in Mb/s; 0 for no limit.

        Raises:
            InvalidError: out of its range.
            NoMemoryError: out of memory.
            GoneError: all VFs were asked for, and the PF was removed.
            ForbiddenError: all VFs were asked for, and the PF may not be read.
            FailedError: all VFs were asked for, and the PF cannot be read.

        Kernel interface:
            `IFLA_VF_RATE`, before Linux 3.16 `IFLA_VF_TX_RATE`; the links `virtfnN` for all VFs.
        """
        calls.call(
            _c.sriov_vf_changes_set_max_rate,
            self._pointer,
            values.unsigned_int(vf_index, "vf_index"),
            values.unsigned_int(max_mbps, "max_mbps"),
        )

    def set_spoof_check(self, vf_index: int, enable: bool) -> None:
        """Adds: a VF's spoof check. Nothing is sent yet.

        Args:
            vf_index: from 0 to 65535, or VFIndex.ALL.
            enable: True to drop frames with a source MAC that is not the VF's.

        Raises:
            InvalidError: out of its range.
            NoMemoryError: out of memory.
            GoneError: all VFs were asked for, and the PF was removed.
            ForbiddenError: all VFs were asked for, and the PF may not be read.
            FailedError: all VFs were asked for, and the PF cannot be read.

        Kernel interface:
            `IFLA_VF_SPOOFCHK`; the links `virtfnN` for all VFs.
        """
        calls.call(
            _c.sriov_vf_changes_set_spoof_check,
            self._pointer,
            values.unsigned_int(vf_index, "vf_index"),
            values.boolean(enable, "enable"),
        )

    def set_trust(self, vf_index: int, enable: bool) -> None:
        """Adds: a VF's trust. Nothing is sent yet.

        Args:
            vf_index: from 0 to 65535, or VFIndex.ALL.
            enable: True to let the VF override its admin MAC and ask for promiscuous mode.

        Raises:
            InvalidError: out of its range.
            NoMemoryError: out of memory.
            GoneError: all VFs were asked for, and the PF was removed.
            ForbiddenError: all VFs were asked for, and the PF may not be read.
            FailedError: all VFs were asked for, and the PF cannot be read.

        Kernel interface:
            `IFLA_VF_TRUST`; the links `virtfnN` for all VFs.
        """
        calls.call(
            _c.sriov_vf_changes_set_trust,
            self._pointer,
            values.unsigned_int(vf_index, "vf_index"),
            values.boolean(enable, "enable"),
        )

    def set_link_state(self, vf_index: int, state: _vf_settings.LinkState) -> None:
        """Adds: what link a VF sees. Nothing is sent yet.

        Args:
            vf_index: from 0 to 65535, or VFIndex.ALL.
            state: what link the VF is to see.

        Raises:
            InvalidError: out of its range.
            NoMemoryError: out of memory.
            GoneError: all VFs were asked for, and the PF was removed.
            ForbiddenError: all VFs were asked for, and the PF may not be read.
            FailedError: all VFs were asked for, and the PF cannot be read.

        Kernel interface:
            `IFLA_VF_LINK_STATE`; the links `virtfnN` for all VFs.
        """
        calls.call(
            _c.sriov_vf_changes_set_link_state,
            self._pointer,
            values.unsigned_int(vf_index, "vf_index"),
            values.member(state, _vf_settings.LinkState, "state"),
        )

    def set_rss_query(self, vf_index: int, enable: bool) -> None:
        """Adds: whether a VF may read the PF's table and key of receive side scaling (RSS). Nothing
        is sent yet.

        Args:
            vf_index: from 0 to 65535, or VFIndex.ALL.
            enable: True to let it.

        Raises:
            InvalidError: out of its range.
            NoMemoryError: out of memory.
            GoneError: all VFs were asked for, and the PF was removed.
            ForbiddenError: all VFs were asked for, and the PF may not be read.
            FailedError: all VFs were asked for, and the PF cannot be read.

        Kernel interface:
            `IFLA_VF_RSS_QUERY_EN`; the links `virtfnN` for all VFs.
        """
        calls.call(
            _c.sriov_vf_changes_set_rss_query,
            self._pointer,
            values.unsigned_int(vf_index, "vf_index"),
            values.boolean(enable, "enable"),
        )

    def set_node_guid(self, vf_index: int, guid: int) -> None:
        """Adds: the GUID of a VF as a node of InfiniBand. Nothing is sent yet.

        Args:
            vf_index: from 0 to 65535; VFIndex.ALL only to take every GUID away.
            guid: 64 bits, the first byte on the wire the highest; 0 takes it away, where the
                driver allows it.

        Raises:
            InvalidError: out of its range.
            NoMemoryError: out of memory.
            GoneError: all VFs were asked for, and the PF was removed.
            ForbiddenError: all VFs were asked for, and the PF may not be read.
            FailedError: all VFs were asked for, and the PF cannot be read.

        Kernel interface:
            `IFLA_VF_IB_NODE_GUID`; the links `virtfnN` for all VFs.
        """
        calls.call(
            _c.sriov_vf_changes_set_node_guid,
            self._pointer,
            values.unsigned_int(vf_index, "vf_index"),
            values.uint64_t(guid, "guid"),
        )

    def set_port_guid(self, vf_index: int, guid: int) -> None:
        """Adds: the GUID of a VF's port of InfiniBand. Nothing is sent yet.

        Args:
            vf_index: from 0 to 65535; VFIndex.ALL only to take every GUID away.
            guid: 64 bits, the first byte on the wire the highest; 0 takes it away, where the
                driver allows it.

        Raises:
            InvalidError: out of its range.
            NoMemoryError: out of memory.
            GoneError: all VFs were asked for, and the PF was removed.
            ForbiddenError: all VFs were asked for, and the PF may not be read.
            FailedError: all VFs were asked for, and the PF cannot be read.

        Kernel interface:
            `IFLA_VF_IB_PORT_GUID`; the links `virtfnN` for all VFs.
        """
        calls.call(
            _c.sriov_vf_changes_set_port_guid,
            self._pointer,
            values.unsigned_int(vf_index, "vf_index"),
            values.uint64_t(guid, "guid"),
        )

    def apply(self) -> None:
        """Makes all changes, in the order in which they were added, and reads back what the driver
        has then.

        The kernel handles each change for itself, so one that is refused does not keep the next
        from being made, and nothing is taken back. Success means that the kernel accepted all of
        them; a driver that tells another value afterwards is no failure, since it may take it
        later: look for VFChangeResult.DIFFERENT with VFChanges.get_count_of(). When the values
        cannot be read back, the results say VFChangeResult.ACCEPTED and the log says why.

        It may be called again: then all changes are made once more.

        Raises:
            PartialError: some changes were made and some not.
            UnsupportedError: the driver has none of these settings, or the kernel tells of no
                minimum rate. Nothing was changed.
            NotFoundError: the PF has none of these VFs any more. Nothing was changed.
            ForbiddenError: the caller lacks CAP_NET_ADMIN. Nothing was changed.
            GoneError: the PF or its interface was removed. Nothing was changed.
            BusyError: the driver cannot now, for instance while the VFs reset: try again; or an
                earlier change of the PF is not over. Nothing was changed.
            TimeoutError: it is not over in time, and goes on; see the argument deadline_ms of
                Context().
            FailedError: the driver refused all of them; or the kernel's answers were lost: the
                results tell which values the driver has.
            MalformedError: the rates that are to be kept are not understood. Nothing was
                changed.
            NoMemoryError: out of memory: the results tell what was done before.

        Kernel interface:
            rtnetlink `RTM_SETLINK`, one message for each change, and `RTM_GETLINK` with
            `RTEXT_FILTER_VF`.
        """
        calls.call(_c.sriov_vf_changes_apply, self._pointer)

    @property
    def count(self) -> int:
        """How many changes were added.

        Returns:
            the number; positions are below it.
        """
        return self._number(_c.sriov_vf_changes_get_count)

    def get_vf_index(self, position: int) -> int:
        """Which VF a change is of.

        Args:
            position: from 0, below VFChanges.count.

        Returns:
            its index; 0 past the end.
        """
        return self._number(_c.sriov_vf_changes_get_vf_index, values.size_t(position, "position"))

    @property
    def vf_indexes(self) -> Tuple[int, ...]:
        """What get_vf_index() gives for each position."""
        return tuple(
            self._number(_c.sriov_vf_changes_get_vf_index, position)
            for position in range(self.count)
        )

    def get_setting(self, position: int) -> _vf_settings.VFSetting:
        """Which setting a change is of.

        Args:
            position: from 0, below VFChanges.count.

        Returns:
            the setting; unknown past the end.
        """
        return self._member(
            _vf_settings.VFSetting,
            _c.sriov_vf_changes_get_setting,
            values.size_t(position, "position"),
        )

    @property
    def settings(self) -> Tuple[_vf_settings.VFSetting, ...]:
        """What get_setting() gives for each position."""
        return tuple(
            self._member(_vf_settings.VFSetting, _c.sriov_vf_changes_get_setting, position)
            for position in range(self.count)
        )

    def get_result(self, position: int) -> VFChangeResult:
        """What became of a change when the changes were applied last.

        Args:
            position: from 0, below VFChanges.count.

        Returns:
            the result; unknown past the end.
        """
        return self._member(
            VFChangeResult, _c.sriov_vf_changes_get_result, values.size_t(position, "position")
        )

    @property
    def results(self) -> Tuple[VFChangeResult, ...]:
        """What get_result() gives for each position."""
        return tuple(
            self._member(VFChangeResult, _c.sriov_vf_changes_get_result, position)
            for position in range(self.count)
        )

    def get_count_of(self, result: VFChangeResult) -> int:
        """How many changes came to this result when they were applied last.

        Args:
            result: any.

        Returns:
            the number.
        """
        return self._number(
            _c.sriov_vf_changes_get_count_of, values.member(result, VFChangeResult, "result")
        )

    def get_error(self, position: int) -> Optional[_error.SriovError]:
        """Why a change was refused, or what the driver told instead of the value.

        Args:
            position: from 0, below VFChanges.count.

        Returns:
            until the changes are applied again; None when there is nothing to say. It names the VF,
            the attribute and the driver; of a different value the code is PartialError.
        """
        return self._error(
            _error.SriovError, _c.sriov_vf_changes_get_error, values.size_t(position, "position")
        )

    @property
    def errors(self) -> Tuple[Optional[_error.SriovError], ...]:
        """What get_error() gives for each position."""
        return tuple(
            self._error(_error.SriovError, _c.sriov_vf_changes_get_error, position)
            for position in range(self.count)
        )
