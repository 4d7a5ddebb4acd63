# SPDX-License-Identifier: LGPL-2.1-or-later
"""The unit in a real systemd, with its sandbox; and what udev does with a .link file at boot."""

import json
import stat
import subprocess
import unittest

from host import (Case, DEVICES, EM1, EM2, driver, forget_names, inodes, loaded, read,
                  remove_vfs, run, unload, vfs, wait_for)
from systemd import FILES, OWN_LINKS, OWN_UNITS, PROGRAM, Systemd, install
from test_persistence import told
from test_vfio import VfioDevice, node

UNIT = "libsriov.service"
# It sees what there is when networks are configured.
NETWORK = "test-network.service"
NETWORK_TEXT = f"""[Unit]
After=network-pre.target
[Service]
Type=oneshot
ExecStart=/bin/sh -c 'basename -a $$(readlink {DEVICES}/{EM1}/virtfn*/driver)'
SyslogIdentifier=test-network
[Install]
WantedBy=multi-user.target
"""
# It says what it may do, and tries what it may not.
FORBIDDEN = ("/usr/x", f"{FILES}/x", "/tmp/x", "/var/tmp/x", "/root/x", "/sys/fs/cgroup/x")
LOOK = f"""[Service]
ExecStartPost=-/bin/grep -E "^(CapBnd|NoNewPrivs|Seccomp):" /proc/self/status
ExecStartPost=-/usr/bin/touch {" ".join(FORBIDDEN)}
ExecStartPost=-/usr/bin/unshare --net true
"""
# CAP_DAC_READ_SEARCH, CAP_NET_ADMIN, CAP_SYS_MODULE, CAP_SYS_PTRACE, CAP_SYS_ADMIN
RIGHTS = 1 << 2 | 1 << 12 | 1 << 16 | 1 << 19 | 1 << 21
LATE = f"""[Match]
Path=pci-{EM1}
[Link]
NamePolicy=keep
AlternativeName=late0
"""


def vf(index, **words):
    return {"index": index, "mac": f"52:54:00:00:00:0{index}", **words}


class Unit(Case):
    # The leak checker asks for more than the sandbox allows; cases/test_persistence.py has it.
    SANITIZED = False

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for undo in install():
            cls.addClassCleanup(undo)
        cls.addClassCleanup(unload, loaded())
        cls.addClassCleanup(forget_names, "em1", "em2")
        cls.addClassCleanup(remove_vfs, EM1, EM2)
        cls.prepare()
        cls.systemd = Systemd()
        cls.addClassCleanup(cls.systemd.close)

    @classmethod
    def prepare(cls):
        """A PF has its name by udev alone; another one has VFs by udev alone."""
        cls.write_state({"pf": "late0", "vf_count": 7,
                         "defaults": {"driver": "vfio-pci", "trust": True},
                         "vfs": [vf(1, vlan={"id": 100, "qos": 3}), vf(6, spoof_check=False)]})
        cls.write(OWN_LINKS / "10-em1.link", LATE)
        text = json.dumps({"version": 1, "pfs": [
            {"pf": "em2", "vf_count": 2, "defaults": {"spoof_check": False},
             "vfs": [vf(1, trust=True, vlan={"id": 100, "qos": 3})]}]})
        cls.write(OWN_LINKS / "10-em2.link", run(PROGRAM, "link", "-", input=text))
        cls.write(OWN_UNITS / NETWORK, NETWORK_TEXT)
        cls.write(OWN_UNITS / f"{UNIT}.d/look.conf", LOOK)
        run("systemctl", "--root=/", "enable", UNIT, NETWORK)
        cls.addClassCleanup(run, "systemctl", "--root=/", "disable", UNIT, NETWORK)

    @classmethod
    def write(cls, path, text):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        cls.addClassCleanup(path.unlink, True)

    @classmethod
    def write_state(cls, *pfs):
        cls.write(FILES / "host.json", json.dumps({"version": 1, "pfs": pfs}))

    def begin_anew(self):
        """Without what the boot or another one has brought."""
        self.systemd.run("systemctl", "stop", UNIT)
        remove_vfs(EM1)
        self.systemd.journal("sriov")

    def start(self):
        """What it says."""
        self.systemd.run("systemctl", "start", UNIT, check=False)
        return self.systemd.journal("sriov")

    def result(self):
        return self.systemd.show(UNIT, "ActiveState", "Result")

    def journals(self):
        """Of what was not brought to an end."""
        return [path.name for path in self.systemd.path("/run/libsriov/journal").glob("*")]

    def test_at_boot(self):
        said = self.systemd.journal("sriov")
        self.assertEqual(self.result(), ["active", "success"], said)
        self.assertRegex(said, r"(?s)em1.*\n\d+ steps done\n")
        self.check_em1()
        runtime = self.systemd.path("/run/libsriov").stat()
        self.assertEqual((stat.S_IMODE(runtime.st_mode), runtime.st_uid), (0o700, 0))
        # Before any network was configured.
        self.assertEqual(self.systemd.journal("test-network").split(), ["vfio-pci"] * 7)
        self.check_sandbox()
        self.check_em2()
        self.check_again()
        self.check_held()

    def check_em1(self):
        seen = told("em1")
        self.assertEqual([one["trust"] for one in seen], [True] * 7)
        self.assertEqual([one["spoof_check"] for one in seen], [True] * 6 + [False])
        self.assertEqual([(one["mac"], one["vlan"], one["qos"]) for one in (seen[1], seen[6])],
                         [("52:54:00:00:00:01", 100, 3), ("52:54:00:00:00:06", 0, 0)])
        self.assertEqual(read(DEVICES / EM1 / "sriov_drivers_autoprobe"), "1")

    def check_sandbox(self):
        said = dict(line.split(":\t") for line in self.systemd.journal("grep").splitlines())
        self.assertEqual((said["CapBnd"], said["NoNewPrivs"], said["Seccomp"]),
                         (f"{RIGHTS:016x}", "1", "2"))
        complaints = self.systemd.journal("touch")
        for path in FORBIDDEN:
            self.assertRegex(complaints, f"'{path}': (Read-only file system|Permission denied)")
        self.assertIn("Operation not permitted", self.systemd.journal("unshare"))

    def check_em2(self):
        wait_for(lambda: len(told("em2")) == 2 and told("em2")[1]["trust"])
        seen = told("em2")
        self.assertEqual([one["spoof_check"] for one in seen], [False] * 2)
        self.assertEqual(seen[1], {"mac": "52:54:00:00:00:01", "vlan": 100, "qos": 3,
                                   "spoof_check": False, "trust": True})

    def check_again(self):
        """Stopped, it leaves what there is; started, it finds it."""
        before = inodes(vfs(EM1))
        self.systemd.run("systemctl", "stop", UNIT)
        self.assertEqual((inodes(vfs(EM1)), [driver(one) for one in vfs(EM1)]),
                         (before, ["vfio-pci"] * 7))
        self.assertEqual((self.start(), inodes(vfs(EM1))), ("nothing is to be done\n", before))

    def check_held(self):
        """A machine of another user is named, and keeps its VF."""
        before = inodes(vfs(EM1))
        held = VfioDevice(node(vfs(EM1)[3]))
        machine = self.systemd.start("setpriv", "--reuid=1000", "--clear-groups", "cat",
                                     stdin=subprocess.PIPE, pass_fds=held.files)
        held.close()
        try:
            self.write_state({"pf": "em1", "vf_count": 3})
            self.systemd.run("systemctl", "stop", UNIT)
            said = self.start()
            self.assertEqual(inodes(vfs(EM1)), before)
        finally:
            machine.communicate()
        self.assertRegex(said, r"VF 3 .* held .*\bcat\b")
        self.assertEqual(self.result(), ["failed", "exit-code"])

    def start_until_the_middle(self):
        """Some VFs are there, and it does not go on."""
        self.begin_anew()
        self.write_state({"pf": "em1", "vf_count": 2, "defaults": {"driver": "vfio-pci"}})
        self.systemd.run("systemctl", "--no-block", "start", UNIT)
        wait_for((DEVICES / EM1 / "virtfn0").is_symlink, pause=0)
        self.systemd.freeze(UNIT)
        self.assertEqual(self.systemd.show(UNIT, "SubState"), ["start"])
        self.assertEqual(self.journals(), [EM1])

    def assert_done(self, said):
        self.assertEqual(self.result(), ["active", "success"], said)
        self.assertRegex(said, r"\d+ steps done\n")
        self.assertEqual([driver(one) for one in vfs(EM1)], ["vfio-pci"] * 2)
        self.assertEqual(read(DEVICES / EM1 / "sriov_drivers_autoprobe"), "1")
        self.assertEqual(self.journals(), [])

    def test_killed(self):
        """What it has begun is brought to an end when it is started again."""
        self.start_until_the_middle()
        self.systemd.run("systemctl", "kill", "--signal=KILL", UNIT)
        wait_for(lambda: self.result() == ["failed", "signal"])
        self.assertEqual(self.journals(), [EM1])
        self.assert_done(self.start())

    def test_mistake(self):
        self.begin_anew()
        self.write_state({"pf": "em1", "vf_count": 2, "vfs": [vf(0, mac="x")]})
        with self.unchanged():
            said = self.start()
        self.assertEqual(self.result(), ["failed", "exit-code"])
        for text in (said, self.systemd.run("systemctl", "status", UNIT, check=False)):
            self.assertIn(f"{FILES}/host.json: ", text)
            self.assertIn("pfs[0].vfs[0].mac: ", text)

    def test_stopped(self):
        """All is taken back, and whoever stops it waits for that."""
        self.start_until_the_middle()
        self.systemd.run("systemctl", "--no-block", "stop", UNIT)
        wait_for(lambda: self.systemd.show(UNIT, "SubState") != ["start"])
        self.systemd.freeze(UNIT, False)
        self.systemd.run("systemctl", "stop", UNIT)
        self.assertEqual((vfs(EM1), self.journals()), ([], []))
        self.assertIn("cancel", self.systemd.journal("sriov"))
        self.assertEqual(self.result(), ["inactive", "success"])

    def test_stopped_while_it_waits(self):
        """For a PF that does not come."""
        self.begin_anew()
        self.write_state({"pf": "never0", "vf_count": 2})
        self.systemd.run("systemctl", "--no-block", "start", UNIT)
        wait_for(lambda: self.systemd.show(UNIT, "SubState") == ["start"])
        self.systemd.run("systemctl", "stop", UNIT)
        self.assertEqual(self.result(), ["inactive", "success"], self.systemd.journal("sriov"))
        self.assertEqual((vfs(EM1), self.journals()), ([], []))

    def test_without_files(self):
        self.begin_anew()
        (FILES / "host.json").unlink(missing_ok=True)
        self.assertEqual(self.start(), "")
        self.assertEqual(self.systemd.show(UNIT, "ConditionResult"), ["no"])


if __name__ == "__main__":
    unittest.main()
