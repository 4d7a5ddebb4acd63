// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// SharingCause is what makes devices share a group.
type SharingCause int32

// What a SharingCause can be.
const (
	// SharingCauseUnknown: what configuration spaces do not show: a rule of the firmware's or the
	// IOMMU's driver.
	SharingCauseUnknown SharingCause = -1

	// SharingCausePortWithoutACS: a port above them does not keep them apart: it has no ACS, or that is
	// off.
	SharingCausePortWithoutACS SharingCause = 0

	// SharingCauseFunctionsWithoutACS: they are functions of one device that does not keep its
	// functions apart.
	SharingCauseFunctionsWithoutACS SharingCause = 1

	// SharingCauseConventionalBridge: they are behind a bridge to conventional PCI, which speaks for
	// all of them.
	SharingCauseConventionalBridge SharingCause = 2
)

var namesSharingCause = map[SharingCause]string{
	SharingCauseUnknown:             "unknown",
	SharingCausePortWithoutACS:      "port-without-acs",
	SharingCauseFunctionsWithoutACS: "functions-without-acs",
	SharingCauseConventionalBridge:  "conventional-bridge",
}

// String is the name of the value; of one that this version does not know, the number.
func (value SharingCause) String() string {
	return nameOf(value, namesSharingCause)
}

// SharingReason is one reason why devices share an IOMMU group. Immutable.
type SharingReason struct{ handle *handle }

var classSharingReason = class{"SharingReason", func(pointer unsafe.Pointer) {
	C.sriov_sharing_reason_unref((*C.struct_sriov_sharing_reason)(pointer))
}}

func newSharingReason(pointer *C.struct_sriov_sharing_reason, family *family) *SharingReason {
	if pointer == nil {
		return nil
	}
	return &SharingReason{newHandle(unsafe.Pointer(pointer), &classSharingReason, family)}
}

func (reason *SharingReason) raw() *handle {
	if reason == nil {
		return nil
	}
	return reason.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (reason *SharingReason) Close() error {
	return reason.raw().close()
}

// SharingReasonList: reasons in the order of the culprits. addresses. Immutable.
type SharingReasonList struct{ handle *handle }

var classSharingReasonList = class{"SharingReasonList", func(pointer unsafe.Pointer) {
	C.sriov_sharing_reason_list_unref((*C.struct_sriov_sharing_reason_list)(pointer))
}}

func newSharingReasonList(pointer *C.struct_sriov_sharing_reason_list, family *family) *SharingReasonList {
	if pointer == nil {
		return nil
	}
	return &SharingReasonList{newHandle(unsafe.Pointer(pointer), &classSharingReasonList, family)}
}

func (list *SharingReasonList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *SharingReasonList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *SharingReasonList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_sharing_reason_list_get_count((*C.struct_sriov_sharing_reason_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *SharingReasonList) At(position int) *SharingReason {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newSharingReason(C.sriov_sharing_reason_ref(C.sriov_sharing_reason_list_get((*C.struct_sriov_sharing_reason_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *SharingReasonList) All() []*SharingReason {
	all := make([]*SharingReason, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// Cause is what kind of reason it is.
//
// Since 0.1.
func (reason *SharingReason) Cause() SharingCause {
	call := look(reason.raw())
	defer call.leave()
	return SharingCause(C.sriov_sharing_reason_get_cause((*C.struct_sriov_sharing_reason)(call.self)))
}

// Device is the address of the culprit: the port, the bridge, the lowest of the functions.
//
// Result: "" when it is not known.
//
// Since 0.1.
func (reason *SharingReason) Device() string {
	call := look(reason.raw())
	defer call.leave()
	return C.GoString(C.sriov_sharing_reason_get_device((*C.struct_sriov_sharing_reason)(call.self)))
}

// Devices is the members of the group that are together for that reason, the culprit among them.
//
// Result: sorted.
//
// Since 0.1.
func (reason *SharingReason) Devices() []string {
	call := look(reason.raw())
	defer call.leave()
	return copyStringList(C.sriov_sharing_reason_get_devices((*C.struct_sriov_sharing_reason)(call.self)))
}

// Message is all of it in a sentence, with what can be done.
//
// Since 0.1.
func (reason *SharingReason) Message() string {
	call := look(reason.raw())
	defer call.leave()
	return C.GoString(C.sriov_sharing_reason_get_message((*C.struct_sriov_sharing_reason)(call.self)))
}
