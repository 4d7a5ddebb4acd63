# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""PCI devices."""

from __future__ import annotations

import ctypes
from typing import Optional

from . import bar as _bar
from . import capabilities as _capabilities
from . import capability as _capability
from . import context as _context
from . import device_attributes as _device_attributes
from . import device_interfaces as _device_interfaces
from . import devlink as _devlink
from . import error as _error
from . import holder as _holder
from . import iov_capability as _iov_capability
from . import netdev as _netdev
from . import pcie_link as _pcie_link
from . import string_list as _string_list
from . import vfio as _vfio
from . import vfio_info as _vfio_info
from . import vpd as _vpd
from . import _c
from ._runtime import calls, values
from ._runtime.objects import Object


class Device(Object):
    """A PCI device as it was when it was read. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.Device
    _shown = ("address",)

    @property
    def context(self) -> _context.Context:
        """The context it was read through."""
        return self._object(_context.Context, _c.sriov_device_get_context)

    @property
    def address(self) -> str:
        """Its PCI address.

        Returns:
            "DDDD:BB:DD.F" in hexadecimal
        """
        return self._text(_c.sriov_device_get_address)

    @property
    def error(self) -> Optional[_error.SriovError]:
        """Why a device in a list could not be read.

        Returns:
            None when all is well. With an error only the address is known.
        """
        return self._error(_error.SriovError, _c.sriov_device_get_error)

    @property
    def vendor_id(self) -> int:
        """Vendor ID.

        Returns:
            0x8086 for Intel.
        """
        return self._number(_c.sriov_device_get_vendor_id)

    @property
    def device_id(self) -> int:
        """Device ID.

        Returns:
            the id.
        """
        return self._number(_c.sriov_device_get_device_id)

    @property
    def subsystem_vendor_id(self) -> int:
        """Subsystem Vendor ID.

        Returns:
            the id; 0 when it has none.
        """
        return self._number(_c.sriov_device_get_subsystem_vendor_id)

    @property
    def subsystem_device_id(self) -> int:
        """Subsystem ID.

        Returns:
            the id; 0 when it has none.
        """
        return self._number(_c.sriov_device_get_subsystem_device_id)

    @property
    def class_(self) -> int:
        """Class code: base class, subclass, programming interface.

        Returns:
            24 bits; 0x020000 is an Ethernet controller.
        """
        return self._number(_c.sriov_device_get_class)

    @property
    def driver(self) -> Optional[str]:
        """The driver bound to it.

        Returns:
            None when there is none.
        """
        return self._text_or_none(_c.sriov_device_get_driver)

    @property
    def modalias(self) -> str:
        """The string by which modules say that they can drive it."""
        return self._text(_c.sriov_device_get_modalias)

    @property
    def iommu_group(self) -> int:
        """The number of its IOMMU group.

        Returns:
            from 0; -1 when it is in none, for instance because the IOMMU is off.
        """
        return self._number(_c.sriov_device_get_iommu_group)

    def read_capabilities(self) -> _capabilities.Capabilities:
        """Reads and decodes all capabilities of a device.

        Only the registers that are told of are read, each once. That wakes a sleeping device.

        Raises:
            NoMemoryError: out of memory.
            ForbiddenError: the caller may read 64 bytes only: it needs CAP_SYS_ADMIN.
            GoneError: the device was removed, or answers all ones.
            MalformedError: the lists run in a circle, or they or a capability lead out of the
                configuration space.
            FailedError: the configuration space cannot be read.

        Kernel interface:
            `config` of the device.
        """
        out = calls.Instance(_capabilities.Capabilities)
        calls.call(_c.sriov_device_read_capabilities, self._pointer, out)
        return out.value

    def list_capabilities(self) -> _capability.CapabilityList:
        """All its capabilities, of the first and of the extended list.

        Raises:
            NoMemoryError: out of memory.
            ForbiddenError: the caller may read 64 bytes only: it needs CAP_SYS_ADMIN.
            GoneError: the device was removed, or answers all ones.
            MalformedError: the lists run in a circle or out of the configuration space.
            FailedError: the configuration space cannot be read.

        Kernel interface:
            `config` of the device. Reading it wakes a sleeping device.
        """
        out = calls.Instance(_capability.CapabilityList)
        calls.call(_c.sriov_device_list_capabilities, self._pointer, out)
        return out.value

    def read_iov_capability(self) -> _iov_capability.IOVCapability:
        """The SR-IOV capability, decoded.

        Raises:
            NoMemoryError: out of memory.
            UnsupportedError: the device has no such capability.
            ForbiddenError: the caller may read 64 bytes only: it needs CAP_SYS_ADMIN.
            GoneError: the device was removed, or answers all ones.
            MalformedError: the lists run in a circle or out of the configuration space.
            FailedError: the configuration space cannot be read.

        Kernel interface:
            `config` of the device. Reading it wakes a sleeping device.
        """
        out = calls.Instance(_iov_capability.IOVCapability)
        calls.call(_c.sriov_device_read_iov_capability, self._pointer, out)
        return out.value

    def read_name(self) -> str:
        """What it is, in words: "Intel Corporation 82576 Gigabit Network Connection".

        Returns:
            Ids stand for names that are not known, and for all of them when the library was built
            without libpci: "8086:10c9".

        Raises:
            NoMemoryError: out of memory.

        Kernel interface:
            none; the file pci.ids, through libpci.
        """
        out = calls.Text()
        calls.call(_c.sriov_device_read_name, self._pointer, out)
        return out.value

    def read_numa_node(self) -> int:
        """The memory node it is nearest to.

        Returns:
            from 0; -1 when the host has no such nodes or the firmware does not say.

        Raises:
            NoMemoryError: out of memory.
            GoneError: the device was removed.
            UnsupportedError: the kernel was built without NUMA.
            MalformedError: the file holds no number.
            ForbiddenError: the caller may not read it.
            FailedError: it cannot be read.

        Kernel interface:
            `numa_node` of the device.
        """
        out = calls.Number(ctypes.c_int())
        calls.call(_c.sriov_device_read_numa_node, self._pointer, out)
        return out.value

    def read_local_cpus(self) -> str:
        """The processors (CPUs) that are nearest to it: those of its memory node.

        Returns:
            numbers and ranges as taskset(1), cpuset(7) and libvirt take them, "0-7,16-23". All
            processors when the device is near to none in particular; "" when its node has none.

        Raises:
            NoMemoryError: out of memory.
            GoneError: the device was removed.
            UnsupportedError: the kernel does not tell.
            MalformedError: the file holds no such list.
            ForbiddenError: the caller may not read it.
            FailedError: it cannot be read.

        Kernel interface:
            `local_cpulist` of the device.
        """
        out = calls.Text()
        calls.call(_c.sriov_device_read_local_cpus, self._pointer, out)
        return out.value

    def read_revision(self) -> int:
        """The Revision ID: the stepping of the chip.

        Returns:
            0 to 255.

        Raises:
            NoMemoryError: out of memory.
            GoneError: the device was removed.
            UnsupportedError: the kernel does not tell: it does from 4.10 on.
            MalformedError: the file holds no such number.
            ForbiddenError: the caller may not read it.
            FailedError: it cannot be read.

        Kernel interface:
            `revision` of the device.
        """
        out = calls.Number(ctypes.c_uint())
        calls.call(_c.sriov_device_read_revision, self._pointer, out)
        return out.value

    def read_pcie_link(self) -> _pcie_link.PCIeLink:
        """Speed and width of its PCI Express link.

        Raises:
            NoMemoryError: out of memory.
            GoneError: the device was removed.
            UnsupportedError: it is no PCI Express device, or the kernel does not tell: it does
                from 4.13 on.
            MalformedError: a file holds no speed, or no width.
            ForbiddenError: the caller may not read it.
            FailedError: it cannot be read.

        Kernel interface:
            `current_link_speed`, `current_link_width`, `max_link_speed` and `max_link_width` of the
            device. Its registers are read; it is not woken up for that.
        """
        out = calls.Instance(_pcie_link.PCIeLink)
        calls.call(_c.sriov_device_read_pcie_link, self._pointer, out)
        return out.value

    def list_reset_methods(self) -> _string_list.StringList:
        """The ways in which the kernel can reset it alone, in the order in which it tries them.

        Returns:
            in the kernel's words: "device_specific", "acpi", "flr" (Function Level Reset),
            "af_flr", "pm" (through D3hot), "bus", "cxl_bus", and what later kernels add. Empty when
            there is no way, or when all were switched off.

        Raises:
            NoMemoryError: out of memory.
            GoneError: the device was removed.
            UnsupportedError: there is a way and the kernel does not tell which: it does from
                5.15 on.
            MalformedError: the file holds no list of names.
            ForbiddenError: the caller may not read it.
            FailedError: it cannot be read.

        Kernel interface:
            `reset_method` of the device; without it `reset` tells whether there is a way at all.
        """
        out = calls.Instance(_string_list.StringList)
        calls.call(_c.sriov_device_list_reset_methods, self._pointer, out)
        return out.value

    def read_reset_support(self) -> bool:
        """Whether the kernel can reset it alone, in whatever way.

        A device that cannot is handed from one machine to the next as the first has left it.

        Returns:
            True when it can.

        Raises:
            NoMemoryError: out of memory.
            GoneError: the device was removed.
            MalformedError: `reset_method` holds no list of names.
            ForbiddenError: the caller may not read it.
            FailedError: it cannot be read.

        Kernel interface:
            `reset_method` of the device, and that there is a file `reset`, which is not touched.
        """
        out = calls.Boolean()
        calls.call(_c.sriov_device_read_reset_support, self._pointer, out)
        return out.value

    def read_power_state(self) -> _device_attributes.PowerState:
        """Which power state the kernel has it in. Asking does not wake it.

        Returns:
            PowerState.UNKNOWN is usual for a device that never had a driver.

        Raises:
            NoMemoryError: out of memory.
            GoneError: the device was removed.
            UnsupportedError: the kernel does not tell: it does from 5.11 on.
            ForbiddenError: the caller may not read it.
            FailedError: it cannot be read.

        Kernel interface:
            `power_state` of the device.
        """
        out = calls.Member(_device_attributes.PowerState)
        calls.call(_c.sriov_device_read_power_state, self._pointer, out)
        return out.value

    def read_d3cold_allowed(self) -> bool:
        """Whether the kernel may take its power away altogether while it sleeps.

        Returns:
            True when D3cold is allowed.

        Raises:
            NoMemoryError: out of memory.
            GoneError: the device was removed.
            UnsupportedError: the kernel was built without ACPI or power management.
            MalformedError: the file holds neither 0 nor 1.
            ForbiddenError: the caller may not read it.
            FailedError: it cannot be read.

        Kernel interface:
            `d3cold_allowed` of the device.
        """
        out = calls.Boolean()
        calls.call(_c.sriov_device_read_d3cold_allowed, self._pointer, out)
        return out.value

    def read_enable_count(self) -> int:
        """How often it was enabled and not disabled again: 0 is a device that nobody uses.

        Returns:
            by drivers, and by root through the same file.

        Raises:
            NoMemoryError: out of memory.
            GoneError: the device was removed.
            UnsupportedError: the kernel does not tell.
            MalformedError: the file holds no number.
            ForbiddenError: the caller may not read it.
            FailedError: it cannot be read.

        Kernel interface:
            `enable` of the device.
        """
        out = calls.Number(ctypes.c_uint())
        calls.call(_c.sriov_device_read_enable_count, self._pointer, out)
        return out.value

    def read_driver_override(self) -> Optional[str]:
        """The one driver that it is kept for.

        One that was left behind keeps the device's own driver away for good.

        Returns:
            None when any driver may have it, which is usual.

        Raises:
            BusyError: it was asked for before, and that is not over.
            TimeoutError: the kernel does not answer in time: somebody changes the device; see
                the argument deadline_ms of Context().
            NoMemoryError: out of memory.
            GoneError: the device was removed.
            UnsupportedError: the kernel has no such thing: it came with 3.16.
            ForbiddenError: the caller may not read it.
            FailedError: it cannot be read.

        Kernel interface:
            `driver_override` of the device.
        """
        out = calls.Text()
        calls.call(_c.sriov_device_read_driver_override, self._pointer, out)
        return out.optional

    def read_msix_in_use(self) -> int:
        """How many MSI-X vectors its driver has taken.

        How many there are MSIXCapability.table_size tells.

        Returns:
            0 to 2048; 0 too when it uses MSI, a pin or no interrupts.

        Raises:
            NoMemoryError: out of memory.
            GoneError: the device was removed.
            ForbiddenError: the caller may not read it.
            FailedError: they cannot be listed.

        Kernel interface:
            `msi_irqs/` of the device.
        """
        out = calls.Number(ctypes.c_uint())
        calls.call(_c.sriov_device_read_msix_in_use, self._pointer, out)
        return out.value

    def read_vpd(self) -> _vpd.VPD:
        """Its Vital Product Data: name, part number and serial number, as the maker wrote them.

        The device gives 4 bytes at a time, so that this takes milliseconds, and seconds with some.
        A VF has none: ask its PF.

        Returns:
            It may be there with a fault, which VPD.error tells.

        Raises:
            NoMemoryError: out of memory.
            GoneError: the device was removed.
            UnsupportedError: it has none.
            ForbiddenError: the caller may not read it; it takes root.
            MalformedError: not even the first of it makes sense; the message has the offset.
            FailedError: the kernel finds nothing sound there (EIO), the device does not answer
                in time (ETIMEDOUT), or it cannot be read.

        Kernel interface:
            `vpd` of the device, at most 32 KiB. Reading it wakes a sleeping device.
        """
        out = calls.Instance(_vpd.VPD)
        calls.call(_c.sriov_device_read_vpd, self._pointer, out)
        return out.value

    def list_bars(self) -> _bar.BARList:
        """Its BARs in use: its own by number, its ROM, and those of its VFs by number.

        Returns:
            may be empty.

        Raises:
            NoMemoryError: out of memory.
            GoneError: the device was removed.
            UnsupportedError: the kernel does not tell.
            MalformedError: the kernel's table of them is not understood.
            ForbiddenError: the caller may not read it.
            FailedError: it cannot be read.

        Kernel interface:
            `resource` of the device. For the size of one VF's part `virtfn0/resource`, or, of a PF
            that has VF BARs and no VFs, `config`, which wakes a sleeping device.
        """
        out = calls.Instance(_bar.BARList)
        calls.call(_c.sriov_device_list_bars, self._pointer, out)
        return out.value

    def list_interfaces(self) -> _string_list.StringList:
        """The network interfaces on it, in one network namespace.

        That is the namespace of the argument netns of Context(). Where none was given it is that of
        the sysfs which the context reads, as `ls` shows it: the process's own, unless this sysfs
        was mounted in another one. An interface in any other namespace is not seen.

        Returns:
            sorted; often empty.

        Raises:
            NoMemoryError: out of memory.
            GoneError: the device was removed.
            ForbiddenError: the caller may not read it.
            UnsupportedError: the context is of a given namespace, and the kernel does not say
                by netlink on which device an interface is.
            BusyError: the same, and interfaces came and went all the time; or the kernel was
                asked before, and that is not over.
            TimeoutError: the kernel does not answer in time; see the argument deadline_ms of
                Context().
            FailedError: they cannot be listed.

        Kernel interface:
            `net/` of the device; in a context of a given namespace `RTM_GETLINK` and its
            `IFLA_PARENT_DEV_NAME`.
        """
        out = calls.Instance(_string_list.StringList)
        calls.call(_c.sriov_device_list_interfaces, self._pointer, out)
        return out.value

    def list_interfaces_of_kind(
        self, kind: _device_interfaces.InterfaceKind
    ) -> _string_list.StringList:
        """The interfaces of one kind on it: what the rest of the system knows it by.

        Network interfaces are those of Device.list_interfaces(), all others those that sysfs shows.

        Args:
            kind: which kind.

        Returns:
            sorted; often empty.

        Raises:
            InvalidError: there is no such kind.
            NoMemoryError: out of memory.
            GoneError: the device was removed.
            UnsupportedError: network interfaces of another network namespace are not told by
                this kernel: it takes 5.14.
            BusyError: in another network namespace interfaces came and went all the time.
            ForbiddenError: the caller may not read it.
            FailedError: they cannot be listed.

        Kernel interface:
            `net/`, `infiniband/`, `nvme/` or `vfio-dev/` of the device; for the network interfaces
            of another network namespace netlink.
        """
        out = calls.Instance(_string_list.StringList)
        calls.call(
            _c.sriov_device_list_interfaces_of_kind,
            self._pointer,
            values.member(kind, _device_interfaces.InterfaceKind, "kind"),
            out,
        )
        return out.value

    def list_modules(self) -> _string_list.StringList:
        """The modules that say they can drive it, whether loaded or not.

        Returns:
            in modprobe's order; empty when there is none. Blacklisted ones are in it, VFIO drivers
            are not: for them see Device.list_vfio_modules().

        Raises:
            NoMemoryError: out of memory.
            FailedError: the index of modules cannot be read.

        Kernel interface:
            `modules.alias`, through libkmod.
        """
        out = calls.Instance(_string_list.StringList)
        calls.call(_c.sriov_device_list_modules, self._pointer, out)
        return out.value

    def list_vfio_modules(self) -> _string_list.StringList:
        """The modules whose drivers can hand it to user space through VFIO, whether loaded or not.

        A VFIO variant driver knows more of its device than vfio-pci: some VFs can migrate with one
        only.

        Returns:
            the best first: a variant whose alias names this device comes before one with an alias
            for many devices, and "vfio_pci", which takes any device, is last. Blacklisted ones are
            in it. Empty when the kernel has no VFIO.

        Raises:
            NoMemoryError: out of memory.
            FailedError: the index of modules cannot be read.

        Kernel interface:
            aliases that begin with `vfio_pci:` in `modules.alias` and in the modules, through
            libkmod.
        """
        out = calls.Instance(_string_list.StringList)
        calls.call(_c.sriov_device_list_vfio_modules, self._pointer, out)
        return out.value

    def list_devlink_ports(self) -> _devlink.DevlinkPortList:
        """Lists the ports of a card.

        Returns:
            may be empty.

        Raises:
            NoMemoryError: out of memory.
            UnsupportedError: its driver has no devlink (igb, nvme), or the kernel has none. The
                same is seen from a network namespace that the device's devlink is not in.
            NoDriverError: no driver is bound to the device.
            ForbiddenError: the caller may not use netlink.
            GoneError: the device was removed.
            BusyError: the list changed each time it was read: try again; or the kernel was
                asked before, and that is not over.
            TimeoutError: the kernel does not answer in time; see the argument deadline_ms of
                Context().
            MalformedError: the kernel's answer is not understood.
            FailedError: the kernel did not answer.

        Kernel interface:
            devlink (generic netlink) `DEVLINK_CMD_PORT_GET`.
        """
        out = calls.Instance(_devlink.DevlinkPortList)
        calls.call(_c.sriov_device_list_devlink_ports, self._pointer, out)
        return out.value

    def read_devlink_info(self) -> _devlink.DevlinkInfo:
        """Reads what the driver tells of itself and of the card.

        Raises:
            NoMemoryError: out of memory.
            UnsupportedError: its driver has no devlink (igb, nvme) or tells nothing through it,
                or the kernel has no devlink. The same is seen from a network namespace that the
                device's devlink is not in.
            NoDriverError: no driver is bound to the device.
            ForbiddenError: the caller may not use netlink.
            GoneError: the device was removed.
            BusyError: the driver cannot tell now: try again; or the kernel was asked before,
                and that is not over.
            TimeoutError: the kernel does not answer in time; see the argument deadline_ms of
                Context().
            MalformedError: the kernel's answer is not understood.
            FailedError: the driver failed.

        Kernel interface:
            devlink (generic netlink) `DEVLINK_CMD_INFO_GET`.
        """
        out = calls.Instance(_devlink.DevlinkInfo)
        calls.call(_c.sriov_device_read_devlink_info, self._pointer, out)
        return out.value

    def list_holders(self) -> _holder.HolderList:
        """Finds the processes that hold a device.

        It looks at where the descriptors of all processes lead to, in one pass. Others' descriptors
        are shown to root with CAP_SYS_PTRACE and CAP_DAC_READ_SEARCH, which those of other users
        need; whether all processes could be looked at is part of the answer, see
        HolderList.is_complete. Not to be seen at all is what no process has as a descriptor: a
        device that only KVM or an io_uring still has hold of.

        Returns:
            mostly empty.

        Raises:
            NotFoundError: there is no procfs where the context looks for it.
            ForbiddenError: procfs may not be opened.
            FailedError: procfs cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            `/proc/PID/fd` and `fdinfo`, `comm`, `cmdline` and `stat` of the holders, `/proc/stat`;
            `vfio-dev/` of the device.
        """
        out = calls.Instance(_holder.HolderList)
        calls.call(_c.sriov_device_list_holders, self._pointer, out)
        return out.value

    def list_netdevs(self) -> _netdev.NetdevList:
        """Lists the network interfaces of a device with all that is known of them.

        A PF may have many: one for each port, and in switchdev mode the representors of its VFs. An
        interface that cannot be read is in the list all the same, with its name and Netdev.error:
        for instance when sysfs shows another network namespace than the one that is asked by
        netlink.

        Returns:
            empty when the device has no interface, such as an NVMe controller or a VF that is bound
            to VFIO.

        Raises:
            NoMemoryError: out of memory.
            NotFoundError: all its interfaces are in other network namespaces.
            GoneError: the device was removed.
            ForbiddenError: they may not be listed, or netlink may not be used.
            FailedError: they cannot be listed.
            BusyError: the kernel was asked before, and that is not over.
            TimeoutError: the kernel does not answer in time; see the argument deadline_ms of
                Context().

        Kernel interface:
            `net/` of the device with `ifindex`, `dev_port`, `dev_id` and `speed`; rtnetlink
            `RTM_GETLINK` for all else.
        """
        out = calls.Instance(_netdev.NetdevList)
        calls.call(_c.sriov_device_list_netdevs, self._pointer, out)
        return out.value

    def bind_vfio(self, driver: Optional[str] = None) -> _vfio.VFIO:
        """Binds a device to a VFIO driver.

        The driver that the device has is unbound, `driver_override` names the VFIO driver for this
        one device, the kernel is told to look for a driver again, and the link `driver` is read to
        see that it took. When a step fails, the override and the former driver are put back. No
        other device of the same model is touched: `new_id` is never used.

        Args:
            driver: "vfio-pci" or a VFIO variant driver, see Device.find_vfio_driver(); None for
                "vfio-pci".

        Returns:
            what VFIO.unbind() takes, None when it is not wanted.

        Raises:
            InvalidError: the name is no VFIO driver's.
            AlreadyError: it is bound to that driver already; see Device.open_vfio().
            WouldDestroyError: it is a PF that has VFs. Nothing was changed.
            BusyError: it is on another VFIO driver, and a process holds it. Nothing was
                changed.
            TimeoutError: the kernel has not done it in time, and goes on; see the argument
                deadline_ms of Context(). The message names who holds it, where that is known.
                Nothing is taken back: the `driver_override` stays.
            NoDriverError: the VFIO driver is not loaded: load its module first.
            UnsupportedError: the kernel has no `driver_override`, or the driver did not take
                the device.
            ForbiddenError: the caller may not write it; it takes root.
            GoneError: the device was removed.
            FailedError: the kernel refused.
            NoMemoryError: out of memory.

        Kernel interface:
            `driver_override` of the device, `driver/unbind`, `/sys/bus/pci/drivers_probe`,
            `driver`.
        """
        out = calls.Instance(_vfio.VFIO)
        calls.call(_c.sriov_vfio_bind, self._pointer, values.text_or_none(driver, "driver"), out)
        return out.value

    def find_vfio_driver(self) -> str:
        """Finds the VFIO driver that fits a device best: one that was made for it, which can do
        more (live migration, for instance), else "vfio-pci".

        Hand it to Device.bind_vfio(); nothing is loaded. A driver whose module is not loaded is
        found as well: then binding says that it is to be loaded first.

        Returns:
            its name

        Raises:
            FailedError: the index of modules cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            The aliases `vfio_pci:` in `modules.alias`, through libkmod; `/sys/module/NAME/drivers`.
        """
        out = calls.Text()
        calls.call(_c.sriov_vfio_find_driver, self._pointer, out)
        return out.value

    def open_vfio(self) -> _vfio.VFIO:
        """Takes up a device that is bound to a VFIO driver already, by whomever.

        Its former driver is not known then: VFIO.unbind() lets the kernel choose one.

        Raises:
            NoMemoryError: out of memory.
            NoDriverError: it has no driver, or one that is not VFIO's.
            GoneError: the device was removed.
            FailedError: its driver cannot be read.

        Kernel interface:
            `driver` and `driver_override` of the device.
        """
        out = calls.Instance(_vfio.VFIO)
        calls.call(_c.sriov_vfio_open, self._pointer, out)
        return out.value

    def open_vfio_group(self, container: int) -> int:
        """Opens the IOMMU group of a device, sees that it is viable, and adds it to a container.

        When it is the first of the container, the container is told to use the IOMMU (type 1, its
        version 2 where there is one), or none for a device that is bound without an IOMMU.

        Args:
            container: what Context.open_vfio_container() gave; -1 to leave the group alone, for
                those who hand it on.

        Returns:
            the caller closes it; -1 on failure.

        Raises:
            InvalidError: `container` is no container.
            NoDriverError: the device is not bound to VFIO, or vfio_iommu_type1 is not loaded.
            BusyError: a process has the group open, which the message names; or the group is
                not viable: the message names the device and the driver that spoil it.
            UnsupportedError: the device is in no group: the IOMMU is off.
            NotFoundError: the group has no file here, as in a container that was not given it.
            ForbiddenError: the caller may not open it (without an IOMMU it takes
                CAP_SYS_RAWIO), or interrupts are not remapped and that is not allowed.
            GoneError: the device was removed.
            FailedError: the kernel refused.
            NoMemoryError: out of memory.

        Kernel interface:
            `/dev/vfio/N` or `/dev/vfio/noiommu-N`, `VFIO_GROUP_GET_STATUS`,
            `VFIO_GROUP_SET_CONTAINER`, `VFIO_SET_IOMMU`.
        """
        out = calls.Number(ctypes.c_int())
        calls.call(
            _c.sriov_vfio_open_group, self._pointer, values.int_(container, "container"), out
        )
        return out.value

    def open_vfio_device(self, group: int, vf_token: Optional[str] = None) -> int:
        """Opens a device of a group that is in a container.

        Args:
            group: what Device.open_vfio_group() gave for it, with a container.
            vf_token: the UUID that the user of the PF set, when the device is a VF of a PF that
                is bound to VFIO itself, see Device.set_vfio_vf_token(); else None.

        Returns:
            the caller closes it; -1 on failure.

        Raises:
            InvalidError: an argument is None, the token is no UUID, or `group` is not the
                device's group or in no container.
            ForbiddenError: the token is wrong, or there must be one.
            BusyError: somebody else uses it.
            GoneError: the device was removed, or is in another group.
            FailedError: the kernel refused.
            NoMemoryError: out of memory.

        Kernel interface:
            `VFIO_GROUP_GET_DEVICE_FD`.
        """
        out = calls.Number(ctypes.c_int())
        calls.call(
            _c.sriov_vfio_open_device,
            self._pointer,
            values.int_(group, "group"),
            values.text_or_none(vf_token, "vf_token"),
            out,
        )
        return out.value

    def open_vfio_character_device(self) -> int:
        """Opens the device's own file. Before Device.bind_vfio_iommufd() it can do nothing.

        Returns:
            the caller closes it; -1 on failure.

        Raises:
            NoDriverError: it is not bound to VFIO.
            UnsupportedError: the kernel makes no such files.
            NotFoundError: the file is not here, as in a container that was not given it.
            ForbiddenError: the caller may not open it.
            GoneError: the device was removed.
            FailedError: it cannot be opened.
            NoMemoryError: out of memory.

        Kernel interface:
            `vfio-dev/vfioN` of the device, `/dev/vfio/devices/vfioN`, from Linux 6.6.
        """
        out = calls.Number(ctypes.c_int())
        calls.call(_c.sriov_vfio_open_character_device, self._pointer, out)
        return out.value

    def bind_vfio_iommufd(self, fd: int, iommufd: int, vf_token: Optional[str] = None) -> int:
        """Gives the device to an iommufd: from now on the descriptor is one of the device.

        Args:
            fd: what Device.open_vfio_character_device() gave.
            iommufd: what Context.open_vfio_iommufd() gave.
            vf_token: as with Device.open_vfio_device(), None for none; one takes Linux 6.18
                here.

        Returns:
            the device's number in the iommufd; None when it is not wanted.

        Raises:
            InvalidError: `device` is None, the token is no UUID, or a descriptor is none of
                these, or bound before. An older kernel says the same to a token.
            BusyError: somebody else uses the device or its group; the message names it.
            ForbiddenError: the token is wrong, or there must be one; or without an IOMMU the
                caller lacks CAP_SYS_RAWIO.
            GoneError: the device was removed.
            FailedError: the kernel refused.
            NoMemoryError: out of memory.

        Kernel interface:
            `VFIO_DEVICE_BIND_IOMMUFD`.
        """
        out = calls.Number(ctypes.c_uint32())
        calls.call(
            _c.sriov_vfio_bind_iommufd,
            self._pointer,
            values.int_(fd, "fd"),
            values.int_(iommufd, "iommufd"),
            values.text_or_none(vf_token, "vf_token"),
            out,
        )
        return out.value

    def attach_vfio_ioas(self, fd: int, ioas: int) -> None:
        """Puts the device in an address space of the iommufd that it was given to.

        Args:
            fd: its descriptor.
            ioas: what allocate_vfio_ioas() gave.

        Raises:
            InvalidError: the descriptor is not bound to an iommufd.
            NotFoundError: the iommufd has no such address space.
            ForbiddenError: interrupts are not remapped, and that is not allowed.
            BusyError: the device is in an address space already.
            GoneError: the device was removed.
            FailedError: the kernel refused.
            NoMemoryError: out of memory.

        Kernel interface:
            `VFIO_DEVICE_ATTACH_IOMMUFD_PT`.
        """
        calls.call(
            _c.sriov_vfio_attach_ioas,
            self._pointer,
            values.int_(fd, "fd"),
            values.uint32_t(ioas, "ioas"),
        )

    def read_vfio_info(self, fd: int) -> _vfio_info.VFIOInfo:
        """Asks an open device what it has.

        Args:
            fd: its descriptor, from Device.open_vfio_device(), or from
                Device.open_vfio_character_device() and bound to an iommufd.

        Raises:
            InvalidError: the descriptor is no such one.
            GoneError: the device was removed.
            FailedError: the kernel refused.
            NoMemoryError: out of memory.

        Kernel interface:
            `VFIO_DEVICE_GET_INFO`, `VFIO_DEVICE_GET_REGION_INFO`, `VFIO_DEVICE_GET_IRQ_INFO`.
        """
        out = calls.Instance(_vfio_info.VFIOInfo)
        calls.call(_c.sriov_vfio_read_info, self._pointer, values.int_(fd, "fd"), out)
        return out.value

    def reset_vfio(self, fd: int) -> None:
        """Resets an open device, and nothing but that device.

        Args:
            fd: its descriptor.

        Raises:
            InvalidError: the descriptor is no such one; or the device cannot be reset alone,
                see VFIOInfo.has_reset.
            GoneError: the device was removed.
            FailedError: the device did not come back.
            NoMemoryError: out of memory.

        Kernel interface:
            `VFIO_DEVICE_RESET`.
        """
        calls.call(_c.sriov_vfio_reset, self._pointer, values.int_(fd, "fd"))

    def list_vfio_reset_devices(self, fd: int) -> _string_list.StringList:
        """Which devices a reset of the device's slot or bus would reset with it: with a VF, its PF
        and all other VFs that are on the same bus.

        Args:
            fd: its descriptor.

        Returns:
            sorted; the device is among them.

        Raises:
            InvalidError: the descriptor is no such one.
            UnsupportedError: neither slot nor bus can be reset.
            GoneError: the device was removed.
            FailedError: the kernel refused.
            NoMemoryError: out of memory.

        Kernel interface:
            `VFIO_DEVICE_GET_PCI_HOT_RESET_INFO`.
        """
        out = calls.Instance(_string_list.StringList)
        calls.call(_c.sriov_vfio_list_reset_devices, self._pointer, values.int_(fd, "fd"), out)
        return out.value

    def set_vfio_vf_token(self, fd: int, token: str) -> None:
        """Sets the token that who opens VFs of this PF through VFIO has to know.

        A PF that is bound to VFIO could spy on its VFs: so the two must agree. The token is
        forgotten when the kernel lets go of the PF.

        Args:
            fd: its descriptor.
            token: a UUID: "83f6f8a4-0c5b-4b7e-9c1d-2d3f4a5b6c7d".

        Raises:
            InvalidError: an argument is None, the token is no UUID, or the descriptor is no
                such one.
            UnsupportedError: the device is no PF, or the kernel has no tokens (before 5.7).
            BusyError: VFs of it are open: their token stays as it is.
            GoneError: the device was removed.
            FailedError: the kernel refused.
            NoMemoryError: out of memory.

        Kernel interface:
            `VFIO_DEVICE_FEATURE` with `VFIO_DEVICE_FEATURE_PCI_VF_TOKEN`.
        """
        calls.call(
            _c.sriov_vfio_set_vf_token,
            self._pointer,
            values.int_(fd, "fd"),
            values.text(token, "token"),
        )
