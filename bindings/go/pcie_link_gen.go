// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// PCIeLink is a device's PCIe link as it was when it was read. Immutable.
//
// Speeds are transfers on one lane, in millions a second (MT/s): 2500, 5000, 8000, 16000, 32000 or
//
//   - Widths are numbers of lanes: 1, 2, 4, 8, 12, 16 or 32. Two more values are told apart for
//     each of them: 0 is "no link", which a function has that is part of its chip or of another
//     function (as a VF may be), or whose link is down; -1 is "not known": the device does not
//     answer, for instance because it sleeps in D3cold, or the kernel has no name for what it
//     answers.
type PCIeLink struct{ handle *handle }

var classPCIeLink = class{"PCIeLink", func(pointer unsafe.Pointer) {
	C.sriov_pcie_link_unref((*C.struct_sriov_pcie_link)(pointer))
}}

func newPCIeLink(pointer *C.struct_sriov_pcie_link, family *family) *PCIeLink {
	if pointer == nil {
		return nil
	}
	return &PCIeLink{newHandle(unsafe.Pointer(pointer), &classPCIeLink, family)}
}

func (link *PCIeLink) raw() *handle {
	if link == nil {
		return nil
	}
	return link.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (link *PCIeLink) Close() error {
	return link.raw().close()
}

// CurrentSpeedMTs is the speed that it runs at now.
//
// Result: in MT/s; 0 when there is no link, -1 when it is not known.
//
// Since 0.1.
func (link *PCIeLink) CurrentSpeedMTs() int {
	call := look(link.raw())
	defer call.leave()
	return int(C.sriov_pcie_link_get_current_speed_mts((*C.struct_sriov_pcie_link)(call.self)))
}

// MaximumSpeedMTs is the highest speed that the device can do, in whatever slot.
//
// Result: in MT/s; 0 when there is no link, -1 when it is not known.
//
// Since 0.1.
func (link *PCIeLink) MaximumSpeedMTs() int {
	call := look(link.raw())
	defer call.leave()
	return int(C.sriov_pcie_link_get_maximum_speed_mts((*C.struct_sriov_pcie_link)(call.self)))
}

// CurrentWidth is the lanes that it uses now.
//
// Result: 1 to 32; 0 when there is no link, -1 when it is not known.
//
// Since 0.1.
func (link *PCIeLink) CurrentWidth() int {
	call := look(link.raw())
	defer call.leave()
	return int(C.sriov_pcie_link_get_current_width((*C.struct_sriov_pcie_link)(call.self)))
}

// MaximumWidth is the most lanes that the device can use, in whatever slot.
//
// Result: 1 to 32; 0 when there is no link, -1 when it is not known.
//
// Since 0.1.
func (link *PCIeLink) MaximumWidth() int {
	call := look(link.raw())
	defer call.leave()
	return int(C.sriov_pcie_link_get_maximum_width((*C.struct_sriov_pcie_link)(call.self)))
}
