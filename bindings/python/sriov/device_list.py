# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Lists of PCI devices: those of the host, and those that a caller puts together."""

from __future__ import annotations

from typing import Iterable, Optional, Union

from . import device as _device
from . import vfio_many as _vfio_many
from . import _c
from ._runtime import calls, values
from ._runtime.sequences import List


class DeviceList(List["_device.Device"]):
    """Devices in the order of their addresses. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.DeviceList
    _changes = True

    def __len__(self) -> int:
        return self._number(_c.sriov_device_list_get_count)

    def _at(self, position: int) -> _device.Device:
        return self._object(_device.Device, _c.sriov_device_list_get, position)

    def __init__(self, items: Iterable[_device.Device] = ()) -> None:
        """Makes an empty list, for calls that take many devices.

        Args:
            items: what is added at once.

        Raises:
            NoMemoryError: out of memory.
        """
        out = calls.Instance(DeviceList)
        calls.call(_c.sriov_device_list_new, out)
        self._begin(out.target)
        for item in items:
            self.add(item)

    def add(self, device: _device.Device) -> None:
        """Adds a device at the end of a list.

        Args:
            device: the list takes a reference of its own.

        Raises:
            NoMemoryError: out of memory.
        """
        calls.call(
            _c.sriov_device_list_add,
            self._pointer,
            values.instance(device, _device.Device, "device"),
        )

    def bind_vfio_many(
        self,
        *,
        driver: Union[str, None, values.Default] = values.DEFAULT,
        best_driver: Optional[bool] = None,
        parallelism: Optional[int] = None,
        all_or_nothing: Optional[bool] = None,
    ) -> _vfio_many.VFIOList:
        """Binds many devices to VFIO, each as Device.bind_vfio() does.

        A device that is on the driver already is left as it is and is not in the list that is
        given, so that VFIOList.unbind_vfio_many() gives back what was taken here and nothing else.

        When some cannot be bound, the code is PartialError, the error has a cause for each of them
        that names the device, and the list is given with those that were. When that is none, or
        with the argument all_or_nothing of DeviceList.bind_vfio_many(), the code is that of the
        first that failed and the list None.

        Args:
            driver: Which driver all devices get; a VFIO driver's name; None for "vfio-pci".
            best_driver: Whether each device gets the driver that Device.find_vfio_driver()
                finds for it, instead of one that is the same for all; True for the driver that fits
                best.
            parallelism: How many devices are worked on at once; 1 to 64.
            all_or_nothing: Whether none is bound when one cannot be: those that were are put
                back to what they were; False is the default: what was bound stays bound.

        Returns:
            what VFIOList.unbind_vfio_many() takes, in the order of the devices, also given with
            PartialError.

        Raises:
            InvalidError: `devices` or `list` is None, devices are of different contexts, or one
                is in the list twice.
            PartialError: some were bound; the causes tell which were not, and why. With all or
                nothing: none could be, and of those that were some could not be put back.
            NoMemoryError: out of memory.
            WouldDestroyError: none was bound, the first of them because it is a PF that has
                VFs.
            BusyError: none was bound, the first because it is on another VFIO driver and a
                process holds it.
            TimeoutError: none was bound, the first because the kernel has not done it in time,
                as with Device.bind_vfio().
            NoDriverError: none was bound, the first because the VFIO driver is not loaded.
            UnsupportedError: none was bound, the first because the kernel has no
                `driver_override`, or the driver did not take it.
            ForbiddenError: none was bound, the first because the caller may not write it or
                could not read it.
            GoneError: none was bound, the first because it was removed.
            MalformedError: none was bound, the first because the kernel's description of it is
                not understood.
            FailedError: none was bound, the first because the kernel refused, it could not be
                read, or the index of modules cannot be.

        Kernel interface:
            That of Device.bind_vfio() for each device.
        """
        out = calls.Instance(_vfio_many.VFIOList)
        calls.call(
            _c.sriov_vfio_bind_many,
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
