"""What a person states is kept beside what was found, counts while its ground holds, and lifts no verdict found."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import assessment, finding, passage, report, rule, source, stated
from crp_commission.answers import Answer, Answers, ground, held_status
from crp_commission.assessment import Status
from crp_commission.baseline import taken_of
from crp_commission.composing import as_answered
from crp_commission.composing_accepted import Acceptance
from crp_commission.gate import GateSpec
from crp_commission.report import Report
from crp_commission.rules import Severity
from crp_commission.waivers import Waiver, in_force, weigh

FOUND = [status.value for status in Status]
STATED = ["met", "partial", "gap", "contradicted", "not-applicable"]
QUOTE = "The Council will have due regard to the Convention."


def one(status: str = "needs-review", *quotes: str, **fields):
    """A pack with one critical criterion of that status."""
    passages = [passage(quote, "intended", paragraph=number) for number, quote in enumerate(quotes, 1)]
    return report(finding(rule("DO-PAR-1", "critical"), status, *passages), **fields)


def answered(status: str, verdict: str, *quotes: str, **fields) -> Report:
    """The same pack with an answer given on it as it stands."""
    return one(status, *quotes, answers=[stated(one(status, *quotes), "DO-PAR-1", verdict)], **fields)


@pytest.mark.parametrize("found", FOUND)
@pytest.mark.parametrize("verdict", STATED)
def test_what_was_found_stands_as_without_answers(found, verdict):
    without, having = one(found, QUOTE), answered(found, verdict, QUOTE)
    assert replace(having.score, answered=None) == without.score
    assert (having.grid, having.stages, having.principles) == (without.grid, without.stages, without.principles)
    criterion = having.criteria[0]
    assert criterion.status == found
    assert criterion.stated is not None
    assert criterion.stated.status == verdict
    assert replace(criterion, stated=None, answer=None, state=None) == replace(without.criteria[0], state=None)


def test_the_score_with_answers_is_that_of_a_pack_found_so():
    having = answered("needs-review", "met", QUOTE)
    assert (having.score.low, having.score.high) == (0.0, 100.0)
    assert having.score.answered is not None
    # The essential part in full, of the others what was found for them.
    assert (having.score.answered.low, having.score.answered.high) == (80.0, 80.0)
    assert having.score.answered.answers == 1
    worse = answered("met", "gap", QUOTE)
    assert worse.score.answered is not None
    assert (worse.score.low, worse.score.answered.low) == (100.0, 0.0)
    assert (worse.score.answered.band, worse.score.answered.possible) == ("red", "3/1")


def test_stated_in_part_earns_the_least_a_passage_can_where_there_is_none_and_by_its_passages_where_there_are():
    nothing, something = answered("gap", "partial"), answered("gap", "partial", QUOTE)
    assert nothing.score.answered is not None and something.score.answered is not None
    assert nothing.score.answered.low == 8.0
    assert something.score.answered.low == 16.0


def test_what_does_not_apply_is_outside_the_sum_with_answers_only():
    having = answered("needs-review", "not-applicable")
    assert having.score.possible == "3/1"
    assert having.score.answered is not None
    assert (having.score.answered.possible, having.score.answered.low) == ("0/1", None)


@given(st.lists(st.tuples(st.sampled_from(["met", "partial", "gap", "contradicted", "needs-review"]),
                          st.sampled_from(["met", "partial", "gap", "contradicted"]), st.booleans()),
                min_size=1, max_size=6))  # fmt: skip
def test_answers_to_what_is_open_stay_within_the_range_and_only_they_move_the_low_end(rows):
    findings = [finding(rule(f"DO-PAR-{n}"), found) for n, (found, _, _) in enumerate(rows)]
    bare = report(*findings)
    given = [
        stated(bare, f"DO-PAR-{n}", verdict)
        for n, (found, verdict, is_answered) in enumerate(rows)
        if is_answered and found == "needs-review"
    ]
    having = report(*findings, answers=given)
    if not given:
        assert having.score.answered is None
        return
    assert having.score.answered is not None
    low, high = (Fraction(text) for text in (having.score.answered.earned, having.score.answered.earned_high))
    assert Fraction(bare.score.earned) <= low <= high <= Fraction(bare.score.earned_high)
    if len(given) == sum(found == "needs-review" for found, _, _ in rows):
        assert low == high


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"quotes": ("Other words.",)}, "the quoted text has changed"),
        ({"quotes": ("Other words entirely.", "And more.")}, "the quoted text has changed"),
        ({"quotes": ()}, "the quoted text is not there any more"),
        ({"quotes": (QUOTE, "And a passage more.")}, "other passages about this have changed"),
        ({"status": "contradicted"}, "another verdict is found now"),
    ],
)
def test_an_answer_lapses_and_says_so_when_its_ground_changes(changes, words):
    given = [stated(one("needs-review", QUOTE), "DO-PAR-1", "met")]
    changed = one(changes.get("status", "needs-review"), *changes.get("quotes", (QUOTE,)), answers=given)
    found = changed.criteria[0].stated
    assert found is not None
    assert (found.counts, found.decides) == (False, False)
    assert words in found.lapsed
    assert changed.score.answered is None
    assert changed.answers is not None
    assert (changed.answers.given, changed.answers.counted, changed.answers.lapsed) == (1, 0, 1)
    assert any(
        "DO-PAR-1: the answer of Jo Patel on 2026-03-31 does not count, since" in remark
        for remark in changed.answers.remarks
    )
    assert (changed.criteria[0].answer or "").startswith("does not count, since")


def test_what_another_program_changes_in_a_text_lets_no_answer_lapse():
    before = one("needs-review", "The child's view   is heard - always.", "Second.")
    given = [stated(before, "DO-PAR-1", "met")]
    after = one("needs-review", "SECOND.", "The child’s view is heard – always.", answers=given)
    assert after.criteria[0].stated is not None
    assert after.criteria[0].stated.counts


@pytest.mark.parametrize(
    ("before", "after"), [("7.1 ", "7.3 "), ("7 ", "8 "), ("Clause 7 ", "Clause 9 "), ("7.1. ", "")]
)
def test_new_numbers_before_a_passage_let_no_answer_lapse(before, after):
    words = "The Provider seeks to involve children, see clause {}."
    given = [stated(one("needs-review", before + words.format(3)), "DO-PAR-1", "met")]
    found = one("needs-review", after + words.format(4), answers=given).criteria[0].stated
    assert found is not None
    assert found.counts


def test_the_words_that_lead_into_a_list_are_part_of_the_ground():
    shall, need_not = (
        report(finding(rule("DO-PAR-1"), "partial", passage("ask each child;", "intended", lead=lead)))
        for lead in ("The Provider shall:", "The Provider need not:")
    )
    assert ground(shall.criteria[0], shall.files) != ground(need_not.criteria[0], need_not.files)


OTHER_BYTES = (replace(source(), sha256="7" * 64),)


def test_an_answer_to_what_could_not_be_settled_rests_on_the_papers_where_nothing_is_quoted():
    given = [stated(one("needs-review"), "DO-PAR-1", "met")]
    same = one("needs-review", answers=given)
    other = one("needs-review", answers=given, files=OTHER_BYTES)
    renamed = one("needs-review", answers=given, files=(source("renamed.docx"),))
    counts = [each.criteria[0].stated and each.criteria[0].stated.counts for each in (same, other, renamed)]
    assert counts == [True, False, True]


def test_an_answer_to_what_is_missing_outlives_a_change_of_the_papers_which_is_told():
    given = [stated(one("gap"), "DO-PAR-1", "met")]
    (same,) = one("gap", answers=given).criteria
    assert same.stated is not None and (same.stated.counts, same.stated.caution) == (True, "")
    other = one("gap", answers=given, files=OTHER_BYTES)
    found = other.criteria[0].stated
    assert found is not None and other.answers is not None
    assert (found.counts, found.decides, found.caution) == (True, False, "the papers have changed since")
    assert "on 2026-03-31 (the papers have changed since): Schedule 3" in (other.criteria[0].answer or "")
    assert other.answers.remarks[0] == (
        "The papers have changed since these were answered; the answers count, but look at them again: DO-PAR-1."
    )


@pytest.mark.parametrize(
    ("status", "quotes", "fields", "words"),
    [
        ("gap", (), {"question": "Does it do something else?"}, "what is asked has changed"),
        ("partial", (QUOTE,), {}, "text was found where there was none"),
        ("needs-review", (), {}, "the papers have changed"),
    ],
)
def test_an_answer_to_what_is_missing_lapses_when_text_is_found_or_something_else_is_asked(
    status, quotes, fields, words
):
    given = [stated(one("gap"), "DO-PAR-1", "met")]
    passages = [passage(quote, "intended") for quote in quotes]
    now = report(finding(rule("DO-PAR-1", "critical", **fields), status, *passages), answers=given, files=OTHER_BYTES)
    assert now.criteria[0].stated is not None
    assert (now.criteria[0].stated.counts, now.criteria[0].stated.lapsed) == (False, words)


def test_an_answer_from_before_that_rests_on_the_papers_counts_while_they_stay():
    before = one("gap")
    papers = stated(before, "DO-PAR-1", "met").papers
    given = [replace(stated(before, "DO-PAR-1", "met"), text=papers, papers="")]
    same, other = one("gap", answers=given), one("gap", answers=given, files=OTHER_BYTES)
    assert [each.criteria[0].stated and each.criteria[0].stated.lapsed for each in (same, other)] == [
        "",
        "the papers have changed",
    ]


@pytest.mark.parametrize(
    ("day", "until", "counts"),
    [
        ("2026-12-31", "2026-12-31", True),
        ("2027-01-01", "2026-12-31", False),
        ("2027-01-01", None, True),
        (None, "2026-12-31", False),
        (None, None, True),
        ("2026-03-31", None, True),
        ("2026-03-30", None, False),
    ],
)
def test_the_end_date_is_held_against_the_day_of_the_check_and_no_other(day, until, counts):
    given = [stated(one("needs-review"), "DO-PAR-1", "met", until=until)]
    checked = one("needs-review", answers=given, date=day)
    assert checked.criteria[0].stated is not None
    assert checked.criteria[0].stated.counts is counts
    assert checked.answers is not None
    assert any("add --date" in remark for remark in checked.answers.remarks) == (day is None and not counts)


@pytest.mark.parametrize("found", FOUND)
@pytest.mark.parametrize("verdict", STATED)
def test_the_gate_takes_an_answer_to_what_is_open_and_one_that_is_worse_and_no_other(found, verdict):
    fails = {"gap", "contradicted", "needs-review"}
    having = answered(found, verdict, QUOTE, gate=GateSpec(fail_on=Severity.CRITICAL))
    if found == "needs-review":
        assert having.gate.passed is (verdict not in fails)
    elif found == "not-applicable":
        assert having.gate.passed
    else:
        # What the document itself gives is never lifted, and what a person knows to be worse always counts.
        assert having.gate.passed is (found not in fails and verdict not in fails)
    if found == "needs-review" or not having.gate.passed:
        assert having.gate.answered == (("DO-PAR-1",) if held_status(having.criteria[0]) == verdict != found else ())


def test_a_reason_that_rests_on_an_answer_says_so():
    having = answered("met", "gap", QUOTE, gate=GateSpec(fail_on=Severity.CRITICAL))
    assert having.gate.reasons == ("DO-PAR-1 (critical) is missing, as a person stated: Title of DO-PAR-1.",)


def test_a_lapsed_answer_leaves_the_question_open_for_the_gate():
    given = [stated(one("needs-review", "Old words."), "DO-PAR-1", "met")]
    checked = one("needs-review", "New words.", answers=given, gate=GateSpec(fail_on=Severity.CRITICAL))
    assert not checked.gate.passed
    assert checked.gate.answered == ()


def test_the_pass_mark_is_held_against_the_score_with_what_is_open_settled_and_says_so():
    findings = [finding(rule("DO-PAR-1"), "needs-review"), finding(rule("DO-PAR-2"), "gap")]
    bare = report(*findings)
    given = [stated(bare, "DO-PAR-1", "met"), stated(bare, "DO-PAR-2", "met")]
    gate = GateSpec(fail_under=Fraction(50))
    checked = report(*findings, answers=given, gate=gate)
    assert not report(*findings, gate=gate).gate.passed
    assert checked.score.answered is not None
    assert checked.score.answered.low == 80.0
    assert checked.gate.reasons == ("The score, with people's answers, is 40.0%, under 50%.",)


def test_an_answer_that_lifts_no_verdict_is_named_for_the_gate():
    checked = answered("gap", "met")
    assert checked.answers is not None
    assert any("holds these as found: DO-PAR-1" in remark for remark in checked.answers.remarks)
    agreed = answered("gap", "gap")
    assert agreed.answers is not None
    assert agreed.answers.remarks == ()


def test_a_question_answered_well_is_no_fix_and_one_answered_badly_says_who_stated_it():
    assert answered("needs-review", "met").fixes == ()
    assert answered("needs-review", "met").open_criteria == 0
    (fix,) = answered("needs-review", "gap").fixes
    assert fix.status == "gap"
    assert fix.problem == "Stated as missing by Jo Patel: Schedule 3 says so."
    (found,) = answered("gap", "met").fixes
    assert "Jo Patel" not in found.problem


def test_what_a_person_stated_to_be_missing_can_be_waived_and_what_is_open_cannot():
    found = assessment(finding(rule("DO-PAR-1"), "needs-review"))
    waiver = Waiver("DO-PAR-1", "put-right-later", "The annex follows.", "Sam Oduya", "Jo Patel", "2026-12-31")
    answers = Answers("answers.yaml", "a" * 64, (stated(one("needs-review"), "DO-PAR-1", "gap"),))
    assert in_force(weigh([waiver], as_answered(found, None, "2026-04-01"), "2026-04-01")) == {}
    assert [*in_force(weigh([waiver], as_answered(found, answers, "2026-04-01"), "2026-04-01"))] == ["DO-PAR-1"]


@pytest.mark.parametrize(("verdict", "passed"), [("met", True), ("partial", True), ("gap", False)])
def test_a_baseline_covers_nothing_that_a_person_stated_to_be_missing(verdict, passed):
    acceptance = Acceptance(baseline=taken_of(one("needs-review")))
    fields = {"gate": GateSpec(fail_on=Severity.CRITICAL), "acceptance": acceptance}
    assert one("needs-review", **fields).gate.passed
    given = [stated(one("needs-review"), "DO-PAR-1", verdict)]
    assert one("needs-review", answers=given, **fields).gate.passed is passed


def test_answers_to_what_is_not_asked_and_questions_that_wait_are_told():
    bare = one("gap")
    answer = stated(bare, "DO-PAR-1", "met")
    waiting = replace(answer, stated=None, why="", by="", date=None)
    checked = one("gap", answers=[replace(answer, criterion="SCO-2"), waiting])
    assert checked.answers is not None
    assert checked.answers.given == 1
    assert checked.answers.remarks == (
        "Not asked in this check, so their answers do not count: SCO-2.",
        "1 question in answers.yaml not answered yet.",
    )
    assert checked.criteria[0].stated is None


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"why": " "}, "“why” is missing"),
        ({"by": ""}, "“by” is missing"),
        ({"date": None}, "“date” is missing"),
        ({"stated": None}, "“stated” is empty"),
        ({"until": date(2026, 3, 30)}, "before it was given"),
        ({"criterion": ""}, "“criterion” is empty"),
    ],
)
def test_an_answer_without_reason_name_or_day_is_refused(fields, words):
    answer = stated(one("gap"), "DO-PAR-1", "met")
    with pytest.raises(ValueError, match=words):
        replace(answer, **fields)


def test_a_question_needs_nothing_but_what_it_is_about():
    assert Answer("DO-PAR-1", "gap", "0" * 16).stated is None
