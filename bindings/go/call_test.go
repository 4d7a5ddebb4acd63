// SPDX-License-Identifier: LGPL-2.1-or-later

package sriov

import (
	"errors"
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
