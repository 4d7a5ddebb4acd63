// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
// extern void go_sriov_context_options_set_log_callback(void *, enum sriov_log_level, char *);
import "C"

import "unsafe"

// LogLevel tells how much a log line matters; the numbers are syslog's.
type LogLevel int32

// What a LogLevel can be.
const (
	// LogLevelError: the library cannot go on as asked.
	LogLevelError LogLevel = 3

	// LogLevelWarning: something is odd, the call goes on.
	LogLevelWarning LogLevel = 4

	// LogLevelInfo: a change was made to the system.
	LogLevelInfo LogLevel = 6

	// LogLevelDebug: each step, for those who look for a fault.
	LogLevelDebug LogLevel = 7
)

var namesLogLevel = map[LogLevel]string{
	LogLevelError:   "error",
	LogLevelWarning: "warning",
	LogLevelInfo:    "info",
	LogLevelDebug:   "debug",
}

// String is the name of the value; of one that this version does not know, the number.
func (value LogLevel) String() string {
	return nameOf(value, namesLogLevel)
}

// Context is the door to one host. Every object holds the context it came from.
//
// A program may have many at once. One context is used by one thread at a time.
type Context struct{ handle *handle }

var classContext = class{"Context", func(pointer unsafe.Pointer) {
	C.sriov_context_unref((*C.struct_sriov_context)(pointer))
}}

func newContext(pointer *C.struct_sriov_context, family *family) *Context {
	if pointer == nil {
		return nil
	}
	return &Context{newHandle(unsafe.Pointer(pointer), &classContext, family)}
}

func (context *Context) raw() *handle {
	if context == nil {
		return nil
	}
	return context.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (context *Context) Close() error {
	return context.raw().close()
}

// ContextOption is what [NewContext] may be told. Starts with the defaults of the running host.
type ContextOption struct {
	set func(call *call, options *C.struct_sriov_context_options)
}

func (call *call) contextOptions(given []ContextOption) *C.struct_sriov_context_options {
	if len(given) == 0 {
		return nil
	}
	var options *C.struct_sriov_context_options
	call.code = C.sriov_context_options_new(&options, &call.failure)
	call.cleanups = append(call.cleanups, func() { C.sriov_context_options_unref(options) })
	for _, each := range given {
		if each.set != nil && !call.failed() {
			each.set(call, options)
		}
	}
	return options
}

// ContextSysfs tells where sysfs is: "/host/sys" in a container, a made-up tree in a test.
//
// Everything is opened below this directory; a link that leads out of it is not followed.
//
//   - path: an absolute path.
//
// It fails with
//   - [ErrInvalid]: an argument is nil or the path is not absolute.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.1.
func ContextSysfs(path string) ContextOption {
	return ContextOption{func(call *call, options *C.struct_sriov_context_options) {
		cPath := call.text("path", path)
		if !call.failed() {
			call.code = C.sriov_context_options_set_sysfs(options, cPath, &call.failure)
		}
	}}
}

// ContextProcfs tells where procfs is; of it, the kernel's command line, /proc/interrupts and what
// processes have open are read.
//
//   - path: an absolute path.
//
// It fails with
//   - [ErrInvalid]: an argument is nil or the path is not absolute.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.1.
func ContextProcfs(path string) ContextOption {
	return ContextOption{func(call *call, options *C.struct_sriov_context_options) {
		cPath := call.text("path", path)
		if !call.failed() {
			call.code = C.sriov_context_options_set_procfs(options, cPath, &call.failure)
		}
	}}
}

// ContextDevfs tells where the files of devices are; of them, VFIO's and iommu are opened, and only
// when that is asked for.
//
//   - path: an absolute path.
//
// It fails with
//   - [ErrInvalid]: an argument is nil or the path is not absolute.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.1.
func ContextDevfs(path string) ContextOption {
	return ContextOption{func(call *call, options *C.struct_sriov_context_options) {
		cPath := call.text("path", path)
		if !call.failed() {
			call.code = C.sriov_context_options_set_devfs(options, cPath, &call.failure)
		}
	}}
}

// ContextModules tells where the kernel's modules and their index are, "/lib/modules/VERSION".
//
//   - path: an absolute path.
//
// It fails with
//   - [ErrInvalid]: an argument is nil or the path is not absolute.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.1.
func ContextModules(path string) ContextOption {
	return ContextOption{func(call *call, options *C.struct_sriov_context_options) {
		cPath := call.text("path", path)
		if !call.failed() {
			call.code = C.sriov_context_options_set_modules(options, cPath, &call.failure)
		}
	}}
}

// ContextModprobe tells where modprobe's configuration is (blacklists, options), instead of
// modprobe's own places.
//
//   - path: an absolute path of a directory with .conf files or of one file.
//
// It fails with
//   - [ErrInvalid]: an argument is nil or the path is not absolute.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.1.
func ContextModprobe(path string) ContextOption {
	return ContextOption{func(call *call, options *C.struct_sriov_context_options) {
		cPath := call.text("path", path)
		if !call.failed() {
			call.code = C.sriov_context_options_set_modprobe(options, cPath, &call.failure)
		}
	}}
}

// ContextRuntimeDirectory tells where leases, reservations and journals are: what agents on one
// host tell each other.
//
// All agents of a host must name the same one. It is made, with mode 0700, when it is first needed,
// and refused when it belongs to somebody else, when others have any right in it or when it is a
// link; the directory that it is in has to be there. It should be gone after a reboot, as what is
// in it then has no meaning any more; where it is not, what is old is known to be old.
//
//   - path: an absolute path; "/run/libsriov" by default.
//
// It fails with
//   - [ErrInvalid]: an argument is nil or the path is not absolute.
//   - [ErrNoMemory]: out of memory.
//
// Since 0.2.
func ContextRuntimeDirectory(path string) ContextOption {
	return ContextOption{func(call *call, options *C.struct_sriov_context_options) {
		cPath := call.text("path", path)
		if !call.failed() {
			call.code = C.sriov_context_options_set_runtime_directory(options, cPath, &call.failure)
		}
	}}
}

// ContextDeadlineMS tells how long one write to sysfs, one change by netlink, or the loading of a
// module may take; so do those reads of sysfs that the kernel may keep waiting, and all questions
// by netlink.
//
// Some wait in the kernel, perhaps for ever: removing VFs and unbinding a driver do for as long as
// another process holds the device, and whatever goes by netlink does while a driver changes an
// interface. So they are done by a process of the library's own, which has nothing of the caller's
// open, sends no SIGCHLD, is nobody's child in the program and ends with it. When one is not over
// in time, the call gives [ErrTimeout] and says what is under way and, where that is known, who
// holds the device. It goes on: until it is over, another change of the same kind, and another
// question, is [ErrBusy] at once; all else of the context can be used. What came of it in the end
// is told by [Context.ListUnfinisheds], and in the log as a warning.
//
// A call that changes more than once has this time for each change; a read of sysfs has two seconds
// at most, and a question by netlink ten. Loading a module has it too, with all that the module
// needs, in a process that is made for that: see [Module.Load].
//
//   - milliseconds: 60,000 by default; 0 for no deadline and no process: then the caller's own
//     thread waits.
//
// It fails with
//   - [ErrInvalid]: options is nil.
//
// Since 0.2.
func ContextDeadlineMS(milliseconds int) ContextOption {
	return ContextOption{func(call *call, options *C.struct_sriov_context_options) {
		cMilliseconds := call.unsigned("milliseconds", milliseconds)
		if !call.failed() {
			call.code = C.sriov_context_options_set_deadline_ms(options, cMilliseconds, &call.failure)
		}
	}}
}

// ContextNetns tells which network namespace is looked at: that of a container, of ip netns.
//
// Interfaces, their settings and their events are those of this namespace, asked for by netlink
// through sockets that are made in it. No thread of the caller ever enters it: a short-lived child
// process does, which sends no SIGCHLD. To set VFs it must be the namespace that the PF's interface
// is in.
//
// What sysfs shows below net/ belongs to the namespace of its mount and not to this one: in such a
// context it is not read, and which device an interface is on has to be told by netlink, as Linux
// does from 5.14 on: before that, whatever needs it says [ErrUnsupported]. Bonds are read from
// sysfs all the same: for those of a container set its sysfs too, with [ContextSysfs]. PCI devices
// are in no namespace.
//
// Any other than the caller's own needs CAP_SYS_ADMIN in the user namespace that owns it, and in
// that of the caller. Whether it may be entered shows in [NewContext].
//
//   - fd: an open descriptor of a network namespace, such as of /proc/PID/ns/net or
//     /run/netns/NAME, which is duplicated and stays the caller's; -1 for the namespace of the
//     process, which is the default.
//
// It fails with
//   - [ErrInvalid]: options is nil, or fd is not open or not of a network namespace.
//   - [ErrFailed]: the process has no descriptor left.
//
// Kernel interface: NS_GET_NSTYPE, later setns().
//
// Since 0.1.
func ContextNetns(fd int) ContextOption {
	return ContextOption{func(call *call, options *C.struct_sriov_context_options) {
		cFD := call.signed("fd", fd)
		if !call.failed() {
			call.code = C.sriov_context_options_set_netns(options, cFD, &call.failure)
		}
	}}
}

// ContextLog tells who gets the log. Without this call there is none.
//
//   - level: lines less important than this one are not made.
//   - callback: called with finished text without a line end, from within library calls on the
//     caller's thread; it may not call the library. nil for no log.
//
// It fails with
//   - [ErrInvalid]: options is nil or the level is none of [LogLevel].
//
// Since 0.1.
func ContextLog(level LogLevel, callback func(level LogLevel, text string)) ContextOption {
	return ContextOption{func(call *call, options *C.struct_sriov_context_options) {
		var cCallback *[0]byte
		var cCallbackData unsafe.Pointer
		if callback != nil {
			cCallback = (*[0]byte)(C.go_sriov_context_options_set_log_callback)
			cCallbackData = call.lastingCallback(callback)
		}
		if !call.failed() {
			call.code = C.sriov_context_options_set_log(options, C.enum_sriov_log_level(level), cCallback, cCallbackData, &call.failure)
		}
	}}
}

// NewContext makes a context.
//
// It fails with
//   - [ErrInvalid]: context is nil.
//   - [ErrNotFound]: there is no sysfs at the path.
//   - [ErrForbidden]: sysfs may not be opened, or the network namespace not be entered.
//   - [ErrFailed]: sysfs or the network namespace cannot be opened for another reason.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: The directory /sys; setns(), with a network namespace.
//
// Since 0.1.
func NewContext(options ...ContextOption) (context *Context, err error) {
	call := enterAlone()
	defer call.leave()
	cOptions := call.contextOptions(options)
	var cContext *C.struct_sriov_context
	if call.ready() {
		call.code = C.sriov_context_new(cOptions, &cContext, &call.failure)
	}
	context = newContext(cContext, call.family)
	return context, call.err(given(context))
}
