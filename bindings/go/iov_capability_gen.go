// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// VFBARKind is what a register of the VFs' BARs is.
type VFBARKind int32

// What a VFBARKind can be.
const (
	// VFBARKindUnknown: something that the standard does not allow for a VF, such as I/O ports.
	VFBARKindUnknown VFBARKind = -1

	// VFBARKindNone: not used.
	VFBARKindNone VFBARKind = 0

	// VFBARKindMemory32: memory below 4 GiB.
	VFBARKindMemory32 VFBARKind = 1

	// VFBARKindMemory64: memory anywhere; the next register is its upper half.
	VFBARKindMemory64 VFBARKind = 2

	// VFBARKindUpperHalf: the upper half of the one before.
	VFBARKindUpperHalf VFBARKind = 3
)

var namesVFBARKind = map[VFBARKind]string{
	VFBARKindUnknown:   "unknown",
	VFBARKindNone:      "none",
	VFBARKindMemory32:  "memory-32",
	VFBARKindMemory64:  "memory-64",
	VFBARKindUpperHalf: "upper-half",
}

// String is the name of the value; of one that this version does not know, the number.
func (value VFBARKind) String() string {
	return nameOf(value, namesVFBARKind)
}

// IOVCapability is the SR-IOV capability of a PF, decoded from its configuration space.
//
// It says what the hardware offers; what the driver allows may be less: see [PF.TotalVFs].
// Immutable and counted.
type IOVCapability struct{ handle *handle }

var classIOVCapability = class{"IOVCapability", func(pointer unsafe.Pointer) {
	C.sriov_iov_capability_unref((*C.struct_sriov_iov_capability)(pointer))
}}

func newIOVCapability(pointer *C.struct_sriov_iov_capability, family *family) *IOVCapability {
	if pointer == nil {
		return nil
	}
	return &IOVCapability{newHandle(unsafe.Pointer(pointer), &classIOVCapability, family)}
}

func (capability *IOVCapability) raw() *handle {
	if capability == nil {
		return nil
	}
	return capability.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (capability *IOVCapability) Close() error {
	return capability.raw().close()
}

// Offset tells where it is in the configuration space.
//
// Result: in bytes.
//
// Since 0.1.
func (capability *IOVCapability) Offset() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_iov_capability_get_offset((*C.struct_sriov_iov_capability)(call.self)))
}

// InitialVFs: InitialVFs: how many VFs are there at first.
//
// Since 0.1.
func (capability *IOVCapability) InitialVFs() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_iov_capability_get_initial_vfs((*C.struct_sriov_iov_capability)(call.self)))
}

// TotalVFs: TotalVFs: the most VFs the hardware can have.
//
// Since 0.1.
func (capability *IOVCapability) TotalVFs() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_iov_capability_get_total_vfs((*C.struct_sriov_iov_capability)(call.self)))
}

// VFCount: NumVFs: how many VFs are made now, as the register says.
//
// Since 0.1.
func (capability *IOVCapability) VFCount() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_iov_capability_get_vf_count((*C.struct_sriov_iov_capability)(call.self)))
}

// VFOffset: First VF Offset: from the PF's routing ID to that of VF 0.
//
// Since 0.1.
func (capability *IOVCapability) VFOffset() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_iov_capability_get_vf_offset((*C.struct_sriov_iov_capability)(call.self)))
}

// VFStride: VF Stride: from one VF's routing ID to the next one's.
//
// Since 0.1.
func (capability *IOVCapability) VFStride() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_iov_capability_get_vf_stride((*C.struct_sriov_iov_capability)(call.self)))
}

// VFDeviceID: VF Device ID.
//
// Result: the id; the vendor is the PF's.
//
// Since 0.1.
func (capability *IOVCapability) VFDeviceID() uint16 {
	call := look(capability.raw())
	defer call.leave()
	return uint16(C.sriov_iov_capability_get_vf_device_id((*C.struct_sriov_iov_capability)(call.self)))
}

// SupportedPageSizes: Supported Page Sizes: bit N stands for 2^(N+12) bytes.
//
// Since 0.1.
func (capability *IOVCapability) SupportedPageSizes() uint32 {
	call := look(capability.raw())
	defer call.leave()
	return uint32(C.sriov_iov_capability_get_supported_page_sizes((*C.struct_sriov_iov_capability)(call.self)))
}

// SystemPageSize: System Page Size, one of the supported ones, same coding.
//
// Since 0.1.
func (capability *IOVCapability) SystemPageSize() uint32 {
	call := look(capability.raw())
	defer call.leave()
	return uint32(C.sriov_iov_capability_get_system_page_size((*C.struct_sriov_iov_capability)(call.self)))
}

// DependencyLink: Function Dependency Link: the function that this one depends on.
//
// Result: a function number, the PF's own when it depends on none.
//
// Since 0.1.
func (capability *IOVCapability) DependencyLink() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_iov_capability_get_dependency_link((*C.struct_sriov_iov_capability)(call.self)))
}

// IsEnabled: VF Enable: the VFs exist.
//
// Result: true when they do.
//
// Since 0.1.
func (capability *IOVCapability) IsEnabled() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_iov_capability_is_enabled((*C.struct_sriov_iov_capability)(call.self)))
}

// IsMemoryEnabled: VF MSE: the VFs answer memory accesses.
//
// Result: true when they do.
//
// Since 0.1.
func (capability *IOVCapability) IsMemoryEnabled() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_iov_capability_is_memory_enabled((*C.struct_sriov_iov_capability)(call.self)))
}

// IsARICapableHierarchy: ARI Capable Hierarchy: VFs may have function numbers above 7.
//
// Result: true when they may.
//
// Since 0.1.
func (capability *IOVCapability) IsARICapableHierarchy() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_iov_capability_is_ari_capable_hierarchy((*C.struct_sriov_iov_capability)(call.self)))
}

// VFBAR is the raw value of a VF BAR register: flags in the low 4 bits, the address above.
//
//   - bar: 0 to 5.
//
// Result: the register; 0 when it is not used or the number is above 5. The upper half of a 64-bit
// BAR is the next register.
//
// Since 0.1.
func (capability *IOVCapability) VFBAR(bar int) uint32 {
	call := look(capability.raw())
	defer call.leave()
	cBAR := call.unsigned("bar", bar)
	return uint32(C.sriov_iov_capability_get_vf_bar((*C.struct_sriov_iov_capability)(call.self), cBAR))
}

// IsConsistent tells Whether InitialVFs and TotalVFs fit together: where VFs do not migrate they
// are the same.
//
// Of a device where they do not, Linux makes no VFs: it answers EIO.
//
// Result: true when they fit.
//
// Since 0.1.
func (capability *IOVCapability) IsConsistent() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_iov_capability_is_consistent((*C.struct_sriov_iov_capability)(call.self)))
}

// PageSizeCount tells how many page sizes the VFs' BARs can be aligned to.
//
// Since 0.1.
func (capability *IOVCapability) PageSizeCount() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_iov_capability_get_page_size_count((*C.struct_sriov_iov_capability)(call.self)))
}

// PageSizeBytes is one of the page sizes, the smallest first.
//
//   - position: from 0, below [IOVCapability.PageSizeCount].
//
// Result: in bytes, 4096 or more; 0 past the end.
//
// Since 0.1.
func (capability *IOVCapability) PageSizeBytes(position int) uint64 {
	call := look(capability.raw())
	defer call.leave()
	cPosition := call.unsigned("position", position)
	return uint64(C.sriov_iov_capability_get_page_size_bytes((*C.struct_sriov_iov_capability)(call.self), cPosition))
}

// SystemPageSizeBytes is the page size that is set.
//
// Result: in bytes; 0 when the register has not exactly one bit set, as it should.
//
// Since 0.1.
func (capability *IOVCapability) SystemPageSizeBytes() uint64 {
	call := look(capability.raw())
	defer call.leave()
	return uint64(C.sriov_iov_capability_get_system_page_size_bytes((*C.struct_sriov_iov_capability)(call.self)))
}

// IsARIHierarchyPreserved: ARI Capable Hierarchy Preserved: that switch survives resets.
//
// Result: true when it does.
//
// Since 0.1.
func (capability *IOVCapability) IsARIHierarchyPreserved() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_iov_capability_is_ari_hierarchy_preserved((*C.struct_sriov_iov_capability)(call.self)))
}

// HasVFMigration: VF Migration Capable: VFs can move between machines by the rules of multi-root
// I/O virtualization. Later standards withdrew them; migration through VFIO is something else.
//
// Result: true when they can.
//
// Since 0.1.
func (capability *IOVCapability) HasVFMigration() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_iov_capability_has_vf_migration((*C.struct_sriov_iov_capability)(call.self)))
}

// IsVFMigrationEnabled: VF Migration Enable.
//
// Result: true when it is on.
//
// Since 0.1.
func (capability *IOVCapability) IsVFMigrationEnabled() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_iov_capability_is_vf_migration_enabled((*C.struct_sriov_iov_capability)(call.self)))
}

// HasVF10bitTags: VF 10-Bit Tag Requester Supported.
//
// Result: true when the VFs can use tags of 10 bits.
//
// Since 0.1.
func (capability *IOVCapability) HasVF10bitTags() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_iov_capability_has_vf_10bit_tags((*C.struct_sriov_iov_capability)(call.self)))
}

// VFBARKind is what a register of the VFs' BARs is.
//
//   - bar: 0 to 5.
//
// Result: the kind; none when the number is above 5.
//
// Since 0.1.
func (capability *IOVCapability) VFBARKind(bar int) VFBARKind {
	call := look(capability.raw())
	defer call.leave()
	cBAR := call.unsigned("bar", bar)
	return VFBARKind(C.sriov_iov_capability_get_vf_bar_kind((*C.struct_sriov_iov_capability)(call.self), cBAR))
}

// IsVFBARPrefetchable tells whether a VF BAR may be read ahead and written together.
//
//   - bar: 0 to 5.
//
// Result: true for a BAR that is prefetchable.
//
// Since 0.1.
func (capability *IOVCapability) IsVFBARPrefetchable(bar int) bool {
	call := look(capability.raw())
	defer call.leave()
	cBAR := call.unsigned("bar", bar)
	return bool(C.sriov_iov_capability_is_vf_bar_prefetchable((*C.struct_sriov_iov_capability)(call.self), cBAR))
}

// VFBARAddress tells Where VF 0's part of a VF BAR begins; those of the other VFs follow it without
// a gap.
//
//   - bar: 0 to 5.
//
// Result: the address on the bus, both halves together; 0 for what is no BAR.
//
// Since 0.1.
func (capability *IOVCapability) VFBARAddress(bar int) uint64 {
	call := look(capability.raw())
	defer call.leave()
	cBAR := call.unsigned("bar", bar)
	return uint64(C.sriov_iov_capability_get_vf_bar_address((*C.struct_sriov_iov_capability)(call.self), cBAR))
}
