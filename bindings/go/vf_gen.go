// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// VF is a virtual function as it was when it was read. Immutable; holds its PF.
type VF struct{ handle *handle }

var classVF = class{"VF", func(pointer unsafe.Pointer) {
	C.sriov_vf_unref((*C.struct_sriov_vf)(pointer))
}}

func newVF(pointer *C.struct_sriov_vf, family *family) *VF {
	if pointer == nil {
		return nil
	}
	return &VF{newHandle(unsafe.Pointer(pointer), &classVF, family)}
}

func (vf *VF) raw() *handle {
	if vf == nil {
		return nil
	}
	return vf.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (vf *VF) Close() error {
	return vf.raw().close()
}

// VFList: VFs of one PF, in the order of their indexes. Immutable.
type VFList struct{ handle *handle }

var classVFList = class{"VFList", func(pointer unsafe.Pointer) {
	C.sriov_vf_list_unref((*C.struct_sriov_vf_list)(pointer))
}}

func newVFList(pointer *C.struct_sriov_vf_list, family *family) *VFList {
	if pointer == nil {
		return nil
	}
	return &VFList{newHandle(unsafe.Pointer(pointer), &classVFList, family)}
}

func (list *VFList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *VFList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *VFList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_vf_list_get_count((*C.struct_sriov_vf_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *VFList) At(position int) *VF {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newVF(C.sriov_vf_ref(C.sriov_vf_list_get((*C.struct_sriov_vf_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *VFList) All() []*VF {
	all := make([]*VF, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// OpenVF opens a VF by its PCI address or by the name of its network interface.
//
//   - name: "0000:01:10.0", "01:10.0" (domain 0), "enp1s16" or an alternative name of it.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or the name is neither an address nor can be an
//     interface's.
//   - [ErrNotFound]: no device has that address, no interface that name, or the interface is on no
//     PCI device.
//   - [ErrNotVF]: the device is no VF, or its PF is not visible from here.
//   - [ErrForbidden]: the caller lacks the right.
//   - [ErrGone]: the device was removed.
//   - [ErrMalformed]: the kernel's description of it is not understood.
//   - [ErrFailed]: the device cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: the link physfn of the VF, the links virtfnN of its PF.
//
// Since 0.1.
func (context *Context) OpenVF(name string) (vf *VF, err error) {
	call := enter(context.raw(), &classContext)
	defer call.leave()
	cName := call.text("name", name)
	var cVF *C.struct_sriov_vf
	if call.ready() {
		call.code = C.sriov_vf_open((*C.struct_sriov_context)(call.self), cName, &cVF, &call.failure)
	}
	vf = newVF(cVF, call.family)
	return vf, call.err(given(vf))
}

// PF is the PF that it is a function of.
//
// Since 0.1.
func (vf *VF) PF() *PF {
	call := look(vf.raw())
	defer call.leave()
	return newPF(C.sriov_pf_ref(C.sriov_vf_get_pf((*C.struct_sriov_vf)(call.self))), call.family)
}

// Index is its number among the VFs of its PF, from 0.
//
// Since 0.1.
func (vf *VF) Index() int {
	call := look(vf.raw())
	defer call.leave()
	return int(C.sriov_vf_get_index((*C.struct_sriov_vf)(call.self)))
}

// Device is the VF as a PCI device: address, driver, group and so on.
//
// Since 0.1.
func (vf *VF) Device() *Device {
	call := look(vf.raw())
	defer call.leave()
	return newDevice(C.sriov_device_ref(C.sriov_vf_get_device((*C.struct_sriov_vf)(call.self))), call.family)
}

// Err tells why a VF in a list could not be read.
//
// Result: nil when all is well. With an error only its PF and index are known.
//
// Since 0.1.
func (vf *VF) Err() error {
	call := look(vf.raw())
	defer call.leave()
	return borrowedError(C.sriov_vf_get_error((*C.struct_sriov_vf)(call.self)))
}

// Interface is its network interface; of several the first by name.
//
// Result: "" when it has none that is seen here, as when it is bound to VFIO.
//
// Since 0.1.
func (vf *VF) Interface() string {
	call := look(vf.raw())
	defer call.leave()
	return C.GoString(C.sriov_vf_get_interface((*C.struct_sriov_vf)(call.self)))
}

// ReadSettings is what the PF enforces on this VF.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrUnsupported]: the PF has no network interface, or its driver tells nothing of VFs.
//   - [ErrNotFound]: the PF has no VF of that index any more, or its interface is in another
//     network namespace.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the driver leaves the VF out of its answer, as while it resets: try again; or the
//     kernel was asked before, and that is not over.
//   - [ErrTimeout]: the kernel does not answer in time; see [ContextDeadlineMS].
//   - [ErrForbidden]: the caller may not use netlink.
//   - [ErrMalformed]: the kernel's answer does not hold the VFs that it promises.
//   - [ErrFailed]: the kernel did not answer.
//
// Kernel interface: rtnetlink RTM_GETLINK with RTEXT_FILTER_VF.
//
// Since 0.1.
func (vf *VF) ReadSettings() (settings *VFSettings, err error) {
	call := enter(vf.raw(), &classVF)
	defer call.leave()
	var cSettings *C.struct_sriov_vf_settings
	if call.ready() {
		call.code = C.sriov_vf_read_settings((*C.struct_sriov_vf)(call.self), &cSettings, &call.failure)
	}
	settings = newVFSettings(cSettings, call.family)
	return settings, call.err(given(settings))
}

// SetMAC sets its MAC (the admin MAC). Some drivers show it in the VF only after the VF's driver is
// loaded again.
//
//   - mac: six bytes in hexadecimal with colons, "52:54:00:00:00:01": not a multicast address. All
//     zeros take the admin MAC away, where the driver allows it.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, malformed or out of its range.
//   - [ErrUnsupported]: the PF has no network interface, or its driver no such setting.
//   - [ErrNotFound]: the PF has no VF of that index any more, or its interface is in another
//     network namespace.
//   - [ErrForbidden]: the caller lacks CAP_NET_ADMIN.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the driver cannot now, for instance while the VF resets: try again; or an earlier
//     change of the PF is not over.
//   - [ErrTimeout]: it is not over in time, and goes on; see [ContextDeadlineMS].
//   - [ErrFailed]: the driver refused, or it is not known what it did: the message tells.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: rtnetlink RTM_SETLINK with IFLA_VF_MAC.
//
// Since 0.1.
func (vf *VF) SetMAC(mac string) error {
	call := enter(vf.raw(), &classVF)
	defer call.leave()
	cMAC := call.text("mac", mac)
	if call.ready() {
		call.code = C.sriov_vf_set_mac((*C.struct_sriov_vf)(call.self), cMAC, &call.failure)
	}
	return call.err(nil)
}

// SetVLAN puts the VF in a VLAN (802.1Q) without its knowing.
//
//   - vlanID: 1 to 4094; 0 takes the VLAN away.
//   - qos: the priority of the tag, 0 to 7; 0 without a VLAN.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, malformed or out of its range.
//   - [ErrUnsupported]: the PF has no network interface, or its driver no such setting.
//   - [ErrNotFound]: the PF has no VF of that index any more, or its interface is in another
//     network namespace.
//   - [ErrForbidden]: the caller lacks CAP_NET_ADMIN.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the driver cannot now, for instance while the VF resets: try again; or an earlier
//     change of the PF is not over.
//   - [ErrTimeout]: it is not over in time, and goes on; see [ContextDeadlineMS].
//   - [ErrFailed]: the driver refused, or it is not known what it did: the message tells.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: rtnetlink RTM_SETLINK with IFLA_VF_VLAN.
//
// Since 0.1.
func (vf *VF) SetVLAN(vlanID int, qos int) error {
	call := enter(vf.raw(), &classVF)
	defer call.leave()
	cVLANID := call.unsigned("vlanID", vlanID)
	cQoS := call.unsigned("qos", qos)
	if call.ready() {
		call.code = C.sriov_vf_set_vlan((*C.struct_sriov_vf)(call.self), cVLANID, cQoS, &call.failure)
	}
	return call.err(nil)
}

// SetSpoofCheck sets its spoof check.
//
//   - enable: true to drop frames with a source MAC that is not the VF's.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, malformed or out of its range.
//   - [ErrUnsupported]: the PF has no network interface, or its driver no such setting.
//   - [ErrNotFound]: the PF has no VF of that index any more, or its interface is in another
//     network namespace.
//   - [ErrForbidden]: the caller lacks CAP_NET_ADMIN.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the driver cannot now, for instance while the VF resets: try again; or an earlier
//     change of the PF is not over.
//   - [ErrTimeout]: it is not over in time, and goes on; see [ContextDeadlineMS].
//   - [ErrFailed]: the driver refused, or it is not known what it did: the message tells.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: rtnetlink RTM_SETLINK with IFLA_VF_SPOOFCHK.
//
// Since 0.1.
func (vf *VF) SetSpoofCheck(enable bool) error {
	call := enter(vf.raw(), &classVF)
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_vf_set_spoof_check((*C.struct_sriov_vf)(call.self), C.bool(enable), &call.failure)
	}
	return call.err(nil)
}

// SetTrust sets its trust.
//
//   - enable: true to let the VF override its admin MAC and ask for promiscuous mode.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, malformed or out of its range.
//   - [ErrUnsupported]: the PF has no network interface, or its driver no such setting.
//   - [ErrNotFound]: the PF has no VF of that index any more, or its interface is in another
//     network namespace.
//   - [ErrForbidden]: the caller lacks CAP_NET_ADMIN.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the driver cannot now, for instance while the VF resets: try again; or an earlier
//     change of the PF is not over.
//   - [ErrTimeout]: it is not over in time, and goes on; see [ContextDeadlineMS].
//   - [ErrFailed]: the driver refused, or it is not known what it did: the message tells.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: rtnetlink RTM_SETLINK with IFLA_VF_TRUST.
//
// Since 0.1.
func (vf *VF) SetTrust(enable bool) error {
	call := enter(vf.raw(), &classVF)
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_vf_set_trust((*C.struct_sriov_vf)(call.self), C.bool(enable), &call.failure)
	}
	return call.err(nil)
}

// SetLinkState sets what link it sees.
//
//   - state: what link the VF is to see.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, malformed or out of its range.
//   - [ErrUnsupported]: the PF has no network interface, or its driver no such setting.
//   - [ErrNotFound]: the PF has no VF of that index any more, or its interface is in another
//     network namespace.
//   - [ErrForbidden]: the caller lacks CAP_NET_ADMIN.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the driver cannot now, for instance while the VF resets: try again; or an earlier
//     change of the PF is not over.
//   - [ErrTimeout]: it is not over in time, and goes on; see [ContextDeadlineMS].
//   - [ErrFailed]: the driver refused, or it is not known what it did: the message tells.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: rtnetlink RTM_SETLINK with IFLA_VF_LINK_STATE.
//
// Since 0.1.
func (vf *VF) SetLinkState(state LinkState) error {
	call := enter(vf.raw(), &classVF)
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_vf_set_link_state((*C.struct_sriov_vf)(call.self), C.enum_sriov_link_state(state), &call.failure)
	}
	return call.err(nil)
}

// SetVLANWithProtocol puts the VF in a VLAN of this protocol without its knowing.
//
// In a VLAN of 802.1ad the VF may use VLANs of its own (802.1Q), behind the tag of the PF.
//
//   - vlanID: 1 to 4094; 0 takes the VLAN away, whatever its protocol is.
//   - qos: the priority of the tag, 0 to 7; 0 without a VLAN.
//   - protocol: of the tag; without a VLAN it does not matter which.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, malformed or out of its range.
//   - [ErrUnsupported]: the PF has no network interface, or its driver no such setting or not this
//     protocol.
//   - [ErrNotFound]: the PF has no VF of that index any more, or its interface is in another
//     network namespace.
//   - [ErrForbidden]: the caller lacks CAP_NET_ADMIN.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the driver cannot now, for instance while the VF resets: try again; or an earlier
//     change of the PF is not over.
//   - [ErrTimeout]: it is not over in time, and goes on; see [ContextDeadlineMS].
//   - [ErrFailed]: the driver refused, or it is not known what it did: the message tells.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: rtnetlink RTM_SETLINK with IFLA_VF_VLAN, with 802.1ad IFLA_VF_VLAN_LIST.
//
// Since 0.1.
func (vf *VF) SetVLANWithProtocol(vlanID int, qos int, protocol VLANProtocol) error {
	call := enter(vf.raw(), &classVF)
	defer call.leave()
	cVLANID := call.unsigned("vlanID", vlanID)
	cQoS := call.unsigned("qos", qos)
	if call.ready() {
		call.code = C.sriov_vf_set_vlan_with_protocol((*C.struct_sriov_vf)(call.self), cVLANID, cQoS, C.enum_sriov_vlan_protocol(protocol), &call.failure)
	}
	return call.err(nil)
}

// SetRates sets both its rates.
//
//   - minMbps: what it can always send, in Mb/s, not above the maximum; 0 for none.
//   - maxMbps: what it cannot send more than, in Mb/s; 0 for no limit. Many drivers want no more
//     than the speed of the PF's link, and some (igb) want the link.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, malformed or out of its range.
//   - [ErrUnsupported]: the PF has no network interface, or its driver no such setting or no
//     minimum.
//   - [ErrNotFound]: the PF has no VF of that index any more, or its interface is in another
//     network namespace.
//   - [ErrForbidden]: the caller lacks CAP_NET_ADMIN.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the driver cannot now, for instance while the VF resets: try again; or an earlier
//     change of the PF is not over.
//   - [ErrTimeout]: it is not over in time, and goes on; see [ContextDeadlineMS].
//   - [ErrFailed]: the driver refused, or it is not known what it did: the message tells.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: rtnetlink RTM_SETLINK with IFLA_VF_RATE.
//
// Since 0.1.
func (vf *VF) SetRates(minMbps int, maxMbps int) error {
	call := enter(vf.raw(), &classVF)
	defer call.leave()
	cMinMbps := call.unsigned("minMbps", minMbps)
	cMaxMbps := call.unsigned("maxMbps", maxMbps)
	if call.ready() {
		call.code = C.sriov_vf_set_rates((*C.struct_sriov_vf)(call.self), cMinMbps, cMaxMbps, &call.failure)
	}
	return call.err(nil)
}

// SetMinRate sets its minimum rate and keeps its maximum, which is read first: the kernel only
// knows both together.
//
//   - minMbps: what it can always send, in Mb/s, not above the maximum; 0 for none.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, malformed or out of its range.
//   - [ErrUnsupported]: the PF has no network interface, or its driver no such setting.
//   - [ErrNotFound]: the PF has no VF of that index any more, or its interface is in another
//     network namespace.
//   - [ErrForbidden]: the caller lacks CAP_NET_ADMIN.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the driver cannot now, for instance while the VF resets: try again; or an earlier
//     change of the PF is not over.
//   - [ErrTimeout]: it is not over in time, and goes on; see [ContextDeadlineMS].
//   - [ErrMalformed]: the other rate is not understood.
//   - [ErrFailed]: the driver refused, or it is not known what it did: the message tells.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: rtnetlink RTM_SETLINK with IFLA_VF_RATE.
//
// Since 0.1.
func (vf *VF) SetMinRate(minMbps int) error {
	call := enter(vf.raw(), &classVF)
	defer call.leave()
	cMinMbps := call.unsigned("minMbps", minMbps)
	if call.ready() {
		call.code = C.sriov_vf_set_min_rate((*C.struct_sriov_vf)(call.self), cMinMbps, &call.failure)
	}
	return call.err(nil)
}

// SetMaxRate sets its maximum rate and keeps its minimum, which is read first: the kernel only
// knows both together.
//
//   - maxMbps: what it cannot send more than, in Mb/s; 0 for no limit. Many drivers want no more
//     than the speed of the PF's link, and some (igb) want the link.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, malformed or out of its range.
//   - [ErrUnsupported]: the PF has no network interface, or its driver no such setting.
//   - [ErrNotFound]: the PF has no VF of that index any more, or its interface is in another
//     network namespace.
//   - [ErrForbidden]: the caller lacks CAP_NET_ADMIN.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the driver cannot now, for instance while the VF resets: try again; or an earlier
//     change of the PF is not over.
//   - [ErrTimeout]: it is not over in time, and goes on; see [ContextDeadlineMS].
//   - [ErrMalformed]: the other rate is not understood.
//   - [ErrFailed]: the driver refused, or it is not known what it did: the message tells.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: rtnetlink RTM_SETLINK with IFLA_VF_RATE, before Linux 3.16 IFLA_VF_TX_RATE.
//
// Since 0.1.
func (vf *VF) SetMaxRate(maxMbps int) error {
	call := enter(vf.raw(), &classVF)
	defer call.leave()
	cMaxMbps := call.unsigned("maxMbps", maxMbps)
	if call.ready() {
		call.code = C.sriov_vf_set_max_rate((*C.struct_sriov_vf)(call.self), cMaxMbps, &call.failure)
	}
	return call.err(nil)
}

// SetRSSQuery sets whether it may read the PF's table and key of receive side scaling (RSS).
//
//   - enable: true to let it.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, malformed or out of its range.
//   - [ErrUnsupported]: the PF has no network interface, or its driver no such setting.
//   - [ErrNotFound]: the PF has no VF of that index any more, or its interface is in another
//     network namespace.
//   - [ErrForbidden]: the caller lacks CAP_NET_ADMIN.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the driver cannot now, for instance while the VF resets: try again; or an earlier
//     change of the PF is not over.
//   - [ErrTimeout]: it is not over in time, and goes on; see [ContextDeadlineMS].
//   - [ErrFailed]: the driver refused, or it is not known what it did: the message tells.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: rtnetlink RTM_SETLINK with IFLA_VF_RSS_QUERY_EN.
//
// Since 0.1.
func (vf *VF) SetRSSQuery(enable bool) error {
	call := enter(vf.raw(), &classVF)
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_vf_set_rss_query((*C.struct_sriov_vf)(call.self), C.bool(enable), &call.failure)
	}
	return call.err(nil)
}

// SetNodeGUID sets its GUID as a node of InfiniBand.
//
//   - guid: 64 bits, the first byte on the wire the highest; 0 takes it away, where the driver
//     allows it.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, malformed or out of its range.
//   - [ErrUnsupported]: the PF has no network interface, or its driver no such setting, as with
//     every PF that is none of InfiniBand.
//   - [ErrNotFound]: the PF has no VF of that index any more, or its interface is in another
//     network namespace.
//   - [ErrForbidden]: the caller lacks CAP_NET_ADMIN.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the driver cannot now, for instance while the VF resets: try again; or an earlier
//     change of the PF is not over.
//   - [ErrTimeout]: it is not over in time, and goes on; see [ContextDeadlineMS].
//   - [ErrFailed]: the driver refused, or it is not known what it did: the message tells.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: rtnetlink RTM_SETLINK with IFLA_VF_IB_NODE_GUID.
//
// Since 0.1.
func (vf *VF) SetNodeGUID(guid uint64) error {
	call := enter(vf.raw(), &classVF)
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_vf_set_node_guid((*C.struct_sriov_vf)(call.self), C.uint64_t(guid), &call.failure)
	}
	return call.err(nil)
}

// SetPortGUID sets the GUID of its port of InfiniBand.
//
//   - guid: 64 bits, the first byte on the wire the highest; 0 takes it away, where the driver
//     allows it.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, malformed or out of its range.
//   - [ErrUnsupported]: the PF has no network interface, or its driver no such setting, as with
//     every PF that is none of InfiniBand.
//   - [ErrNotFound]: the PF has no VF of that index any more, or its interface is in another
//     network namespace.
//   - [ErrForbidden]: the caller lacks CAP_NET_ADMIN.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the driver cannot now, for instance while the VF resets: try again; or an earlier
//     change of the PF is not over.
//   - [ErrTimeout]: it is not over in time, and goes on; see [ContextDeadlineMS].
//   - [ErrFailed]: the driver refused, or it is not known what it did: the message tells.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: rtnetlink RTM_SETLINK with IFLA_VF_IB_PORT_GUID.
//
// Since 0.1.
func (vf *VF) SetPortGUID(guid uint64) error {
	call := enter(vf.raw(), &classVF)
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_vf_set_port_guid((*C.struct_sriov_vf)(call.self), C.uint64_t(guid), &call.failure)
	}
	return call.err(nil)
}

// SetMSIXCount gives the VF so many MSI-X vectors of the PF's pool.
//
// They are seen in the MSI-X capability of the VF, and by the driver that is bound next.
//
//   - vectors: 1 to 2048; 0 for as many as the device gives by itself.
//
// It fails with
//   - [ErrInvalid]: vf is nil, or the PF's driver takes no such number.
//   - [ErrUnsupported]: the PF's driver gives each VF a fixed number, or the kernel is older than
//     5.13.
//   - [ErrBusy]: a driver is bound to the VF: the message names it.
//   - [ErrTimeout]: it is not over in time, and goes on; see [ContextDeadlineMS].
//   - [ErrNoDriver]: no driver is bound to the PF.
//   - [ErrGone]: the VF or the PF was removed.
//   - [ErrForbidden]: it takes root and a writable sysfs.
//   - [ErrFailed]: the pool has not so many left (ENOSPC), or the driver refused.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: sriov_vf_msix_count of the VF.
//
// Since 0.1.
func (vf *VF) SetMSIXCount(vectors int) error {
	call := enter(vf.raw(), &classVF)
	defer call.leave()
	cVectors := call.unsigned("vectors", vectors)
	if call.ready() {
		call.code = C.sriov_vf_set_msix_count((*C.struct_sriov_vf)(call.self), cVectors, &call.failure)
	}
	return call.err(nil)
}
