from __future__ import annotations

from fractions import Fraction

from builders import finding, passage, report, rule, source
from crp_commission.document import Note
from crp_commission.gate import GateSpec
from crp_commission.renderers import RenderOptions, render
from crp_commission.rules import Severity


def screen(*findings, options=None, **fields):
    return str(render(report(*findings, **fields), "terminal", options or RenderOptions()))


def test_all_met_is_said_plainly_with_the_gate_that_was_passed():
    text = screen(finding(rule("DO-PAR-1"), "met", passage("a")), gate=GateSpec(Fraction(60), Severity.MAJOR))
    assert "100% · GREEN: ready, with the points listed" in text
    assert "Nothing to fix" in text
    assert "passed (score at least 60%; no major or graver criterion missing" in text


def test_a_gate_that_was_not_passed_says_what_it_asks_and_the_screen_how_much_is_open():
    text = screen(finding(rule("DO-PAR-1"), "gap"), finding(rule("DO-PAR-2"), "gap"), gate=GateSpec(Fraction(60)))
    assert "Gate      NOT PASSED. The score is 0%, under 60%. It asks: score 60%." in text
    assert "What to fix first, of 2 not met" in text


def test_where_something_is_open_the_gate_says_how_that_counts():
    gate = GateSpec(Fraction(60), Severity.MAJOR, stages={"do": Fraction(40)})
    made = report(finding(rule("DO-PAR-1"), "needs-review"), gate=gate)
    short = " ".join(str(render(made, "terminal", RenderOptions())).split())
    assert "It asks: score 60%; nothing major or graver missing, worked against or open; marks for stages" in short
    whole = " ".join(str(render(made, "terminal", RenderOptions(verbose=True))).split())
    assert "score at least 60% (open questions count as not met); no major or graver criterion missing" in whole
    assert "Do at least 40% (open questions count as not met)" in whole


def test_without_a_gate_the_screen_says_so_and_how_to_set_one():
    assert "Gate      not set; --fail-under" in screen(finding(rule("DO-PAR-1"), "gap"))


def test_what_was_not_read_is_said_loudly_and_counted_beyond_three():
    notes = tuple(Note("spec.docx", f"page {n}", "a picture was not read", 0.02) for n in range(1, 8))
    text = screen(finding(rule("DO-PAR-1"), "met"), notes=notes)
    assert text.count("a picture was not read") == 3
    assert "NOT READ  spec.docx, page 1" in text
    assert "and 4 more pieces of text not read" in text


def test_the_score_says_on_how_many_files_it_rests():
    text = screen(finding(rule("DO-PAR-1"), "met"), notes=(Note("scan.pdf", "", "locked with a password", 1.0),))
    assert "on 1 of 2 files only" in text


def test_next_repeats_the_paths_as_the_person_typed_them_quoted_for_the_shell():
    options = RenderOptions(arguments=("tender pack; rm x", "b.docx"))
    text = screen(finding(rule("DO-PAR-1"), "needs-review"), options=options)
    assert "crp-commission check 'tender pack; rm x' b.docx --verbose" in text
    assert "crp-commission assess 'tender pack; rm x' b.docx" in text


def test_next_repeats_the_rulesets_that_were_asked_for():
    options = RenderOptions(arguments=("b.docx",), rulesets=("core", "our rules.yaml"), width=120)
    text = screen(finding(rule("DO-PAR-1"), "gap"), options=options)
    assert "crp-commission check b.docx --ruleset core --ruleset 'our rules.yaml' --verbose" in text


def test_a_fix_without_wording_still_says_where():
    assert "Where: a new clause in spec.docx" in screen(
        finding(rule("DO-PAR-1", wording="", where=("service-specification",)), "gap"), files=(source(),)
    )


def test_nothing_to_score_is_said_and_not_shown_as_zero():
    text = screen(finding(rule("DO-PAR-1"), "not-applicable"))
    assert "none · NO SCORE: there is nothing to score" in text
    assert "0 of all 1 core criteria apply: nothing to score" in text


def test_counts_lead_to_the_criteria_behind_them():
    found = [finding(rule(f"DO-PAR-{n}"), "gap") for n in range(1, 8)]
    assert "What to fix first, of 7" in screen(*found)
    verbose = screen(*found, options=RenderOptions(verbose=True))
    assert all(f"○ DO-PAR-{n} " in verbose for n in range(1, 8))
