# SPDX-License-Identifier: LGPL-2.1-or-later
# The Go package is installed as source; only who builds with it needs Go. Which files the headers
# become is in made.mk, which is one of them.
include bindings/go/made.mk

gopackagedir = $(datadir)/gocode/src/libsriov/sriov
dist_gopackage_DATA = \
	$(GO_GENERATED) \
	bindings/go/argument.go \
	bindings/go/call.go \
	bindings/go/apply_test.go \
	bindings/go/call_test.go \
	bindings/go/callback.go \
	bindings/go/doc.go \
	bindings/go/error.go \
	bindings/go/errors_test.go \
	bindings/go/example_test.go \
	bindings/go/family.go \
	bindings/go/family_test.go \
	bindings/go/go.mod \
	bindings/go/goroutines_test.go \
	bindings/go/handle.go \
	bindings/go/host_test.go \
	bindings/go/log_test.go \
	bindings/go/monitor.go \
	bindings/go/monitor_test.go \
	bindings/go/objects_test.go \
	bindings/go/value.go \
	bindings/go/values_test.go \
	bindings/go/waiter.go

EXTRA_DIST += bindings/go/local.mk tests/bindings/go tests/bindings/go_names

# A minute or two of compiling, and no part of "make check".
.PHONY: check-go
check-go: all tests/made_up_host/make tests/fake_kernel/kernel tests/fake_kernel/tell \
		tests/fake_kernel/preload.la
	@$(AM_TESTS_ENVIRONMENT) $(srcdir)/tests/bindings/go

clean-local: clean-go
.PHONY: clean-go
clean-go:
	rm -rf bindings/go/cache bindings/go/cc
