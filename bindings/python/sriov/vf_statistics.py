# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""What a PF counted of the traffic of its VFs."""

from __future__ import annotations

from . import vf_settings as _vf_settings
from . import _c
from ._runtime.objects import Object
from ._runtime.sequences import List


class VFStatistics(Object):
    """The counters of one VF as they were when they were read. Immutable and counted.

    They count from when the VF was made or the card was reset, as the driver has it. What the VF
    receives and sends is seen from the VF.
    """

    __slots__ = ()
    _handle_type = _c.VFStatistics
    _shown = ("vf_index",)

    @property
    def vf_index(self) -> int:
        """Which VF of the PF.

        Returns:
            from 0.
        """
        return self._number(_c.sriov_vf_statistics_get_vf_index)

    @property
    def answer(self) -> _vf_settings.VFAnswer:
        """Whether the driver counts.

        The kernel gives zeroes for a driver that counts nothing. So this is a value when any
        counter of any VF of the PF is not zero; unsupported when the kernel gives no counters, or
        when all are zero and the driver is known to count nothing (igb); and unknown when all are
        zero with another driver: then either it counts nothing, or nothing has come by.

        Returns:
            a value, unsupported or unknown.
        """
        return self._member(_vf_settings.VFAnswer, _c.sriov_vf_statistics_get_answer)

    @property
    def rx_packets(self) -> int:
        """Packets that the VF received.

        Returns:
            the number.
        """
        return self._number(_c.sriov_vf_statistics_get_rx_packets)

    @property
    def tx_packets(self) -> int:
        """Packets that the VF sent.

        Returns:
            the number.
        """
        return self._number(_c.sriov_vf_statistics_get_tx_packets)

    @property
    def rx_bytes(self) -> int:
        """Bytes that the VF received.

        Returns:
            the number.
        """
        return self._number(_c.sriov_vf_statistics_get_rx_bytes)

    @property
    def tx_bytes(self) -> int:
        """Bytes that the VF sent.

        Returns:
            the number.
        """
        return self._number(_c.sriov_vf_statistics_get_tx_bytes)

    @property
    def broadcast(self) -> int:
        """Broadcast packets that the VF received.

        Returns:
            the number.
        """
        return self._number(_c.sriov_vf_statistics_get_broadcast)

    @property
    def multicast(self) -> int:
        """Multicast packets that the VF received.

        Returns:
            the number.
        """
        return self._number(_c.sriov_vf_statistics_get_multicast)

    @property
    def rx_dropped(self) -> int:
        """Packets that were dropped on their way to the VF.

        Returns:
            the number; 0 as well with kernels before 4.18, which do not tell.
        """
        return self._number(_c.sriov_vf_statistics_get_rx_dropped)

    @property
    def tx_dropped(self) -> int:
        """Packets of the VF that were dropped, for instance by its spoof check.

        Returns:
            the number; 0 as well with kernels before 4.18, which do not tell.
        """
        return self._number(_c.sriov_vf_statistics_get_tx_dropped)


class VFStatisticsList(List["VFStatistics"]):
    """Statistics of VFs, in the order of their indexes. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.VFStatisticsList

    def __len__(self) -> int:
        return self._number(_c.sriov_vf_statistics_list_get_count)

    def _at(self, position: int) -> VFStatistics:
        return self._object(VFStatistics, _c.sriov_vf_statistics_list_get, position)
