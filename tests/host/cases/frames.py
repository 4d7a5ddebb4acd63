# SPDX-License-Identifier: LGPL-2.1-or-later
"""Frames between VFs in network namespaces, and what the 82576 was told about their MACs."""

import contextlib
import ctypes
import json
import mmap
import os
import socket
import struct
import threading
from pathlib import Path

from host import DEVICES, read, run, wait_for

OWN_TYPE = 0x88b5  # for local experiments, IEEE 802
IPV4 = 0x0800
BROADCAST = "ff:ff:ff:ff:ff:ff"
HEADER = 14
_CLONE_NEWNET = 0x40000000


@contextlib.contextmanager
def namespace(name):
    run("ip", "netns", "add", name)
    try:
        yield name
    finally:
        run("ip", "netns", "del", name)


def in_namespace(name, call):
    """The answer of a call that is made there: a thread can go where a process stays out."""
    answer = []

    def go():
        libc = ctypes.CDLL(None, use_errno=True)
        with open(f"/run/netns/{name}", "rb") as there:
            if libc.setns(there.fileno(), _CLONE_NEWNET):
                raise OSError(ctypes.get_errno(), "setns", name)
        answer.append(call())

    thread = threading.Thread(target=go)
    thread.start()
    thread.join()
    return answer[0]


def links(name):
    """The interfaces of a namespace by name."""
    told = json.loads(run("ip", "-n", name, "-d", "-j", "link"))
    return {one["ifname"]: one for one in told}


def ip(name, *lines):
    """Commands of ip in a namespace."""
    run("ip", "-n", name, "-batch", "-", input="".join(f"{line}\n" for line in lines))


def interface_of(address):
    folder = DEVICES / address / "net"
    return wait_for(lambda: folder.is_dir() and os.listdir(folder))[0]


def move_in(name, address):
    """Puts a VF's interface in a namespace, ready for frames."""
    interface = interface_of(address)
    run("ip", "link", "set", interface, "netns", name)
    ip(name, f"link set {interface} up")
    wait_for(lambda: links(name)[interface]["operstate"] == "UP")
    return interface


class Port:
    """An interface in a namespace, to send from and to listen on."""

    def __init__(self, name, interface, kind=OWN_TYPE):
        self.name, self.interface, self.kind = name, interface, kind
        self.socket = in_namespace(name, self._open)

    def _open(self):
        port = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
        port.bind((self.interface, self.kind))
        port.settimeout(5)
        return port

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    @property
    def mac(self):
        return links(self.name)[self.interface]["address"]

    def send(self, to, source, text, payload=b""):
        head = bytes.fromhex((to + source).replace(":", "")) + struct.pack("!H", self.kind)
        self.socket.send((head + payload + text.encode()).ljust(60, b"\0"))

    def count(self, source, text, last):
        """How many frames with this source and text came before the last one."""
        number = 0
        while True:
            frame = self.socket.recv(2048)
            sender, words = frame[6:12].hex(":"), frame[HEADER:].rstrip(b"\0").decode("latin-1")
            if words == last:
                return number
            number += sender == source and words == text


class Card:
    """The registers of an 82576, and what its data sheet says that it does with them."""

    DTXSWC = 0x3500  # one bit for each VF whose source MACs are checked
    VALID = 1 << 31

    def __init__(self, pf):
        with open(DEVICES / pf / "resource0", "rb") as file:
            self.memory = mmap.mmap(file.fileno(), 0x10000, mmap.MAP_SHARED, mmap.PROT_READ)

    @classmethod
    def open(cls, pf):
        """None where the kernel keeps the registers to the driver, as it does without the
        argument iomem=relaxed."""
        try:
            return cls(pf)
        except OSError:
            return None

    def register(self, offset):
        return struct.unpack_from("<I", self.memory, offset)[0]

    def macs(self, vf):
        """The MACs that the card has for a VF."""
        for offset in (*range(0x5400, 0x5480, 8), *range(0x54e0, 0x5520, 8)):
            low, high = self.register(offset), self.register(offset + 4)
            if high & self.VALID and high >> 18 & 1 << vf:
                yield struct.pack("<IH", low, high & 0xffff).hex(":")

    def drops(self, vf, source):
        """Whether it drops a frame of the VF with this source."""
        return bool(self.register(self.DTXSWC) & 1 << vf) and source not in self.macs(vf)


def is_emulated():
    """QEMU's 82576 has the registers of the spoof check and does nothing with them."""
    return read(Path("/sys/class/dmi/id/sys_vendor")) == "QEMU"
