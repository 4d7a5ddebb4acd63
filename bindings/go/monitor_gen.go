// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// Monitor: gives events, from the moment when it was made.
//
// Make the monitor first and take a snapshot of what is watched then: so nothing is missed, though
// the first events may tell what the snapshot has already.
//
//	struct sriov_monitor *monitor = NULL;
//	struct sriov_event *event = NULL;
//	struct pollfd wait = {.events = POLLIN};
//
//	if (sriov_monitor_new(ctx, NULL, &monitor, &error))
//	        fprintf(stderr, "%s\n", sriov_error_get_message(error));
//	wait.fd = sriov_monitor_get_fd(monitor);
//	// until nothing happens for a second
//	while (!error && poll(&wait, 1, 1000) > 0)
//	        while (!sriov_monitor_read(monitor, &event, &error) && event) {
//	                puts(sriov_event_type_get_name(sriov_event_get_type(event)));
//	                sriov_event_unref(event);
//	        }
//	sriov_monitor_unref(monitor);
//	sriov_error_unref(error);
//
// Each fact is one event, though the kernel tells some of them twice. All about devices is in the
// kernel's order, and so is all about interfaces. The kernel tells them through two sockets, so
// that between the two only this is certain: a device comes before its interface, and that before
// its driver is bound; its interface goes before its driver is unbound, and that before the device
// goes. Whether a carrier came before or after some device is not known, and the later events are
// read the less it is.
//
// One monitor is used by one thread at a time, like its context. A child of fork() may not use its
// parent's monitor.
type Monitor struct{ handle *handle }

var classMonitor = class{"Monitor", func(pointer unsafe.Pointer) {
	C.sriov_monitor_unref((*C.struct_sriov_monitor)(pointer))
}}

func newMonitor(pointer *C.struct_sriov_monitor, family *family) *Monitor {
	if pointer == nil {
		return nil
	}
	return &Monitor{newHandle(unsafe.Pointer(pointer), &classMonitor, family)}
}

func (context *Monitor) raw() *handle {
	if context == nil {
		return nil
	}
	return context.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (context *Monitor) Close() error {
	return context.raw().close()
}

// MonitorOption is what [NewMonitor] may be told.
type MonitorOption struct {
	set func(call *call, options *C.struct_sriov_monitor_options)
}

func (call *call) monitorOptions(given []MonitorOption) *C.struct_sriov_monitor_options {
	if len(given) == 0 {
		return nil
	}
	var options *C.struct_sriov_monitor_options
	call.code = C.sriov_monitor_options_new(&options, &call.failure)
	call.cleanups = append(call.cleanups, func() { C.sriov_monitor_options_unref(options) })
	for _, each := range given {
		if each.set != nil && !call.failed() {
			each.set(call, options)
		}
	}
	return options
}

// MonitorPF: only events of this PF, its VFs and their interfaces, and [EventTypeOverrun].
//
//   - pf: whose address is kept; nil for all devices.
//
// It fails with
//   - [ErrInvalid]: options is nil.
//
// Since 0.1.
func MonitorPF(pf *PF) MonitorOption {
	return MonitorOption{func(call *call, options *C.struct_sriov_monitor_options) {
		cPF := (*C.struct_sriov_pf)(call.objectOrNil(pf.raw(), &classPF))
		if !call.failed() {
			call.code = C.sriov_monitor_options_set_pf(options, cPF, &call.failure)
		}
	}}
}

// MonitorAllInterfaces tells whether interfaces that are on no PCI device are told of too: bonds,
// bridges, VLANs, those of containers. With [MonitorPF] they are not in any case.
//
//   - all: true for all interfaces; the default is false.
//
// It fails with
//   - [ErrInvalid]: options is nil.
//
// Since 0.1.
func MonitorAllInterfaces(all bool) MonitorOption {
	return MonitorOption{func(call *call, options *C.struct_sriov_monitor_options) {
		if !call.failed() {
			call.code = C.sriov_monitor_options_set_all_interfaces(options, C.bool(all), &call.failure)
		}
	}}
}

// MonitorReceiveBufferBytes tells how much the kernel may keep for this monitor until it is read,
// in each of its two sockets.
//
// A message takes about 1 to 8 KiB. More than the host allows (net.core.rmem_max) is given to those
// with CAP_NET_ADMIN only; others get that much. The memory is taken only when it is needed.
//
//   - bytes: from 1; the kernel has a least size of its own. The default is 16 MiB.
//
// It fails with
//   - [ErrInvalid]: options is nil, or bytes is 0 or more than 1 GiB.
//
// Since 0.1.
func MonitorReceiveBufferBytes(bytes int) MonitorOption {
	return MonitorOption{func(call *call, options *C.struct_sriov_monitor_options) {
		cBytes := call.size("bytes", bytes)
		if !call.failed() {
			call.code = C.sriov_monitor_options_set_receive_buffer_bytes(options, cBytes, &call.failure)
		}
	}}
}

// NewMonitor makes a monitor. What happens from now on is kept for [Monitor.Read].
//
// Needs no right. It hears of the PCI devices of the running kernel, whatever the context's sysfs
// is, and of the interfaces of the context's network namespace.
//
//   - context: the host.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrNotFound]: the kernel has no PCI bus.
//   - [ErrForbidden]: devices may not be listed, or the network namespace not be entered.
//   - [ErrFailed]: a socket cannot be made or the devices cannot be listed.
//   - [ErrBusy]: the kernel was asked before, and that is not over.
//   - [ErrTimeout]: the kernel does not answer in time; see [ContextDeadlineMS].
//
// Kernel interface: netlink: NETLINK_KOBJECT_UEVENT, and NETLINK_ROUTE with RTNLGRP_LINK and
// RTM_GETLINK. /sys/bus/pci/devices, of each device the links driver and physfn, of PFs virtfnN.
//
// Since 0.1.
func NewMonitor(context *Context, options ...MonitorOption) (monitor *Monitor, err error) {
	call := enterAlone()
	defer call.leave()
	cContext := (*C.struct_sriov_context)(call.object(context.raw(), &classContext))
	cOptions := call.monitorOptions(options)
	var cMonitor *C.struct_sriov_monitor
	if call.ready() {
		call.code = C.sriov_monitor_new(cContext, cOptions, &cMonitor, &call.failure)
	}
	monitor = newMonitor(cMonitor, call.family)
	return monitor, call.err(given(monitor))
}

// FD is the one descriptor to wait on, with poll(), select(), epoll or an event loop.
//
// It is readable while there may be something for [Monitor.Read] to give: that an event comes of it
// is not certain. Do not read from it.
//
// Result: the descriptor, which stays the monitor's; -1 for nil.
//
// Since 0.1.
func (monitor *Monitor) FD() int {
	call := look(monitor.raw()).build()
	defer call.leave()
	return int(C.sriov_monitor_get_fd((*C.struct_sriov_monitor)(call.self)))
}

// DeviceEvents tells whether events about PCI devices reach the monitor at all.
//
// Linux (from 4.18 on) tells them only to network namespaces that belong to the initial user
// namespace: in a container with a user namespace of its own just those about interfaces come.
//
// Result: on when they do, off when they do not, unknown when the caller's own user namespace hides
// that.
//
// Kernel interface: NS_GET_USERNS.
//
// Since 0.1.
func (monitor *Monitor) DeviceEvents() Switch {
	call := look(monitor.raw()).build()
	defer call.leave()
	return Switch(C.sriov_monitor_get_device_events((*C.struct_sriov_monitor)(call.self)))
}

// Read gives the next event. Never blocks.
//
//   - event: nil when there is none now, which is a success.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory. What was lost by that is told by [EventTypeOverrun] when there
//     is memory again.
//   - [ErrFailed]: the kernel's messages cannot be received, or events were lost and the devices
//     cannot be listed anew.
//
// Kernel interface: The sockets of [NewMonitor]; what it lists, again when events were lost.
//
// Since 0.1.
func (monitor *Monitor) Read() (event *Event, err error) {
	call := enter(monitor.raw(), &classMonitor).build()
	defer call.leave()
	var cEvent *C.struct_sriov_event
	if call.ready() {
		call.code = C.sriov_monitor_read((*C.struct_sriov_monitor)(call.self), &cEvent, &call.failure)
	}
	event = newEvent(cEvent, call.family)
	return event, call.err(given(event))
}
