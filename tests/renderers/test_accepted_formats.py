"""Every format says of each finding whether it is new, in the baseline or waived, and what the gate asks."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree

import pytest
from office_files import docx_outline, xlsx_cells

from builders import assessment, finding, passage, rule
from crp_commission.baseline import taken_of
from crp_commission.composing import compose
from crp_commission.composing_accepted import Acceptance
from crp_commission.gate import GateSpec
from crp_commission.renderers import RenderOptions, render
from crp_commission.report import Report
from crp_commission.rules import Severity
from crp_commission.waivers import Waiver, weigh

NEW, KNOWN, WAIVED = "DO-PAR-1", "DO-PAR-2", "DO-PAR-3"
NOTE = "Eight children a year, so <b>names</b> would show."


def sample(*, all_waived: bool = False) -> Report:
    """One finding of each state, one waiver that has ended, and one that is not needed."""
    known = finding(rule(KNOWN), "contradicted", passage("Nobody is asked.", "contradicts"))
    met = finding(rule("DO-TRA-1"), "met", passage("It is told."))
    old = compose(assessment(known), tool_version="1", date=None, gate=GateSpec(), profile="full")
    rest = () if all_waived else (finding(rule(NEW), "gap"), known, finding(rule("DO-TRA-2"), "gap"))
    found = assessment(finding(rule(WAIVED), "gap"), met, *rest)
    said = {"reason": "numbers-too-small", "note": NOTE, "owner": "Contracts", "approver": "Director"}
    ends = {WAIVED: "2026-07-10", "DO-TRA-1": "2027-01-01", "DO-TRA-2": "2026-01-01"}
    waivers = [Waiver(name, expires=day, **said) for name, day in ends.items()]
    return compose(
        found,
        tool_version="1",
        date="2026-07-01",
        gate=GateSpec(fail_on=Severity.MAJOR),
        profile="full",
        acceptance=Acceptance(
            weigh(waivers, found, "2026-07-01"),
            "waivers.yaml",
            "a" * 64,
            False,
            taken_of(old),
            "baseline.yaml",
            "b" * 64,
        ),
    )


def text(name: str, report: Report | None = None) -> str:
    drawn = render(report or sample(), name, RenderOptions(verbose=True, width=120))
    if isinstance(drawn, str):
        return drawn
    if name == "docx":
        return docx_outline(drawn)
    return "\n".join(shown for _, _, shown in xlsx_cells(drawn, 1))


def squeezed(words: str) -> str:
    """Without what a format adds to text: escapes, line ends and their margins."""
    for mark in ("\\", "&#39;", "'", "%0A"):
        words = words.replace(mark, " ")
    return " ".join(words.split())


SUMMARIES = [
    "terminal",
    "markdown",
    "html",
    "docx",
    "xlsx",
    "github",
    "github-summary",
    "gitlab",
    "junit",
    "sarif",
    "json",
]


@pytest.mark.parametrize("name", SUMMARIES)
def test_every_summary_says_what_ended_what_ends_what_is_not_needed_and_how_much_is_open(name):
    shown = squeezed(text(name))
    assert "The waiver of DO-TRA-2 ended on 2026-01-01" in shown
    assert "The waiver of DO-PAR-3 ends in 9 days, on 2026-07-10" in shown
    assert "The waiver of DO-TRA-1 is not needed" in shown
    if name != "json":
        assert "1 in the baseline, 1 waived" in shown
        assert "no major or graver criterion" in shown
        assert "but for the 2 accepted as they are" in shown


@pytest.mark.parametrize("name", ["terminal", "markdown", "html", "docx", "xlsx", "github-summary"])
def test_what_people_read_marks_each_finding_with_its_state(name):
    shown = squeezed(text(name))
    assert "new since the baseline" in shown.replace("New", "new")
    assert "in the baseline" in shown.replace("In the", "in the")
    assert "waived" in shown or "accepted as it is" in shown.lower()


@pytest.mark.parametrize("name", ["terminal", "markdown", "html", "docx", "github-summary", "briefing"])
def test_nothing_is_called_met_because_it_is_waived(name):
    shown = squeezed(text(name, sample(all_waived=True)))
    assert "every criterion that applies is met" not in shown
    assert "1 criterion is not met: 1 waived" in shown


def test_sarif_has_baseline_states_and_suppressions_with_a_justification():
    results = json.loads(text("sarif"))["runs"][0]["results"]
    found = {one["ruleId"]: one for one in results}
    states = {name: (one["baselineState"], one["properties"]["state"]) for name, one in found.items()}
    assert states == {
        NEW: ("new", "new"), "DO-TRA-2": ("new", "new"), KNOWN: ("unchanged", "accepted"),
        WAIVED: ("unchanged", "waived"),
    }  # fmt: skip
    (suppression,) = found[WAIVED]["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("external", "accepted")
    assert NOTE.rstrip(".") in suppression["justification"]
    assert not any("suppressions" in found[name] for name in (NEW, KNOWN))


def test_sarif_has_no_baseline_states_without_a_baseline():
    plain = compose(assessment(finding(rule(NEW), "gap")), tool_version="1", date=None, gate=GateSpec(), profile="full")
    (result,) = json.loads(text("sarif", plain))["runs"][0]["results"]
    assert "baselineState" not in result
    assert result["properties"]["state"] == "open"


def test_junit_fails_what_is_new_and_skips_what_was_accepted():
    cases = {case.get("name", "").split()[0]: case for case in ElementTree.fromstring(text("junit")).iter("testcase")}
    outcome = {
        name: [child.tag for child in case if child.tag in ("failure", "skipped")] for name, case in cases.items()
    }
    assert (outcome[NEW], outcome[KNOWN], outcome[WAIVED]) == (["failure"], ["skipped"], ["skipped"])
    states = {name: {p.get("name"): p.get("value") for p in case.iter("property")} for name, case in cases.items()}
    assert [states[name].get("state") for name in (NEW, KNOWN, WAIVED)] == ["new", "accepted", "waived"]


def test_github_and_gitlab_tell_what_was_accepted_quietly():
    lines = [line for line in text("github").splitlines() if "title=DO-" in line]
    kinds = {line.partition("title=")[2][:8]: line.split("::")[1].split()[0] for line in lines}
    assert kinds == {NEW: "warning", "DO-TRA-2": "warning", KNOWN: "notice", WAIVED: "notice"}
    issues = {issue["check_name"]: issue["severity"] for issue in json.loads(text("gitlab"))}
    assert (issues[NEW], issues[KNOWN], issues[WAIVED]) == ("major", "info", "info")


def test_csv_has_a_column_for_the_state():
    rows = csv.DictReader(io.StringIO(text("csv").removeprefix("\ufeff")))
    assert {row["criterion"]: row["state"] for row in rows} == {
        NEW: "new", "DO-TRA-2": "new", KNOWN: "accepted", WAIVED: "waived", "DO-TRA-1": "",
    }  # fmt: skip


def test_a_note_of_a_waiver_is_text_in_html():
    assert "<b>names" not in text("html")
    assert "&lt;b&gt;names" in text("html")


def test_html_can_be_filtered_by_state_only_where_something_was_accepted():
    assert '<select id="f-state">' in text("html")
    plain = compose(assessment(finding(rule(NEW), "gap")), tool_version="1", date=None, gate=GateSpec(), profile="full")
    assert 'id="f-state"' not in text("html", plain)
