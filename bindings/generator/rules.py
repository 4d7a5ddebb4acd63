# SPDX-License-Identifier: LGPL-2.1-or-later
"""The rules of the header: what is outside them is refused, all at once, with file and line."""

from __future__ import annotations

from dataclasses import dataclass

from .declarations import Declarations
from .model import Place


@dataclass(frozen=True, order=True)
class Refusal:
    """One thing that a header may not say."""

    place: Place
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"


def check(declarations: Declarations) -> list[Refusal]:
    """All that is wrong, in the order of the headers."""
    refusals = [
        *(
            Refusal(each.place, f"{each.kind} {each.name}: no {each.kind} may be in a header")
            for each in declarations.others
        ),
        *(
            Refusal(each.place, f"struct {each.name} shows what is in it")
            for each in declarations.structs
            if each.members
        ),
    ]
    return sorted(refusals)
