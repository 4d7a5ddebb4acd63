# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Vital Product Data (VPD): what the maker wrote into a card about it."""

from __future__ import annotations

from typing import Optional

from . import error as _error
from . import _c
from ._runtime import values
from ._runtime.enums import Value
from ._runtime.objects import Object
from ._runtime.sequences import List


class VPDChecksum(Value):
    """Whether the read-only part is what the maker wrote."""

    # The answer for None.
    UNKNOWN = -1
    # There is none: the keyword RV is missing.
    MISSING = 0
    # It is right.
    VALID = 1
    # It is wrong: some of what is told may be wrong.
    WRONG = 2


class VPDField(Object):
    """One field: a keyword and what it stands for. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.VPDField

    @property
    def keyword(self) -> str:
        """Its keyword.

        Returns:
            two characters such as "SN" or "V3"
        """
        return self._text(_c.sriov_vpd_field_get_keyword)

    @property
    def text(self) -> str:
        r"""What it says, as a text.

        Returns:
            ASCII without the blanks and NULs at its end, a byte that is no printable character is
            "\xNN", a backslash "\\". May be "".
        """
        return self._text(_c.sriov_vpd_field_get_text)

    @property
    def data(self) -> bytes:
        """What it says, byte by byte.

        Returns:
            VPDField.size bytes, None when there are none.
        """
        return self._data(_c.sriov_vpd_field_get_size, _c.sriov_vpd_field_get_data)

    @property
    def size(self) -> int:
        """How many bytes it has.

        Returns:
            0 to 255.
        """
        return self._number(_c.sriov_vpd_field_get_size)

    @property
    def is_writable(self) -> bool:
        """Whether it is in the part that may be written, such as an asset tag ("YA").

        Returns:
            False for the maker's read-only part, which alone the checksum covers.
        """
        return self._boolean(_c.sriov_vpd_field_is_writable)


class VPDFieldList(List["VPDField"]):
    """Fields in the order of the data. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.VPDFieldList

    def __len__(self) -> int:
        return self._number(_c.sriov_vpd_field_list_get_count)

    def _at(self, position: int) -> VPDField:
        return self._object(VPDField, _c.sriov_vpd_field_list_get, position)


class VPD(Object):
    """The VPD of a device. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.VPD

    @property
    def error(self) -> Optional[_error.SriovError]:
        """Where the data breaks off, and why.

        Many cards have data that is not quite as the standard wants it. What comes before the fault
        is sound and told, what comes behind it is not.

        Returns:
            MalformedError with the offset in its message, None when all was read.
        """
        return self._error(_error.SriovError, _c.sriov_vpd_get_error)

    @property
    def checksum(self) -> VPDChecksum:
        """Whether its read-only part is what the maker wrote.

        Returns:
            the result of the checksum.
        """
        return self._member(VPDChecksum, _c.sriov_vpd_get_checksum)

    @property
    def product_name(self) -> Optional[str]:
        """The name of the product: the identifier string.

        Returns:
            as VPDField.text has it, None when there is none.
        """
        return self._text_or_none(_c.sriov_vpd_get_product_name)

    @property
    def part_number(self) -> Optional[str]:
        """The part number of the board ("PN").

        Returns:
            None when there is none.
        """
        return self._text_or_none(_c.sriov_vpd_get_part_number)

    @property
    def serial_number(self) -> Optional[str]:
        """The serial number of the board ("SN").

        Returns:
            None when there is none.
        """
        return self._text_or_none(_c.sriov_vpd_get_serial_number)

    @property
    def engineering_level(self) -> Optional[str]:
        """The engineering change level of the board ("EC").

        Returns:
            None when there is none.
        """
        return self._text_or_none(_c.sriov_vpd_get_engineering_level)

    @property
    def manufacture_id(self) -> Optional[str]:
        """The manufacture id ("MN").

        Returns:
            None when there is none.
        """
        return self._text_or_none(_c.sriov_vpd_get_manufacture_id)

    def get_text(self, keyword: Optional[str]) -> Optional[str]:
        """What any keyword says: "V0" to "VZ" are the vendor's own, "YA" is the asset tag.

        Args:
            keyword: two characters; may be None.

        Returns:
            as VPDField.text has it, None when there is no such field. Of two with one keyword the
            first is told.
        """
        return self._text_or_none(_c.sriov_vpd_get_text, values.text_or_none(keyword, "keyword"))

    @property
    def fields(self) -> VPDFieldList:
        """All fields of both parts, but for the checksum ("RV") and what is left free ("RW").

        Returns:
            may be empty.
        """
        return self._object(VPDFieldList, _c.sriov_vpd_get_fields)
