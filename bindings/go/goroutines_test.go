// SPDX-License-Identifier: LGPL-2.1-or-later

package sriov_test

import (
	"errors"
	"io/fs"
	"runtime"
	"sync"
	"testing"

	"libsriov/sriov"
)

const rounds = 50

// together runs it in many goroutines and waits for all.
func together(run func(number int)) {
	var group sync.WaitGroup
	for i := 0; i < 8; i++ {
		group.Add(1)
		go func(number int) {
			defer group.Done()
			run(number)
		}(i)
	}
	group.Wait()
}

func TestOneContextInManyGoroutines(t *testing.T) {
	host := openHost(t)
	together(func(number int) {
		for i := 0; i < rounds; i++ {
			pf, err := host.OpenPF([]string{"em1", "em2"}[number%2])
			if err != nil {
				t.Error(err)
				return
			}
			vfs, err := pf.ListVFs()
			if err != nil || vfs.Len() != 3 || vfs.At(2).Device().Address() == "" {
				t.Error(vfs, err)
			}
			if number%3 == 0 {
				pf.Close()
				runtime.GC()
			}
		}
	})
}

func TestCloseWhileOthersUseIt(t *testing.T) {
	host := openHost(t)
	for i := 0; i < rounds; i++ {
		pf := must(host.OpenPF("em1"))(t)
		together(func(number int) {
			if number == 3 {
				pf.Close()
			}
			if name := pf.Interface(); name != "em1" && name != "" {
				t.Errorf("interface %q", name)
			}
			vfs, err := pf.ListVFs()
			if err == nil && vfs.Len() != 3 || err != nil && !errors.Is(err, fs.ErrClosed) {
				t.Error(vfs, err)
			}
		})
	}
}

// Devices of two contexts in one list: from then on both are served in turn.
func TestContextsThatMeet(t *testing.T) {
	lists := make([]*sriov.DeviceList, 2)
	devices := make([]*sriov.Device, 2)
	for i, name := range []string{"0000:01:00.0", "0000:02:00.0"} {
		lists[i] = must(sriov.NewDeviceList())(t)
		devices[i] = must(openHost(t).OpenDevice(name))(t)
	}
	together(func(number int) {
		for i := 0; i < rounds; i++ {
			if err := lists[number%2].Add(devices[number/2%2]); err != nil {
				t.Error(err)
			}
			if _, err := lists[number%2].At(0).ListInterfaces(); err != nil {
				t.Error(err)
			}
			lists[number%2].Len()
		}
	})
	equal(t, "devices", lists[0].Len()+lists[1].Len(), 8*rounds)
}

func TestBuildingInManyGoroutines(t *testing.T) {
	bond := must(sriov.NewGuestBond())(t)
	together(func(number int) {
		for i := 0; i < rounds; i++ {
			if err := bond.SetMiimonMS(100 * number); err != nil {
				t.Error(err)
			}
			if _, err := bond.Check(); err != nil {
				t.Error(err)
			}
		}
	})
}
