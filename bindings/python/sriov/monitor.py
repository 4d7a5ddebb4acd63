# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""The monitor: hears what happens to devices, VFs and interfaces."""

from __future__ import annotations

from typing import Optional, Union

from . import context as _context
from . import event as _event
from . import pf as _pf
from . import vf_settings as _vf_settings
from . import _c
from ._runtime import calls, values
from ._runtime.events import EventSource
from ._runtime.handles import Handle
from ._runtime.options import Options


class Monitor(EventSource["_event.Event"]):
    """Gives events, from the moment when it was made.

    Make the monitor first and take a snapshot of what is watched then: so nothing is missed, though
    the first events may tell what the snapshot has already.

    Each fact is one event, though the kernel tells some of them twice. All about devices is in the
    kernel's order, and so is all about interfaces. The kernel tells them through two sockets, so
    that between the two only this is certain: a device comes before its interface, and that before
    its driver is bound; its interface goes before its driver is unbound, and that before the device
    goes. Whether a carrier came before or after some device is not known, and the later events are
    read the less it is.

    One monitor is used by one thread at a time, like its context. A child of fork() may not use its
    parent's monitor.
    """

    __slots__ = ()
    _handle_type = _c.Monitor
    _changes = True

    def _descriptor(self, handle: Handle) -> int:
        return int(_c.sriov_monitor_get_fd(handle))

    def __init__(
        self,
        context: _context.Context,
        *,
        pf: Union[_pf.PF, None, values.Default] = values.DEFAULT,
        all_interfaces: Optional[bool] = None,
        receive_buffer_bytes: Optional[int] = None,
    ) -> None:
        """Makes a monitor. What happens from now on is kept for Monitor.read().

        Needs no right. It hears of the PCI devices of the running kernel, whatever the context's
        sysfs is, and of the interfaces of the context's network namespace.

        Args:
            context: the host.
            pf: Only events of this PF, its VFs and their interfaces, and EventType.OVERRUN;
                whose address is kept; None for all devices.
            all_interfaces: Whether interfaces that are on no PCI device are told of too: bonds,
                bridges, VLANs, those of containers. With the argument pf of Monitor() they are not
                in any case; True for all interfaces; the default is False.
            receive_buffer_bytes: How much the kernel may keep for this monitor until it is
                read, in each of its two sockets; from 1; the kernel has a least size of its own.
                The default is 16 MiB.

        Raises:
            NoMemoryError: out of memory.
            NotFoundError: the kernel has no PCI bus.
            ForbiddenError: devices may not be listed, or the network namespace not be entered.
            FailedError: a socket cannot be made or the devices cannot be listed.
            BusyError: the kernel was asked before, and that is not over.
            TimeoutError: the kernel does not answer in time; see the argument deadline_ms of
                Context().

        Kernel interface:
            netlink: `NETLINK_KOBJECT_UEVENT`, and `NETLINK_ROUTE` with `RTNLGRP_LINK` and
            `RTM_GETLINK`. `/sys/bus/pci/devices`, of each device the links `driver` and `physfn`,
            of PFs `virtfnN`.
        """
        out = calls.Instance(Monitor)
        calls.call(
            _c.sriov_monitor_new,
            values.instance(context, _context.Context, "context"),
            monitor_options(
                pf=pf, all_interfaces=all_interfaces, receive_buffer_bytes=receive_buffer_bytes
            ),
            out,
        )
        self._begin(out.target)

    @property
    def fd(self) -> int:
        """The one descriptor to wait on, with poll(), select(), epoll or an event loop.

        It is readable while there may be something for Monitor.read() to give: that an event comes
        of it is not certain. Do not read from it.

        Returns:
            the descriptor, which stays the monitor's; -1 for None.
        """
        return self._number(_c.sriov_monitor_get_fd)

    @property
    def device_events(self) -> _vf_settings.Switch:
        """Whether events about PCI devices reach the monitor at all.

        Linux (from 4.18 on) tells them only to network namespaces that belong to the initial user
        namespace: in a container with a user namespace of its own just those about interfaces come.

        Returns:
            on when they do, off when they do not, unknown when the caller's own user namespace
            hides that.

        Kernel interface:
            `NS_GET_USERNS`.
        """
        return self._member(_vf_settings.Switch, _c.sriov_monitor_get_device_events)

    def read(self) -> Optional[_event.Event]:
        """Gives the next event. Never blocks.

        Returns:
            None when there is none now, which is a success.

        Raises:
            NoMemoryError: out of memory. What was lost by that is told by EventType.OVERRUN
                when there is memory again.
            FailedError: the kernel's messages cannot be received, or events were lost and the
                devices cannot be listed anew.

        Kernel interface:
            The sockets of Monitor(); what it lists, again when events were lost.
        """
        out = calls.Instance(_event.Event)
        calls.call(_c.sriov_monitor_read, self._pointer, out)
        return out.optional


def monitor_options(
    pf: Union[_pf.PF, None, values.Default],
    all_interfaces: Optional[bool],
    receive_buffer_bytes: Optional[int],
) -> Optional[Handle]:
    """The options that were given, for C; None when there are none."""
    made = Options(_c.MonitorOptions, _c.sriov_monitor_options_new)
    if pf is not values.DEFAULT:
        made.set(_c.sriov_monitor_options_set_pf, values.instance_or_none(pf, _pf.PF, "pf"))
    if all_interfaces is not None:
        made.set(
            _c.sriov_monitor_options_set_all_interfaces,
            values.boolean(all_interfaces, "all_interfaces"),
        )
    if receive_buffer_bytes is not None:
        made.set(
            _c.sriov_monitor_options_set_receive_buffer_bytes,
            values.size_t(receive_buffer_bytes, "receive_buffer_bytes"),
        )
    return made.handle
