# SPDX-License-Identifier: LGPL-2.1-or-later
"""Exceptions: what they are, and what they tell."""

from __future__ import annotations

import errno
import pickle
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import sriov
from host import HostCase
from sriov._runtime import calls, errors


class Kinds(HostCase):

    def test_each_code_has_one(self) -> None:
        for code in sriov.Code:
            if code is not sriov.Code.OK:
                kind = errors.Failure._kinds[code]
                self.assertTrue(issubclass(kind, sriov.SriovError))
                self.assertIs(kind("x").code, code)  # type: ignore[attr-defined]

    def test_pythons_own_where_they_say_the_same(self) -> None:
        for kind, own in ((sriov.InvalidError, ValueError), (sriov.NotFoundError, LookupError),
                          (sriov.ForbiddenError, PermissionError),
                          (sriov.NoMemoryError, MemoryError)):
            self.assertTrue(issubclass(kind, own))
        self.assertTrue(issubclass(sriov.SriovError, OSError))
        self.assertFalse(issubclass(sriov.NotFoundError, FileNotFoundError))

    def test_a_code_of_the_future_counts_as_failed(self) -> None:
        self.assertIs(errors.kind_of(4711), sriov.FailedError)


class Telling(HostCase):

    def test_all_of_it(self) -> None:
        with self.assertRaises(sriov.NotFoundError) as caught:
            self.context().open_pf("em9")
        error = caught.exception
        self.assertEqual(error.code, sriov.Code.NOT_FOUND)
        self.assertEqual(error.errno, errno.ENOENT)
        self.assertEqual(error.operation, "readlink")
        self.assertEqual(error.filename, f"{self.host}/sys/class/net/em9/device")
        self.assertEqual(error.path, error.filename)
        self.assertEqual(str(error), error.message)
        self.assertEqual(error.strerror, error.message)
        self.assertIn("em9", str(error))
        self.assertEqual((error.attribute, error.device, error.vf_index), (None, None, -1))
        self.assertEqual((error.causes, error.result), ((), None))

    def test_no_errno_when_no_system_call_failed(self) -> None:
        with self.assertRaises(sriov.TooManyVFsError) as caught:
            self.context().open_pf("em1").set_vf_count(9)
        self.assertIs(caught.exception.errno, None)
        self.assertEqual(str(caught.exception),
                         "em1 (0000:01:00.0, igb): cannot make 9 VFs: the device has at most 7")

    def test_causes(self) -> None:
        with self.assertRaises(sriov.WouldDestroyError) as caught:
            self.context().open_pf("em1").set_vf_count(3)
        causes = caught.exception.causes
        self.assertEqual([cause.vf_index for cause in causes], list(range(7)))
        self.assertEqual(causes[1].device, "0000:01:10.2")
        self.assertIsInstance(causes[1], sriov.WouldDestroyError)

    def test_of_an_object_is_not_raised(self) -> None:
        devices = self.context().list_devices()
        error = devices[-1].error
        assert error is not None
        self.assertIsInstance(error, sriov.SriovError)
        self.assertEqual(error.device, "0000:04:00.0")

    def test_what_a_call_gave_although_it_failed(self) -> None:
        result = sriov.VFIOList._from(sriov.VFIOList._handle_type())
        error = errors.failure(sriov.Code.PARTIAL, errors.new_handle(), [result, None])
        self.assertIsInstance(error, sriov.PartialError)
        self.assertIs(error.result, result)


class InPart(HostCase):
    """A call that fails and gives something all the same, as when many devices are bound; here it
    is a function of Python's in the place of C's."""

    def test_the_exception_has_what_was_given(self) -> None:
        context = self.context()
        devices = context.list_devices()

        def call_in_part(context: object, out: Any, error: Any) -> int:
            out._obj.value = type(devices._pointer).ref(devices._pointer.value or 0)
            return sriov.Code.PARTIAL

        result = calls.Instance(sriov.DeviceList)
        with self.assertRaises(sriov.PartialError) as caught:
            calls.call(call_in_part, context._pointer, result)
        self.assertEqual(caught.exception.result, devices)
        context.close()
        self.assertEqual(caught.exception.result[0].read_name(), devices[0].read_name())


class Being(HostCase):

    def failure(self) -> sriov.SriovError:
        with self.assertRaises(sriov.SriovError) as caught:
            self.context().open_pf("em1").set_vf_count(3)
        return caught.exception

    def test_pickled_whole_but_for_the_result(self) -> None:
        error = self.failure()
        error.result = self.context()
        again = pickle.loads(pickle.dumps(error))
        self.assertIs(type(again), sriov.WouldDestroyError)
        self.assertEqual((str(again), again.code), (str(error), error.code))
        self.assertEqual([str(cause) for cause in again.causes],
                         [str(cause) for cause in error.causes])
        self.assertIs(again.result, None)

    def test_outlives_all(self) -> None:
        error = self.failure()
        with ThreadPoolExecutor(1) as pool:
            self.assertEqual(pool.submit(str, error).result(), str(error))

    def test_made_by_hand_for_tests(self) -> None:
        error = sriov.BusyError("em1 is busy", errno=errno.EBUSY, path="/sys/x")
        self.assertEqual((error.code, error.errno, error.filename, str(error)),
                         (sriov.Code.BUSY, errno.EBUSY, "/sys/x", "em1 is busy"))
        self.assertEqual((error.vf_index, error.operation), (-1, None))
        with self.assertRaisesRegex(TypeError, "BusyError.. has no argument pth"):
            sriov.BusyError("x", pth="/")
