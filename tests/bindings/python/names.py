# SPDX-License-Identifier: LGPL-2.1-or-later
"""All that a user of the package can name, a line each: what a release had stays.

A module of its own so that `make release-abi` can keep the lines of a release, which test_names.py
compares with those of today. Names come from the headers, also by what their comments write in
capitals: this is what tells when a comment gave a class another name.
"""

from __future__ import annotations

import enum
import inspect
import sys
from typing import Any, Iterator

import sriov


def all_names() -> list[str]:
    """In an order that a file keeps well."""
    return sorted(line for name in sriov.__all__ for line in _thing(name, getattr(sriov, name)))


def missing(kept: str, today: list[str]) -> list[str]:
    """What a release had and is no more."""
    return [line for line in kept.splitlines() if line not in set(today)]


def _thing(name: str, thing: Any) -> Iterator[str]:
    if isinstance(thing, type) and issubclass(thing, enum.Enum):
        yield from (f"{name}.{value.name} = {value.value}" for value in thing)
    elif isinstance(thing, type):
        # What is Python's own is not the same in all its versions.
        ours = [kind for kind in thing.__mro__ if kind.__module__.startswith("sriov")]
        errors = [kind for kind in thing.__mro__ if issubclass(kind, Exception)]
        bases = [kind for kind in thing.__mro__[1:] if kind in ours or kind in errors]
        yield f"{name}: {', '.join(kind.__name__ for kind in bases)}"
        for member in {member for kind in ours for member in vars(kind)}:
            if member == "__init__" or not member.startswith("_"):
                yield from _member(f"{name}.{member}", getattr(thing, member))
    else:
        yield from _member(name, thing)


def _member(name: str, member: Any) -> Iterator[str]:
    """What is given by position is one line, and each keyword another."""
    if not callable(member):
        yield name
        return
    try:
        parameters = list(inspect.signature(member).parameters.values())
    except ValueError:
        return
    given = [each.name for each in parameters if each.kind is not each.KEYWORD_ONLY]
    yield f"{name}({', '.join(given)})"
    for each in parameters:
        if each.kind is each.KEYWORD_ONLY:
            yield f"{name}(*, {each.name}=)"


if __name__ == "__main__":
    sys.stdout.write("".join(f"{line}\n" for line in all_names()))
