"""Red, amber or green: whether a document is ready to issue, and what decided it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from enum import StrEnum
from fractions import Fraction

from .assessment import Assessment, Finding, Status, Tally
from .plain_words import count_words, percent_words
from .points import percent
from .rules import Severity


class Band(StrEnum):
    """The verdict on the whole: red not ready to issue, amber needs work, green ready with the points listed."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"


def decide_band(assessment: Assessment) -> tuple[Band | None, str]:
    """The band and, in a sentence or two, what decided it; no band where there is nothing to score.

    Averages must not hide a child left unheard or unsafe, so critical criteria cap the band whatever the score.
    Experimental criteria are on trial and cap nothing.
    """
    overall, scale = assessment.overall, assessment.rulesets[0].scale
    critical = [f for f in assessment.findings if f.rule.severity is Severity.CRITICAL and not f.rule.experimental]
    band = band_of(overall, {finding.status for finding in critical}, scale.red_below, scale.amber_below)
    if band is None:
        return None, "No criterion in use applies to this pack, so there is nothing to score."
    if band is Band.RED:
        red = [*_named(critical, Status.CONTRADICTED, "worked against"), *_low(overall, scale.red_below)]
        return band, _sentences(red)
    if band is Band.AMBER:
        amber = [
            *_named(critical, Status.GAP, "missing"),
            *_named(critical, Status.NEEDS_REVIEW, "not settled until a person looks"),
            *_low(overall, scale.amber_below),
        ]
        return band, _sentences(amber)
    return band, (
        f"No critical criterion is missing or worked against, and the score is at least "
        f"{plain_percent(scale.amber_below)}."
    )


def band_of(overall: Tally, critical: Collection[Status], red_below: Fraction, amber_below: Fraction) -> Band | None:
    """The band that follows from the sum and from the statuses of the critical criteria that are not on trial."""
    if overall.possible == 0:
        return None
    if Status.CONTRADICTED in critical or is_below(overall, red_below):
        return Band.RED
    if {Status.GAP, Status.NEEDS_REVIEW} & set(critical) or is_below(overall, amber_below):
        return Band.AMBER
    return Band.GREEN


def figure_words(part: str, tally: Tally) -> str:
    """What a cut-off is held against: the score (of a ``part``), the lower one where open questions make it a range."""
    return f"the {'' if tally.low == tally.high else 'lower '}score{f' of {part}' if part else ''}"


def below_words(tally: Tally, cutoff: Fraction) -> str:
    """How the low end stands to a cut-off it does not reach: "41.2%, under 60%"."""
    low = percent(tally.low, tally.possible)
    if low is not None and low >= cutoff:  # rounding has hidden the difference
        return f"just under {plain_percent(cutoff)}"
    return f"{percent_words(low)}, under {plain_percent(cutoff)}"


def is_below(tally: Tally, cutoff: Fraction) -> bool:
    """Whether the low end, unrounded, is under a cut-off in percent."""
    return tally.low * 100 < cutoff * tally.possible


def plain_percent(value: Fraction) -> str:
    """A cut-off as the person set it: "60%", "62.5%"."""
    return f"{float(value):g}%"


def _low(overall: Tally, cutoff: Fraction) -> list[str]:
    return [f"{figure_words('', overall)} is {below_words(overall, cutoff)}"] if is_below(overall, cutoff) else []


def _named(critical: Iterable[Finding], status: Status, words: str) -> list[str]:
    found = [finding.rule for finding in critical if finding.status is status]
    if not found:
        return []
    verb = "is" if len(found) == 1 else "are"
    among = ": " if len(found) == 1 else ", among them "
    return [f"{count_words(len(found), 'critical criterion', 'critical criteria')} {verb} {words}{among}{found[0].id}"]


def _sentences(reasons: list[str]) -> str:
    text = "; ".join(reasons)
    return text[0].upper() + text[1:] + "."
