// SPDX-License-Identifier: LGPL-2.1-or-later

// What a user's program does, in Go.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"libsriov/sriov"
)

func main() {
	_, err := sriov.NewContext(sriov.ContextSysfs("/nowhere"))
	if !errors.Is(err, sriov.ErrNotFound) || !strings.Contains(err.Error(), "/nowhere") {
		os.Exit(1)
	}
	fmt.Println(sriov.Version())
}
