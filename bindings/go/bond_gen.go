// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// BondMode tells how a bond uses its members; the numbers are the kernel's.
type BondMode int32

// What a BondMode can be.
const (
	// BondModeUnknown: one that this version does not know.
	BondModeUnknown BondMode = -1

	// BondModeBalanceRR: balance-rr.
	BondModeBalanceRR BondMode = 0

	// BondModeActiveBackup: active-backup.
	BondModeActiveBackup BondMode = 1

	// BondModeBalanceXor: balance-xor.
	BondModeBalanceXor BondMode = 2

	// BondModeBroadcast: broadcast.
	BondModeBroadcast BondMode = 3

	// BondMode8023ad: 802.3ad, LACP.
	BondMode8023ad BondMode = 4

	// BondModeBalanceTLB: balance-tlb.
	BondModeBalanceTLB BondMode = 5

	// BondModeBalanceAlb: balance-alb.
	BondModeBalanceAlb BondMode = 6
)

var namesBondMode = map[BondMode]string{
	BondModeUnknown:      "unknown",
	BondModeBalanceRR:    "balance-rr",
	BondModeActiveBackup: "active-backup",
	BondModeBalanceXor:   "balance-xor",
	BondModeBroadcast:    "broadcast",
	BondMode8023ad:       "8023ad",
	BondModeBalanceTLB:   "balance-tlb",
	BondModeBalanceAlb:   "balance-alb",
}

// String is the name of the value; of one that this version does not know, the number.
func (value BondMode) String() string {
	return nameOf(value, namesBondMode)
}

// FailOverMAC is what an active-backup bond does with MACs; the numbers are the kernel's.
type FailOverMAC int32

// What a FailOverMAC can be.
const (
	// FailOverMACUnknown: one that this version does not know.
	FailOverMACUnknown FailOverMAC = -1

	// FailOverMACNone: every member is given the bond's MAC when it joins.
	FailOverMACNone FailOverMAC = 0

	// FailOverMACActive: the members keep their MACs, and the bond takes the active one's.
	FailOverMACActive FailOverMAC = 1

	// FailOverMACFollow: a member is given the bond's MAC when it becomes the active one.
	FailOverMACFollow FailOverMAC = 2
)

var namesFailOverMAC = map[FailOverMAC]string{
	FailOverMACUnknown: "unknown",
	FailOverMACNone:    "none",
	FailOverMACActive:  "active",
	FailOverMACFollow:  "follow",
}

// String is the name of the value; of one that this version does not know, the number.
func (value FailOverMAC) String() string {
	return nameOf(value, namesFailOverMAC)
}

// Bond is a bond of the host as it was when it was read. Immutable.
type Bond struct{ handle *handle }

var classBond = class{"Bond", func(pointer unsafe.Pointer) {
	C.sriov_bond_unref((*C.struct_sriov_bond)(pointer))
}}

func newBond(pointer *C.struct_sriov_bond, family *family) *Bond {
	if pointer == nil {
		return nil
	}
	return &Bond{newHandle(unsafe.Pointer(pointer), &classBond, family)}
}

func (bond *Bond) raw() *handle {
	if bond == nil {
		return nil
	}
	return bond.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (bond *Bond) Close() error {
	return bond.raw().close()
}

// OpenBond opens a bond by its name.
//
//   - name: "bond0".
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or the name can be no interface's.
//   - [ErrNotFound]: there is no such interface, or it is no bond.
//   - [ErrMalformed]: the kernel's description of it is not understood.
//   - [ErrForbidden]: it may not be read.
//   - [ErrFailed]: it cannot be read.
//   - [ErrBusy]: it was asked for before, and that is not over.
//   - [ErrTimeout]: the kernel does not answer in time; see [ContextDeadlineMS].
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: /sys/class/net/NAME/bonding.
//
// Since 0.1.
func (context *Context) OpenBond(name string) (bond *Bond, err error) {
	call := enter(context.raw(), &classContext)
	defer call.leave()
	cName := call.text("name", name)
	var cBond *C.struct_sriov_bond
	if call.ready() {
		call.code = C.sriov_bond_open((*C.struct_sriov_context)(call.self), cName, &cBond, &call.failure)
	}
	bond = newBond(cBond, call.family)
	return bond, call.err(given(bond))
}

// OpenBondAbove opens the bond that an interface is a member of.
//
//   - interface_: the interface: "em1".
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or the name can be no interface's.
//   - [ErrNotFound]: there is no such interface, or it is in no bond; the message says what it is
//     in instead.
//   - [ErrMalformed]: the kernel's description of it is not understood.
//   - [ErrForbidden]: it may not be read.
//   - [ErrFailed]: it cannot be read.
//   - [ErrBusy]: it was asked for before, and that is not over.
//   - [ErrTimeout]: the kernel does not answer in time; see [ContextDeadlineMS].
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: the link /sys/class/net/NAME/master.
//
// Since 0.1.
func (context *Context) OpenBondAbove(interface_ string) (bond *Bond, err error) {
	call := enter(context.raw(), &classContext)
	defer call.leave()
	cInterface := call.text("interface_", interface_)
	var cBond *C.struct_sriov_bond
	if call.ready() {
		call.code = C.sriov_bond_open_above((*C.struct_sriov_context)(call.self), cInterface, &cBond, &call.failure)
	}
	bond = newBond(cBond, call.family)
	return bond, call.err(given(bond))
}

// Name is its interface.
//
// Since 0.1.
func (bond *Bond) Name() string {
	call := look(bond.raw())
	defer call.leave()
	return C.GoString(C.sriov_bond_get_name((*C.struct_sriov_bond)(call.self)))
}

// Mode tells how it uses its members.
//
// Since 0.1.
func (bond *Bond) Mode() BondMode {
	call := look(bond.raw())
	defer call.leave()
	return BondMode(C.sriov_bond_get_mode((*C.struct_sriov_bond)(call.self)))
}

// ModeName is the mode as the kernel calls it: "active-backup".
//
// Since 0.1.
func (bond *Bond) ModeName() string {
	call := look(bond.raw())
	defer call.leave()
	return C.GoString(C.sriov_bond_get_mode_name((*C.struct_sriov_bond)(call.self)))
}

// MiimonMS tells how often the link of each member is looked at.
//
// Result: milliseconds; 0 when it is not.
//
// Since 0.1.
func (bond *Bond) MiimonMS() int {
	call := look(bond.raw())
	defer call.leave()
	return int(C.sriov_bond_get_miimon_ms((*C.struct_sriov_bond)(call.self)))
}

// UpdelayMS tells how long a link must be up before it is used.
//
// Result: milliseconds.
//
// Since 0.1.
func (bond *Bond) UpdelayMS() int {
	call := look(bond.raw())
	defer call.leave()
	return int(C.sriov_bond_get_updelay_ms((*C.struct_sriov_bond)(call.self)))
}

// DowndelayMS tells how long a link must be down before it is given up.
//
// Result: milliseconds.
//
// Since 0.1.
func (bond *Bond) DowndelayMS() int {
	call := look(bond.raw())
	defer call.leave()
	return int(C.sriov_bond_get_downdelay_ms((*C.struct_sriov_bond)(call.self)))
}

// Primary is the member that is preferred.
//
// Result: "" when there is none.
//
// Since 0.1.
func (bond *Bond) Primary() string {
	call := look(bond.raw())
	defer call.leave()
	return C.GoString(C.sriov_bond_get_primary((*C.struct_sriov_bond)(call.self)))
}

// FailOverMAC is what it does with MACs at a failover.
//
// Since 0.1.
func (bond *Bond) FailOverMAC() FailOverMAC {
	call := look(bond.raw())
	defer call.leave()
	return FailOverMAC(C.sriov_bond_get_fail_over_mac((*C.struct_sriov_bond)(call.self)))
}

// ActiveMember is the member that carries the traffic.
//
// Result: "" when there is none, and in modes that use all.
//
// Since 0.1.
func (bond *Bond) ActiveMember() string {
	call := look(bond.raw())
	defer call.leave()
	return C.GoString(C.sriov_bond_get_active_member((*C.struct_sriov_bond)(call.self)))
}

// Members is its members, in the order in which they joined.
//
// Result: may be empty.
//
// Since 0.1.
func (bond *Bond) Members() []string {
	call := look(bond.raw())
	defer call.leave()
	return copyStringList(C.sriov_bond_get_members((*C.struct_sriov_bond)(call.self)))
}

// Options is all its parameters as the bonding module and BONDING_OPTS take them: "mode=1 miimon=80
// updelay=30000 primary=em1 fail_over_mac=active". What is at its default is left out, mode is not.
//
// BONDING_OPTS also takes peer_notif_delay, arp_missed_max, lacp_active and tlb_dynamic_lb, which
// are no parameters of the module.
//
// Since 0.1.
func (bond *Bond) Options() string {
	call := look(bond.raw())
	defer call.leave()
	return C.GoString(C.sriov_bond_get_options((*C.struct_sriov_bond)(call.self)))
}
