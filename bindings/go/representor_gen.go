// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// Representor is the representor of one VF, or why there is none. Immutable.
type Representor struct{ handle *handle }

var classRepresentor = class{"Representor", func(pointer unsafe.Pointer) {
	C.sriov_representor_unref((*C.struct_sriov_representor)(pointer))
}}

func newRepresentor(pointer *C.struct_sriov_representor, family *family) *Representor {
	if pointer == nil {
		return nil
	}
	return &Representor{newHandle(unsafe.Pointer(pointer), &classRepresentor, family)}
}

func (representor *Representor) raw() *handle {
	if representor == nil {
		return nil
	}
	return representor.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (representor *Representor) Close() error {
	return representor.raw().close()
}

// RepresentorList: representors of the VFs of one PF, in the order of the VFs. Immutable.
type RepresentorList struct{ handle *handle }

var classRepresentorList = class{"RepresentorList", func(pointer unsafe.Pointer) {
	C.sriov_representor_list_unref((*C.struct_sriov_representor_list)(pointer))
}}

func newRepresentorList(pointer *C.struct_sriov_representor_list, family *family) *RepresentorList {
	if pointer == nil {
		return nil
	}
	return &RepresentorList{newHandle(unsafe.Pointer(pointer), &classRepresentorList, family)}
}

func (list *RepresentorList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *RepresentorList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *RepresentorList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_representor_list_get_count((*C.struct_sriov_representor_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *RepresentorList) At(position int) *Representor {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newRepresentor(C.sriov_representor_ref(C.sriov_representor_list_get((*C.struct_sriov_representor_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *RepresentorList) All() []*Representor {
	all := make([]*Representor, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// VFIndex tells Which VF it stands for.
//
// Result: from 0.
//
// Since 0.1.
func (representor *Representor) VFIndex() int {
	call := look(representor.raw())
	defer call.leave()
	return int(C.sriov_representor_get_vf_index((*C.struct_sriov_representor)(call.self)))
}

// Netdev is the interface.
//
// Result: nil when it is not seen here: [Representor.Err] says why.
//
// Since 0.1.
func (representor *Representor) Netdev() *Netdev {
	call := look(representor.raw())
	defer call.leave()
	return newNetdev(C.sriov_netdev_ref(C.sriov_representor_get_netdev((*C.struct_sriov_representor)(call.self))), call.family)
}

// Err tells why the interface is not seen.
//
// Result: nil when all is well.
//
// Since 0.1.
func (representor *Representor) Err() error {
	call := look(representor.raw())
	defer call.leave()
	return borrowedError(C.sriov_representor_get_error((*C.struct_sriov_representor)(call.self)))
}

// ListRepresentors lists the representors of the VFs that the PF has now, one for each VF.
//
// A VF whose representor is not seen is in the list all the same, with [Representor.Err].
//
//   - list: empty when the PF has no VFs.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrUnsupported]: the PF's driver has no switchdev mode.
//   - [ErrNoDriver]: no driver is bound to the PF.
//   - [ErrNotFound]: the switch is in legacy mode, in which VFs have none: see [PF.SetEswitchMode].
//   - [ErrGone]: the PF was removed.
//   - [ErrBusy]: the interfaces or ports of the host changed each time they were read: try again;
//     or the kernel was asked before, and that is not over.
//   - [ErrTimeout]: the kernel does not answer in time; see [ContextDeadlineMS].
//   - [ErrForbidden]: the caller may not use netlink.
//   - [ErrMalformed]: the kernel's answer is not understood.
//   - [ErrFailed]: the kernel did not answer.
//
// Kernel interface: devlink DEVLINK_CMD_PORT_GET: the port of the flavour pcivf with the VF's
// number. Where the driver has no such ports, rtnetlink RTM_GETLINK: the interface on the PF's
// switch (IFLA_PHYS_SWITCH_ID) that is called (IFLA_PHYS_PORT_NAME) "pf0vf3", "c1pf0vf3",
// "pf0vfr3", "vf3" or "3".
//
// Since 0.1.
func (pf *PF) ListRepresentors() (list *RepresentorList, err error) {
	call := enter(pf.raw(), &classPF)
	defer call.leave()
	var cList *C.struct_sriov_representor_list
	if call.ready() {
		call.code = C.sriov_pf_list_representors((*C.struct_sriov_pf)(call.self), &cList, &call.failure)
	}
	list = newRepresentorList(cList, call.family)
	return list, call.err(given(list))
}

// ReadRepresentor finds the representor of one VF.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrUnsupported]: the PF's driver has no switchdev mode.
//   - [ErrNoDriver]: no driver is bound to the PF.
//   - [ErrNotFound]: the switch is in legacy mode, in which VFs have none (see
//     [PF.SetEswitchMode]), or the VF's is in another network namespace.
//   - [ErrGone]: the PF was removed.
//   - [ErrBusy]: the interfaces or ports of the host changed each time they were read: try again;
//     or the kernel was asked before, and that is not over.
//   - [ErrTimeout]: the kernel does not answer in time; see [ContextDeadlineMS].
//   - [ErrForbidden]: the caller may not use netlink.
//   - [ErrMalformed]: the kernel's answer is not understood.
//   - [ErrFailed]: the kernel did not answer.
//
// Kernel interface: devlink DEVLINK_CMD_PORT_GET: the port of the flavour pcivf with the VF's
// number. Where the driver has no such ports, rtnetlink RTM_GETLINK: the interface on the PF's
// switch (IFLA_PHYS_SWITCH_ID) that is called (IFLA_PHYS_PORT_NAME) "pf0vf3", "c1pf0vf3",
// "pf0vfr3", "vf3" or "3".
//
// Since 0.1.
func (vf *VF) ReadRepresentor() (netdev *Netdev, err error) {
	call := enter(vf.raw(), &classVF)
	defer call.leave()
	var cNetdev *C.struct_sriov_netdev
	if call.ready() {
		call.code = C.sriov_vf_read_representor((*C.struct_sriov_vf)(call.self), &cNetdev, &call.failure)
	}
	netdev = newNetdev(cNetdev, call.family)
	return netdev, call.err(given(netdev))
}
