// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

// Version is the version of the library that runs, which may be newer than the header.
//
// Result: "MAJOR.MINOR.PATCH".
//
// Since 0.1.
func Version() string {
	call := lookAlone()
	defer call.leave()
	return C.GoString(C.sriov_get_version())
}
