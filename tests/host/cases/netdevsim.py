# SPDX-License-Identifier: LGPL-2.1-or-later
"""netdevsim's VFs, and a made-up sysfs in which its interface is that of a PF.

netdevsim is no PCI device, so nothing in the real sysfs is a PF with its interface. In the made-up
tree a PCI device is, with a link for each VF; the interface, its index and all that the kernel
answers about it are real."""

import contextlib
from pathlib import Path

from host import modules, read, wait_for

BUS = Path("/sys/bus/netdevsim")
DEVICE = BUS / "devices/netdevsim1"
LIMIT = Path("/sys/kernel/debug/netdevsim/netdevsim1/max_vfs")

PF = "0000:01:00.0"
MODALIAS = "pci:v00008086d000010C9sv00008086sd00000000bc02sc00i00\n"


@contextlib.contextmanager
def device():
    """Gives the name of its interface."""
    with modules("netdevsim"):
        (BUS / "new_device").write_text("1 1")
        try:
            yield wait_for(lambda: next((DEVICE / "net").glob("*"), None)).name
        finally:
            (BUS / "del_device").write_text("1")


def make(count):
    (DEVICE / "sriov_numvfs").write_text("0")
    LIMIT.write_text("1024")
    (DEVICE / "sriov_numvfs").write_text(str(count))


def _address(index):
    number = 0x200 + index
    return f"0000:{number >> 8:02x}:{number >> 3 & 31:02x}.{number & 7}"


class Tree:
    """The made-up sysfs of one PF whose driver is netdevsim."""

    def __init__(self, folder, interface):
        self.root = Path(folder)
        self.pf = self.root / "bus/pci/devices" / PF
        for path in ("class/net", "kernel/iommu_groups", "class/iommu"):
            (self.root / path).mkdir(parents=True)
        self._add_device(PF, {"sriov_totalvfs": "1024\n", "sriov_offset": "256\n",
                              "sriov_stride": "1\n", "sriov_vf_device": "10ca\n"})
        (self.root / "bus/pci/drivers/netdevsim").mkdir(parents=True)
        (self.pf / "driver").symlink_to("../../drivers/netdevsim")
        net = self.pf / "net" / interface
        net.mkdir(parents=True)
        for name in ("ifindex", "address"):
            (net / name).write_text(read(f"/sys/class/net/{interface}/{name}") + "\n")
        (net / "device").symlink_to("../../../netdevsim1")
        (self.root / "class/net" / interface).symlink_to(net)

    def _add_device(self, address, more):
        path = self.root / "bus/pci/devices" / address
        path.mkdir(parents=True)
        for name, text in {"modalias": MODALIAS, "class": "0x020000\n", **more}.items():
            (path / name).write_text(text)

    def make(self, count):
        """As many VFs as netdevsim has; the first and the last can be opened."""
        for link in self.pf.glob("virtfn*"):
            link.unlink()
        for index in range(count):
            (self.pf / f"virtfn{index}").symlink_to(f"../{_address(index)}")
        for index in {0, count - 1}:
            if index >= 0 and not (self.root / "bus/pci/devices" / _address(index)).exists():
                self._add_device(_address(index), {})
