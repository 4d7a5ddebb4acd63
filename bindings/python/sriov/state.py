# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""What the PFs and VFs of a host should be like, as an object and as JSON."""

from __future__ import annotations

from . import pf_state as _pf_state
from . import _c
from ._runtime import calls, values
from ._runtime.objects import Object


class State(Object):
    """What the PFs of a host should be like. PFs that are not in it stay as they are."""

    __slots__ = ()
    _handle_type = _c.State
    _changes = True

    def __init__(self) -> None:
        """Makes a state that says nothing.

        Raises:
            NoMemoryError: out of memory.
        """
        out = calls.Instance(State)
        calls.call(_c.sriov_state_new, out)
        self._begin(out.target)

    def add_json(self, json: str) -> None:
        """Adds what a JSON text says. All that is wrong with it is told at once.

        Args:
            json: the text, ended by a NUL; the book says what may be in it.

        Raises:
            InvalidError: an argument is None; it is no JSON, with the line; a field is not
                known, is missing, is there twice, or has a value that it cannot have; a PF or a VF
                is there twice.
            NoMemoryError: out of memory.
        """
        calls.call(_c.sriov_state_add_json, self._pointer, values.text(json, "json"))

    def format_json(self) -> str:
        """The state as JSON, which State.add_json() understands.

        Returns:
            indented, with a line end

        Raises:
            NoMemoryError: out of memory.
        """
        out = calls.Text()
        calls.call(_c.sriov_state_format_json, self._pointer, out)
        return out.value

    def add_pf(self, name: str) -> _pf_state.PFState:
        """Adds a PF, of which nothing is said yet.

        Args:
            name: its address or interface: "0000:01:00.0", "01:00.0" (domain 0), "em1".

        Returns:
            to be filled

        Raises:
            InvalidError: the name is neither an address nor can be an interface's, or it is no
                UTF-8, or a PF of that name is in it already.
            NoMemoryError: out of memory.
        """
        out = calls.Instance(_pf_state.PFState)
        calls.call(_c.sriov_state_add_pf, self._pointer, values.text(name, "name"), out)
        return out.value

    def add_pf_by_serial_number(self, serial_number: str, function: int) -> _pf_state.PFState:
        """Adds a PF by the serial number of its card, wherever that is plugged in.

        Args:
            serial_number: as the card tells it: in its Vital Product Data (VPD.serial_number)
                or as a capability of PCI Express (Capabilities.serial_number); in whatever case.
            function: which function of the card, from 0 to 7: many ports have one serial
                number.

        Returns:
            to be filled

        Raises:
            InvalidError: an argument is None, the serial number is empty, longer than 64 bytes
                or not printable, there is no such function, or that PF is in it already.
            NoMemoryError: out of memory.
        """
        out = calls.Instance(_pf_state.PFState)
        calls.call(
            _c.sriov_state_add_pf_by_serial_number,
            self._pointer,
            values.text(serial_number, "serial_number"),
            values.unsigned_int(function, "function"),
            out,
        )
        return out.value

    def add(self, pf: _pf_state.PFState) -> None:
        """Adds what was captured of a PF, or made for another state.

        Args:
            pf: is referenced, not

        Raises:
            InvalidError: a PF of that name is in it already.
            NoMemoryError: out of memory.
        """
        calls.call(_c.sriov_state_add, self._pointer, values.instance(pf, _pf_state.PFState, "pf"))

    @property
    def pfs(self) -> _pf_state.PFStateList:
        """The PFs that are in it."""
        return self._object(_pf_state.PFStateList, _c.sriov_state_get_pfs)
