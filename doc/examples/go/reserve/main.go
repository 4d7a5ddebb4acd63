// SPDX-License-Identifier: LGPL-2.1-or-later

// Has a free VF of some PFs until Enter is pressed: reserve "em1 em2"
package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"

	"libsriov/sriov"
)

func run(names string) error {
	context, err := sriov.NewContext()
	if err != nil {
		return err
	}
	defer context.Close()
	pool, err := context.ListPFsByNames(names)
	if err != nil {
		return err
	}
	reservation, err := pool.ReserveVF(sriov.ReservationOwner("the example"))
	if err != nil {
		return err
	}
	defer reservation.Close()
	fmt.Println(reservation.VF().Device().Address(), "is reserved. Enter gives it back.")
	bufio.NewReader(os.Stdin).ReadString('\n')
	return nil
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: reserve PFS")
		os.Exit(1)
	}
	err := run(os.Args[1])
	if err == nil {
		return
	}
	var failure *sriov.Error
	fmt.Fprintln(os.Stderr, err)
	// When none is free there is a reason for each VF.
	if errors.As(err, &failure) {
		for _, cause := range failure.Causes {
			fmt.Fprintf(os.Stderr, "  %v\n", cause)
		}
	}
	os.Exit(1)
}
