# SPDX-License-Identifier: LGPL-2.1-or-later
"""Finds libsriov and its functions."""

from __future__ import annotations

import ctypes
from typing import Any, Callable

SONAME = "libsriov.so.0"


def load() -> ctypes.CDLL:
    """The library; ctypes lets other threads run while it works."""
    try:
        return ctypes.CDLL(SONAME)
    except OSError as problem:
        raise ImportError(explain(str(problem)), name="sriov", path=SONAME) from None


def explain(problem: str) -> str:
    """What is missing, in one sentence: the library, or one that it needs itself."""
    missing = problem.partition(":")[0]
    if missing == SONAME and "No such file" in problem:
        return (f"the module sriov needs the C library {SONAME}, which is not installed where the "
                "loader looks: install libsriov, or name its folder in LD_LIBRARY_PATH")
    return f"the module sriov cannot load the C library {SONAME}: {problem}"


library = load()

# What the library's strings are released with: that of the C library which it is linked with.
free: Callable[[Any], None] = ctypes.CDLL(None).free
free.argtypes = [ctypes.c_void_p]  # type: ignore[attr-defined]
free.restype = None  # type: ignore[attr-defined]


def function(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    """A function of the library, with what it returns and takes."""
    try:
        found = library[name]
    except AttributeError:
        raise ImportError(f"the module sriov is newer than the C library {SONAME} that is "
                          f"installed, which has no {name}()", name="sriov", path=SONAME) from None
    found.argtypes = arguments
    found.restype = result
    return found
