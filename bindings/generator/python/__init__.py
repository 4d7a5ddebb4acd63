# SPDX-License-Identifier: LGPL-2.1-or-later
"""The Python package: a module for each header, and _c.py with what the header declares for
ctypes. All stand on python/sriov/_runtime/, which is written by hand."""

from __future__ import annotations

from ..model import Model
from . import modules, prototypes
from .names import Names

FOLDER = "python/sriov/"
LIST = "python/made.mk"


def emit(model: Model) -> dict[str, str]:
    """All files by their paths."""
    names = Names(model)
    made = {"_c": prototypes.emit(model, names), **modules.emit(model, names)}
    files = {f"{FOLDER}{name}.py": text for name, text in made.items()}
    return {**files, LIST: _list(sorted(files))}


def _list(paths: list[str]) -> str:
    """The files for make."""
    said = "".join(f" \\\n\tbindings/{path}" for path in paths)
    head = "\n".join(line for line in modules.HEAD)
    return f"{head}\nPYTHON_MADE ={said}\n"
