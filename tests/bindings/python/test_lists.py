# SPDX-License-Identifier: LGPL-2.1-or-later
"""Lists are sequences."""

from __future__ import annotations

from collections.abc import Sequence

import sriov
from host import HostCase


class Lists(HostCase):

    def setUp(self) -> None:
        self.vfs = self.context().open_pf("em1").list_vfs()

    def test_a_sequence(self) -> None:
        self.assertIsInstance(self.vfs, Sequence)
        self.assertEqual(len(self.vfs), 7)
        self.assertEqual([vf.index for vf in self.vfs], list(range(7)))
        self.assertEqual([vf.index for vf in reversed(self.vfs)], list(range(6, -1, -1)))

    def test_indexes_from_both_ends(self) -> None:
        self.assertEqual([self.vfs[0].index, self.vfs[-1].index, self.vfs[-7].index], [0, 6, 0])
        for index in (7, -8, 1 << 70):
            with self.subTest(index), self.assertRaises(IndexError):
                self.vfs[index]
        with self.assertRaisesRegex(TypeError, "index of a list must be int or slice, not str"):
            self.vfs["0"]  # type: ignore[call-overload]

    def test_slices(self) -> None:
        self.assertEqual([vf.index for vf in self.vfs[1:6:2]], [1, 3, 5])
        self.assertEqual([vf.index for vf in self.vfs[::-3]], [6, 3, 0])
        self.assertEqual(self.vfs[9:], [])

    def test_in_index_and_count(self) -> None:
        vf = self.vfs[3]
        self.assertIn(vf, self.vfs)
        self.assertEqual((self.vfs.index(vf), self.vfs.count(vf)), (3, 1))
        self.assertNotIn(vf, self.vfs[:3])
        self.assertNotIn("0000:01:10.0", self.vfs)

    def test_the_empty_one_is_false(self) -> None:
        self.assertFalse(sriov.DeviceList())
        self.assertTrue(self.vfs)

    def test_closed(self) -> None:
        self.vfs.close()
        with self.assertRaisesRegex(ValueError, "VFList is closed"):
            len(self.vfs)

    def test_a_broken_device_is_in_it_with_its_error(self) -> None:
        devices = self.context().list_devices()
        broken = [device for device in devices if device.error]
        self.assertEqual([device.address for device in broken], ["0000:04:00.0"])
        self.assertIsInstance(broken[0].error, sriov.SriovError)


class Strings(HostCase):

    def test_are_texts(self) -> None:
        names = self.context().open_device("0000:01:00.0").list_interfaces()
        self.assertEqual(names, ["em1"])
        self.assertEqual(names, ("em1",))
        self.assertNotEqual(names, ["em2"])
        self.assertEqual(" ".join(names), "em1")
        self.assertIn("em1", names)
        self.assertEqual(repr(names), "<sriov.StringList ['em1']>")


class Made(HostCase):
    """The list that a user makes."""

    def test_from_items_and_one_by_one(self) -> None:
        context = self.context()
        devices = [vf.device for vf in context.open_pf("em1").list_vfs()]
        made = sriov.DeviceList(devices[:2])
        made.add(devices[2])
        self.assertEqual(list(made), devices[:3])
        self.assertEqual(list(sriov.DeviceList()), [])

    def test_items_are_checked(self) -> None:
        pf = self.context().open_pf("em1")
        with self.assertRaisesRegex(TypeError, "device must be Device, not PF"):
            sriov.DeviceList([pf])  # type: ignore[list-item]

    def test_it_holds_what_is_in_it(self) -> None:
        made = sriov.DeviceList(self.context().list_devices()[:1])
        self.assertEqual(made[0].read_name(), made[0].read_name())
