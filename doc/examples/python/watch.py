# SPDX-License-Identifier: LGPL-2.1-or-later
"""Tells what happens to a PF and its VFs, or to all PCI devices, until interrupted: watch.py em1"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import sriov


def words(event: sriov.Event) -> Iterator[str]:
    """What is not said is left out."""
    yield str(event.type)
    if event.address:
        yield event.address
    if event.vf_index >= 0:
        yield f"VF {event.vf_index} of {event.pf_address}"
    if event.vf_count >= 0:
        yield f"{event.vf_count} VFs"
    if event.driver:
        yield f"driver {event.driver}"
    if event.interface:
        yield f"interface {event.interface}"
    if event.former_interface:
        yield f"formerly {event.former_interface}"


try:
    with sriov.Context() as context:
        pf = context.open_pf(sys.argv[1]) if len(sys.argv) > 1 else None
        with sriov.Monitor(context, pf=pf) as monitor:
            for each in monitor:
                print("  ".join(words(each)), flush=True)
except sriov.SriovError as error:
    sys.exit(str(error))
