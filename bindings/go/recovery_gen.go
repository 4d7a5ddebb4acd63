// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// RecoveryResult is what became of a journal.
type RecoveryResult int32

// What a RecoveryResult can be.
const (
	// RecoveryResultUnknown: something that this version does not know.
	RecoveryResultUnknown RecoveryResult = -1

	// RecoveryResultTakenBack: Its PFs are as they were before.
	RecoveryResultTakenBack RecoveryResult = 0

	// RecoveryResultFinished: Its PFs are as they should have become by its plan.
	RecoveryResultFinished RecoveryResult = 1

	// RecoveryResultOld: it is of an earlier boot, or its PFs are gone: it has no meaning any more.
	RecoveryResultOld RecoveryResult = 2

	// RecoveryResultBusy: its program, or what that has begun in the kernel, is still at it: nothing
	// was done, and a recovery once that is over does it.
	RecoveryResultBusy RecoveryResult = 3

	// RecoveryResultFailed: Its PFs could be brought neither here nor there, or somebody uses what
	// would go: the error says what is in the way. It is kept, and no plan for these PFs is carried out
	// until a recovery has succeeded.
	RecoveryResultFailed RecoveryResult = 4
)

var namesRecoveryResult = map[RecoveryResult]string{
	RecoveryResultUnknown:   "unknown",
	RecoveryResultTakenBack: "taken-back",
	RecoveryResultFinished:  "finished",
	RecoveryResultOld:       "old",
	RecoveryResultBusy:      "busy",
	RecoveryResultFailed:    "failed",
}

// String is the name of the value; of one that this version does not know, the number.
func (value RecoveryResult) String() string {
	return nameOf(value, namesRecoveryResult)
}

// Recovery is what became of one journal. Immutable.
type Recovery struct{ handle *handle }

var classRecovery = class{"Recovery", func(pointer unsafe.Pointer) {
	C.sriov_recovery_unref((*C.struct_sriov_recovery)(pointer))
}}

func newRecovery(pointer *C.struct_sriov_recovery, family *family) *Recovery {
	if pointer == nil {
		return nil
	}
	return &Recovery{newHandle(unsafe.Pointer(pointer), &classRecovery, family)}
}

func (recovery *Recovery) raw() *handle {
	if recovery == nil {
		return nil
	}
	return recovery.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (recovery *Recovery) Close() error {
	return recovery.raw().close()
}

// RecoveryList is one for each journal that was found.
type RecoveryList struct{ handle *handle }

var classRecoveryList = class{"RecoveryList", func(pointer unsafe.Pointer) {
	C.sriov_recovery_list_unref((*C.struct_sriov_recovery_list)(pointer))
}}

func newRecoveryList(pointer *C.struct_sriov_recovery_list, family *family) *RecoveryList {
	if pointer == nil {
		return nil
	}
	return &RecoveryList{newHandle(unsafe.Pointer(pointer), &classRecoveryList, family)}
}

func (list *RecoveryList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *RecoveryList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *RecoveryList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_recovery_list_get_count((*C.struct_sriov_recovery_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *RecoveryList) At(position int) *Recovery {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newRecovery(C.sriov_recovery_ref(C.sriov_recovery_list_get((*C.struct_sriov_recovery_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *RecoveryList) All() []*Recovery {
	all := make([]*Recovery, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// RunRecoveryAll brings to an end what was left by programs that were killed. That there was
// nothing is success.
//
//   - list: nil when it is not wanted.
//
// It fails with
//   - [ErrInvalid]: context is nil.
//   - [ErrForbidden]: the runtime directory may not be read, or is not safe.
//   - [ErrPartial]: at least one could not be brought to an end; the list tells which.
//   - [ErrFailed]: the runtime directory cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: As of [Plan.Apply]; /proc/sys/kernel/random/boot_id.
//
// Since 0.2.
func (context *Context) RunRecoveryAll() (list *RecoveryList, err error) {
	call := enter(context.raw(), &classContext)
	defer call.leave()
	var cList *C.struct_sriov_recovery_list
	if call.ready() {
		call.code = C.sriov_recovery_run_all((*C.struct_sriov_context)(call.self), &cList, &call.failure)
	}
	list = newRecoveryList(cList, call.family)
	return list, call.err(given(list))
}

// Result is what became of it.
//
// Result: one of [RecoveryResult].
//
// Since 0.2.
func (recovery *Recovery) Result() RecoveryResult {
	call := look(recovery.raw())
	defer call.leave()
	return RecoveryResult(C.sriov_recovery_get_result((*C.struct_sriov_recovery)(call.self)))
}

// Description is the whole in a sentence: "em1 (0000:01:00.0): my-agent (process 812), which was
// killed while it made 7 VFs: taken back".
//
// Result: "" for "".
//
// Since 0.2.
func (recovery *Recovery) Description() string {
	call := look(recovery.raw())
	defer call.leave()
	return C.GoString(C.sriov_recovery_get_description((*C.struct_sriov_recovery)(call.self)))
}

// Err tells why it could not be brought to an end.
//
// Result: nil when it could.
//
// Since 0.2.
func (recovery *Recovery) Err() error {
	call := look(recovery.raw())
	defer call.leave()
	return borrowedError(C.sriov_recovery_get_error((*C.struct_sriov_recovery)(call.self)))
}
