# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Leases: of all the agents on a host, one at a time changes a PF."""

from __future__ import annotations

from typing import Optional, Union

from . import _c
from ._runtime import values
from ._runtime.handles import Handle
from ._runtime.objects import Object
from ._runtime.options import Options


class Lease(Object):
    """The lease of a PF, for as long as there is a reference to it. Counted."""

    __slots__ = ()
    _handle_type = _c.Lease
    _shown = ("address",)

    @property
    def address(self) -> str:
        """Which PF's it is.

        Returns:
            the PCI address
        """
        return self._text(_c.sriov_lease_get_address)


def lease_options(
    owner: Union[str, None, values.Default], wait_ms: Optional[int]
) -> Optional[Handle]:
    """The options that were given, for C; None when there are none."""
    made = Options(_c.LeaseOptions, _c.sriov_lease_options_new)
    if owner is not values.DEFAULT:
        made.set(_c.sriov_lease_options_set_owner, values.text_or_none(owner, "owner"))
    if wait_ms is not None:
        made.tell(_c.sriov_lease_options_set_wait_ms, values.uint32_t(wait_ms, "wait_ms"))
    return made.handle
