# SPDX-License-Identifier: LGPL-2.1-or-later
# The blocks of code in the book: each becomes a program, which is run here on the made-up host, and
# in the test host where it wants a real one.
BOOK_TOOLS = \
	tests/book/blocks.py \
	tests/book/frames.py \
	tests/book/outcome.py \
	tests/book/programs.py \
	tests/book/shell_words.py
BOOK_PAGES = README.md HACKING.md doc/mainpage.md $(wildcard $(srcdir)/doc/book/*.md) \
	$(wildcard $(srcdir)/include/sriov/*.h)
EXTRA_DIST += $(BOOK_TOOLS) tests/book/run

if PYTHON
if CHECK
TESTS += tests/book/run
check_DATA += tests/book/programs/plan.json

tests/book/programs/plan.json: $(BOOK_TOOLS) $(BOOK_PAGES) $(GO_GENERATED) $(USER_LIBRARY) \
		$(check_LTLIBRARIES)
	$(AM_V_GEN)env CC='$(CC)' SANITIZERS='$(SANITIZERS)' \
		LIBTOOL='$(SHELL) $(abs_top_builddir)/libtool' USER_LIBRARY='$(USER_LIBRARY)' \
		CHECK_CFLAGS='$(CHECK_CFLAGS)' UNIT_LIBRARIES='$(LDADD)' \
		$(PYTHON) $(srcdir)/tests/book/programs.py $(srcdir) .
endif
endif

clean-local: clean-book
clean-book:
	rm -rf tests/book/programs
