# SPDX-License-Identifier: LGPL-2.1-or-later
# The examples are built with the library and never installed: doc/examples/NAME.c becomes
# examples/NAME, linked as a user's program would be.

noinst_PROGRAMS += \
	examples/bind_vf \
	examples/list_devices \
	examples/make_vfs \
	examples/show_device \
	examples/show_pf \
	examples/spoof_check_off \
	examples/walkthrough \
	examples/watch

# No wrapper scripts: the programs find the library where it was built.
EXAMPLE_FLAGS = $(AM_LDFLAGS) -no-install

examples_bind_vf_SOURCES = doc/examples/bind_vf.c
examples_bind_vf_LDADD = $(USER_LIBRARY)
examples_bind_vf_LDFLAGS = $(EXAMPLE_FLAGS)

examples_list_devices_SOURCES = doc/examples/list_devices.c
examples_list_devices_LDADD = $(USER_LIBRARY)
examples_list_devices_LDFLAGS = $(EXAMPLE_FLAGS)

examples_make_vfs_SOURCES = doc/examples/make_vfs.c
examples_make_vfs_LDADD = $(USER_LIBRARY)
examples_make_vfs_LDFLAGS = $(EXAMPLE_FLAGS)

examples_show_device_SOURCES = doc/examples/show_device.c
examples_show_device_LDADD = $(USER_LIBRARY)
examples_show_device_LDFLAGS = $(EXAMPLE_FLAGS)

examples_show_pf_SOURCES = doc/examples/show_pf.c
examples_show_pf_LDADD = $(USER_LIBRARY)
examples_show_pf_LDFLAGS = $(EXAMPLE_FLAGS)

examples_spoof_check_off_SOURCES = doc/examples/spoof_check_off.c
examples_spoof_check_off_LDADD = $(USER_LIBRARY)
examples_spoof_check_off_LDFLAGS = $(EXAMPLE_FLAGS)

examples_walkthrough_SOURCES = \
	doc/examples/walkthrough.c \
	doc/examples/walkthrough/bond.c \
	doc/examples/walkthrough/host.c \
	doc/examples/walkthrough/machine.c \
	doc/examples/walkthrough/story.c \
	doc/examples/walkthrough/story.h \
	doc/examples/walkthrough/tour.c \
	doc/examples/walkthrough/tour.h
examples_walkthrough_LDADD = $(USER_LIBRARY)
examples_walkthrough_LDFLAGS = $(EXAMPLE_FLAGS)

examples_watch_SOURCES = doc/examples/watch.c
examples_watch_LDADD = $(USER_LIBRARY)
examples_watch_LDFLAGS = $(EXAMPLE_FLAGS)

# The pages of the interface, from the comments of the headers: "make doc".
DOCUMENTS = doc/mainpage.md
EXTRA_DIST += $(DOCUMENTS) doc/Doxyfile.in

doc/Doxyfile: $(srcdir)/doc/Doxyfile.in Makefile
	$(AM_V_GEN)$(MKDIR_P) doc && $(SED) -e 's|[@]top_srcdir[@]|$(abs_top_srcdir)|g' \
		-e 's|[@]PACKAGE_VERSION[@]|$(PACKAGE_VERSION)|g' \
		$(srcdir)/doc/Doxyfile.in > $@

.PHONY: doc
doc: doc/Doxyfile
	@test -n "$(DOXYGEN)" || { echo "make doc: doxygen is missing" >&2; exit 1; }
	$(AM_V_GEN)$(DOXYGEN) doc/Doxyfile

CLEANFILES += doc/Doxyfile
clean-local:
	rm -rf doc/html
