# SPDX-License-Identifier: LGPL-2.1-or-later
"""Python callables that C calls: the log."""

from __future__ import annotations

import gc
import sys
import unittest.mock
import weakref
from typing import Any

import sriov
from host import HostCase, open_files

INFO = sriov.LogLevel.INFO


class Log(HostCase):
    """Every change of the host is logged: here the PF's autoprobe, which is set to what it is."""

    def test_level_and_text(self) -> None:
        lines: list[tuple[sriov.LogLevel, str]] = []
        context = self.context(log=(INFO, lambda level, text: lines.append((level, text))))
        context.open_pf("em1").set_autoprobe(True)
        self.assertEqual([level for level, _ in lines], [INFO])
        self.assertIs(type(lines[0][0]), sriov.LogLevel)
        self.assertRegex(lines[0][1], '^write "1" to .*/0000:01:00.0/sriov_drivers_autoprobe$')

    def test_level_counts(self) -> None:
        lines: list[str] = []
        context = self.context(log=(sriov.LogLevel.ERROR, lambda level, text: lines.append(text)))
        context.open_pf("em1").set_autoprobe(True)
        self.assertEqual(lines, [])

    def test_refused(self) -> None:
        with self.assertRaisesRegex(TypeError, "log must be callable, not int"):
            self.context(log=(INFO, 3))
        with self.assertRaisesRegex(TypeError, "log must be LogLevel, not int"):
            self.context(log=(7, print))

    def test_children_log_after_the_context_is_gone(self) -> None:
        lines: list[str] = []
        pf = self.context(log=(INFO, lambda level, text: lines.append(text))).open_pf("em1")
        gc.collect()
        pf.set_autoprobe(True)
        self.assertEqual(len(lines), 1)

    def test_an_exception_is_told_and_the_call_goes_on(self) -> None:
        def fail(level: sriov.LogLevel, text: str) -> None:
            raise KeyError("of the callback")

        told: list[Any] = []
        context = self.context(log=(INFO, fail))
        with unittest.mock.patch.object(sys, "unraisablehook", told.append):
            context.open_pf("em1").set_autoprobe(True)
        self.assertEqual([each.exc_type for each in told], [KeyError])

    def test_keyboard_interrupt_comes_out_of_the_call(self) -> None:
        calls = []

        def interrupt(level: sriov.LogLevel, text: str) -> None:
            calls.append(text)
            if len(calls) == 1:
                raise KeyboardInterrupt

        pf = self.context(log=(INFO, interrupt)).open_pf("em1")
        with self.assertRaises(KeyboardInterrupt):
            pf.set_autoprobe(True)
        pf.set_autoprobe(True)
        self.assertEqual(len(calls), 2)

    def test_a_callback_that_calls_the_library_is_refused(self) -> None:
        holder: list[sriov.Context] = []
        told: list[Any] = []
        context = self.context(log=(INFO, lambda level, text: holder[0].list_devices()))
        holder.append(context)
        with unittest.mock.patch.object(sys, "unraisablehook", told.append):
            context.open_pf("em1").set_autoprobe(True)
        self.assertEqual([each.exc_type for each in told], [RuntimeError])
        self.assertIn("a callback may not call the library", str(told[0].exc_value))

    def test_a_cycle_through_the_callback_is_freed(self) -> None:
        class Agent:
            def __init__(self, case: HostCase) -> None:
                self.context = case.context(log=(INFO, self.log))
                self.pf = self.context.open_pf("em1")

            def log(self, level: sriov.LogLevel, text: str) -> None:
                pass

        before = open_files()
        gone = weakref.ref(Agent(self))
        self.assertEqual(open_files(), before)
        self.assertIs(gone(), None)

    def test_the_callback_lives_no_longer_than_what_can_call_it(self) -> None:
        def log(level: sriov.LogLevel, text: str) -> None:
            pass

        gone = weakref.ref(log)
        device = self.context(log=(INFO, log)).open_device("0000:01:00.0")
        del log
        gc.collect()
        self.assertIsNot(gone(), None)
        del device
        gc.collect()
        self.assertIs(gone(), None)
