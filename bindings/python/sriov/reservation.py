# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Reservations: of all the agents on a host, one has a VF."""

from __future__ import annotations

from typing import Optional, Union

from . import vf as _vf
from . import _c
from ._runtime import values
from ._runtime.handles import Handle
from ._runtime.objects import Object
from ._runtime.options import Options


class Reservation(Object):
    """A VF that is reserved for as long as there is a reference to this. Counted.

    What is reserved is the VF of that PCI address: one that is removed and made anew is so again.
    """

    __slots__ = ()
    _handle_type = _c.Reservation

    @property
    def vf(self) -> _vf.VF:
        """Which VF it is."""
        return self._object(_vf.VF, _c.sriov_reservation_get_vf)


def reservation_options(
    owner: Union[str, None, values.Default],
    driver: Union[str, None, values.Default],
    allow_in_use: Optional[bool],
) -> Optional[Handle]:
    """The options that were given, for C; None when there are none."""
    made = Options(_c.ReservationOptions, _c.sriov_reservation_options_new)
    if owner is not values.DEFAULT:
        made.set(_c.sriov_reservation_options_set_owner, values.text_or_none(owner, "owner"))
    if driver is not values.DEFAULT:
        made.set(_c.sriov_reservation_options_set_driver, values.text_or_none(driver, "driver"))
    if allow_in_use is not None:
        made.tell(
            _c.sriov_reservation_options_set_allow_in_use,
            values.boolean(allow_in_use, "allow_in_use"),
        )
    return made.handle
