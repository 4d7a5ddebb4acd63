#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The book's Markdown becomes blocks, and these become mdoc that means the same."""

from __future__ import annotations

import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent.parent / "bindings"), str(HERE.parent)]

import tap
from generator.man.markdown import Heading, Table, inline, parse
from generator.man.mdoc import Writer
from generator.text import Bullets, Listing, Paragraph, Run, RunKind, sentence

PAGE = """<!-- a comment -->
# The title

Some words that
go on. `code`, sriov_pf_open() and
[another page](errors.md#what).
@dot
digraph { a -> b }
@enddot

- one
  and more
- two

1. first

```c
if (x)
	y();
```

| what | of whom |
| --- | --- |
| `a` | **b** |
"""


class Markdown(unittest.TestCase):
    """A page of all that there may be."""

    def setUp(self) -> None:
        self.parts = parse(PAGE)

    def test_parts_in_order(self) -> None:
        kinds = [type(part) for part in self.parts]
        self.assertEqual(kinds, [Heading, Paragraph, Bullets, Bullets, Listing, Table])

    def test_heading(self) -> None:
        self.assertEqual(self.parts[0], Heading(1, "The title"))

    def test_paragraph(self) -> None:
        paragraph = self.parts[1]
        assert isinstance(paragraph, Paragraph)
        self.assertEqual(
            [(run.kind.value, run.text, run.target) for run in paragraph.runs],
            [
                ("text", "Some words that go on. ", ""),
                ("code", "code", ""),
                ("text", ", ", ""),
                ("link", "sriov_pf_open()", "sriov_pf_open"),
                ("text", " and ", ""),
                ("link", "another page", "page:errors"),
                ("text", ".", ""),
            ],
        )

    def test_list(self) -> None:
        bullets = self.parts[2]
        assert isinstance(bullets, Bullets)
        items = [item[0] for item in bullets.items]
        texts = [sentence(item.runs) for item in items if isinstance(item, Paragraph)]
        self.assertEqual(texts, ["one and more", "two"])

    def test_listing(self) -> None:
        self.assertEqual(self.parts[4], Listing(("if (x)", "        y();")))

    def test_table(self) -> None:
        table = self.parts[5]
        assert isinstance(table, Table)
        self.assertEqual(table.titles, ("what", "of whom"))
        self.assertEqual([[sentence(cell) for cell in row] for row in table.rows], [["a", "b"]])


class Mdoc(unittest.TestCase):
    """Lines of mdoc, in which no word of a text is taken for a macro."""

    def setUp(self) -> None:
        self.writer = Writer(lambda name: ["Fn", name])

    def check(self, markdown: str, *lines: str) -> None:
        self.assertEqual(self.writer.sentence(inline(markdown)), list(lines))

    def test_a_sentence_is_a_line(self) -> None:
        self.check("One. Two: three", "One.", "Two:", "three")

    def test_macros_take_punctuation_along(self) -> None:
        self.check("see (`a b`), sriov_x().", "see", '.Ql ( "a b" ) ,', ".Fn sriov_x .")

    def test_null_is_a_constant(self) -> None:
        self.check("it is NULL, or not", "it is", ".Dv NULL ,", "or not")

    def test_words_that_look_like_macros(self) -> None:
        self.check("`Pp`", ".Ql \\&Pp")
        self.check(".Pp and more", "\\&.Pp and more")

    def test_signs_that_roff_takes_for_others(self) -> None:
        self.check("`-lsriov ~x`", '.Ql "\\-lsriov \\(tix"')
        self.check("a\\b", "a\\eb")

    def test_a_tangled_word_is_in_bold(self) -> None:
        self.check("un`code`d", "un\\fBcode\\fPd")

    def test_listing(self) -> None:
        block = Listing((".x", "'y"))
        self.assertEqual(
            self.writer.blocks((block,)),
            [".Bd -literal -offset indent", "\\&.x", "\\(aqy", ".Ed"],
        )

    def test_a_link_is_named(self) -> None:
        run = Run(RunKind.LINK, "sriov_y", "sriov_y")
        self.assertEqual(self.writer.sentence((run,)), [".Fn sriov_y"])


if __name__ == "__main__":
    tap.main()
