// SPDX-License-Identifier: LGPL-2.1-or-later

package sriov

// #include <sriov/sriov.h>
import "C"

import (
	"io/fs"
)

// Error is the message, one sentence for a person.
func (e *Error) Error() string {
	return e.Message
}

// Is tells whether the error has the code target, or is what target, an error of io/fs, stands
// for: [ErrNotFound] is fs.ErrNotExist, [ErrForbidden] is fs.ErrPermission, [ErrInvalid] is
// fs.ErrInvalid, and the use of what was closed is fs.ErrClosed.
func (e *Error) Is(target error) bool {
	switch target {
	case e.Code:
		return true
	case fs.ErrNotExist:
		return e.Code == ErrNotFound
	case fs.ErrPermission:
		return e.Code == ErrForbidden
	case fs.ErrInvalid:
		return e.Code == ErrInvalid
	case fs.ErrClosed:
		return e.closed
	}
	return false
}

// Unwrap is the errno, for errors.Is(err, syscall.EBUSY); nil when no system call failed.
func (e *Error) Unwrap() error {
	if e.Errno == 0 {
		return nil
	}
	return e.Errno
}

// Error makes a code something that errors.Is compares with.
func (code Code) Error() string {
	return code.String()
}

// newFailure is an error that this package finds by itself.
func newFailure(code Code, message string) *Error {
	made := newError(nil)
	made.Code = code
	made.Message = message
	return made
}

// newClosed says that an object is used after its end.
func newClosed(class *class) *Error {
	made := newFailure(ErrInvalid, "the "+class.name+" is closed")
	made.closed = true
	return made
}

// borrowedError copies an error of C; nil stays nil.
func borrowedError(failure *C.struct_sriov_error) error {
	if failure == nil {
		return nil
	}
	return newError(failure)
}
