// SPDX-License-Identifier: LGPL-2.1-or-later

// Code generated from include/sriov/. Made by bindings/generate.py. DO NOT EDIT.

package sriov

// #include <sriov/sriov.h>
import "C"

import "unsafe"

// VPDChecksum tells whether the read-only part is what the maker wrote.
type VPDChecksum int32

// What a VPDChecksum can be.
const (
	// VPDChecksumUnknown: the answer for nil.
	VPDChecksumUnknown VPDChecksum = -1

	// VPDChecksumMissing: there is none: the keyword RV is missing.
	VPDChecksumMissing VPDChecksum = 0

	// VPDChecksumValid: it is right.
	VPDChecksumValid VPDChecksum = 1

	// VPDChecksumWrong: it is wrong: some of what is told may be wrong.
	VPDChecksumWrong VPDChecksum = 2
)

var namesVPDChecksum = map[VPDChecksum]string{
	VPDChecksumUnknown: "unknown",
	VPDChecksumMissing: "missing",
	VPDChecksumValid:   "valid",
	VPDChecksumWrong:   "wrong",
}

// String is the name of the value; of one that this version does not know, the number.
func (value VPDChecksum) String() string {
	return nameOf(value, namesVPDChecksum)
}

// VPDField is one field: a keyword and what it stands for. Immutable.
type VPDField struct{ handle *handle }

var classVPDField = class{"VPDField", func(pointer unsafe.Pointer) {
	C.sriov_vpd_field_unref((*C.struct_sriov_vpd_field)(pointer))
}}

func newVPDField(pointer *C.struct_sriov_vpd_field, family *family) *VPDField {
	if pointer == nil {
		return nil
	}
	return &VPDField{newHandle(unsafe.Pointer(pointer), &classVPDField, family)}
}

func (field *VPDField) raw() *handle {
	if field == nil {
		return nil
	}
	return field.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (field *VPDField) Close() error {
	return field.raw().close()
}

// VPDFieldList: fields in the order of the data. Immutable.
type VPDFieldList struct{ handle *handle }

var classVPDFieldList = class{"VPDFieldList", func(pointer unsafe.Pointer) {
	C.sriov_vpd_field_list_unref((*C.struct_sriov_vpd_field_list)(pointer))
}}

func newVPDFieldList(pointer *C.struct_sriov_vpd_field_list, family *family) *VPDFieldList {
	if pointer == nil {
		return nil
	}
	return &VPDFieldList{newHandle(unsafe.Pointer(pointer), &classVPDFieldList, family)}
}

func (list *VPDFieldList) raw() *handle {
	if list == nil {
		return nil
	}
	return list.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (list *VPDFieldList) Close() error {
	return list.raw().close()
}

// Len tells how many are in the list.
func (list *VPDFieldList) Len() int {
	call := look(list.raw())
	defer call.leave()
	return int(C.sriov_vpd_field_list_get_count((*C.struct_sriov_vpd_field_list)(call.self)))
}

// At is one of the list, from 0; nil past the end.
func (list *VPDFieldList) At(position int) *VPDField {
	call := look(list.raw())
	defer call.leave()
	cPosition := call.size("position", position)
	return newVPDField(C.sriov_vpd_field_ref(C.sriov_vpd_field_list_get((*C.struct_sriov_vpd_field_list)(call.self), cPosition)), call.family)
}

// All is a slice of all that are in the list.
func (list *VPDFieldList) All() []*VPDField {
	all := make([]*VPDField, list.Len())
	for i := range all {
		all[i] = list.At(i)
	}
	return all
}

// VPD is the VPD of a device. Immutable.
type VPD struct{ handle *handle }

var classVPD = class{"VPD", func(pointer unsafe.Pointer) {
	C.sriov_vpd_unref((*C.struct_sriov_vpd)(pointer))
}}

func newVPD(pointer *C.struct_sriov_vpd, family *family) *VPD {
	if pointer == nil {
		return nil
	}
	return &VPD{newHandle(unsafe.Pointer(pointer), &classVPD, family)}
}

func (vpd *VPD) raw() *handle {
	if vpd == nil {
		return nil
	}
	return vpd.handle
}

// Close lets go of it, and never fails. Without Close that happens some time after nobody can use
// it any more. What came from it stays as it is.
func (vpd *VPD) Close() error {
	return vpd.raw().close()
}

// Keyword is its keyword.
//
// Result: two characters such as "SN" or "V3".
//
// Since 0.1.
func (field *VPDField) Keyword() string {
	call := look(field.raw())
	defer call.leave()
	return C.GoString(C.sriov_vpd_field_get_keyword((*C.struct_sriov_vpd_field)(call.self)))
}

// Text is what it says, as a text.
//
// Result: ASCII without the blanks and NULs at its end; a byte that is no printable character is
// "\xNN", a backslash "\\". May be "".
//
// Since 0.1.
func (field *VPDField) Text() string {
	call := look(field.raw())
	defer call.leave()
	return C.GoString(C.sriov_vpd_field_get_text((*C.struct_sriov_vpd_field)(call.self)))
}

// Data is what it says, byte by byte.
//
// Result: [VPDField.Size] bytes; nil when there are none.
//
// Since 0.1.
func (field *VPDField) Data() []byte {
	call := look(field.raw())
	defer call.leave()
	return C.GoBytes(unsafe.Pointer(C.sriov_vpd_field_get_data((*C.struct_sriov_vpd_field)(call.self))), C.int(C.sriov_vpd_field_get_size((*C.struct_sriov_vpd_field)(call.self))))
}

// Size tells how many bytes it has.
//
// Result: 0 to 255.
//
// Since 0.1.
func (field *VPDField) Size() int {
	call := look(field.raw())
	defer call.leave()
	return int(C.sriov_vpd_field_get_size((*C.struct_sriov_vpd_field)(call.self)))
}

// IsWritable tells whether it is in the part that may be written, such as an asset tag ("YA").
//
// Result: false for the maker's read-only part, which alone the checksum covers.
//
// Since 0.1.
func (field *VPDField) IsWritable() bool {
	call := look(field.raw())
	defer call.leave()
	return bool(C.sriov_vpd_field_is_writable((*C.struct_sriov_vpd_field)(call.self)))
}

// Err tells where the data breaks off, and why.
//
// Many cards have data that is not quite as the standard wants it. What comes before the fault is
// sound and told, what comes behind it is not.
//
// Result: [ErrMalformed] with the offset in its message; nil when all was read.
//
// Since 0.1.
func (vpd *VPD) Err() error {
	call := look(vpd.raw())
	defer call.leave()
	return borrowedError(C.sriov_vpd_get_error((*C.struct_sriov_vpd)(call.self)))
}

// Checksum tells whether its read-only part is what the maker wrote.
//
// Result: the result of the checksum.
//
// Since 0.1.
func (vpd *VPD) Checksum() VPDChecksum {
	call := look(vpd.raw())
	defer call.leave()
	return VPDChecksum(C.sriov_vpd_get_checksum((*C.struct_sriov_vpd)(call.self)))
}

// ProductName is the name of the product: the identifier string.
//
// Result: as [VPDField.Text] has it; "" when there is none.
//
// Since 0.1.
func (vpd *VPD) ProductName() string {
	call := look(vpd.raw())
	defer call.leave()
	return C.GoString(C.sriov_vpd_get_product_name((*C.struct_sriov_vpd)(call.self)))
}

// PartNumber is the part number of the board ("PN").
//
// Result: "" when there is none.
//
// Since 0.1.
func (vpd *VPD) PartNumber() string {
	call := look(vpd.raw())
	defer call.leave()
	return C.GoString(C.sriov_vpd_get_part_number((*C.struct_sriov_vpd)(call.self)))
}

// SerialNumber is the serial number of the board ("SN").
//
// Result: "" when there is none.
//
// Since 0.1.
func (vpd *VPD) SerialNumber() string {
	call := look(vpd.raw())
	defer call.leave()
	return C.GoString(C.sriov_vpd_get_serial_number((*C.struct_sriov_vpd)(call.self)))
}

// EngineeringLevel is the engineering change level of the board ("EC").
//
// Result: "" when there is none.
//
// Since 0.1.
func (vpd *VPD) EngineeringLevel() string {
	call := look(vpd.raw())
	defer call.leave()
	return C.GoString(C.sriov_vpd_get_engineering_level((*C.struct_sriov_vpd)(call.self)))
}

// ManufactureID is the manufacture id ("MN").
//
// Result: "" when there is none.
//
// Since 0.1.
func (vpd *VPD) ManufactureID() string {
	call := look(vpd.raw())
	defer call.leave()
	return C.GoString(C.sriov_vpd_get_manufacture_id((*C.struct_sriov_vpd)(call.self)))
}

// Text is what any keyword says: "V0" to "VZ" are the vendor's own, "YA" is the asset tag.
//
//   - keyword: two characters; may be "".
//
// Result: as [VPDField.Text] has it; "" when there is no such field. Of two with one keyword the
// first is told.
//
// Since 0.1.
func (vpd *VPD) Text(keyword string) string {
	call := look(vpd.raw())
	defer call.leave()
	cKeyword := call.textOrNil("keyword", keyword)
	return C.GoString(C.sriov_vpd_get_text((*C.struct_sriov_vpd)(call.self), cKeyword))
}

// Fields is all fields of both parts, but for the checksum ("RV") and what is left free ("RW").
//
// Result: may be empty.
//
// Since 0.1.
func (vpd *VPD) Fields() *VPDFieldList {
	call := look(vpd.raw())
	defer call.leave()
	return newVPDFieldList(C.sriov_vpd_field_list_ref(C.sriov_vpd_get_fields((*C.struct_sriov_vpd)(call.self))), call.family)
}
