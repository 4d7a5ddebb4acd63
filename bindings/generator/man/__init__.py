# SPDX-License-Identifier: LGPL-2.1-or-later
"""Manual pages: section 3 has one for each header, and a link to it for each name that the header
declares, so that "man sriov_pf_open" works; section 7 has what concerns all of them, and the
book."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator

from ..model import Model
from . import book, overview
from .header import HeaderPage
from .index import Index
from .page import MARK, Page, Release


def write(model: Model, chapters: Path, folder: Path, version: str) -> None:
    """Writes all pages into man3 and man7 of the folder, and nothing else is there then."""
    index = Index(model)
    for section in ("man3", "man7"):
        _clear(folder / section)
    for page in _pages(model, index, chapters, Release.of_now(version)):
        (folder / page.path).write_text(page.text, encoding="utf-8")
    for name, page_name in index.pages.items():
        if name != page_name:
            (folder / "man3" / f"{name}.3").symlink_to(f"{page_name}.3")


def _pages(model: Model, index: Index, chapters: Path, release: Release) -> Iterator[Page]:
    for each in model.headers.values():
        if each.name != overview.WHOLE:
            yield HeaderPage(model, each, index).page(release)
    writer = index.writer("")
    of_the_book = book.read(chapters, writer, release)
    yield from of_the_book
    yield from overview.make(model, [page.name for page in of_the_book], writer, release)


def _clear(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for each in folder.iterdir():
        if each.is_symlink() or MARK in each.read_text(encoding="utf-8"):
            each.unlink()
