# SPDX-License-Identifier: LGPL-2.1-or-later
# Every test tells its results as TAP, so that they are counted one by one.

LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh

# The unit tests: tests/unit/test_NAME.c for each of these, linked with all that is internal.
UNIT_TESTS =

# What they share: the runner, made-up hosts.
if CHECK
check_PROGRAMS += $(UNIT_TESTS)
TESTS += $(UNIT_TESTS)
endif
