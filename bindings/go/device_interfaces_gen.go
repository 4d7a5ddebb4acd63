// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

// InterfaceKind is what a device can be to the rest of the system.
type InterfaceKind int32

// What an InterfaceKind can be.
const (
	// InterfaceKindNet: a network interface: "em1".
	InterfaceKindNet InterfaceKind = 0

	// InterfaceKindInfiniBand: An RDMA device: "mlx5_0".
	InterfaceKindInfiniBand InterfaceKind = 1

	// InterfaceKindNvme: An NVMe controller: "nvme0".
	InterfaceKindNvme InterfaceKind = 2

	// InterfaceKindVFIO: A VFIO device of its own, "vfio0", which is /dev/vfio/devices/vfio0 where the
	// kernel has iommufd; shown from 6.1 on while a VFIO driver is bound.
	InterfaceKindVFIO InterfaceKind = 3
)

var namesInterfaceKind = map[InterfaceKind]string{
	InterfaceKindNet:        "net",
	InterfaceKindInfiniBand: "infiniband",
	InterfaceKindNvme:       "nvme",
	InterfaceKindVFIO:       "vfio",
}

// String is the name of the value; of one that this version does not know, the number.
func (value InterfaceKind) String() string {
	return nameOf(value, namesInterfaceKind)
}

// ListInterfaces gives the network interfaces on it, in one network namespace.
//
// That is the namespace of [ContextNetns]. Where none was given it is that of the sysfs which the
// context reads, as ls shows it: the process's own, unless this sysfs was mounted in another one.
// An interface in any other namespace is not seen.
//
//   - interfaces: sorted; often empty.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: the device was removed.
//   - [ErrForbidden]: the caller may not read it.
//   - [ErrUnsupported]: the context is of a given namespace, and the kernel does not say by netlink
//     on which device an interface is.
//   - [ErrBusy]: the same, and interfaces came and went all the time; or the kernel was asked
//     before, and that is not over.
//   - [ErrTimeout]: the kernel does not answer in time; see [ContextDeadlineMS].
//   - [ErrFailed]: they cannot be listed.
//
// Kernel interface: net/ of the device; in a context of a given namespace RTM_GETLINK and its
// IFLA_PARENT_DEV_NAME.
//
// Since 0.1.
func (device *Device) ListInterfaces() (interfaces []string, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cInterfaces *C.struct_sriov_string_list
	if call.ready() {
		call.code = C.sriov_device_list_interfaces((*C.struct_sriov_device)(call.self), &cInterfaces, &call.failure)
	}
	return takeStringList(cInterfaces), call.err(nil)
}

// ListInterfacesOfKind gives the interfaces of one kind on it: what the rest of the system knows it
// by.
//
// Network interfaces are those of [Device.ListInterfaces], all others those that sysfs shows.
//
//   - kind: which kind.
//   - interfaces: sorted; often empty.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or there is no such kind.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: the device was removed.
//   - [ErrUnsupported]: network interfaces of another network namespace are not told by this
//     kernel: it takes 5.14.
//   - [ErrBusy]: in another network namespace interfaces came and went all the time.
//   - [ErrForbidden]: the caller may not read it.
//   - [ErrFailed]: they cannot be listed.
//
// Kernel interface: net/, infiniband/, nvme/ or vfio-dev/ of the device; for the network interfaces
// of another network namespace netlink.
//
// Since 0.1.
func (device *Device) ListInterfacesOfKind(kind InterfaceKind) (interfaces []string, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cInterfaces *C.struct_sriov_string_list
	if call.ready() {
		call.code = C.sriov_device_list_interfaces_of_kind((*C.struct_sriov_device)(call.self), C.enum_sriov_interface_kind(kind), &cInterfaces, &call.failure)
	}
	return takeStringList(cInterfaces), call.err(nil)
}
