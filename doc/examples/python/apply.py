# SPDX-License-Identifier: LGPL-2.1-or-later
"""Makes a PF have VFs on a driver, step by step, or leaves it as it was: apply.py em1 7 vfio-pci"""

import sys

import sriov


# To return True, or to raise anything, would have it ended, and all taken back.
def tell(step: sriov.Step, result: sriov.StepResult) -> None:
    if result == sriov.StepResult.DONE:
        print(step.description)


if len(sys.argv) != 4 or not sys.argv[2].isdecimal():
    sys.exit("usage: apply PF COUNT DRIVER")
try:
    with sriov.Context() as context:
        # What should be, built call by call.
        state = sriov.State()
        pf = state.add_pf(sys.argv[1])
        pf.set_vf_count(int(sys.argv[2]))
        pf.defaults.set_driver(sys.argv[3])
        # One VF after the other, so that they are told in their order.
        context.make_plan(state).apply(owner="the example", parallelism=1, progress=tell)
        print("all is as it should be")
except sriov.SriovError as error:
    # Of many reasons each is told.
    sys.exit("\n  ".join(map(str, (error, *error.causes))))
