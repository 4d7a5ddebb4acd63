# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a rule says when it is broken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Iterator

from ..declarations import Declarations
from ..model import Model, Place


@dataclass(frozen=True, order=True)
class Refusal:
    """One thing that a header may not say, in one sentence."""

    place: Place
    what: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}"


Refusals = Iterator[Refusal]
Rule = Callable[[Declarations, Model], Refusals]
