# SPDX-License-Identifier: LGPL-2.1-or-later
"""What needs which right: every row of the table in doc/book/privileges.md, measured."""

import json
import shutil
import subprocess
import unittest
from pathlib import Path

from host import (Case, DEVICES, EM1, EM2, SOURCE, ask, driver, environment, loaded, modules,
                  program, run, unload, vfs, vfs_on, write_count)
from plans import state

PAGE = SOURCE / "doc/book/privileges.md"
NAMESPACE = "looked-at"
# The directory of leases and journals, and what the page says of those that need it.
RUNTIME = Path("/run/libsriov")
OWNED = "to own `/run/libsriov`"


def rows():
    """{what: what it takes} as the page has them."""
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines()
             if line.startswith("| ")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {what: takes for what, takes, _ in cells[2:]}


def limited(uid, *, keep=(), drop=()):
    """The words before a command: that user, with these capabilities, or without those."""
    mask = ",".join(f"+{name}" for name in keep)
    if drop:
        return ("setpriv", "--reuid", str(uid), "--regid", str(uid), "--clear-groups",
                "--bounding-set", ",".join(f"-{name}" for name in drop))
    every = f"-all,{mask}" if mask else "-all"
    return ("setpriv", "--reuid", str(uid), "--regid", str(uid), "--clear-groups",
            "--bounding-set", every, "--inh-caps", every, "--ambient-caps", every)


class Privileges(Case):
    """As nobody, as nobody with what the row names, and as root without it."""

    SANITIZED = False  # the leak checker wants rights of its own

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.addClassCleanup(unload, loaded())
        cls.enterClassContext(modules("vfio-pci"))
        cls.enterClassContext(vfs_on(EM1, 2))
        run("ip", "netns", "add", NAMESPACE)
        cls.addClassCleanup(run, "ip", "netns", "del", NAMESPACE)
        cls.free, cls.bound = vfs(EM1)
        cls.move(cls.bound, "vfio-pci")
        cls.own_runtime()

    @staticmethod
    def own_runtime():
        """It is root's, as after the first agent's start, and nothing is in it."""
        shutil.rmtree(RUNTIME, ignore_errors=True)
        RUNTIME.mkdir(mode=0o700)

    @staticmethod
    def move(address, wanted):
        """To this driver, or to none."""
        folder = DEVICES / address
        if driver(address) == wanted:
            return
        (folder / "driver_override").write_text(wanted or "\n")
        if driver(address):
            (folder / "driver/unbind").write_text(address)
        if wanted:
            (DEVICES.parent / "drivers_probe").write_text(address)

    def commands(self):
        """The words of the probe for each row, and what puts the host back."""
        nothing = lambda: None  # noqa: E731
        trust = {"pf": "em1", "defaults": {"trust": True}}
        gate = {"pf": "em1", "autoprobe": False}
        return {
            "look at devices, PFs, VFs and groups": (("host",), nothing),
            "see whether the IOMMU is on": (("iommu",), nothing),
            "read the settings of VFs": (("settings", "em1"), nothing),
            "count the traffic of VFs": (("statistics", "em1"), nothing),
            "see what VFs are used for": (("uses", "em1"), nothing),
            "see what PFs are used for": (("pf-use", "em1"), nothing),
            "see whether a module is loaded": (("module", "bonding"), nothing),
            "hear events": (("late-events", EM1), nothing),
            "write definitions for libvirt": (("network", "em1", "NULL"), nothing),
            "read capabilities": (("decoded", EM1), nothing),
            "set VFs": (("set", "em1", "0", "mac", "52:54:00:00:00:01"), nothing),
            "read or set the switch in the card": (("eswitch", "em1"), nothing),
            "look at another network namespace":
                (("--netns", f"/run/netns/{NAMESPACE}", "netdev", "lo"), nothing),
            "load modules": (("load", "dummy"), lambda: run("rmmod", "dummy", check=False)),
            "make VFs": (("count", EM2, "1"), lambda: write_count(EM2, 0)),
            "say whether new VFs get drivers": (("autoprobe", "em1", "on"), nothing),
            "bind to VFIO": (("bind", self.free), lambda: self.move(self.free, None)),
            "take from VFIO": (("unbind", self.bound),
                               lambda: self.move(self.bound, "vfio-pci")),
            "make a plan": (("plan", state(trust)), nothing),
            "apply a plan": (("apply", state(gate)), self.open_gate),
            "recover what was left": (("recover",), nothing),
            "lease a PF": (("lease", "em1"), nothing),
            "reserve a VF": (("reserve", "em1"), nothing),
            "open a device on VFIO": (("vfio-device", "group", self.bound), nothing),
        }

    @staticmethod
    def open_gate():
        (DEVICES / EM1 / "sriov_drivers_autoprobe").write_text("1")

    def outcome(self, prefix, words, put_back):
        """The code of the error, or "ok"; what the host cannot do is no lack of a right."""
        try:
            done = subprocess.run((*prefix, program("tests/host/tools/probe"), *words), text=True,
                                  capture_output=True, timeout=60, env=environment(),
                                  stdin=subprocess.DEVNULL)
        finally:
            put_back()
        if done.returncode == 2:
            return "forbidden" if "not permitted" in done.stderr else done.stderr
        code = json.loads(done.stdout).get("error", {}).get("code", "ok")
        return "ok" if code == "unsupported" else code

    def measure(self, takes, words, put_back):
        """[(who, outcome, what the page says of it)]"""
        nobody = self.outcome(limited(65534), words, put_back)
        if takes.startswith("nothing"):
            return [("nobody", nobody, "ok")]
        if takes.startswith(OWNED):
            return [("nobody", nobody, "forbidden"),
                    ("nobody who may write all files",
                     self.outcome(limited(65534, keep=("dac_override",)), words, put_back),
                     "forbidden"),
                    ("its owner", self.outcome(limited(0), words, put_back), "ok")]
        files = takes == "writable files"
        right = "dac_override" if files else takes.strip("`")[len("CAP_"):].lower()
        root = limited(0) if files else limited(0, drop=(right,))
        return [("nobody", nobody, "forbidden"),
                ("with it", self.outcome(limited(65534, keep=(right,)), words, put_back), "ok"),
                ("root", self.outcome(root, words, put_back), "ok" if files else "forbidden")]

    def test_table(self):
        table = rows()
        commands = self.commands()
        self.assertEqual(table.pop("see who holds a device"),
                         "`CAP_SYS_PTRACE` and `CAP_DAC_READ_SEARCH`")
        self.assertEqual(set(table), set(commands))
        for what, takes in table.items():
            for who, outcome, wanted in self.measure(takes, *commands[what]):
                with self.subTest(what, who=who):
                    self.assertEqual(outcome, wanted)

    def test_holders(self):
        """Whether all could be seen, one of another user among them."""
        both = ("sys_ptrace", "dac_read_search")
        with subprocess.Popen(("cat",), stdin=subprocess.PIPE, user=1000):
            for prefix, complete in ((limited(65534), False),
                                     (limited(65534, keep=both[:1]), False),
                                     (limited(65534, keep=both[1:]), False),
                                     (limited(65534, keep=both), True),
                                     (limited(0, keep=both[:1]), False),
                                     (limited(0, keep=both[1:]), False),
                                     (limited(0, keep=both), True)):
                with self.subTest(prefix):
                    _, answer = ask("holders", EM1, prefix=prefix)
                    self.assertEqual(answer["complete"], complete)


if __name__ == "__main__":
    unittest.main()
