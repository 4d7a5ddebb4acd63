#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Finishes the site that Doxygen made: finish.py HTML-FOLDER

Puts the menu at the side of every page (the sections of the front page with their links are the
menu, so that there is one list only), puts drawings into their pages, gives what is in the
reference addresses that people can write (pf_8h.html#sriov_pf_open), and makes the index that
search.js looks things up in.
"""

import html
import json
import re
import sys
from pathlib import Path
from typing import Iterator, List, Tuple

Entry = Tuple[str, str, str, str]  # name, kind, address, text

MENU = '<nav class="contents-of-book"></nav>'
DRAWING = re.compile(r'<iframe [^>]*src="([^"]+\.svg)".*?</iframe>', re.S)
SECTION = re.compile(r'<h1><a class="anchor" id="([^"]+)"></a>\s*(.*?)</h1>', re.S)
MEMBER = re.compile(r'<h2 class="memtitle"[^>]*><span class="permalink"><a href="#([^"]+)">.*?</span>'
                    r'([\w ]+)(\(\))?</h2>')
PROTOTYPE = re.compile(r'<table class="memname">(.*?)</table>', re.S)
CELL = re.compile(r'<td class="(memname|paramtype|paramname)">(.*?)</td>', re.S)
VALUE = re.compile(r'<td class="fieldname"><a id="(\w+)"[^>]*></a>(\w+)(.*?)</tr>', re.S)


def plain(text: str) -> str:
    """What is to be read of it."""
    text = re.sub(r"<svg.*?</svg>", " ", text, flags=re.S)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", text)).split())


def body(page: str) -> str:
    """A page without what stands on all of them."""
    return page[page.index('<div class="contents">'):page.rindex("</main>")]


def title(page: str) -> str:
    found = re.search(r'<div class="title">(.*?)</div>', page, re.S)
    return plain(found[1]) if found else ""


def split(pattern: "re.Pattern[str]", text: str) -> Iterator[Tuple["re.Match[str]", str]]:
    """Each place that matches, with what follows up to the next one."""
    found = list(pattern.finditer(text))
    ends = [one.start() for one in found[1:]] + [len(text)]
    for one, end in zip(found, ends):
        yield one, text[one.end():end]


# --- The menu ----------------------------------------------------------------------------------


def menu_groups(front: str) -> List[Tuple[str, List[Tuple[str, str]]]]:
    """(title, [(address, words)]) of each section of the front page that has links to pages."""
    groups = []
    for heading, text in split(SECTION, body(front)):
        links = re.findall(r'<a class="el" href="([\w-]+\.html)[^"]*"[^>]*>(.*?)</a>', text)
        if links:
            groups.append((plain(heading[2]), [(there, plain(words)) for there, words in links]))
    return groups


def menu(groups: List[Tuple[str, List[Tuple[str, str]]]], here: str) -> str:
    lines = []
    for heading, links in groups:
        lines.append(f"<h2>{html.escape(heading)}</h2><ul>")
        for there, words in links:
            current = ' aria-current="page"' if there == here else ""
            lines.append(f'<li><a href="{there}"{current}>{html.escape(words)}</a></li>')
        lines.append("</ul>")
    return MENU.replace("></nav>", ">" + "\n".join(lines) + "</nav>")


# --- Pages -------------------------------------------------------------------------------------


def drawing(folder: Path, name: str) -> str:
    """The drawing itself, so that it follows the colours of the page and its links work."""
    text = (folder / name).read_text(encoding="utf-8")
    picture = text[text.index("<svg"):]
    picture = re.sub(r'<g id="graph0"(.*?)<polygon fill="white"[^>]*/>', r'<g\1', picture,
                     flags=re.S)
    picture = re.sub(r' id="[^"]*"', "", picture).replace(' target="_top"', "")
    return f'<div class="diagram">{picture}</div>'


def prototype(found: "re.Match[str]") -> str:
    """Doxygen's table as a line of C for each parameter."""
    cells = [(kind, text.replace("&#160;", " ").strip()) for kind, text in CELL.findall(found[1])]
    name = "".join(text for kind, text in cells if kind == "memname")
    types = [text for kind, text in cells if kind == "paramtype"]
    names = [text for kind, text in cells if kind == "paramname"]
    if not types:
        return name + ("(void)" if ">(</td>" in found[1] else "")
    parameters = [f"{left}{'' if left.endswith('*') else ' '}{right}".strip()
                  for left, right in zip(types, names)]
    name = re.sub(r"\* (\w+)$", r"*\1", name)
    return f"{name}(<br/>" + "<br/>".join(f"<i></i>{one}" for one in parameters) + ")"


def name_members(page: str) -> str:
    """An address for each function and enumeration: its name."""
    def named(found: "re.Match[str]") -> str:
        if found[1].startswith("struct"):
            return found[0]
        return found[0].replace('<h2 class="memtitle">', f'<h2 class="memtitle" id="{found[2]}">')
    return MEMBER.sub(named, page)


def name_sections(page: str) -> str:
    """An address for each section: its title, as in the links of the pages."""
    def named(found: "re.Match[str]") -> str:
        slug = re.sub(r"[^a-z0-9 -]", "", plain(found[2]).lower()).replace(" ", "-")
        return found[0].replace(f'id="{found[1]}"', f'id="{slug}"')
    return re.sub(r'href="([\w-]+)\.md#', r'href="\1.html#', SECTION.sub(named, page))


# --- The index of the search -------------------------------------------------------------------


def reference_entries(name: str, page: str) -> Iterator[Entry]:
    heading = title(page)
    brief = re.search(r'<div class="contents">\s*<p>(.*?)</p>', page, re.S)
    yield heading, "header", name, plain(brief[1]).replace("More...", "") if brief else ""
    for found, text in split(MEMBER, body(page)):
        documented = text.partition('<div class="memdoc">')[2]
        if found[3]:
            yield found[2], "function", f"{name}#{found[2]}", plain(documented)
        elif found[1].startswith("struct"):
            yield found[2], "structure", f"{name}#{found[1]}", plain(documented)
        else:
            introduction = documented.partition('<table class="fieldtable">')[0]
            yield found[2], "enumeration", f"{name}#{found[2]}", plain(introduction)
            for value in VALUE.finditer(documented):
                yield value[2], "value", f"{name}#{value[1]}", plain(value[3])


def book_entries(name: str, page: str) -> Iterator[Entry]:
    text = body(page)
    yield title(page), "book", name, plain(SECTION.split(text)[0])
    for found, part in split(SECTION, text):
        yield f"{plain(found[2])} ({title(page)})", "book", f"{name}#{found[1]}", plain(part)


def write_index(folder: Path, pages: "dict[str, str]", book: List[str]) -> None:
    entries: List[Entry] = []
    for name, page in sorted(pages.items()):
        if name.endswith("_8h.html"):
            entries.extend(reference_entries(name, page))
        elif name in book:
            entries.extend(book_entries(name, page))
    (folder / "search-index.js").write_text(
        "window.searchIndex = " + json.dumps(entries, ensure_ascii=False, indent=0) + ";\n",
        encoding="utf-8")


def remove_unused(folder: Path, pages: "dict[str, str]") -> None:
    """What Doxygen adds to every site, scripts and pictures, and no page of this one refers to."""
    used = "".join(pages.values())
    for name in ("style.css", "search.js"):
        used += (folder / name).read_text(encoding="utf-8")
    for path in list(folder.iterdir()):
        if path.is_file() and path.suffix != ".html" and path.name not in used:
            path.unlink()


def main(folder: Path) -> None:
    pages = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.html")}
    groups = menu_groups(pages["index.html"])
    for name, page in pages.items():
        page = PROTOTYPE.sub(prototype, page).replace(" File Reference", "")
        page = DRAWING.sub(lambda found: drawing(folder, found[1]), page)
        pages[name] = name_members(name_sections(page)).replace(MENU, menu(groups, name))
        (folder / name).write_text(pages[name], encoding="utf-8")
    book = ["index.html", *(there for _, links in groups for there, _ in links)]
    write_index(folder, pages, book)
    remove_unused(folder, pages)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
