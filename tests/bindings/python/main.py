# SPDX-License-Identifier: LGPL-2.1-or-later
"""All tests of this folder, in a network namespace of their own where that is allowed."""

from __future__ import annotations

import ctypes
import os
import sys
import unittest
from pathlib import Path
from typing import Optional

import tap

HERE = Path(__file__).resolve().parent
CLONE_NEWNET = 0x40000000


def load_tests(loader: unittest.TestLoader, standard: unittest.TestSuite,
               pattern: Optional[str]) -> unittest.TestSuite:
    return loader.discover(str(HERE), "test_*.py")


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    if ctypes.CDLL(None).unshare(CLONE_NEWNET) == 0:
        os.environ["OWN_NETWORK"] = "yes"
    tap.main()
