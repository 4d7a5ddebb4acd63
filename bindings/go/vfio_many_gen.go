// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// VFIOBindOption tells how many devices are bound. Starts with the defaults: "vfio-pci", one after
// another, and what could be bound stays so.
type VFIOBindOption struct {
	set func(call *call, options *C.struct_sriov_vfio_bind_options)
}

func (call *call) vfioBindOptions(given []VFIOBindOption) *C.struct_sriov_vfio_bind_options {
	if len(given) == 0 {
		return nil
	}
	var options *C.struct_sriov_vfio_bind_options
	call.code = C.sriov_vfio_bind_options_new(&options, &call.failure)
	call.cleanups = append(call.cleanups, func() { C.sriov_vfio_bind_options_unref(options) })
	for _, each := range given {
		if each.set != nil && !call.failed() {
			each.set(call, options)
		}
	}
	return options
}

// VFIOList: devices that were bound to VFIO in one call.
type VFIOList struct{ handle *handle }

var classVFIOList = class{"VFIOList", func(pointer unsafe.Pointer) {
	C.sriov_vfio_list_unref((*C.struct_sriov_vfio_list)(pointer))
}}

func newVFIOList(pointer *C.struct_sriov_vfio_list, family *family) *VFIOList {
	if pointer == nil {
		return nil
	}
	return &VFIOList{newHandle(unsafe.Pointer(pointer), &classVFIOList, family)}
}

func (list *VFIOList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *VFIOList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *VFIOList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_vfio_list_get_count((*C.struct_sriov_vfio_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *VFIOList) At(position int) *VFIO {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newVFIO(C.sriov_vfio_ref(C.sriov_vfio_list_get((*C.struct_sriov_vfio_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *VFIOList) All() []*VFIO {
	all := make([]*VFIO, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// VFIOBindDriver tells which driver all devices get.
//
//   - driver: a VFIO driver's name; "" for "vfio-pci".
//
// It fails with
//   - [ErrInvalid]: options is nil, or the name is no VFIO driver's.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.1.
func VFIOBindDriver(driver string) VFIOBindOption {
	return VFIOBindOption{func(call *call, options *C.struct_sriov_vfio_bind_options) {
		cDriver := call.textOrNil("driver", driver)
		if !call.failed() {
			call.code = C.sriov_vfio_bind_options_set_driver(options, cDriver, &call.failure)
		}
	}}
}

// VFIOBindBestDriver tells whether each device gets the driver that [Device.FindVFIODriver] finds
// for it, instead of one that is the same for all.
//
//   - best: true for the driver that fits best.
//
// Since 0.1.
func VFIOBindBestDriver(best bool) VFIOBindOption {
	return VFIOBindOption{func(call *call, options *C.struct_sriov_vfio_bind_options) {
		if !call.failed() {
			C.sriov_vfio_bind_options_set_best_driver(options, C.bool(best))
		}
	}}
}

// VFIOBindParallelism tells how many devices are worked on at once.
//
// The kernel takes its time for each device, mostly waiting. With 1, which is the default, no
// thread is started. Else the call starts up to that many less one, beside the caller's; they block
// all signals, and all have ended when the call returns. The log's callback is called on the
// caller's thread alone, at the end of the call.
//
//   - parallelism: 1 to 64.
//
// It fails with
//   - [ErrInvalid]: options is nil or the number out of its range.
//
// Since 0.1.
func VFIOBindParallelism(parallelism int) VFIOBindOption {
	return VFIOBindOption{func(call *call, options *C.struct_sriov_vfio_bind_options) {
		cParallelism := call.unsigned("parallelism", parallelism)
		if !call.failed() {
			call.code = C.sriov_vfio_bind_options_set_parallelism(options, cParallelism, &call.failure)
		}
	}}
}

// VFIOBindAllOrNothing tells whether none is bound when one cannot be: those that were are put back
// to what they were.
//
//   - allOrNothing: false is the default: what was bound stays bound.
//
// Since 0.1.
func VFIOBindAllOrNothing(allOrNothing bool) VFIOBindOption {
	return VFIOBindOption{func(call *call, options *C.struct_sriov_vfio_bind_options) {
		if !call.failed() {
			C.sriov_vfio_bind_options_set_all_or_nothing(options, C.bool(allOrNothing))
		}
	}}
}

// BindVFIOMany binds many devices to VFIO, each as [Device.BindVFIO] does.
//
// A device that is on the driver already is left as it is and is not in the list that is given, so
// that [VFIOList.UnbindVFIOMany] gives back what was taken here and nothing else.
//
// When some cannot be bound, the code is [ErrPartial], the error has a cause for each of them that
// names the device, and the list is given with those that were. When that is none, or with
// [VFIOBindAllOrNothing], the code is that of the first that failed and the list nil.
//
//   - list: what [VFIOList.UnbindVFIOMany] takes, in the order of the devices; also given with
//     [ErrPartial].
//
// It fails with
//   - [ErrInvalid]: devices or list is nil, devices are of different contexts, or one is in the
//     list twice.
//   - [ErrPartial]: some were bound; the causes tell which were not, and why. With all or nothing:
//     none could be, and of those that were some could not be put back.
//   - [ErrNoMemory]: out of memory.
//   - [ErrWouldDestroy]: none was bound, the first of them because it is a PF that has VFs.
//   - [ErrBusy]: none was bound, the first because it is on another VFIO driver and a process holds
//     it.
//   - [ErrTimeout]: none was bound, the first because the kernel has not done it in time, as with
//     [Device.BindVFIO].
//   - [ErrNoDriver]: none was bound, the first because the VFIO driver is not loaded.
//   - [ErrUnsupported]: none was bound, the first because the kernel has no driver_override, or the
//     driver did not take it.
//   - [ErrForbidden]: none was bound, the first because the caller may not write it or could not
//     read it.
//   - [ErrGone]: none was bound, the first because it was removed.
//   - [ErrMalformed]: none was bound, the first because the kernel's description of it is not
//     understood.
//   - [ErrFailed]: none was bound, the first because the kernel refused, it could not be read, or
//     the index of modules cannot be.
//
// Kernel interface: That of [Device.BindVFIO] for each device.
//
// Since 0.1.
func (devices *DeviceList) BindVFIOMany(options ...VFIOBindOption) (list *VFIOList, err error) {
	call := enter(devices.raw(), &classDeviceList).build()
	defer call.leave()
	cOptions := call.vfioBindOptions(options)
	var cList *C.struct_sriov_vfio_list
	if call.ready() {
		call.code = C.sriov_vfio_bind_many((*C.struct_sriov_device_list)(call.self), cOptions, &cList, &call.failure)
	}
	list = newVFIOList(cList, call.family)
	return list, call.err(given(list))
}

// BindVFIOVFs gives the same for VFs, as [PF.ListVFs] gives them.
//
//   - list: as [DeviceList.BindVFIOMany] gives it.
//
// It fails with
//   - [ErrInvalid]: vfs or list is nil, VFs are of different contexts, or one is in the list twice.
//   - [ErrPartial]: as with [DeviceList.BindVFIOMany].
//   - [ErrNoMemory]: out of memory.
//   - [ErrWouldDestroy]: as with [DeviceList.BindVFIOMany].
//   - [ErrBusy]: as with [DeviceList.BindVFIOMany].
//   - [ErrTimeout]: as with [DeviceList.BindVFIOMany].
//   - [ErrNoDriver]: as with [DeviceList.BindVFIOMany].
//   - [ErrUnsupported]: as with [DeviceList.BindVFIOMany].
//   - [ErrForbidden]: as with [DeviceList.BindVFIOMany].
//   - [ErrGone]: as with [DeviceList.BindVFIOMany].
//   - [ErrMalformed]: as with [DeviceList.BindVFIOMany].
//   - [ErrFailed]: as with [DeviceList.BindVFIOMany].
//
// Kernel interface: That of [Device.BindVFIO] for each VF.
//
// Since 0.1.
func (vfs *VFList) BindVFIOVFs(options ...VFIOBindOption) (list *VFIOList, err error) {
	call := enter(vfs.raw(), &classVFList)
	defer call.leave()
	cOptions := call.vfioBindOptions(options)
	var cList *C.struct_sriov_vfio_list
	if call.ready() {
		call.code = C.sriov_vfio_bind_vfs((*C.struct_sriov_vf_list)(call.self), cOptions, &cList, &call.failure)
	}
	list = newVFIOList(cList, call.family)
	return list, call.err(given(list))
}

// BindVFIOGroup gives the same for a whole IOMMU group, which goes to VFIO only whole: all its PCI
// devices but bridges, which stay on their driver.
//
//   - list: as [DeviceList.BindVFIOMany] gives it.
//
// It fails with
//   - [ErrInvalid]: group or list is nil.
//   - [ErrPartial]: as with [DeviceList.BindVFIOMany].
//   - [ErrNoMemory]: out of memory.
//   - [ErrWouldDestroy]: as with [DeviceList.BindVFIOMany].
//   - [ErrBusy]: as with [DeviceList.BindVFIOMany].
//   - [ErrTimeout]: as with [DeviceList.BindVFIOMany].
//   - [ErrNoDriver]: as with [DeviceList.BindVFIOMany].
//   - [ErrUnsupported]: as with [DeviceList.BindVFIOMany].
//   - [ErrForbidden]: as with [DeviceList.BindVFIOMany].
//   - [ErrGone]: as with [DeviceList.BindVFIOMany].
//   - [ErrMalformed]: as with [DeviceList.BindVFIOMany].
//   - [ErrFailed]: as with [DeviceList.BindVFIOMany].
//
// Kernel interface: That of [Device.BindVFIO] for each device.
//
// Since 0.1.
func (group *IOMMUGroup) BindVFIOGroup(options ...VFIOBindOption) (list *VFIOList, err error) {
	call := enter(group.raw(), &classIOMMUGroup)
	defer call.leave()
	cOptions := call.vfioBindOptions(options)
	var cList *C.struct_sriov_vfio_list
	if call.ready() {
		call.code = C.sriov_vfio_bind_group((*C.struct_sriov_iommu_group)(call.self), cOptions, &cList, &call.failure)
	}
	list = newVFIOList(cList, call.family)
	return list, call.err(given(list))
}

// UnbindVFIOMany gives many devices back, each as [VFIO.Unbind] does.
//
// It fails with
//   - [ErrInvalid]: list is nil, or its devices are of different contexts.
//   - [ErrPartial]: some were given back; the causes tell which were not, and why.
//   - [ErrNoMemory]: out of memory.
//   - [ErrAlready]: none was given back, the first because it is on no VFIO driver any more.
//   - [ErrBusy]: none was given back, the first because a process holds it.
//   - [ErrTimeout]: none was given back, the first because the kernel has not done it in time, as
//     with [VFIO.Unbind].
//   - [ErrNoDriver]: none was given back, the first because its former driver is not loaded; it is
//     free.
//   - [ErrUnsupported]: none was given back, the first because its former driver did not take it;
//     it is free.
//   - [ErrForbidden]: none was given back, the first because the caller may not write it.
//   - [ErrGone]: none was given back, the first because it was removed.
//   - [ErrFailed]: none was given back, the first because the kernel refused.
//
// Kernel interface: That of [VFIO.Unbind] for each device.
//
// Since 0.1.
func (list *VFIOList) UnbindVFIOMany(options ...VFIOBindOption) error {
	call := enter(list.raw(), &classVFIOList)
	defer call.leave()
	cOptions := call.vfioBindOptions(options)
	if call.ready() {
		call.code = C.sriov_vfio_unbind_many((*C.struct_sriov_vfio_list)(call.self), cOptions, &call.failure)
	}
	return call.err(nil)
}
