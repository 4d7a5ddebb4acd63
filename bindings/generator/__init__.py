# SPDX-License-Identifier: LGPL-2.1-or-later
"""From the public headers to the bindings and the manual pages."""
