// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// VFIO is a device that was bound to a VFIO driver, and what it was before. Immutable.
//
// Dropping it does not unbind the device.
type VFIO struct{ handle *handle }

var classVFIO = class{"VFIO", func(pointer unsafe.Pointer) {
	C.sriov_vfio_unref((*C.struct_sriov_vfio)(pointer))
}}

func newVFIO(pointer *C.struct_sriov_vfio, family *family) *VFIO {
	if pointer == nil {
		return nil
	}
	return &VFIO{newHandle(unsafe.Pointer(pointer), &classVFIO, family)}
}

func (vfio *VFIO) raw() *handle {
	if vfio == nil {
		return nil
	}
	return vfio.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (vfio *VFIO) Close() error {
	return vfio.raw().close()
}

// BindVFIO binds a device to a VFIO driver.
//
// The driver that the device has is unbound, driver_override names the VFIO driver for this one
// device, the kernel is told to look for a driver again, and the link driver is read to see that it
// took. When a step fails, the override and the former driver are put back. No other device of the
// same model is touched: new_id is never used.
//
//   - driver: "vfio-pci" or a VFIO variant driver, see [Device.FindVFIODriver]; "" for "vfio-pci".
//   - vfio: what [VFIO.Unbind] takes. nil when it is not wanted.
//
// It fails with
//   - [ErrInvalid]: device is nil, or the name is no VFIO driver's.
//   - [ErrAlready]: it is bound to that driver already; see [Device.OpenVFIO].
//   - [ErrWouldDestroy]: it is a PF that has VFs. Nothing was changed.
//   - [ErrBusy]: it is on another VFIO driver, and a process holds it. Nothing was changed.
//   - [ErrTimeout]: the kernel has not done it in time, and goes on; see [ContextDeadlineMS]. The
//     message names who holds it, where that is known. Nothing is taken back: the driver_override
//     stays.
//   - [ErrNoDriver]: the VFIO driver is not loaded: load its module first.
//   - [ErrUnsupported]: the kernel has no driver_override, or the driver did not take the device.
//   - [ErrForbidden]: the caller may not write it; it takes root.
//   - [ErrGone]: the device was removed.
//   - [ErrFailed]: the kernel refused.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: driver_override of the device, driver/unbind, /sys/bus/pci/drivers_probe,
// driver.
//
// Since 0.1.
func (device *Device) BindVFIO(driver string) (vfio *VFIO, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	cDriver := call.textOrNil("driver", driver)
	var cVFIO *C.struct_sriov_vfio
	if call.ready() {
		call.code = C.sriov_vfio_bind((*C.struct_sriov_device)(call.self), cDriver, &cVFIO, &call.failure)
	}
	vfio = newVFIO(cVFIO, call.family)
	return vfio, call.err(given(vfio))
}

// FindVFIODriver finds the VFIO driver that fits a device best: one that was made for it, which can
// do more (live migration, for instance), else "vfio-pci".
//
// Hand it to [Device.BindVFIO]; nothing is loaded. A driver whose module is not loaded is found as
// well: then binding says that it is to be loaded first.
//
//   - driver: its name
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrFailed]: the index of modules cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: The aliases vfio_pci: in modules.alias, through libkmod;
// /sys/module/NAME/drivers.
//
// Since 0.1.
func (device *Device) FindVFIODriver() (driver string, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cDriver *C.char
	if call.ready() {
		call.code = C.sriov_vfio_find_driver((*C.struct_sriov_device)(call.self), &cDriver, &call.failure)
	}
	return takeText(cDriver), call.err(nil)
}

// OpenVFIO takes up a device that is bound to a VFIO driver already, by whomever.
//
// Its former driver is not known then: [VFIO.Unbind] lets the kernel choose one.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrNoDriver]: it has no driver, or one that is not VFIO's.
//   - [ErrGone]: the device was removed.
//   - [ErrFailed]: its driver cannot be read.
//
// Kernel interface: driver and driver_override of the device.
//
// Since 0.1.
func (device *Device) OpenVFIO() (vfio *VFIO, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cVFIO *C.struct_sriov_vfio
	if call.ready() {
		call.code = C.sriov_vfio_open((*C.struct_sriov_device)(call.self), &cVFIO, &call.failure)
	}
	vfio = newVFIO(cVFIO, call.family)
	return vfio, call.err(given(vfio))
}

// Device is the device, read after it was bound.
//
// Since 0.1.
func (vfio *VFIO) Device() *Device {
	call := look(vfio.raw())
	defer call.leave()
	return newDevice(C.sriov_device_ref(C.sriov_vfio_get_device((*C.struct_sriov_vfio)(call.self))), call.family)
}

// FormerDriver is the driver it had before [Device.BindVFIO].
//
// Result: "" when it had none or when that is not known.
//
// Since 0.1.
func (vfio *VFIO) FormerDriver() string {
	call := look(vfio.raw())
	defer call.leave()
	return C.GoString(C.sriov_vfio_get_former_driver((*C.struct_sriov_vfio)(call.self)))
}

// Unbind takes the device from the VFIO driver and puts back what was before.
//
// The former override is put back (mostly there was none; one that names a VFIO driver is left
// out), then the former driver is bound again, and the link driver read to see that it was. A
// device that had no driver has none afterwards. After [Device.OpenVFIO] the override is cleared
// and the kernel chooses the driver; that none wants the device is no error then.
//
// While a process holds the device through VFIO the kernel would wait for it, perhaps for ever: so
// that is looked for first, see [Device.ListHolders].
//
// It fails with
//   - [ErrInvalid]: vfio is nil.
//   - [ErrAlready]: it is on no VFIO driver any more: somebody else was first.
//   - [ErrBusy]: a process holds it; the message names it. Nothing was changed.
//   - [ErrTimeout]: the kernel has not done it in time, and goes on; see [ContextDeadlineMS]. The
//     message names who holds it, where that is known. When it is over, the device has no driver.
//   - [ErrNoDriver]: the former driver is not loaded any more; the device is free.
//   - [ErrUnsupported]: the former driver did not take the device; it is free.
//   - [ErrForbidden]: the caller may not write it; it takes root.
//   - [ErrGone]: the device was removed.
//   - [ErrFailed]: the kernel refused.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: driver/unbind and driver_override of the device,
// /sys/bus/pci/drivers/NAME/bind, /sys/bus/pci/drivers_probe, driver.
//
// Since 0.1.
func (vfio *VFIO) Unbind() error {
	call := enter(vfio.raw(), &classVFIO)
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_vfio_unbind((*C.struct_sriov_vfio)(call.self), &call.failure)
	}
	return call.err(nil)
}
