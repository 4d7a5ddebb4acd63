// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

//export go_sriov_apply_options_set_progress_callback
func go_sriov_apply_options_set_progress_callback(userData unsafe.Pointer, step *C.struct_sriov_step, result C.enum_sriov_step_result) C.bool {
	return C.bool(asked(userData, func(call *callback) bool {
		return call.function.(func(step *Step, result StepResult) bool)(newStep(C.sriov_step_ref(step), call.family), StepResult(result))
	}))
}

//export go_sriov_context_options_set_log_callback
func go_sriov_context_options_set_log_callback(userData unsafe.Pointer, level C.enum_sriov_log_level, text *C.char) {
	called(userData, func(call *callback) {
		call.function.(func(level LogLevel, text string))(LogLevel(level), C.GoString(text))
	})
}
