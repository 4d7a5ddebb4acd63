# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Network interfaces of devices: names, addresses, state, and which port they are."""

from __future__ import annotations

from typing import Optional

from . import device as _device
from . import error as _error
from . import string_list as _string_list
from . import _c
from ._runtime.enums import Value
from ._runtime.objects import Object
from ._runtime.sequences import List


class Operstate(Value):
    """The state of an interface as RFC 2863 names it; the numbers are the kernel's."""

    # The driver does not say, or says what this version does not know.
    UNKNOWN = -1
    # Some part of it is missing.
    NOT_PRESENT = 1
    # It is off, or has no link.
    DOWN = 2
    # The interface below it is down.
    LOWER_LAYER_DOWN = 3
    # It is being tested.
    TESTING = 4
    # It waits for something outside, such as 802.1X.
    DORMANT = 5
    # Packets go through.
    UP = 6


class Netdev(Object):
    """A network interface as it was when it was read. Immutable and counted; holds its device."""

    __slots__ = ()
    _handle_type = _c.Netdev
    _shown = ("device", "name", "index")

    @property
    def error(self) -> Optional[_error.SriovError]:
        """Why an interface in a list could not be read.

        Returns:
            None when all is well. With an error only its name, index and device are known.
        """
        return self._error(_error.SriovError, _c.sriov_netdev_get_error)

    @property
    def device(self) -> Optional[_device.Device]:
        """The PCI device that it is on.

        Returns:
            None for a bond, a bridge and whatever else is on none.
        """
        return self._object_or_none(_device.Device, _c.sriov_netdev_get_device)

    @property
    def name(self) -> str:
        """Its name: "em1"."""
        return self._text(_c.sriov_netdev_get_name)

    @property
    def index(self) -> int:
        """Its index in its network namespace, which stays when it is renamed.

        Returns:
            from 1; 0 for None.
        """
        return self._number(_c.sriov_netdev_get_index)

    @property
    def altnames(self) -> _string_list.StringList:
        """Its other names, by which it may be called as well.

        Returns:
            in the kernel's order; empty when it has none, as always before Linux 5.5.
        """
        return self._object(_string_list.StringList, _c.sriov_netdev_get_altnames)

    @property
    def mac(self) -> Optional[str]:
        """Its hardware address now.

        Returns:
            "52:54:00:00:00:01", for InfiniBand 20 bytes, None when it has none.
        """
        return self._text_or_none(_c.sriov_netdev_get_mac)

    @property
    def permanent_mac(self) -> Optional[str]:
        """The hardware address that it was made with, whatever it was given since.

        Returns:
            None when the driver or the kernel (before 5.6) does not tell.
        """
        return self._text_or_none(_c.sriov_netdev_get_permanent_mac)

    @property
    def mtu_bytes(self) -> int:
        """The longest packet that it takes: its MTU.

        Returns:
            bytes; 0 when not known.
        """
        return self._number(_c.sriov_netdev_get_mtu_bytes)

    @property
    def is_up(self) -> bool:
        """Whether somebody turned it on (`ip link set up`).

        Returns:
            True when it is on, whether or not it has a link.
        """
        return self._boolean(_c.sriov_netdev_is_up)

    @property
    def has_carrier(self) -> bool:
        """Whether there is a link.

        Returns:
            True with a link. An interface that is off has none, to the kernel's knowledge.
        """
        return self._boolean(_c.sriov_netdev_has_carrier)

    @property
    def operstate(self) -> Operstate:
        """Whether packets go through, and if not what is missing.

        Returns:
            the state.
        """
        return self._member(Operstate, _c.sriov_netdev_get_operstate)

    @property
    def speed_mbps(self) -> int:
        """The speed of its link.

        Returns:
            megabits a second; 0 without a link or when the driver does not tell.
        """
        return self._number(_c.sriov_netdev_get_speed_mbps)

    @property
    def kind(self) -> Optional[str]:
        """What kind of interface it is, when it is made by software: "bond", "bridge", "vlan".

        Returns:
            None for a device's own.
        """
        return self._text_or_none(_c.sriov_netdev_get_kind)

    @property
    def master_index(self) -> int:
        """The index of the bond, bridge or other interface that it is a member of.

        Returns:
            from 1; 0 when it is a member of none.
        """
        return self._number(_c.sriov_netdev_get_master_index)

    @property
    def master_name(self) -> Optional[str]:
        """The name of that.

        Returns:
            None when it is a member of none, or of one that has just gone.
        """
        return self._text_or_none(_c.sriov_netdev_get_master_name)

    @property
    def master_kind(self) -> Optional[str]:
        """The kind of that: "bond", "bridge", "team", "openvswitch".

        Returns:
            None when it is a member of none.
        """
        return self._text_or_none(_c.sriov_netdev_get_master_kind)

    @property
    def port_name(self) -> Optional[str]:
        """Which port it is, in the driver's words: "p0" for the wire, "pf0vf3" for VF 3.

        Returns:
            None when the driver does not tell, as those without a switch.

        Kernel interface:
            `IFLA_PHYS_PORT_NAME`.
        """
        return self._text_or_none(_c.sriov_netdev_get_port_name)

    @property
    def port_id(self) -> Optional[str]:
        """An identification of the port, the same for all functions that share it.

        Returns:
            hexadecimal, None when the driver does not tell.

        Kernel interface:
            `IFLA_PHYS_PORT_ID`.
        """
        return self._text_or_none(_c.sriov_netdev_get_port_id)

    @property
    def switch_id(self) -> Optional[str]:
        """An identification of the switch, the same for all its ports and representors.

        Returns:
            hexadecimal, None when it is on no switch, as in legacy mode.

        Kernel interface:
            `IFLA_PHYS_SWITCH_ID`.
        """
        return self._text_or_none(_c.sriov_netdev_get_switch_id)

    @property
    def dev_port(self) -> int:
        """Which port of the device it is, where one device has many.

        Returns:
            from 0; also 0 when not known.

        Kernel interface:
            `dev_port`.
        """
        return self._number(_c.sriov_netdev_get_dev_port)

    @property
    def dev_id(self) -> int:
        """What tells apart interfaces that share a hardware address. Older drivers number their
        ports here.

        Returns:
            from 0; also 0 when not known.

        Kernel interface:
            `dev_id`.
        """
        return self._number(_c.sriov_netdev_get_dev_id)


class NetdevList(List["Netdev"]):
    """Network interfaces in the order of their names. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.NetdevList

    def __len__(self) -> int:
        return self._number(_c.sriov_netdev_list_get_count)

    def _at(self, position: int) -> Netdev:
        return self._object(Netdev, _c.sriov_netdev_list_get, position)
