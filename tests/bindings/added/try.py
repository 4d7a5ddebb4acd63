# SPDX-License-Identifier: LGPL-2.1-or-later
"""Calls what test_added.py added, from Python, on the made-up host in the folder it is told."""

import sys

import sriov

host = sys.argv[1]
with sriov.Context(sysfs=f"{host}/sys", procfs=f"{host}/proc", devfs=f"{host}/dev") as context:
    pf = context.open_pf("em1")
    print(pf.spare_vfs)
    print(pf.read_motto())
    print(pf.read_motto("Welcome"))
    try:
        pf.read_motto(" ")
    except sriov.InvalidError as error:
        print(error.code.name)
