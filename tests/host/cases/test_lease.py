# SPDX-License-Identifier: LGPL-2.1-or-later
"""Leases and reservations, between programs of ours, a shell's flock and what the kernel tells."""

import json
import os
import subprocess
import time
import unittest
from pathlib import Path

from host import (Case, DEVICES, EM1, EM2, NOBODY, environment, modules, probe, program, read, run,
                  vfs_on, wait_for)
from test_vfio import VfioDevice, holding, node

RUNTIME = Path("/run/libsriov")
LEASE = RUNTIME / "lease" / EM1


def take(*words):
    """Takes it and drops it at once."""
    return probe(*words, input="")


def lines(path):
    """As a shell reads it."""
    return dict(line.split("=", 1) for line in run("cat", path).splitlines())


def flock(path):
    """What the shell is told when it tries."""
    return subprocess.run(("flock", "--nonblock", "--conflict-exit-code", "75", path, "true"),
                          timeout=60, check=False).returncode


def lockers(path):
    """The processes that the kernel says have the file locked."""
    inode = os.stat(path).st_ino
    fields = [line.split() for line in Path("/proc/locks").read_text().splitlines()]
    return [int(one[4]) for one in fields
            if one[1] == "FLOCK" and int(one[5].split(":")[2]) == inode]


def start_owner(case, *words):
    """One that is not asked to end, but killed."""
    process = subprocess.Popen((program("tests/host/tools/probe"), *words), text=True,
                               stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment())
    case.addCleanup(process.wait)
    case.addCleanup(process.kill)
    case.addCleanup(process.stdin.close)
    case.addCleanup(process.stdout.close)
    return process, json.loads(process.stdout.readline() + "}")


class Leases(Case):
    def test_it_is_had_once(self):
        before = int(time.time())
        with holding("lease", "em1", "my-agent 1.2") as kept:
            self.assertEqual(kept["address"], EM1)
            owner = probe("lease-owner", "em1")
            pid = owner["pid"]
            self.assertEqual(lockers(LEASE), [pid])
            self.assertEqual((owner["owner"], owner["command"], owner["running"]),
                             ("my-agent 1.2", read(f"/proc/{pid}/comm"), True))
            ticks = read(f"/proc/{pid}/stat").rpartition(")")[2].split()[22 - 3]
            self.assertEqual(owner["start_ticks"], int(ticks))
            self.assertEqual(owner["boot_id"], read("/proc/sys/kernel/random/boot_id"))
            self.assertIn(owner["since_s"], range(before, int(time.time()) + 1))
            self.assertEqual(lines(LEASE), {
                "owner": "my-agent 1.2", "pid": str(pid), "command": owner["command"],
                "start_ticks": ticks, "boot_id": owner["boot_id"], "since": str(owner["since_s"])})
            error = self.assert_refused("busy", ("em1", EM1, "my-agent 1.2", str(pid)),
                                        "lease", "em1")
            self.assertEqual(error["device"], EM1)
            self.assertEqual(flock(LEASE), 75)
            self.assertEqual(take("lease", "em2")["address"], EM2)
        self.assertEqual(probe("lease-owner", "em1"), {})
        self.assertEqual(flock(LEASE), 0)
        self.assertEqual(read(LEASE), "")
        self.assertEqual(take("lease", "em1")["address"], EM1)
        self.assertEqual([oct(path.stat().st_mode & 0o777) for path in
                          (RUNTIME, LEASE.parent, LEASE)], ["0o700", "0o700", "0o600"])

    def test_a_shell_has_it(self):
        take("lease", "em1")
        with subprocess.Popen(("flock", LEASE, "sh", "-c", "echo; read -r _"), text=True,
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE) as shell:
            shell.stdout.readline()
            self.assert_refused("busy", ("em1", "flock", str(shell.pid)), "lease", "em1")
            owner = probe("lease-owner", "em1")
            self.assertEqual((owner["owner"], owner["command"], owner["pid"]),
                             (None, "flock", shell.pid))
            command = (program("tests/host/tools/probe"), "lease", "em1", "patient", "60000")
            with subprocess.Popen(command, text=True, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, env=environment()) as waiting:
                time.sleep(0.5)
                self.assertIsNone(waiting.poll())
                shell.communicate("\n", timeout=60)
                told, _ = waiting.communicate(timeout=60)
            self.assertEqual(json.loads(told), {"address": EM1})

    def test_a_killed_owner(self):
        process, _ = start_owner(self, "lease", "em1", "doomed")
        self.assertEqual(probe("lease-owner", "em1")["pid"], process.pid)
        process.kill()
        wait_for(lambda: not lockers(LEASE))
        self.assertEqual(lines(LEASE)["owner"], "doomed")
        self.assertEqual(probe("lease-owner", "em1"), {})
        self.assertEqual(flock(LEASE), 0)
        take("lease", "em1", "next")

    def test_waited_for_in_vain(self):
        with holding("lease", "em1", "first"):
            begin = time.monotonic()
            self.assert_refused("busy", ("em1", "first"), "lease", "em1", "second", "400")
            self.assertGreaterEqual(time.monotonic() - begin, 0.4)

    def test_the_directory_is_not_others_to_have(self):
        take("lease", "em1")
        self.assert_refused("forbidden", (str(RUNTIME),), "lease", "em1", prefix=NOBODY, input="")
        self.assert_refused("forbidden", (str(RUNTIME),), "lease-owner", "em1", prefix=NOBODY)
        RUNTIME.chmod(0o755)
        self.addCleanup(RUNTIME.chmod, 0o700)
        self.assert_refused("forbidden", (str(RUNTIME), "0755"), "lease", "em1", input="")


class Reservations(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("vfio-pci", "vfio_iommu_type1"))
        cls.vfs = cls.enterClassContext(vfs_on(EM1, 2)) + cls.enterClassContext(vfs_on(EM2, 1))

    def test_each_is_had_once(self):
        pool = "em1 em2"
        with holding("reserve", pool, "a") as first, holding("reserve", pool, "b") as second, \
                holding("reserve", pool, "c") as third:
            got = [one["device"]["address"] for one in (first, second, third)]
            self.assertEqual(got, self.vfs)
            owners = [probe("reservation-owner", address) for address in self.vfs]
            self.assertEqual([one["owner"] for one in owners], ["a", "b", "c"])
            self.assertEqual([lockers(RUNTIME / "reservation" / address) for address in self.vfs],
                             [[one["pid"]] for one in owners])
            error = self.assert_refused("busy", ("em1", "em2"), "reserve", pool)
            self.assertEqual([cause["device"] for cause in error["causes"]], self.vfs)
            for cause, owner in zip(error["causes"], owners):
                self.assertIn(f"process {owner['pid']}", cause["message"])
        self.assertEqual(probe("reservation-owner", self.vfs[0]), {})

    def test_a_killed_owner(self):
        process, got = start_owner(self, "reserve", "em1", "doomed")
        self.assertEqual(got["device"]["address"], self.vfs[0])
        process.kill()
        process.wait()
        self.assertEqual(take("reserve", "em1")["device"]["address"], self.vfs[0])

    def test_one_that_a_machine_has(self):
        for address in self.vfs[:2]:
            self.addCleanup(self.give_back, address)
            probe("bind", address)
        holder = VfioDevice(node(self.vfs[0]))
        self.addCleanup(holder.close)
        with holding("reserve", "em1", "a", "vfio-pci") as got:
            self.assertEqual(got["device"]["address"], self.vfs[1])
            error = self.assert_refused("busy", ("em1",), "reserve", "em1 em2", "b", "vfio-pci")
            self.assertEqual([cause["code"] for cause in error["causes"]],
                             ["busy", "busy", "no-driver"])
            self.assertIn(f"process {os.getpid()}", error["causes"][0]["message"])

    def give_back(self, address):
        (DEVICES / address / "driver/unbind").write_text(address)
        (DEVICES / address / "driver_override").write_text("\n")


if __name__ == "__main__":
    unittest.main()
