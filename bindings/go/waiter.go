// SPDX-License-Identifier: LGPL-2.1-or-later

package sriov

// #include <fcntl.h>
// #include <poll.h>
//
// static int duplicate(int fd)
// {
// 	return fcntl(fd, F_DUPFD_CLOEXEC, 0);
// }
//
// static int is_readable(int fd)
// {
// 	struct pollfd poller = {.fd = fd, .events = POLLIN};
//
// 	return poll(&poller, 1, 0) > 0;
// }
import "C"

import (
	"context"
	"os"
	"syscall"
	"time"
)

// A waiter has Go's poller wait until a descriptor of the library can be read.
type waiter struct {
	file *os.File
	conn syscall.RawConn
	turn chan struct{} // holds the one who waits
}

func newWaiter(fd int) (*waiter, error) {
	copied, err := C.duplicate(C.int(fd))
	if copied < 0 {
		return nil, os.NewSyscallError("fcntl", err)
	}
	// Only such a descriptor is one for the poller.
	if err := syscall.SetNonblock(int(copied), true); err != nil {
		syscall.Close(int(copied))
		return nil, os.NewSyscallError("fcntl", err)
	}
	file := os.NewFile(uintptr(copied), "libsriov")
	conn, err := file.SyscallConn()
	if err != nil {
		file.Close()
		return nil, err
	}
	return &waiter{file: file, conn: conn, turn: make(chan struct{}, 1)}, nil
}

func (w *waiter) Close() error {
	return w.file.Close()
}

// wait calls read each time that there may be something, until that is done or fails.
func (w *waiter) wait(ctx context.Context, read func() (done bool, err error)) error {
	select {
	case w.turn <- struct{}{}:
		defer func() { <-w.turn }()
	case <-ctx.Done():
		return ctx.Err()
	}
	defer w.stopWith(ctx)()
	var done bool
	var failure error
	err := w.conn.Read(func(fd uintptr) bool {
		// The poller tells only of changes: all that is there has to be read first.
		for ctx.Err() == nil {
			if done, failure = read(); done || failure != nil {
				return true
			}
			if C.is_readable(C.int(fd)) == 0 {
				return false
			}
		}
		return true
	})
	switch {
	case done || failure != nil:
		return failure
	case ctx.Err() != nil:
		return ctx.Err()
	}
	return err
}

// stopWith ends the wait when ctx is done; what it gives ends that.
func (w *waiter) stopWith(ctx context.Context) func() {
	w.file.SetReadDeadline(time.Time{})
	done := make(chan struct{})
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		select {
		case <-ctx.Done():
			w.file.SetReadDeadline(time.Unix(1, 0))
		case <-done:
		}
	}()
	return func() {
		close(done)
		<-ended
	}
}
