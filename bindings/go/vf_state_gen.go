// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// VFState is what one VF should be like, or all VFs of a PF that have nothing else said of them.
type VFState struct{ handle *handle }

var classVFState = class{"VFState", func(pointer unsafe.Pointer) {
	C.sriov_vf_state_unref((*C.struct_sriov_vf_state)(pointer))
}}

func newVFState(pointer *C.struct_sriov_vf_state, family *family) *VFState {
	if pointer == nil {
		return nil
	}
	return &VFState{newHandle(unsafe.Pointer(pointer), &classVFState, family)}
}

func (state *VFState) raw() *handle {
	if state == nil {
		return nil
	}
	return state.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (state *VFState) Close() error {
	return state.raw().close()
}

// VFStateList: VFs by their indexes.
type VFStateList struct{ handle *handle }

var classVFStateList = class{"VFStateList", func(pointer unsafe.Pointer) {
	C.sriov_vf_state_list_unref((*C.struct_sriov_vf_state_list)(pointer))
}}

func newVFStateList(pointer *C.struct_sriov_vf_state_list, family *family) *VFStateList {
	if pointer == nil {
		return nil
	}
	return &VFStateList{newHandle(unsafe.Pointer(pointer), &classVFStateList, family)}
}

func (list *VFStateList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *VFStateList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *VFStateList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_vf_state_list_get_count((*C.struct_sriov_vf_state_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *VFStateList) At(position int) *VFState {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newVFState(C.sriov_vf_state_ref(C.sriov_vf_state_list_get((*C.struct_sriov_vf_state_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *VFStateList) All() []*VFState {
	all := make([]*VFState, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// VFIndex tells Which VF it is.
//
// Result: its index from 0; [VFIndexAll] for what holds for all VFs of the PF.
//
// Since 0.2.
func (state *VFState) VFIndex() int {
	call := look(state.raw())
	defer call.leave()
	return int(C.sriov_vf_state_get_vf_index((*C.struct_sriov_vf_state)(call.self)))
}

// HasSetting tells whether something is said of a setting.
//
//   - setting: which; [VFSettingRates] is there when either rate is.
//
// Result: true when the VF should have a certain value; false otherwise, and for nil.
//
// Since 0.2.
func (state *VFState) HasSetting(setting VFSetting) bool {
	call := look(state.raw())
	defer call.leave()
	return bool(C.sriov_vf_state_has_setting((*C.struct_sriov_vf_state)(call.self), C.enum_sriov_vf_setting(setting)))
}

// SetUnchanged takes back what was said of a setting: it stays as it is.
//
//   - setting: which; [VFSettingRates] for both rates.
//
// Since 0.2.
func (state *VFState) SetUnchanged(setting VFSetting) error {
	call := enter(state.raw(), &classVFState)
	defer call.leave()
	if call.ready() {
		C.sriov_vf_state_set_unchanged((*C.struct_sriov_vf_state)(call.self), C.enum_sriov_vf_setting(setting))
	}
	return call.err(nil)
}

// SetMAC gives its MAC (the admin MAC).
//
//   - mac: "52:54:00:00:00:01"; "00:00:00:00:00:00" for none, which is all that may be said of all
//     VFs.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, it is no MAC or that of a group, or one MAC for all VFs.
//
// Since 0.2.
func (state *VFState) SetMAC(mac string) error {
	call := enter(state.raw(), &classVFState)
	defer call.leave()
	cMAC := call.text("mac", mac)
	if call.ready() {
		call.code = C.sriov_vf_state_set_mac((*C.struct_sriov_vf_state)(call.self), cMAC, &call.failure)
	}
	return call.err(nil)
}

// SetVLAN gives the VLAN that it is put in without knowing it.
//
//   - vlanID: from 1 to 4094; 0 for none.
//   - qos: the priority, from 0 to 7; without a VLAN, too, where the driver has that.
//   - protocol: of the tag.
//
// It fails with
//   - [ErrInvalid]: state is nil or a value is out of its range.
//
// Since 0.2.
func (state *VFState) SetVLAN(vlanID int, qos int, protocol VLANProtocol) error {
	call := enter(state.raw(), &classVFState)
	defer call.leave()
	cVLANID := call.unsigned("vlanID", vlanID)
	cQoS := call.unsigned("qos", qos)
	if call.ready() {
		call.code = C.sriov_vf_state_set_vlan((*C.struct_sriov_vf_state)(call.self), cVLANID, cQoS, C.enum_sriov_vlan_protocol(protocol), &call.failure)
	}
	return call.err(nil)
}

// SetMinRate gives the rate that it can count on.
//
//   - minMbps: in Mb/s; 0 for none.
//
// It fails with
//   - [ErrInvalid]: state is nil, or the rate is more than the other one.
//
// Since 0.2.
func (state *VFState) SetMinRate(minMbps int) error {
	call := enter(state.raw(), &classVFState)
	defer call.leave()
	cMinMbps := call.unsigned("minMbps", minMbps)
	if call.ready() {
		call.code = C.sriov_vf_state_set_min_rate((*C.struct_sriov_vf_state)(call.self), cMinMbps, &call.failure)
	}
	return call.err(nil)
}

// SetMaxRate gives the rate that it is held to.
//
//   - maxMbps: in Mb/s; 0 for none.
//
// It fails with
//   - [ErrInvalid]: state is nil, or the rate is less than the other one.
//
// Since 0.2.
func (state *VFState) SetMaxRate(maxMbps int) error {
	call := enter(state.raw(), &classVFState)
	defer call.leave()
	cMaxMbps := call.unsigned("maxMbps", maxMbps)
	if call.ready() {
		call.code = C.sriov_vf_state_set_max_rate((*C.struct_sriov_vf_state)(call.self), cMaxMbps, &call.failure)
	}
	return call.err(nil)
}

// SetSpoofCheck tells whether frames with a foreign source MAC are dropped.
//
//   - enable: on or off.
//
// It fails with
//   - [ErrInvalid]: state is nil.
//
// Since 0.2.
func (state *VFState) SetSpoofCheck(enable bool) error {
	call := enter(state.raw(), &classVFState)
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_vf_state_set_spoof_check((*C.struct_sriov_vf_state)(call.self), C.bool(enable), &call.failure)
	}
	return call.err(nil)
}

// SetTrust tells whether it is trusted: it may change its MAC and be promiscuous.
//
//   - enable: on or off.
//
// It fails with
//   - [ErrInvalid]: state is nil.
//
// Since 0.2.
func (state *VFState) SetTrust(enable bool) error {
	call := enter(state.raw(), &classVFState)
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_vf_state_set_trust((*C.struct_sriov_vf_state)(call.self), C.bool(enable), &call.failure)
	}
	return call.err(nil)
}

// SetRSSQuery tells whether it may ask how the PF spreads what it receives.
//
//   - enable: on or off.
//
// It fails with
//   - [ErrInvalid]: state is nil.
//
// Since 0.2.
func (state *VFState) SetRSSQuery(enable bool) error {
	call := enter(state.raw(), &classVFState)
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_vf_state_set_rss_query((*C.struct_sriov_vf_state)(call.self), C.bool(enable), &call.failure)
	}
	return call.err(nil)
}

// SetLinkState is what link it sees.
//
//   - linkState: one that can be set.
//
// It fails with
//   - [ErrInvalid]: state is nil, or the link state is none that can be set.
//
// Since 0.2.
func (state *VFState) SetLinkState(linkState LinkState) error {
	call := enter(state.raw(), &classVFState)
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_vf_state_set_link_state((*C.struct_sriov_vf_state)(call.self), C.enum_sriov_link_state(linkState), &call.failure)
	}
	return call.err(nil)
}

// SetNodeGUID gives its node GUID, on InfiniBand.
//
//   - guid: 0 for none, which is all that may be said of all VFs.
//
// It fails with
//   - [ErrInvalid]: state is nil, or one GUID for all VFs.
//
// Since 0.2.
func (state *VFState) SetNodeGUID(guid uint64) error {
	call := enter(state.raw(), &classVFState)
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_vf_state_set_node_guid((*C.struct_sriov_vf_state)(call.self), C.uint64_t(guid), &call.failure)
	}
	return call.err(nil)
}

// SetPortGUID gives its port GUID, on InfiniBand.
//
//   - guid: 0 for none, which is all that may be said of all VFs.
//
// It fails with
//   - [ErrInvalid]: state is nil, or one GUID for all VFs.
//
// Since 0.2.
func (state *VFState) SetPortGUID(guid uint64) error {
	call := enter(state.raw(), &classVFState)
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_vf_state_set_port_guid((*C.struct_sriov_vf_state)(call.self), C.uint64_t(guid), &call.failure)
	}
	return call.err(nil)
}

// SetDriver gives the driver that it should be on.
//
//   - driver: a name, such as "vfio-pci" or "igbvf"; "native" for the one that the kernel would
//     choose; "vfio" for the VFIO driver that fits it best: a variant such as mlx5_vfio_pci where
//     there is one, else vfio-pci; "none"; "" for no matter. A VF that is made anew and has no
//     driver said of it gets what the PF's autoprobe gives it.
//
// It fails with
//   - [ErrInvalid]: state is nil, or it can be no name of a driver.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.2.
func (state *VFState) SetDriver(driver string) error {
	call := enter(state.raw(), &classVFState)
	defer call.leave()
	cDriver := call.textOrNil("driver", driver)
	if call.ready() {
		call.code = C.sriov_vf_state_set_driver((*C.struct_sriov_vf_state)(call.self), cDriver, &call.failure)
	}
	return call.err(nil)
}

// SetMSIXCount tells how many MSI-X vectors it should have.
//
//   - vectors: from 1 to 2048; 0 for what the driver gives it.
//
// It fails with
//   - [ErrInvalid]: state is nil, or they are more than a function can have.
//
// Since 0.2.
func (state *VFState) SetMSIXCount(vectors int) error {
	call := enter(state.raw(), &classVFState)
	defer call.leave()
	cVectors := call.unsigned("vectors", vectors)
	if call.ready() {
		call.code = C.sriov_vf_state_set_msix_count((*C.struct_sriov_vf_state)(call.self), cVectors, &call.failure)
	}
	return call.err(nil)
}

// MAC is the MAC that it should have.
//
// Result: in small letters; "" when nothing is said of it.
//
// Since 0.2.
func (state *VFState) MAC() string {
	call := look(state.raw())
	defer call.leave()
	return C.GoString(C.sriov_vf_state_get_mac((*C.struct_sriov_vf_state)(call.self)))
}

// VLANID is the VLAN that it should be in.
//
// Result: from 1 to 4094; 0 for none, and when nothing is said of it.
//
// Since 0.2.
func (state *VFState) VLANID() int {
	call := look(state.raw())
	defer call.leave()
	return int(C.sriov_vf_state_get_vlan_id((*C.struct_sriov_vf_state)(call.self)))
}

// VLANQoS is the priority in its VLAN.
//
// Result: from 0 to 7; 0 when nothing is said of it.
//
// Since 0.2.
func (state *VFState) VLANQoS() int {
	call := look(state.raw())
	defer call.leave()
	return int(C.sriov_vf_state_get_vlan_qos((*C.struct_sriov_vf_state)(call.self)))
}

// VLANProtocol is the protocol of its VLAN.
//
// Result: [VLANProtocol8021q] when nothing is said of it.
//
// Since 0.2.
func (state *VFState) VLANProtocol() VLANProtocol {
	call := look(state.raw())
	defer call.leave()
	return VLANProtocol(C.sriov_vf_state_get_vlan_protocol((*C.struct_sriov_vf_state)(call.self)))
}

// MinRateMbps is the rate that it should be able to count on.
//
// Result: in Mb/s; 0 for none, and when nothing is said of it.
//
// Since 0.2.
func (state *VFState) MinRateMbps() int {
	call := look(state.raw())
	defer call.leave()
	return int(C.sriov_vf_state_get_min_rate_mbps((*C.struct_sriov_vf_state)(call.self)))
}

// MaxRateMbps is the rate that it should be held to.
//
// Result: in Mb/s; 0 for none, and when nothing is said of it.
//
// Since 0.2.
func (state *VFState) MaxRateMbps() int {
	call := look(state.raw())
	defer call.leave()
	return int(C.sriov_vf_state_get_max_rate_mbps((*C.struct_sriov_vf_state)(call.self)))
}

// SpoofCheck tells whether its spoof check should be on.
//
// Result: [SwitchUnknown] when nothing is said of it.
//
// Since 0.2.
func (state *VFState) SpoofCheck() Switch {
	call := look(state.raw())
	defer call.leave()
	return Switch(C.sriov_vf_state_get_spoof_check((*C.struct_sriov_vf_state)(call.self)))
}

// Trust tells whether it should be trusted.
//
// Result: [SwitchUnknown] when nothing is said of it.
//
// Since 0.2.
func (state *VFState) Trust() Switch {
	call := look(state.raw())
	defer call.leave()
	return Switch(C.sriov_vf_state_get_trust((*C.struct_sriov_vf_state)(call.self)))
}

// RSSQuery tells whether it should be allowed to ask how the PF spreads what it receives.
//
// Result: [SwitchUnknown] when nothing is said of it.
//
// Since 0.2.
func (state *VFState) RSSQuery() Switch {
	call := look(state.raw())
	defer call.leave()
	return Switch(C.sriov_vf_state_get_rss_query((*C.struct_sriov_vf_state)(call.self)))
}

// LinkState is what link it should see.
//
// Result: [LinkStateUnknown] when nothing is said of it.
//
// Since 0.2.
func (state *VFState) LinkState() LinkState {
	call := look(state.raw())
	defer call.leave()
	return LinkState(C.sriov_vf_state_get_link_state((*C.struct_sriov_vf_state)(call.self)))
}

// NodeGUID is its node GUID.
//
// Result: 0 for none, and when nothing is said of it.
//
// Since 0.2.
func (state *VFState) NodeGUID() uint64 {
	call := look(state.raw())
	defer call.leave()
	return uint64(C.sriov_vf_state_get_node_guid((*C.struct_sriov_vf_state)(call.self)))
}

// PortGUID is its port GUID.
//
// Result: 0 for none, and when nothing is said of it.
//
// Since 0.2.
func (state *VFState) PortGUID() uint64 {
	call := look(state.raw())
	defer call.leave()
	return uint64(C.sriov_vf_state_get_port_guid((*C.struct_sriov_vf_state)(call.self)))
}

// Driver is the driver that it should be on, in the words of [VFState.SetDriver].
//
// Result: "" when nothing is said of it.
//
// Since 0.2.
func (state *VFState) Driver() string {
	call := look(state.raw())
	defer call.leave()
	return C.GoString(C.sriov_vf_state_get_driver((*C.struct_sriov_vf_state)(call.self)))
}

// MSIXCount tells how many MSI-X vectors it should have.
//
// Result: from 1; 0 when nothing is said of it.
//
// Since 0.2.
func (state *VFState) MSIXCount() int {
	call := look(state.raw())
	defer call.leave()
	return int(C.sriov_vf_state_get_msix_count((*C.struct_sriov_vf_state)(call.self)))
}
