# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Virtual functions."""

from __future__ import annotations

from typing import Optional, Union

from . import device as _device
from . import error as _error
from . import netdev as _netdev
from . import owner as _owner
from . import pf as _pf
from . import reservation as _reservation
from . import vf_settings as _vf_settings
from . import vf_statistics as _vf_statistics
from . import vf_use as _vf_use
from . import vfio_many as _vfio_many
from . import _c
from ._runtime import calls, values
from ._runtime.objects import Object
from ._runtime.sequences import List


class VF(Object):
    """A virtual function as it was when it was read. Immutable and counted; holds its PF."""

    __slots__ = ()
    _handle_type = _c.VF
    _shown = ("device", "interface", "index")

    @property
    def pf(self) -> _pf.PF:
        """The PF that it is a function of."""
        return self._object(_pf.PF, _c.sriov_vf_get_pf)

    @property
    def index(self) -> int:
        """Its number among the VFs of its PF, from 0.

        Returns:
            the index.
        """
        return self._number(_c.sriov_vf_get_index)

    @property
    def device(self) -> _device.Device:
        """The VF as a PCI device: address, driver, group and so on."""
        return self._object(_device.Device, _c.sriov_vf_get_device)

    @property
    def error(self) -> Optional[_error.SriovError]:
        """Why a VF in a list could not be read.

        Returns:
            None when all is well. With an error only its PF and index are known.
        """
        return self._error(_error.SriovError, _c.sriov_vf_get_error)

    @property
    def interface(self) -> Optional[str]:
        """Its network interface; of several the first by name.

        Returns:
            None when it has none that is seen here, as when it is bound to VFIO.
        """
        return self._text_or_none(_c.sriov_vf_get_interface)

    def read_settings(self) -> _vf_settings.VFSettings:
        """What the PF enforces on this VF.

        Raises:
            NoMemoryError: out of memory.
            UnsupportedError: the PF has no network interface, or its driver tells nothing of
                VFs.
            NotFoundError: the PF has no VF of that index any more, or its interface is in
                another network namespace.
            GoneError: the device was removed.
            BusyError: the driver leaves the VF out of its answer, as while it resets: try
                again; or the kernel was asked before, and that is not over.
            TimeoutError: the kernel does not answer in time; see the argument deadline_ms of
                Context().
            ForbiddenError: the caller may not use netlink.
            MalformedError: the kernel's answer does not hold the VFs that it promises.
            FailedError: the kernel did not answer.

        Kernel interface:
            rtnetlink `RTM_GETLINK` with `RTEXT_FILTER_VF`.
        """
        out = calls.Instance(_vf_settings.VFSettings)
        calls.call(_c.sriov_vf_read_settings, self._pointer, out)
        return out.value

    def set_mac(self, mac: str) -> None:
        """Sets its MAC (the admin MAC). Some drivers show it in the VF only after the VF's driver
        is loaded again.

        Args:
            mac: six bytes in hexadecimal with colons, "52:54:00:00:00:01": not a multicast
                address. All zeros take the admin MAC away, where the driver allows it.

        Raises:
            InvalidError: an argument is None, malformed or out of its range.
            UnsupportedError: the PF has no network interface, or its driver no such setting.
            NotFoundError: the PF has no VF of that index any more, or its interface is in
                another network namespace.
            ForbiddenError: the caller lacks CAP_NET_ADMIN.
            GoneError: the device was removed.
            BusyError: the driver cannot now, for instance while the VF resets: try again; or an
                earlier change of the PF is not over.
            TimeoutError: it is not over in time, and goes on; see the argument deadline_ms of
                Context().
            FailedError: the driver refused, or it is not known what it did: the message tells.
            NoMemoryError: out of memory.

        Kernel interface:
            rtnetlink `RTM_SETLINK` with `IFLA_VF_MAC`.
        """
        calls.call(_c.sriov_vf_set_mac, self._pointer, values.text(mac, "mac"))

    def set_vlan(self, vlan_id: int, qos: int) -> None:
        """Puts the VF in a VLAN (802.1Q) without its knowing.

        Args:
            vlan_id: 1 to 4094; 0 takes the VLAN away.
            qos: the priority of the tag, 0 to 7; 0 without a VLAN.

        Raises:
            InvalidError: an argument is None, malformed or out of its range.
            UnsupportedError: the PF has no network interface, or its driver no such setting.
            NotFoundError: the PF has no VF of that index any more, or its interface is in
                another network namespace.
            ForbiddenError: the caller lacks CAP_NET_ADMIN.
            GoneError: the device was removed.
            BusyError: the driver cannot now, for instance while the VF resets: try again; or an
                earlier change of the PF is not over.
            TimeoutError: it is not over in time, and goes on; see the argument deadline_ms of
                Context().
            FailedError: the driver refused, or it is not known what it did: the message tells.
            NoMemoryError: out of memory.

        Kernel interface:
            rtnetlink `RTM_SETLINK` with `IFLA_VF_VLAN`.
        """
        calls.call(
            _c.sriov_vf_set_vlan,
            self._pointer,
            values.unsigned_int(vlan_id, "vlan_id"),
            values.unsigned_int(qos, "qos"),
        )

    def set_spoof_check(self, enable: bool) -> None:
        """Sets its spoof check.

        Args:
            enable: True to drop frames with a source MAC that is not the VF's.

        Raises:
            InvalidError: an argument is None, malformed or out of its range.
            UnsupportedError: the PF has no network interface, or its driver no such setting.
            NotFoundError: the PF has no VF of that index any more, or its interface is in
                another network namespace.
            ForbiddenError: the caller lacks CAP_NET_ADMIN.
            GoneError: the device was removed.
            BusyError: the driver cannot now, for instance while the VF resets: try again; or an
                earlier change of the PF is not over.
            TimeoutError: it is not over in time, and goes on; see the argument deadline_ms of
                Context().
            FailedError: the driver refused, or it is not known what it did: the message tells.
            NoMemoryError: out of memory.

        Kernel interface:
            rtnetlink `RTM_SETLINK` with `IFLA_VF_SPOOFCHK`.
        """
        calls.call(_c.sriov_vf_set_spoof_check, self._pointer, values.boolean(enable, "enable"))

    def set_trust(self, enable: bool) -> None:
        """Sets its trust.

        Args:
            enable: True to let the VF override its admin MAC and ask for promiscuous mode.

        Raises:
            InvalidError: an argument is None, malformed or out of its range.
            UnsupportedError: the PF has no network interface, or its driver no such setting.
            NotFoundError: the PF has no VF of that index any more, or its interface is in
                another network namespace.
            ForbiddenError: the caller lacks CAP_NET_ADMIN.
            GoneError: the device was removed.
            BusyError: the driver cannot now, for instance while the VF resets: try again; or an
                earlier change of the PF is not over.
            TimeoutError: it is not over in time, and goes on; see the argument deadline_ms of
                Context().
            FailedError: the driver refused, or it is not known what it did: the message tells.
            NoMemoryError: out of memory.

        Kernel interface:
            rtnetlink `RTM_SETLINK` with `IFLA_VF_TRUST`.
        """
        calls.call(_c.sriov_vf_set_trust, self._pointer, values.boolean(enable, "enable"))

    def set_link_state(self, state: _vf_settings.LinkState) -> None:
        """Sets what link it sees.

        Args:
            state: what link the VF is to see.

        Raises:
            InvalidError: an argument is None, malformed or out of its range.
            UnsupportedError: the PF has no network interface, or its driver no such setting.
            NotFoundError: the PF has no VF of that index any more, or its interface is in
                another network namespace.
            ForbiddenError: the caller lacks CAP_NET_ADMIN.
            GoneError: the device was removed.
            BusyError: the driver cannot now, for instance while the VF resets: try again; or an
                earlier change of the PF is not over.
            TimeoutError: it is not over in time, and goes on; see the argument deadline_ms of
                Context().
            FailedError: the driver refused, or it is not known what it did: the message tells.
            NoMemoryError: out of memory.

        Kernel interface:
            rtnetlink `RTM_SETLINK` with `IFLA_VF_LINK_STATE`.
        """
        calls.call(
            _c.sriov_vf_set_link_state,
            self._pointer,
            values.member(state, _vf_settings.LinkState, "state"),
        )

    def set_vlan_with_protocol(
        self, vlan_id: int, qos: int, protocol: _vf_settings.VLANProtocol
    ) -> None:
        """Puts the VF in a VLAN of this protocol without its knowing.

        In a VLAN of 802.1ad the VF may use VLANs of its own (802.1Q), behind the tag of the PF.

        Args:
            vlan_id: 1 to 4094; 0 takes the VLAN away, whatever its protocol is.
            qos: the priority of the tag, 0 to 7; 0 without a VLAN.
            protocol: of the tag; without a VLAN it does not matter which.

        Raises:
            InvalidError: an argument is None, malformed or out of its range.
            UnsupportedError: the PF has no network interface, or its driver no such setting or
                not this protocol.
            NotFoundError: the PF has no VF of that index any more, or its interface is in
                another network namespace.
            ForbiddenError: the caller lacks CAP_NET_ADMIN.
            GoneError: the device was removed.
            BusyError: the driver cannot now, for instance while the VF resets: try again; or an
                earlier change of the PF is not over.
            TimeoutError: it is not over in time, and goes on; see the argument deadline_ms of
                Context().
            FailedError: the driver refused, or it is not known what it did: the message tells.
            NoMemoryError: out of memory.

        Kernel interface:
            rtnetlink `RTM_SETLINK` with `IFLA_VF_VLAN`, with 802.1ad `IFLA_VF_VLAN_LIST`.
        """
        calls.call(
            _c.sriov_vf_set_vlan_with_protocol,
            self._pointer,
            values.unsigned_int(vlan_id, "vlan_id"),
            values.unsigned_int(qos, "qos"),
            values.member(protocol, _vf_settings.VLANProtocol, "protocol"),
        )

    def set_rates(self, min_mbps: int, max_mbps: int) -> None:
        """Sets both its rates.

        Args:
            min_mbps: what it can always send, in Mb/s, not above the maximum; 0 for none.
            max_mbps: what it cannot send more than, in Mb/s; 0 for no limit. Many drivers want
                no more than the speed of the PF's link, and some (igb) want the link.

        Raises:
            InvalidError: an argument is None, malformed or out of its range.
            UnsupportedError: the PF has no network interface, or its driver no such setting or
                no minimum.
            NotFoundError: the PF has no VF of that index any more, or its interface is in
                another network namespace.
            ForbiddenError: the caller lacks CAP_NET_ADMIN.
            GoneError: the device was removed.
            BusyError: the driver cannot now, for instance while the VF resets: try again; or an
                earlier change of the PF is not over.
            TimeoutError: it is not over in time, and goes on; see the argument deadline_ms of
                Context().
            FailedError: the driver refused, or it is not known what it did: the message tells.
            NoMemoryError: out of memory.

        Kernel interface:
            rtnetlink `RTM_SETLINK` with `IFLA_VF_RATE`.
        """
        calls.call(
            _c.sriov_vf_set_rates,
            self._pointer,
            values.unsigned_int(min_mbps, "min_mbps"),
            values.unsigned_int(max_mbps, "max_mbps"),
        )

    def set_min_rate(self, min_mbps: int) -> None:
        """Sets its minimum rate and keeps its maximum, which is read first: the kernel only knows
        both together.

        Args:
            min_mbps: what it can always send, in Mb/s, not above the maximum; 0 for none.

        Raises:
            InvalidError: an argument is None, malformed or out of its range.
            UnsupportedError: the PF has no network interface, or its driver no such setting.
            NotFoundError: the PF has no VF of that index any more, or its interface is in
                another network namespace.
            ForbiddenError: the caller lacks CAP_NET_ADMIN.
            GoneError: the device was removed.
            BusyError: the driver cannot now, for instance while the VF resets: try again; or an
                earlier change of the PF is not over.
            TimeoutError: it is not over in time, and goes on; see the argument deadline_ms of
                Context().
            MalformedError: the other rate is not understood.
            FailedError: the driver refused, or it is not known what it did: the message tells.
            NoMemoryError: out of memory.

        Kernel interface:
            rtnetlink `RTM_SETLINK` with `IFLA_VF_RATE`.
        """
        calls.call(
            _c.sriov_vf_set_min_rate, self._pointer, values.unsigned_int(min_mbps, "min_mbps")
        )

    def set_max_rate(self, max_mbps: int) -> None:
        """Sets its maximum rate and keeps its minimum, which is read first: the kernel only knows
        both together.

        Args:
            max_mbps: what it cannot send more than, in Mb/s; 0 for no limit. Many drivers want
                no more than the speed of the PF's link, and some (igb) want the link.

        Raises:
            InvalidError: an argument is None, malformed or out of its range.
            UnsupportedError: the PF has no network interface, or its driver no such setting.
            NotFoundError: the PF has no VF of that index any more, or its interface is in
                another network namespace.
            ForbiddenError: the caller lacks CAP_NET_ADMIN.
            GoneError: the device was removed.
            BusyError: the driver cannot now, for instance while the VF resets: try again; or an
                earlier change of the PF is not over.
            TimeoutError: it is not over in time, and goes on; see the argument deadline_ms of
                Context().
            MalformedError: the other rate is not understood.
            FailedError: the driver refused, or it is not known what it did: the message tells.
            NoMemoryError: out of memory.

        Kernel interface:
            rtnetlink `RTM_SETLINK` with `IFLA_VF_RATE`, before Linux 3.16 `IFLA_VF_TX_RATE`.
        """
        calls.call(
            _c.sriov_vf_set_max_rate, self._pointer, values.unsigned_int(max_mbps, "max_mbps")
        )

    def set_rss_query(self, enable: bool) -> None:
        """Sets whether it may read the PF's table and key of receive side scaling (RSS).

        Args:
            enable: True to let it.

        Raises:
            InvalidError: an argument is None, malformed or out of its range.
            UnsupportedError: the PF has no network interface, or its driver no such setting.
            NotFoundError: the PF has no VF of that index any more, or its interface is in
                another network namespace.
            ForbiddenError: the caller lacks CAP_NET_ADMIN.
            GoneError: the device was removed.
            BusyError: the driver cannot now, for instance while the VF resets: try again; or an
                earlier change of the PF is not over.
            TimeoutError: it is not over in time, and goes on; see the argument deadline_ms of
                Context().
            FailedError: the driver refused, or it is not known what it did: the message tells.
            NoMemoryError: out of memory.

        Kernel interface:
            rtnetlink `RTM_SETLINK` with `IFLA_VF_RSS_QUERY_EN`.
        """
        calls.call(_c.sriov_vf_set_rss_query, self._pointer, values.boolean(enable, "enable"))

    def set_node_guid(self, guid: int) -> None:
        """Sets its GUID as a node of InfiniBand.

        Args:
            guid: 64 bits, the first byte on the wire the highest; 0 takes it away, where the
                driver allows it.

        Raises:
            InvalidError: an argument is None, malformed or out of its range.
            UnsupportedError: the PF has no network interface, or its driver no such setting, as
                with every PF that is none of InfiniBand.
            NotFoundError: the PF has no VF of that index any more, or its interface is in
                another network namespace.
            ForbiddenError: the caller lacks CAP_NET_ADMIN.
            GoneError: the device was removed.
            BusyError: the driver cannot now, for instance while the VF resets: try again; or an
                earlier change of the PF is not over.
            TimeoutError: it is not over in time, and goes on; see the argument deadline_ms of
                Context().
            FailedError: the driver refused, or it is not known what it did: the message tells.
            NoMemoryError: out of memory.

        Kernel interface:
            rtnetlink `RTM_SETLINK` with `IFLA_VF_IB_NODE_GUID`.
        """
        calls.call(_c.sriov_vf_set_node_guid, self._pointer, values.uint64_t(guid, "guid"))

    def set_port_guid(self, guid: int) -> None:
        """Sets the GUID of its port of InfiniBand.

        Args:
            guid: 64 bits, the first byte on the wire the highest; 0 takes it away, where the
                driver allows it.

        Raises:
            InvalidError: an argument is None, malformed or out of its range.
            UnsupportedError: the PF has no network interface, or its driver no such setting, as
                with every PF that is none of InfiniBand.
            NotFoundError: the PF has no VF of that index any more, or its interface is in
                another network namespace.
            ForbiddenError: the caller lacks CAP_NET_ADMIN.
            GoneError: the device was removed.
            BusyError: the driver cannot now, for instance while the VF resets: try again; or an
                earlier change of the PF is not over.
            TimeoutError: it is not over in time, and goes on; see the argument deadline_ms of
                Context().
            FailedError: the driver refused, or it is not known what it did: the message tells.
            NoMemoryError: out of memory.

        Kernel interface:
            rtnetlink `RTM_SETLINK` with `IFLA_VF_IB_PORT_GUID`.
        """
        calls.call(_c.sriov_vf_set_port_guid, self._pointer, values.uint64_t(guid, "guid"))

    def set_msix_count(self, vectors: int) -> None:
        """Gives the VF so many MSI-X vectors of the PF's pool.

        They are seen in the MSI-X capability of the VF, and by the driver that is bound next.

        Args:
            vectors: 1 to 2048; 0 for as many as the device gives by itself.

        Raises:
            InvalidError: the PF's driver takes no such number.
            UnsupportedError: the PF's driver gives each VF a fixed number, or the kernel is
                older than 5.13.
            BusyError: a driver is bound to the VF: the message names it.
            TimeoutError: it is not over in time, and goes on; see the argument deadline_ms of
                Context().
            NoDriverError: no driver is bound to the PF.
            GoneError: the VF or the PF was removed.
            ForbiddenError: it takes root and a writable sysfs.
            FailedError: the pool has not so many left (ENOSPC), or the driver refused.
            NoMemoryError: out of memory.

        Kernel interface:
            `sriov_vf_msix_count` of the VF.
        """
        calls.call(
            _c.sriov_vf_set_msix_count, self._pointer, values.unsigned_int(vectors, "vectors")
        )

    def format_libvirt_hostdev(self, managed: bool) -> str:
        """One certain VF as a host device of a machine: for a domain's `devices` or `virsh
        attach-device`.

        It is a plain `hostdev`, so that it does for VFs of every kind, and libvirt leaves the MAC,
        VLAN and all else as the functions of `sriov_vf` set it. (An `interface` of type `hostdev`
        would be given a MAC by libvirt, over the one that the VF has.)

        Args:
            managed: True when libvirt is to bind it to VFIO and back; False when that is done
                already.

        Returns:
            escaped, UTF-8.

        Raises:
            InvalidError: the VF has a VF.error.
            NoMemoryError: out of memory.
        """
        out = calls.Text()
        calls.call(
            _c.sriov_libvirt_format_hostdev, self._pointer, values.boolean(managed, "managed"), out
        )
        return out.value

    def read_representor(self) -> _netdev.Netdev:
        """Finds the representor of one VF.

        Raises:
            NoMemoryError: out of memory.
            UnsupportedError: the PF's driver has no switchdev mode.
            NoDriverError: no driver is bound to the PF.
            NotFoundError: the switch is in legacy mode, in which VFs have none (see
                PF.set_eswitch_mode()), or the VF's is in another network namespace.
            GoneError: the PF was removed.
            BusyError: the interfaces or ports of the host changed each time they were read: try
                again; or the kernel was asked before, and that is not over.
            TimeoutError: the kernel does not answer in time; see the argument deadline_ms of
                Context().
            ForbiddenError: the caller may not use netlink.
            MalformedError: the kernel's answer is not understood.
            FailedError: the kernel did not answer.

        Kernel interface:
            devlink `DEVLINK_CMD_PORT_GET`: the port of the flavour `pcivf` with the VF's number.
            Where the driver has no such ports, rtnetlink `RTM_GETLINK`: the interface on the PF's
            switch (`IFLA_PHYS_SWITCH_ID`) that is called (`IFLA_PHYS_PORT_NAME`) "pf0vf3",
            "c1pf0vf3", "pf0vfr3", "vf3" or "3".
        """
        out = calls.Instance(_netdev.Netdev)
        calls.call(_c.sriov_vf_read_representor, self._pointer, out)
        return out.value

    def reserve(
        self,
        *,
        owner: Union[str, None, values.Default] = values.DEFAULT,
        driver: Union[str, None, values.Default] = values.DEFAULT,
        allow_in_use: Optional[bool] = None,
    ) -> _reservation.Reservation:
        """Reserves this VF.

        First it is reserved, then looked at: of two agents that come at once one has it, and what
        the other did with it before is seen. While a plan is carried out, the VFs that it would
        disturb are reserved by whoever does so, and those that it makes from before they are there:
        a VF of a plan that is not over may go again.

        Args:
            owner: What the owner calls himself, for others to read; "my-agent 1.2": 1 to 64
                bytes without control characters; None for the process's command.
            driver: Which driver the VF has to be on; a driver's name, such as "vfio-pci"; None
                for any, and for none.
            allow_in_use: Whether the VF may be in use: for an agent that starts again and
                reserves what the machines that it had started use. It counts for VF.reserve(), and
                not where any VF of many is given; False is the default.

        Returns:
            which frees the VF for others.

        Raises:
            InvalidError: the VF is one of a list that could not be read.
            BusyError: somebody has reserved it, or it is in use as VFUse.is_in_use says; the
                message tells who or what it is.
            NoDriverError: it is not on the driver that is wanted.
            GoneError: the VF was removed.
            ForbiddenError: the runtime directory may not be opened or is not this user's alone,
                or sysfs or procfs may not be read.
            NotFoundError: the directory that the runtime directory is to be made in is not
                there, or there is no procfs where the context looks for it.
            FailedError: the file cannot be made, written or locked, or the VF not be read.
            NoMemoryError: out of memory.

        Kernel interface:
            flock() on `/run/libsriov/reservation/ADDRESS`, of the VF and of its PF, and what
            VF.read_use() reads.
        """
        out = calls.Instance(_reservation.Reservation)
        calls.call(
            _c.sriov_vf_reserve,
            self._pointer,
            _reservation.reservation_options(owner=owner, driver=driver, allow_in_use=allow_in_use),
            out,
        )
        return out.value

    def read_reservation_owner(self) -> Optional[_owner.Owner]:
        """Who has reserved a VF, or has all VFs of its PF since he makes or removes some. It is not
        taken from anybody by that.

        Returns:
            None when nobody has reserved it.

        Raises:
            InvalidError: the VF is one of a list that could not be read.
            ForbiddenError: the runtime directory may not be opened, or is not this user's
                alone.
            FailedError: the file cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            flock() on `/run/libsriov/reservation/ADDRESS`, of the VF and of its PF; of the owner,
            `/proc/PID/stat`.
        """
        out = calls.Instance(_owner.Owner)
        calls.call(_c.sriov_vf_read_reservation_owner, self._pointer, out)
        return out.optional

    def read_statistics(self) -> _vf_statistics.VFStatistics:
        """The statistics of one VF.

        Raises:
            NoMemoryError: out of memory.
            UnsupportedError: the PF has no network interface, or its driver tells nothing of
                VFs.
            NotFoundError: the PF has no VF of that index any more, or its interface is in
                another network namespace.
            GoneError: the device was removed.
            BusyError: the driver leaves the VF out of its answer, as while it resets: try
                again; or the kernel was asked before, and that is not over.
            TimeoutError: the kernel does not answer in time; see the argument deadline_ms of
                Context().
            ForbiddenError: the caller may not use netlink.
            MalformedError: the kernel's answer does not hold the VFs that it promises.
            FailedError: the kernel did not answer.

        Kernel interface:
            rtnetlink `RTM_GETLINK` with `RTEXT_FILTER_VF`: `IFLA_VF_STATS`.
        """
        out = calls.Instance(_vf_statistics.VFStatistics)
        calls.call(_c.sriov_vf_read_statistics, self._pointer, out)
        return out.value

    def read_use(self) -> _vf_use.VFUse:
        """Finds out what a VF is used for.

        A device that is open through VFIO is enabled, and one that is not is not: that tells even
        where the caller may not see the processes. Who it is that holds it, VFUse.holders knows as
        far as the caller may see it.

        Raises:
            InvalidError: the VF is one of a list that could not be read.
            GoneError: the VF was removed.
            ForbiddenError: sysfs or procfs may not be read.
            NotFoundError: there is no procfs where the context looks for it.
            FailedError: it cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            `driver`, `enable`, `net/`, of its interfaces `flags`, `master` and `upper_*`; for those
            on VFIO what Device.list_holders() reads. Neither `uevent` nor `sriov_numvfs`, which may
            wait. In a context of another network namespace rtnetlink tells of the interfaces, and
            of what is above them only the master.
        """
        out = calls.Instance(_vf_use.VFUse)
        calls.call(_c.sriov_vf_read_use, self._pointer, out)
        return out.value


class VFList(List["VF"]):
    """VFs of one PF, in the order of their indexes. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.VFList

    def __len__(self) -> int:
        return self._number(_c.sriov_vf_list_get_count)

    def _at(self, position: int) -> VF:
        return self._object(VF, _c.sriov_vf_list_get, position)

    def bind_vfio_vfs(
        self,
        *,
        driver: Union[str, None, values.Default] = values.DEFAULT,
        best_driver: Optional[bool] = None,
        parallelism: Optional[int] = None,
        all_or_nothing: Optional[bool] = None,
    ) -> _vfio_many.VFIOList:
        """The same for VFs, as PF.list_vfs() gives them.

        Args:
            driver: Which driver all devices get; a VFIO driver's name; None for "vfio-pci".
            best_driver: Whether each device gets the driver that Device.find_vfio_driver()
                finds for it, instead of one that is the same for all; True for the driver that fits
                best.
            parallelism: How many devices are worked on at once; 1 to 64.
            all_or_nothing: Whether none is bound when one cannot be: those that were are put
                back to what they were; False is the default: what was bound stays bound.

        Returns:
            as DeviceList.bind_vfio_many() gives it.

        Raises:
            InvalidError: `vfs` or `list` is None, VFs are of different contexts, or one is in
                the list twice.
            PartialError: as with DeviceList.bind_vfio_many().
            NoMemoryError: out of memory.
            WouldDestroyError: as with DeviceList.bind_vfio_many().
            BusyError: as with DeviceList.bind_vfio_many().
            TimeoutError: as with DeviceList.bind_vfio_many().
            NoDriverError: as with DeviceList.bind_vfio_many().
            UnsupportedError: as with DeviceList.bind_vfio_many().
            ForbiddenError: as with DeviceList.bind_vfio_many().
            GoneError: as with DeviceList.bind_vfio_many().
            MalformedError: as with DeviceList.bind_vfio_many().
            FailedError: as with DeviceList.bind_vfio_many().

        Kernel interface:
            That of Device.bind_vfio() for each VF.
        """
        out = calls.Instance(_vfio_many.VFIOList)
        calls.call(
            _c.sriov_vfio_bind_vfs,
            self._pointer,
            _vfio_many.vfio_bind_options(
                driver=driver,
                best_driver=best_driver,
                parallelism=parallelism,
                all_or_nothing=all_or_nothing,
            ),
            out,
        )
        return out.value
