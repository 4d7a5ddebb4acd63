# SPDX-License-Identifier: LGPL-2.1-or-later
# The Debian packages, which tools/debian makes, and how they are tried: tests/debian/run.
EXTRA_DIST += debian tests/debian
