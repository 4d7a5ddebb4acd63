# SPDX-License-Identifier: LGPL-2.1-or-later
# What users do with the installed library, each in his way.

CONSUMER_TESTS = \
	tests/consumer/cmake \
	tests/consumer/go \
	tests/consumer/meson \
	tests/consumer/pkg-config \
	tests/consumer/python
TESTS += $(CONSUMER_TESTS)
EXTRA_DIST += tests/consumer
