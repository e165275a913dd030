from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crp_commission.points import exact, percent, readable

amounts = st.fractions(min_value=0, max_value=1000, max_denominator=600)


@pytest.mark.parametrize(
    ("earned", "possible", "shown"),
    [
        ("0", "3", 0.0),
        ("3", "3", 100.0),
        ("1", "100000", 0.1),
        ("99999", "100000", 99.9),
        ("1", "3", 33.3),
        ("25", "2000", 1.2),
        ("35", "2000", 1.8),
    ],
)
def test_percent_rounds_half_even_and_claims_nothing_and_everything_only_when_true(earned, possible, shown):
    assert percent(Fraction(earned), Fraction(possible)) == shown


def test_there_is_no_percentage_of_nothing():
    assert percent(Fraction(0), Fraction(0)) is None


@given(amounts, amounts)
def test_percent_stays_in_bounds_and_says_0_and_100_only_when_exact(earned, rest):
    possible = earned + rest
    shown = percent(earned, possible)
    if possible == 0:
        assert shown is None
        return
    assert 0 <= shown <= 100
    assert (shown == 0) == (earned == 0)
    assert (shown == 100) == (rest == 0)
    assert abs(Fraction(shown) - earned * 100 / possible) <= Fraction(11, 100)


@pytest.mark.parametrize(
    ("points", "shown"),
    [
        ("35/1", "35"),
        ("8/5", "1.6"),
        ("1/8", "0.125"),
        ("7/3", "2 1/3"),
        ("1/30", "1/30"),
        ("0/1", "0"),
        ("10/1", "10"),
    ],
)
def test_points_read_as_decimals_only_where_exact(points, shown):
    assert readable(points) == shown


@given(amounts)
def test_readable_points_lose_nothing(points):
    assert sum(map(Fraction, readable(exact(points)).split())) == points
