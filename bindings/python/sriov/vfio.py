# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Binding devices to VFIO and back."""

from __future__ import annotations

from typing import Optional

from . import device as _device
from . import _c
from ._runtime import calls
from ._runtime.objects import Object


class VFIO(Object):
    """A device that was bound to a VFIO driver, and what it was before. Immutable and counted.

    Dropping it does not unbind the device.
    """

    __slots__ = ()
    _handle_type = _c.VFIO
    _shown = ("device",)

    @property
    def device(self) -> _device.Device:
        """The device, read after it was bound."""
        return self._object(_device.Device, _c.sriov_vfio_get_device)

    @property
    def former_driver(self) -> Optional[str]:
        """The driver it had before Device.bind_vfio().

        Returns:
            None when it had none or when that is not known.
        """
        return self._text_or_none(_c.sriov_vfio_get_former_driver)

    def unbind(self) -> None:
        """Takes the device from the VFIO driver and puts back what was before.

        The former override is put back (mostly there was none; one that names a VFIO driver is left
        out), then the former driver is bound again, and the link `driver` read to see that it was.
        A device that had no driver has none afterwards. After Device.open_vfio() the override is
        cleared and the kernel chooses the driver; that none wants the device is no error then.

        While a process holds the device through VFIO the kernel would wait for it, perhaps for
        ever: so that is looked for first, see Device.list_holders().

        Raises:
            AlreadyError: it is on no VFIO driver any more: somebody else was first.
            BusyError: a process holds it; the message names it. Nothing was changed.
            TimeoutError: the kernel has not done it in time, and goes on; see the argument
                deadline_ms of Context(). The message names who holds it, where that is known. When
                it is over, the device has no driver.
            NoDriverError: the former driver is not loaded any more; the device is free.
            UnsupportedError: the former driver did not take the device; it is free.
            ForbiddenError: the caller may not write it; it takes root.
            GoneError: the device was removed.
            FailedError: the kernel refused.
            NoMemoryError: out of memory.

        Kernel interface:
            `driver/unbind` and `driver_override` of the device, `/sys/bus/pci/drivers/NAME/bind`,
            `/sys/bus/pci/drivers_probe`, `driver`.
        """
        calls.call(_c.sriov_vfio_unbind, self._pointer)
