"""Comparisons and what-ifs as people and programs see them."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from test_report_formats import HOSTILE, seen, text_of

from builders import finding, passage, report, rule
from crp_commission.comparing import compare
from crp_commission.comparison import Comparison
from crp_commission.renderers import RenderOptions
from crp_commission.renderers._comparison import FORMATS, render_comparison
from crp_commission.renderers._what_if import WHAT_IF_FORMATS, render_what_if
from crp_commission.report import Earned, Report
from crp_commission.serialising import plain, record_schema
from crp_commission.what_if import what_would_change
from sample import sample_report


def later_report() -> Report:
    """The sample after some work: one criterion better, one worse, one reworded, the rest as they were."""
    before = sample_report()
    changed = {
        "PLN-BST-1": {"status": "met", "why": "It is promised.", "earned": Earned("3/1", "3/1")},
        "DO-PAR-2": {"status": "gap", "evidence": (), "earned": Earned("0/1", "0/1")},
    }
    criteria = []
    for one in before.criteria:
        fields: dict = changed.get(one.id, {})
        if one.id == "DO-PAR-3":
            (quote,) = one.evidence
            fields = {"evidence": (replace(quote, quote=quote.quote.replace("will be", "are"), place="paragraph 50"),)}
        criteria.append(replace(one, **fields))
    files = tuple(replace(file, sha256="7" * 64) for file in before.files)
    return replace(before, criteria=tuple(criteria), files=files, date="2026-09-01")


def pair() -> Comparison:
    return compare([sample_report(), later_report()], ["before.json", "after.json"])


def trio() -> Comparison:
    return compare([sample_report(), later_report(), sample_report()], ["a/north.json", "b/south.json", "c/west.json"])


def unlike() -> Comparison:
    other = later_report()
    return compare(
        [sample_report(), replace(other, profile="light", criteria=other.criteria[2:])], ["before.json", "after.json"]
    )


SUFFIXES = {"terminal": "txt", "markdown": "md", "json": "json", "csv": "csv"}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("comparison", [pair, trio], ids=["pair", "trio"])
def test_golden(golden, name, comparison):
    kind = "pair" if comparison is pair else "trio"
    golden(f"comparisons/{kind}.{SUFFIXES[name]}", render_comparison(comparison(), name, RenderOptions()))


def test_golden_of_results_that_were_not_judged_alike(golden):
    golden("comparisons/unlike.txt", render_comparison(unlike(), "terminal", RenderOptions(width=80, verbose=True)))


@pytest.mark.parametrize("name", ["terminal", "markdown"])
def test_golden_of_what_would_change(golden, name):
    found = what_would_change(sample_report())
    golden(f"comparisons/what-if.{SUFFIXES[name]}", render_what_if(found, name, RenderOptions()))


@pytest.mark.parametrize("name", ["terminal", "markdown"])
@pytest.mark.parametrize("comparison", [pair, trio, unlike])
def test_every_comparison_says_what_it_is_not_and_what_was_read(name, comparison):
    text = " ".join(render_comparison(comparison(), name, RenderOptions(verbose=True)).split())
    for said in ("scores the words of a document, not the service", "Not legal advice", "Not an impact assessment"):
        assert said in text
    for said in ("core 1.0", "cccccccccccc", "spec.docx", "555555555555", "1.2.3", "scan.pdf"):
        assert said in text
    if comparison is trio:
        assert "compares what documents say" in text
        assert not re.search(r"(?i)\b(winner|wins|rank\w*|best bidder|recommend\w*)\b", text)


@pytest.mark.parametrize("width", [40, 60, 100, 120])
@pytest.mark.parametrize("comparison", [pair, trio, unlike])
def test_no_line_is_wider_than_the_terminal(width, comparison):
    text = render_comparison(comparison(), "terminal", RenderOptions(width=width, verbose=True))
    assert all(len(line) <= width for line in text.splitlines())
    text = render_what_if(what_would_change(sample_report()), "terminal", RenderOptions(width=width))
    assert all(len(line) <= width for line in text.splitlines())


def test_the_data_is_as_its_schema_says():
    pytest.importorskip("pydantic")
    from pydantic import TypeAdapter

    for comparison in (pair(), trio(), unlike()):
        text = render_comparison(comparison, "json", RenderOptions())
        assert TypeAdapter(Comparison).validate_python(json.loads(text)) == comparison
    for record in record_schema(Comparison, "x", "x")["$defs"].values():
        assert all(about.get("description") for about in record.get("properties", {}).values())
    found = what_would_change(sample_report())
    assert json.loads(render_what_if(found, "json", RenderOptions())) == plain(found)


def hostile_pair(hostile: str) -> Comparison:
    reports = []
    for status, strength in (("met", "measured"), ("partial", "intended")):
        criterion = rule("DO-PAR-1", title=hostile, wording=hostile)
        found = passage(hostile, strength, section=hostile, lead=f"{hostile} {strength}", because=hostile)
        gone = passage(f"gone {hostile} {strength * 9}", "mentioned", section=hostile)
        reports.append(report(finding(criterion, status, found, gone, why=f"{hostile} {status}")))
    return compare(reports, [f"{hostile}1.json", f"{hostile}2.json"])


@pytest.mark.parametrize("hostile", HOSTILE)
@pytest.mark.parametrize("name", ["terminal", "markdown"])
def test_text_full_of_markup_stands_as_it_is(name, hostile):
    text = render_comparison(hostile_pair(hostile), name, RenderOptions(verbose=True))
    text.encode()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", text)
    shown = text_of(text) if name == "markdown" else text
    expected = seen(hostile) if hostile.isprintable() else "␛[31mred"
    assert seen(shown).count(expected) >= 5
    assert "49" not in shown.replace("4 9", "")


@pytest.mark.parametrize(
    "hostile", [*HOSTILE, "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "\t=1", "＝1", 'a "b", c', "a;b"]
)
def test_a_spreadsheet_gets_fields_and_no_formulas(hostile):
    for comparison in (hostile_pair(hostile), compare([report()] * 3, [hostile, "b", "c"])):
        text = render_comparison(comparison, "csv", RenderOptions())
        assert text.startswith("\ufeff")
        rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True))
        assert len({len(row) for row in rows}) == 1
        assert not [cell for row in rows for cell in row if re.match(r"[=+\-@＝\t\r]", cell)]
    rows = list(csv.reader(io.StringIO(render_comparison(hostile_pair(hostile), "csv", RenderOptions())[1:])))
    title = rows[1][6].removeprefix("'")
    if hostile.isprintable():
        assert title == hostile


def test_colour_adds_nothing_but_colour():
    for comparison in (pair(), trio()):
        colored = render_comparison(comparison, "terminal", RenderOptions(color=True))
        assert "\x1b" in colored
        assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == render_comparison(comparison, "terminal", RenderOptions())


@pytest.mark.parametrize("name", WHAT_IF_FORMATS)
def test_what_if_says_when_there_is_nothing_to_add(name):
    text = render_what_if(what_would_change(report(finding(rule("DO-PAR-1"), "met"))), name, RenderOptions())
    assert "Nothing: no criterion" in text or json.loads(text)["weakest"] is None
