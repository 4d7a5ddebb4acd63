// SPDX-License-Identifier: LGPL-2.1-or-later

// Package sriov manages SR-IOV on Linux: it finds PCI devices, physical functions (PFs), virtual
// functions (VFs), IOMMU groups and bonds, makes and removes VFs, sets what the kernel can set for
// each, binds them to VFIO and tells what happens to them. It is the C library libsriov, which has
// to be installed.
//
//	host, err := sriov.NewContext()
//	if err != nil {
//		return err
//	}
//	defer host.Close()
//	pf, err := host.OpenPF("em1")
//	if err != nil {
//		return err
//	}
//	defer pf.Close()
//	return pf.SetVFCount(7)
//
// # Objects
//
// Everything starts with a [Context]. Objects are snapshots: they tell what was true when they were
// read, and never change. Look up again to refresh. What tells something of a snapshot cannot fail;
// what asks the kernel or changes something gives an error.
//
// Close gives an object's memory back at once; without it that is left to the garbage collector,
// which does not know how much it is. Objects may be closed in any order, from any goroutine, more
// than once, and while calls are under way. After Close, and of a nil object, what cannot fail gives
// "nothing": 0, "", nil, false, -1 or the "unknown" of an enumeration, and what can fail gives an
// error that is [io/fs.ErrClosed].
//
// Descriptors of files (FD) are plain numbers. Those that a call gives belong to the caller, who
// hands them to [os.NewFile] or [syscall.Close].
//
// # Goroutines
//
// Everything may be used by many goroutines at once. Calls that can fail wait for each other when
// their objects come from one context, for the C library serves one at a time; two contexts work in
// parallel. A call that waits in the kernel, as the removal of VFs may, keeps others of its context
// waiting; what tells something of a snapshot never waits.
//
// # Errors
//
// Every error of a call is an [*Error], which [errors.As] finds. [errors.Is] compares with codes
// ([ErrNotFound]), with errno (syscall.EBUSY), and with those of io/fs that fit.
//
//	if errors.Is(err, sriov.ErrTooManyVFs) {
//
// A call that did a part of its work gives both what it did and an error that is [ErrPartial], with
// a cause for each that was not done.
//
// # Options
//
// What a call may be told besides is given last, as many as wanted:
//
//	host, err := sriov.NewContext(sriov.ContextSysfs("/host/sys"))
//	err = pf.SetVFCount(3, sriov.VFCountAllowDestroy(true))
//
// # Enumerations
//
// Newer versions of the library may give values that this one has no name for: their String is the
// number.
package sriov

// #cgo pkg-config: libsriov
import "C"
