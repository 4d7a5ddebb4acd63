# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""The whole host at once: devices, PFs, VFs and IOMMU groups that belong together."""

from __future__ import annotations

from typing import Optional, Tuple, Union

from . import device as _device
from . import device_filter as _device_filter
from . import device_list as _device_list
from . import iommu_group as _iommu_group
from . import pf as _pf
from . import vf as _vf
from . import _c
from ._runtime import calls, values
from ._runtime.objects import Object


class Host(Object):
    """All PCI devices of the host as they were when they were read, and what they are to each
    other. Immutable and counted.

    Each device is in it once: the device of a PF, of a VF or of a group's member is the very object
    that is in Host.devices.
    """

    __slots__ = ()
    _handle_type = _c.Host

    @property
    def devices(self) -> _device_list.DeviceList:
        """All its PCI devices.

        Returns:
            in the order of addresses. One that cannot be read is in it with its error.
        """
        return self._object(_device_list.DeviceList, _c.sriov_host_get_devices)

    @property
    def pfs(self) -> _pf.PFList:
        """All its PFs, with or without VFs.

        Returns:
            in the order of addresses. One that cannot be read is in it with its error.
        """
        return self._object(_pf.PFList, _c.sriov_host_get_pfs)

    def get_vfs(self, pf: Optional[_pf.PF]) -> Optional[_vf.VFList]:
        """The VFs of a PF.

        Args:
            pf: a PF; one that was opened elsewhere stands for the one of the same address. May
                be None.

        Returns:
            in the order of indexes, as many as PF.vf_count says of the PF in Host.pfs; None when
            this host has no such PF. A VF that cannot be read is in it with its error.
        """
        return self._object_or_none(
            _vf.VFList, _c.sriov_host_get_vfs, values.instance_or_none(pf, _pf.PF, "pf")
        )

    @property
    def groups(self) -> _iommu_group.IOMMUGroupList:
        """The IOMMU groups that its devices are in.

        The devices of a group are those that say they are in it. Members that are no PCI devices
        count for IOMMUGroup.is_viable, and so does one that came after the bus was listed. A group
        whose members cannot be told is not viable, and says so.

        Returns:
            in the order of numbers; empty when the IOMMU is off.
        """
        return self._object(_iommu_group.IOMMUGroupList, _c.sriov_host_get_groups)

    def get_device(self, address: Optional[str]) -> Optional[_device.Device]:
        """One of its devices.

        Args:
            address: "0000:01:00.0" or "01:00.0" (domain 0); may be None.

        Returns:
            None when it has none there.
        """
        return self._object_or_none(
            _device.Device, _c.sriov_host_get_device, values.text_or_none(address, "address")
        )

    def get_pf(self, name: Optional[str]) -> Optional[_pf.PF]:
        """One of its PFs.

        Args:
            name: an address as above, or what PF.interface gives; may be None.

        Returns:
            None when it has no such PF.
        """
        return self._object_or_none(_pf.PF, _c.sriov_host_get_pf, values.text_or_none(name, "name"))

    def get_vf(self, name: Optional[str]) -> Optional[_vf.VF]:
        """One of its VFs.

        Args:
            name: an address as above, or what VF.interface gives; may be None.

        Returns:
            None when it has no such VF.
        """
        return self._object_or_none(_vf.VF, _c.sriov_host_get_vf, values.text_or_none(name, "name"))

    def get_group(self, number: int) -> Optional[_iommu_group.IOMMUGroup]:
        """One of its IOMMU groups.

        Args:
            number: as Device.iommu_group gives it.

        Returns:
            None when no device is in such a group.
        """
        return self._object_or_none(
            _iommu_group.IOMMUGroup, _c.sriov_host_get_group, values.int_(number, "number")
        )

    def list_devices(
        self,
        *,
        class_: Optional[Tuple[int, int]] = None,
        vendor_id: Optional[int] = None,
        device_id: Optional[int] = None,
        driver: Union[str, None, values.Default] = values.DEFAULT,
        function: Optional[_device_filter.Function] = None,
    ) -> _device_list.DeviceList:
        """Some of its devices, chosen as Context.list_devices() would have, with nothing read.

        Args:
            class_: Only devices of a class: those with `(class & mask) == (wanted & mask)`. A
                tuple of `wanted`: a 24-bit class: base class, subclass, programming interface;
                0x020000 is Ethernet; `mask`: the bits that count: 0xff0000 for all network
                controllers, 0xffff00 for Ethernet.
            vendor_id: Only devices of a vendor; 0x8086 for Intel.
            device_id: Only devices of this device ID, which says little without a vendor's;
                0x10c9 for Intel's 82576.
            driver: Only devices to which this driver is bound; "igb"; None for devices that
                have none.
            function: Only PFs, only VFs or only free VFs; what is wanted.

        Returns:
            may be empty.

        Raises:
            NoMemoryError: out of memory.
        """
        out = calls.Instance(_device_list.DeviceList)
        calls.call(
            _c.sriov_host_list_devices,
            self._pointer,
            _device_filter.device_filter(
                class_=class_,
                vendor_id=vendor_id,
                device_id=device_id,
                driver=driver,
                function=function,
            ),
            out,
        )
        return out.value
