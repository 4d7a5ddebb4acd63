// SPDX-License-Identifier: LGPL-2.1-or-later

package sriov_test

import (
	"os"
	"testing"

	"libsriov/sriov"
)

// Tests look at a made-up host: the folder that SRIOV_TEST_HOST names, made by
// "tests/made_up_host/make --vfs 3 --broken". Inside of it, where SRIOV_TEST_INSIDE is set, it is
// all that there is, as tests/made_up_host/enter has it.

func openHost(t *testing.T, more ...sriov.ContextOption) *sriov.Context {
	t.Helper()
	folder := os.Getenv("SRIOV_TEST_HOST")
	if folder == "" {
		t.Skip("SRIOV_TEST_HOST is not set")
	}
	options := append([]sriov.ContextOption{
		sriov.ContextSysfs(folder + "/sys"),
		sriov.ContextProcfs(folder + "/proc"),
		sriov.ContextDevfs(folder + "/dev"),
		sriov.ContextModules(folder + "/modules"),
		sriov.ContextModprobe(folder + "/modprobe"),
		sriov.ContextRuntimeDirectory(folder + "/runtime"),
	}, more...)
	host, err := sriov.NewContext(options...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { host.Close() })
	return host
}

func needInside(t *testing.T) {
	t.Helper()
	if os.Getenv("SRIOV_TEST_INSIDE") == "" {
		t.Skip("it is not inside a made-up host")
	}
}

func openPF(t *testing.T, name string) *sriov.PF {
	t.Helper()
	return must(openHost(t).OpenPF(name))(t)
}

// must gives the result of a call that has to succeed: must(host.OpenPF("em1"))(t).
func must[T any](result T, err error) func(t *testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return result
	}
}

func equal[T comparable](t *testing.T, what string, found, wanted T) {
	t.Helper()
	if found != wanted {
		t.Errorf("%s: %v, not %v", what, found, wanted)
	}
}
