# SPDX-License-Identifier: LGPL-2.1-or-later
"""In the test host, with udev: 7 VFs from nothing to configured and on vfio-pci, by the library, by
its peers and by nothing but the kernel, taking turns; prints JSON, in milliseconds.

    from_nothing.py BUILD ROUNDS [DPDK-DEVBIND.PY]
"""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

BUILD, ROUNDS, DEVBIND = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
DEVICES = Path("/sys/bus/pci/devices")
PFS = {"0000:01:00.0": "em1", "0000:02:00.0": "em2"}
FIRST, SECOND = PFS
COUNT = 7


def settings(pf, index):
    return {"mac": f"52:54:00:aa:0{pf[6]}:0{index}", "vlan": 100 + index}


def run(*command):
    return subprocess.run(command, text=True, check=True, stdout=subprocess.PIPE).stdout


def own_time(*command):
    """What it says that it took: the library is used by a program that has started already."""
    return float(run(*command))


# --- The contestants ------------------------------------------------------------------------------


def state(*pfs):
    return json.dumps({"version": 1, "pfs": [{
        "pf": PFS[pf], "vf_count": COUNT,
        "defaults": {"driver": "vfio-pci", "spoof_check": False, "trust": True},
        "vfs": [{"index": index, "mac": settings(pf, index)["mac"],
                 "vlan": {"id": settings(pf, index)["vlan"]}} for index in range(COUNT)],
    } for pf in pfs]})


def ours(*pfs):
    return own_time(BUILD / "tests/bench/apply", state(*pfs))


def one_by_one(*pfs):
    return own_time(BUILD / "tests/bench/apply", state(*pfs), "1")


def bare(*pfs):
    return own_time(BUILD / "tests/bench/bare", "all", *(word for pf in pfs
                                                        for word in (pf, PFS[pf])))


def count_alone(*pfs):
    return own_time(BUILD / "tests/bench/bare", "count", *pfs)


def by_shell(bind):
    """Makes and sets them as everybody does, and has them bound by what takes them from $vfs. Who does
    not wait for udev in between ends with another MAC than was set for some VFs: udev gives the
    interfaces of new VFs one that stays the same, and igb lets the one that comes last stand."""
    def work(pf):
        sets = "".join(f"ip link set {PFS[pf]} vf {index} mac {settings(pf, index)['mac']} "
                       f"vlan {settings(pf, index)['vlan']} spoofchk off trust on\n"
                       for index in range(COUNT))
        start = time.monotonic()
        run("sh", "-e", "-c", f"echo {COUNT} >{DEVICES}/{pf}/sriov_numvfs\nudevadm settle\n{sets}"
            f"vfs=$(cd {DEVICES}/{pf} && readlink virtfn* | xargs -n 1 basename)\n{bind}")
        return (time.monotonic() - start) * 1000
    return work


CONTESTANTS = {
    "ours": (ours, FIRST),
    "bare": (bare, FIRST),
    "ours, one by one": (one_by_one, FIRST),
    "driverctl": (by_shell("for vf in $vfs; do driverctl --nosave set-override $vf vfio-pci; done"),
                  FIRST),
    "ours, two PFs": (ours, FIRST, SECOND),
    "bare, two PFs": (bare, FIRST, SECOND),
    "count": (count_alone, FIRST),
    "count, two PFs": (count_alone, FIRST, SECOND),
}
if DEVBIND:
    CONTESTANTS["dpdk-devbind.py"] = (by_shell(f"{DEVBIND[0]} -b vfio-pci $vfs"), FIRST)


# --- Rounds ---------------------------------------------------------------------------------------


def check(pf, driver):
    """All of them reached the same end."""
    links = [link.resolve() for link in (DEVICES / pf).glob("virtfn*")]
    if len(links) != COUNT:
        sys.exit(f"{pf} has {len(links)} VFs")
    if not driver:
        return
    drivers = {os.path.basename(os.readlink(vf / "driver")) for vf in links}
    told = json.loads(run("ip", "-j", "link", "show", PFS[pf]))[0]["vfinfo_list"]
    for index, vf in enumerate(told):
        wanted = settings(pf, index)
        is_good = (vf["address"] == wanted["mac"] and not vf["spoofchk"] and vf["trust"] and
                   vf["vlan_list"][0]["vlan"] == wanted["vlan"])
        if not is_good or drivers != {driver}:
            sys.exit(f"VF {index} of {pf} is on {drivers} and like this: {vf}")


def clear():
    """Away again, since a VF that is made anew is made with nothing."""
    for pf in PFS:
        (DEVICES / pf / "sriov_numvfs").write_text("0")
        (DEVICES / pf / "sriov_drivers_autoprobe").write_text("1")
    run("udevadm", "settle")


def turn(work, *pfs):
    took = work(*pfs)
    for pf in pfs:
        check(pf, work is not count_alone and "vfio-pci")
    clear()
    return took


def start_udev():
    """No host is without it: it looks at each interface that the VFs' own driver makes."""
    subprocess.Popen("/lib/systemd/systemd-udevd", stdout=subprocess.DEVNULL,
                     stderr=subprocess.DEVNULL)
    while subprocess.run(("udevadm", "control", "--ping"), check=False,
                         capture_output=True).returncode:
        time.sleep(0.1)


def prepare():
    run("modprobe", "-a", "igbvf", "vfio-pci")
    start_udev()
    # dpdk-devbind.py asks which(1) for lspci, and the guest has none.
    which = Path("/usr/bin/which")
    which.write_text("#!/bin/sh\ncommand -v \"$1\"\n")
    which.chmod(0o755)


def main():
    prepare()
    times = {name: [] for name in CONTESTANTS}
    for _ in range(ROUNDS):
        for name, (work, *pfs) in CONTESTANTS.items():
            times[name].append(turn(work, *pfs))
    print(json.dumps({"all": times, **{name: statistics.median(each)
                                       for name, each in times.items()}}))


if __name__ == "__main__":
    main()
