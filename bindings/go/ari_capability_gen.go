// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// ARICapability is the ARI capability of a function. Immutable.
//
// Whether the port above passes such functions on: [Capabilities.IsARIForwardingEnabled].
type ARICapability struct{ handle *handle }

var classARICapability = class{"ARICapability", func(pointer unsafe.Pointer) {
	C.sriov_ari_capability_unref((*C.struct_sriov_ari_capability)(pointer))
}}

func newARICapability(pointer *C.struct_sriov_ari_capability, family *family) *ARICapability {
	if pointer == nil {
		return nil
	}
	return &ARICapability{newHandle(unsafe.Pointer(pointer), &classARICapability, family)}
}

func (capability *ARICapability) raw() *handle {
	if capability == nil {
		return nil
	}
	return capability.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (capability *ARICapability) Close() error {
	return capability.raw().close()
}

// Offset tells where it is in the configuration space.
//
// Result: in bytes.
//
// Since 0.1.
func (capability *ARICapability) Offset() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_ari_capability_get_offset((*C.struct_sriov_ari_capability)(call.self)))
}

// NextFunction is the number of the next function of the device, by which all are found.
//
// Result: 1 to 255; 0 for the last one.
//
// Since 0.1.
func (capability *ARICapability) NextFunction() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_ari_capability_get_next_function((*C.struct_sriov_ari_capability)(call.self)))
}

// HasMFVCGroups: MFVC Function Groups: arbitration may be by groups of functions.
//
// Result: true when it may.
//
// Since 0.1.
func (capability *ARICapability) HasMFVCGroups() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_ari_capability_has_mfvc_groups((*C.struct_sriov_ari_capability)(call.self)))
}

// HasACSGroups: ACS Function Groups: ACS may be by groups of functions.
//
// Result: true when it may.
//
// Since 0.1.
func (capability *ARICapability) HasACSGroups() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_ari_capability_has_acs_groups((*C.struct_sriov_ari_capability)(call.self)))
}

// FunctionGroup is the group that the function was put into.
//
// Result: 0 to 7.
//
// Since 0.1.
func (capability *ARICapability) FunctionGroup() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_ari_capability_get_function_group((*C.struct_sriov_ari_capability)(call.self)))
}
