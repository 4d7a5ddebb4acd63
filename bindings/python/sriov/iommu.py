# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""The IOMMU of the host: is it on, and what to do when it is not."""

from __future__ import annotations

from typing import Optional

from . import string_list as _string_list
from . import vf_settings as _vf_settings
from . import _c
from ._runtime import values
from ._runtime.enums import Value
from ._runtime.objects import Object


class IOMMUVendor(Value):
    """Whose IOMMU the host has."""

    # One that this version does not know.
    UNKNOWN = -1
    # None: the kernel and the firmware show none.
    NONE = 0
    # Intel VT-d.
    INTEL = 1
    # AMD-Vi.
    AMD = 2
    # Arm SMMU.
    ARM_SMMU = 3
    # virtio-iommu.
    VIRTIO = 4


class IOMMUDomainType(Value):
    """How the IOMMU treats what a device sends while the host's own driver has the device."""

    # One that this version does not know, or that the kernel does not tell.
    UNKNOWN = -1
    # "blocked": everything is refused.
    BLOCKED = 0
    # "identity", also called passthrough: addresses go through as they are.
    IDENTITY = 1
    # "DMA", also called strict: translated; a mapping that was taken back is gone at once.
    DMA = 2
    # "DMA-FQ", also called lazy: translated; what was taken back goes a moment later.
    DMA_FQ = 3
    # "unmanaged": a driver makes the translations itself.
    UNMANAGED = 4
    # "auto", for IOMMUGroup.set_type() only: what the kernel would choose itself.
    AUTO = 5

    def __str__(self) -> str:
        return values.decode(_c.sriov_iommu_domain_type_get_name(self.value))


class Lockdown(Value):
    """How far the kernel is locked against its own administrator."""

    # The host does not tell: securityfs is not mounted or may not be read.
    UNKNOWN = -1
    # Not at all.
    NONE = 0
    # "integrity": no unsigned modules, no writing to configuration spaces and BARs.
    INTEGRITY = 1
    # "confidentiality": nor may the kernel's memory be read.
    CONFIDENTIALITY = 2
    # This kernel was built or started without it.
    UNAVAILABLE = 3


class ModuleSwitch(Value):
    """How a switch of a module is set."""

    # The host does not tell.
    UNKNOWN = -1
    # Off.
    OFF = 0
    # On.
    ON = 1
    # The module is not loaded: the switch gets its value then, from modprobe or by default.
    NOT_LOADED = 2
    # The module is there, and was built without that switch.
    ABSENT = 3


class IOMMU(Object):
    """The state of the host's IOMMU when it was read. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.IOMMU

    @property
    def is_enabled(self) -> bool:
        """Whether it is on: devices are in IOMMU groups.

        Returns:
            True when there is at least one group.
        """
        return self._boolean(_c.sriov_iommu_is_enabled)

    @property
    def vendor(self) -> IOMMUVendor:
        """Whose it is; from the running units, else from the firmware's tables.

        Returns:
            the vendor.
        """
        return self._member(IOMMUVendor, _c.sriov_iommu_get_vendor)

    @property
    def group_count(self) -> int:
        """How many IOMMU groups there are. Those of VFIO's mode without an IOMMU do not count.

        Returns:
            the number; 0 when it is off.
        """
        return self._number(_c.sriov_iommu_get_group_count)

    @property
    def interrupt_remapping(self) -> _vf_settings.Switch:
        """Whether interrupts are remapped, as VFIO wants it for safety.

        Returns:
            on when the kernel's interrupt controllers say so, unknown where they do not show it.
        """
        return self._member(_vf_settings.Switch, _c.sriov_iommu_get_interrupt_remapping)

    @property
    def default_domain_type(self) -> IOMMUDomainType:
        """What type most groups have, by the kernel's choice or that of its command line.

        Single groups may differ: see IOMMUGroup.domain_type.

        Returns:
            the type that most groups have; where the kernel does not show types, what the command
            line asks for; unknown when that says nothing either, and when the IOMMU is off.
        """
        return self._member(IOMMUDomainType, _c.sriov_iommu_get_default_domain_type)

    @property
    def lockdown(self) -> Lockdown:
        """Whether the kernel is locked down.

        Returns:
            the level.
        """
        return self._member(Lockdown, _c.sriov_iommu_get_lockdown)

    @property
    def unsafe_interrupts(self) -> ModuleSwitch:
        """Whether VFIO gives out devices where interrupts are not remapped, so that a machine could
        raise interrupts of the host: `allow_unsafe_interrupts` of vfio_iommu_type1.

        Returns:
            how the switch is set.
        """
        return self._member(ModuleSwitch, _c.sriov_iommu_get_unsafe_interrupts)

    @property
    def iommufd_unsafe_interrupts(self) -> ModuleSwitch:
        """The same for devices that are opened through iommufd: `allow_unsafe_interrupts` of that.

        Returns:
            how the switch is set.
        """
        return self._member(ModuleSwitch, _c.sriov_iommu_get_iommufd_unsafe_interrupts)

    @property
    def no_iommu_mode(self) -> ModuleSwitch:
        """Whether VFIO gives out devices that no IOMMU watches: `enable_unsafe_noiommu_mode` of
        vfio.

        Returns:
            how the switch is set.
        """
        return self._member(ModuleSwitch, _c.sriov_iommu_get_no_iommu_mode)

    @property
    def units(self) -> _string_list.StringList:
        """The IOMMU units, as sysfs names them: "dmar0".

        Returns:
            may be empty.
        """
        return self._object(_string_list.StringList, _c.sriov_iommu_get_units)

    @property
    def parameters(self) -> str:
        """The words of the kernel's command line that speak of the IOMMU: "intel_iommu=on
        iommu=pt".

        Returns:
            "" when there are none.
        """
        return self._text(_c.sriov_iommu_get_parameters)

    @property
    def advice(self) -> Optional[str]:
        """What to add to the kernel's command line, or to do in the firmware, to turn it on.

        Returns:
            None when it is on.
        """
        return self._text_or_none(_c.sriov_iommu_get_advice)

    @property
    def wanted_parameters(self) -> Optional[str]:
        """The exact words to add to the kernel's command line: "intel_iommu=on".

        Returns:
            None when it is on or when words to add would not help. The advice may ask for more,
            such as a word to remove.
        """
        return self._text_or_none(_c.sriov_iommu_get_wanted_parameters)

    @property
    def evidence(self) -> _string_list.StringList:
        """What all this was told by, a sentence each."""
        return self._object(_string_list.StringList, _c.sriov_iommu_get_evidence)
