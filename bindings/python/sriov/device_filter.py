# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Which devices a list is to hold."""

from __future__ import annotations

from typing import Optional, Tuple, Union

from . import _c
from ._runtime import values
from ._runtime.enums import Value
from ._runtime.handles import Handle
from ._runtime.options import Options


class Function(Value):
    """What a device is to SR-IOV, for the argument function of Context.list_devices()."""

    # Whatever it is.
    ANY = 0
    # A PF, with or without VFs.
    PF = 1
    # A VF whose PF is visible: in a machine that was given a VF, that VF is not one of these.
    VF = 2
    # A VF as above to which no driver is bound, and nothing more than that. So a VF on vfio-pci is
    # not free even while no machine has it, nor one on its network driver although its interface is
    # down; and a free one may be in a group with a device that is in use.
    FREE_VF = 3


def device_filter(
    class_: Optional[Tuple[int, int]],
    vendor_id: Optional[int],
    device_id: Optional[int],
    driver: Union[str, None, values.Default],
    function: Optional[Function],
) -> Optional[Handle]:
    """The options that were given, for C; None when there are none."""
    made = Options(_c.DeviceFilter, _c.sriov_device_filter_new)
    if class_ is not None:
        class__wanted, class__mask = values.several(class_, 2, "class_")
        made.set(
            _c.sriov_device_filter_set_class,
            values.uint32_t(class__wanted, "class_"),
            values.uint32_t(class__mask, "class_"),
        )
    if vendor_id is not None:
        made.set(_c.sriov_device_filter_set_vendor_id, values.uint16_t(vendor_id, "vendor_id"))
    if device_id is not None:
        made.set(_c.sriov_device_filter_set_device_id, values.uint16_t(device_id, "device_id"))
    if driver is not values.DEFAULT:
        made.set(_c.sriov_device_filter_set_driver, values.text_or_none(driver, "driver"))
    if function is not None:
        made.set(_c.sriov_device_filter_set_function, values.member(function, Function, "function"))
    return made.handle
