// SPDX-License-Identifier: LGPL-2.1-or-later

package sriov_test

import (
	"errors"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"

	"libsriov/sriov"
)

const wantedState = `{"version": 1, "pfs": [{"pf": "em1", "vf_count": 2,
	"defaults": {"driver": "vfio-pci", "trust": true}}]}`

// tellKernel talks to the fake kernel that all tests here are on: see tests/fake_kernel/README.md.
func tellKernel(t *testing.T, words ...string) {
	t.Helper()
	words = append([]string{os.Getenv("FAKE_KERNEL")}, words...)
	program := exec.Command(os.Getenv("SRIOV_TEST_TELL"), words...)
	if told, err := program.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v", told, err)
	}
}

// openKernel opens the fake kernel, where em1 has no VFs.
func openKernel(t *testing.T) *sriov.Context {
	t.Helper()
	folder := os.Getenv("FAKE_KERNEL")
	if folder == "" {
		t.Skip("there is no fake kernel")
	}
	tellKernel(t, "restore", "empty")
	host := must(sriov.NewContext(sriov.ContextSysfs(folder+"/sys"),
		sriov.ContextProcfs(folder+"/proc"), sriov.ContextDevfs(folder+"/dev"),
		sriov.ContextModules(folder+"/modules"), sriov.ContextModprobe(folder+"/modprobe"),
		sriov.ContextRuntimeDirectory(folder+"/runtime")))(t)
	t.Cleanup(func() {
		recoverAll(t, host)
		host.Close()
	})
	return host
}

// recoverAll lets the kernel go on with what it holds, until there is nothing left to take back.
func recoverAll(t *testing.T, host *sriov.Context) {
	t.Helper()
	// What is held may come after the first word that releases it.
	for again := true; again; time.Sleep(time.Millisecond) {
		tellKernel(t, "release")
		again = false
		for _, each := range must(host.RunRecoveryAll())(t).All() {
			again = again || each.Result() == sriov.RecoveryResultBusy
		}
	}
}

// startApply starts it, and has it ended with the test.
func startApply(t *testing.T, plan *sriov.Plan, options ...sriov.ApplyOption) *sriov.Apply {
	t.Helper()
	apply := must(plan.StartApply(options...))(t)
	t.Cleanup(func() {
		tellKernel(t, "release")
		apply.Close()
	})
	return apply
}

func makePlan(t *testing.T, host *sriov.Context) *sriov.Plan {
	t.Helper()
	state := must(sriov.NewState())(t)
	if err := state.AddJSON(wantedState); err != nil {
		t.Fatal(err)
	}
	return must(host.MakePlan(state))(t)
}

// expectVFs compares the number of em1's VFs with what sysfs says.
func expectVFs(t *testing.T, wanted string) {
	t.Helper()
	path := os.Getenv("FAKE_KERNEL") + "/sys/bus/pci/devices/0000:01:00.0/sriov_numvfs"
	equal(t, "sriov_numvfs", string(must(os.ReadFile(path))(t)), wanted+"\n")
}

// carryOut goes on until it is over.
func carryOut(t *testing.T, apply *sriov.Apply) {
	t.Helper()
	var set syscall.FdSet
	descriptor := apply.Descriptor()
	for apply.Result() == sriov.ApplyResultUnderWay {
		set.Bits[descriptor/64] = 1 << (descriptor % 64)
		_, err := syscall.Select(descriptor+1, &set, nil, nil, &syscall.Timeval{Sec: 60})
		if err != nil && err != syscall.EINTR {
			t.Fatal(err)
		}
		if err := apply.Advance(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestApplyTellsOfEachStep(t *testing.T) {
	plan := makePlan(t, openKernel(t))
	var ended []*sriov.Step
	apply := must(plan.Apply(sriov.ApplyOwner("a test"), sriov.ApplyParallelism(1),
		sriov.ApplyProgress(func(step *sriov.Step, result sriov.StepResult) bool {
			if result == sriov.StepResultDone {
				ended = append(ended, step)
			}
			return false
		})))(t)
	equal(t, "result", apply.Result(), sriov.ApplyResultApplied)
	equal(t, "steps", len(ended), plan.Steps().Len())
	for i, step := range ended {
		equal(t, "step", step.Description(), plan.Steps().At(i).Description())
	}
	expectVFs(t, "2")
}

func TestApplyUnderLeasesThatTheCallerHas(t *testing.T) {
	host := openKernel(t)
	state := must(sriov.NewState())(t)
	var leases []*sriov.Lease
	for _, name := range []string{"em1", "em2"} {
		equal(t, "count", must(state.AddPF(name))(t).SetVFCount(1) == nil, true)
		lease := must(must(host.OpenPF(name))(t).AcquireLease())(t)
		defer lease.Close()
		leases = append(leases, lease)
	}
	plan := must(host.MakePlan(state))(t)
	for _, some := range [][]*sriov.Lease{{}, leases[:1], leases[1:]} {
		_, err := plan.Apply(sriov.ApplyLeases(some...))
		equal(t, "busy", errors.Is(err, sriov.ErrBusy), true)
	}
	apply := must(plan.Apply(sriov.ApplyLeases(leases...)))(t)
	equal(t, "result", apply.Result(), sriov.ApplyResultApplied)
	expectVFs(t, "1")
}

func TestApplyOfAStepThatFails(t *testing.T) {
	plan := makePlan(t, openKernel(t))
	tellKernel(t, "fail", "sriov_numvfs", "12")
	_, err := plan.Apply()
	var failure *sriov.Error
	if !errors.Is(err, syscall.ENOMEM) || !errors.As(err, &failure) {
		t.Fatal(err)
	}
	apply := failure.Result.(*sriov.Apply)
	equal(t, "result", apply.Result(), sriov.ApplyResultTakenBack)
	equal(t, "step", apply.StepResult(1), sriov.StepResultFailed)
	expectVFs(t, "0")
}

func TestApplyHasADeadline(t *testing.T) {
	host := openKernel(t)
	plan := makePlan(t, host)
	tellKernel(t, "hold", "sriov_numvfs")
	_, err := plan.Apply(sriov.ApplyDeadlineMS(3000))
	equal(t, "timeout", errors.Is(err, sriov.ErrTimeout), true)
	// What was held goes on, and is taken back then.
	recoverAll(t, host)
	expectVFs(t, "0")
}

func TestApplyIsEndedByItsCallback(t *testing.T) {
	plan := makePlan(t, openKernel(t))
	_, err := plan.Apply(sriov.ApplyProgress(
		func(step *sriov.Step, result sriov.StepResult) bool {
			return step.Kind() == sriov.StepKindMakeVFs && result == sriov.StepResultDone
		}))
	var failure *sriov.Error
	if !errors.Is(err, sriov.ErrCancelled) || !errors.As(err, &failure) {
		t.Fatal(err)
	}
	apply := failure.Result.(*sriov.Apply)
	equal(t, "result", apply.Result(), sriov.ApplyResultTakenBack)
	equal(t, "step", apply.StepResult(1), sriov.StepResultDone)
	expectVFs(t, "0")
}

func TestApplyIsCancelledByItsCallback(t *testing.T) {
	plan := makePlan(t, openKernel(t))
	var apply *sriov.Apply
	apply = startApply(t, plan, sriov.ApplyProgress(
		func(step *sriov.Step, result sriov.StepResult) bool {
			if step.Kind() == sriov.StepKindMakeVFs {
				equal(t, "cancel", apply.Cancel() == nil, true)
			}
			return false
		}))
	carryOut(t, apply)
	equal(t, "cancelled", errors.Is(apply.Err(), sriov.ErrCancelled), true)
	expectVFs(t, "0")
}

func TestApplyIsCancelledByAnother(t *testing.T) {
	plan := makePlan(t, openKernel(t))
	tellKernel(t, "hold", "sriov_drivers_autoprobe")
	apply := startApply(t, plan)
	done := make(chan error)
	go func() { done <- apply.Cancel() }()
	equal(t, "cancel", <-done == nil, true)
	// What is held may come after the first word that releases it.
	for apply.Result() == sriov.ApplyResultUnderWay {
		tellKernel(t, "release")
		equal(t, "advance", apply.Advance() == nil, true)
	}
	equal(t, "result", apply.Result(), sriov.ApplyResultTakenBack)
}

func TestApplyIsClosedBeforeItsEnd(t *testing.T) {
	plan := makePlan(t, openKernel(t))
	var last sriov.StepResult
	apply := startApply(t, plan, sriov.ApplyProgress(
		func(step *sriov.Step, result sriov.StepResult) bool {
			last = result
			return false
		}))
	equal(t, "close", apply.Close() == nil, true)
	equal(t, "it was waited for", last, sriov.StepResultDone)
	equal(t, "closed", errors.Is(apply.Advance(), sriov.ErrInvalid), true)
	expectVFs(t, "0")
}

func TestApplyWithAPanicInItsCallback(t *testing.T) {
	plan := makePlan(t, openKernel(t))
	panicked := func() (value any) {
		defer func() { value = recover() }()
		plan.Apply(sriov.ApplyProgress(func(step *sriov.Step, _ sriov.StepResult) bool {
			if step.Kind() == sriov.StepKindSetVF {
				panic("out of ink")
			}
			return false
		}))
		return nil
	}()
	equal(t, "the panic comes out", panicked == any("out of ink"), true)
	expectVFs(t, "0")
}
