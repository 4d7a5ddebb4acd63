# SPDX-License-Identifier: LGPL-2.1-or-later
"""Lines of Python that are no longer than a hundred characters."""

from __future__ import annotations

from typing import Sequence

WIDTH = 100
STEP = "    "


def indent(lines: Sequence[str], depth: int = 1) -> list[str]:
    return [STEP * depth + line if line else "" for line in lines]


def bracketed(head: str, items: Sequence[str], tail: str, depth: int = 0) -> list[str]:
    """`head`, the items with commas, `tail`: in one line where that is short enough at this depth,
    else with the items on a line of their own, or each of them."""
    room = WIDTH - len(STEP) * depth
    one = f"{head}{', '.join(items)}{tail}"
    if len(one) <= room:
        return [one]
    middle = ", ".join(items)
    if len(STEP + middle) <= room and not middle.endswith(","):
        return [head, STEP + middle, tail]
    return [head, *(f"{STEP}{item}," for item in items), tail]
