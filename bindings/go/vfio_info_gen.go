// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// VFIOInfo is what a device tells of itself through VFIO. Immutable.
type VFIOInfo struct{ handle *handle }

var classVFIOInfo = class{"VFIOInfo", func(pointer unsafe.Pointer) {
	C.sriov_vfio_info_unref((*C.struct_sriov_vfio_info)(pointer))
}}

func newVFIOInfo(pointer *C.struct_sriov_vfio_info, family *family) *VFIOInfo {
	if pointer == nil {
		return nil
	}
	return &VFIOInfo{newHandle(unsafe.Pointer(pointer), &classVFIOInfo, family)}
}

func (info *VFIOInfo) raw() *handle {
	if info == nil {
		return nil
	}
	return info.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (info *VFIOInfo) Close() error {
	return info.raw().close()
}

// VFIORegion is a region of the device: a BAR, its configuration space. Immutable.
type VFIORegion struct{ handle *handle }

var classVFIORegion = class{"VFIORegion", func(pointer unsafe.Pointer) {
	C.sriov_vfio_region_unref((*C.struct_sriov_vfio_region)(pointer))
}}

func newVFIORegion(pointer *C.struct_sriov_vfio_region, family *family) *VFIORegion {
	if pointer == nil {
		return nil
	}
	return &VFIORegion{newHandle(unsafe.Pointer(pointer), &classVFIORegion, family)}
}

func (region *VFIORegion) raw() *handle {
	if region == nil {
		return nil
	}
	return region.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (region *VFIORegion) Close() error {
	return region.raw().close()
}

// VFIORegionList: regions, by index.
type VFIORegionList struct{ handle *handle }

var classVFIORegionList = class{"VFIORegionList", func(pointer unsafe.Pointer) {
	C.sriov_vfio_region_list_unref((*C.struct_sriov_vfio_region_list)(pointer))
}}

func newVFIORegionList(pointer *C.struct_sriov_vfio_region_list, family *family) *VFIORegionList {
	if pointer == nil {
		return nil
	}
	return &VFIORegionList{newHandle(unsafe.Pointer(pointer), &classVFIORegionList, family)}
}

func (list *VFIORegionList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *VFIORegionList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *VFIORegionList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_vfio_region_list_get_count((*C.struct_sriov_vfio_region_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *VFIORegionList) At(position int) *VFIORegion {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newVFIORegion(C.sriov_vfio_region_ref(C.sriov_vfio_region_list_get((*C.struct_sriov_vfio_region_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *VFIORegionList) All() []*VFIORegion {
	all := make([]*VFIORegion, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// VFIOIRQ is a kind of interrupts (IRQs) of the device. Immutable.
type VFIOIRQ struct{ handle *handle }

var classVFIOIRQ = class{"VFIOIRQ", func(pointer unsafe.Pointer) {
	C.sriov_vfio_irq_unref((*C.struct_sriov_vfio_irq)(pointer))
}}

func newVFIOIRQ(pointer *C.struct_sriov_vfio_irq, family *family) *VFIOIRQ {
	if pointer == nil {
		return nil
	}
	return &VFIOIRQ{newHandle(unsafe.Pointer(pointer), &classVFIOIRQ, family)}
}

func (irq *VFIOIRQ) raw() *handle {
	if irq == nil {
		return nil
	}
	return irq.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (irq *VFIOIRQ) Close() error {
	return irq.raw().close()
}

// VFIOIRQList: kinds of interrupts, by index.
type VFIOIRQList struct{ handle *handle }

var classVFIOIRQList = class{"VFIOIRQList", func(pointer unsafe.Pointer) {
	C.sriov_vfio_irq_list_unref((*C.struct_sriov_vfio_irq_list)(pointer))
}}

func newVFIOIRQList(pointer *C.struct_sriov_vfio_irq_list, family *family) *VFIOIRQList {
	if pointer == nil {
		return nil
	}
	return &VFIOIRQList{newHandle(unsafe.Pointer(pointer), &classVFIOIRQList, family)}
}

func (list *VFIOIRQList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *VFIOIRQList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *VFIOIRQList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_vfio_irq_list_get_count((*C.struct_sriov_vfio_irq_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *VFIOIRQList) At(position int) *VFIOIRQ {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newVFIOIRQ(C.sriov_vfio_irq_ref(C.sriov_vfio_irq_list_get((*C.struct_sriov_vfio_irq_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *VFIOIRQList) All() []*VFIOIRQ {
	all := make([]*VFIOIRQ, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// ReadVFIOInfo asks an open device what it has.
//
//   - fd: its descriptor, from [Device.OpenVFIODevice], or from [Device.OpenVFIOCharacterDevice]
//     and bound to an iommufd.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or the descriptor is no such one.
//   - [ErrGone]: the device was removed.
//   - [ErrFailed]: the kernel refused.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: VFIO_DEVICE_GET_INFO, VFIO_DEVICE_GET_REGION_INFO, VFIO_DEVICE_GET_IRQ_INFO.
//
// Since 0.1.
func (device *Device) ReadVFIOInfo(fd int) (info *VFIOInfo, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	cFD := call.signed("fd", fd)
	var cInfo *C.struct_sriov_vfio_info
	if call.ready() {
		call.code = C.sriov_vfio_read_info((*C.struct_sriov_device)(call.self), cFD, &cInfo, &call.failure)
	}
	info = newVFIOInfo(cInfo, call.family)
	return info, call.err(given(info))
}

// HasReset tells whether [Device.ResetVFIO] can reset it.
//
// Result: false for nil.
//
// Since 0.1.
func (info *VFIOInfo) HasReset() bool {
	call := look(info.raw())
	defer call.leave()
	return bool(C.sriov_vfio_info_has_reset((*C.struct_sriov_vfio_info)(call.self)))
}

// IsPCI tells whether it is a PCI device, whose regions and interrupts have the names of PCI.
//
// Result: false for nil.
//
// Since 0.1.
func (info *VFIOInfo) IsPCI() bool {
	call := look(info.raw())
	defer call.leave()
	return bool(C.sriov_vfio_info_is_pci((*C.struct_sriov_vfio_info)(call.self)))
}

// Regions is its regions.
//
// Result: those that the device does not have are in it with a size of 0.
//
// Since 0.1.
func (info *VFIOInfo) Regions() *VFIORegionList {
	call := look(info.raw())
	defer call.leave()
	return newVFIORegionList(C.sriov_vfio_region_list_ref(C.sriov_vfio_info_get_regions((*C.struct_sriov_vfio_info)(call.self))), call.family)
}

// IRQs is its kinds of interrupts.
//
// Result: those that the device does not have are in it with a count of 0.
//
// Since 0.1.
func (info *VFIOInfo) IRQs() *VFIOIRQList {
	call := look(info.raw())
	defer call.leave()
	return newVFIOIRQList(C.sriov_vfio_irq_list_ref(C.sriov_vfio_info_get_irqs((*C.struct_sriov_vfio_info)(call.self))), call.family)
}

// Index is its index, as the kernel counts: of PCI devices 0 to 5 are the BARs.
//
// Result: from 0; 0 for nil.
//
// Since 0.1.
func (region *VFIORegion) Index() int {
	call := look(region.raw())
	defer call.leave()
	return int(C.sriov_vfio_region_get_index((*C.struct_sriov_vfio_region)(call.self)))
}

// Name is its name: "BAR 0", "ROM", "configuration space", "VGA".
//
// Result: for ever; "" when it has none.
//
// Since 0.1.
func (region *VFIORegion) Name() string {
	call := look(region.raw())
	defer call.leave()
	return C.GoString(C.sriov_vfio_region_get_name((*C.struct_sriov_vfio_region)(call.self)))
}

// SizeBytes is its size.
//
// Result: bytes; 0 when the device has no such region.
//
// Since 0.1.
func (region *VFIORegion) SizeBytes() uint64 {
	call := look(region.raw())
	defer call.leave()
	return uint64(C.sriov_vfio_region_get_size_bytes((*C.struct_sriov_vfio_region)(call.self)))
}

// Offset tells where it begins in the device's descriptor: for pread(), pwrite() and mmap().
//
// Result: bytes.
//
// Since 0.1.
func (region *VFIORegion) Offset() uint64 {
	call := look(region.raw())
	defer call.leave()
	return uint64(C.sriov_vfio_region_get_offset((*C.struct_sriov_vfio_region)(call.self)))
}

// IsReadable tells whether it may be read.
//
// Result: false for nil.
//
// Since 0.1.
func (region *VFIORegion) IsReadable() bool {
	call := look(region.raw())
	defer call.leave()
	return bool(C.sriov_vfio_region_is_readable((*C.struct_sriov_vfio_region)(call.self)))
}

// IsWritable tells whether it may be written.
//
// Result: false for nil.
//
// Since 0.1.
func (region *VFIORegion) IsWritable() bool {
	call := look(region.raw())
	defer call.leave()
	return bool(C.sriov_vfio_region_is_writable((*C.struct_sriov_vfio_region)(call.self)))
}

// AreaCount tells how many areas of it may be mapped into memory.
//
// Result: 0 when it cannot be mapped; 1 when it can be whole, which is that one area.
//
// Since 0.1.
func (region *VFIORegion) AreaCount() int {
	call := look(region.raw())
	defer call.leave()
	return int(C.sriov_vfio_region_get_area_count((*C.struct_sriov_vfio_region)(call.self)))
}

// AreaOffset tells where an area that may be mapped begins in the region.
//
//   - position: from 0, below [VFIORegion.AreaCount].
//
// Result: bytes, to be added to [VFIORegion.Offset]; 0 past the end.
//
// Since 0.1.
func (region *VFIORegion) AreaOffset(position int) uint64 {
	call := look(region.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return uint64(C.sriov_vfio_region_get_area_offset((*C.struct_sriov_vfio_region)(call.self), cPosition))
}

// AreaSizeBytes tells how long an area that may be mapped is.
//
//   - position: from 0, below [VFIORegion.AreaCount].
//
// Result: bytes; 0 past the end.
//
// Since 0.1.
func (region *VFIORegion) AreaSizeBytes(position int) uint64 {
	call := look(region.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return uint64(C.sriov_vfio_region_get_area_size_bytes((*C.struct_sriov_vfio_region)(call.self), cPosition))
}

// Index is its index, as the kernel counts.
//
// Result: from 0; 0 for nil.
//
// Since 0.1.
func (irq *VFIOIRQ) Index() int {
	call := look(irq.raw())
	defer call.leave()
	return int(C.sriov_vfio_irq_get_index((*C.struct_sriov_vfio_irq)(call.self)))
}

// Name is its name: "INTx", "MSI", "MSI-X", "error", "request".
//
// Result: for ever; "" when it has none.
//
// Since 0.1.
func (irq *VFIOIRQ) Name() string {
	call := look(irq.raw())
	defer call.leave()
	return C.GoString(C.sriov_vfio_irq_get_name((*C.struct_sriov_vfio_irq)(call.self)))
}

// Count tells how many interrupts there are of this kind.
//
// Result: the number; 0 when the device has none.
//
// Since 0.1.
func (irq *VFIOIRQ) Count() int {
	call := look(irq.raw())
	defer call.leave()
	return int(C.sriov_vfio_irq_get_count((*C.struct_sriov_vfio_irq)(call.self)))
}

// HasEventfd tells whether they can be told through an eventfd.
//
// Result: false for nil.
//
// Since 0.1.
func (irq *VFIOIRQ) HasEventfd() bool {
	call := look(irq.raw())
	defer call.leave()
	return bool(C.sriov_vfio_irq_has_eventfd((*C.struct_sriov_vfio_irq)(call.self)))
}

// IsMaskable tells whether they can be masked.
//
// Result: false for nil.
//
// Since 0.1.
func (irq *VFIOIRQ) IsMaskable() bool {
	call := look(irq.raw())
	defer call.leave()
	return bool(C.sriov_vfio_irq_is_maskable((*C.struct_sriov_vfio_irq)(call.self)))
}

// IsAutomasked tells whether the kernel masks each when it comes, until it is unmasked.
//
// Result: false for nil.
//
// Since 0.1.
func (irq *VFIOIRQ) IsAutomasked() bool {
	call := look(irq.raw())
	defer call.leave()
	return bool(C.sriov_vfio_irq_is_automasked((*C.struct_sriov_vfio_irq)(call.self)))
}

// IsResizable tells whether more can be set up while some are.
//
// Result: false when they have to be set up all at once, and for nil.
//
// Since 0.1.
func (irq *VFIOIRQ) IsResizable() bool {
	call := look(irq.raw())
	defer call.leave()
	return bool(C.sriov_vfio_irq_is_resizable((*C.struct_sriov_vfio_irq)(call.self)))
}

// ResetVFIO resets an open device, and nothing but that device.
//
//   - fd: its descriptor.
//
// It fails with
//   - [ErrInvalid]: device is nil, or the descriptor is no such one; or the device cannot be reset
//     alone, see [VFIOInfo.HasReset].
//   - [ErrGone]: the device was removed.
//   - [ErrFailed]: the device did not come back.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: VFIO_DEVICE_RESET.
//
// Since 0.1.
func (device *Device) ResetVFIO(fd int) error {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	cFD := call.signed("fd", fd)
	if call.ready() {
		call.code = C.sriov_vfio_reset((*C.struct_sriov_device)(call.self), cFD, &call.failure)
	}
	return call.err(nil)
}

// ListVFIOResetDevices tells which devices a reset of the device's slot or bus would reset with it:
// with a VF, its PF and all other VFs that are on the same bus.
//
//   - fd: its descriptor.
//   - addresses: sorted; the device is among them.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or the descriptor is no such one.
//   - [ErrUnsupported]: neither slot nor bus can be reset.
//   - [ErrGone]: the device was removed.
//   - [ErrFailed]: the kernel refused.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: VFIO_DEVICE_GET_PCI_HOT_RESET_INFO.
//
// Since 0.1.
func (device *Device) ListVFIOResetDevices(fd int) (addresses []string, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	cFD := call.signed("fd", fd)
	var cAddresses *C.struct_sriov_string_list
	if call.ready() {
		call.code = C.sriov_vfio_list_reset_devices((*C.struct_sriov_device)(call.self), cFD, &cAddresses, &call.failure)
	}
	return takeStringList(cAddresses), call.err(nil)
}

// SetVFIOVFToken sets the token that who opens VFs of this PF through VFIO has to know.
//
// A PF that is bound to VFIO could spy on its VFs: so the two must agree. The token is forgotten
// when the kernel lets go of the PF.
//
//   - fd: its descriptor.
//   - token: a UUID: "83f6f8a4-0c5b-4b7e-9c1d-2d3f4a5b6c7d".
//
// It fails with
//   - [ErrInvalid]: an argument is nil, the token is no UUID, or the descriptor is no such one.
//   - [ErrUnsupported]: the device is no PF, or the kernel has no tokens (before 5.7).
//   - [ErrBusy]: VFs of it are open: their token stays as it is.
//   - [ErrGone]: the device was removed.
//   - [ErrFailed]: the kernel refused.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: VFIO_DEVICE_FEATURE with VFIO_DEVICE_FEATURE_PCI_VF_TOKEN.
//
// Since 0.1.
func (device *Device) SetVFIOVFToken(fd int, token string) error {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	cFD := call.signed("fd", fd)
	cToken := call.text("token", token)
	if call.ready() {
		call.code = C.sriov_vfio_set_vf_token((*C.struct_sriov_device)(call.self), cFD, cToken, &call.failure)
	}
	return call.err(nil)
}
