# SPDX-License-Identifier: LGPL-2.1-or-later
"""The model as a Go package, through cgo: one file for each header.

What is the same for all objects (references, locks, strings, callbacks) is in the files that are
written by hand, beside what is made here.
"""

from .files import emit

__all__ = ["emit"]
