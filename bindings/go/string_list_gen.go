// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

func copyStringList(list *C.struct_sriov_string_list) []string {
	all := make([]string, int(C.sriov_string_list_get_count(list)))
	for i := range all {
		all[i] = C.GoString(C.sriov_string_list_get(list, C.size_t(i)))
	}
	return all
}

func takeStringList(list *C.struct_sriov_string_list) []string {
	defer C.sriov_string_list_unref(list)
	if list == nil {
		return nil
	}
	return copyStringList(list)
}
