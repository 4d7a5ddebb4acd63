// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// HolderVia tells which descriptor of the process shows that it holds the device.
type HolderVia int32

// What a HolderVia can be.
const (
	// HolderViaUnknown: there is none: the holder is nil.
	HolderViaUnknown HolderVia = -1

	// HolderViaGroup: The IOMMU group, /dev/vfio/N or /dev/vfio/noiommu-N: it holds all that is in it.
	HolderViaGroup HolderVia = 0

	// HolderViaCharacterDevice: the device's own file, /dev/vfio/devices/vfioN.
	HolderViaCharacterDevice HolderVia = 1

	// HolderViaDevice: a descriptor of a device, which another process opened and passed on. Of which
	// device is told by the kernel from 6.18 on; before, the holder is not certain.
	HolderViaDevice HolderVia = 2

	// HolderViaIommufd: /dev/iommu, without any device's own file: with which devices that descriptor
	// is used is told by no kernel, so the holder is never certain.
	HolderViaIommufd HolderVia = 3
)

var namesHolderVia = map[HolderVia]string{
	HolderViaUnknown:         "unknown",
	HolderViaGroup:           "group",
	HolderViaCharacterDevice: "character-device",
	HolderViaDevice:          "device",
	HolderViaIommufd:         "iommufd",
}

// String is the name of the value; of one that this version does not know, the number.
func (value HolderVia) String() string {
	return nameOf(value, namesHolderVia)
}

// Holder is a process that has a device open through VFIO. Immutable.
//
// A process with many descriptors of one device is one holder.
type Holder struct{ handle *handle }

var classHolder = class{"Holder", func(pointer unsafe.Pointer) {
	C.sriov_holder_unref((*C.struct_sriov_holder)(pointer))
}}

func newHolder(pointer *C.struct_sriov_holder, family *family) *Holder {
	if pointer == nil {
		return nil
	}
	return &Holder{newHandle(unsafe.Pointer(pointer), &classHolder, family)}
}

func (holder *Holder) raw() *handle {
	if holder == nil {
		return nil
	}
	return holder.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (holder *Holder) Close() error {
	return holder.raw().close()
}

// HolderList: holders of one device: those that certainly hold it first, then by process number.
type HolderList struct{ handle *handle }

var classHolderList = class{"HolderList", func(pointer unsafe.Pointer) {
	C.sriov_holder_list_unref((*C.struct_sriov_holder_list)(pointer))
}}

func newHolderList(pointer *C.struct_sriov_holder_list, family *family) *HolderList {
	if pointer == nil {
		return nil
	}
	return &HolderList{newHandle(unsafe.Pointer(pointer), &classHolderList, family)}
}

func (list *HolderList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *HolderList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *HolderList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_holder_list_get_count((*C.struct_sriov_holder_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *HolderList) At(position int) *Holder {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newHolder(C.sriov_holder_ref(C.sriov_holder_list_get((*C.struct_sriov_holder_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *HolderList) All() []*Holder {
	all := make([]*Holder, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// ListHolders finds the processes that hold a device.
//
// It looks at where the descriptors of all processes lead to, in one pass. Others' descriptors are
// shown to root with CAP_SYS_PTRACE and CAP_DAC_READ_SEARCH, which those of other users need;
// whether all processes could be looked at is part of the answer, see [HolderList.IsComplete]. Not
// to be seen at all is what no process has as a descriptor: a device that only KVM or an io_uring
// still has hold of.
//
//   - list: mostly empty.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNotFound]: there is no procfs where the context looks for it.
//   - [ErrForbidden]: procfs may not be opened.
//   - [ErrFailed]: procfs cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: /proc/PID/fd and fdinfo, comm, cmdline and stat of the holders, /proc/stat;
// vfio-dev/ of the device.
//
// Since 0.1.
func (device *Device) ListHolders() (list *HolderList, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cList *C.struct_sriov_holder_list
	if call.ready() {
		call.code = C.sriov_device_list_holders((*C.struct_sriov_device)(call.self), &cList, &call.failure)
	}
	list = newHolderList(cList, call.family)
	return list, call.err(given(list))
}

// IsComplete tells whether every process of the host could be looked at: then who is not in the
// list holds nothing.
//
// Result: false where descriptors of some were not shown to the caller, in a PID namespace that
// does not show all processes, and for nil.
//
// Since 0.1.
func (list *HolderList) IsComplete() bool {
	call := look(list.raw())
	defer call.leave()
	return bool(C.sriov_holder_list_is_complete((*C.struct_sriov_holder_list)(call.self)))
}

// PID is the process, by its number in the PID namespace that procfs shows.
//
// Result: from 1; 0 for nil.
//
// Since 0.1.
func (holder *Holder) PID() int {
	call := look(holder.raw())
	defer call.leave()
	return int(C.sriov_holder_get_pid((*C.struct_sriov_holder)(call.self)))
}

// Command is its short name: "qemu-system-x86", at most 15 bytes.
//
// Result: "" when the process ended before its name was read, "" for "".
//
// Since 0.1.
func (holder *Holder) Command() string {
	call := look(holder.raw())
	defer call.leave()
	return C.GoString(C.sriov_holder_get_command((*C.struct_sriov_holder)(call.self)))
}

// CommandLine is the program and its arguments, with a space between two.
//
// Result: "" when it is not shown to the caller, "" for "".
//
// Since 0.1.
func (holder *Holder) CommandLine() string {
	call := look(holder.raw())
	defer call.leave()
	return C.GoString(C.sriov_holder_get_command_line((*C.struct_sriov_holder)(call.self)))
}

// StartTicks tells when it was started, as the kernel counts: with the process number, this names
// the process for as long as the host runs.
//
// Result: clock ticks since the boot, field 22 of /proc/PID/stat; 0 when it is not known.
//
// Since 0.1.
func (holder *Holder) StartTicks() uint64 {
	call := look(holder.raw())
	defer call.leave()
	return uint64(C.sriov_holder_get_start_ticks((*C.struct_sriov_holder)(call.self)))
}

// StartTimeS tells when it was started, by the clock.
//
// Result: seconds since 1970; 0 when it is not known.
//
// Since 0.1.
func (holder *Holder) StartTimeS() uint64 {
	call := look(holder.raw())
	defer call.leave()
	return uint64(C.sriov_holder_get_start_time_s((*C.struct_sriov_holder)(call.self)))
}

// Via tells which descriptor shows that it holds the device.
//
// Result: one of [HolderVia].
//
// Since 0.1.
func (holder *Holder) Via() HolderVia {
	call := look(holder.raw())
	defer call.leave()
	return HolderVia(C.sriov_holder_get_via((*C.struct_sriov_holder)(call.self)))
}

// Path tells where that descriptor leads to, as the kernel shows it: "/dev/vfio/12",
// "anon_inode:[vfio-device]".
//
// Result: "" for "".
//
// Since 0.1.
func (holder *Holder) Path() string {
	call := look(holder.raw())
	defer call.leave()
	return C.GoString(C.sriov_holder_get_path((*C.struct_sriov_holder)(call.self)))
}

// IsCertain tells whether it is this device that it holds, and not perhaps another one.
//
// Result: false where the kernel does not tell of which device the descriptor is, and for nil.
//
// Since 0.1.
func (holder *Holder) IsCertain() bool {
	call := look(holder.raw())
	defer call.leave()
	return bool(C.sriov_holder_is_certain((*C.struct_sriov_holder)(call.self)))
}
