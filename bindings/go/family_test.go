// SPDX-License-Identifier: LGPL-2.1-or-later

package sriov

import (
	"os"
	"runtime"
	"testing"
	"time"
)

func newTestHost(t *testing.T, options ...ContextOption) *Context {
	t.Helper()
	folder := os.Getenv("SRIOV_TEST_HOST")
	if folder == "" {
		t.Skip("SRIOV_TEST_HOST is not set")
	}
	host, err := NewContext(append(options, ContextSysfs(folder+"/sys"))...)
	if err != nil {
		t.Fatal(err)
	}
	return host
}

func (f *family) count() int {
	kinship.Lock()
	defer kinship.Unlock()
	return f.head().objects
}

// becomes waits until the garbage collector has left so many objects.
func becomes(t *testing.T, f *family, wanted int) {
	t.Helper()
	for i := 0; i < 1000 && f.count() != wanted; i++ {
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	if f.count() != wanted {
		t.Errorf("%d objects, not %d", f.count(), wanted)
	}
}

func TestGarbageIsCollected(t *testing.T) {
	host := newTestHost(t)
	kin := host.handle.family
	for i := 0; i < 100; i++ {
		pfs, err := host.ListPFs()
		if err != nil {
			t.Fatal(err)
		}
		for _, pf := range pfs.All() {
			pf.Device()
		}
	}
	becomes(t, kin, 1)
	runtime.KeepAlive(host)
	host.Close()
	becomes(t, kin, 0)
}

func TestCallbackLivesAsLongAsAnyObject(t *testing.T) {
	lines := 0
	host := newTestHost(t, ContextLog(LogLevelInfo, func(LogLevel, string) { lines++ }))
	kin := host.handle.family
	pf, err := host.OpenPF("0000:02:00.0")
	if err != nil {
		t.Fatal(err)
	}
	host.Close()
	if err := pf.SetAutoprobe(true); err != nil || lines != 1 {
		t.Errorf("%d lines, %v", lines, err)
	}
	if len(kin.callbacks) != 1 {
		t.Errorf("%d callbacks", len(kin.callbacks))
	}
	pf.Close()
	if len(kin.callbacks) != 0 || kin.count() != 0 {
		t.Errorf("%d callbacks, %d objects", len(kin.callbacks), kin.count())
	}
}

func TestJoinedFamilies(t *testing.T) {
	a, b, c := newFamily(), newFamily(), newFamily()
	for _, each := range []*family{a, b, c} {
		each.add()
	}
	join(c, b)
	join(b, a)
	join(c, a)
	if a.currentHead() != a || c.currentHead() != a || b.count() != 3 {
		t.Errorf("%d objects", b.count())
	}
	held := c.lock()
	if held != a || a.calling.TryLock() {
		t.Error("the lock of one is not that of all")
	}
	held.calling.Unlock()
}
