# SPDX-License-Identifier: LGPL-2.1-or-later
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
