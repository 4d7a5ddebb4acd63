# SPDX-License-Identifier: LGPL-2.1-or-later
"""What becomes of a plan whose program is killed, or that waits for ever, against ip and sysfs."""

import contextlib
import json
import os
import random
import subprocess
import unittest

from host import (Case, EM1, EM2, NVME, environment, interfaces, modules, nvme_vfs, probe,
                  program, read, remove_vfs, vfs, vfs_on, wait_for)
from plans import (APPLIED, BACK, BUSY, DONE, FINISHED, LEFT, STUCK, capture, is_free, journals,
                   mac, pf_state, probes, state, steps, view)
from test_vfio import VfioDevice, node

DEADLINE = 2000
# How late a deadline may be kept, in milliseconds.
LATE = 500


class Late(Case):
    """A process holds a VF through VFIO while all VFs of the PF are removed."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("vfio-pci", "vfio_iommu_type1"))
        cls.addClassCleanup(remove_vfs, EM1, EM2)

    def start(self, *words):
        process = subprocess.Popen((program("tests/host/tools/probe"), *words), text=True,
                                   stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, env=environment())
        return process, process.stdout.readline()

    def finish(self, process, first):
        rest, complaint = process.communicate("\n", timeout=120)
        self.assertEqual((process.returncode, complaint), (0, ""), first + rest)
        return json.loads(first + rest)

    def test_a_removal_that_waits(self):
        probe("apply", state(pf_state("em1", 3, vfs=[{"index": 1, "driver": "vfio-pci"}],
                                      defaults={"driver": "none"}),
                             pf_state("em2", 1, defaults={"driver": "none"})))
        before = view("em1", "em2")
        holder = VfioDevice(node(vfs(EM1)[1]))
        try:
            wanted = state({"pf": "em1", "vf_count": 0, "allow_in_use": True},
                           pf_state("em2", 1, 1))
            process, first = self.start("late-apply", wanted, str(DEADLINE))
            told = json.loads(first + "}")
            self.check_late(told, holder)
            self.assertEqual(view("em2")["em2"], before["em2"])
            self.check_others(process.pid)
        finally:
            holder.close()
        told = self.finish(process, first)
        self.assertEqual([one["result"] for one in told["later"]["recoveries"]], [BACK])
        self.assertEqual(view("em1", "em2"), before)
        self.assertEqual((journals(), is_free("em1"), is_free("em2")), ([], True, True))
        wait_for(lambda: not probes())
        self.assertEqual(probe("apply", wanted)["result"], APPLIED)
        self.assertEqual((vfs(EM1), steps(wanted)), ([], []))

    def test_killed_while_it_waits(self):
        """What it has begun in the kernel keeps the lease; then all that was wanted is done."""
        probe("apply", state(pf_state("em1", 2, defaults={"driver": "vfio-pci"})))
        holder = VfioDevice(node(vfs(EM1)[0]))
        try:
            wanted = state(pf_state("em1", 1, 1, allow_in_use=True, defaults={"driver": "none"}))
            process = subprocess.Popen((program("tests/host/tools/probe"), "apply", wanted),
                                       stdout=subprocess.DEVNULL, env=environment())
            wait_for(lambda: len(vfs(EM1)) < 2)
            process.kill()
            process.wait()
            before = self.what_never_waits()
            one, = probe("recover")["recoveries"]
            self.assertEqual((one["result"], one["error"]["code"]), (BUSY, "busy"))
            self.assert_refused("busy", (EM1,), "lease", "em1")
            self.assertEqual(self.what_never_waits(), before)
            self.assertEqual(len(probes()), 1)
        finally:
            holder.close()
        one, = wait_for(lambda: [one for one in probe("recover")["recoveries"]
                                 if one["result"] != BUSY])
        self.assertEqual(one["result"], FINISHED, one)
        seen = view("em1")["em1"]
        self.assertEqual((seen["autoprobe"], seen["drivers"], seen["overrides"],
                          [vf["address"] for vf in seen["told"]]),
                         ("1", [None], ["(null)"], [mac("em1", 0, 1)]))
        self.assertEqual((journals(), is_free("em1"), steps(wanted)), ([], True, []))
        wait_for(lambda: not probes())

    @staticmethod
    def what_never_waits():
        """To read a driver_override waits for the removal, on 6.1."""
        return interfaces(), vfs(EM1), journals()

    def check_late(self, told, holder):
        """The holder is named, and all else goes on in the same program."""
        self.assertEqual((told["result"], told["first"]["code"]), (LEFT, "timeout"))
        self.assertGreaterEqual(told["ms"], DEADLINE)
        self.assertLessEqual(told["ms"], DEADLINE + LATE)
        self.assertEqual({(one["pf"], one["result"]) for one in told["steps"]},
                         {(EM1, STUCK), (EM2, DONE)})
        error, = [one["error"] for one in told["steps"] if one["result"] == STUCK]
        self.assertEqual((error["code"], error["device"]), ("timeout", EM1))
        for word in ("VF 1", read("/proc/self/comm"), f"process {os.getpid()}", str(holder.path)):
            self.assertIn(word, error["message"])
        self.assertIn(error["message"], [one["message"] for one in told["first"]["causes"]])
        self.assertLessEqual(told["second_ms"], LATE)
        self.assertEqual(told["second"]["code"], "busy")
        self.assertIn(f'until the kernel ends the write of "0" to {error["path"]}',
                      told["second"]["message"])
        self.assertLessEqual(told["reading"]["whole_ms"], 10 * LATE)
        self.assertEqual((told["reading"]["error"]["code"], told["reading"]["pfs"]), ("ok", 3))
        self.assertEqual([one["result"] for one in told["recovery"]["recoveries"]], [BUSY])

    def check_others(self, pid):
        """Whoever comes meanwhile."""
        self.assertEqual(json.loads(capture("em2"))["pfs"][0]["vf_count"], 1)
        self.assertEqual((is_free("em1"), is_free("em2"), journals()), (False, True, [EM1]))
        one, = probe("recover")["recoveries"]
        self.assertEqual(one["result"], BUSY)


class Agents(Case):
    """Two programs want the same PF otherwise at the same time."""

    def test_two(self):
        wanted = [state(pf_state("em1", 2, series, defaults={"trust": series == 1}))
                  for series in (1, 2)]
        with vfs_on(EM1, 2):
            expected = []
            for one in wanted:
                probe("apply", one)
                expected.append(view("em1"))
            for wait_ms in ("0", "60000", "0", "60000"):
                outcomes = self.apply_at_once([("apply", one, "30000", "4", wait_ms)
                                               for one in wanted])
                self.assertLessEqual(set(outcomes), {"ok", "busy"})
                self.assertIn("ok", outcomes)
                self.assertIn(view("em1"), [seen for seen, outcome in zip(expected, outcomes)
                                            if outcome == "ok"])
                self.assertEqual((journals(), is_free("em1")), ([], True))

    def apply_at_once(self, calls):
        processes = [subprocess.Popen((program("tests/host/tools/probe"), *words), text=True,
                                      stdout=subprocess.PIPE, env=environment())
                     for words in calls]
        told = [json.loads(process.communicate(timeout=120)[0]) for process in processes]
        return [one.get("error", {"code": "ok"})["code"] for one in told]


@unittest.skipUnless(os.uname().release.startswith("6.12"), "on one kernel is enough")
class Kills(Case):
    """Programs that are killed at any moment of an apply, and what a recovery makes of it."""

    SANITIZED = False  # the fake kernel kills with the sanitizers

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("vfio-pci"))
        cls.seed = os.environ.get("SEED") or str(random.randrange(1 << 32))
        cls.random = random.Random(cls.seed)

    @contextlib.contextmanager
    def killer(self, *wanted):
        """Kills one that applies one of these states, so long after it has begun."""
        command = (program("tests/host/tools/probe"), "kill-applies", *wanted)
        with subprocess.Popen(command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, env=environment()) as process:
            process.stdout.readline()

            def kill_one(number, delay_us):
                process.stdin.write(f"{number} {delay_us}\n")
                process.stdin.flush()
                return json.loads(process.stdout.readline().lstrip(", "))

            self.pid = process.pid
            yield kill_one
            _, complaint = process.communicate(timeout=60)
            self.assertEqual((process.returncode, complaint), (0, ""))

    def kill(self, number, pfs, *wanted):
        """So often between one state and the other."""
        self.counts = {"kills": 0, "lost": 0, "stranded": 0, "late": 0}
        self.stories, expected = [], []
        with self.killer(*wanted) as kill_one:
            for way in 0, 1, 0:
                told = kill_one(way, 60000000)
                self.assertEqual((told["killed"], told["recoveries"]), (False, []))
                expected.append(view(*pfs))
            self.assertEqual(expected.pop(), expected[0])
            self.assertNotEqual(*expected)
            way = 1
            while self.counts["kills"] < number:
                # as long as the last one that came to its end
                length = told["ms"] if not told["killed"] else length
                delay = self.random.randrange(1000 * length + 1000)
                told = kill_one(way, delay)
                way = 1 - expected.index(self.judge(told, pfs, expected, delay))
        self.notes = [", ".join(f"{word} {count}" for word, count in self.counts.items()),
                      f"SEED={self.seed}", *self.stories]
        self.assertEqual((self.counts["lost"], self.counts["stranded"]), (0, 0), self.stories)

    def judge(self, told, pfs, expected, delay):
        """Gives the state that it is in after that."""
        seen = view(*pfs)
        self.counts["kills" if told["killed"] else "late"] += 1
        if "error" in told or self.settings(seen) not in map(self.settings, expected):
            self.note("lost", delay, told, seen)
        elif (seen not in expected or journals() or not all(map(is_free, pfs)) or
              not self.are_gone()):
            self.note("stranded", delay, told, seen, journals(), probes())
        return seen if seen in expected else expected[0]

    @staticmethod
    def settings(seen):
        """Without what may be stranded."""
        return {pf: (told["drivers"], told["told"]) for pf, told in seen.items()}

    def are_gone(self):
        with contextlib.suppress(AssertionError):
            return wait_for(lambda: probes() == [self.pid], 10)
        return False

    def note(self, what, *story):
        self.counts[what] += 1
        self.stories.append(f"{what}: {story}")

    def test_settings(self):
        with vfs_on(EM1, 2), vfs_on(EM2, 2):
            self.kill(65, ("em1", "em2"),
                      *(state(*(pf_state(pf, 2, series, defaults={
                          "trust": series == 1, "vlan": {"id": series}}) for pf in ("em1", "em2")))
                        for series in (1, 2)))

    def test_drivers(self):
        with vfs_on(EM1, 2):
            self.kill(110, ("em1",), *(state(pf_state("em1", 2, defaults={"driver": driver}))
                                      for driver in ("none", "vfio-pci")))

    def test_making_many(self):
        with nvme_vfs(0):
            self.addCleanup(remove_vfs, NVME)
            self.kill(20, ("nvme",), *(state(
                {"pf": NVME, "vf_count": count, "defaults": {"driver": "vfio-pci"}})
                for count in (1, 2)))

    def test_making(self):
        self.addCleanup(remove_vfs, EM1)
        self.kill(6, ("em1",), *(state(pf_state("em1", count, defaults={"driver": "vfio-pci"}))
                                  for count in (0, 1)))


if __name__ == "__main__":
    unittest.main()
