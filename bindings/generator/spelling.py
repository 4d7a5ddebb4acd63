# SPDX-License-Identifier: LGPL-2.1-or-later
"""How words of C names are spelled in names of other languages: "vf_list" is VFList.

An initialism is what the comments of the headers write as one: where they say "VF" much more often
than "vf", the word is spelled VF, and so it is with PCIe. No list of them has to be kept.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Iterator, Union

from .model import Doc, EnumType, Model, Object
from .text import Block, Bullets, Paragraph, Run, RunKind

# A word on its own or with a hyphen (SR-IOV), and no part of CAP_NET_ADMIN. MSI-X is one word.
_WORD = re.compile(r"(?<![A-Za-z0-9_])[A-Za-z][A-Za-z0-9]*(?:-[A-Z])?(?![A-Za-z0-9_])")


class Spelling:
    """The spelling of each word, from all comments."""

    def __init__(self, model: Model) -> None:
        seen: Counter[str] = Counter()
        for text in _texts(model):
            seen.update(word for found in _WORD.findall(text)
                        for word in _singular(found.replace("-", "")))
        self._spelled: dict[str, str] = {}
        for word, _ in reversed(seen.most_common()):
            self._spelled[word.lower()] = word

    def word(self, word: str) -> str:
        """One word, as the beginning or a part of a name: "VF", "Device"."""
        spelled = self._spelled.get(word, word)
        initialism = sum(letter.isupper() for letter in spelled) > 1
        return spelled if initialism else word[:1].upper() + word[1:]

    def camel(self, words: str) -> str:
        """Words with _ between them as one name."""
        return "".join(self.word(word) for word in words.split("_"))


def _singular(word: str) -> tuple[str, ...]:
    """The word, and what it is the plural of when it is an initialism: "VFs"."""
    return (word, word[:-1]) if re.fullmatch(r"[A-Z]{2,}s", word) else (word,)


def _texts(model: Model) -> Iterator[str]:
    things: list[Union[EnumType, Object]] = [*model.objects.values(), *model.enums.values()]
    docs = [each.doc for each in (*things, *model.functions.values(), *model.headers.values())]
    docs += [value.doc for enum in model.enums.values() for value in enum.values]
    runs = [run for doc in docs for run in _runs(doc)]
    runs += [run for each in model.functions.values() for one in each.parameters
             for run in one.runs]
    return (run.text for run in runs if run.kind is RunKind.TEXT)


def _runs(doc: Doc) -> Iterator[Run]:
    yield from doc.brief
    yield from doc.returns
    for code in doc.codes:
        yield from code.runs
    for block in (*doc.details, *doc.kernel):
        yield from _block_runs(block)


def _block_runs(block: Block) -> Iterator[Run]:
    if isinstance(block, Paragraph):
        yield from block.runs
    if isinstance(block, Bullets):
        for item in block.items:
            for inner in item:
                yield from _block_runs(inner)
