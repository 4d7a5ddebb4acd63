// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// EswitchMode tells who decides where packets of VFs go; the numbers are the kernel's.
type EswitchMode int32

// What an EswitchMode can be.
const (
	// EswitchModeUnknown: a mode that this version does not know.
	EswitchModeUnknown EswitchMode = -1

	// EswitchModeLegacy: the card, by MAC and VLAN.
	EswitchModeLegacy EswitchMode = 0

	// EswitchModeSwitchdev: the host, through representors.
	EswitchModeSwitchdev EswitchMode = 1

	// EswitchModeSwitchdevInactive: the host, but nothing goes through yet: for setting rules first
	// (newer kernels and cards).
	EswitchModeSwitchdevInactive EswitchMode = 2
)

var namesEswitchMode = map[EswitchMode]string{
	EswitchModeUnknown:           "unknown",
	EswitchModeLegacy:            "legacy",
	EswitchModeSwitchdev:         "switchdev",
	EswitchModeSwitchdevInactive: "switchdev-inactive",
}

// String is the name of the value; of one that this version does not know, the number.
func (value EswitchMode) String() string {
	return nameOf(value, namesEswitchMode)
}

// EswitchInlineMode tells how many of a packet's headers a VF's driver has to hand to the card with
// it.
type EswitchInlineMode int32

// What an EswitchInlineMode can be.
const (
	// EswitchInlineModeUnknown: the driver does not tell, or tells what this version does not know.
	EswitchInlineModeUnknown EswitchInlineMode = -1

	// EswitchInlineModeNone: none.
	EswitchInlineModeNone EswitchInlineMode = 0

	// EswitchInlineModeLink: those of the link layer.
	EswitchInlineModeLink EswitchInlineMode = 1

	// EswitchInlineModeNetwork: up to the network layer.
	EswitchInlineModeNetwork EswitchInlineMode = 2

	// EswitchInlineModeTransport: up to the transport layer.
	EswitchInlineModeTransport EswitchInlineMode = 3
)

var namesEswitchInlineMode = map[EswitchInlineMode]string{
	EswitchInlineModeUnknown:   "unknown",
	EswitchInlineModeNone:      "none",
	EswitchInlineModeLink:      "link",
	EswitchInlineModeNetwork:   "network",
	EswitchInlineModeTransport: "transport",
}

// String is the name of the value; of one that this version does not know, the number.
func (value EswitchInlineMode) String() string {
	return nameOf(value, namesEswitchInlineMode)
}

// Eswitch is the state of a PF's switch. Immutable.
type Eswitch struct{ handle *handle }

var classEswitch = class{"Eswitch", func(pointer unsafe.Pointer) {
	C.sriov_eswitch_unref((*C.struct_sriov_eswitch)(pointer))
}}

func newEswitch(pointer *C.struct_sriov_eswitch, family *family) *Eswitch {
	if pointer == nil {
		return nil
	}
	return &Eswitch{newHandle(unsafe.Pointer(pointer), &classEswitch, family)}
}

func (eswitch *Eswitch) raw() *handle {
	if eswitch == nil {
		return nil
	}
	return eswitch.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (eswitch *Eswitch) Close() error {
	return eswitch.raw().close()
}

// Mode tells who decides where packets of VFs go.
//
// Since 0.1.
func (eswitch *Eswitch) Mode() EswitchMode {
	call := look(eswitch.raw())
	defer call.leave()
	return EswitchMode(C.sriov_eswitch_get_mode((*C.struct_sriov_eswitch)(call.self)))
}

// InlineMode is what of a packet has to be handed to the card with it.
//
// Since 0.1.
func (eswitch *Eswitch) InlineMode() EswitchInlineMode {
	call := look(eswitch.raw())
	defer call.leave()
	return EswitchInlineMode(C.sriov_eswitch_get_inline_mode((*C.struct_sriov_eswitch)(call.self)))
}

// Encapsulation tells whether the card may put packets into tunnels by itself.
//
// Result: on or off; unknown when the driver does not tell.
//
// Since 0.1.
func (eswitch *Eswitch) Encapsulation() Switch {
	call := look(eswitch.raw())
	defer call.leave()
	return Switch(C.sriov_eswitch_get_encapsulation((*C.struct_sriov_eswitch)(call.self)))
}

// ReadEswitch reads the state of the PF's switch.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrUnsupported]: its driver has no devlink (igb, nvme) or no such modes, or the kernel has
//     no devlink: then it is what legacy mode is. The same is seen from a network namespace that
//     the PF's devlink is not in.
//   - [ErrNoDriver]: no driver is bound to the PF.
//   - [ErrForbidden]: the caller lacks CAP_NET_ADMIN, which it takes to read it, too.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the driver cannot tell now: try again; or the kernel was asked before, and that is
//     not over.
//   - [ErrTimeout]: the kernel does not answer in time; see [ContextDeadlineMS].
//   - [ErrMalformed]: the kernel's answer is not understood.
//   - [ErrFailed]: the driver failed.
//
// Kernel interface: devlink (generic netlink) DEVLINK_CMD_ESWITCH_GET.
//
// Since 0.1.
func (pf *PF) ReadEswitch() (eswitch *Eswitch, err error) {
	call := enter(pf.raw(), &classPF)
	defer call.leave()
	var cEswitch *C.struct_sriov_eswitch
	if call.ready() {
		call.code = C.sriov_pf_read_eswitch((*C.struct_sriov_pf)(call.self), &cEswitch, &call.failure)
	}
	eswitch = newEswitch(cEswitch, call.family)
	return eswitch, call.err(given(eswitch))
}

// SetEswitchMode sets the mode of the PF's switch.
//
// The mode that it has already is success and changes nothing. After the change the mode is read
// back. What VFs were set to in one mode is not kept in the other; many drivers want no driver to
// be bound to the VFs meanwhile, and some (mlx5) drop the links of the PF for a moment.
//
//   - mode: one of the modes but [EswitchModeUnknown].
//
// It fails with
//   - [ErrInvalid]: pf is nil or there is no such mode.
//   - [ErrNoMemory]: out of memory.
//   - [ErrUnsupported]: its driver has no devlink (igb, nvme) or not this mode, or the kernel has
//     no devlink.
//   - [ErrNoDriver]: no driver is bound to the PF.
//   - [ErrForbidden]: the caller lacks CAP_NET_ADMIN, or the driver forbids it.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the driver cannot now, or somebody else set another mode at the same time; or an
//     earlier change of the PF is not over.
//   - [ErrTimeout]: it is not over in time, and goes on; see [ContextDeadlineMS].
//   - [ErrMalformed]: the kernel's answer is not understood.
//   - [ErrFailed]: the driver refused, or it is not known what it did.
//
// Kernel interface: devlink (generic netlink) DEVLINK_CMD_ESWITCH_SET with
// DEVLINK_ATTR_ESWITCH_MODE.
//
// Since 0.1.
func (pf *PF) SetEswitchMode(mode EswitchMode) error {
	call := enter(pf.raw(), &classPF)
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_pf_set_eswitch_mode((*C.struct_sriov_pf)(call.self), C.enum_sriov_eswitch_mode(mode), &call.failure)
	}
	return call.err(nil)
}
