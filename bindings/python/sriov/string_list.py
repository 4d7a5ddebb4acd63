# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Lists of names."""

from __future__ import annotations

from . import _c
from ._runtime.sequences import TextList


class StringList(TextList):
    """Names in order: interfaces, modules, sentences. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.StringList

    def __len__(self) -> int:
        return self._number(_c.sriov_string_list_get_count)

    def _at(self, position: int) -> str:
        return self._text(_c.sriov_string_list_get, position)
