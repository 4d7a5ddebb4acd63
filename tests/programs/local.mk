# SPDX-License-Identifier: LGPL-2.1-or-later
# The programs that are installed, as their users run them.
TESTS += tests/programs/test_sriov.py
EXTRA_DIST += tests/programs/test_sriov.py
