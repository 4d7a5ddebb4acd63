// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// Device is a PCI device as it was when it was read. Immutable.
type Device struct{ handle *handle }

var classDevice = class{"Device", func(pointer unsafe.Pointer) {
	C.sriov_device_unref((*C.struct_sriov_device)(pointer))
}}

func newDevice(pointer *C.struct_sriov_device, family *family) *Device {
	if pointer == nil {
		return nil
	}
	return &Device{newHandle(unsafe.Pointer(pointer), &classDevice, family)}
}

func (device *Device) raw() *handle {
	if device == nil {
		return nil
	}
	return device.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (device *Device) Close() error {
	return device.raw().close()
}

// OpenDevice opens one device by its PCI address or by the name of a network interface on it.
//
//   - name: "0000:01:00.0", "01:00.0" (domain 0), "em1" or an alternative name of it.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or the name is neither an address nor can be an
//     interface's.
//   - [ErrNotFound]: no device has that address, no interface that name, or the interface is on no
//     PCI device.
//   - [ErrForbidden]: the device may not be read.
//   - [ErrGone]: the device vanished while it was read.
//   - [ErrMalformed]: the kernel's description of it is not understood.
//   - [ErrFailed]: the device cannot be read.
//   - [ErrNoMemory]: out of memory.
//   - [ErrBusy]: the kernel was asked before, and that is not over.
//   - [ErrTimeout]: the kernel does not answer in time; see [ContextDeadlineMS].
//
// Kernel interface: /sys/class/net/NAME/device, /sys/bus/pci/devices/ADDRESS/modalias, driver and
// iommu_group; rtnetlink RTM_GETLINK for what is no interface's first name.
//
// Since 0.1.
func (context *Context) OpenDevice(name string) (device *Device, err error) {
	call := enter(context.raw(), &classContext)
	defer call.leave()
	cName := call.text("name", name)
	var cDevice *C.struct_sriov_device
	if call.ready() {
		call.code = C.sriov_device_open((*C.struct_sriov_context)(call.self), cName, &cDevice, &call.failure)
	}
	device = newDevice(cDevice, call.family)
	return device, call.err(given(device))
}

// Context is the context it was read through.
//
// Since 0.1.
func (device *Device) Context() *Context {
	call := look(device.raw())
	defer call.leave()
	return newContext(C.sriov_context_ref(C.sriov_device_get_context((*C.struct_sriov_device)(call.self))), call.family)
}

// Address is its PCI address.
//
// Result: "DDDD:BB:DD.F" in hexadecimal.
//
// Since 0.1.
func (device *Device) Address() string {
	call := look(device.raw())
	defer call.leave()
	return C.GoString(C.sriov_device_get_address((*C.struct_sriov_device)(call.self)))
}

// Err tells why a device in a list could not be read.
//
// Result: nil when all is well. With an error only the address is known.
//
// Since 0.1.
func (device *Device) Err() error {
	call := look(device.raw())
	defer call.leave()
	return borrowedError(C.sriov_device_get_error((*C.struct_sriov_device)(call.self)))
}

// VendorID: Vendor ID.
//
// Result: 0x8086 for Intel.
//
// Since 0.1.
func (device *Device) VendorID() uint16 {
	call := look(device.raw())
	defer call.leave()
	return uint16(C.sriov_device_get_vendor_id((*C.struct_sriov_device)(call.self)))
}

// DeviceID: Device ID.
//
// Since 0.1.
func (device *Device) DeviceID() uint16 {
	call := look(device.raw())
	defer call.leave()
	return uint16(C.sriov_device_get_device_id((*C.struct_sriov_device)(call.self)))
}

// SubsystemVendorID: Subsystem Vendor ID.
//
// Result: the id; 0 when it has none.
//
// Since 0.1.
func (device *Device) SubsystemVendorID() uint16 {
	call := look(device.raw())
	defer call.leave()
	return uint16(C.sriov_device_get_subsystem_vendor_id((*C.struct_sriov_device)(call.self)))
}

// SubsystemDeviceID: Subsystem ID.
//
// Result: the id; 0 when it has none.
//
// Since 0.1.
func (device *Device) SubsystemDeviceID() uint16 {
	call := look(device.raw())
	defer call.leave()
	return uint16(C.sriov_device_get_subsystem_device_id((*C.struct_sriov_device)(call.self)))
}

// Class: class code: base class, subclass, programming interface.
//
// Result: 24 bits; 0x020000 is an Ethernet controller.
//
// Since 0.1.
func (device *Device) Class() uint32 {
	call := look(device.raw())
	defer call.leave()
	return uint32(C.sriov_device_get_class((*C.struct_sriov_device)(call.self)))
}

// Driver is the driver bound to it.
//
// Result: "" when there is none.
//
// Since 0.1.
func (device *Device) Driver() string {
	call := look(device.raw())
	defer call.leave()
	return C.GoString(C.sriov_device_get_driver((*C.struct_sriov_device)(call.self)))
}

// Modalias is the string by which modules say that they can drive it.
//
// Since 0.1.
func (device *Device) Modalias() string {
	call := look(device.raw())
	defer call.leave()
	return C.GoString(C.sriov_device_get_modalias((*C.struct_sriov_device)(call.self)))
}

// IOMMUGroup is the number of its IOMMU group.
//
// Result: from 0; -1 when it is in none, for instance because the IOMMU is off.
//
// Since 0.1.
func (device *Device) IOMMUGroup() int {
	call := look(device.raw())
	defer call.leave()
	return int(C.sriov_device_get_iommu_group((*C.struct_sriov_device)(call.self)))
}
