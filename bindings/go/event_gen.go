// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import (
	"strconv"
	"unsafe"
)

// EventType is what happened. Values are only ever added.
type EventType int32

// What an EventType can be.
const (
	// EventTypeUnknown: the kernel told something of a PCI device that this version does not know:
	// [Event.Action] is its word for it. Also what [Event.Type] says of nil.
	EventTypeUnknown EventType = -1

	// EventTypeOverrun: events were lost, because they came faster than they were read. Take a fresh
	// snapshot of what you watch: all that happens after this event is told again.
	EventTypeOverrun EventType = 0

	// EventTypeDeviceAdded: A PCI device came that is no VF, as far as is known: plugged in, or found
	// by a rescan.
	EventTypeDeviceAdded EventType = 1

	// EventTypeDeviceRemoved: A PCI device that is no VF went.
	EventTypeDeviceRemoved EventType = 2

	// EventTypeVFAdded: A VF came. Its driver, where it gets one, is told by an event of its own.
	EventTypeVFAdded EventType = 3

	// EventTypeVFRemoved: A VF went.
	EventTypeVFRemoved EventType = 4

	// EventTypeVFCountChanged: A PF has another number of VFs, [Event.VFCount]: all of them came, or
	// the last one went.
	EventTypeVFCountChanged EventType = 5

	// EventTypeDriverBound: a driver was bound: [Event.Driver].
	EventTypeDriverBound EventType = 6

	// EventTypeDriverUnbound: a driver was unbound: [Event.Driver], where it is known.
	EventTypeDriverUnbound EventType = 7

	// EventTypeInterfaceAdded: a network interface came: made by a driver, or moved here from another
	// namespace.
	EventTypeInterfaceAdded EventType = 8

	// EventTypeInterfaceRemoved: a network interface went for good.
	EventTypeInterfaceRemoved EventType = 9

	// EventTypeInterfaceRenamed: a network interface has a new name; [Event.FormerInterface] had been
	// it.
	EventTypeInterfaceRenamed EventType = 10

	// EventTypeInterfaceMoved: a network interface went to another network namespace, [Event.NetnsID],
	// and has the index [Event.NewIndex] there.
	EventTypeInterfaceMoved EventType = 11

	// EventTypeLinkChanged: a network interface changed: [Event.Changes] says in what.
	EventTypeLinkChanged EventType = 12

	// EventTypeVFIOAdded: The VFIO character device of a PCI device came, [Event.VFIOName].
	EventTypeVFIOAdded EventType = 13

	// EventTypeVFIORemoved: The VFIO character device of a PCI device went.
	EventTypeVFIORemoved EventType = 14
)

var namesEventType = map[EventType]string{
	EventTypeUnknown:          "unknown",
	EventTypeOverrun:          "overrun",
	EventTypeDeviceAdded:      "device-added",
	EventTypeDeviceRemoved:    "device-removed",
	EventTypeVFAdded:          "vf-added",
	EventTypeVFRemoved:        "vf-removed",
	EventTypeVFCountChanged:   "vf-count-changed",
	EventTypeDriverBound:      "driver-bound",
	EventTypeDriverUnbound:    "driver-unbound",
	EventTypeInterfaceAdded:   "interface-added",
	EventTypeInterfaceRemoved: "interface-removed",
	EventTypeInterfaceRenamed: "interface-renamed",
	EventTypeInterfaceMoved:   "interface-moved",
	EventTypeLinkChanged:      "link-changed",
	EventTypeVFIOAdded:        "vfio-added",
	EventTypeVFIORemoved:      "vfio-removed",
}

// String is the name of the value; of one that this version does not know, the number.
func (value EventType) String() string {
	if _, known := namesEventType[value]; known {
		return C.GoString(C.sriov_event_type_get_name(C.enum_sriov_event_type(value)))
	}
	return strconv.Itoa(int(value))
}

// LinkChange is what of an interface changed, as bits: of what each stands for the event has the
// new value.
const (
	// LinkChangeUp: it was set up or down: [Event.IsUp].
	LinkChangeUp = 1

	// LinkChangeCarrier: its carrier came or went: [Event.HasCarrier].
	LinkChangeCarrier = 2

	// LinkChangeMaster: it was put into a bond or bridge, or taken out: [Event.Master].
	LinkChangeMaster = 4

	// LinkChangeMAC: it has another MAC: [Event.MAC].
	LinkChangeMAC = 8
)

// Event is one thing that happened, as [Monitor.Read] gave it. Immutable.
//
// It tells what was so at that moment; the device may have gone since.
type Event struct{ handle *handle }

var classEvent = class{"Event", func(pointer unsafe.Pointer) {
	C.sriov_event_unref((*C.struct_sriov_event)(pointer))
}}

func newEvent(pointer *C.struct_sriov_event, family *family) *Event {
	if pointer == nil {
		return nil
	}
	return &Event{newHandle(unsafe.Pointer(pointer), &classEvent, family)}
}

func (event *Event) raw() *handle {
	if event == nil {
		return nil
	}
	return event.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (event *Event) Close() error {
	return event.raw().close()
}

// Type is what happened.
//
// Since 0.1.
func (event *Event) Type() EventType {
	call := look(event.raw())
	defer call.leave()
	return EventType(C.sriov_event_get_type((*C.struct_sriov_event)(call.self)))
}

// Address is the PCI device that it happened to, or that the interface is on.
//
// Result: "DDDD:BB:DD.F"; "" when there is none, as for virtual interfaces and for
// [EventTypeOverrun], or when the kernel did not tell it.
//
// Since 0.1.
func (event *Event) Address() string {
	call := look(event.raw())
	defer call.leave()
	return C.GoString(C.sriov_event_get_address((*C.struct_sriov_event)(call.self)))
}

// PFAddress is the PF of the device, when that is a VF.
//
// It is known although Linux tells of a VF before it says of which PF it is.
//
// Result: "DDDD:BB:DD.F"; "" when the device is no VF or it is not known to be one.
//
// Since 0.1.
func (event *Event) PFAddress() string {
	call := look(event.raw())
	defer call.leave()
	return C.GoString(C.sriov_event_get_pf_address((*C.struct_sriov_event)(call.self)))
}

// VFIndex is the index of the device, when that is a VF.
//
// Result: from 0; -1 when the device is no VF or its index is not known.
//
// Since 0.1.
func (event *Event) VFIndex() int {
	call := look(event.raw())
	defer call.leave()
	return int(C.sriov_event_get_vf_index((*C.struct_sriov_event)(call.self)))
}

// VFCount tells how many VFs the PF has now; of [EventTypeVFCountChanged].
//
// Result: from 0; -1 for other types.
//
// Since 0.1.
func (event *Event) VFCount() int {
	call := look(event.raw())
	defer call.leave()
	return int(C.sriov_event_get_vf_count((*C.struct_sriov_event)(call.self)))
}

// Driver is the driver that was bound or unbound.
//
// Result: "" for other types, or when it is not known.
//
// Since 0.1.
func (event *Event) Driver() string {
	call := look(event.raw())
	defer call.leave()
	return C.GoString(C.sriov_event_get_driver((*C.struct_sriov_event)(call.self)))
}

// Interface is the name of the interface, after the event.
//
// Result: "" when the event is about none.
//
// Since 0.1.
func (event *Event) Interface() string {
	call := look(event.raw())
	defer call.leave()
	return C.GoString(C.sriov_event_get_interface((*C.struct_sriov_event)(call.self)))
}

// FormerInterface is the name before; of [EventTypeInterfaceRenamed].
//
// Result: "" for other types.
//
// Since 0.1.
func (event *Event) FormerInterface() string {
	call := look(event.raw())
	defer call.leave()
	return C.GoString(C.sriov_event_get_former_interface((*C.struct_sriov_event)(call.self)))
}

// InterfaceIndex is the index of the interface, which stays when it is renamed.
//
// Result: from 1; 0 when the event is about none.
//
// Since 0.1.
func (event *Event) InterfaceIndex() int {
	call := look(event.raw())
	defer call.leave()
	return int(C.sriov_event_get_interface_index((*C.struct_sriov_event)(call.self)))
}

// Changes is what of the interface changed; of [EventTypeLinkChanged].
//
// Result: bits of [LinkChange], perhaps ones that this version's header does not have; 0 for other
// types.
//
// Since 0.1.
func (event *Event) Changes() int {
	call := look(event.raw())
	defer call.leave()
	return int(C.sriov_event_get_changes((*C.struct_sriov_event)(call.self)))
}

// IsUp tells whether the interface is set up.
//
// Result: false also when the event is about none.
//
// Since 0.1.
func (event *Event) IsUp() bool {
	call := look(event.raw())
	defer call.leave()
	return bool(C.sriov_event_is_up((*C.struct_sriov_event)(call.self)))
}

// HasCarrier tells whether the interface has a carrier. One that is down has none.
//
// Result: false also when the event is about none.
//
// Since 0.1.
func (event *Event) HasCarrier() bool {
	call := look(event.raw())
	defer call.leave()
	return bool(C.sriov_event_has_carrier((*C.struct_sriov_event)(call.self)))
}

// MasterIndex is the index of the bond or bridge that the interface is in.
//
// Result: from 1; 0 when it is in none or the event is about none.
//
// Since 0.1.
func (event *Event) MasterIndex() int {
	call := look(event.raw())
	defer call.leave()
	return int(C.sriov_event_get_master_index((*C.struct_sriov_event)(call.self)))
}

// Master is the name of the bond or bridge that the interface is in.
//
// Result: "" when it is in none or the name is not known.
//
// Since 0.1.
func (event *Event) Master() string {
	call := look(event.raw())
	defer call.leave()
	return C.GoString(C.sriov_event_get_master((*C.struct_sriov_event)(call.self)))
}

// MAC is the MAC of the interface.
//
// Result: "52:54:00:00:00:01"; "" when it has none or the event is about none.
//
// Since 0.1.
func (event *Event) MAC() string {
	call := look(event.raw())
	defer call.leave()
	return C.GoString(C.sriov_event_get_mac((*C.struct_sriov_event)(call.self)))
}

// NetnsID is the number by which the monitor's namespace knows the one that the interface went to;
// of [EventTypeInterfaceMoved].
//
// Result: from 0, as ip netns list-id shows it; -1 for other types, or when it is not known.
//
// Since 0.1.
func (event *Event) NetnsID() int {
	call := look(event.raw())
	defer call.leave()
	return int(C.sriov_event_get_netns_id((*C.struct_sriov_event)(call.self)))
}

// NewIndex is the index of the interface in the namespace that it went to; of
// [EventTypeInterfaceMoved].
//
// Result: from 1; 0 for other types, or when it is not known.
//
// Since 0.1.
func (event *Event) NewIndex() int {
	call := look(event.raw())
	defer call.leave()
	return int(C.sriov_event_get_new_index((*C.struct_sriov_event)(call.self)))
}

// VFIOName is the name of the VFIO character device: "vfio0" for /dev/vfio/devices/vfio0.
//
// Result: "" when the event is about none.
//
// Since 0.1.
func (event *Event) VFIOName() string {
	call := look(event.raw())
	defer call.leave()
	return C.GoString(C.sriov_event_get_vfio_name((*C.struct_sriov_event)(call.self)))
}

// Action is the kernel's own word for what happened: "add", "change", "bind".
//
// Result: "" for events about interfaces, which have none, and for [EventTypeOverrun].
//
// Since 0.1.
func (event *Event) Action() string {
	call := look(event.raw())
	defer call.leave()
	return C.GoString(C.sriov_event_get_action((*C.struct_sriov_event)(call.self)))
}

// Sequence is the kernel's number of the event, as udevadm monitor --property shows it.
//
// Result: from 1; 0 for events about interfaces, which have none, and for [EventTypeOverrun].
//
// Since 0.1.
func (event *Event) Sequence() uint64 {
	call := look(event.raw())
	defer call.leave()
	return uint64(C.sriov_event_get_sequence((*C.struct_sriov_event)(call.self)))
}

// OpenDevice opens the device that the event is about, as it is now, through the monitor's context.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNotFound]: the event is about no PCI device.
//   - [ErrGone]: the device was removed.
//   - [ErrForbidden]: the device may not be read.
//   - [ErrMalformed]: the kernel's description of it is not understood.
//   - [ErrFailed]: the device cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: that of [Context.OpenDevice].
//
// Since 0.1.
func (event *Event) OpenDevice() (device *Device, err error) {
	call := enter(event.raw(), &classEvent)
	defer call.leave()
	var cDevice *C.struct_sriov_device
	if call.ready() {
		call.code = C.sriov_event_open_device((*C.struct_sriov_event)(call.self), &cDevice, &call.failure)
	}
	device = newDevice(cDevice, call.family)
	return device, call.err(given(device))
}

// OpenPF opens the PF that the event is about, or that of the VF that it is about, as it is now.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNotFound]: the event is about no PCI device.
//   - [ErrNotPF]: the device is neither a PF nor known as a VF.
//   - [ErrGone]: the PF was removed.
//   - [ErrForbidden]: the PF may not be read.
//   - [ErrMalformed]: the kernel's description of it is not understood.
//   - [ErrFailed]: the PF cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: that of [Context.OpenPF].
//
// Since 0.1.
func (event *Event) OpenPF() (pf *PF, err error) {
	call := enter(event.raw(), &classEvent)
	defer call.leave()
	var cPF *C.struct_sriov_pf
	if call.ready() {
		call.code = C.sriov_event_open_pf((*C.struct_sriov_event)(call.self), &cPF, &call.failure)
	}
	pf = newPF(cPF, call.family)
	return pf, call.err(given(pf))
}

// OpenVF opens the VF that the event is about, as it is now.
//
// Right after [EventTypeVFAdded] this may say [ErrNotVF], since the kernel links a VF to its PF
// only after it told of it; the next event of the VF or its PF finds it linked.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNotFound]: the event is about no PCI device.
//   - [ErrNotVF]: the device is no VF, or not yet.
//   - [ErrGone]: the VF was removed.
//   - [ErrForbidden]: it may not be read.
//   - [ErrMalformed]: the kernel's description of it is not understood.
//   - [ErrFailed]: it cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: that of [Context.OpenVF].
//
// Since 0.1.
func (event *Event) OpenVF() (vf *VF, err error) {
	call := enter(event.raw(), &classEvent)
	defer call.leave()
	var cVF *C.struct_sriov_vf
	if call.ready() {
		call.code = C.sriov_event_open_vf((*C.struct_sriov_event)(call.self), &cVF, &call.failure)
	}
	vf = newVF(cVF, call.family)
	return vf, call.err(given(vf))
}
