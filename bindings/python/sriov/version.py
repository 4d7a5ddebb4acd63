# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Which libsriov this is."""

from __future__ import annotations

from . import _c
from ._runtime import values


def get_version() -> str:
    """The version of the library that runs, which may be newer than the header.

    Returns:
        "MAJOR.MINOR.PATCH", constant.
    """
    return values.decode(_c.sriov_get_version())
