// SPDX-License-Identifier: LGPL-2.1-or-later

// Shows what a PCI device is, what it is connected to and what is on it: show_device em1
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"libsriov/sriov"
)

func link(device *sriov.Device) (string, error) {
	link, err := device.ReadPCIeLink()
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%d MT/s x%d, at most %d MT/s x%d", link.CurrentSpeedMTs(),
		link.CurrentWidth(), link.MaximumSpeedMTs(), link.MaximumWidth()), nil
}

func words(words []string, err error) (string, error) {
	if err == nil && len(words) == 0 {
		return "none", nil
	}
	return strings.Join(words, " "), err
}

func resets(device *sriov.Device) (string, error) {
	return words(device.ListResetMethods())
}

func vfio(device *sriov.Device) (string, error) {
	return words(device.ListVFIOModules())
}

func bars(device *sriov.Device) (string, error) {
	bars, err := device.ListBARs()
	if err != nil {
		return "", err
	}
	lines := []string{fmt.Sprint(bars.Len())}
	for _, bar := range bars.All() {
		line := fmt.Sprintf("%s %d at 0x%x, %d bytes", bar.Role(), bar.Index(), bar.Address(),
			bar.SizeBytes())
		if bar.VFSizeBytes() > 0 {
			line += fmt.Sprintf(", %d for each VF", bar.VFSizeBytes())
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n  "), nil
}

func vpd(device *sriov.Device) (string, error) {
	vpd, err := device.ReadVPD()
	if err != nil {
		return "", err
	}
	name := vpd.ProductName()
	if name == "" {
		name = "without a name"
	}
	lines := []string{name}
	for _, field := range vpd.Fields().All() {
		lines = append(lines, field.Keyword()+" "+field.Text())
	}
	return strings.Join(lines, "\n  "), nil
}

// show leaves out what the device or the kernel does not have; what may not be read is said.
func show(title string, read func(*sriov.Device) (string, error), device *sriov.Device) {
	text, err := read(device)
	if err == nil {
		fmt.Printf("%-9s%s\n", title, text)
	} else if !errors.Is(err, sriov.ErrUnsupported) {
		fmt.Printf("%-9s%s\n", title, err)
	}
}

func run(name string) error {
	context, err := sriov.NewContext()
	if err != nil {
		return err
	}
	defer context.Close()
	device, err := context.OpenDevice(name)
	if err != nil {
		return err
	}
	show("name", (*sriov.Device).ReadName, device)
	show("CPUs", (*sriov.Device).ReadLocalCPUs, device)
	show("link", link, device)
	show("resets", resets, device)
	show("VFIO", vfio, device)
	show("BARs", bars, device)
	show("VPD", vpd, device)
	return nil
}

func main() {
	if err := run(append(os.Args, "")[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
