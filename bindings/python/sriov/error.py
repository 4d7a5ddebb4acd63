# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Errors: what failed, on which device, why, and what to do."""

from __future__ import annotations

import builtins
from typing import Optional, Tuple

from . import _c
from ._runtime import errors, values
from ._runtime.enums import Value


class Code(Value):
    """What a call came to.

    Values never change; later versions add new ones at the end. Treat one you do not know like
    FailedError.
    """

    # Success.
    OK = 0
    # The kernel refused or failed for a reason that has no code here: see the errno.
    FAILED = 1
    # An argument is None, empty, malformed or out of its documented range.
    INVALID = 2
    # Nothing has that address, name, number or index.
    NOT_FOUND = 3
    # This device, driver or kernel has no such feature.
    UNSUPPORTED = 4
    # The caller lacks the right; the message names the file or capability.
    FORBIDDEN = 5
    # Out of memory.
    NO_MEMORY = 6
    # Somebody else uses or changes it now.
    BUSY = 7
    # The device was removed meanwhile.
    GONE = 8
    # The device exists but is no PF.
    NOT_PF = 9
    # The device exists but is no VF of a PF.
    NOT_VF = 10
    # More VFs were asked for than the device has.
    TOO_MANY_VFS = 11
    # No driver is bound, or the driver to bind is not loaded.
    NO_DRIVER = 12
    # The change would destroy VFs, and the caller did not allow that.
    WOULD_DESTROY = 13
    # It has that state already and is left as it is.
    ALREADY = 14
    # Part of it was done; the causes tell what was not.
    PARTIAL = 15
    # The module is blacklisted in the configuration of modprobe.
    BLACKLISTED = 16
    # The kernel's answer makes no sense to this version.
    MALFORMED = 17
    # It was not over when its deadline was. What was begun goes on in the kernel; the message says
    # what, and who keeps it waiting. Since 0.2.
    TIMEOUT = 18
    # The caller had it ended before it was done. Since 0.2.
    CANCELLED = 19

    def __str__(self) -> str:
        return values.decode(_c.sriov_code_get_name(self.value))


class SriovError(errors.Failure):
    """One failure. Immutable, counted, may be read from any thread."""

    _handle_type = _c.Error
    _getters = (
        ("code", _c.sriov_error_get_code, Code),
        ("errno", _c.sriov_error_get_errno, int),
        ("operation", _c.sriov_error_get_operation, values.decode_or_none),
        ("path", _c.sriov_error_get_path, values.decode_or_none),
        ("attribute", _c.sriov_error_get_attribute, values.decode_or_none),
        ("device", _c.sriov_error_get_device, values.decode_or_none),
        ("vf_index", _c.sriov_error_get_vf_index, int),
        ("message", _c.sriov_error_get_message, values.decode),
    )
    _cause_getters = (_c.sriov_error_get_cause_count, _c.sriov_error_get_cause)

    @property
    def causes(self) -> Tuple[SriovError, ...]:
        """How many causes it has: the single failures behind a failure of many."""
        found: Tuple[SriovError, ...] = self._causes
        return found

    @property
    def code(self) -> Code:
        """The code that the failed call returned.

        Returns:
            the code.
        """
        told: Code = self._details["code"]
        return told

    @property
    def operation(self) -> Optional[str]:
        """What was being done: "read", "write", "open", "readlink", "list", "stat", "netlink",
        "load"; since 0.2 also "make", "lock", "sync", "rename" and "remove".

        Returns:
            None when nothing had been started yet.
        """
        told: Optional[str] = self._details["operation"]
        return told

    @property
    def path(self) -> Optional[str]:
        """The file that the operation was on.

        Returns:
            an absolute path, None when it was no file.
        """
        told: Optional[str] = self._details["path"]
        return told

    @property
    def attribute(self) -> Optional[str]:
        """The netlink attribute that was refused, as the kernel calls it: "IFLA_VF_MAC".

        Returns:
            None when there is none.
        """
        told: Optional[str] = self._details["attribute"]
        return told

    @property
    def device(self) -> Optional[str]:
        """The PCI address of the device it is about: "0000:01:00.0".

        Returns:
            None when it is about no device.
        """
        told: Optional[str] = self._details["device"]
        return told

    @property
    def vf_index(self) -> int:
        """The index of the VF it is about.

        Returns:
            from 0; -1 when it is about no VF.
        """
        told: int = self._details["vf_index"]
        return told

    @property
    def message(self) -> str:
        """One sentence for a person: what, which device, why, and what to do where that is known.

        For instance: `em1 (0000:01:00.0, igb): cannot make 9 VFs: the device has at most 7`.

        Returns:
            never None.
        """
        told: str = self._details["message"]
        return told


@errors.kind(Code.FAILED)
class FailedError(SriovError):
    """The kernel refused or failed for a reason that has no code here: see the errno."""


@errors.kind(Code.INVALID)
class InvalidError(SriovError, ValueError):
    """An argument is None, empty, malformed or out of its documented range."""


@errors.kind(Code.NOT_FOUND)
class NotFoundError(SriovError, LookupError):
    """Nothing has that address, name, number or index."""


@errors.kind(Code.UNSUPPORTED)
class UnsupportedError(SriovError):
    """This device, driver or kernel has no such feature."""


@errors.kind(Code.FORBIDDEN)
class ForbiddenError(SriovError, PermissionError):
    """The caller lacks the right; the message names the file or capability."""


@errors.kind(Code.NO_MEMORY)
class NoMemoryError(SriovError, MemoryError):
    """Out of memory."""


@errors.kind(Code.BUSY)
class BusyError(SriovError):
    """Somebody else uses or changes it now."""


@errors.kind(Code.GONE)
class GoneError(SriovError):
    """The device was removed meanwhile."""


@errors.kind(Code.NOT_PF)
class NotPFError(SriovError):
    """The device exists but is no PF."""


@errors.kind(Code.NOT_VF)
class NotVFError(SriovError):
    """The device exists but is no VF of a PF."""


@errors.kind(Code.TOO_MANY_VFS)
class TooManyVFsError(SriovError):
    """More VFs were asked for than the device has."""


@errors.kind(Code.NO_DRIVER)
class NoDriverError(SriovError):
    """No driver is bound, or the driver to bind is not loaded."""


@errors.kind(Code.WOULD_DESTROY)
class WouldDestroyError(SriovError):
    """The change would destroy VFs, and the caller did not allow that."""


@errors.kind(Code.ALREADY)
class AlreadyError(SriovError):
    """It has that state already and is left as it is."""


@errors.kind(Code.PARTIAL)
class PartialError(SriovError):
    """Part of it was done; the causes tell what was not."""


@errors.kind(Code.BLACKLISTED)
class BlacklistedError(SriovError):
    """The module is blacklisted in the configuration of modprobe."""


@errors.kind(Code.MALFORMED)
class MalformedError(SriovError):
    """The kernel's answer makes no sense to this version."""


@errors.kind(Code.TIMEOUT)
class TimeoutError(SriovError, builtins.TimeoutError):
    """It was not over when its deadline was. What was begun goes on in the kernel; the message says
    what, and who keeps it waiting. Since 0.2.
    """


@errors.kind(Code.CANCELLED)
class CancelledError(SriovError):
    """The caller had it ended before it was done. Since 0.2."""
