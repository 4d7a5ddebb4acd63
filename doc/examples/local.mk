# SPDX-License-Identifier: LGPL-2.1-or-later
# The examples are built with the library and never installed: doc/examples/c/NAME.c becomes
# examples/NAME, linked as a user's program would be.

noinst_PROGRAMS += \
	examples/apply \
	examples/bind_vf \
	examples/list_devices \
	examples/make_vfs \
	examples/plan \
	examples/reserve \
	examples/show_device \
	examples/show_pf \
	examples/spoof_check_off \
	examples/walkthrough \
	examples/watch

# No wrapper scripts: the programs find the library where it was built.
EXAMPLE_FLAGS = $(AM_LDFLAGS) -no-install

examples_apply_SOURCES = doc/examples/c/apply.c
examples_apply_LDADD = $(USER_LIBRARY)
examples_apply_LDFLAGS = $(EXAMPLE_FLAGS)

examples_bind_vf_SOURCES = doc/examples/c/bind_vf.c
examples_bind_vf_LDADD = $(USER_LIBRARY)
examples_bind_vf_LDFLAGS = $(EXAMPLE_FLAGS)

examples_list_devices_SOURCES = doc/examples/c/list_devices.c
examples_list_devices_LDADD = $(USER_LIBRARY)
examples_list_devices_LDFLAGS = $(EXAMPLE_FLAGS)

examples_make_vfs_SOURCES = doc/examples/c/make_vfs.c
examples_make_vfs_LDADD = $(USER_LIBRARY)
examples_make_vfs_LDFLAGS = $(EXAMPLE_FLAGS)

examples_plan_SOURCES = doc/examples/c/plan.c
examples_plan_LDADD = $(USER_LIBRARY)
examples_plan_LDFLAGS = $(EXAMPLE_FLAGS)

examples_reserve_SOURCES = doc/examples/c/reserve.c
examples_reserve_LDADD = $(USER_LIBRARY)
examples_reserve_LDFLAGS = $(EXAMPLE_FLAGS)

examples_show_device_SOURCES = doc/examples/c/show_device.c
examples_show_device_LDADD = $(USER_LIBRARY)
examples_show_device_LDFLAGS = $(EXAMPLE_FLAGS)

examples_show_pf_SOURCES = doc/examples/c/show_pf.c
examples_show_pf_LDADD = $(USER_LIBRARY)
examples_show_pf_LDFLAGS = $(EXAMPLE_FLAGS)

examples_spoof_check_off_SOURCES = doc/examples/c/spoof_check_off.c
examples_spoof_check_off_LDADD = $(USER_LIBRARY)
examples_spoof_check_off_LDFLAGS = $(EXAMPLE_FLAGS)

examples_walkthrough_SOURCES = doc/examples/c/walkthrough.c
examples_walkthrough_LDADD = $(USER_LIBRARY)
examples_walkthrough_LDFLAGS = $(EXAMPLE_FLAGS)

examples_watch_SOURCES = doc/examples/c/watch.c
examples_watch_LDADD = $(USER_LIBRARY)
examples_watch_LDFLAGS = $(EXAMPLE_FLAGS)
