// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// Lease is the lease of a PF, for as long as there is a reference to it. Counted.
type Lease struct{ handle *handle }

var classLease = class{"Lease", func(pointer unsafe.Pointer) {
	C.sriov_lease_unref((*C.struct_sriov_lease)(pointer))
}}

func newLease(pointer *C.struct_sriov_lease, family *family) *Lease {
	if pointer == nil {
		return nil
	}
	return &Lease{newHandle(unsafe.Pointer(pointer), &classLease, family)}
}

func (lease *Lease) raw() *handle {
	if lease == nil {
		return nil
	}
	return lease.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (lease *Lease) Close() error {
	return lease.raw().close()
}

// LeaseOption tells how a lease is acquired. Starts with the defaults: in the name of the process's
// command, and without waiting.
type LeaseOption struct {
	set func(call *call, options *C.struct_sriov_lease_options)
}

func (call *call) leaseOptions(given []LeaseOption) *C.struct_sriov_lease_options {
	if len(given) == 0 {
		return nil
	}
	var options *C.struct_sriov_lease_options
	call.code = C.sriov_lease_options_new(&options, &call.failure)
	call.cleanups = append(call.cleanups, func() { C.sriov_lease_options_unref(options) })
	for _, each := range given {
		if each.set != nil && !call.failed() {
			each.set(call, options)
		}
	}
	return options
}

// LeaseOwner is what the owner calls himself, for others to read.
//
//   - owner: "my-agent 1.2": 1 to 64 bytes without control characters; "" for the process's
//     command.
//
// It fails with
//   - [ErrInvalid]: options is nil, or the text is not as it has to be.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.2.
func LeaseOwner(owner string) LeaseOption {
	return LeaseOption{func(call *call, options *C.struct_sriov_lease_options) {
		cOwner := call.textOrNil("owner", owner)
		if !call.failed() {
			call.code = C.sriov_lease_options_set_owner(options, cOwner, &call.failure)
		}
	}}
}

// LeaseWaitMS tells how long to wait for a lease that somebody else has.
//
// Meanwhile it is tried again and again, up to 20 ms apart; who comes first has it, and not who has
// waited longest.
//
//   - waitMS: milliseconds; 0 to try once, which is the default; 4294967295 for as long as it
//     takes.
//
// Since 0.2.
func LeaseWaitMS(waitMS uint32) LeaseOption {
	return LeaseOption{func(call *call, options *C.struct_sriov_lease_options) {
		if !call.failed() {
			C.sriov_lease_options_set_wait_ms(options, C.uint32_t(waitMS))
		}
	}}
}

// AcquireLease acquires the lease of a PF.
//
// Two contexts or threads of one process are kept apart as two processes are. A child that the
// process forks keeps the lease with it until both have dropped it or ended; a program that it
// executes does not have it.
//
//   - lease: which frees it.
//
// It fails with
//   - [ErrInvalid]: pf or lease is nil.
//   - [ErrBusy]: somebody else has it; the message says who, as far as that is known.
//   - [ErrForbidden]: the runtime directory may not be opened, or is not this user's alone.
//   - [ErrNotFound]: the directory that the runtime directory is to be made in is not there.
//   - [ErrFailed]: the file cannot be made, written or locked.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: flock() on /run/libsriov/lease/ADDRESS; /proc/self, of it comm and stat, and
// /proc/sys/kernel/random/boot_id.
//
// Since 0.2.
func (pf *PF) AcquireLease(options ...LeaseOption) (lease *Lease, err error) {
	call := enter(pf.raw(), &classPF)
	defer call.leave()
	cOptions := call.leaseOptions(options)
	var cLease *C.struct_sriov_lease
	if call.ready() {
		call.code = C.sriov_pf_acquire_lease((*C.struct_sriov_pf)(call.self), cOptions, &cLease, &call.failure)
	}
	lease = newLease(cLease, call.family)
	return lease, call.err(given(lease))
}

// ReadLeaseOwner tells who has the lease of a PF now. It is not taken from anybody by that.
//
//   - owner: nil when the lease is free.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrForbidden]: the runtime directory may not be opened, or is not this user's alone.
//   - [ErrFailed]: the file cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: flock() on /run/libsriov/lease/ADDRESS; of the owner, /proc/PID/stat;
// /proc/locks where he wrote nothing.
//
// Since 0.2.
func (pf *PF) ReadLeaseOwner() (owner *Owner, err error) {
	call := enter(pf.raw(), &classPF)
	defer call.leave()
	var cOwner *C.struct_sriov_owner
	if call.ready() {
		call.code = C.sriov_pf_read_lease_owner((*C.struct_sriov_pf)(call.self), &cOwner, &call.failure)
	}
	owner = newOwner(cOwner, call.family)
	return owner, call.err(given(owner))
}

// Address tells Which PF's it is.
//
// Result: the PCI address; "" for "".
//
// Since 0.2.
func (lease *Lease) Address() string {
	call := look(lease.raw())
	defer call.leave()
	return C.GoString(C.sriov_lease_get_address((*C.struct_sriov_lease)(call.self)))
}
