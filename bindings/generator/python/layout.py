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
    if len(STEP + middle) <= room:
        return [head, STEP + middle, tail]
    broken = (line for item in items for line in _item(item, depth + 1))
    return [head, *(STEP + line for line in broken), tail]


def _item(item: str, depth: int) -> list[str]:
    """One item; a call that is too long gets lines of its own."""
    name, bracket, inner = item[:-1].partition("(")
    if len(item) + 1 <= WIDTH - len(STEP) * depth or not bracket:
        return [f"{item},"]
    return bracketed(f"{name}(", inner.split(", "), "),", depth)
