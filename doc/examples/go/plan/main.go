// SPDX-License-Identifier: LGPL-2.1-or-later

// Prints what would be done for a state in a file, and changes nothing: plan em1.json
package main

import (
	"errors"
	"fmt"
	"os"

	"libsriov/sriov"
)

// readFile gives the file as a text; "-" is standard input.
func readFile(path string) (string, error) {
	if path == "-" {
		path = "/dev/stdin"
	}
	text, err := os.ReadFile(path)
	return string(text), err
}

func run(path string) error {
	json, err := readFile(path)
	if err != nil {
		return err
	}
	context, err := sriov.NewContext()
	if err != nil {
		return err
	}
	defer context.Close()
	state, err := sriov.NewState()
	if err != nil {
		return err
	}
	if err := state.AddJSON(json); err != nil {
		return err
	}
	plan, err := context.MakePlan(state)
	if err != nil {
		return err
	}
	text, err := plan.FormatText()
	fmt.Print(text)
	return err
}

func tell(err error) {
	var failure *sriov.Error
	fmt.Fprintln(os.Stderr, err)
	// All that is wrong is told at once.
	if errors.As(err, &failure) {
		for _, cause := range failure.Causes {
			fmt.Fprintf(os.Stderr, "  %v\n", cause)
		}
	}
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: plan FILE")
		os.Exit(1)
	}
	if err := run(os.Args[1]); err != nil {
		tell(err)
		os.Exit(1)
	}
}
