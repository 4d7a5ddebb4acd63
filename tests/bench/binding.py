# SPDX-License-Identifier: LGPL-2.1-or-later
"""128 VFs to vfio-pci on a fake kernel: what that costs beside the writes themselves."""

import json
import statistics
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
TURNS = 5

# The addresses of more VFs of one PF would be those of the other.
EACH, PFS = 64, ("0000:01:00.0", "0000:02:00.0")
COUNT = EACH * len(PFS)


class Binding:
    """The build, a function that tells the CPU time of a command, and a folder that is not there."""

    def __init__(self, build, cost, host):
        self.build, self.cost, self.host = build, cost, host
        self.seen = ("env", f"FAKE_KERNEL={host}",
                     f"LD_PRELOAD={build}/tests/fake_kernel/.libs/preload.so")

    def agent(self, driver):
        state = {"version": 1, "pfs": [{"pf": pf, "vf_count": EACH, "defaults": {"driver": driver}}
                                       for pf in PFS]}
        return (*self.seen, self.build / "tests/fake_kernel/agent", "apply", json.dumps(state))

    def bare(self):
        return (*self.seen, self.build / "tests/bench/bare", "bind", self.host / "sys", str(EACH),
                *PFS)

    def driverctl(self):
        """A shell's writes go to the files alone: it finds the VFs bound, and binds them again."""
        words = "".join(f"driverctl --nosave set-override {vf} vfio-pci\n" for vf in self.bound())
        return (HERE.parent / "made_up_host/enter", self.host, "sh", "-e", "-c", words)

    def bound(self):
        names = [path.name for path in (self.host / "sys/bus/pci/drivers/vfio-pci").iterdir()]
        return [name for name in names if name.startswith("0000:")]

    def turn(self, command):
        """From no driver; the cost does not count unless all were bound."""
        subprocess.run(self.agent("none"), check=True)
        time = self.cost(*command)
        if len(self.bound()) != COUNT:
            raise RuntimeError(f"{command} has bound {len(self.bound())} of {COUNT} VFs")
        return time

    def race(self):
        """The medians of the library, of the writes alone and of driverctl."""
        times = [], [], []
        for _ in range(TURNS):
            times[1].append(self.turn(self.bare()))
            times[0].append(self.turn(self.agent("vfio-pci")))
            times[2].append(self.cost(*self.driverctl()))
        return [statistics.median(each) for each in times]

    def measure(self):
        kernel = self.build / "tests/fake_kernel/kernel"
        with subprocess.Popen((kernel, self.host, str(EACH)), stdout=subprocess.PIPE) as process:
            process.stdout.readline()
            # Else driverctl loads the module each time: it looks for one that has a hyphen.
            (self.host / "sys/module/vfio-pci").mkdir(parents=True)
            try:
                return self.race()
            finally:
                process.terminate()
