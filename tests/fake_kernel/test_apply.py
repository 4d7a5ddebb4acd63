# SPDX-License-Identifier: LGPL-2.1-or-later
"""Plans that are carried out on a kernel that reacts, and what is told meanwhile."""

from __future__ import annotations

import errno
import itertools
import json
import os
import re
import signal
import subprocess
from typing import Any

import bed

AGENT = bed.PROGRAMS / "agent"
PF = "0000:01:00.0"
LABEL = f"em1 ({PF}, igb)"
# Of what is stuck; all else is over long before, on a machine that has much to do as well.
DEADLINE = 2000


def state(**fields: Any) -> str:
    return json.dumps({"version": 1, "pfs": [{"pf": "em1", **fields}]})


TWO = state(vf_count=2, defaults={"driver": "vfio-pci", "trust": True})
STEPS = [f"{LABEL}: new VFs get no drivers by themselves", f"{LABEL}: make 2 VFs",
         f"VF 0 of {LABEL}: turn its trust on", f"VF 1 of {LABEL}: turn its trust on",
         f"VF 0 of {LABEL}: bind it to vfio-pci", f"VF 1 of {LABEL}: bind it to vfio-pci",
         f"{LABEL}: new VFs get drivers by themselves"]


class ApplyCase(bed.KernelCase):
    """From nothing, if the test has nothing else made."""

    def watch(self, wanted: str, cancel_at: int = -1, turns: int = -1,
              deadline_ms: int = 0) -> list[str]:
        words = [str(number) for number in (cancel_at, turns, deadline_ms)]
        return self.succeed(AGENT, "watch", *words, wanted).splitlines()

    def fail_to(self, *words: str, **environment: str) -> str:
        done = subprocess.run([AGENT, *words], env={**self.environment(), **environment},
                              text=True, capture_output=True, check=False, timeout=120)
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        return done.stderr

    def settings(self) -> str:
        return self.tell("state") + self.tell("means")

    def journals(self) -> list[str]:
        folder = self.host / "runtime" / "journal"
        return os.listdir(folder) if folder.exists() else []


class Steps(ApplyCase):
    """One after the other, to the end."""

    def test_their_order(self) -> None:
        said = self.watch(TWO)
        self.assertEqual(said[-1], "applied, 7 of 7 steps")
        begun = [line.split(": ", 1)[1] for line in said if line.startswith("begins: ")]
        self.assertEqual(begun, STEPS)
        for step in STEPS:
            done = [number for number, line in enumerate(said) if line == f"done: {step}"]
            self.assertEqual(len(done), 1, step)
            self.assertLess(said.index(f"begins: {step}"), done[0])
        # Nothing is bound before all is set, and the gate is opened last.
        self.assertLess(said.index(f"done: {STEPS[3]}"), said.index(f"begins: {STEPS[4]}"))
        self.assertEqual(said[-2], f"done: {STEPS[6]}")

    def test_twice(self) -> None:
        self.watch(TWO)
        full = self.settings()
        self.assertEqual(self.watch(TWO), ["applied, 0 of 0 steps"])
        self.assertEqual(self.settings(), full)

    def test_a_change_of_one_mac_is_one_step(self) -> None:
        self.watch(TWO)
        said = self.watch(state(vfs=[{"index": 1, "mac": "52:54:00:00:00:07"}]))
        step = f"VF 1 of {LABEL}: set its MAC to 52:54:00:00:00:07"
        self.assertEqual(said[0], f"begins: {step}")
        self.assertEqual(said[-1], "applied, 1 of 1 steps")

    def test_what_is_so_already_is_left_alone(self) -> None:
        said = self.watch(state(vf_count=1, defaults={"spoof_check": True, "driver": "none"}))
        self.assertIn(f"already: VF 0 of {LABEL}: turn its spoof check on", said)

    def test_no_driver_but_the_wanted_one(self) -> None:
        self.watch(state(vf_count=2, defaults={"driver": "none"}, vfs=[
            {"index": 1, "driver": "native"}]))
        found = re.findall("0000:01:1.* driver (.*)", self.tell("state"))
        self.assertEqual(found, ["none", "igbvf"])
        self.assertIn(f"{PF} autoprobe 1\n", self.tell("means"))


class Failures(ApplyCase):
    """All is as before, and nothing is left."""

    def expect_old(self, old: str) -> None:
        self.assertEqual(self.settings(), old)
        self.assertEqual(self.journals(), [])

    def test_each_write_that_fails(self) -> None:
        old = self.settings()
        for name in ("sriov_drivers_autoprobe", "sriov_numvfs", "netlink", "driver_override",
                     "drivers_probe"):
            self.tell("fail", name, str(errno.EIO))
            said = self.watch(TWO)
            self.assertRegex("\n".join(said), "(?m)^taken back, ", name)
            self.expect_old(old)

    def test_cancel_at_each_word(self) -> None:
        old = self.settings()
        count = sum(": " in line for line in self.watch(TWO))
        # With the last step under way it is as good as applied.
        for number in range(count - 2):
            self.tell("restore", "empty")
            said = self.watch(TWO, cancel_at=number)
            self.assertRegex("\n".join(said), "(?m)^taken back, ", number)
            self.assertIn("it was cancelled", said[-1])
            self.expect_old(old)

    def test_dropped_before_its_end(self) -> None:
        """After no turn, one, two and so on; in how many all is done depends on the machine."""
        old = self.settings()
        for turns in itertools.count():
            forth, dropped, _ = "\n".join(self.watch(TWO, turns=turns)).partition("under way, ")
            if f"begins: {STEPS[-1]}" in forth:
                break
            self.assertTrue(dropped, turns)
            self.expect_old(old)
        self.assertGreater(turns, 0)
        self.assertIn("vfs 2", self.tell("state"))
        self.assertEqual(self.journals(), [])

    def test_a_plan_that_is_late(self) -> None:
        self.succeed(AGENT, "apply", TWO)
        said = self.fail_to("late", state(defaults={"trust": False}),
                            state(vfs=[{"index": 0, "mac": "52:54:00:00:00:07"}]))
        self.assertIn(f"{LABEL} is not as it was when the plan was made: plan again", said)
        self.assertIn("trust 1", self.tell("state"))
        self.assertNotIn("trust 0", self.tell("state"))

    def test_a_full_folder_of_journals(self) -> None:
        old = self.settings()
        folder = self.host / "runtime" / "journal"
        self.watch(TWO)
        self.tell("restore", "empty")
        for each in folder.iterdir():
            each.unlink()
        folder.rmdir()
        folder.write_text("in the way")
        try:
            said = self.fail_to("apply", TWO)
        finally:
            folder.unlink()
        self.assertIn("journal is no directory", said)
        self.expect_old(old)


class Confused(ApplyCase):
    """Native drivers that make up a MAC as they are bound."""

    @staticmethod
    def wanted(count: int, **more: Any) -> str:
        return state(vf_count=count, defaults={"driver": "native", "trust": True, **more},
                     vfs=[{"index": index, "mac": f"52:54:00:00:00:0{index}"}
                          for index in range(count)])

    def count(self, said: list[str], words: str) -> int:
        return sum(re.fullmatch(words, line) is not None for line in said)

    def test_once(self) -> None:
        self.watch(self.wanted(3))
        expected = self.settings()
        self.tell("restore", "empty")
        self.tell("confuse", "2")
        said = self.watch(self.wanted(3))
        self.assertRegex(said[-1], "^applied, ")
        self.assertEqual(self.settings(), expected)
        # Two of them twice, and nothing else.
        self.assertEqual(self.count(said, "done: VF . of .*: set its MAC .*"), 5)
        self.assertEqual(self.count(said, "done: VF . of .*: bind it .*"), 5)
        self.assertEqual(self.count(said, "done: VF . of .*: turn its trust on"), 3)
        self.assertEqual(self.journals(), [])

    def test_with_a_closed_gate(self) -> None:
        self.tell("confuse", "1")
        wanted = json.loads(self.wanted(1))
        wanted["pfs"][0]["autoprobe"] = False
        self.assertRegex(self.watch(json.dumps(wanted))[-1], "^applied, ")
        self.assertRegex(self.tell("state"), "(?m)driver igbvf")
        self.assertNotIn("9e:71:08", self.tell("state"))

    def test_for_ever(self) -> None:
        old = self.settings()
        self.tell("confuse", "9")
        said = self.watch(self.wanted(2))
        self.assertRegex("\n".join(said), "(?m)^taken back, ")
        for vf in range(2):
            self.assertRegex("\n".join(said), f"(?m)^cause: VF {vf} of .* agreed to set its MAC to "
                             f"52:54:00:00:00:0{vf}, and tells .*9e:71:08:f9:b8:7e since")
        self.assertEqual((self.settings(), self.journals()), (old, []))

    def test_a_mac_that_is_left_to_it(self) -> None:
        self.tell("confuse", "9")
        said = self.watch(state(vf_count=1, defaults={"driver": "native", "trust": True,
                                                      "mac": "00:00:00:00:00:00"}))
        self.assertRegex(said[-1], "^applied, ")
        self.assertIn("9e:71:08:f9:b8:7e", self.tell("state"))

    def test_one_that_is_not_trusted(self) -> None:
        self.tell("confuse", "9")
        said = self.watch(self.wanted(2, trust=False))
        self.assertRegex(said[-1], "^applied, ")
        self.assertEqual(self.count(said, "done: VF . of .*: bind it .*"), 2)


class Reserved(ApplyCase):
    """What may be taken back is nobody's."""

    def test_what_is_made(self) -> None:
        self.tell("hold", "drivers_probe")
        words = [str(AGENT), "watch", "-1", "-1", "0", TWO]
        with subprocess.Popen(words, env=self.environment(), text=True,
                              stdout=subprocess.PIPE) as agent:
            self.wait_for(self.is_held)
            told = self.fail_to("reserve")
            self.tell("fail", "drivers_probe", str(errno.EIO))
            self.tell("release")
            said = agent.communicate(timeout=bed.PATIENCE)[0]
        for vf in range(2):
            self.assertIn(f"VF {vf} of {LABEL} is reserved by agent (process {agent.pid}, ",
                          told)
        self.assertRegex(said, "(?m)^taken back, ")
        self.watch(TWO)
        self.succeed(AGENT, "reserve")


class Stuck(ApplyCase):
    """A write that the kernel does not finish."""

    def test_a_deadline(self) -> None:
        old = self.settings()
        self.tell("hold", "sriov_numvfs")
        said = self.watch(TWO, deadline_ms=DEADLINE)
        text = "\n".join(said)
        self.assertIn(f"stuck: {LABEL}: make 2 VFs", said)
        self.assertRegex(text, "(?m)^left, 2 of 7 steps")
        self.assertIn("goes on in the kernel", text)
        self.assertEqual(said[-1], f"unfinished: {PF} 2")
        self.assertEqual(self.journals(), [PF])
        # Who it was is told, though he did not say what he is called.
        self.assertRegex(self.fail_to("check"), r"what agent \(process \d+\) did not .* under way")
        # Nobody else begins meanwhile.
        self.assertIn("its lease is held by", self.fail_to("apply", TWO))
        self.tell("release")
        self.succeed(AGENT, "recover")
        self.assertEqual(self.settings(), old)
        self.assertEqual(self.journals(), [])

    def test_settings(self) -> None:
        old = self.settings()
        self.tell("hold", "netlink")
        said = self.watch(TWO, deadline_ms=DEADLINE)
        text = "\n".join(said)
        for vf in range(2):
            self.assertIn(f"stuck: VF {vf} of {LABEL}: turn its trust on", said)
        self.assertRegex(text, "(?m)^left, 4 of 7 steps")
        self.assertRegex(text, fr"(?m)^error 18: .*{re.escape(LABEL)}: 2 settings of VFs 0 to 1: "
                               r"it is not over after \d+\.\d s, and goes on in the kernel")
        self.assertEqual(said[-1], f"unfinished: {PF} 2 settings of VFs 0 to 1")
        self.assertEqual(self.journals(), [PF])
        # Others see who has the lease; the kernel answers none of their questions.
        lease, = (self.host / "runtime").rglob(f"lease*/{PF}*")
        self.assertIn("2 settings of VFs 0 to 1", lease.read_text())
        self.assertIn("its interface em1 cannot be looked at now",
                      self.fail_to("apply", TWO, AGENT_DEADLINE=str(DEADLINE)))
        self.tell("release")
        self.succeed(AGENT, "recover")
        self.assertEqual(self.settings(), old)
        self.assertEqual(self.journals(), [])

    def test_settings_keep_no_other_pf_waiting(self) -> None:
        both = {"version": 1, "pfs": [
            {"pf": "em1", "vf_count": 1, "defaults": {"driver": "none", "trust": True}},
            {"pf": "em2", "vf_count": 2, "defaults": {"driver": "vfio-pci"}}]}
        self.tell("hold", "netlink")
        words = [str(AGENT), "watch", "-1", "-1", str(1000 * bed.PATIENCE), json.dumps(both)]
        with subprocess.Popen(words, env=self.environment(), text=True,
                              stdout=subprocess.PIPE) as agent:
            said = self.read_until(agent, r"(?s)(done: VF \d of em2 [^\n]*: bind it.*){2}\n")
            self.assertNotIn(f"done: VF 0 of {LABEL}", said)
            self.wait_for(self.is_held)
            self.tell("release")
            rest = agent.communicate(timeout=bed.PATIENCE)[0]
        self.assertIn(f"done: VF 0 of {LABEL}: turn its trust on\n", rest)
        self.assertRegex(rest, "(?m)^applied, ")

    def stuck_agent(self) -> subprocess.Popen[str]:
        environment = {**self.environment(), "AGENT_DEADLINE": str(DEADLINE)}
        return subprocess.Popen([AGENT, "stuck"], env=environment, text=True,
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT)

    def read_until(self, agent: subprocess.Popen[str], pattern: str) -> str:
        """What it says up to the line with which it has said that."""
        assert agent.stdout is not None
        said = ""
        for line in agent.stdout:
            said += line
            if re.search(pattern, said):
                return said
        self.fail(said)

    def wait_for_agent(self, agent: subprocess.Popen[str]) -> str:
        """What it says before it waits."""
        return self.read_until(agent, "(?m)^ready$")

    def test_a_change_without_a_plan(self) -> None:
        self.succeed(AGENT, "apply", state(vf_count=2, defaults={"driver": "none"}))
        self.tell("hold", "netlink")
        with self.stuck_agent() as agent:
            said = self.wait_for_agent(agent)
            self.tell("release")
            rest = agent.communicate("\n", timeout=60)[0]
        # What waits for its own deadline, and what is refused at once.
        late, soon = r"([2-9]|\d\d)\d{3}", r"1?\d{1,3}"
        what = "2 settings of VFs 0 to 1"
        for line in (
                f"first: 18 after {late} ms: {LABEL}: {what}: it is not over in time, and goes on "
                f'in the kernel (change "{what}" by netlink is not over after ',
                f"second: 7 after {soon} ms: {LABEL}: cannot change the settings of its VFs: an "
                "earlier change is not over",
                f"question: 18 after {late} ms: {LABEL}: its interface em1 cannot be looked at now "
                "(a question by rtnetlink is not over after ",
                f"next question: 7 after {soon} ms: em2 .*cannot be looked at now",
                f"removal: 7 after {soon} ms: {LABEL}: an earlier change of its VFs is not over",
                f"unfinished: {PF} {what}, by netlink: under way, success",
                "unfinished: no device a question, by netlink: under way, success"):
            pattern = line.replace("(change", r"\(change").replace("(a", r"\(a").replace(
                LABEL, re.escape(LABEL))
            self.assertRegex(said, f"(?m)^{pattern}")
        self.assertIn(f"unfinished: {PF} {what}, by netlink: over, success\n", rest)
        self.assertIn("question in the end: 0 after", rest)
        self.assertIn("change in the end: 0 after", rest)
        self.assertEqual(self.tell("state").count("trust 1"), 2)

    def test_a_change_that_is_refused_in_the_end(self) -> None:
        self.succeed(AGENT, "apply", state(vf_count=2, defaults={"driver": "none"}))
        self.tell("hold", "netlink")
        with self.stuck_agent() as agent:
            self.wait_for_agent(agent)
            self.tell("fail", "netlink", str(errno.EBUSY))
            self.tell("release")
            rest = agent.communicate("\n", timeout=60)[0]
        self.assertRegex(rest, "(?m)over, change .* by netlink: 1 of it refused: Device or "
                               "resource busy")

    def test_a_worker_that_is_killed(self) -> None:
        # Here its write is done all the same, when all else is over: that is not looked at.
        self.tell("hold", "sriov_numvfs")
        words = [str(AGENT), "watch", "-1", "-1", "0", TWO]
        with subprocess.Popen(words, env=self.environment(), text=True,
                              stdout=subprocess.PIPE) as agent:
            self.wait_for(self.is_held)
            for worker in self.find_processes("sriov-worker"):
                os.kill(worker, signal.SIGKILL)
            said = agent.communicate(timeout=bed.PATIENCE)[0]
        self.assertIn("was killed, so what came of it is not known", said)
        self.assertRegex(said, "(?m)^taken back, ")
        self.assertEqual(self.journals(), [])


if __name__ == "__main__":
    bed.main()
