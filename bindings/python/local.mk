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
	bindings/python/sriov/_runtime/library.py \
	bindings/python/sriov/_runtime/objects.py \
	bindings/python/sriov/_runtime/options.py \
	bindings/python/sriov/_runtime/sequences.py \
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
