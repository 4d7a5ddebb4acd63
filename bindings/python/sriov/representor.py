# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Representors: the interfaces of the host at the other end of VFs, in switchdev mode."""

from __future__ import annotations

from typing import Optional

from . import error as _error
from . import netdev as _netdev
from . import _c
from ._runtime.objects import Object
from ._runtime.sequences import List


class Representor(Object):
    """The representor of one VF, or why there is none. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.Representor
    _shown = ("vf_index",)

    @property
    def vf_index(self) -> int:
        """Which VF it stands for.

        Returns:
            from 0.
        """
        return self._number(_c.sriov_representor_get_vf_index)

    @property
    def netdev(self) -> Optional[_netdev.Netdev]:
        """The interface.

        Returns:
            None when it is not seen here: Representor.error says why.
        """
        return self._object_or_none(_netdev.Netdev, _c.sriov_representor_get_netdev)

    @property
    def error(self) -> Optional[_error.SriovError]:
        """Why the interface is not seen.

        Returns:
            None when all is well.
        """
        return self._error(_error.SriovError, _c.sriov_representor_get_error)


class RepresentorList(List["Representor"]):
    """Representors of the VFs of one PF, in the order of the VFs. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.RepresentorList

    def __len__(self) -> int:
        return self._number(_c.sriov_representor_list_get_count)

    def _at(self, position: int) -> Representor:
        return self._object(Representor, _c.sriov_representor_list_get, position)
