# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""One step of a plan: what it changes, what that costs, and the way back."""

from __future__ import annotations

from typing import Optional

from . import vf_settings as _vf_settings
from . import _c
from ._runtime.enums import Value
from ._runtime.objects import Object
from ._runtime.sequences import List


class StepKind(Value):
    """What a step changes."""

    # Something that this version does not know.
    UNKNOWN = -1
    # A kernel module is loaded.
    LOAD_MODULE = 0
    # Whether new VFs get drivers by themselves.
    SET_AUTOPROBE = 1
    # All VFs of the PF are removed.
    REMOVE_VFS = 2
    # The VFs of the PF are made.
    MAKE_VFS = 3
    # A setting of a VF.
    SET_VF = 4
    # How many MSI-X vectors a VF has.
    SET_MSIX_COUNT = 5
    # The driver of a VF.
    SET_DRIVER = 6


class StepEffect(Value):
    """Who notices a step."""

    # Nobody.
    NONE = 0
    # Whoever uses this VF: its traffic is cut, or it is another one.
    VF = 1
    # Whoever uses any VF of this PF.
    ALL_VFS = 2
    # Whoever uses the PF as well: its driver resets it.
    PF = 3


class StepResult(Value):
    """What became of a step."""

    # Something that this version does not know.
    UNKNOWN = -1
    # It was not begun.
    NOT_BEGUN = 0
    # The kernel is at it.
    UNDER_WAY = 1
    # It was done, and read back.
    DONE = 2
    # It was so already: as of a VF that was made with it.
    ALREADY = 3
    # It failed.
    FAILED = 4
    # It was not over when its deadline was: the kernel is still at it.
    STUCK = 5


class Step(Object):
    """One change of one thing. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.Step
    _shown = ("address", "vf_index")

    @property
    def kind(self) -> StepKind:
        """What it changes.

        Returns:
            one of StepKind.
        """
        return self._member(StepKind, _c.sriov_step_get_kind)

    @property
    def address(self) -> Optional[str]:
        """The PF that it is about.

        Returns:
            its address, None when it is about no PF, as a module.
        """
        return self._text_or_none(_c.sriov_step_get_address)

    @property
    def vf_index(self) -> int:
        """The VF that it is about.

        Returns:
            its index; VFIndex.ALL when it is not about one VF.
        """
        return self._number(_c.sriov_step_get_vf_index)

    @property
    def setting(self) -> _vf_settings.VFSetting:
        """The setting that it changes.

        Returns:
            VFSetting.UNKNOWN when it is no setting of a VF.
        """
        return self._member(_vf_settings.VFSetting, _c.sriov_step_get_setting)

    @property
    def description(self) -> str:
        """The step in a sentence: "VF 3 of em1 (0000:01:00.0, igb): set its MAC to
        52:54:00:00:00:01".
        """
        return self._text(_c.sriov_step_get_description)

    @property
    def from_(self) -> str:
        """What is to change.

        Returns:
            "unknown" of a VF that is not made yet
        """
        return self._text(_c.sriov_step_get_from)

    @property
    def to(self) -> str:
        """What it is to become."""
        return self._text(_c.sriov_step_get_to)

    @property
    def effect(self) -> StepEffect:
        """Who notices it.

        Returns:
            one of StepEffect.
        """
        return self._member(StepEffect, _c.sriov_step_get_effect)

    @property
    def is_reversible(self) -> bool:
        """Whether it can be taken back so that all is as before.

        Returns:
            False when something is lost, as who uses a VF that is removed, and for None.
        """
        return self._boolean(_c.sriov_step_is_reversible)

    @property
    def undo(self) -> str:
        """How it is taken back, or what is lost, in a sentence."""
        return self._text(_c.sriov_step_get_undo)

    @property
    def command(self) -> str:
        """What a person would type for it in a shell."""
        return self._text(_c.sriov_step_get_command)


class StepList(List["Step"]):
    """Steps in the order in which they are taken."""

    __slots__ = ()
    _handle_type = _c.StepList

    def __len__(self) -> int:
        return self._number(_c.sriov_step_list_get_count)

    def _at(self, position: int) -> Step:
        return self._object(Step, _c.sriov_step_list_get, position)
