// SPDX-License-Identifier: LGPL-2.1-or-later

// Tells what happens to a PF and its VFs, or to all PCI devices, until interrupted: watch em1
package main

import (
	"context"
	"fmt"
	"os"

	"libsriov/sriov"
)

// show leaves out what is not said.
func show(event *sriov.Event) {
	fmt.Print(event.Type())
	showWord("", event.Address())
	if event.VFIndex() >= 0 {
		fmt.Printf("  VF %d of %s", event.VFIndex(), event.PFAddress())
	}
	if event.VFCount() >= 0 {
		fmt.Printf("  %d VFs", event.VFCount())
	}
	showWord("driver ", event.Driver())
	showWord("interface ", event.Interface())
	showWord("formerly ", event.FormerInterface())
	fmt.Println()
}

func showWord(title, word string) {
	if word != "" {
		fmt.Print("  ", title, word)
	}
}

func run(names []string) error {
	host, err := sriov.NewContext()
	if err != nil {
		return err
	}
	defer host.Close()
	var options []sriov.MonitorOption
	if len(names) > 0 {
		pf, err := host.OpenPF(names[0])
		if err != nil {
			return err
		}
		options = append(options, sriov.MonitorPF(pf))
	}
	monitor, err := sriov.NewMonitor(host, options...)
	if err != nil {
		return err
	}
	defer monitor.Close()
	for {
		event, err := monitor.Next(context.Background())
		if err != nil {
			return err
		}
		show(event)
	}
}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
