// SPDX-License-Identifier: LGPL-2.1-or-later

package sriov_test

import (
	"strings"
	"testing"

	"libsriov/sriov"
)

func TestLogGoesToAFunction(t *testing.T) {
	var levels []sriov.LogLevel
	var texts []string
	host := openHost(t, sriov.ContextLog(sriov.LogLevelInfo, func(level sriov.LogLevel, text string) {
		levels = append(levels, level)
		texts = append(texts, text)
	}))
	pf := must(host.OpenPF("em2"))(t)
	if err := pf.SetAutoprobe(false); err != nil {
		t.Fatal(err)
	}
	if len(texts) != 1 || !strings.HasPrefix(texts[0], `write "0" to `) {
		t.Fatalf("%q", texts)
	}
	equal(t, "level", levels[0], sriov.LogLevelInfo)
}

func TestLogOfNobody(t *testing.T) {
	pf := must(openHost(t, sriov.ContextLog(sriov.LogLevelDebug, nil)).OpenPF("em2"))(t)
	if err := pf.SetAutoprobe(true); err != nil {
		t.Fatal(err)
	}
}

// A panic of the callback comes out of the call, and leaves all else as it was.
func TestPanicInLog(t *testing.T) {
	host := openHost(t, sriov.ContextLog(sriov.LogLevelInfo, func(sriov.LogLevel, string) {
		panic("out of ink")
	}))
	pf := must(host.OpenPF("em2"))(t)
	panicked := func() (value any) {
		defer func() { value = recover() }()
		pf.SetAutoprobe(false)
		return nil
	}()
	equal(t, "the panic comes out", panicked == any("out of ink"), true)
	equal(t, "what was done", must(pf.ReadAutoprobe())(t), false)
}
