# SPDX-License-Identifier: LGPL-2.1-or-later
"""Shows a PF with its VFs and what it enforces on each: show_pf.py em1"""

import sys

import sriov


def show(vf: sriov.VF, settings: sriov.VFSettings) -> None:
    if vf.error:
        print(f"  {vf.error}")
        return
    print(f"  VF {vf.index}  {vf.device.address}  {vf.device.driver or '-':8}  "
          f"group {vf.device.iommu_group}  MAC {settings.mac or 'not set'}  "
          f"VLAN {settings.vlan_id}  spoof check {settings.spoof_check}  trust {settings.trust}")


try:
    with sriov.Context() as context:
        pf = context.open_pf(sys.argv[1] if len(sys.argv) > 1 else "")
        vfs, all_settings = pf.list_vfs(), pf.list_vf_settings()
        print(f"{pf.device.address}: {pf.vf_count} of {pf.total_vfs} VFs")
        for each in zip(vfs, all_settings):
            show(*each)
except sriov.SriovError as error:
    sys.exit(str(error))
