# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""What happened to the devices, VFs and interfaces of a host."""

from __future__ import annotations

from typing import Optional

from . import device as _device
from . import pf as _pf
from . import vf as _vf
from . import _c
from ._runtime import calls, values
from ._runtime.enums import Value
from ._runtime.objects import Object


class EventType(Value):
    """What happened. Values are only ever added."""

    # The kernel told something of a PCI device that this version does not know: Event.action is its
    # word for it. Also what Event.type says of None.
    UNKNOWN = -1
    # Events were lost, because they came faster than they were read. Take a fresh snapshot of what
    # you watch: all that happens after this event is told again.
    OVERRUN = 0
    # A PCI device came that is no VF, as far as is known: plugged in, or found by a rescan.
    DEVICE_ADDED = 1
    # A PCI device that is no VF went.
    DEVICE_REMOVED = 2
    # A VF came. Its driver, where it gets one, is told by an event of its own.
    VF_ADDED = 3
    # A VF went.
    VF_REMOVED = 4
    # A PF has another number of VFs, Event.vf_count: all of them came, or the last one went.
    VF_COUNT_CHANGED = 5
    # A driver was bound: Event.driver.
    DRIVER_BOUND = 6
    # A driver was unbound: Event.driver, where it is known.
    DRIVER_UNBOUND = 7
    # A network interface came: made by a driver, or moved here from another namespace.
    INTERFACE_ADDED = 8
    # A network interface went for good.
    INTERFACE_REMOVED = 9
    # A network interface has a new name; Event.former_interface had been it.
    INTERFACE_RENAMED = 10
    # A network interface went to another network namespace, Event.netns_id, and has the index
    # Event.new_index there.
    INTERFACE_MOVED = 11
    # A network interface changed: Event.changes says in what.
    LINK_CHANGED = 12
    # The VFIO character device of a PCI device came, Event.vfio_name.
    VFIO_ADDED = 13
    # The VFIO character device of a PCI device went.
    VFIO_REMOVED = 14

    def __str__(self) -> str:
        return values.decode(_c.sriov_event_type_get_name(self.value))


class LinkChange(Value):
    """What of an interface changed, as bits: of what each stands for the event has the new value.
    """

    # It was set up or down: Event.is_up.
    UP = 1
    # Its carrier came or went: Event.has_carrier.
    CARRIER = 2
    # It was put into a bond or bridge, or taken out: Event.master.
    MASTER = 4
    # It has another MAC: Event.mac.
    MAC = 8


class Event(Object):
    """One thing that happened, as Monitor.read() gave it. Immutable and counted.

    It tells what was so at that moment; the device may have gone since.
    """

    __slots__ = ()
    _handle_type = _c.Event
    _shown = ("address", "interface", "vf_index", "type")

    @property
    def type(self) -> EventType:
        """What happened.

        Returns:
            the type.
        """
        return self._member(EventType, _c.sriov_event_get_type)

    @property
    def address(self) -> Optional[str]:
        """The PCI device that it happened to, or that the interface is on.

        Returns:
            "DDDD:BB:DD.F", None when there is none, as for virtual interfaces and for
            EventType.OVERRUN, or when the kernel did not tell it.
        """
        return self._text_or_none(_c.sriov_event_get_address)

    @property
    def pf_address(self) -> Optional[str]:
        """The PF of the device, when that is a VF.

        It is known although Linux tells of a VF before it says of which PF it is.

        Returns:
            "DDDD:BB:DD.F", None when the device is no VF or it is not known to be one.
        """
        return self._text_or_none(_c.sriov_event_get_pf_address)

    @property
    def vf_index(self) -> int:
        """The index of the device, when that is a VF.

        Returns:
            from 0; -1 when the device is no VF or its index is not known.
        """
        return self._number(_c.sriov_event_get_vf_index)

    @property
    def vf_count(self) -> int:
        """How many VFs the PF has now; of EventType.VF_COUNT_CHANGED.

        Returns:
            from 0; -1 for other types.
        """
        return self._number(_c.sriov_event_get_vf_count)

    @property
    def driver(self) -> Optional[str]:
        """The driver that was bound or unbound.

        Returns:
            None for other types, or when it is not known.
        """
        return self._text_or_none(_c.sriov_event_get_driver)

    @property
    def interface(self) -> Optional[str]:
        """The name of the interface, after the event.

        Returns:
            None when the event is about none.
        """
        return self._text_or_none(_c.sriov_event_get_interface)

    @property
    def former_interface(self) -> Optional[str]:
        """The name before; of EventType.INTERFACE_RENAMED.

        Returns:
            None for other types.
        """
        return self._text_or_none(_c.sriov_event_get_former_interface)

    @property
    def interface_index(self) -> int:
        """The index of the interface, which stays when it is renamed.

        Returns:
            from 1; 0 when the event is about none.
        """
        return self._number(_c.sriov_event_get_interface_index)

    @property
    def changes(self) -> int:
        """What of the interface changed; of EventType.LINK_CHANGED.

        Returns:
            bits of LinkChange, perhaps ones that this version's header does not have; 0 for other
            types.
        """
        return self._number(_c.sriov_event_get_changes)

    @property
    def is_up(self) -> bool:
        """Whether the interface is set up.

        Returns:
            False also when the event is about none.
        """
        return self._boolean(_c.sriov_event_is_up)

    @property
    def has_carrier(self) -> bool:
        """Whether the interface has a carrier. One that is down has none.

        Returns:
            False also when the event is about none.
        """
        return self._boolean(_c.sriov_event_has_carrier)

    @property
    def master_index(self) -> int:
        """The index of the bond or bridge that the interface is in.

        Returns:
            from 1; 0 when it is in none or the event is about none.
        """
        return self._number(_c.sriov_event_get_master_index)

    @property
    def master(self) -> Optional[str]:
        """The name of the bond or bridge that the interface is in.

        Returns:
            None when it is in none or the name is not known.
        """
        return self._text_or_none(_c.sriov_event_get_master)

    @property
    def mac(self) -> Optional[str]:
        """The MAC of the interface.

        Returns:
            "52:54:00:00:00:01", None when it has none or the event is about none.
        """
        return self._text_or_none(_c.sriov_event_get_mac)

    @property
    def netns_id(self) -> int:
        """The number by which the monitor's namespace knows the one that the interface went to; of
        EventType.INTERFACE_MOVED.

        Returns:
            from 0, as `ip netns list-id` shows it; -1 for other types, or when it is not known.
        """
        return self._number(_c.sriov_event_get_netns_id)

    @property
    def new_index(self) -> int:
        """The index of the interface in the namespace that it went to; of
        EventType.INTERFACE_MOVED.

        Returns:
            from 1; 0 for other types, or when it is not known.
        """
        return self._number(_c.sriov_event_get_new_index)

    @property
    def vfio_name(self) -> Optional[str]:
        """The name of the VFIO character device: "vfio0" for `/dev/vfio/devices/vfio0`.

        Returns:
            None when the event is about none.
        """
        return self._text_or_none(_c.sriov_event_get_vfio_name)

    @property
    def action(self) -> Optional[str]:
        """The kernel's own word for what happened: "add", "change", "bind".

        Returns:
            None for events about interfaces, which have none, and for EventType.OVERRUN.
        """
        return self._text_or_none(_c.sriov_event_get_action)

    @property
    def sequence(self) -> int:
        """The kernel's number of the event, as `udevadm monitor --property` shows it.

        Returns:
            from 1; 0 for events about interfaces, which have none, and for EventType.OVERRUN.
        """
        return self._number(_c.sriov_event_get_sequence)

    def open_device(self) -> _device.Device:
        """Opens the device that the event is about, as it is now, through the monitor's context.

        Raises:
            NotFoundError: the event is about no PCI device.
            GoneError: the device was removed.
            ForbiddenError: the device may not be read.
            MalformedError: the kernel's description of it is not understood.
            FailedError: the device cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            that of Context.open_device().
        """
        out = calls.Instance(_device.Device)
        calls.call(_c.sriov_event_open_device, self._pointer, out)
        return out.value

    def open_pf(self) -> _pf.PF:
        """Opens the PF that the event is about, or that of the VF that it is about, as it is now.

        Raises:
            NotFoundError: the event is about no PCI device.
            NotPFError: the device is neither a PF nor known as a VF.
            GoneError: the PF was removed.
            ForbiddenError: the PF may not be read.
            MalformedError: the kernel's description of it is not understood.
            FailedError: the PF cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            that of Context.open_pf().
        """
        out = calls.Instance(_pf.PF)
        calls.call(_c.sriov_event_open_pf, self._pointer, out)
        return out.value

    def open_vf(self) -> _vf.VF:
        """Opens the VF that the event is about, as it is now.

        Right after EventType.VF_ADDED this may say NotVFError, since the kernel links a VF to its
        PF only after it told of it; the next event of the VF or its PF finds it linked.

        Raises:
            NotFoundError: the event is about no PCI device.
            NotVFError: the device is no VF, or not yet.
            GoneError: the VF was removed.
            ForbiddenError: it may not be read.
            MalformedError: the kernel's description of it is not understood.
            FailedError: it cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            that of Context.open_vf().
        """
        out = calls.Instance(_vf.VF)
        calls.call(_c.sriov_event_open_vf, self._pointer, out)
        return out.value
