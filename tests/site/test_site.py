#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""The site that "make doc" made, in the folder SITE: every link leads somewhere, everything public
is found by the search, nothing comes from elsewhere, and it is readable on a phone."""

import functools
import http.server
import json
import os
import re
import sys
import threading
import unittest
from pathlib import Path
from typing import Dict, Set

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parents[1]
sys.path[:0] = [str(HERE), str(HERE.parent)]
import browser  # noqa: E402
import tap  # noqa: E402

SITE = Path(os.environ.get("SITE", SOURCE / "build/doc/html")).resolve()
PHONE = 390
SEARCH = """
const input = document.getElementById("search");
input.focus();
input.value = arguments[0];
input.dispatchEvent(new Event("input"));
const first = document.querySelector("#found a");
return first && [first.querySelector("b").textContent, first.href];
"""


@functools.lru_cache(maxsize=None)
def pages() -> Dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(SITE.glob("*.html"))}


@functools.lru_cache(maxsize=None)
def anchors(name: str) -> Set[str]:
    return set(re.findall(r'\b(?:id|name)="([^"]+)"', pages()[name]))


@functools.lru_cache(maxsize=None)
def index() -> Dict[str, str]:
    """What the search knows: {name: address}."""
    text = (SITE / "search-index.js").read_text(encoding="utf-8")
    entries = json.loads(text.partition("=")[2].rstrip(";\n"))
    return {name: address for name, _, address, _ in entries}


class Links(unittest.TestCase):
    def check(self, page: str, link: str) -> str:
        """What is wrong with it."""
        there, _, anchor = link.partition("#")
        target = there or page
        if target.endswith(".html"):
            if target not in pages():
                return "no such page"
            return "" if not anchor or anchor in anchors(target) else "no such place on the page"
        return "" if (SITE / target).exists() else "no such file"

    def test_all_lead_somewhere(self) -> None:
        count = 0
        for name, page in pages().items():
            for link in re.findall(r'\b(?:href|src|xlink:href)="([^"]+)"', page):
                if not re.match(r"https?:", link):
                    count += 1
                    with self.subTest(name, link=link):
                        self.assertEqual(self.check(name, link), "")
        self.assertGreater(count, 1000)

    def test_nothing_is_loaded_from_elsewhere(self) -> None:
        for name, page in pages().items():
            for tag in re.findall(r"<(?:script|link|img|iframe|object)\b[^>]*>", page):
                with self.subTest(name):
                    self.assertNotRegex(tag, r"""["'(](https?:)?//""")
        self.assertNotRegex((SITE / "style.css").read_text(encoding="utf-8"), r"url\(|@import")


class Completeness(unittest.TestCase):
    """What the search does not find is not there for a reader."""

    def test_every_function(self) -> None:
        symbols = (SOURCE / "libsriov/libsriov.sym").read_text(encoding="utf-8")
        names = set(re.findall(r"\bsriov_\w+", symbols))
        self.assertGreater(len(names), 500)
        self.assertEqual(names - set(index()), set())

    def test_every_structure_enumeration_and_value(self) -> None:
        for header in (SOURCE / "include/sriov").glob("*.h"):
            text = header.read_text(encoding="utf-8")
            names = re.findall(r"^(?:enum|struct) (sriov_\w+)(?: \{|;)$", text, re.M)
            names += re.findall(r"^\t(SRIOV_\w+) = ", text, re.M)
            with self.subTest(header.name):
                self.assertEqual([name for name in names if name not in index()], [])

    def test_every_page_is_in_the_menu(self) -> None:
        menu = pages()["index.html"].partition("<nav")[2].partition("</nav>")[0]
        wanted = [path.stem + ".html" for path in (SOURCE / "doc/book").glob("*.md")]
        wanted += [name for name in pages() if name.endswith("_8h.html")]
        self.assertEqual([name for name in wanted if f'href="{name}"' not in menu], [])


@unittest.skipIf(browser.missing(), f"{browser.missing()} is missing")
class Reading(unittest.TestCase):
    chromium: browser.Browser

    @classmethod
    def setUpClass(cls) -> None:
        opened = browser.Browser()
        cls.chromium = opened.__enter__()
        cls.addClassCleanup(opened.__exit__)

    def test_no_page_scrolls_sideways_on_a_phone(self) -> None:
        self.chromium.resize(PHONE, 844)
        for name in pages():
            with self.subTest(name):
                self.chromium.open(f"{SITE.as_uri()}/{name}")
                width = self.chromium.run("return document.documentElement.scrollWidth")
                self.assertLessEqual(width, PHONE)

    def find(self, base: str, words: str) -> str:
        """The first result; its link leads to a place that is there."""
        self.chromium.open(f"{base}/index.html")
        name, link = self.chromium.wait_for(SEARCH, words) or ("nothing", "")
        page, _, anchor = link.rpartition("/")[2].partition("#")
        self.assertIn(anchor, anchors(page))
        return str(name)

    def test_search_in_files(self) -> None:
        self.assertEqual(self.find(SITE.as_uri(), "sriov_pf_open"), "sriov_pf_open")
        self.assertEqual(self.find(SITE.as_uri(), "SRIOV_CODE_GONE"), "SRIOV_CODE_GONE")
        self.assertIn("Bonds and spoofing", self.find(SITE.as_uri(), "EADDRNOTAVAIL"))

    def test_search_by_http(self) -> None:
        handler = functools.partial(Silent, directory=str(SITE))
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            base = f"http://127.0.0.1:{server.server_port}"
            self.assertEqual(self.find(base, "pf_open"), "sriov_pf_open")
            server.shutdown()


class Silent(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nobody asked."""


if __name__ == "__main__":
    tap.main()
