# SPDX-License-Identifier: LGPL-2.1-or-later
"""Plans that are carried out, by programs on the fake kernel."""

from __future__ import annotations

import errno
import os
import sys
import textwrap
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "fake_kernel"))

import bed  # noqa: E402

STATE = ('{"version": 1, "pfs": [{"pf": "em1", "vf_count": 2,'
         ' "defaults": {"driver": "vfio-pci", "trust": true}}]}')
# What begins the programs.
PROLOGUE = f"""
import asyncio, builtins, select, subprocess, sys, threading, time
import sriov
from sriov import ApplyResult, RecoveryResult, StepKind, StepResult

host = sys.argv[1]
context = sriov.Context(sysfs=host + "/sys", procfs=host + "/proc", devfs=host + "/dev",
                        modules=host + "/modules", modprobe=host + "/modprobe",
                        runtime_directory=host + "/runtime")
state = sriov.State()
state.add_json('''{STATE}''')
plan = context.make_plan(state)
told = []

def tell(step, result):
    told.append((step, result))

def tell_kernel(word):
    return subprocess.run(["{bed.PROGRAMS / 'tell'}", host, word], check=True,
                          stdout=subprocess.PIPE).stdout

def is_held():
    return bool(tell_kernel("held"))

def release():
    tell_kernel("release")

def carry_out(apply):
    while apply.result is ApplyResult.UNDER_WAY:
        select.select([apply.descriptor], [], [], 60)
        apply.advance()
"""
# Sends a signal once the program says that it is ready and the kernel is at the first step, and lets
# the kernel go on with that.
INTERRUPTED = """
import contextlib, os, signal

# A shell's job in the background would ignore it.
signal.signal(signal.SIGINT, signal.default_int_handler)

@contextlib.contextmanager
def interrupted(number):
    ready, over = threading.Event(), threading.Event()

    def interrupt():
        ready.wait()
        while not is_held():
            if over.wait(0.01):
                return
        os.kill(os.getpid(), number)
        release()

    other = threading.Thread(target=interrupt)
    other.start()
    try:
        yield ready
    finally:
        over.set()
        ready.set()
        other.join()
"""
# All steps of the plan, in their order: the gate, two VFs, their trust, their drivers, the gate.
KINDS = "autoprobe make vf vf driver driver autoprobe"


class ApplyCase(bed.KernelCase):

    @classmethod
    def setUpClass(cls) -> None:
        if not (bed.PROGRAMS / ".libs" / "preload.so").exists():
            raise unittest.SkipTest("what is loaded into programs is not built")
        super().setUpClass()

    def environment(self) -> dict[str, str]:
        mine = super().environment()
        both = (os.environ.get("LD_PRELOAD", ""), mine["LD_PRELOAD"])
        return {**mine, "LD_PRELOAD": ":".join(filter(None, both))}

    def expect(self, program: str, output: str, vfs: int) -> None:
        """It prints that and nothing else, and em1 has so many VFs in the end."""
        text = PROLOGUE + textwrap.dedent(program)
        self.assertEqual(self.succeed(sys.executable, "-c", text, self.host), output)
        self.assertEqual(len(list(self.sysfs("devices/0000:01:00.0").glob("virtfn*"))), vfs)


class Waiting(ApplyCase):
    """apply() comes back when all is over."""

    def test_each_step_begins_and_ends(self) -> None:
        self.expect("""
            apply = plan.apply(owner="a test", parallelism=1, progress=tell)
            print(apply.result, apply.done_count, apply.error)
            ended = [step for step, result in told if result is StepResult.DONE]
            print(*[str(step.kind).replace("set-", "").replace("-vfs", "") for step in ended])
            print(ended == list(plan.steps), len(told))
            print({apply.get_step_result(i) for i in range(len(plan.steps))} == {StepResult.DONE})
            """, f"applied 7 None\n{KINDS}\nTrue 14\nTrue\n", 2)

    def test_a_step_that_fails(self) -> None:
        self.tell("fail", "sriov_numvfs", str(errno.ENOMEM))
        self.expect("""
            try:
                plan.apply(progress=tell)
            except sriov.SriovError as error:
                apply = error.result
                print(apply.result, apply.get_step_result(1), apply.get_step_result(2))
                print(apply.error.code == error.code, error.errno, len(error.causes))
                print(apply.get_step_error(1).errno, apply.get_step_error(0))
            print(len(context.run_recovery_all()))
            """, "taken-back failed not-begun\nTrue 12 0\n12 None\n0\n", 0)

    def test_a_deadline(self) -> None:
        self.tell("hold", "sriov_numvfs")
        self.expect("""
            try:
                plan.apply(deadline_ms=3000)
            except builtins.TimeoutError as error:
                print(type(error) is sriov.TimeoutError, error.result.get_step_result(1))
                print(error.result.result)
            print({each.result for each in context.run_recovery_all()} == {RecoveryResult.BUSY})
            while any(each.result is RecoveryResult.BUSY for each in context.run_recovery_all()):
                release()
            print(len(context.run_recovery_all()))
            """, "True stuck\nleft\nTrue\n0\n", 0)

    def test_no_progress(self) -> None:
        self.expect("print(plan.apply(progress=None).result)", "applied\n", 2)

    def test_leases_that_the_caller_has(self) -> None:
        self.expect("""
            both = sriov.State()
            pfs = ["em1", "em2"]
            for name in pfs:
                both.add_pf(name).set_vf_count(1)
            leases = [context.open_pf(name).acquire_lease() for name in pfs]
            for some in ((), leases[:1], leases[1:]):
                try:
                    context.make_plan(both).apply(leases=some)
                except sriov.BusyError:
                    print("busy")
            print(context.make_plan(both).apply(leases=iter(leases)).result)
            print([context.open_pf(name).read_lease_owner() is None for name in pfs])
            """, "busy\nbusy\nbusy\napplied\n[False, False]\n", 1)

    def test_what_is_no_lease(self) -> None:
        self.expect("""
            for wrong in (["em1"], context.open_pf("em1").acquire_lease(), None):
                try:
                    plan.apply(leases=wrong)
                except TypeError as error:
                    print(error)
            """, "leases must be Lease, not str\n'Lease' object is not iterable\n"
                 "'NoneType' object is not iterable\n", 0)

    def test_what_is_no_function(self) -> None:
        self.expect("""
            try:
                plan.apply(progress=3)
            except TypeError as error:
                print(error)
            """, "progress must be callable, not int\n", 0)


class Ending(ApplyCase):
    """apply() is ended by its callback, or by a signal; what was done is taken back."""

    def test_the_callback_says_so(self) -> None:
        self.expect("""
            def made(step, result):
                return step.kind is StepKind.MAKE_VFS and result is StepResult.DONE

            try:
                plan.apply(progress=made)
            except sriov.CancelledError as error:
                print(error.result.result, error.result.get_step_result(1))
            print(len(context.run_recovery_all()))
            """, "taken-back done\n0\n", 0)

    def test_at_each_word(self) -> None:
        self.expect("""
            count = 0
            while True:
                told = []
                def end(step, result):
                    told.append(step)
                    return len(told) == count + 1
                try:
                    print(plan.apply(progress=end).result, count)
                    break
                except sriov.CancelledError as error:
                    assert error.result.result is ApplyResult.TAKEN_BACK
                    assert not len(context.open_pf("em1").list_vfs()), count
                count += 1
            """, "applied 12\n", 2)

    def test_it_raises(self) -> None:
        self.expect("""
            def fail(step, result):
                if step.kind is StepKind.SET_VF:
                    raise LookupError(step.vf_index)

            try:
                plan.apply(progress=fail)
            except LookupError as error:
                print(error, type(error.__context__) is sriov.CancelledError)
                print(error.__context__.result.result)
            """, "0 True\ntaken-back\n", 0)

    def test_the_first_that_it_raises_counts(self) -> None:
        self.expect("""
            def fail(step, result):
                told.append(step)
                raise LookupError(len(told))

            try:
                plan.apply(progress=fail)
            except LookupError as error:
                print(error, len(told) > 1)
            """, "1 True\n", 0)

    def test_it_raises_when_all_is_done(self) -> None:
        self.expect("""
            def fail(step, result):
                if step == plan.steps[-1] and result is StepResult.DONE:
                    raise LookupError("late")

            try:
                plan.apply(progress=fail)
            except LookupError as error:
                print(error, error.__context__)
            print(len(context.make_plan(state).steps))
            """, "late None\n0\n", 2)

    def test_what_is_no_answer(self) -> None:
        self.expect("""
            try:
                plan.apply(progress=lambda step, result: "yes")
            except TypeError as error:
                print(error)
            """, "a callback returns True to end what calls it, False or None to go on, not str\n",
                    0)

    def interrupt(self, program: str, output: str) -> None:
        """A signal comes while the kernel is at the first step, and nothing of Python runs."""
        self.tell("hold", "sriov_drivers_autoprobe")
        self.expect(INTERRUPTED + textwrap.dedent(program), output, 0)

    def test_control_c(self) -> None:
        self.interrupt("""
            old = signal.getsignal(signal.SIGINT)
            try:
                with interrupted(signal.SIGINT) as ready:
                    ready.set()
                    plan.apply(progress=tell)
            except KeyboardInterrupt as error:
                print(error.__context__.result.result, told[-1][1])
            print(signal.getsignal(signal.SIGINT) is old, len(context.run_recovery_all()))
            """, "taken-back done\nTrue 0\n")

    def test_control_c_without_a_callback(self) -> None:
        self.interrupt("""
            try:
                with interrupted(signal.SIGINT) as ready:
                    ready.set()
                    plan.apply()
            except KeyboardInterrupt as error:
                print(error.__context__.result.result)
            """, "taken-back\n")

    def test_control_c_while_it_goes_on(self) -> None:
        self.interrupt("""
            try:
                with interrupted(signal.SIGINT) as ready, \\
                        plan.start_apply(progress=tell) as apply:
                    ready.set()
                    carry_out(apply)
            except KeyboardInterrupt:
                print(told[-1][1])
            print(len(context.run_recovery_all()))
            """, "done\n0\n")

    def test_a_handler_that_raises(self) -> None:
        self.interrupt("""
            signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(number))
            try:
                with interrupted(signal.SIGTERM) as ready:
                    ready.set()
                    plan.apply(progress=tell)
            except SystemExit as error:
                print(error.code, error.__context__.result.result)
            """, "15 taken-back\n")

    def test_a_handler_that_the_callback_hears(self) -> None:
        self.interrupt("""
            stop = threading.Event()
            signal.signal(signal.SIGTERM, lambda number, frame: stop.set())
            try:
                with interrupted(signal.SIGTERM) as ready:
                    ready.set()
                    plan.apply(progress=lambda step, result: stop.is_set())
            except sriov.CancelledError as error:
                print(error.result.result)
            """, "taken-back\n")

    def test_another_thread_has_no_signals(self) -> None:
        self.expect("""
            other = threading.Thread(target=plan.apply)
            other.start()
            other.join()
            """, "", 2)


class GoingOn(ApplyCase):
    """start_apply() comes back at once."""

    def test_poll(self) -> None:
        self.expect("""
            with plan.start_apply(progress=tell) as apply:
                carry_out(apply)
                print(apply.result, apply.plan == plan, len(told))
            """, "applied True 14\n", 2)

    def test_asyncio(self) -> None:
        self.expect("""
            async def carry_out():
                loop, over = asyncio.get_running_loop(), asyncio.Event()
                with plan.start_apply() as apply:
                    def go_on():
                        apply.advance()
                        if apply.result is not ApplyResult.UNDER_WAY:
                            over.set()
                    loop.add_reader(apply.descriptor, go_on)
                    try:
                        await asyncio.wait_for(over.wait(), 60)
                    finally:
                        loop.remove_reader(apply.descriptor)
                    print(apply.result)

            asyncio.run(carry_out())
            """, "applied\n", 2)

    def test_the_callback_cancels(self) -> None:
        self.expect("""
            def cancel(step, result):
                if step.kind is StepKind.MAKE_VFS and result is StepResult.DONE:
                    apply.cancel()
                    print(apply.result, apply.done_count)

            apply = plan.start_apply(progress=cancel)
            carry_out(apply)
            print(apply.result, apply.error.code)
            """, "under-way 2\ntaken-back cancelled\n", 0)

    def test_the_callback_may_not_go_on(self) -> None:
        self.expect("""
            apply = None

            def go_on(step, result):
                try:
                    apply and apply.advance()
                except RuntimeError as error:
                    told.append(str(error))

            apply = plan.start_apply(progress=go_on)
            carry_out(apply)
            print(set(told))
            """, "{'a callback may not call the library on what it was called from'}\n", 2)

    def test_the_callback_lives_no_longer_than_the_apply(self) -> None:
        self.expect("""
            import gc, weakref
            lease = context.open_pf("em1").acquire_lease()
            for leases in ([lease], ()):
                def tell(step, result):
                    told.append(result)

                gone = weakref.ref(tell)
                apply = plan.start_apply(leases=leases, progress=tell)
                del tell
                gc.collect()
                carry_out(apply)
                print(gone() is None, len(told))
                del apply
                gc.collect()
                print(gone() is None)
                lease.close()
                plan, told = context.make_plan(sriov.State()), []
            """, "False 14\nTrue\nFalse 0\nTrue\n", 2)

    def test_another_thread_cancels(self) -> None:
        self.tell("hold", "sriov_drivers_autoprobe")
        self.expect("""
            apply = plan.start_apply()
            other = threading.Thread(target=apply.cancel)
            other.start()
            other.join()
            # What is held may come after the first word that releases it.
            while apply.result is ApplyResult.UNDER_WAY:
                release()
                apply.advance()
            print(apply.result, apply.error.code)
            """, "taken-back cancelled\n", 0)

    def test_closed_before_the_end(self) -> None:
        self.expect("""
            with plan.start_apply(progress=tell) as apply:
                pass
            print(told[-1][1])
            try:
                apply.advance()
            except ValueError as error:
                print(error)
            """, "done\nthis Apply is closed\n", 0)

    def test_closed_by_an_exception_that_came_out_of_a_call(self) -> None:
        self.expect("""
            def fail(step, result):
                if step.kind is StepKind.MAKE_VFS and result is StepResult.DONE:
                    raise LookupError(step.kind)

            try:
                with plan.start_apply(progress=fail) as apply:
                    carry_out(apply)
            except LookupError as error:
                print(error, context.open_pf("em1").read_lease_owner())
            """, "make-vfs None\n", 0)

    def test_let_go_of_before_the_end(self) -> None:
        self.expect("plan.start_apply(progress=tell)", "", 0)


class Recovering(ApplyCase):

    def test_what_a_killed_program_left(self) -> None:
        killed = PROLOGUE + textwrap.dedent("""
            import os, signal
            def die(step, result):
                if step.kind is StepKind.MAKE_VFS and result is StepResult.DONE:
                    os.kill(os.getpid(), signal.SIGKILL)
            plan.apply(owner="my-agent 1.2", progress=die)
            """)
        done = self.run_program(sys.executable, "-c", killed, self.host)
        self.assertEqual(done.returncode, -9, done.stderr)
        self.expect("""
            # What the program had in the kernel may last a moment longer than it did.
            while (found := context.run_recovery_all()[0]).result is RecoveryResult.BUSY:
                time.sleep(0.01)
            print(found.result, found.error, "my-agent 1.2" in found.description)
            """, "taken-back None True\n", 0)


if __name__ == "__main__":
    unittest.main()
