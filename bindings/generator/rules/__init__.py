# SPDX-License-Identifier: LGPL-2.1-or-later
"""The rules of the header: what is outside them is refused, all at once, with file and line.

They are what makes a binding possible without looking at any function by itself, and what a reader
may count on. Each rule is a function that yields what breaks it.
"""

from __future__ import annotations

from ..declarations import Declarations
from ..model import Model
from ..reader import read_model
from . import calls, comments, contents, names, objects
from .refusal import Refusal, Rule

__all__ = ["Refusal", "RULES", "check"]

RULES: tuple[Rule, ...] = (
    *contents.RULES,
    *names.RULES,
    *calls.RULES,
    *objects.RULES,
    *comments.RULES,
)


def check(declarations: Declarations) -> list[Refusal]:
    """All that is wrong, in the order of the headers."""
    model: Model = read_model(declarations)
    return sorted({found for rule in RULES for found in rule(declarations, model)})
