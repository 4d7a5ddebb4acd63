# SPDX-License-Identifier: LGPL-2.1-or-later
# The fake kernel, and what kills programs on it: see tests/fake_kernel/README.md.

# Loaded into programs, with the sanitizers or without: it has none itself.
check_LTLIBRARIES += tests/fake_kernel/preload.la
tests_fake_kernel_preload_la_SOURCES = \
	tests/fake_kernel/client.c \
	tests/fake_kernel/client.h \
	tests/fake_kernel/preload.c \
	tests/fake_kernel/protocol.h \
	tests/fake_kernel/raw_call.h
tests_fake_kernel_preload_la_CFLAGS = -std=c11 -fvisibility=hidden $(WARNINGS)
tests_fake_kernel_preload_la_LDFLAGS = -module -avoid-version -shared -rpath /nowhere

check_PROGRAMS += \
	tests/fake_kernel/agent \
	tests/fake_kernel/helper \
	tests/fake_kernel/kernel \
	tests/fake_kernel/kill \
	tests/fake_kernel/killer \
	tests/fake_kernel/naive \
	tests/fake_kernel/tell

tests_fake_kernel_kernel_SOURCES = \
	tests/fake_kernel/attribute.c \
	tests/fake_kernel/attribute.h \
	tests/fake_kernel/host.c \
	tests/fake_kernel/host.h \
	tests/fake_kernel/kernel.c \
	tests/fake_kernel/link.c \
	tests/fake_kernel/link.h \
	tests/fake_kernel/orders.c \
	tests/fake_kernel/orders.h \
	tests/fake_kernel/protocol.h \
	tests/fake_kernel/snapshot.c \
	tests/fake_kernel/vf.c
tests_fake_kernel_kernel_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/unit
tests_fake_kernel_kernel_LDADD = tests/unit/libfake.la $(USER_LIBRARY) $(NL_LIBS)
tests_fake_kernel_kernel_LDFLAGS = $(AM_LDFLAGS) -no-install

tests_fake_kernel_helper_SOURCES = tests/fake_kernel/helper.c
tests_fake_kernel_helper_LDADD =

TRACER_SOURCES = \
	tests/fake_kernel/call_name.c \
	tests/fake_kernel/registers.c \
	tests/fake_kernel/registers.h \
	tests/fake_kernel/tracer.c \
	tests/fake_kernel/tracer.h

TALK_SOURCES = \
	tests/fake_kernel/protocol.h \
	tests/fake_kernel/talk.c \
	tests/fake_kernel/talk.h

tests_fake_kernel_kill_SOURCES = \
	$(TALK_SOURCES) \
	$(TRACER_SOURCES) \
	tests/fake_kernel/bed.c \
	tests/fake_kernel/bed.h \
	tests/fake_kernel/kill.c \
	tests/fake_kernel/scenario.c \
	tests/fake_kernel/scenario.h \
	tests/fake_kernel/state.c \
	tests/fake_kernel/state.h
tests_fake_kernel_kill_LDADD =

tests_fake_kernel_killer_SOURCES = $(TRACER_SOURCES) tests/fake_kernel/killer.c
tests_fake_kernel_killer_LDADD =

tests_fake_kernel_tell_SOURCES = $(TALK_SOURCES) tests/fake_kernel/tell.c
tests_fake_kernel_tell_LDADD =

# What is tried: as a user's program would be.
ON_KERNEL = \
	tests/fake_kernel/on_kernel.c \
	tests/fake_kernel/on_kernel.h
AGENT_SOURCES = \
	tests/fake_kernel/agent.c \
	tests/fake_kernel/agent.h \
	tests/fake_kernel/agent_compete.c \
	tests/fake_kernel/agent_stuck.c \
	tests/fake_kernel/agent_watch.c \
	$(ON_KERNEL)
tests_fake_kernel_agent_SOURCES = $(AGENT_SOURCES)
tests_fake_kernel_agent_LDADD = $(USER_LIBRARY)
tests_fake_kernel_agent_LDFLAGS = $(AM_LDFLAGS) -no-install

# The same with a malloc() of its own, for all that is loaded; the sanitizers have theirs.
if !SANITIZED
check_PROGRAMS += tests/fake_kernel/faulty_agent
endif
tests_fake_kernel_faulty_agent_SOURCES = $(AGENT_SOURCES) tests/unit/fault.c tests/unit/fault.h
tests_fake_kernel_faulty_agent_CPPFLAGS = $(AM_CPPFLAGS) -DFAULTY
tests_fake_kernel_faulty_agent_CFLAGS = $(AM_CFLAGS) -fvisibility=default -fno-builtin
tests_fake_kernel_faulty_agent_LDADD = $(USER_LIBRARY)
tests_fake_kernel_faulty_agent_LDFLAGS = $(AM_LDFLAGS) -no-install -Wl,--export-dynamic

tests_fake_kernel_naive_SOURCES = tests/fake_kernel/naive.c $(ON_KERNEL)
tests_fake_kernel_naive_LDADD = $(USER_LIBRARY)
tests_fake_kernel_naive_LDFLAGS = $(AM_LDFLAGS) -no-install

FAKE_KERNEL_TESTS = \
	tests/fake_kernel/test_apply.py \
	tests/fake_kernel/test_compete.py \
	tests/fake_kernel/test_faults.py \
	tests/fake_kernel/test_kernel.py \
	tests/fake_kernel/test_kill.py
TESTS += $(FAKE_KERNEL_TESTS)
EXTRA_DIST += $(FAKE_KERNEL_TESTS) \
	tests/fake_kernel/README.md \
	tests/fake_kernel/bed.py \
	tests/fake_kernel/scenarios

# "make check-kill KILLS=10000 SCENARIO=NAME" takes as long as it takes: some 150 kills a second.
KILLS = 2000
SCENARIO = from_nothing start_anew change
CHECK_KILL = cd $(srcdir)/tests/fake_kernel/scenarios && '$(abs_builddir)/tests/fake_kernel/kill'
check-kill: $(check_LTLIBRARIES) $(check_PROGRAMS)
	$(CHECK_KILL) --kills $(KILLS) $(SCENARIO)
.PHONY: check-kill

# Each system call fails in turn, and nothing is left for a recovery.
FAILURES = EIO:5 ENOMEM:12 ENOSPC:28
check-failures: $(check_LTLIBRARIES) $(check_PROGRAMS)
	@for failure in $(FAILURES); do \
		echo "# $${failure%:*}"; \
		($(CHECK_KILL) --fail "$${failure#*:}" --recovery 'agent check' $(SCENARIO)) || exit 1; \
	done
.PHONY: check-failures

# Sixteen agents, each of which wants something TIMES times: "make check-compete TIMES=1000" takes two
# processors five minutes.
TIMES = 100
check-compete: $(check_LTLIBRARIES) $(check_PROGRAMS)
	top_srcdir='$(abs_srcdir)' top_builddir='$(abs_builddir)' COMPETE_TIMES=$(TIMES) \
		'$(abs_srcdir)/tests/python' '$(abs_srcdir)/tests/fake_kernel/test_compete.py'
.PHONY: check-compete
