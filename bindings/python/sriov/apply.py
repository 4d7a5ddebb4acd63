# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""A plan is carried out: to its end, or not at all."""

from __future__ import annotations

from typing import Callable, Iterable, Optional, Union

from . import error as _error
from . import lease as _lease
from . import plan as _plan
from . import step as _step
from . import _c
from ._runtime import callbacks, values
from ._runtime.enums import Value
from ._runtime.handles import Handle
from ._runtime.objects import Object
from ._runtime.options import Options


class ApplyResult(Value):
    """What a plan came to."""

    # It is under way.
    UNDER_WAY = 0
    # All is as it should be.
    APPLIED = 1
    # A step failed or it was cancelled, and all is as before.
    TAKEN_BACK = 2
    # A step failed, and so did the way back, somebody uses a VF by now that would have to go, or
    # the kernel is still at it: what is not as before is in the error's causes.
    # Context.run_recovery_all() takes it back once that can be done. So it is, too, when all went
    # well and the journal could not be removed: a recovery takes all back then, unless VFs were
    # removed.
    LEFT = 3


class Apply(Object):
    """A plan that is being carried out, or was."""

    __slots__ = ()
    _handle_type = _c.Apply
    _changes = True

    @property
    def descriptor(self) -> int:
        """What to wait for, with poll(), select() or the like.

        Returns:
            readable when Apply.advance() has something to do, and once it is over; it is the
            apply's and is not read from. -1 for None.
        """
        return self._number(_c.sriov_apply_get_descriptor)

    def advance(self) -> None:
        """Takes note of what the kernel has done, and goes on. Never waits."""
        self._tell(_c.sriov_apply_advance)

    def cancel(self) -> None:
        """Has it ended after the steps that are under way, and all taken back.

        May be called by any thread and in a signal handler, at any time; once it is over it changes
        nothing.
        """
        self._tell_at_once(_c.sriov_apply_cancel)

    @property
    def result(self) -> ApplyResult:
        """What it came to so far.

        Returns:
            one of ApplyResult.
        """
        return self._member(ApplyResult, _c.sriov_apply_get_result)

    @property
    def error(self) -> Optional[_error.SriovError]:
        """Why all is not as it should be.

        Returns:
            None while it is under way, and when all went well.
        """
        return self._error(_error.SriovError, _c.sriov_apply_get_error)

    @property
    def plan(self) -> _plan.Plan:
        """The plan."""
        return self._object(_plan.Plan, _c.sriov_apply_get_plan)

    @property
    def done_count(self) -> int:
        """How many of the plan's steps are over, one way or the other.

        Returns:
            never falls.
        """
        return self._number(_c.sriov_apply_get_done_count)

    def get_step_result(self, position: int) -> _step.StepResult:
        """What became of a step on the way forth.

        Args:
            position: its place in Plan.steps.

        Returns:
            one of StepResult; StepResult.UNKNOWN past the end.
        """
        return self._member(
            _step.StepResult, _c.sriov_apply_get_step_result, values.size_t(position, "position")
        )

    def get_step_error(self, position: int) -> Optional[_error.SriovError]:
        """Why a step failed on the way forth, or what is not as it was set though it was done: a
        driver that agreed to a setting may tell another one at first.

        Args:
            position: its place in Plan.steps.

        Returns:
            None when all is well with it.
        """
        return self._error(
            _error.SriovError, _c.sriov_apply_get_step_error, values.size_t(position, "position")
        )


_sriov_apply_options_set_progress_callback = callbacks.asked_by_c(
    _c.sriov_apply_options_set_progress_callback,
    _step.Step._borrowed,
    lambda value: _step.StepResult(value),
)


def apply_options(
    owner: Union[str, None, values.Default],
    leases: Iterable[_lease.Lease],
    wait_ms: Optional[int],
    deadline_ms: Optional[int],
    parallelism: Optional[int],
    progress: Optional[Callable[[_step.Step, _step.StepResult], Optional[bool]]],
) -> Optional[Handle]:
    """The options that were given, for C; None when there are none."""
    made = Options(_c.ApplyOptions, _c.sriov_apply_options_new)
    if owner is not values.DEFAULT:
        made.set(_c.sriov_apply_options_set_owner, values.text_or_none(owner, "owner"))
    for each in leases:
        made.set(_c.sriov_apply_options_add_lease, values.instance(each, _lease.Lease, "leases"))
    if wait_ms is not None:
        made.tell(_c.sriov_apply_options_set_wait_ms, values.uint32_t(wait_ms, "wait_ms"))
    if deadline_ms is not None:
        made.tell(
            _c.sriov_apply_options_set_deadline_ms, values.uint32_t(deadline_ms, "deadline_ms")
        )
    if parallelism is not None:
        made.tell(
            _c.sriov_apply_options_set_parallelism, values.unsigned_int(parallelism, "parallelism")
        )
    made.tell(
        _c.sriov_apply_options_set_progress,
        _sriov_apply_options_set_progress_callback,
        made.attach_asked(progress, "progress"),
    )
    return made.handle
