// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

// Function is what a device is to SR-IOV, for [DeviceFilterFunction].
type Function int32

// What a Function can be.
const (
	// FunctionAny: whatever it is.
	FunctionAny Function = 0

	// FunctionPF: A PF, with or without VFs.
	FunctionPF Function = 1

	// FunctionVF: A VF whose PF is visible: in a machine that was given a VF, that VF is not one of
	// these.
	FunctionVF Function = 2

	// FunctionFreeVF: A VF as above to which no driver is bound, and nothing more than that. So a VF on
	// vfio-pci is not free even while no machine has it, nor one on its network driver although its
	// interface is down; and a free one may be in a group with a device that is in use.
	FunctionFreeVF Function = 3
)

var namesFunction = map[Function]string{
	FunctionAny:    "any",
	FunctionPF:     "pf",
	FunctionVF:     "vf",
	FunctionFreeVF: "free-vf",
}

// String is the name of the value; of one that this version does not know, the number.
func (value Function) String() string {
	return nameOf(value, namesFunction)
}

// DeviceFilterOption tells which devices [Context.ListDevices] is to give: those for which all that
// was set holds.
type DeviceFilterOption struct {
	set func(call *call, options *C.struct_sriov_device_filter)
}

func (call *call) deviceFilter(given []DeviceFilterOption) *C.struct_sriov_device_filter {
	if len(given) == 0 {
		return nil
	}
	var options *C.struct_sriov_device_filter
	call.code = C.sriov_device_filter_new(&options, &call.failure)
	call.cleanups = append(call.cleanups, func() { C.sriov_device_filter_unref(options) })
	for _, each := range given {
		if each.set != nil && !call.failed() {
			each.set(call, options)
		}
	}
	return options
}

// DeviceFilterClass: only devices of a class: those with (class & mask) == (wanted & mask).
//
//   - wanted: a 24-bit class: base class, subclass, programming interface; 0x020000 is Ethernet.
//   - mask: the bits that count: 0xff0000 for all network controllers, 0xffff00 for Ethernet.
//
// It fails with
//   - [ErrInvalid]: filter is nil, or a number has more than 24 bits.
//
// Since 0.1.
func DeviceFilterClass(wanted uint32, mask uint32) DeviceFilterOption {
	return DeviceFilterOption{func(call *call, options *C.struct_sriov_device_filter) {
		if !call.failed() {
			call.code = C.sriov_device_filter_set_class(options, C.uint32_t(wanted), C.uint32_t(mask), &call.failure)
		}
	}}
}

// DeviceFilterVendorID: only devices of a vendor.
//
//   - vendorID: 0x8086 for Intel.
//
// It fails with
//   - [ErrInvalid]: filter is nil.
//
// Since 0.1.
func DeviceFilterVendorID(vendorID uint16) DeviceFilterOption {
	return DeviceFilterOption{func(call *call, options *C.struct_sriov_device_filter) {
		if !call.failed() {
			call.code = C.sriov_device_filter_set_vendor_id(options, C.uint16_t(vendorID), &call.failure)
		}
	}}
}

// DeviceFilterDeviceID: only devices of this device ID, which says little without a vendor's.
//
//   - deviceID: 0x10c9 for Intel's 82576.
//
// It fails with
//   - [ErrInvalid]: filter is nil.
//
// Since 0.1.
func DeviceFilterDeviceID(deviceID uint16) DeviceFilterOption {
	return DeviceFilterOption{func(call *call, options *C.struct_sriov_device_filter) {
		if !call.failed() {
			call.code = C.sriov_device_filter_set_device_id(options, C.uint16_t(deviceID), &call.failure)
		}
	}}
}

// DeviceFilterDriver: only devices to which this driver is bound.
//
//   - driver: "igb"; "" for devices that have none.
//
// It fails with
//   - [ErrInvalid]: filter is nil, or no driver can have that name.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.1.
func DeviceFilterDriver(driver string) DeviceFilterOption {
	return DeviceFilterOption{func(call *call, options *C.struct_sriov_device_filter) {
		cDriver := call.textOrNil("driver", driver)
		if !call.failed() {
			call.code = C.sriov_device_filter_set_driver(options, cDriver, &call.failure)
		}
	}}
}

// DeviceFilterFunction: Only PFs, only VFs or only free VFs.
//
// This is asked before a device is read, so that a list of few of many devices costs less than one
// of all: one system call for each device that is not wanted, two for a VF that is not free.
//
//   - function: what is wanted.
//
// It fails with
//   - [ErrInvalid]: filter is nil, or function none of the enumeration.
//
// Kernel interface: whether the device has sriov_totalvfs, physfn and driver.
//
// Since 0.1.
func DeviceFilterFunction(function Function) DeviceFilterOption {
	return DeviceFilterOption{func(call *call, options *C.struct_sriov_device_filter) {
		if !call.failed() {
			call.code = C.sriov_device_filter_set_function(options, C.enum_sriov_function(function), &call.failure)
		}
	}}
}
