# SPDX-License-Identifier: LGPL-2.1-or-later
"""Names in Go's manner: set_vf_count is SetVFCount, vlan_id is vlanID."""

from __future__ import annotations

import re

from ..model import Model
from ..spelling import Spelling

KEYWORDS = frozenset(
    "break case chan const continue default defer else fallthrough for func go goto if import "
    "interface map package range return select struct switch type var".split()
)
# What the bodies of functions use by itself.
TAKEN = frozenset("any bool call class err error handle int len nil string unsafe".split())


class Names:
    """The names of one model."""

    def __init__(self, model: Model):
        self.spelling = Spelling(model)

    def exported(self, words: str) -> str:
        """ "set_vf_count" as SetVFCount."""
        return "".join(self._word(word) for word in words.lower().split("_"))

    def local(self, words: str) -> str:
        """ "vf_index" as vfIndex; what Go keeps for itself gets an underscore."""
        first, *others = words.lower().split("_")
        name = first + "".join(self._word(word) for word in others)
        return name + "_" if name in KEYWORDS or name in TAKEN else name

    def _word(self, word: str) -> str:
        """As the comments spell it; what is short and has no vowel stands for more: FD, RX."""
        spelled = self.spelling.word(word)
        if is_initialism(spelled):
            return spelled
        if word.endswith("s") and is_initialism(self.spelling.word(word[:-1])):
            return self.spelling.word(word[:-1]) + "s"
        return word.upper() if re.fullmatch("[b-df-hj-np-tv-xz]{2,3}", word) else spelled


def is_initialism(word: str) -> bool:
    return len(re.findall("[A-Z]", word)) > 1
