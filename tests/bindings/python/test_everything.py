# SPDX-License-Identifier: LGPL-2.1-or-later
"""Every property and every method is called: on a made-up host as far as there are such objects in
it, and all on nothing, which the library has to bear. What comes is what the hints promise."""

from __future__ import annotations

import enum
import inspect
import typing
from typing import Any, Iterator

import sriov
from host import HostCase
from sriov._runtime.objects import Object
from sriov._runtime.sequences import List

CLASSES = [value for name in sriov.__all__
           if isinstance(value := getattr(sriov, name), type) and issubclass(value, Object)]
# What a made-up host has none of: netlink, devlink, VFIO, what its card's config space lacks, and
# a kernel that changes anything. (Plans are tried on a fake kernel, in test_apply.py.)
ELSEWHERE = {
    "ACSCapability", "ATSCapability", "Apply", "DevlinkInfo", "DevlinkPort", "DevlinkPortList",
    "Eswitch", "Event", "Finding", "Holder", "PASIDCapability", "PFUseReason", "PRICapability",
    "Plan", "Recovery", "Representor", "RepresentorList", "ReservedRegion", "ReservedRegionList",
    "ResizableBAR", "SharingReason", "Step", "StepList", "Unfinished", "VFChanges", "VFIO",
    "VFIOInfo", "VFIOIRQ", "VFIOIRQList", "VFIORegion", "VFIORegionList", "VFSettings",
    "VFSettingsList", "VFStatistics", "VFStatisticsList",
}


def members(kind: type) -> Iterator[tuple[str, Any]]:
    """What was made for this class."""
    for name, value in vars(kind).items():
        if not name.startswith("_"):
            yield name, value


def nothing(kind: Any) -> Any:
    """An object of the class that stands for NULL."""
    return kind._from(kind._handle_type())


def argument(hint: Any) -> Any:
    """Something of the kind that a parameter wants."""
    plain = [each for each in typing.get_args(hint) if each is not type(None)]
    if typing.get_origin(hint) is typing.Union:
        hint = plain[0]
    if hint is bool:
        return True
    if hint is int:
        return 0
    if hint is str:
        return "0000:01:00.0"
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return list(hint)[0]
    if isinstance(hint, type) and issubclass(hint, Object):
        return nothing(hint)
    raise AssertionError(f"nothing known of {hint}")


def arguments(function: Any) -> list[Any]:
    """One for each parameter that has to be given."""
    hints = typing.get_type_hints(function)
    parameters = list(inspect.signature(function).parameters.values())
    return [argument(hints[each.name]) for each in parameters
            if each.name not in ("self", "cls") and each.kind is each.POSITIONAL_OR_KEYWORD]


def fits(value: object, hint: Any) -> bool:
    """Whether a value is what a hint promises."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Union:
        return any(fits(value, each) for each in inner)
    if origin is tuple and inner[-1] is Ellipsis:
        return isinstance(value, tuple) and all(fits(each, inner[0]) for each in value)
    if origin is tuple:
        return isinstance(value, tuple) and all(map(fits, value, inner))
    if hint is type(None) or hint is None:
        return value is None
    # A bool is no int here.
    return type(value) is hint or isinstance(value, hint) and hint not in (int,)


class Everything(HostCase):

    def called(self, target: Any, name: str, member: Any) -> Any:
        """What a member gives, after it was compared with its hint."""
        if isinstance(member, property):
            assert member.fget
            value, hint = getattr(target, name), typing.get_type_hints(member.fget)["return"]
        else:
            function = member.__func__ if isinstance(member, classmethod) else member
            value = getattr(target, name)(*arguments(function))
            hint = typing.get_type_hints(function)["return"]
        self.assertTrue(fits(value, hint), f"{name} gave {value!r} and not {hint}")
        return value

    def test_on_nothing(self) -> None:
        count = 0
        for kind in CLASSES:
            for name, member in members(kind):
                with self.subTest(kind=kind.__name__, name=name):
                    count += 1
                    try:
                        self.called(nothing(kind), name, member)
                    except sriov.SriovError as error:
                        # What can fail says that there is nothing.
                        self.assertEqual(error.code, sriov.Code.INVALID, str(error))
                    except RuntimeError as error:
                        self.assertIn("the library gave NULL where it promises not to", str(error))
        self.assertGreater(count, 300)

    def test_on_a_host(self) -> None:
        context = self.context()
        bond, module = context.open_bond("bond0"), context.open_module("igb")
        waiting: list[Object] = [context, bond, module, sriov.Monitor(context), sriov.GuestBond(),
                                 sriov.State()]
        seen = {type(each): [each] for each in waiting}
        called: set[str] = set()
        while waiting:
            target = waiting.pop()
            for name, member in members(type(target)):
                for found in self.results(target, name, member):
                    known = seen.setdefault(type(found), [])
                    # A few of each kind are enough.
                    if len(known) < 4 and found not in known:
                        known.append(found)
                        waiting.append(found)
                called.add(f"{type(target).__name__}.{name}")
        missing = {kind.__name__ for kind in CLASSES} - {kind.__name__ for kind in seen}
        self.assertLessEqual(missing, ELSEWHERE)
        self.assertIn("VF.set_mac", called)

    def results(self, target: Any, name: str, member: Any) -> list[Object]:
        """The objects that a member gives."""
        with self.subTest(kind=type(target).__name__, name=name):
            try:
                value = self.called(target, name, member)
            except (sriov.SriovError, RuntimeError) as error:
                self.assertTrue(str(error))
                return []
            items = value[:8] if isinstance(value, List) else []
            return [each for each in (value, *items) if isinstance(each, Object)]
        return []
