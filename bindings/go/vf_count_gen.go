// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

// VFCountOption tells how [PF.SetVFCount] is to go about it.
type VFCountOption struct {
	set func(call *call, options *C.struct_sriov_vf_count_options)
}

func (call *call) vfCountOptions(given []VFCountOption) *C.struct_sriov_vf_count_options {
	if len(given) == 0 {
		return nil
	}
	var options *C.struct_sriov_vf_count_options
	call.code = C.sriov_vf_count_options_new(&options, &call.failure)
	call.cleanups = append(call.cleanups, func() { C.sriov_vf_count_options_unref(options) })
	for _, each := range given {
		if each.set != nil && !call.failed() {
			each.set(call, options)
		}
	}
	return options
}

// VFCountAllowDestroy allows the VFs that exist to be destroyed, in use or not.
//
// The kernel can change the number only through 0: from 7 to 3 all seven go and three new ones
// come. A machine that has one of them loses it.
//
//   - allow: true to allow it.
//
// Since 0.1.
func VFCountAllowDestroy(allow bool) VFCountOption {
	return VFCountOption{func(call *call, options *C.struct_sriov_vf_count_options) {
		if !call.failed() {
			C.sriov_vf_count_options_set_allow_destroy(options, C.bool(allow))
		}
	}}
}

// SetVFCount makes the PF have this many VFs.
//
// The number that it has already is success and changes nothing. When VFs exist and another number
// is asked for, it refuses, and says which VFs would go and who has them, unless the options allow
// it. After the write the VFs are counted. When making the new ones fails after the old ones were
// destroyed, the old number is made again as far as the kernel allows.
//
// Removing VFs waits in the kernel until each one held through VFIO is let go: the deadline of
// [ContextDeadlineMS] is for each of the two writes.
//
//   - count: from 0 to [PF.TotalVFs].
//
// It fails with
//   - [ErrInvalid]: pf is nil.
//   - [ErrTooManyVFs]: more than the PF can have. Nothing was changed.
//   - [ErrNoDriver]: no driver is bound to the PF. Nothing was changed.
//   - [ErrUnsupported]: its driver cannot make VFs. Nothing was changed.
//   - [ErrWouldDestroy]: VFs exist; one cause for each of them. Nothing was changed.
//   - [ErrBusy]: somebody else changed the number at the same time, or an earlier change by this
//     context was not over in time and still is not.
//   - [ErrTimeout]: it is not over in time, and goes on; see [ContextDeadlineMS]. The message says
//     how far it came, and names the first VF that a process holds; one cause for each of them.
//     Nothing is taken back.
//   - [ErrPartial]: the driver made fewer and said nothing; they are left.
//   - [ErrForbidden]: the caller may not write it; it takes root.
//   - [ErrGone]: the device was removed.
//   - [ErrFailed]: the kernel refused, for instance for want of bus numbers or memory space
//     (ENOMEM): the message has its reason.
//   - [ErrNoMemory]: out of memory in this process.
//
// Kernel interface: sriov_numvfs, the links virtfnN.
//
// Since 0.1.
func (pf *PF) SetVFCount(count int, options ...VFCountOption) error {
	call := enter(pf.raw(), &classPF)
	defer call.leave()
	cCount := call.unsigned("count", count)
	cOptions := call.vfCountOptions(options)
	if call.ready() {
		call.code = C.sriov_pf_set_vf_count((*C.struct_sriov_pf)(call.self), cCount, cOptions, &call.failure)
	}
	return call.err(nil)
}
