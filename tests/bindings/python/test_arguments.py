# SPDX-License-Identifier: LGPL-2.1-or-later
"""Arguments that do not fit are refused, and the refusal names them."""

from __future__ import annotations

from typing import Any, Callable

import sriov
from host import HostCase


class Arguments(HostCase):

    def setUp(self) -> None:
        self.ctx: Any = self.context()
        self.pf: Any = self.ctx.open_pf("em1")

    def refused(self, kind: type, text: str, call: Callable[..., object], *values: object,
                **more: object) -> None:
        with self.subTest(text), self.assertRaisesRegex(kind, f"^{text}$"):
            call(*values, **more)

    def test_types(self) -> None:
        refused, vf = self.refused, self.pf.open_vf(0)
        refused(TypeError, "name must be str, not bytes", self.ctx.open_pf, b"em1")
        refused(TypeError, "name must be str, not NoneType", self.ctx.open_pf, None)
        refused(TypeError, "count must be int, not str", self.pf.set_vf_count, "7")
        refused(TypeError, "count must be int, not float", self.pf.set_vf_count, 7.0)
        refused(TypeError, "count must be int, not bool", self.pf.set_vf_count, True)
        refused(TypeError, "enable must be bool, not int", vf.set_trust, 1)
        refused(TypeError, "state must be LinkState, not int", vf.set_link_state, 1)
        refused(TypeError, "state must be LinkState, not BondMode", vf.set_link_state,
                sriov.BondMode.BROADCAST)
        refused(TypeError, "vf must be VF, not PF", sriov.GuestBond().add_vf, self.pf)
        refused(TypeError, "vf must be VF, not NoneType", sriov.GuestBond().add_vf, None)
        refused(TypeError, "context must be Context, not str", sriov.Monitor, "host")
        refused(TypeError, "sysfs must be str or os.PathLike, not int", sriov.Context, sysfs=3)

    def test_ranges_of_the_c_types(self) -> None:
        refused = self.refused
        refused(ValueError, "count must be 0 to 4294967295, not -1", self.pf.set_vf_count, -1)
        refused(ValueError, "index must be 0 to 4294967295, not 4294967296", self.pf.open_vf,
                1 << 32)
        refused(ValueError, "vendor_id must be 0 to 65535, not 65536", self.ctx.list_devices,
                vendor_id=65536)
        refused(ValueError, "number must be -2147483648 to 2147483647, not 2147483648",
                self.ctx.open_iommu_group, 1 << 31)
        refused(ValueError, "guid must be 0 to 18446744073709551615, not 18446744073709551616",
                self.pf.open_vf(0).set_node_guid, 1 << 64)

    def test_what_fits_arrives_whole(self) -> None:
        with self.assertRaisesRegex(sriov.TooManyVFsError, "cannot make 4294967295 VFs"):
            self.pf.set_vf_count((1 << 32) - 1)
        with self.assertRaisesRegex(sriov.NotFoundError, "2147483647"):
            self.ctx.open_iommu_group((1 << 31) - 1)

    def test_whatever_is_an_index_is_an_integer(self) -> None:
        class Six:
            def __index__(self) -> int:
                return 6

        self.assertEqual(self.pf.open_vf(Six()).index, 6)

    def test_texts(self) -> None:
        self.refused(ValueError, "name must not have a null character in it", self.ctx.open_pf,
                     "em1\0")
        with self.assertRaises(sriov.InvalidError):
            self.ctx.open_pf("em1/\udcff")

    def test_none_where_c_has_null(self) -> None:
        self.assertIn("passthrough_em1", self.pf.format_libvirt_network(None))
        self.assertIn("passthrough_em1", self.pf.format_libvirt_network())
        self.assertIs(self.ctx.read_host().get_vfs(None), None)

    def test_options_are_keywords(self) -> None:
        with self.assertRaises(TypeError):
            self.pf.set_vf_count(3, True)
        with self.assertRaises(TypeError):
            self.pf.set_vf_count(3, allow_destory=True)
        self.refused(TypeError, "allow_destroy must be bool, not int", self.pf.set_vf_count, 3,
                     allow_destroy=1)

    def test_options_reach_the_library(self) -> None:
        with self.assertRaises(sriov.WouldDestroyError):
            self.pf.set_vf_count(3)
        # The made-up host takes the write, and has its seven VFs after it.
        with self.assertRaises(sriov.SriovError) as caught:
            self.pf.set_vf_count(3, allow_destroy=True)
        self.assertNotIsInstance(caught.exception, sriov.WouldDestroyError)

    def test_options_of_several_values(self) -> None:
        ethernet = self.ctx.list_devices(class_=(0x020000, 0xFFFF00))
        self.assertEqual({device.class_ for device in ethernet if not device.error}, {0x020000})
        self.refused(ValueError, "class_ must have 2 values, not 1", self.ctx.list_devices,
                     class_=(0x020000,))
        self.refused(TypeError, "class_ must be tuple, not int", self.ctx.list_devices,
                     class_=0x020000)

    def test_none_is_no_default_where_c_tells_them_apart(self) -> None:
        """A filter for no driver is something else than no filter."""
        known = [device for device in self.ctx.list_devices() if not device.error]
        without = self.ctx.list_devices(driver=None)
        self.assertEqual({device.driver for device in without if not device.error}, {None})
        self.assertLess(len([device for device in without if not device.error]), len(known))

    def test_options_one_and_many(self) -> None:
        intel = self.ctx.list_devices(vendor_id=0x8086, function=sriov.Function.PF)
        self.assertEqual([device.address for device in intel if not device.error],
                         ["0000:01:00.0", "0000:02:00.0"])

    def test_invalid_values_are_the_librarys_to_refuse(self) -> None:
        with self.assertRaises(ValueError) as caught:
            self.ctx.open_pf("")
        self.assertIsInstance(caught.exception, sriov.InvalidError)
