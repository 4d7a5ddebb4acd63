# SPDX-License-Identifier: LGPL-2.1-or-later
"""The kernel's lock of all interfaces, held as by a driver that takes its time."""

import ctypes
import errno
import fcntl
import mmap
import os
import socket
import struct
import threading
import unittest

SYS_USERFAULTFD = 323
UFFD_API = 0xaa
UFFDIO_API = 0xc018aa3f
UFFDIO_REGISTER = 0xc020aa00
UFFDIO_REGISTER_MODE_MISSING = 1
UFFDIO_ZEROPAGE = 0xc020aa04
SIOCETHTOOL = 0x8946
ETHTOOL_GREGS = 4

LIBC = ctypes.CDLL(None, use_errno=True)


class InterfaceLock:
    """Held from the beginning of a "with" to its end.

    With it the kernel reads what is asked of a driver by SIOCETHTOOL: the command before it takes the
    lock, and the rest, which is in a page that is missing, when it has it.
    """

    def __init__(self, interface):
        self.memory = mmap.mmap(-1, 2 * mmap.PAGESIZE, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
        self.start = ctypes.addressof(ctypes.c_char.from_buffer(self.memory))
        self.page = self.start + mmap.PAGESIZE
        self.memory[mmap.PAGESIZE - 4:mmap.PAGESIZE] = struct.pack("I", ETHTOOL_GREGS)
        self.request = struct.pack("16sQ16x", interface.encode(), self.page - 4)
        self.faults = LIBC.syscall(SYS_USERFAULTFD, os.O_CLOEXEC | os.O_NONBLOCK)
        if self.faults < 0 and ctypes.get_errno() == errno.ENOSYS:
            raise unittest.SkipTest("a kernel without userfaultfd")
        if self.faults < 0:
            raise OSError(ctypes.get_errno(), "userfaultfd")
        fcntl.ioctl(self.faults, UFFDIO_API, struct.pack("QQQ", UFFD_API, 0, 0))
        fcntl.ioctl(self.faults, UFFDIO_REGISTER,
                    struct.pack("QQQQ", self.page, mmap.PAGESIZE, UFFDIO_REGISTER_MODE_MISSING, 0))
        self.thread = threading.Thread(target=self.ask)

    def ask(self):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
            LIBC.ioctl(asked.fileno(), SIOCETHTOOL, ctypes.create_string_buffer(self.request))

    def __enter__(self):
        self.thread.start()
        # A fault is told of when the kernel waits for it.
        while not self.is_waited_for():
            if not self.thread.is_alive():
                raise AssertionError("the kernel did not wait")
        return self

    def is_waited_for(self):
        try:
            return bool(os.read(self.faults, 32))
        except BlockingIOError:
            return False

    def __exit__(self, *_):
        fcntl.ioctl(self.faults, UFFDIO_ZEROPAGE,
                    struct.pack("QQQq", self.page, mmap.PAGESIZE, 0, 0))
        self.thread.join(60)
        os.close(self.faults)
