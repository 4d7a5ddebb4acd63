# SPDX-License-Identifier: LGPL-2.1-or-later
"""What is read of a device when it is asked for, against sysfs and lspci."""

import json
import os
import random
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

from host import (Case, DEVICES, EM1, EM2, NOBODY, NVME, ask, device_addresses, environment, lspci,
                  modules, nvme_vfs, probe, program, read, run, vfs_on)

MEMORY, IO = 0, 1
DEVICE, ROM, VF = 0, 1, 2
POWER_STATES = {"D0": 0, "D1": 1, "D2": 2, "D3hot": 3, "D3cold": 4, "error": 5, "unknown": -1}
KINDS = ("net", "infiniband", "nvme", "vfio-dev")
UNITS = {"": 1, "K": 2**10, "M": 2**20, "G": 2**30}
CHECKSUM_MISSING, CHECKSUM_VALID, CHECKSUM_WRONG = 0, 1, 2


def lspci_blocks(*options):
    """What lspci tells at length of each device."""
    blocks = run("lspci", "-D", "-vvv", *options).strip().split("\n\n")
    return {block.split(" ", 1)[0]: block for block in blocks}


def lspci_bars(block):
    """(role, index, space, 64 bit, prefetchable, address, size); None where lspci is silent."""
    bars = []
    for line in re.findall(r"^\t+Region .*", block, re.M):
        index, space, address, rest = re.match(
            r"\t+Region (\d): (Memory|I/O ports) at ([0-9a-f]+)(.*)", line).groups()
        size = re.search(r"\[size=(\d+)(\w?)\]", rest)
        role = VF if line.startswith("\t\t") else DEVICE
        bars.append((role, int(index), IO if space == "I/O ports" else MEMORY, "64-bit" in rest,
                     "prefetchable" in rest and "non-prefetchable" not in rest, int(address, 16),
                     int(size[1]) * UNITS[size[2]] if size else None))
    return bars


def lspci_speed(block, register):
    """In MT/s and lanes."""
    speed, width = re.search(register + r":.*?Speed ([\w.]+?)(?:GT/s)?,? .*?Width x(\d+)",
                             block).groups()
    return (0 if speed == "unknown" else int(float(speed) * 1000)), int(width)


def sysfs_bars(address):
    """(start, size) of each line in use, by number."""
    table = {}
    for number, line in enumerate(read(DEVICES / address / "resource").splitlines()):
        start, end, flags = (int(word, 16) for word in line.split())
        if flags:
            table[number] = start, end - start + 1
    return table


def entries(path):
    return sorted(os.listdir(path)) if path.is_dir() else []


class Attributes(Case):
    """Of every device, PFs with VFs and their VFs among them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(nvme_vfs(2))
        cls.vfs = cls.enterClassContext(vfs_on(EM1, 2))
        cls.told = probe("attributes")
        cls.blocks = lspci_blocks()

    def check(self, name, expected):
        """What was told of each device is what its folder in sysfs says."""
        for address, one in self.told.items():
            with self.subTest(address):
                self.assertEqual(one[name], expected(DEVICES / address))

    def test_every_device(self):
        self.assertEqual(sorted(self.told), device_addresses())

    def test_revision(self):
        others = lspci("-n")
        self.check("revision", lambda folder: int(read(folder / "revision"), 16))
        self.check("revision", lambda folder: int(others[folder.name].get("Rev", "0"), 16))
        self.assertEqual(self.told[EM1]["revision"], 1)

    def test_placement(self):
        self.check("local_cpus", lambda folder: read(folder / "local_cpulist"))
        self.assertEqual(self.told[EM1]["local_cpus"], read("/sys/devices/system/cpu/online"))

    def test_power(self):
        self.check("power_state", lambda folder: POWER_STATES[read(folder / "power_state")])
        self.check("d3cold_allowed", lambda folder: read(folder / "d3cold_allowed") == "1")
        self.assertEqual(self.told[EM1]["power_state"], POWER_STATES["D0"])
        self.assertRegex(self.blocks[EM1], r"Status: D0 ")

    def test_enabled(self):
        self.check("enable_count", lambda folder: int(read(folder / "enable")))
        self.assertGreater(self.told[EM1]["enable_count"], 0)

    def test_interrupts(self):
        self.check("msix_in_use",
                   lambda folder: [read(path) for path in folder.glob("msi_irqs/*")].count("msix"))
        for address, one in self.told.items():
            self.assertEqual(one["msix_in_use"] > 0, "MSI-X: Enable+" in self.blocks[address],
                             address)
        self.assertGreater(self.told[EM1]["msix_in_use"], 1)

    def test_resets(self):
        def methods(folder):
            path = folder / "reset_method"
            return read(path).split() if path.exists() else []

        self.check("reset_methods", methods)
        self.check("reset_support", lambda folder: (folder / "reset").exists())
        self.assertIn("flr", self.told[EM1]["reset_methods"])
        self.assertEqual(self.told[self.vfs[0]]["reset_methods"][0], "flr")

    def test_override(self):
        for address, one in self.told.items():
            self.assertEqual(one["driver_override"] or "(null)",
                             read(DEVICES / address / "driver_override"), address)

    def test_link(self):
        seen = 0
        for address, block in self.blocks.items():
            link = self.told[address]["link"]
            with self.subTest(address):
                if "Express (v" not in block:
                    self.assertEqual((link["code"], link["device"]), ("unsupported", address))
                    self.assertIn("no PCI Express device", link["message"])
                elif "LnkSta:" in block:
                    self.assertEqual((link["current_speed"], link["current_width"]),
                                     lspci_speed(block, "LnkSta"))
                    self.assertEqual((link["maximum_speed"], link["maximum_width"]),
                                     lspci_speed(block, "LnkCap"))
                    seen += 1
        self.assertGreater(seen, 5)
        self.assertEqual(self.told[EM1]["link"], {"current_speed": 2500, "current_width": 1,
                                                  "maximum_speed": 2500, "maximum_width": 1})

    def test_vpd(self):
        for address, one in self.told.items():
            error = one["vpd"]
            self.assertFalse((DEVICES / address / "vpd").exists(), address)
            self.assertEqual((error["code"], error["device"]), ("unsupported", address))
            self.assertIn("has no VPD", error["message"])

    def test_interfaces(self):
        self.check("interfaces",
                   lambda folder: {kind: entries(folder / kind) for kind in KINDS})
        self.assertEqual(self.told[EM1]["interfaces"]["net"], ["em1"])
        self.assertEqual(self.told[NVME]["interfaces"]["nvme"], ["nvme0"])

    def test_bars_as_lspci_has_them(self):
        seen = 0
        for address, block in self.blocks.items():
            told = [(bar["role"], bar["index"], bar["space"], bar["is_64_bit"],
                     bar["prefetchable"], bar["address"], bar["size"])
                    for bar in self.told[address]["bars"]]
            expected = lspci_bars(block)
            with self.subTest(address):
                self.assertEqual(len(told), len(expected))
                for one, other in zip(told, expected):
                    # it leaves out the size of VF BARs
                    self.assertEqual(one[:-1] + (other[-1] and one[-1],), other)
            seen += len(told)
        self.assertGreater(seen, 12)

    def test_bars_as_sysfs_has_them(self):
        numbers = {DEVICE: 0, ROM: 6, VF: 7}
        for address, one in self.told.items():
            told = {numbers[bar["role"]] + bar["index"]: (bar["address"], bar["size"])
                    for bar in one["bars"]}
            # the windows of bridges are none
            self.assertEqual(told, {number: line for number, line in sysfs_bars(address).items()
                                    if number < 13}, address)

    def test_bars_of_vfs(self):
        for pf in (EM1, NVME):
            bars = [bar for bar in self.told[pf]["bars"] if bar["role"] == VF]
            self.assertTrue(bars)
            for number in range(2):
                vf = os.path.basename(os.readlink(DEVICES / pf / f"virtfn{number}"))
                expected = [(bar["index"], bar["address"] + number * bar["vf_size"],
                             bar["vf_size"]) for bar in bars]
                self.assertEqual([(bar["index"], bar["address"], bar["size"])
                                  for bar in self.told[vf]["bars"]], expected)

    def test_of_whoever_has_no_right(self):
        """The same, but for a PF without VFs: see WithoutVfs."""
        told = probe("attributes", prefix=NOBODY)
        self.assertNotEqual(told.pop(EM2), self.told[EM2])
        self.assertEqual({**told, EM2: self.told[EM2]}, self.told)


class WithoutVfs(Case):
    """How much of a VF BAR is one VF's is in the configuration space alone."""

    def vf_sizes(self, **how):
        return [bar for bar in probe("attributes", **how)[EM1]["bars"] if bar["role"] == VF]

    def test_size_for_one_vf(self):
        for bar in self.vf_sizes():
            # the hardware could have 8, igb makes 7
            self.assertEqual(bar["vf_size"] * 8, bar["size"])
            self.assertNotIn("error", bar)

    def test_not_guessed(self):
        bars = self.vf_sizes(prefix=NOBODY)
        self.assertEqual(len(bars), 2)
        for bar in bars:
            self.assertEqual(bar["vf_size"], 0)
            self.assertEqual((bar["error"]["code"], bar["error"]["device"]), ("forbidden", EM1))
            self.assertIn("CAP_SYS_ADMIN", bar["error"]["message"])


class Changes(Case):
    """What root changes is told at once."""

    def told(self, address):
        return probe("attributes")[address]

    def write(self, name, text, after):
        path = DEVICES / EM2 / name
        path.write_text(text)
        self.addCleanup(path.write_text, after)

    def test_what_root_changes(self):
        self.write("driver_override", "no-such-driver", "\n")
        self.write("reset_method", "bus", "default")
        self.write("d3cold_allowed", "0", "1")
        told = self.told(EM2)
        self.assertEqual(told["driver_override"], "no-such-driver")
        self.assertEqual((told["reset_methods"], told["reset_support"]), (["bus"], True))
        self.assertIs(told["d3cold_allowed"], False)
        (DEVICES / EM2 / "reset_method").write_text("\n")
        told = self.told(EM2)
        self.assertEqual((told["reset_methods"], told["reset_support"]), ([], False))

    def test_vfio_device(self):
        folder = DEVICES / NVME
        with modules("vfio-pci"):
            self.addCleanup((folder / "driver_override").write_text, "\n")
            (folder / "driver_override").write_text("vfio-pci")
            (DEVICES.parent / "drivers_probe").write_text(NVME)
            try:
                told = self.told(NVME)
                self.assertEqual(told["interfaces"]["vfio-dev"], entries(folder / "vfio-dev"))
                self.assertRegex(told["interfaces"]["vfio-dev"][0], r"^vfio\d+$")
                self.assertEqual(told["driver_override"], "vfio-pci")
            finally:
                (folder / "driver/unbind").write_text(NVME)


class Gone(Case):
    def setUp(self):
        self.addCleanup((DEVICES.parent / "rescan").write_text, "1")

    def test_each_reader_says_so(self):
        with subprocess.Popen((program("tests/host/tools/probe"), "stale-attributes", NVME),
                              text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              env=environment()) as process:
            first = process.stdout.readline()
            self.assertIn(NVME, first)
            (DEVICES / NVME / "remove").write_text("1")
            told = json.loads(first + process.communicate("\n", timeout=60)[0])[NVME]
        self.assertEqual(process.returncode, 0)
        errors = {**told.pop("interfaces"), **told}
        self.assertEqual(len(errors), 17)
        for name, error in errors.items():
            with self.subTest(name):
                self.assertEqual((error["code"], error["device"]), ("gone", NVME))
                self.assertIn(NVME, error["message"])


class VfioModules(Case):
    def test_none_but_the_common_one(self):
        """Debian's kernels are built without variant drivers."""
        for address in (EM1, NVME):
            alias = "vfio_" + read(DEVICES / address / "modalias")
            told = probe("vfio-modules", address)["modules"]
            self.assertEqual(sorted(told), sorted(set(run("modprobe", "-R", alias).split())))
            self.assertEqual(told[-1], "vfio_pci")


# --- VPD: no emulated card has it, so that lspci and the library read made-up cards ---------------

def vpd_field(keyword, value):
    return keyword.encode() + bytes([len(value)]) + value


def vpd_item(tag, value):
    return bytes([tag]) + len(value).to_bytes(2, "little") + value


def vpd_text(chance, most):
    return "".join(chance.choice("ABCxyz019 -_./()") for _ in range(chance.randint(0, most)))


def make_vpd(chance, valid):
    """Bytes as the standard wants them, with any fields."""
    keywords = ["PN", "EC", "SN", "MN", "FG", "LC", "V0", "V7", "VZ"]
    chance.shuffle(keywords)
    body = b"".join(vpd_field(one, vpd_text(chance, 40).encode())
                    for one in keywords[:chance.randint(0, len(keywords))])
    spare = bytes(chance.randint(0, 9))
    reserved = b"RV" + bytes([len(spare) + 1])
    name = vpd_item(0x82, ("x" + vpd_text(chance, 60)).encode())
    head = name + vpd_item(0x90, body + reserved + b"\0" + spare)
    head = head[:len(head) - len(spare) - 1]
    checksum = (-sum(head) + (0 if valid else 1)) & 0xff
    writable = vpd_field("YA", vpd_text(chance, 20).encode()) + vpd_field("RW", bytes(5))
    return head + bytes([checksum]) + spare + vpd_item(0x91, writable) + b"\x78"


class Vpd(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.root = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.root)

    def make_card(self, address, vpd):
        """What sysfs would have: a configuration space with the capability at 0x40, and the data."""
        folder = self.root / "bus/pci/devices" / address
        folder.mkdir(parents=True)
        config = bytearray(256)
        config[0:4] = bytes.fromhex("8680c910")
        config[0x06], config[0x0a], config[0x0b], config[0x34] = 0x10, 0x00, 0x02, 0x40
        config[0x40] = 0x03
        (folder / "config").write_bytes(config)
        (folder / "vpd").write_bytes(vpd)
        (folder / "resource").write_text(("0x" + "0" * 16 + " 0x" + "0" * 16 + " 0x" + "0" * 16
                                          + "\n") * 7)
        for name, text in (("vendor", "0x8086"), ("device", "0x10c9"), ("class", "0x020000"),
                           ("irq", "0"),
                           ("modalias", "pci:v00008086d000010C9sv00000000sd00000000bc02sc00i00")):
            (folder / name).write_text(text + "\n")

    def test_as_lspci_reads_it(self):
        chance = random.Random(82576)
        cards = {f"0000:{number:02x}:00.0": make_vpd(chance, number % 3 != 0)
                 for number in range(1, 31)}
        for address, vpd in cards.items():
            self.make_card(address, vpd)
        told = probe("--sysfs", str(self.root), "attributes")
        blocks = lspci_blocks("-A", "linux-sysfs", "-O", f"sysfs.path={self.root}/bus/pci")
        self.assertEqual(sorted(told), sorted(cards))
        for number, address in enumerate(sorted(cards), 1):
            with self.subTest(address):
                self.compare(told[address]["vpd"], blocks[address],
                             CHECKSUM_VALID if number % 3 else CHECKSUM_WRONG)

    def compare(self, vpd, block, checksum):
        name = re.search(r"^\t\tProduct Name: (.*)$", block, re.M)[1]
        fields = dict(re.findall(r"^\t\t\t\[(\w\w)\] [^:]*: ?(.*)$", block, re.M))
        state = re.match(r"checksum (good|bad)", fields.pop("RV"))[1]
        fields.pop("RW")
        self.assertEqual(vpd["product_name"], name.rstrip())
        for keyword in {"FG", "LC"} & set(fields):
            # bytes to lspci
            fields[keyword] = bytes.fromhex(fields[keyword]).decode()
        self.assertEqual(vpd["fields"], {key: text.rstrip() for key, text in fields.items()})
        self.assertEqual(vpd["checksum"], checksum)
        self.assertEqual(state, "good" if checksum == CHECKSUM_VALID else "bad")
        self.assertEqual((vpd["part_number"], vpd["serial_number"]),
                         (vpd["fields"].get("PN"), vpd["fields"].get("SN")))
        self.assertNotIn("error", vpd)

    def test_failures_of_the_card(self):
        """The kernel's answers to a card that has nothing sound, or does not answer in time."""
        address = "0000:f0:00.0"
        self.make_card(address, b"\x78")
        path = self.root / "bus/pci/devices" / address / "vpd"
        for name, number, words in (("EIO", 5, "nothing sound"), ("ETIMEDOUT", 110, "in time")):
            _, told = ask("--sysfs", str(self.root), "attributes", traced=True, prefix=(
                "strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-P", str(path),
                "-e", "trace=pread64", "-e", f"inject=pread64:error={name}"))
            error = told[address]["vpd"]
            self.assertEqual((error["code"], error["errno"], error["device"]),
                             ("failed", number, address))
            self.assertIn(words, error["message"])


if __name__ == "__main__":
    unittest.main()
