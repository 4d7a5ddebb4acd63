# SPDX-License-Identifier: LGPL-2.1-or-later
# The Go package is installed as source; only who builds with it needs Go. Which files the headers
# become is in made.mk, which is one of them.
include bindings/go/made.mk

gopackagedir = $(datadir)/gocode/src/libsriov/sriov
dist_gopackage_DATA = \
	$(GO_GENERATED) \
	bindings/go/argument.go \
	bindings/go/call.go \
	bindings/go/callback.go \
	bindings/go/doc.go \
	bindings/go/error.go \
	bindings/go/example_test.go \
	bindings/go/family.go \
	bindings/go/go.mod \
	bindings/go/handle.go \
	bindings/go/monitor.go \
	bindings/go/value.go \
	bindings/go/waiter.go
