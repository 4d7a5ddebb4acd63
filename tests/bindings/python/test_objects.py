# SPDX-License-Identifier: LGPL-2.1-or-later
"""Objects: what they tell, when they go, and what they are to Python."""

from __future__ import annotations

import copy
import gc
import itertools
import pickle
import random
import unittest
from typing import Callable

import sriov
from host import HostCase, open_files


class Telling(HostCase):

    def test_getters_are_properties(self) -> None:
        with self.context() as context:
            pf = context.open_pf("em1")
            self.assertEqual((pf.vf_count, pf.total_vfs, pf.interface), (7, 7, "em1"))
            self.assertEqual(pf.device.vendor_id, 0x8086)
            self.assertEqual(pf.device.class_, 0x020000)
            self.assertIs(pf.error, None)

    def test_properties_cannot_be_set_nor_others_made_up(self) -> None:
        pf = self.context().open_pf("em1")
        for name in ("vf_count", "vf_cuont"):
            with self.subTest(name), self.assertRaises(AttributeError):
                setattr(pf, name, 3)

    def test_null_is_none(self) -> None:
        context = self.context()
        vfs = context.open_pf("em1").list_vfs()
        self.assertEqual([vfs[0].device.driver, vfs[1].device.driver], ["igbvf", None])
        self.assertIs(context.read_host().get_pf("em9"), None)

    def test_several_results_and_strings_that_are_freed(self) -> None:
        context = self.context()
        self.assertEqual(context.find_pf("em2"), "0000:02:00.0")
        self.assertIn("0000:01:10.0", context.open_vf("vf0").format_libvirt_hostdev(True)
                      .replace("domain='0x0000' bus='0x01' slot='0x10' function='0x0'",
                               "0000:01:10.0"))

    def test_bytes(self) -> None:
        fields = [field for device in self.context().list_devices() if not device.error
                  for field in read_fields(device)]
        for field in fields:
            self.assertEqual(len(field.data), field.size)
        self.assertIsInstance(sriov.VPDField._from(sriov.VPDField._handle_type()).data, bytes)

    def test_repr_says_which(self) -> None:
        context = self.context()
        pf = context.open_pf("em1")
        self.assertEqual(repr(pf), "<sriov.PF 0000:01:00.0 em1>")
        self.assertEqual(repr(pf.open_vf(1)), "<sriov.VF 0000:01:10.2 index=1>")
        self.assertEqual(repr(pf.list_vfs()), "<sriov.VFList of 7>")
        self.assertEqual(repr(context), "<sriov.Context>")
        pf.close()
        self.assertEqual(repr(pf), "<sriov.PF closed>")

    def test_functions_that_belong_to_nothing(self) -> None:
        self.assertRegex(sriov.get_version(), r"^\d+\.\d+\.\d+$")
        self.assertIn("<source network='net'", sriov.format_libvirt_interface("net", None))

    def test_documented(self) -> None:
        documented = "The VFs that the PF has now."
        self.assertTrue((sriov.PF.list_vfs.__doc__ or "").startswith(documented))
        self.assertIn("GoneError: the PF was removed.", sriov.PF.list_vfs.__doc__ or "")


def read_fields(device: sriov.Device) -> list[sriov.VPDField]:
    try:
        return list(device.read_vpd().fields)
    except sriov.SriovError:
        return []


class Going(HostCase):

    def test_with_closes(self) -> None:
        with self.context() as context:
            self.assertFalse(context.closed)
        self.assertTrue(context.closed)
        context.close()
        with self.assertRaisesRegex(ValueError, "this Context is closed"):
            context.list_devices()
        with self.assertRaisesRegex(ValueError, "this Context is closed"):
            context.__enter__()

    def test_closed_is_told_of_arguments_and_getters_too(self) -> None:
        context = self.context()
        pf, bond = context.open_pf("em1"), sriov.GuestBond()
        vf = pf.open_vf(0)
        vf.close()
        with self.assertRaisesRegex(ValueError, "this VF is closed"):
            bond.add_vf(vf)
        with self.assertRaisesRegex(ValueError, "this VF is closed"):
            vf.index

    def test_children_outlive_their_parents(self) -> None:
        context = self.context()
        vfs = context.open_pf("em1").list_vfs()
        vf = vfs[3]
        vfs.close()
        context.close()
        self.assertEqual(vf.pf.device.address, "0000:01:00.0")
        self.assertEqual(vf.device.read_name(), vf.device.read_name())

    def test_everything_goes_in_any_order(self) -> None:
        before = open_files()
        for order in random.Random(4).sample(list(itertools.permutations(range(5))), 40):
            context = self.context()
            host = context.read_host()
            things = [context, host, host.pfs, host.pfs[0], host.groups[0].devices[0]]
            del context, host
            for position in order:
                things[position] = None  # type: ignore[call-overload]
        self.assertEqual(open_files(), before)

    def test_errors_leave_nothing_behind(self) -> None:
        before = open_files()
        for _ in range(20):
            with self.assertRaises(sriov.NotFoundError):
                self.context().open_pf("em9")
        self.assertEqual(open_files(), before)

    def test_what_an_object_was_given_is_let_go_of(self) -> None:
        context = self.context()
        pf = context.open_pf("em1")

        def count() -> int:
            for _ in range(50):
                context.make_plan(sriov.State())
                pf.set_vf_count(7, allow_destroy=True)
            gc.collect()
            return len(gc.get_objects())

        count()
        before = count()
        self.assertLess(count() - before, 50)


class Being(HostCase):

    def test_equal_when_it_is_the_same_object(self) -> None:
        context = self.context()
        pf = context.open_pf("em1")
        self.assertEqual(pf.device, pf.device)
        self.assertEqual(hash(pf.device), hash(pf.device))
        self.assertEqual(len({pf.device, pf.device, pf.open_vf(0).device}), 2)
        self.assertNotEqual(pf, context.open_pf("em1"))
        self.assertNotEqual(pf, pf.device)
        self.assertNotEqual(pf, "em1")

    def test_closed_is_equal_to_itself_alone(self) -> None:
        pf = self.context().open_pf("em1")
        device, same = pf.device, pf.device
        number = hash(device)
        device.close()
        self.assertEqual(device, device)
        self.assertNotEqual(device, same)
        self.assertEqual(hash(device), number)

    def test_not_pickled_nor_copied(self) -> None:
        pf = self.context().open_pf("em1")
        ways: tuple[Callable[[object], object], ...] = (pickle.dumps, copy.copy, copy.deepcopy)
        for way in ways:
            with self.subTest(way), self.assertRaisesRegex(TypeError, "PF belongs to the process"):
                way(pf)

    def test_not_made_by_calling(self) -> None:
        with self.assertRaisesRegex(TypeError, "PF is not made by calling it"):
            sriov.PF()

    def test_every_public_class_is_there(self) -> None:
        for name in sriov.__all__:
            self.assertTrue(getattr(sriov, name).__doc__, name)
        self.assertNotIn("ContextOptions", sriov.__all__)
