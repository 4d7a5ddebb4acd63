# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""What was left by a program that was killed is brought to an end."""

from __future__ import annotations

from typing import Optional

from . import error as _error
from . import _c
from ._runtime.enums import Value
from ._runtime.objects import Object
from ._runtime.sequences import List


class RecoveryResult(Value):
    """What became of a journal."""

    # Something that this version does not know.
    UNKNOWN = -1
    # Its PFs are as they were before.
    TAKEN_BACK = 0
    # Its PFs are as they should have become by its plan.
    FINISHED = 1
    # It is of an earlier boot, or its PFs are gone: it has no meaning any more.
    OLD = 2
    # Its program, or what that has begun in the kernel, is still at it: nothing was done, and a
    # recovery once that is over does it.
    BUSY = 3
    # Its PFs could be brought neither here nor there, or somebody uses what would go: the error
    # says what is in the way. It is kept, and no plan for these PFs is carried out until a recovery
    # has succeeded.
    FAILED = 4


class Recovery(Object):
    """What became of one journal. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.Recovery

    @property
    def result(self) -> RecoveryResult:
        """What became of it.

        Returns:
            one of RecoveryResult.
        """
        return self._member(RecoveryResult, _c.sriov_recovery_get_result)

    @property
    def description(self) -> str:
        """The whole in a sentence: "em1 (0000:01:00.0): my-agent (process 812), which was killed
        while it made 7 VFs: taken back".
        """
        return self._text(_c.sriov_recovery_get_description)

    @property
    def error(self) -> Optional[_error.SriovError]:
        """Why it could not be brought to an end.

        Returns:
            None when it could.
        """
        return self._error(_error.SriovError, _c.sriov_recovery_get_error)


class RecoveryList(List["Recovery"]):
    """One for each journal that was found."""

    __slots__ = ()
    _handle_type = _c.RecoveryList

    def __len__(self) -> int:
        return self._number(_c.sriov_recovery_list_get_count)

    def _at(self, position: int) -> Recovery:
        return self._object(Recovery, _c.sriov_recovery_list_get, position)
