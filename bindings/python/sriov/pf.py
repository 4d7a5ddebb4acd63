# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Physical functions: the devices that can have VFs."""

from __future__ import annotations

import ctypes
from typing import Optional, Union

from . import device as _device
from . import error as _error
from . import eswitch as _eswitch
from . import lease as _lease
from . import owner as _owner
from . import pf_state as _pf_state
from . import pf_use as _pf_use
from . import representor as _representor
from . import reservation as _reservation
from . import vf as _vf
from . import vf_count as _vf_count
from . import vf_settings as _vf_settings
from . import vf_statistics as _vf_statistics
from . import vf_use as _vf_use
from . import _c
from ._runtime import calls, values
from ._runtime.objects import Object
from ._runtime.sequences import List


class PF(Object):
    """A physical function as it was when it was read. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.PF
    _shown = ("device", "interface")

    @property
    def device(self) -> _device.Device:
        """The PF as a PCI device: address, driver, group and so on."""
        return self._object(_device.Device, _c.sriov_pf_get_device)

    @property
    def error(self) -> Optional[_error.SriovError]:
        """Why a PF in a list could not be read.

        Returns:
            None when all is well. With an error only its address is sure to be known.
        """
        return self._error(_error.SriovError, _c.sriov_pf_get_error)

    @property
    def interface(self) -> Optional[str]:
        """Its network interface; of several the first by name.

        Returns:
            None when it has none that is seen here.
        """
        return self._text_or_none(_c.sriov_pf_get_interface)

    @property
    def total_vfs(self) -> int:
        """The most VFs that it and its driver can have.

        Returns:
            the number, often less than the hardware's.
        """
        return self._number(_c.sriov_pf_get_total_vfs)

    @property
    def vf_count(self) -> int:
        """How many VFs it had when it was read.

        Returns:
            the number.
        """
        return self._number(_c.sriov_pf_get_vf_count)

    @property
    def vf_offset(self) -> int:
        """From the PF's routing ID to that of VF 0.

        Returns:
            the distance; 0 when the kernel does not tell.
        """
        return self._number(_c.sriov_pf_get_vf_offset)

    @property
    def vf_stride(self) -> int:
        """From one VF's routing ID to the next one's.

        Returns:
            the distance; 0 when the kernel does not tell.
        """
        return self._number(_c.sriov_pf_get_vf_stride)

    @property
    def vf_device_id(self) -> int:
        """The device ID that its VFs have.

        Returns:
            the id; 0 when the kernel does not tell.
        """
        return self._number(_c.sriov_pf_get_vf_device_id)

    def list_vfs(self) -> _vf.VFList:
        """The VFs that the PF has now.

        Returns:
            in the order of their indexes; may be empty.

        Raises:
            NoMemoryError: out of memory.
            GoneError: the PF was removed.
            ForbiddenError: the PF may not be read.
            FailedError: the PF cannot be read.

        Kernel interface:
            the links `virtfnN`, of each VF `modalias`, `driver` and `iommu_group`;
            `/sys/class/net`, or `net/` of each VF where that is quicker.
        """
        out = calls.Instance(_vf.VFList)
        calls.call(_c.sriov_pf_list_vfs, self._pointer, out)
        return out.value

    def open_vf(self, index: int) -> _vf.VF:
        """One VF of the PF.

        Args:
            index: from 0, below the number of VFs: seven VFs are numbered 0 to 6.

        Raises:
            NoMemoryError: out of memory.
            NotFoundError: the PF has no VF of that index now; the message says how many it has.
            GoneError: the PF was removed.
            ForbiddenError: the VF may not be read.
            MalformedError: the kernel's description of it is not understood.
            FailedError: the VF cannot be read.

        Kernel interface:
            the link `virtfnN`, of the VF `modalias`, `driver`, `iommu_group` and `net/`.
        """
        out = calls.Instance(_vf.VF)
        calls.call(_c.sriov_pf_open_vf, self._pointer, values.unsigned_int(index, "index"), out)
        return out.value

    def list_vf_settings(self) -> _vf_settings.VFSettingsList:
        """The settings of all VFs of the PF, in one question to the kernel.

        Lists of any length are read whole: the kernel's length field for them wraps at about 220
        VFs, so it is not what the end is told by.

        Returns:
            may be empty.

        Raises:
            NoMemoryError: out of memory.
            UnsupportedError: the PF has no network interface, or its driver tells nothing of
                VFs.
            NotFoundError: its interface is in another network namespace.
            GoneError: the device was removed.
            BusyError: the driver leaves a VF out of its answer, as while it resets: try again;
                or the kernel was asked before, and that is not over.
            TimeoutError: the kernel does not answer in time; see the argument deadline_ms of
                Context().
            ForbiddenError: the caller may not use netlink.
            MalformedError: the kernel's answer does not hold the VFs that it promises.
            FailedError: the kernel did not answer.

        Kernel interface:
            rtnetlink `RTM_GETLINK` with `RTEXT_FILTER_VF`: `IFLA_NUM_VF`, `IFLA_VFINFO_LIST`.
        """
        out = calls.Instance(_vf_settings.VFSettingsList)
        calls.call(_c.sriov_pf_list_vf_settings, self._pointer, out)
        return out.value

    def set_spoof_check_all(self, enable: bool) -> None:
        """Spoof check for every VF of the PF, in one send.

        The VFs are those that the PF has now, from VF 0 on. One refusal does not keep the others
        from being set.

        Args:
            enable: True to drop frames with a source MAC that is not the VF's.

        Raises:
            InvalidError: out of its range.
            PartialError: some VFs were set and some not; one cause for each that was not.
            UnsupportedError: the PF has no network interface, or its driver no such setting.
            NotFoundError: the interface is in another network namespace.
            ForbiddenError: the caller lacks CAP_NET_ADMIN.
            GoneError: the device was removed.
            BusyError: the driver cannot now, for instance while a VF resets: try again; or an
                earlier change of the PF is not over.
            TimeoutError: it is not over in time, and goes on; see the argument deadline_ms of
                Context().
            FailedError: the driver refused all of them: one cause for each VF; or it is not
                known what it did.
            NoMemoryError: out of memory.

        Kernel interface:
            rtnetlink `RTM_SETLINK` with `IFLA_VF_SPOOFCHK`, one message for each VF.
        """
        calls.call(_c.sriov_pf_set_spoof_check_all, self._pointer, values.boolean(enable, "enable"))

    def set_trust_all(self, enable: bool) -> None:
        """Trust for every VF of the PF, in one send.

        The VFs are those that the PF has now, from VF 0 on. One refusal does not keep the others
        from being set.

        Args:
            enable: True to let VFs override their admin MAC and ask for promiscuous mode.

        Raises:
            InvalidError: out of its range.
            PartialError: some VFs were set and some not; one cause for each that was not.
            UnsupportedError: the PF has no network interface, or its driver no such setting.
            NotFoundError: the interface is in another network namespace.
            ForbiddenError: the caller lacks CAP_NET_ADMIN.
            GoneError: the device was removed.
            BusyError: the driver cannot now, for instance while a VF resets: try again; or an
                earlier change of the PF is not over.
            TimeoutError: it is not over in time, and goes on; see the argument deadline_ms of
                Context().
            FailedError: the driver refused all of them: one cause for each VF; or it is not
                known what it did.
            NoMemoryError: out of memory.

        Kernel interface:
            rtnetlink `RTM_SETLINK` with `IFLA_VF_TRUST`, one message for each VF.
        """
        calls.call(_c.sriov_pf_set_trust_all, self._pointer, values.boolean(enable, "enable"))

    def set_link_state_all(self, state: _vf_settings.LinkState) -> None:
        """Link state for every VF of the PF, in one send.

        The VFs are those that the PF has now, from VF 0 on. One refusal does not keep the others
        from being set.

        Args:
            state: what link the VFs are to see.

        Raises:
            InvalidError: out of its range.
            PartialError: some VFs were set and some not; one cause for each that was not.
            UnsupportedError: the PF has no network interface, or its driver no such setting.
            NotFoundError: the interface is in another network namespace.
            ForbiddenError: the caller lacks CAP_NET_ADMIN.
            GoneError: the device was removed.
            BusyError: the driver cannot now, for instance while a VF resets: try again; or an
                earlier change of the PF is not over.
            TimeoutError: it is not over in time, and goes on; see the argument deadline_ms of
                Context().
            FailedError: the driver refused all of them: one cause for each VF; or it is not
                known what it did.
            NoMemoryError: out of memory.

        Kernel interface:
            rtnetlink `RTM_SETLINK` with `IFLA_VF_LINK_STATE`, one message for each VF.
        """
        calls.call(
            _c.sriov_pf_set_link_state_all,
            self._pointer,
            values.member(state, _vf_settings.LinkState, "state"),
        )

    def read_autoprobe(self) -> bool:
        """Whether the kernel looks for a driver for each VF that is made.

        Returns:
            True, as the kernel has it at first: the native driver takes new VFs at once.

        Raises:
            UnsupportedError: the kernel has no such setting (it came with Linux 4.12).
            GoneError: the device was removed.
            ForbiddenError: it may not be read.
            MalformedError: the file holds neither 0 nor 1.
            FailedError: it cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            `sriov_drivers_autoprobe`.
        """
        out = calls.Boolean()
        calls.call(_c.sriov_pf_read_autoprobe, self._pointer, out)
        return out.value

    def set_autoprobe(self, enable: bool) -> None:
        """Has the kernel look for a driver for each VF that is made, or leave it without.

        Off, new VFs get no driver, interface and DHCP of their own before they are configured, and
        are made much faster. It is about VFs that are made from now on, for as long as the host is
        up. A write to `drivers_probe` finds a driver for such a VF only when it has a
        `driver_override`.

        Args:
            enable: True to look for drivers.

        Raises:
            UnsupportedError: the kernel has no such setting (it came with Linux 4.12).
            GoneError: the device was removed.
            ForbiddenError: it takes root and a writable sysfs.
            BusyError: somebody else set it at the same time: read back, it was otherwise.
            TimeoutError: it is not over in time, and goes on; see the argument deadline_ms of
                Context().
            MalformedError: read back, the file holds neither 0 nor 1.
            FailedError: it cannot be written.
            NoMemoryError: out of memory.

        Kernel interface:
            `sriov_drivers_autoprobe`.
        """
        calls.call(_c.sriov_pf_set_autoprobe, self._pointer, values.boolean(enable, "enable"))

    def read_vf_msix_pool(self) -> int:
        """How many MSI-X vectors there are for all VFs together, to be shared out with
        VF.set_msix_count().

        The kernel waits here as long as somebody's making or removing of VFs takes.

        Returns:
            from 1.

        Raises:
            UnsupportedError: its driver gives each VF a fixed number, or the kernel is older
                than 5.13.
            NoDriverError: no driver is bound to the PF.
            BusyError: it was asked for before, and that is not over.
            TimeoutError: the kernel does not answer in time: somebody changes the device; see
                the argument deadline_ms of Context().
            GoneError: the device was removed.
            ForbiddenError: it may not be read.
            MalformedError: the file holds no number.
            FailedError: it cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            `sriov_vf_total_msix`.
        """
        out = calls.Number(ctypes.c_uint())
        calls.call(_c.sriov_pf_read_vf_msix_pool, self._pointer, out)
        return out.value

    def read_eswitch(self) -> _eswitch.Eswitch:
        """Reads the state of the PF's switch.

        Raises:
            NoMemoryError: out of memory.
            UnsupportedError: its driver has no devlink (igb, nvme) or no such modes, or the
                kernel has no devlink: then it is what legacy mode is. The same is seen from a
                network namespace that the PF's devlink is not in.
            NoDriverError: no driver is bound to the PF.
            ForbiddenError: the caller lacks CAP_NET_ADMIN, which it takes to read it, too.
            GoneError: the device was removed.
            BusyError: the driver cannot tell now: try again; or the kernel was asked before,
                and that is not over.
            TimeoutError: the kernel does not answer in time; see the argument deadline_ms of
                Context().
            MalformedError: the kernel's answer is not understood.
            FailedError: the driver failed.

        Kernel interface:
            devlink (generic netlink) `DEVLINK_CMD_ESWITCH_GET`.
        """
        out = calls.Instance(_eswitch.Eswitch)
        calls.call(_c.sriov_pf_read_eswitch, self._pointer, out)
        return out.value

    def set_eswitch_mode(self, mode: _eswitch.EswitchMode) -> None:
        """Sets the mode of the PF's switch.

        The mode that it has already is success and changes nothing. After the change the mode is
        read back. What VFs were set to in one mode is not kept in the other; many drivers want no
        driver to be bound to the VFs meanwhile, and some (mlx5) drop the links of the PF for a
        moment.

        Args:
            mode: one of the modes but EswitchMode.UNKNOWN.

        Raises:
            InvalidError: there is no such mode.
            NoMemoryError: out of memory.
            UnsupportedError: its driver has no devlink (igb, nvme) or not this mode, or the
                kernel has no devlink.
            NoDriverError: no driver is bound to the PF.
            ForbiddenError: the caller lacks CAP_NET_ADMIN, or the driver forbids it.
            GoneError: the device was removed.
            BusyError: the driver cannot now, or somebody else set another mode at the same
                time; or an earlier change of the PF is not over.
            TimeoutError: it is not over in time, and goes on; see the argument deadline_ms of
                Context().
            MalformedError: the kernel's answer is not understood.
            FailedError: the driver refused, or it is not known what it did.

        Kernel interface:
            devlink (generic netlink) `DEVLINK_CMD_ESWITCH_SET` with `DEVLINK_ATTR_ESWITCH_MODE`.
        """
        calls.call(
            _c.sriov_pf_set_eswitch_mode,
            self._pointer,
            values.member(mode, _eswitch.EswitchMode, "mode"),
        )

    def acquire_lease(
        self,
        *,
        owner: Union[str, None, values.Default] = values.DEFAULT,
        wait_ms: Optional[int] = None,
    ) -> _lease.Lease:
        """Acquires the lease of a PF.

        Two contexts or threads of one process are kept apart as two processes are. A child that the
        process forks keeps the lease with it until both have dropped it or ended; a program that it
        executes does not have it.

        Args:
            owner: What the owner calls himself, for others to read; "my-agent 1.2": 1 to 64
                bytes without control characters; None for the process's command.
            wait_ms: How long to wait for a lease that somebody else has; milliseconds; 0 to try
                once, which is the default; 4294967295 for as long as it takes.

        Returns:
            which frees it.

        Raises:
            BusyError: somebody else has it; the message says who, as far as that is known.
            ForbiddenError: the runtime directory may not be opened, or is not this user's
                alone.
            NotFoundError: the directory that the runtime directory is to be made in is not
                there.
            FailedError: the file cannot be made, written or locked.
            NoMemoryError: out of memory.

        Kernel interface:
            flock() on `/run/libsriov/lease/ADDRESS`; `/proc/self`, of it `comm` and `stat`, and
            `/proc/sys/kernel/random/boot_id`.
        """
        out = calls.Instance(_lease.Lease)
        calls.call(
            _c.sriov_pf_acquire_lease,
            self._pointer,
            _lease.lease_options(owner=owner, wait_ms=wait_ms),
            out,
        )
        return out.value

    def read_lease_owner(self) -> Optional[_owner.Owner]:
        """Who has the lease of a PF now. It is not taken from anybody by that.

        Returns:
            None when the lease is free.

        Raises:
            ForbiddenError: the runtime directory may not be opened, or is not this user's
                alone.
            FailedError: the file cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            flock() on `/run/libsriov/lease/ADDRESS`; of the owner, `/proc/PID/stat`; `/proc/locks`
            where he wrote nothing.
        """
        out = calls.Instance(_owner.Owner)
        calls.call(_c.sriov_pf_read_lease_owner, self._pointer, out)
        return out.optional

    def format_libvirt_network(self, name: Optional[str] = None) -> str:
        """The definition of a network that hands out the VFs of a PF: for `virsh net-define`.

        Args:
            name: what the network is to be called; None for "passthrough_" and the interface's
                name.

        Returns:
            escaped, UTF-8.

        Raises:
            InvalidError: the name, or the interface's, is empty, has a slash or a control
                character or is not UTF-8.
            UnsupportedError: the PF has no network interface.
            NoMemoryError: out of memory.
        """
        out = calls.Text()
        calls.call(
            _c.sriov_libvirt_format_network, self._pointer, values.text_or_none(name, "name"), out
        )
        return out.value

    def state_capture(self) -> _pf_state.PFState:
        """What a PF and its VFs are like now, in the form in which they would be wanted so.

        A plan for what was captured is empty as long as nothing changes. Settings that the driver
        does not have are not in it; nor is the MAC of a VF that its own driver made up, which is
        said to be none; nor how many MSI-X vectors the VFs have. A driver that is bound is named,
        and a VF without one has "none".

        Returns:
            named by the PF's address

        Raises:
            GoneError: the PF or one of its VFs was removed.
            BusyError: the driver tells nothing of a VF now: try again.
            NotFoundError: its interface is in another network namespace.
            ForbiddenError: the caller lacks the right.
            MalformedError: the kernel's description of it is not understood.
            FailedError: it cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            `virtfnN` and `sriov_drivers_autoprobe` of the PF, `driver` of its VFs, and rtnetlink's
            `IFLA_VFINFO_LIST`. Nothing that waits for somebody's removal of VFs.
        """
        out = calls.Instance(_pf_state.PFState)
        calls.call(_c.sriov_pf_state_capture, self._pointer, out)
        return out.value

    def read_use(self) -> _pf_use.PFUse:
        """Finds out what the host uses a PF for that it cannot do without.

        A default route counts whatever its table: one beside the main table is that of a VRF or of
        a rule. It counts for each PF that it may go through: for both of a bond, for all ports of a
        bridge, and for each path of a route that has several. Where it goes through a VF of this
        PF, it counts as well, since the VF is gone when the number of VFs is changed:
        PFUseReason.vf_index tells these from the PF's own. All else that is on a VF is the VF's
        use, which PF.list_vf_uses() tells: a disk of an NVMe VF, too.

        Not seen are a tunnel's way to its other end, unless the tunnel is bound to an interface,
        what is mounted in a container alone, file systems of ZFS, and disks that a virtual machine
        has.

        Raises:
            InvalidError: the PF is one of a list that could not be read.
            GoneError: the PF was removed.
            BusyError: routes or interfaces changed each time while they were listed; or the
                kernel was asked before, and that is not over.
            TimeoutError: the kernel does not answer in time; see the argument deadline_ms of
                Context().
            ForbiddenError: sysfs, procfs or netlink may not be used.
            NotFoundError: it has disks, and there is no procfs where the context looks for it.
            UnsupportedError: the context is of another network namespace, and the kernel does
                not say by netlink on which device an interface is: it takes Linux 5.14.
            MalformedError: the kernel's description of a route or interface is not understood.
            FailedError: it cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            By rtnetlink RTM_GETROUTE, RTM_GETNEXTHOP where a route names but a nexthop object, and
            RTM_GETLINK with IFLA_MASTER and IFLA_LINK, to which sysfs adds `lower_*` unless the
            context is of another network namespace. `class/block` with `holders/`, `dev` and
            `dm/name`, and `fs/btrfs`. In procfs `1/mountinfo`, which is the host's also where a
            container has the host's procfs, else `self/mountinfo`, and `swaps`. Neither a mount
            point nor a device is opened or looked at, nor `uevent` or `sriov_numvfs`, which may
            wait.
        """
        out = calls.Instance(_pf_use.PFUse)
        calls.call(_c.sriov_pf_read_use, self._pointer, out)
        return out.value

    def list_representors(self) -> _representor.RepresentorList:
        """Lists the representors of the VFs that the PF has now, one for each VF.

        A VF whose representor is not seen is in the list all the same, with Representor.error.

        Returns:
            empty when the PF has no VFs.

        Raises:
            NoMemoryError: out of memory.
            UnsupportedError: the PF's driver has no switchdev mode.
            NoDriverError: no driver is bound to the PF.
            NotFoundError: the switch is in legacy mode, in which VFs have none: see
                PF.set_eswitch_mode().
            GoneError: the PF was removed.
            BusyError: the interfaces or ports of the host changed each time they were read: try
                again; or the kernel was asked before, and that is not over.
            TimeoutError: the kernel does not answer in time; see the argument deadline_ms of
                Context().
            ForbiddenError: the caller may not use netlink.
            MalformedError: the kernel's answer is not understood.
            FailedError: the kernel did not answer.

        Kernel interface:
            devlink `DEVLINK_CMD_PORT_GET`: the port of the flavour `pcivf` with the VF's number.
            Where the driver has no such ports, rtnetlink `RTM_GETLINK`: the interface on the PF's
            switch (`IFLA_PHYS_SWITCH_ID`) that is called (`IFLA_PHYS_PORT_NAME`) "pf0vf3",
            "c1pf0vf3", "pf0vfr3", "vf3" or "3".
        """
        out = calls.Instance(_representor.RepresentorList)
        calls.call(_c.sriov_pf_list_representors, self._pointer, out)
        return out.value

    def reserve_vf(
        self,
        *,
        owner: Union[str, None, values.Default] = values.DEFAULT,
        driver: Union[str, None, values.Default] = values.DEFAULT,
        allow_in_use: Optional[bool] = None,
    ) -> _reservation.Reservation:
        """Reserves a VF of the PF that nobody has reserved and that is not in use: the first that
        is so, by index.

        Args:
            owner: What the owner calls himself, for others to read; "my-agent 1.2": 1 to 64
                bytes without control characters; None for the process's command.
            driver: Which driver the VF has to be on; a driver's name, such as "vfio-pci"; None
                for any, and for none.
            allow_in_use: Whether the VF may be in use: for an agent that starts again and
                reserves what the machines that it had started use. It counts for VF.reserve(), and
                not where any VF of many is given; False is the default.

        Returns:
            as VF.reserve() gives it; Reservation.vf tells which VF it is.

        Raises:
            BusyError: none of the VFs can be had; a cause for each.
            NotFoundError: the PF has no VFs, there is no procfs where the context looks for it,
                or not the directory that the runtime directory is to be made in.
            GoneError: the PF was removed.
            ForbiddenError: the runtime directory may not be opened or is not this user's alone,
                or sysfs or procfs may not be read.
            FailedError: the runtime directory cannot be made, or the PF not be read.
            NoMemoryError: out of memory.

        Kernel interface:
            What PF.list_vf_uses() reads, and what VF.reserve() does.
        """
        out = calls.Instance(_reservation.Reservation)
        calls.call(
            _c.sriov_pf_reserve_vf,
            self._pointer,
            _reservation.reservation_options(owner=owner, driver=driver, allow_in_use=allow_in_use),
            out,
        )
        return out.value

    def set_vf_count(self, count: int, *, allow_destroy: Optional[bool] = None) -> None:
        """Makes the PF have this many VFs.

        The number that it has already is success and changes nothing. When VFs exist and another
        number is asked for, it refuses, and says which VFs would go and who has them, unless the
        options allow it. After the write the VFs are counted. When making the new ones fails after
        the old ones were destroyed, the old number is made again as far as the kernel allows.

        Removing VFs waits in the kernel until each one held through VFIO is let go: the deadline of
        the argument deadline_ms of Context() is for each of the two writes.

        Args:
            count: from 0 to PF.total_vfs.
            allow_destroy: Allows the VFs that exist to be destroyed, in use or not; True to
                allow it.

        Raises:
            TooManyVFsError: more than the PF can have. Nothing was changed.
            NoDriverError: no driver is bound to the PF. Nothing was changed.
            UnsupportedError: its driver cannot make VFs. Nothing was changed.
            WouldDestroyError: VFs exist; one cause for each of them. Nothing was changed.
            BusyError: somebody else changed the number at the same time, or an earlier change
                by this context was not over in time and still is not.
            TimeoutError: it is not over in time, and goes on; see the argument deadline_ms of
                Context(). The message says how far it came, and names the first VF that a process
                holds; one cause for each of them. Nothing is taken back.
            PartialError: the driver made fewer and said nothing; they are left.
            ForbiddenError: the caller may not write it; it takes root.
            GoneError: the device was removed.
            FailedError: the kernel refused, for instance for want of bus numbers or memory
                space (ENOMEM): the message has its reason.
            NoMemoryError: out of memory in this process.

        Kernel interface:
            `sriov_numvfs`, the links `virtfnN`.
        """
        calls.call(
            _c.sriov_pf_set_vf_count,
            self._pointer,
            values.unsigned_int(count, "count"),
            _vf_count.vf_count_options(allow_destroy=allow_destroy),
        )

    def list_vf_statistics(self) -> _vf_statistics.VFStatisticsList:
        """The statistics of all VFs of the PF, in one question to the kernel.

        Lists of any length are read whole, as by PF.list_vf_settings().

        Returns:
            may be empty.

        Raises:
            NoMemoryError: out of memory.
            UnsupportedError: the PF has no network interface, or its driver tells nothing of
                VFs.
            NotFoundError: its interface is in another network namespace.
            GoneError: the device was removed.
            BusyError: the driver leaves a VF out of its answer, as while it resets: try again;
                or the kernel was asked before, and that is not over.
            TimeoutError: the kernel does not answer in time; see the argument deadline_ms of
                Context().
            ForbiddenError: the caller may not use netlink.
            MalformedError: the kernel's answer does not hold the VFs that it promises.
            FailedError: the kernel did not answer.

        Kernel interface:
            rtnetlink `RTM_GETLINK` with `RTEXT_FILTER_VF`: `IFLA_VF_STATS`.
        """
        out = calls.Instance(_vf_statistics.VFStatisticsList)
        calls.call(_c.sriov_pf_list_vf_statistics, self._pointer, out)
        return out.value

    def list_vf_uses(self) -> _vf_use.VFUseList:
        """The same for all VFs of a PF, with one look at the processes for all of them.

        Returns:
            A VF of which the use cannot be found out is in it with its error.

        Raises:
            GoneError: the PF was removed.
            ForbiddenError: sysfs or procfs may not be read.
            NotFoundError: there is no procfs where the context looks for it.
            FailedError: they cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            `virtfnN` of the PF, and for each VF what VF.read_use() reads.
        """
        out = calls.Instance(_vf_use.VFUseList)
        calls.call(_c.sriov_pf_list_vf_uses, self._pointer, out)
        return out.value


class PFList(List["PF"]):
    """PFs, those of Context.list_pfs() in the order of their addresses. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.PFList

    def __len__(self) -> int:
        return self._number(_c.sriov_pf_list_get_count)

    def _at(self, position: int) -> PF:
        return self._object(PF, _c.sriov_pf_list_get, position)

    def reserve_vf(
        self,
        *,
        owner: Union[str, None, values.Default] = values.DEFAULT,
        driver: Union[str, None, values.Default] = values.DEFAULT,
        allow_in_use: Optional[bool] = None,
    ) -> _reservation.Reservation:
        """The same of a pool of PFs: the first of them that has such a VF gives it.

        Args:
            owner: What the owner calls himself, for others to read; "my-agent 1.2": 1 to 64
                bytes without control characters; None for the process's command.
            driver: Which driver the VF has to be on; a driver's name, such as "vfio-pci"; None
                for any, and for none.
            allow_in_use: Whether the VF may be in use: for an agent that starts again and
                reserves what the machines that it had started use. It counts for VF.reserve(), and
                not where any VF of many is given; False is the default.

        Returns:
            as VF.reserve() gives it.

        Raises:
            BusyError: none of the VFs can be had; a cause for each.
            NotFoundError: there is no VF at all, or not the directory that the runtime
                directory is to be made in.
            ForbiddenError: the runtime directory may not be opened, or is not this user's
                alone.
            FailedError: the runtime directory cannot be made.
            NoMemoryError: out of memory.

        Kernel interface:
            That of PF.reserve_vf() for each PF.
        """
        out = calls.Instance(_reservation.Reservation)
        calls.call(
            _c.sriov_pf_list_reserve_vf,
            self._pointer,
            _reservation.reservation_options(owner=owner, driver=driver, allow_in_use=allow_in_use),
            out,
        )
        return out.value
