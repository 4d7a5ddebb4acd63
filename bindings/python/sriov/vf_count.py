# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""How many VFs a PF has."""

from __future__ import annotations

from typing import Optional

from . import _c
from ._runtime import values
from ._runtime.handles import Handle
from ._runtime.options import Options


def vf_count_options(allow_destroy: Optional[bool]) -> Optional[Handle]:
    """The options that were given, for C; None when there are none."""
    made = Options(_c.VFCountOptions, _c.sriov_vf_count_options_new)
    if allow_destroy is not None:
        made.tell(
            _c.sriov_vf_count_options_set_allow_destroy,
            values.boolean(allow_destroy, "allow_destroy"),
        )
    return made.handle
