# SPDX-License-Identifier: LGPL-2.1-or-later
# The examples in every language, against what is expected of them.
TESTS += tests/examples/run
EXTRA_DIST += \
	doc/examples/python \
	tests/examples/example \
	tests/examples/made_up_host \
	tests/examples/replay \
	tests/examples/run \
	tests/examples/test_host
