"""Where answers meet waivers and a baseline: what a person stated comes first, what is accepted follows from it."""

from __future__ import annotations

from fractions import Fraction

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from builders import assessment, finding, passage, report, rule, stated
from crp_commission.answers import Answers, held_status
from crp_commission.assessment import Status
from crp_commission.baseline import accepted_ids, pruned, taken_of
from crp_commission.composing import as_answered
from crp_commission.composing_accepted import Acceptance
from crp_commission.gate import GateSpec
from crp_commission.report import Report
from crp_commission.rules import Severity
from crp_commission.todays_gate import gate_text
from crp_commission.waivers import Waiver, weigh

TODAY = "2026-07-01"
FOUND = [status.value for status in Status]
STATED = ["met", "partial", "gap", "contradicted", "not-applicable"]
WAIVER = Waiver("DO-PAR-1", "said-elsewhere", "In the terms.", "Contracts", "Director", "2027-03-31")
CRITICAL = GateSpec(fail_on=Severity.CRITICAL)
findings = st.sampled_from(FOUND)
verdicts = st.none() | st.sampled_from(STATED)
strengths = st.lists(st.sampled_from(["intended", "committed", "contradicts"]), max_size=2)


def pack(status: str, verdict: str | None = None, strengths: tuple[str, ...] = ("intended",), **fields) -> Report:
    """One critical criterion, with an answer to it if a verdict is given, and a waiver of it if ``waived``."""
    passages = [passage(f"Words {number}.", strength) for number, strength in enumerate(strengths, 1)]
    found = finding(rule("DO-PAR-1", fields.pop("severity", "critical")), status, *passages)
    given = [stated(report(found), "DO-PAR-1", verdict)] if verdict else None
    if fields.pop("waived", False):
        answers = Answers("answers.yaml", "a" * 64, tuple(given or ()))
        weighed = weigh([WAIVER], as_answered(assessment(found), answers, TODAY), TODAY)
        fields["acceptance"] = Acceptance(weighed, "waivers.yaml")
    if "baseline" in fields:
        fields["acceptance"] = Acceptance(baseline=fields.pop("baseline"), baseline_file="baseline.yaml")
    fields.setdefault("gate", CRITICAL)
    return report(found, answers=given, date=TODAY, **fields)


@pytest.mark.parametrize("verdict", ["met", "not-applicable"])
def test_what_a_person_settled_needs_no_waiver(verdict):
    having = pack("needs-review", verdict, waived=True)
    (one,) = having.accepted.waivers
    assert one.standing == "unused"
    assert (having.gate.passed, having.open_criteria, having.criteria[0].state) == (True, 0, None)
    assert having.criteria[0].waiver is None


@pytest.mark.parametrize(("found", "verdict"), [("needs-review", "gap"), ("needs-review", "partial"), ("met", "gap")])
def test_what_a_person_stated_as_not_met_can_be_waived(found, verdict):
    having = pack(found, verdict, waived=True)
    assert having.accepted.waivers[0].standing == "in-force"
    assert (having.gate.passed, having.criteria[0].state, having.fixes) == (True, "waived", ())
    assert having.criteria[0].status == found


def test_an_answer_that_lifts_no_gap_leaves_the_waiver_in_force():
    having = pack("gap", "met", waived=True)
    assert having.accepted.waivers[0].standing == "in-force"
    assert (having.gate.passed, having.gate.answered) == (True, ())
    assert not pack("gap", "met").gate.passed


def test_what_is_critical_and_stated_as_worked_against_cannot_be_waived():
    having = pack("met", "contradicted", waived=True)
    assert having.accepted.waivers[0].standing == "refused"
    assert not having.gate.passed


def test_a_baseline_holds_neither_what_is_settled_nor_what_is_stated_to_be_missing():
    assert taken_of(pack("needs-review", "met")).findings == ()
    assert taken_of(pack("met", "gap")).findings == ()
    assert [held.status for held in taken_of(pack("needs-review", "partial")).findings] == ["partial"]


def test_what_is_stated_to_be_missing_is_new_and_so_is_what_was_settled_and_is_open_again():
    open_then = taken_of(pack("needs-review"))
    worse = pack("needs-review", "gap", baseline=open_then)
    assert (worse.gate.passed, worse.criteria[0].state) == (False, "new")
    settled_then = taken_of(pack("needs-review", "met"))
    open_again = pack("needs-review", baseline=settled_then)
    assert (open_again.gate.passed, open_again.criteria[0].state) == (False, "new")


@given(findings, verdicts, strengths)
def test_a_baseline_just_taken_holds_all_but_what_people_stated_and_loses_nothing_when_pruned(found, verdict, kinds):
    now = pack(found, verdict, tuple(kinds))
    baseline = taken_of(now)
    held, by_people = held_status(now.criteria[0]), now.criteria[0].stated and now.criteria[0].stated.decides
    todo = set() if held in (Status.MET, Status.NOT_APPLICABLE) else {"DO-PAR-1"}
    covered = set() if by_people and held in (Status.GAP, Status.CONTRADICTED) else todo
    assert accepted_ids(baseline, now.criteria, now.title) == covered
    assert pruned(baseline, now.criteria, now.title) == baseline
    again = pack(found, verdict, tuple(kinds), baseline=baseline)
    assert again.gate.passed is (covered == todo)
    assert again.accepted.counts["accepted"] == len(covered)
    assert sum(again.accepted.counts.values()) == again.open_criteria == len(todo)


@given(findings, verdicts, strengths, st.sampled_from(["critical", "major"]))
def test_the_gate_made_of_a_result_with_answers_passes_it(found, verdict, kinds, severity):
    now = pack(found, verdict, tuple(kinds), severity=severity)
    made = yaml.safe_load(gate_text(now, "result.json"))["gate"]
    marks = {key: {name: Fraction(str(mark)) for name, mark in made.get(key, {}).items()} for key in _PARTS}
    gate = GateSpec(
        Fraction(str(made["fail-under"])) if "fail-under" in made else None,
        Severity(made["fail-on"]) if "fail-on" in made else None,
        allow={Status(name): {Severity(s): n for s, n in each.items()} for name, each in made["allow"].items()},
        **marks,
    )
    assert pack(found, verdict, tuple(kinds), severity=severity, gate=gate).gate.passed


_PARTS = ("stages", "principles")
