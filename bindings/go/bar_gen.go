// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import (
	"strconv"
	"unsafe"
)

// BARRole is what a BAR is for.
type BARRole int32

// What a BARRole can be.
const (
	// BARRoleUnknown: nothing: the answer for nil.
	BARRoleUnknown BARRole = -1

	// BARRoleDevice: the device itself: BAR 0 to 5 of its header.
	BARRoleDevice BARRole = 0

	// BARRoleROM: the expansion ROM of the device.
	BARRoleROM BARRole = 1

	// BARRoleVF: The VFs of the PF, one behind the other: VF BAR 0 to 5 of its SR-IOV capability.
	BARRoleVF BARRole = 2
)

var namesBARRole = map[BARRole]string{
	BARRoleUnknown: "unknown",
	BARRoleDevice:  "device",
	BARRoleROM:     "rom",
	BARRoleVF:      "vf",
}

// String is the name of the value; of one that this version does not know, the number.
func (value BARRole) String() string {
	if _, known := namesBARRole[value]; known {
		return C.GoString(C.sriov_bar_role_get_name(C.enum_sriov_bar_role(value)))
	}
	return strconv.Itoa(int(value))
}

// BARSpace is the address space that a BAR is in.
type BARSpace int32

// What a BARSpace can be.
const (
	// BARSpaceUnknown: the answer for nil.
	BARSpaceUnknown BARSpace = -1

	// BARSpaceMemory: memory.
	BARSpaceMemory BARSpace = 0

	// BARSpaceIo: I/O ports.
	BARSpaceIo BARSpace = 1
)

var namesBARSpace = map[BARSpace]string{
	BARSpaceUnknown: "unknown",
	BARSpaceMemory:  "memory",
	BARSpaceIo:      "io",
}

// String is the name of the value; of one that this version does not know, the number.
func (value BARSpace) String() string {
	return nameOf(value, namesBARSpace)
}

// BAR is one BAR that is in use. Immutable.
type BAR struct{ handle *handle }

var classBAR = class{"BAR", func(pointer unsafe.Pointer) {
	C.sriov_bar_unref((*C.struct_sriov_bar)(pointer))
}}

func newBAR(pointer *C.struct_sriov_bar, family *family) *BAR {
	if pointer == nil {
		return nil
	}
	return &BAR{newHandle(unsafe.Pointer(pointer), &classBAR, family)}
}

func (bar *BAR) raw() *handle {
	if bar == nil {
		return nil
	}
	return bar.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (bar *BAR) Close() error {
	return bar.raw().close()
}

// BARList is the BARs of a device: its own, its ROM, those of its VFs. Immutable.
type BARList struct{ handle *handle }

var classBARList = class{"BARList", func(pointer unsafe.Pointer) {
	C.sriov_bar_list_unref((*C.struct_sriov_bar_list)(pointer))
}}

func newBARList(pointer *C.struct_sriov_bar_list, family *family) *BARList {
	if pointer == nil {
		return nil
	}
	return &BARList{newHandle(unsafe.Pointer(pointer), &classBARList, family)}
}

func (list *BARList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *BARList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *BARList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_bar_list_get_count((*C.struct_sriov_bar_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *BARList) At(position int) *BAR {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newBAR(C.sriov_bar_ref(C.sriov_bar_list_get((*C.struct_sriov_bar_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *BARList) All() []*BAR {
	all := make([]*BAR, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// Role is what it is for.
//
// Since 0.1.
func (bar *BAR) Role() BARRole {
	call := look(bar.raw())
	defer call.leave()
	return BARRole(C.sriov_bar_get_role((*C.struct_sriov_bar)(call.self)))
}

// Index is its number among those of its role.
//
// One of 64 bits takes two numbers: after BAR 0 comes BAR 2.
//
// Result: 0 to 5; 0 for the ROM.
//
// Since 0.1.
func (bar *BAR) Index() int {
	call := look(bar.raw())
	defer call.leave()
	return int(C.sriov_bar_get_index((*C.struct_sriov_bar)(call.self)))
}

// Space is the address space that it is in.
//
// Result: memory or ports.
//
// Since 0.1.
func (bar *BAR) Space() BARSpace {
	call := look(bar.raw())
	defer call.leave()
	return BARSpace(C.sriov_bar_get_space((*C.struct_sriov_bar)(call.self)))
}

// Is64Bit tells whether it may be anywhere in 64 bits of addresses.
//
// Result: false for one of 32 bits, and for ports.
//
// Since 0.1.
func (bar *BAR) Is64Bit() bool {
	call := look(bar.raw())
	defer call.leave()
	return bool(C.sriov_bar_is_64_bit((*C.struct_sriov_bar)(call.self)))
}

// IsPrefetchable tells whether reading has no effect on the device, so that it may be read ahead.
//
// Result: true when it is prefetchable.
//
// Since 0.1.
func (bar *BAR) IsPrefetchable() bool {
	call := look(bar.raw())
	defer call.leave()
	return bool(C.sriov_bar_is_prefetchable((*C.struct_sriov_bar)(call.self)))
}

// IsAssigned tells whether it has an address.
//
// Without one the device cannot be used through it: firmware and kernel found no room. A PF whose
// VF BARs have none cannot make VFs.
//
// Result: true when it has.
//
// Since 0.1.
func (bar *BAR) IsAssigned() bool {
	call := look(bar.raw())
	defer call.leave()
	return bool(C.sriov_bar_is_assigned((*C.struct_sriov_bar)(call.self)))
}

// Address tells where it begins, as the processor sees it.
//
// Result: an address in memory, or the number of the first port; 0 when it is not assigned.
//
// Since 0.1.
func (bar *BAR) Address() uint64 {
	call := look(bar.raw())
	defer call.leave()
	return uint64(C.sriov_bar_get_address((*C.struct_sriov_bar)(call.self)))
}

// SizeBytes tells how long it is; for a VF BAR the room of all VFs that the hardware can have.
//
// Result: in bytes.
//
// Since 0.1.
func (bar *BAR) SizeBytes() uint64 {
	call := look(bar.raw())
	defer call.leave()
	return uint64(C.sriov_bar_get_size_bytes((*C.struct_sriov_bar)(call.self)))
}

// VFSizeBytes tells how much of a VF BAR belongs to one VF.
//
// The first part is VF 0's. It is the whole divided by TotalVFs of the SR-IOV capability, which can
// be more than [PF.TotalVFs]: igb's is 8 where the driver allows 7.
//
// Result: in bytes; 0 when [BAR.Err] says why it is not known, and for other roles.
//
// Since 0.1.
func (bar *BAR) VFSizeBytes() uint64 {
	call := look(bar.raw())
	defer call.leave()
	return uint64(C.sriov_bar_get_vf_size_bytes((*C.struct_sriov_bar)(call.self)))
}

// Err tells why [BAR.VFSizeBytes] is not known.
//
// Of a PF that has VFs everybody may know it; of one without them only who may read the
// configuration space, which takes CAP_SYS_ADMIN: [ErrForbidden].
//
// Result: nil when all is known.
//
// Since 0.1.
func (bar *BAR) Err() error {
	call := look(bar.raw())
	defer call.leave()
	return borrowedError(C.sriov_bar_get_error((*C.struct_sriov_bar)(call.self)))
}
