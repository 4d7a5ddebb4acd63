# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Who holds a device through VFIO: the process that a removal or another machine waits for."""

from __future__ import annotations

from . import _c
from ._runtime.enums import Value
from ._runtime.objects import Object
from ._runtime.sequences import List


class HolderVia(Value):
    """Which descriptor of the process shows that it holds the device."""

    # There is none: the holder is None.
    UNKNOWN = -1
    # The IOMMU group, `/dev/vfio/N` or `/dev/vfio/noiommu-N`: it holds all that is in it.
    GROUP = 0
    # The device's own file, `/dev/vfio/devices/vfioN`.
    CHARACTER_DEVICE = 1
    # A descriptor of a device, which another process opened and passed on. Of which device is told
    # by the kernel from 6.18 on; before, the holder is not certain.
    DEVICE = 2
    # `/dev/iommu`, without any device's own file: with which devices that descriptor is used is
    # told by no kernel, so the holder is never certain.
    IOMMUFD = 3


class Holder(Object):
    """A process that has a device open through VFIO. Immutable and counted.

    A process with many descriptors of one device is one holder.
    """

    __slots__ = ()
    _handle_type = _c.Holder
    _shown = ("pid",)

    @property
    def pid(self) -> int:
        """The process, by its number in the PID namespace that procfs shows.

        Returns:
            from 1; 0 for None.
        """
        return self._number(_c.sriov_holder_get_pid)

    @property
    def command(self) -> str:
        """Its short name: "qemu-system-x86", at most 15 bytes.

        Returns:
            "" when the process ended before its name was read
        """
        return self._text(_c.sriov_holder_get_command)

    @property
    def command_line(self) -> str:
        """The program and its arguments, with a space between two.

        Returns:
            "" when it is not shown to the caller
        """
        return self._text(_c.sriov_holder_get_command_line)

    @property
    def start_ticks(self) -> int:
        """When it was started, as the kernel counts: with the process number, this names the
        process for as long as the host runs.

        Returns:
            clock ticks since the boot, field 22 of `/proc/PID/stat`; 0 when it is not known.
        """
        return self._number(_c.sriov_holder_get_start_ticks)

    @property
    def start_time_s(self) -> int:
        """When it was started, by the clock.

        Returns:
            seconds since 1970; 0 when it is not known.
        """
        return self._number(_c.sriov_holder_get_start_time_s)

    @property
    def via(self) -> HolderVia:
        """Which descriptor shows that it holds the device.

        Returns:
            one of HolderVia.
        """
        return self._member(HolderVia, _c.sriov_holder_get_via)

    @property
    def path(self) -> str:
        """Where that descriptor leads to, as the kernel shows it: "/dev/vfio/12",
        "anon_inode:[vfio-device]".
        """
        return self._text(_c.sriov_holder_get_path)

    @property
    def is_certain(self) -> bool:
        """Whether it is this device that it holds, and not perhaps another one.

        Returns:
            False where the kernel does not tell of which device the descriptor is, and for None.
        """
        return self._boolean(_c.sriov_holder_is_certain)


class HolderList(List["Holder"]):
    """Holders of one device: those that certainly hold it first, then by process number."""

    __slots__ = ()
    _handle_type = _c.HolderList

    def __len__(self) -> int:
        return self._number(_c.sriov_holder_list_get_count)

    def _at(self, position: int) -> Holder:
        return self._object(Holder, _c.sriov_holder_list_get, position)

    @property
    def is_complete(self) -> bool:
        """Whether every process of the host could be looked at: then who is not in the list holds
        nothing.

        Returns:
            False where descriptors of some were not shown to the caller, in a PID namespace that
            does not show all processes, and for None.
        """
        return self._boolean(_c.sriov_holder_list_is_complete)
