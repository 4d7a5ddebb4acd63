// SPDX-License-Identifier: LGPL-2.1-or-later

// Turns the spoof check off for every VF of a PF, from VF 0 on, in one call: spoof_check_off em1
package main

import (
	"errors"
	"fmt"
	"os"

	"libsriov/sriov"
)

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
	return pf.SetSpoofCheckAll(false)
}

func main() {
	err := run(append(os.Args, "")[1])
	if err == nil {
		return
	}
	fmt.Fprintln(os.Stderr, err)
	// When some could not be set, there is a cause for each of them.
	var failure *sriov.Error
	if errors.As(err, &failure) {
		for _, cause := range failure.Causes {
			fmt.Fprintln(os.Stderr, " ", cause)
		}
	}
	os.Exit(1)
}
