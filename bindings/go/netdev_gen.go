// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// Operstate is the state of an interface as RFC 2863 names it; the numbers are the kernel's.
type Operstate int32

// What an Operstate can be.
const (
	// OperstateUnknown: the driver does not say, or says what this version does not know.
	OperstateUnknown Operstate = -1

	// OperstateNotPresent: some part of it is missing.
	OperstateNotPresent Operstate = 1

	// OperstateDown: it is off, or has no link.
	OperstateDown Operstate = 2

	// OperstateLowerLayerDown: the interface below it is down.
	OperstateLowerLayerDown Operstate = 3

	// OperstateTesting: it is being tested.
	OperstateTesting Operstate = 4

	// OperstateDormant: it waits for something outside, such as 802.1X.
	OperstateDormant Operstate = 5

	// OperstateUp: packets go through.
	OperstateUp Operstate = 6
)

var namesOperstate = map[Operstate]string{
	OperstateUnknown:        "unknown",
	OperstateNotPresent:     "not-present",
	OperstateDown:           "down",
	OperstateLowerLayerDown: "lower-layer-down",
	OperstateTesting:        "testing",
	OperstateDormant:        "dormant",
	OperstateUp:             "up",
}

// String is the name of the value; of one that this version does not know, the number.
func (value Operstate) String() string {
	return nameOf(value, namesOperstate)
}

// Netdev is a network interface as it was when it was read. Immutable; holds its device.
type Netdev struct{ handle *handle }

var classNetdev = class{"Netdev", func(pointer unsafe.Pointer) {
	C.sriov_netdev_unref((*C.struct_sriov_netdev)(pointer))
}}

func newNetdev(pointer *C.struct_sriov_netdev, family *family) *Netdev {
	if pointer == nil {
		return nil
	}
	return &Netdev{newHandle(unsafe.Pointer(pointer), &classNetdev, family)}
}

func (netdev *Netdev) raw() *handle {
	if netdev == nil {
		return nil
	}
	return netdev.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (netdev *Netdev) Close() error {
	return netdev.raw().close()
}

// NetdevList: network interfaces in the order of their names. Immutable.
type NetdevList struct{ handle *handle }

var classNetdevList = class{"NetdevList", func(pointer unsafe.Pointer) {
	C.sriov_netdev_list_unref((*C.struct_sriov_netdev_list)(pointer))
}}

func newNetdevList(pointer *C.struct_sriov_netdev_list, family *family) *NetdevList {
	if pointer == nil {
		return nil
	}
	return &NetdevList{newHandle(unsafe.Pointer(pointer), &classNetdevList, family)}
}

func (list *NetdevList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *NetdevList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *NetdevList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_netdev_list_get_count((*C.struct_sriov_netdev_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *NetdevList) At(position int) *Netdev {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newNetdev(C.sriov_netdev_ref(C.sriov_netdev_list_get((*C.struct_sriov_netdev_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *NetdevList) All() []*Netdev {
	all := make([]*Netdev, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// ListNetdevs lists the network interfaces of a device with all that is known of them.
//
// A PF may have many: one for each port, and in switchdev mode the representors of its VFs. An
// interface that cannot be read is in the list all the same, with its name and [Netdev.Err]: for
// instance when sysfs shows another network namespace than the one that is asked by netlink.
//
//   - list: empty when the device has no interface, such as an NVMe controller or a VF that is
//     bound to VFIO.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrNotFound]: all its interfaces are in other network namespaces.
//   - [ErrGone]: the device was removed.
//   - [ErrForbidden]: they may not be listed, or netlink may not be used.
//   - [ErrFailed]: they cannot be listed.
//   - [ErrBusy]: the kernel was asked before, and that is not over.
//   - [ErrTimeout]: the kernel does not answer in time; see [ContextDeadlineMS].
//
// Kernel interface: net/ of the device with ifindex, dev_port, dev_id and speed; rtnetlink
// RTM_GETLINK for all else.
//
// Since 0.1.
func (device *Device) ListNetdevs() (list *NetdevList, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cList *C.struct_sriov_netdev_list
	if call.ready() {
		call.code = C.sriov_device_list_netdevs((*C.struct_sriov_device)(call.self), &cList, &call.failure)
	}
	list = newNetdevList(cList, call.family)
	return list, call.err(given(list))
}

// OpenNetdev opens one interface by its name or by one of its alternative names.
//
//   - name: "em1", or an alternative name of up to 127 characters.
//   - netdev: It may be on no PCI device.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or no interface can have such a name.
//   - [ErrNotFound]: no interface of the network namespace has that name.
//   - [ErrForbidden]: netlink may not be used.
//   - [ErrGone]: its device was removed meanwhile.
//   - [ErrMalformed]: the kernel's description of it or of its device is not understood.
//   - [ErrFailed]: the kernel did not answer.
//   - [ErrNoMemory]: out of memory.
//   - [ErrBusy]: the kernel was asked before, and that is not over.
//   - [ErrTimeout]: the kernel does not answer in time; see [ContextDeadlineMS].
//
// Kernel interface: rtnetlink RTM_GETLINK with IFLA_IFNAME or IFLA_ALT_IFNAME (since Linux 5.5);
// /sys/class/net/NAME.
//
// Since 0.1.
func (context *Context) OpenNetdev(name string) (netdev *Netdev, err error) {
	call := enter(context.raw(), &classContext)
	defer call.leave()
	cName := call.text("name", name)
	var cNetdev *C.struct_sriov_netdev
	if call.ready() {
		call.code = C.sriov_netdev_open((*C.struct_sriov_context)(call.self), cName, &cNetdev, &call.failure)
	}
	netdev = newNetdev(cNetdev, call.family)
	return netdev, call.err(given(netdev))
}

// Err tells why an interface in a list could not be read.
//
// Result: nil when all is well. With an error only its name, index and device are known.
//
// Since 0.1.
func (netdev *Netdev) Err() error {
	call := look(netdev.raw())
	defer call.leave()
	return borrowedError(C.sriov_netdev_get_error((*C.struct_sriov_netdev)(call.self)))
}

// Device is the PCI device that it is on.
//
// Result: nil for a bond, a bridge and whatever else is on none.
//
// Since 0.1.
func (netdev *Netdev) Device() *Device {
	call := look(netdev.raw())
	defer call.leave()
	return newDevice(C.sriov_device_ref(C.sriov_netdev_get_device((*C.struct_sriov_netdev)(call.self))), call.family)
}

// Name is its name: "em1".
//
// Since 0.1.
func (netdev *Netdev) Name() string {
	call := look(netdev.raw())
	defer call.leave()
	return C.GoString(C.sriov_netdev_get_name((*C.struct_sriov_netdev)(call.self)))
}

// Index is its index in its network namespace, which stays when it is renamed.
//
// Result: from 1; 0 for nil.
//
// Since 0.1.
func (netdev *Netdev) Index() int {
	call := look(netdev.raw())
	defer call.leave()
	return int(C.sriov_netdev_get_index((*C.struct_sriov_netdev)(call.self)))
}

// Altnames is its other names, by which it may be called as well.
//
// Result: in the kernel's order; empty when it has none, as always before Linux 5.5.
//
// Since 0.1.
func (netdev *Netdev) Altnames() []string {
	call := look(netdev.raw())
	defer call.leave()
	return copyStringList(C.sriov_netdev_get_altnames((*C.struct_sriov_netdev)(call.self)))
}

// MAC is its hardware address now.
//
// Result: "52:54:00:00:00:01", for InfiniBand 20 bytes; "" when it has none.
//
// Since 0.1.
func (netdev *Netdev) MAC() string {
	call := look(netdev.raw())
	defer call.leave()
	return C.GoString(C.sriov_netdev_get_mac((*C.struct_sriov_netdev)(call.self)))
}

// PermanentMAC is the hardware address that it was made with, whatever it was given since.
//
// Result: "" when the driver or the kernel (before 5.6) does not tell.
//
// Since 0.1.
func (netdev *Netdev) PermanentMAC() string {
	call := look(netdev.raw())
	defer call.leave()
	return C.GoString(C.sriov_netdev_get_permanent_mac((*C.struct_sriov_netdev)(call.self)))
}

// MTUBytes is the longest packet that it takes: its MTU.
//
// Result: bytes; 0 when not known.
//
// Since 0.1.
func (netdev *Netdev) MTUBytes() int {
	call := look(netdev.raw())
	defer call.leave()
	return int(C.sriov_netdev_get_mtu_bytes((*C.struct_sriov_netdev)(call.self)))
}

// IsUp tells whether somebody turned it on (ip link set up).
//
// Result: true when it is on, whether or not it has a link.
//
// Since 0.1.
func (netdev *Netdev) IsUp() bool {
	call := look(netdev.raw())
	defer call.leave()
	return bool(C.sriov_netdev_is_up((*C.struct_sriov_netdev)(call.self)))
}

// HasCarrier tells whether there is a link.
//
// Result: true with a link. An interface that is off has none, to the kernel's knowledge.
//
// Since 0.1.
func (netdev *Netdev) HasCarrier() bool {
	call := look(netdev.raw())
	defer call.leave()
	return bool(C.sriov_netdev_has_carrier((*C.struct_sriov_netdev)(call.self)))
}

// Operstate tells whether packets go through, and if not what is missing.
//
// Since 0.1.
func (netdev *Netdev) Operstate() Operstate {
	call := look(netdev.raw())
	defer call.leave()
	return Operstate(C.sriov_netdev_get_operstate((*C.struct_sriov_netdev)(call.self)))
}

// SpeedMbps is the speed of its link.
//
// Result: megabits a second; 0 without a link or when the driver does not tell.
//
// Since 0.1.
func (netdev *Netdev) SpeedMbps() int {
	call := look(netdev.raw())
	defer call.leave()
	return int(C.sriov_netdev_get_speed_mbps((*C.struct_sriov_netdev)(call.self)))
}

// Kind is what kind of interface it is, when it is made by software: "bond", "bridge", "vlan".
//
// Result: "" for a device's own.
//
// Since 0.1.
func (netdev *Netdev) Kind() string {
	call := look(netdev.raw())
	defer call.leave()
	return C.GoString(C.sriov_netdev_get_kind((*C.struct_sriov_netdev)(call.self)))
}

// MasterIndex is the index of the bond, bridge or other interface that it is a member of.
//
// Result: from 1; 0 when it is a member of none.
//
// Since 0.1.
func (netdev *Netdev) MasterIndex() int {
	call := look(netdev.raw())
	defer call.leave()
	return int(C.sriov_netdev_get_master_index((*C.struct_sriov_netdev)(call.self)))
}

// MasterName is the name of that.
//
// Result: "" when it is a member of none, or of one that has just gone.
//
// Since 0.1.
func (netdev *Netdev) MasterName() string {
	call := look(netdev.raw())
	defer call.leave()
	return C.GoString(C.sriov_netdev_get_master_name((*C.struct_sriov_netdev)(call.self)))
}

// MasterKind is the kind of that: "bond", "bridge", "team", "openvswitch".
//
// Result: "" when it is a member of none.
//
// Since 0.1.
func (netdev *Netdev) MasterKind() string {
	call := look(netdev.raw())
	defer call.leave()
	return C.GoString(C.sriov_netdev_get_master_kind((*C.struct_sriov_netdev)(call.self)))
}

// PortName tells which port it is, in the driver's words: "p0" for the wire, "pf0vf3" for VF 3.
//
// Result: "" when the driver does not tell, as those without a switch.
//
// Kernel interface: IFLA_PHYS_PORT_NAME.
//
// Since 0.1.
func (netdev *Netdev) PortName() string {
	call := look(netdev.raw())
	defer call.leave()
	return C.GoString(C.sriov_netdev_get_port_name((*C.struct_sriov_netdev)(call.self)))
}

// PortID is an identification of the port, the same for all functions that share it.
//
// Result: hexadecimal; "" when the driver does not tell.
//
// Kernel interface: IFLA_PHYS_PORT_ID.
//
// Since 0.1.
func (netdev *Netdev) PortID() string {
	call := look(netdev.raw())
	defer call.leave()
	return C.GoString(C.sriov_netdev_get_port_id((*C.struct_sriov_netdev)(call.self)))
}

// SwitchID is an identification of the switch, the same for all its ports and representors.
//
// Result: hexadecimal; "" when it is on no switch, as in legacy mode.
//
// Kernel interface: IFLA_PHYS_SWITCH_ID.
//
// Since 0.1.
func (netdev *Netdev) SwitchID() string {
	call := look(netdev.raw())
	defer call.leave()
	return C.GoString(C.sriov_netdev_get_switch_id((*C.struct_sriov_netdev)(call.self)))
}

// DevPort tells which port of the device it is, where one device has many.
//
// Result: from 0; also 0 when not known.
//
// Kernel interface: dev_port.
//
// Since 0.1.
func (netdev *Netdev) DevPort() int {
	call := look(netdev.raw())
	defer call.leave()
	return int(C.sriov_netdev_get_dev_port((*C.struct_sriov_netdev)(call.self)))
}

// DevID is what tells apart interfaces that share a hardware address. Older drivers number their
// ports here.
//
// Result: from 0; also 0 when not known.
//
// Kernel interface: dev_id.
//
// Since 0.1.
func (netdev *Netdev) DevID() int {
	call := look(netdev.raw())
	defer call.leave()
	return int(C.sriov_netdev_get_dev_id((*C.struct_sriov_netdev)(call.self)))
}
