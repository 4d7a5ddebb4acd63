# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""What the kernel tells of a PCI device when it is asked: one attribute a function."""

from __future__ import annotations

from ._runtime.enums import Value


class PowerState(Value):
    """Power states of PCI devices."""

    # The kernel does not know it, or it is one that this version does not know.
    UNKNOWN = -1
    # On.
    D0 = 0
    # Light sleep.
    D1 = 1
    # Deeper sleep.
    D2 = 2
    # Off as far as software can do that; its registers still answer.
    D3HOT = 3
    # Without power; nothing answers.
    D3COLD = 4
    # The kernel could not find out.
    ERROR = 5
