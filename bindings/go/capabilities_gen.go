// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// CapabilityState is what is known of a capability.
type CapabilityState int32

// What a CapabilityState can be.
const (
	// CapabilityStateUnknown: nothing; for nil.
	CapabilityStateUnknown CapabilityState = -1

	// CapabilityStateAbsent: the device has no such capability.
	CapabilityStateAbsent CapabilityState = 0

	// CapabilityStatePresent: the device has it.
	CapabilityStatePresent CapabilityState = 1

	// CapabilityStateUnreadable: the list it would be in cannot be reached: see
	// [Capabilities.Obstacle].
	CapabilityStateUnreadable CapabilityState = 2
)

var namesCapabilityState = map[CapabilityState]string{
	CapabilityStateUnknown:    "unknown",
	CapabilityStateAbsent:     "absent",
	CapabilityStatePresent:    "present",
	CapabilityStateUnreadable: "unreadable",
}

// String is the name of the value; of one that this version does not know, the number.
func (value CapabilityState) String() string {
	return nameOf(value, namesCapabilityState)
}

// PortType is what kind of PCI Express function a device is.
type PortType int32

// What a PortType can be.
const (
	// PortTypeUnknown: one that this version does not know.
	PortTypeUnknown PortType = -1

	// PortTypeNone: none: conventional PCI or PCI-X, or a device inside the chipset that shows none.
	PortTypeNone PortType = 0

	// PortTypeEndpoint: an endpoint.
	PortTypeEndpoint PortType = 1

	// PortTypeLegacyEndpoint: a legacy endpoint.
	PortTypeLegacyEndpoint PortType = 2

	// PortTypeRootPort: a root port.
	PortTypeRootPort PortType = 3

	// PortTypeUpstreamPort: the upstream port of a switch.
	PortTypeUpstreamPort PortType = 4

	// PortTypeDownstreamPort: a downstream port of a switch.
	PortTypeDownstreamPort PortType = 5

	// PortTypePCIBridge: a bridge to conventional PCI.
	PortTypePCIBridge PortType = 6

	// PortTypeExpressBridge: a bridge from conventional PCI to PCI Express.
	PortTypeExpressBridge PortType = 7

	// PortTypeIntegratedEndpoint: an endpoint inside the root complex.
	PortTypeIntegratedEndpoint PortType = 8

	// PortTypeEventCollector: a collector of the root complex's events.
	PortTypeEventCollector PortType = 9
)

var namesPortType = map[PortType]string{
	PortTypeUnknown:            "unknown",
	PortTypeNone:               "none",
	PortTypeEndpoint:           "endpoint",
	PortTypeLegacyEndpoint:     "legacy-endpoint",
	PortTypeRootPort:           "root-port",
	PortTypeUpstreamPort:       "upstream-port",
	PortTypeDownstreamPort:     "downstream-port",
	PortTypePCIBridge:          "pci-bridge",
	PortTypeExpressBridge:      "express-bridge",
	PortTypeIntegratedEndpoint: "integrated-endpoint",
	PortTypeEventCollector:     "event-collector",
}

// String is the name of the value; of one that this version does not know, the number.
func (value PortType) String() string {
	return nameOf(value, namesPortType)
}

// Capabilities is the capabilities of a device as they were when they were read. Immutable.
//
// Where a getter gives nil the device has no such capability, or, for one of the extended list,
// [Capabilities.Obstacle] says why that list cannot be reached. Without the right to read them
// there is no such object at all: [Device.ReadCapabilities] fails.
type Capabilities struct{ handle *handle }

var classCapabilities = class{"Capabilities", func(pointer unsafe.Pointer) {
	C.sriov_capabilities_unref((*C.struct_sriov_capabilities)(pointer))
}}

func newCapabilities(pointer *C.struct_sriov_capabilities, family *family) *Capabilities {
	if pointer == nil {
		return nil
	}
	return &Capabilities{newHandle(unsafe.Pointer(pointer), &classCapabilities, family)}
}

func (capabilities *Capabilities) raw() *handle {
	if capabilities == nil {
		return nil
	}
	return capabilities.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (capabilities *Capabilities) Close() error {
	return capabilities.raw().close()
}

// ReadCapabilities reads and decodes all capabilities of a device.
//
// Only the registers that are told of are read, each once. That wakes a sleeping device.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrForbidden]: the caller may read 64 bytes only: it needs CAP_SYS_ADMIN.
//   - [ErrGone]: the device was removed, or answers all ones.
//   - [ErrMalformed]: the lists run in a circle, or they or a capability lead out of the
//     configuration space.
//   - [ErrFailed]: the configuration space cannot be read.
//
// Kernel interface: config of the device.
//
// Since 0.1.
func (device *Device) ReadCapabilities() (capabilities *Capabilities, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cCapabilities *C.struct_sriov_capabilities
	if call.ready() {
		call.code = C.sriov_device_read_capabilities((*C.struct_sriov_device)(call.self), &cCapabilities, &call.failure)
	}
	capabilities = newCapabilities(cCapabilities, call.family)
	return capabilities, call.err(given(capabilities))
}

// ListCapabilities gives all its capabilities, of the first and of the extended list.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrForbidden]: the caller may read 64 bytes only: it needs CAP_SYS_ADMIN.
//   - [ErrGone]: the device was removed, or answers all ones.
//   - [ErrMalformed]: the lists run in a circle or out of the configuration space.
//   - [ErrFailed]: the configuration space cannot be read.
//
// Kernel interface: config of the device. Reading it wakes a sleeping device.
//
// Since 0.1.
func (device *Device) ListCapabilities() (list *CapabilityList, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cList *C.struct_sriov_capability_list
	if call.ready() {
		call.code = C.sriov_device_list_capabilities((*C.struct_sriov_device)(call.self), &cList, &call.failure)
	}
	list = newCapabilityList(cList, call.family)
	return list, call.err(given(list))
}

// ReadIOVCapability gives the SR-IOV capability, decoded.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrUnsupported]: the device has no such capability.
//   - [ErrForbidden]: the caller may read 64 bytes only: it needs CAP_SYS_ADMIN.
//   - [ErrGone]: the device was removed, or answers all ones.
//   - [ErrMalformed]: the lists run in a circle or out of the configuration space.
//   - [ErrFailed]: the configuration space cannot be read.
//
// Kernel interface: config of the device. Reading it wakes a sleeping device.
//
// Since 0.1.
func (device *Device) ReadIOVCapability() (capability *IOVCapability, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cCapability *C.struct_sriov_iov_capability
	if call.ready() {
		call.code = C.sriov_device_read_iov_capability((*C.struct_sriov_device)(call.self), &cCapability, &call.failure)
	}
	capability = newIOVCapability(cCapability, call.family)
	return capability, call.err(given(capability))
}

// List is all of them, the extended list behind the first one.
//
// Result: nil for nil.
//
// Since 0.1.
func (capabilities *Capabilities) List() *CapabilityList {
	call := look(capabilities.raw())
	defer call.leave()
	return newCapabilityList(C.sriov_capability_list_ref(C.sriov_capabilities_get_list((*C.struct_sriov_capabilities)(call.self))), call.family)
}

// State tells whether the device has a capability, also one that is not decoded here.
//
//   - extended: true for one of the extended list.
//   - id: the number that the PCI standards give it.
//
// Result: present, absent, or unreadable.
//
// Since 0.1.
func (capabilities *Capabilities) State(extended bool, id int) CapabilityState {
	call := look(capabilities.raw())
	defer call.leave()
	cID := call.unsigned("id", id)
	return CapabilityState(C.sriov_capabilities_get_state((*C.struct_sriov_capabilities)(call.self), C.bool(extended), cID))
}

// Obstacle tells why the extended list cannot be reached: a PCI Express device of which the kernel
// shows 256 bytes only, since the host has no way to more (no MMCONFIG).
//
// Result: "" when it can, and for devices that have none.
//
// Since 0.1.
func (capabilities *Capabilities) Obstacle() string {
	call := look(capabilities.raw())
	defer call.leave()
	return C.GoString(C.sriov_capabilities_get_obstacle((*C.struct_sriov_capabilities)(call.self)))
}

// PortType is what kind of PCI Express function it is.
//
// Since 0.1.
func (capabilities *Capabilities) PortType() PortType {
	call := look(capabilities.raw())
	defer call.leave()
	return PortType(C.sriov_capabilities_get_port_type((*C.struct_sriov_capabilities)(call.self)))
}

// IsMultifunction tells whether the device has other functions beside this one, as its header says.
//
// Result: true when it has.
//
// Since 0.1.
func (capabilities *Capabilities) IsMultifunction() bool {
	call := look(capabilities.raw())
	defer call.leave()
	return bool(C.sriov_capabilities_is_multifunction((*C.struct_sriov_capabilities)(call.self)))
}

// HasFunctionLevelReset tells whether the function can be reset by itself (FLR), by its PCI Express
// or Advanced Features capability.
//
// Result: true when it can.
//
// Since 0.1.
func (capabilities *Capabilities) HasFunctionLevelReset() bool {
	call := look(capabilities.raw())
	defer call.leave()
	return bool(C.sriov_capabilities_has_function_level_reset((*C.struct_sriov_capabilities)(call.self)))
}

// HasARIForwarding: ARI Forwarding Supported: the port can pass on requests for functions above 7.
//
// Result: true when it can; false for what is no port.
//
// Since 0.1.
func (capabilities *Capabilities) HasARIForwarding() bool {
	call := look(capabilities.raw())
	defer call.leave()
	return bool(C.sriov_capabilities_has_ari_forwarding((*C.struct_sriov_capabilities)(call.self)))
}

// IsARIForwardingEnabled: ARI Forwarding Enable.
//
// Result: true when it is on.
//
// Since 0.1.
func (capabilities *Capabilities) IsARIForwardingEnabled() bool {
	call := look(capabilities.raw())
	defer call.leave()
	return bool(C.sriov_capabilities_is_ari_forwarding_enabled((*C.struct_sriov_capabilities)(call.self)))
}

// SerialNumber: Device Serial Number, as lspci writes it: "00-1b-21-ff-ff-aa-bb-cc".
//
// Result: "" when it has none.
//
// Since 0.1.
func (capabilities *Capabilities) SerialNumber() string {
	call := look(capabilities.raw())
	defer call.leave()
	return C.GoString(C.sriov_capabilities_get_serial_number((*C.struct_sriov_capabilities)(call.self)))
}

// IOV: Single Root I/O Virtualization: the device is a PF.
//
// Result: nil when there is none.
//
// Since 0.1.
func (capabilities *Capabilities) IOV() *IOVCapability {
	call := look(capabilities.raw())
	defer call.leave()
	return newIOVCapability(C.sriov_iov_capability_ref(C.sriov_capabilities_get_iov((*C.struct_sriov_capabilities)(call.self))), call.family)
}

// ACS: Access Control Services.
//
// Result: nil when there is none.
//
// Since 0.1.
func (capabilities *Capabilities) ACS() *ACSCapability {
	call := look(capabilities.raw())
	defer call.leave()
	return newACSCapability(C.sriov_acs_capability_ref(C.sriov_capabilities_get_acs((*C.struct_sriov_capabilities)(call.self))), call.family)
}

// ARI: Alternative Routing-ID Interpretation.
//
// Result: nil when there is none.
//
// Since 0.1.
func (capabilities *Capabilities) ARI() *ARICapability {
	call := look(capabilities.raw())
	defer call.leave()
	return newARICapability(C.sriov_ari_capability_ref(C.sriov_capabilities_get_ari((*C.struct_sriov_capabilities)(call.self))), call.family)
}

// ATS: Address Translation Services. A VF has its own.
//
// Result: nil when there is none.
//
// Since 0.1.
func (capabilities *Capabilities) ATS() *ATSCapability {
	call := look(capabilities.raw())
	defer call.leave()
	return newATSCapability(C.sriov_ats_capability_ref(C.sriov_capabilities_get_ats((*C.struct_sriov_capabilities)(call.self))), call.family)
}

// PASID: Process Address Space ID. VFs use the PF's.
//
// Result: nil when there is none.
//
// Since 0.1.
func (capabilities *Capabilities) PASID() *PASIDCapability {
	call := look(capabilities.raw())
	defer call.leave()
	return newPASIDCapability(C.sriov_pasid_capability_ref(C.sriov_capabilities_get_pasid((*C.struct_sriov_capabilities)(call.self))), call.family)
}

// PRI: Page Request Interface. VFs use the PF's.
//
// Result: nil when there is none.
//
// Since 0.1.
func (capabilities *Capabilities) PRI() *PRICapability {
	call := look(capabilities.raw())
	defer call.leave()
	return newPRICapability(C.sriov_pri_capability_ref(C.sriov_capabilities_get_pri((*C.struct_sriov_capabilities)(call.self))), call.family)
}

// MSI: Message Signalled Interrupts.
//
// Result: nil when there is none.
//
// Since 0.1.
func (capabilities *Capabilities) MSI() *MSICapability {
	call := look(capabilities.raw())
	defer call.leave()
	return newMSICapability(C.sriov_msi_capability_ref(C.sriov_capabilities_get_msi((*C.struct_sriov_capabilities)(call.self))), call.family)
}

// MSIX: Extended Message Signalled Interrupts.
//
// Result: nil when there is none.
//
// Since 0.1.
func (capabilities *Capabilities) MSIX() *MSIXCapability {
	call := look(capabilities.raw())
	defer call.leave()
	return newMSIXCapability(C.sriov_msix_capability_ref(C.sriov_capabilities_get_msix((*C.struct_sriov_capabilities)(call.self))), call.family)
}

// ResizableBARs: BARs of the device whose size can be chosen.
//
// Result: empty when there are none, nil for nil.
//
// Since 0.1.
func (capabilities *Capabilities) ResizableBARs() *ResizableBARList {
	call := look(capabilities.raw())
	defer call.leave()
	return newResizableBARList(C.sriov_resizable_bar_list_ref(C.sriov_capabilities_get_resizable_bars((*C.struct_sriov_capabilities)(call.self))), call.family)
}

// VFResizableBARs: BARs of its VFs whose size can be chosen.
//
// Result: empty when there are none, nil for nil.
//
// Since 0.1.
func (capabilities *Capabilities) VFResizableBARs() *ResizableBARList {
	call := look(capabilities.raw())
	defer call.leave()
	return newResizableBARList(C.sriov_resizable_bar_list_ref(C.sriov_capabilities_get_vf_resizable_bars((*C.struct_sriov_capabilities)(call.self))), call.family)
}
