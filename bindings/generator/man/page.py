# SPDX-License-Identifier: LGPL-2.1-or-later
"""What all manual pages have."""

from __future__ import annotations

import calendar
import os
import time
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


@dataclass(frozen=True)
class Release:
    """What the pages are made for; the date is "November 22, 2026"."""

    version: str
    date: str

    @staticmethod
    def of_now(version: str) -> Release:
        """Of today, or of the day that whoever packs it says it is."""
        moment = time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH", time.time())))
        month = calendar.month_name[moment.tm_mon]
        return Release(version, f"{month} {moment.tm_mday}, {moment.tm_year}")

    def head(self, name: str, section: int, source: str) -> list[str]:
        """The first lines of a page that is made from a file."""
        return [
            f'.\\" {MARK} from {source}: edit that.',
            '.\\" SPDX-License-Identifier: LGPL-2.1-or-later',
            f".Dd {self.date}",
            f".Dt {name.upper()} {section}",
            f".Os libsriov {self.version}",
        ]
