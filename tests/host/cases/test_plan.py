# SPDX-License-Identifier: LGPL-2.1-or-later
"""Plans for what is there, and what speaks against them, against ip and sysfs."""

import json
import os
import unittest

from host import (Case, DEVICES, EM1, EM2, NVME, driver, inodes, loaded, modules, nvme_vfs, probe,
                  read, remove_vfs, run, unload, vfs, vfs_on, wait_for)
from plans import APPLIED, capture, is_free, journals, mac, pf_state, state, steps, view
from test_vfio import VfioDevice, free, holding, node


class Capture(Case):
    """What is captured is what is there: no step leads to it."""

    def assert_no_step(self, *pfs):
        captured = capture()
        told = {pf["pf"]: pf for pf in json.loads(captured)["pfs"]}
        for pf in pfs:
            self.assertEqual(told[pf]["vf_count"], len(vfs(pf)))
            self.assertEqual([{"none": None}.get(vf["driver"], vf["driver"])
                              for vf in told[pf].get("vfs", [])], [driver(one) for one in vfs(pf)])
        self.assertEqual(steps(captured), [])
        return told

    def test_on_each_driver(self):
        with modules("igbvf", "vfio-pci"), vfs_on(EM1, 3):
            wait_for(lambda: all(map(driver, vfs(EM1))))
            free(vfs(EM1)[1])
            probe("bind", vfs(EM1)[1])
            free(vfs(EM1)[2])
            # igb takes no rate while the link is down, as it is after VFs were made
            wait_for(lambda: read("/sys/class/net/em1/carrier") == "1")
            run("ip", "link", "set", "em1", "vf", "2", "mac", mac("em1", 2), "vlan", "9", "qos",
                "3", "spoofchk", "off", "trust", "on", "max_tx_rate", "300")
            told = self.assert_no_step(EM1, EM2, NVME)[EM1]["vfs"][2]
            self.assertEqual((told["mac"], told["vlan"]["id"], told["vlan"]["qos"],
                              told["spoof_check"], told["trust"], told["max_rate_mbps"]),
                             (mac("em1", 2), 9, 3, False, True, 300))

    def test_without_drivers(self):
        with vfs_on(EM2, 7):
            self.assert_no_step(EM1, EM2)

    def test_a_priority_without_a_vlan(self):
        with vfs_on(EM1, 1):
            run("ip", "link", "set", "em1", "vf", "0", "vlan", "0", "qos", "5")
            told = self.assert_no_step(EM1)[EM1]["vfs"][0]
            self.assertEqual(told["vlan"], {"id": 0, "qos": 5})

    def test_no_network_card(self):
        with nvme_vfs(9), modules("vfio-pci"):
            probe("bind", vfs(NVME)[4])
            self.assert_no_step(NVME)


class ByHand(Case):
    """What a step says that a person would type does what the step does."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.addClassCleanup(unload, loaded())

    def setUp(self):
        super().setUp()
        self.addCleanup((DEVICES / EM2 / "sriov_drivers_autoprobe").write_text, "1")
        self.addCleanup(remove_vfs, EM1, EM2)

    def type_all(self, wanted):
        """In one shell, as they would be pasted. Rates want the link, which is told, and igbvf may
        take no notice of its MAC while that comes back."""
        lines = ["set -e", "cd /"]
        for step in steps(wanted):
            if step.get("setting") == "rates" or step["kind"] == "set-driver":
                lines.append(f'until [ "$(cat {DEVICES}/{step["pf"]}/net/*/carrier)" = 1 ]; do '
                             'sleep 0.1; done')
            lines.append(step["command"])
        lines.append('[ "$PWD" = / ]')
        run("sh", "-c", "\n".join(lines))
        self.assertEqual(steps(wanted), [])

    def test_from_nothing_and_back(self):
        before = view("em1", "em2")
        wanted = state(
            pf_state("em1", 3, defaults={"driver": "vfio-pci", "vlan": {"id": 100}}, vfs=[
                {"index": 0, "vlan": {"id": 200, "qos": 3}, "max_rate_mbps": 100},
                {"index": 1, "spoof_check": False, "trust": True, "driver": "native"},
                {"index": 2, "driver": "none"}]),
            pf_state("em2", 2, autoprobe=False, defaults={"driver": "igbvf"}))
        nothing = state({"pf": EM1, "vf_count": 0},
                        {"pf": EM2, "vf_count": 0, "autoprobe": True})
        self.type_all(wanted)
        typed = view("em1", "em2")
        self.assertEqual(typed["em1"]["drivers"], ["vfio-pci", "igbvf", None])
        self.type_all(nothing)
        self.assertEqual(view("em1", "em2"), before)
        probe("apply", wanted)
        self.assertEqual(view("em1", "em2"), typed)

    def test_another_driver(self):
        def on(*drivers):
            return state({"pf": "em1", "vf_count": 3, "vfs": [
                {"index": index, "driver": driver} for index, driver in enumerate(drivers)]})

        for wanted in (on("vfio-pci", "igbvf", "none"), on("igbvf", "none", "vfio-pci"),
                       on("none", "vfio-pci", "igbvf")):
            self.type_all(wanted)


class InUse(Case):
    """Who uses a VF keeps it, and the way to have it otherwise is to allow it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("igbvf", "vfio-pci", "vfio_iommu_type1", "bonding"))

    def refuse(self, wanted, *words):
        """Neither planned nor applied, and nothing is touched."""
        with self.unchanged():
            devices = inodes(vfs(EM1))
            self.assert_refused("would-destroy", words, "plan", wanted)
            error = self.assert_refused("would-destroy", words, "apply", wanted)
            self.assertEqual(inodes(vfs(EM1)), devices)
        self.assertTrue(is_free("em1"))
        self.assertEqual(journals(), [])
        return error

    def interfaces(self):
        return [wait_for(lambda one=one: os.listdir(DEVICES / one / "net"))[0]
                for one in self.vfs[:4]]

    def check_reasons(self, error, words):
        """One for each VF that is used, with these words."""
        self.assertEqual([cause["vf"] for cause in error["causes"]], list(words))
        for cause in error["causes"]:
            for word in (f"VF {cause['vf']}", *words[cause["vf"]]):
                self.assertIn(word, cause["message"])

    def test_seven_to_three(self):
        with vfs_on(EM1, 7) as self.vfs:
            wait_for(lambda: all(map(driver, self.vfs)))
            free(self.vfs[6])
            probe("bind", self.vfs[6])
            run("ip", "netns", "add", "other")
            self.addCleanup(run, "ip", "netns", "del", "other")
            run("ip", "link", "add", "bond9", "type", "bond")
            self.addCleanup(run, "ip", "link", "del", "bond9")
            up, in_bond, moved, down = self.interfaces()
            holder = VfioDevice(node(self.vfs[6]))
            try:
                run("ip", "link", "set", up, "up")
                run("ip", "link", "set", in_bond, "master", "bond9")
                run("ip", "link", "set", moved, "netns", "other")
                with holding("reserve", "em1", "my-agent"):
                    error = self.refuse(state({"pf": "em1", "vf_count": 3}), EM1)
                self.check_reasons(error, {
                    0: (up, "up"), 1: (in_bond, "bond9"), 2: ("namespace",),
                    3: ("reserved", "my-agent"), 6: (f"process {os.getpid()}",)})
                # what of it is not used may have another driver, and another setting
                told = probe("apply", state({"pf": "em1", "vfs": [
                    {"index": 3, "driver": "vfio-pci"}, {"index": 0, "mac": mac("em1", 0)}]}))
                self.assertEqual((told["result"], driver(self.vfs[3])), (APPLIED, "vfio-pci"))
                self.refuse(state({"pf": "em1", "vfs": [{"index": 6, "driver": "none"}]}),
                            "VF 6", f"process {os.getpid()}")
                run("ip", "-n", "other", "link", "show", moved)
            finally:
                holder.close()
            probe("apply", state({"pf": "em1", "vf_count": 3, "allow_in_use": True}))
            self.assertEqual(len(vfs(EM1)), 3)


class Vital(Case):
    """The PF that the default route goes through."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("igbvf"))

    def test_default_route(self):
        run("ip", "address", "add", "192.0.2.2/24", "dev", "em2")
        self.addCleanup(run, "ip", "address", "del", "192.0.2.2/24", "dev", "em2")
        run("ip", "route", "add", "default", "via", "192.0.2.1", "dev", "em2")
        wanted = {"pf": "em2", "vf_count": 1}
        with self.unchanged():
            for command in "plan", "apply":
                self.assert_refused("would-destroy", ("em2", EM2, "192.0.2.1"), command,
                                    state(wanted))
        self.assertEqual(vfs(EM2), [])
        self.addCleanup(probe, "apply", state({"pf": "em2", "vf_count": 0, "allow_vital": True}))
        probe("apply", state({**wanted, "allow_vital": True}))
        self.assertEqual(len(vfs(EM2)), 1)
        # a setting of a VF disturbs nobody
        probe("apply", state(pf_state("em2", 1)))
        self.assertIn("em2", run("ip", "route", "show", "default"))


if __name__ == "__main__":
    unittest.main()
