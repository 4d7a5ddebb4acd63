// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
// extern bool go_sriov_apply_options_set_progress_callback(void *, struct sriov_step *, enum sriov_step_result);
import "C"

import "unsafe"

// ApplyResult is what a plan came to.
type ApplyResult int32

// What an ApplyResult can be.
const (
	// ApplyResultUnderWay: it is under way.
	ApplyResultUnderWay ApplyResult = 0

	// ApplyResultApplied: all is as it should be.
	ApplyResultApplied ApplyResult = 1

	// ApplyResultTakenBack: a step failed or it was cancelled, and all is as before.
	ApplyResultTakenBack ApplyResult = 2

	// ApplyResultLeft: a step failed, and so did the way back, somebody uses a VF by now that would
	// have to go, or the kernel is still at it: what is not as before is in the error's causes.
	// [Context.RunRecoveryAll] takes it back once that can be done. So it is, too, when all went well
	// and the journal could not be removed: a recovery takes all back then, unless VFs were removed.
	ApplyResultLeft ApplyResult = 3
)

var namesApplyResult = map[ApplyResult]string{
	ApplyResultUnderWay:  "under-way",
	ApplyResultApplied:   "applied",
	ApplyResultTakenBack: "taken-back",
	ApplyResultLeft:      "left",
}

// String is the name of the value; of one that this version does not know, the number.
func (value ApplyResult) String() string {
	return nameOf(value, namesApplyResult)
}

// Apply is a plan that is being carried out, or was.
type Apply struct{ handle *handle }

var classApply = class{"Apply", func(pointer unsafe.Pointer) {
	C.sriov_apply_unref((*C.struct_sriov_apply)(pointer))
}}

func newApply(pointer *C.struct_sriov_apply, family *family) *Apply {
	if pointer == nil {
		return nil
	}
	return &Apply{newHandle(unsafe.Pointer(pointer), &classApply, family)}
}

func (apply *Apply) raw() *handle {
	if apply == nil {
		return nil
	}
	return apply.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (apply *Apply) Close() error {
	return apply.raw().close()
}

// ApplyOption tells how a plan is carried out.
type ApplyOption struct {
	set func(call *call, options *C.struct_sriov_apply_options)
}

func (call *call) applyOptions(given []ApplyOption) *C.struct_sriov_apply_options {
	if len(given) == 0 {
		return nil
	}
	var options *C.struct_sriov_apply_options
	call.code = C.sriov_apply_options_new(&options, &call.failure)
	call.cleanups = append(call.cleanups, func() { C.sriov_apply_options_unref(options) })
	for _, each := range given {
		if each.set != nil && !call.failed() {
			each.set(call, options)
		}
	}
	return options
}

// ApplyOwner: as whom the PFs are leased, and who a recovery says it was.
//
//   - owner: "my-agent 1.2": 1 to 64 bytes without control characters; "", the default, for the
//     process's command.
//
// It fails with
//   - [ErrInvalid]: options is nil, or the text is not as it has to be.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.2.
func ApplyOwner(owner string) ApplyOption {
	return ApplyOption{func(call *call, options *C.struct_sriov_apply_options) {
		cOwner := call.textOrNil("owner", owner)
		if !call.failed() {
			call.code = C.sriov_apply_options_set_owner(options, cOwner, &call.failure)
		}
	}}
}

// ApplyLeases gives the leases that the caller has already: the plan is carried out under them, and
// the caller has them still when that is over.
//
// So nobody changes a PF between what the caller looks at, plans and applies. The PFs of the plan
// without one are leased meanwhile, in the order of their addresses, in which whoever leases more
// than one has to go as well. A lease is of use to one plan at a time, and to none while what was
// begun under it is not over in the kernel.
//
//   - leases: of [PF.AcquireLease], referenced until the options are released. One of a PF that is
//     not in the plan does nothing.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.2.
func ApplyLeases(leases ...*Lease) ApplyOption {
	return ApplyOption{func(call *call, options *C.struct_sriov_apply_options) {
		for _, lease := range leases {
			cLease := (*C.struct_sriov_lease)(call.object(lease.raw(), &classLease))
			if !call.failed() {
				call.code = C.sriov_apply_options_add_lease(options, cLease, &call.failure)
			}
		}
	}}
}

// ApplyWaitMS tells how long to wait for the lease of a PF that somebody has.
//
//   - waitMS: in milliseconds; 0, the default, for not at all.
//
// Since 0.2.
func ApplyWaitMS(waitMS uint32) ApplyOption {
	return ApplyOption{func(call *call, options *C.struct_sriov_apply_options) {
		if !call.failed() {
			C.sriov_apply_options_set_wait_ms(options, C.uint32_t(waitMS))
		}
	}}
}

// ApplyDeadlineMS tells when a step that is not over is given up.
//
// Whatever is in the way, the other PFs are taken back; of this one is told who holds it. What was
// begun goes on in the kernel, and the PF's lease with it; once it is over a recovery takes this
// one back, too. A module is loaded before any PF is touched: when it is late, it goes on loading
// and nothing else is begun.
//
//   - deadlineMS: for each step, in milliseconds; by default that of the context, see
//     [ContextDeadlineMS]; 0 for never.
//
// Since 0.2.
func ApplyDeadlineMS(deadlineMS uint32) ApplyOption {
	return ApplyOption{func(call *call, options *C.struct_sriov_apply_options) {
		if !call.failed() {
			C.sriov_apply_options_set_deadline_ms(options, C.uint32_t(deadlineMS))
		}
	}}
}

// ApplyParallelism tells how many VFs of one PF are bound to their drivers at once. PFs always go
// side by side.
//
//   - parallelism: from 1 to 64, and taken for the nearer one of them when it is none of these; 4
//     by default. Each is a process of its own while the plan is carried out.
//
// Since 0.2.
func ApplyParallelism(parallelism int) ApplyOption {
	return ApplyOption{func(call *call, options *C.struct_sriov_apply_options) {
		cParallelism := call.unsigned("parallelism", parallelism)
		if !call.failed() {
			C.sriov_apply_options_set_parallelism(options, cParallelism)
		}
	}}
}

// ApplyProgress tells who is told of each step, and may have it ended.
//
//   - callback: called on the caller's thread from within [Plan.Apply], [Plan.StartApply] and
//     [Apply.Advance], when a step begins and when it has ended, on the way back too. It returns
//     false to go on, and true to have it ended as [Apply.Cancel] does; after the last step, and on
//     the way back, there is nothing to be ended. It may call that one and getters with the apply,
//     once it has that. nil for nobody.
//
// Since 0.2.
func ApplyProgress(callback func(step *Step, result StepResult) bool) ApplyOption {
	return ApplyOption{func(call *call, options *C.struct_sriov_apply_options) {
		var cCallback *[0]byte
		var cCallbackData unsafe.Pointer
		if callback != nil {
			cCallback = (*[0]byte)(C.go_sriov_apply_options_set_progress_callback)
			cCallbackData = call.lastingCallback(callback)
		}
		if !call.failed() {
			C.sriov_apply_options_set_progress(options, cCallback, cCallbackData)
		}
	}}
}

// Apply carries a plan out, and waits for its end.
//
// First the PFs are leased, and whatever was left by one that was killed is recovered, as
// [Context.RunRecoveryAll] does; that of other PFs need not succeed. Then a journal is kept until
// all is over. When a step fails what was done is taken back.
//
//   - apply: what became of each step, also after a failure of one. nil when it is not wanted.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or an option is out of its range.
//   - [ErrBusy]: somebody has the lease of a PF, or of one that has to be recovered with it; or
//     another plan is carried out under the same lease; or an earlier change of a PF is not over in
//     the kernel; or a PF is not as it was when the plan was made, or another card: plan again.
//   - [ErrWouldDestroy]: somebody uses by now what would be destroyed.
//   - [ErrForbidden]: the caller lacks the right, or the runtime directory is not safe.
//   - [ErrGone]: a device was removed.
//   - [ErrNotFound]: a device, a module or the runtime directory's parent is not there.
//   - [ErrUnsupported]: the driver or the kernel has no such thing.
//   - [ErrTooManyVFs]: the driver allows fewer VFs.
//   - [ErrNoDriver]: a driver is not there.
//   - [ErrBlacklisted]: a module is blacklisted.
//   - [ErrMalformed]: the kernel's description of something is not understood.
//   - [ErrTimeout]: a step was not over in time; who holds the device is told.
//   - [ErrPartial]: the driver made fewer VFs than were asked for; or the way back failed, too, and
//     all is neither as before nor as it should be; or what was left of the PFs by one that was
//     killed could not be recovered.
//   - [ErrCancelled]: the progress callback or [Apply.Cancel] had it ended; all is as before.
//   - [ErrFailed]: the kernel refused a step.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: sriov_drivers_autoprobe, sriov_numvfs, sriov_vf_msix_count, driver_override,
// drivers_probe, the drivers' bind and unbind; rtnetlink's IFLA_VFINFO_LIST.
//
// Since 0.2.
func (plan *Plan) Apply(options ...ApplyOption) (apply *Apply, err error) {
	call := enter(plan.raw(), &classPlan)
	defer call.leave()
	cOptions := call.applyOptions(options)
	var cApply *C.struct_sriov_apply
	if call.ready() {
		call.code = C.sriov_plan_apply((*C.struct_sriov_plan)(call.self), cOptions, &cApply, &call.failure)
	}
	apply = newApply(cApply, call.family)
	return apply, call.err(given(apply))
}

// StartApply begins to carry a plan out, without waiting for its end.
//
// What this waits for itself are leases, as long as the options allow, a recovery, and modules.
// From then on [Apply.Advance] is called whenever [Apply.Descriptor] is readable. When the apply is
// dropped before it is over, it is cancelled and taken back first, unless its last step is under
// way: then it is done.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or an option is out of its range.
//   - [ErrBusy]: somebody has the lease of a PF, or of one that has to be recovered with it; or
//     another plan is carried out under the same lease; or an earlier change of a PF is not over in
//     the kernel; or a PF is not as it was when the plan was made, or another card: plan again.
//   - [ErrWouldDestroy]: somebody uses by now what would be destroyed.
//   - [ErrForbidden]: the caller lacks the right, or the runtime directory is not safe.
//   - [ErrGone]: a device was removed.
//   - [ErrNotFound]: a device, a module or the runtime directory's parent is not there.
//   - [ErrUnsupported]: the driver or the kernel has no such thing.
//   - [ErrTooManyVFs]: the driver allows fewer VFs.
//   - [ErrNoDriver]: a driver is not there.
//   - [ErrBlacklisted]: a module is blacklisted.
//   - [ErrMalformed]: the kernel's description of something is not understood.
//   - [ErrTimeout]: the kernel does not tell something in time, or a module is not loaded in time.
//   - [ErrFailed]: the runtime directory cannot be written, or there is no process or descriptor
//     left.
//   - [ErrPartial]: what was left of the PFs by one that was killed could not be recovered.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: As of [Plan.Apply].
//
// Since 0.2.
func (plan *Plan) StartApply(options ...ApplyOption) (apply *Apply, err error) {
	call := enter(plan.raw(), &classPlan)
	defer call.leave()
	cOptions := call.applyOptions(options)
	var cApply *C.struct_sriov_apply
	if call.ready() {
		call.code = C.sriov_apply_start((*C.struct_sriov_plan)(call.self), cOptions, &cApply, &call.failure)
	}
	apply = newApply(cApply, call.family)
	return apply, call.err(given(apply))
}

// Descriptor is what to wait for, with poll(), select() or the like.
//
// Result: readable when [Apply.Advance] has something to do, and once it is over; it is the apply's
// and is not read from. -1 for nil.
//
// Since 0.2.
func (apply *Apply) Descriptor() int {
	call := look(apply.raw())
	defer call.leave()
	return int(C.sriov_apply_get_descriptor((*C.struct_sriov_apply)(call.self)))
}

// Advance takes note of what the kernel has done, and goes on. Never waits.
//
// Since 0.2.
func (apply *Apply) Advance() error {
	call := enter(apply.raw(), &classApply)
	defer call.leave()
	if call.ready() {
		C.sriov_apply_advance((*C.struct_sriov_apply)(call.self))
	}
	return call.err(nil)
}

// Cancel has it ended after the steps that are under way, and all taken back.
//
// May be called by any thread and in a signal handler, at any time; once it is over it changes
// nothing.
//
// Since 0.2.
func (apply *Apply) Cancel() error {
	call := enter(apply.raw(), &classApply)
	defer call.leave()
	if !call.failed() {
		C.sriov_apply_cancel((*C.struct_sriov_apply)(call.self))
	}
	return call.err(nil)
}

// Result is what it came to so far.
//
// Result: one of [ApplyResult].
//
// Since 0.2.
func (apply *Apply) Result() ApplyResult {
	call := look(apply.raw())
	defer call.leave()
	return ApplyResult(C.sriov_apply_get_result((*C.struct_sriov_apply)(call.self)))
}

// Err tells why all is not as it should be.
//
// Result: nil while it is under way, and when all went well.
//
// Since 0.2.
func (apply *Apply) Err() error {
	call := look(apply.raw())
	defer call.leave()
	return borrowedError(C.sriov_apply_get_error((*C.struct_sriov_apply)(call.self)))
}

// Plan is the plan.
//
// Result: nil for nil.
//
// Since 0.2.
func (apply *Apply) Plan() *Plan {
	call := look(apply.raw())
	defer call.leave()
	return newPlan(C.sriov_plan_ref(C.sriov_apply_get_plan((*C.struct_sriov_apply)(call.self))), call.family)
}

// DoneCount tells how many of the plan's steps are over, one way or the other.
//
// Result: never falls.
//
// Since 0.2.
func (apply *Apply) DoneCount() int {
	call := look(apply.raw())
	defer call.leave()
	return int(C.sriov_apply_get_done_count((*C.struct_sriov_apply)(call.self)))
}

// StepResult is what became of a step on the way forth.
//
//   - position: its place in [Plan.Steps].
//
// Result: one of [StepResult]; [StepResultUnknown] past the end.
//
// Since 0.2.
func (apply *Apply) StepResult(position int) StepResult {
	call := look(apply.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return StepResult(C.sriov_apply_get_step_result((*C.struct_sriov_apply)(call.self), cPosition))
}

// StepError tells why a step failed on the way forth, or what is not as it was set though it was
// done: a driver that agreed to a setting may tell another one at first.
//
//   - position: its place in [Plan.Steps].
//
// Result: nil when all is well with it.
//
// Since 0.2.
func (apply *Apply) StepError(position int) error {
	call := look(apply.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return borrowedError(C.sriov_apply_get_step_error((*C.struct_sriov_apply)(call.self), cPosition))
}
