# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""What a PF and its VFs should be like."""

from __future__ import annotations

from typing import Optional, Tuple

from . import context as _context
from . import string_list as _string_list
from . import vf_settings as _vf_settings
from . import vf_state as _vf_state
from . import _c
from ._runtime import calls, values
from ._runtime.objects import Object
from ._runtime.sequences import List


class PFState(Object):
    """What one PF should be like: how many VFs, who gets them, and what they are like.

    What is not said stays as it is.
    """

    __slots__ = ()
    _handle_type = _c.PFState
    _changes = True
    _shown = ("name",)

    @property
    def name(self) -> Optional[str]:
        """The PF's address or interface, as it was named.

        Returns:
            None when it is named by a serial number.
        """
        return self._text_or_none(_c.sriov_pf_state_get_name)

    @property
    def serial_number(self) -> Optional[str]:
        """The serial number of the card that it is on, as it was named.

        Returns:
            None when it is named otherwise.
        """
        return self._text_or_none(_c.sriov_pf_state_get_serial_number)

    @property
    def function(self) -> int:
        """Which function of the card it is.

        Returns:
            from 0 to 7; 0 when it is named otherwise.
        """
        return self._number(_c.sriov_pf_state_get_function)

    def set_vf_count(self, count: int) -> None:
        """How many VFs it should have.

        Args:
            count: from 0 to 65535.

        Raises:
            InvalidError: `state` is None, there are more than 65535, or something is said of a
                VF that would not be there.
        """
        calls.call(
            _c.sriov_pf_state_set_vf_count, self._pointer, values.unsigned_int(count, "count")
        )

    @property
    def has_vf_count(self) -> bool:
        """Whether something is said of the number of its VFs.

        Returns:
            False for None.
        """
        return self._boolean(_c.sriov_pf_state_has_vf_count)

    @property
    def vf_count(self) -> int:
        """How many VFs it should have.

        Returns:
            0 for none, and when nothing is said of it.
        """
        return self._number(_c.sriov_pf_state_get_vf_count)

    def set_autoprobe(self, enable: bool) -> None:
        """Whether new VFs should get drivers by themselves.

        Args:
            enable: on or off.
        """
        self._tell(_c.sriov_pf_state_set_autoprobe, values.boolean(enable, "enable"))

    @property
    def autoprobe(self) -> _vf_settings.Switch:
        """Whether new VFs should get drivers by themselves.

        Returns:
            Switch.UNKNOWN when nothing is said of it.
        """
        return self._member(_vf_settings.Switch, _c.sriov_pf_state_get_autoprobe)

    def set_in_use_allowed(self, allow: bool) -> None:
        """Whether VFs that somebody uses may be destroyed or taken from their driver.

        Without it a plan that would do that is refused, see VFUse.is_in_use.

        Args:
            allow: False at first.
        """
        self._tell(_c.sriov_pf_state_set_in_use_allowed, values.boolean(allow, "allow"))

    @property
    def is_in_use_allowed(self) -> bool:
        """Whether VFs that somebody uses may be destroyed or taken from their driver.

        Returns:
            False for None.
        """
        return self._boolean(_c.sriov_pf_state_is_in_use_allowed)

    def set_vital_allowed(self, allow: bool) -> None:
        """Whether the number of VFs may change on a PF that the host itself lives by: it carries
        the default route, or a disk that is mounted.

        Without it a plan that would do that is refused.

        Args:
            allow: False at first.
        """
        self._tell(_c.sriov_pf_state_set_vital_allowed, values.boolean(allow, "allow"))

    @property
    def is_vital_allowed(self) -> bool:
        """Whether the number of VFs may change on a PF that the host itself lives by.

        Returns:
            False for None.
        """
        return self._boolean(_c.sriov_pf_state_is_vital_allowed)

    @property
    def defaults(self) -> _vf_state.VFState:
        """What all its VFs should be like that have nothing else said of them.

        Returns:
            to be filled
        """
        return self._object(_vf_state.VFState, _c.sriov_pf_state_get_defaults)

    def add_vf(self, vf_index: int) -> _vf_state.VFState:
        """Adds a VF of which something is said that does not hold for all.

        Args:
            vf_index: from 0, below the number of VFs when that is said.

        Returns:
            to be filled

        Raises:
            InvalidError: an argument is None, there will be no such VF, or it is there already.
            NoMemoryError: out of memory.
        """
        out = calls.Instance(_vf_state.VFState)
        calls.call(
            _c.sriov_pf_state_add_vf, self._pointer, values.unsigned_int(vf_index, "vf_index"), out
        )
        return out.value

    @property
    def vfs(self) -> _vf_state.VFStateList:
        """The VFs of which something is said that does not hold for all."""
        return self._object(_vf_state.VFStateList, _c.sriov_pf_state_get_vfs)

    def format_systemd_link(self, context: _context.Context) -> Tuple[str, _string_list.StringList]:
        """What a PF and its VFs should be like as a file for systemd's udev: systemd.link(5), for
        `/etc/systemd/network/10-em1.link`. systemd 251 and later understand it.

        Such a file can say less than a state, and what it cannot say is told. It also replaces
        `99-default.link` for the PF's interface, since systemd takes the first file that fits and
        no other: what that one says of names and MACs is said in it too.

        It names the PF by its address. The host is asked for that when the state names the PF by
        its interface or a serial number; a PF that is named by its address need not be there.

        systemd asks nobody before it removes VFs: when there are some already, and another number
        is wanted, they are destroyed in use or not.

        Args:
            context: the host.

        Returns:
            link: the text of the file
            unsaid: what is said of the PF and is not in the file, in sentences such as "VF 3:
                driver vfio-pci cannot be said in a .link file"; empty when all is. Released with
                StringList.close(). None when it is not wanted.

        Raises:
            InvalidError: two cards have the serial number.
            NotFoundError: there is no such interface or serial number, or the interface is in
                another network namespace.
            NotPFError: the device is no PF.
            UnsupportedError: the PF has no network interface, so that no .link file is for it.
            GoneError: the PF was removed meanwhile.
            ForbiddenError: the caller lacks the right to read.
            MalformedError: the kernel's description of it is not understood.
            BusyError: the interfaces of the host changed each time they were read: try again.
            FailedError: it cannot be read.
            NoMemoryError: out of memory.

        Kernel interface:
            What Context.open_pf() reads.
        """
        out_link = calls.Text()
        out_unsaid = calls.Instance(_string_list.StringList)
        calls.call(
            _c.sriov_systemd_format_link,
            self._pointer,
            values.instance(context, _context.Context, "context"),
            out_link,
            out_unsaid,
        )
        return out_link.value, out_unsaid.value


class PFStateList(List["PFState"]):
    """PFs in the order in which they were added."""

    __slots__ = ()
    _handle_type = _c.PFStateList

    def __len__(self) -> int:
        return self._number(_c.sriov_pf_state_list_get_count)

    def _at(self, position: int) -> PFState:
        return self._object(PFState, _c.sriov_pf_state_list_get, position)
