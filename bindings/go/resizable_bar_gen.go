// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// ResizableBAR is a BAR whose size can be chosen. Immutable.
type ResizableBAR struct{ handle *handle }

var classResizableBAR = class{"ResizableBAR", func(pointer unsafe.Pointer) {
	C.sriov_resizable_bar_unref((*C.struct_sriov_resizable_bar)(pointer))
}}

func newResizableBAR(pointer *C.struct_sriov_resizable_bar, family *family) *ResizableBAR {
	if pointer == nil {
		return nil
	}
	return &ResizableBAR{newHandle(unsafe.Pointer(pointer), &classResizableBAR, family)}
}

func (bar *ResizableBAR) raw() *handle {
	if bar == nil {
		return nil
	}
	return bar.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (bar *ResizableBAR) Close() error {
	return bar.raw().close()
}

// ResizableBARList: Resizable BARs in the order of the device's registers. Immutable.
type ResizableBARList struct{ handle *handle }

var classResizableBARList = class{"ResizableBARList", func(pointer unsafe.Pointer) {
	C.sriov_resizable_bar_list_unref((*C.struct_sriov_resizable_bar_list)(pointer))
}}

func newResizableBARList(pointer *C.struct_sriov_resizable_bar_list, family *family) *ResizableBARList {
	if pointer == nil {
		return nil
	}
	return &ResizableBARList{newHandle(unsafe.Pointer(pointer), &classResizableBARList, family)}
}

func (list *ResizableBARList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *ResizableBARList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *ResizableBARList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_resizable_bar_list_get_count((*C.struct_sriov_resizable_bar_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *ResizableBARList) At(position int) *ResizableBAR {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newResizableBAR(C.sriov_resizable_bar_ref(C.sriov_resizable_bar_list_get((*C.struct_sriov_resizable_bar_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *ResizableBARList) All() []*ResizableBAR {
	all := make([]*ResizableBAR, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// Index tells Which BAR it is.
//
// Result: 0 to 5; 6 and 7 stand for nothing.
//
// Since 0.1.
func (bar *ResizableBAR) Index() int {
	call := look(bar.raw())
	defer call.leave()
	return int(C.sriov_resizable_bar_get_index((*C.struct_sriov_resizable_bar)(call.self)))
}

// SizeBytes is the size that is set; for the BAR of VFs, that of one VF.
//
// Result: in bytes; 0 when the register holds no size.
//
// Since 0.1.
func (bar *ResizableBAR) SizeBytes() uint64 {
	call := look(bar.raw())
	defer call.leave()
	return uint64(C.sriov_resizable_bar_get_size_bytes((*C.struct_sriov_resizable_bar)(call.self)))
}

// PossibleSizeCount tells how many sizes it can have.
//
// Since 0.1.
func (bar *ResizableBAR) PossibleSizeCount() int {
	call := look(bar.raw())
	defer call.leave()
	return int(C.sriov_resizable_bar_get_possible_size_count((*C.struct_sriov_resizable_bar)(call.self)))
}

// PossibleSizeBytes is one of the sizes, the smallest first.
//
//   - position: from 0, below [ResizableBAR.PossibleSizeCount].
//
// Result: in bytes, 1 MiB or more; 0 past the end.
//
// Since 0.1.
func (bar *ResizableBAR) PossibleSizeBytes(position int) uint64 {
	call := look(bar.raw())
	defer call.leave()
	cPosition := call.unsigned("position", position)
	return uint64(C.sriov_resizable_bar_get_possible_size_bytes((*C.struct_sriov_resizable_bar)(call.self), cPosition))
}
