// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// MSICapability is the MSI capability. Immutable.
type MSICapability struct{ handle *handle }

var classMSICapability = class{"MSICapability", func(pointer unsafe.Pointer) {
	C.sriov_msi_capability_unref((*C.struct_sriov_msi_capability)(pointer))
}}

func newMSICapability(pointer *C.struct_sriov_msi_capability, family *family) *MSICapability {
	if pointer == nil {
		return nil
	}
	return &MSICapability{newHandle(unsafe.Pointer(pointer), &classMSICapability, family)}
}

func (capability *MSICapability) raw() *handle {
	if capability == nil {
		return nil
	}
	return capability.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (capability *MSICapability) Close() error {
	return capability.raw().close()
}

// MSIXCapability is the MSI-X capability. Immutable.
type MSIXCapability struct{ handle *handle }

var classMSIXCapability = class{"MSIXCapability", func(pointer unsafe.Pointer) {
	C.sriov_msix_capability_unref((*C.struct_sriov_msix_capability)(pointer))
}}

func newMSIXCapability(pointer *C.struct_sriov_msix_capability, family *family) *MSIXCapability {
	if pointer == nil {
		return nil
	}
	return &MSIXCapability{newHandle(unsafe.Pointer(pointer), &classMSIXCapability, family)}
}

func (capability *MSIXCapability) raw() *handle {
	if capability == nil {
		return nil
	}
	return capability.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (capability *MSIXCapability) Close() error {
	return capability.raw().close()
}

// Offset tells where it is in the configuration space.
//
// Result: in bytes.
//
// Since 0.1.
func (capability *MSICapability) Offset() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_msi_capability_get_offset((*C.struct_sriov_msi_capability)(call.self)))
}

// VectorCount tells how many vectors the device asks for.
//
// Result: 1 to 32, a power of two; 0 for nil.
//
// Since 0.1.
func (capability *MSICapability) VectorCount() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_msi_capability_get_vector_count((*C.struct_sriov_msi_capability)(call.self)))
}

// EnabledVectorCount tells how many it was given.
//
// Result: 1 to 32, a power of two; it counts while MSI is on. 0 for nil.
//
// Since 0.1.
func (capability *MSICapability) EnabledVectorCount() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_msi_capability_get_enabled_vector_count((*C.struct_sriov_msi_capability)(call.self)))
}

// IsEnabled: MSI Enable.
//
// Result: true when it is on.
//
// Since 0.1.
func (capability *MSICapability) IsEnabled() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_msi_capability_is_enabled((*C.struct_sriov_msi_capability)(call.self)))
}

// Is64bit: 64-bit Address Capable.
//
// Result: true when messages may go above 4 GiB.
//
// Since 0.1.
func (capability *MSICapability) Is64bit() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_msi_capability_is_64bit((*C.struct_sriov_msi_capability)(call.self)))
}

// HasMasking: Per-Vector Masking Capable.
//
// Result: true when each vector has a mask.
//
// Since 0.1.
func (capability *MSICapability) HasMasking() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_msi_capability_has_masking((*C.struct_sriov_msi_capability)(call.self)))
}

// Offset tells where it is in the configuration space.
//
// Result: in bytes.
//
// Since 0.1.
func (capability *MSIXCapability) Offset() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_msix_capability_get_offset((*C.struct_sriov_msix_capability)(call.self)))
}

// TableSize: Table Size: how many vectors it has.
//
// Result: 1 to 2048; 0 for nil.
//
// Since 0.1.
func (capability *MSIXCapability) TableSize() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_msix_capability_get_table_size((*C.struct_sriov_msix_capability)(call.self)))
}

// IsEnabled: MSI-X Enable.
//
// Result: true when it is on.
//
// Since 0.1.
func (capability *MSIXCapability) IsEnabled() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_msix_capability_is_enabled((*C.struct_sriov_msix_capability)(call.self)))
}

// IsMasked: Function Mask: all vectors are held back.
//
// Result: true when they are.
//
// Since 0.1.
func (capability *MSIXCapability) IsMasked() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_msix_capability_is_masked((*C.struct_sriov_msix_capability)(call.self)))
}

// TableBAR is the BAR that the table is in.
//
// Result: 0 to 5; 6 and 7 stand for nothing.
//
// Since 0.1.
func (capability *MSIXCapability) TableBAR() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_msix_capability_get_table_bar((*C.struct_sriov_msix_capability)(call.self)))
}

// TableOffset tells where in that BAR the table is.
//
// Result: in bytes.
//
// Since 0.1.
func (capability *MSIXCapability) TableOffset() uint32 {
	call := look(capability.raw())
	defer call.leave()
	return uint32(C.sriov_msix_capability_get_table_offset((*C.struct_sriov_msix_capability)(call.self)))
}

// PendingBAR is the BAR that the bits of pending interrupts (PBA) are in.
//
// Result: 0 to 5; 6 and 7 stand for nothing.
//
// Since 0.1.
func (capability *MSIXCapability) PendingBAR() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_msix_capability_get_pending_bar((*C.struct_sriov_msix_capability)(call.self)))
}

// PendingOffset tells where in that BAR they are.
//
// Result: in bytes.
//
// Since 0.1.
func (capability *MSIXCapability) PendingOffset() uint32 {
	call := look(capability.raw())
	defer call.leave()
	return uint32(C.sriov_msix_capability_get_pending_offset((*C.struct_sriov_msix_capability)(call.self)))
}
