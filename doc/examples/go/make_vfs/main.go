// SPDX-License-Identifier: LGPL-2.1-or-later

// Makes VFs and prints their addresses: make_vfs em1 7
package main

import (
	"fmt"
	"os"
	"strconv"

	"libsriov/sriov"
)

func run(name string, count int) error {
	context, err := sriov.NewContext()
	if err != nil {
		return err
	}
	defer context.Close()
	pf, err := context.OpenPF(name)
	if err != nil {
		return err
	}
	// Without options it never destroys a VF: from 7 to 3 it refuses, and says which would go.
	if err := pf.SetVFCount(count); err != nil {
		return err
	}
	vfs, err := pf.ListVFs()
	if err != nil {
		return err
	}
	for _, vf := range vfs.All() {
		fmt.Println(vf.Device().Address())
	}
	return nil
}

func fail(what any) {
	fmt.Fprintln(os.Stderr, what)
	os.Exit(1)
}

func main() {
	if len(os.Args) != 3 {
		fail("usage: make_vfs PF COUNT")
	}
	count, err := strconv.ParseUint(os.Args[2], 10, 32)
	if err != nil {
		fail("usage: make_vfs PF COUNT")
	}
	if err := run(os.Args[1], int(count)); err != nil {
		fail(err)
	}
}
