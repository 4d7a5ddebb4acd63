#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes a program of every block: programs.py SOURCE BUILD, which are folders.

They are in BUILD/tests/book/programs, and plan.json there says how each is run. A block that
cannot be compiled does not end it: the plan has what the compiler said, and the test fails.
"""

import json
import os
import re
import shlex
import shutil
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Dict, List, Optional

sys.path.insert(0, str(Path(__file__).resolve().parent))
from blocks import Block, read_all  # noqa: E402
from frames import whole  # noqa: E402

GO_MODULE = """module book

go 1.19

require libsriov/sriov v0.0.0

replace libsriov/sriov => {}
"""
ANY_PROGRAM = "#include <sriov/sriov.h>\nint main(void) { return !sriov_get_version(); }\n"
WARNINGS = ["-Wall", "-Wextra", "-Werror", "-O1", "-g"]


def words(name: str, otherwise: str = "") -> List[str]:
    """A variable of make, which may be many words."""
    return shlex.split(os.environ.get(name, otherwise))


class Maker:
    def __init__(self, source: Path, build: Path) -> None:
        self.source, self.build = source, build
        self.folder = build / "tests/book/programs"
        self.troubles: Dict[str, str] = {}
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)

    def call(self, block: str, *command: str, folder: Optional[Path] = None) -> None:
        done = subprocess.run(command, cwd=folder or self.build, text=True, stderr=subprocess.STDOUT,
                              stdout=subprocess.PIPE, check=False)
        if done.returncode:
            self.troubles[block] = done.stdout

    def write(self, name: str, text: str) -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    # --- C: every block is a function of one program, and its name the first argument ----------

    def compile_c(self, block: Block) -> None:
        source = self.write(block.name + ".c", whole(block))
        self.call(block.name, *words("CC", "cc"), *words("SANITIZERS"), *WARNINGS,
                  f"-Dmain={block.name}", f"-I{self.source}/include",
                  "-c", source, "-o", source[:-1] + "o")

    def link_c(self, blocks: List[Block]) -> None:
        good = [block.name for block in blocks if block.name not in self.troubles]
        source = self.write("c.c", "\n".join(
            ["#include <string.h>",
             *(f"int {name}(int count, char **words);" for name in good),
             "int main(int count, char **words)", "{",
             *(f'\tif (!strcmp(words[1], "{name}")) return {name}(count - 1, words + 1);'
               for name in good), "\treturn 2;", "}"]))
        self.call("c", *words("LIBTOOL"), "--silent", "--tag=CC", "--mode=link",
                  *words("CC", "cc"), *words("SANITIZERS"), "-no-install", source,
                  *(str(self.folder / f"{name}.o") for name in good),
                  *words("USER_LIBRARY"), "-o", str(self.folder / "c"))

    def make_unit(self, block: Block) -> None:
        """As tests/local.mk makes a unit test."""
        source = self.write(block.name + ".c", block.text)
        objects = source[:-1] + "o"
        self.call(block.name, *words("CC", "cc"), *words("SANITIZERS"), *WARNINGS, "-D_GNU_SOURCE",
                  f"-I{self.source}/include", f"-I{self.source}/tests/unit", *words("CHECK_CFLAGS"),
                  "-c", source, "-o", objects)
        self.call(block.name, *words("LIBTOOL"), "--silent", "--tag=CC", "--mode=link",
                  *words("CC", "cc"), *words("SANITIZERS"), "-no-install", objects,
                  *words("UNIT_LIBRARIES"), "-o", str(self.folder / block.name))

    # --- Go: a package for each, in one module -------------------------------------------------

    def make_go(self, blocks: List[Block]) -> None:
        self.write("go.mod", GO_MODULE.format(self.source / "bindings/go"))
        for block in blocks:
            (self.folder / block.name).mkdir()
            self.write(f"{block.name}/main.go", whole(block))
        os.environ.update(PKG_CONFIG_PATH=str(self.folder), GOFLAGS="-mod=mod", GOPROXY="off")
        self.go_build("go", "./...")
        for block in blocks if self.troubles.pop("go", None) else []:
            self.go_build(block.name, "./" + block.name)

    def go_build(self, name: str, packages: str) -> None:
        self.call(name, "go", "build", "-o", "go/", packages, folder=self.folder)

    # --- Shell: a folder for each, with the program that the page told before --------------------

    def write_package(self) -> None:
        """libsriov.pc, as if what is here were installed."""
        libraries = self.folder / "lib"
        libraries.mkdir()
        for library in (*self.build.glob("libsriov/.libs/libsriov.so*"),
                        *self.build.glob("libsriov/libsriov.a")):
            (libraries / library.name).symlink_to(library)
        text = (self.build / "pkgconfig/libsriov.pc").read_text(encoding="utf-8")
        text = re.sub(r"^libdir=.*$", f"libdir={libraries}", text, flags=re.M)
        text = re.sub(r"^includedir=.*$", f"includedir={self.source}/include", text, flags=re.M)
        self.write("libsriov.pc", text)

    def write_program(self, block: Block, before: List[Block]) -> None:
        """The last program in C of the page, in words and built; any when there is none."""
        programs = [one for one in before if one.language == "c" and one.is_whole()]
        if not programs:
            self.write(f"{block.name}/program.c", ANY_PROGRAM)
            return
        self.write(f"{block.name}/program.c", whole(programs[-1]))
        path = Path(self.write(f"{block.name}/program", "#!/bin/sh\n"
                               f'exec {self.folder}/c {programs[-1].name} "$@"\n'))
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def make_sh(self, block: Block, before: List[Block]) -> None:
        folder = self.folder / block.name
        folder.mkdir()
        self.write(f"{block.name}/block.sh", whole(block))
        self.write_program(block, before)

    def shared(self) -> bool:
        return (self.build / "libsriov/.libs/libsriov.so.0").exists()

    # --- All -------------------------------------------------------------------------------------

    def command(self, block: Block) -> List[str]:
        if block.place == "unit":
            return [str(self.folder / block.name)]
        if block.language == "c":
            return [str(self.folder / "c"), block.name]
        if block.language == "python":
            return ["python3", str(self.folder / f"{block.name}.py")]
        if block.language == "go":
            return [str(self.folder / "go" / block.name)]
        return ["sh", "block.sh"]

    def make(self, blocks: List[Block]) -> None:
        in_c = [one for one in blocks if one.language == "c" and one.place != "unit"]
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(self.compile_c, in_c))
        self.link_c(in_c)
        self.write_package()
        self.make_go([one for one in blocks if one.language == "go" and not self.skipped(one)])
        for number, block in enumerate(blocks):
            if block.place == "unit" and words("UNIT_LIBRARIES"):
                self.make_unit(block)
            elif block.language == "sh":
                self.make_sh(block, [one for one in blocks[:number] if one.page == block.page])
            elif block.language == "python":
                self.write(f"{block.name}.py", whole(block))

    def skipped(self, block: Block) -> str:
        """Why it cannot be run here at all."""
        if block.language in ("python", "go") and not self.shared():
            return "configured without a shared library"
        if block.language == "go" and not shutil.which("go"):
            return "go is missing"
        if links_archive(block) and not (self.build / "libsriov/libsriov.a").exists():
            return "configured without a static library"
        return ""

    def plan(self, blocks: List[Block]) -> List[Dict[str, object]]:
        return [{"name": block.name, "title": block.title, "language": block.language,
                 "place": block.place, "text": block.text, "command": self.command(block),
                 "status": int("fails" in block.words), "prints": block.prints,
                 "skipped": self.skipped(block),
                 "trouble": self.troubles.get(block.name) or
                 (self.troubles.get("c") if block.language == "c" else None)}
                for block in blocks]


def links_archive(block: Block) -> bool:
    return block.language == "sh" and "libsriov.a" in block.text


def left_out(block: Block) -> bool:
    """The sanitizers want to be in the program itself: what it is not in is for other builds."""
    return bool(os.environ.get("SANITIZERS")) and (
        block.language in ("python", "go") or links_archive(block))


def main() -> None:
    source, build = (Path(word).resolve() for word in sys.argv[1:])
    blocks = [block for block in read_all(source) if not left_out(block)]
    maker = Maker(source, build)
    maker.make(blocks)
    maker.write("plan.json", json.dumps(maker.plan(blocks), indent=1) + "\n")


if __name__ == "__main__":
    main()
