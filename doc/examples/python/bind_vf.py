# SPDX-License-Identifier: LGPL-2.1-or-later
"""Binds a VF to vfio-pci until Enter is pressed, then puts its driver back: bind_vf.py em1 0"""

import sys

import sriov

if len(sys.argv) != 3 or not sys.argv[2].isdecimal():
    sys.exit("usage: bind_vf PF INDEX")
try:
    with sriov.Context() as context:
        context.open_module("vfio-pci").load()
        vf = context.open_pf(sys.argv[1]).open_vf(int(sys.argv[2]))
        vfio = vf.device.bind_vfio()
        print(f"{vfio.device.address} is on vfio-pci, group /dev/vfio/{vfio.device.iommu_group}. "
              "Enter gives it back.", flush=True)
        sys.stdin.readline()
        vfio.unbind()
except sriov.SriovError as error:
    sys.exit(str(error))
