# SPDX-License-Identifier: LGPL-2.1-or-later
"""A systemd in the guest, on which the program and its unit are installed."""

import contextlib
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from host import BUILD, SOURCE, run, wait_for

UNIT = BUILD / "programs/libsriov.service"
UNIT_TEXT = UNIT.read_text(encoding="utf-8")
PROGRAM = Path(re.search(r"^ExecStart=(\S*)", UNIT_TEXT, re.M)[1])
PREFIX = PROGRAM.parent.parent
FILES = Path(re.search("^ConditionDirectoryNotEmpty=(.*)$", UNIT_TEXT, re.M)[1])
OWN_UNITS = Path("/etc/systemd/system")
OWN_LINKS = Path("/etc/systemd/network")
GROUPS = Path("/sys/fs/cgroup")


def put(source, folder):
    """A function that takes it away again."""
    folder.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copy(source, folder)).unlink


def install():
    """As "make install" does; what takes it away again, in any order."""
    undo = [put(BUILD / "programs/sriov/.libs/sriov", PROGRAM.parent),
            put(UNIT, PREFIX / "lib/systemd/system")]
    undo += [put(library, PREFIX / "lib")
             for library in (BUILD / "libsriov/.libs").glob("libsriov.so.*")]
    run("ldconfig", str(PREFIX / "lib"))
    FILES.mkdir(parents=True, exist_ok=True)
    return [*undo, lambda: shutil.rmtree(FILES)]


class Systemd:
    """Booted when it is made, until close(). Its /run is one of its own."""

    def __init__(self):
        self.work = Path(tempfile.mkdtemp(prefix="systemd-"))
        self.process = subprocess.Popen((SOURCE / "tests/host/guest/systemd-boot", self.work),
                                        start_new_session=True)
        try:
            self.first = wait_for(self._find_first)
            wait_for(self._is_up)
        except BaseException as error:
            console = (self.work / "console").read_text(errors="replace")
            self.close()
            raise AssertionError(f"systemd does not come up: {console}") from error

    def _find_first(self):
        """The first process of its namespace, once it is systemd."""
        children = f"/proc/{self.process.pid}/task/{self.process.pid}/children"
        for pid in Path(children).read_text().split():
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                if Path(f"/proc/{pid}/comm").read_text() == "systemd\n":
                    return pid
        return None

    def _is_up(self):
        """Whether or not a unit has failed."""
        answer = self.run("systemctl", "is-system-running", "--wait", check=False)
        return answer.strip() in ("running", "degraded")

    def run(self, *command, **how):
        return run(*self._enter(), *command, **how)

    def start(self, *command, **how):
        """It ends with what it reads, or with systemd."""
        return subprocess.Popen((*self._enter(), *command), **how)

    def _enter(self):
        return "nsenter", "--target", self.first, "--all"

    def path(self, path):
        """What it has under that path."""
        return Path(f"/proc/{self.first}/root{path}")

    def journal(self, program):
        """What a program has said since the last call; nothing is a failure to journalctl."""
        self.run("journalctl", "--sync")
        return self.run("journalctl", f"--cursor-file=/run/{program}.cursor", "--output=cat",
                        f"--identifier={program}", check=False)

    def show(self, unit, *names):
        """It has an order of its own."""
        told = self.run("systemctl", "show", "--property", ",".join(names), unit)
        values = dict(line.split("=", 1) for line in told.splitlines())
        return [values[name] for name in names]

    def freeze(self, unit, frozen=True):
        """Its processes do not go on, wherever they are."""
        group = GROUPS / self.work.name / "system.slice" / unit
        (group / "cgroup.freeze").write_text(str(int(frozen)))

    def close(self):
        """All that it has started ends with it."""
        self.process.kill()
        self.process.wait()
        group = GROUPS / self.work.name
        wait_for(lambda: "populated 0" in (group / "cgroup.events").read_text())
        run("find", str(group), "-depth", "-type", "d", "-exec", "rmdir", "{}", ";")
        shutil.rmtree(self.work)
