# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""The switch inside a card: how packets of VFs find their way."""

from __future__ import annotations

from . import vf_settings as _vf_settings
from . import _c
from ._runtime.enums import Value
from ._runtime.objects import Object


class EswitchMode(Value):
    """Who decides where packets of VFs go; the numbers are the kernel's."""

    # A mode that this version does not know.
    UNKNOWN = -1
    # The card, by MAC and VLAN.
    LEGACY = 0
    # The host, through representors.
    SWITCHDEV = 1
    # The host, but nothing goes through yet: for setting rules first (newer kernels and cards).
    SWITCHDEV_INACTIVE = 2


class EswitchInlineMode(Value):
    """How many of a packet's headers a VF's driver has to hand to the card with it."""

    # The driver does not tell, or tells what this version does not know.
    UNKNOWN = -1
    # None.
    NONE = 0
    # Those of the link layer.
    LINK = 1
    # Up to the network layer.
    NETWORK = 2
    # Up to the transport layer.
    TRANSPORT = 3


class Eswitch(Object):
    """The state of a PF's switch. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.Eswitch

    @property
    def mode(self) -> EswitchMode:
        """Who decides where packets of VFs go.

        Returns:
            the mode.
        """
        return self._member(EswitchMode, _c.sriov_eswitch_get_mode)

    @property
    def inline_mode(self) -> EswitchInlineMode:
        """What of a packet has to be handed to the card with it.

        Returns:
            the mode.
        """
        return self._member(EswitchInlineMode, _c.sriov_eswitch_get_inline_mode)

    @property
    def encapsulation(self) -> _vf_settings.Switch:
        """Whether the card may put packets into tunnels by itself.

        Returns:
            on or off; unknown when the driver does not tell.
        """
        return self._member(_vf_settings.Switch, _c.sriov_eswitch_get_encapsulation)
