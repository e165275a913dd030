"""What would change the answer, as lines of a page."""

from __future__ import annotations

from collections.abc import Set

from ...lifts import Addition, BandLift, PrincipleLift, WhatWouldChange
from ...plain_words import BAND_NAMES, NEEDS_WORDS, STATUS_WORDS, count_words, percent_words
from ...points import readable
from .page import Page


def write_what_if(page: Page, found: WhatWouldChange, *, wording: bool) -> None:
    """The additions for the weakest principle and for the band, with the words to paste if asked."""
    if found.weakest is None and found.band is None:
        page.indented("Nothing: no criterion that is not met would lift the weakest principle or the band.")
        return
    page.indented("Worked out from the points: each is met with every part it asks for, and nothing else changes.")
    if found.weakest is not None:
        page.blank()
        page.heading(_principle(found.weakest))
        _write(page, found.weakest.additions, wording=wording)
    if found.band is not None:
        page.blank()
        page.heading(_band(found.band))
        done = found.weakest.additions if found.weakest else ()
        _write(page, found.band.additions, wording=wording, shown={one.criterion for one in done})


def _principle(lift: PrincipleLift) -> str:
    return f"{lift.title}, the weakest principle: {percent_words(lift.low)} → {percent_words(lift.low_after)}"


def _band(lift: BandLift) -> str:
    score = f"score {percent_words(lift.low)} → {percent_words(lift.low_after)}"
    if lift.band_after is None:
        return f"The band: nothing here lifts it from {BAND_NAMES[lift.band]}"
    few = count_words(len(lift.additions), "addition")
    return f"The band: {BAND_NAMES[lift.band]} → {BAND_NAMES[lift.band_after]} with {few}, {score}"


def _write(page: Page, additions: tuple[Addition, ...], *, wording: bool, shown: Set[str] = frozenset()) -> None:
    for one in additions:
        trial = ", on trial" if one.experimental else ""
        page.indented(f"+{readable(one.points)} {one.criterion} {one.title} ({one.severity}{trial})", 2, 2)
        lifts = "it lifts" if one.needs == "met" else "if met, it lifts"
        page.indented(
            f"{STATUS_WORDS[one.status]} → {NEEDS_WORDS[one.needs]}; "
            f"{lifts} its principle to {percent_words(one.principle_after)}, "
            f"the whole to {percent_words(one.score_after)}",
            4,
            2,
        )
        page.indented(one.how, 4, 2)
        if one.settled:
            page.indented(one.settled, 4, 2)
        if wording and one.wording and one.criterion not in shown:
            page.indented(f"Wording: {one.wording}", 4, 2)
