# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""From what is to what should be, in steps."""

from __future__ import annotations

from typing import Callable, Iterable, Optional, Union

from . import apply as _apply
from . import lease as _lease
from . import step as _step
from . import _c
from ._runtime import calls, values
from ._runtime.objects import Object


class Plan(Object):
    """What is to be done to get a host from what it is like to what it should be like. Immutable
    and counted.
    """

    __slots__ = ()
    _handle_type = _c.Plan

    @property
    def steps(self) -> _step.StepList:
        """The steps in their order.

        Returns:
            empty when nothing is to be done
        """
        return self._object(_step.StepList, _c.sriov_plan_get_steps)

    @property
    def effect(self) -> _step.StepEffect:
        """Who notices it: the worst of its steps.

        Returns:
            one of StepEffect.
        """
        return self._member(_step.StepEffect, _c.sriov_plan_get_effect)

    def format_text(self) -> str:
        """The plan for a person: for each step what it does, and below that its effect, the way
        back and the command.

        Returns:
            with line ends

        Raises:
            NoMemoryError: out of memory.
        """
        out = calls.Text()
        calls.call(_c.sriov_plan_format_text, self._pointer, out)
        return out.value

    def format_json(self) -> str:
        """The plan for a program.

        Returns:
            an object with a list of steps

        Raises:
            MalformedError: a PF's interface has a name that is no UTF-8.
            NoMemoryError: out of memory.

        Kernel interface:
            None: all that is told was read when the plan was made.
        """
        out = calls.Text()
        calls.call(_c.sriov_plan_format_json, self._pointer, out)
        return out.value

    def apply(
        self,
        *,
        owner: Union[str, None, values.Default] = values.DEFAULT,
        leases: Iterable[_lease.Lease] = (),
        wait_ms: Optional[int] = None,
        deadline_ms: Optional[int] = None,
        parallelism: Optional[int] = None,
        progress: Optional[Callable[[_step.Step, _step.StepResult], Optional[bool]]] = None,
    ) -> _apply.Apply:
        """Carries a plan out, and waits for its end.

        First the PFs are leased, and whatever was left by one that was killed is recovered, as
        Context.run_recovery_all() does; that of other PFs need not succeed. Then a journal is kept
        until all is over. When a step fails what was done is taken back.

        Args:
            owner: As whom the PFs are leased, and who a recovery says it was; "my-agent 1.2": 1
                to 64 bytes without control characters; None, the default, for the process's
                command.
            leases: The leases that the caller has already: the plan is carried out under them,
                and the caller has them still when that is over; of PF.acquire_lease(), referenced
                until the options are released. One of a PF that is not in the plan does nothing.
            wait_ms: How long to wait for the lease of a PF that somebody has; in milliseconds;
                0, the default, for not at all.
            deadline_ms: When a step that is not over is given up; for each step, in
                milliseconds; by default that of the context, see the argument deadline_ms of
                Context(); 0 for never.
            parallelism: How many VFs of one PF are bound to their drivers at once. PFs always
                go side by side; from 1 to 64, and taken for the nearer one of them when it is none
                of these; 4 by default. Each is a process of its own while the plan is carried out.
            progress: Who is told of each step, and may have it ended; called on the caller's
                thread from within Plan.apply(), Plan.start_apply() and Apply.advance(), when a step
                begins and when it has ended, on the way back too. It returns False to go on, and
                True to have it ended as Apply.cancel() does; after the last step, and on the way
                back, there is nothing to be ended. It may call that one and getters with the apply,
                once it has that. None for nobody. To return None is to go on; what it raises ends
                it, too, and is raised when that is over.

        Returns:
            what became of each step, also after a failure of one; None when it is not wanted.

        Raises:
            InvalidError: an option is out of its range.
            BusyError: somebody has the lease of a PF, or of one that has to be recovered with
                it; or another plan is carried out under the same lease; or an earlier change of a
                PF is not over in the kernel; or a PF is not as it was when the plan was made, or
                another card: plan again.
            WouldDestroyError: somebody uses by now what would be destroyed.
            ForbiddenError: the caller lacks the right, or the runtime directory is not safe.
            GoneError: a device was removed.
            NotFoundError: a device, a module or the runtime directory's parent is not there.
            UnsupportedError: the driver or the kernel has no such thing.
            TooManyVFsError: the driver allows fewer VFs.
            NoDriverError: a driver is not there.
            BlacklistedError: a module is blacklisted.
            MalformedError: the kernel's description of something is not understood.
            TimeoutError: a step was not over in time; who holds the device is told.
            PartialError: the driver made fewer VFs than were asked for; or the way back failed,
                too, and all is neither as before nor as it should be; or what was left of the PFs
                by one that was killed could not be recovered.
            CancelledError: the progress callback or Apply.cancel() had it ended; all is as
                before.
            FailedError: the kernel refused a step.
            NoMemoryError: out of memory.

        Kernel interface:
            `sriov_drivers_autoprobe`, `sriov_numvfs`, `sriov_vf_msix_count`, `driver_override`,
            `drivers_probe`, the drivers' `bind` and `unbind`; rtnetlink's `IFLA_VFINFO_LIST`.
        """
        out = calls.Instance(_apply.Apply)
        calls.call(
            _c.sriov_plan_apply,
            self._pointer,
            _apply.apply_options(
                owner=owner,
                leases=leases,
                wait_ms=wait_ms,
                deadline_ms=deadline_ms,
                parallelism=parallelism,
                progress=progress,
            ),
            out,
        )
        return out.value

    def start_apply(
        self,
        *,
        owner: Union[str, None, values.Default] = values.DEFAULT,
        leases: Iterable[_lease.Lease] = (),
        wait_ms: Optional[int] = None,
        deadline_ms: Optional[int] = None,
        parallelism: Optional[int] = None,
        progress: Optional[Callable[[_step.Step, _step.StepResult], Optional[bool]]] = None,
    ) -> _apply.Apply:
        """Begins to carry a plan out, without waiting for its end.

        What this waits for itself are leases, as long as the options allow, a recovery, and
        modules. From then on Apply.advance() is called whenever Apply.descriptor is readable. When
        the apply is dropped before it is over, it is cancelled and taken back first, unless its
        last step is under way: then it is done.

        Args:
            owner: As whom the PFs are leased, and who a recovery says it was; "my-agent 1.2": 1
                to 64 bytes without control characters; None, the default, for the process's
                command.
            leases: The leases that the caller has already: the plan is carried out under them,
                and the caller has them still when that is over; of PF.acquire_lease(), referenced
                until the options are released. One of a PF that is not in the plan does nothing.
            wait_ms: How long to wait for the lease of a PF that somebody has; in milliseconds;
                0, the default, for not at all.
            deadline_ms: When a step that is not over is given up; for each step, in
                milliseconds; by default that of the context, see the argument deadline_ms of
                Context(); 0 for never.
            parallelism: How many VFs of one PF are bound to their drivers at once. PFs always
                go side by side; from 1 to 64, and taken for the nearer one of them when it is none
                of these; 4 by default. Each is a process of its own while the plan is carried out.
            progress: Who is told of each step, and may have it ended; called on the caller's
                thread from within Plan.apply(), Plan.start_apply() and Apply.advance(), when a step
                begins and when it has ended, on the way back too. It returns False to go on, and
                True to have it ended as Apply.cancel() does; after the last step, and on the way
                back, there is nothing to be ended. It may call that one and getters with the apply,
                once it has that. None for nobody. To return None is to go on; what it raises ends
                it, too, and is raised when that is over.

        Raises:
            InvalidError: an option is out of its range.
            BusyError: somebody has the lease of a PF, or of one that has to be recovered with
                it; or another plan is carried out under the same lease; or an earlier change of a
                PF is not over in the kernel; or a PF is not as it was when the plan was made, or
                another card: plan again.
            WouldDestroyError: somebody uses by now what would be destroyed.
            ForbiddenError: the caller lacks the right, or the runtime directory is not safe.
            GoneError: a device was removed.
            NotFoundError: a device, a module or the runtime directory's parent is not there.
            UnsupportedError: the driver or the kernel has no such thing.
            TooManyVFsError: the driver allows fewer VFs.
            NoDriverError: a driver is not there.
            BlacklistedError: a module is blacklisted.
            MalformedError: the kernel's description of something is not understood.
            TimeoutError: the kernel does not tell something in time, or a module is not loaded
                in time.
            FailedError: the runtime directory cannot be written, or there is no process or
                descriptor left.
            PartialError: what was left of the PFs by one that was killed could not be
                recovered.
            NoMemoryError: out of memory.

        Kernel interface:
            As of Plan.apply().
        """
        out = calls.Instance(_apply.Apply)
        calls.call(
            _c.sriov_apply_start,
            self._pointer,
            _apply.apply_options(
                owner=owner,
                leases=leases,
                wait_ms=wait_ms,
                deadline_ms=deadline_ms,
                parallelism=parallelism,
                progress=progress,
            ),
            out,
        )
        return out.value
