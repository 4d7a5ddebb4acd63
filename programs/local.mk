# SPDX-License-Identifier: LGPL-2.1-or-later
# The program sriov, its manual page, and the unit that runs it at boot.
sbin_PROGRAMS = programs/sriov/sriov
programs_sriov_sriov_SOURCES = \
	programs/sriov/apply.c \
	programs/sriov/files.c \
	programs/sriov/main.c \
	programs/sriov/sriov.h \
	programs/sriov/states.c \
	programs/sriov/tell.c
programs_sriov_sriov_CPPFLAGS = -D_GNU_SOURCE -I$(top_srcdir)/include \
	-DSTATE_DIRECTORY='"$(statedirectory)"'
programs_sriov_sriov_LDADD = $(USER_LIBRARY)

# Where the state of this host is.
statedirectory = $(sysconfdir)/libsriov

# What they say of this installation's folders.
FILL_IN = $(AM_V_GEN)$(MKDIR_P) $(@D) && $(SED) -e 's|[@]sbindir[@]|$(sbindir)|g' \
	-e 's|[@]statedirectory[@]|$(statedirectory)|g' $< > $@
programs/sriov.8: programs/sriov.8.in Makefile
	$(FILL_IN)
programs/libsriov.service: programs/libsriov.service.in Makefile
	$(FILL_IN)

man8_MANS = programs/sriov.8
if UNIT
systemdsystemunit_DATA = programs/libsriov.service
endif
EXTRA_DIST += programs/sriov.8.in programs/libsriov.service.in
CLEANFILES += programs/sriov.8 programs/libsriov.service

# It is there to be filled, and goes again when nothing is in it.
.PHONY: install-statedirectory uninstall-statedirectory
install-statedirectory:
	$(MKDIR_P) '$(DESTDIR)$(statedirectory)'
uninstall-statedirectory:
	-test ! -d '$(DESTDIR)$(statedirectory)' || \
		rmdir --ignore-fail-on-non-empty '$(DESTDIR)$(statedirectory)'
