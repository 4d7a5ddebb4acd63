// SPDX-License-Identifier: LGPL-2.1-or-later

// Makes a PF have VFs on a driver, step by step, or leaves it as it was: apply em1 7 vfio-pci
package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"

	"libsriov/sriov"
)

// makeState is what should be, built call by call.
func makeState(name string, count int, driver string) (*sriov.State, error) {
	state, err := sriov.NewState()
	if err != nil {
		return nil, err
	}
	pf, err := state.AddPF(name)
	if err != nil {
		return nil, err
	}
	if err := pf.SetVFCount(count); err != nil {
		return nil, err
	}
	return state, pf.Defaults().SetDriver(driver)
}

func run(name string, count int, driver string) error {
	context, err := sriov.NewContext()
	if err != nil {
		return err
	}
	defer context.Close()
	state, err := makeState(name, count, driver)
	if err != nil {
		return err
	}
	plan, err := context.MakePlan(state)
	if err != nil {
		return err
	}
	// True would have it ended, and all taken back.
	tell := func(step *sriov.Step, result sriov.StepResult) bool {
		if result == sriov.StepResultDone {
			fmt.Println(step.Description())
		}
		return false
	}
	// One VF after the other, so that they are told in their order.
	_, err = plan.Apply(sriov.ApplyOwner("the example"), sriov.ApplyParallelism(1),
		sriov.ApplyProgress(tell))
	return err
}

func fail(err error) {
	var failure *sriov.Error
	fmt.Fprintln(os.Stderr, err)
	// Of many reasons each is told.
	if errors.As(err, &failure) {
		for _, cause := range failure.Causes {
			fmt.Fprintf(os.Stderr, "  %v\n", cause)
		}
	}
	os.Exit(1)
}

func main() {
	var count uint64
	err := errors.New("usage: apply PF COUNT DRIVER")
	if len(os.Args) == 4 {
		count, err = strconv.ParseUint(os.Args[2], 10, 32)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "usage: apply PF COUNT DRIVER")
		os.Exit(1)
	}
	if err := run(os.Args[1], int(count), os.Args[3]); err != nil {
		fail(err)
	}
	fmt.Println("all is as it should be")
}
