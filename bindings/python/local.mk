# SPDX-License-Identifier: LGPL-2.1-or-later
# The Python package. What is made from the headers is listed in made.mk, by what makes it.
include bindings/python/made.mk

PYTHON_RUNTIME = \
	bindings/python/sriov/_runtime/__init__.py \
	bindings/python/sriov/_runtime/callbacks.py \
	bindings/python/sriov/_runtime/calls.py \
	bindings/python/sriov/_runtime/enums.py \
	bindings/python/sriov/_runtime/errors.py \
	bindings/python/sriov/_runtime/events.py \
	bindings/python/sriov/_runtime/handles.py \
	bindings/python/sriov/_runtime/loading.py \
	bindings/python/sriov/_runtime/objects.py \
	bindings/python/sriov/_runtime/options.py \
	bindings/python/sriov/_runtime/sequences.py \
	bindings/python/sriov/_runtime/signals.py \
	bindings/python/sriov/_runtime/values.py
EXTRA_DIST += $(PYTHON_MADE) $(PYTHON_RUNTIME) \
	bindings/python/METADATA \
	bindings/python/build_sriov.py \
	bindings/python/pyproject.toml \
	bindings/python/sriov/py.typed

if PYTHON
sriovdir = $(pythondir)/sriov
sriov_PYTHON = $(PYTHON_MADE)
sriovtyped_DATA = bindings/python/sriov/py.typed
sriovtypeddir = $(sriovdir)
sriovruntimedir = $(sriovdir)/_runtime
sriovruntime_PYTHON = $(PYTHON_RUNTIME)
# So that other packages can ask for its version.
sriovinfodir = $(pythondir)/sriov-$(PACKAGE_VERSION).dist-info
sriovinfo_DATA = bindings/python/METADATA
endif

# tests/bindings/python/run says why, where it cannot run. The made-up host is of the examples.
PYTHON_TESTS = tests/bindings/python/run
TESTS += $(PYTHON_TESTS)
EXTRA_DIST += $(PYTHON_TESTS) \
	tests/bindings/python/environment.sh \
	tests/bindings/python/hints \
	tests/bindings/python/host.py \
	tests/bindings/python/main.py \
	tests/bindings/python/names.py \
	tests/bindings/python/pip \
	tests/bindings/python/test_apply.py \
	tests/bindings/python/test_arguments.py \
	tests/bindings/python/test_enums.py \
	tests/bindings/python/test_errors.py \
	tests/bindings/python/test_everything.py \
	tests/bindings/python/test_import.py \
	tests/bindings/python/test_lists.py \
	tests/bindings/python/test_log.py \
	tests/bindings/python/test_monitor.py \
	tests/bindings/python/test_names.py \
	tests/bindings/python/test_objects.py \
	tests/bindings/python/test_signatures.py \
	tests/bindings/python/test_threads.py
