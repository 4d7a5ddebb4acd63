# SPDX-License-Identifier: LGPL-2.1-or-later
"""Runs one program of the plan, and says what is wrong with what it did."""

import os
import re
import subprocess
from pathlib import Path
from typing import Dict, List, Optional

TIMEOUT = 60
BINDING = Path(__file__).resolve().parents[2] / "bindings/python"
# The status of tests/made_up_host/enter, where the machine does not allow what it wants.
IMPOSSIBLE = 125


class Impossible(Exception):
    """It cannot be run on this machine, and why."""


def pattern(text: str) -> str:
    """What is printed, where "..." is any text, or on a line of its own any lines."""
    lines = [r"(?:.*\n)*" if line.strip() == "..." else
             ".*".join(map(re.escape, line.split("..."))) + r"\n"
             for line in text.splitlines()]
    return "".join(lines)


def environment(folder: Path) -> Dict[str, str]:
    paths = [str(folder), os.environ.get("PKG_CONFIG_PATH", "")]
    return {**os.environ, "PKG_CONFIG_PATH": ":".join(filter(None, paths)),
            "LD_LIBRARY_PATH": str(folder.parents[2] / "libsriov/.libs"),
            "PATH": f"{folder.parents[2] / 'programs/sriov'}:{os.environ['PATH']}",
            "PYTHONPATH": str(BINDING),
            "PYTHONDONTWRITEBYTECODE": os.environ.get("PYTHONDONTWRITEBYTECODE", "1")}


def judge(entry: Dict[str, object], folder: Path, prefix: Optional[List[str]] = None) -> str:
    """Empty when all is well."""
    if entry["trouble"]:
        return str(entry["trouble"])
    place = folder / str(entry["name"]) if entry["language"] == "sh" else folder
    command = [*(prefix or []), *map(str, entry["command"])]  # type: ignore[call-overload]
    try:
        done = subprocess.run(command, cwd=place, env=environment(folder), text=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, timeout=TIMEOUT, check=False)
    except subprocess.TimeoutExpired as error:
        return f"it did not end: {error.output!r}"
    if prefix and done.returncode == IMPOSSIBLE:
        raise Impossible(done.stdout.strip())
    if done.returncode != entry["status"]:
        return f"its status is {done.returncode}, not {entry['status']}\n{done.stdout}"
    if entry["prints"] is not None and not re.fullmatch(pattern(str(entry["prints"])), done.stdout):
        return f"the page says that it prints\n{entry['prints']}and it printed\n{done.stdout}"
    return ""
