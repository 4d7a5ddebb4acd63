# SPDX-License-Identifier: LGPL-2.1-or-later
"""Chromium without a window, spoken to through chromedriver."""

import json
import shutil
import subprocess
import tempfile
import time
import urllib.request
from typing import Any, Dict, Optional

OPTIONS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
           "--disable-background-networking", "--disable-component-update", "--disable-sync")


def missing() -> str:
    """What is not installed."""
    programs = ("chromium", "chromedriver")
    return " and ".join(name for name in programs if not shutil.which(name))


class Browser:
    """One page, of the width of a phone or of another one."""

    def __enter__(self) -> "Browser":
        self.profile = tempfile.mkdtemp(prefix="libsriov-")
        self.driver = subprocess.Popen(("chromedriver", "--port=0"), text=True,
                                       stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.base = f"http://127.0.0.1:{self.find_port()}"
        capabilities = {"browserName": "chrome", "goog:chromeOptions": {
            "args": [*OPTIONS, f"--user-data-dir={self.profile}"]}}
        session = self.call("/session", {"capabilities": {"alwaysMatch": capabilities}})
        self.base += f"/session/{session['sessionId']}"
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self.call("", method="DELETE")
        finally:
            self.driver.terminate()
            self.driver.wait()
            shutil.rmtree(self.profile, ignore_errors=True)

    def find_port(self) -> str:
        """The driver says which one it took."""
        assert self.driver.stdout
        for line in self.driver.stdout:
            if "successfully on port" in line:
                return line.rstrip(".\n").rpartition(" ")[2]
        raise AssertionError("chromedriver does not start")

    def call(self, path: str, body: Optional[Dict[str, Any]] = None, method: str = "") -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {
            "Content-Type": "application/json"}, method=method or ("POST" if body else "GET"))
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def resize(self, width: int, height: int) -> None:
        """Narrower than a window can be."""
        self.call("/goog/cdp/execute", {
            "cmd": "Emulation.setDeviceMetricsOverride",
            "params": {"width": width, "height": height, "deviceScaleFactor": 1,
                       "mobile": width < 600}})

    def open(self, address: str) -> None:
        self.call("/url", {"url": address})

    def run(self, script: str, *arguments: object) -> Any:
        return self.call("/execute/sync", {"script": script, "args": list(arguments)})

    def wait_for(self, script: str, *arguments: object) -> Any:
        """The first answer that is not nothing; in vain after ten seconds."""
        for _ in range(100):
            found = self.run(script, *arguments)
            if found:
                return found
            time.sleep(0.1)
        return None
