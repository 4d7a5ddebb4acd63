// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// Host is all PCI devices of the host as they were when they were read, and what they are to each
// other. Immutable.
//
// Each device is in it once: the device of a PF, of a VF or of a group's member is the very object
// that is in [Host.Devices].
type Host struct{ handle *handle }

var classHost = class{"Host", func(pointer unsafe.Pointer) {
	C.sriov_host_unref((*C.struct_sriov_host)(pointer))
}}

func newHost(pointer *C.struct_sriov_host, family *family) *Host {
	if pointer == nil {
		return nil
	}
	return &Host{newHandle(unsafe.Pointer(pointer), &classHost, family)}
}

func (host *Host) raw() *handle {
	if host == nil {
		return nil
	}
	return host.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (host *Host) Close() error {
	return host.raw().close()
}

// ReadHost reads the host in one pass over its PCI bus.
//
// No device is read twice, and nothing is read that may block or wakes a device. While others make
// and remove VFs or devices the pass goes on: a VF that came after the bus was listed is among the
// devices all the same, and what was removed under the pass is in it with [Device.Err], [PF.Err] or
// [VF.Err] saying [ErrGone].
//
// It costs six system calls a device, or the five of [Context.ListDevices] and one or two more for
// a VF, about thirty for a PF and seven for a group.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrNotFound]: the kernel has no PCI bus.
//   - [ErrForbidden]: the bus may not be listed.
//   - [ErrFailed]: the bus cannot be listed.
//
// Kernel interface: that of [Context.ListDevices], [Context.ListPFs], [PF.ListVFs] and
// [Context.OpenIOMMUGroup].
//
// Since 0.1.
func (context *Context) ReadHost() (host *Host, err error) {
	call := enter(context.raw(), &classContext)
	defer call.leave()
	var cHost *C.struct_sriov_host
	if call.ready() {
		call.code = C.sriov_host_read((*C.struct_sriov_context)(call.self), &cHost, &call.failure)
	}
	host = newHost(cHost, call.family)
	return host, call.err(given(host))
}

// Devices is all its PCI devices.
//
// Result: in the order of addresses. One that cannot be read is in it with its error.
//
// Since 0.1.
func (host *Host) Devices() *DeviceList {
	call := look(host.raw())
	defer call.leave()
	return newDeviceList(C.sriov_device_list_ref(C.sriov_host_get_devices((*C.struct_sriov_host)(call.self))), call.family)
}

// PFs is all its PFs, with or without VFs.
//
// Result: in the order of addresses. One that cannot be read is in it with its error.
//
// Since 0.1.
func (host *Host) PFs() *PFList {
	call := look(host.raw())
	defer call.leave()
	return newPFList(C.sriov_pf_list_ref(C.sriov_host_get_pfs((*C.struct_sriov_host)(call.self))), call.family)
}

// VFs is the VFs of a PF.
//
//   - pf: a PF; one that was opened elsewhere stands for the one of the same address. May be nil.
//
// Result: in the order of indexes, as many as [PF.VFCount] says of the PF in [Host.PFs]; nil when
// this host has no such PF. A VF that cannot be read is in it with its error.
//
// Since 0.1.
func (host *Host) VFs(pf *PF) *VFList {
	call := look(host.raw())
	defer call.leave()
	cPF := (*C.struct_sriov_pf)(call.hold(pf.raw()))
	return newVFList(C.sriov_vf_list_ref(C.sriov_host_get_vfs((*C.struct_sriov_host)(call.self), cPF)), call.family)
}

// Groups is the IOMMU groups that its devices are in.
//
// The devices of a group are those that say they are in it. Members that are no PCI devices count
// for [IOMMUGroup.IsViable], and so does one that came after the bus was listed. A group whose
// members cannot be told is not viable, and says so.
//
// Result: in the order of numbers; empty when the IOMMU is off.
//
// Since 0.1.
func (host *Host) Groups() *IOMMUGroupList {
	call := look(host.raw())
	defer call.leave()
	return newIOMMUGroupList(C.sriov_iommu_group_list_ref(C.sriov_host_get_groups((*C.struct_sriov_host)(call.self))), call.family)
}

// Device is one of its devices.
//
//   - address: "0000:01:00.0" or "01:00.0" (domain 0); may be "".
//
// Result: nil when it has none there.
//
// Since 0.1.
func (host *Host) Device(address string) *Device {
	call := look(host.raw())
	defer call.leave()
	cAddress := call.textOrNil("address", address)
	return newDevice(C.sriov_device_ref(C.sriov_host_get_device((*C.struct_sriov_host)(call.self), cAddress)), call.family)
}

// PF is one of its PFs.
//
//   - name: an address as above, or what [PF.Interface] gives; may be "".
//
// Result: nil when it has no such PF.
//
// Since 0.1.
func (host *Host) PF(name string) *PF {
	call := look(host.raw())
	defer call.leave()
	cName := call.textOrNil("name", name)
	return newPF(C.sriov_pf_ref(C.sriov_host_get_pf((*C.struct_sriov_host)(call.self), cName)), call.family)
}

// VF is one of its VFs.
//
//   - name: an address as above, or what [VF.Interface] gives; may be "".
//
// Result: nil when it has no such VF.
//
// Since 0.1.
func (host *Host) VF(name string) *VF {
	call := look(host.raw())
	defer call.leave()
	cName := call.textOrNil("name", name)
	return newVF(C.sriov_vf_ref(C.sriov_host_get_vf((*C.struct_sriov_host)(call.self), cName)), call.family)
}

// Group is one of its IOMMU groups.
//
//   - number: as [Device.IOMMUGroup] gives it.
//
// Result: nil when no device is in such a group.
//
// Since 0.1.
func (host *Host) Group(number int) *IOMMUGroup {
	call := look(host.raw())
	defer call.leave()
	cNumber := call.signed("number", number)
	return newIOMMUGroup(C.sriov_iommu_group_ref(C.sriov_host_get_group((*C.struct_sriov_host)(call.self), cNumber)), call.family)
}

// ListDevices: some of its devices, chosen as [Context.ListDevices] would have, with nothing read.
//
//   - list: may be empty.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: none.
//
// Since 0.1.
func (host *Host) ListDevices(filter ...DeviceFilterOption) (list *DeviceList, err error) {
	call := enter(host.raw(), &classHost)
	defer call.leave()
	cFilter := call.deviceFilter(filter)
	var cList *C.struct_sriov_device_list
	if call.ready() {
		call.code = C.sriov_host_list_devices((*C.struct_sriov_host)(call.self), cFilter, &cList, &call.failure)
	}
	list = newDeviceList(cList, call.family)
	return list, call.err(given(list))
}
