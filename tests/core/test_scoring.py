"""From evidence to status to points."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import SCALE, passage, rule
from crp_commission.assessment import PartFinding, Status, Tally, total
from crp_commission.evidence import Evidence, Strength
from crp_commission.precedence import Precedence
from crp_commission.rules import Part, Rule
from crp_commission.scoring import best, decide, defeated, share_if_met, tally, tally_as_stated, weight

SPEC = {"spec.docx": 2}
STRENGTHS = [strength.value for strength in Strength]


def parts(essential: list[list[str]], others: list[list[str]] = ()) -> list[PartFinding]:  # type: ignore[assignment]
    """Part findings from the strengths of their evidence."""
    return [
        PartFinding(Part(f"part {number}", None, kind), tuple(passage("Quote.", strength) for strength in found))
        for kind, group in ((True, essential), (False, others))
        for number, found in enumerate(group)
    ]


def points(status: str, found: list[PartFinding], criterion: Rule | None = None) -> Tally:
    return tally(criterion or rule("DO-PAR-1"), Status(status), found, SCALE)


DECIDED = [
    # essential parts, other parts, status
    ([["measured"]], [], "met"),
    ([["committed"]], [], "partial"),
    ([["committed", "measured"]], [], "met"),
    ([["committed"]], [["measured"]], "met"),
    ([["committed"], ["measured"]], [], "met"),
    ([["committed"], ["committed"]], [], "partial"),
    ([["measured"], []], [], "partial"),
    ([["measured"], ["intended"]], [], "partial"),
    ([["measured"]], [[]], "met"),
    ([["intended"]], [], "partial"),
    ([["mentioned"]], [], "partial"),
    ([["mentioned"]], [["measured"]], "partial"),
    ([[]], [], "gap"),
    ([[]], [["measured"]], "gap"),
    ([[], []], [], "gap"),
    ([["contradicts"]], [], "contradicted"),
    ([["measured", "contradicts"]], [], "contradicted"),
    ([["measured"], ["contradicts"]], [], "contradicted"),
    ([["measured"]], [["contradicts"]], "met"),
    ([[]], [["contradicts"]], "gap"),
]


@pytest.mark.parametrize(("essential", "others", "status"), DECIDED)
def test_the_status_follows_from_the_essential_parts(
    essential: list[list[str]], others: list[list[str]], status: str
) -> None:
    assert decide(rule("DO-PAR-1"), parts(essential, others), {}) == status


def test_a_prohibition_needs_no_check_beside_the_duty() -> None:
    criterion = rule("DO-DIG-1", duty_is_enough=True)
    assert decide(criterion, parts([["committed"]]), {}) is Status.MET
    assert decide(criterion, parts([["intended"]]), {}) is Status.PARTIAL


def test_where_weights_alone_find_the_essential_part_only_what_they_found_can_be_its_check() -> None:
    wordless = PartFinding(Part("heard", {"recognised": {}}, True), (passage("Heard.", "committed"),))
    lesser = PartFinding(Part("told", {"promises": ["tell"]}), (passage("Told.", "measured"),))
    worded = PartFinding(Part("heard", {"promises": ["hear"]}, True), wordless.evidence)
    assert decide(rule("DO-PAR-1"), [wordless, lesser], {}) is Status.PARTIAL
    assert decide(rule("DO-PAR-1"), [worded, lesser], {}) is Status.MET
    checked = replace(wordless, evidence=(passage("Heard.", "measured"),))
    assert decide(rule("DO-PAR-1"), [checked], {}) is Status.MET


ROLES = {
    "terms.docx": "contract-terms",
    "spec.docx": "service-specification",
    "kpis.docx": "kpi-schedule",
    "questions.docx": "itt-questions",
    "odd.docx": "unknown",
}
CLASHES = [
    # where it is promised, how, where it is worked against, and whether the part is defeated
    ("terms.docx", "committed", "spec.docx", False),
    ("terms.docx", "measured", "kpis.docx", False),
    ("terms.docx", "measured", "questions.docx", False),
    ("spec.docx", "committed", "questions.docx", False),
    ("spec.docx", "committed", "terms.docx", True),
    ("spec.docx", "measured", "spec.docx", True),
    ("terms.docx", "intended", "spec.docx", True),
    ("questions.docx", "measured", "questions.docx", True),
    ("odd.docx", "measured", "odd.docx", True),
    ("odd.docx", "measured", "spec.docx", True),
]


@pytest.mark.parametrize(("promised", "strength", "against", "expected"), CLASHES)
def test_only_a_promise_in_a_paper_that_ranks_higher_overrides(
    promised: str, strength: str, against: str, expected: bool
) -> None:
    evidence = (passage("Yes.", strength, file=promised), passage("No.", "contradicts", file=against))
    found = PartFinding(Part("part", None, True), evidence)
    order = Precedence()
    assert defeated(found, {file: order.rank(role) for file, role in ROLES.items()}) is expected


def test_of_several_promises_the_one_that_ranks_highest_counts() -> None:
    evidence = (
        passage("Yes.", "committed", file="terms.docx"),
        passage("Yes.", "committed", file="kpis.docx"),
        passage("No.", "contradicts", file="spec.docx"),
    )
    found = PartFinding(Part("part", None, True), evidence)
    assert not defeated(found, {"terms.docx": 3, "spec.docx": 2, "kpis.docx": 1})
    assert defeated(found, {"terms.docx": 1, "spec.docx": 2, "kpis.docx": 1})
    assert defeated(found, {"terms.docx": 0})
    assert not defeated(found, {"terms.docx": 1})


@pytest.mark.parametrize(
    ("found", "earned"),
    [
        ([], Fraction(4, 5) * Fraction(1, 10) * 2),
        (["mentioned"], Fraction(1, 5)),
        (["committed"], Fraction(1)),
    ],
)
def test_what_a_person_states_to_be_partly_met_earns_by_its_passages_and_at_least_a_mention(
    found: list[str], earned: Fraction
) -> None:
    stated = tally_as_stated(rule("DO-PAR-1", "major"), Status.PARTIAL, parts([found]), SCALE)
    assert (stated.low, stated.high, stated.possible) == (earned, earned, 2)


@pytest.mark.parametrize("status", [Status.GAP, Status.CONTRADICTED])
def test_what_a_person_states_to_be_missing_earns_nothing(status: Status) -> None:
    assert tally_as_stated(rule("DO-PAR-1", "major"), status, parts([["committed"]]), SCALE).high == 0


@pytest.mark.parametrize(("others", "share"), [(0, Fraction(1)), (1, Fraction(1)), (3, Fraction(1))])
def test_met_with_every_lesser_part_at_its_best_earns_all(others: int, share: Fraction) -> None:
    assert share_if_met(others, SCALE.credit, Fraction(4, 5)) == share


def test_met_with_lesser_parts_of_which_the_best_credit_is_half_earns_nine_tenths() -> None:
    credit = {"mentioned": Fraction(1, 10), "measured": Fraction(1, 2)}
    assert share_if_met(2, credit, Fraction(4, 5)) == Fraction(9, 10)
    assert share_if_met(0, credit, Fraction(4, 5)) == 1


def test_the_strongest_evidence_leaves_aside_what_contradicts() -> None:
    (found,) = parts([["mentioned", "contradicts", "committed"]])
    assert best(found) is Strength.COMMITTED
    (found,) = parts([["contradicts"]])
    assert best(found) is None


EARNED = [
    # status, essential parts, other parts, share of the points
    ("met", [["measured"]], [], Fraction(1)),
    ("met", [["committed"]], [], Fraction(1)),
    ("met", [["measured"]], [[]], Fraction(4, 5)),
    ("met", [["measured"]], [["measured"]], Fraction(1)),
    ("met", [["measured"]], [["measured"], []], Fraction(9, 10)),
    ("met", [["measured"]], [["intended"]], Fraction(21, 25)),
    ("partial", [["committed"]], [], Fraction(1, 2)),
    ("partial", [["intended"]], [], Fraction(1, 5)),
    ("partial", [["mentioned"]], [], Fraction(1, 10)),
    ("partial", [["measured"], []], [], Fraction(1, 2)),
    ("partial", [["committed"], ["mentioned"]], [], Fraction(3, 10)),
    ("partial", [["mentioned"]], [["measured"]], Fraction(7, 25)),
    ("gap", [[]], [["measured"]], Fraction(0)),
    ("contradicted", [["measured", "contradicts"]], [["measured"]], Fraction(0)),
]


@pytest.mark.parametrize(("status", "essential", "others", "share"), EARNED)
def test_points_follow_strength(
    status: str, essential: list[list[str]], others: list[list[str]], share: Fraction
) -> None:
    earned = points(status, parts(essential, others))
    assert (earned.low, earned.high, earned.possible) == (2 * share, 2 * share, 2)
    assert earned.counts == {Status(status): 1}


@pytest.mark.parametrize(("severity", "expected"), [("critical", 3), ("major", 2), ("minor", 1)])
def test_the_weight_is_the_criterion_s_own_or_that_of_its_severity(severity: str, expected: int) -> None:
    assert weight(rule("DO-PAR-1", severity), SCALE) == expected
    assert weight(rule("DO-PAR-1", severity, weight=Fraction(7, 2)), SCALE) == Fraction(7, 2)


def test_what_needs_review_earns_nothing_at_the_low_end_and_all_at_the_high() -> None:
    earned = points("needs-review", parts([["measured"]]))
    assert (earned.low, earned.high, earned.possible) == (0, 2, 2)


def test_what_does_not_apply_is_outside_the_sum() -> None:
    earned = points("not-applicable", parts([[]]))
    assert (earned.low, earned.high, earned.possible) == (0, 0, 0)
    assert earned.counts == {Status.NOT_APPLICABLE: 1}


def test_equal_weights_add_up_and_do_not_merge() -> None:
    one = points("met", parts([["measured"]]))
    sum_of_them = total([one, one, points("gap", parts([[]]))])
    assert (sum_of_them.low, sum_of_them.possible) == (4, 6)
    assert sum_of_them.counts == {Status.MET: 2, Status.GAP: 1}


def test_the_sum_of_nothing_is_nothing() -> None:
    assert total([]) == Tally()


FOUND = st.lists(st.sampled_from(STRENGTHS), max_size=4)
PARTS = st.tuples(st.lists(FOUND, min_size=1, max_size=3), st.lists(FOUND, max_size=3))
RULES = st.builds(
    lambda severity, enough, own: rule("DO-PAR-1", severity, duty_is_enough=enough, weight=own),
    st.sampled_from(["critical", "major", "minor"]),
    st.booleans(),
    st.none() | st.fractions(min_value=Fraction(1, 100), max_value=100),
)
EARNING = ["contradicted", "gap", "partial", "met"]


def judged(criterion: Rule, found: list[PartFinding]) -> tuple[Status, Tally]:
    status = decide(criterion, found, SPEC)
    return status, tally(criterion, status, found, SCALE)


def with_evidence(found: list[PartFinding], place: int, *more: Evidence) -> list[PartFinding]:
    changed = list(found)
    place %= len(found)
    changed[place] = replace(found[place], evidence=found[place].evidence + more)
    return changed


@given(RULES, PARTS)
def test_points_are_never_below_nothing_nor_above_what_is_possible(
    criterion: Rule, strengths: tuple[list[list[str]], list[list[str]]]
) -> None:
    found = parts(*strengths)
    for status in Status:
        earned = tally(criterion, status, found, SCALE)
        assert 0 <= earned.low <= earned.high <= earned.possible
    status, earned = judged(criterion, found)
    assert earned.possible == weight(criterion, SCALE)
    assert (earned.low > 0) is (status in (Status.MET, Status.PARTIAL))


@given(RULES, PARTS, st.integers(0), st.sampled_from(["mentioned", "intended", "committed", "measured"]))
def test_more_evidence_never_lowers(
    criterion: Rule, strengths: tuple[list[list[str]], list[list[str]]], place: int, strength: str
) -> None:
    before, less = judged(criterion, parts(*strengths))
    after, more = judged(criterion, with_evidence(parts(*strengths), place, passage("More.", strength)))
    assert more.low >= less.low
    assert EARNING.index(after) >= EARNING.index(before)


@given(RULES, PARTS, st.integers(0))
def test_what_contradicts_never_raises(
    criterion: Rule, strengths: tuple[list[list[str]], list[list[str]]], place: int
) -> None:
    before, more = judged(criterion, parts(*strengths))
    after, less = judged(criterion, with_evidence(parts(*strengths), place, passage("No.", "contradicts")))
    assert less.low <= more.low
    assert EARNING.index(after) <= EARNING.index(before)


@given(RULES, PARTS, st.integers(0), st.integers(1, 50))
def test_repeating_earns_nothing_more(
    criterion: Rule, strengths: tuple[list[list[str]], list[list[str]]], place: int, times: int
) -> None:
    found = parts(*strengths)
    evidence = found[place % len(found)].evidence
    assert judged(criterion, with_evidence(found, place, *evidence * times)) == judged(criterion, found)


@given(RULES, PARTS, st.data())
def test_the_order_of_evidence_changes_nothing(
    criterion: Rule, strengths: tuple[list[list[str]], list[list[str]]], data: st.DataObject
) -> None:
    found = parts(*strengths)
    shuffled = [replace(one, evidence=tuple(data.draw(st.permutations(one.evidence)))) for one in found]
    assert judged(criterion, shuffled) == judged(criterion, found)


TALLIES = st.builds(
    lambda low, more, rest, status: Tally(low, low + more, low + more + rest, {status: 1}),
    *[st.fractions(min_value=0, max_value=100)] * 3,
    st.sampled_from(list(Status)),
)


@given(st.lists(TALLIES, max_size=6), st.data())
def test_sums_are_exact_whatever_the_order(tallies: list[Tally], data: st.DataObject) -> None:
    whole = total(tallies)
    assert total(data.draw(st.permutations(tallies))) == whole
    at = data.draw(st.integers(0, len(tallies)))
    assert total(tallies[:at]) + total(tallies[at:]) == whole
    assert whole.low == sum((one.low for one in tallies), Fraction(0))
    assert sum(whole.counts.values()) == len(tallies)
