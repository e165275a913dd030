"""What would change the answer: the few additions that lift the weakest principle and the band."""

from __future__ import annotations

from ...lifts import Addition, BandLift, PrincipleLift
from ...plain_words import BAND_NAMES, NEEDS_WORDS, STATUS_WORDS, count_words, percent_words
from ...points import readable
from ...report import Report
from ...what_if import what_would_change
from .paper import Bold, Paper

_HEADS = ("Criterion", "Now, and what it would need", "Points", "Principle, whole then", "What to do")
_WIDTHS = (2.2, 1.6, 1, 1.4, 3.5)


def write_what_if(paper: Paper, report: Report) -> None:
    """A table for the weakest principle and one for the band, where there is something to add."""
    found = what_would_change(report)
    paper.heading("What would change the answer", 1)
    if found.weakest is None and found.band is None:
        paper.text("Nothing: no criterion that is not met would lift the weakest principle or the band.")
        return
    paper.text(
        "Worked out from the points: each criterion is met with every part it asks for, and nothing else changes. "
        "Each line counts those above it."
    )
    if found.weakest is not None:
        paper.label(_principle(found.weakest))
        _write(paper, "What would lift the weakest principle", found.weakest.additions)
    if found.band is not None:
        paper.label(_band(found.band))
        if found.band.additions:
            _write(paper, "What would lift the band", found.band.additions)


def _principle(lift: PrincipleLift) -> str:
    return (
        f"{lift.title}, the weakest principle: {percent_words(lift.low)} → {percent_words(lift.low_after)} with these, "
        f"of {count_words(lift.open, 'criterion', 'criteria')} not met"
    )


def _band(lift: BandLift) -> str:
    if lift.band_after is None:
        return f"The band: nothing here lifts it from {BAND_NAMES[lift.band]}"
    return (
        f"The band: {BAND_NAMES[lift.band]} → {BAND_NAMES[lift.band_after]} with "
        f"{count_words(len(lift.additions), 'addition')}, the fewest that lift it; score "
        f"{percent_words(lift.low)} → {percent_words(lift.low_after)}"
    )


def _write(paper: Paper, name: str, additions: tuple[Addition, ...]) -> None:
    paper.table(name, _HEADS, [_row(one) for one in additions], _WIDTHS)


def _row(one: Addition) -> list[str | Bold]:
    trial = " (on trial)" if one.experimental else ""
    settled = f" {one.settled}" if one.settled else ""
    return [
        Bold(f"{one.criterion} {one.title}{trial}"),
        f"{STATUS_WORDS[one.status]} → {NEEDS_WORDS[one.needs]}",
        f"+{readable(one.points)}",
        f"{percent_words(one.principle_after)}, {percent_words(one.score_after)}",
        f"{one.how}{settled}",
    ]
