// SPDX-License-Identifier: LGPL-2.1-or-later

package sriov

import "sync"

// A family is a context and all objects that come from it. The library lets one thread at a time
// use a context: calls that ask the kernel hold their family's lock, calling.
//
// Objects of two families that meet in one call are one family from then on, for each may hold
// parts of the other.
type family struct {
	number  uint64
	calling sync.Mutex

	// Guarded by kinship.
	joined    *family     // what it has become a part of
	objects   int         // handles that are not closed yet
	callbacks []*callback // live as long as there are objects
}

// kinship guards what families are to each other. It is held for moments only.
var kinship sync.Mutex

var families uint64

func newFamily() *family {
	kinship.Lock()
	defer kinship.Unlock()
	families++
	return &family{number: families}
}

// head is the family that this one is a part of by now. It wants kinship held.
func (f *family) head() *family {
	for f.joined != nil {
		f = f.joined
	}
	return f
}

func (f *family) currentHead() *family {
	kinship.Lock()
	defer kinship.Unlock()
	return f.head()
}

// lock takes the lock of the head and gives the head. While it waited, that may have become a part
// of another.
func (f *family) lock() *family {
	for {
		head := f.currentHead()
		head.calling.Lock()
		if head == f.currentHead() {
			return head
		}
		head.calling.Unlock()
	}
}

// join makes one of two families. It waits until neither has a call under way; the locks are taken
// in the order of the numbers.
func join(a, b *family) {
	for {
		first, second := a.currentHead(), b.currentHead()
		if first == second {
			return
		}
		if first.number > second.number {
			first, second = second, first
		}
		if unite(first, second) {
			return
		}
	}
}

func unite(first, second *family) bool {
	first.calling.Lock()
	defer first.calling.Unlock()
	second.calling.Lock()
	defer second.calling.Unlock()
	kinship.Lock()
	defer kinship.Unlock()
	if first.joined != nil || second.joined != nil {
		return false
	}
	first.objects += second.objects
	first.callbacks = append(first.callbacks, second.callbacks...)
	second.callbacks = nil
	second.joined = first
	return true
}

func (f *family) add() {
	kinship.Lock()
	defer kinship.Unlock()
	f.head().objects++
}

// remove is called when an object is gone; after the last one nothing can call back any more.
func (f *family) remove() {
	kinship.Lock()
	defer kinship.Unlock()
	head := f.head()
	head.objects--
	if head.objects > 0 {
		return
	}
	freeCallbacks(head.callbacks)
	head.callbacks = nil
}

// keep has the callbacks live as long as the family. A family without objects keeps none.
func (f *family) keep(callbacks []*callback) {
	kinship.Lock()
	defer kinship.Unlock()
	head := f.head()
	if head.objects > 0 {
		head.callbacks = append(head.callbacks, callbacks...)
		return
	}
	freeCallbacks(callbacks)
}

// takePanic gives what a callback panicked with during the call that ends now.
func (f *family) takePanic() *any {
	kinship.Lock()
	defer kinship.Unlock()
	return takePanic(f.head().callbacks)
}
