// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

// ListModules gives the modules that say they can drive it, whether loaded or not.
//
//   - modules: in modprobe's order; empty when there is none. Blacklisted ones are in it, VFIO
//     drivers are not: for them see [Device.ListVFIOModules].
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrFailed]: the index of modules cannot be read.
//
// Kernel interface: modules.alias, through libkmod.
//
// Since 0.1.
func (device *Device) ListModules() (modules []string, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cModules *C.struct_sriov_string_list
	if call.ready() {
		call.code = C.sriov_device_list_modules((*C.struct_sriov_device)(call.self), &cModules, &call.failure)
	}
	return takeStringList(cModules), call.err(nil)
}

// ListVFIOModules gives the modules whose drivers can hand it to user space through VFIO, whether
// loaded or not.
//
// A VFIO variant driver knows more of its device than vfio-pci: some VFs can migrate with one only.
//
//   - modules: the best first: a variant whose alias names this device comes before one with an
//     alias for many devices, and "vfio_pci", which takes any device, is last. Blacklisted ones are
//     in it. Empty when the kernel has no VFIO.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrFailed]: the index of modules cannot be read.
//
// Kernel interface: aliases that begin with vfio_pci: in modules.alias and in the modules, through
// libkmod.
//
// Since 0.1.
func (device *Device) ListVFIOModules() (modules []string, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cModules *C.struct_sriov_string_list
	if call.ready() {
		call.code = C.sriov_device_list_vfio_modules((*C.struct_sriov_device)(call.self), &cModules, &call.failure)
	}
	return takeStringList(cModules), call.err(nil)
}
