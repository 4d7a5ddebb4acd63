# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Findings: what will go wrong, why, and the ways out."""

from __future__ import annotations

from typing import Optional, Tuple

from . import _c
from ._runtime import values
from ._runtime.enums import Value
from ._runtime.objects import Object
from ._runtime.sequences import List


class FindingCode(Value):
    """What was found. Values never change; later versions add new ones at the end."""

    # None.
    NONE = 0
    # The PF will refuse the VF another MAC: it has an admin MAC and no trust.
    MAC_CHANGE_REFUSED = 1
    # The PF will drop frames whose source MAC is not the VF's: its spoof check is on.
    SPOOF_CHECK_DROPS = 2
    # LACP over VFs: the partner talks to the PF.
    LACP_OVER_VF = 3
    # A lost link is not seen, by anybody or on one VF: a failover will not come.
    NO_LINK_MONITORING = 4
    # Two VFs have the same MAC, and the bond's mode needs one for each.
    SAME_MAC = 5


class Severity(Value):
    """How bad it is."""

    # Worth knowing.
    NOTE = 0
    # It may bite, depending on what cannot be seen from here.
    WARNING = 1
    # It will not work.
    ERROR = 2


class Finding(Object):
    """One thing that will go wrong. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.Finding
    _shown = ("device", "code")

    @property
    def code(self) -> FindingCode:
        """What was found.

        Returns:
            the code.
        """
        return self._member(FindingCode, _c.sriov_finding_get_code)

    @property
    def code_name(self) -> str:
        """The name of the code, for programs: "mac-change-refused".

        Returns:
            constant.
        """
        return self._text(_c.sriov_finding_get_code_name)

    @property
    def severity(self) -> Severity:
        """How bad it is.

        Returns:
            the severity.
        """
        return self._member(Severity, _c.sriov_finding_get_severity)

    @property
    def device(self) -> Optional[str]:
        """The address of the VF that it is about.

        Returns:
            None when it is about none in particular.
        """
        return self._text_or_none(_c.sriov_finding_get_device)

    @property
    def message(self) -> str:
        """What will happen and why, for a person."""
        return self._text(_c.sriov_finding_get_message)

    @property
    def evidence(self) -> str:
        """What it was told by: "admin MAC 52:54:00:00:00:01, trust off, spoof check on"."""
        return self._text(_c.sriov_finding_get_evidence)

    @property
    def remedy_count(self) -> int:
        """How many ways out there are.

        Returns:
            the number.
        """
        return self._number(_c.sriov_finding_get_remedy_count)

    def get_remedy(self, position: int) -> Optional[str]:
        """A way out, in words.

        Args:
            position: from 0; the first gives up the least.

        Returns:
            None past the end.
        """
        return self._text_or_none(_c.sriov_finding_get_remedy, values.size_t(position, "position"))

    @property
    def remedies(self) -> Tuple[str, ...]:
        """What get_remedy() gives for each position."""
        return tuple(
            self._text(_c.sriov_finding_get_remedy, position)
            for position in range(self.remedy_count)
        )

    def get_remedy_command(self, position: int) -> Optional[str]:
        """The command that a person would type for it.

        Args:
            position: from 0, as in Finding.get_remedy().

        Returns:
            None past the end, or when it is no command.
        """
        return self._text_or_none(
            _c.sriov_finding_get_remedy_command, values.size_t(position, "position")
        )

    @property
    def remedy_commands(self) -> Tuple[str, ...]:
        """What get_remedy_command() gives for each position."""
        return tuple(
            self._text(_c.sriov_finding_get_remedy_command, position)
            for position in range(self.remedy_count)
        )


class FindingList(List["Finding"]):
    """Findings, the worst first; empty when nothing is wrong. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.FindingList

    def __len__(self) -> int:
        return self._number(_c.sriov_finding_list_get_count)

    def _at(self, position: int) -> Finding:
        return self._object(Finding, _c.sriov_finding_list_get, position)
