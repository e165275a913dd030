from __future__ import annotations

from fractions import Fraction

import pytest

from builders import assessment, finding, rule
from crp_commission.assessment import Tally
from crp_commission.bands import Band, below_words, decide_band, figure_words, is_below


def met(number: int):
    return [finding(rule(f"DO-NDI-{n}"), "met") for n in range(number)]


@pytest.mark.parametrize(
    ("status", "band"),
    [
        ("contradicted", Band.RED),
        ("gap", Band.AMBER),
        ("needs-review", Band.AMBER),
        ("partial", Band.GREEN),
        ("not-applicable", Band.GREEN),
    ],
)
def test_a_critical_criterion_caps_the_band_however_high_the_score(status, band):
    decided, why = decide_band(assessment(finding(rule("DO-DIG-1", "critical"), status), *met(50)))
    assert decided is band
    assert ("DO-DIG-1" in why) == (band is not Band.GREEN)


@pytest.mark.parametrize("status", ["contradicted", "gap", "needs-review"])
def test_major_and_experimental_criteria_cap_nothing(status):
    findings = [
        finding(rule("DO-DIG-1", "major"), status),
        finding(rule("DO-DIG-2", "critical", experimental=True), status),
    ]
    assert decide_band(assessment(*findings, *met(50)))[0] is Band.GREEN


@pytest.mark.parametrize(
    ("good", "bad", "band"),
    [(39, 61, Band.RED), (40, 60, Band.AMBER), (69, 31, Band.AMBER), (70, 30, Band.GREEN)],
)
def test_cut_offs_come_from_the_scale_and_hold_for_the_low_end(good, bad, band):
    gaps = [finding(rule(f"DO-PAR-{n}"), "needs-review" if n % 2 else "gap") for n in range(bad)]
    decided, why = decide_band(assessment(*met(good), *gaps))
    assert decided is band
    assert "score is" in why


def test_why_names_all_that_decided():
    decided, why = decide_band(assessment(*(finding(rule(f"DO-DIG-{n}", "critical"), "contradicted") for n in (1, 2))))
    assert decided is Band.RED
    assert why == ("2 critical criteria are worked against, among them DO-DIG-1; the score is 0%, under 40%.")


@pytest.mark.parametrize(
    ("points", "words"),
    [("1/200", "just under 50%"), ("1/10", "49.9%, under 50%"), ("10", "40.0%, under 50%")],
)
def test_a_score_under_a_cut_off_is_never_shown_as_reaching_it(points, words):
    short = Tally(Fraction(50) - Fraction(points), Fraction(50), Fraction(100))
    assert below_words(short, Fraction(50)) == words
    assert is_below(short, Fraction(50))


def test_a_score_on_its_cut_off_is_not_below_it():
    assert not is_below(Tally(Fraction(1), Fraction(1), Fraction(2)), Fraction(50))
    assert is_below(Tally(Fraction(199, 400), Fraction(1), Fraction(1)), Fraction(50))


def test_the_lower_score_is_named_where_open_questions_make_it_a_range():
    assert figure_words("", Tally(Fraction(1), Fraction(1), Fraction(2))) == "the score"
    assert figure_words("the stage Plan", Tally(Fraction(1), Fraction(2), Fraction(2))) == (
        "the lower score of the stage Plan"
    )


def test_no_band_where_there_is_nothing_to_score():
    decided, why = decide_band(assessment(finding(rule("DO-DIG-1"), "not-applicable")))
    assert decided is None
    assert "nothing to score" in why
