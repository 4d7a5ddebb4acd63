# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Binding many devices to VFIO and back in one call, several at once."""

from __future__ import annotations

from typing import Optional, Union

from . import vfio as _vfio
from . import _c
from ._runtime import calls, values
from ._runtime.handles import Handle
from ._runtime.options import Options
from ._runtime.sequences import List


def vfio_bind_options(
    driver: Union[str, None, values.Default],
    best_driver: Optional[bool],
    parallelism: Optional[int],
    all_or_nothing: Optional[bool],
) -> Optional[Handle]:
    """The options that were given, for C; None when there are none."""
    made = Options(_c.VFIOBindOptions, _c.sriov_vfio_bind_options_new)
    if driver is not values.DEFAULT:
        made.set(_c.sriov_vfio_bind_options_set_driver, values.text_or_none(driver, "driver"))
    if best_driver is not None:
        made.tell(
            _c.sriov_vfio_bind_options_set_best_driver, values.boolean(best_driver, "best_driver")
        )
    if parallelism is not None:
        made.set(
            _c.sriov_vfio_bind_options_set_parallelism,
            values.unsigned_int(parallelism, "parallelism"),
        )
    if all_or_nothing is not None:
        made.tell(
            _c.sriov_vfio_bind_options_set_all_or_nothing,
            values.boolean(all_or_nothing, "all_or_nothing"),
        )
    return made.handle


class VFIOList(List["_vfio.VFIO"]):
    """Devices that were bound to VFIO in one call."""

    __slots__ = ()
    _handle_type = _c.VFIOList

    def __len__(self) -> int:
        return self._number(_c.sriov_vfio_list_get_count)

    def _at(self, position: int) -> _vfio.VFIO:
        return self._object(_vfio.VFIO, _c.sriov_vfio_list_get, position)

    def unbind_vfio_many(
        self,
        *,
        driver: Union[str, None, values.Default] = values.DEFAULT,
        best_driver: Optional[bool] = None,
        parallelism: Optional[int] = None,
        all_or_nothing: Optional[bool] = None,
    ) -> None:
        """Gives many devices back, each as VFIO.unbind() does.

        Args:
            driver: Which driver all devices get; a VFIO driver's name; None for "vfio-pci".
            best_driver: Whether each device gets the driver that Device.find_vfio_driver()
                finds for it, instead of one that is the same for all; True for the driver that fits
                best.
            parallelism: How many devices are worked on at once; 1 to 64.
            all_or_nothing: Whether none is bound when one cannot be: those that were are put
                back to what they were; False is the default: what was bound stays bound.

        Raises:
            InvalidError: its devices are of different contexts.
            PartialError: some were given back; the causes tell which were not, and why.
            NoMemoryError: out of memory.
            AlreadyError: none was given back, the first because it is on no VFIO driver any
                more.
            BusyError: none was given back, the first because a process holds it.
            TimeoutError: none was given back, the first because the kernel has not done it in
                time, as with VFIO.unbind().
            NoDriverError: none was given back, the first because its former driver is not
                loaded; it is free.
            UnsupportedError: none was given back, the first because its former driver did not
                take it; it is free.
            ForbiddenError: none was given back, the first because the caller may not write it.
            GoneError: none was given back, the first because it was removed.
            FailedError: none was given back, the first because the kernel refused.

        Kernel interface:
            That of VFIO.unbind() for each device.
        """
        calls.call(
            _c.sriov_vfio_unbind_many,
            self._pointer,
            vfio_bind_options(
                driver=driver,
                best_driver=best_driver,
                parallelism=parallelism,
                all_or_nothing=all_or_nothing,
            ),
        )
