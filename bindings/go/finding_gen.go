// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// FindingCode is what was found. Values never change; later versions add new ones at the end.
type FindingCode int32

// What a FindingCode can be.
const (
	// FindingCodeNone: none.
	FindingCodeNone FindingCode = 0

	// FindingCodeMACChangeRefused: The PF will refuse the VF another MAC: it has an admin MAC and no
	// trust.
	FindingCodeMACChangeRefused FindingCode = 1

	// FindingCodeSpoofCheckDrops: The PF will drop frames whose source MAC is not the VF's: its spoof
	// check is on.
	FindingCodeSpoofCheckDrops FindingCode = 2

	// FindingCodeLACPOverVF: LACP over VFs: the partner talks to the PF.
	FindingCodeLACPOverVF FindingCode = 3

	// FindingCodeNoLinkMonitoring: a lost link is not seen, by anybody or on one VF: a failover will
	// not come.
	FindingCodeNoLinkMonitoring FindingCode = 4

	// FindingCodeSameMAC: Two VFs have the same MAC, and the bond's mode needs one for each.
	FindingCodeSameMAC FindingCode = 5
)

var namesFindingCode = map[FindingCode]string{
	FindingCodeNone:             "none",
	FindingCodeMACChangeRefused: "mac-change-refused",
	FindingCodeSpoofCheckDrops:  "spoof-check-drops",
	FindingCodeLACPOverVF:       "lacp-over-vf",
	FindingCodeNoLinkMonitoring: "no-link-monitoring",
	FindingCodeSameMAC:          "same-mac",
}

// String is the name of the value; of one that this version does not know, the number.
func (value FindingCode) String() string {
	return nameOf(value, namesFindingCode)
}

// Severity tells how bad it is.
type Severity int32

// What a Severity can be.
const (
	// SeverityNote: worth knowing.
	SeverityNote Severity = 0

	// SeverityWarning: it may bite, depending on what cannot be seen from here.
	SeverityWarning Severity = 1

	// SeverityError: it will not work.
	SeverityError Severity = 2
)

var namesSeverity = map[Severity]string{
	SeverityNote:    "note",
	SeverityWarning: "warning",
	SeverityError:   "error",
}

// String is the name of the value; of one that this version does not know, the number.
func (value Severity) String() string {
	return nameOf(value, namesSeverity)
}

// Finding is one thing that will go wrong. Immutable.
type Finding struct{ handle *handle }

var classFinding = class{"Finding", func(pointer unsafe.Pointer) {
	C.sriov_finding_unref((*C.struct_sriov_finding)(pointer))
}}

func newFinding(pointer *C.struct_sriov_finding, family *family) *Finding {
	if pointer == nil {
		return nil
	}
	return &Finding{newHandle(unsafe.Pointer(pointer), &classFinding, family)}
}

func (finding *Finding) raw() *handle {
	if finding == nil {
		return nil
	}
	return finding.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (finding *Finding) Close() error {
	return finding.raw().close()
}

// FindingList: findings, the worst first; empty when nothing is wrong. Immutable.
type FindingList struct{ handle *handle }

var classFindingList = class{"FindingList", func(pointer unsafe.Pointer) {
	C.sriov_finding_list_unref((*C.struct_sriov_finding_list)(pointer))
}}

func newFindingList(pointer *C.struct_sriov_finding_list, family *family) *FindingList {
	if pointer == nil {
		return nil
	}
	return &FindingList{newHandle(unsafe.Pointer(pointer), &classFindingList, family)}
}

func (list *FindingList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *FindingList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *FindingList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_finding_list_get_count((*C.struct_sriov_finding_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *FindingList) At(position int) *Finding {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newFinding(C.sriov_finding_ref(C.sriov_finding_list_get((*C.struct_sriov_finding_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *FindingList) All() []*Finding {
	all := make([]*Finding, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// Code is what was found.
//
// Since 0.1.
func (finding *Finding) Code() FindingCode {
	call := look(finding.raw())
	defer call.leave()
	return FindingCode(C.sriov_finding_get_code((*C.struct_sriov_finding)(call.self)))
}

// CodeName is the name of the code, for programs: "mac-change-refused".
//
// Since 0.1.
func (finding *Finding) CodeName() string {
	call := look(finding.raw())
	defer call.leave()
	return C.GoString(C.sriov_finding_get_code_name((*C.struct_sriov_finding)(call.self)))
}

// Severity tells how bad it is.
//
// Since 0.1.
func (finding *Finding) Severity() Severity {
	call := look(finding.raw())
	defer call.leave()
	return Severity(C.sriov_finding_get_severity((*C.struct_sriov_finding)(call.self)))
}

// Device is the address of the VF that it is about.
//
// Result: "" when it is about none in particular.
//
// Since 0.1.
func (finding *Finding) Device() string {
	call := look(finding.raw())
	defer call.leave()
	return C.GoString(C.sriov_finding_get_device((*C.struct_sriov_finding)(call.self)))
}

// Message is what will happen and why, for a person.
//
// Since 0.1.
func (finding *Finding) Message() string {
	call := look(finding.raw())
	defer call.leave()
	return C.GoString(C.sriov_finding_get_message((*C.struct_sriov_finding)(call.self)))
}

// Evidence is what it was told by: "admin MAC 52:54:00:00:00:01, trust off, spoof check on".
//
// Since 0.1.
func (finding *Finding) Evidence() string {
	call := look(finding.raw())
	defer call.leave()
	return C.GoString(C.sriov_finding_get_evidence((*C.struct_sriov_finding)(call.self)))
}

// RemedyCount tells how many ways out there are.
//
// Since 0.1.
func (finding *Finding) RemedyCount() int {
	call := look(finding.raw())
	defer call.leave()
	return int(C.sriov_finding_get_remedy_count((*C.struct_sriov_finding)(call.self)))
}

// Remedy is a way out, in words.
//
//   - position: from 0; the first gives up the least.
//
// Result: "" past the end.
//
// Since 0.1.
func (finding *Finding) Remedy(position int) string {
	call := look(finding.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return C.GoString(C.sriov_finding_get_remedy((*C.struct_sriov_finding)(call.self), cPosition))
}

// RemedyCommand is the command that a person would type for it.
//
//   - position: from 0, as in [Finding.Remedy].
//
// Result: "" past the end, or when it is no command.
//
// Since 0.1.
func (finding *Finding) RemedyCommand(position int) string {
	call := look(finding.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return C.GoString(C.sriov_finding_get_remedy_command((*C.struct_sriov_finding)(call.self), cPosition))
}
