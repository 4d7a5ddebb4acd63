# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""What was not over when its deadline was, and what came of it."""

from __future__ import annotations

from typing import Optional

from . import error as _error
from . import _c
from ._runtime.objects import Object
from ._runtime.sequences import List


class Unfinished(Object):
    """One read or write of a file, one question or change by netlink, or the loading of a module,
    that was not over in time: a call gave TimeoutError because of it. Immutable and counted.

    It is done by a process of the library's own, which the kernel keeps until it is over, killed or
    not.
    """

    __slots__ = ()
    _handle_type = _c.Unfinished
    _shown = ("device", "pid")

    @property
    def path(self) -> Optional[str]:
        """The file that is read or written, or that of the module that is loaded.

        Returns:
            an absolute path, None when it goes by netlink, and for None.
        """
        return self._text_or_none(_c.sriov_unfinished_get_path)

    @property
    def text(self) -> Optional[str]:
        """What is written to it: "0"; of a change by netlink, in words, what is changed: "VF 3:
        turn its trust on", or "28 settings of VFs 0 to 6"; of a module that is loaded, its name:
        "igbvf".

        Returns:
            without a line end, None for a read or a question, and for None.
        """
        return self._text_or_none(_c.sriov_unfinished_get_text)

    @property
    def device(self) -> Optional[str]:
        """The PCI address of the device it is about: "0000:01:00.0".

        Returns:
            None when it is about no device, and for None.
        """
        return self._text_or_none(_c.sriov_unfinished_get_device)

    @property
    def duration_ms(self) -> int:
        """How long it was under way when the list was made; of one that is over, until that was
        seen.

        Returns:
            in milliseconds; 0 for None.
        """
        return self._number(_c.sriov_unfinished_get_duration_ms)

    @property
    def pid(self) -> int:
        """The process that does it.

        Returns:
            its number, which means nothing any more when it is over; 0 for None.
        """
        return self._number(_c.sriov_unfinished_get_pid)

    @property
    def is_over(self) -> bool:
        """Whether it is over.

        Returns:
            False while it is under way, and for None.
        """
        return self._boolean(_c.sriov_unfinished_is_over)

    @property
    def error(self) -> Optional[_error.SriovError]:
        """Why it failed.

        Returns:
            None when it succeeded, while it is under way, and for None.
        """
        return self._error(_error.SriovError, _c.sriov_unfinished_get_error)


class UnfinishedList(List["Unfinished"]):
    """Those of one context, the one that was begun first at the front."""

    __slots__ = ()
    _handle_type = _c.UnfinishedList

    def __len__(self) -> int:
        return self._number(_c.sriov_unfinished_list_get_count)

    def _at(self, position: int) -> Unfinished:
        return self._object(Unfinished, _c.sriov_unfinished_list_get, position)
