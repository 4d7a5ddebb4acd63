# SPDX-License-Identifier: LGPL-2.1-or-later
"""Has a free VF of some PFs until Enter is pressed: reserve.py "em1 em2" """

import sys

import sriov

if len(sys.argv) != 2:
    sys.exit("usage: reserve PFS")
try:
    with sriov.Context() as context:
        pool = context.list_pfs_by_names(sys.argv[1])
        with pool.reserve_vf(owner="the example") as reservation:
            print(f"{reservation.vf.device.address} is reserved. Enter gives it back.", flush=True)
            sys.stdin.readline()
except sriov.SriovError as error:
    # When none is free there is a reason for each VF.
    sys.exit("\n  ".join(map(str, (error, *error.causes))))
