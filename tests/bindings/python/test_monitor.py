# SPDX-License-Identifier: LGPL-2.1-or-later
"""Events: the loopback interface goes up and down, in a network namespace of the test's own."""

from __future__ import annotations

import asyncio
import fcntl
import os
import select
import socket
import struct
import threading
from typing import Optional

import sriov
from host import HostCase

SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1
# What is waited for at most; it comes at once, or the test has failed.
LONG = 30


def set_up(up: bool) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        request = struct.pack("16sh14x", b"lo", 0)
        flags = struct.unpack("16sh14x", fcntl.ioctl(sock, SIOCGIFFLAGS, request))[1]
        flags = flags | IFF_UP if up else flags & ~IFF_UP
        fcntl.ioctl(sock, SIOCSIFFLAGS, struct.pack("16sh14x", b"lo", flags))


class MonitorCase(HostCase):

    def setUp(self) -> None:
        if "OWN_NETWORK" not in os.environ:
            self.skipTest("a network namespace of its own is not allowed here")
        set_up(False)
        self.monitor = sriov.Monitor(self.context(), all_interfaces=True)
        self.addCleanup(self.monitor.close)

    def wait(self) -> None:
        readable, _, _ = select.select([self.monitor], [], [], LONG)
        self.assertEqual(readable, [self.monitor])

    def next(self) -> sriov.Event:
        event: Optional[sriov.Event] = None
        while event is None:
            self.wait()
            event = self.monitor.read()
        return event


class Reading(MonitorCase):

    def test_nothing_yet(self) -> None:
        self.assertIs(self.monitor.read(), None)
        self.assertEqual(select.select([self.monitor], [], [], 0)[0], [])

    def test_select_and_read(self) -> None:
        set_up(True)
        event = self.next()
        self.assertEqual((event.type, event.interface), (sriov.EventType.LINK_CHANGED, "lo"))
        self.assertTrue(event.changes & sriov.LinkChange.UP)
        self.assertTrue(event.is_up)
        self.assertEqual(repr(event), "<sriov.Event lo link-changed>")

    def test_descriptor(self) -> None:
        self.assertEqual(self.monitor.fileno(), self.monitor.fd)

    def test_for_waits_and_close_from_another_thread_ends_it(self) -> None:
        found = []

        def work() -> None:
            set_up(True)
            set_up(False)
            seen.wait(LONG)
            self.monitor.close()

        seen = threading.Event()
        thread = threading.Thread(target=work)
        thread.start()
        for event in self.monitor:
            found.append(event.is_up)
            if not event.is_up:
                seen.set()
        thread.join()
        self.assertEqual((found[0], found[-1]), (True, False))

    def test_closed(self) -> None:
        self.monitor.close()
        self.assertEqual(list(self.monitor), [])
        with self.assertRaisesRegex(ValueError, "this Monitor is closed"):
            self.monitor.fileno()

    def test_closed_while_waited_for(self) -> None:
        found: list[list[sriov.Event]] = []
        thread = threading.Thread(target=lambda: found.append(list(self.monitor)))
        thread.start()
        self.monitor.close()
        thread.join(LONG)
        self.assertEqual(found, [[]])

    def test_the_child_of_a_fork_is_refused(self) -> None:
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                self.monitor.read()
            except RuntimeError as error:
                os.write(writer, str(error).encode())
            finally:
                os._exit(0)
        os.close(writer)
        os.waitpid(child, 0)
        with open(reader, "rb") as told:
            self.assertIn(b"belongs to the parent process", told.read())
        set_up(True)
        self.assertEqual(self.next().interface, "lo")


class Asyncio(MonitorCase):

    def test_async_for(self) -> None:
        async def watch() -> list[bool]:
            found = []
            asyncio.get_running_loop().call_soon(set_up, True)
            async for event in self.monitor:
                found.append(event.is_up)
                if not event.is_up:
                    return found
                set_up(False)
            return []

        self.assertEqual(self.run_in_loop(watch()), [True, False])

    def test_others_run_meanwhile_and_closing_ends_it(self) -> None:
        async def watch() -> list[sriov.Event]:
            task = asyncio.ensure_future(self.everything())
            await asyncio.sleep(0)
            self.monitor.close()
            return await task

        self.assertEqual(self.run_in_loop(watch()), [])

    def test_cancelled_and_begun_again(self) -> None:
        async def watch() -> list[sriov.Event]:
            for _ in range(2):
                task = asyncio.ensure_future(self.everything())
                await asyncio.sleep(0)
                task.cancel()
                try:
                    await task
                except asyncio.CancelledError:
                    pass
            self.monitor.close()
            return await self.everything()

        self.assertEqual(self.run_in_loop(watch()), [])

    def test_one_task_at_a_time(self) -> None:
        async def watch() -> None:
            task = asyncio.ensure_future(self.everything())
            await asyncio.sleep(0)
            with self.assertRaisesRegex(RuntimeError, "another task waits for this Monitor"):
                await self.everything()
            self.monitor.close()
            await task

        self.run_in_loop(watch())

    async def everything(self) -> list[sriov.Event]:
        return [event async for event in self.monitor]

    def run_in_loop(self, work: object) -> object:
        return asyncio.run(asyncio.wait_for(work, LONG))  # type: ignore[arg-type]
