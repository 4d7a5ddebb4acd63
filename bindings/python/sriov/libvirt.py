# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""What libvirt wants to be told."""

from __future__ import annotations

from typing import Optional

from . import _c
from ._runtime import calls, values


def format_libvirt_interface(network: str, mac: Optional[str] = None) -> str:
    """An interface of a machine that takes any free VF of such a network: for a domain's `devices`
    or `virsh attach-device`.

    Args:
        network: the network's name.
        mac: the MAC that the machine is to see, "52:54:00:00:00:01"; None lets libvirt choose.

    Returns:
        escaped, UTF-8.

    Raises:
        InvalidError: `network` or `xml` is None, the name is empty, has a slash, a control
            character or is not UTF-8, or the MAC is malformed, all zeros or a multicast address.
        NoMemoryError: out of memory.
    """
    out = calls.Text()
    calls.call(
        _c.sriov_libvirt_format_interface,
        values.text(network, "network"),
        values.text_or_none(mac, "mac"),
        out,
    )
    return out.value
