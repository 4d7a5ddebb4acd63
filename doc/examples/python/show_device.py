# SPDX-License-Identifier: LGPL-2.1-or-later
"""Shows what a PCI device is, what it is connected to and what is on it: show_device.py em1"""

from __future__ import annotations

import sys
from typing import Callable

import sriov


def link(device: sriov.Device) -> str:
    found = device.read_pcie_link()
    return (f"{found.current_speed_mts} MT/s x{found.current_width}, "
            f"at most {found.maximum_speed_mts} MT/s x{found.maximum_width}")


def resets(device: sriov.Device) -> str:
    return " ".join(device.list_reset_methods()) or "none"


def vfio(device: sriov.Device) -> str:
    return " ".join(device.list_vfio_modules()) or "none"


def bars(device: sriov.Device) -> str:
    found = device.list_bars()
    lines = [str(len(found))]
    for bar in found:
        each = f", {bar.vf_size_bytes} for each VF" if bar.vf_size_bytes else ""
        lines.append(f"{bar.role} {bar.index} at 0x{bar.address:x}, {bar.size_bytes} bytes{each}")
    return "\n  ".join(lines)


def vpd(device: sriov.Device) -> str:
    found = device.read_vpd()
    fields = (f"{field.keyword} {field.text}" for field in found.fields)
    return "\n  ".join((found.product_name or "without a name", *fields))


def show(title: str, read: Callable[[sriov.Device], str], device: sriov.Device) -> None:
    """What the device or the kernel does not have is left out; what may not be read is said."""
    try:
        print(f"{title:9}{read(device)}")
    except sriov.UnsupportedError:
        pass
    except sriov.SriovError as refusal:
        print(f"{title:9}{refusal}")


try:
    with sriov.Context() as context:
        one = context.open_device(sys.argv[1] if len(sys.argv) > 1 else "")
        for part in (("name", sriov.Device.read_name), ("CPUs", sriov.Device.read_local_cpus),
                     ("link", link), ("resets", resets), ("VFIO", vfio), ("BARs", bars),
                     ("VPD", vpd)):
            show(*part, one)
except sriov.SriovError as error:
    sys.exit(str(error))
