// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// ATSCapability is the ATS capability: the device asks the IOMMU for translations and keeps them.
// Immutable.
type ATSCapability struct{ handle *handle }

var classATSCapability = class{"ATSCapability", func(pointer unsafe.Pointer) {
	C.sriov_ats_capability_unref((*C.struct_sriov_ats_capability)(pointer))
}}

func newATSCapability(pointer *C.struct_sriov_ats_capability, family *family) *ATSCapability {
	if pointer == nil {
		return nil
	}
	return &ATSCapability{newHandle(unsafe.Pointer(pointer), &classATSCapability, family)}
}

func (capability *ATSCapability) raw() *handle {
	if capability == nil {
		return nil
	}
	return capability.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (capability *ATSCapability) Close() error {
	return capability.raw().close()
}

// PASIDCapability is the PASID capability: requests say which address space they are in. Immutable.
type PASIDCapability struct{ handle *handle }

var classPASIDCapability = class{"PASIDCapability", func(pointer unsafe.Pointer) {
	C.sriov_pasid_capability_unref((*C.struct_sriov_pasid_capability)(pointer))
}}

func newPASIDCapability(pointer *C.struct_sriov_pasid_capability, family *family) *PASIDCapability {
	if pointer == nil {
		return nil
	}
	return &PASIDCapability{newHandle(unsafe.Pointer(pointer), &classPASIDCapability, family)}
}

func (capability *PASIDCapability) raw() *handle {
	if capability == nil {
		return nil
	}
	return capability.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (capability *PASIDCapability) Close() error {
	return capability.raw().close()
}

// PRICapability is the PRI capability: the device can wait for pages that are not there yet.
// Immutable.
type PRICapability struct{ handle *handle }

var classPRICapability = class{"PRICapability", func(pointer unsafe.Pointer) {
	C.sriov_pri_capability_unref((*C.struct_sriov_pri_capability)(pointer))
}}

func newPRICapability(pointer *C.struct_sriov_pri_capability, family *family) *PRICapability {
	if pointer == nil {
		return nil
	}
	return &PRICapability{newHandle(unsafe.Pointer(pointer), &classPRICapability, family)}
}

func (capability *PRICapability) raw() *handle {
	if capability == nil {
		return nil
	}
	return capability.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (capability *PRICapability) Close() error {
	return capability.raw().close()
}

// Offset tells where it is in the configuration space.
//
// Result: in bytes.
//
// Since 0.1.
func (capability *ATSCapability) Offset() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_ats_capability_get_offset((*C.struct_sriov_ats_capability)(call.self)))
}

// QueueDepth: Invalidate Queue Depth: how many invalidations it takes before it holds up the IOMMU.
//
// Result: 1 to 32; 0 for nil.
//
// Since 0.1.
func (capability *ATSCapability) QueueDepth() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_ats_capability_get_queue_depth((*C.struct_sriov_ats_capability)(call.self)))
}

// IsPageAligned: Page Aligned Request: it asks for whole pages only.
//
// Result: true when it does.
//
// Since 0.1.
func (capability *ATSCapability) IsPageAligned() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_ats_capability_is_page_aligned((*C.struct_sriov_ats_capability)(call.self)))
}

// HasGlobalInvalidate: Global Invalidate Supported.
//
// Result: true when all address spaces can be invalidated at once.
//
// Since 0.1.
func (capability *ATSCapability) HasGlobalInvalidate() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_ats_capability_has_global_invalidate((*C.struct_sriov_ats_capability)(call.self)))
}

// IsEnabled: enable.
//
// Result: true when it is on.
//
// Since 0.1.
func (capability *ATSCapability) IsEnabled() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_ats_capability_is_enabled((*C.struct_sriov_ats_capability)(call.self)))
}

// SmallestTranslationBytes: Smallest Translation Unit: the smallest piece that the IOMMU answers
// with.
//
// Result: in bytes, 4096 or more; 0 for nil.
//
// Since 0.1.
func (capability *ATSCapability) SmallestTranslationBytes() uint64 {
	call := look(capability.raw())
	defer call.leave()
	return uint64(C.sriov_ats_capability_get_smallest_translation_bytes((*C.struct_sriov_ats_capability)(call.self)))
}

// Offset tells where it is in the configuration space.
//
// Result: in bytes.
//
// Since 0.1.
func (capability *PASIDCapability) Offset() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_pasid_capability_get_offset((*C.struct_sriov_pasid_capability)(call.self)))
}

// WidthBits: Max PASID Width.
//
// Result: in bits, 0 to 20 by the standard.
//
// Since 0.1.
func (capability *PASIDCapability) WidthBits() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_pasid_capability_get_width_bits((*C.struct_sriov_pasid_capability)(call.self)))
}

// HasExecute: Execute Permission Supported.
//
// Result: true when requests may ask for it.
//
// Since 0.1.
func (capability *PASIDCapability) HasExecute() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_pasid_capability_has_execute((*C.struct_sriov_pasid_capability)(call.self)))
}

// HasPrivileged: Privileged Mode Supported.
//
// Result: true when requests may ask for it.
//
// Since 0.1.
func (capability *PASIDCapability) HasPrivileged() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_pasid_capability_has_privileged((*C.struct_sriov_pasid_capability)(call.self)))
}

// IsEnabled: PASID Enable.
//
// Result: true when it is on.
//
// Since 0.1.
func (capability *PASIDCapability) IsEnabled() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_pasid_capability_is_enabled((*C.struct_sriov_pasid_capability)(call.self)))
}

// IsExecuteEnabled: Execute Permission Enable.
//
// Result: true when it is on.
//
// Since 0.1.
func (capability *PASIDCapability) IsExecuteEnabled() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_pasid_capability_is_execute_enabled((*C.struct_sriov_pasid_capability)(call.self)))
}

// IsPrivilegedEnabled: Privileged Mode Enable.
//
// Result: true when it is on.
//
// Since 0.1.
func (capability *PASIDCapability) IsPrivilegedEnabled() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_pasid_capability_is_privileged_enabled((*C.struct_sriov_pasid_capability)(call.self)))
}

// Offset tells where it is in the configuration space.
//
// Result: in bytes.
//
// Since 0.1.
func (capability *PRICapability) Offset() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_pri_capability_get_offset((*C.struct_sriov_pri_capability)(call.self)))
}

// IsEnabled: enable.
//
// Result: true when it is on.
//
// Since 0.1.
func (capability *PRICapability) IsEnabled() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_pri_capability_is_enabled((*C.struct_sriov_pri_capability)(call.self)))
}

// IsStopped: stopped: no requests are outstanding since it was turned off.
//
// Result: true when it is.
//
// Since 0.1.
func (capability *PRICapability) IsStopped() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_pri_capability_is_stopped((*C.struct_sriov_pri_capability)(call.self)))
}

// HasFailed: Response Failure, or an answer that belongs to no request: it wants a reset.
//
// Result: true when it has.
//
// Since 0.1.
func (capability *PRICapability) HasFailed() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_pri_capability_has_failed((*C.struct_sriov_pri_capability)(call.self)))
}

// IsPASIDRequired: PRG Response PASID Required: answers have to name the address space.
//
// Result: true when they have to.
//
// Since 0.1.
func (capability *PRICapability) IsPASIDRequired() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_pri_capability_is_pasid_required((*C.struct_sriov_pri_capability)(call.self)))
}

// Capacity: Outstanding Page Request Capacity: how many requests it can have at once.
//
// Since 0.1.
func (capability *PRICapability) Capacity() uint32 {
	call := look(capability.raw())
	defer call.leave()
	return uint32(C.sriov_pri_capability_get_capacity((*C.struct_sriov_pri_capability)(call.self)))
}

// Allocation: Outstanding Page Request Allocation: how many it may have.
//
// Since 0.1.
func (capability *PRICapability) Allocation() uint32 {
	call := look(capability.raw())
	defer call.leave()
	return uint32(C.sriov_pri_capability_get_allocation((*C.struct_sriov_pri_capability)(call.self)))
}
