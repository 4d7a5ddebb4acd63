# SPDX-License-Identifier: LGPL-2.1-or-later
"""Commands of the source tree that a test cannot run, since they are what runs it: that their
programs are there, and that these know the options that they are given."""

import re
import shlex
import subprocess
from pathlib import Path
from typing import Iterator, List

# What needs no look.
ORDINARY = {"cd", "mkdir", "echo"}
PREFIXES = {"sudo", "env"}


def commands(text: str) -> Iterator[List[str]]:
    for line in text.replace("\\\n", " ").splitlines():
        for part in re.split(r"&&|\||;", line.partition("#")[0]):
            words = shlex.split(part)
            while words and (words[0] in PREFIXES or "=" in words[0]):
                words = words[1:]
            if words:
                yield words


def output(*command: str) -> str:
    return subprocess.run(command, text=True, capture_output=True, check=False).stdout


class Checker:
    def __init__(self, source: Path, build: Path) -> None:
        self.source = source
        self.configure = (source / "configure.ac").read_text(encoding="utf-8")
        self.targets = set(re.findall(r"^([\w./-]+):", output(
            "make", "-C", str(build), "-pRrq", "none-of-all"), re.M))

    def check_make(self, words: List[str]) -> Iterator[str]:
        skip = False
        for word in words[1:]:
            if skip or word.startswith("-") or "=" in word:
                skip = word == "-C"
            elif word not in self.targets:
                yield f"make has no target '{word}'"

    def check_configure(self, words: List[str]) -> Iterator[str]:
        for word in words[1:]:
            found = re.match(r"--(enable|disable|with|without)-([\w-]+)", word)
            if found and not re.search(rf"AC_ARG_\w+\(\[{found[2]}\]", self.configure):
                yield f"configure does not know '{word}'"

    def check_program(self, words: List[str]) -> Iterator[str]:
        program = self.source / words[0]
        if not program.is_file():
            yield f"there is no '{words[0]}'"
            return
        known = output(str(program), "--help") if len(words) > 1 else ""
        for word in words[1:]:
            if word == "--":
                break
            if word.startswith("--") and word.partition("=")[0] not in known:
                yield f"{words[0]} does not know '{word}'"

    def check(self, text: str) -> List[str]:
        """What is wrong with it."""
        wrong: List[str] = []
        for words in commands(text):
            name = words[0].rpartition("/")[2]
            if name == "configure":
                wrong.extend(self.check_configure(words))
            elif name == "make":
                wrong.extend(self.check_make(words))
            elif "/" in words[0]:
                wrong.extend(self.check_program(words))
            elif name not in ORDINARY:
                wrong.append(f"whether '{name}' is right cannot be told without running it")
        return wrong
