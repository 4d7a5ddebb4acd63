// SPDX-License-Identifier: LGPL-2.1-or-later

package sriov

// #include <stdlib.h>
import "C"

import (
	"fmt"
	"math"
	"strings"
	"unsafe"
)

// refuse remembers the first argument that is bad.
func (c *call) refuse(err error) {
	if c.bad == nil {
		c.bad = err
	}
}

// hold keeps an object for the call; nil when it is nil or closed.
func (c *call) hold(h *handle) unsafe.Pointer {
	pointer := h.acquire()
	if pointer != nil {
		c.held = append(c.held, h)
	}
	return pointer
}

// object is one that must be there.
func (c *call) object(h *handle, class *class) unsafe.Pointer {
	pointer := c.hold(h)
	switch {
	case h == nil:
		c.refuse(newFailure(ErrInvalid, "the "+class.name+" is nil"))
	case pointer == nil:
		c.refuse(newClosed(class))
	case c.family == nil:
		c.family = h.family
	default:
		join(c.family, h.family)
	}
	return pointer
}

// objectOrNil is one that need not be there; one that is closed is an error all the same.
func (c *call) objectOrNil(h *handle, class *class) unsafe.Pointer {
	if h == nil {
		return nil
	}
	return c.object(h, class)
}

// text is a string of C until the call ends.
func (c *call) text(name, value string) *C.char {
	if strings.IndexByte(value, 0) >= 0 {
		c.refuse(newFailure(ErrInvalid, fmt.Sprintf("%s: %q has a zero byte in it", name, value)))
		return nil
	}
	text := C.CString(value)
	c.cleanups = append(c.cleanups, func() { C.free(unsafe.Pointer(text)) })
	return text
}

// textOrNil is text, and NULL for "".
func (c *call) textOrNil(name, value string) *C.char {
	if value == "" {
		return nil
	}
	return c.text(name, value)
}

// number refuses what the type of C cannot hold. A call that cannot fail is given the greatest
// number instead, which is past the end of whatever there is.
func (c *call) number(name string, value int, least, most int64) int64 {
	if int64(value) >= least && int64(value) <= most {
		return int64(value)
	}
	c.refuse(newFailure(ErrInvalid, fmt.Sprintf("%s: %d is out of range", name, value)))
	return most
}

func (c *call) unsigned(name string, value int) C.uint {
	return C.uint(c.number(name, value, 0, math.MaxUint32))
}

func (c *call) signed(name string, value int) C.int {
	return C.int(c.number(name, value, math.MinInt32, math.MaxInt32))
}

func (c *call) size(name string, value int) C.size_t {
	return C.size_t(c.number(name, value, 0, math.MaxInt64))
}

// lastingCallback is a Go function for C, which may call it as long as the family lives.
func (c *call) lastingCallback(function any) unsafe.Pointer {
	made := newCallback(function)
	c.lasting = append(c.lasting, made)
	return unsafe.Pointer(made.cell)
}

// passingCallback is a Go function for C, which may call it during this call.
func (c *call) passingCallback(function any) unsafe.Pointer {
	made := newCallback(function)
	c.passing = append(c.passing, made)
	return unsafe.Pointer(made.cell)
}
