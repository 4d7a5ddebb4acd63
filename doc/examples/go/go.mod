// SPDX-License-Identifier: LGPL-2.1-or-later
module examples

go 1.19

require libsriov/sriov v0.0.0

replace libsriov/sriov => ../../../bindings/go
