// SPDX-License-Identifier: LGPL-2.1-or-later

package sriov_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"libsriov/sriov"
)

func TestEnumNames(t *testing.T) {
	equal(t, "value", sriov.BondModeActiveBackup.String(), "active-backup")
	equal(t, "value with a name of the library", sriov.ErrNotFound.String(), "not-found")
	equal(t, "unknown", sriov.BondModeUnknown.String(), "unknown")
	equal(t, "value of a later version", sriov.BondMode(99).String(), "99")
	equal(t, "code of a later version", sriov.Code(99).String(), "99")
	equal(t, "negative", sriov.PowerState(-7).String(), "-7")
}

func TestLists(t *testing.T) {
	list := must(openHost(t).ListPFs())(t)
	var names []string
	for _, pf := range list.All() {
		names = append(names, pf.Device().Address())
	}
	wanted := []string{"0000:01:00.0", "0000:02:00.0", "0000:03:00.0"}
	if !reflect.DeepEqual(names, wanted) {
		t.Errorf("%v, not %v", names, wanted)
	}
	equal(t, "length", list.Len(), 3)
}

func TestListsOfStrings(t *testing.T) {
	bond := must(openHost(t).OpenBond("bond0"))(t)
	if members := bond.Members(); !reflect.DeepEqual(members, []string{"em1", "em2"}) {
		t.Errorf("members %v", members)
	}
	device := must(openHost(t).OpenDevice("0000:01:00.0"))(t)
	interfaces := must(device.ListInterfaces())(t)
	if !reflect.DeepEqual(interfaces, []string{"em1"}) {
		t.Errorf("interfaces %v", interfaces)
	}
}

func TestTextsThatAreGiven(t *testing.T) {
	host := openHost(t)
	equal(t, "address", must(host.FindPF("em2"))(t), "0000:02:00.0")
	xml := must(must(host.OpenVF("0000:01:10.2"))(t).FormatLibvirtHostdev(true))(t)
	if !strings.Contains(xml, "<hostdev") {
		t.Errorf("%q", xml)
	}
	xml = must(sriov.FormatLibvirtInterface("pool", "52:54:00:00:00:01"))(t)
	if !strings.Contains(xml, "52:54:00:00:00:01") {
		t.Errorf("%q", xml)
	}
	if strings.Count(sriov.Version(), ".") != 2 {
		t.Errorf("version %q", sriov.Version())
	}
}

func TestNumbers(t *testing.T) {
	pf := openPF(t, "em1")
	equal(t, "vendor", pf.Device().VendorID(), 0x8086)
	equal(t, "VFs", pf.VFCount(), 3)
	equal(t, "most", pf.TotalVFs(), 7)
	equal(t, "group", pf.Device().IOMMUGroup(), 10)
}

// What is not given is not set; what is given is, though it be zero.
func TestOptions(t *testing.T) {
	host := openHost(t)
	count := func(options ...sriov.DeviceFilterOption) int {
		return must(host.ListDevices(options...))(t).Len()
	}
	all := count()
	equal(t, "any function", count(sriov.DeviceFilterFunction(sriov.FunctionAny)), all)
	equal(t, "empty option", count(sriov.DeviceFilterOption{}), all)
	equal(t, "VFs", count(sriov.DeviceFilterFunction(sriov.FunctionVF)), 6)
	equal(t, "PFs on igb",
		count(sriov.DeviceFilterDriver("igb"), sriov.DeviceFilterFunction(sriov.FunctionPF)), 2)
	if without := count(sriov.DeviceFilterDriver("")); without >= all || without < 5 {
		t.Errorf("%d of %d devices without a driver", without, all)
	}
	equal(t, "vendor 0, the broken one", count(sriov.DeviceFilterVendorID(0)), 1)
	_, err := sriov.NewContext(sriov.ContextSysfs("relative"), sriov.ContextProcfs("/proc"))
	if !errors.Is(err, sriov.ErrInvalid) {
		t.Errorf("%v", err)
	}
}
