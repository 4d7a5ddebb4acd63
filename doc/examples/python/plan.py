# SPDX-License-Identifier: LGPL-2.1-or-later
"""Prints what would be done for a state in a file, and changes nothing: plan.py em1.json"""

import sys

import sriov

if len(sys.argv) != 2:
    sys.exit("usage: plan FILE")
try:
    with open(0 if sys.argv[1] == "-" else sys.argv[1], encoding="utf-8") as file:
        json = file.read()
    with sriov.Context() as context:
        state = sriov.State()
        state.add_json(json)
        print(context.make_plan(state).format_text(), end="")
except sriov.SriovError as error:
    # All that is wrong is told at once.
    sys.exit("\n  ".join(map(str, (error, *error.causes))))
except OSError as failure:
    sys.exit(f"{failure.filename}: {failure.strerror}")
