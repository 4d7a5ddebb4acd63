# SPDX-License-Identifier: LGPL-2.1-or-later
"""Names: sriov_<subject>_<verb> of C, and what a function is called as a member of its owner.

A function of its owner drops the subject: sriov_pf_set_vf_count(pf, 7) is the PF's "set_vf_count".
One whose first parameter is something else puts the subject after the verb: sriov_pf_open(context,
"em1") is the context's "open_pf", and sriov_device_list(context) its "list_devices".
"""

from __future__ import annotations

from typing import Iterable

PREFIX = "sriov_"
LIST = "_list"
# Words that begin what is said about the subject, after it: list_modules_by_alias.
PREPOSITIONS = ("above", "below", "by", "for", "from", "in", "like", "of", "to", "with")


def short(name: str) -> str:
    """A C name without the library's prefix."""
    return name[len(PREFIX) :] if name.startswith(PREFIX) else name


def subject_of(function: str, owner: str, topics: Iterable[str]) -> str:
    """What a function is about, "" when it is about none of the topics.

    The owner, when the name begins with it; else the longest topic that it begins with. All of
    them are names without the library's prefix.
    """
    if owner and _begins(function, owner):
        return owner
    return max((each for each in topics if _begins(function, each)), key=len, default="")


def member_name(function: str, subject: str, owner: str) -> str:
    """The name as a member of the owner."""
    rest = short(function)
    if subject:
        rest = rest[len(subject) + 1 :]
    if not subject or subject == owner:
        return rest
    verb, *more = rest.split("_")
    many = verb == "list" and (not more or more[0] in PREPOSITIONS)
    return "_".join([verb, plural(subject) if many else subject, *more])


def plural(word: str) -> str:
    """More than one: "devices", "capabilities", "switches"."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    return word + "s"


def _begins(function: str, topic: str) -> bool:
    return short(function).startswith(topic + "_")
