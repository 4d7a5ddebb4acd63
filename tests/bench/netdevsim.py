# SPDX-License-Identifier: LGPL-2.1-or-later
"""In the test host: settings of VFs against ip, on the kernel's simulated device; prints JSON."""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

BUS = Path("/sys/bus/netdevsim")
LIMIT = Path("/sys/kernel/debug/netdevsim/netdevsim1/max_vfs")
ONE, FOUR = 100, 128
TURNS = 5

PROGRAM = sys.argv[1]


def run(*command, given=None):
    return subprocess.run(command, text=True, check=True, input=given,
                          stdout=subprocess.PIPE).stdout


def make_vfs():
    run("modprobe", "netdevsim")
    (BUS / "new_device").write_text("1 1")
    LIMIT.write_text(str(FOUR))
    (BUS / "devices/netdevsim1/sriov_numvfs").write_text(str(FOUR))
    name, = [path.name for path in (BUS / "devices/netdevsim1/net").iterdir()]
    return name


def clear(name):
    """Off again, so that each contestant changes something; and that it did is looked up."""
    run("ip", "-batch", "-", given="".join(f"link set {name} vf {index} spoofchk off\n"
                                           for index in range(FOUR)))


def timed(name, work):
    """Milliseconds, as it says itself: the library is used by a program that has started already."""
    clear(name)
    start = time.monotonic()
    own = work()
    end = time.monotonic()
    told = json.loads(run("ip", "-j", "link", "show", name))[0]["vfinfo_list"]
    on = sum(one["spoofchk"] for one in told)
    if on != ONE:
        sys.exit(f"{on} of {ONE} VFs were set")
    return own or (end - start) * 1000


def one_attribute(name):
    words = [("link", "set", name, "vf", str(index), "spoofchk", "on") for index in range(ONE)]
    batch = "".join(" ".join(line) + "\n" for line in words)
    contestants = {
        "ours": lambda: float(run(PROGRAM, name, str(ONE), "1")),
        "batch": lambda: run("ip", "-batch", "-", given=batch) and None,
        # A loop of a shell, which starts programs faster than this one does.
        "loop": lambda: run("sh", "-e", given="".join("ip " + " ".join(line) + "\n"
                                                      for line in words)) and None,
    }
    times = {contestant: [] for contestant in contestants}
    for _ in range(TURNS):
        for contestant, work in contestants.items():
            times[contestant].append(timed(name, work))
    return {"vfs": ONE, **{key: statistics.median(each) for key, each in times.items()}}


def calls(*words):
    """What the program asks of the kernel, but for memory and for printing."""
    run("strace", "-f", "-qq", "-e", "trace=!brk,mmap,munmap,mremap,madvise,write,newfstatat",
        "-o", "/tmp/trace", PROGRAM, *words)
    return Path("/tmp/trace").read_text().splitlines()


def four_attributes(name):
    nothing, setting, reading = (name, "1", "0"), (name, str(FOUR), "4"), (name, "1", "0", "read")
    if run(PROGRAM, *setting, "read").strip() != str(FOUR):
        sys.exit("not all was set")
    before = calls(*nothing)
    questions = [sum("sendto(" in line or "sendmsg(" in line for line in trace)
                 for trace in (before, calls(*reading))]
    return {"vfs": FOUR, "calls": len(calls(*setting)) - len(before),
            "questions": questions[1] - questions[0]}


def main():
    name = make_vfs()
    print(json.dumps({"one": one_attribute(name), "four": four_attributes(name)}))


if __name__ == "__main__":
    main()
