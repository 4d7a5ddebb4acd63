# SPDX-License-Identifier: LGPL-2.1-or-later
# The ABI stays: tests/abi/abi.sh says what is kept of each release. The sanitizers are no part of it.

ABI_RELEASES = tests/abi/0.1
ABI_TESTS = \
	tests/abi/check \
	tests/abi/programs \
	tests/abi/sealed
if !SANITIZED
TESTS += $(ABI_TESTS)
endif
EXTRA_DIST += $(ABI_RELEASES) $(ABI_TESTS) tests/abi/abi.sh tests/abi/release

.PHONY: check-abi release-abi
check-abi:
	$(AM_V_at)$(MAKE) $(AM_MAKEFLAGS) check TESTS='$(ABI_TESTS)'

# Keeps what the version that is configured has now.
release-abi:
	$(AM_V_at)$(MAKE) $(AM_MAKEFLAGS) check TESTS=
	$(AM_V_at)$(AM_TESTS_ENVIRONMENT) $(srcdir)/tests/abi/release
