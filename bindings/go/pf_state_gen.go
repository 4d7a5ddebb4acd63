// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// PFState is what one PF should be like: how many VFs, who gets them, and what they are like.
//
// What is not said stays as it is.
type PFState struct{ handle *handle }

var classPFState = class{"PFState", func(pointer unsafe.Pointer) {
	C.sriov_pf_state_unref((*C.struct_sriov_pf_state)(pointer))
}}

func newPFState(pointer *C.struct_sriov_pf_state, family *family) *PFState {
	if pointer == nil {
		return nil
	}
	return &PFState{newHandle(unsafe.Pointer(pointer), &classPFState, family)}
}

func (state *PFState) raw() *handle {
	if state == nil {
		return nil
	}
	return state.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (state *PFState) Close() error {
	return state.raw().close()
}

// PFStateList: PFs in the order in which they were added.
type PFStateList struct{ handle *handle }

var classPFStateList = class{"PFStateList", func(pointer unsafe.Pointer) {
	C.sriov_pf_state_list_unref((*C.struct_sriov_pf_state_list)(pointer))
}}

func newPFStateList(pointer *C.struct_sriov_pf_state_list, family *family) *PFStateList {
	if pointer == nil {
		return nil
	}
	return &PFStateList{newHandle(unsafe.Pointer(pointer), &classPFStateList, family)}
}

func (list *PFStateList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *PFStateList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *PFStateList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_pf_state_list_get_count((*C.struct_sriov_pf_state_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *PFStateList) At(position int) *PFState {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newPFState(C.sriov_pf_state_ref(C.sriov_pf_state_list_get((*C.struct_sriov_pf_state_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *PFStateList) All() []*PFState {
	all := make([]*PFState, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// StateCapture is what a PF and its VFs are like now, in the form in which they would be wanted so.
//
// A plan for what was captured is empty as long as nothing changes. Settings that the driver does
// not have are not in it; nor is the MAC of a VF that its own driver made up, which is said to be
// none; nor how many MSI-X vectors the VFs have. A driver that is bound is named, and a VF without
// one has "none".
//
//   - state: named by the PF's address
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrGone]: the PF or one of its VFs was removed.
//   - [ErrBusy]: the driver tells nothing of a VF now: try again.
//   - [ErrNotFound]: its interface is in another network namespace.
//   - [ErrForbidden]: the caller lacks the right.
//   - [ErrMalformed]: the kernel's description of it is not understood.
//   - [ErrFailed]: it cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: virtfnN and sriov_drivers_autoprobe of the PF, driver of its VFs, and
// rtnetlink's IFLA_VFINFO_LIST. Nothing that waits for somebody's removal of VFs.
//
// Since 0.2.
func (pf *PF) StateCapture() (state *PFState, err error) {
	call := enter(pf.raw(), &classPF)
	defer call.leave()
	var cState *C.struct_sriov_pf_state
	if call.ready() {
		call.code = C.sriov_pf_state_capture((*C.struct_sriov_pf)(call.self), &cState, &call.failure)
	}
	state = newPFState(cState, call.family)
	return state, call.err(given(state))
}

// Name is the PF's address or interface, as it was named.
//
// Result: "" when it is named by a serial number.
//
// Since 0.2.
func (state *PFState) Name() string {
	call := look(state.raw())
	defer call.leave()
	return C.GoString(C.sriov_pf_state_get_name((*C.struct_sriov_pf_state)(call.self)))
}

// SerialNumber is the serial number of the card that it is on, as it was named.
//
// Result: "" when it is named otherwise.
//
// Since 0.2.
func (state *PFState) SerialNumber() string {
	call := look(state.raw())
	defer call.leave()
	return C.GoString(C.sriov_pf_state_get_serial_number((*C.struct_sriov_pf_state)(call.self)))
}

// Function tells which function of the card it is.
//
// Result: from 0 to 7; 0 when it is named otherwise.
//
// Since 0.2.
func (state *PFState) Function() int {
	call := look(state.raw())
	defer call.leave()
	return int(C.sriov_pf_state_get_function((*C.struct_sriov_pf_state)(call.self)))
}

// SetVFCount tells how many VFs it should have.
//
//   - count: from 0 to 65535.
//
// It fails with
//   - [ErrInvalid]: state is nil, there are more than 65535, or something is said of a VF that
//     would not be there.
//
// Since 0.2.
func (state *PFState) SetVFCount(count int) error {
	call := enter(state.raw(), &classPFState)
	defer call.leave()
	cCount := call.unsigned("count", count)
	if call.ready() {
		call.code = C.sriov_pf_state_set_vf_count((*C.struct_sriov_pf_state)(call.self), cCount, &call.failure)
	}
	return call.err(nil)
}

// HasVFCount tells whether something is said of the number of its VFs.
//
// Result: false for nil.
//
// Since 0.2.
func (state *PFState) HasVFCount() bool {
	call := look(state.raw())
	defer call.leave()
	return bool(C.sriov_pf_state_has_vf_count((*C.struct_sriov_pf_state)(call.self)))
}

// VFCount tells how many VFs it should have.
//
// Result: 0 for none, and when nothing is said of it.
//
// Since 0.2.
func (state *PFState) VFCount() int {
	call := look(state.raw())
	defer call.leave()
	return int(C.sriov_pf_state_get_vf_count((*C.struct_sriov_pf_state)(call.self)))
}

// SetAutoprobe tells whether new VFs should get drivers by themselves.
//
//   - enable: on or off.
//
// Since 0.2.
func (state *PFState) SetAutoprobe(enable bool) error {
	call := enter(state.raw(), &classPFState)
	defer call.leave()
	if call.ready() {
		C.sriov_pf_state_set_autoprobe((*C.struct_sriov_pf_state)(call.self), C.bool(enable))
	}
	return call.err(nil)
}

// Autoprobe tells whether new VFs should get drivers by themselves.
//
// Result: [SwitchUnknown] when nothing is said of it.
//
// Since 0.2.
func (state *PFState) Autoprobe() Switch {
	call := look(state.raw())
	defer call.leave()
	return Switch(C.sriov_pf_state_get_autoprobe((*C.struct_sriov_pf_state)(call.self)))
}

// SetInUseAllowed tells Whether VFs that somebody uses may be destroyed or taken from their driver.
//
// Without it a plan that would do that is refused, see [VFUse.IsInUse].
//
//   - allow: false at first.
//
// Since 0.2.
func (state *PFState) SetInUseAllowed(allow bool) error {
	call := enter(state.raw(), &classPFState)
	defer call.leave()
	if call.ready() {
		C.sriov_pf_state_set_in_use_allowed((*C.struct_sriov_pf_state)(call.self), C.bool(allow))
	}
	return call.err(nil)
}

// IsInUseAllowed tells Whether VFs that somebody uses may be destroyed or taken from their driver.
//
// Result: false for nil.
//
// Since 0.2.
func (state *PFState) IsInUseAllowed() bool {
	call := look(state.raw())
	defer call.leave()
	return bool(C.sriov_pf_state_is_in_use_allowed((*C.struct_sriov_pf_state)(call.self)))
}

// SetVitalAllowed tells whether the number of VFs may change on a PF that the host itself lives by:
// it carries the default route, or a disk that is mounted.
//
// Without it a plan that would do that is refused.
//
//   - allow: false at first.
//
// Since 0.2.
func (state *PFState) SetVitalAllowed(allow bool) error {
	call := enter(state.raw(), &classPFState)
	defer call.leave()
	if call.ready() {
		C.sriov_pf_state_set_vital_allowed((*C.struct_sriov_pf_state)(call.self), C.bool(allow))
	}
	return call.err(nil)
}

// IsVitalAllowed tells whether the number of VFs may change on a PF that the host itself lives by.
//
// Result: false for nil.
//
// Since 0.2.
func (state *PFState) IsVitalAllowed() bool {
	call := look(state.raw())
	defer call.leave()
	return bool(C.sriov_pf_state_is_vital_allowed((*C.struct_sriov_pf_state)(call.self)))
}

// Defaults is what all its VFs should be like that have nothing else said of them.
//
// Result: to be filled; nil for nil.
//
// Since 0.2.
func (state *PFState) Defaults() *VFState {
	call := look(state.raw())
	defer call.leave()
	return newVFState(C.sriov_vf_state_ref(C.sriov_pf_state_get_defaults((*C.struct_sriov_pf_state)(call.self))), call.family)
}

// AddVF adds a VF of which something is said that does not hold for all.
//
//   - vfIndex: from 0, below the number of VFs when that is said.
//   - vf: to be filled
//
// It fails with
//   - [ErrInvalid]: an argument is nil, there will be no such VF, or it is there already.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.2.
func (state *PFState) AddVF(vfIndex int) (vf *VFState, err error) {
	call := enter(state.raw(), &classPFState)
	defer call.leave()
	cVFIndex := call.unsigned("vfIndex", vfIndex)
	var cVF *C.struct_sriov_vf_state
	if call.ready() {
		call.code = C.sriov_pf_state_add_vf((*C.struct_sriov_pf_state)(call.self), cVFIndex, &cVF, &call.failure)
	}
	vf = newVFState(cVF, call.family)
	return vf, call.err(given(vf))
}

// VFs is the VFs of which something is said that does not hold for all.
//
// Result: nil for nil.
//
// Since 0.2.
func (state *PFState) VFs() *VFStateList {
	call := look(state.raw())
	defer call.leave()
	return newVFStateList(C.sriov_vf_state_list_ref(C.sriov_pf_state_get_vfs((*C.struct_sriov_pf_state)(call.self))), call.family)
}
