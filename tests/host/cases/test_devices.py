# SPDX-License-Identifier: LGPL-2.1-or-later
"""Devices against lspci, ip, modprobe and sysfs."""

import itertools
import json
import subprocess
import unittest

from host import (Case, DEVICES, EM1, EM2, NVME, device_addresses, driver, environment, link, lspci,
                  nvme_vfs, probe, program, read, refusal, run, trace)


def listed(*words):
    return {one["address"]: one for one in probe("devices", *words)["devices"]}


def number(text):
    return int(text or "0", 16)


class Listing(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(nvme_vfs(7))
        cls.devices = listed()
        cls.others = lspci("-n")

    def test_every_device_in_order(self):
        self.assertEqual(list(self.devices), device_addresses())
        self.assertEqual(list(self.devices), list(self.others))

    def test_ids_and_class(self):
        for address, one in self.devices.items():
            other = self.others[address]
            with self.subTest(address):
                self.assertEqual(one["vendor_id"], number(other["Vendor"]))
                self.assertEqual(one["device_id"], number(other["Device"]))
                self.assertEqual(one["subsystem_vendor_id"], number(other.get("SVendor")))
                self.assertEqual(one["subsystem_device_id"], number(other.get("SDevice")))
                self.assertEqual(one["class"] >> 8, number(other["Class"]))
                self.assertEqual(one["class"] & 0xff, number(other.get("ProgIf")))

    def test_driver_group_and_modalias(self):
        for address, one in self.devices.items():
            with self.subTest(address):
                group = link(DEVICES / address / "iommu_group")
                self.assertEqual(one["driver"], driver(address))
                self.assertEqual(one["iommu_group"], int(group) if group else -1)
                self.assertEqual(one["modalias"], read(DEVICES / address / "modalias"))

    def test_filter_by_class(self):
        for wanted, mask in ((0x020000, 0xffff00), (0x010000, 0xff0000), (0x060400, 0xffffff),
                             (0x990000, 0xff0000)):
            expected = [address for address, one in self.others.items()
                        if (number(one["Class"]) << 8 | number(one.get("ProgIf"))) & mask == wanted]
            with self.subTest(hex(wanted)):
                self.assertEqual(list(listed(hex(wanted), hex(mask))), expected)

    def test_a_class_has_24_bits(self):
        self.assertEqual(refusal("devices", "0x1000000", "0xff0000")["code"], "invalid")


class Cost(Case):
    def test_system_calls_for_each_device(self):
        few, answer = trace("trace=all", "devices")
        with nvme_vfs(32):
            many, more = trace("trace=all", "devices")
        devices = len(more["devices"]) - len(answer["devices"])
        self.assertEqual(devices, 32)
        self.assertLessEqual(len(many) - len(few), 6 * devices)

    def test_no_config_and_no_process(self):
        lines, _ = trace("trace=openat,openat2,open,execve,fork,vfork,clone,clone3", "devices")
        self.assertEqual([line for line in lines if "/config" in line or "clone" in line
                          or "fork(" in line], [])
        self.assertEqual(sum("execve(" in line for line in lines), 1)
        self.assertGreater(sum("/modalias" in line for line in lines), 9)


class Opening(Case):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.devices = {address: probe("device", address) for address in device_addresses()}

    def test_the_same_as_in_the_list(self):
        for address, one in listed().items():
            with self.subTest(address):
                self.assertEqual(one, {key: self.devices[address][key] for key in one})

    def test_short_address_and_interface(self):
        for name, address in (("01:00.0", EM1), ("em1", EM1), ("02:00.0", EM2), ("em2", EM2)):
            self.assertEqual(probe("device", name)["address"], address)

    def test_names(self):
        for address, other in lspci().items():
            with self.subTest(address):
                self.assertEqual(self.devices[address]["name"],
                                 f"{other['Vendor']} {other['Device']}")

    def test_modules(self):
        for address, other in lspci("-k").items():
            told = self.devices[address]["modules"]
            with self.subTest(address):
                self.assertEqual(sorted(told), sorted(other.get("Module", [])))
        self.assertEqual(self.devices[EM1]["modules"],
                         run("modprobe", "-R", self.devices[EM1]["modalias"]).split())

    def test_interfaces(self):
        parents = {}
        for one in json.loads(run("ip", "-d", "-j", "link")):
            parents.setdefault(one.get("parentdev"), []).append(one["ifname"])
        self.assertEqual(parents[EM1], ["em1"])
        for address, one in self.devices.items():
            self.assertEqual(one["interfaces"], sorted(parents.get(address, [])), address)

    def test_numa_node(self):
        for address, one in self.devices.items():
            self.assertEqual(one["numa_node"], int(read(DEVICES / address / "numa_node")), address)


class Vanishing(Case):
    """The NVMe controller is pulled out of its slot, as far as the kernel can tell."""

    def setUp(self):
        self.addCleanup(self.put_back)

    @staticmethod
    def pull():
        (DEVICES / NVME / "remove").write_text("1")

    @staticmethod
    def put_back():
        (DEVICES.parent / "rescan").write_text("1")

    def test_opened_when_gone(self):
        self.pull()
        error = refusal("device", NVME)
        self.assertEqual((error["code"], error["device"]), ("not-found", NVME))
        self.assertIn(NVME, error["message"])
        self.assertNotIn(NVME, listed())
        self.put_back()
        self.assertEqual(probe("device", NVME)["address"], NVME)

    def test_gone_after_it_was_opened(self):
        with subprocess.Popen((program("tests/host/tools/probe"), "stale", NVME), text=True,
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              env=environment()) as process:
            first = process.stdout.readline()
            self.assertIn(NVME, first)
            self.pull()
            answer = json.loads(first + process.communicate("\n", timeout=60)[0])
        self.assertEqual(process.returncode, 0)
        for call, error in answer["calls"].items():
            with self.subTest(call):
                self.assertEqual((error["code"], error["device"]), ("gone", NVME))
                self.assertIn(NVME, error["message"])

    def test_listed_while_it_comes_and_goes(self):
        loop = f"for i in $(seq 20); do echo 1 >{DEVICES}/{NVME}/remove; " \
               f"echo 1 >{DEVICES.parent}/rescan; done"
        others = set(device_addresses()) - {NVME}
        with subprocess.Popen(("sh", "-c", loop)) as process:
            for _ in itertools.takewhile(lambda _: process.poll() is None, range(1000)):
                devices = listed()
                error = devices.pop(NVME, {}).get("error")
                self.assertEqual(set(devices), others)
                self.assertIn(error["code"] if error else "gone", ("gone",))
        self.assertEqual(process.returncode, 0)


if __name__ == "__main__":
    unittest.main()
