# SPDX-License-Identifier: LGPL-2.1-or-later
# "make bench": what the library costs, against its peers. The peers are compiled when it runs, where
# they are installed.

CONTESTANTS = \
	tests/bench/apply \
	tests/bench/bare \
	tests/bench/ours \
	tests/bench/pf \
	tests/bench/vfs
EXTRA_PROGRAMS = $(CONTESTANTS)
CLEANFILES += $(CONTESTANTS)

tests_bench_apply_SOURCES = tests/bench/apply.c
tests_bench_apply_LDADD = $(USER_LIBRARY)
tests_bench_apply_LDFLAGS = $(AM_LDFLAGS) -no-install

tests_bench_bare_SOURCES = tests/bench/bare.c
tests_bench_bare_LDADD = libsriov/libinternal.la $(DEPENDED)
tests_bench_bare_LDFLAGS = $(AM_LDFLAGS) -no-install

tests_bench_ours_SOURCES = tests/bench/ours.c tests/bench/rounds.c tests/bench/rounds.h
tests_bench_ours_LDADD = $(USER_LIBRARY)
tests_bench_ours_LDFLAGS = $(AM_LDFLAGS) -no-install

tests_bench_pf_SOURCES = tests/bench/pf.c
tests_bench_pf_LDADD = $(USER_LIBRARY)
tests_bench_pf_LDFLAGS = $(AM_LDFLAGS) -no-install

tests_bench_vfs_SOURCES = tests/bench/vfs.c
tests_bench_vfs_LDADD = libsriov/libinternal.la $(DEPENDED)
tests_bench_vfs_LDFLAGS = $(AM_LDFLAGS) -no-install

.PHONY: bench
bench: $(CONTESTANTS) tests/fake_kernel/agent tests/fake_kernel/kernel tests/fake_kernel/preload.la
	CC='$(CC)' $(srcdir)/tests/bench/run $(builddir)

EXTRA_DIST += \
	tests/bench/binding.py \
	tests/bench/from_nothing.py \
	tests/bench/measure.c \
	tests/bench/netdevsim.py \
	tests/bench/peers/libpci.c \
	tests/bench/peers/libudev.c \
	tests/bench/run \
	tests/bench/table.py \
	tests/bench/tree.py
