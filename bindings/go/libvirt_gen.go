// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

// FormatLibvirtNetwork gives the definition of a network that hands out the VFs of a PF: for virsh
// net-define.
//
//   - name: what the network is to be called; "" for "passthrough_" and the interface's name.
//   - xml: escaped, UTF-8.
//
// It fails with
//   - [ErrInvalid]: pf or xml is nil, or the name, or the interface's, is empty, has a slash or a
//     control character or is not UTF-8.
//   - [ErrUnsupported]: the PF has no network interface.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: none.
//
// Since 0.1.
func (pf *PF) FormatLibvirtNetwork(name string) (xml string, err error) {
	call := enter(pf.raw(), &classPF)
	defer call.leave()
	cName := call.textOrNil("name", name)
	var cXML *C.char
	if call.ready() {
		call.code = C.sriov_libvirt_format_network((*C.struct_sriov_pf)(call.self), cName, &cXML, &call.failure)
	}
	return takeText(cXML), call.err(nil)
}

// FormatLibvirtInterface gives an interface of a machine that takes any free VF of such a network:
// for a domain's devices or virsh attach-device.
//
//   - network: the network's name.
//   - mac: the MAC that the machine is to see, "52:54:00:00:00:01"; "" lets libvirt choose.
//   - xml: escaped, UTF-8.
//
// It fails with
//   - [ErrInvalid]: network or xml is nil, the name is empty, has a slash, a control character or
//     is not UTF-8, or the MAC is malformed, all zeros or a multicast address.
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: none.
//
// Since 0.1.
func FormatLibvirtInterface(network string, mac string) (xml string, err error) {
	call := enterAlone()
	defer call.leave()
	cNetwork := call.text("network", network)
	cMAC := call.textOrNil("mac", mac)
	var cXML *C.char
	if call.ready() {
		call.code = C.sriov_libvirt_format_interface(cNetwork, cMAC, &cXML, &call.failure)
	}
	return takeText(cXML), call.err(nil)
}

// FormatLibvirtHostdev gives one certain VF as a host device of a machine: for a domain's devices
// or virsh attach-device.
//
// It is a plain hostdev, so that it does for VFs of every kind, and libvirt leaves the MAC, VLAN
// and all else as the functions of sriov_vf set it. (An interface of type hostdev would be given a
// MAC by libvirt, over the one that the VF has.)
//
//   - managed: true when libvirt is to bind it to VFIO and back; false when that is done already.
//   - xml: escaped, UTF-8.
//
// It fails with
//   - [ErrInvalid]: an argument is nil, or the VF has a [VF.Err].
//   - [ErrNoMemory]: out of memory.
//
// Kernel interface: none.
//
// Since 0.1.
func (vf *VF) FormatLibvirtHostdev(managed bool) (xml string, err error) {
	call := enter(vf.raw(), &classVF)
	defer call.leave()
	var cXML *C.char
	if call.ready() {
		call.code = C.sriov_libvirt_format_hostdev((*C.struct_sriov_vf)(call.self), C.bool(managed), &cXML, &call.failure)
	}
	return takeText(cXML), call.err(nil)
}
