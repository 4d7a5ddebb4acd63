// SPDX-License-Identifier: LGPL-2.1-or-later

package sriov_test

import (
	"context"
	"errors"
	"io/fs"
	"os/exec"
	"sync"
	"testing"
	"time"

	"libsriov/sriov"
)

func newMonitor(t *testing.T, options ...sriov.MonitorOption) *sriov.Monitor {
	t.Helper()
	monitor := must(sriov.NewMonitor(openHost(t), options...))(t)
	t.Cleanup(func() { monitor.Close() })
	return monitor
}

func TestNextEndsWithItsContext(t *testing.T) {
	monitor := newMonitor(t)
	for i := 0; i < 3; i++ {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Millisecond)
		_, err := monitor.Next(ctx)
		cancel()
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%v", err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := monitor.Next(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestNextEndsWithTheMonitor(t *testing.T) {
	monitor := newMonitor(t)
	var group sync.WaitGroup
	for i := 0; i < 3; i++ {
		group.Add(1)
		go func() {
			defer group.Done()
			if _, err := monitor.Next(context.Background()); !errors.Is(err, fs.ErrClosed) {
				t.Errorf("%v", err)
			}
		}()
	}
	time.Sleep(10 * time.Millisecond)
	monitor.Close()
	group.Wait()
	if _, err := monitor.Next(context.Background()); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("%v", err)
	}
}

// setLoopback changes an interface, so that there is an event, when it is in a namespace of its own.
func setLoopback(t *testing.T, state string) {
	t.Helper()
	if said, err := exec.Command("ip", "link", "set", "lo", state).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
}

func TestNextGivesEvents(t *testing.T) {
	needInside(t)
	monitor := newMonitor(t, sriov.MonitorAllInterfaces(true))
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	for _, state := range []string{"down", "up", "down", "up"} {
		heard := make(chan error)
		go func() {
			event, err := monitor.Next(ctx)
			if err == nil && event.Interface() != "lo" {
				err = errors.New("it is about " + event.Interface())
			}
			heard <- err
		}()
		setLoopback(t, state)
		if err := <-heard; err != nil {
			t.Fatal(err)
		}
		for event := must(monitor.Read())(t); event != nil; event = must(monitor.Read())(t) {
			event.Close()
		}
	}
}
