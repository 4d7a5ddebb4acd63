# SPDX-License-Identifier: LGPL-2.1-or-later
"""Waiting for events: with select and its kin, with `for`, and with `async for`."""

from __future__ import annotations

import asyncio
import os
import select
from typing import AsyncIterator, Generic, Iterator, Optional, TypeVar

from .handles import Handle
from .objects import Object

T = TypeVar("T")


class _Alarm:
    """Becomes readable when the source is closed, for those who wait. Whoever waits holds it."""

    def __init__(self) -> None:
        self.fd, self._end = os.pipe2(os.O_CLOEXEC | os.O_NONBLOCK)

    def ring(self) -> None:
        os.write(self._end, b"!")

    def __del__(self) -> None:
        os.close(self.fd)
        os.close(self._end)


class EventSource(Object, Generic[T]):
    """An object with a descriptor to wait on, and events to read.

    - `for event in source` waits as long as it takes, and ends when the source is closed, be it
      by another thread.
    - `async for event in source` does the same in an event loop, for one task at a time.
    - select(), poll(), selectors and event loops take the source itself; when it is readable,
      read() until that gives None.
    """

    __slots__ = ("_owner", "_alarm", "_awaited")

    _owner: int
    _alarm: _Alarm
    _awaited: bool

    def _begin(self, handle: Handle) -> None:
        super()._begin(handle)
        self._owner = os.getpid()
        self._alarm = _Alarm()
        self._awaited = False

    @property
    def _pointer(self) -> Handle:
        if self._handle is not None and self._owner != os.getpid():
            raise RuntimeError(f"this {type(self).__name__} belongs to the parent process: the "
                               "child of a fork() has to make one of its own")
        return super()._pointer

    @property
    def fd(self) -> int:
        raise NotImplementedError

    def read(self) -> Optional[T]:
        raise NotImplementedError

    def fileno(self) -> int:
        """The descriptor, for select() and its kin."""
        return self.fd

    def close(self) -> None:
        """Lets go of the object now. Whoever iterates over it comes to the end."""
        if self._handle is not None and self._owner == os.getpid():
            self._alarm.ring()
        super().close()

    def _next(self) -> Optional[T]:
        try:
            return self.read()
        except ValueError:
            # Another thread may have closed it just now.
            if not self.closed:
                raise
            return None

    # Waiting.

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        while not self.closed:
            event = self._next()
            if event is not None:
                return event
            self._wait()
        raise StopIteration

    def _wait(self) -> None:
        # The handle keeps the descriptor open, should the source be closed meanwhile.
        handle, alarm = self._handle, self._alarm
        if handle is None:
            return
        poll = select.poll()
        poll.register(self._descriptor(handle), select.POLLIN)
        poll.register(alarm.fd, select.POLLIN)
        poll.poll()

    def _descriptor(self, handle: Handle) -> int:
        raise NotImplementedError

    # Waiting in an event loop.

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        while not self.closed:
            event = self._next()
            if event is not None:
                return event
            await self._wait_in_loop()
        raise StopAsyncIteration

    async def _wait_in_loop(self) -> None:
        handle, alarm = self._handle, self._alarm
        if handle is None:
            return
        if self._awaited:
            raise RuntimeError(f"another task waits for this {type(self).__name__}")
        loop = asyncio.get_running_loop()
        ready = loop.create_future()
        descriptors = (self._descriptor(handle), alarm.fd)
        self._awaited = True
        try:
            for fd in descriptors:
                loop.add_reader(fd, _be_ready, ready)
            await ready
        finally:
            for fd in descriptors:
                loop.remove_reader(fd)
            self._awaited = False


def _be_ready(ready: asyncio.Future[None]) -> None:
    if not ready.done():
        ready.set_result(None)
