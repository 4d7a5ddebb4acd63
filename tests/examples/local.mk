# SPDX-License-Identifier: LGPL-2.1-or-later
# The examples in every language, against what is expected of them.
TESTS += tests/examples/run
EXTRA_DIST += \
	doc/examples/go \
	doc/examples/python \
	tests/examples/example \
	tests/examples/go \
	tests/examples/made_up_host \
	tests/examples/replay \
	tests/examples/run \
	tests/examples/test_host

# Made by tests/examples/go.
CLEANFILES += \
	examples/go/apply \
	examples/go/bind_vf \
	examples/go/list_devices \
	examples/go/make_vfs \
	examples/go/plan \
	examples/go/reserve \
	examples/go/show_device \
	examples/go/show_pf \
	examples/go/spoof_check_off \
	examples/go/walkthrough \
	examples/go/watch
