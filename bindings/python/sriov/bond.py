# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Bonds of the host."""

from __future__ import annotations

from typing import Optional

from . import string_list as _string_list
from . import _c
from ._runtime.enums import Value
from ._runtime.objects import Object


class BondMode(Value):
    """How a bond uses its members; the numbers are the kernel's."""

    # One that this version does not know.
    UNKNOWN = -1
    # balance-rr.
    BALANCE_RR = 0
    # active-backup.
    ACTIVE_BACKUP = 1
    # balance-xor.
    BALANCE_XOR = 2
    # broadcast.
    BROADCAST = 3
    # 802.3ad, LACP.
    MODE_8023AD = 4
    # balance-tlb.
    BALANCE_TLB = 5
    # balance-alb.
    BALANCE_ALB = 6


class FailOverMAC(Value):
    """What an active-backup bond does with MACs; the numbers are the kernel's."""

    # One that this version does not know.
    UNKNOWN = -1
    # Every member is given the bond's MAC when it joins.
    NONE = 0
    # The members keep their MACs, and the bond takes the active one's.
    ACTIVE = 1
    # A member is given the bond's MAC when it becomes the active one.
    FOLLOW = 2


class Bond(Object):
    """A bond of the host as it was when it was read. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.Bond
    _shown = ("name",)

    @property
    def name(self) -> str:
        """Its interface."""
        return self._text(_c.sriov_bond_get_name)

    @property
    def mode(self) -> BondMode:
        """How it uses its members.

        Returns:
            the mode.
        """
        return self._member(BondMode, _c.sriov_bond_get_mode)

    @property
    def mode_name(self) -> str:
        """The mode as the kernel calls it: "active-backup"."""
        return self._text(_c.sriov_bond_get_mode_name)

    @property
    def miimon_ms(self) -> int:
        """How often the link of each member is looked at.

        Returns:
            milliseconds; 0 when it is not.
        """
        return self._number(_c.sriov_bond_get_miimon_ms)

    @property
    def updelay_ms(self) -> int:
        """How long a link must be up before it is used.

        Returns:
            milliseconds.
        """
        return self._number(_c.sriov_bond_get_updelay_ms)

    @property
    def downdelay_ms(self) -> int:
        """How long a link must be down before it is given up.

        Returns:
            milliseconds.
        """
        return self._number(_c.sriov_bond_get_downdelay_ms)

    @property
    def primary(self) -> Optional[str]:
        """The member that is preferred.

        Returns:
            None when there is none.
        """
        return self._text_or_none(_c.sriov_bond_get_primary)

    @property
    def fail_over_mac(self) -> FailOverMAC:
        """What it does with MACs at a failover.

        Returns:
            the policy.
        """
        return self._member(FailOverMAC, _c.sriov_bond_get_fail_over_mac)

    @property
    def active_member(self) -> Optional[str]:
        """The member that carries the traffic.

        Returns:
            None when there is none, and in modes that use all.
        """
        return self._text_or_none(_c.sriov_bond_get_active_member)

    @property
    def members(self) -> _string_list.StringList:
        """Its members, in the order in which they joined.

        Returns:
            may be empty.
        """
        return self._object(_string_list.StringList, _c.sriov_bond_get_members)

    @property
    def options(self) -> str:
        """All its parameters as the bonding module and BONDING_OPTS take them: "mode=1 miimon=80
        updelay=30000 primary=em1 fail_over_mac=active". What is at its default is left out, mode is
        not.

        BONDING_OPTS also takes `peer_notif_delay`, `arp_missed_max`, `lacp_active` and
        `tlb_dynamic_lb`, which are no parameters of the module.
        """
        return self._text(_c.sriov_bond_get_options)
