// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// StepKind is what a step changes.
type StepKind int32

// What a StepKind can be.
const (
	// StepKindUnknown: something that this version does not know.
	StepKindUnknown StepKind = -1

	// StepKindLoadModule: a kernel module is loaded.
	StepKindLoadModule StepKind = 0

	// StepKindSetAutoprobe: whether new VFs get drivers by themselves.
	StepKindSetAutoprobe StepKind = 1

	// StepKindRemoveVFs: All VFs of the PF are removed.
	StepKindRemoveVFs StepKind = 2

	// StepKindMakeVFs: The VFs of the PF are made.
	StepKindMakeVFs StepKind = 3

	// StepKindSetVF: a setting of a VF.
	StepKindSetVF StepKind = 4

	// StepKindSetMSIXCount: how many MSI-X vectors a VF has.
	StepKindSetMSIXCount StepKind = 5

	// StepKindSetDriver: the driver of a VF.
	StepKindSetDriver StepKind = 6
)

var namesStepKind = map[StepKind]string{
	StepKindUnknown:      "unknown",
	StepKindLoadModule:   "load-module",
	StepKindSetAutoprobe: "set-autoprobe",
	StepKindRemoveVFs:    "remove-vfs",
	StepKindMakeVFs:      "make-vfs",
	StepKindSetVF:        "set-vf",
	StepKindSetMSIXCount: "set-msix-count",
	StepKindSetDriver:    "set-driver",
}

// String is the name of the value; of one that this version does not know, the number.
func (value StepKind) String() string {
	return nameOf(value, namesStepKind)
}

// StepEffect tells who notices a step.
type StepEffect int32

// What a StepEffect can be.
const (
	// StepEffectNone: nobody.
	StepEffectNone StepEffect = 0

	// StepEffectVF: whoever uses this VF: its traffic is cut, or it is another one.
	StepEffectVF StepEffect = 1

	// StepEffectAllVFs: whoever uses any VF of this PF.
	StepEffectAllVFs StepEffect = 2

	// StepEffectPF: whoever uses the PF as well: its driver resets it.
	StepEffectPF StepEffect = 3
)

var namesStepEffect = map[StepEffect]string{
	StepEffectNone:   "none",
	StepEffectVF:     "vf",
	StepEffectAllVFs: "all-vfs",
	StepEffectPF:     "pf",
}

// String is the name of the value; of one that this version does not know, the number.
func (value StepEffect) String() string {
	return nameOf(value, namesStepEffect)
}

// StepResult is what became of a step.
type StepResult int32

// What a StepResult can be.
const (
	// StepResultUnknown: something that this version does not know.
	StepResultUnknown StepResult = -1

	// StepResultNotBegun: it was not begun.
	StepResultNotBegun StepResult = 0

	// StepResultUnderWay: the kernel is at it.
	StepResultUnderWay StepResult = 1

	// StepResultDone: it was done, and read back.
	StepResultDone StepResult = 2

	// StepResultAlready: it was so already: as of a VF that was made with it.
	StepResultAlready StepResult = 3

	// StepResultFailed: it failed.
	StepResultFailed StepResult = 4

	// StepResultStuck: it was not over when its deadline was: the kernel is still at it.
	StepResultStuck StepResult = 5
)

var namesStepResult = map[StepResult]string{
	StepResultUnknown:  "unknown",
	StepResultNotBegun: "not-begun",
	StepResultUnderWay: "under-way",
	StepResultDone:     "done",
	StepResultAlready:  "already",
	StepResultFailed:   "failed",
	StepResultStuck:    "stuck",
}

// String is the name of the value; of one that this version does not know, the number.
func (value StepResult) String() string {
	return nameOf(value, namesStepResult)
}

// Step is one change of one thing. Immutable.
type Step struct{ handle *handle }

var classStep = class{"Step", func(pointer unsafe.Pointer) {
	C.sriov_step_unref((*C.struct_sriov_step)(pointer))
}}

func newStep(pointer *C.struct_sriov_step, family *family) *Step {
	if pointer == nil {
		return nil
	}
	return &Step{newHandle(unsafe.Pointer(pointer), &classStep, family)}
}

func (step *Step) raw() *handle {
	if step == nil {
		return nil
	}
	return step.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (step *Step) Close() error {
	return step.raw().close()
}

// StepList: steps in the order in which they are taken.
type StepList struct{ handle *handle }

var classStepList = class{"StepList", func(pointer unsafe.Pointer) {
	C.sriov_step_list_unref((*C.struct_sriov_step_list)(pointer))
}}

func newStepList(pointer *C.struct_sriov_step_list, family *family) *StepList {
	if pointer == nil {
		return nil
	}
	return &StepList{newHandle(unsafe.Pointer(pointer), &classStepList, family)}
}

func (list *StepList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *StepList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *StepList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_step_list_get_count((*C.struct_sriov_step_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *StepList) At(position int) *Step {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newStep(C.sriov_step_ref(C.sriov_step_list_get((*C.struct_sriov_step_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *StepList) All() []*Step {
	all := make([]*Step, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// Kind is what it changes.
//
// Result: one of [StepKind].
//
// Since 0.2.
func (step *Step) Kind() StepKind {
	call := look(step.raw())
	defer call.leave()
	return StepKind(C.sriov_step_get_kind((*C.struct_sriov_step)(call.self)))
}

// Address is the PF that it is about.
//
// Result: its address; "" when it is about no PF, as a module.
//
// Since 0.2.
func (step *Step) Address() string {
	call := look(step.raw())
	defer call.leave()
	return C.GoString(C.sriov_step_get_address((*C.struct_sriov_step)(call.self)))
}

// VFIndex is the VF that it is about.
//
// Result: its index; [VFIndexAll] when it is not about one VF.
//
// Since 0.2.
func (step *Step) VFIndex() int {
	call := look(step.raw())
	defer call.leave()
	return int(C.sriov_step_get_vf_index((*C.struct_sriov_step)(call.self)))
}

// Setting is the setting that it changes.
//
// Result: [VFSettingUnknown] when it is no setting of a VF.
//
// Since 0.2.
func (step *Step) Setting() VFSetting {
	call := look(step.raw())
	defer call.leave()
	return VFSetting(C.sriov_step_get_setting((*C.struct_sriov_step)(call.self)))
}

// Description is the step in a sentence: "VF 3 of em1 (0000:01:00.0, igb): set its MAC to
// 52:54:00:00:00:01".
//
// Result: "" for "".
//
// Since 0.2.
func (step *Step) Description() string {
	call := look(step.raw())
	defer call.leave()
	return C.GoString(C.sriov_step_get_description((*C.struct_sriov_step)(call.self)))
}

// From is what is to change.
//
// Result: "unknown" of a VF that is not made yet; "" for "".
//
// Since 0.2.
func (step *Step) From() string {
	call := look(step.raw())
	defer call.leave()
	return C.GoString(C.sriov_step_get_from((*C.struct_sriov_step)(call.self)))
}

// To is what it is to become.
//
// Result: "" for "".
//
// Since 0.2.
func (step *Step) To() string {
	call := look(step.raw())
	defer call.leave()
	return C.GoString(C.sriov_step_get_to((*C.struct_sriov_step)(call.self)))
}

// Effect tells who notices it.
//
// Result: one of [StepEffect].
//
// Since 0.2.
func (step *Step) Effect() StepEffect {
	call := look(step.raw())
	defer call.leave()
	return StepEffect(C.sriov_step_get_effect((*C.struct_sriov_step)(call.self)))
}

// IsReversible tells whether it can be taken back so that all is as before.
//
// Result: false when something is lost, as who uses a VF that is removed, and for nil.
//
// Since 0.2.
func (step *Step) IsReversible() bool {
	call := look(step.raw())
	defer call.leave()
	return bool(C.sriov_step_is_reversible((*C.struct_sriov_step)(call.self)))
}

// Undo tells how it is taken back, or what is lost, in a sentence.
//
// Result: "" for "".
//
// Since 0.2.
func (step *Step) Undo() string {
	call := look(step.raw())
	defer call.leave()
	return C.GoString(C.sriov_step_get_undo((*C.struct_sriov_step)(call.self)))
}

// Command is what a person would type for it in a shell.
//
// Result: "" for "".
//
// Since 0.2.
func (step *Step) Command() string {
	call := look(step.raw())
	defer call.leave()
	return C.GoString(C.sriov_step_get_command((*C.struct_sriov_step)(call.self)))
}
