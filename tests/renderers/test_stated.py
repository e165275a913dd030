"""What people stated, in every format: apart from what was found, with the score with and without, and what lapsed."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree

import pytest
from office_files import docx_outline, xlsx_outline

from builders import finding, report, rule, stated
from crp_commission.assessment import Status
from crp_commission.renderers import RenderOptions, formats, render
from crp_commission.report import Report
from crp_commission.serialising import load_report, report_json
from sample import answered_report, sample_report

IN_FULL = ("terminal", "markdown", "html", "docx")


OUTLINES = {"docx": docx_outline, "xlsx": xlsx_outline}


def drawn(name: str, of: Report, **options) -> str:
    """What a format shows, as words with one blank between them."""
    content = render(of, name, RenderOptions(**options))
    return " ".join((OUTLINES[name](content) if isinstance(content, bytes) else content).split())


@pytest.mark.parametrize(
    ("file", "options"),
    [
        ("terminal-answers.txt", RenderOptions(arguments=("spec.docx",))),
        ("terminal-answers-verbose.txt", RenderOptions(verbose=True)),
        ("markdown-answers.md", RenderOptions()),
        ("github-summary-answers.md", RenderOptions()),
        ("junit-answers.xml", RenderOptions()),
    ],
)
def test_golden(golden, file, options):
    golden(f"reports/{file}", render(answered_report(), file.partition("-answers")[0], options))


def test_a_result_with_answers_loads_back():
    text = report_json(answered_report())
    assert load_report(text, "result.json") == answered_report()


def test_a_result_from_before_answers_loads():
    data = json.loads(report_json(sample_report()))
    del data["answers"], data["score"]["answered"], data["gate"]["answered"]
    for one in data["criteria"]:
        del one["stated"]
    assert load_report(json.dumps(data), "result.json") == sample_report()


@pytest.mark.parametrize("name", IN_FULL)
def test_a_full_report_shows_both_scores_and_keeps_found_and_stated_apart(name):
    text = drawn(name, answered_report(), verbose=True)
    score = answered_report().score
    assert score.answered is not None
    assert f"{score.low}% to {score.high}%" in text
    assert f"{score.answered.low}%" in text
    assert "tated by a person" in text
    assert "ound in the papers" in text
    assert "met, says Jo Patel on 2026-03-31 (until 2027-03-31): Schedule 3 says so. Evidence: Terms, clause 4." in text
    assert "does not count, since the quoted text has changed: met, said Jo Patel on 2026-03-31" in text
    assert "SCO-1" in text


@pytest.mark.parametrize("name", sorted(formats()))
def test_every_format_draws_answers_and_without_them_says_nothing_of_them(name):
    assert render(answered_report(), name) == render(answered_report(), name)
    text = drawn(name, sample_report())
    assert "Stated by a person" not in text
    assert "What people stated" not in text


def test_text_in_an_answer_is_text():
    assert "<b>board</b>" not in str(render(answered_report(), "html"))
    assert r"*two*" not in str(render(answered_report(), "markdown")).replace(r"\*", "")


def test_pipelines_hold_a_criterion_as_the_gate_does():
    tree = ElementTree.fromstring(str(render(answered_report(), "junit")))
    failed = {
        case.get("name", "").partition(" ")[0] for case in tree.iter("testcase") if case.find("failure") is not None
    }
    # Settled well, and stated to be worse than found; what was found missing stays so, whatever was stated.
    assert "PLN-TRA-1" not in failed
    assert {"DO-PAR-2", "PLN-BST-1", "DO-DIG-1"} <= failed
    results = json.loads(str(render(answered_report(), "sarif")))["runs"][0]["results"]
    told = {one["ruleId"]: one for one in results}
    assert "says Jo Patel" in told["PLN-TRA-1"]["suppressions"][0]["justification"]
    assert told["DO-PAR-2"]["level"] == "error"
    assert "suppressions" not in told["DO-DIG-1"]


def test_the_table_has_what_was_stated_in_columns_of_its_own():
    rows = list(csv.DictReader(io.StringIO(str(render(answered_report(), "csv")).lstrip("\ufeff"))))
    row = next(row for row in rows if row["criterion"] == "PLN-TRA-1")
    assert (row["status"], row["stated"], row["stated by"], row["stated until"], row["stated counts"]) == (
        "needs-review", "met", "Jo Patel", "2027-03-31", "yes",
    )  # fmt: skip
    assert next(row for row in rows if row["criterion"] == "DO-DIG-1")["stated counts"] == "no"


def test_the_next_step_is_offered_while_something_is_open_and_no_longer():
    open_one = report(finding(rule("DO-PAR-1"), "needs-review"))
    settled = report(finding(rule("DO-PAR-1"), "needs-review"), answers=[stated(open_one, "DO-PAR-1", "met")])
    assert settled.criteria[0].status is Status.NEEDS_REVIEW
    assert "crp-commission assess" in str(render(open_one, "terminal"))
    assert "crp-commission assess" not in str(render(settled, "terminal"))


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width):
    text = str(render(answered_report(), "terminal", RenderOptions(width=width, verbose=True)))
    assert all(len(line) <= width for line in text.splitlines())
