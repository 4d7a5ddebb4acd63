// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// Unfinished is one read or write of a file, one question or change by netlink, or the loading of a
// module, that was not over in time: a call gave [ErrTimeout] because of it. Immutable.
//
// It is done by a process of the library's own, which the kernel keeps until it is over, killed or
// not.
type Unfinished struct{ handle *handle }

var classUnfinished = class{"Unfinished", func(pointer unsafe.Pointer) {
	C.sriov_unfinished_unref((*C.struct_sriov_unfinished)(pointer))
}}

func newUnfinished(pointer *C.struct_sriov_unfinished, family *family) *Unfinished {
	if pointer == nil {
		return nil
	}
	return &Unfinished{newHandle(unsafe.Pointer(pointer), &classUnfinished, family)}
}

func (unfinished *Unfinished) raw() *handle {
	if unfinished == nil {
		return nil
	}
	return unfinished.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (unfinished *Unfinished) Close() error {
	return unfinished.raw().close()
}

// UnfinishedList is those of one context, the one that was begun first at the front.
type UnfinishedList struct{ handle *handle }

var classUnfinishedList = class{"UnfinishedList", func(pointer unsafe.Pointer) {
	C.sriov_unfinished_list_unref((*C.struct_sriov_unfinished_list)(pointer))
}}

func newUnfinishedList(pointer *C.struct_sriov_unfinished_list, family *family) *UnfinishedList {
	if pointer == nil {
		return nil
	}
	return &UnfinishedList{newHandle(unsafe.Pointer(pointer), &classUnfinishedList, family)}
}

func (list *UnfinishedList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *UnfinishedList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *UnfinishedList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_unfinished_list_get_count((*C.struct_sriov_unfinished_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *UnfinishedList) At(position int) *Unfinished {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newUnfinished(C.sriov_unfinished_ref(C.sriov_unfinished_list_get((*C.struct_sriov_unfinished_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *UnfinishedList) All() []*Unfinished {
	all := make([]*Unfinished, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// ListUnfinisheds tells what of this context was not over in time: what is under way still, and
// what is over by now with its outcome.
//
// It never waits. What is over is told once and then forgotten.
//
//   - list: mostly empty.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory. Nothing was forgotten.
//
// Since 0.2.
func (context *Context) ListUnfinisheds() (list *UnfinishedList, err error) {
	call := enter(context.raw(), &classContext)
	defer call.leave()
	var cList *C.struct_sriov_unfinished_list
	if call.ready() {
		call.code = C.sriov_unfinished_list((*C.struct_sriov_context)(call.self), &cList, &call.failure)
	}
	list = newUnfinishedList(cList, call.family)
	return list, call.err(given(list))
}

// Path is the file that is read or written, or that of the module that is loaded.
//
// Result: "" when it goes by netlink, and for "".
//
// Since 0.2.
func (unfinished *Unfinished) Path() string {
	call := look(unfinished.raw())
	defer call.leave()
	return C.GoString(C.sriov_unfinished_get_path((*C.struct_sriov_unfinished)(call.self)))
}

// Text is what is written to it: "0"; of a change by netlink, in words, what is changed: "VF 3:
// turn its trust on", or "28 settings of VFs 0 to 6"; of a module that is loaded, its name:
// "igbvf".
//
// Result: without; "" for a read or a question, and for "".
//
// Since 0.2.
func (unfinished *Unfinished) Text() string {
	call := look(unfinished.raw())
	defer call.leave()
	return C.GoString(C.sriov_unfinished_get_text((*C.struct_sriov_unfinished)(call.self)))
}

// Device is the PCI address of the device it is about: "0000:01:00.0".
//
// Result: "" when it is about no device, and for "".
//
// Since 0.2.
func (unfinished *Unfinished) Device() string {
	call := look(unfinished.raw())
	defer call.leave()
	return C.GoString(C.sriov_unfinished_get_device((*C.struct_sriov_unfinished)(call.self)))
}

// DurationMS tells how long it was under way when the list was made; of one that is over, until
// that was seen.
//
// Result: in milliseconds; 0 for nil.
//
// Since 0.2.
func (unfinished *Unfinished) DurationMS() uint64 {
	call := look(unfinished.raw())
	defer call.leave()
	return uint64(C.sriov_unfinished_get_duration_ms((*C.struct_sriov_unfinished)(call.self)))
}

// PID is the process that does it.
//
// Result: its number, which means nothing any more when it is over; 0 for nil.
//
// Since 0.2.
func (unfinished *Unfinished) PID() int {
	call := look(unfinished.raw())
	defer call.leave()
	return int(C.sriov_unfinished_get_pid((*C.struct_sriov_unfinished)(call.self)))
}

// IsOver tells whether it is over.
//
// Result: false while it is under way, and for nil.
//
// Since 0.2.
func (unfinished *Unfinished) IsOver() bool {
	call := look(unfinished.raw())
	defer call.leave()
	return bool(C.sriov_unfinished_is_over((*C.struct_sriov_unfinished)(call.self)))
}

// Err tells why it failed.
//
// Result: nil when it succeeded, while it is under way, and for nil.
//
// Since 0.2.
func (unfinished *Unfinished) Err() error {
	call := look(unfinished.raw())
	defer call.leave()
	return borrowedError(C.sriov_unfinished_get_error((*C.struct_sriov_unfinished)(call.self)))
}
