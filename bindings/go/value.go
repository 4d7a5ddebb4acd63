// SPDX-License-Identifier: LGPL-2.1-or-later

package sriov

// #include <stdlib.h>
import "C"

import (
	"strconv"
	"unsafe"
)

// takeText takes over a string that C made; NULL is "".
func takeText(text *C.char) string {
	defer C.free(unsafe.Pointer(text))
	return C.GoString(text)
}

// nameOf is the name of an enum's value, and the number of one that has none.
func nameOf[T ~int32](value T, names map[T]string) string {
	if name, known := names[value]; known {
		return name
	}
	return strconv.Itoa(int(value))
}
