// SPDX-License-Identifier: LGPL-2.1-or-later

// Lists the network cards of the host: address, ids, driver, IOMMU group, name.
package main

import (
	"fmt"
	"os"

	"libsriov/sriov"
)

func show(device *sriov.Device) error {
	if device.Err() != nil {
		fmt.Println(device.Err())
		return nil
	}
	driver := device.Driver()
	if driver == "" {
		driver = "-"
	}
	name, err := device.ReadName()
	if err != nil {
		return err
	}
	fmt.Printf("%s  %04x:%04x  %-10s group %3d  %s\n", device.Address(), device.VendorID(),
		device.DeviceID(), driver, device.IOMMUGroup(), name)
	return nil
}

func run() error {
	context, err := sriov.NewContext()
	if err != nil {
		return err
	}
	defer context.Close()
	// Base class 02 is a network controller.
	devices, err := context.ListDevices(sriov.DeviceFilterClass(0x020000, 0xff0000))
	if err != nil {
		return err
	}
	for _, device := range devices.All() {
		if err := show(device); err != nil {
			return err
		}
	}
	return nil
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
