# SPDX-License-Identifier: LGPL-2.1-or-later
"""What ctypes believes of each function is what a C++ compiler says: its type, as the header has
it, by the compiler's own words. And all of the library's functions are there."""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import tempfile
import unittest
from pathlib import Path
from typing import Any

from sriov import _c
from sriov._runtime.handles import Handle

TOP = Path(os.environ["top_srcdir"])
SYMBOLS = TOP / "libsriov" / "libsriov.sym"
PROGRAM = """\
#include <sriov/sriov.h>
#include <cstdio>
#include <cxxabi.h>
#include <typeinfo>

static void say(const char *name, const std::type_info &type)
{
	std::printf("%s %s\\n", name, abi::__cxa_demangle(type.name(), NULL, NULL, NULL));
}

int main()
{
"""
SIMPLE: dict[str, Any] = {
    "void": None, "bool": ctypes.c_bool, "int": ctypes.c_int, "unsigned int": ctypes.c_uint,
    "unsigned short": ctypes.c_uint16, "unsigned long": ctypes.c_uint64, "long": ctypes.c_int64,
    "unsigned char": ctypes.c_uint8, "char*": ctypes.c_char_p, "void*": ctypes.c_void_p,
}


def all_functions() -> dict[str, Any]:
    """Every function that the package has."""
    found = {name: value for name, value in vars(_c).items()
             if name.startswith("sriov_") and not isinstance(value, type)}
    for value in vars(_c).values():
        if isinstance(value, type) and issubclass(value, Handle):
            found[f"{value.__name__}_ref"] = value.ref
            found[f"{value.__name__}_unref"] = value.unref
    return found


class Signatures(unittest.TestCase):

    def test_every_function_of_the_library_is_there(self) -> None:
        exported = set(re.findall(r"^\t(sriov_\w+);", SYMBOLS.read_text(encoding="ascii"), re.M))
        self.assertEqual(set(all_functions()), exported)

    def test_types(self) -> None:
        functions = all_functions()
        told = self.compiled(sorted(functions))
        self.assertEqual(set(told), set(functions))
        for name, text in told.items():
            returns, arguments = split(text)
            counting = name.endswith(("_ref", "_unref"))
            with self.subTest(name, text=text):
                self.assertEqual(functions[name].restype, returned(returns))
                self.assertEqual(list(functions[name].argtypes),
                                 [ctypes.c_void_p] if counting else [as_ctypes(each)
                                                                     for each in arguments])

    def compiled(self, names: list[str]) -> dict[str, str]:
        with tempfile.TemporaryDirectory() as folder:
            source, program = Path(folder, "types.cc"), Path(folder, "types")
            lines = (f'\tsay("{name}", typeid({name}));\n' for name in names)
            source.write_text(PROGRAM + "".join(lines) + "}\n", encoding="ascii")
            try:
                # Addresses of functions are not taken, so that nothing has to be linked.
                subprocess.run([*os.environ.get("CXX", "c++").split(), "-std=c++11", "-I",
                                TOP / "include", "-o", program, source], check=True)
            except FileNotFoundError:
                self.skipTest("there is no C++ compiler")
            told = subprocess.run([program], check=True, capture_output=True, text=True).stdout
        return dict(line.split(" ", maxsplit=1) for line in told.splitlines())


def split(text: str) -> tuple[str, list[str]]:
    """What a function returns and takes: "sriov_code (sriov_pf*, unsigned int)"."""
    returns, rest = text.split(" (", maxsplit=1)
    arguments, depth = [""], 0
    for letter in rest[:-1]:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "," and depth == 0:
            arguments.append("")
        else:
            arguments[-1] += letter
    return returns, [each.strip() for each in arguments if each.strip()]


def plain(text: str) -> str:
    return re.sub(r"\s*\bconst\b", "", text).strip()


def as_ctypes(text: str) -> Any:
    """What a parameter has to be."""
    text = plain(text)
    if "(*)" in text:
        returns, arguments = split(text.replace("(*)", ""))
        # What it is given is borrowed, as results are.
        return ctypes.CFUNCTYPE(as_ctypes(returns), *map(returned, arguments))
    if text in SIMPLE:
        return SIMPLE[text]
    if text == "char**":
        # The address is kept, to free the string.
        return ctypes.POINTER(ctypes.c_void_p)
    if text.startswith("sriov_") and text.endswith("*"):
        handles = [each for each in vars(_c).values()
                   if isinstance(each, type) and each.__name__ == text.rstrip("*")]
        # Else it is where the value of an enumeration goes.
        thing: Any = handles[0] if handles else ctypes.c_int
        return ctypes.POINTER(thing) if text.endswith("**") or not handles else thing
    if text.startswith("sriov_"):
        return ctypes.c_int
    return ctypes.POINTER(as_ctypes(text[:-1]))


def returned(text: str) -> Any:
    """What a result has to be: pointers to objects and bytes are addresses at first."""
    text = plain(text)
    objects = text.startswith("sriov_") or text == "unsigned char*"
    return ctypes.c_void_p if text.endswith("*") and objects else as_ctypes(text)
