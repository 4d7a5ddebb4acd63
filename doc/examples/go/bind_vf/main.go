// SPDX-License-Identifier: LGPL-2.1-or-later

// Binds a VF to vfio-pci until Enter is pressed, then puts its driver back: bind_vf em1 0
package main

import (
	"fmt"
	"os"
	"strconv"

	"libsriov/sriov"
)

func loadVFIO(context *sriov.Context) error {
	module, err := context.OpenModule("vfio-pci")
	if err != nil {
		return err
	}
	return module.Load()
}

func run(name string, index int) error {
	context, err := sriov.NewContext()
	if err != nil {
		return err
	}
	defer context.Close()
	if err := loadVFIO(context); err != nil {
		return err
	}
	pf, err := context.OpenPF(name)
	if err != nil {
		return err
	}
	vf, err := pf.OpenVF(index)
	if err != nil {
		return err
	}
	vfio, err := vf.Device().BindVFIO("")
	if err != nil {
		return err
	}
	device := vfio.Device()
	fmt.Printf("%s is on vfio-pci, group /dev/vfio/%d. Enter gives it back.\n", device.Address(),
		device.IOMMUGroup())
	fmt.Scanln()
	return vfio.Unbind()
}

func fail(what any) {
	fmt.Fprintln(os.Stderr, what)
	os.Exit(1)
}

func main() {
	if len(os.Args) != 3 {
		fail("usage: bind_vf PF INDEX")
	}
	index, err := strconv.ParseUint(os.Args[2], 10, 32)
	if err != nil {
		fail("usage: bind_vf PF INDEX")
	}
	if err := run(os.Args[1], int(index)); err != nil {
		fail(err)
	}
}
