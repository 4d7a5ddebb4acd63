// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// State is what the PFs of a host should be like. PFs that are not in it stay as they are.
type State struct{ handle *handle }

var classState = class{"State", func(pointer unsafe.Pointer) {
	C.sriov_state_unref((*C.struct_sriov_state)(pointer))
}}

func newState(pointer *C.struct_sriov_state, family *family) *State {
	if pointer == nil {
		return nil
	}
	return &State{newHandle(unsafe.Pointer(pointer), &classState, family)}
}

func (state *State) raw() *handle {
	if state == nil {
		return nil
	}
	return state.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (state *State) Close() error {
	return state.raw().close()
}

// NewState makes a state that says nothing.
//
// It fails with
//   - [ErrInvalid]: state is nil.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.2.
func NewState() (state *State, err error) {
	call := enterAlone()
	defer call.leave()
	var cState *C.struct_sriov_state
	if call.ready() {
		call.code = C.sriov_state_new(&cState, &call.failure)
	}
	state = newState(cState, call.family)
	return state, call.err(given(state))
}

// CaptureState is what all PFs of the host are like now: [PF.StateCapture] of each.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrGone]: a PF or VF was removed meanwhile.
//   - [ErrBusy]: a driver tells nothing of a VF now: try again.
//   - [ErrNotFound]: the kernel has no PCI bus, or a PF's interface is in another network
//     namespace.
//   - [ErrForbidden]: the caller lacks the right.
//   - [ErrMalformed]: the kernel's description of a PF is not understood.
//   - [ErrFailed]: a PF cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: /sys/bus/pci/devices, and for each PF what [PF.StateCapture] reads.
//
// Since 0.2.
func (context *Context) CaptureState() (state *State, err error) {
	call := enter(context.raw(), &classContext)
	defer call.leave()
	var cState *C.struct_sriov_state
	if call.ready() {
		call.code = C.sriov_state_capture((*C.struct_sriov_context)(call.self), &cState, &call.failure)
	}
	state = newState(cState, call.family)
	return state, call.err(given(state))
}

// AddJSON adds what a JSON text says. All that is wrong with it is told at once.
//
//   - json: the text, ended by a NUL; the book says what may be in it.
//
// It fails with
//   - [ErrInvalid]: an argument is nil; it is no JSON, with the line; a field is not known, is
//     missing, is there twice, or has a value that it cannot have; a PF or a VF is there twice.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.2.
func (state *State) AddJSON(json string) error {
	call := enter(state.raw(), &classState).build()
	defer call.leave()
	cJSON := call.text("json", json)
	if call.ready() {
		call.code = C.sriov_state_add_json((*C.struct_sriov_state)(call.self), cJSON, &call.failure)
	}
	return call.err(nil)
}

// FormatJSON gives the state as JSON, which [State.AddJSON] understands.
//
//   - json: indented, with a line end
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.2.
func (state *State) FormatJSON() (json string, err error) {
	call := enter(state.raw(), &classState).build()
	defer call.leave()
	var cJSON *C.char
	if call.ready() {
		call.code = C.sriov_state_format_json((*C.struct_sriov_state)(call.self), &cJSON, &call.failure)
	}
	return takeText(cJSON), call.err(nil)
}

// AddPF adds a PF, of which nothing is said yet.
//
//   - name: its address or interface: "0000:01:00.0", "01:00.0" (domain 0), "em1".
//   - pf: to be filled
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or the name is neither an address nor can be an
//     interface's, or it is no UTF-8, or a PF of that name is in it already.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.2.
func (state *State) AddPF(name string) (pf *PFState, err error) {
	call := enter(state.raw(), &classState).build()
	defer call.leave()
	cName := call.text("name", name)
	var cPF *C.struct_sriov_pf_state
	if call.ready() {
		call.code = C.sriov_state_add_pf((*C.struct_sriov_state)(call.self), cName, &cPF, &call.failure)
	}
	pf = newPFState(cPF, call.family)
	return pf, call.err(given(pf))
}

// AddPFBySerialNumber adds a PF by the serial number of its card, wherever that is plugged in.
//
//   - serialNumber: as the card tells it: in its Vital Product Data ([VPD.SerialNumber]) or as a
//     capability of PCI Express ([Capabilities.SerialNumber]); in whatever case.
//   - function: which function of the card, from 0 to 7: many ports have one serial number.
//   - pf: to be filled
//
// It fails with
//   - [ErrInvalid]: an argument is nil, the serial number is empty, longer than 64 bytes or not
//     printable, there is no such function, or that PF is in it already.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.2.
func (state *State) AddPFBySerialNumber(serialNumber string, function int) (pf *PFState, err error) {
	call := enter(state.raw(), &classState).build()
	defer call.leave()
	cSerialNumber := call.text("serialNumber", serialNumber)
	cFunction := call.unsigned("function", function)
	var cPF *C.struct_sriov_pf_state
	if call.ready() {
		call.code = C.sriov_state_add_pf_by_serial_number((*C.struct_sriov_state)(call.self), cSerialNumber, cFunction, &cPF, &call.failure)
	}
	pf = newPFState(cPF, call.family)
	return pf, call.err(given(pf))
}

// Add adds what was captured of a PF, or made for another state.
//
//   - pf: is referenced, not.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or a PF of that name is in it already.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.2.
func (state *State) Add(pf *PFState) error {
	call := enter(state.raw(), &classState).build()
	defer call.leave()
	cPF := (*C.struct_sriov_pf_state)(call.object(pf.raw(), &classPFState))
	if call.ready() {
		call.code = C.sriov_state_add((*C.struct_sriov_state)(call.self), cPF, &call.failure)
	}
	return call.err(nil)
}

// PFs is the PFs that are in it.
//
// Result: nil for nil.
//
// Since 0.2.
func (state *State) PFs() *PFStateList {
	call := look(state.raw()).build()
	defer call.leave()
	return newPFStateList(C.sriov_pf_state_list_ref(C.sriov_state_get_pfs((*C.struct_sriov_state)(call.self))), call.family)
}
