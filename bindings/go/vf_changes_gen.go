// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// VFIndex is an index that stands for many VFs.
const (
	// VFIndexAll: Every VF that the PF has when the change is added: one change for each of them.
	VFIndexAll = 2147483647
)

// VFChangeResult is what became of a change.
type VFChangeResult int32

// What a VFChangeResult can be.
const (
	// VFChangeResultUnknown: the kernel's answers were lost, and the driver does not have the value
	// now.
	VFChangeResultUnknown VFChangeResult = -1

	// VFChangeResultNotSent: it was not sent.
	VFChangeResultNotSent VFChangeResult = 0

	// VFChangeResultApplied: it was made: the driver told the value when it was read back.
	VFChangeResultApplied VFChangeResult = 1

	// VFChangeResultAccepted: it was accepted, and could not be compared: the driver does not tell this
	// setting, tells nothing of this VF now, or a later change of the same call took its place.
	VFChangeResultAccepted VFChangeResult = 2

	// VFChangeResultDifferent: it was accepted, and the driver told another value when it was read
	// back. Some drivers round (rates), some need a moment (i40e, ice), some need the VF's driver to be
	// loaded again: read the settings later to see. [VFChanges.Err] tells both values.
	VFChangeResultDifferent VFChangeResult = 3

	// VFChangeResultRefused: it was refused: [VFChanges.Err] tells why.
	VFChangeResultRefused VFChangeResult = 4
)

var namesVFChangeResult = map[VFChangeResult]string{
	VFChangeResultUnknown:   "unknown",
	VFChangeResultNotSent:   "not-sent",
	VFChangeResultApplied:   "applied",
	VFChangeResultAccepted:  "accepted",
	VFChangeResultDifferent: "different",
	VFChangeResultRefused:   "refused",
}

// String is the name of the value; of one that this version does not know, the number.
func (value VFChangeResult) String() string {
	return nameOf(value, namesVFChangeResult)
}

// VFChanges: changes of the settings of one PF's VFs, and what became of them. For one thread at a
// time.
type VFChanges struct{ handle *handle }

var classVFChanges = class{"VFChanges", func(pointer unsafe.Pointer) {
	C.sriov_vf_changes_unref((*C.struct_sriov_vf_changes)(pointer))
}}

func newVFChanges(pointer *C.struct_sriov_vf_changes, family *family) *VFChanges {
	if pointer == nil {
		return nil
	}
	return &VFChanges{newHandle(unsafe.Pointer(pointer), &classVFChanges, family)}
}

func (pf *VFChanges) raw() *handle {
	if pf == nil {
		return nil
	}
	return pf.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (pf *VFChanges) Close() error {
	return pf.raw().close()
}

// NewVFChanges makes an empty set of changes, and finds the network interface that takes them.
//
// The interface is kept by its index and stays the same while it is renamed.
//
//   - pf: the PF.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrUnsupported]: the PF has no network interface.
//   - [ErrNotFound]: its interface is in another network namespace.
//   - [ErrGone]: the device was removed.
//   - [ErrForbidden]: the caller may not use netlink, or not read the device.
//   - [ErrMalformed]: the kernel's description of the interface is not understood.
//   - [ErrFailed]: the interface cannot be read.
//   - [ErrNoMemory]: out of memory.
//   - [ErrBusy]: the kernel was asked before, and that is not over.
//   - [ErrTimeout]: the kernel does not answer in time; see [ContextDeadlineMS].
//
// Kernel interface: net/ and ifindex of the PF, rtnetlink RTM_GETLINK.
//
// Since 0.1.
func NewVFChanges(pf *PF) (changes *VFChanges, err error) {
	call := enterAlone()
	defer call.leave()
	cPF := (*C.struct_sriov_pf)(call.object(pf.raw(), &classPF))
	var cChanges *C.struct_sriov_vf_changes
	if call.ready() {
		call.code = C.sriov_vf_changes_new(cPF, &cChanges, &call.failure)
	}
	changes = newVFChanges(cChanges, call.family)
	return changes, call.err(given(changes))
}

// SetMAC adds: a VF's MAC (the admin MAC). Nothing is sent yet.
//
//   - vfIndex: from 0 to 65535; [VFIndexAll] only to take every MAC away.
//   - mac: six bytes in hexadecimal with colons, "52:54:00:00:00:01": not a multicast address. All
//     zeros take the admin MAC away, where the driver allows it.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, malformed or out of its range.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: all VFs were asked for, and the PF was removed.
//   - [ErrForbidden]: all VFs were asked for, and the PF may not be read.
//   - [ErrFailed]: all VFs were asked for, and the PF cannot be read.
//
// Kernel interface: IFLA_VF_MAC; the links virtfnN for all VFs.
//
// Since 0.1.
func (changes *VFChanges) SetMAC(vfIndex int, mac string) error {
	call := enter(changes.raw(), &classVFChanges).build()
	defer call.leave()
	cVFIndex := call.unsigned("vfIndex", vfIndex)
	cMAC := call.text("mac", mac)
	if call.ready() {
		call.code = C.sriov_vf_changes_set_mac((*C.struct_sriov_vf_changes)(call.self), cVFIndex, cMAC, &call.failure)
	}
	return call.err(nil)
}

// SetVLAN adds: the VLAN that a VF is put in without knowing it. Nothing is sent yet.
//
//   - vfIndex: from 0 to 65535, or [VFIndexAll].
//   - vlanID: 1 to 4094; 0 takes the VLAN away, whatever its protocol is.
//   - qos: the priority of the tag, 0 to 7; 0 without a VLAN.
//   - protocol: of the tag; without a VLAN it does not matter which.
//
// It fails with
//   - [ErrInvalid]: an argument is nil or out of its range.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: all VFs were asked for, and the PF was removed.
//   - [ErrForbidden]: all VFs were asked for, and the PF may not be read.
//   - [ErrFailed]: all VFs were asked for, and the PF cannot be read.
//
// Kernel interface: IFLA_VF_VLAN, with 802.1ad IFLA_VF_VLAN_LIST; the links virtfnN for all VFs.
//
// Since 0.1.
func (changes *VFChanges) SetVLAN(vfIndex int, vlanID int, qos int, protocol VLANProtocol) error {
	call := enter(changes.raw(), &classVFChanges).build()
	defer call.leave()
	cVFIndex := call.unsigned("vfIndex", vfIndex)
	cVLANID := call.unsigned("vlanID", vlanID)
	cQoS := call.unsigned("qos", qos)
	if call.ready() {
		call.code = C.sriov_vf_changes_set_vlan((*C.struct_sriov_vf_changes)(call.self), cVFIndex, cVLANID, cQoS, C.enum_sriov_vlan_protocol(protocol), &call.failure)
	}
	return call.err(nil)
}

// SetRates adds: both rates of a VF. Nothing is sent yet.
//
//   - vfIndex: from 0 to 65535, or [VFIndexAll].
//   - minMbps: in Mb/s, not above the maximum; 0 for none.
//   - maxMbps: in Mb/s; 0 for no limit.
//
// It fails with
//   - [ErrInvalid]: an argument is nil or out of its range.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: all VFs were asked for, and the PF was removed.
//   - [ErrForbidden]: all VFs were asked for, and the PF may not be read.
//   - [ErrFailed]: all VFs were asked for, and the PF cannot be read.
//
// Kernel interface: IFLA_VF_RATE; the links virtfnN for all VFs.
//
// Since 0.1.
func (changes *VFChanges) SetRates(vfIndex int, minMbps int, maxMbps int) error {
	call := enter(changes.raw(), &classVFChanges).build()
	defer call.leave()
	cVFIndex := call.unsigned("vfIndex", vfIndex)
	cMinMbps := call.unsigned("minMbps", minMbps)
	cMaxMbps := call.unsigned("maxMbps", maxMbps)
	if call.ready() {
		call.code = C.sriov_vf_changes_set_rates((*C.struct_sriov_vf_changes)(call.self), cVFIndex, cMinMbps, cMaxMbps, &call.failure)
	}
	return call.err(nil)
}

// SetMinRate adds: the minimum rate of a VF, which keeps its maximum. Nothing is sent yet.
//
// The kernel only knows both together, so the maximum is read before all changes are sent.
//
//   - vfIndex: from 0 to 65535, or [VFIndexAll].
//   - minMbps: in Mb/s; 0 for none.
//
// It fails with
//   - [ErrInvalid]: an argument is nil or out of its range.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: all VFs were asked for, and the PF was removed.
//   - [ErrForbidden]: all VFs were asked for, and the PF may not be read.
//   - [ErrFailed]: all VFs were asked for, and the PF cannot be read.
//
// Kernel interface: IFLA_VF_RATE; the links virtfnN for all VFs.
//
// Since 0.1.
func (changes *VFChanges) SetMinRate(vfIndex int, minMbps int) error {
	call := enter(changes.raw(), &classVFChanges).build()
	defer call.leave()
	cVFIndex := call.unsigned("vfIndex", vfIndex)
	cMinMbps := call.unsigned("minMbps", minMbps)
	if call.ready() {
		call.code = C.sriov_vf_changes_set_min_rate((*C.struct_sriov_vf_changes)(call.self), cVFIndex, cMinMbps, &call.failure)
	}
	return call.err(nil)
}

// SetMaxRate adds: the maximum rate of a VF, which keeps its minimum. Nothing is sent yet.
//
// The kernel only knows both together, so the minimum is read before all changes are sent.
//
//   - vfIndex: from 0 to 65535, or [VFIndexAll].
//   - maxMbps: in Mb/s; 0 for no limit.
//
// It fails with
//   - [ErrInvalid]: an argument is nil or out of its range.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: all VFs were asked for, and the PF was removed.
//   - [ErrForbidden]: all VFs were asked for, and the PF may not be read.
//   - [ErrFailed]: all VFs were asked for, and the PF cannot be read.
//
// Kernel interface: IFLA_VF_RATE, before Linux 3.16 IFLA_VF_TX_RATE; the links virtfnN for all VFs.
//
// Since 0.1.
func (changes *VFChanges) SetMaxRate(vfIndex int, maxMbps int) error {
	call := enter(changes.raw(), &classVFChanges).build()
	defer call.leave()
	cVFIndex := call.unsigned("vfIndex", vfIndex)
	cMaxMbps := call.unsigned("maxMbps", maxMbps)
	if call.ready() {
		call.code = C.sriov_vf_changes_set_max_rate((*C.struct_sriov_vf_changes)(call.self), cVFIndex, cMaxMbps, &call.failure)
	}
	return call.err(nil)
}

// SetSpoofCheck adds: a VF's spoof check. Nothing is sent yet.
//
//   - vfIndex: from 0 to 65535, or [VFIndexAll].
//   - enable: true to drop frames with a source MAC that is not the VF's.
//
// It fails with
//   - [ErrInvalid]: an argument is nil or out of its range.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: all VFs were asked for, and the PF was removed.
//   - [ErrForbidden]: all VFs were asked for, and the PF may not be read.
//   - [ErrFailed]: all VFs were asked for, and the PF cannot be read.
//
// Kernel interface: IFLA_VF_SPOOFCHK; the links virtfnN for all VFs.
//
// Since 0.1.
func (changes *VFChanges) SetSpoofCheck(vfIndex int, enable bool) error {
	call := enter(changes.raw(), &classVFChanges).build()
	defer call.leave()
	cVFIndex := call.unsigned("vfIndex", vfIndex)
	if call.ready() {
		call.code = C.sriov_vf_changes_set_spoof_check((*C.struct_sriov_vf_changes)(call.self), cVFIndex, C.bool(enable), &call.failure)
	}
	return call.err(nil)
}

// SetTrust adds: a VF's trust. Nothing is sent yet.
//
//   - vfIndex: from 0 to 65535, or [VFIndexAll].
//   - enable: true to let the VF override its admin MAC and ask for promiscuous mode.
//
// It fails with
//   - [ErrInvalid]: an argument is nil or out of its range.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: all VFs were asked for, and the PF was removed.
//   - [ErrForbidden]: all VFs were asked for, and the PF may not be read.
//   - [ErrFailed]: all VFs were asked for, and the PF cannot be read.
//
// Kernel interface: IFLA_VF_TRUST; the links virtfnN for all VFs.
//
// Since 0.1.
func (changes *VFChanges) SetTrust(vfIndex int, enable bool) error {
	call := enter(changes.raw(), &classVFChanges).build()
	defer call.leave()
	cVFIndex := call.unsigned("vfIndex", vfIndex)
	if call.ready() {
		call.code = C.sriov_vf_changes_set_trust((*C.struct_sriov_vf_changes)(call.self), cVFIndex, C.bool(enable), &call.failure)
	}
	return call.err(nil)
}

// SetLinkState adds: what link a VF sees. Nothing is sent yet.
//
//   - vfIndex: from 0 to 65535, or [VFIndexAll].
//   - state: what link the VF is to see.
//
// It fails with
//   - [ErrInvalid]: an argument is nil or out of its range.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: all VFs were asked for, and the PF was removed.
//   - [ErrForbidden]: all VFs were asked for, and the PF may not be read.
//   - [ErrFailed]: all VFs were asked for, and the PF cannot be read.
//
// Kernel interface: IFLA_VF_LINK_STATE; the links virtfnN for all VFs.
//
// Since 0.1.
func (changes *VFChanges) SetLinkState(vfIndex int, state LinkState) error {
	call := enter(changes.raw(), &classVFChanges).build()
	defer call.leave()
	cVFIndex := call.unsigned("vfIndex", vfIndex)
	if call.ready() {
		call.code = C.sriov_vf_changes_set_link_state((*C.struct_sriov_vf_changes)(call.self), cVFIndex, C.enum_sriov_link_state(state), &call.failure)
	}
	return call.err(nil)
}

// SetRSSQuery adds: whether a VF may read the PF's table and key of receive side scaling (RSS).
// Nothing is sent yet.
//
//   - vfIndex: from 0 to 65535, or [VFIndexAll].
//   - enable: true to let it.
//
// It fails with
//   - [ErrInvalid]: an argument is nil or out of its range.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: all VFs were asked for, and the PF was removed.
//   - [ErrForbidden]: all VFs were asked for, and the PF may not be read.
//   - [ErrFailed]: all VFs were asked for, and the PF cannot be read.
//
// Kernel interface: IFLA_VF_RSS_QUERY_EN; the links virtfnN for all VFs.
//
// Since 0.1.
func (changes *VFChanges) SetRSSQuery(vfIndex int, enable bool) error {
	call := enter(changes.raw(), &classVFChanges).build()
	defer call.leave()
	cVFIndex := call.unsigned("vfIndex", vfIndex)
	if call.ready() {
		call.code = C.sriov_vf_changes_set_rss_query((*C.struct_sriov_vf_changes)(call.self), cVFIndex, C.bool(enable), &call.failure)
	}
	return call.err(nil)
}

// SetNodeGUID adds: the GUID of a VF as a node of InfiniBand. Nothing is sent yet.
//
//   - vfIndex: from 0 to 65535; [VFIndexAll] only to take every GUID away.
//   - guid: 64 bits, the first byte on the wire the highest; 0 takes it away, where the driver
//     allows it.
//
// It fails with
//   - [ErrInvalid]: an argument is nil or out of its range.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: all VFs were asked for, and the PF was removed.
//   - [ErrForbidden]: all VFs were asked for, and the PF may not be read.
//   - [ErrFailed]: all VFs were asked for, and the PF cannot be read.
//
// Kernel interface: IFLA_VF_IB_NODE_GUID; the links virtfnN for all VFs.
//
// Since 0.1.
func (changes *VFChanges) SetNodeGUID(vfIndex int, guid uint64) error {
	call := enter(changes.raw(), &classVFChanges).build()
	defer call.leave()
	cVFIndex := call.unsigned("vfIndex", vfIndex)
	if call.ready() {
		call.code = C.sriov_vf_changes_set_node_guid((*C.struct_sriov_vf_changes)(call.self), cVFIndex, C.uint64_t(guid), &call.failure)
	}
	return call.err(nil)
}

// SetPortGUID adds: the GUID of a VF's port of InfiniBand. Nothing is sent yet.
//
//   - vfIndex: from 0 to 65535; [VFIndexAll] only to take every GUID away.
//   - guid: 64 bits, the first byte on the wire the highest; 0 takes it away, where the driver
//     allows it.
//
// It fails with
//   - [ErrInvalid]: an argument is nil or out of its range.
//   - [ErrNoMemory]: out of memory.
//   - [ErrGone]: all VFs were asked for, and the PF was removed.
//   - [ErrForbidden]: all VFs were asked for, and the PF may not be read.
//   - [ErrFailed]: all VFs were asked for, and the PF cannot be read.
//
// Kernel interface: IFLA_VF_IB_PORT_GUID; the links virtfnN for all VFs.
//
// Since 0.1.
func (changes *VFChanges) SetPortGUID(vfIndex int, guid uint64) error {
	call := enter(changes.raw(), &classVFChanges).build()
	defer call.leave()
	cVFIndex := call.unsigned("vfIndex", vfIndex)
	if call.ready() {
		call.code = C.sriov_vf_changes_set_port_guid((*C.struct_sriov_vf_changes)(call.self), cVFIndex, C.uint64_t(guid), &call.failure)
	}
	return call.err(nil)
}

// Apply makes all changes, in the order in which they were added, and reads back what the driver
// has then.
//
// The kernel handles each change for itself, so one that is refused does not keep the next from
// being made, and nothing is taken back. Success means that the kernel accepted all of them; a
// driver that tells another value afterwards is no failure, since it may take it later: look for
// [VFChangeResultDifferent] with [VFChanges.CountOf]. When the values cannot be read back, the
// results say [VFChangeResultAccepted] and the log says why.
//
// It may be called again: then all changes are made once more.
//
// It fails with
//   - [ErrInvalid]: changes is nil.
//   - [ErrPartial]: some changes were made and some not.
//   - [ErrUnsupported]: the driver has none of these settings, or the kernel tells of no minimum
//     rate. Nothing was changed.
//   - [ErrNotFound]: the PF has none of these VFs any more. Nothing was changed.
//   - [ErrForbidden]: the caller lacks CAP_NET_ADMIN. Nothing was changed.
//   - [ErrGone]: the PF or its interface was removed. Nothing was changed.
//   - [ErrBusy]: the driver cannot now, for instance while the VFs reset: try again; or an earlier
//     change of the PF is not over. Nothing was changed.
//   - [ErrTimeout]: it is not over in time, and goes on; see [ContextDeadlineMS].
//   - [ErrFailed]: the driver refused all of them; or the kernel's answers were lost: the results
//     tell which values the driver has.
//   - [ErrMalformed]: the rates that are to be kept are not understood. Nothing was changed.
//   - [ErrNoMemory]: out of memory: the results tell what was done before.
//
// Kernel interface: rtnetlink RTM_SETLINK, one message for each change, and RTM_GETLINK with
// RTEXT_FILTER_VF.
//
// Since 0.1.
func (changes *VFChanges) Apply() error {
	call := enter(changes.raw(), &classVFChanges).build()
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_vf_changes_apply((*C.struct_sriov_vf_changes)(call.self), &call.failure)
	}
	return call.err(nil)
}

// Count tells how many changes were added.
//
// Result: the number; positions are below it.
//
// Since 0.1.
func (changes *VFChanges) Count() int {
	call := look(changes.raw()).build()
	defer call.leave()
	return int(C.sriov_vf_changes_get_count((*C.struct_sriov_vf_changes)(call.self)))
}

// VFIndex tells Which VF a change is of.
//
//   - position: from 0, below [VFChanges.Count].
//
// Result: its index; 0 past the end.
//
// Since 0.1.
func (changes *VFChanges) VFIndex(position int) int {
	call := look(changes.raw()).build()
	defer call.leave()
	cPosition := call.size("position", position)
	return int(C.sriov_vf_changes_get_vf_index((*C.struct_sriov_vf_changes)(call.self), cPosition))
}

// Setting tells which setting a change is of.
//
//   - position: from 0, below [VFChanges.Count].
//
// Result: the setting; unknown past the end.
//
// Since 0.1.
func (changes *VFChanges) Setting(position int) VFSetting {
	call := look(changes.raw()).build()
	defer call.leave()
	cPosition := call.size("position", position)
	return VFSetting(C.sriov_vf_changes_get_setting((*C.struct_sriov_vf_changes)(call.self), cPosition))
}

// Result is what became of a change when the changes were applied last.
//
//   - position: from 0, below [VFChanges.Count].
//
// Result: the result; unknown past the end.
//
// Since 0.1.
func (changes *VFChanges) Result(position int) VFChangeResult {
	call := look(changes.raw()).build()
	defer call.leave()
	cPosition := call.size("position", position)
	return VFChangeResult(C.sriov_vf_changes_get_result((*C.struct_sriov_vf_changes)(call.self), cPosition))
}

// CountOf tells how many changes came to this result when they were applied last.
//
//   - result: any.
//
// Since 0.1.
func (changes *VFChanges) CountOf(result VFChangeResult) int {
	call := look(changes.raw()).build()
	defer call.leave()
	return int(C.sriov_vf_changes_get_count_of((*C.struct_sriov_vf_changes)(call.self), C.enum_sriov_vf_change_result(result)))
}

// Err tells why a change was refused, or what the driver told instead of the value.
//
//   - position: from 0, below [VFChanges.Count].
//
// Result: borrowed until the changes are applied again; nil when there is nothing to say. It names
// the VF, the attribute and the driver; of a different value the code is [ErrPartial].
//
// Since 0.1.
func (changes *VFChanges) Err(position int) error {
	call := look(changes.raw()).build()
	defer call.leave()
	cPosition := call.size("position", position)
	return borrowedError(C.sriov_vf_changes_get_error((*C.struct_sriov_vf_changes)(call.self), cPosition))
}
