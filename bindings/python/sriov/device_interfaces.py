# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""What a PCI device is to the rest of the system: its network, RDMA, NVMe and VFIO devices."""

from __future__ import annotations

from ._runtime.enums import Value


class InterfaceKind(Value):
    """What a device can be to the rest of the system."""

    # A network interface: "em1".
    NET = 0
    # An RDMA device: "mlx5_0".
    INFINIBAND = 1
    # An NVMe controller: "nvme0".
    NVME = 2
    # A VFIO device of its own, "vfio0", which is `/dev/vfio/devices/vfio0` where the kernel has
    # iommufd; shown from 6.1 on while a VFIO driver is bound.
    VFIO = 3
