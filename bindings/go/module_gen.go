// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import (
	"strconv"
	"unsafe"
)

// ModuleState tells where a module is on its way.
type ModuleState int32

// What a ModuleState can be.
const (
	// ModuleStateUnknown: a state that this version does not know.
	ModuleStateUnknown ModuleState = -1

	// ModuleStateNotLoaded: it exists and is not loaded.
	ModuleStateNotLoaded ModuleState = 0

	// ModuleStateBuiltin: it is part of the kernel itself.
	ModuleStateBuiltin ModuleState = 1

	// ModuleStateLive: it is loaded and runs.
	ModuleStateLive ModuleState = 2

	// ModuleStateComing: it is being loaded.
	ModuleStateComing ModuleState = 3

	// ModuleStateGoing: it is being unloaded.
	ModuleStateGoing ModuleState = 4
)

var namesModuleState = map[ModuleState]string{
	ModuleStateUnknown:   "unknown",
	ModuleStateNotLoaded: "not-loaded",
	ModuleStateBuiltin:   "builtin",
	ModuleStateLive:      "live",
	ModuleStateComing:    "coming",
	ModuleStateGoing:     "going",
}

// String is the name of the value; of one that this version does not know, the number.
func (value ModuleState) String() string {
	if _, known := namesModuleState[value]; known {
		return C.GoString(C.sriov_module_state_get_name(C.enum_sriov_module_state(value)))
	}
	return strconv.Itoa(int(value))
}

// Module is a kernel module as it was when it was read. Immutable.
type Module struct{ handle *handle }

var classModule = class{"Module", func(pointer unsafe.Pointer) {
	C.sriov_module_unref((*C.struct_sriov_module)(pointer))
}}

func newModule(pointer *C.struct_sriov_module, family *family) *Module {
	if pointer == nil {
		return nil
	}
	return &Module{newHandle(unsafe.Pointer(pointer), &classModule, family)}
}

func (module *Module) raw() *handle {
	if module == nil {
		return nil
	}
	return module.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (module *Module) Close() error {
	return module.raw().close()
}

// OpenModule opens a module by its name.
//
//   - name: "vfio-pci" or "vfio_pci": both are the same.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or the name can be no module's.
//   - [ErrNotFound]: this kernel has no such module; the message says where was looked.
//   - [ErrFailed]: the index of modules cannot be read, or there is nothing where [ContextModprobe]
//     says that the configuration is.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: modules.dep, modules.builtin, modprobe's configuration and /sys/module, through
// libkmod.
//
// Since 0.1.
func (context *Context) OpenModule(name string) (module *Module, err error) {
	call := enter(context.raw(), &classContext)
	defer call.leave()
	cName := call.text("name", name)
	var cModule *C.struct_sriov_module
	if call.ready() {
		call.code = C.sriov_module_open((*C.struct_sriov_context)(call.self), cName, &cModule, &call.failure)
	}
	module = newModule(cModule, call.family)
	return module, call.err(given(module))
}

// Name is its name as the kernel has it: "vfio_pci".
//
// Since 0.1.
func (module *Module) Name() string {
	call := look(module.raw())
	defer call.leave()
	return C.GoString(C.sriov_module_get_name((*C.struct_sriov_module)(call.self)))
}

// Path is its file.
//
// Result: "" when it is part of the kernel, or was loaded from a file that the index of modules
// does not have.
//
// Since 0.1.
func (module *Module) Path() string {
	call := look(module.raw())
	defer call.leave()
	return C.GoString(C.sriov_module_get_path((*C.struct_sriov_module)(call.self)))
}

// State tells whether it was loaded when it was read.
//
// Since 0.1.
func (module *Module) State() ModuleState {
	call := look(module.raw())
	defer call.leave()
	return ModuleState(C.sriov_module_get_state((*C.struct_sriov_module)(call.self)))
}

// IsBlacklisted tells whether modprobe's configuration or the kernel's command line has it
// blacklisted.
//
// Result: true when it has.
//
// Since 0.1.
func (module *Module) IsBlacklisted() bool {
	call := look(module.raw())
	defer call.leave()
	return bool(C.sriov_module_is_blacklisted((*C.struct_sriov_module)(call.self)))
}

// Load loads the module and those that it needs, with the options of modprobe's configuration.
//
// A module that is loaded or part of the kernel is success. A blacklisted one is not loaded. An
// "install" command in modprobe's configuration is not run, since it would start a process: such a
// module is SRIOV_CODE_UNSUPPORTED. All that is needed is looked at before the first is loaded.
// Soft dependencies are loaded as far as that works, and never hold it up.
//
// The kernel runs what a module does at its start while it is loaded. For most drivers that
// includes the probe of each device that is there for them, one after the other, and a driver that
// hangs in one hangs for good. Since 0.2 it has the deadline of [ContextDeadlineMS], for the module
// with all that it needs. What is not over then goes on: the message says which module is stuck, in
// which process and, as far as the kernel tells, in what; [Context.ListUnfinisheds] tells what came
// of it. Without a deadline (0) the caller's own thread waits, as it did in 0.1.
//
// With a deadline it is done by a process of the library's own, which has nothing of the caller's
// open, blocks all signals, and is nobody's child in the program: no SIGCHLD, nothing for wait().
// It is made for this one load, as a copy of the program by fork(), for libkmod needs memory that
// works; so handlers that the program has registered with pthread_atfork() are called: in that
// process those for the child; those for the parent in another one, which shares the memory of the
// caller's thread while that waits for it, and so has another process number. When the program or
// the context ends meanwhile, the load goes on to its end. A program that is given the orphans of
// others (process 1, or PR_SET_CHILD_SUBREAPER) is given this one, and a SIGCHLD as of any orphan;
// the library waits for it when it has answered in time.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory, also for the process.
//   - [ErrTimeout]: it is not over in time, and goes on.
//   - [ErrBusy]: an earlier load of the same module in this context is not over.
//   - [ErrBlacklisted]: it, or one that it needs, is blacklisted; the message names it.
//   - [ErrNotFound]: its file is gone.
//   - [ErrUnsupported]: the configuration has an install command for it, or for one that it needs.
//   - [ErrForbidden]: the caller lacks CAP_SYS_MODULE, the kernel is locked down or takes no
//     unsigned modules, or loading is switched off.
//   - [ErrFailed]: the kernel refused: for instance it has another version (ENOEXEC) or finds no
//     device (ENODEV); or the process could not be made or was killed, which the message says.
//
// Kernel interface: finit_module(2), through libkmod; fork(2), pidfd_open(2).
//
// Since 0.1.
func (module *Module) Load() error {
	call := enter(module.raw(), &classModule)
	defer call.leave()
	if call.ready() {
		call.code = C.sriov_module_load((*C.struct_sriov_module)(call.self), &call.failure)
	}
	return call.err(nil)
}

// ListModulesByAlias gives the modules that claim a device by its modalias, whether loaded or not.
//
//   - alias: what [Device.Modalias] gives, or any other alias.
//   - modules: empty when there is none. Blacklisted ones are in it.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or the alias empty or with brackets that do not match.
//   - [ErrFailed]: the index of modules cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: modules.alias, through libkmod.
//
// Since 0.1.
func (context *Context) ListModulesByAlias(alias string) (modules []string, err error) {
	call := enter(context.raw(), &classContext)
	defer call.leave()
	cAlias := call.text("alias", alias)
	var cModules *C.struct_sriov_string_list
	if call.ready() {
		call.code = C.sriov_module_list_by_alias((*C.struct_sriov_context)(call.self), cAlias, &cModules, &call.failure)
	}
	return takeStringList(cModules), call.err(nil)
}
