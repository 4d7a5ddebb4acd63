# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Kernel modules, through libkmod."""

from __future__ import annotations

from typing import Optional

from . import _c
from ._runtime import calls, values
from ._runtime.enums import Value
from ._runtime.objects import Object


class ModuleState(Value):
    """Where a module is on its way."""

    # A state that this version does not know.
    UNKNOWN = -1
    # It exists and is not loaded.
    NOT_LOADED = 0
    # It is part of the kernel itself.
    BUILTIN = 1
    # It is loaded and runs.
    LIVE = 2
    # It is being loaded.
    COMING = 3
    # It is being unloaded.
    GOING = 4

    def __str__(self) -> str:
        return values.decode(_c.sriov_module_state_get_name(self.value))


class Module(Object):
    """A kernel module as it was when it was read. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.Module
    _shown = ("name", "state")

    @property
    def name(self) -> str:
        """Its name as the kernel has it: "vfio_pci"."""
        return self._text(_c.sriov_module_get_name)

    @property
    def path(self) -> Optional[str]:
        """Its file.

        Returns:
            None when it is part of the kernel, or was loaded from a file that the index of modules
            does not have.
        """
        return self._text_or_none(_c.sriov_module_get_path)

    @property
    def state(self) -> ModuleState:
        """Whether it was loaded when it was read.

        Returns:
            the state.
        """
        return self._member(ModuleState, _c.sriov_module_get_state)

    @property
    def is_blacklisted(self) -> bool:
        """Whether modprobe's configuration or the kernel's command line has it blacklisted.

        Returns:
            True when it has.
        """
        return self._boolean(_c.sriov_module_is_blacklisted)

    def load(self) -> None:
        """Loads the module and those that it needs, with the options of modprobe's configuration.

        A module that is loaded or part of the kernel is success. A blacklisted one is not loaded.
        An "install" command in modprobe's configuration is not run, since it would start a process:
        such a module is SRIOV_CODE_UNSUPPORTED. All that is needed is looked at before the first is
        loaded. Soft dependencies are loaded as far as that works, and never hold it up.

        The kernel runs what a module does at its start while it is loaded. For most drivers that
        includes the probe of each device that is there for them, one after the other, and a driver
        that hangs in one hangs for good. Since 0.2 it has the deadline of the argument deadline_ms
        of Context(), for the module with all that it needs. What is not over then goes on: the
        message says which module is stuck, in which process and, as far as the kernel tells, in
        what; Context.list_unfinisheds() tells what came of it. Without a deadline (0) the caller's
        own thread waits, as it did in 0.1.

        With a deadline it is done by a process of the library's own, which has nothing of the
        caller's open, blocks all signals, and is nobody's child in the program: no SIGCHLD, nothing
        for wait(). It is made for this one load, as a copy of the program by fork(), for libkmod
        needs memory that works; so handlers that the program has registered with pthread_atfork()
        are called: in that process those for the child; those for the parent in another one, which
        shares the memory of the caller's thread while that waits for it, and so has another process
        number. When the program or the context ends meanwhile, the load goes on to its end. A
        program that is given the orphans of others (process 1, or PR_SET_CHILD_SUBREAPER) is given
        this one, and a SIGCHLD as of any orphan; the library waits for it when it has answered in
        time.

        Raises:
            NoMemoryError: out of memory, also for the process.
            TimeoutError: it is not over in time, and goes on.
            BusyError: an earlier load of the same module in this context is not over.
            BlacklistedError: it, or one that it needs, is blacklisted; the message names it.
            NotFoundError: its file is gone.
            UnsupportedError: the configuration has an install command for it, or for one that
                it needs.
            ForbiddenError: the caller lacks CAP_SYS_MODULE, the kernel is locked down or takes
                no unsigned modules, or loading is switched off.
            FailedError: the kernel refused: for instance it has another version (ENOEXEC) or
                finds no device (ENODEV); or the process could not be made or was killed, which the
                message says.

        Kernel interface:
            finit_module(2), through libkmod; fork(2), pidfd_open(2).
        """
        calls.call(_c.sriov_module_load, self._pointer)
