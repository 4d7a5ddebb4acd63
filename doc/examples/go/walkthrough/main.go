// SPDX-License-Identifier: LGPL-2.1-or-later

// From a bare host to network cards for virtual machines, in ten steps, W1 to W10. Nothing is
// changed without --apply; without a PF only the host is looked at.
//
//	walkthrough [--apply] em1 em2
package main

import (
	"fmt"
	"os"
	"strings"

	"libsriov/sriov"
)

type port struct {
	name string
	*sriov.PF
}

func w1IOMMU(host *sriov.Context) error {
	iommu, err := host.OpenIOMMU()
	if err != nil {
		return err
	}
	if iommu.IsEnabled() {
		fmt.Println("W1  the IOMMU is on")
	} else {
		fmt.Println("W1  the IOMMU is off:", iommu.Advice())
	}
	return nil
}

func w2Cards(host *sriov.Context) error {
	// Base class 02 is a network controller.
	devices, err := host.ListDevices(sriov.DeviceFilterClass(0x020000, 0xff0000))
	if err != nil {
		return err
	}
	for _, device := range devices.All() {
		name, err := device.ReadName()
		if err != nil {
			return err
		}
		driver := device.Driver()
		if driver == "" {
			driver = "none"
		}
		fmt.Printf("W2  %s  %s, driver %s\n", device.Address(), name, driver)
	}
	return nil
}

func w3Capability(pf port) error {
	iov, err := pf.Device().ReadIOVCapability()
	if err != nil {
		return err
	}
	modules, err := pf.Device().ListModules()
	if err != nil {
		return err
	}
	fmt.Printf("W3  %s: SR-IOV at 0x%x, %d VFs, modules %s\n", pf.name, iov.Offset(),
		pf.TotalVFs(), strings.Join(modules, " "))
	return nil
}

func w4VFs(pf port, apply bool) error {
	if apply {
		if err := pf.SetVFCount(7); err != nil {
			return err
		}
	}
	vfs, err := pf.ListVFs()
	if err != nil {
		return err
	}
	for _, vf := range vfs.All() {
		fmt.Printf("W4  %s: VF %d %s group %d\n", pf.name, vf.Index(), vf.Device().Address(),
			vf.Device().IOMMUGroup())
	}
	return nil
}

func w5Driver(host *sriov.Context, apply bool) error {
	module, err := host.OpenModule("vfio-pci")
	if err == nil && apply {
		if err := module.Load(); err != nil {
			return err
		}
		// Objects are snapshots.
		module, err = host.OpenModule("vfio-pci")
	}
	if err != nil {
		return err
	}
	fmt.Println("W5  vfio-pci is", module.State())
	return nil
}

func w6w7Definitions(pf port) error {
	pool := "passthrough_" + pf.name
	network, err := pf.FormatLibvirtNetwork(pool)
	if err != nil {
		return err
	}
	card, err := sriov.FormatLibvirtInterface(pool, "")
	if err != nil {
		return err
	}
	fmt.Printf("W6  a pool of VFs for libvirt:\n%sW7  a card of a machine:\n%s", network, card)
	return nil
}

// planBond is a bond in the machine like the host's, over the first VF of each PF, to which libvirt
// gives MACs.
func planBond(bond *sriov.Bond, pfs []port) (*sriov.GuestBond, error) {
	guest, err := sriov.NewGuestBondLike(bond)
	if err != nil {
		return nil, err
	}
	guest.SetAdminMACs(true)
	for _, pf := range pfs {
		vf, err := pf.OpenVF(0)
		if err != nil {
			return nil, err
		}
		if err := guest.AddVF(vf); err != nil {
			return nil, err
		}
	}
	return guest, nil
}

func w8w10Bond(host *sriov.Context, pfs []port) error {
	bond, err := host.OpenBondAbove(pfs[0].name)
	if err != nil {
		return err
	}
	fmt.Printf("W8  %s: %s\n", bond.Name(), bond.Options())
	guest, err := planBond(bond, pfs)
	if err != nil {
		return err
	}
	findings, err := guest.Check()
	if err != nil {
		return err
	}
	for _, finding := range findings.All() {
		fmt.Println("W9 ", finding.Message())
		for i := 0; i < finding.RemedyCount(); i++ {
			fmt.Println("W10", finding.Remedy(i))
		}
	}
	return nil
}

func w10SpoofCheck(pf port) error {
	err := pf.SetSpoofCheckAll(false)
	if err == nil {
		fmt.Printf("W10 %s: the spoof check is off on every VF\n", pf.name)
	}
	return err
}

// forEach ends with the first error.
func forEach(pfs []port, step func(pf port) error) error {
	for _, pf := range pfs {
		if err := step(pf); err != nil {
			return err
		}
	}
	return nil
}

func openAll(host *sriov.Context, names []string) (pfs []port, err error) {
	for _, name := range names {
		pf, err := host.OpenPF(name)
		if err != nil {
			return nil, err
		}
		pfs = append(pfs, port{name, pf})
	}
	return pfs, nil
}

func tell(names []string, apply bool) error {
	host, err := sriov.NewContext()
	if err != nil {
		return err
	}
	defer host.Close()
	pfs, err := openAll(host, names)
	if err != nil {
		return err
	}
	if err := w1IOMMU(host); err != nil {
		return err
	}
	if err := w2Cards(host); err != nil {
		return err
	}
	err = forEach(pfs, func(pf port) error {
		if err := w3Capability(pf); err != nil {
			return err
		}
		return w4VFs(pf, apply)
	})
	if err != nil {
		return err
	}
	if err := w5Driver(host, apply); err != nil {
		return err
	}
	if err := forEach(pfs, w6w7Definitions); err != nil || len(pfs) == 0 {
		return err
	}
	if err := w8w10Bond(host, pfs); err != nil || !apply {
		return err
	}
	return forEach(pfs, w10SpoofCheck)
}

func main() {
	apply := len(os.Args) > 1 && os.Args[1] == "--apply"
	names := os.Args[1:]
	if apply {
		names = names[1:]
	}
	if err := tell(names, apply); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
