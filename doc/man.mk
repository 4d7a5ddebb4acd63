# SPDX-License-Identifier: LGPL-2.1-or-later
# The manual pages are made from the headers, like the bindings, and are not committed. A release
# has them in man/, "make man" makes them anew, and "make install" installs what is there.
MADE_PAGES = doc/man
SHIPPED_PAGES = $(srcdir)/man

.PHONY: man
man:
	$(AM_V_GEN)$(MKDIR_P) $(MADE_PAGES) && \
		$(srcdir)/bindings/generate.py --man $(MADE_PAGES) --version $(PACKAGE_VERSION)

# The pages and the links to them; a folder that is not there has none.
.PHONY: install-pages uninstall-pages dist-pages
install-pages:
	@pages=$(MADE_PAGES); test -d $$pages || pages=$(SHIPPED_PAGES); \
	for section in man3 man7; do \
		test -d $$pages/$$section || continue; \
		$(MKDIR_P) "$(DESTDIR)$(mandir)/$$section" && \
		cp -Pf $$pages/$$section/* "$(DESTDIR)$(mandir)/$$section" || exit; \
	done

uninstall-pages:
	@pages=$(MADE_PAGES); test -d $$pages || pages=$(SHIPPED_PAGES); \
	for page in $$pages/man3/* $$pages/man7/*; do \
		rm -f "$(DESTDIR)$(mandir)/$${page#$$pages/}"; \
	done

# A release that is made from a release has its pages.
dist-pages:
	if test -d $(SHIPPED_PAGES); then \
		cp -RP $(SHIPPED_PAGES) $(distdir); \
	else \
		$(MKDIR_P) $(distdir)/man && \
		$(srcdir)/bindings/generate.py --man $(distdir)/man --version $(PACKAGE_VERSION); \
	fi

mostlyclean-local:
	rm -rf $(MADE_PAGES)
