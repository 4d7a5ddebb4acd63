# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""What drivers tell through devlink: the ports of a card, its serial number and versions."""

from __future__ import annotations

from typing import Optional, Tuple

from . import _c
from ._runtime import values
from ._runtime.enums import Value
from ._runtime.objects import Object
from ._runtime.sequences import List


class DevlinkPortType(Value):
    """What a port carries; the numbers are the kernel's."""

    # A type that this version does not know, or none told.
    UNKNOWN = -1
    # Nothing yet.
    NOT_SET = 0
    # What the other end of the cable is.
    AUTO = 1
    # Ethernet.
    ETHERNET = 2
    # InfiniBand.
    INFINIBAND = 3


class DevlinkPortFlavour(Value):
    """What is at the other end of a port; the numbers are the kernel's."""

    # Something that this version does not know, or nothing told.
    UNKNOWN = -1
    # A cable.
    PHYSICAL = 0
    # The processor, in a switch.
    CPU = 1
    # Another switch.
    DSA = 2
    # A PF.
    PF = 3
    # A VF: the port is its representor.
    VF = 4
    # Nothing but the host: the port of a VF as its own driver has it.
    VIRTUAL = 5
    # Nothing: the port is not used.
    UNUSED = 6
    # A subfunction (SF).
    SF = 7


class DevlinkVersionKind(Value):
    """Since when a version is so."""

    # There is no such version.
    UNKNOWN = -1
    # For ever: a board's revision.
    FIXED = 0
    # Now: the firmware that runs.
    RUNNING = 1
    # From the next start on: the firmware that is in the card's memory.
    STORED = 2


class DevlinkPort(Object):
    """One port of a card as it was when it was read. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.DevlinkPort
    _shown = ("number", "index", "vf_index", "type")

    @property
    def index(self) -> int:
        """Its number among the ports of the device.

        Returns:
            the index; it may be large, and leaves gaps.
        """
        return self._number(_c.sriov_devlink_port_get_index)

    @property
    def type(self) -> DevlinkPortType:
        """What it carries.

        Returns:
            the type.
        """
        return self._member(DevlinkPortType, _c.sriov_devlink_port_get_type)

    @property
    def flavour(self) -> DevlinkPortFlavour:
        """What is at its other end.

        Returns:
            the flavour.
        """
        return self._member(DevlinkPortFlavour, _c.sriov_devlink_port_get_flavour)

    @property
    def number(self) -> int:
        """Which of the cables, of a physical port.

        Returns:
            from 0 or 1, as the driver counts; -1 for all other ports.
        """
        return self._number(_c.sriov_devlink_port_get_number)

    @property
    def controller(self) -> int:
        """Which host the function at its other end belongs to, on a card that serves several.

        Returns:
            from 0; -1 when it is not the port of a function, or the kernel does not tell (before
            5.10).
        """
        return self._number(_c.sriov_devlink_port_get_controller)

    @property
    def is_external(self) -> bool:
        """Whether the function at its other end belongs to another host.

        Returns:
            True when it does: on a card with processors of its own.
        """
        return self._boolean(_c.sriov_devlink_port_is_external)

    @property
    def pf_number(self) -> int:
        """The PF at its other end, or whose VF or SF that is.

        Returns:
            from 0; -1 when it is not the port of a function.
        """
        return self._number(_c.sriov_devlink_port_get_pf_number)

    @property
    def vf_index(self) -> int:
        """The VF at its other end.

        Returns:
            from 0; -1 when it is not the port of a VF.
        """
        return self._number(_c.sriov_devlink_port_get_vf_index)

    @property
    def sf_number(self) -> int:
        """The subfunction at its other end.

        Returns:
            the number; -1 when it is not the port of one.
        """
        return self._number(_c.sriov_devlink_port_get_sf_number)

    @property
    def netdev_index(self) -> int:
        """The interface of the port.

        Returns:
            its index; 0 when it has none, or it is in another network namespace.
        """
        return self._number(_c.sriov_devlink_port_get_netdev_index)

    @property
    def netdev_name(self) -> Optional[str]:
        """The name of that interface.

        Returns:
            None when it has none, or it is in another network namespace.
        """
        return self._text_or_none(_c.sriov_devlink_port_get_netdev_name)

    @property
    def infiniband_name(self) -> Optional[str]:
        """Its device of InfiniBand: "mlx5_0".

        Returns:
            None when it has none.
        """
        return self._text_or_none(_c.sriov_devlink_port_get_infiniband_name)


class DevlinkPortList(List["DevlinkPort"]):
    """Ports in the order of their indexes. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.DevlinkPortList

    def __len__(self) -> int:
        return self._number(_c.sriov_devlink_port_list_get_count)

    def _at(self, position: int) -> DevlinkPort:
        return self._object(DevlinkPort, _c.sriov_devlink_port_list_get, position)


class DevlinkInfo(Object):
    """What a driver tells of itself and of the card. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.DevlinkInfo

    @property
    def driver(self) -> Optional[str]:
        """The driver, in its own words.

        Returns:
            None when not told.
        """
        return self._text_or_none(_c.sriov_devlink_info_get_driver)

    @property
    def serial_number(self) -> Optional[str]:
        """The serial number of the device.

        Returns:
            None when not told.
        """
        return self._text_or_none(_c.sriov_devlink_info_get_serial_number)

    @property
    def board_serial_number(self) -> Optional[str]:
        """The serial number of the board.

        Returns:
            None when not told.
        """
        return self._text_or_none(_c.sriov_devlink_info_get_board_serial_number)

    @property
    def version_count(self) -> int:
        """How many versions it tells, of all kinds.

        Returns:
            the number.
        """
        return self._number(_c.sriov_devlink_info_get_version_count)

    def get_version_name(self, position: int) -> Optional[str]:
        """What has a version: "fw.mgmt", "fw", "board.id".

        Args:
            position: from 0, below DevlinkInfo.version_count, in the driver's order.

        Returns:
            None past the end.
        """
        return self._text_or_none(
            _c.sriov_devlink_info_get_version_name, values.size_t(position, "position")
        )

    @property
    def version_names(self) -> Tuple[str, ...]:
        """What get_version_name() gives for each position."""
        return tuple(
            self._text(_c.sriov_devlink_info_get_version_name, position)
            for position in range(self.version_count)
        )

    def get_version_value(self, position: int) -> Optional[str]:
        """The version.

        Args:
            position: from 0, below DevlinkInfo.version_count, in the driver's order.

        Returns:
            None past the end.
        """
        return self._text_or_none(
            _c.sriov_devlink_info_get_version_value, values.size_t(position, "position")
        )

    @property
    def version_values(self) -> Tuple[str, ...]:
        """What get_version_value() gives for each position."""
        return tuple(
            self._text(_c.sriov_devlink_info_get_version_value, position)
            for position in range(self.version_count)
        )

    def get_version_kind(self, position: int) -> DevlinkVersionKind:
        """Since when it is so.

        Args:
            position: from 0, below DevlinkInfo.version_count, in the driver's order.

        Returns:
            the kind.
        """
        return self._member(
            DevlinkVersionKind,
            _c.sriov_devlink_info_get_version_kind,
            values.size_t(position, "position"),
        )

    @property
    def version_kinds(self) -> Tuple[DevlinkVersionKind, ...]:
        """What get_version_kind() gives for each position."""
        return tuple(
            self._member(DevlinkVersionKind, _c.sriov_devlink_info_get_version_kind, position)
            for position in range(self.version_count)
        )
