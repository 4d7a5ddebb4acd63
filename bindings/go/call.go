// SPDX-License-Identifier: LGPL-2.1-or-later

package sriov

// #include <stdlib.h>
// #include <sriov/sriov.h>
import "C"

import "unsafe"

// A call is one call of the library, from its arguments to its results. What it is given lives at
// least until leave.
type call struct {
	// The object that it is a method of; nil when that is closed.
	self unsafe.Pointer
	// What the results belong to.
	family *family
	// What the library says.
	code    C.enum_sriov_code
	failure *C.struct_sriov_error

	held     []*handle
	lasting  []*callback
	passing  []*callback
	cleanups []func()
	building *handle // locked
	calling  *family // locked
	bad      error   // why an argument cannot be given to the library
}

// look begins a call that cannot fail: it reads what is there and needs no lock. Of an object that
// is closed it reads what the library says of NULL.
func look(h *handle) *call {
	c := &call{}
	if c.self = c.hold(h); c.self != nil {
		c.family = h.family
	}
	return c
}

// enter begins a call that can fail, of an object.
func enter(h *handle, class *class) *call {
	c := &call{}
	c.self = c.object(h, class)
	return c
}

// lookAlone begins a call that cannot fail, of no object.
func lookAlone() *call {
	return &call{}
}

// enterAlone begins a call that can fail, of no object.
func enterAlone() *call {
	return &call{}
}

// build keeps others away from an object that its user builds up.
func (c *call) build() *call {
	if c.self != nil {
		c.building = c.held[0]
		c.building.building.Lock()
	}
	return c
}

// failed tells whether something is wrong already.
func (c *call) failed() bool {
	return c.bad != nil || c.code != 0
}

// ready tells whether all arguments are good; then it has taken the lock, and the library may be
// called.
func (c *call) ready() bool {
	if c.failed() {
		return false
	}
	if c.family == nil {
		c.family = newFamily()
	}
	for _, each := range append(c.passing, c.lasting...) {
		each.family = c.family
	}
	c.calling = c.family.lock()
	return true
}

// leave ends the call, however it went. What a callback panicked with goes on here.
func (c *call) leave() {
	if c.calling != nil {
		c.calling.calling.Unlock()
	}
	if c.building != nil {
		c.building.building.Unlock()
	}
	C.sriov_error_unref(c.failure)
	for _, cleanup := range c.cleanups {
		cleanup()
	}
	panicked := c.endCallbacks()
	for _, each := range c.held {
		each.release()
	}
	if panicked != nil {
		panic(*panicked)
	}
}

// endCallbacks lets go of functions that are needed no more, and gives what one panicked with.
func (c *call) endCallbacks() *any {
	panicked := takePanic(c.passing)
	freeCallbacks(c.passing)
	if c.calling == nil {
		freeCallbacks(c.lasting)
		return panicked
	}
	c.family.keep(c.lasting)
	if panicked == nil {
		panicked = c.family.takePanic()
	}
	return panicked
}

// err is what the call came to. A result that a failed call gave all the same is in it, too.
func (c *call) err(result any) error {
	if c.bad != nil {
		return c.bad
	}
	if c.code == 0 {
		return nil
	}
	made := newError(c.failure)
	if c.failure == nil {
		made = newFailure(Code(c.code), Code(c.code).String())
	}
	made.Result = result
	return made
}

// given is a result as err wants it: nil when there is none.
func given[T any](result *T) any {
	if result == nil {
		return nil
	}
	return result
}
