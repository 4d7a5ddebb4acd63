# SPDX-License-Identifier: LGPL-2.1-or-later
"""What each kernel does and does not, as the cases find it: the table in the book is made of it.

A case says what it has just seen: compatibility.record("iommufd", "no"). The kernel's name and
where the answers go to are in the environment, KERNEL and COMPATIBILITY; tests/host/compatibility
makes the table of them."""

import json
import os
from pathlib import Path

# In the order of the table, with the words of the table; only these may be recorded.
SECTIONS = {
    "Virtual functions": {
        "count": "VFs are made, listed and removed",
        "no-driver": "VFs come without a driver, when autoprobe is switched off",
        "vector-count": "The number of a VF's MSI-X vectors is set",
        "settings": "MAC, VLAN, rate, spoof check and trust of VFs are set and read",
        "settings-many": "The settings of 1,000 VFs are read at once (netdevsim)",
        "statistics": "The statistics of 1,000 VFs are read at once (netdevsim)",
    },
    "Interfaces": {
        "altnames": "Interfaces are found by their alternative names",
        "parents": "Which device an interface is on is told by netlink",
        "namespace": "VFs are found whose interfaces are in another network namespace",
    },
    "Events": {
        "events": "VFs, drivers and interfaces that come and go",
        "events-namespace": "The same for the interfaces of another network namespace",
    },
    "While VFs are being removed, and one is held through VFIO": {
        "stuck-list": "PFs, VFs and devices are listed",
        "stuck-uevent": "The held device's file `uevent` can be read, which the library never needs",
    },
    "VFIO and IOMMU": {
        "group": "A VF is opened through its group",
        "iommufd": "A VF is opened through iommufd and a file of its own",
        "no-iommu": "VFIO's mode without an IOMMU can be switched on",
        "domain-type": "The type of a group's domain is read and set",
        "domain-type-vfio": "It can be set while the device is on vfio-pci and not open",
        "reset-methods": "The ways in which a device can be reset are told",
    },
}

_answers = {}


def rows():
    """Every row's words, by its name."""
    return {name: words for section in SECTIONS.values() for name, words in section.items()}


def record(row, answer):
    """One answer for each row: a second one must be the same."""
    if row not in rows():
        raise AssertionError(f"the table has no row {row}")
    if _answers.setdefault(row, answer) != answer:
        raise AssertionError(f"{row} was {_answers[row]} before, and is {answer} now")


def write():
    """For tests/host/compatibility, when it wants to know."""
    path = os.environ.get("COMPATIBILITY")
    if path:
        Path(path).write_text(json.dumps(_answers, indent=2) + "\n")
