// SPDX-License-Identifier: LGPL-2.1-or-later

package sriov

// #include <stdint.h>
// #include <stdlib.h>
import "C"

import (
	"runtime/cgo"
	"sync/atomic"
	"unsafe"
)

// A callback is a Go function that the library calls. C is given the address of a cell that holds
// the number by which Go finds it: C never sees a pointer of Go's.
type callback struct {
	function any
	family   *family // what the objects belong to that it is given
	panicked atomic.Pointer[any]
	cell     *C.uintptr_t
}

func newCallback(function any) *callback {
	c := &callback{function: function}
	c.cell = (*C.uintptr_t)(C.malloc(C.size_t(unsafe.Sizeof(*c.cell))))
	*c.cell = C.uintptr_t(cgo.NewHandle(c))
	return c
}

func (c *callback) free() {
	cgo.Handle(*c.cell).Delete()
	C.free(unsafe.Pointer(c.cell))
}

// called runs what C asked for. A panic may not run through the frames of C: it is kept until the
// call of the library has returned, and goes on there.
func called(userData unsafe.Pointer, run func(call *callback)) {
	c := cgo.Handle(*(*C.uintptr_t)(userData)).Value().(*callback)
	defer func() {
		if value := recover(); value != nil {
			c.panicked.CompareAndSwap(nil, &value)
		}
	}()
	run(c)
}

// asked runs what answers whether C is to end what it is at. A panic has it ended, too.
func asked(userData unsafe.Pointer, run func(call *callback) bool) bool {
	ends := true
	called(userData, func(call *callback) {
		ends = run(call)
	})
	return ends
}

func freeCallbacks(callbacks []*callback) {
	for _, each := range callbacks {
		each.free()
	}
}

// takePanic gives what one of them panicked with, once.
func takePanic(callbacks []*callback) *any {
	for _, each := range callbacks {
		if value := each.panicked.Swap(nil); value != nil {
			return value
		}
	}
	return nil
}
