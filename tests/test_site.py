"""The documentation as a site: it builds without a warning, needs no network, and shows what the pages say.

``SITE_TESTS=required`` (set by ``.ci/run`` and ``make site``) makes a missing MkDocs a failure; elsewhere the tests are
skipped and say so.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from markdown_it import MarkdownIt

from browser import Browser, axe_source, started
from doc_pages import ROOT

DOCS = ROOT / "docs"
SOURCES = sorted(path for path in DOCS.rglob("*.md") if path.name != "accuracy-notes.md")
MARKDOWN = MarkdownIt("commonmark").enable("table")
# What a page of the site loads by itself; where a link leads is the reader's choice.
_LOADED = re.compile(r"""<(?:script|img|iframe|source|video|audio|embed|object)\b[^>]*?(?:src|data)=["']?([^"'\s>]+)""")
_LINKED = re.compile(r"""<link\b[^>]*?href=["']?([^"'\s>]+)""")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site. A warning is a failure."""
    if importlib.util.find_spec("mkdocs") is None:
        if os.environ.get("SITE_TESTS") == "required":
            pytest.fail("MkDocs is not installed, and SITE_TESTS says these tests have to run")
        pytest.skip("MkDocs is not installed; 'pip install --group docs' gets it")
    folder = tmp_path_factory.mktemp("site")
    built = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert built.returncode == 0, built.stderr
    return folder


def _page(site: Path, source: Path) -> Path:
    name = "index.html" if source.name == "README.md" else f"{source.stem}.html"
    return site / source.relative_to(DOCS).parent / name


def test_every_page_is_on_it(site: Path) -> None:
    assert [source for source in SOURCES if not _page(site, source).is_file()] == []
    assert (site / "gallery" / "web-report.html").read_bytes() == (DOCS / "gallery" / "web-report.html").read_bytes()


def test_every_page_that_somebody_wrote_is_in_the_navigation() -> None:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))

    def listed(entry: object) -> Iterator[str]:
        for one in entry.values() if isinstance(entry, dict) else entry if isinstance(entry, list) else ():
            yield from listed(one)
        if isinstance(entry, str):
            yield entry

    named = [*listed(settings["nav"])]
    wanted = {path.relative_to(DOCS).as_posix() for path in (*DOCS.glob("*.md"), *DOCS.glob("reference/*.md"))}
    missing = wanted - {*named, settings["exclude_docs"].strip()}
    assert not missing, f"add a line for each under nav in mkdocs.yml: {sorted(missing)}"
    assert len(named) == len({*named})


def test_nothing_is_loaded_from_a_network(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        for place in (*_LOADED.findall(text), *_LINKED.findall(text)):
            assert place.startswith("data:") or (page.parent / place).is_file() or page.name == "404.html", (
                page,
                place,
            )
            assert "//" not in place.removeprefix("data:")
    for file in (*site.rglob("*.css"), *site.rglob("*.js")):
        text = file.read_text(encoding="utf-8")
        assert file.name == "index.js" or not re.search(r"https?://|@import|@font-face|url\(", text), file
    assert not [*site.rglob("*.woff*")]


def test_every_link_leads_somewhere(site: Path) -> None:
    known: dict[Path, set[str]] = {}
    for page in (page for page in site.rglob("*.html") if page.name not in ("404.html", "web-report.html")):
        for link in re.findall(r"""<a [^>]*?href="([^"]+)""", page.read_text(encoding="utf-8")):
            path, _, anchor = link.partition("#")
            if re.match(r"https?:", path):
                continue
            target = (page.parent / path).resolve() if path else page
            assert target.is_file(), (page, link)
            if anchor:
                ids = known.setdefault(target, set(re.findall(r'\bid="([^"]+)', target.read_text(encoding="utf-8"))))
                assert anchor in ids, (page, link)


class _Text(HTMLParser):
    """Counts what stands in the text of a page, and gathers its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.inside, self.found, self.words = 0, Counter[str](), list[str]()
        self.feed(html)

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.words += data.split()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.inside += tag == "main"
        if self.inside and tag in ("h1", "h2", "h3", "h4", "li", "pre", "tr", "blockquote"):
            self.found[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag == "main"


def test_a_page_says_on_the_site_what_it_says_where_it_is_written(site: Path) -> None:
    for source in SOURCES:
        wanted = _Text(f"<main>{MARKDOWN.render(source.read_text(encoding='utf-8'))}</main>")
        text = _page(site, source).read_text(encoding="utf-8")
        shown = _Text(re.sub(r'<nav class="turn".*?</nav>', "", text, flags=re.DOTALL))
        assert shown.found == wanted.found, source
        assert "".join(shown.words) == "".join(wanted.words), source


def test_the_search_finds_pages_and_leaves_out_what_is_about_other_papers(site: Path) -> None:
    text = (site / "search" / "index.js").read_text(encoding="utf-8")
    found = json.loads(text.removeprefix("window.searchIndex=").rstrip().removesuffix(";"))
    places = {place for place, _, _ in found}
    assert {"first-check.html", "rules/core/DO-PAR-1.html", "gallery/index.html"} <= places
    assert not {place for place in places if place.startswith("gallery/full-report")}
    assert not (site / "search" / "search_index.json").exists()
    assert all((site / place.partition("#")[0]).is_file() for place in places)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with started(tmp_path_factory.mktemp("profile")) as running:
        yield running


LOOKED_AT = ("index", "first-check", "reference/commands", "rules/core/DO-PAR-1", "scores")


@pytest.mark.parametrize("name", LOOKED_AT)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_can_be_read_by_everybody(site: Path, browser: Browser, name: str, scheme: str) -> None:
    axe = axe_source()
    page = browser.page().open(site / f"{name}.html", prefers_color_scheme=scheme)
    page.run(axe)
    found = page.run(
        "axe.run(document, {preload: false})"
        ".then(said => said.violations.map(one => one.id + ': ' + one.nodes[0].html))"
    )
    assert found == []
    assert page.complaints == []


@pytest.mark.parametrize("name", LOOKED_AT)
def test_a_page_fits_a_telephone_and_needs_no_script(site: Path, browser: Browser, name: str) -> None:
    page = browser.page().open(site / f"{name}.html", 360, 740)
    assert page.run("document.documentElement.scrollWidth") <= 360
    page.open(site / f"{name}.html", script=False)
    assert page.run("getComputedStyle(document.querySelector('.search')).display") == "none"
    assert page.run("document.querySelectorAll('.pages a').length") > 15


def test_somebody_finds_a_page_by_its_words(site: Path, browser: Browser) -> None:
    page = browser.page().open(site / "rules" / "core" / "DO-PAR-1.html")
    page.run("document.getElementById('words').focus()")
    for letter in "fare":
        page.press(letter)
    found = "() => document.querySelector('#results a') ? done(1) : setTimeout(look, 50)"
    page.run(f"new Promise(done => {{ const look = {found}; look() }})")
    assert page.run("[...document.querySelectorAll('#results a')].map(one => one.getAttribute('href'))[0]").startswith(
        "../../writing-rules.html"
    )
    assert re.fullmatch(r"\d+ places?.*", page.run("document.getElementById('found').textContent"))
    page.press("Enter")
    browser.loaded = False
    browser.wait_until_loaded()
    assert page.run("location.pathname").endswith("/writing-rules.html")
