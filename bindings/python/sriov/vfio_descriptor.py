# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Opening a device that is bound to VFIO: descriptors that are ready to be used or handed on."""

from __future__ import annotations

import ctypes

from . import _c
from ._runtime import calls, values


def allocate_vfio_ioas(iommufd: int) -> int:
    """Makes an address space (an IOAS) in an iommufd; it goes with the descriptor.

    Args:
        iommufd: what Context.open_vfio_iommufd() gave.

    Returns:
        its number, for Device.attach_vfio_ioas().

    Raises:
        InvalidError: `iommufd` is none.
        FailedError: the kernel refused.
        NoMemoryError: out of memory.

    Kernel interface:
        `IOMMU_IOAS_ALLOC`.
    """
    out = calls.Number(ctypes.c_uint32())
    calls.call(_c.sriov_vfio_allocate_ioas, values.int_(iommufd, "iommufd"), out)
    return out.value
