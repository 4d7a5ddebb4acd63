# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a monitor tells, against udevadm beside it, ip, and sysfs."""

import contextlib
import json
import subprocess
from pathlib import Path
import unittest

from host import (Case, DEVICES, EM1, EM2, NVME, driver, environment, ip_link, link, modules,
                  program, read, run, vfs, vfs_on, wait_for)

# A change that somebody makes up: the last thing that each test hears.
END = EM2
UP, CARRIER, MASTER, MAC = 1, 2, 4, 8
NAMESPACE = "events"


def mark_end():
    (DEVICES / END / "uevent").write_text("change")


class Watch:
    """The library's monitor in a process of its own, from the moment when it hears."""

    def __init__(self, *options, command="events", context=()):
        self.process = subprocess.Popen(
            (program("tests/host/tools/probe"), *context, command, END, *options), text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=environment())
        self.wait_until_ready()

    def wait_until_ready(self):
        line = self.process.stderr.readline()
        if line != "ready\n":
            raise AssertionError(line + "".join(self.process.communicate(timeout=60)))

    def read_now(self):
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        self.wait_until_ready()

    def finish(self):
        """All that it heard, without the mark at the end."""
        mark_end()
        out, complaint = self.process.communicate("\n", timeout=60)
        if self.process.returncode or complaint not in ("", "ready\n"):
            raise AssertionError(out + complaint)
        events = json.loads(out)["events"]
        end = events.pop()
        if (end["type"], end["address"], end["action"]) != ("unknown", END, "change"):
            raise AssertionError(f"{end} instead of the end")
        return events


    def finish_unmarked(self):
        """The same of one that does not hear the mark."""
        out, complaint = self.process.communicate(timeout=60)
        if self.process.returncode or complaint:
            raise AssertionError(out + complaint)
        return json.loads(out)["events"]


class Udevadm:
    """The kernel's messages about devices, as another program receives them."""

    def __init__(self, source="--kernel"):
        self.process = subprocess.Popen(
            ("udevadm", "monitor", source, "--property"), text=True, stdout=subprocess.PIPE)
        self.read_block()

    def read_block(self):
        """The lines up to an empty one."""
        lines = []
        while (line := self.process.stdout.readline()) != "\n" or not lines:
            if not line:
                raise AssertionError("udevadm ended")
            lines.append(line.rstrip("\n"))
        return dict(line.split("=", 1) for line in lines if "=" in line)

    def finish(self):
        """Until the same mark, without it."""
        messages = []
        while (block := self.read_block()).get("PCI_SLOT_NAME") != END or "SYNTH_UUID" not in block:
            messages.append(block)
        self.process.terminate()
        self.process.communicate(timeout=60)
        return messages


def interface_of(address):
    names = list((DEVICES / address / "net").glob("*"))
    return names[0].name if names else None


@contextlib.contextmanager
def namespace():
    run("ip", "netns", "add", NAMESPACE)
    try:
        yield
    finally:
        run("ip", "netns", "delete", NAMESPACE)


def there(*command):
    return run("ip", "-n", NAMESPACE, *command)


class Story(Case):
    """The life of two VFs, told once and looked at from all sides."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(modules("igbvf", "vfio-pci", "bonding"))
        cls.enterClassContext(namespace())
        udevadm, watch = Udevadm(), Watch("all", "on")
        late = Watch("pf", "em1", command="late-events")
        with vfs_on(EM1, 2) as cls.vfs:
            wait_for(lambda: all(map(driver, cls.vfs)))
            cls.live()
            late.read_now()
        # It has lost its link with its VFs; both are to hear when it is back.
        wait_for(lambda: read("/sys/class/net/em1/operstate") == "up")
        late.read_now()
        cls.events, cls.messages = watch.finish(), udevadm.finish()
        cls.late_events = late.finish_unmarked()

    @classmethod
    def live(cls):
        cls.vf = cls.vfs[0]
        cls.first_name = wait_for(lambda: interface_of(cls.vf))
        cls.index = ip_link(cls.first_name)["ifindex"]
        run("ip", "link", "set", cls.first_name, "name", "vf0")
        run("ip", "link", "set", "vf0", "address", "02:00:00:00:00:77")
        run("ip", "link", "set", "vf0", "up")
        wait_for(lambda: read("/sys/class/net/vf0/carrier") == "1")
        run("ip", "link", "set", "vf0", "down")
        run("ip", "link", "add", "bond7", "type", "bond")
        run("ip", "link", "set", "vf0", "master", "bond7")
        cls.bond = ip_link("bond7")["ifindex"]
        run("ip", "link", "set", "vf0", "nomaster")
        run("ip", "link", "delete", "bond7")
        run("ip", "link", "set", "vf0", "netns", NAMESPACE)
        cls.netns_id = json.loads(run("ip", "-j", "netns", "list"))[0]["id"]
        cls.new_index = json.loads(there("-j", "link", "show", "vf0"))[0]["ifindex"]
        there("link", "set", "vf0", "netns", "1")
        (DEVICES / cls.vf / "driver/unbind").write_text(cls.vf)
        (DEVICES / cls.vf / "driver_override").write_text("vfio-pci")
        (DEVICES.parent / "drivers_probe").write_text(cls.vf)
        cls.vfio = [path.name for path in (DEVICES / cls.vf / "vfio-dev").glob("*")]

    def told(self, *types, **wanted):
        return [one for one in self.events if (not types or one["type"] in types) and
                all(one[key] == value for key, value in wanted.items())]

    def only(self, *types, **wanted):
        one, = self.told(*types, **wanted)
        return one

    def place(self, *types, **wanted):
        return self.events.index(self.only(*types, **wanted))

    def test_devices_are_those_of_udevadm(self):
        """But for the second message of each VF, by which it is only linked."""
        kernels = [(int(one["SEQNUM"]), one["ACTION"], one["PCI_SLOT_NAME"])
                   for one in self.messages if one["SUBSYSTEM"] == "pci"
                   and not (one["ACTION"] == "change" and one["PCI_SLOT_NAME"] in self.vfs)]
        ours = [(one["sequence"], one["action"], one["address"])
                for one in self.told() if one["sequence"] and not one["vfio"]
                and (one["type"], one["count"]) != ("vf-count-changed", 0)]
        self.assertEqual(ours, kernels)
        self.assertEqual([one for one in self.messages if one["ACTION"] == "change"
                          and one.get("PCI_SLOT_NAME") in self.vfs and "SYNTH_UUID" in one], [])

    def test_drivers(self):
        for one in self.told("driver-bound"):
            message, = (each for each in self.messages if int(each["SEQNUM"]) == one["sequence"])
            self.assertEqual(one["driver"], message["DRIVER"])
        self.assertEqual([(one["type"], one["driver"]) for one in
                          self.told("driver-bound", "driver-unbound", address=self.vf)],
                         [("driver-bound", "igbvf"), ("driver-unbound", "igbvf"),
                          ("driver-bound", "vfio-pci"), ("driver-unbound", "vfio-pci")])

    def test_interfaces_are_those_of_udevadm(self):
        actions = {"interface-added": "add", "interface-removed": "remove",
                   "interface-moved": "remove", "interface-renamed": "move"}
        # On 6.1 one that changes its namespace is moved to the name that it has.
        kernels = [(one["ACTION"], int(one["IFINDEX"]), one["INTERFACE"])
                   for one in self.messages if one["SUBSYSTEM"] == "net"
                   and one.get("DEVPATH_OLD") != one["DEVPATH"]]
        ours = [(actions[one["type"]], one["index"], one["interface"])
                for one in self.told(*actions)]
        self.assertEqual(ours, kernels)

    def test_vfs_are_told_with_pf_and_index(self):
        for index, address in enumerate(self.vfs):
            mine = self.told(address=address)
            self.assertGreaterEqual(len(mine), 5)
            for one in mine:
                self.assertEqual((one["pf"], one["vf"]), (EM1, index), one)
        for one in self.told(address=EM1):
            self.assertEqual((one["pf"], one["vf"]), (None, -1))

    def test_each_comes_and_goes_once(self):
        for kind in "vf-added", "vf-removed":
            self.assertEqual(sorted(one["address"] for one in self.told(kind)), self.vfs)
        self.assertEqual(self.told("device-added", "device-removed", "overrun", "unknown"), [])
        self.assertEqual([one["count"] for one in self.told("vf-count-changed", address=EM1)],
                         [2, 0])

    def test_order(self):
        added = [self.place("vf-added", address=address) for address in self.vfs]
        removed = [self.place("vf-removed", address=address) for address in self.vfs]
        second = {"address": self.vfs[1]}
        steps = [added[1], self.place("interface-added", **second),
                 self.place("driver-bound", **second), self.place("vf-count-changed", count=2),
                 self.place("interface-renamed"), self.place("interface-moved"),
                 self.place("interface-removed", address=self.vf),
                 self.place("driver-unbound", address=self.vf, driver="igbvf"),
                 self.place("driver-bound", address=self.vf, driver="vfio-pci"),
                 self.place("driver-unbound", address=self.vf, driver="vfio-pci"), *removed,
                 self.place("vf-count-changed", count=0)]
        self.assertEqual(steps, sorted(steps))
        first = [added[0], self.events.index(self.told("interface-added", address=self.vf)[0]),
                 self.place("driver-bound", address=self.vf, driver="igbvf"), added[1]]
        self.assertEqual(first, sorted(first))
        last = [self.place("interface-removed", **second),
                self.place("driver-unbound", **second), removed[1]]
        self.assertEqual(last, sorted(last))

    def test_renamed(self):
        one = self.only("interface-renamed", address=self.vf)
        self.assertEqual((one["former"], one["interface"], one["index"]),
                         (self.first_name, "vf0", self.index))

    def test_moved(self):
        one = self.only("interface-moved", address=self.vf)
        self.assertEqual((one["interface"], one["index"], one["netns_id"], one["new_index"]),
                         ("vf0", self.index, self.netns_id, self.new_index))
        back = self.told("interface-added", address=self.vf)[1]
        self.assertEqual(back["interface"], "vf0")

    def test_changes(self):
        """What was done, in its order; the carrier comes by itself."""
        mine = self.told("link-changed", address=self.vf, index=self.index)
        self.assertEqual([one["mac"] for one in mine if one["changes"] & MAC][0],
                         "02:00:00:00:00:77")
        self.assertEqual([one["up"] for one in mine if one["changes"] & UP][:2], [True, False])
        self.assertEqual([one["carrier"] for one in mine if one["changes"] & CARRIER][:2],
                         [True, False])
        masters = [(one["master"], one["master_index"]) for one in mine
                   if one["changes"] & MASTER]
        self.assertEqual(masters, [("bond7", self.bond), (None, 0)])
        for one in mine:
            self.assertNotEqual(one["changes"], 0)

    def test_virtual_ones(self):
        self.assertEqual([one["type"] for one in self.told(interface="bond7")
                          if one["type"] != "link-changed"],
                         ["interface-added", "interface-removed"])

    def test_vfio(self):
        self.assertEqual([one["vfio"] for one in self.told("vfio-added")], self.vfio)
        self.assertEqual([one["vfio"] for one in self.told("vfio-removed")], self.vfio)
        for one in self.told("vfio-added", "vfio-removed"):
            self.assertEqual(one["address"], self.vf)

    def test_objects(self):
        """What they are when the event is read: the VFs are there first, and gone then."""
        def opened(one):
            return one["open_device"], one["open_pf"], one["open_vf"]

        there_yet = {"vf-added", "driver-bound", "interface-added", "interface-renamed"}
        for one in self.late_events:
            if one["type"] in there_yet:
                self.assertEqual(opened(one), ("ok", "ok", "ok"), one)
            if one["type"] == "vf-removed":
                self.assertEqual(opened(one), ("gone", "ok", "gone"), one)
            if one["type"] == "vf-count-changed":
                self.assertEqual(opened(one), ("ok", "ok", "not-vf"), one)
        for one in self.told("interface-added", interface="bond7"):
            self.assertEqual(opened(one), ("not-found", "not-found", "not-found"))

    def test_one_pf(self):
        """Who asked for the PF heard the same of it, and nothing else. Of devices and of
        interfaces each in the same order, though not of both when they are read late."""
        def facts(events, of_interfaces):
            return [(one["type"], one["address"], one["interface"]) for one in events
                    if EM1 in (one["address"], one["pf"])
                    and bool(one["interface"]) == of_interfaces]

        for of_interfaces in False, True:
            self.assertEqual(facts(self.late_events, of_interfaces),
                             facts(self.events, of_interfaces))
        self.assertEqual({one["pf"] or one["address"] for one in self.late_events}, {EM1})


class Short(Case):
    def test_pulled_out(self):
        """A device that is removed and found again; to who asked for a PF it is nothing."""
        watch, of_em2 = Watch(), Watch("pf", "em2")
        (DEVICES / NVME / "remove").write_text("1")
        (DEVICES.parent / "rescan").write_text("1")
        self.assertEqual([(one["type"], one["address"]) for one in watch.finish()],
                         [("device-removed", NVME), ("device-added", NVME)])
        self.assertEqual(of_em2.finish(), [])

    def test_overrun(self):
        """The least buffer there is, and more than it holds, of devices and of interfaces."""
        def change_device():
            (DEVICES / NVME / "uevent").write_text("change")

        def change_interface():
            run("ip", "-batch", "-",
                input="link set em2 alias x\nlink set em2 alias ''\n" * 4)

        for change in change_device, change_interface:
            with self.subTest(change.__name__):
                watch = Watch("bytes", "1", command="late-events")
                for _ in range(8):
                    change()
                watch.read_now()
                change_device()
                watch.read_now()
                self.assertEqual([(one["type"], one["address"]) for one in watch.finish()],
                                 [("overrun", None), ("unknown", NVME)])


if __name__ == "__main__":
    unittest.main()
