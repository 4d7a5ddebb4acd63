# SPDX-License-Identifier: LGPL-2.1-or-later
"""Many agents want different things of the same PFs: each gets what it wants, whole, in turn.

COMPETE_TIMES says how often each of them wants something.
"""

from __future__ import annotations

import json
import os
import subprocess
from typing import Any

import bed

AGENT = bed.PROGRAMS / "agent"
AGENTS = 16
TIMES = os.environ.get("COMPETE_TIMES", "5")


def want(pf: str, count: int, driver: str, last: int) -> dict[str, Any]:
    """All that distinguishes it from the others is said of each VF."""
    vfs = [{"index": index, "mac": f"52:54:00:00:{index:02x}:{last:02x}"} for index in range(count)]
    return {"pf": pf, "vf_count": count, "allow_in_use": True, "autoprobe": bool(last % 2),
            "defaults": {"driver": driver, "trust": bool(last % 2), "max_rate_mbps": last},
            "vfs": vfs}


WANTS = [
    want("em1", 3, "vfio-pci", 1),
    want("em1", 3, "vfio-pci", 2),
    want("em1", 3, "none", 3),
    want("em1", 5, "native", 4),
    want("em2", 2, "vfio-pci", 5),
    want("em2", 2, "native", 6),
    want("em2", 4, "vfio-pci", 7),
]


class Compete(bed.KernelCase):
    """All end, none has failed, and each PF is as exactly one of them wanted it."""

    def start(self, number: int) -> subprocess.Popen[str]:
        words = [str(AGENT), "compete", str(number), TIMES, *map(json.dumps, WANTS)]
        return subprocess.Popen(words, env=self.environment(), text=True, stderr=subprocess.PIPE)

    def is_so(self, wanted: dict[str, Any]) -> bool:
        state = json.dumps({"version": 1, "pfs": [wanted]})
        return self.run_program(AGENT, "is", state).returncode == 0

    def test_nobody_is_lost(self) -> None:
        agents = [self.start(number) for number in range(AGENTS)]
        limit = 60 + 3 * int(TIMES)
        ends = [agent.communicate(timeout=limit)[1] for agent in agents]
        self.assertEqual(ends, [""] * AGENTS)
        self.assertEqual([agent.returncode for agent in agents], [0] * AGENTS)
        for pf in ("em1", "em2"):
            found = [each for each in WANTS if each["pf"] == pf and self.is_so(each)]
            self.assertEqual(len(found), 1, self.tell("state"))
        self.assertEqual(self.succeed(AGENT, "check"), "")
        self.assertEqual(os.listdir(self.host / "runtime" / "journal"), [])


if __name__ == "__main__":
    bed.main()
