// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import (
	"strconv"
	"unsafe"
)

// ACSService is the services, each a bit of both registers. Later versions may add more.
type ACSService int32

// What an ACSService can be.
const (
	// ACSServiceUnknown: none that this version knows.
	ACSServiceUnknown ACSService = -1

	// ACSServiceSourceValidation: Source Validation: requests with a foreign bus number are refused.
	ACSServiceSourceValidation ACSService = 0

	// ACSServiceTranslationBlocking: Translation Blocking: requests that say they are translated
	// already are refused.
	ACSServiceTranslationBlocking ACSService = 1

	// ACSServiceRequestRedirect: P2P Request Redirect: requests to a neighbour go up, to the IOMMU.
	ACSServiceRequestRedirect ACSService = 2

	// ACSServiceCompletionRedirect: P2P Completion Redirect: so do the answers.
	ACSServiceCompletionRedirect ACSService = 3

	// ACSServiceUpstreamForwarding: Upstream Forwarding: what comes from below and is meant for below
	// goes up first.
	ACSServiceUpstreamForwarding ACSService = 4

	// ACSServiceEgressControl: P2P Egress Control: a vector says to which neighbours requests may go.
	ACSServiceEgressControl ACSService = 5

	// ACSServiceDirectTranslated: Direct Translated P2P: translated requests may go to a neighbour
	// directly.
	ACSServiceDirectTranslated ACSService = 6
)

var namesACSService = map[ACSService]string{
	ACSServiceUnknown:             "unknown",
	ACSServiceSourceValidation:    "source-validation",
	ACSServiceTranslationBlocking: "translation-blocking",
	ACSServiceRequestRedirect:     "request-redirect",
	ACSServiceCompletionRedirect:  "completion-redirect",
	ACSServiceUpstreamForwarding:  "upstream-forwarding",
	ACSServiceEgressControl:       "egress-control",
	ACSServiceDirectTranslated:    "direct-translated",
}

// String is the name of the value; of one that this version does not know, the number.
func (value ACSService) String() string {
	if _, known := namesACSService[value]; known {
		return C.GoString(C.sriov_acs_service_get_name(C.enum_sriov_acs_service(value)))
	}
	return strconv.Itoa(int(value))
}

// ACSCapability is the ACS capability of a port or function. Immutable.
type ACSCapability struct{ handle *handle }

var classACSCapability = class{"ACSCapability", func(pointer unsafe.Pointer) {
	C.sriov_acs_capability_unref((*C.struct_sriov_acs_capability)(pointer))
}}

func newACSCapability(pointer *C.struct_sriov_acs_capability, family *family) *ACSCapability {
	if pointer == nil {
		return nil
	}
	return &ACSCapability{newHandle(unsafe.Pointer(pointer), &classACSCapability, family)}
}

func (capability *ACSCapability) raw() *handle {
	if capability == nil {
		return nil
	}
	return capability.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (capability *ACSCapability) Close() error {
	return capability.raw().close()
}

// Offset tells where it is in the configuration space.
//
// Result: in bytes.
//
// Since 0.1.
func (capability *ACSCapability) Offset() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_acs_capability_get_offset((*C.struct_sriov_acs_capability)(call.self)))
}

// Has tells whether the hardware has a service.
//
//   - service: the service.
//
// Result: true when it has.
//
// Since 0.1.
func (capability *ACSCapability) Has(service ACSService) bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_acs_capability_has((*C.struct_sriov_acs_capability)(call.self), C.enum_sriov_acs_service(service)))
}

// IsEnabled tells whether a service is on.
//
//   - service: the service.
//
// Result: true when it is.
//
// Since 0.1.
func (capability *ACSCapability) IsEnabled(service ACSService) bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_acs_capability_is_enabled((*C.struct_sriov_acs_capability)(call.self), C.enum_sriov_acs_service(service)))
}

// EgressVectorBits tells how long the vector of egress control is.
//
// Result: 1 to 256 bits; 0 without egress control.
//
// Since 0.1.
func (capability *ACSCapability) EgressVectorBits() int {
	call := look(capability.raw())
	defer call.leave()
	return int(C.sriov_acs_capability_get_egress_vector_bits((*C.struct_sriov_acs_capability)(call.self)))
}

// IsIsolating tells whether it keeps devices apart as Linux wants it for IOMMU groups of their own:
// of source validation, request redirect, completion redirect and upstream forwarding each is on
// that the hardware has.
//
// Result: true when it does; false for nil, which is a port without ACS.
//
// Since 0.1.
func (capability *ACSCapability) IsIsolating() bool {
	call := look(capability.raw())
	defer call.leave()
	return bool(C.sriov_acs_capability_is_isolating((*C.struct_sriov_acs_capability)(call.self)))
}
