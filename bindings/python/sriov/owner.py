# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Who has the lease of a PF or has reserved a VF."""

from __future__ import annotations

from typing import Optional

from . import _c
from ._runtime.objects import Object


class Owner(Object):
    """Whom a lease or a reservation belongs to, by his own account. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.Owner
    _shown = ("pid",)

    @property
    def text(self) -> Optional[str]:
        """What the owner called himself: "my-agent 1.2".

        Returns:
            None when he wrote nothing, as a shell's flock does; what is told of its process then
            comes from the kernel.
        """
        return self._text_or_none(_c.sriov_owner_get_text)

    @property
    def pid(self) -> int:
        """The process, by its number in the PID namespace that its procfs showed.

        Returns:
            from 1; 0 when it is not known.
        """
        return self._number(_c.sriov_owner_get_pid)

    @property
    def command(self) -> Optional[str]:
        """Its short name when it took what it has: "python3", at most 15 bytes.

        Returns:
            None when it is not known.
        """
        return self._text_or_none(_c.sriov_owner_get_command)

    @property
    def start_ticks(self) -> int:
        """When the process was started, as the kernel counts: with its number, this names it for as
        long as the host runs.

        Returns:
            clock ticks since the boot, field 22 of `/proc/PID/stat`; 0 when it is not known.
        """
        return self._number(_c.sriov_owner_get_start_ticks)

    @property
    def boot_id(self) -> Optional[str]:
        """In which boot of the host it was: "3c9a3b9e-6d2a-4e0c-8f3c-6f4d1c1f7d52".

        Returns:
            None when it is not known.
        """
        return self._text_or_none(_c.sriov_owner_get_boot_id)

    @property
    def since_s(self) -> int:
        """Since when he has it, by the clock.

        Returns:
            seconds since 1970; 0 when it is not known.
        """
        return self._number(_c.sriov_owner_get_since_s)

    @property
    def is_running(self) -> bool:
        """Whether the process was still running: one of its number and its start is to be seen.

        Returns:
            False when it has ended, and another one that it made keeps what it had; when it cannot
            be seen from here, as from within a container; and for None.
        """
        return self._boolean(_c.sriov_owner_is_running)

    @property
    def description(self) -> str:
        """The owner in words: "my-agent 1.2 (python3, process 812) since 2026-11-26 09:30:00 UTC".
        """
        return self._text(_c.sriov_owner_get_description)
