# SPDX-License-Identifier: LGPL-2.1-or-later
"""A made-up /sys: PCI devices in the shapes that the library and its peers look for."""

import os
from pathlib import Path

MODALIAS = "pci:v00008086d{0:08X}sv00001AF4sd00001100bc02sc00i00"
NO_BARS = "0x0000000000000000 0x0000000000000000 0x0000000000000000\n" * 13
PF, VF_COUNT = "0000:fe:00.0", 128


def write(path, text):
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def link(path, target):
    path.symlink_to(os.path.relpath(target, path.parent))


class Tree:
    def __init__(self, root):
        self.root = Path(root)
        self.bus = self.root / "bus/pci"
        for folder in ("bus/pci/devices", "bus/pci/drivers", "bus/pci/slots", "class/net",
                       "kernel/iommu_groups", "module", "devices/virtual"):
            (self.root / folder).mkdir(parents=True)
        self.groups = 0

    def add_driver(self, name):
        module, driver = self.root / "module" / name, self.bus / "drivers" / name
        module.mkdir()
        driver.mkdir()
        link(driver / "module", module)

    def add_device(self, address, device_id, driver):
        """With every fact that sysfs has of a network card, and a header to its configuration."""
        folder = self.root / f"devices/pci{address[:7]}" / address
        folder.mkdir(parents=True)
        modalias = MODALIAS.format(device_id)
        config = bytearray(256)
        config[0:4] = b"\x86\x80" + device_id.to_bytes(2, "little")
        config[0x0a:0x0c] = b"\x00\x02"
        config[0x2c:0x30] = b"\xf4\x1a\x00\x11"
        for name, text in {
                "vendor": "0x8086\n", "device": f"0x{device_id:04x}\n", "class": "0x020000\n",
                "subsystem_vendor": "0x1af4\n", "subsystem_device": "0x1100\n",
                "revision": "0x01\n", "irq": "0\n", "numa_node": "-1\n", "enable": "1\n",
                "driver_override": "(null)\n", "modalias": f"{modalias}\n", "resource": NO_BARS,
                "config": bytes(config),
                "uevent": f"DRIVER={driver}\nPCI_CLASS=20000\nPCI_ID=8086:{device_id:04X}\n"
                          f"PCI_SUBSYS_ID=1AF4:1100\nPCI_SLOT_NAME={address}\n"
                          f"MODALIAS={modalias}\n"}.items():
            write(folder / name, text)
        link(folder / "subsystem", self.bus)
        link(folder / "driver", self.bus / "drivers" / driver)
        link(self.bus / "drivers" / driver / address, folder)
        link(self.bus / "devices" / address, folder)
        group = self.root / f"kernel/iommu_groups/{self.groups}"
        self.groups += 1
        (group / "devices").mkdir(parents=True)
        link(group / "devices" / address, folder)
        link(folder / "iommu_group", group)
        return folder

    def add_interface(self, folder, name):
        (folder / "net" / name).mkdir(parents=True)
        # its last name has to be the address, as the kernel writes it
        (folder / "net" / name / "device").symlink_to(f"../../../{folder.name}")
        link(self.root / "class/net" / name, folder / "net" / name)

    def add_pf(self, name):
        """A PF with VFs that have driver, group and interface."""
        self.add_driver("igbvf")
        pf = self.add_device(PF, 0x10c9, "igb")
        self.add_interface(pf, name)
        for file, text in {"sriov_totalvfs": f"{VF_COUNT}\n", "sriov_numvfs": f"{VF_COUNT}\n",
                           "sriov_offset": "128\n", "sriov_stride": "1\n",
                           "sriov_vf_device": "10ca\n"}.items():
            write(pf / file, text)
        for index in range(VF_COUNT):
            routing_id = 128 + index
            address = f"{PF[:8]}{routing_id >> 3:02x}.{routing_id & 7}"
            vf = self.add_device(address, 0x10ca, "igbvf")
            self.add_interface(vf, f"{name}v{index}")
            link(vf / "physfn", pf)
            link(pf / f"virtfn{index}", vf)


def make(root, count):
    """So many devices, each in a group of its own."""
    tree = Tree(root)
    tree.add_driver("igb")
    for number in range(count):
        tree.add_device(f"0000:{number >> 8:02x}:{number >> 3 & 31:02x}.{number & 7}", 0x10c9,
                        "igb")


def make_pf(root, name):
    tree = Tree(root)
    tree.add_driver("igb")
    tree.add_pf(name)
