"""Points and percentages as text, without losing anything to rounding."""

from __future__ import annotations

from fractions import Fraction


def exact(points: Fraction) -> str:
    """Points as the saved result holds them: "35/1"."""
    return f"{points.numerator}/{points.denominator}"


def percent(earned: Fraction, possible: Fraction) -> float | None:
    """The share in percent with one decimal, halves to the even digit; None where nothing is possible.

    0.0 and 100.0 are said only when exactly true: 99.97% of the points is 99.9, not 100.0.
    """
    if possible == 0:
        return None
    tenths = round(earned * 1000 / possible)
    if 0 < earned < possible:
        tenths = min(max(tenths, 1), 999)
    return tenths / 10


def points_range(low: str, high: str) -> str:
    """Exact points for a person, as a range where an open question makes one: "76", "76 to 80"."""
    return readable(low) if low == high else f"{readable(low)} to {readable(high)}"


def readable(points: str) -> str:
    """Exact points for a person: "35", "1.6", and "2 1/3" where no short decimal is exact.

    ``points`` is text as :func:`exact` writes it; rounding here would make printed tables that do not add up.
    """
    value = Fraction(points)
    if 1000 % value.denominator == 0:
        return f"{float(value):.3f}".rstrip("0").rstrip(".")
    whole, rest = divmod(value, 1)
    return f"{whole} {rest}" if whole else str(rest)
