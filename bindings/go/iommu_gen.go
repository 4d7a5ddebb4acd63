// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import (
	"strconv"
	"unsafe"
)

// IOMMUVendor: Whose IOMMU the host has.
type IOMMUVendor int32

// What an IOMMUVendor can be.
const (
	// IOMMUVendorUnknown: one that this version does not know.
	IOMMUVendorUnknown IOMMUVendor = -1

	// IOMMUVendorNone: none: the kernel and the firmware show none.
	IOMMUVendorNone IOMMUVendor = 0

	// IOMMUVendorIntel: Intel VT-d.
	IOMMUVendorIntel IOMMUVendor = 1

	// IOMMUVendorAMD: AMD-Vi.
	IOMMUVendorAMD IOMMUVendor = 2

	// IOMMUVendorArmSMMU: Arm SMMU.
	IOMMUVendorArmSMMU IOMMUVendor = 3

	// IOMMUVendorVirtio: virtio-iommu.
	IOMMUVendorVirtio IOMMUVendor = 4
)

var namesIOMMUVendor = map[IOMMUVendor]string{
	IOMMUVendorUnknown: "unknown",
	IOMMUVendorNone:    "none",
	IOMMUVendorIntel:   "intel",
	IOMMUVendorAMD:     "amd",
	IOMMUVendorArmSMMU: "arm-smmu",
	IOMMUVendorVirtio:  "virtio",
}

// String is the name of the value; of one that this version does not know, the number.
func (value IOMMUVendor) String() string {
	return nameOf(value, namesIOMMUVendor)
}

// IOMMUDomainType tells how the IOMMU treats what a device sends while the host's own driver has
// the device.
type IOMMUDomainType int32

// What an IOMMUDomainType can be.
const (
	// IOMMUDomainTypeUnknown: one that this version does not know, or that the kernel does not tell.
	IOMMUDomainTypeUnknown IOMMUDomainType = -1

	// IOMMUDomainTypeBlocked: "blocked": everything is refused.
	IOMMUDomainTypeBlocked IOMMUDomainType = 0

	// IOMMUDomainTypeIdentity: "identity", also called passthrough: addresses go through as they are.
	IOMMUDomainTypeIdentity IOMMUDomainType = 1

	// IOMMUDomainTypeDMA: "DMA", also called strict: translated; a mapping that was taken back is gone
	// at once.
	IOMMUDomainTypeDMA IOMMUDomainType = 2

	// IOMMUDomainTypeDMAFQ: "DMA-FQ", also called lazy: translated; what was taken back goes a moment
	// later.
	IOMMUDomainTypeDMAFQ IOMMUDomainType = 3

	// IOMMUDomainTypeUnmanaged: "unmanaged": a driver makes the translations itself.
	IOMMUDomainTypeUnmanaged IOMMUDomainType = 4

	// IOMMUDomainTypeAuto: "auto", for [IOMMUGroup.SetType] only: what the kernel would choose itself.
	IOMMUDomainTypeAuto IOMMUDomainType = 5
)

var namesIOMMUDomainType = map[IOMMUDomainType]string{
	IOMMUDomainTypeUnknown:   "unknown",
	IOMMUDomainTypeBlocked:   "blocked",
	IOMMUDomainTypeIdentity:  "identity",
	IOMMUDomainTypeDMA:       "dma",
	IOMMUDomainTypeDMAFQ:     "dma-fq",
	IOMMUDomainTypeUnmanaged: "unmanaged",
	IOMMUDomainTypeAuto:      "auto",
}

// String is the name of the value; of one that this version does not know, the number.
func (value IOMMUDomainType) String() string {
	if _, known := namesIOMMUDomainType[value]; known {
		return C.GoString(C.sriov_iommu_domain_type_get_name(C.enum_sriov_iommu_domain_type(value)))
	}
	return strconv.Itoa(int(value))
}

// Lockdown tells how far the kernel is locked against its own administrator.
type Lockdown int32

// What a Lockdown can be.
const (
	// LockdownUnknown: the host does not tell: securityfs is not mounted or may not be read.
	LockdownUnknown Lockdown = -1

	// LockdownNone: not at all.
	LockdownNone Lockdown = 0

	// LockdownIntegrity: "integrity": no unsigned modules, no writing to configuration spaces and BARs.
	LockdownIntegrity Lockdown = 1

	// LockdownConfidentiality: "confidentiality": nor may the kernel's memory be read.
	LockdownConfidentiality Lockdown = 2

	// LockdownUnavailable: this kernel was built or started without it.
	LockdownUnavailable Lockdown = 3
)

var namesLockdown = map[Lockdown]string{
	LockdownUnknown:         "unknown",
	LockdownNone:            "none",
	LockdownIntegrity:       "integrity",
	LockdownConfidentiality: "confidentiality",
	LockdownUnavailable:     "unavailable",
}

// String is the name of the value; of one that this version does not know, the number.
func (value Lockdown) String() string {
	return nameOf(value, namesLockdown)
}

// ModuleSwitch tells how a switch of a module is set.
type ModuleSwitch int32

// What a ModuleSwitch can be.
const (
	// ModuleSwitchUnknown: the host does not tell.
	ModuleSwitchUnknown ModuleSwitch = -1

	// ModuleSwitchOff: off.
	ModuleSwitchOff ModuleSwitch = 0

	// ModuleSwitchOn: on.
	ModuleSwitchOn ModuleSwitch = 1

	// ModuleSwitchNotLoaded: the module is not loaded: the switch gets its value then, from modprobe or
	// by default.
	ModuleSwitchNotLoaded ModuleSwitch = 2

	// ModuleSwitchAbsent: the module is there, and was built without that switch.
	ModuleSwitchAbsent ModuleSwitch = 3
)

var namesModuleSwitch = map[ModuleSwitch]string{
	ModuleSwitchUnknown:   "unknown",
	ModuleSwitchOff:       "off",
	ModuleSwitchOn:        "on",
	ModuleSwitchNotLoaded: "not-loaded",
	ModuleSwitchAbsent:    "absent",
}

// String is the name of the value; of one that this version does not know, the number.
func (value ModuleSwitch) String() string {
	return nameOf(value, namesModuleSwitch)
}

// IOMMU is the state of the host's IOMMU when it was read. Immutable.
type IOMMU struct{ handle *handle }

var classIOMMU = class{"IOMMU", func(pointer unsafe.Pointer) {
	C.sriov_iommu_unref((*C.struct_sriov_iommu)(pointer))
}}

func newIOMMU(pointer *C.struct_sriov_iommu, family *family) *IOMMU {
	if pointer == nil {
		return nil
	}
	return &IOMMU{newHandle(unsafe.Pointer(pointer), &classIOMMU, family)}
}

func (iommu *IOMMU) raw() *handle {
	if iommu == nil {
		return nil
	}
	return iommu.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (iommu *IOMMU) Close() error {
	return iommu.raw().close()
}

// OpenIOMMU reads the state of the host's IOMMU.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrForbidden]: the groups may not be listed.
//   - [ErrFailed]: the groups cannot be listed.
//
// Kernel interface: /sys/kernel/iommu_groups, /sys/class/iommu, /sys/firmware/acpi/tables (DMAR,
// IVRS, VIOT, IORT), /proc/cmdline, /proc/interrupts, /proc/cpuinfo, type of each group,
// /sys/kernel/security/lockdown, /sys/module/vfio_iommu_type1/parameters,
// /sys/module/vfio/parameters, /sys/module/iommufd/parameters. All but the groups may be missing or
// hidden, as in a container: the evidence says so then.
//
// Since 0.1.
func (context *Context) OpenIOMMU() (iommu *IOMMU, err error) {
	call := enter(context.raw(), &classContext)
	defer call.leave()
	var cIOMMU *C.struct_sriov_iommu
	if call.ready() {
		call.code = C.sriov_iommu_open((*C.struct_sriov_context)(call.self), &cIOMMU, &call.failure)
	}
	iommu = newIOMMU(cIOMMU, call.family)
	return iommu, call.err(given(iommu))
}

// IsEnabled tells whether it is on: devices are in IOMMU groups.
//
// Result: true when there is at least one group.
//
// Since 0.1.
func (iommu *IOMMU) IsEnabled() bool {
	call := look(iommu.raw())
	defer call.leave()
	return bool(C.sriov_iommu_is_enabled((*C.struct_sriov_iommu)(call.self)))
}

// Vendor: whose it is; from the running units, else from the firmware's tables.
//
// Since 0.1.
func (iommu *IOMMU) Vendor() IOMMUVendor {
	call := look(iommu.raw())
	defer call.leave()
	return IOMMUVendor(C.sriov_iommu_get_vendor((*C.struct_sriov_iommu)(call.self)))
}

// GroupCount tells how many IOMMU groups there are. Those of VFIO's mode without an IOMMU do not
// count.
//
// Result: the number; 0 when it is off.
//
// Since 0.1.
func (iommu *IOMMU) GroupCount() int {
	call := look(iommu.raw())
	defer call.leave()
	return int(C.sriov_iommu_get_group_count((*C.struct_sriov_iommu)(call.self)))
}

// InterruptRemapping tells whether interrupts are remapped, as VFIO wants it for safety.
//
// Result: on when the kernel's interrupt controllers say so, unknown where they do not show it.
//
// Since 0.1.
func (iommu *IOMMU) InterruptRemapping() Switch {
	call := look(iommu.raw())
	defer call.leave()
	return Switch(C.sriov_iommu_get_interrupt_remapping((*C.struct_sriov_iommu)(call.self)))
}

// DefaultDomainType is what type most groups have, by the kernel's choice or that of its command
// line.
//
// Single groups may differ: see [IOMMUGroup.DomainType].
//
// Result: the type that most groups have; where the kernel does not show types, what the command
// line asks for; unknown when that says nothing either, and when the IOMMU is off.
//
// Since 0.1.
func (iommu *IOMMU) DefaultDomainType() IOMMUDomainType {
	call := look(iommu.raw())
	defer call.leave()
	return IOMMUDomainType(C.sriov_iommu_get_default_domain_type((*C.struct_sriov_iommu)(call.self)))
}

// Lockdown tells whether the kernel is locked down.
//
// Since 0.1.
func (iommu *IOMMU) Lockdown() Lockdown {
	call := look(iommu.raw())
	defer call.leave()
	return Lockdown(C.sriov_iommu_get_lockdown((*C.struct_sriov_iommu)(call.self)))
}

// UnsafeInterrupts tells Whether VFIO gives out devices where interrupts are not remapped, so that
// a machine could raise interrupts of the host: allow_unsafe_interrupts of vfio_iommu_type1.
//
// Result: how the switch is set.
//
// Since 0.1.
func (iommu *IOMMU) UnsafeInterrupts() ModuleSwitch {
	call := look(iommu.raw())
	defer call.leave()
	return ModuleSwitch(C.sriov_iommu_get_unsafe_interrupts((*C.struct_sriov_iommu)(call.self)))
}

// IommufdUnsafeInterrupts is the same for devices that are opened through iommufd:
// allow_unsafe_interrupts of that.
//
// Result: how the switch is set.
//
// Since 0.1.
func (iommu *IOMMU) IommufdUnsafeInterrupts() ModuleSwitch {
	call := look(iommu.raw())
	defer call.leave()
	return ModuleSwitch(C.sriov_iommu_get_iommufd_unsafe_interrupts((*C.struct_sriov_iommu)(call.self)))
}

// NoIOMMUMode tells Whether VFIO gives out devices that no IOMMU watches:
// enable_unsafe_noiommu_mode of vfio.
//
// Result: how the switch is set.
//
// Since 0.1.
func (iommu *IOMMU) NoIOMMUMode() ModuleSwitch {
	call := look(iommu.raw())
	defer call.leave()
	return ModuleSwitch(C.sriov_iommu_get_no_iommu_mode((*C.struct_sriov_iommu)(call.self)))
}

// Units is the IOMMU units, as sysfs names them: "dmar0".
//
// Result: may be empty.
//
// Since 0.1.
func (iommu *IOMMU) Units() []string {
	call := look(iommu.raw())
	defer call.leave()
	return copyStringList(C.sriov_iommu_get_units((*C.struct_sriov_iommu)(call.self)))
}

// Parameters is the words of the kernel's command line that speak of the IOMMU: "intel_iommu=on
// iommu=pt".
//
// Result: "" when there are none.
//
// Since 0.1.
func (iommu *IOMMU) Parameters() string {
	call := look(iommu.raw())
	defer call.leave()
	return C.GoString(C.sriov_iommu_get_parameters((*C.struct_sriov_iommu)(call.self)))
}

// Advice is what to add to the kernel's command line, or to do in the firmware, to turn it on.
//
// Result: "" when it is on.
//
// Since 0.1.
func (iommu *IOMMU) Advice() string {
	call := look(iommu.raw())
	defer call.leave()
	return C.GoString(C.sriov_iommu_get_advice((*C.struct_sriov_iommu)(call.self)))
}

// WantedParameters is the exact words to add to the kernel's command line: "intel_iommu=on".
//
// Result: "" when it is on or when words to add would not help. The advice may ask for more, such
// as a word to remove.
//
// Since 0.1.
func (iommu *IOMMU) WantedParameters() string {
	call := look(iommu.raw())
	defer call.leave()
	return C.GoString(C.sriov_iommu_get_wanted_parameters((*C.struct_sriov_iommu)(call.self)))
}

// Evidence is what all this was told by, a sentence each.
//
// Since 0.1.
func (iommu *IOMMU) Evidence() []string {
	call := look(iommu.raw())
	defer call.leave()
	return copyStringList(C.sriov_iommu_get_evidence((*C.struct_sriov_iommu)(call.self)))
}
