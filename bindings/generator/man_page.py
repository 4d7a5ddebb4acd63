# SPDX-License-Identifier: LGPL-2.1-or-later
"""What all manual pages have."""

from __future__ import annotations

from dataclasses import dataclass

MARK = "Made by bindings/generate.py"


@dataclass(frozen=True)
class Page:
    """One page."""

    name: str
    section: int
    lines: list[str]

    @property
    def path(self) -> str:
        return f"man{self.section}/{self.name}.{self.section}"

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"


def head(name: str, section: int, version: str, date: str, source: str) -> list[str]:
    """The first lines of a page that is made from a file."""
    return [
        f'.\\" {MARK} from {source}: edit that.',
        '.\\" SPDX-License-Identifier: LGPL-2.1-or-later',
        f".Dd {date}",
        f".Dt {name.upper()} {section}",
        f".Os libsriov {version}",
    ]
