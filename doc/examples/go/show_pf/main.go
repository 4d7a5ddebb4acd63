// SPDX-License-Identifier: LGPL-2.1-or-later

// Shows a PF with its VFs and what it enforces on each: show_pf em1
package main

import (
	"fmt"
	"os"

	"libsriov/sriov"
)

func either(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

func show(vf *sriov.VF, settings *sriov.VFSettings) {
	if vf.Err() != nil {
		fmt.Println(" ", vf.Err())
		return
	}
	device := vf.Device()
	fmt.Printf("  VF %d  %s  %-8s  group %d  MAC %s  VLAN %d  spoof check %s  trust %s\n",
		vf.Index(), device.Address(), either(device.Driver(), "-"), device.IOMMUGroup(),
		either(settings.MAC(), "not set"), settings.VLANID(), settings.SpoofCheck(),
		settings.Trust())
}

func run(name string) error {
	context, err := sriov.NewContext()
	if err != nil {
		return err
	}
	defer context.Close()
	pf, err := context.OpenPF(name)
	if err != nil {
		return err
	}
	vfs, err := pf.ListVFs()
	if err != nil {
		return err
	}
	settings, err := pf.ListVFSettings()
	if err != nil {
		return err
	}
	fmt.Printf("%s: %d of %d VFs\n", pf.Device().Address(), pf.VFCount(), pf.TotalVFs())
	for i, vf := range vfs.All() {
		show(vf, settings.At(i))
	}
	return nil
}

func main() {
	if err := run(append(os.Args, "")[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
