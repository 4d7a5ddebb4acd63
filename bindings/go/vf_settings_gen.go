// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import (
	"strconv"
	"unsafe"
)

// Switch is a setting that a driver may not have, or that is on or off.
type Switch int32

// What a Switch can be.
const (
	// SwitchUnknown: the driver has no such setting, or the host does not tell.
	SwitchUnknown Switch = -1

	// SwitchOff: off.
	SwitchOff Switch = 0

	// SwitchOn: on.
	SwitchOn Switch = 1
)

var namesSwitch = map[Switch]string{
	SwitchUnknown: "unknown",
	SwitchOff:     "off",
	SwitchOn:      "on",
}

// String is the name of the value; of one that this version does not know, the number.
func (value Switch) String() string {
	if _, known := namesSwitch[value]; known {
		return C.GoString(C.sriov_switch_get_name(C.enum_sriov_switch(value)))
	}
	return strconv.Itoa(int(value))
}

// LinkState is what link the VF sees.
type LinkState int32

// What a LinkState can be.
const (
	// LinkStateUnknown: a state that this version does not know.
	LinkStateUnknown LinkState = -1

	// LinkStateAuto: The PF's own.
	LinkStateAuto LinkState = 0

	// LinkStateEnable: always up, so that VFs reach each other without a cable.
	LinkStateEnable LinkState = 1

	// LinkStateDisable: always down.
	LinkStateDisable LinkState = 2
)

var namesLinkState = map[LinkState]string{
	LinkStateUnknown: "unknown",
	LinkStateAuto:    "auto",
	LinkStateEnable:  "enable",
	LinkStateDisable: "disable",
}

// String is the name of the value; of one that this version does not know, the number.
func (value LinkState) String() string {
	return nameOf(value, namesLinkState)
}

// VLANProtocol is the protocol of a VLAN tag.
type VLANProtocol int32

// What a VLANProtocol can be.
const (
	// VLANProtocol8021q: the ordinary one, 802.1Q.
	VLANProtocol8021q VLANProtocol = 33024

	// VLANProtocol8021ad: the outer one of two, 802.1ad, in front of the tags that the VF itself may
	// use.
	VLANProtocol8021ad VLANProtocol = 34984
)

var namesVLANProtocol = map[VLANProtocol]string{
	VLANProtocol8021q:  "8021q",
	VLANProtocol8021ad: "8021ad",
}

// String is the name of the value; of one that this version does not know, the number.
func (value VLANProtocol) String() string {
	return nameOf(value, namesVLANProtocol)
}

// VFSetting is one of the settings that a PF has for its VFs.
type VFSetting int32

// What a VFSetting can be.
const (
	// VFSettingUnknown: none that this version knows.
	VFSettingUnknown VFSetting = -1

	// VFSettingMAC: The MAC.
	VFSettingMAC VFSetting = 0

	// VFSettingBroadcast: the broadcast address, which can only be read.
	VFSettingBroadcast VFSetting = 1

	// VFSettingVLAN: The VLAN with its priority and its protocol.
	VFSettingVLAN VFSetting = 2

	// VFSettingRates: both rates together.
	VFSettingRates VFSetting = 3

	// VFSettingMinRate: the rate that the VF can count on.
	VFSettingMinRate VFSetting = 4

	// VFSettingMaxRate: the rate that the VF is held to.
	VFSettingMaxRate VFSetting = 5

	// VFSettingSpoofCheck: the spoof check.
	VFSettingSpoofCheck VFSetting = 6

	// VFSettingTrust: trust.
	VFSettingTrust VFSetting = 7

	// VFSettingLinkState: the link that the VF sees.
	VFSettingLinkState VFSetting = 8

	// VFSettingRSSQuery: whether the VF may ask how the PF spreads what it receives.
	VFSettingRSSQuery VFSetting = 9

	// VFSettingNodeGUID: The GUID of the VF as a node of InfiniBand.
	VFSettingNodeGUID VFSetting = 10

	// VFSettingPortGUID: The GUID of the VF's port of InfiniBand.
	VFSettingPortGUID VFSetting = 11
)

var namesVFSetting = map[VFSetting]string{
	VFSettingUnknown:    "unknown",
	VFSettingMAC:        "mac",
	VFSettingBroadcast:  "broadcast",
	VFSettingVLAN:       "vlan",
	VFSettingRates:      "rates",
	VFSettingMinRate:    "min-rate",
	VFSettingMaxRate:    "max-rate",
	VFSettingSpoofCheck: "spoof-check",
	VFSettingTrust:      "trust",
	VFSettingLinkState:  "link-state",
	VFSettingRSSQuery:   "rss-query",
	VFSettingNodeGUID:   "node-guid",
	VFSettingPortGUID:   "port-guid",
}

// String is the name of the value; of one that this version does not know, the number.
func (value VFSetting) String() string {
	if _, known := namesVFSetting[value]; known {
		return C.GoString(C.sriov_vf_setting_get_name(C.enum_sriov_vf_setting(value)))
	}
	return strconv.Itoa(int(value))
}

// VFAnswer is what the host told of a setting.
type VFAnswer int32

// What a VFAnswer can be.
const (
	// VFAnswerUnknown: the host does not tell: the kernel is too old to, or the setting is none.
	VFAnswerUnknown VFAnswer = -1

	// VFAnswerValue: it has the value that the getter gives.
	VFAnswerValue VFAnswer = 0

	// VFAnswerNotSet: it is not set: no MAC, no VLAN, no limit, no GUID.
	VFAnswerNotSet VFAnswer = 1

	// VFAnswerUnsupported: The PF's driver has no such setting.
	VFAnswerUnsupported VFAnswer = 2
)

var namesVFAnswer = map[VFAnswer]string{
	VFAnswerUnknown:     "unknown",
	VFAnswerValue:       "value",
	VFAnswerNotSet:      "not-set",
	VFAnswerUnsupported: "unsupported",
}

// String is the name of the value; of one that this version does not know, the number.
func (value VFAnswer) String() string {
	return nameOf(value, namesVFAnswer)
}

// VFSettings is the settings of one VF as the PF's driver told them. Immutable.
type VFSettings struct{ handle *handle }

var classVFSettings = class{"VFSettings", func(pointer unsafe.Pointer) {
	C.sriov_vf_settings_unref((*C.struct_sriov_vf_settings)(pointer))
}}

func newVFSettings(pointer *C.struct_sriov_vf_settings, family *family) *VFSettings {
	if pointer == nil {
		return nil
	}
	return &VFSettings{newHandle(unsafe.Pointer(pointer), &classVFSettings, family)}
}

func (settings *VFSettings) raw() *handle {
	if settings == nil {
		return nil
	}
	return settings.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (settings *VFSettings) Close() error {
	return settings.raw().close()
}

// VFSettingsList: settings of VFs, in the order of their indexes. Immutable.
type VFSettingsList struct{ handle *handle }

var classVFSettingsList = class{"VFSettingsList", func(pointer unsafe.Pointer) {
	C.sriov_vf_settings_list_unref((*C.struct_sriov_vf_settings_list)(pointer))
}}

func newVFSettingsList(pointer *C.struct_sriov_vf_settings_list, family *family) *VFSettingsList {
	if pointer == nil {
		return nil
	}
	return &VFSettingsList{newHandle(unsafe.Pointer(pointer), &classVFSettingsList, family)}
}

func (list *VFSettingsList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *VFSettingsList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *VFSettingsList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_vf_settings_list_get_count((*C.struct_sriov_vf_settings_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *VFSettingsList) At(position int) *VFSettings {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newVFSettings(C.sriov_vf_settings_ref(C.sriov_vf_settings_list_get((*C.struct_sriov_vf_settings_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *VFSettingsList) All() []*VFSettings {
	all := make([]*VFSettings, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// VFIndex tells Which VF of the PF.
//
// Result: from 0.
//
// Since 0.1.
func (settings *VFSettings) VFIndex() int {
	call := look(settings.raw())
	defer call.leave()
	return int(C.sriov_vf_settings_get_vf_index((*C.struct_sriov_vf_settings)(call.self)))
}

// Answer tells whether the setting has a value, is not set, or does not exist.
//
// For a spoof check, trust, RSS query and GUIDs the kernel tells whether the driver has them. Of a
// MAC, a VLAN, rates and a link state it tells zeroes for what the driver does not have: that is
// [VFAnswerNotSet], and for the link state a value, but with drivers of which this version knows
// better (igb). What a driver without the setting says to setting it is always [ErrUnsupported].
//
//   - setting: which.
//
// Since 0.1.
func (settings *VFSettings) Answer(setting VFSetting) VFAnswer {
	call := look(settings.raw())
	defer call.leave()
	return VFAnswer(C.sriov_vf_settings_get_answer((*C.struct_sriov_vf_settings)(call.self), C.enum_sriov_vf_setting(setting)))
}

// MAC is the MAC that the PF has for the VF: the admin MAC, or with some drivers (igb, ixgbe, i40e,
// ice) the one that the VF's driver or the PF made up. The kernel does not tell which.
//
// Result: "52:54:00:00:00:01", 20 bytes of the same kind with InfiniBand; "" when none is set: all
// zeros.
//
// Since 0.1.
func (settings *VFSettings) MAC() string {
	call := look(settings.raw())
	defer call.leave()
	return C.GoString(C.sriov_vf_settings_get_mac((*C.struct_sriov_vf_settings)(call.self)))
}

// Broadcast is the broadcast address of the VF's network, which is the PF's.
//
// Result: "ff:ff:ff:ff:ff:ff", 20 bytes of the same kind with InfiniBand; "" when the kernel does
// not tell (before 5.3).
//
// Since 0.1.
func (settings *VFSettings) Broadcast() string {
	call := look(settings.raw())
	defer call.leave()
	return C.GoString(C.sriov_vf_settings_get_broadcast((*C.struct_sriov_vf_settings)(call.self)))
}

// VLANID is the VLAN that the VF is put in without knowing it.
//
// Result: 1 to 4094; 0 for none.
//
// Since 0.1.
func (settings *VFSettings) VLANID() int {
	call := look(settings.raw())
	defer call.leave()
	return int(C.sriov_vf_settings_get_vlan_id((*C.struct_sriov_vf_settings)(call.self)))
}

// VLANQoS is the priority of its VLAN tag (QoS).
//
// Result: 0 to 7.
//
// Since 0.1.
func (settings *VFSettings) VLANQoS() int {
	call := look(settings.raw())
	defer call.leave()
	return int(C.sriov_vf_settings_get_vlan_qos((*C.struct_sriov_vf_settings)(call.self)))
}

// VLANProtocol is the protocol of its VLAN tag.
//
// Result: 0x8100 for 802.1Q, 0x88a8 for 802.1ad, as [VLANProtocol] has them; 0 when the kernel does
// not tell.
//
// Since 0.1.
func (settings *VFSettings) VLANProtocol() int {
	call := look(settings.raw())
	defer call.leave()
	return int(C.sriov_vf_settings_get_vlan_protocol((*C.struct_sriov_vf_settings)(call.self)))
}

// MinRateMbps is the rate at which the VF can always send.
//
// Result: in Mb/s; 0 for none.
//
// Since 0.1.
func (settings *VFSettings) MinRateMbps() int {
	call := look(settings.raw())
	defer call.leave()
	return int(C.sriov_vf_settings_get_min_rate_mbps((*C.struct_sriov_vf_settings)(call.self)))
}

// MaxRateMbps is the rate above which the VF cannot send.
//
// Result: in Mb/s; 0 for no limit.
//
// Since 0.1.
func (settings *VFSettings) MaxRateMbps() int {
	call := look(settings.raw())
	defer call.leave()
	return int(C.sriov_vf_settings_get_max_rate_mbps((*C.struct_sriov_vf_settings)(call.self)))
}

// SpoofCheck tells whether frames whose source MAC is not the VF's are dropped.
//
// Result: on, off, or unknown when the driver has no such setting.
//
// Since 0.1.
func (settings *VFSettings) SpoofCheck() Switch {
	call := look(settings.raw())
	defer call.leave()
	return Switch(C.sriov_vf_settings_get_spoof_check((*C.struct_sriov_vf_settings)(call.self)))
}

// Trust tells whether the VF may override its admin MAC and ask for promiscuous mode.
//
// Result: on, off, or unknown when the driver has no such setting.
//
// Since 0.1.
func (settings *VFSettings) Trust() Switch {
	call := look(settings.raw())
	defer call.leave()
	return Switch(C.sriov_vf_settings_get_trust((*C.struct_sriov_vf_settings)(call.self)))
}

// LinkState is what link the VF sees.
//
// Result: the state; drivers without this setting tell auto.
//
// Since 0.1.
func (settings *VFSettings) LinkState() LinkState {
	call := look(settings.raw())
	defer call.leave()
	return LinkState(C.sriov_vf_settings_get_link_state((*C.struct_sriov_vf_settings)(call.self)))
}

// RSSQuery tells whether the VF may read the PF's table and key of receive side scaling (RSS),
// which it may share with the PF.
//
// Result: on, off, or unknown when the driver has no such setting.
//
// Since 0.1.
func (settings *VFSettings) RSSQuery() Switch {
	call := look(settings.raw())
	defer call.leave()
	return Switch(C.sriov_vf_settings_get_rss_query((*C.struct_sriov_vf_settings)(call.self)))
}

// NodeGUID is the GUID of the VF as a node of InfiniBand.
//
// Result: 64 bits, the first byte on the wire the highest; 0 when none is set or the PF is none of
// InfiniBand.
//
// Since 0.1.
func (settings *VFSettings) NodeGUID() uint64 {
	call := look(settings.raw())
	defer call.leave()
	return uint64(C.sriov_vf_settings_get_node_guid((*C.struct_sriov_vf_settings)(call.self)))
}

// PortGUID is the GUID of the VF's port of InfiniBand.
//
// Result: 64 bits, the first byte on the wire the highest; 0 when none is set or the PF is none of
// InfiniBand.
//
// Since 0.1.
func (settings *VFSettings) PortGUID() uint64 {
	call := look(settings.raw())
	defer call.leave()
	return uint64(C.sriov_vf_settings_get_port_guid((*C.struct_sriov_vf_settings)(call.self)))
}
