# SPDX-License-Identifier: LGPL-2.1-or-later
"""The table that a benchmark prints: what, ours, peer, ratio, goal, met or missed."""

WIDTHS = 48, 12, 34, 8, 18, 6
HEAD = "what", "ours", "peer", "ratio", "goal", ""


class Table:
    def __init__(self):
        self.results = []
        self.line(*HEAD)
        self.line(*("-" * width for width in WIDTHS))

    @staticmethod
    def line(*cells):
        print(" ".join(f"{cell:<{width}}" for cell, width in zip(cells, WIDTHS)).rstrip(),
              flush=True)

    def judge(self, met):
        self.results.append(met)
        return "met" if met else "MISSED"

    def against(self, what, ours, name, theirs, unit, part=None):
        """The peer's number is so many times ours; with a goal, at least that many times."""
        goal = (f"1/{part}", self.judge(ours * part <= theirs)) if part else ("", "")
        self.line(what, show(ours, unit), f"{name} {show(theirs, unit)}",
                  f"1/{theirs / ours:.1f}", *goal)

    def at_most(self, what, ours, most, unit=""):
        self.line(what, show(ours, unit), "", "", f"at most {show(most, unit)}",
                  self.judge(ours <= most))

    def told(self, what, number, unit):
        """A number without a goal."""
        self.line(what, show(number, unit))

    def missing(self, what, name, why):
        self.line(what, "", f"{name}: {why}")

    def end(self):
        print(f"bench: {len(self.results)} goals, {sum(self.results)} met", flush=True)


def show(number, unit):
    text = f"{number:.0f}" if number == int(number) or number >= 100 else f"{number:.3g}"
    return f"{text} {unit}".rstrip()
