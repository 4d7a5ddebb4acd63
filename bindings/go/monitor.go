// SPDX-License-Identifier: LGPL-2.1-or-later

package sriov

import (
	"context"
	"runtime"
)

// Next waits for the next event. It ends with the error of ctx when that is done first, and with
// one that is fs.ErrClosed when somebody closes the monitor meanwhile. While it waits it takes no
// thread, and others may use the monitor's context.
//
// Of several callers each event goes to one.
func (monitor *Monitor) Next(ctx context.Context) (*Event, error) {
	waiter, err := monitor.waiter()
	if err != nil {
		return nil, err
	}
	defer runtime.KeepAlive(monitor)
	var event *Event
	err = waiter.wait(ctx, func() (done bool, err error) {
		event, err = monitor.Read()
		return event != nil, err
	})
	if err != nil && monitor.handle.isClosed() {
		return nil, newClosed(&classMonitor)
	}
	return event, err
}

// waiter is what waits for the monitor; it is made when it is first needed, and closed with it.
func (monitor *Monitor) waiter() (*waiter, error) {
	call := enter(monitor.raw(), &classMonitor)
	defer call.leave()
	if call.failed() {
		return nil, call.err(nil)
	}
	return monitor.handle.accompany(monitor.FD(), newWaiter)
}
