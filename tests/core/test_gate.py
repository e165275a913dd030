from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import assessment, finding, rule
from crp_commission.assessment import Status
from crp_commission.gate import GateSpec, judge
from crp_commission.rules import Severity

STATUSES = ["met", "partial", "gap", "contradicted", "needs-review", "not-applicable"]


def test_no_gate_passes_and_says_it_was_not_set():
    verdict = judge(assessment(finding(rule("DO-PAR-1", "critical"), "gap")), GateSpec())
    assert (verdict.set, verdict.passed, verdict.reasons) == (False, True, ())


@pytest.mark.parametrize(("mark", "passed"), [("50", True), ("50.1", False)])
def test_pass_mark_is_held_against_the_exact_low_end(mark, passed):
    half = assessment(finding(rule("DO-PAR-1"), "met"), finding(rule("DO-PAR-2"), "needs-review"))
    assert judge(half, GateSpec(fail_under=Fraction(mark))).passed is passed


def test_a_score_just_under_the_mark_is_not_shown_as_reaching_it():
    below = assessment(*(finding(rule(f"DO-PAR-{n}"), "met" if n <= 1999 else "gap") for n in range(1, 4001)))
    verdict = judge(below, GateSpec(fail_under=Fraction(50)))
    assert verdict.reasons == ("The score is just under 50%.",)


def test_nothing_scored_does_not_reach_a_pass_mark():
    verdict = judge(assessment(finding(rule("DO-PAR-1"), "not-applicable")), GateSpec(fail_under=Fraction(1)))
    assert not verdict.passed
    assert "no score" in verdict.reasons[0]


@pytest.mark.parametrize("status", STATUSES)
def test_fail_on_fails_on_gaps_contradictions_and_open_questions(status):
    verdict = judge(assessment(finding(rule("DO-PAR-1"), status)), GateSpec(fail_on=Severity.MAJOR))
    assert verdict.passed is (status not in ("gap", "contradicted", "needs-review"))


@pytest.mark.parametrize(("severity", "passed"), [("critical", False), ("major", False), ("minor", True)])
def test_fail_on_takes_its_severity_and_graver_ones(severity, passed):
    verdict = judge(assessment(finding(rule("DO-PAR-1", severity), "gap")), GateSpec(fail_on=Severity.MAJOR))
    assert verdict.passed is passed


def test_reasons_name_criterion_severity_and_verdict_gravest_first():
    verdict = judge(
        assessment(finding(rule("DO-PAR-1", "minor"), "gap"), finding(rule("DO-TRA-1", "critical"), "contradicted")),
        GateSpec(fail_on=Severity.MINOR),
    )
    assert verdict.reasons == (
        "DO-TRA-1 (critical) is worked against: Title of DO-TRA-1.",
        "DO-PAR-1 (minor) is missing: Title of DO-PAR-1.",
    )


def test_accepted_criteria_do_not_fail_on_severity_but_still_count_in_the_score():
    gap = assessment(finding(rule("DO-PAR-1"), "gap"))
    accepted = frozenset({"DO-PAR-1"})
    assert judge(gap, GateSpec(fail_on=Severity.MAJOR, accepted=accepted)).passed
    assert judge(gap, GateSpec(fail_on=Severity.MAJOR), accepted).passed
    assert not judge(gap, GateSpec(fail_under=Fraction(1), accepted=accepted)).passed


@given(
    st.lists(st.tuples(st.sampled_from(STATUSES), st.sampled_from(list(Severity))), min_size=1, max_size=6),
    st.sampled_from(STATUSES),
    st.integers(1, 100),
)
def test_an_experimental_criterion_never_changes_the_verdict(settled, trial, mark):
    findings = [finding(rule(f"DO-PAR-{n}", severity), status) for n, (status, severity) in enumerate(settled)]
    gate = GateSpec(Fraction(mark), Severity.MINOR)
    on_trial = finding(rule("DO-TRA-1", "critical", experimental=True), trial)
    assert judge(assessment(*findings, on_trial), gate).passed == judge(assessment(*findings), gate).passed


def test_the_number_that_a_gate_gives_says_that_criteria_on_trial_are_left_out_of_it():
    half = [finding(rule("DO-PAR-1"), "met"), finding(rule("DO-PAR-2"), "gap")]
    on_trial = finding(rule("DO-TRA-1", experimental=True), "met")
    gate = GateSpec(fail_under=Fraction(60))
    assert judge(assessment(*half, on_trial), gate).reasons == (
        "The score, criteria on trial left out, is 50.0%, under 60%.",
    )
    assert judge(assessment(*half), gate).reasons == ("The score is 50.0%, under 60%.",)


def test_critical_criteria_on_trial_are_named_where_a_severity_is_asked():
    found = assessment(
        finding(rule("DO-TRA-1", "critical", experimental=True), "gap"),
        finding(rule("DO-TRA-2", "critical", experimental=True), "met"),
        finding(rule("DO-TRA-3", "major", experimental=True), "gap"),
    )
    assert judge(found, GateSpec(fail_on=Severity.CRITICAL)).on_trial == ("DO-TRA-1",)
    assert judge(found, GateSpec(fail_under=Fraction(1))).on_trial == ()


_MARKS = {"stages": {"do": Fraction(50)}, "principles": {"participation": Fraction("50.5")}}


def test_stages_and_principles_have_marks_of_their_own():
    found = assessment(
        finding(rule("DO-PAR-1"), "met"), finding(rule("DO-DIG-1"), "gap"), finding(rule("PLN-PAR-1"), "gap")
    )
    verdict = judge(found, GateSpec(**_MARKS))
    assert verdict.reasons == ("The score of the principle Participation is 50.0%, under 50.5%.",)
    assert (verdict.set, verdict.stages, verdict.principles) == (True, {"do": 50.0}, {"participation": 50.5})


def test_a_mark_for_what_nobody_asked_about_is_not_reached():
    verdict = judge(assessment(finding(rule("DO-PAR-1"), "met")), GateSpec(stages={"plan": Fraction(1)}))
    assert verdict.reasons == ("There is no score to hold against the pass mark of 1% of the stage Plan.",)


@pytest.mark.parametrize(("most", "passed"), [(1, False), (2, True)])
def test_a_gate_allows_so_many_of_a_verdict_and_every_worse_one_counts_too(most, passed):
    found = assessment(
        finding(rule("DO-PAR-1"), "gap"),
        finding(rule("DO-PAR-2"), "contradicted"),
        finding(rule("DO-PAR-3"), "partial"),
        finding(rule("DO-PAR-4", "critical"), "gap"),
    )
    verdict = judge(found, GateSpec(allow={Status.GAP: {Severity.MAJOR: most}}))
    assert verdict.passed is passed
    assert passed or verdict.reasons == (
        "2 major criteria are missing or worked against, and the gate allows 1: DO-PAR-1 and DO-PAR-2.",
    )


def test_what_was_accepted_is_not_counted_against_what_is_allowed():
    found = assessment(finding(rule("DO-PAR-1"), "gap"))
    none = GateSpec(allow={Status.GAP: {Severity.MAJOR: 0}})
    assert not judge(found, none).passed
    assert judge(found, none, {"DO-PAR-1"}).passed


_BETTER = {"contradicted": "gap", "gap": "needs-review", "needs-review": "partial", "partial": "met"}


@given(
    st.lists(st.tuples(st.sampled_from([*_BETTER, "met"]), st.sampled_from(list(Severity))), min_size=1, max_size=6),
    st.data(),
)
def test_what_gets_better_never_fails_a_gate_on_numbers_that_was_passed(verdicts, data):
    allow = data.draw(
        st.dictionaries(
            st.sampled_from([Status(name) for name in _BETTER]),
            st.dictionaries(st.sampled_from(list(Severity)), st.integers(0, 3), min_size=1),
        )
    )
    which = data.draw(st.integers(0, len(verdicts) - 1))

    def passes(changed: bool) -> bool:
        statuses = [
            _BETTER.get(status, status) if changed and n == which else status for n, (status, _) in enumerate(verdicts)
        ]
        found = [
            finding(rule(f"DO-PAR-{n}", severity), status)
            for n, (status, (_, severity)) in enumerate(zip(statuses, verdicts, strict=True))
        ]
        return judge(assessment(*found), GateSpec(allow=allow)).passed

    assert not passes(False) or passes(True)
