# SPDX-License-Identifier: LGPL-2.1-or-later
"""Modules against modprobe, modinfo, /proc/modules and /sys/module."""

import os
import tempfile
import unittest
from pathlib import Path

from host import (Case, DEVICES, EM1, NOBODY, NVME, loaded, probe, read, run, unload)

NOT_LOADED, BUILTIN, LIVE = 0, 1, 2
INDEX = Path("/lib/modules") / os.uname().release


def builtin():
    names = [Path(line).stem for line in read(INDEX / "modules.builtin").splitlines()]
    return [name for name in names if "pci" in name or "iommu" in name] or names[:3]


class State(Case):
    def test_loaded(self):
        for name in loaded():
            module = probe("module", name)
            self.assertEqual((module["name"], module["state"]), (name, LIVE))
            self.assertEqual(read(f"/sys/module/{name}/initstate"), "live")
            self.assertEqual(module["path"], run("modinfo", "-n", name).strip())

    def test_not_loaded(self):
        for name in ("vfio-pci", "vfio_pci", "igbvf", "nvme"):
            module = probe("module", name)
            self.assertEqual((module["name"], module["state"]),
                             (name.replace("-", "_"), NOT_LOADED))
            self.assertEqual(module["path"], run("modinfo", "-n", name).strip())
            self.assertFalse(module["blacklisted"])

    def test_part_of_the_kernel(self):
        for name in builtin():
            module = probe("module", name)
            self.assertEqual((module["state"], module["path"]), (BUILTIN, None), name)
            self.assertIn("builtin", run("modprobe", "-D", name))

    def test_none(self):
        error = self.assert_refused("not-found", ("no_such_module", INDEX.name),
                                    "module", "no_such_module")
        self.assertIsNone(error["device"])

    def test_no_names(self):
        for name in ("", "a/b", "..", "nvme.ko", "n" * 300):
            error = self.assert_refused("invalid", (), "module", name)
            self.assertIn(f'"{name}"', error["message"])

    def test_no_index(self):
        self.assert_refused("failed", ("/nowhere",), "--modules", "/nowhere", "module", "nvme")


class Aliases(Case):
    def test_of_devices(self):
        for address in (EM1, NVME, "0000:00:1f.3"):
            alias = read(DEVICES / address / "modalias")
            told = probe("alias", alias)["modules"]
            self.assertTrue(told)
            self.assertEqual(sorted(told), sorted(set(run("modprobe", "-R", alias).split())))

    def test_of_nothing(self):
        self.assertEqual(probe("alias", "pci:nothing")["modules"], [])

    def test_none(self):
        for alias in ("", "NULL"):
            self.assert_refused("invalid", ("alias",), "alias", alias)


class Loading(Case):
    def setUp(self):
        self.before = loaded()
        self.addCleanup(unload, self.before)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def configure(self, text):
        (self.folder / "test.conf").write_text(text + "\n")
        return "--modprobe", str(self.folder)

    def show(self, name, *options):
        """The modules that modprobe would load, with this configuration."""
        lines = run("modprobe", "-C", str(self.folder), "-n", "-v", *options, name).splitlines()
        return [Path(line.split()[1]).name.split(".")[0].replace("-", "_") for line in lines]

    def test_with_all_that_it_needs(self):
        self.configure("")
        for name in ("vfio-pci", "igbvf"):
            wanted = self.show(name)
            self.assertTrue(wanted)
            probe("load", name)
            self.assertLessEqual(set(wanted), set(loaded()))
            self.assertEqual(probe("module", name)["state"], LIVE)
        with self.unchanged():
            probe("load", "vfio-pci")

    def test_part_of_the_kernel(self):
        with self.unchanged():
            probe("load", builtin()[0])

    def test_options(self):
        probe(*self.configure("options nvme_core io_timeout=77"), "load", "nvme")
        self.assertEqual(read("/sys/module/nvme_core/parameters/io_timeout"), "77")

    def test_missing(self):
        with self.unchanged():
            self.assert_refused("not-found", ("no_such_module",), "load", "no_such_module")

    def test_blacklisted(self):
        options = self.configure("blacklist nvme")
        self.assertEqual(self.show("nvme", "-b"), [])
        self.assertTrue(self.show("nvme"))
        self.assertTrue(probe(*options, "module", "nvme")["blacklisted"])
        alias = read(DEVICES / NVME / "modalias")
        self.assertEqual(probe(*options, "alias", alias)["modules"], ["nvme"])
        with self.unchanged():
            self.assert_refused("blacklisted", ("nvme", f"{self.folder}/test.conf line 1"),
                                *options, "load", "nvme")

    def test_needs_a_blacklisted_one(self):
        options = self.configure("# not wanted\nblacklist vfio_pci_core")
        self.assertFalse(probe(*options, "module", "vfio-pci")["blacklisted"])
        with self.unchanged():
            self.assert_refused("blacklisted", ("vfio_pci", "vfio_pci_core", "test.conf line 2"),
                                *options, "load", "vfio-pci")

    def test_install_command(self):
        marker = self.folder / "marker"
        options = self.configure(f"install nvme /bin/touch {marker}")
        with self.unchanged():
            error = self.assert_refused("unsupported", ("nvme", "test.conf line 1"),
                                        *options, "load", "nvme")
            self.assertIn(f"/bin/touch {marker}", error["message"])
            self.assertFalse(marker.exists())
        # modprobe does run it
        run("modprobe", "-C", str(self.folder), "nvme")
        self.assertTrue(marker.exists())

    def test_refused_by_the_kernel(self):
        """There is no processor for it here."""
        self.configure("")
        error = self.assert_refused("failed", ("kvm_intel",), "load", "kvm_intel")
        self.assertIn(os.strerror(error["errno"]), run(
            "sh", "-c", "modprobe kvm_intel 2>&1; true"))
        self.assertEqual(error["operation"], "load")
        self.assertEqual(error["path"], run("modinfo", "-n", "kvm_intel").strip())

    def test_unprivileged(self):
        with self.unchanged():
            self.assert_refused("forbidden", ("nvme", "CAP_SYS_MODULE"), "load", "nvme",
                                prefix=NOBODY)


if __name__ == "__main__":
    unittest.main()
