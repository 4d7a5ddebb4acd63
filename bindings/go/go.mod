// SPDX-License-Identifier: LGPL-2.1-or-later
module libsriov/sriov

go 1.19
