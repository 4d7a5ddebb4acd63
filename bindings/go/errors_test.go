// SPDX-License-Identifier: LGPL-2.1-or-later

package sriov_test

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"libsriov/sriov"
)

func TestErrorIsCodeErrnoAndFS(t *testing.T) {
	_, err := sriov.NewContext(sriov.ContextSysfs("/nowhere"))
	wrapped := fmt.Errorf("cannot begin: %w", err)
	for _, target := range []error{sriov.ErrNotFound, syscall.ENOENT, fs.ErrNotExist} {
		if !errors.Is(wrapped, target) {
			t.Errorf("%v is not %v", wrapped, target)
		}
	}
	for _, target := range []error{sriov.ErrBusy, syscall.EBUSY, fs.ErrPermission, fs.ErrClosed} {
		if errors.Is(wrapped, target) {
			t.Errorf("%v is %v", wrapped, target)
		}
	}
}

func TestErrorHasDetails(t *testing.T) {
	_, err := sriov.NewContext(sriov.ContextSysfs("/nowhere"))
	var failure *sriov.Error
	if !errors.As(err, &failure) {
		t.Fatalf("%T is no *sriov.Error", err)
	}
	equal(t, "code", failure.Code, sriov.ErrNotFound)
	equal(t, "errno", failure.Errno, syscall.ENOENT)
	equal(t, "operation", failure.Operation, "open")
	equal(t, "path", failure.Path, "/nowhere")
	equal(t, "attribute", failure.Attribute, "")
	equal(t, "device", failure.Device, "")
	equal(t, "VF", failure.VFIndex, -1)
	equal(t, "causes", len(failure.Causes), 0)
	equal(t, "no result", failure.Result == nil, true)
	equal(t, "text", err.Error(), failure.Message)
}

func TestErrorNamesDevice(t *testing.T) {
	err := openPF(t, "em1").SetVFCount(8)
	var failure *sriov.Error
	if !errors.As(err, &failure) || failure.Code != sriov.ErrTooManyVFs {
		t.Fatal(err)
	}
	equal(t, "device", failure.Device, "0000:01:00.0")
	equal(t, "errno", failure.Errno, syscall.Errno(0))
	equal(t, "nothing behind it", errors.Unwrap(failure) == nil, true)
}

func TestErrorHasCauses(t *testing.T) {
	err := openPF(t, "em1").SetVFCount(2)
	var failure *sriov.Error
	if !errors.As(err, &failure) || failure.Code != sriov.ErrWouldDestroy {
		t.Fatal(err)
	}
	equal(t, "causes", len(failure.Causes), 3)
	for index, cause := range failure.Causes {
		equal(t, "VF", cause.VFIndex, index)
	}
}

func TestErrorOfManyHasCauses(t *testing.T) {
	host := openHost(t)
	list := must(sriov.NewDeviceList())(t)
	for _, address := range []string{"0000:02:10.0", "0000:00:1f.2"} {
		if err := list.Add(must(host.OpenDevice(address))(t)); err != nil {
			t.Fatal(err)
		}
	}
	bound, err := list.BindVFIOMany()
	var failure *sriov.Error
	if !errors.As(err, &failure) || bound != nil {
		t.Fatalf("%v, %v", bound, err)
	}
	equal(t, "causes", len(failure.Causes), 2)
	equal(t, "device", failure.Causes[1].Device, "0000:00:1f.2")
}

func TestErrorOfDeviceInList(t *testing.T) {
	devices := must(openHost(t).ListDevices())(t)
	broken := 0
	for _, device := range devices.All() {
		if err := device.Err(); err != nil {
			broken++
			equal(t, "address", device.Address(), "0000:04:00.0")
			equal(t, "code", err.(*sriov.Error).Code != 0, true)
		}
	}
	equal(t, "broken devices", broken, 1)
}

func TestArgumentsThatCCannotHold(t *testing.T) {
	host := openHost(t)
	pf := must(host.OpenPF("em1"))(t)
	_, zero := host.OpenPF("em1\x00")
	_, none := sriov.NewVFChanges(nil)
	for _, err := range []error{pf.SetVFCount(-1), pf.SetVFCount(1 << 40), zero, none} {
		if !errors.Is(err, sriov.ErrInvalid) || !errors.Is(err, fs.ErrInvalid) {
			t.Errorf("%v", err)
		}
	}
	for _, name := range []string{"count", "name"} {
		text := pf.SetVFCount(-1).Error() + zero.Error()
		if !strings.Contains(text, name) {
			t.Errorf("%q does not name %s", text, name)
		}
	}
	all := must(host.ReadHost())(t)
	equal(t, "PF of a name that cannot be", all.PF("em1\x00"), nil)
}

func TestPositionsPastTheEnd(t *testing.T) {
	list := must(openPF(t, "em1").ListVFs())(t)
	for _, position := range []int{-1, 3, 1 << 32, -1 << 63} {
		equal(t, "VF", list.At(position), nil)
	}
	equal(t, "last index", list.At(2).Index(), 2)
}
