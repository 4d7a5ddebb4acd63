// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// DevlinkPortType is what a port carries; the numbers are the kernel's.
type DevlinkPortType int32

// What a DevlinkPortType can be.
const (
	// DevlinkPortTypeUnknown: a type that this version does not know, or none told.
	DevlinkPortTypeUnknown DevlinkPortType = -1

	// DevlinkPortTypeNotSet: nothing yet.
	DevlinkPortTypeNotSet DevlinkPortType = 0

	// DevlinkPortTypeAuto: what the other end of the cable is.
	DevlinkPortTypeAuto DevlinkPortType = 1

	// DevlinkPortTypeEthernet: ethernet.
	DevlinkPortTypeEthernet DevlinkPortType = 2

	// DevlinkPortTypeInfiniBand: InfiniBand.
	DevlinkPortTypeInfiniBand DevlinkPortType = 3
)

var namesDevlinkPortType = map[DevlinkPortType]string{
	DevlinkPortTypeUnknown:    "unknown",
	DevlinkPortTypeNotSet:     "not-set",
	DevlinkPortTypeAuto:       "auto",
	DevlinkPortTypeEthernet:   "ethernet",
	DevlinkPortTypeInfiniBand: "infiniband",
}

// String is the name of the value; of one that this version does not know, the number.
func (value DevlinkPortType) String() string {
	return nameOf(value, namesDevlinkPortType)
}

// DevlinkPortFlavour is what is at the other end of a port; the numbers are the kernel's.
type DevlinkPortFlavour int32

// What a DevlinkPortFlavour can be.
const (
	// DevlinkPortFlavourUnknown: something that this version does not know, or nothing told.
	DevlinkPortFlavourUnknown DevlinkPortFlavour = -1

	// DevlinkPortFlavourPhysical: a cable.
	DevlinkPortFlavourPhysical DevlinkPortFlavour = 0

	// DevlinkPortFlavourCPU: the processor, in a switch.
	DevlinkPortFlavourCPU DevlinkPortFlavour = 1

	// DevlinkPortFlavourDsa: another switch.
	DevlinkPortFlavourDsa DevlinkPortFlavour = 2

	// DevlinkPortFlavourPF: A PF.
	DevlinkPortFlavourPF DevlinkPortFlavour = 3

	// DevlinkPortFlavourVF: A VF: the port is its representor.
	DevlinkPortFlavourVF DevlinkPortFlavour = 4

	// DevlinkPortFlavourVirtual: nothing but the host: the port of a VF as its own driver has it.
	DevlinkPortFlavourVirtual DevlinkPortFlavour = 5

	// DevlinkPortFlavourUnused: nothing: the port is not used.
	DevlinkPortFlavourUnused DevlinkPortFlavour = 6

	// DevlinkPortFlavourSF: a subfunction (SF).
	DevlinkPortFlavourSF DevlinkPortFlavour = 7
)

var namesDevlinkPortFlavour = map[DevlinkPortFlavour]string{
	DevlinkPortFlavourUnknown:  "unknown",
	DevlinkPortFlavourPhysical: "physical",
	DevlinkPortFlavourCPU:      "cpu",
	DevlinkPortFlavourDsa:      "dsa",
	DevlinkPortFlavourPF:       "pf",
	DevlinkPortFlavourVF:       "vf",
	DevlinkPortFlavourVirtual:  "virtual",
	DevlinkPortFlavourUnused:   "unused",
	DevlinkPortFlavourSF:       "sf",
}

// String is the name of the value; of one that this version does not know, the number.
func (value DevlinkPortFlavour) String() string {
	return nameOf(value, namesDevlinkPortFlavour)
}

// DevlinkVersionKind tells since when a version is so.
type DevlinkVersionKind int32

// What a DevlinkVersionKind can be.
const (
	// DevlinkVersionKindUnknown: there is no such version.
	DevlinkVersionKindUnknown DevlinkVersionKind = -1

	// DevlinkVersionKindFixed: for ever: a board's revision.
	DevlinkVersionKindFixed DevlinkVersionKind = 0

	// DevlinkVersionKindRunning: now: the firmware that runs.
	DevlinkVersionKindRunning DevlinkVersionKind = 1

	// DevlinkVersionKindStored: from the next start on: the firmware that is in the card's memory.
	DevlinkVersionKindStored DevlinkVersionKind = 2
)

var namesDevlinkVersionKind = map[DevlinkVersionKind]string{
	DevlinkVersionKindUnknown: "unknown",
	DevlinkVersionKindFixed:   "fixed",
	DevlinkVersionKindRunning: "running",
	DevlinkVersionKindStored:  "stored",
}

// String is the name of the value; of one that this version does not know, the number.
func (value DevlinkVersionKind) String() string {
	return nameOf(value, namesDevlinkVersionKind)
}

// DevlinkPort is one port of a card as it was when it was read. Immutable.
type DevlinkPort struct{ handle *handle }

var classDevlinkPort = class{"DevlinkPort", func(pointer unsafe.Pointer) {
	C.sriov_devlink_port_unref((*C.struct_sriov_devlink_port)(pointer))
}}

func newDevlinkPort(pointer *C.struct_sriov_devlink_port, family *family) *DevlinkPort {
	if pointer == nil {
		return nil
	}
	return &DevlinkPort{newHandle(unsafe.Pointer(pointer), &classDevlinkPort, family)}
}

func (port *DevlinkPort) raw() *handle {
	if port == nil {
		return nil
	}
	return port.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (port *DevlinkPort) Close() error {
	return port.raw().close()
}

// DevlinkPortList: ports in the order of their indexes. Immutable.
type DevlinkPortList struct{ handle *handle }

var classDevlinkPortList = class{"DevlinkPortList", func(pointer unsafe.Pointer) {
	C.sriov_devlink_port_list_unref((*C.struct_sriov_devlink_port_list)(pointer))
}}

func newDevlinkPortList(pointer *C.struct_sriov_devlink_port_list, family *family) *DevlinkPortList {
	if pointer == nil {
		return nil
	}
	return &DevlinkPortList{newHandle(unsafe.Pointer(pointer), &classDevlinkPortList, family)}
}

func (list *DevlinkPortList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *DevlinkPortList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *DevlinkPortList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_devlink_port_list_get_count((*C.struct_sriov_devlink_port_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *DevlinkPortList) At(position int) *DevlinkPort {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newDevlinkPort(C.sriov_devlink_port_ref(C.sriov_devlink_port_list_get((*C.struct_sriov_devlink_port_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *DevlinkPortList) All() []*DevlinkPort {
	all := make([]*DevlinkPort, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// DevlinkInfo is what a driver tells of itself and of the card. Immutable.
type DevlinkInfo struct{ handle *handle }

var classDevlinkInfo = class{"DevlinkInfo", func(pointer unsafe.Pointer) {
	C.sriov_devlink_info_unref((*C.struct_sriov_devlink_info)(pointer))
}}

func newDevlinkInfo(pointer *C.struct_sriov_devlink_info, family *family) *DevlinkInfo {
	if pointer == nil {
		return nil
	}
	return &DevlinkInfo{newHandle(unsafe.Pointer(pointer), &classDevlinkInfo, family)}
}

func (info *DevlinkInfo) raw() *handle {
	if info == nil {
		return nil
	}
	return info.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (info *DevlinkInfo) Close() error {
	return info.raw().close()
}

// Index is its number among the ports of the device.
//
// Result: the index; it may be large, and leaves gaps.
//
// Since 0.1.
func (port *DevlinkPort) Index() int {
	call := look(port.raw())
	defer call.leave()
	return int(C.sriov_devlink_port_get_index((*C.struct_sriov_devlink_port)(call.self)))
}

// Type is what it carries.
//
// Since 0.1.
func (port *DevlinkPort) Type() DevlinkPortType {
	call := look(port.raw())
	defer call.leave()
	return DevlinkPortType(C.sriov_devlink_port_get_type((*C.struct_sriov_devlink_port)(call.self)))
}

// Flavour is what is at its other end.
//
// Since 0.1.
func (port *DevlinkPort) Flavour() DevlinkPortFlavour {
	call := look(port.raw())
	defer call.leave()
	return DevlinkPortFlavour(C.sriov_devlink_port_get_flavour((*C.struct_sriov_devlink_port)(call.self)))
}

// Number tells which of the cables, of a physical port.
//
// Result: from 0 or 1, as the driver counts; -1 for all other ports.
//
// Since 0.1.
func (port *DevlinkPort) Number() int64 {
	call := look(port.raw())
	defer call.leave()
	return int64(C.sriov_devlink_port_get_number((*C.struct_sriov_devlink_port)(call.self)))
}

// Controller tells which host the function at its other end belongs to, on a card that serves
// several.
//
// Result: from 0; -1 when it is not the port of a function, or the kernel does not tell (before
// 5.10).
//
// Since 0.1.
func (port *DevlinkPort) Controller() int64 {
	call := look(port.raw())
	defer call.leave()
	return int64(C.sriov_devlink_port_get_controller((*C.struct_sriov_devlink_port)(call.self)))
}

// IsExternal tells whether the function at its other end belongs to another host.
//
// Result: true when it does: on a card with processors of its own.
//
// Since 0.1.
func (port *DevlinkPort) IsExternal() bool {
	call := look(port.raw())
	defer call.leave()
	return bool(C.sriov_devlink_port_is_external((*C.struct_sriov_devlink_port)(call.self)))
}

// PFNumber is the PF at its other end, or whose VF or SF that is.
//
// Result: from 0; -1 when it is not the port of a function.
//
// Since 0.1.
func (port *DevlinkPort) PFNumber() int64 {
	call := look(port.raw())
	defer call.leave()
	return int64(C.sriov_devlink_port_get_pf_number((*C.struct_sriov_devlink_port)(call.self)))
}

// VFIndex is the VF at its other end.
//
// Result: from 0; -1 when it is not the port of a VF.
//
// Since 0.1.
func (port *DevlinkPort) VFIndex() int64 {
	call := look(port.raw())
	defer call.leave()
	return int64(C.sriov_devlink_port_get_vf_index((*C.struct_sriov_devlink_port)(call.self)))
}

// SFNumber is the subfunction at its other end.
//
// Result: the number; -1 when it is not the port of one.
//
// Since 0.1.
func (port *DevlinkPort) SFNumber() int64 {
	call := look(port.raw())
	defer call.leave()
	return int64(C.sriov_devlink_port_get_sf_number((*C.struct_sriov_devlink_port)(call.self)))
}

// NetdevIndex is the interface of the port.
//
// Result: its index; 0 when it has none, or it is in another network namespace.
//
// Since 0.1.
func (port *DevlinkPort) NetdevIndex() int {
	call := look(port.raw())
	defer call.leave()
	return int(C.sriov_devlink_port_get_netdev_index((*C.struct_sriov_devlink_port)(call.self)))
}

// NetdevName is the name of that interface.
//
// Result: "" when it has none, or it is in another network namespace.
//
// Since 0.1.
func (port *DevlinkPort) NetdevName() string {
	call := look(port.raw())
	defer call.leave()
	return C.GoString(C.sriov_devlink_port_get_netdev_name((*C.struct_sriov_devlink_port)(call.self)))
}

// InfiniBandName is its device of InfiniBand: "mlx5_0".
//
// Result: "" when it has none.
//
// Since 0.1.
func (port *DevlinkPort) InfiniBandName() string {
	call := look(port.raw())
	defer call.leave()
	return C.GoString(C.sriov_devlink_port_get_infiniband_name((*C.struct_sriov_devlink_port)(call.self)))
}

// ListDevlinkPorts lists the ports of a card.
//
//   - list: may be empty.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrUnsupported]: its driver has no devlink (igb, nvme), or the kernel has none. The same is
//     seen from a network namespace that the device's devlink is not in.
//   - [ErrNoDriver]: no driver is bound to the device.
//   - [ErrForbidden]: the caller may not use netlink.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the list changed each time it was read: try again; or the kernel was asked before,
//     and that is not over.
//   - [ErrTimeout]: the kernel does not answer in time; see [ContextDeadlineMS].
//   - [ErrMalformed]: the kernel's answer is not understood.
//   - [ErrFailed]: the kernel did not answer.
//
// Kernel interface: devlink (generic netlink) DEVLINK_CMD_PORT_GET.
//
// Since 0.1.
func (device *Device) ListDevlinkPorts() (list *DevlinkPortList, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cList *C.struct_sriov_devlink_port_list
	if call.ready() {
		call.code = C.sriov_device_list_devlink_ports((*C.struct_sriov_device)(call.self), &cList, &call.failure)
	}
	list = newDevlinkPortList(cList, call.family)
	return list, call.err(given(list))
}

// Driver is the driver, in its own words.
//
// Result: "" when not told.
//
// Since 0.1.
func (info *DevlinkInfo) Driver() string {
	call := look(info.raw())
	defer call.leave()
	return C.GoString(C.sriov_devlink_info_get_driver((*C.struct_sriov_devlink_info)(call.self)))
}

// SerialNumber is the serial number of the device.
//
// Result: "" when not told.
//
// Since 0.1.
func (info *DevlinkInfo) SerialNumber() string {
	call := look(info.raw())
	defer call.leave()
	return C.GoString(C.sriov_devlink_info_get_serial_number((*C.struct_sriov_devlink_info)(call.self)))
}

// BoardSerialNumber is the serial number of the board.
//
// Result: "" when not told.
//
// Since 0.1.
func (info *DevlinkInfo) BoardSerialNumber() string {
	call := look(info.raw())
	defer call.leave()
	return C.GoString(C.sriov_devlink_info_get_board_serial_number((*C.struct_sriov_devlink_info)(call.self)))
}

// VersionCount tells how many versions it tells, of all kinds.
//
// Since 0.1.
func (info *DevlinkInfo) VersionCount() int {
	call := look(info.raw())
	defer call.leave()
	return int(C.sriov_devlink_info_get_version_count((*C.struct_sriov_devlink_info)(call.self)))
}

// VersionName is what has a version: "fw.mgmt", "fw", "board.id".
//
//   - position: from 0, below [DevlinkInfo.VersionCount], in the driver's order.
//
// Result: "" past the end.
//
// Since 0.1.
func (info *DevlinkInfo) VersionName(position int) string {
	call := look(info.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return C.GoString(C.sriov_devlink_info_get_version_name((*C.struct_sriov_devlink_info)(call.self), cPosition))
}

// VersionValue is the version.
//
//   - position: from 0, below [DevlinkInfo.VersionCount], in the driver's order.
//
// Result: "" past the end.
//
// Since 0.1.
func (info *DevlinkInfo) VersionValue(position int) string {
	call := look(info.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return C.GoString(C.sriov_devlink_info_get_version_value((*C.struct_sriov_devlink_info)(call.self), cPosition))
}

// VersionKind tells since when it is so.
//
//   - position: from 0, below [DevlinkInfo.VersionCount], in the driver's order.
//
// Since 0.1.
func (info *DevlinkInfo) VersionKind(position int) DevlinkVersionKind {
	call := look(info.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return DevlinkVersionKind(C.sriov_devlink_info_get_version_kind((*C.struct_sriov_devlink_info)(call.self), cPosition))
}

// ReadDevlinkInfo reads what the driver tells of itself and of the card.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrUnsupported]: its driver has no devlink (igb, nvme) or tells nothing through it, or the
//     kernel has no devlink. The same is seen from a network namespace that the device's devlink is
//     not in.
//   - [ErrNoDriver]: no driver is bound to the device.
//   - [ErrForbidden]: the caller may not use netlink.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the driver cannot tell now: try again; or the kernel was asked before, and that is
//     not over.
//   - [ErrTimeout]: the kernel does not answer in time; see [ContextDeadlineMS].
//   - [ErrMalformed]: the kernel's answer is not understood.
//   - [ErrFailed]: the driver failed.
//
// Kernel interface: devlink (generic netlink) DEVLINK_CMD_INFO_GET.
//
// Since 0.1.
func (device *Device) ReadDevlinkInfo() (info *DevlinkInfo, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cInfo *C.struct_sriov_devlink_info
	if call.ready() {
		call.code = C.sriov_device_read_devlink_info((*C.struct_sriov_device)(call.self), &cInfo, &call.failure)
	}
	info = newDevlinkInfo(cInfo, call.family)
	return info, call.err(given(info))
}
