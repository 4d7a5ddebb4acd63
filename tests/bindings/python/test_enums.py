# SPDX-License-Identifier: LGPL-2.1-or-later
"""Enumerations, and values that nobody knows yet."""

from __future__ import annotations

import enum
import pickle
import unittest
from typing import Any

import sriov


class Enums(unittest.TestCase):

    def test_integers_with_names(self) -> None:
        self.assertEqual(sriov.LinkState.ENABLE, 1)
        self.assertIs(sriov.LinkState(2), sriov.LinkState.DISABLE)
        self.assertTrue(issubclass(sriov.LinkState, enum.IntEnum))
        self.assertEqual(sriov.EventType.LINK_CHANGED.name, "LINK_CHANGED")

    def test_digits_in_front(self) -> None:
        self.assertEqual(sriov.VLANProtocol.PROTOCOL_8021AD, 0x88A8)
        self.assertEqual(sriov.BondMode.MODE_8023AD, 4)

    def test_texts(self) -> None:
        self.assertEqual(str(sriov.EventType.VF_ADDED), "vf-added")
        self.assertEqual(str(sriov.Code.NOT_FOUND), "not-found")
        self.assertEqual(str(sriov.BondMode.ACTIVE_BACKUP), "active-backup")
        self.assertEqual(f"{sriov.Code.BUSY:>6}|{sriov.Code.BUSY}|{sriov.Code.BUSY:02d}",
                         "  busy|busy|07")

    def test_bits(self) -> None:
        self.assertTrue(12 & sriov.LinkChange.MAC)
        self.assertFalse(12 & sriov.LinkChange.UP)

    def test_unknown_values(self) -> None:
        value = sriov.Operstate(4711)
        self.assertEqual((value, value.name), (4711, "UNKNOWN_4711"))
        self.assertIs(sriov.Operstate(4711), value)
        self.assertIsInstance(value, sriov.Operstate)
        self.assertNotIn(value, list(sriov.Operstate))
        self.assertEqual(sriov.Operstate(-9).name, "UNKNOWN_MINUS_9")

    def test_what_c_cannot_hold(self) -> None:
        values: tuple[Any, ...] = (1 << 31, (-1 << 31) - 1, "up", None, 1.5)
        for value in values:
            with self.subTest(value), self.assertRaises(ValueError):
                sriov.Operstate(value)

    def test_pickled(self) -> None:
        for value in (sriov.Code.BUSY, sriov.Code(4712)):
            self.assertIs(pickle.loads(pickle.dumps(value)), value)
