# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""The PCI Express link of a device: how fast it is now, and how fast it could be."""

from __future__ import annotations

from . import _c
from ._runtime.objects import Object


class PCIeLink(Object):
    """A device's PCIe link as it was when it was read. Immutable and counted.

    Speeds are transfers on one lane, in millions a second (MT/s): 2500, 5000, 8000, 16000, 32000 or

    - Widths are numbers of lanes: 1, 2, 4, 8, 12, 16 or 32. Two more values are told apart for each
      of them: 0 is "no link", which a function has that is part of its chip or of another function
      (as a VF may be), or whose link is down; -1 is "not known": the device does not answer, for
      instance because it sleeps in D3cold, or the kernel has no name for what it answers.
    """

    __slots__ = ()
    _handle_type = _c.PCIeLink

    @property
    def current_speed_mts(self) -> int:
        """The speed that it runs at now.

        Returns:
            in MT/s; 0 when there is no link, -1 when it is not known.
        """
        return self._number(_c.sriov_pcie_link_get_current_speed_mts)

    @property
    def maximum_speed_mts(self) -> int:
        """The highest speed that the device can do, in whatever slot.

        Returns:
            in MT/s; 0 when there is no link, -1 when it is not known.
        """
        return self._number(_c.sriov_pcie_link_get_maximum_speed_mts)

    @property
    def current_width(self) -> int:
        """The lanes that it uses now.

        Returns:
            1 to 32; 0 when there is no link, -1 when it is not known.
        """
        return self._number(_c.sriov_pcie_link_get_current_width)

    @property
    def maximum_width(self) -> int:
        """The most lanes that the device can use, in whatever slot.

        Returns:
            1 to 32; 0 when there is no link, -1 when it is not known.
        """
        return self._number(_c.sriov_pcie_link_get_maximum_width)
