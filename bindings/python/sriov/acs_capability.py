# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Access Control Services: what keeps devices of one hierarchy apart."""

from __future__ import annotations

from . import _c
from ._runtime import values
from ._runtime.enums import Value
from ._runtime.objects import Object


class ACSService(Value):
    """The services, each a bit of both registers. Later versions may add more."""

    # None that this version knows.
    UNKNOWN = -1
    # Source Validation: requests with a foreign bus number are refused.
    SOURCE_VALIDATION = 0
    # Translation Blocking: requests that say they are translated already are refused.
    TRANSLATION_BLOCKING = 1
    # P2P Request Redirect: requests to a neighbour go up, to the IOMMU.
    REQUEST_REDIRECT = 2
    # P2P Completion Redirect: so do the answers.
    COMPLETION_REDIRECT = 3
    # Upstream Forwarding: what comes from below and is meant for below goes up first.
    UPSTREAM_FORWARDING = 4
    # P2P Egress Control: a vector says to which neighbours requests may go.
    EGRESS_CONTROL = 5
    # Direct Translated P2P: translated requests may go to a neighbour directly.
    DIRECT_TRANSLATED = 6

    def __str__(self) -> str:
        return values.decode(_c.sriov_acs_service_get_name(self.value))


class ACSCapability(Object):
    """The ACS capability of a port or function. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.ACSCapability

    @property
    def offset(self) -> int:
        """Where it is in the configuration space.

        Returns:
            in bytes.
        """
        return self._number(_c.sriov_acs_capability_get_offset)

    def has(self, service: ACSService) -> bool:
        """Whether the hardware has a service.

        Args:
            service: the service.

        Returns:
            True when it has.
        """
        return self._boolean(
            _c.sriov_acs_capability_has, values.member(service, ACSService, "service")
        )

    def is_enabled(self, service: ACSService) -> bool:
        """Whether a service is on.

        Args:
            service: the service.

        Returns:
            True when it is.
        """
        return self._boolean(
            _c.sriov_acs_capability_is_enabled, values.member(service, ACSService, "service")
        )

    @property
    def egress_vector_bits(self) -> int:
        """How long the vector of egress control is.

        Returns:
            1 to 256 bits; 0 without egress control.
        """
        return self._number(_c.sriov_acs_capability_get_egress_vector_bits)

    @property
    def is_isolating(self) -> bool:
        """Whether it keeps devices apart as Linux wants it for IOMMU groups of their own: of source
        validation, request redirect, completion redirect and upstream forwarding each is on that
        the hardware has.

        Returns:
            True when it does; False for None, which is a port without ACS.
        """
        return self._boolean(_c.sriov_acs_capability_is_isolating)
