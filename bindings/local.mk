# SPDX-License-Identifier: LGPL-2.1-or-later
# The bindings are written from the public headers and committed: "make bindings" writes them anew,
# "make check-bindings" shows what that would change. Neither is part of a build.
GENERATOR = \
	bindings/Doxyfile \
	bindings/generate.py \
	bindings/generator/__init__.py \
	bindings/generator/comments.py \
	bindings/generator/ctype.py \
	bindings/generator/declarations.py \
	bindings/generator/doxygen.py \
	bindings/generator/go/__init__.py \
	bindings/generator/go/callbacks.py \
	bindings/generator/go/docs.py \
	bindings/generator/go/enums.py \
	bindings/generator/go/errors.py \
	bindings/generator/go/files.py \
	bindings/generator/go/functions.py \
	bindings/generator/go/names.py \
	bindings/generator/go/package.py \
	bindings/generator/go/things.py \
	bindings/generator/man/__init__.py \
	bindings/generator/man/book.py \
	bindings/generator/man/header.py \
	bindings/generator/man/index.py \
	bindings/generator/man/markdown.py \
	bindings/generator/man/mdoc.py \
	bindings/generator/man/overview.py \
	bindings/generator/man/page.py \
	bindings/generator/model.py \
	bindings/generator/naming.py \
	bindings/generator/python/__init__.py \
	bindings/generator/python/classes.py \
	bindings/generator/python/docs.py \
	bindings/generator/python/enums.py \
	bindings/generator/python/errors.py \
	bindings/generator/python/functions.py \
	bindings/generator/python/layout.py \
	bindings/generator/python/modules.py \
	bindings/generator/python/names.py \
	bindings/generator/python/options.py \
	bindings/generator/python/prototypes.py \
	bindings/generator/python/types.py \
	bindings/generator/reader.py \
	bindings/generator/rules/__init__.py \
	bindings/generator/rules/calls.py \
	bindings/generator/rules/comments.py \
	bindings/generator/rules/contents.py \
	bindings/generator/rules/names.py \
	bindings/generator/rules/objects.py \
	bindings/generator/rules/refusal.py \
	bindings/generator/spelling.py \
	bindings/generator/text.py
EXTRA_DIST += $(GENERATOR)

.PHONY: bindings check-bindings
bindings:
	$(AM_V_GEN)$(srcdir)/bindings/generate.py

check-bindings:
	$(AM_V_at)$(srcdir)/bindings/generate.py --check

GENERATOR_TESTS = \
	tests/bindings/generated \
	tests/bindings/test_added.py \
	tests/bindings/test_markdown.py \
	tests/bindings/test_model.py \
	tests/bindings/test_rules.py
TESTS += $(GENERATOR_TESTS)
EXTRA_DIST += $(GENERATOR_TESTS) tests/bindings/added tests/bindings/rules
