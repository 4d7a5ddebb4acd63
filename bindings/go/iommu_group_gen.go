// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// ViabilityRule: by which rule the kernel decides whether VFIO may take a group.
type ViabilityRule int32

// What a ViabilityRule can be.
const (
	// ViabilityRuleUnknown: not known, for nil.
	ViabilityRuleUnknown ViabilityRule = -1

	// ViabilityRuleDriverList: Before Linux 5.19: each device is free, on a VFIO driver, on pci-stub,
	// or a bridge on whatever driver.
	ViabilityRuleDriverList ViabilityRule = 0

	// ViabilityRuleDMAOwner: From Linux 5.19 on: each device is free or on a driver that leaves its DMA
	// alone, which are the VFIO drivers, pci-stub and, of those for bridges, pcieport only.
	ViabilityRuleDMAOwner ViabilityRule = 1
)

var namesViabilityRule = map[ViabilityRule]string{
	ViabilityRuleUnknown:    "unknown",
	ViabilityRuleDriverList: "driver-list",
	ViabilityRuleDMAOwner:   "dma-owner",
}

// String is the name of the value; of one that this version does not know, the number.
func (value ViabilityRule) String() string {
	return nameOf(value, namesViabilityRule)
}

// IOMMUGroup is an IOMMU group as it was when it was read. Immutable.
type IOMMUGroup struct{ handle *handle }

var classIOMMUGroup = class{"IOMMUGroup", func(pointer unsafe.Pointer) {
	C.sriov_iommu_group_unref((*C.struct_sriov_iommu_group)(pointer))
}}

func newIOMMUGroup(pointer *C.struct_sriov_iommu_group, family *family) *IOMMUGroup {
	if pointer == nil {
		return nil
	}
	return &IOMMUGroup{newHandle(unsafe.Pointer(pointer), &classIOMMUGroup, family)}
}

func (group *IOMMUGroup) raw() *handle {
	if group == nil {
		return nil
	}
	return group.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (group *IOMMUGroup) Close() error {
	return group.raw().close()
}

// IOMMUGroupList: groups in the order of their numbers. Immutable.
type IOMMUGroupList struct{ handle *handle }

var classIOMMUGroupList = class{"IOMMUGroupList", func(pointer unsafe.Pointer) {
	C.sriov_iommu_group_list_unref((*C.struct_sriov_iommu_group_list)(pointer))
}}

func newIOMMUGroupList(pointer *C.struct_sriov_iommu_group_list, family *family) *IOMMUGroupList {
	if pointer == nil {
		return nil
	}
	return &IOMMUGroupList{newHandle(unsafe.Pointer(pointer), &classIOMMUGroupList, family)}
}

func (list *IOMMUGroupList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *IOMMUGroupList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *IOMMUGroupList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_iommu_group_list_get_count((*C.struct_sriov_iommu_group_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *IOMMUGroupList) At(position int) *IOMMUGroup {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newIOMMUGroup(C.sriov_iommu_group_ref(C.sriov_iommu_group_list_get((*C.struct_sriov_iommu_group_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *IOMMUGroupList) All() []*IOMMUGroup {
	all := make([]*IOMMUGroup, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// OpenIOMMUGroup opens a group by its number.
//
//   - number: from 0.
//
// It fails with
//   - [ErrInvalid]: an argument is nil or the number negative.
//   - [ErrNotFound]: there is no such group; with the IOMMU off there is none at all.
//   - [ErrForbidden]: it may not be read.
//   - [ErrFailed]: it cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: /sys/kernel/iommu_groups/N/devices, type and name, /proc/sys/kernel/osrelease.
//
// Since 0.1.
func (context *Context) OpenIOMMUGroup(number int) (group *IOMMUGroup, err error) {
	call := enter(context.raw(), &classContext)
	defer call.leave()
	cNumber := call.signed("number", number)
	var cGroup *C.struct_sriov_iommu_group
	if call.ready() {
		call.code = C.sriov_iommu_group_open((*C.struct_sriov_context)(call.self), cNumber, &cGroup, &call.failure)
	}
	group = newIOMMUGroup(cGroup, call.family)
	return group, call.err(given(group))
}

// Err tells why a group in a list could not be read, or not all of it.
//
// Result: nil when all is well. With an error not all members are known, and it is the obstacle.
//
// Since 0.1.
func (group *IOMMUGroup) Err() error {
	call := look(group.raw())
	defer call.leave()
	return borrowedError(C.sriov_iommu_group_get_error((*C.struct_sriov_iommu_group)(call.self)))
}

// Number is its number.
//
// Result: from 0; -1 for nil.
//
// Since 0.1.
func (group *IOMMUGroup) Number() int {
	call := look(group.raw())
	defer call.leave()
	return int(C.sriov_iommu_group_get_number((*C.struct_sriov_iommu_group)(call.self)))
}

// Name is its name, which few groups have.
//
// Result: "" when it has none. "vfio-noiommu" is one that no IOMMU stands behind.
//
// Since 0.1.
func (group *IOMMUGroup) Name() string {
	call := look(group.raw())
	defer call.leave()
	return C.GoString(C.sriov_iommu_group_get_name((*C.struct_sriov_iommu_group)(call.self)))
}

// IsNoIOMMU tells whether it was made by VFIO's mode without an IOMMU: it protects from nothing.
//
// Result: true when it was.
//
// Since 0.1.
func (group *IOMMUGroup) IsNoIOMMU() bool {
	call := look(group.raw())
	defer call.leave()
	return bool(C.sriov_iommu_group_is_no_iommu((*C.struct_sriov_iommu_group)(call.self)))
}

// Type is the type of its default domain, in the kernel's word: "DMA", "DMA-FQ", "identity",
// "blocked".
//
// Result: "" when the kernel does not tell it to this caller.
//
// Since 0.1.
func (group *IOMMUGroup) Type() string {
	call := look(group.raw())
	defer call.leave()
	return C.GoString(C.sriov_iommu_group_get_type((*C.struct_sriov_iommu_group)(call.self)))
}

// DomainType is the same as a value.
//
// Since 0.1.
func (group *IOMMUGroup) DomainType() IOMMUDomainType {
	call := look(group.raw())
	defer call.leave()
	return IOMMUDomainType(C.sriov_iommu_group_get_domain_type((*C.struct_sriov_iommu_group)(call.self)))
}

// SetType sets the type of its default domain, for as long as the host runs.
//
// While a driver of the host has one of the devices the kernel refuses that, but for one case: from
// DMA to DMA-FQ. A type that the group has already is not written. The group given stays the
// snapshot that it is.
//
//   - type_: DMA, DMA-FQ, identity or auto.
//
// It fails with
//   - [ErrInvalid]: group is nil, or the type is none of those.
//   - [ErrBusy]: a driver has a device, which the message names with the driver, or VFIO has the
//     group open.
//   - [ErrTimeout]: it is not over in time, and goes on; see [ContextDeadlineMS].
//   - [ErrUnsupported]: the kernel is older than 5.12, or it changes the type of groups of one
//     device only (before 6.5), or this IOMMU or device cannot have that type.
//   - [ErrForbidden]: the caller lacks CAP_SYS_ADMIN or CAP_SYS_RAWIO.
//   - [ErrGone]: the group is not there any more.
//   - [ErrFailed]: the kernel failed, or it said yes and has another type now.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: type_ of the group.
//
// Since 0.1.
func (group *IOMMUGroup) SetType(type_ IOMMUDomainType) error {
	call := enter(group.raw(), &classIOMMUGroup)
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_iommu_group_set_type((*C.struct_sriov_iommu_group)(call.self), C.enum_sriov_iommu_domain_type(type_), &call.failure)
	}
	return call.err(nil)
}

// ListReservedRegions gives the addresses that are reserved for the group.
//
//   - list: may be empty.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrUnsupported]: the kernel does not tell.
//   - [ErrGone]: the group is not there any more.
//   - [ErrForbidden]: they may not be read.
//   - [ErrMalformed]: the kernel's list is not understood.
//   - [ErrFailed]: they cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: reserved_regions of the group.
//
// Since 0.1.
func (group *IOMMUGroup) ListReservedRegions() (list *ReservedRegionList, err error) {
	call := enter(group.raw(), &classIOMMUGroup)
	defer call.leave()
	var cList *C.struct_sriov_reserved_region_list
	if call.ready() {
		call.code = C.sriov_iommu_group_list_reserved_regions((*C.struct_sriov_iommu_group)(call.self), &cList, &call.failure)
	}
	list = newReservedRegionList(cList, call.family)
	return list, call.err(given(list))
}

// ListSharingReasons tells why more than one device is in the group: which port, bridge or device
// does not keep its neighbours apart.
//
// Reads the capabilities of all members, which wakes those that sleep.
//
//   - list: empty for a group of one.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrForbidden]: the caller may not read the devices' capabilities: it needs CAP_SYS_ADMIN.
//   - [ErrGone]: a device was removed, or answers all ones.
//   - [ErrMalformed]: the capabilities of a device are not understood.
//   - [ErrFailed]: a device cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: config of the devices, and their places in /sys/devices.
//
// Since 0.1.
func (group *IOMMUGroup) ListSharingReasons() (list *SharingReasonList, err error) {
	call := enter(group.raw(), &classIOMMUGroup)
	defer call.leave()
	var cList *C.struct_sriov_sharing_reason_list
	if call.ready() {
		call.code = C.sriov_iommu_group_list_sharing_reasons((*C.struct_sriov_iommu_group)(call.self), &cList, &call.failure)
	}
	list = newSharingReasonList(cList, call.family)
	return list, call.err(given(list))
}

// Devices is its PCI devices.
//
// Result: one that cannot be read is in it with its error.
//
// Since 0.1.
func (group *IOMMUGroup) Devices() *DeviceList {
	call := look(group.raw())
	defer call.leave()
	return newDeviceList(C.sriov_device_list_ref(C.sriov_iommu_group_get_devices((*C.struct_sriov_iommu_group)(call.self))), call.family)
}

// ViabilityRule: by which rule the running kernel decides about viability, by its release.
//
// A distribution may have taken the later rule into an earlier release; the two differ for bridges
// only.
//
// Since 0.1.
func (group *IOMMUGroup) ViabilityRule() ViabilityRule {
	call := look(group.raw())
	defer call.leave()
	return ViabilityRule(C.sriov_iommu_group_get_viability_rule((*C.struct_sriov_iommu_group)(call.self)))
}

// IsViable tells Whether VFIO could take the group now: no device in it is on a driver of the host.
//
// The kernel decides when the group is opened; this foretells its answer by the rule of the running
// kernel.
//
// Result: true when it could.
//
// Since 0.1.
func (group *IOMMUGroup) IsViable() bool {
	call := look(group.raw())
	defer call.leave()
	return bool(C.sriov_iommu_group_is_viable((*C.struct_sriov_iommu_group)(call.self)))
}

// Obstacle tells why the group is not viable: the devices and the drivers that spoil it, in a
// sentence.
//
// Result: "" when it is viable.
//
// Since 0.1.
func (group *IOMMUGroup) Obstacle() string {
	call := look(group.raw())
	defer call.leave()
	return C.GoString(C.sriov_iommu_group_get_obstacle((*C.struct_sriov_iommu_group)(call.self)))
}

// ObstacleBy is the same by a rule of the caller's choice, for instance before an upgrade of the
// kernel.
//
//   - rule: the rule.
//
// Result: "" when it is viable by that rule, and for a rule that is none.
//
// Since 0.1.
func (group *IOMMUGroup) ObstacleBy(rule ViabilityRule) string {
	call := look(group.raw())
	defer call.leave()
	return C.GoString(C.sriov_iommu_group_get_obstacle_by((*C.struct_sriov_iommu_group)(call.self), C.enum_sriov_viability_rule(rule)))
}

// ObstacleCount tells how many devices spoil the group, by the rule of the running kernel.
//
// Result: 0 when it is viable.
//
// Since 0.1.
func (group *IOMMUGroup) ObstacleCount() int {
	call := look(group.raw())
	defer call.leave()
	return int(C.sriov_iommu_group_get_obstacle_count((*C.struct_sriov_iommu_group)(call.self)))
}

// ObstacleDevice is a device that spoils the group.
//
//   - position: from 0, below [IOMMUGroup.ObstacleCount].
//
// Result: its address, or the name of a device that is on no PCI bus, "" past the end.
//
// Since 0.1.
func (group *IOMMUGroup) ObstacleDevice(position int) string {
	call := look(group.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return C.GoString(C.sriov_iommu_group_get_obstacle_device((*C.struct_sriov_iommu_group)(call.self), cPosition))
}

// ObstacleDriver is the driver that this device is on.
//
//   - position: as for the device.
//
// Result: "" when it cannot be read, "" past the end.
//
// Since 0.1.
func (group *IOMMUGroup) ObstacleDriver(position int) string {
	call := look(group.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return C.GoString(C.sriov_iommu_group_get_obstacle_driver((*C.struct_sriov_iommu_group)(call.self), cPosition))
}

// ListIOMMUGroups lists all IOMMU groups of the host.
//
// A group that cannot be read is in the list all the same, with its number and [IOMMUGroup.Err].
//
//   - list: empty when the IOMMU is off.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrForbidden]: the groups may not be listed.
//   - [ErrFailed]: the groups cannot be listed.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: /sys/kernel/iommu_groups, and of each group what [Context.OpenIOMMUGroup]
// reads.
//
// Since 0.1.
func (context *Context) ListIOMMUGroups() (list *IOMMUGroupList, err error) {
	call := enter(context.raw(), &classContext)
	defer call.leave()
	var cList *C.struct_sriov_iommu_group_list
	if call.ready() {
		call.code = C.sriov_iommu_group_list((*C.struct_sriov_context)(call.self), &cList, &call.failure)
	}
	list = newIOMMUGroupList(cList, call.family)
	return list, call.err(given(list))
}
