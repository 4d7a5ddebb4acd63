// SPDX-License-Identifier: LGPL-2.1-or-later

package sriov

import (
	"runtime"
	"sync"
	"unsafe"
)

// A class is what all objects of one type have in common.
type class struct {
	name  string
	unref func(unsafe.Pointer)
}

// A handle owns one reference to an object of the C library. It gives it back once it was closed
// and the last call that uses it has returned, or when nobody knows the handle any more.
type handle struct {
	class  *class
	family *family
	// Held by what reads or changes an object that its user builds up; a snapshot never changes.
	building sync.Mutex

	mutex     sync.Mutex
	pointer   unsafe.Pointer
	users     int // calls under way
	closed    bool
	companion *waiter // closed with it
}

// newHandle takes over one reference.
func newHandle(pointer unsafe.Pointer, class *class, family *family) *handle {
	h := &handle{class: class, family: family, pointer: pointer}
	family.add()
	runtime.SetFinalizer(h, (*handle).close)
	return h
}

// acquire gives the object for one call, which ends with release. It is nil when there is none, or
// none any more; then nothing is to be released.
func (h *handle) acquire() unsafe.Pointer {
	if h == nil {
		return nil
	}
	h.mutex.Lock()
	defer h.mutex.Unlock()
	if h.closed {
		return nil
	}
	h.users++
	return h.pointer
}

// release ends a call. Until here the handle is reachable, so that no finalizer takes the object
// away from under C.
func (h *handle) release() {
	h.mutex.Lock()
	h.users--
	pointer := h.take()
	h.mutex.Unlock()
	h.drop(pointer)
	runtime.KeepAlive(h)
}

// close may be called any number of times, and while calls are under way: they end as they would
// have ended.
func (h *handle) close() error {
	if h == nil {
		return nil
	}
	h.mutex.Lock()
	h.closed = true
	companion := h.companion
	h.companion = nil
	pointer := h.take()
	h.mutex.Unlock()
	h.drop(pointer)
	if companion != nil {
		companion.Close()
	}
	return nil
}

// take gives the object to whoever is the last to need it, once. It wants the mutex held.
func (h *handle) take() unsafe.Pointer {
	if !h.closed || h.users > 0 {
		return nil
	}
	pointer := h.pointer
	h.pointer = nil
	return pointer
}

func (h *handle) drop(pointer unsafe.Pointer) {
	if pointer == nil {
		return
	}
	runtime.SetFinalizer(h, nil)
	h.class.unref(pointer)
	h.family.remove()
}

func (h *handle) isClosed() bool {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	return h.closed
}

// accompany gives the companion, which is made when it is first needed.
func (h *handle) accompany(fd int, newCompanion func(fd int) (*waiter, error)) (*waiter, error) {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	if h.closed {
		return nil, newClosed(h.class)
	}
	if h.companion == nil {
		made, err := newCompanion(fd)
		if err != nil {
			return nil, err
		}
		h.companion = made
	}
	return h.companion, nil
}
