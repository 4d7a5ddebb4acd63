// SPDX-License-Identifier: LGPL-2.1-or-later

// Calls what test_added.py added, from Go, on the made-up host in the folder it is told.
package main

import (
	"errors"
	"fmt"
	"log"
	"os"

	"libsriov/sriov"
)

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func main() {
	host := os.Args[1]
	context, err := sriov.NewContext(sriov.ContextSysfs(host+"/sys"),
		sriov.ContextProcfs(host+"/proc"), sriov.ContextDevfs(host+"/dev"))
	must(err)
	pf, err := context.OpenPF("em1")
	must(err)
	fmt.Println(pf.SpareVFs())
	for _, greeting := range []string{"", "Welcome"} {
		motto, err := pf.ReadMotto(greeting)
		must(err)
		fmt.Println(motto)
	}
	if _, err = pf.ReadMotto(" "); errors.Is(err, sriov.ErrInvalid) {
		fmt.Println("INVALID")
	}
}
