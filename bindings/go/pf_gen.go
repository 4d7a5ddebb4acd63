// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// PF is a physical function as it was when it was read. Immutable.
type PF struct{ handle *handle }

var classPF = class{"PF", func(pointer unsafe.Pointer) {
	C.sriov_pf_unref((*C.struct_sriov_pf)(pointer))
}}

func newPF(pointer *C.struct_sriov_pf, family *family) *PF {
	if pointer == nil {
		return nil
	}
	return &PF{newHandle(unsafe.Pointer(pointer), &classPF, family)}
}

func (pf *PF) raw() *handle {
	if pf == nil {
		return nil
	}
	return pf.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (pf *PF) Close() error {
	return pf.raw().close()
}

// PFList: PFs, those of [Context.ListPFs] in the order of their addresses. Immutable.
type PFList struct{ handle *handle }

var classPFList = class{"PFList", func(pointer unsafe.Pointer) {
	C.sriov_pf_list_unref((*C.struct_sriov_pf_list)(pointer))
}}

func newPFList(pointer *C.struct_sriov_pf_list, family *family) *PFList {
	if pointer == nil {
		return nil
	}
	return &PFList{newHandle(unsafe.Pointer(pointer), &classPFList, family)}
}

func (list *PFList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *PFList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *PFList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_pf_list_get_count((*C.struct_sriov_pf_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *PFList) At(position int) *PF {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newPF(C.sriov_pf_ref(C.sriov_pf_list_get((*C.struct_sriov_pf_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *PFList) All() []*PF {
	all := make([]*PF, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// ListPFs lists the PFs of the host, with or without VFs.
//
//   - list: may be empty. A PF that cannot be read is in it all the same, with its address and
//     [PF.Err].
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrNotFound]: the kernel has no PCI bus.
//   - [ErrForbidden]: the bus may not be listed.
//   - [ErrFailed]: the bus cannot be listed.
//
// Kernel interface: /sys/bus/pci/devices; a device with sriov_totalvfs is a PF.
//
// Since 0.1.
func (context *Context) ListPFs() (list *PFList, err error) {
	call := enter(context.raw(), &classContext)
	defer call.leave()
	var cList *C.struct_sriov_pf_list
	if call.ready() {
		call.code = C.sriov_pf_list((*C.struct_sriov_context)(call.self), &cList, &call.failure)
	}
	list = newPFList(cList, call.family)
	return list, call.err(given(list))
}

// ListPFsByNames gives the PFs of some names: a pool that VFs are to be taken from, for instance.
//
//   - names: as [Context.OpenPF] takes them, with spaces between: "em1 0000:02:00.0".
//   - list: in the order of the names, each PF once.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, there is no name in the text, or one is neither an address
//     nor can be an interface's.
//   - [ErrNotFound]: no device has that address, no interface that name, or the interface is on no
//     PCI device.
//   - [ErrNotPF]: a device is a VF (the message names its PF) or has no SR-IOV.
//   - [ErrForbidden]: the caller lacks the right.
//   - [ErrGone]: a device was removed.
//   - [ErrMalformed]: the kernel's description of one is not understood.
//   - [ErrFailed]: a device cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: That of [Context.OpenPF] for each PF.
//
// Since 0.2.
func (context *Context) ListPFsByNames(names string) (list *PFList, err error) {
	call := enter(context.raw(), &classContext)
	defer call.leave()
	cNames := call.text("names", names)
	var cList *C.struct_sriov_pf_list
	if call.ready() {
		call.code = C.sriov_pf_list_by_names((*C.struct_sriov_context)(call.self), cNames, &cList, &call.failure)
	}
	list = newPFList(cList, call.family)
	return list, call.err(given(list))
}

// FindPF gives the PCI address of a PF, by the name of its network interface.
//
// For whoever needs no more than that: it costs three system calls where [Context.OpenPF], which
// reads the PF, takes about thirty. [Device.Address] of the PF that this opens is the same.
//
//   - name: "em1"; an address is taken too, "0000:01:00.0" or "01:00.0" (domain 0).
//   - address: "DDDD:BB:DD.F" in hexadecimal
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or the name is neither an address nor can be an
//     interface's.
//   - [ErrNotFound]: no device has that address, no interface that name, or the interface is on no
//     PCI device.
//   - [ErrNotPF]: the device is a VF (the message names its PF) or has no SR-IOV.
//   - [ErrForbidden]: the caller lacks the right.
//   - [ErrGone]: the device was removed.
//   - [ErrMalformed]: the kernel's description of what is no PF is not understood.
//   - [ErrFailed]: the device cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: /sys/class/net/NAME/device; a device with sriov_totalvfs is a PF.
//
// Since 0.1.
func (context *Context) FindPF(name string) (address string, err error) {
	call := enter(context.raw(), &classContext)
	defer call.leave()
	cName := call.text("name", name)
	var cAddress *C.char
	if call.ready() {
		call.code = C.sriov_pf_find((*C.struct_sriov_context)(call.self), cName, &cAddress, &call.failure)
	}
	return takeText(cAddress), call.err(nil)
}

// OpenPF opens one PF by its PCI address or by the name of its network interface.
//
//   - name: "0000:01:00.0", "01:00.0" (domain 0), "em1" or an alternative name of it.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or the name is neither an address nor can be an
//     interface's.
//   - [ErrNotFound]: no device has that address, no interface that name, or the interface is on no
//     PCI device.
//   - [ErrNotPF]: the device is a VF (the message names its PF) or has no SR-IOV.
//   - [ErrForbidden]: the caller lacks the right.
//   - [ErrGone]: the device was removed.
//   - [ErrMalformed]: the kernel's description of it is not understood.
//   - [ErrFailed]: the device cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: sriov_totalvfs, sriov_offset, sriov_stride, sriov_vf_device, the links virtfnN
// and net/ of the device. sriov_numvfs is not read: that blocks for as long as somebody's removal
// of VFs waits for one that is held.
//
// Since 0.1.
func (context *Context) OpenPF(name string) (pf *PF, err error) {
	call := enter(context.raw(), &classContext)
	defer call.leave()
	cName := call.text("name", name)
	var cPF *C.struct_sriov_pf
	if call.ready() {
		call.code = C.sriov_pf_open((*C.struct_sriov_context)(call.self), cName, &cPF, &call.failure)
	}
	pf = newPF(cPF, call.family)
	return pf, call.err(given(pf))
}

// Device is the PF as a PCI device: address, driver, group and so on.
//
// Since 0.1.
func (pf *PF) Device() *Device {
	call := look(pf.raw())
	defer call.leave()
	return newDevice(C.sriov_device_ref(C.sriov_pf_get_device((*C.struct_sriov_pf)(call.self))), call.family)
}

// Err tells why a PF in a list could not be read.
//
// Result: nil when all is well. With an error only its address is sure to be known.
//
// Since 0.1.
func (pf *PF) Err() error {
	call := look(pf.raw())
	defer call.leave()
	return borrowedError(C.sriov_pf_get_error((*C.struct_sriov_pf)(call.self)))
}

// Interface is its network interface; of several the first by name.
//
// Result: "" when it has none that is seen here.
//
// Since 0.1.
func (pf *PF) Interface() string {
	call := look(pf.raw())
	defer call.leave()
	return C.GoString(C.sriov_pf_get_interface((*C.struct_sriov_pf)(call.self)))
}

// TotalVFs is the most VFs that it and its driver can have.
//
// Result: the number, often less than the hardware's.
//
// Since 0.1.
func (pf *PF) TotalVFs() int {
	call := look(pf.raw())
	defer call.leave()
	return int(C.sriov_pf_get_total_vfs((*C.struct_sriov_pf)(call.self)))
}

// VFCount tells how many VFs it had when it was read.
//
// Since 0.1.
func (pf *PF) VFCount() int {
	call := look(pf.raw())
	defer call.leave()
	return int(C.sriov_pf_get_vf_count((*C.struct_sriov_pf)(call.self)))
}

// VFOffset: from the PF's routing ID to that of VF 0.
//
// Result: the distance; 0 when the kernel does not tell.
//
// Since 0.1.
func (pf *PF) VFOffset() int {
	call := look(pf.raw())
	defer call.leave()
	return int(C.sriov_pf_get_vf_offset((*C.struct_sriov_pf)(call.self)))
}

// VFStride: from one VF's routing ID to the next one's.
//
// Result: the distance; 0 when the kernel does not tell.
//
// Since 0.1.
func (pf *PF) VFStride() int {
	call := look(pf.raw())
	defer call.leave()
	return int(C.sriov_pf_get_vf_stride((*C.struct_sriov_pf)(call.self)))
}

// VFDeviceID is the device ID that its VFs have.
//
// Result: the id; 0 when the kernel does not tell.
//
// Since 0.1.
func (pf *PF) VFDeviceID() uint16 {
	call := look(pf.raw())
	defer call.leave()
	return uint16(C.sriov_pf_get_vf_device_id((*C.struct_sriov_pf)(call.self)))
}

// ListVFs gives the VFs that the PF has now.
//
//   - list: in the order of their indexes; may be empty.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: the PF was removed.
//   - [ErrForbidden]: the PF may not be read.
//   - [ErrFailed]: the PF cannot be read.
//
// Kernel interface: the links virtfnN, of each VF modalias, driver and iommu_group; /sys/class/net,
// or net/ of each VF where that is quicker.
//
// Since 0.1.
func (pf *PF) ListVFs() (list *VFList, err error) {
	call := enter(pf.raw(), &classPF)
	defer call.leave()
	var cList *C.struct_sriov_vf_list
	if call.ready() {
		call.code = C.sriov_pf_list_vfs((*C.struct_sriov_pf)(call.self), &cList, &call.failure)
	}
	list = newVFList(cList, call.family)
	return list, call.err(given(list))
}

// OpenVF gives one VF of the PF.
//
//   - index: from 0, below the number of VFs: seven VFs are numbered 0 to 6.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrNotFound]: the PF has no VF of that index now; the message says how many it has.
//   - [ErrGone]: the PF was removed.
//   - [ErrForbidden]: the VF may not be read.
//   - [ErrMalformed]: the kernel's description of it is not understood.
//   - [ErrFailed]: the VF cannot be read.
//
// Kernel interface: the link virtfnN, of the VF modalias, driver, iommu_group and net/.
//
// Since 0.1.
func (pf *PF) OpenVF(index int) (vf *VF, err error) {
	call := enter(pf.raw(), &classPF)
	defer call.leave()
	cIndex := call.unsigned("index", index)
	var cVF *C.struct_sriov_vf
	if call.ready() {
		call.code = C.sriov_pf_open_vf((*C.struct_sriov_pf)(call.self), cIndex, &cVF, &call.failure)
	}
	vf = newVF(cVF, call.family)
	return vf, call.err(given(vf))
}

// ListVFSettings gives the settings of all VFs of the PF, in one question to the kernel.
//
// Lists of any length are read whole: the kernel's length field for them wraps at about 220 VFs, so
// it is not what the end is told by.
//
//   - list: may be empty.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrUnsupported]: the PF has no network interface, or its driver tells nothing of VFs.
//   - [ErrNotFound]: its interface is in another network namespace.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the driver leaves a VF out of its answer, as while it resets: try again; or the
//     kernel was asked before, and that is not over.
//   - [ErrTimeout]: the kernel does not answer in time; see [ContextDeadlineMS].
//   - [ErrForbidden]: the caller may not use netlink.
//   - [ErrMalformed]: the kernel's answer does not hold the VFs that it promises.
//   - [ErrFailed]: the kernel did not answer.
//
// Kernel interface: rtnetlink RTM_GETLINK with RTEXT_FILTER_VF: IFLA_NUM_VF, IFLA_VFINFO_LIST.
//
// Since 0.1.
func (pf *PF) ListVFSettings() (list *VFSettingsList, err error) {
	call := enter(pf.raw(), &classPF)
	defer call.leave()
	var cList *C.struct_sriov_vf_settings_list
	if call.ready() {
		call.code = C.sriov_pf_list_vf_settings((*C.struct_sriov_pf)(call.self), &cList, &call.failure)
	}
	list = newVFSettingsList(cList, call.family)
	return list, call.err(given(list))
}

// SetSpoofCheckAll: spoof check for every VF of the PF, in one send.
//
// The VFs are those that the PF has now, from VF 0 on. One refusal does not keep the others from
// being set.
//
//   - enable: true to drop frames with a source MAC that is not the VF's.
//
// It fails with
//   - [ErrInvalid]: an argument is nil or out of its range.
//   - [ErrPartial]: some VFs were set and some not; one cause for each that was not.
//   - [ErrUnsupported]: the PF has no network interface, or its driver no such setting.
//   - [ErrNotFound]: the interface is in another network namespace.
//   - [ErrForbidden]: the caller lacks CAP_NET_ADMIN.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the driver cannot now, for instance while a VF resets: try again; or an earlier
//     change of the PF is not over.
//   - [ErrTimeout]: it is not over in time, and goes on; see [ContextDeadlineMS].
//   - [ErrFailed]: the driver refused all of them: one cause for each VF; or it is not known what
//     it did.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: rtnetlink RTM_SETLINK with IFLA_VF_SPOOFCHK, one message for each VF.
//
// Since 0.1.
func (pf *PF) SetSpoofCheckAll(enable bool) error {
	call := enter(pf.raw(), &classPF)
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_pf_set_spoof_check_all((*C.struct_sriov_pf)(call.self), C.bool(enable), &call.failure)
	}
	return call.err(nil)
}

// SetTrustAll: trust for every VF of the PF, in one send.
//
// The VFs are those that the PF has now, from VF 0 on. One refusal does not keep the others from
// being set.
//
//   - enable: true to let VFs override their admin MAC and ask for promiscuous mode.
//
// It fails with
//   - [ErrInvalid]: an argument is nil or out of its range.
//   - [ErrPartial]: some VFs were set and some not; one cause for each that was not.
//   - [ErrUnsupported]: the PF has no network interface, or its driver no such setting.
//   - [ErrNotFound]: the interface is in another network namespace.
//   - [ErrForbidden]: the caller lacks CAP_NET_ADMIN.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the driver cannot now, for instance while a VF resets: try again; or an earlier
//     change of the PF is not over.
//   - [ErrTimeout]: it is not over in time, and goes on; see [ContextDeadlineMS].
//   - [ErrFailed]: the driver refused all of them: one cause for each VF; or it is not known what
//     it did.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: rtnetlink RTM_SETLINK with IFLA_VF_TRUST, one message for each VF.
//
// Since 0.1.
func (pf *PF) SetTrustAll(enable bool) error {
	call := enter(pf.raw(), &classPF)
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_pf_set_trust_all((*C.struct_sriov_pf)(call.self), C.bool(enable), &call.failure)
	}
	return call.err(nil)
}

// SetLinkStateAll: link state for every VF of the PF, in one send.
//
// The VFs are those that the PF has now, from VF 0 on. One refusal does not keep the others from
// being set.
//
//   - state: what link the VFs are to see.
//
// It fails with
//   - [ErrInvalid]: an argument is nil or out of its range.
//   - [ErrPartial]: some VFs were set and some not; one cause for each that was not.
//   - [ErrUnsupported]: the PF has no network interface, or its driver no such setting.
//   - [ErrNotFound]: the interface is in another network namespace.
//   - [ErrForbidden]: the caller lacks CAP_NET_ADMIN.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the driver cannot now, for instance while a VF resets: try again; or an earlier
//     change of the PF is not over.
//   - [ErrTimeout]: it is not over in time, and goes on; see [ContextDeadlineMS].
//   - [ErrFailed]: the driver refused all of them: one cause for each VF; or it is not known what
//     it did.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: rtnetlink RTM_SETLINK with IFLA_VF_LINK_STATE, one message for each VF.
//
// Since 0.1.
func (pf *PF) SetLinkStateAll(state LinkState) error {
	call := enter(pf.raw(), &classPF)
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_pf_set_link_state_all((*C.struct_sriov_pf)(call.self), C.enum_sriov_link_state(state), &call.failure)
	}
	return call.err(nil)
}

// ReadAutoprobe tells whether the kernel looks for a driver for each VF that is made.
//
//   - enabled: true, as the kernel has it at first: the native driver takes new VFs at once.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrUnsupported]: the kernel has no such setting (it came with Linux 4.12).
//   - [ErrGone]: the device was removed.
//   - [ErrForbidden]: it may not be read.
//   - [ErrMalformed]: the file holds neither 0 nor 1.
//   - [ErrFailed]: it cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: sriov_drivers_autoprobe.
//
// Since 0.1.
func (pf *PF) ReadAutoprobe() (enabled bool, err error) {
	call := enter(pf.raw(), &classPF)
	defer call.leave()
	var cEnabled C.bool
	if call.ready() {
		call.code = C.sriov_pf_read_autoprobe((*C.struct_sriov_pf)(call.self), &cEnabled, &call.failure)
	}
	return bool(cEnabled), call.err(nil)
}

// SetAutoprobe has the kernel look for a driver for each VF that is made, or leave it without.
//
// Off, new VFs get no driver, interface and DHCP of their own before they are configured, and are
// made much faster. It is about VFs that are made from now on, for as long as the host is up. A
// write to drivers_probe finds a driver for such a VF only when it has a driver_override.
//
//   - enable: true to look for drivers.
//
// It fails with
//   - [ErrInvalid]: pf is nil.
//   - [ErrUnsupported]: the kernel has no such setting (it came with Linux 4.12).
//   - [ErrGone]: the device was removed.
//   - [ErrForbidden]: it takes root and a writable sysfs.
//   - [ErrBusy]: somebody else set it at the same time: read back, it was otherwise.
//   - [ErrTimeout]: it is not over in time, and goes on; see [ContextDeadlineMS].
//   - [ErrMalformed]: read back, the file holds neither 0 nor 1.
//   - [ErrFailed]: it cannot be written.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: sriov_drivers_autoprobe.
//
// Since 0.1.
func (pf *PF) SetAutoprobe(enable bool) error {
	call := enter(pf.raw(), &classPF)
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_pf_set_autoprobe((*C.struct_sriov_pf)(call.self), C.bool(enable), &call.failure)
	}
	return call.err(nil)
}

// ReadVFMSIXPool tells how many MSI-X vectors there are for all VFs together, to be shared out with
// [VF.SetMSIXCount].
//
// The kernel waits here as long as somebody's making or removing of VFs takes.
//
//   - vectors: from 1.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrUnsupported]: its driver gives each VF a fixed number, or the kernel is older than 5.13.
//   - [ErrNoDriver]: no driver is bound to the PF.
//   - [ErrBusy]: it was asked for before, and that is not over.
//   - [ErrTimeout]: the kernel does not answer in time: somebody changes the device; see
//     [ContextDeadlineMS].
//   - [ErrGone]: the device was removed.
//   - [ErrForbidden]: it may not be read.
//   - [ErrMalformed]: the file holds no number.
//   - [ErrFailed]: it cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: sriov_vf_total_msix.
//
// Since 0.1.
func (pf *PF) ReadVFMSIXPool() (vectors int, err error) {
	call := enter(pf.raw(), &classPF)
	defer call.leave()
	var cVectors C.uint
	if call.ready() {
		call.code = C.sriov_pf_read_vf_msix_pool((*C.struct_sriov_pf)(call.self), &cVectors, &call.failure)
	}
	return int(cVectors), call.err(nil)
}
