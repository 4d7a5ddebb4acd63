// SPDX-License-Identifier: LGPL-2.1-or-later

package sriov

import (
	"errors"
	"io/fs"
	"math"
	"testing"
)

// What a failed call gave all the same is in its error; what it did not give is nil, not a nil
// pointer.
func TestErrorHasResult(t *testing.T) {
	list := &VFIOList{}
	err := (&call{code: 15}).err(given(list))
	var failure *Error
	if !errors.As(err, &failure) || failure.Code != ErrPartial || failure.Result != any(list) {
		t.Errorf("%v", err)
	}
	list = nil
	if err := (&call{code: 15}).err(given(list)); err.(*Error).Result != nil {
		t.Errorf("%v", err)
	}
	if err := (&call{}).err(given(list)); err != nil {
		t.Errorf("%v", err)
	}
}

// Without memory for an error the library gives the code alone.
func TestErrorOfACodeAlone(t *testing.T) {
	err := (&call{code: 6}).err(nil)
	if !errors.Is(err, ErrNoMemory) || err.Error() != "no-memory" || err.(*Error).VFIndex != -1 {
		t.Errorf("%#v", err)
	}
}

// Errors of io/fs fit by the code, without an errno that says the same.
func TestErrorIsFSByItsCode(t *testing.T) {
	for code, target := range map[Code]error{
		ErrNotFound:  fs.ErrNotExist,
		ErrForbidden: fs.ErrPermission,
		ErrInvalid:   fs.ErrInvalid,
	} {
		if !errors.Is(newFailure(code, "no"), target) || errors.Is(newFailure(ErrBusy, "no"), target) {
			t.Errorf("%v and %v", code, target)
		}
	}
}

// What C has no room for is never wrapped around.
func TestNumbersThatCCannotHold(t *testing.T) {
	for _, number := range []int{-1, 1 << 32, 1<<32 + 1} {
		c := &call{}
		if found := c.unsigned("count", number); found != math.MaxUint32 || c.bad == nil {
			t.Errorf("%d is %d, %v", number, found, c.bad)
		}
	}
}
