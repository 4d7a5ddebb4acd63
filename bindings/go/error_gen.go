// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import (
	"strconv"
	"syscall"
)

// Code is what a call came to.
//
// Values never change; later versions add new ones at the end. Treat one you do not know like
// [ErrFailed].
type Code int32

// What a Code can be.
const (
	// CodeOk: success.
	CodeOk Code = 0

	// ErrFailed: the kernel refused or failed for a reason that has no code here: see the errno.
	ErrFailed Code = 1

	// ErrInvalid: an argument is nil, empty, malformed or out of its documented range.
	ErrInvalid Code = 2

	// ErrNotFound: nothing has that address, name, number or index.
	ErrNotFound Code = 3

	// ErrUnsupported: this device, driver or kernel has no such feature.
	ErrUnsupported Code = 4

	// ErrForbidden: the caller lacks the right; the message names the file or capability.
	ErrForbidden Code = 5

	// ErrNoMemory: out of memory.
	ErrNoMemory Code = 6

	// ErrBusy: somebody else uses or changes it now.
	ErrBusy Code = 7

	// ErrGone: the device was removed meanwhile.
	ErrGone Code = 8

	// ErrNotPF: the device exists but is no PF.
	ErrNotPF Code = 9

	// ErrNotVF: the device exists but is no VF of a PF.
	ErrNotVF Code = 10

	// ErrTooManyVFs: More VFs were asked for than the device has.
	ErrTooManyVFs Code = 11

	// ErrNoDriver: no driver is bound, or the driver to bind is not loaded.
	ErrNoDriver Code = 12

	// ErrWouldDestroy: the change would destroy VFs, and the caller did not allow that.
	ErrWouldDestroy Code = 13

	// ErrAlready: it has that state already and is left as it is.
	ErrAlready Code = 14

	// ErrPartial: part of it was done; the causes tell what was not.
	ErrPartial Code = 15

	// ErrBlacklisted: the module is blacklisted in the configuration of modprobe.
	ErrBlacklisted Code = 16

	// ErrMalformed: the kernel's answer makes no sense to this version.
	ErrMalformed Code = 17

	// ErrTimeout: it was not over when its deadline was. What was begun goes on in the kernel; the
	// message says what, and who keeps it waiting. Since 0.2.
	ErrTimeout Code = 18

	// ErrCancelled: the caller had it ended before it was done. Since 0.2.
	ErrCancelled Code = 19
)

var namesCode = map[Code]string{
	CodeOk:          "ok",
	ErrFailed:       "failed",
	ErrInvalid:      "invalid",
	ErrNotFound:     "not-found",
	ErrUnsupported:  "unsupported",
	ErrForbidden:    "forbidden",
	ErrNoMemory:     "no-memory",
	ErrBusy:         "busy",
	ErrGone:         "gone",
	ErrNotPF:        "not-pf",
	ErrNotVF:        "not-vf",
	ErrTooManyVFs:   "too-many-vfs",
	ErrNoDriver:     "no-driver",
	ErrWouldDestroy: "would-destroy",
	ErrAlready:      "already",
	ErrPartial:      "partial",
	ErrBlacklisted:  "blacklisted",
	ErrMalformed:    "malformed",
	ErrTimeout:      "timeout",
	ErrCancelled:    "cancelled",
}

// String is the name of the value; of one that this version does not know, the number.
func (value Code) String() string {
	if _, known := namesCode[value]; known {
		return C.GoString(C.sriov_code_get_name(C.enum_sriov_code(value)))
	}
	return strconv.Itoa(int(value))
}

// Error is one failure. Immutable, may be read from any thread.
type Error struct {
	// Code is the code that the failed call returned.
	Code Code

	// Errno is the errno of the system call behind it.
	//
	// Value: a positive errno, or 0 when no system call failed.
	Errno syscall.Errno

	// Operation is what was being done: "read", "write", "open", "readlink", "list", "stat", "netlink",
	// "load"; since 0.2 also "make", "lock", "sync", "rename" and "remove".
	//
	// Value: "" when nothing had been started yet.
	Operation string

	// Path is the file that the operation was on.
	//
	// Value: "" when it was no file.
	Path string

	// Attribute is the netlink attribute that was refused, as the kernel calls it: "IFLA_VF_MAC".
	//
	// Value: "" when there is none.
	Attribute string

	// Device is the PCI address of the device it is about: "0000:01:00.0".
	//
	// Value: "" when it is about no device.
	Device string

	// VFIndex is the index of the VF it is about.
	//
	// Value: from 0; -1 when it is about no VF.
	VFIndex int

	// Message is one sentence for a person: what, which device, why, and what to do where that is
	// known.
	//
	// For instance: em1 (0000:01:00.0, igb): cannot make 9 VFs: the device has at most 7.
	//
	// Value: never "".
	Message string

	// Causes: each is one of the causes.
	Causes []*Error

	// Result is what the call gave although it failed; nil as a rule.
	Result any

	closed bool
}

func newError(failure *C.struct_sriov_error) *Error {
	made := &Error{
		Code:      Code(C.sriov_error_get_code(failure)),
		Errno:     syscall.Errno(C.sriov_error_get_errno(failure)),
		Operation: C.GoString(C.sriov_error_get_operation(failure)),
		Path:      C.GoString(C.sriov_error_get_path(failure)),
		Attribute: C.GoString(C.sriov_error_get_attribute(failure)),
		Device:    C.GoString(C.sriov_error_get_device(failure)),
		VFIndex:   int(C.sriov_error_get_vf_index(failure)),
		Message:   C.GoString(C.sriov_error_get_message(failure)),
	}
	for i := 0; i < int(C.sriov_error_get_cause_count(failure)); i++ {
		made.Causes = append(made.Causes, newError(C.sriov_error_get_cause(failure, C.size_t(i))))
	}
	return made
}
