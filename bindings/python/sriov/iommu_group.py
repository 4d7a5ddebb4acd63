# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""IOMMU groups: the devices that can be handed to a machine only together."""

from __future__ import annotations

from typing import Optional, Tuple, Union

from . import device_list as _device_list
from . import error as _error
from . import iommu as _iommu
from . import reserved_region as _reserved_region
from . import sharing_reason as _sharing_reason
from . import vfio_many as _vfio_many
from . import _c
from ._runtime import calls, values
from ._runtime.enums import Value
from ._runtime.objects import Object
from ._runtime.sequences import List


class ViabilityRule(Value):
    """By which rule the kernel decides whether VFIO may take a group."""

    # Not known, for None.
    UNKNOWN = -1
    # Before Linux 5.19: each device is free, on a VFIO driver, on pci-stub, or a bridge on whatever
    # driver.
    DRIVER_LIST = 0
    # From Linux 5.19 on: each device is free or on a driver that leaves its DMA alone, which are
    # the VFIO drivers, pci-stub and, of those for bridges, pcieport only.
    DMA_OWNER = 1


class IOMMUGroup(Object):
    """An IOMMU group as it was when it was read. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.IOMMUGroup
    _shown = ("name", "number", "type")

    @property
    def error(self) -> Optional[_error.SriovError]:
        """Why a group in a list could not be read, or not all of it.

        Returns:
            None when all is well. With an error not all members are known, and it is the obstacle.
        """
        return self._error(_error.SriovError, _c.sriov_iommu_group_get_error)

    @property
    def number(self) -> int:
        """Its number.

        Returns:
            from 0; -1 for None.
        """
        return self._number(_c.sriov_iommu_group_get_number)

    @property
    def name(self) -> Optional[str]:
        """Its name, which few groups have.

        Returns:
            None when it has none. "vfio-noiommu" is one that no IOMMU stands behind.
        """
        return self._text_or_none(_c.sriov_iommu_group_get_name)

    @property
    def is_no_iommu(self) -> bool:
        """Whether it was made by VFIO's mode without an IOMMU: it protects from nothing.

        Returns:
            True when it was.
        """
        return self._boolean(_c.sriov_iommu_group_is_no_iommu)

    @property
    def type(self) -> Optional[str]:
        """The type of its default domain, in the kernel's word: "DMA", "DMA-FQ", "identity",
        "blocked".

        Returns:
            None when the kernel does not tell it to this caller.
        """
        return self._text_or_none(_c.sriov_iommu_group_get_type)

    @property
    def domain_type(self) -> _iommu.IOMMUDomainType:
        """The same as a value.

        Returns:
            the type.
        """
        return self._member(_iommu.IOMMUDomainType, _c.sriov_iommu_group_get_domain_type)

    def set_type(self, type: _iommu.IOMMUDomainType) -> None:
        """Sets the type of its default domain, for as long as the host runs.

        While a driver of the host has one of the devices the kernel refuses that, but for one case:
        from DMA to DMA-FQ. A type that the group has already is not written. The group given stays
        the snapshot that it is.

        Args:
            type: DMA, DMA-FQ, identity or auto.

        Raises:
            InvalidError: the type is none of those.
            BusyError: a driver has a device, which the message names with the driver, or VFIO
                has the group open.
            TimeoutError: it is not over in time, and goes on; see the argument deadline_ms of
                Context().
            UnsupportedError: the kernel is older than 5.12, or it changes the type of groups of
                one device only (before 6.5), or this IOMMU or device cannot have that type.
            ForbiddenError: the caller lacks CAP_SYS_ADMIN or CAP_SYS_RAWIO.
            GoneError: the group is not there any more.
            FailedError: the kernel failed, or it said yes and has another type now.
            NoMemoryError: out of memory.

        Kernel interface:
            `type` of the group.
        """
        calls.call(
            _c.sriov_iommu_group_set_type,
            self._pointer,
            values.member(type, _iommu.IOMMUDomainType, "type"),
        )

    def list_reserved_regions(self) -> _reserved_region.ReservedRegionList:
        """The addresses that are reserved for the group.

        Returns:
            may be empty.

        Raises:
            UnsupportedError: the kernel does not tell.
            GoneError: the group is not there any more.
            ForbiddenError: they may not be read.
            MalformedError: the kernel's list is not understood.
            FailedError: they cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            `reserved_regions` of the group.
        """
        out = calls.Instance(_reserved_region.ReservedRegionList)
        calls.call(_c.sriov_iommu_group_list_reserved_regions, self._pointer, out)
        return out.value

    def list_sharing_reasons(self) -> _sharing_reason.SharingReasonList:
        """Why more than one device is in the group: which port, bridge or device does not keep its
        neighbours apart.

        Reads the capabilities of all members, which wakes those that sleep.

        Returns:
            empty for a group of one.

        Raises:
            ForbiddenError: the caller may not read the devices' capabilities: it needs
                CAP_SYS_ADMIN.
            GoneError: a device was removed, or answers all ones.
            MalformedError: the capabilities of a device are not understood.
            FailedError: a device cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            `config` of the devices, and their places in `/sys/devices`.
        """
        out = calls.Instance(_sharing_reason.SharingReasonList)
        calls.call(_c.sriov_iommu_group_list_sharing_reasons, self._pointer, out)
        return out.value

    @property
    def devices(self) -> _device_list.DeviceList:
        """Its PCI devices.

        Returns:
            One that cannot be read is in it with its error.
        """
        return self._object(_device_list.DeviceList, _c.sriov_iommu_group_get_devices)

    @property
    def viability_rule(self) -> ViabilityRule:
        """By which rule the running kernel decides about viability, by its release.

        A distribution may have taken the later rule into an earlier release; the two differ for
        bridges only.

        Returns:
            the rule.
        """
        return self._member(ViabilityRule, _c.sriov_iommu_group_get_viability_rule)

    @property
    def is_viable(self) -> bool:
        """Whether VFIO could take the group now: no device in it is on a driver of the host.

        The kernel decides when the group is opened; this foretells its answer by the rule of the
        running kernel.

        Returns:
            True when it could.
        """
        return self._boolean(_c.sriov_iommu_group_is_viable)

    @property
    def obstacle(self) -> Optional[str]:
        """Why the group is not viable: the devices and the drivers that spoil it, in a sentence.

        Returns:
            None when it is viable.
        """
        return self._text_or_none(_c.sriov_iommu_group_get_obstacle)

    def get_obstacle_by(self, rule: ViabilityRule) -> Optional[str]:
        """The same by a rule of the caller's choice, for instance before an upgrade of the kernel.

        Args:
            rule: the rule.

        Returns:
            None when it is viable by that rule, and for a rule that is none.
        """
        return self._text_or_none(
            _c.sriov_iommu_group_get_obstacle_by, values.member(rule, ViabilityRule, "rule")
        )

    @property
    def obstacle_count(self) -> int:
        """How many devices spoil the group, by the rule of the running kernel.

        Returns:
            0 when it is viable.
        """
        return self._number(_c.sriov_iommu_group_get_obstacle_count)

    def get_obstacle_device(self, position: int) -> Optional[str]:
        """A device that spoils the group.

        Args:
            position: from 0, below IOMMUGroup.obstacle_count.

        Returns:
            its address, or the name of a device that is on no PCI bus; None past the end.
        """
        return self._text_or_none(
            _c.sriov_iommu_group_get_obstacle_device, values.size_t(position, "position")
        )

    @property
    def obstacle_devices(self) -> Tuple[str, ...]:
        """What get_obstacle_device() gives for each position."""
        return tuple(
            self._text(_c.sriov_iommu_group_get_obstacle_device, position)
            for position in range(self.obstacle_count)
        )

    def get_obstacle_driver(self, position: int) -> Optional[str]:
        """The driver that this device is on.

        Args:
            position: as for the device.

        Returns:
            "" when it cannot be read, None past the end.
        """
        return self._text_or_none(
            _c.sriov_iommu_group_get_obstacle_driver, values.size_t(position, "position")
        )

    @property
    def obstacle_drivers(self) -> Tuple[str, ...]:
        """What get_obstacle_driver() gives for each position."""
        return tuple(
            self._text(_c.sriov_iommu_group_get_obstacle_driver, position)
            for position in range(self.obstacle_count)
        )

    def bind_vfio_group(
        self,
        *,
        driver: Union[str, None, values.Default] = values.DEFAULT,
        best_driver: Optional[bool] = None,
        parallelism: Optional[int] = None,
        all_or_nothing: Optional[bool] = None,
    ) -> _vfio_many.VFIOList:
        """The same for a whole IOMMU group, which goes to VFIO only whole: all its PCI devices but
        bridges, which stay on their driver.

        Args:
            driver: Which driver all devices get; a VFIO driver's name; None for "vfio-pci".
            best_driver: Whether each device gets the driver that Device.find_vfio_driver()
                finds for it, instead of one that is the same for all; True for the driver that fits
                best.
            parallelism: How many devices are worked on at once; 1 to 64.
            all_or_nothing: Whether none is bound when one cannot be: those that were are put
                back to what they were; False is the default: what was bound stays bound.

        Returns:
            as DeviceList.bind_vfio_many() gives it.

        Raises:
            PartialError: as with DeviceList.bind_vfio_many().
            NoMemoryError: out of memory.
            WouldDestroyError: as with DeviceList.bind_vfio_many().
            BusyError: as with DeviceList.bind_vfio_many().
            TimeoutError: as with DeviceList.bind_vfio_many().
            NoDriverError: as with DeviceList.bind_vfio_many().
            UnsupportedError: as with DeviceList.bind_vfio_many().
            ForbiddenError: as with DeviceList.bind_vfio_many().
            GoneError: as with DeviceList.bind_vfio_many().
            MalformedError: as with DeviceList.bind_vfio_many().
            FailedError: as with DeviceList.bind_vfio_many().

        Kernel interface:
            That of Device.bind_vfio() for each device.
        """
        out = calls.Instance(_vfio_many.VFIOList)
        calls.call(
            _c.sriov_vfio_bind_group,
            self._pointer,
            _vfio_many.vfio_bind_options(
                driver=driver,
                best_driver=best_driver,
                parallelism=parallelism,
                all_or_nothing=all_or_nothing,
            ),
            out,
        )
        return out.value


class IOMMUGroupList(List["IOMMUGroup"]):
    """Groups in the order of their numbers. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.IOMMUGroupList

    def __len__(self) -> int:
        return self._number(_c.sriov_iommu_group_list_get_count)

    def _at(self, position: int) -> IOMMUGroup:
        return self._object(IOMMUGroup, _c.sriov_iommu_group_list_get, position)
