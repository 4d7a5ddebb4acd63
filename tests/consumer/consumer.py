# SPDX-License-Identifier: LGPL-2.1-or-later
"""What a user's program does, in Python."""

import sriov

try:
    sriov.Context(sysfs="/nowhere")
    raise SystemExit(1)
except sriov.NotFoundError as error:
    if "/nowhere" not in str(error):
        raise SystemExit(2) from None
print(sriov.get_version())
