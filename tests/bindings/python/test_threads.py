# SPDX-License-Identifier: LGPL-2.1-or-later
"""Threads, child processes, and the end of the interpreter."""

from __future__ import annotations

import os
import threading
from concurrent.futures import ThreadPoolExecutor

import sriov
from host import HostCase, open_files


class Threads(HostCase):

    def test_one_context_in_many(self) -> None:
        context = self.context()
        with ThreadPoolExecutor(8) as pool:
            counts = pool.map(lambda _: len(context.open_pf("em1").list_vfs()), range(200))
            self.assertEqual(set(counts), {7})

    def test_calls_take_turns(self) -> None:
        """While one thread is in a call, here in its log, another waits with its own."""
        inside, leave, order = threading.Event(), threading.Event(), []

        def log(level: sriov.LogLevel, text: str) -> None:
            if not inside.is_set():
                inside.set()
                leave.wait(30)
                order.append("first")

        def second() -> None:
            inside.wait(30)
            leave.set()
            context.list_devices()
            order.append("second")

        context = self.context(log=(sriov.LogLevel.INFO, log))
        thread = threading.Thread(target=second)
        thread.start()
        context.open_pf("em1").set_autoprobe(True)
        thread.join()
        self.assertEqual(order, ["first", "second"])

    def test_snapshots_answer_while_a_call_runs(self) -> None:
        answers: list[int] = []

        def log(level: sriov.LogLevel, text: str) -> None:
            if not answers:
                thread = threading.Thread(target=lambda: answers.append(pf.vf_count))
                thread.start()
                thread.join(30)

        pf = self.context(log=(sriov.LogLevel.INFO, log)).open_pf("em1")
        pf.set_autoprobe(True)
        self.assertEqual(answers, [7])

    def test_freed_elsewhere(self) -> None:
        before = open_files()
        for _ in range(20):
            things: list[object] = list(self.context().read_host().devices)
            thread = threading.Thread(target=things.clear)
            thread.start()
            thread.join()
        self.assertEqual(open_files(), before)

    def test_closed_under_a_call(self) -> None:
        def log(level: sriov.LogLevel, text: str) -> None:
            # The call that logs this has the last reference to all of it.
            for thing in (context, *things):
                thread = threading.Thread(target=thing.close)
                thread.start()
                thread.join(30)

        context = self.context(log=(sriov.LogLevel.INFO, log))
        pf = context.open_pf("em1")
        things = [pf]
        pf.set_autoprobe(True)
        self.assertTrue(pf.closed)

    def test_closed_by_many_at_once(self) -> None:
        before = open_files()
        for _ in range(50):
            context = self.context()
            with ThreadPoolExecutor(4) as pool:
                for _ in range(4):
                    pool.submit(context.close)
        del context
        self.assertEqual(open_files(), before)


class Fork(HostCase):

    def test_a_child_may_use_the_context(self) -> None:
        context = self.context()
        context.open_pf("em1")
        child = os.fork()
        if child == 0:
            status = 1
            try:
                status = 0 if context.open_pf("em2").vf_count == 7 else 2
            finally:
                os._exit(status)
        self.assertEqual(os.waitpid(child, 0)[1], 0)
        self.assertEqual(context.open_pf("em1").vf_count, 7)

    def test_a_lock_that_another_thread_had_is_free_in_the_child(self) -> None:
        status: list[int] = []

        def log(level: sriov.LogLevel, text: str) -> None:
            # A call of this thread has the context's lock; the other thread forks.
            if not status:
                status.append(-1)
                thread = threading.Thread(target=fork)
                thread.start()
                thread.join(60)

        def fork() -> None:
            child = os.fork()
            if child == 0:
                end = 1
                try:
                    pf.read_autoprobe()
                except RuntimeError:
                    # It is refused, since the parent was in a callback: it does not wait for a
                    # thread that is not there.
                    end = 0
                finally:
                    os._exit(end)
            status[0] = os.waitpid(child, 0)[1]

        pf = self.context(log=(sriov.LogLevel.INFO, log)).open_pf("em1")
        pf.set_autoprobe(True)
        self.assertEqual(status, [0])


class TheEnd(HostCase):

    def test_alive_at_exit(self) -> None:
        self.expect_program("""
            lines = []
            c = context(log=(sriov.LogLevel.DEBUG, lambda level, text: lines.append(text)))
            host = c.read_host()
            keep = [c, host, list(host.devices), host.pfs[0].list_vfs(), sriov.Monitor(c)]
            sys.modules["keep"] = keep
            keep.append(keep)
            """, "")

    def test_cycles_at_exit(self) -> None:
        self.expect_program("""
            class Agent:
                def __init__(self):
                    self.context = context(log=(sriov.LogLevel.DEBUG, self.log))
                    self.pf = self.context.open_pf("em1")
                def log(self, level, text):
                    self.last = text
                def __del__(self):
                    print("gone")
            gc.disable()
            agents = [Agent() for _ in range(3)]
            sriov.agents = agents
            del agents
            """, "gone\n" * 3)

    def test_daemon_threads_at_exit(self) -> None:
        self.expect_program("""
            c = context()
            def work():
                while True:
                    c.open_pf("em1").list_vfs()
            for _ in range(3):
                threading.Thread(target=work, daemon=True).start()
            c.open_pf("em2")
            """, "")

    def test_used_while_python_ends(self) -> None:
        self.expect_program("""
            import atexit
            c = context()
            atexit.register(lambda: print(c.open_pf("em1").vf_count))
            """, "7\n")
