# SPDX-License-Identifier: LGPL-2.1-or-later
"""The fake kernel does what the real one does, for programs in every language."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

import bed

PF = "devices/0000:01:00.0"
VF = "devices/0000:01:10.0"
TOP = Path(os.environ.get("top_srcdir", ".")).resolve()
LIBRARIES = Path(os.environ.get("top_builddir", ".")).resolve() / "libsriov" / ".libs"

PYTHON = """
import sriov, sys
host = sys.argv[1]
with sriov.Context(sysfs=host + "/sys", procfs=host + "/proc", devfs=host + "/dev",
                   modules=host + "/modules", modprobe=host + "/modprobe") as context:
    pf = context.open_pf("em2")
    pf.set_vf_count(3)
    pf.set_spoof_check_all(False)
    print([vf.device.address for vf in pf.list_vfs()])
"""


class Files(bed.KernelCase):
    """Writes to sysfs."""

    def driver(self, device: str) -> str:
        link = self.sysfs(device) / "driver"
        return os.path.basename(os.readlink(link)) if link.is_symlink() else ""

    def test_vfs_are_made_and_removed(self) -> None:
        self.assertEqual(self.write((PF + "/sriov_numvfs", "7")), [0])
        self.assertEqual(self.sysfs(PF + "/sriov_numvfs").read_text(), "7\n")
        self.assertEqual(self.driver(VF), "igbvf")
        self.assertTrue((self.sysfs(VF) / "net" / "em1v0").is_dir())
        self.assertEqual(os.readlink(self.sysfs(PF) / "virtfn6"), "../0000:01:11.4")
        self.assertEqual(self.write((PF + "/sriov_numvfs", "0\n")), [0])
        self.assertFalse(self.sysfs(VF).exists())
        self.assertFalse((self.host / "sys/class/net/em1v0").is_symlink())

    def test_counts_are_refused(self) -> None:
        found = self.write((PF + "/sriov_numvfs", "8"), (PF + "/sriov_numvfs", "many"),
                           (PF + "/sriov_numvfs", "5"), (PF + "/sriov_numvfs", "5"),
                           (PF + "/sriov_numvfs", "6"))
        self.assertEqual(found, [errno.ERANGE, errno.EINVAL, 0, 0, errno.EBUSY])

    def test_a_closed_gate_keeps_drivers_away(self) -> None:
        found = self.write((PF + "/sriov_drivers_autoprobe", "0"), (PF + "/sriov_numvfs", "2"),
                           ("drivers_probe", "0000:01:10.0"),
                           ("drivers/igbvf/bind", "0000:01:10.0"))
        self.assertEqual(found, [0, 0, 0, errno.ENODEV])
        self.assertEqual(self.driver(VF), "")
        self.assertEqual(self.write((VF + "/driver_override", "vfio-pci"),
                                    ("drivers_probe", "0000:01:10.0")), [0, 0])
        self.assertEqual(self.driver(VF), "vfio-pci")

    def test_drivers_take_what_is_theirs(self) -> None:
        found = self.write((PF + "/sriov_numvfs", "1"), ("drivers/igbvf/bind", "0000:01:10.0"),
                           ("drivers/vfio-pci/unbind", "0000:01:10.0"),
                           ("drivers/igbvf/unbind", "0000:01:10.0"),
                           ("drivers/vfio-pci/bind", "0000:01:10.0"),
                           ("drivers_probe", "0000:01:10.2"))
        self.assertEqual(found, [0, errno.EBUSY, errno.ENODEV, 0, errno.ENODEV, errno.ENODEV])
        self.assertEqual(self.driver(VF), "")

    def test_an_override_is_cleared_by_a_line_end(self) -> None:
        override = self.sysfs(PF + "/driver_override")
        self.assertEqual(self.write((PF + "/driver_override", "vfio-pci\n")), [0])
        self.assertEqual(override.read_text(), "vfio-pci\n")
        self.assertEqual(self.write((PF + "/driver_override", "\n")), [0])
        self.assertEqual(override.read_text(), "(null)\n")

    def test_a_pf_without_its_driver_has_no_vfs(self) -> None:
        found = self.write((PF + "/sriov_numvfs", "1"), ("drivers/igb/unbind", "0000:01:00.0"),
                           (PF + "/sriov_numvfs", "1"))
        self.assertEqual(found, [0, 0, errno.ENOENT])
        self.assertIn("0000:01:00.0 vfs 0\n", self.tell("state"))

    def test_other_files_are_the_real_kernels(self) -> None:
        beside = Path(self.folder.name, "beside")
        self.succeed("sh", "-c", 'printf %s here >"$0"', beside)
        self.assertEqual(beside.read_text(), "here")


class Netlink(bed.KernelCase):
    """As ip sees it, a program that knows nothing of us."""

    def setUp(self) -> None:
        super().setUp()
        if not shutil.which("ip"):
            self.skipTest("ip is missing")
        self.write((PF + "/sriov_numvfs", "2"))

    def ip(self, *words: str) -> tuple[int, str]:
        done = self.run_program("ip", *words)
        return done.returncode, done.stdout

    def test_settings(self) -> None:
        for words in ("mac 02:00:00:00:00:01", "vlan 5 qos 2", "max_tx_rate 100", "spoofchk off",
                      "trust on", "state enable", "query_rss on"):
            self.assertEqual(self.ip("link", "set", "em1", "vf", "1", *words.split()), (0, ""))
        _, said = self.ip("link", "show", "dev", "em1")
        self.assertIn("vf 1     link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff, vlan 5, qos 2, "
                      "tx rate 100 (Mbps), max_tx_rate 100Mbps, spoof checking off, "
                      "link-state enable, trust on, query_rss on", said)
        self.assertIn("0000:01:10.2 mac 02:00:00:00:00:01 vlan 5 qos 2 protocol 8100 rates 0 100 "
                      "spoof 0 trust 1 rss 1 link 1\n", self.tell("state"))

    def test_refusals(self) -> None:
        for words in ("vf 2 trust on", "vf 0 mac 03:00:00:00:00:01"):
            self.assertEqual(self.ip("link", "set", "em1", *words.split())[0], 2, words)

    def test_interfaces(self) -> None:
        code, said = self.ip("-o", "link")
        names = [line.split()[1] for line in said.splitlines()]
        self.assertEqual((code, names), (0, ["em1:", "em1v0:", "em1v1:", "em2:"]))


class Orders(bed.KernelCase):
    """What a test tells the fake kernel."""

    def test_a_write_fails(self) -> None:
        self.tell("fail", "sriov_numvfs", str(errno.ENOMEM))
        found = self.write((PF + "/sriov_numvfs", "1"), (PF + "/sriov_numvfs", "1"))
        self.assertEqual(found, [errno.ENOMEM, 0])

    def test_a_write_by_netlink_fails(self) -> None:
        self.tell("fail", "netlink", str(errno.EPERM))
        self.assertNotEqual(self.run_program(bed.PROGRAMS / "naive", "apply").returncode, 0)

    def test_a_write_is_held(self) -> None:
        self.tell("hold", "sriov_numvfs")
        words = [sys.executable, "-c", bed.WRITE, str(self.sysfs(PF + "/sriov_numvfs")), "1"]
        with subprocess.Popen(words, env=self.environment(), stdout=subprocess.PIPE) as writer:
            self.wait_for(self.is_held)
            self.assertEqual(self.tell("held"), "sriov_numvfs\n")
            # Others go on meanwhile.
            self.assertEqual(self.write(("devices/0000:02:00.0/sriov_numvfs", "1")), [0])
            self.assertIn("0000:01:00.0 vfs 0\n", self.tell("state"))
            self.assertIs(writer.poll(), None)
            self.tell("release")
            self.assertEqual(self.tell("held"), "")
            self.assertEqual(writer.communicate(timeout=60)[0], b"0\n")
        self.assertIn("0000:01:00.0 vfs 1\n", self.tell("state"))

    def test_what_was_told_is_forgotten(self) -> None:
        self.tell("fail", "sriov_numvfs", str(errno.ENOMEM))
        self.tell("hold", "sriov_numvfs")
        self.tell("restore", "empty")
        self.assertEqual(self.write((PF + "/sriov_numvfs", "1")), [0])

    def test_a_snapshot_is_come_back_to(self) -> None:
        self.succeed(bed.PROGRAMS / "naive", "apply")
        full, means = self.tell("state"), self.tell("means")
        self.tell("snapshot", "full")
        self.tell("restore", "empty")
        self.assertIn("0000:01:00.0 vfs 0\n", self.tell("state"))
        self.tell("restore", "full")
        self.assertEqual((self.tell("state"), self.tell("means")), (full, means))
        self.assertEqual(os.readlink(self.sysfs(VF) / "driver").split("/")[-1], "vfio-pci")

    def test_nonsense_is_refused(self) -> None:
        for words in (["restore", "nowhere"], ["sing"], ["snapshot"]):
            with self.assertRaises(subprocess.CalledProcessError):
                self.tell(*words)


class Programs(bed.KernelCase):
    """C, Python, and a process that has nothing."""

    def test_c(self) -> None:
        self.succeed(bed.PROGRAMS / "naive", "apply")
        state, means = self.tell("state"), self.tell("means")
        self.assertEqual(state.count("driver vfio-pci\n"), 7)
        self.assertIn("0000:01:11.4 mac 02:00:00:00:00:07", state)
        self.assertIn("0000:01:00.0 autoprobe 1\n", means)

    @unittest.skipIf(os.environ.get("SANITIZERS"), "Python and the sanitizers are tried elsewhere")
    def test_python(self) -> None:
        environment = {**self.environment(), "LD_LIBRARY_PATH": str(LIBRARIES),
                       "PYTHONPATH": str(TOP / "bindings" / "python")}
        said = subprocess.run([sys.executable, "-c", PYTHON, str(self.host)], env=environment,
                              text=True, check=True, stdout=subprocess.PIPE, timeout=120).stdout
        self.assertEqual(said, "['0000:02:10.0', '0000:02:10.2', '0000:02:10.4']\n")
        self.assertEqual(self.tell("state").count("spoof 0"), 3)

    def test_a_process_without_descriptors(self) -> None:
        self.succeed(bed.PROGRAMS / "helper", self.sysfs(PF + "/sriov_numvfs"), "2")
        self.assertIn("0000:01:00.0 vfs 2\n", self.tell("state"))

    def test_many_at_once(self) -> None:
        words = [bed.PROGRAMS / "naive", "gate"]
        writers = [subprocess.Popen(words, env=self.environment()) for _ in range(8)]
        self.assertEqual([writer.wait(60) for writer in writers], [0] * 8)
        # All of them found a number in the file each time they read it.


if __name__ == "__main__":
    bed.main()
