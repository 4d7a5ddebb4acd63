# SPDX-License-Identifier: LGPL-2.1-or-later
"""Switchdev mode, ports and representors: netdevsim's, which the probe is made to take for a PCI
device, against devlink and ip."""

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from host import Case, NOBODY, environment, ip_link, modules, program, read, run, wait_for

NEEDS = "--netdevsim"

BUS = Path("/sys/bus/netdevsim")
DEVICE = BUS / "devices/netdevsim1"
LIMIT = Path("/sys/kernel/debug/netdevsim/netdevsim1/max_vfs")
HANDLE = "netdevsim/netdevsim1"
PF = "0000:01:00.0"
VFS = 5
LEGACY, SWITCHDEV, INACTIVE = "0", "1", "2"
MODES = {"legacy": 0, "switchdev": 1}
FLAVOURS = {"physical": 0, "pcipf": 3, "pcivf": 4}
KINDS = {"fixed": 0, "running": 1, "stored": 2}
MODALIAS = "pci:v00008086d000010C9sv00001AF4sd00001100bc02sc00i00\n"


class Tree:
    """A made-up sysfs in which the interfaces of netdevsim are those of a PF with VFs."""

    def __init__(self, root):
        self.root = Path(root)
        self.pf = self.add_device(PF)
        for name, value in (("totalvfs", VFS), ("offset", 1), ("stride", 1), ("vf_device", "10ca")):
            (self.pf / f"sriov_{name}").write_text(f"{value}\n")
        for index in range(VFS):
            vf = self.add_device(f"0000:01:10.{index}")
            (self.pf / f"virtfn{index}").symlink_to(f"../{vf.name}")
            (vf / "physfn").symlink_to(f"../{PF}")
        (self.root / "class/net").mkdir(parents=True)
        for path in (DEVICE / "net").iterdir():
            self.add_interface(path)

    def add_device(self, address):
        folder = self.root / "bus/pci/devices" / address
        folder.mkdir(parents=True)
        (folder / "modalias").write_text(MODALIAS)
        (folder / "driver").symlink_to("../../drivers/netdevsim")
        return folder

    def add_interface(self, path):
        folder = self.pf / "net" / path.name
        folder.mkdir(parents=True)
        for name in ("ifindex", "address", "dev_port", "dev_id"):
            (folder / name).write_text((path / name).read_text())
        (folder / "device").symlink_to(f"../../../{PF}")
        (self.root / "class/net" / path.name).symlink_to(
            f"../../bus/pci/devices/{PF}/net/{path.name}")


def devlink(*words):
    return json.loads(run("devlink", "-j", *words))


def ports():
    """The device's, by index, as devlink has them."""
    return {int(key.rsplit("/", 1)[1]): port for key, port in devlink("port", "show")["port"].items()
            if key.startswith(f"{HANDLE}/")}


def switch_id(name):
    """ip shows 31 bytes of it at most."""
    return read(Path("/sys/class/net") / name / "phys_switch_id")


class Switchdev(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if subprocess.run(("modinfo", "netdevsim"), capture_output=True, timeout=60).returncode:
            raise unittest.SkipTest("no netdevsim: start the test host with --netdevsim")
        cls.enterClassContext(modules("netdevsim"))
        (BUS / "new_device").write_text("1 2")
        cls.addClassCleanup((BUS / "del_device").write_text, "1")
        wait_for(lambda: len(list((DEVICE / "net").glob("*"))) == 2)
        LIMIT.write_text(str(VFS))
        (DEVICE / "sriov_numvfs").write_text(str(VFS))
        folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        os.chmod(folder, 0o755)
        cls.tree = Tree(folder)

    def ask(self, *words, prefix=(), **variables):
        done = subprocess.run(
            (*prefix, program("tests/host/tools/probe_netdevsim"), "--sysfs", str(self.tree.root),
             *words),
            text=True, capture_output=True, timeout=60, env={**environment(), **variables})
        if done.returncode not in (0, 1) or done.stderr:
            raise AssertionError(f"{words} ended with {done.returncode}: {done.stderr}")
        return json.loads(done.stdout)

    def probe(self, *words, **how):
        answer = self.ask(*words, **how)
        self.assertNotIn("error", answer)
        return answer

    def assert_fails(self, code, names, *words, **how):
        error = self.ask(*words, **how)["error"]
        self.assertEqual(error["code"], code, error)
        for name in names:
            self.assertIn(name, error["message"])
        return error

    def compare_mode(self, mode):
        told = devlink("dev", "eswitch", "show", HANDLE)["dev"][HANDLE]
        self.assertEqual(told["mode"], mode)
        self.assertEqual(self.probe("eswitch", PF),
                         {"mode": MODES[mode], "inline_mode": -1, "encapsulation": -1})

    def compare_ports(self):
        told = self.probe("ports", PF)["ports"]
        wanted = ports()
        self.assertEqual([port["index"] for port in told], sorted(wanted))
        for port in told:
            other = wanted[port["index"]]
            self.assertEqual(port["flavour"], FLAVOURS[other["flavour"]])
            self.assertEqual((port["type"], other["type"]), (2, "eth"))
            self.assertEqual(port["netdev"], other["netdev"])
            self.assertEqual(port["netdev_index"], ip_link(other["netdev"])["ifindex"])
            self.assertEqual((port["number"], port["controller"], port["pf"], port["vf"]),
                             tuple(other.get(key, -1)
                                   for key in ("port", "controller", "pfnum", "vfnum")))
            self.assertEqual(port["external"], other.get("external", False))
            self.assertEqual((port["sf"], port["infiniband"]), (-1, None))
        return told

    def in_switchdev(self):
        self.addCleanup(run, "devlink", "dev", "eswitch", "set", HANDLE, "mode", "legacy")
        self.probe("eswitch", PF, SWITCHDEV)

    def test_legacy(self):
        self.compare_mode("legacy")
        self.assertEqual({port["flavour"] for port in self.compare_ports()}, {0})
        for words in (("representors", PF), ("representor", PF, "0")):
            for variables in ({}, {"PORTS": "none"}):
                self.assert_fails("not-found", (PF, "legacy"), *words, **variables)

    def test_mode_there_and_back(self):
        self.in_switchdev()
        self.compare_mode("switchdev")
        before = {index: port["netdev"] for index, port in ports().items()}
        # The same again changes nothing: the ports are the same.
        self.probe("eswitch", PF, SWITCHDEV)
        self.assertEqual({index: port["netdev"] for index, port in ports().items()}, before)
        self.probe("eswitch", PF, LEGACY)
        self.compare_mode("legacy")

    def test_refused(self):
        error = self.assert_fails("unsupported", (PF, "no such mode"), "eswitch", PF, INACTIVE)
        self.assertEqual((error["attribute"], error["device"]), ("DEVLINK_ATTR_ESWITCH_MODE", PF))
        self.assert_fails("invalid", ("7",), "eswitch", PF, "7")
        for words in ((), (SWITCHDEV,)):
            self.assert_fails("forbidden", (PF, "CAP_NET_ADMIN"), "eswitch", PF, *words,
                              prefix=NOBODY)
        self.compare_mode("legacy")

    def test_ports(self):
        self.in_switchdev()
        told = self.compare_ports()
        self.assertEqual([port["vf"] for port in told if port["flavour"] == 4], list(range(VFS)))

    def compare_representors(self, **variables):
        wanted = {port["vfnum"]: port["netdev"] for port in ports().values()
                  if port["flavour"] == "pcivf"}
        told = self.probe("representors", PF, **variables)["representors"]
        self.assertEqual([one["vf"] for one in told], list(range(VFS)))
        for one in told:
            index, netdev = one["vf"], one["netdev"]
            link = ip_link(wanted[index])
            self.assertEqual((netdev["name"], netdev["index"]), (wanted[index], link["ifindex"]))
            self.assertEqual((netdev["port_name"], netdev["switch_id"], netdev["mac"]),
                             (link["phys_port_name"], switch_id(wanted[index]), link["address"]))
            self.assertEqual((netdev["port_name"], netdev["device"]), (f"pf0vf{index}", PF))
            self.assertEqual(self.probe("representor", PF, str(index), **variables)["netdev"],
                             netdev)

    def test_representors_by_port(self):
        self.in_switchdev()
        self.compare_representors()

    def test_representors_by_name(self):
        """As with drivers that have no such ports."""
        self.in_switchdev()
        self.compare_representors(PORTS="none")

    def test_renamed_representor(self):
        self.in_switchdev()
        name = self.probe("representor", PF, "2")["netdev"]["name"]
        run("ip", "link", "set", name, "name", "vm-seven")
        self.assertEqual(self.probe("representor", PF, "2")["netdev"]["name"], "vm-seven")

    def test_representor_in_another_namespace(self):
        self.in_switchdev()
        name = self.probe("representor", PF, "3")["netdev"]["name"]
        run("ip", "netns", "add", "elsewhere")
        self.addCleanup(run, "ip", "netns", "del", "elsewhere")
        run("ip", "link", "set", name, "netns", "elsewhere")
        self.addCleanup(run, "ip", "-n", "elsewhere", "link", "set", name, "netns", "1")
        for variables in ({}, {"PORTS": "none"}):
            error = self.assert_fails("not-found", ("VF 3", PF, "another network namespace"),
                                      "representor", PF, "3", **variables)
            self.assertEqual((error["device"], error["vf"]), (PF, 3))
            told = self.probe("representors", PF, **variables)["representors"]
            self.assertEqual([one["vf"] for one in told if "error" in one], [3])

    def test_versions(self):
        told = devlink("dev", "info", HANDLE)["info"][HANDLE]
        answer = self.probe("versions", PF)
        # devlink of Debian 12 leaves the serial number out where there is none.
        self.assertEqual((answer["driver"], answer["serial_number"],
                          answer["board_serial_number"]),
                         (told.get("driver"), told.get("serial_number"),
                          told.get("board.serial_number")))
        wanted = [[KINDS[kind], name, value] for kind, versions in told["versions"].items()
                  for name, value in versions.items()]
        self.assertEqual(sorted(answer["versions"]), sorted(wanted))
        self.assertEqual(answer["driver"], "netdevsim")
        self.assertTrue(wanted)

    def test_netdevs(self):
        """Two of one PF, as ip has them; nothing but the name of the device is made up."""
        told = self.probe("netdevs", PF)["netdevs"]
        self.assertEqual([one["name"] for one in told],
                         sorted(path.name for path in (DEVICE / "net").glob("*")))
        for one in told:
            link = ip_link(one["name"])
            self.assertEqual((one["index"], one["mac"], one["port_name"], one["switch_id"]),
                             (link["ifindex"], link["address"], link.get("phys_port_name"),
                              switch_id(one["name"])))
            self.assertEqual(one["dev_port"], int(read(DEVICE / "net" / one["name"] / "dev_port")))


if __name__ == "__main__":
    unittest.main()
