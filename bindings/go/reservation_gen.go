// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// Reservation is a VF that is reserved for as long as there is a reference to this. Counted.
//
// What is reserved is the VF of that PCI address: one that is removed and made anew is so again.
type Reservation struct{ handle *handle }

var classReservation = class{"Reservation", func(pointer unsafe.Pointer) {
	C.sriov_reservation_unref((*C.struct_sriov_reservation)(pointer))
}}

func newReservation(pointer *C.struct_sriov_reservation, family *family) *Reservation {
	if pointer == nil {
		return nil
	}
	return &Reservation{newHandle(unsafe.Pointer(pointer), &classReservation, family)}
}

func (reservation *Reservation) raw() *handle {
	if reservation == nil {
		return nil
	}
	return reservation.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (reservation *Reservation) Close() error {
	return reservation.raw().close()
}

// ReservationOption tells Which VF is reserved, and for whom. Starts with the defaults: in the name
// of the process's command, on any driver or none, and not in use.
type ReservationOption struct {
	set func(call *call, options *C.struct_sriov_reservation_options)
}

func (call *call) reservationOptions(given []ReservationOption) *C.struct_sriov_reservation_options {
	if len(given) == 0 {
		return nil
	}
	var options *C.struct_sriov_reservation_options
	call.code = C.sriov_reservation_options_new(&options, &call.failure)
	call.cleanups = append(call.cleanups, func() { C.sriov_reservation_options_unref(options) })
	for _, each := range given {
		if each.set != nil && !call.failed() {
			each.set(call, options)
		}
	}
	return options
}

// ReservationOwner is what the owner calls himself, for others to read.
//
//   - owner: "my-agent 1.2": 1 to 64 bytes without control characters; "" for the process's
//     command.
//
// It fails with
//   - [ErrInvalid]: options is nil, or the text is not as it has to be.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.2.
func ReservationOwner(owner string) ReservationOption {
	return ReservationOption{func(call *call, options *C.struct_sriov_reservation_options) {
		cOwner := call.textOrNil("owner", owner)
		if !call.failed() {
			call.code = C.sriov_reservation_options_set_owner(options, cOwner, &call.failure)
		}
	}}
}

// ReservationDriver tells which driver the VF has to be on.
//
//   - driver: a driver's name, such as "vfio-pci"; "" for any, and for none.
//
// It fails with
//   - [ErrInvalid]: options is nil, or the name can be no driver's.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.2.
func ReservationDriver(driver string) ReservationOption {
	return ReservationOption{func(call *call, options *C.struct_sriov_reservation_options) {
		cDriver := call.textOrNil("driver", driver)
		if !call.failed() {
			call.code = C.sriov_reservation_options_set_driver(options, cDriver, &call.failure)
		}
	}}
}

// ReservationAllowInUse tells whether the VF may be in use: for an agent that starts again and
// reserves what the machines that it had started use. It counts for [VF.Reserve], and not where any
// VF of many is given.
//
//   - allow: false is the default.
//
// Since 0.2.
func ReservationAllowInUse(allow bool) ReservationOption {
	return ReservationOption{func(call *call, options *C.struct_sriov_reservation_options) {
		if !call.failed() {
			C.sriov_reservation_options_set_allow_in_use(options, C.bool(allow))
		}
	}}
}

// Reserve reserves this VF.
//
// First it is reserved, then looked at: of two agents that come at once one has it, and what the
// other did with it before is seen. While a plan is carried out, the VFs that it would disturb are
// reserved by whoever does so, and those that it makes from before they are there: a VF of a plan
// that is not over may go again.
//
//   - reservation: which frees the VF for others.
//
// It fails with
//   - [ErrInvalid]: vf or reservation is nil, or the VF is one of a list that could not be read.
//   - [ErrBusy]: somebody has reserved it, or it is in use as [VFUse.IsInUse] says; the message
//     tells who or what it is.
//   - [ErrNoDriver]: it is not on the driver that is wanted.
//   - [ErrGone]: the VF was removed.
//   - [ErrForbidden]: the runtime directory may not be opened or is not this user's alone, or sysfs
//     or procfs may not be read.
//   - [ErrNotFound]: the directory that the runtime directory is to be made in is not there, or
//     there is no procfs where the context looks for it.
//   - [ErrFailed]: the file cannot be made, written or locked, or the VF not be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: flock() on /run/libsriov/reservation/ADDRESS, of the VF and of its PF, and what
// [VF.ReadUse] reads.
//
// Since 0.2.
func (vf *VF) Reserve(options ...ReservationOption) (reservation *Reservation, err error) {
	call := enter(vf.raw(), &classVF)
	defer call.leave()
	cOptions := call.reservationOptions(options)
	var cReservation *C.struct_sriov_reservation
	if call.ready() {
		call.code = C.sriov_vf_reserve((*C.struct_sriov_vf)(call.self), cOptions, &cReservation, &call.failure)
	}
	reservation = newReservation(cReservation, call.family)
	return reservation, call.err(given(reservation))
}

// ReserveVF reserves a VF of the PF that nobody has reserved and that is not in use: the first that
// is so, by index.
//
//   - reservation: as [VF.Reserve] gives it; [Reservation.VF] tells which VF it is.
//
// It fails with
//   - [ErrInvalid]: pf or reservation is nil.
//   - [ErrBusy]: none of the VFs can be had; a cause for each.
//   - [ErrNotFound]: the PF has no VFs, there is no procfs where the context looks for it, or not
//     the directory that the runtime directory is to be made in.
//   - [ErrGone]: the PF was removed.
//   - [ErrForbidden]: the runtime directory may not be opened or is not this user's alone, or sysfs
//     or procfs may not be read.
//   - [ErrFailed]: the runtime directory cannot be made, or the PF not be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: What [PF.ListVFUses] reads, and what [VF.Reserve] does.
//
// Since 0.2.
func (pf *PF) ReserveVF(options ...ReservationOption) (reservation *Reservation, err error) {
	call := enter(pf.raw(), &classPF)
	defer call.leave()
	cOptions := call.reservationOptions(options)
	var cReservation *C.struct_sriov_reservation
	if call.ready() {
		call.code = C.sriov_pf_reserve_vf((*C.struct_sriov_pf)(call.self), cOptions, &cReservation, &call.failure)
	}
	reservation = newReservation(cReservation, call.family)
	return reservation, call.err(given(reservation))
}

// ReserveVF gives the same of a pool of PFs: the first of them that has such a VF gives it.
//
//   - reservation: as [VF.Reserve] gives it.
//
// It fails with
//   - [ErrInvalid]: list or reservation is nil.
//   - [ErrBusy]: none of the VFs can be had; a cause for each.
//   - [ErrNotFound]: there is no VF at all, or not the directory that the runtime directory is to
//     be made in.
//   - [ErrForbidden]: the runtime directory may not be opened, or is not this user's alone.
//   - [ErrFailed]: the runtime directory cannot be made.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: That of [PF.ReserveVF] for each PF.
//
// Since 0.2.
func (list *PFList) ReserveVF(options ...ReservationOption) (reservation *Reservation, err error) {
	call := enter(list.raw(), &classPFList)
	defer call.leave()
	cOptions := call.reservationOptions(options)
	var cReservation *C.struct_sriov_reservation
	if call.ready() {
		call.code = C.sriov_pf_list_reserve_vf((*C.struct_sriov_pf_list)(call.self), cOptions, &cReservation, &call.failure)
	}
	reservation = newReservation(cReservation, call.family)
	return reservation, call.err(given(reservation))
}

// ReadReservationOwner tells who has reserved a VF, or has all VFs of its PF since he makes or
// removes some. It is not taken from anybody by that.
//
//   - owner: nil when nobody has reserved it.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or the VF is one of a list that could not be read.
//   - [ErrForbidden]: the runtime directory may not be opened, or is not this user's alone.
//   - [ErrFailed]: the file cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: flock() on /run/libsriov/reservation/ADDRESS, of the VF and of its PF; of the
// owner, /proc/PID/stat.
//
// Since 0.2.
func (vf *VF) ReadReservationOwner() (owner *Owner, err error) {
	call := enter(vf.raw(), &classVF)
	defer call.leave()
	var cOwner *C.struct_sriov_owner
	if call.ready() {
		call.code = C.sriov_vf_read_reservation_owner((*C.struct_sriov_vf)(call.self), &cOwner, &call.failure)
	}
	owner = newOwner(cOwner, call.family)
	return owner, call.err(given(owner))
}

// VF tells Which VF it is.
//
// Result: nil for nil.
//
// Since 0.2.
func (reservation *Reservation) VF() *VF {
	call := look(reservation.raw())
	defer call.leave()
	return newVF(C.sriov_vf_ref(C.sriov_reservation_get_vf((*C.struct_sriov_reservation)(call.self))), call.family)
}
