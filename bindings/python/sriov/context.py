# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""The context: which host is looked at, and where the log goes."""

from __future__ import annotations

import ctypes
from typing import Callable, Optional, Tuple, Union

from . import bond as _bond
from . import device as _device
from . import device_filter as _device_filter
from . import device_list as _device_list
from . import host as _host
from . import iommu as _iommu
from . import iommu_group as _iommu_group
from . import module as _module
from . import netdev as _netdev
from . import pf as _pf
from . import plan as _plan
from . import recovery as _recovery
from . import state as _state
from . import string_list as _string_list
from . import unfinished as _unfinished
from . import vf as _vf
from . import _c
from ._runtime import callbacks, calls, values
from ._runtime.enums import Value
from ._runtime.handles import Handle
from ._runtime.objects import Object
from ._runtime.options import Options


class LogLevel(Value):
    """How much a log line matters; the numbers are syslog's."""

    # The library cannot go on as asked.
    ERROR = 3
    # Something is odd, the call goes on.
    WARNING = 4
    # A change was made to the system.
    INFO = 6
    # Each step, for those who look for a fault.
    DEBUG = 7


class Context(Object):
    """The door to one host. Every object holds the context it came from.

    A program may have many at once. One context is used by one thread at a time.
    """

    __slots__ = ()
    _handle_type = _c.Context
    _changes = True

    def __init__(
        self,
        *,
        sysfs: Optional[values.Path] = None,
        procfs: Optional[values.Path] = None,
        devfs: Optional[values.Path] = None,
        modules: Optional[values.Path] = None,
        modprobe: Optional[values.Path] = None,
        runtime_directory: Optional[values.Path] = None,
        deadline_ms: Optional[int] = None,
        netns: Optional[int] = None,
        log: Optional[Tuple[LogLevel, Callable[[LogLevel, str], object]]] = None,
    ) -> None:
        """Makes a context.

        Args:
            sysfs: Where sysfs is: "/host/sys" in a container, a made-up tree in a test; an
                absolute path.
            procfs: Where procfs is; of it, the kernel's command line, /proc/interrupts and what
                processes have open are read; an absolute path.
            devfs: Where the files of devices are; of them, VFIO's and `iommu` are opened, and
                only when that is asked for; an absolute path.
            modules: Where the kernel's modules and their index are, "/lib/modules/VERSION"; an
                absolute path.
            modprobe: Where modprobe's configuration is (blacklists, options), instead of
                modprobe's own places; an absolute path of a directory with .conf files or of one
                file.
            runtime_directory: Where leases, reservations and journals are: what agents on one
                host tell each other; an absolute path; "/run/libsriov" by default.
            deadline_ms: How long one write to sysfs, one change by netlink, or the loading of a
                module may take; so do those reads of sysfs that the kernel may keep waiting, and
                all questions by netlink; 60,000 by default; 0 for no deadline and no process: then
                the caller's own thread waits.
            netns: Which network namespace is looked at: that of a container, of `ip netns`; an
                open descriptor of a network namespace, such as of `/proc/PID/ns/net` or
                `/run/netns/NAME`, which is duplicated and stays the caller's; -1 for the namespace
                of the process, which is the default.
            log: Who gets the log. Without this call there is none. A tuple of `level`: lines
                less important than this one are not made; `callback`: called with finished text
                without a line end, from within library calls on the caller's thread; it may not
                call the library. None for no log.

        Raises:
            NotFoundError: there is no sysfs at the path.
            ForbiddenError: sysfs may not be opened, or the network namespace not be entered.
            FailedError: sysfs or the network namespace cannot be opened for another reason.
            NoMemoryError: out of memory.

        Kernel interface:
            The directory `/sys`; setns(), with a network namespace.
        """
        out = calls.Instance(Context)
        calls.call(
            _c.sriov_context_new,
            context_options(
                sysfs=sysfs,
                procfs=procfs,
                devfs=devfs,
                modules=modules,
                modprobe=modprobe,
                runtime_directory=runtime_directory,
                deadline_ms=deadline_ms,
                netns=netns,
                log=log,
            ),
            out,
        )
        self._begin(out.target)

    def open_bond(self, name: str) -> _bond.Bond:
        """Opens a bond by its name.

        Args:
            name: "bond0".

        Raises:
            InvalidError: the name can be no interface's.
            NotFoundError: there is no such interface, or it is no bond.
            MalformedError: the kernel's description of it is not understood.
            ForbiddenError: it may not be read.
            FailedError: it cannot be read.
            BusyError: it was asked for before, and that is not over.
            TimeoutError: the kernel does not answer in time; see the argument deadline_ms of
                Context().
            NoMemoryError: out of memory.

        Kernel interface:
            `/sys/class/net/NAME/bonding`.
        """
        out = calls.Instance(_bond.Bond)
        calls.call(_c.sriov_bond_open, self._pointer, values.text(name, "name"), out)
        return out.value

    def open_bond_above(self, interface: str) -> _bond.Bond:
        """Opens the bond that an interface is a member of.

        Args:
            interface: the interface: "em1".

        Raises:
            InvalidError: the name can be no interface's.
            NotFoundError: there is no such interface, or it is in no bond; the message says
                what it is in instead.
            MalformedError: the kernel's description of it is not understood.
            ForbiddenError: it may not be read.
            FailedError: it cannot be read.
            BusyError: it was asked for before, and that is not over.
            TimeoutError: the kernel does not answer in time; see the argument deadline_ms of
                Context().
            NoMemoryError: out of memory.

        Kernel interface:
            the link `/sys/class/net/NAME/master`.
        """
        out = calls.Instance(_bond.Bond)
        calls.call(
            _c.sriov_bond_open_above, self._pointer, values.text(interface, "interface"), out
        )
        return out.value

    def open_device(self, name: str) -> _device.Device:
        """Opens one device by its PCI address or by the name of a network interface on it.

        Args:
            name: "0000:01:00.0", "01:00.0" (domain 0), "em1" or an alternative name of it.

        Raises:
            InvalidError: the name is neither an address nor can be an interface's.
            NotFoundError: no device has that address, no interface that name, or the interface
                is on no PCI device.
            ForbiddenError: the device may not be read.
            GoneError: the device vanished while it was read.
            MalformedError: the kernel's description of it is not understood.
            FailedError: the device cannot be read.
            NoMemoryError: out of memory.
            BusyError: the kernel was asked before, and that is not over.
            TimeoutError: the kernel does not answer in time; see the argument deadline_ms of
                Context().

        Kernel interface:
            `/sys/class/net/NAME/device`, `/sys/bus/pci/devices/ADDRESS/modalias`, `driver` and
            `iommu_group`; rtnetlink `RTM_GETLINK` for what is no interface's first name.
        """
        out = calls.Instance(_device.Device)
        calls.call(_c.sriov_device_open, self._pointer, values.text(name, "name"), out)
        return out.value

    def list_devices(
        self,
        *,
        class_: Optional[Tuple[int, int]] = None,
        vendor_id: Optional[int] = None,
        device_id: Optional[int] = None,
        driver: Union[str, None, values.Default] = values.DEFAULT,
        function: Optional[_device_filter.Function] = None,
    ) -> _device_list.DeviceList:
        """Lists the PCI devices of the host.

        Costs five system calls a device. A device that cannot be read is in the list all the same,
        with its address and Device.error; it passes every filter that only reading it could have
        answered.

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
            NotFoundError: the kernel has no PCI bus.
            ForbiddenError: the bus may not be listed.
            FailedError: the bus cannot be listed.

        Kernel interface:
            `/sys/bus/pci/devices`, of each device `modalias` and the links `driver` and
            `iommu_group`. `uevent` is not read: on some kernels that blocks for as long as
            somebody's removal of the device waits for whoever holds it.
        """
        out = calls.Instance(_device_list.DeviceList)
        calls.call(
            _c.sriov_device_list,
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

    def read_host(self) -> _host.Host:
        """Reads the host in one pass over its PCI bus.

        No device is read twice, and nothing is read that may block or wakes a device. While others
        make and remove VFs or devices the pass goes on: a VF that came after the bus was listed is
        among the devices all the same, and what was removed under the pass is in it with
        Device.error, PF.error or VF.error saying GoneError.

        It costs six system calls a device, or the five of Context.list_devices() and one or two
        more for a VF, about thirty for a PF and seven for a group.

        Raises:
            NoMemoryError: out of memory.
            NotFoundError: the kernel has no PCI bus.
            ForbiddenError: the bus may not be listed.
            FailedError: the bus cannot be listed.

        Kernel interface:
            that of Context.list_devices(), Context.list_pfs(), PF.list_vfs() and
            Context.open_iommu_group().
        """
        out = calls.Instance(_host.Host)
        calls.call(_c.sriov_host_read, self._pointer, out)
        return out.value

    def open_iommu(self) -> _iommu.IOMMU:
        """Reads the state of the host's IOMMU.

        Raises:
            NoMemoryError: out of memory.
            ForbiddenError: the groups may not be listed.
            FailedError: the groups cannot be listed.

        Kernel interface:
            `/sys/kernel/iommu_groups`, `/sys/class/iommu`, `/sys/firmware/acpi/tables` (DMAR, IVRS,
            VIOT, IORT), `/proc/cmdline`, `/proc/interrupts`, `/proc/cpuinfo`, `type` of each group,
            `/sys/kernel/security/lockdown`, `/sys/module/vfio_iommu_type1/parameters`,
            `/sys/module/vfio/parameters`, `/sys/module/iommufd/parameters`. All but the groups may
            be missing or hidden, as in a container: the evidence says so then.
        """
        out = calls.Instance(_iommu.IOMMU)
        calls.call(_c.sriov_iommu_open, self._pointer, out)
        return out.value

    def open_iommu_group(self, number: int) -> _iommu_group.IOMMUGroup:
        """Opens a group by its number.

        Args:
            number: from 0.

        Raises:
            InvalidError: the number negative.
            NotFoundError: there is no such group; with the IOMMU off there is none at all.
            ForbiddenError: it may not be read.
            FailedError: it cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            `/sys/kernel/iommu_groups/N/devices`, `type` and `name`, `/proc/sys/kernel/osrelease`.
        """
        out = calls.Instance(_iommu_group.IOMMUGroup)
        calls.call(_c.sriov_iommu_group_open, self._pointer, values.int_(number, "number"), out)
        return out.value

    def list_iommu_groups(self) -> _iommu_group.IOMMUGroupList:
        """Lists all IOMMU groups of the host.

        A group that cannot be read is in the list all the same, with its number and
        IOMMUGroup.error.

        Returns:
            empty when the IOMMU is off.

        Raises:
            ForbiddenError: the groups may not be listed.
            FailedError: the groups cannot be listed.
            NoMemoryError: out of memory.

        Kernel interface:
            `/sys/kernel/iommu_groups`, and of each group what Context.open_iommu_group() reads.
        """
        out = calls.Instance(_iommu_group.IOMMUGroupList)
        calls.call(_c.sriov_iommu_group_list, self._pointer, out)
        return out.value

    def open_module(self, name: str) -> _module.Module:
        """Opens a module by its name.

        Args:
            name: "vfio-pci" or "vfio_pci": both are the same.

        Raises:
            InvalidError: the name can be no module's.
            NotFoundError: this kernel has no such module; the message says where was looked.
            FailedError: the index of modules cannot be read, or there is nothing where the
                argument modprobe of Context() says that the configuration is.
            NoMemoryError: out of memory.

        Kernel interface:
            `modules.dep`, `modules.builtin`, modprobe's configuration and `/sys/module`, through
            libkmod.
        """
        out = calls.Instance(_module.Module)
        calls.call(_c.sriov_module_open, self._pointer, values.text(name, "name"), out)
        return out.value

    def list_modules_by_alias(self, alias: str) -> _string_list.StringList:
        """The modules that claim a device by its modalias, whether loaded or not.

        Args:
            alias: what Device.modalias gives, or any other alias.

        Returns:
            empty when there is none. Blacklisted ones are in it.

        Raises:
            InvalidError: the alias empty or with brackets that do not match.
            FailedError: the index of modules cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            `modules.alias`, through libkmod.
        """
        out = calls.Instance(_string_list.StringList)
        calls.call(_c.sriov_module_list_by_alias, self._pointer, values.text(alias, "alias"), out)
        return out.value

    def open_netdev(self, name: str) -> _netdev.Netdev:
        """Opens one interface by its name or by one of its alternative names.

        Args:
            name: "em1", or an alternative name of up to 127 characters.

        Returns:
            It may be on no PCI device.

        Raises:
            InvalidError: no interface can have such a name.
            NotFoundError: no interface of the network namespace has that name.
            ForbiddenError: netlink may not be used.
            GoneError: its device was removed meanwhile.
            MalformedError: the kernel's description of it or of its device is not understood.
            FailedError: the kernel did not answer.
            NoMemoryError: out of memory.
            BusyError: the kernel was asked before, and that is not over.
            TimeoutError: the kernel does not answer in time; see the argument deadline_ms of
                Context().

        Kernel interface:
            rtnetlink `RTM_GETLINK` with `IFLA_IFNAME` or `IFLA_ALT_IFNAME` (since Linux 5.5);
            `/sys/class/net/NAME`.
        """
        out = calls.Instance(_netdev.Netdev)
        calls.call(_c.sriov_netdev_open, self._pointer, values.text(name, "name"), out)
        return out.value

    def list_pfs(self) -> _pf.PFList:
        """Lists the PFs of the host, with or without VFs.

        Returns:
            may be empty. A PF that cannot be read is in it all the same, with its address and
            PF.error.

        Raises:
            NoMemoryError: out of memory.
            NotFoundError: the kernel has no PCI bus.
            ForbiddenError: the bus may not be listed.
            FailedError: the bus cannot be listed.

        Kernel interface:
            `/sys/bus/pci/devices`; a device with `sriov_totalvfs` is a PF.
        """
        out = calls.Instance(_pf.PFList)
        calls.call(_c.sriov_pf_list, self._pointer, out)
        return out.value

    def list_pfs_by_names(self, names: str) -> _pf.PFList:
        """The PFs of some names: a pool that VFs are to be taken from, for instance.

        Args:
            names: as Context.open_pf() takes them, with spaces between: "em1 0000:02:00.0".

        Returns:
            in the order of the names, each PF once.

        Raises:
            InvalidError: an argument is None, there is no name in the text, or one is neither
                an address nor can be an interface's.
            NotFoundError: no device has that address, no interface that name, or the interface
                is on no PCI device.
            NotPFError: a device is a VF (the message names its PF) or has no SR-IOV.
            ForbiddenError: the caller lacks the right.
            GoneError: a device was removed.
            MalformedError: the kernel's description of one is not understood.
            FailedError: a device cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            That of Context.open_pf() for each PF.
        """
        out = calls.Instance(_pf.PFList)
        calls.call(_c.sriov_pf_list_by_names, self._pointer, values.text(names, "names"), out)
        return out.value

    def find_pf(self, name: str) -> str:
        """The PCI address of a PF, by the name of its network interface.

        For whoever needs no more than that: it costs three system calls where Context.open_pf(),
        which reads the PF, takes about thirty. Device.address of the PF that this opens is the
        same.

        Args:
            name: "em1"; an address is taken too, "0000:01:00.0" or "01:00.0" (domain 0).

        Returns:
            "DDDD:BB:DD.F" in hexadecimal

        Raises:
            InvalidError: the name is neither an address nor can be an interface's.
            NotFoundError: no device has that address, no interface that name, or the interface
                is on no PCI device.
            NotPFError: the device is a VF (the message names its PF) or has no SR-IOV.
            ForbiddenError: the caller lacks the right.
            GoneError: the device was removed.
            MalformedError: the kernel's description of what is no PF is not understood.
            FailedError: the device cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            `/sys/class/net/NAME/device`; a device with `sriov_totalvfs` is a PF.
        """
        out = calls.Text()
        calls.call(_c.sriov_pf_find, self._pointer, values.text(name, "name"), out)
        return out.value

    def open_pf(self, name: str) -> _pf.PF:
        """Opens one PF by its PCI address or by the name of its network interface.

        Args:
            name: "0000:01:00.0", "01:00.0" (domain 0), "em1" or an alternative name of it.

        Raises:
            InvalidError: the name is neither an address nor can be an interface's.
            NotFoundError: no device has that address, no interface that name, or the interface
                is on no PCI device.
            NotPFError: the device is a VF (the message names its PF) or has no SR-IOV.
            ForbiddenError: the caller lacks the right.
            GoneError: the device was removed.
            MalformedError: the kernel's description of it is not understood.
            FailedError: the device cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            `sriov_totalvfs`, `sriov_offset`, `sriov_stride`, `sriov_vf_device`, the links `virtfnN`
            and `net/` of the device. `sriov_numvfs` is not read: that blocks for as long as
            somebody's removal of VFs waits for one that is held.
        """
        out = calls.Instance(_pf.PF)
        calls.call(_c.sriov_pf_open, self._pointer, values.text(name, "name"), out)
        return out.value

    def make_plan(self, state: _state.State) -> _plan.Plan:
        """Compares what is with what should be. Nothing is changed.

        The steps for a PF come in this order: new VFs get no drivers by themselves; the VFs are
        removed; they are made; their settings; their drivers; new VFs get drivers by themselves as
        before, or as wanted. So nobody but the driver that is wanted ever sees a VF, and it sees it
        as it should be.

        All that speaks against it is told at once: the error has a cause for each.

        Args:
            state: what should be; it is read, not kept.

        Returns:
            without any step when all is as it should be

        Raises:
            InvalidError: an argument is None; two PFs of the state are the same one; a VF is
                spoken of that the PF will not have.
            NotFoundError: there is no such PF, or its interface is in another network
                namespace.
            NotPFError: the device is no PF.
            TooManyVFsError: the PF cannot have so many VFs.
            WouldDestroyError: VFs that somebody uses would be destroyed or taken from their
                driver, or a PF that the host lives by be disturbed, and that is not allowed of that
                PF.
            NoDriverError: the PF has no driver, or there is no module of a driver that is
                wanted.
            UnsupportedError: the PF has no interface, so its VFs have no settings; or the
                kernel is too old for something that is wanted.
            BlacklistedError: the module of a driver that is wanted is blacklisted.
            BusyError: a driver tells nothing of a VF now: try again.
            GoneError: a PF or a VF was removed meanwhile.
            ForbiddenError: the caller lacks the right to read.
            MalformedError: the kernel's description of something is not understood.
            TimeoutError: the kernel does not tell something in time.
            FailedError: something cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            What PF.state_capture(), PF.list_vf_uses() and PF.read_use() read.
        """
        out = calls.Instance(_plan.Plan)
        calls.call(
            _c.sriov_plan_make, self._pointer, values.instance(state, _state.State, "state"), out
        )
        return out.value

    def run_recovery_all(self) -> _recovery.RecoveryList:
        """Brings to an end what was left by programs that were killed. That there was nothing is
        success.

        Returns:
            None when it is not wanted.

        Raises:
            ForbiddenError: the runtime directory may not be read, or is not safe.
            PartialError: at least one could not be brought to an end; the list tells which.
            FailedError: the runtime directory cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            As of Plan.apply(); `/proc/sys/kernel/random/boot_id`.
        """
        out = calls.Instance(_recovery.RecoveryList)
        calls.call(_c.sriov_recovery_run_all, self._pointer, out)
        return out.value

    def capture_state(self) -> _state.State:
        """What all PFs of the host are like now: PF.state_capture() of each.

        Raises:
            GoneError: a PF or VF was removed meanwhile.
            BusyError: a driver tells nothing of a VF now: try again.
            NotFoundError: the kernel has no PCI bus, or a PF's interface is in another network
                namespace.
            ForbiddenError: the caller lacks the right.
            MalformedError: the kernel's description of a PF is not understood.
            FailedError: a PF cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            `/sys/bus/pci/devices`, and for each PF what PF.state_capture() reads.
        """
        out = calls.Instance(_state.State)
        calls.call(_c.sriov_state_capture, self._pointer, out)
        return out.value

    def list_unfinisheds(self) -> _unfinished.UnfinishedList:
        """Tells what of this context was not over in time: what is under way still, and what is
        over by now with its outcome.

        It never waits. What is over is told once and then forgotten.

        Returns:
            mostly empty.

        Raises:
            NoMemoryError: out of memory. Nothing was forgotten.
        """
        out = calls.Instance(_unfinished.UnfinishedList)
        calls.call(_c.sriov_unfinished_list, self._pointer, out)
        return out.value

    def open_vf(self, name: str) -> _vf.VF:
        """Opens a VF by its PCI address or by the name of its network interface.

        Args:
            name: "0000:01:10.0", "01:10.0" (domain 0), "enp1s16" or an alternative name of it.

        Raises:
            InvalidError: the name is neither an address nor can be an interface's.
            NotFoundError: no device has that address, no interface that name, or the interface
                is on no PCI device.
            NotVFError: the device is no VF, or its PF is not visible from here.
            ForbiddenError: the caller lacks the right.
            GoneError: the device was removed.
            MalformedError: the kernel's description of it is not understood.
            FailedError: the device cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            the link `physfn` of the VF, the links `virtfnN` of its PF.
        """
        out = calls.Instance(_vf.VF)
        calls.call(_c.sriov_vf_open, self._pointer, values.text(name, "name"), out)
        return out.value

    def open_vfio_container(self) -> int:
        """Opens a container, in which groups share their view of memory.

        Returns:
            the caller closes it; -1 on failure.

        Raises:
            NoDriverError: VFIO is not loaded.
            ForbiddenError: the caller may not open it.
            UnsupportedError: it speaks another version of the interface.
            FailedError: it cannot be opened.
            NoMemoryError: out of memory.

        Kernel interface:
            `/dev/vfio/vfio`, `VFIO_GET_API_VERSION`.
        """
        out = calls.Number(ctypes.c_int())
        calls.call(_c.sriov_vfio_open_container, self._pointer, out)
        return out.value

    def open_vfio_iommufd(self) -> int:
        """Opens an iommufd, in which devices share their view of memory.

        Returns:
            the caller closes it; -1 on failure.

        Raises:
            UnsupportedError: the kernel has none, or it is not loaded.
            ForbiddenError: the caller may not open it.
            FailedError: it cannot be opened.
            NoMemoryError: out of memory.

        Kernel interface:
            `/dev/iommu`, from Linux 6.2.
        """
        out = calls.Number(ctypes.c_int())
        calls.call(_c.sriov_vfio_open_iommufd, self._pointer, out)
        return out.value


_sriov_context_options_set_log_callback = callbacks.made_for_c(
    _c.sriov_context_options_set_log_callback, lambda value: LogLevel(value), values.decode
)


def context_options(
    sysfs: Optional[values.Path],
    procfs: Optional[values.Path],
    devfs: Optional[values.Path],
    modules: Optional[values.Path],
    modprobe: Optional[values.Path],
    runtime_directory: Optional[values.Path],
    deadline_ms: Optional[int],
    netns: Optional[int],
    log: Optional[Tuple[LogLevel, Callable[[LogLevel, str], object]]],
) -> Optional[Handle]:
    """The options that were given, for C; None when there are none."""
    made = Options(_c.ContextOptions, _c.sriov_context_options_new)
    if sysfs is not None:
        made.set(_c.sriov_context_options_set_sysfs, values.path(sysfs, "sysfs"))
    if procfs is not None:
        made.set(_c.sriov_context_options_set_procfs, values.path(procfs, "procfs"))
    if devfs is not None:
        made.set(_c.sriov_context_options_set_devfs, values.path(devfs, "devfs"))
    if modules is not None:
        made.set(_c.sriov_context_options_set_modules, values.path(modules, "modules"))
    if modprobe is not None:
        made.set(_c.sriov_context_options_set_modprobe, values.path(modprobe, "modprobe"))
    if runtime_directory is not None:
        made.set(
            _c.sriov_context_options_set_runtime_directory,
            values.path(runtime_directory, "runtime_directory"),
        )
    if deadline_ms is not None:
        made.set(
            _c.sriov_context_options_set_deadline_ms,
            values.unsigned_int(deadline_ms, "deadline_ms"),
        )
    if netns is not None:
        made.set(_c.sriov_context_options_set_netns, values.int_(netns, "netns"))
    if log is not None:
        log_level, log_callback = values.several(log, 2, "log")
        made.set(
            _c.sriov_context_options_set_log,
            values.member(log_level, LogLevel, "log"),
            _sriov_context_options_set_log_callback,
            made.attach(log_callback, "log"),
        )
    return made.handle
