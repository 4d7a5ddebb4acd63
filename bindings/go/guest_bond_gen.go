// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// GuestBond is the plan of a bond over VFs, as the machine that gets them will have it.
//
// Made with _new, told the bond's parameters and its VFs, then asked. For one thread at a time.
type GuestBond struct{ handle *handle }

var classGuestBond = class{"GuestBond", func(pointer unsafe.Pointer) {
	C.sriov_guest_bond_unref((*C.struct_sriov_guest_bond)(pointer))
}}

func newGuestBond(pointer *C.struct_sriov_guest_bond, family *family) *GuestBond {
	if pointer == nil {
		return nil
	}
	return &GuestBond{newHandle(unsafe.Pointer(pointer), &classGuestBond, family)}
}

func (bond *GuestBond) raw() *handle {
	if bond == nil {
		return nil
	}
	return bond.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (bond *GuestBond) Close() error {
	return bond.raw().close()
}

// NewGuestBond plans a bond with the kernel's defaults, but mode active-backup.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.1.
func NewGuestBond() (bond *GuestBond, err error) {
	call := enterAlone()
	defer call.leave()
	var cBond *C.struct_sriov_guest_bond
	if call.ready() {
		call.code = C.sriov_guest_bond_new(&cBond, &call.failure)
	}
	bond = newGuestBond(cBond, call.family)
	return bond, call.err(given(bond))
}

// NewGuestBondLike plans a bond with the same mode, link monitoring and fail_over_mac as a bond of
// the host.
//
//   - host: the bond of the host.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or this version does not know the host bond's mode or
//     fail_over_mac.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.1.
func NewGuestBondLike(host *Bond) (bond *GuestBond, err error) {
	call := enterAlone()
	defer call.leave()
	cHost := (*C.struct_sriov_bond)(call.object(host.raw(), &classBond))
	var cBond *C.struct_sriov_guest_bond
	if call.ready() {
		call.code = C.sriov_guest_bond_new_like(cHost, &cBond, &call.failure)
	}
	bond = newGuestBond(cBond, call.family)
	return bond, call.err(given(bond))
}

// SetMode sets the mode.
//
//   - mode: the mode.
//
// It fails with
//   - [ErrInvalid]: bond is nil or the mode none of [BondMode].
//
// Since 0.1.
func (bond *GuestBond) SetMode(mode BondMode) error {
	call := enter(bond.raw(), &classGuestBond)
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_guest_bond_set_mode((*C.struct_sriov_guest_bond)(call.self), C.enum_sriov_bond_mode(mode), &call.failure)
	}
	return call.err(nil)
}

// SetMiimonMS sets how often the links are looked at.
//
//   - miimonMS: milliseconds; 0 for never.
//
// Since 0.1.
func (bond *GuestBond) SetMiimonMS(miimonMS int) error {
	call := enter(bond.raw(), &classGuestBond)
	defer call.leave()
	cMiimonMS := call.unsigned("miimonMS", miimonMS)
	if call.ready() {
		C.sriov_guest_bond_set_miimon_ms((*C.struct_sriov_guest_bond)(call.self), cMiimonMS)
	}
	return call.err(nil)
}

// SetFailOverMAC sets what the bond does with MACs at a failover.
//
//   - policy: the policy; the kernel heeds it in active-backup mode only.
//
// It fails with
//   - [ErrInvalid]: bond is nil or the policy none of [FailOverMAC].
//
// Since 0.1.
func (bond *GuestBond) SetFailOverMAC(policy FailOverMAC) error {
	call := enter(bond.raw(), &classGuestBond)
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_guest_bond_set_fail_over_mac((*C.struct_sriov_guest_bond)(call.self), C.enum_sriov_fail_over_mac(policy), &call.failure)
	}
	return call.err(nil)
}

// SetForeignMACs says whether the machine sends frames with MACs that are not its card's.
//
// That is so when a bridge, a macvlan or a machine of its own is above the bond. It is off at
// first.
//
//   - foreign: true when it does.
//
// Since 0.1.
func (bond *GuestBond) SetForeignMACs(foreign bool) error {
	call := enter(bond.raw(), &classGuestBond)
	defer call.leave()
	if call.ready() {
		C.sriov_guest_bond_set_foreign_macs((*C.struct_sriov_guest_bond)(call.self), C.bool(foreign))
	}
	return call.err(nil)
}

// SetAdminMACs says whether whoever starts the machine gives each VF an admin MAC.
//
// libvirt does so for every interface that is a VF, also when its definition names no MAC. It is
// off at first: then the VFs are judged with what they have when they are added. A PF does not tell
// whether the MAC that it has for a VF was given by the administrator or made up by the VF's
// driver; that is seen as long as the VF has an interface on the host, and else makes a warning of
// what would be certain.
//
//   - given: true when it does.
//
// Since 0.1.
func (bond *GuestBond) SetAdminMACs(given bool) error {
	call := enter(bond.raw(), &classGuestBond)
	defer call.leave()
	if call.ready() {
		C.sriov_guest_bond_set_admin_macs((*C.struct_sriov_guest_bond)(call.self), C.bool(given))
	}
	return call.err(nil)
}

// AddVF adds a VF to the bond; the first one gives the bond its MAC.
//
// Its settings are read now.
//
//   - vf: the VF.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrAlready]: it is in the plan.
//   - [ErrUnsupported]: the PF has no network interface.
//   - [ErrNotFound]: the PF has no VF of that index any more, or its interface is in another
//     network namespace.
//   - [ErrGone]: the device was removed.
//   - [ErrMalformed]: the kernel's answer does not hold the number of VFs it promises.
//   - [ErrFailed]: the kernel did not answer.
//   - [ErrBusy]: the kernel was asked before, and that is not over.
//   - [ErrTimeout]: the kernel does not answer in time; see [ContextDeadlineMS].
//
// Kernel interface: rtnetlink RTM_GETLINK with RTEXT_FILTER_VF; address and addr_assign_type of the
// VF's interface, if the host sees one.
//
// Since 0.1.
func (bond *GuestBond) AddVF(vf *VF) error {
	call := enter(bond.raw(), &classGuestBond)
	defer call.leave()
	cVF := (*C.struct_sriov_vf)(call.object(vf.raw(), &classVF))
	if call.ready() {
		call.code = C.sriov_guest_bond_add_vf((*C.struct_sriov_guest_bond)(call.self), cVF, &call.failure)
	}
	return call.err(nil)
}

// Check foretells what will go wrong with the bond as planned, with the ways out.
//
// The rules were measured on igb with kernels 6.1 and 6.12; for other drivers a finding is a
// warning where igb's would be certain. What a spoof check drops was read in the card's registers
// and data sheet: the emulated card of the tests forwards it. What the VFs were told since they
// were added is not seen.
//
//   - findings: empty when nothing is wrong.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.1.
func (bond *GuestBond) Check() (findings *FindingList, err error) {
	call := enter(bond.raw(), &classGuestBond)
	defer call.leave()
	var cFindings *C.struct_sriov_finding_list
	if call.ready() {
		call.code = C.sriov_guest_bond_check((*C.struct_sriov_guest_bond)(call.self), &cFindings, &call.failure)
	}
	findings = newFindingList(cFindings, call.family)
	return findings, call.err(given(findings))
}
