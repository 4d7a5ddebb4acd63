# SPDX-License-Identifier: LGPL-2.1-or-later
"""Builds the package for pip (PEP 517 and 660), with nothing but Python's standard library: a few
files go into an archive, and none of them has to be compiled."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import os
import tarfile
import time
import zipfile
from email.parser import Parser
from pathlib import Path
from typing import Any, Mapping, Optional

HERE = Path(__file__).resolve().parent
METADATA = (HERE / "METADATA").read_text(encoding="utf-8")
VERSION = Parser().parsestr(METADATA)["Version"]
NAME = f"sriov-{VERSION}"
INFO = f"{NAME}.dist-info"
WHEEL = f"{NAME}-py3-none-any.whl"
WHEEL_TEXT = """\
Wheel-Version: 1.0
Generator: build_sriov
Root-Is-Purelib: true
Tag: py3-none-any
"""
# What is needed to build it once more.
SOURCES = ("METADATA", "build_sriov.py", "pyproject.toml")
# Archives have no date before this one; SOURCE_DATE_EPOCH sets another.
OLDEST = 315532800

Settings = Optional[Mapping[str, Any]]


def package() -> dict[str, bytes]:
    """What is installed, by path."""
    files = sorted((HERE / "sriov").rglob("*"))
    return {file.relative_to(HERE).as_posix(): file.read_bytes()
            for file in files if file.suffix == ".py" or file.name == "py.typed"}


def metadata() -> dict[str, bytes]:
    return {f"{INFO}/METADATA": METADATA.encode(), f"{INFO}/WHEEL": WHEEL_TEXT.encode()}


def record(files: Mapping[str, bytes]) -> bytes:
    """The list of files with their digests."""
    lines = [f"{path},sha256={digest(content)},{len(content)}\n"
             for path, content in files.items()]
    return "".join([*lines, f"{INFO}/RECORD,,\n"]).encode()


def digest(content: bytes) -> str:
    found = base64.urlsafe_b64encode(hashlib.sha256(content).digest())
    return found.decode().rstrip("=")


def date() -> int:
    return max(OLDEST, int(os.environ.get("SOURCE_DATE_EPOCH", OLDEST)))


def write_wheel(folder: str, files: Mapping[str, bytes]) -> str:
    contents = {**files, **metadata()}
    with zipfile.ZipFile(Path(folder) / WHEEL, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in {**contents, f"{INFO}/RECORD": record(contents)}.items():
            entry = zipfile.ZipInfo(path, time.gmtime(date())[:6])
            entry.external_attr = 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return WHEEL


# What pip calls.


def build_wheel(wheel_directory: str, config_settings: Settings = None,
                metadata_directory: Optional[str] = None) -> str:
    """The package as it is installed."""
    return write_wheel(wheel_directory, package())


def build_editable(wheel_directory: str, config_settings: Settings = None,
                   metadata_directory: Optional[str] = None) -> str:
    """A pointer to this folder."""
    return write_wheel(wheel_directory, {"sriov.pth": f"{HERE}\n".encode()})


def build_sdist(sdist_directory: str, config_settings: Settings = None) -> str:
    """The sources of the package."""
    files = {**{name: (HERE / name).read_bytes() for name in SOURCES}, **package(),
             "PKG-INFO": METADATA.encode()}
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path, content in sorted(files.items()):
            entry = tarfile.TarInfo(f"{NAME}/{path}")
            entry.size, entry.mtime = len(content), date()
            archive.addfile(entry, io.BytesIO(content))
    target = Path(sdist_directory) / f"{NAME}.tar.gz"
    target.write_bytes(gzip.compress(packed.getvalue(), mtime=date()))
    return target.name


def prepare_metadata_for_build_wheel(metadata_directory: str,
                                     config_settings: Settings = None) -> str:
    """What the package is called and needs."""
    for path, content in metadata().items():
        target = Path(metadata_directory) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return INFO


prepare_metadata_for_build_editable = prepare_metadata_for_build_wheel
