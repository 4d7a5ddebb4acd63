// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// VFStatistics is the counters of one VF as they were when they were read. Immutable.
//
// They count from when the VF was made or the card was reset, as the driver has it. What the VF
// receives and sends is seen from the VF.
type VFStatistics struct{ handle *handle }

var classVFStatistics = class{"VFStatistics", func(pointer unsafe.Pointer) {
	C.sriov_vf_statistics_unref((*C.struct_sriov_vf_statistics)(pointer))
}}

func newVFStatistics(pointer *C.struct_sriov_vf_statistics, family *family) *VFStatistics {
	if pointer == nil {
		return nil
	}
	return &VFStatistics{newHandle(unsafe.Pointer(pointer), &classVFStatistics, family)}
}

func (statistics *VFStatistics) raw() *handle {
	if statistics == nil {
		return nil
	}
	return statistics.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (statistics *VFStatistics) Close() error {
	return statistics.raw().close()
}

// VFStatisticsList: statistics of VFs, in the order of their indexes. Immutable.
type VFStatisticsList struct{ handle *handle }

var classVFStatisticsList = class{"VFStatisticsList", func(pointer unsafe.Pointer) {
	C.sriov_vf_statistics_list_unref((*C.struct_sriov_vf_statistics_list)(pointer))
}}

func newVFStatisticsList(pointer *C.struct_sriov_vf_statistics_list, family *family) *VFStatisticsList {
	if pointer == nil {
		return nil
	}
	return &VFStatisticsList{newHandle(unsafe.Pointer(pointer), &classVFStatisticsList, family)}
}

func (list *VFStatisticsList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *VFStatisticsList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *VFStatisticsList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_vf_statistics_list_get_count((*C.struct_sriov_vf_statistics_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *VFStatisticsList) At(position int) *VFStatistics {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newVFStatistics(C.sriov_vf_statistics_ref(C.sriov_vf_statistics_list_get((*C.struct_sriov_vf_statistics_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *VFStatisticsList) All() []*VFStatistics {
	all := make([]*VFStatistics, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// VFIndex tells Which VF of the PF.
//
// Result: from 0.
//
// Since 0.1.
func (statistics *VFStatistics) VFIndex() int {
	call := look(statistics.raw())
	defer call.leave()
	return int(C.sriov_vf_statistics_get_vf_index((*C.struct_sriov_vf_statistics)(call.self)))
}

// Answer tells whether the driver counts.
//
// The kernel gives zeroes for a driver that counts nothing. So this is a value when any counter of
// any VF of the PF is not zero; unsupported when the kernel gives no counters, or when all are zero
// and the driver is known to count nothing (igb); and unknown when all are zero with another
// driver: then either it counts nothing, or nothing has come by.
//
// Result: a value, unsupported or unknown.
//
// Since 0.1.
func (statistics *VFStatistics) Answer() VFAnswer {
	call := look(statistics.raw())
	defer call.leave()
	return VFAnswer(C.sriov_vf_statistics_get_answer((*C.struct_sriov_vf_statistics)(call.self)))
}

// RXPackets: packets that the VF received.
//
// Since 0.1.
func (statistics *VFStatistics) RXPackets() uint64 {
	call := look(statistics.raw())
	defer call.leave()
	return uint64(C.sriov_vf_statistics_get_rx_packets((*C.struct_sriov_vf_statistics)(call.self)))
}

// TXPackets: packets that the VF sent.
//
// Since 0.1.
func (statistics *VFStatistics) TXPackets() uint64 {
	call := look(statistics.raw())
	defer call.leave()
	return uint64(C.sriov_vf_statistics_get_tx_packets((*C.struct_sriov_vf_statistics)(call.self)))
}

// RXBytes: bytes that the VF received.
//
// Since 0.1.
func (statistics *VFStatistics) RXBytes() uint64 {
	call := look(statistics.raw())
	defer call.leave()
	return uint64(C.sriov_vf_statistics_get_rx_bytes((*C.struct_sriov_vf_statistics)(call.self)))
}

// TXBytes: bytes that the VF sent.
//
// Since 0.1.
func (statistics *VFStatistics) TXBytes() uint64 {
	call := look(statistics.raw())
	defer call.leave()
	return uint64(C.sriov_vf_statistics_get_tx_bytes((*C.struct_sriov_vf_statistics)(call.self)))
}

// Broadcast: broadcast packets that the VF received.
//
// Since 0.1.
func (statistics *VFStatistics) Broadcast() uint64 {
	call := look(statistics.raw())
	defer call.leave()
	return uint64(C.sriov_vf_statistics_get_broadcast((*C.struct_sriov_vf_statistics)(call.self)))
}

// Multicast: multicast packets that the VF received.
//
// Since 0.1.
func (statistics *VFStatistics) Multicast() uint64 {
	call := look(statistics.raw())
	defer call.leave()
	return uint64(C.sriov_vf_statistics_get_multicast((*C.struct_sriov_vf_statistics)(call.self)))
}

// RXDropped: packets that were dropped on their way to the VF.
//
// Result: the number; 0 as well with kernels before 4.18, which do not tell.
//
// Since 0.1.
func (statistics *VFStatistics) RXDropped() uint64 {
	call := look(statistics.raw())
	defer call.leave()
	return uint64(C.sriov_vf_statistics_get_rx_dropped((*C.struct_sriov_vf_statistics)(call.self)))
}

// TXDropped: packets of the VF that were dropped, for instance by its spoof check.
//
// Result: the number; 0 as well with kernels before 4.18, which do not tell.
//
// Since 0.1.
func (statistics *VFStatistics) TXDropped() uint64 {
	call := look(statistics.raw())
	defer call.leave()
	return uint64(C.sriov_vf_statistics_get_tx_dropped((*C.struct_sriov_vf_statistics)(call.self)))
}

// ListVFStatistics gives the statistics of all VFs of the PF, in one question to the kernel.
//
// Lists of any length are read whole, as by [PF.ListVFSettings].
//
//   - list: may be empty.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrUnsupported]: the PF has no network interface, or its driver tells nothing of VFs.
//   - [ErrNotFound]: its interface is in another network namespace.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the driver leaves a VF out of its answer, as while it resets: try again; or the
//     kernel was asked before, and that is not over.
//   - [ErrTimeout]: the kernel does not answer in time; see [ContextDeadlineMS].
//   - [ErrForbidden]: the caller may not use netlink.
//   - [ErrMalformed]: the kernel's answer does not hold the VFs that it promises.
//   - [ErrFailed]: the kernel did not answer.
//
// Kernel interface: rtnetlink RTM_GETLINK with RTEXT_FILTER_VF: IFLA_VF_STATS.
//
// Since 0.1.
func (pf *PF) ListVFStatistics() (list *VFStatisticsList, err error) {
	call := enter(pf.raw(), &classPF)
	defer call.leave()
	var cList *C.struct_sriov_vf_statistics_list
	if call.ready() {
		call.code = C.sriov_pf_list_vf_statistics((*C.struct_sriov_pf)(call.self), &cList, &call.failure)
	}
	list = newVFStatisticsList(cList, call.family)
	return list, call.err(given(list))
}

// ReadStatistics gives the statistics of one VF.
//
// It fails with
//   - [ErrInvalid]: an argument is nil.
//   - [ErrNoMemory]: out of memory.
//   - [ErrUnsupported]: the PF has no network interface, or its driver tells nothing of VFs.
//   - [ErrNotFound]: the PF has no VF of that index any more, or its interface is in another
//     network namespace.
//   - [ErrGone]: the device was removed.
//   - [ErrBusy]: the driver leaves the VF out of its answer, as while it resets: try again; or the
//     kernel was asked before, and that is not over.
//   - [ErrTimeout]: the kernel does not answer in time; see [ContextDeadlineMS].
//   - [ErrForbidden]: the caller may not use netlink.
//   - [ErrMalformed]: the kernel's answer does not hold the VFs that it promises.
//   - [ErrFailed]: the kernel did not answer.
//
// Kernel interface: rtnetlink RTM_GETLINK with RTEXT_FILTER_VF: IFLA_VF_STATS.
//
// Since 0.1.
func (vf *VF) ReadStatistics() (statistics *VFStatistics, err error) {
	call := enter(vf.raw(), &classVF)
	defer call.leave()
	var cStatistics *C.struct_sriov_vf_statistics
	if call.ready() {
		call.code = C.sriov_vf_read_statistics((*C.struct_sriov_vf)(call.self), &cStatistics, &call.failure)
	}
	statistics = newVFStatistics(cStatistics, call.family)
	return statistics, call.err(given(statistics))
}
