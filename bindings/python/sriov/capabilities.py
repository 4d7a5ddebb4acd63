# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""The capabilities of a device: what its configuration space says of it."""

from __future__ import annotations

from typing import Optional

from . import acs_capability as _acs_capability
from . import address_translation as _address_translation
from . import ari_capability as _ari_capability
from . import capability as _capability
from . import interrupt_capability as _interrupt_capability
from . import iov_capability as _iov_capability
from . import resizable_bar as _resizable_bar
from . import _c
from ._runtime import values
from ._runtime.enums import Value
from ._runtime.objects import Object


class CapabilityState(Value):
    """What is known of a capability."""

    # Nothing; for None.
    UNKNOWN = -1
    # The device has no such capability.
    ABSENT = 0
    # The device has it.
    PRESENT = 1
    # The list it would be in cannot be reached: see Capabilities.obstacle.
    UNREADABLE = 2


class PortType(Value):
    """What kind of PCI Express function a device is."""

    # One that this version does not know.
    UNKNOWN = -1
    # None: conventional PCI or PCI-X, or a device inside the chipset that shows none.
    NONE = 0
    # An endpoint.
    ENDPOINT = 1
    # A legacy endpoint.
    LEGACY_ENDPOINT = 2
    # A root port.
    ROOT_PORT = 3
    # The upstream port of a switch.
    UPSTREAM_PORT = 4
    # A downstream port of a switch.
    DOWNSTREAM_PORT = 5
    # A bridge to conventional PCI.
    PCI_BRIDGE = 6
    # A bridge from conventional PCI to PCI Express.
    EXPRESS_BRIDGE = 7
    # An endpoint inside the root complex.
    INTEGRATED_ENDPOINT = 8
    # A collector of the root complex's events.
    EVENT_COLLECTOR = 9


class Capabilities(Object):
    """The capabilities of a device as they were when they were read. Immutable and counted.

    Where a getter gives None the device has no such capability, or, for one of the extended list,
    Capabilities.obstacle says why that list cannot be reached. Without the right to read them there
    is no such object at all: Device.read_capabilities() fails.
    """

    __slots__ = ()
    _handle_type = _c.Capabilities

    @property
    def list(self) -> _capability.CapabilityList:
        """All of them, the extended list behind the first one."""
        return self._object(_capability.CapabilityList, _c.sriov_capabilities_get_list)

    def get_state(self, extended: bool, id: int) -> CapabilityState:
        """Whether the device has a capability, also one that is not decoded here.

        Args:
            extended: True for one of the extended list.
            id: the number that the PCI standards give it.

        Returns:
            present, absent, or unreadable.
        """
        return self._member(
            CapabilityState,
            _c.sriov_capabilities_get_state,
            values.boolean(extended, "extended"),
            values.unsigned_int(id, "id"),
        )

    @property
    def obstacle(self) -> Optional[str]:
        """Why the extended list cannot be reached: a PCI Express device of which the kernel shows
        256 bytes only, since the host has no way to more (no MMCONFIG).

        Returns:
            a sentence, None when it can, and for devices that have none.
        """
        return self._text_or_none(_c.sriov_capabilities_get_obstacle)

    @property
    def port_type(self) -> PortType:
        """What kind of PCI Express function it is.

        Returns:
            the kind.
        """
        return self._member(PortType, _c.sriov_capabilities_get_port_type)

    @property
    def is_multifunction(self) -> bool:
        """Whether the device has other functions beside this one, as its header says.

        Returns:
            True when it has.
        """
        return self._boolean(_c.sriov_capabilities_is_multifunction)

    @property
    def has_function_level_reset(self) -> bool:
        """Whether the function can be reset by itself (FLR), by its PCI Express or Advanced
        Features capability.

        Returns:
            True when it can.
        """
        return self._boolean(_c.sriov_capabilities_has_function_level_reset)

    @property
    def has_ari_forwarding(self) -> bool:
        """ARI Forwarding Supported: the port can pass on requests for functions above 7.

        Returns:
            True when it can; False for what is no port.
        """
        return self._boolean(_c.sriov_capabilities_has_ari_forwarding)

    @property
    def is_ari_forwarding_enabled(self) -> bool:
        """ARI Forwarding Enable.

        Returns:
            True when it is on.
        """
        return self._boolean(_c.sriov_capabilities_is_ari_forwarding_enabled)

    @property
    def serial_number(self) -> Optional[str]:
        """Device Serial Number, as lspci writes it: "00-1b-21-ff-ff-aa-bb-cc".

        Returns:
            None when it has none.
        """
        return self._text_or_none(_c.sriov_capabilities_get_serial_number)

    @property
    def iov(self) -> Optional[_iov_capability.IOVCapability]:
        """Single Root I/O Virtualization: the device is a PF.

        Returns:
            None when there is none.
        """
        return self._object_or_none(_iov_capability.IOVCapability, _c.sriov_capabilities_get_iov)

    @property
    def acs(self) -> Optional[_acs_capability.ACSCapability]:
        """Access Control Services.

        Returns:
            None when there is none.
        """
        return self._object_or_none(_acs_capability.ACSCapability, _c.sriov_capabilities_get_acs)

    @property
    def ari(self) -> Optional[_ari_capability.ARICapability]:
        """Alternative Routing-ID Interpretation.

        Returns:
            None when there is none.
        """
        return self._object_or_none(_ari_capability.ARICapability, _c.sriov_capabilities_get_ari)

    @property
    def ats(self) -> Optional[_address_translation.ATSCapability]:
        """Address Translation Services. A VF has its own.

        Returns:
            None when there is none.
        """
        return self._object_or_none(
            _address_translation.ATSCapability, _c.sriov_capabilities_get_ats
        )

    @property
    def pasid(self) -> Optional[_address_translation.PASIDCapability]:
        """Process Address Space ID. VFs use the PF's.

        Returns:
            None when there is none.
        """
        return self._object_or_none(
            _address_translation.PASIDCapability, _c.sriov_capabilities_get_pasid
        )

    @property
    def pri(self) -> Optional[_address_translation.PRICapability]:
        """Page Request Interface. VFs use the PF's.

        Returns:
            None when there is none.
        """
        return self._object_or_none(
            _address_translation.PRICapability, _c.sriov_capabilities_get_pri
        )

    @property
    def msi(self) -> Optional[_interrupt_capability.MSICapability]:
        """Message Signalled Interrupts.

        Returns:
            None when there is none.
        """
        return self._object_or_none(
            _interrupt_capability.MSICapability, _c.sriov_capabilities_get_msi
        )

    @property
    def msix(self) -> Optional[_interrupt_capability.MSIXCapability]:
        """Extended Message Signalled Interrupts.

        Returns:
            None when there is none.
        """
        return self._object_or_none(
            _interrupt_capability.MSIXCapability, _c.sriov_capabilities_get_msix
        )

    @property
    def resizable_bars(self) -> _resizable_bar.ResizableBARList:
        """BARs of the device whose size can be chosen.

        Returns:
            empty when there are none
        """
        return self._object(
            _resizable_bar.ResizableBARList, _c.sriov_capabilities_get_resizable_bars
        )

    @property
    def vf_resizable_bars(self) -> _resizable_bar.ResizableBARList:
        """BARs of its VFs whose size can be chosen.

        Returns:
            empty when there are none
        """
        return self._object(
            _resizable_bar.ResizableBARList, _c.sriov_capabilities_get_vf_resizable_bars
        )
