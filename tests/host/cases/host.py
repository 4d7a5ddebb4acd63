# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the cases share: the library's word, the host's own, and what must be as before."""

import concurrent.futures
import contextlib
import functools
import json
import os
import re
import shutil
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[3]
BUILD = Path(os.environ.get("SRIOV_BUILD", SOURCE / "build"))
DEVICES = Path("/sys/bus/pci/devices")

EM1, EM2, NVME = "0000:01:00.0", "0000:02:00.0", "0000:03:00.0"
NOBODY = ("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups")

# What Python compiles stays in the guest, and each start of an example takes half the time.
os.environ["PYTHONDONTWRITEBYTECODE"] = ""


def run(*command, check=True, **how):
    """Another program: what it printed. When it fails, so does the case."""
    done = subprocess.run(command, text=True, capture_output=True, timeout=120, **how)
    if check and done.returncode:
        raise AssertionError(f"{command} ended with {done.returncode}: {done.stderr}")
    return done.stdout


@functools.cache
def program(path):
    """A program of the build, copied with the library to where every user can read it."""
    return shutil.copy(BUILD / path, programs())


@functools.cache
def programs():
    folder = Path(tempfile.mkdtemp(prefix="libsriov-"))
    folder.chmod(0o755)
    for library in (BUILD / "libsriov/.libs").glob("libsriov.so.*"):
        shutil.copy(library, folder, follow_symlinks=True)
    return folder


def environment(traced=False):
    """The leak checker cannot look at a process that is traced."""
    more = {"ASAN_OPTIONS": "detect_leaks=0"} if traced else {}
    return {**os.environ, "LD_LIBRARY_PATH": str(programs()), **more}


def ask(*words, prefix=(), traced=False, **how):
    """The probe's exit status and answer."""
    done = subprocess.run(
        (*prefix, program("tests/host/tools/probe"), *words),
        text=True, capture_output=True, timeout=120, env=environment(traced), **how)
    if done.returncode not in (0, 1) or done.stderr:
        raise AssertionError(f"probe {words} ended with {done.returncode}: {done.stderr}")
    return done.returncode, json.loads(done.stdout)


def probe(*words, **how):
    """The answer to a call that succeeds."""
    status, answer = ask(*words, **how)
    if status or "error" in answer:
        raise AssertionError(f"probe {words}: {answer}")
    return answer


def refusal(*words, **how):
    """The error of a call that fails."""
    status, answer = ask(*words, **how)
    if not status or "error" not in answer:
        raise AssertionError(f"probe {words} was not refused: {answer}")
    return answer["error"]


def trace(calls, *words):
    """The system calls of a probe, a line each, and its answer."""
    faster = () if calls == "trace=all" else ("--seccomp-bpf",)
    with tempfile.NamedTemporaryFile("r") as lines:
        answer = probe(*words, traced=True, prefix=(
            "strace", "-f", *faster, "-qq", "-v", "-s", "4096", "-o", lines.name, "-e", calls))
        return lines.read().splitlines(), answer


def read(path):
    return Path(path).read_text().rstrip("\n")


def link(path):
    """What a link points to, by its last name; None where there is no link."""
    try:
        return os.path.basename(os.readlink(path))
    except FileNotFoundError:
        return None


def device_addresses():
    return sorted(os.listdir(DEVICES))


def driver(address):
    return link(DEVICES / address / "driver")


def override(address):
    return read(DEVICES / address / "driver_override")


def vfs(pf):
    """The addresses of a PF's VFs, by index."""
    if not (DEVICES / pf / "sriov_totalvfs").exists():
        return []
    links = {int(path.name[6:]): link(path) for path in (DEVICES / pf).glob("virtfn*")}
    return [links[index] for index in sorted(links)]


def inodes(addresses):
    """They change when devices are made anew."""
    return [os.stat(DEVICES / address / "modalias").st_ino for address in addresses]


def lspci(*options):
    """The devices as lspci tells them, by address; what can be there often is a list."""
    devices = {}
    for block in run("lspci", "-D", "-vmm", *options).strip().split("\n\n"):
        facts = {}
        for line in block.splitlines():
            key, value = line.split(":\t", 1)
            facts[key] = facts.get(key, []) + [value] if key == "Module" else value
        devices[facts["Slot"]] = facts
    return devices


def ip_link(name):
    return json.loads(run("ip", "-d", "-j", "link", "show", name))[0]


def vf_infos(name):
    return ip_link(name).get("vfinfo_list", [])


def forget_names(*names):
    """Those that udev has added."""
    for name in names:
        for other in ip_link(name).get("altnames", []):
            run("ip", "link", "property", "del", "dev", name, "altname", other)


def loaded():
    """Without the checksums of 6.1: once one was used, it stays."""
    names = [line.split()[0] for line in read("/proc/modules").splitlines()]
    return [name for name in names if not name.startswith("crc")]


def interfaces():
    """By name, without what changes by itself when a carrier comes or goes."""
    told = json.loads(run("ip", "-d", "-j", "link"))
    return {one["ifname"]: {key: value for key, value in one.items()
                            if key not in ("flags", "operstate")} for one in told}


def state():
    """All that a refused call must leave as it is."""
    devices = {address: (driver(address), override(address), vfs(address))
               for address in device_addresses()}
    autoprobe = {str(path): read(path) for path in DEVICES.glob("*/sriov_drivers_autoprobe")}
    return {**devices, **interfaces(), **autoprobe, "modules": sorted(loaded())}


def difference(before, after):
    return {key: (before.get(key), after.get(key)) for key in {**before, **after}
            if before.get(key) != after.get(key)}


def write_count(pf, count):
    (DEVICES / pf / "sriov_numvfs").write_text(str(count))


def remove_vfs(*pfs):
    """At the same time: the kernel sleeps for most of it."""
    with concurrent.futures.ThreadPoolExecutor() as pool:
        list(pool.map(lambda pf: write_count(pf, 0), pfs))


@contextlib.contextmanager
def vfs_on(pf, count):
    """VFs that the kernel was told to make, without the library."""
    write_count(pf, count)
    try:
        yield vfs(pf)
    finally:
        write_count(pf, 0)


@contextlib.contextmanager
def modules(*names):
    """Loads modules; in the end everything goes that was not loaded before."""
    before = loaded()
    run("modprobe", "-a", *names)
    try:
        yield
    finally:
        unload(before)


def unload(before):
    """The kernel lists those that were loaded last first: none is needed by one behind it."""
    extra = [name for name in loaded() if name not in before]
    if extra:
        run("rmmod", *extra)


@contextlib.contextmanager
def nvme_vfs(count):
    """VFs in a moment. No driver may try them: they have no queues."""
    autoprobe = DEVICES / NVME / "sriov_drivers_autoprobe"
    with modules("nvme"):
        autoprobe.write_text("0")
        try:
            with vfs_on(NVME, count) as addresses:
                yield addresses
        finally:
            autoprobe.write_text("1")


def wait_for(condition, seconds=60, pause=0.05):
    """Gives the first true answer."""
    end = time.monotonic() + seconds
    while not (answer := condition()):
        if time.monotonic() > end:
            raise AssertionError("waited in vain")
        time.sleep(pause)
    return answer


class Case(unittest.TestCase):
    """Each class of cases must leave the host as it found it."""

    maxDiff = None

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.addClassCleanup(cls._compare, state())

    @classmethod
    def _compare(cls, before):
        after = state()
        for name in [name for name in before if re.fullmatch(r"em\d", name) and name in after]:
            # a driver that was bound again makes a new one
            after[name]["ifindex"] = before[name]["ifindex"]
        if after != before:
            raise AssertionError(f"{cls.__name__} changed the host: {difference(before, after)}")

    @contextlib.contextmanager
    def unchanged(self):
        before = state()
        yield
        self.assertEqual(difference(before, state()), {})

    def assert_refused(self, code, names, *words, **how):
        """Refused with this code, and a message that has each of these words in it."""
        error = refusal(*words, **how)
        self.assertEqual(error["code"], code, error)
        for name in names:
            self.assertRegex(error["message"], rf"(?<!\w){re.escape(name)}(?!\w)")
        return error
