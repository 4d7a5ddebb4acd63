// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// Capability is one entry of a device's capability lists. Immutable.
type Capability struct{ handle *handle }

var classCapability = class{"Capability", func(pointer unsafe.Pointer) {
	C.sriov_capability_unref((*C.struct_sriov_capability)(pointer))
}}

func newCapability(pointer *C.struct_sriov_capability, family *family) *Capability {
	if pointer == nil {
		return nil
	}
	return &Capability{newHandle(unsafe.Pointer(pointer), &classCapability, family)}
}

func (capability *Capability) raw() *handle {
	if capability == nil {
		return nil
	}
	return capability.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (capability *Capability) Close() error {
	return capability.raw().close()
}

// CapabilityList: capabilities in the order of the device's lists. Immutable.
type CapabilityList struct{ handle *handle }

var classCapabilityList = class{"CapabilityList", func(pointer unsafe.Pointer) {
	C.sriov_capability_list_unref((*C.struct_sriov_capability_list)(pointer))
}}

func newCapabilityList(pointer *C.struct_sriov_capability_list, family *family) *CapabilityList {
	if pointer == nil {
		return nil
	}
	return &CapabilityList{newHandle(unsafe.Pointer(pointer), &classCapabilityList, family)}
}

func (list *CapabilityList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *CapabilityList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *CapabilityList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_capability_list_get_count((*C.struct_sriov_capability_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *CapabilityList) At(position int) *Capability {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newCapability(C.sriov_capability_ref(C.sriov_capability_list_get((*C.struct_sriov_capability_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *CapabilityList) All() []*Capability {
	all := make([]*Capability, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// ID is the number the PCI standards give it.
//
// Result: 0x01 to 0xff in the first list, 0x0001 to 0xffff in the extended list.
//
// Since 0.1.
func (capability *Capability) ID() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_capability_get_id((*C.struct_sriov_capability)(call.self)))
}

// IsExtended tells whether it is in the extended list, above offset 0xff.
//
// Result: true for an extended capability.
//
// Since 0.1.
func (capability *Capability) IsExtended() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_capability_is_extended((*C.struct_sriov_capability)(call.self)))
}

// Version is the version of its layout.
//
// Result: 0 to 15; 0 for those of the first list, which have none.
//
// Since 0.1.
func (capability *Capability) Version() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_capability_get_version((*C.struct_sriov_capability)(call.self)))
}

// Offset tells where it is in the configuration space: 0x160 for the igb's SR-IOV.
//
// Result: in bytes.
//
// Since 0.1.
func (capability *Capability) Offset() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_capability_get_offset((*C.struct_sriov_capability)(call.self)))
}

// Name is its name as the standards have it: "Single Root I/O Virtualization (SR-IOV)".
//
// Result: "unknown" for a number that this version does not know.
//
// Since 0.1.
func (capability *Capability) Name() string {
	call := look(capability.raw())
	defer call.leave()
	return C.GoString(C.sriov_capability_get_name((*C.struct_sriov_capability)(call.self)))
}
