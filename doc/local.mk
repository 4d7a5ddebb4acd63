# SPDX-License-Identifier: LGPL-2.1-or-later
# The book and the reference as a site: "make doc" makes it in doc/html, "make install-html"
# installs it.
SITE = \
	doc/site/finish.py \
	doc/site/footer.html \
	doc/site/header.awk \
	doc/site/header.html \
	doc/site/page.awk \
	doc/site/search.js \
	doc/site/style.css
EXTRA_DIST += tests/site/browser.py tests/site/test_site.py
EXTRA_DIST += doc/book $(SITE) doc/Doxyfile.in doc/mainpage.md

doc/Doxyfile: $(srcdir)/doc/Doxyfile.in Makefile
	$(AM_V_GEN)$(MKDIR_P) doc && $(SED) -e 's|[@]top_srcdir[@]|$(abs_top_srcdir)|g' \
		-e 's|[@]PACKAGE_VERSION[@]|$(PACKAGE_VERSION)|g' -e 's|[@]AWK[@]|$(AWK)|g' \
		$(srcdir)/doc/Doxyfile.in > $@

.PHONY: doc
doc: doc/Doxyfile
	@test -n "$(DOXYGEN)" || { echo "make doc: doxygen is missing" >&2; exit 1; }
	@rm -rf doc/html
	$(AM_V_GEN)$(DOXYGEN) doc/Doxyfile
	$(AM_V_at)$(srcdir)/doc/site/finish.py doc/html

# The site as readers meet it, in a browser where there is one.
.PHONY: check-site
check-site: doc
	$(AM_V_at)SITE=doc/html $(srcdir)/tests/site/test_site.py

html-local: doc
install-html-local: doc
	$(MKDIR_P) '$(DESTDIR)$(htmldir)'
	cp -R doc/html/. '$(DESTDIR)$(htmldir)'

CLEANFILES += doc/Doxyfile
clean-local:
	rm -rf doc/html
