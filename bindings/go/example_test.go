// SPDX-License-Identifier: LGPL-2.1-or-later

package sriov_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"syscall"
	"time"

	"libsriov/sriov"
)

func Example() {
	host, err := sriov.NewContext()
	if err != nil {
		log.Fatal(err)
	}
	defer host.Close()
	pf, err := host.OpenPF("em1")
	if err != nil {
		log.Fatal(err)
	}
	defer pf.Close()
	vfs, err := pf.ListVFs()
	if err != nil {
		log.Fatal(err)
	}
	defer vfs.Close()
	fmt.Printf("%s has %d of %d VFs\n", pf.Interface(), vfs.Len(), pf.TotalVFs())
	for _, vf := range vfs.All() {
		fmt.Println(vf.Index(), vf.Device().Address())
	}
	// Output:
	// em1 has 3 of 7 VFs
	// 0 0000:01:10.0
	// 1 0000:01:10.2
	// 2 0000:01:10.4
}

func ExamplePF_SetVFCount() {
	host, err := sriov.NewContext()
	if err != nil {
		log.Fatal(err)
	}
	defer host.Close()
	pf, err := host.OpenPF("em1")
	if err != nil {
		log.Fatal(err)
	}
	defer pf.Close()
	if err := pf.SetVFCount(9); errors.Is(err, sriov.ErrTooManyVFs) {
		fmt.Println(err)
	}
	// Output:
	// em1 (0000:01:00.0, igb): cannot make 9 VFs: the device has at most 7
}

func ExampleError() {
	_, err := sriov.NewContext(sriov.ContextSysfs("/nowhere"))
	fmt.Println(errors.Is(err, sriov.ErrNotFound), errors.Is(err, syscall.ENOENT))
	var failure *sriov.Error
	if errors.As(err, &failure) {
		fmt.Println(failure.Code, failure.Operation, failure.Path)
	}
	// Output:
	// true true
	// not-found open /nowhere
}

func ExampleContext_ListDevices() {
	host, err := sriov.NewContext()
	if err != nil {
		log.Fatal(err)
	}
	defer host.Close()
	free, err := host.ListDevices(sriov.DeviceFilterFunction(sriov.FunctionFreeVF))
	if err != nil {
		log.Fatal(err)
	}
	defer free.Close()
	for _, device := range free.All() {
		fmt.Println(device.Address())
	}
	// Output:
	// 0000:01:10.2
	// 0000:01:10.4
	// 0000:02:10.0
	// 0000:02:10.2
	// 0000:02:10.4
}

func ExampleContextLog() {
	host, err := sriov.NewContext(sriov.ContextLog(sriov.LogLevelInfo,
		func(level sriov.LogLevel, text string) { log.Printf("%s: %s", level, text) }))
	if err != nil {
		log.Fatal(err)
	}
	host.Close()
}

func ExampleMonitor_Next() {
	host, err := sriov.NewContext()
	if err != nil {
		log.Fatal(err)
	}
	defer host.Close()
	monitor, err := sriov.NewMonitor(host)
	if err != nil {
		log.Fatal(err)
	}
	defer monitor.Close()
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	for {
		event, err := monitor.Next(ctx)
		if errors.Is(err, context.DeadlineExceeded) {
			break
		}
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(event.Type(), event.Address(), event.Interface())
		event.Close()
	}
}

func ExampleVFChanges() {
	host, err := sriov.NewContext()
	if err != nil {
		log.Fatal(err)
	}
	defer host.Close()
	pf, err := host.OpenPF("em1")
	if err != nil {
		log.Fatal(err)
	}
	defer pf.Close()
	changes, err := sriov.NewVFChanges(pf)
	if err != nil {
		log.Fatal(err)
	}
	defer changes.Close()
	changes.SetSpoofCheck(sriov.VFIndexAll, false)
	changes.SetMAC(0, "52:54:00:00:00:01")
	if err := changes.Apply(); err != nil {
		log.Fatal(err)
	}
}
