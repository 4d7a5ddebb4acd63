# SPDX-License-Identifier: LGPL-2.1-or-later
"""From a bare host to network cards for virtual machines: walkthrough.py [--apply] em1 em2"""
import sys
import sriov

try:
    host, apply = sriov.Context(), "--apply" in sys.argv
    pfs = {name: host.open_pf(name) for name in sys.argv[1 + apply:]}
    iommu = host.open_iommu()
    print("W1  the IOMMU is", "on" if iommu.is_enabled else f"off: {iommu.advice}")
    for device in host.list_devices(class_=(0x020000, 0xFF0000)):
        print(f"W2  {device.address}  {device.read_name()}, driver {device.driver or 'none'}")
    for name, pf in pfs.items():
        offset, modules = pf.device.read_iov_capability().offset, pf.device.list_modules()
        print(f"W3  {name}: SR-IOV at 0x{offset:x}, {pf.total_vfs} VFs, modules", *modules)
        if apply:
            pf.set_vf_count(7)
        for vf in pf.list_vfs():
            print(f"W4  {name}: VF {vf.index} {vf.device.address} group {vf.device.iommu_group}")
    if apply:
        host.open_module("vfio-pci").load()
    print("W5  vfio-pci is", host.open_module("vfio-pci").state)
    for name, pf in pfs.items():
        pool = f"passthrough_{name}"
        print(f"W6  a pool of VFs for libvirt:\n{pf.format_libvirt_network(pool)}", end="")
        print(f"W7  a card of a machine:\n{sriov.format_libvirt_interface(pool)}", end="")
    if pfs:
        bond = host.open_bond_above(next(iter(pfs)))
        print(f"W8  {bond.name}: {bond.options}")
        guest = sriov.GuestBond.new_like(bond)
        guest.set_admin_macs(True)
        for pf in pfs.values():
            guest.add_vf(pf.open_vf(0))
        for finding in guest.check():
            print(f"W9  {finding.message}", *finding.remedies, sep="\nW10 ")
        for name, pf in pfs.items() if apply else ():
            pf.set_spoof_check_all(False)
            print(f"W10 {name}: the spoof check is off on every VF")
except sriov.SriovError as error:
    sys.exit(str(error))
