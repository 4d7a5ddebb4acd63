# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""A bond inside a machine, over VFs: will it work, and why not."""

from __future__ import annotations

from . import bond as _bond
from . import finding as _finding
from . import vf as _vf
from . import _c
from ._runtime import calls, values
from ._runtime.objects import Object


class GuestBond(Object):
    """The plan of a bond over VFs, as the machine that gets them will have it.

    Made with _new, told the bond's parameters and its VFs, then asked. For one thread at a time.
    """

    __slots__ = ()
    _handle_type = _c.GuestBond
    _changes = True

    def __init__(self) -> None:
        """Plans a bond with the kernel's defaults, but mode active-backup.

        Raises:
            NoMemoryError: out of memory.
        """
        out = calls.Instance(GuestBond)
        calls.call(_c.sriov_guest_bond_new, out)
        self._begin(out.target)

    @classmethod
    def new_like(cls, host: _bond.Bond) -> GuestBond:
        """Plans a bond with the same mode, link monitoring and fail_over_mac as a bond of the host.

        Args:
            host: the bond of the host.

        Raises:
            InvalidError: this version does not know the host bond's mode or fail_over_mac.
            NoMemoryError: out of memory.
        """
        out = calls.Instance(GuestBond)
        calls.call(_c.sriov_guest_bond_new_like, values.instance(host, _bond.Bond, "host"), out)
        return out.value

    def set_mode(self, mode: _bond.BondMode) -> None:
        """Sets the mode.

        Args:
            mode: the mode.

        Raises:
            InvalidError: the mode none of BondMode.
        """
        calls.call(
            _c.sriov_guest_bond_set_mode, self._pointer, values.member(mode, _bond.BondMode, "mode")
        )

    def set_miimon_ms(self, miimon_ms: int) -> None:
        """Sets how often the links are looked at.

        Args:
            miimon_ms: milliseconds; 0 for never.
        """
        self._tell(_c.sriov_guest_bond_set_miimon_ms, values.unsigned_int(miimon_ms, "miimon_ms"))

    def set_fail_over_mac(self, policy: _bond.FailOverMAC) -> None:
        """Sets what the bond does with MACs at a failover.

        Args:
            policy: the policy; the kernel heeds it in active-backup mode only.

        Raises:
            InvalidError: the policy none of FailOverMAC.
        """
        calls.call(
            _c.sriov_guest_bond_set_fail_over_mac,
            self._pointer,
            values.member(policy, _bond.FailOverMAC, "policy"),
        )

    def set_foreign_macs(self, foreign: bool) -> None:
        """Says whether the machine sends frames with MACs that are not its card's.

        That is so when a bridge, a macvlan or a machine of its own is above the bond. It is off at
        first.

        Args:
            foreign: True when it does.
        """
        self._tell(_c.sriov_guest_bond_set_foreign_macs, values.boolean(foreign, "foreign"))

    def set_admin_macs(self, given: bool) -> None:
        """Says whether whoever starts the machine gives each VF an admin MAC.

        libvirt does so for every interface that is a VF, also when its definition names no MAC. It
        is off at first: then the VFs are judged with what they have when they are added. A PF does
        not tell whether the MAC that it has for a VF was given by the administrator or made up by
        the VF's driver; that is seen as long as the VF has an interface on the host, and else makes
        a warning of what would be certain.

        Args:
            given: True when it does.
        """
        self._tell(_c.sriov_guest_bond_set_admin_macs, values.boolean(given, "given"))

    def add_vf(self, vf: _vf.VF) -> None:
        """Adds a VF to the bond; the first one gives the bond its MAC.

        Its settings are read now.

        Args:
            vf: the VF.

        Raises:
            NoMemoryError: out of memory.
            AlreadyError: it is in the plan.
            UnsupportedError: the PF has no network interface.
            NotFoundError: the PF has no VF of that index any more, or its interface is in
                another network namespace.
            GoneError: the device was removed.
            MalformedError: the kernel's answer does not hold the number of VFs it promises.
            FailedError: the kernel did not answer.
            BusyError: the kernel was asked before, and that is not over.
            TimeoutError: the kernel does not answer in time; see the argument deadline_ms of
                Context().

        Kernel interface:
            rtnetlink `RTM_GETLINK` with `RTEXT_FILTER_VF`; `address` and `addr_assign_type` of the
            VF's interface, if the host sees one.
        """
        calls.call(_c.sriov_guest_bond_add_vf, self._pointer, values.instance(vf, _vf.VF, "vf"))

    def check(self) -> _finding.FindingList:
        """Foretells what will go wrong with the bond as planned, with the ways out.

        The rules were measured on igb with kernels 6.1 and 6.12; for other drivers a finding is a
        warning where igb's would be certain. What a spoof check drops was read in the card's
        registers and data sheet: the emulated card of the tests forwards it. What the VFs were told
        since they were added is not seen.

        Returns:
            empty when nothing is wrong.

        Raises:
            NoMemoryError: out of memory.
        """
        out = calls.Instance(_finding.FindingList)
        calls.call(_c.sriov_guest_bond_check, self._pointer, out)
        return out.value
