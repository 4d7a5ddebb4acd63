# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Alternative Routing-ID Interpretation: more than 8 functions in a device."""

from __future__ import annotations

from . import _c
from ._runtime.objects import Object


class ARICapability(Object):
    """The ARI capability of a function. Immutable and counted.

    Whether the port above passes such functions on: Capabilities.is_ari_forwarding_enabled.
    """

    __slots__ = ()
    _handle_type = _c.ARICapability

    @property
    def offset(self) -> int:
        """Where it is in the configuration space.

        Returns:
            in bytes.
        """
        return self._number(_c.sriov_ari_capability_get_offset)

    @property
    def next_function(self) -> int:
        """The number of the next function of the device, by which all are found.

        Returns:
            1 to 255; 0 for the last one.
        """
        return self._number(_c.sriov_ari_capability_get_next_function)

    @property
    def has_mfvc_groups(self) -> bool:
        """MFVC Function Groups: arbitration may be by groups of functions.

        Returns:
            True when it may.
        """
        return self._boolean(_c.sriov_ari_capability_has_mfvc_groups)

    @property
    def has_acs_groups(self) -> bool:
        """ACS Function Groups: ACS may be by groups of functions.

        Returns:
            True when it may.
        """
        return self._boolean(_c.sriov_ari_capability_has_acs_groups)

    @property
    def function_group(self) -> int:
        """The group that the function was put into.

        Returns:
            0 to 7.
        """
        return self._number(_c.sriov_ari_capability_get_function_group)
