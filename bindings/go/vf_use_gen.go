// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// VFUseState is what a VF is used for. The first that is true, from the end of this list, counts.
type VFUseState int32

// What a VFUseState can be.
const (
	// VFUseStateUnknown: it could not be found out; see [VFUse.Err].
	VFUseStateUnknown VFUseState = -1

	// VFUseStateFree: it has no driver, or pci-stub, which does nothing with it.
	VFUseStateFree VFUseState = 0

	// VFUseStateInterfaceDown: the host has an interface on it, which is down.
	VFUseStateInterfaceDown VFUseState = 1

	// VFUseStateInterfaceUp: the host has an interface on it, which is up.
	VFUseStateInterfaceUp VFUseState = 2

	// VFUseStateInterfaceUpper: its interface, up or down, is below another one: a bond, a bridge, a
	// VLAN, a macvlan.
	VFUseStateInterfaceUpper VFUseState = 3

	// VFUseStateOtherNamespace: its interface is in another network namespace than the one that the
	// context looks at.
	VFUseStateOtherNamespace VFUseState = 4

	// VFUseStateDriver: a driver of the host has it and makes no interface: what it does with it is not
	// known.
	VFUseStateDriver VFUseState = 5

	// VFUseStateVFIOUnheld: it is on a VFIO driver, and nobody holds it.
	VFUseStateVFIOUnheld VFUseState = 6

	// VFUseStateVFIOHeld: it is on a VFIO driver, and a process holds it, such as a machine that runs.
	VFUseStateVFIOHeld VFUseState = 7
)

var namesVFUseState = map[VFUseState]string{
	VFUseStateUnknown:        "unknown",
	VFUseStateFree:           "free",
	VFUseStateInterfaceDown:  "interface-down",
	VFUseStateInterfaceUp:    "interface-up",
	VFUseStateInterfaceUpper: "interface-upper",
	VFUseStateOtherNamespace: "other-namespace",
	VFUseStateDriver:         "driver",
	VFUseStateVFIOUnheld:     "vfio-unheld",
	VFUseStateVFIOHeld:       "vfio-held",
}

// String is the name of the value; of one that this version does not know, the number.
func (value VFUseState) String() string {
	return nameOf(value, namesVFUseState)
}

// VFUse is the use of one VF as it was when it was read. Immutable.
type VFUse struct{ handle *handle }

var classVFUse = class{"VFUse", func(pointer unsafe.Pointer) {
	C.sriov_vf_use_unref((*C.struct_sriov_vf_use)(pointer))
}}

func newVFUse(pointer *C.struct_sriov_vf_use, family *family) *VFUse {
	if pointer == nil {
		return nil
	}
	return &VFUse{newHandle(unsafe.Pointer(pointer), &classVFUse, family)}
}

func (use *VFUse) raw() *handle {
	if use == nil {
		return nil
	}
	return use.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (use *VFUse) Close() error {
	return use.raw().close()
}

// VFUseList is the uses of all VFs of a PF, by index.
type VFUseList struct{ handle *handle }

var classVFUseList = class{"VFUseList", func(pointer unsafe.Pointer) {
	C.sriov_vf_use_list_unref((*C.struct_sriov_vf_use_list)(pointer))
}}

func newVFUseList(pointer *C.struct_sriov_vf_use_list, family *family) *VFUseList {
	if pointer == nil {
		return nil
	}
	return &VFUseList{newHandle(unsafe.Pointer(pointer), &classVFUseList, family)}
}

func (list *VFUseList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *VFUseList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *VFUseList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_vf_use_list_get_count((*C.struct_sriov_vf_use_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *VFUseList) At(position int) *VFUse {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newVFUse(C.sriov_vf_use_ref(C.sriov_vf_use_list_get((*C.struct_sriov_vf_use_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *VFUseList) All() []*VFUse {
	all := make([]*VFUse, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// ReadUse finds out what a VF is used for.
//
// A device that is open through VFIO is enabled, and one that is not is not: that tells even where
// the caller may not see the processes. Who it is that holds it, [VFUse.Holders] knows as far as
// the caller may see it.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or the VF is one of a list that could not be read.
//   - [ErrGone]: the VF was removed.
//   - [ErrForbidden]: sysfs or procfs may not be read.
//   - [ErrNotFound]: there is no procfs where the context looks for it.
//   - [ErrFailed]: it cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: driver, enable, net/, of its interfaces flags, master and upper_*; for those on
// VFIO what [Device.ListHolders] reads. Neither uevent nor sriov_numvfs, which may wait. In a
// context of another network namespace rtnetlink tells of the interfaces, and of what is above them
// only the master.
//
// Since 0.1.
func (vf *VF) ReadUse() (use *VFUse, err error) {
	call := enter(vf.raw(), &classVF)
	defer call.leave()
	var cUse *C.struct_sriov_vf_use
	if call.ready() {
		call.code = C.sriov_vf_read_use((*C.struct_sriov_vf)(call.self), &cUse, &call.failure)
	}
	use = newVFUse(cUse, call.family)
	return use, call.err(given(use))
}

// ListVFUses gives the same for all VFs of a PF, with one look at the processes for all of them.
//
//   - list: A VF of which the use cannot be found out is in it with its error.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrGone]: the PF was removed.
//   - [ErrForbidden]: sysfs or procfs may not be read.
//   - [ErrNotFound]: there is no procfs where the context looks for it.
//   - [ErrFailed]: they cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: virtfnN of the PF, and for each VF what [VF.ReadUse] reads.
//
// Since 0.1.
func (pf *PF) ListVFUses() (list *VFUseList, err error) {
	call := enter(pf.raw(), &classPF)
	defer call.leave()
	var cList *C.struct_sriov_vf_use_list
	if call.ready() {
		call.code = C.sriov_pf_list_vf_uses((*C.struct_sriov_pf)(call.self), &cList, &call.failure)
	}
	list = newVFUseList(cList, call.family)
	return list, call.err(given(list))
}

// VF: whose use it is.
//
// Since 0.1.
func (use *VFUse) VF() *VF {
	call := look(use.raw())
	defer call.leave()
	return newVF(C.sriov_vf_ref(C.sriov_vf_use_get_vf((*C.struct_sriov_vf_use)(call.self))), call.family)
}

// State is what the VF is used for.
//
// Result: one of [VFUseState].
//
// Since 0.1.
func (use *VFUse) State() VFUseState {
	call := look(use.raw())
	defer call.leave()
	return VFUseState(C.sriov_vf_use_get_state((*C.struct_sriov_vf_use)(call.self)))
}

// Err tells why the use could not be found out.
//
// Result: nil when it is known. Only in a list there are any with an error.
//
// Since 0.1.
func (use *VFUse) Err() error {
	call := look(use.raw())
	defer call.leave()
	return borrowedError(C.sriov_vf_use_get_error((*C.struct_sriov_vf_use)(call.self)))
}

// IsInUse tells whether somebody may lose it if the VF is destroyed.
//
// Result: false when it is free, on VFIO and unheld, or has but interfaces that are down; true for
// all else, what is not known included; false for nil.
//
// Since 0.1.
func (use *VFUse) IsInUse() bool {
	call := look(use.raw())
	defer call.leave()
	return bool(C.sriov_vf_use_is_in_use((*C.struct_sriov_vf_use)(call.self)))
}

// Driver is the driver that it is on.
//
// Result: "" when there is none.
//
// Since 0.1.
func (use *VFUse) Driver() string {
	call := look(use.raw())
	defer call.leave()
	return C.GoString(C.sriov_vf_use_get_driver((*C.struct_sriov_vf_use)(call.self)))
}

// Interface is its interface; of many the one that matters most: below another, else up, else the
// first.
//
// Result: "" when there is none in the namespace that the context looks at.
//
// Since 0.1.
func (use *VFUse) Interface() string {
	call := look(use.raw())
	defer call.leave()
	return C.GoString(C.sriov_vf_use_get_interface((*C.struct_sriov_vf_use)(call.self)))
}

// Upper is the interface above its interface: its bond or bridge, else a VLAN or the like.
//
// Result: "" when there is none.
//
// Since 0.1.
func (use *VFUse) Upper() string {
	call := look(use.raw())
	defer call.leave()
	return C.GoString(C.sriov_vf_use_get_upper((*C.struct_sriov_vf_use)(call.self)))
}

// Holders tells who holds it through VFIO.
//
// Result: nil when it is on no VFIO driver. It may be empty though the VF is held, when the caller
// may not see the holder.
//
// Since 0.1.
func (use *VFUse) Holders() *HolderList {
	call := look(use.raw())
	defer call.leave()
	return newHolderList(C.sriov_holder_list_ref(C.sriov_vf_use_get_holders((*C.struct_sriov_vf_use)(call.self))), call.family)
}

// Description is the use in a sentence: "VF 3 of em1 (0000:01:00.0, igb) is held by qemu-system-x86
// (process 812) through /dev/vfio/14".
//
// Result: "" for "".
//
// Since 0.1.
func (use *VFUse) Description() string {
	call := look(use.raw())
	defer call.leave()
	return C.GoString(C.sriov_vf_use_get_description((*C.struct_sriov_vf_use)(call.self)))
}
