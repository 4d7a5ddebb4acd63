# SPDX-License-Identifier: LGPL-2.1-or-later
# What users do with the installed library, each in his way; it has no sanitizers.

CONSUMER_TESTS = \
	tests/consumer/cmake \
	tests/consumer/go \
	tests/consumer/meson \
	tests/consumer/pkg-config \
	tests/consumer/python
if !SANITIZED
TESTS += $(CONSUMER_TESTS)
endif
EXTRA_DIST += $(CONSUMER_TESTS) \
	tests/consumer/CMakeLists.txt \
	tests/consumer/consumer.c \
	tests/consumer/consumer.go \
	tests/consumer/consumer.py \
	tests/consumer/installed.sh \
	tests/consumer/meson.build \
	tests/consumer/meson_options.txt
