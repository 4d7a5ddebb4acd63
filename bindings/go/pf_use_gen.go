// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// PFUseKind is what a PF is used for that the host cannot do without.
type PFUseKind int32

// What a PFUseKind can be.
const (
	// PFUseKindUnknown: none that this version knows.
	PFUseKindUnknown PFUseKind = -1

	// PFUseKindDefaultRoute: a default route leads out through it.
	PFUseKindDefaultRoute PFUseKind = 0

	// PFUseKindOtherNamespace: its interface is in another network namespace, and may carry the default
	// route there.
	PFUseKindOtherNamespace PFUseKind = 1

	// PFUseKindMount: a file system on one of its disks is mounted.
	PFUseKindMount PFUseKind = 2

	// PFUseKindSwap: one of its disks is used as swap.
	PFUseKindSwap PFUseKind = 3
)

var namesPFUseKind = map[PFUseKind]string{
	PFUseKindUnknown:        "unknown",
	PFUseKindDefaultRoute:   "default-route",
	PFUseKindOtherNamespace: "other-namespace",
	PFUseKindMount:          "mount",
	PFUseKindSwap:           "swap",
}

// String is the name of the value; of one that this version does not know, the number.
func (value PFUseKind) String() string {
	return nameOf(value, namesPFUseKind)
}

// PFUse is the use of one PF as it was when it was read. Immutable.
type PFUse struct{ handle *handle }

var classPFUse = class{"PFUse", func(pointer unsafe.Pointer) {
	C.sriov_pf_use_unref((*C.struct_sriov_pf_use)(pointer))
}}

func newPFUse(pointer *C.struct_sriov_pf_use, family *family) *PFUse {
	if pointer == nil {
		return nil
	}
	return &PFUse{newHandle(unsafe.Pointer(pointer), &classPFUse, family)}
}

func (use *PFUse) raw() *handle {
	if use == nil {
		return nil
	}
	return use.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (use *PFUse) Close() error {
	return use.raw().close()
}

// PFUseReason is one reason not to disturb a PF. Immutable.
type PFUseReason struct{ handle *handle }

var classPFUseReason = class{"PFUseReason", func(pointer unsafe.Pointer) {
	C.sriov_pf_use_reason_unref((*C.struct_sriov_pf_use_reason)(pointer))
}}

func newPFUseReason(pointer *C.struct_sriov_pf_use_reason, family *family) *PFUseReason {
	if pointer == nil {
		return nil
	}
	return &PFUseReason{newHandle(unsafe.Pointer(pointer), &classPFUseReason, family)}
}

func (reason *PFUseReason) raw() *handle {
	if reason == nil {
		return nil
	}
	return reason.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (reason *PFUseReason) Close() error {
	return reason.raw().close()
}

// PFUseReasonList is the reasons not to disturb a PF.
type PFUseReasonList struct{ handle *handle }

var classPFUseReasonList = class{"PFUseReasonList", func(pointer unsafe.Pointer) {
	C.sriov_pf_use_reason_list_unref((*C.struct_sriov_pf_use_reason_list)(pointer))
}}

func newPFUseReasonList(pointer *C.struct_sriov_pf_use_reason_list, family *family) *PFUseReasonList {
	if pointer == nil {
		return nil
	}
	return &PFUseReasonList{newHandle(unsafe.Pointer(pointer), &classPFUseReasonList, family)}
}

func (list *PFUseReasonList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *PFUseReasonList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *PFUseReasonList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_pf_use_reason_list_get_count((*C.struct_sriov_pf_use_reason_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *PFUseReasonList) At(position int) *PFUseReason {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newPFUseReason(C.sriov_pf_use_reason_ref(C.sriov_pf_use_reason_list_get((*C.struct_sriov_pf_use_reason_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *PFUseReasonList) All() []*PFUseReason {
	all := make([]*PFUseReason, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// ReadUse finds out what the host uses a PF for that it cannot do without.
//
// A default route counts whatever its table: one beside the main table is that of a VRF or of a
// rule. It counts for each PF that it may go through: for both of a bond, for all ports of a
// bridge, and for each path of a route that has several. Where it goes through a VF of this PF, it
// counts as well, since the VF is gone when the number of VFs is changed: [PFUseReason.VFIndex]
// tells these from the PF's own. All else that is on a VF is the VF's use, which [PF.ListVFUses]
// tells: a disk of an NVMe VF, too.
//
// Not seen are a tunnel's way to its other end, unless the tunnel is bound to an interface, what is
// mounted in a container alone, file systems of ZFS, and disks that a virtual machine has.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or the PF is one of a list that could not be read.
//   - [ErrGone]: the PF was removed.
//   - [ErrBusy]: routes or interfaces changed each time while they were listed; or the kernel was
//     asked before, and that is not over.
//   - [ErrTimeout]: the kernel does not answer in time; see [ContextDeadlineMS].
//   - [ErrForbidden]: sysfs, procfs or netlink may not be used.
//   - [ErrNotFound]: it has disks, and there is no procfs where the context looks for it.
//   - [ErrUnsupported]: the context is of another network namespace, and the kernel does not say by
//     netlink on which device an interface is: it takes Linux 5.14.
//   - [ErrMalformed]: the kernel's description of a route or interface is not understood.
//   - [ErrFailed]: it cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: By rtnetlink RTM_GETROUTE, RTM_GETNEXTHOP where a route names but a nexthop
// object, and RTM_GETLINK with IFLA_MASTER and IFLA_LINK, to which sysfs adds lower_* unless the
// context is of another network namespace. class/block with holders/, dev and dm/name, and
// fs/btrfs. In procfs 1/mountinfo, which is the host's also where a container has the host's
// procfs, else self/mountinfo, and swaps. Neither a mount point nor a device is opened or looked
// at, nor uevent or sriov_numvfs, which may wait.
//
// Since 0.2.
func (pf *PF) ReadUse() (use *PFUse, err error) {
	call := enter(pf.raw(), &classPF)
	defer call.leave()
	var cUse *C.struct_sriov_pf_use
	if call.ready() {
		call.code = C.sriov_pf_read_use((*C.struct_sriov_pf)(call.self), &cUse, &call.failure)
	}
	use = newPFUse(cUse, call.family)
	return use, call.err(given(use))
}

// PF: whose use it is.
//
// Since 0.2.
func (use *PFUse) PF() *PF {
	call := look(use.raw())
	defer call.leave()
	return newPF(C.sriov_pf_ref(C.sriov_pf_use_get_pf((*C.struct_sriov_pf_use)(call.self))), call.family)
}

// IsVital tells whether there is any reason not to disturb the PF.
//
// Result: true when there is one; false for nil.
//
// Since 0.2.
func (use *PFUse) IsVital() bool {
	call := look(use.raw())
	defer call.leave()
	return bool(C.sriov_pf_use_is_vital((*C.struct_sriov_pf_use)(call.self)))
}

// IsComplete tells whether all could be looked at that may be a reason.
//
// Result: false when sysfs shows an interface on the PF that the kernel does not show to this
// process, as in a container with the host's sysfs and a network of its own, or when it has disks
// and the mounts of the host's first process are not shown, as in a container with a procfs of its
// own or to a caller who is not root; false for nil.
//
// Since 0.2.
func (use *PFUse) IsComplete() bool {
	call := look(use.raw())
	defer call.leave()
	return bool(C.sriov_pf_use_is_complete((*C.struct_sriov_pf_use)(call.self)))
}

// Reasons is the reasons: default routes first, then disks.
//
// Result: empty when the PF is not vital.
//
// Since 0.2.
func (use *PFUse) Reasons() *PFUseReasonList {
	call := look(use.raw())
	defer call.leave()
	return newPFUseReasonList(C.sriov_pf_use_reason_list_ref(C.sriov_pf_use_get_reasons((*C.struct_sriov_pf_use)(call.self))), call.family)
}

// Description is the use in a sentence: "em1 (0000:01:00.0, igb) is vital: the default route by
// 192.0.2.1 goes through br0, over bond0, over em1".
//
// Result: "" for "".
//
// Since 0.2.
func (use *PFUse) Description() string {
	call := look(use.raw())
	defer call.leave()
	return C.GoString(C.sriov_pf_use_get_description((*C.struct_sriov_pf_use)(call.self)))
}

// Kind is what kind of reason it is.
//
// Result: one of [PFUseKind].
//
// Since 0.2.
func (reason *PFUseReason) Kind() PFUseKind {
	call := look(reason.raw())
	defer call.leave()
	return PFUseKind(C.sriov_pf_use_reason_get_kind((*C.struct_sriov_pf_use_reason)(call.self)))
}

// Chain is the way from what is used down to what is on the PF: of a default route interfaces, such
// as br0, bond0 and em1; of a disk block devices, such as dm-0 and nvme0n1p3. It begins with what
// the route names, or what is mounted, and may be as short as one.
//
// Result: empty when the interface is in another network namespace.
//
// Since 0.2.
func (reason *PFUseReason) Chain() []string {
	call := look(reason.raw())
	defer call.leave()
	return copyStringList(C.sriov_pf_use_reason_get_chain((*C.struct_sriov_pf_use_reason)(call.self)))
}

// Gateway is the gateway of a default route, as "192.0.2.1" or "fe80::1".
//
// Result: "" when the route has none, and for all else.
//
// Since 0.2.
func (reason *PFUseReason) Gateway() string {
	call := look(reason.raw())
	defer call.leave()
	return C.GoString(C.sriov_pf_use_reason_get_gateway((*C.struct_sriov_pf_use_reason)(call.self)))
}

// MountPoint tells where the disk is mounted; of many places the first.
//
// Result: "" when that is not known, as of a file system of btrfs that is mounted in a container,
// and for all else.
//
// Since 0.2.
func (reason *PFUseReason) MountPoint() string {
	call := look(reason.raw())
	defer call.leave()
	return C.GoString(C.sriov_pf_use_reason_get_mount_point((*C.struct_sriov_pf_use_reason)(call.self)))
}

// VFIndex: through which VF of the PF a default route goes.
//
// Result: the index of the VF; -1 when it goes through the PF's own interface, and for all else.
//
// Since 0.2.
func (reason *PFUseReason) VFIndex() int {
	call := look(reason.raw())
	defer call.leave()
	return int(C.sriov_pf_use_reason_get_vf_index((*C.struct_sriov_pf_use_reason)(call.self)))
}

// Message is the reason in a sentence: "/home is mounted from dm-0 (vg-home), over nvme0n1p3".
//
// Result: "" for "".
//
// Since 0.2.
func (reason *PFUseReason) Message() string {
	call := look(reason.raw())
	defer call.leave()
	return C.GoString(C.sriov_pf_use_reason_get_message((*C.struct_sriov_pf_use_reason)(call.self)))
}
