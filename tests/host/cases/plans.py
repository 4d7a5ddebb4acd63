# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the cases for plans share: states to ask for, and what ip and sysfs say of the outcome."""

import contextlib
import fcntl
import json
import os
from pathlib import Path

from host import DEVICES, EM1, EM2, NVME, driver, override, probe, program, read, vf_infos, vfs

RUNTIME = Path("/run/libsriov")
NAMES = {"em1": EM1, "em2": EM2, "nvme": NVME}

# What became of an apply, of a step, and of a recovery.
APPLIED, TAKEN_BACK, LEFT = 1, 2, 3
NOT_BEGUN, UNDER_WAY, DONE, ALREADY, FAILED, STUCK = range(6)
BACK, FINISHED, OLD, BUSY, NOT_RECOVERED = range(5)


def mac(pf, index, series=0):
    return f"02:00:00:0{series}:0{pf[2]}:0{index}"


def state(*pfs):
    return json.dumps({"version": 1, "pfs": pfs})


def pf_state(pf, count, series=0, vfs=(), **more):
    """One whose VFs have MACs of their own; others of their words are added."""
    words = {vf["index"]: vf for vf in vfs}
    return {"pf": pf, "vf_count": count, **more,
            "vfs": [{"index": index, "mac": mac(pf, index, series), **words.get(index, {})}
                    for index in range(count)]}


def steps(wanted):
    return json.loads(probe("plan", wanted)["plan"])["steps"]


def capture(*pfs):
    return probe("capture", *pfs)["state"]


def view(*pfs):
    """All that a plan may change, as ip and sysfs tell it."""
    return {pf: {"autoprobe": read(DEVICES / NAMES[pf] / "sriov_drivers_autoprobe"),
                 "drivers": [driver(one) for one in vfs(NAMES[pf])],
                 "overrides": [override(one) for one in vfs(NAMES[pf])],
                 "told": vf_infos(pf) if pf != "nvme" else None}
            for pf in pfs}


def journals():
    folder = RUNTIME / "journal"
    return sorted(os.listdir(folder)) if folder.exists() else []


def is_free(pf):
    """Whether the lease could be had, by the lock that a shell would try."""
    with contextlib.suppress(FileNotFoundError), open(RUNTIME / "lease" / NAMES[pf], "rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True


def probes():
    """The processes that run the probe, or are of one that does."""
    name = program("tests/host/tools/probe")
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if os.readlink(entry / "exe").startswith(name):
                found.append(int(entry.name))
    return found
