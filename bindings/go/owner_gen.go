// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// Owner: whom a lease or a reservation belongs to, by his own account. Immutable.
type Owner struct{ handle *handle }

var classOwner = class{"Owner", func(pointer unsafe.Pointer) {
	C.sriov_owner_unref((*C.struct_sriov_owner)(pointer))
}}

func newOwner(pointer *C.struct_sriov_owner, family *family) *Owner {
	if pointer == nil {
		return nil
	}
	return &Owner{newHandle(unsafe.Pointer(pointer), &classOwner, family)}
}

func (owner *Owner) raw() *handle {
	if owner == nil {
		return nil
	}
	return owner.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (owner *Owner) Close() error {
	return owner.raw().close()
}

// Text is what the owner called himself: "my-agent 1.2".
//
// Result: "" when he wrote nothing, as a shell's flock does; what is told of its process then comes
// from the kernel.
//
// Since 0.2.
func (owner *Owner) Text() string {
	call := look(owner.raw())
	defer call.leave()
	return C.GoString(C.sriov_owner_get_text((*C.struct_sriov_owner)(call.self)))
}

// PID is the process, by its number in the PID namespace that its procfs showed.
//
// Result: from 1; 0 when it is not known.
//
// Since 0.2.
func (owner *Owner) PID() int {
	call := look(owner.raw())
	defer call.leave()
	return int(C.sriov_owner_get_pid((*C.struct_sriov_owner)(call.self)))
}

// Command is its short name when it took what it has: "python3", at most 15 bytes.
//
// Result: "" when it is not known.
//
// Since 0.2.
func (owner *Owner) Command() string {
	call := look(owner.raw())
	defer call.leave()
	return C.GoString(C.sriov_owner_get_command((*C.struct_sriov_owner)(call.self)))
}

// StartTicks tells when the process was started, as the kernel counts: with its number, this names
// it for as long as the host runs.
//
// Result: clock ticks since the boot, field 22 of /proc/PID/stat; 0 when it is not known.
//
// Since 0.2.
func (owner *Owner) StartTicks() uint64 {
	call := look(owner.raw())
	defer call.leave()
	return uint64(C.sriov_owner_get_start_ticks((*C.struct_sriov_owner)(call.self)))
}

// BootID: in which boot of the host it was: "3c9a3b9e-6d2a-4e0c-8f3c-6f4d1c1f7d52".
//
// Result: "" when it is not known.
//
// Since 0.2.
func (owner *Owner) BootID() string {
	call := look(owner.raw())
	defer call.leave()
	return C.GoString(C.sriov_owner_get_boot_id((*C.struct_sriov_owner)(call.self)))
}

// SinceS tells since when he has it, by the clock.
//
// Result: seconds since 1970; 0 when it is not known.
//
// Since 0.2.
func (owner *Owner) SinceS() uint64 {
	call := look(owner.raw())
	defer call.leave()
	return uint64(C.sriov_owner_get_since_s((*C.struct_sriov_owner)(call.self)))
}

// IsRunning tells whether the process was still running: one of its number and its start is to be
// seen.
//
// Result: false when it has ended, and another one that it made keeps what it had; when it cannot
// be seen from here, as from within a container; and for nil.
//
// Since 0.2.
func (owner *Owner) IsRunning() bool {
	call := look(owner.raw())
	defer call.leave()
	return bool(C.sriov_owner_is_running((*C.struct_sriov_owner)(call.self)))
}

// Description is the owner in words: "my-agent 1.2 (python3, process 812) since 2026-11-26 09:30:00
// UTC".
//
// Result: "" for "".
//
// Since 0.2.
func (owner *Owner) Description() string {
	call := look(owner.raw())
	defer call.leave()
	return C.GoString(C.sriov_owner_get_description((*C.struct_sriov_owner)(call.self)))
}
