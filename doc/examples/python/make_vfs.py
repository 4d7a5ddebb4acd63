# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes VFs and prints their addresses: make_vfs.py em1 7"""

import sys

import sriov

if len(sys.argv) != 3 or not sys.argv[2].isdecimal():
    sys.exit("usage: make_vfs PF COUNT")
try:
    with sriov.Context() as context:
        pf = context.open_pf(sys.argv[1])
        # Without options it never destroys a VF: from 7 to 3 it refuses, and says which would go.
        pf.set_vf_count(int(sys.argv[2]))
        for vf in pf.list_vfs():
            print(vf.device.address)
except sriov.SriovError as error:
    sys.exit(str(error))
