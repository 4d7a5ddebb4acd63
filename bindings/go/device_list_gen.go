// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// DeviceList: devices in the order of their addresses. Immutable.
type DeviceList struct{ handle *handle }

var classDeviceList = class{"DeviceList", func(pointer unsafe.Pointer) {
	C.sriov_device_list_unref((*C.struct_sriov_device_list)(pointer))
}}

func newDeviceList(pointer *C.struct_sriov_device_list, family *family) *DeviceList {
	if pointer == nil {
		return nil
	}
	return &DeviceList{newHandle(unsafe.Pointer(pointer), &classDeviceList, family)}
}

func (list *DeviceList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *DeviceList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *DeviceList) Len() int {
	call := look(list.raw()).build()
	defer call.leave()
	return int(C.sriov_device_list_get_count((*C.struct_sriov_device_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *DeviceList) At(position int) *Device {
	call := look(list.raw()).build()
	defer call.leave()
	cPosition := call.size("position", position)
	return newDevice(C.sriov_device_ref(C.sriov_device_list_get((*C.struct_sriov_device_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *DeviceList) All() []*Device {
	all := make([]*Device, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// ListDevices lists the PCI devices of the host.
//
// Costs five system calls a device. A device that cannot be read is in the list all the same, with
// its address and [Device.Err]; it passes every filter that only reading it could have answered.
//
//   - list: may be empty.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrNotFound]: the kernel has no PCI bus.
//   - [ErrForbidden]: the bus may not be listed.
//   - [ErrFailed]: the bus cannot be listed.
//
// Kernel interface: /sys/bus/pci/devices, of each device modalias and the links driver and
// iommu_group. uevent is not read: on some kernels that blocks for as long as somebody's removal of
// the device waits for whoever holds it.
//
// Since 0.1.
func (context *Context) ListDevices(filter ...DeviceFilterOption) (list *DeviceList, err error) {
	call := enter(context.raw(), &classContext)
	defer call.leave()
	cFilter := call.deviceFilter(filter)
	var cList *C.struct_sriov_device_list
	if call.ready() {
		call.code = C.sriov_device_list((*C.struct_sriov_context)(call.self), cFilter, &cList, &call.failure)
	}
	list = newDeviceList(cList, call.family)
	return list, call.err(given(list))
}

// NewDeviceList makes an empty list, for calls that take many devices.
//
// It fails with
//   - [ErrInvalid]: list is nil.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.1.
func NewDeviceList() (list *DeviceList, err error) {
	call := enterAlone()
	defer call.leave()
	var cList *C.struct_sriov_device_list
	if call.ready() {
		call.code = C.sriov_device_list_new(&cList, &call.failure)
	}
	list = newDeviceList(cList, call.family)
	return list, call.err(given(list))
}

// Add adds a device at the end of a list.
//
//   - device: the list takes a reference of its own.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.1.
func (list *DeviceList) Add(device *Device) error {
	call := enter(list.raw(), &classDeviceList).build()
	defer call.leave()
	cDevice := (*C.struct_sriov_device)(call.object(device.raw(), &classDevice))
	if call.ready() {
		call.code = C.sriov_device_list_add((*C.struct_sriov_device_list)(call.self), cDevice, &call.failure)
	}
	return call.err(nil)
}
