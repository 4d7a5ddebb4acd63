// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// ReservedRegionType tells why a region is reserved.
type ReservedRegionType int32

// What a ReservedRegionType can be.
const (
	// ReservedRegionTypeUnknown: for a reason that this version does not know.
	ReservedRegionTypeUnknown ReservedRegionType = -1

	// ReservedRegionTypeReserved: "reserved": not to be mapped.
	ReservedRegionTypeReserved ReservedRegionType = 0

	// ReservedRegionTypeDirect: "direct": the firmware wants it mapped as it is, always; such a device
	// cannot be handed to a machine.
	ReservedRegionTypeDirect ReservedRegionType = 1

	// ReservedRegionTypeDirectRelaxable: "direct-relaxable": the firmware wants that too, until the
	// device is handed on.
	ReservedRegionTypeDirectRelaxable ReservedRegionType = 2

	// ReservedRegionTypeMSI: "msi": writing there raises an interrupt.
	ReservedRegionTypeMSI ReservedRegionType = 3
)

var namesReservedRegionType = map[ReservedRegionType]string{
	ReservedRegionTypeUnknown:         "unknown",
	ReservedRegionTypeReserved:        "reserved",
	ReservedRegionTypeDirect:          "direct",
	ReservedRegionTypeDirectRelaxable: "direct-relaxable",
	ReservedRegionTypeMSI:             "msi",
}

// String is the name of the value; of one that this version does not know, the number.
func (value ReservedRegionType) String() string {
	return nameOf(value, namesReservedRegionType)
}

// ReservedRegion is a reserved region. Immutable.
type ReservedRegion struct{ handle *handle }

var classReservedRegion = class{"ReservedRegion", func(pointer unsafe.Pointer) {
	C.sriov_reserved_region_unref((*C.struct_sriov_reserved_region)(pointer))
}}

func newReservedRegion(pointer *C.struct_sriov_reserved_region, family *family) *ReservedRegion {
	if pointer == nil {
		return nil
	}
	return &ReservedRegion{newHandle(unsafe.Pointer(pointer), &classReservedRegion, family)}
}

func (region *ReservedRegion) raw() *handle {
	if region == nil {
		return nil
	}
	return region.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (region *ReservedRegion) Close() error {
	return region.raw().close()
}

// ReservedRegionList: reserved regions in the kernel's order. Immutable.
type ReservedRegionList struct{ handle *handle }

var classReservedRegionList = class{"ReservedRegionList", func(pointer unsafe.Pointer) {
	C.sriov_reserved_region_list_unref((*C.struct_sriov_reserved_region_list)(pointer))
}}

func newReservedRegionList(pointer *C.struct_sriov_reserved_region_list, family *family) *ReservedRegionList {
	if pointer == nil {
		return nil
	}
	return &ReservedRegionList{newHandle(unsafe.Pointer(pointer), &classReservedRegionList, family)}
}

func (list *ReservedRegionList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *ReservedRegionList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *ReservedRegionList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_reserved_region_list_get_count((*C.struct_sriov_reserved_region_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *ReservedRegionList) At(position int) *ReservedRegion {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newReservedRegion(C.sriov_reserved_region_ref(C.sriov_reserved_region_list_get((*C.struct_sriov_reserved_region_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *ReservedRegionList) All() []*ReservedRegion {
	all := make([]*ReservedRegion, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// Start is its first address.
//
// Result: the address, as devices send it.
//
// Since 0.1.
func (region *ReservedRegion) Start() uint64 {
	call := look(region.raw())
	defer call.leave()
	return uint64(C.sriov_reserved_region_get_start((*C.struct_sriov_reserved_region)(call.self)))
}

// End is its last address, which belongs to it.
//
// Since 0.1.
func (region *ReservedRegion) End() uint64 {
	call := look(region.raw())
	defer call.leave()
	return uint64(C.sriov_reserved_region_get_end((*C.struct_sriov_reserved_region)(call.self)))
}

// Type tells why it is reserved.
//
// Since 0.1.
func (region *ReservedRegion) Type() ReservedRegionType {
	call := look(region.raw())
	defer call.leave()
	return ReservedRegionType(C.sriov_reserved_region_get_type((*C.struct_sriov_reserved_region)(call.self)))
}

// TypeName is the same in the kernel's word: "msi".
//
// Since 0.1.
func (region *ReservedRegion) TypeName() string {
	call := look(region.raw())
	defer call.leave()
	return C.GoString(C.sriov_reserved_region_get_type_name((*C.struct_sriov_reserved_region)(call.self)))
}
