# SPDX-License-Identifier: LGPL-2.1-or-later
# The ABI stays: tests/abi/abi.sh says what is kept of each release. The sanitizers are no part of it.

ABI_TESTS = \
	tests/abi/check \
	tests/abi/programs \
	tests/abi/sealed
if !SANITIZED
TESTS += $(ABI_TESTS)
endif
EXTRA_DIST += tests/abi

.PHONY: check-abi release-abi
check-abi:
	$(AM_V_at)$(MAKE) $(AM_MAKEFLAGS) check TESTS='$(ABI_TESTS)'

# Keeps what the version that is configured has now.
release-abi:
	$(AM_V_at)$(MAKE) $(AM_MAKEFLAGS) check TESTS=
	$(AM_V_at)$(AM_TESTS_ENVIRONMENT) $(srcdir)/tests/abi/release
