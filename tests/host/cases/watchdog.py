# SPDX-License-Identifier: LGPL-2.1-or-later
"""Watches over the cases from a process of its own: who sleeps in the kernel for ever cannot be
killed, and can neither tell why nor end the run.

When no result has come for PATIENCE seconds, all is told that could explain it. When none has come
for as long again the run is over, and what has no result could not run. No case may be so slow: the
programs that cases call have two minutes at most."""

import contextlib
import faulthandler
import os
import re
import select
import signal
import sys
import time
from pathlib import Path

PATIENCE = 300
# Of the kernel's log, its last lines.
LOG = 300
# Of a command, its first letters.
WIDTH = 200
TOLD = re.compile(r"^(?:not )?ok \d+ - (\S+)", re.MULTILINE)


def watch(names, work):
    """Has another process do the work, which tells the results of these names, in TAP, to the file
    that it is given. What it says is passed on; gives its exit status."""
    source, target = os.pipe()
    child = os.fork()
    if not child:
        os.close(source)
        step()
        with os.fdopen(target, "w") as stream:
            sys.exit(work(stream))
    os.close(target)
    said, whole = pass_on(source)
    reason = ""
    if not whole:
        reason = f"no result for {2 * PATIENCE} s, this is the end\n{tell_tasks('D')}"
        os.kill(child, signal.SIGKILL)
    missing = tell_rest(names, said, reason)
    # It may sleep on in spite of that.
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) if whole else 1
    return status or int(missing)


def step():
    """By the process that is watched, at each step: it tells where it is when none comes after it.
    That works while its own thread is in the kernel."""
    faulthandler.dump_traceback_later(PATIENCE)


def pass_on(source):
    """Gives what came, and whether its end came too."""
    said, patient = b"", True
    while True:
        if select.select((source,), (), (), PATIENCE)[0]:
            words = os.read(source, 1 << 16)
            write(words)
            said, patient = said + words, True
            if not words:
                return said.decode(), True
        elif patient:
            patient = False
            tell_all()
        else:
            return said.decode(), False


def write(words):
    sys.stdout.buffer.write(words)
    sys.stdout.flush()


def explain(text):
    write("".join(f"# {line}\n" for line in text.splitlines()).encode())


def tell_rest(names, said, reason):
    """Whether there was any. What follows a failure is shown with it."""
    told = TOLD.findall(said)
    rest = [name for name in names if name not in told]
    for number, name in enumerate(rest, len(told) + 1):
        write(f"not ok {number} - {name} (it could not run)\n".encode())
        explain(reason)
        reason = ""
    return bool(rest)


def tell_all():
    """No other program is called for it, which could stand still as well."""
    explain(f"no result for {PATIENCE} s: what runs, and where it is in the kernel")
    explain(tell_tasks("DRSTZ"))
    explain("tasks that are blocked, at the end of the kernel's log")
    with contextlib.suppress(OSError):
        Path("/proc/sysrq-trigger").write_text("w")
    time.sleep(1)
    explain("\n".join(kernel_log()[-LOG:]))


def tell_tasks(states):
    told = (describe(task, states) for task in Path("/proc").glob("[0-9]*/task/[0-9]*"))
    return "\n".join(filter(None, told))


def describe(task, states):
    """Nothing of the kernel's own threads, unless they wait for something."""
    state = content(task / "stat").rpartition(")")[2][1:2]
    if state not in states:
        return ""
    command = " ".join(content(task / "cmdline").replace("\0", " ").split())[:WIDTH]
    if not command and state not in ("D", "Z"):
        return ""
    return (f"{task.name} {state} {command or content(task / 'comm')} in {content(task / 'wchan')}"
            f"\n{content(task / 'stack')}")


def content(path):
    """Empty when it is gone, or not told by this kernel."""
    try:
        return path.read_text(errors="replace").strip()
    except OSError:
        return ""


def kernel_log():
    lines = []
    log = os.open("/dev/kmsg", os.O_RDONLY | os.O_NONBLOCK)
    with contextlib.suppress(BlockingIOError):
        while True:
            with contextlib.suppress(BrokenPipeError):  # this line was overwritten meanwhile
                facts, text = os.read(log, 8192).decode(errors="replace").split(";", 1)
                lines.append(f"[{int(facts.split(',')[2]) / 1e6:.6f}] {text.splitlines()[0]}")
    os.close(log)
    return lines
