"""The HTML report in a real browser: accessibility, keyboard, zoom, printing, and life without the script."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from browser import Page, axe_source, missing, started
from crp_commission.renderers import render
from sample import sample_report

EXAMPLE = Path(__file__).parents[2] / "examples" / "young-carers"
OPEN_ALL = "document.querySelectorAll('details').forEach((one) => { one.open = true; }); 0"
FOCUS = """(() => {
  const one = document.activeElement, box = one.getBoundingClientRect();
  return {name: one.id || one.dataset.status || one.className, tag: one.tagName, text: one.textContent.slice(0, 60),
          seen: getComputedStyle(one).outlineStyle, top: box.top, bottom: box.bottom, height: box.height};
})()"""


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with started(tmp_path_factory.mktemp("chromium")) as browser:
        yield browser.page()


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with every status, a gate that was not passed, and text that was not read."""
    file = tmp_path_factory.mktemp("sample") / "sample.html"
    file.write_bytes(str(render(sample_report(), "html")).encode())
    return file


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("example") / "young-carers.html"
    command = [sys.executable, "-m", "crp_commission", "check", str(EXAMPLE), "--no-config", "--quiet"]
    subprocess.run([*command, "--format", "html", "--output", str(file)], check=True, capture_output=True)
    return file


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("which", ["sample", "example"])
def test_axe_finds_nothing(tab: Page, which: str, width: int, scheme: str, request: pytest.FixtureRequest) -> None:
    axe = axe_source()
    tab.open(request.getfixturevalue(which), width, prefers_color_scheme=scheme)
    tab.run(OPEN_ALL)
    tab.run(f"{axe}; 0")
    found = tab.run("axe.run(document, {resultTypes: ['violations', 'incomplete']})")
    told = [
        (rule["id"], rule["help"], [node["html"][:200] for node in rule["nodes"][:3]]) for rule in found["violations"]
    ]
    assert told == []
    assert len(found["passes"]) > 30
    unsure = {(rule["id"], node["html"]) for rule in found["incomplete"] for node in rule["nodes"]}
    # axe cannot tell what is behind text in a picture; it is the ink of the page on the paper of a card.
    assert {one for one in unsure if one[0] != "color-contrast" or 'class="key"' not in one[1]} == set()


def test_the_browser_has_nothing_to_complain_of(tab: Page, sample: Path) -> None:
    tab.complaints.clear()
    tab.open(sample)
    tab.run(OPEN_ALL)
    assert tab.run("getComputedStyle(document.querySelector('.skip')).position") == "fixed"
    assert tab.run("document.getElementById('filters').hidden") is False
    assert tab.run("performance.getEntriesByType('resource').length") == 0
    assert tab.complaints == []


@pytest.mark.parametrize("width", [1280, 640, 375, 320])
def test_nothing_has_to_be_scrolled_sideways(tab: Page, example: Path, width: int) -> None:
    """640 is 1280 at twice the size, 320 is 1280 at four times."""
    tab.open(example, width)
    tab.run(OPEN_ALL)
    assert tab.run("document.documentElement.scrollWidth") <= width
    wide = (
        "[...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1)"
    )
    assert tab.run(f"{wide}.map((one) => one.outerHTML.slice(0, 90))") == []


def _tab_to(page: Page, name: str, most: int = 200) -> list[dict[str, object]]:
    """Press Tab until something of that id, status or class has the focus; what had it on the way."""
    passed = []
    for _ in range(most):
        page.press("Tab")
        passed.append(page.run(FOCUS))
        if passed[-1]["name"] == name:
            return passed
    raise AssertionError(f"Tab does not reach {name}: {[one['text'] for one in passed]}")


def test_the_first_stop_is_a_visible_way_past_the_top(tab: Page, sample: Path) -> None:
    tab.open(sample)
    tab.press("Tab")
    first = tab.run(FOCUS)
    assert (first["name"], first["top"] >= 0) == ("skip", True)
    tab.press("Enter")
    assert tab.run("document.activeElement.id") == "main"


def test_everything_can_be_done_by_keyboard_and_the_focus_is_seen(tab: Page, sample: Path) -> None:
    tab.open(sample, prefers_reduced_motion="reduce")
    passed = _tab_to(tab, "f-status")
    assert all(one["seen"] == "solid" for one in passed)
    assert all(one["bottom"] > 0 and one["top"] < 900 for one in passed)
    assert all(one["height"] >= 16 for one in passed)
    assert "copy" in {one["name"] for one in passed}
    tab.press("ArrowDown")
    assert tab.run("document.getElementById('f-status').value") == "to-do"
    told = tab.run("document.getElementById('f-count').textContent")
    assert told == "8 of 10 criteria shown"
    _tab_to(tab, "f-text")
    for letter in "panels":
        tab.press(letter)
    assert tab.run("document.getElementById('f-count').textContent") == "1 of 10 criteria shown"
    _tab_to(tab, "f-clear")
    tab.press(" ")
    assert tab.run("document.getElementById('f-count').textContent") == "10 of 10 criteria shown"
    tab.press("Tab")
    tab.press("Tab")
    tab.press("Tab")
    assert tab.run("document.activeElement.tagName") == "SUMMARY"
    for key, is_open in (("Enter", True), (" ", False)):
        tab.press(key)
        assert tab.run("document.activeElement.parentElement.open") is is_open


def test_words_are_found_anywhere_in_a_criterion_and_none_is_said(tab: Page, sample: Path) -> None:
    tab.open(sample)
    look = (
        "(text) => { const field = document.getElementById('f-text'); field.value = text; "
        "field.dispatchEvent(new Event('input')); "
        "return [[...document.querySelectorAll('details.criterion:not([hidden])')].map((one) => one.id), "
        "document.getElementById('f-none').hidden, document.querySelectorAll('.stage:not([hidden])').length]; }"
    )
    assert tab.run(f"({look})('INTERVIEW panels')") == [["c-DO-PAR-3"], True, 1]
    assert tab.run(f"({look})('zebra')") == [[], False, 0]


def test_a_number_leads_to_what_it_counts_even_if_that_is_filtered_away_or_closed(tab: Page, sample: Path) -> None:
    tab.open(sample)
    shown = "[...document.querySelectorAll('details.criterion:not([hidden])')].map((one) => one.dataset.status)"
    tab.run("document.querySelector('.counts [data-status=contradicted]').click()")
    assert tab.run(shown) == ["contradicted"]
    tab.run("document.querySelector('[href=\"#g-do-participation\"]').click()")
    tab.run("new Promise((done) => setTimeout(done, 100))")
    assert len(tab.run(shown)) == 10
    tab.run("document.querySelector('[href=\"#c-DO-DIG-1\"]').click()")
    tab.run("new Promise((done) => setTimeout(done, 100))")
    assert tab.run("document.getElementById('c-DO-DIG-1').open") is True
    assert tab.run("document.activeElement.parentElement.id") == "c-DO-DIG-1"


@pytest.mark.parametrize("clipboard", [True, False])
def test_wording_is_copied_or_at_least_selected(tab: Page, sample: Path, clipboard: bool) -> None:
    tab.open(sample)
    if not clipboard:
        tab.run(
            "Object.defineProperty(navigator, 'clipboard', {value: undefined}); document.execCommand = () => false; 0"
        )
    wanted = tab.run("document.querySelector('#w-1').textContent")
    tab.run(
        "window.written = ''; navigator.clipboard && (navigator.clipboard.writeText = async (t) => { written = t; }); 0"
    )
    tab.run("document.querySelector('[data-copy=w-1]').focus()")
    tab.press("Enter")
    tab.run("new Promise((done) => setTimeout(done, 100))")
    assert tab.run("written || getSelection().toString()") == wanted
    label = tab.run("document.querySelector('[data-copy=w-1] .copy-label').textContent")
    assert label == ("Copied" if clipboard else "Selected: now press Ctrl+C")
    assert tab.run("document.getElementById('said').textContent")


def test_without_the_script_all_is_there_and_nothing_that_would_not_work(tab: Page, sample: Path) -> None:
    tab.open(sample, script=False)
    hidden = "getComputedStyle(document.querySelector({!r})).display"
    assert tab.run(hidden.format("#filters")) == "none"
    assert tab.run(hidden.format("button.copy")) == "none"
    _tab_to_summary(tab)
    tab.press("Enter")
    assert tab.run("document.activeElement.parentElement.open") is True
    assert tab.run("document.activeElement.parentElement.querySelector('.question').checkVisibility()") is True


def _tab_to_summary(page: Page, most: int = 200) -> None:
    for _ in range(most):
        page.press("Tab")
        if page.run("document.activeElement.tagName") == "SUMMARY":
            return
    raise AssertionError("Tab reaches no criterion")


@pytest.mark.parametrize("script", [True, False])
def test_on_paper_everything_is_open_and_what_is_for_the_screen_is_gone(tab: Page, sample: Path, script: bool) -> None:
    tab.open(sample, script=script, prefers_color_scheme="dark")
    document = pypdfium2.PdfDocument(tab.pdf())
    assert [round(side) for side in document[0].get_size()] == [595, 842]
    text = " ".join(" ".join(one.get_textpage().get_text_range() for one in document).split())
    assert "Young people will be encouraged to join interview panels." in text
    assert "Skip to the report" not in text
    assert "Words anywhere in it" not in text
    assert f"1 / {len(document)}" in text
    if script:
        assert tab.run("document.querySelectorAll('details[open]').length") == 0


def test_a_page_printed_in_part_says_so(tab: Page, sample: Path) -> None:
    tab.open(sample)
    tab.run("document.querySelector('.counts [data-status=gap]').click()")
    text = " ".join(" ".join(one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(tab.pdf())).split())
    assert "Printed in part: 4 of 10 criteria shown." in text


def test_a_missing_browser_is_a_failure_where_it_has_to_be_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROWSER_TESTS", "required")
    with pytest.raises(pytest.fail.Exception):
        missing("no browser")
    monkeypatch.delenv("BROWSER_TESTS")
    with pytest.raises(pytest.skip.Exception):
        missing("no browser")
