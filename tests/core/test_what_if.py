"""What would change the answer: the additions, applied, really give what is said of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import SCALE, finding, passage, report, rule
from crp_commission.assessment import Finding, PartFinding, Status
from crp_commission.lifts import Addition
from crp_commission.report import Report
from crp_commission.report_criteria import StatedInfo
from crp_commission.rules import Part, Scale
from crp_commission.scoring import decide, tally
from crp_commission.what_if import what_would_change

STRENGTHS = ("mentioned", "intended", "committed", "measured", "contradicts")
IDS = tuple(f"{stage}-{name}-{n}" for stage in ("ANA", "DO") for name in ("DIG", "PAR") for n in (1, 2))
BANDS = (None, "red", "amber", "green")


def judged(given: Finding, scale: Scale) -> Finding:
    """The finding with the verdict and the points that its evidence gives."""
    status = decide(given.rule, given.parts, {})
    return replace(given, status=status, tally=tally(given.rule, status, given.parts, scale))


def criteria(scale: Scale) -> st.SearchStrategy[Finding]:
    evidence = st.lists(st.sampled_from(STRENGTHS), max_size=2)

    def made(id: str, severity: str, trial: bool, essential: list, others: list, open: bool) -> Finding:
        parts = tuple(
            PartFinding(Part(f"part {n}", None, is_essential), tuple(passage("Quote.", one) for one in found))
            for n, (is_essential, found) in enumerate(
                [*((True, one) for one in essential), *((False, one) for one in others)]
            )
        )
        criterion = rule(id, severity, experimental=trial, parts=tuple(one.part for one in parts))
        found = judged(Finding(criterion, Status.GAP, "Why.", parts, finding(criterion, "gap").tally), scale)
        unsettled = replace(found, status=Status.NEEDS_REVIEW)
        return replace(unsettled, tally=tally(criterion, Status.NEEDS_REVIEW, parts, scale)) if open else found

    return st.builds(
        made,
        st.sampled_from(IDS),
        st.sampled_from(["critical", "major", "minor"]),
        st.booleans(),
        st.lists(evidence, min_size=1, max_size=2),
        st.lists(evidence, max_size=2),
        st.sampled_from([False, False, False, True]),
    )


@st.composite
def packs(draw: Callable) -> tuple[list[Finding], Scale]:
    scale = replace(
        SCALE,
        credit={**SCALE.credit, "measured": draw(st.sampled_from([Fraction(1), Fraction(9, 10)]))},
        red_below=Fraction(draw(st.sampled_from([0, 40]))),
        amber_below=Fraction(draw(st.sampled_from([40, 70, 99]))),
    )
    found = draw(st.lists(criteria(scale), min_size=1, max_size=7, unique_by=lambda one: one.rule.id))
    return found, scale


def met(given: Finding, scale: Scale) -> Finding:
    """The criterion with every part promised and checkable, and nothing against it."""
    parts = tuple(PartFinding(one.part, (passage("All of it."),)) for one in given.parts)
    return judged(replace(given, parts=parts), scale)


def least(given: Finding, scale: Scale) -> Finding:
    """The criterion with what is against it taken out and, where nothing is left, one mention."""
    parts = [
        replace(one, evidence=tuple(p for p in one.evidence if p.strength != "contradicts")) for one in given.parts
    ]
    if given.status is not Status.CONTRADICTED and not any(one.evidence for one in parts if one.part.essential):
        parts[0] = replace(parts[0], evidence=(passage("It is mentioned.", "mentioned"),))
    return judged(replace(given, parts=tuple(parts)), scale)


def applied(
    found: Iterable[Finding], ids: Iterable[str], scale: Scale, way: Callable[[Finding, Scale], Finding] = met
) -> Report:
    wanted = set(ids)
    return report(*(way(one, scale) if one.rule.id in wanted else one for one in found), scale=scale)


def ids(additions: Iterable[Addition]) -> list[str]:
    return [one.criterion for one in additions]


@settings(deadline=None)
@given(packs())
def test_the_additions_for_the_weakest_principle_give_the_stated_scores(pack: tuple[list[Finding], Scale]) -> None:
    found, scale = pack
    before = report(*found, scale=scale)
    lift = what_would_change(before).weakest
    if lift is None:
        return
    assert lift.principle == before.weakest
    for count, one in enumerate(lift.additions, 1):
        after = applied(found, ids(lift.additions[:count]), scale)
        (principle,) = [each for each in after.principles if each.id == lift.principle]
        assert (one.principle_after, one.score_after) == (principle.low, after.score.low)
    gained = sum((Fraction(one.points) for one in lift.additions), Fraction(0))
    assert Fraction(after.score.earned) - Fraction(before.score.earned) == gained
    assert lift.low_after == principle.low


@settings(deadline=None)
@given(packs())
def test_no_other_choice_of_as_many_lifts_the_weakest_principle_more(pack: tuple[list[Finding], Scale]) -> None:
    found, scale = pack
    lift = what_would_change(report(*found, scale=scale)).weakest
    if lift is None:
        return
    others = [one.rule.id for one in found if one.rule.principle == lift.principle]
    for choice in combinations(others, len(lift.additions)):
        after = applied(found, choice, scale)
        (principle,) = [each for each in after.principles if each.id == lift.principle]
        assert (principle.low or 0) <= (lift.low_after or 0)


@settings(max_examples=150, deadline=None)
@given(packs())
def test_the_additions_for_the_band_lift_it_and_no_fewer_do(pack: tuple[list[Finding], Scale]) -> None:
    found, scale = pack
    before = report(*found, scale=scale)
    lift = what_would_change(before).band
    if lift is None:
        assert before.score.band in (None, "green")
        return
    chosen = ids(lift.additions)
    after = applied(found, chosen, scale)
    assert after.score.low == lift.low_after
    assert after.score.band == (lift.band_after or before.score.band)
    waiting = [one.rule.id for one in found if one.status is not Status.MET]
    most = len(waiting) if lift.band_after is None else len(chosen) - 1
    for count in range(most + 1):
        for choice in combinations(waiting, count):
            assert applied(found, choice, scale).score.band == before.score.band


@settings(deadline=None)
@given(packs())
def test_the_least_verdict_is_enough_where_that_is_said(pack: tuple[list[Finding], Scale]) -> None:
    found, scale = pack
    before = report(*found, scale=scale)
    lift = what_would_change(before).band
    if lift is None or lift.band_after is None:
        return
    easy = {one.criterion for one in lift.additions if one.needs is not Status.MET}
    after = report(
        *(
            least(one, scale) if one.rule.id in easy else met(one, scale) if one.rule.id in ids(lift.additions) else one
            for one in found
        ),
        scale=scale,
    )
    assert BANDS.index(after.score.band) > BANDS.index(before.score.band)


def test_what_works_against_children_is_told_by_its_words_and_place() -> None:
    against = passage("There is no appeal.", "contradicts", section="6 Exclusions", paragraph=12)
    (one,) = what_would_change(
        report(finding(rule("DO-DIG-1", "critical"), "contradicted", against), *(many_met()))
    ).band.additions  # type: ignore[union-attr]
    assert (one.status, one.needs) == ("contradicted", "gap")
    assert one.how == "Take out or replace “There is no appeal.” (spec.docx, 6 Exclusions, paragraph 12)."
    assert one.wording == "The Provider shall do what DO-DIG-1 asks each quarter."


def many_met() -> list[Finding]:
    return [finding(rule(f"DO-NDI-{n}"), "met") for n in range(20)]


def test_what_was_accepted_is_left_out_where_there_is_a_choice_and_named_where_there_is_none() -> None:
    gaps = [finding(rule(f"DO-PAR-{n}", "critical" if n == 2 else "major"), "gap") for n in (1, 2)]
    found = what_would_change(report(*gaps, *many_met(), waivers={"DO-PAR-1": "Agreed.", "DO-PAR-2": "Agreed too."}))
    assert found.weakest is None
    assert [(one.criterion, one.waiver) for one in found.band.additions] == [("DO-PAR-2", "Agreed too.")]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("status", "counts", "left"), [("met", True, False), ("gap", True, True), ("met", False, True)]
)
def test_what_a_person_settled_is_not_proposed_for_the_weakest_principle(status: str, counts: bool, left: bool) -> None:
    """An answer that leaves the question open, or that has lapsed, settles nothing."""
    found = report(finding(rule("DO-PAR-1"), "needs-review"), *many_met())
    stated = StatedInfo(Status(status), "A. Officer", "2026-03-02", "Seen.", "", None, counts, counts, "", None)
    criteria = [
        replace(one, stated=stated, answer="Said so.") if one.id == "DO-PAR-1" else one for one in found.criteria
    ]
    weakest = what_would_change(replace(found, criteria=tuple(criteria))).weakest
    assert ([one.criterion for one in weakest.additions] if weakest else []) == (["DO-PAR-1"] if left else [])


@pytest.mark.parametrize("status", ["met", "not-applicable"])
def test_nothing_is_proposed_where_nothing_is_open(status: str) -> None:
    found = what_would_change(report(finding(rule("DO-PAR-1"), status)))
    assert (found.weakest, found.band) == (None, None)
