# SPDX-License-Identifier: LGPL-2.1-or-later
"""Lists the network cards of the host: address, ids, driver, IOMMU group, name."""

import sys

import sriov


def show(device: sriov.Device) -> None:
    if device.error:
        print(device.error)
        return
    print(f"{device.address}  {device.vendor_id:04x}:{device.device_id:04x}  "
          f"{device.driver or '-':10} group {device.iommu_group:3}  {device.read_name()}")


try:
    with sriov.Context() as context:
        # Base class 02 is a network controller.
        for each in context.list_devices(class_=(0x020000, 0xFF0000)):
            show(each)
except sriov.SriovError as error:
    sys.exit(str(error))
