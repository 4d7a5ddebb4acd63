# SPDX-License-Identifier: LGPL-2.1-or-later
# The test host: tests on a real kernel in a virtual machine. Nothing of it is compiled here.
EXTRA_DIST += \
	tests/host/.shellcheckrc \
	tests/host/README.md \
	tests/host/cases \
	tests/host/guest \
	tests/host/lib \
	tests/host/packages \
	tests/host/prepare \
	tests/host/run \
	tests/host/selftest
