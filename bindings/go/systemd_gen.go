// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

// FormatSystemdLink is what a PF and its VFs should be like as a file for systemd's udev:
// systemd.link(5), for /etc/systemd/network/10-em1.link. systemd 251 and later understand it.
//
// Such a file can say less than a state, and what it cannot say is told. It also replaces
// 99-default.link for the PF's interface, since systemd takes the first file that fits and no
// other: what that one says of names and MACs is said in it too.
//
// It names the PF by its address. The host is asked for that when the state names the PF by its
// interface or a serial number; a PF that is named by its address need not be there.
//
// systemd asks nobody before it removes VFs: when there are some already, and another number is
// wanted, they are destroyed in use or not.
//
//   - context: the host.
//   - link: the text of the file
//   - unsaid: what is said of the PF and is not in the file, in sentences such as "VF 3: driver
//     vfio-pci cannot be said in a .link file"; empty when all is. Released with
//     sriov_string_list_unref(). nil when it is not wanted.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or two cards have the serial number.
//   - [ErrNotFound]: there is no such interface or serial number, or the interface is in another
//     network namespace.
//   - [ErrNotPF]: the device is no PF.
//   - [ErrUnsupported]: the PF has no network interface, so that no .link file is for it.
//   - [ErrGone]: the PF was removed meanwhile.
//   - [ErrForbidden]: the caller lacks the right to read.
//   - [ErrMalformed]: the kernel's description of it is not understood.
//   - [ErrBusy]: the interfaces of the host changed each time they were read: try again.
//   - [ErrFailed]: it cannot be read.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: What [Context.OpenPF] reads.
//
// Since 0.2.
func (pf *PFState) FormatSystemdLink(context *Context) (link string, unsaid []string, err error) {
	call := enter(pf.raw(), &classPFState)
	defer call.leave()
	cContext := (*C.struct_sriov_context)(call.object(context.raw(), &classContext))
	var cLink *C.char
	var cUnsaid *C.struct_sriov_string_list
	if call.ready() {
		call.code = C.sriov_systemd_format_link((*C.struct_sriov_pf_state)(call.self), cContext, &cLink, &cUnsaid, &call.failure)
	}
	return takeText(cLink), takeStringList(cUnsaid), call.err(nil)
}
