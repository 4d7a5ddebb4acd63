# SPDX-License-Identifier: LGPL-2.1-or-later
"""Turns the spoof check off for every VF of a PF in one call: spoof_check_off.py em1"""

import sys

import sriov

try:
    with sriov.Context() as context:
        pf = context.open_pf(sys.argv[1] if len(sys.argv) > 1 else "")
        pf.set_spoof_check_all(False)
except sriov.SriovError as error:
    # When some could not be set, there is a cause for each of them.
    sys.exit("\n  ".join(str(each) for each in (error, *error.causes)))
