# SPDX-License-Identifier: LGPL-2.1-or-later
"""Plans that are carried out, against ip, sysfs and udev."""

import contextlib
import json
import os
import subprocess
import unittest

from host import (Case, DEVICES, EM1, EM2, ask, environment, inodes, modules, probe, program,
                  read, refusal, remove_vfs, run, vfs, vfs_on, wait_for)
from plans import (ALREADY, APPLIED, BACK, DONE, FAILED, FINISHED, LEFT, NOT_BEGUN, TAKEN_BACK,
                   capture, is_free, journals, mac, pf_state, state, steps, view)
from test_events import Udevadm
from test_vfio import VfioDevice, node

UDEVD = "/lib/systemd/systemd-udevd"


@contextlib.contextmanager
def udevd():
    """udev itself, which has every new interface looked at by its rules."""
    with subprocess.Popen(UDEVD, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            wait_for(lambda: not subprocess.run(("udevadm", "control", "--ping"), check=False,
                                                capture_output=True, timeout=60).returncode)
            yield
        finally:
            process.terminate()


class Monitors:
    """What the kernel says of devices, and what udev says after it."""

    def __init__(self):
        self.both = [Udevadm("--kernel"), Udevadm("--udev")]

    def finish(self):
        run("udevadm", "settle")
        run("udevadm", "trigger", "--action=change", f"{DEVICES}/{EM2}")
        return [one.finish() for one in self.both]


class FromNothing(Case):
    """Seven VFs on each of two PFs, with all that can be said of them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("igbvf", "vfio-pci"))
        cls.enterClassContext(udevd())
        cls.addClassCleanup(remove_vfs, EM1, EM2)

    @staticmethod
    def wanted(series=0):
        return state(*(pf_state(pf, 7, series, [{"index": index, "vlan": {"id": 10 + index}}
                                                for index in range(7)],
                                defaults={"driver": "vfio-pci", "spoof_check": False,
                                          "trust": True})
                       for pf in ("em1", "em2")))

    def test_seven_on_each(self):
        monitors = Monitors()
        told = probe("apply", self.wanted())
        self.assertEqual(told["result"], APPLIED)
        self.assertLessEqual({one["result"] for one in told["steps"]}, {DONE, ALREADY})
        kernel, udev = monitors.finish()
        for messages in (kernel, udev):
            self.assertEqual({one["PCI_SLOT_NAME"] for one in messages
                              if one["SUBSYSTEM"] == "pci" and one["ACTION"] == "add"},
                             {*vfs(EM1), *vfs(EM2)})
            self.assertEqual([one for one in messages if one["SUBSYSTEM"] == "net"], [])
        self.check_outcome()
        self.check_again()
        self.check_one_mac()
        self.check_monitors()

    def check_outcome(self):
        for pf, address in ("em1", EM1), ("em2", EM2):
            self.assertEqual(len(vfs(address)), 7)
            seen = view(pf)[pf]
            self.assertEqual((seen["autoprobe"], set(seen["drivers"]), set(seen["overrides"])),
                             ("1", {"vfio-pci"}, {"vfio-pci"}))
            for index, one in enumerate(seen["told"]):
                self.assertEqual((one["address"], one["vlan_list"][0]["vlan"], one["spoofchk"],
                                  one["trust"]), (mac(pf, index), 10 + index, False, True))
            self.assertTrue(is_free(pf))
        self.assertEqual(journals(), [])

    def check_again(self):
        """The same again is nothing, and so is what is captured."""
        self.assertEqual(steps(self.wanted()), [])
        self.assertEqual(steps(capture()), [])
        with self.unchanged():
            told = probe("apply", self.wanted())
        self.assertEqual((told["result"], told["steps"]), (APPLIED, []))

    def check_one_mac(self):
        wanted = self.wanted().replace(mac("em2", 3), mac("em2", 3, 5))
        one, = steps(wanted)
        self.assertEqual((one["kind"], one["pf"], one["vf"], one["setting"], one["effect"]),
                         ("set-vf", EM2, 3, "mac", "vf"))
        self.assertIn(mac("em2", 3), one["from"])
        self.assertIn(mac("em2", 3, 5), one["to"])
        before, expected = inodes(vfs(EM1) + vfs(EM2)), view("em1", "em2")
        probe("apply", wanted)
        expected["em2"]["told"][3]["address"] = mac("em2", 3, 5)
        self.assertEqual(view("em1", "em2"), expected)
        self.assertEqual(inodes(vfs(EM1) + vfs(EM2)), before)

    def check_monitors(self):
        """They would have seen an interface: VFs that the kernel gives to igbvf have one."""
        remove_vfs(EM1, EM2)
        monitors = Monitors()
        with vfs_on(EM1, 1) as (vf,):
            wait_for(lambda: list((DEVICES / vf / "net").glob("*")))
            for messages in monitors.finish():
                self.assertTrue([one for one in messages if one["SUBSYSTEM"] == "net" and
                                 one["ACTION"] == "add" and f"/{vf}/" in one["DEVPATH"]])


class Rates(Case):
    """igb sets them while the PF has a link alone, which it loses for a moment as VFs are made."""

    def test_of_new_vfs(self):
        self.addCleanup(remove_vfs, EM1, EM2)
        told = probe("apply", state(*(pf_state(pf, 2, defaults={"max_rate_mbps": 300,
                                                                "driver": "none"})
                                      for pf in ("em1", "em2"))))
        self.assertEqual(told["result"], APPLIED)
        for pf in "em1", "em2":
            self.assertEqual([vf["rate"] for vf in view(pf)[pf]["told"]],
                             [{"max_tx": 300, "min_tx": 0}] * 2)


def apply_paused(wanted, vf, meanwhile, word):
    """Once this VF is on its driver something happens, and by this word it is told to go on."""
    command = (program("tests/host/tools/probe"), "paused-apply", wanted, str(vf))
    with subprocess.Popen(command, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          env=environment()) as process:
        first = process.stdout.readline()
        meanwhile(*vfs(EM1))
        rest, _ = process.communicate(f"{word}\n", timeout=120)
    return json.loads(first + rest)


class MadeUp(Case):
    """The PF takes another MAC in place of the one that was set, as by an igbvf that made it up."""

    def test_after_the_driver_is_bound(self):
        self.enterContext(modules("igbvf"))
        self.addCleanup(remove_vfs, EM1)
        wanted = state(pf_state("em1", 1, defaults={"driver": "igbvf", "trust": True}))
        told = apply_paused(wanted, 0, lambda _: run(
            "ip", "link", "set", "em1", "vf", "0", "mac", "9e:71:08:f9:b8:7e"), "go on")
        self.assertEqual(told["result"], APPLIED)
        self.assertEqual(view("em1")["em1"]["told"][0]["address"], mac("em1", 0))
        found, = wait_for(lambda: list((DEVICES / vfs(EM1)[0] / "net").glob("*/address")))
        self.assertEqual((read(found), steps(wanted)), (mac("em1", 0), []))


class Taken(Case):
    """Somebody takes a VF that was made, and then all is to be taken back."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("igbvf", "vfio-pci", "vfio_iommu_type1"))

    def setUp(self):
        super().setUp()
        self.addCleanup(remove_vfs, EM1, EM2)
        self.before = view("em2")

    def apply_in_vain(self, meanwhile):
        """Of three VFs the last one has no driver yet."""
        wanted = state(pf_state("em1", 3, vfs=[{"index": 0, "driver": "igbvf"}],
                                defaults={"driver": "vfio-pci"}), pf_state("em2", 1))
        return apply_paused(wanted, 1, meanwhile, "cancel"), wanted

    def check_left(self, told, *words):
        """All VFs of the PF stay, the gate is as before, and so is the other PF."""
        self.assertEqual((told["result"], told["error"]["code"]), (LEFT, "partial"))
        _, cause = told["error"]["causes"]
        self.assertEqual((cause["code"], cause["device"]), ("would-destroy", EM1))
        for word in words:
            self.assertIn(word, cause["message"])
        self.assertEqual((len(vfs(EM1)), view("em1")["em1"]["autoprobe"]), (3, "1"))
        self.assertEqual(view("em2"), self.before)
        self.assertEqual((journals(), is_free("em1")), ([EM1], True))

    def check_recovery(self, result, count):
        one, = probe("recover")["recoveries"]
        self.assertEqual((one["result"], len(vfs(EM1)), journals()), (result, count, []))
        self.assertEqual(view("em1")["em1"]["autoprobe"], "1")

    def test_by_a_machine(self):
        holders = []
        told, _ = self.apply_in_vain(lambda *all: holders.append(VfioDevice(node(all[1]))))
        try:
            self.check_left(told, "VF 1", f"process {os.getpid()}")
        finally:
            holders[0].close()
        self.check_recovery(BACK, 0)

    def test_with_its_interface_up(self):
        """While it is so, the recovery does the rest of what was wanted."""
        def take(first, *_):
            found, = wait_for(lambda: list((DEVICES / first / "net").glob("*")))
            run("ip", "link", "set", found.name, "up")

        told, wanted = self.apply_in_vain(take)
        self.check_left(told, "VF 0", "which is up")
        self.check_recovery(FINISHED, 3)
        self.assertEqual(steps(wanted), [])

    def test_by_nobody(self):
        """Who comes too early is told who is at it."""
        def take(*_):
            error = refusal("reserve", "em1")
            self.assertEqual((error["code"], len(error["causes"])), ("busy", 3))
            self.assertIn("is reserved by probe", error["causes"][2]["message"])

        told, _ = self.apply_in_vain(take)
        self.assertEqual((told["result"], vfs(EM1), journals()), (TAKEN_BACK, [], []))


class Failing(Case):
    """igb refuses a setting in the middle of the plan: all is as before, on both PFs."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("igbvf", "vfio-pci"))

    def apply_in_vain(self, wanted):
        status, told = ask("apply", wanted)
        self.assertEqual((status, told["result"]), (1, TAKEN_BACK), told)
        self.assertEqual(journals(), [])
        self.assertTrue(is_free("em1") and is_free("em2"))
        return told

    def assert_names(self, told, pf, vf, attribute):
        """The error, and the step that failed alone."""
        cause, = [one for one in told["error"]["causes"]] or [told["error"]]
        self.assertEqual((cause["code"], cause["device"], cause["vf"], cause["attribute"]),
                         ("unsupported", pf, vf, attribute))
        self.assertIn(f"VF {vf} of ", cause["message"])
        failed, = [one for one in told["steps"] if one["result"] == FAILED]
        self.assertEqual((failed["pf"], failed["vf"]), (pf, vf))
        self.assertEqual(failed["error"]["message"], cause["message"])
        return failed

    def test_where_there_were_none(self):
        wanted = state(pf_state("em1", 7, defaults={"driver": "vfio-pci"},
                                vfs=[{"index": 5, "link_state": "enable"}]),
                       pf_state("em2", 2))
        with self.unchanged():
            told = self.apply_in_vain(wanted)
        self.assert_names(told, EM1, 5, "IFLA_VF_LINK_STATE")
        # made, and set until then; no driver was asked for any more
        self.assertEqual({one["result"] for one in told["steps"]
                          if one["pf"] == EM1 and one["kind"] == 6}, {NOT_BEGUN})
        self.assertLessEqual({one["result"] for one in told["steps"]
                              if one["pf"] == EM1 and one["setting"] == "mac"}, {DONE, ALREADY})

    def test_where_there_were_some(self):
        """Other VFs, of other drivers, settings and overrides, are not lost either."""
        before = state(pf_state("em1", 4, vfs=[{"index": 0, "driver": "vfio-pci", "trust": True},
                                               {"index": 1, "vlan": {"id": 7}},
                                               {"index": 2, "driver": "none"}],
                                defaults={"driver": "igbvf"}),
                       pf_state("em2", 3, defaults={"driver": "none"}, autoprobe=False))
        self.addCleanup(probe, "apply", state({"pf": "em1", "vf_count": 0},
                                              {"pf": "em2", "vf_count": 0, "autoprobe": True}))
        probe("apply", before)
        (DEVICES / vfs(EM1)[2] / "driver_override").write_text("igbvf")
        (DEVICES / vfs(EM2)[1] / "driver_override").write_text("nobody")
        expected = view("em1", "em2")
        self.assertEqual(expected["em1"]["drivers"], ["vfio-pci", "igbvf", None, "igbvf"])
        self.assertEqual(expected["em2"]["autoprobe"], "0")
        told = self.apply_in_vain(
            state(pf_state("em1", 6, 1, defaults={"driver": "vfio-pci", "spoof_check": False},
                           vfs=[{"index": 5, "min_rate_mbps": 10}]),
                  pf_state("em2", 3, 1, defaults={"driver": "vfio-pci"}, autoprobe=True)))
        self.assertEqual({one["vf"] for one in told["steps"] if one["result"] == FAILED}, {5})
        self.assertEqual(view("em1", "em2"), expected)
        # only settings: no VF is touched
        devices = inodes(vfs(EM1) + vfs(EM2))
        told = self.apply_in_vain(
            state(pf_state("em1", 4, 2, vfs=[{"index": 2, "link_state": "disable"}]),
                  pf_state("em2", 3, 2)))
        self.assert_names(told, EM1, 2, "IFLA_VF_LINK_STATE")
        self.assertEqual(view("em1", "em2"), expected)
        self.assertEqual(inodes(vfs(EM1) + vfs(EM2)), devices)
        self.assertEqual(steps(before), [])


if __name__ == "__main__":
    unittest.main()
