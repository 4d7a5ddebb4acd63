# SPDX-License-Identifier: LGPL-2.1-or-later
# Parsers of what comes from outside. A build with --enable-fuzz makes libFuzzer's programs of them,
# which "make fuzz" runs; every other build hands them the seeds under "make check".

FUZZ_TARGETS = \
	tests/fuzz/fuzz_config_space \
	tests/fuzz/fuzz_devlink \
	tests/fuzz/fuzz_link \
	tests/fuzz/fuzz_modprobe_config \
	tests/fuzz/fuzz_mount \
	tests/fuzz/fuzz_owner \
	tests/fuzz/fuzz_resource \
	tests/fuzz/fuzz_route \
	tests/fuzz/fuzz_state \
	tests/fuzz/fuzz_text \
	tests/fuzz/fuzz_uevent \
	tests/fuzz/fuzz_vf_message \
	tests/fuzz/fuzz_vpd

check_PROGRAMS += $(FUZZ_TARGETS)
FUZZ_LINK = $(FUZZER) libsriov/libinternal.la $(DEPENDED)
if FUZZ
FUZZ_SECONDS = 60
fuzz-targets: $(FUZZ_TARGETS)
fuzz: $(FUZZ_TARGETS)
	$(top_srcdir)/tests/fuzz/run $(FUZZ_SECONDS) $(FUZZ_TARGETS)
else
check_LTLIBRARIES += tests/fuzz/libreplay.la
tests_fuzz_libreplay_la_SOURCES = tests/fuzz/replay.c
FUZZ_LINK += tests/fuzz/libreplay.la
TESTS += $(FUZZ_TARGETS)
fuzz:
	@echo 'this build has no fuzzer: configure one with CC=clang --enable-fuzz' >&2; exit 1
endif
.PHONY: fuzz fuzz-targets

# Each is made of one source, which has its name.
tests_fuzz_fuzz_config_space_LDADD = $(FUZZ_LINK)
tests_fuzz_fuzz_devlink_LDADD = $(FUZZ_LINK)
tests_fuzz_fuzz_link_LDADD = $(FUZZ_LINK)
tests_fuzz_fuzz_modprobe_config_LDADD = $(FUZZ_LINK)
tests_fuzz_fuzz_mount_LDADD = $(FUZZ_LINK)
tests_fuzz_fuzz_owner_LDADD = $(FUZZ_LINK)
tests_fuzz_fuzz_resource_LDADD = $(FUZZ_LINK)
tests_fuzz_fuzz_route_LDADD = $(FUZZ_LINK)
tests_fuzz_fuzz_state_LDADD = $(FUZZ_LINK)
tests_fuzz_fuzz_text_LDADD = $(FUZZ_LINK)
tests_fuzz_fuzz_uevent_LDADD = $(FUZZ_LINK)
tests_fuzz_fuzz_vf_message_LDADD = $(FUZZ_LINK)
tests_fuzz_fuzz_vpd_LDADD = $(FUZZ_LINK)

EXTRA_DIST += tests/fuzz/fuzz.h tests/fuzz/run tests/fuzz/seeds
