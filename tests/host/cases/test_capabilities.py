# SPDX-License-Identifier: LGPL-2.1-or-later
"""Capabilities against lspci and setpci."""

import re
import unittest

from host import (Case, EM1, NOBODY, NVME, device_addresses, nvme_vfs, probe, refusal, run,
                  vfs_on)


def lspci_blocks():
    """What lspci tells at length of each device."""
    blocks = {}
    for block in run("lspci", "-D", "-vvv").strip().split("\n\n"):
        blocks[block.split(" ", 1)[0]] = block
    return blocks


def lspci_capabilities(block):
    """(offset, version) of each; those of the first list have no version."""
    found = re.findall(r"^\tCapabilities: \[([0-9a-f]+)(?: v(\d+))?\]", block, re.M)
    return [(int(offset, 16), int(version or 0)) for offset, version in found]


def setpci_offsets(address, capabilities):
    """Where setpci finds each capability by its id; of several of one id, by their number."""
    seen = {}
    words = []
    for one in capabilities:
        key = f"{'ECAP' if one['extended'] else 'CAP'}{one['id']:02x}"
        words.append(f"{key}.b@{seen.get(key, 0)}")
        seen[key] = seen.get(key, 0) + 1
    told = run("setpci", "-v", "-s", address, *words) if words else ""
    return [int(offset, 16) for offset in re.findall(r"@([0-9a-f]+) = ", told)]


class Lists(Case):
    """With VFs, which have lists of their own."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(nvme_vfs(2))
        cls.vfs = cls.enterClassContext(vfs_on(EM1, 5))
        cls.blocks = lspci_blocks()
        cls.lists = {address: probe("capabilities", address)["capabilities"]
                     for address in device_addresses()}

    def test_offsets_and_versions(self):
        for address, capabilities in self.lists.items():
            with self.subTest(address):
                self.assertEqual(
                    sorted((one["offset"], one["version"]) for one in capabilities),
                    sorted(lspci_capabilities(self.blocks[address])))
        self.assertGreater(sum(map(len, self.lists.values())), 30)

    def test_ids(self):
        for address, capabilities in self.lists.items():
            with self.subTest(address):
                self.assertEqual([one["offset"] for one in capabilities],
                                 setpci_offsets(address, capabilities))

    def test_extended_ones_are_above_0xff(self):
        for address, capabilities in self.lists.items():
            for one in capabilities:
                self.assertEqual(one["extended"], one["offset"] > 0xff, address)

    def test_names(self):
        """Where lspci has the standards' names, they are the same."""
        for address in (EM1, NVME):
            for one in self.lists[address]:
                text = re.search(rf"\[{one['offset']:x}(?: v\d)?\] (.*)", self.blocks[address])[1]
                if one["extended"]:
                    self.assertTrue(one["name"].startswith(text), (one, text))

    def test_sriov_decoded(self):
        iov = compare_iov(self, EM1, self.blocks)
        self.assertEqual((iov["vf_count"], iov["enabled"]), (5, True))
        compare_iov(self, NVME, self.blocks)

    def test_a_device_without_sriov(self):
        for address in (self.vfs[0], "0000:00:00.0"):
            error = self.assert_refused("unsupported", (address,), "iov", address)
            self.assertEqual(error["device"], address)


SERVICES = ("SrcValid", "TransBlk", "ReqRedir", "CmpltRedir", "UpstreamFwd", "EgressCtrl",
            "DirectTrans")
PORT_TYPES = ("", "Endpoint", "Legacy Endpoint", "Root Port", "Upstream Port", "Downstream Port",
              "PCI-Express to PCI/PCI-X Bridge", "PCI/PCI-X to PCI-Express Bridge",
              "Root Complex Integrated Endpoint", "Root Complex Event Collector")


def section(block, name):
    """The lines of one capability, and its offset; None where there is none."""
    found = re.search(rf"^\tCapabilities: \[([0-9a-f]+)(?: v\d)?\] ({name}.*\n(?:\t\t.*\n)*)",
                      block + "\n", re.M)
    return found and (int(found[1], 16), found[2])


def flags(text, line, names):
    """SrcValid+ TransBlk- ... of one line as truths, in the order of the names."""
    told = re.search(rf"{line}:(.*(?:\n\t\t\t.*)*)", text)[1]
    return [f"{name}+" in told for name in names]


class Decoded(Case):
    """Each register that lspci decodes too, of every device, with and without VFs."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.enterClassContext(nvme_vfs(1))
        cls.vfs = cls.enterClassContext(vfs_on(EM1, 2))
        cls.blocks = lspci_blocks()
        cls.told = {address: probe("decoded", address) for address in device_addresses()}

    def compare(self, key, name, least, check):
        """check() for each device that has it; the others have none by lspci either."""
        seen = 0
        for address, told in self.told.items():
            with self.subTest(address):
                found = section(self.blocks[address], name)
                self.assertEqual(told[key] is None, found is None)
                if found:
                    seen += 1
                    self.assertEqual(told[key]["offset"], found[0])
                    check(told[key], found[1])
        self.assertGreaterEqual(seen, least)

    def test_acs(self):
        def check(acs, text):
            self.assertEqual(acs["has"], flags(text, "ACSCap", SERVICES))
            self.assertEqual(acs["enabled"], flags(text, "ACSCtl", SERVICES))
            self.assertTrue(acs["isolating"])
        self.compare("acs", "Access Control Services", 3, check)

    def test_ari(self):
        def check(ari, text):
            self.assertEqual([ari["mfvc_groups"], ari["acs_groups"]],
                             flags(text, "ARICap", ("MFVC", "ACS")))
            self.assertEqual(ari["next_function"], int(re.search(r"Function: (\d+)", text)[1]))
            self.assertEqual(ari["function_group"], int(re.search(r"Group: (\d+)", text)[1]))
        self.compare("ari", "Alternative Routing-ID", 4, check)

    def test_ats(self):
        def check(ats, text):
            self.assertEqual(ats["queue_depth"], int(re.search(r"Depth: (\d+)", text)[1], 16) or 32)
            self.assertEqual(ats["enabled"], "Enable+" in text)
            unit = int(re.search(r"Smallest Translation Unit: ([0-9a-f]+)", text)[1], 16)
            self.assertEqual(ats["smallest_translation_bytes"], 4096 << unit)
        self.compare("ats", "Address Translation Service", 0, check)

    def test_msi(self):
        def check(msi, text):
            count = re.search(r"Count=(\d+)/(\d+)", text)
            self.assertEqual((msi["enabled_vectors"], msi["vectors"]),
                             (int(count[1]), int(count[2])))
            self.assertEqual([msi["enabled"], msi["masking"], msi["64bit"]],
                             flags(text, "MSI", ("Enable", "Maskable", "64bit")))
        self.compare("msi", "MSI:", 3, check)

    def test_msix(self):
        def check(msix, text):
            self.assertEqual(msix["table_size"], int(re.search(r"Count=(\d+)", text)[1]))
            self.assertEqual([msix["enabled"], msix["masked"]],
                             flags(text, "MSI-X", ("Enable", "Masked")))
            places = re.findall(r"BAR=(\d) offset=([0-9a-f]+)", text)
            self.assertEqual([(msix["table_bar"], msix["table_offset"]),
                              (msix["pending_bar"], msix["pending_offset"])],
                             [(int(bar), int(offset, 16)) for bar, offset in places])
        self.compare("msix", "MSI-X:", 6, check)

    def test_iov(self):
        def check(iov, text):
            self.assertEqual([iov["migration"], iov["tags_10bit"]],
                             flags(text, "IOVCap", ("Migration", "10BitTagReq")))
            self.assertEqual(iov["migration_enabled"], flags(text, "IOVCtl", ("Migration",))[0])
            self.assertTrue(iov["consistent"])
            bits = int(re.search(r"Supported Page Size: ([0-9a-f]+)", text)[1], 16)
            self.assertEqual(sum(iov["page_sizes"]), bits * 4096)
            self.assertEqual(iov["system_page_size"], 4096 * int(
                re.search(r"System Page Size: ([0-9a-f]+)", text)[1], 16))
            regions = re.findall(r"Region (\d): Memory at ([0-9a-f]+) \((\d\d)-bit, (non-)?", text)
            self.assertEqual([(number, bar["address"], bar["kind"] * 32, bar["prefetchable"])
                              for number, bar in enumerate(iov["vf_bars"])
                              if bar["kind"] in (1, 2)],
                             [(int(number), int(address, 16), int(width), not other)
                              for number, address, width, other in regions])
            self.assertTrue(regions)
        self.compare("iov", "Single Root I/O", 3, check)

    def test_pci_express(self):
        kinds = set()
        for address, told in self.told.items():
            with self.subTest(address):
                found = section(self.blocks[address], "Express")
                name = PORT_TYPES[told["port_type"]]
                self.assertRegex(found[1] if found else "Express (v0) ,",
                                 rf"^Express \(v\d\) {re.escape(name)}[ ,]")
                text = found[1] if found else ""
                self.assertEqual(told["function_level_reset"], "FLReset+ S" in text)
                registers = text.partition("DevCap2:")[2].partition("DevCtl2:")
                self.assertEqual(told["ari_forwarding"], "ARIFwd+" in registers[0])
                self.assertEqual(told["ari_forwarding_enabled"],
                                 "ARIFwd+" in registers[2].partition("LnkCtl2:")[0])
                kinds.add((name, told["function_level_reset"], told["ari_forwarding_enabled"]))
        self.assertLessEqual({("Root Port", False, True), ("Endpoint", True, False),
                              ("", False, False)}, kinds)

    def test_header(self):
        """lspci decodes neither the type of a header nor, here, a serial number."""
        for address, told in self.told.items():
            kind = int(run("setpci", "-s", address, "HEADER_TYPE"), 16)
            self.assertEqual(told["multifunction"], bool(kind & 0x80))
            found = section(self.blocks[address], "Device Serial Number")
            self.assertEqual(told["serial_number"], found and found[1].split()[-1])
            self.assertIsNone(told["obstacle"])


def compare_iov(case, address, blocks):
    """The SR-IOV capability against what lspci decodes."""
    before, block = blocks[address].split("Single Root I/O Virtualization", 1)
    facts = dict(re.findall(r"([A-Za-z]+(?: [A-Za-z]+)*): ([0-9a-f]+)(?=[,\n])", block))
    flags = dict(re.findall(r"(Enable|MSE|ARIHierarchy)([+-])", block))
    iov = probe("iov", address)
    case.assertEqual(iov["offset"], int(re.search(r"\[([0-9a-f]+) v\d\] $", before)[1], 16))
    for key, base, name in (
            ("initial_vfs", 10, "Initial VFs"), ("total_vfs", 10, "Total VFs"),
            ("vf_count", 10, "Number of VFs"), ("vf_offset", 10, "VF offset"),
            ("dependency_link", 16, "Function Dependency Link"), ("vf_stride", 10, "stride"),
            ("vf_device_id", 16, "Device ID"),
            ("supported_page_sizes", 16, "Supported Page Size"),
            ("system_page_size", 16, "System Page Size")):
        case.assertEqual(iov[key], int(facts[name], base), name)
    for key, name in (("enabled", "Enable"), ("memory_enabled", "MSE"),
                      ("ari_capable_hierarchy", "ARIHierarchy")):
        case.assertEqual(iov[key], flags[name] == "+", name)
    compare_bars(case, iov["vf_bars"], block)
    return iov


def compare_bars(case, bars, block):
    regions = re.findall(r"Region (\d): Memory at ([0-9a-f]+) \((64|32)-bit, (non-)?pref", block)
    case.assertTrue(regions)
    used = set()
    for number, address, width, other in regions:
        bar, wide = int(number), width == "64"
        told = bars[bar] & ~0xf | (bars[bar + 1] << 32 if wide else 0)
        case.assertEqual(told, int(address, 16))
        case.assertEqual(bars[bar] & 0xf, (4 if wide else 0) | (0 if other else 8))
        used |= {bar, bar + 1} if wide else {bar}
    case.assertEqual([bars[bar] for bar in set(range(6)) - used], [0] * (6 - len(used)))


class WithoutVfs(Case):
    def test_sriov_decoded(self):
        blocks = lspci_blocks()
        iov = compare_iov(self, EM1, blocks)
        self.assertEqual((iov["total_vfs"], iov["vf_count"], iov["enabled"]), (8, 0, False))
        self.assertEqual(compare_iov(self, NVME, blocks)["total_vfs"], 32)


class Unprivileged(Case):
    """The kernel gives a user 64 bytes: enough for the header, not for any capability."""

    def test_told_that_they_are_hidden(self):
        for command in ("capabilities", "iov", "decoded"):
            error = refusal(command, "em1", prefix=NOBODY)
            self.assertEqual((error["code"], error["device"]), ("forbidden", EM1))
            self.assertIn("CAP_SYS_ADMIN", error["message"])

    def test_all_else_is_read(self):
        for words in (("devices",), ("device", "em1"), ("pf", "em1"), ("pfs",), ("vfs", "em1")):
            self.assertEqual(probe(*words, prefix=NOBODY), probe(*words))

    def test_a_device_without_capabilities(self):
        bare = [address for address in device_addresses() if not probe(
            "capabilities", address)["capabilities"]]
        self.assertIn("0000:00:00.0", bare)
        for address in bare:
            self.assertFalse(int(run("setpci", "-s", address, "STATUS"), 16) & 0x10)


if __name__ == "__main__":
    unittest.main()
