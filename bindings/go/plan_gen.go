// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// Plan is what is to be done to get a host from what it is like to what it should be like.
// Immutable.
type Plan struct{ handle *handle }

var classPlan = class{"Plan", func(pointer unsafe.Pointer) {
	C.sriov_plan_unref((*C.struct_sriov_plan)(pointer))
}}

func newPlan(pointer *C.struct_sriov_plan, family *family) *Plan {
	if pointer == nil {
		return nil
	}
	return &Plan{newHandle(unsafe.Pointer(pointer), &classPlan, family)}
}

func (plan *Plan) raw() *handle {
	if plan == nil {
		return nil
	}
	return plan.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (plan *Plan) Close() error {
	return plan.raw().close()
}

// MakePlan compares what is with what should be. Nothing is changed.
//
// The steps for a PF come in this order: new VFs get no drivers by themselves; the VFs are removed;
// they are made; their settings; their drivers; new VFs get drivers by themselves as before, or as
// wanted. So nobody but the driver that is wanted ever sees a VF, and it sees it as it should be.
//
// All that speaks against it is told at once: the error has a cause for each.
//
//   - state: what should be; it is read, not kept.
//   - plan: without any step when all is as it should be
//
// It fails with
//   - [ErrInvalid]: an argument is nil; two PFs of the state are the same one; a VF is spoken of
//     that the PF will not have.
//   - [ErrNotFound]: there is no such PF, or its interface is in another network namespace.
//   - [ErrNotPF]: the device is no PF.
//   - [ErrTooManyVFs]: the PF cannot have so many VFs.
//   - [ErrWouldDestroy]: VFs that somebody uses would be destroyed or taken from their driver, or a
//     PF that the host lives by be disturbed, and that is not allowed of that PF.
//   - [ErrNoDriver]: the PF has no driver, or there is no module of a driver that is wanted.
//   - [ErrUnsupported]: the PF has no interface, so its VFs have no settings; or the kernel is too
//     old for something that is wanted.
//   - [ErrBlacklisted]: the module of a driver that is wanted is blacklisted.
//   - [ErrBusy]: a driver tells nothing of a VF now: try again.
//   - [ErrGone]: a PF or a VF was removed meanwhile.
//   - [ErrForbidden]: the caller lacks the right to read.
//   - [ErrMalformed]: the kernel's description of something is not understood.
//   - [ErrTimeout]: the kernel does not tell something in time.
//   - [ErrFailed]: something cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: What [PF.StateCapture], [PF.ListVFUses] and [PF.ReadUse] read.
//
// Since 0.2.
func (context *Context) MakePlan(state *State) (plan *Plan, err error) {
	call := enter(context.raw(), &classContext)
	defer call.leave()
	cState := (*C.struct_sriov_state)(call.object(state.raw(), &classState))
	var cPlan *C.struct_sriov_plan
	if call.ready() {
		call.code = C.sriov_plan_make((*C.struct_sriov_context)(call.self), cState, &cPlan, &call.failure)
	}
	plan = newPlan(cPlan, call.family)
	return plan, call.err(given(plan))
}

// Steps is the steps in their order.
//
// Result: empty when nothing is to be done; nil for nil.
//
// Since 0.2.
func (plan *Plan) Steps() *StepList {
	call := look(plan.raw())
	defer call.leave()
	return newStepList(C.sriov_step_list_ref(C.sriov_plan_get_steps((*C.struct_sriov_plan)(call.self))), call.family)
}

// Effect tells who notices it: the worst of its steps.
//
// Result: one of [StepEffect].
//
// Since 0.2.
func (plan *Plan) Effect() StepEffect {
	call := look(plan.raw())
	defer call.leave()
	return StepEffect(C.sriov_plan_get_effect((*C.struct_sriov_plan)(call.self)))
}

// FormatText gives the plan for a person: for each step what it does, and below that its effect,
// the way back and the command.
//
//   - text: with line ends
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.2.
func (plan *Plan) FormatText() (text string, err error) {
	call := enter(plan.raw(), &classPlan)
	defer call.leave()
	var cText *C.char
	if call.ready() {
		call.code = C.sriov_plan_format_text((*C.struct_sriov_plan)(call.self), &cText, &call.failure)
	}
	return takeText(cText), call.err(nil)
}

// FormatJSON gives the plan for a program.
//
//   - json: an object with a list of steps
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrMalformed]: a PF's interface has a name that is no UTF-8.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: None: all that is told was read when the plan was made.
//
// Since 0.2.
func (plan *Plan) FormatJSON() (json string, err error) {
	call := enter(plan.raw(), &classPlan)
	defer call.leave()
	var cJSON *C.char
	if call.ready() {
		call.code = C.sriov_plan_format_json((*C.struct_sriov_plan)(call.self), &cJSON, &call.failure)
	}
	return takeText(cJSON), call.err(nil)
}
