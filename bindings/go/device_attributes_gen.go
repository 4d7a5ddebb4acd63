// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

// PowerState: power states of PCI devices.
type PowerState int32

// What a PowerState can be.
const (
	// PowerStateUnknown: the kernel does not know it, or it is one that this version does not know.
	PowerStateUnknown PowerState = -1

	// PowerStateD0: on.
	PowerStateD0 PowerState = 0

	// PowerStateD1: light sleep.
	PowerStateD1 PowerState = 1

	// PowerStateD2: deeper sleep.
	PowerStateD2 PowerState = 2

	// PowerStateD3hot: off as far as software can do that; its registers still answer.
	PowerStateD3hot PowerState = 3

	// PowerStateD3cold: without power; nothing answers.
	PowerStateD3cold PowerState = 4

	// PowerStateError: the kernel could not find out.
	PowerStateError PowerState = 5
)

var namesPowerState = map[PowerState]string{
	PowerStateUnknown: "unknown",
	PowerStateD0:      "d0",
	PowerStateD1:      "d1",
	PowerStateD2:      "d2",
	PowerStateD3hot:   "d3hot",
	PowerStateD3cold:  "d3cold",
	PowerStateError:   "error",
}

// String is the name of the value; of one that this version does not know, the number.
func (value PowerState) String() string {
	return nameOf(value, namesPowerState)
}

// ReadName is what it is, in words: "Intel Corporation 82576 Gigabit Network Connection".
//
//   - name: Ids stand for names that are not known, and for all of them when the library was built
//     without libpci: "8086:10c9".
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: none; the file pci.ids, through libpci.
//
// Since 0.1.
func (device *Device) ReadName() (name string, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cName *C.char
	if call.ready() {
		call.code = C.sriov_device_read_name((*C.struct_sriov_device)(call.self), &cName, &call.failure)
	}
	return takeText(cName), call.err(nil)
}

// ReadNUMANode gives the memory node it is nearest to.
//
//   - node: from 0; -1 when the host has no such nodes or the firmware does not say.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: the device was removed.
//   - [ErrUnsupported]: the kernel was built without NUMA.
//   - [ErrMalformed]: the file holds no number.
//   - [ErrForbidden]: the caller may not read it.
//   - [ErrFailed]: it cannot be read.
//
// Kernel interface: numa_node of the device.
//
// Since 0.1.
func (device *Device) ReadNUMANode() (node int, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cNode C.int
	if call.ready() {
		call.code = C.sriov_device_read_numa_node((*C.struct_sriov_device)(call.self), &cNode, &call.failure)
	}
	return int(cNode), call.err(nil)
}

// ReadLocalCPUs gives the processors (CPUs) that are nearest to it: those of its memory node.
//
//   - cpus: numbers and ranges as taskset(1), cpuset(7) and libvirt take them, "0-7,16-23". All
//     processors when the device is near to none in particular; "" when its node has none.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: the device was removed.
//   - [ErrUnsupported]: the kernel does not tell.
//   - [ErrMalformed]: the file holds no such list.
//   - [ErrForbidden]: the caller may not read it.
//   - [ErrFailed]: it cannot be read.
//
// Kernel interface: local_cpulist of the device.
//
// Since 0.1.
func (device *Device) ReadLocalCPUs() (cpus string, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cCPUs *C.char
	if call.ready() {
		call.code = C.sriov_device_read_local_cpus((*C.struct_sriov_device)(call.self), &cCPUs, &call.failure)
	}
	return takeText(cCPUs), call.err(nil)
}

// ReadRevision gives the Revision ID: the stepping of the chip.
//
//   - revision: 0 to 255.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: the device was removed.
//   - [ErrUnsupported]: the kernel does not tell: it does from 4.10 on.
//   - [ErrMalformed]: the file holds no such number.
//   - [ErrForbidden]: the caller may not read it.
//   - [ErrFailed]: it cannot be read.
//
// Kernel interface: revision of the device.
//
// Since 0.1.
func (device *Device) ReadRevision() (revision int, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cRevision C.uint
	if call.ready() {
		call.code = C.sriov_device_read_revision((*C.struct_sriov_device)(call.self), &cRevision, &call.failure)
	}
	return int(cRevision), call.err(nil)
}

// ReadPCIeLink: speed and width of its PCI Express link.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: the device was removed.
//   - [ErrUnsupported]: it is no PCI Express device, or the kernel does not tell: it does from 4.13
//     on.
//   - [ErrMalformed]: a file holds no speed, or no width.
//   - [ErrForbidden]: the caller may not read it.
//   - [ErrFailed]: it cannot be read.
//
// Kernel interface: current_link_speed, current_link_width, max_link_speed and max_link_width of
// the device. Its registers are read; it is not woken up for that.
//
// Since 0.1.
func (device *Device) ReadPCIeLink() (link *PCIeLink, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cLink *C.struct_sriov_pcie_link
	if call.ready() {
		call.code = C.sriov_device_read_pcie_link((*C.struct_sriov_device)(call.self), &cLink, &call.failure)
	}
	link = newPCIeLink(cLink, call.family)
	return link, call.err(given(link))
}

// ListResetMethods gives the ways in which the kernel can reset it alone, in the order in which it
// tries them.
//
//   - methods: in the kernel's words: "device_specific", "acpi", "flr" (Function Level Reset),
//     "af_flr", "pm" (through D3hot), "bus", "cxl_bus", and what later kernels add. Empty when
//     there is no way, or when all were switched off.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: the device was removed.
//   - [ErrUnsupported]: there is a way and the kernel does not tell which: it does from 5.15 on.
//   - [ErrMalformed]: the file holds no list of names.
//   - [ErrForbidden]: the caller may not read it.
//   - [ErrFailed]: it cannot be read.
//
// Kernel interface: reset_method of the device; without it reset tells whether there is a way at
// all.
//
// Since 0.1.
func (device *Device) ListResetMethods() (methods []string, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cMethods *C.struct_sriov_string_list
	if call.ready() {
		call.code = C.sriov_device_list_reset_methods((*C.struct_sriov_device)(call.self), &cMethods, &call.failure)
	}
	return takeStringList(cMethods), call.err(nil)
}

// ReadResetSupport tells whether the kernel can reset it alone, in whatever way.
//
// A device that cannot is handed from one machine to the next as the first has left it.
//
//   - supported: true when it can.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: the device was removed.
//   - [ErrMalformed]: reset_method holds no list of names.
//   - [ErrForbidden]: the caller may not read it.
//   - [ErrFailed]: it cannot be read.
//
// Kernel interface: reset_method of the device, and that there is a file reset, which is not
// touched.
//
// Since 0.1.
func (device *Device) ReadResetSupport() (supported bool, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cSupported C.bool
	if call.ready() {
		call.code = C.sriov_device_read_reset_support((*C.struct_sriov_device)(call.self), &cSupported, &call.failure)
	}
	return bool(cSupported), call.err(nil)
}

// ReadPowerState tells which power state the kernel has it in. Asking does not wake it.
//
//   - state: [PowerStateUnknown] is usual for a device that never had a driver.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: the device was removed.
//   - [ErrUnsupported]: the kernel does not tell: it does from 5.11 on.
//   - [ErrForbidden]: the caller may not read it.
//   - [ErrFailed]: it cannot be read.
//
// Kernel interface: power_state of the device.
//
// Since 0.1.
func (device *Device) ReadPowerState() (state PowerState, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cState C.enum_sriov_power_state
	if call.ready() {
		call.code = C.sriov_device_read_power_state((*C.struct_sriov_device)(call.self), &cState, &call.failure)
	}
	return PowerState(cState), call.err(nil)
}

// ReadD3coldAllowed tells whether the kernel may take its power away altogether while it sleeps.
//
//   - allowed: true when D3cold is allowed.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: the device was removed.
//   - [ErrUnsupported]: the kernel was built without ACPI or power management.
//   - [ErrMalformed]: the file holds neither 0 nor 1.
//   - [ErrForbidden]: the caller may not read it.
//   - [ErrFailed]: it cannot be read.
//
// Kernel interface: d3cold_allowed of the device.
//
// Since 0.1.
func (device *Device) ReadD3coldAllowed() (allowed bool, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cAllowed C.bool
	if call.ready() {
		call.code = C.sriov_device_read_d3cold_allowed((*C.struct_sriov_device)(call.self), &cAllowed, &call.failure)
	}
	return bool(cAllowed), call.err(nil)
}

// ReadEnableCount tells how often it was enabled and not disabled again: 0 is a device that nobody
// uses.
//
//   - count: by drivers, and by root through the same file.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: the device was removed.
//   - [ErrUnsupported]: the kernel does not tell.
//   - [ErrMalformed]: the file holds no number.
//   - [ErrForbidden]: the caller may not read it.
//   - [ErrFailed]: it cannot be read.
//
// Kernel interface: enable of the device.
//
// Since 0.1.
func (device *Device) ReadEnableCount() (count int, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cCount C.uint
	if call.ready() {
		call.code = C.sriov_device_read_enable_count((*C.struct_sriov_device)(call.self), &cCount, &call.failure)
	}
	return int(cCount), call.err(nil)
}

// ReadDriverOverride gives the one driver that it is kept for.
//
// One that was left behind keeps the device's own driver away for good.
//
//   - driver: "" when any driver may have it, which is usual.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrBusy]: it was asked for before, and that is not over.
//   - [ErrTimeout]: the kernel does not answer in time: somebody changes the device; see
//     [ContextDeadlineMS].
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: the device was removed.
//   - [ErrUnsupported]: the kernel has no such thing: it came with 3.16.
//   - [ErrForbidden]: the caller may not read it.
//   - [ErrFailed]: it cannot be read.
//
// Kernel interface: driver_override of the device.
//
// Since 0.1.
func (device *Device) ReadDriverOverride() (driver string, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cDriver *C.char
	if call.ready() {
		call.code = C.sriov_device_read_driver_override((*C.struct_sriov_device)(call.self), &cDriver, &call.failure)
	}
	return takeText(cDriver), call.err(nil)
}

// ReadMSIXInUse tells how many MSI-X vectors its driver has taken.
//
// How many there are [MSIXCapability.TableSize] tells.
//
//   - count: 0 to 2048; 0 too when it uses MSI, a pin or no interrupts.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: the device was removed.
//   - [ErrForbidden]: the caller may not read it.
//   - [ErrFailed]: they cannot be listed.
//
// Kernel interface: msi_irqs/ of the device.
//
// Since 0.1.
func (device *Device) ReadMSIXInUse() (count int, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cCount C.uint
	if call.ready() {
		call.code = C.sriov_device_read_msix_in_use((*C.struct_sriov_device)(call.self), &cCount, &call.failure)
	}
	return int(cCount), call.err(nil)
}

// ReadVPD gives its Vital Product Data: name, part number and serial number, as the maker wrote
// them.
//
// The device gives 4 bytes at a time, so that this takes milliseconds, and seconds with some. A VF
// has none: ask its PF.
//
//   - vpd: It may be there with a fault, which [VPD.Err] tells.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: the device was removed.
//   - [ErrUnsupported]: it has none.
//   - [ErrForbidden]: the caller may not read it; it takes root.
//   - [ErrMalformed]: not even the first of it makes sense; the message has the offset.
//   - [ErrFailed]: the kernel finds nothing sound there (EIO), the device does not answer in time
//     (ETIMEDOUT), or it cannot be read.
//
// Kernel interface: vpd of the device, at most 32 KiB. Reading it wakes a sleeping device.
//
// Since 0.1.
func (device *Device) ReadVPD() (vpd *VPD, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cVPD *C.struct_sriov_vpd
	if call.ready() {
		call.code = C.sriov_device_read_vpd((*C.struct_sriov_device)(call.self), &cVPD, &call.failure)
	}
	vpd = newVPD(cVPD, call.family)
	return vpd, call.err(given(vpd))
}

// ListBARs gives its BARs in use: its own by number, its ROM, and those of its VFs by number.
//
//   - list: may be empty.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: the device was removed.
//   - [ErrUnsupported]: the kernel does not tell.
//   - [ErrMalformed]: the kernel's table of them is not understood.
//   - [ErrForbidden]: the caller may not read it.
//   - [ErrFailed]: it cannot be read.
//
// Kernel interface: resource of the device. For the size of one VF's part virtfn0/resource, or, of
// a PF that has VF BARs and no VFs, config, which wakes a sleeping device.
//
// Since 0.1.
func (device *Device) ListBARs() (list *BARList, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cList *C.struct_sriov_bar_list
	if call.ready() {
		call.code = C.sriov_device_list_bars((*C.struct_sriov_device)(call.self), &cList, &call.failure)
	}
	list = newBARList(cList, call.family)
	return list, call.err(given(list))
}
