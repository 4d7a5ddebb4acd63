// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

// OpenVFIOContainer opens a container, in which groups share their view of memory.
//
//   - fd: the caller closes it; -1 on failure.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoDriver]: VFIO is not loaded.
//   - [ErrForbidden]: the caller may not open it.
//   - [ErrUnsupported]: it speaks another version of the interface.
//   - [ErrFailed]: it cannot be opened.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: /dev/vfio/vfio, VFIO_GET_API_VERSION.
//
// Since 0.1.
func (context *Context) OpenVFIOContainer() (fd int, err error) {
	call := enter(context.raw(), &classContext)
	defer call.leave()
	var cFD C.int
	if call.ready() {
		call.code = C.sriov_vfio_open_container((*C.struct_sriov_context)(call.self), &cFD, &call.failure)
	}
	return int(cFD), call.err(nil)
}

// OpenVFIOGroup opens the IOMMU group of a device, sees that it is viable, and adds it to a
// container.
//
// When it is the first of the container, the container is told to use the IOMMU (type 1, its
// version 2 where there is one), or none for a device that is bound without an IOMMU.
//
//   - container: what [Context.OpenVFIOContainer] gave; -1 to leave the group alone, for those who
//     hand it on.
//   - fd: the caller closes it; -1 on failure.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or container is no container.
//   - [ErrNoDriver]: the device is not bound to VFIO, or vfio_iommu_type1 is not loaded.
//   - [ErrBusy]: a process has the group open, which the message names; or the group is not viable:
//     the message names the device and the driver that spoil it.
//   - [ErrUnsupported]: the device is in no group: the IOMMU is off.
//   - [ErrNotFound]: the group has no file here, as in a container that was not given it.
//   - [ErrForbidden]: the caller may not open it (without an IOMMU it takes CAP_SYS_RAWIO), or
//     interrupts are not remapped and that is not allowed.
//   - [ErrGone]: the device was removed.
//   - [ErrFailed]: the kernel refused.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: /dev/vfio/N or /dev/vfio/noiommu-N, VFIO_GROUP_GET_STATUS,
// VFIO_GROUP_SET_CONTAINER, VFIO_SET_IOMMU.
//
// Since 0.1.
func (device *Device) OpenVFIOGroup(container int) (fd int, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	cContainer := call.signed("container", container)
	var cFD C.int
	if call.ready() {
		call.code = C.sriov_vfio_open_group((*C.struct_sriov_device)(call.self), cContainer, &cFD, &call.failure)
	}
	return int(cFD), call.err(nil)
}

// OpenVFIODevice opens a device of a group that is in a container.
//
//   - group: what [Device.OpenVFIOGroup] gave for it, with a container.
//   - vfToken: the UUID that the user of the PF set, when the device is a VF of a PF that is bound
//     to VFIO itself, see [Device.SetVFIOVFToken]; else "".
//   - fd: the caller closes it; -1 on failure.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, the token is no UUID, or group is not the device's group or
//     in no container.
//   - [ErrForbidden]: the token is wrong, or there must be one.
//   - [ErrBusy]: somebody else uses it.
//   - [ErrGone]: the device was removed, or is in another group.
//   - [ErrFailed]: the kernel refused.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: VFIO_GROUP_GET_DEVICE_FD.
//
// Since 0.1.
func (device *Device) OpenVFIODevice(group int, vfToken string) (fd int, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	cGroup := call.signed("group", group)
	cVFToken := call.textOrNil("vfToken", vfToken)
	var cFD C.int
	if call.ready() {
		call.code = C.sriov_vfio_open_device((*C.struct_sriov_device)(call.self), cGroup, cVFToken, &cFD, &call.failure)
	}
	return int(cFD), call.err(nil)
}

// OpenVFIOIommufd opens an iommufd, in which devices share their view of memory.
//
//   - fd: the caller closes it; -1 on failure.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrUnsupported]: the kernel has none, or it is not loaded.
//   - [ErrForbidden]: the caller may not open it.
//   - [ErrFailed]: it cannot be opened.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: /dev/iommu, from Linux 6.2.
//
// Since 0.1.
func (context *Context) OpenVFIOIommufd() (fd int, err error) {
	call := enter(context.raw(), &classContext)
	defer call.leave()
	var cFD C.int
	if call.ready() {
		call.code = C.sriov_vfio_open_iommufd((*C.struct_sriov_context)(call.self), &cFD, &call.failure)
	}
	return int(cFD), call.err(nil)
}

// AllocateVFIOIOAS makes an address space (an IOAS) in an iommufd; it goes with the descriptor.
//
//   - iommufd: what [Context.OpenVFIOIommufd] gave.
//   - ioas: its number, for [Device.AttachVFIOIOAS].
//
// It fails with
//   - [ErrInvalid]: ioas is nil, or iommufd is none.
//   - [ErrFailed]: the kernel refused.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: IOMMU_IOAS_ALLOC.
//
// Since 0.1.
func AllocateVFIOIOAS(iommufd int) (ioas uint32, err error) {
	call := enterAlone()
	defer call.leave()
	cIommufd := call.signed("iommufd", iommufd)
	var cIOAS C.uint32_t
	if call.ready() {
		call.code = C.sriov_vfio_allocate_ioas(cIommufd, &cIOAS, &call.failure)
	}
	return uint32(cIOAS), call.err(nil)
}

// OpenVFIOCharacterDevice opens the device's own file. Before [Device.BindVFIOIommufd] it can do
// nothing.
//
//   - fd: the caller closes it; -1 on failure.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoDriver]: it is not bound to VFIO.
//   - [ErrUnsupported]: the kernel makes no such files.
//   - [ErrNotFound]: the file is not here, as in a container that was not given it.
//   - [ErrForbidden]: the caller may not open it.
//   - [ErrGone]: the device was removed.
//   - [ErrFailed]: it cannot be opened.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: vfio-dev/vfioN of the device, /dev/vfio/devices/vfioN, from Linux 6.6.
//
// Since 0.1.
func (device *Device) OpenVFIOCharacterDevice() (fd int, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	var cFD C.int
	if call.ready() {
		call.code = C.sriov_vfio_open_character_device((*C.struct_sriov_device)(call.self), &cFD, &call.failure)
	}
	return int(cFD), call.err(nil)
}

// BindVFIOIommufd gives the device to an iommufd: from now on the descriptor is one of the device.
//
//   - fd: what [Device.OpenVFIOCharacterDevice] gave.
//   - iommufd: what [Context.OpenVFIOIommufd] gave.
//   - vfToken: as with [Device.OpenVFIODevice], "" for none; one takes Linux 6.18 here.
//   - id: the device's number in the iommufd; nil when it is not wanted.
//
// It fails with
//   - [ErrInvalid]: device is nil, the token is no UUID, or a descriptor is none of these, or bound
//     before. An older kernel says the same to a token.
//   - [ErrBusy]: somebody else uses the device or its group; the message names it.
//   - [ErrForbidden]: the token is wrong, or there must be one; or without an IOMMU the caller
//     lacks CAP_SYS_RAWIO.
//   - [ErrGone]: the device was removed.
//   - [ErrFailed]: the kernel refused.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: VFIO_DEVICE_BIND_IOMMUFD.
//
// Since 0.1.
func (device *Device) BindVFIOIommufd(fd int, iommufd int, vfToken string) (id uint32, err error) {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	cFD := call.signed("fd", fd)
	cIommufd := call.signed("iommufd", iommufd)
	cVFToken := call.textOrNil("vfToken", vfToken)
	var cID C.uint32_t
	if call.ready() {
		call.code = C.sriov_vfio_bind_iommufd((*C.struct_sriov_device)(call.self), cFD, cIommufd, cVFToken, &cID, &call.failure)
	}
	return uint32(cID), call.err(nil)
}

// AttachVFIOIOAS puts the device in an address space of the iommufd that it was given to.
//
//   - fd: its descriptor.
//   - ioas: what [AllocateVFIOIOAS] gave.
//
// It fails with
//   - [ErrInvalid]: device is nil, or the descriptor is not bound to an iommufd.
//   - [ErrNotFound]: the iommufd has no such address space.
//   - [ErrForbidden]: interrupts are not remapped, and that is not allowed.
//   - [ErrBusy]: the device is in an address space already.
//   - [ErrGone]: the device was removed.
//   - [ErrFailed]: the kernel refused.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: VFIO_DEVICE_ATTACH_IOMMUFD_PT.
//
// Since 0.1.
func (device *Device) AttachVFIOIOAS(fd int, ioas uint32) error {
	call := enter(device.raw(), &classDevice)
	defer call.leave()
	cFD := call.signed("fd", fd)
	if call.ready() {
		call.code = C.sriov_vfio_attach_ioas((*C.struct_sriov_device)(call.self), cFD, C.uint32_t(ioas), &call.failure)
	}
	return call.err(nil)
}
