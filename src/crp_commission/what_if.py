"""What would change the answer: the few additions that lift the weakest principle most, and those that lift the band.

Everything follows from one saved result, so none of it is saved in one. The figures hold if each criterion named is
met with every part it asks for and nothing else in the pack changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from .assessment import Status, Tally
from .bands import Band, band_of, is_below
from .evidence import Strength
from .lifts import Addition, BandLift, PrincipleLift, WhatWouldChange
from .plain_words import count_words
from .points import exact as written
from .points import percent
from .report import Report
from .report_criteria import CriterionInfo
from .rules import Severity
from .scoring import share_if_met

FORMAT = "crp-commission/what-would-change"
MOST = 3
"""How many additions are named for the weakest principle."""
_OPEN = (Status.PARTIAL, Status.GAP, Status.CONTRADICTED, Status.NEEDS_REVIEW)
_CAPS = {Band.RED: (Status.CONTRADICTED,), Band.AMBER: (Status.GAP, Status.NEEDS_REVIEW)}
_ENOUGH = {Status.CONTRADICTED: Status.GAP, Status.GAP: Status.PARTIAL, Status.NEEDS_REVIEW: Status.PARTIAL}
"""The least status with which a critical criterion no longer holds the band down."""
_NEXT = {Band.RED: Band.AMBER, Band.AMBER: Band.GREEN}


def what_would_change(report: Report) -> WhatWouldChange:
    """What would change the answer, worked out from the points, caps and cut-offs of a saved result."""
    return WhatWouldChange(
        format=FORMAT,
        format_version=1,
        title=report.title,
        tool=report.tool,
        rulesets=report.rulesets,
        profile=report.profile,
        files=report.files,
        reading=report.reading,
        weakest=_weakest(report),
        band=_band(report),
        limits=report.limits,
    )


def gain(report: Report, criterion: CriterionInfo) -> Fraction:
    """The points that a criterion would add to the low end, met with every part it asks for."""
    credit = {name: Fraction(share) for name, share in report.scale.credit.items()}
    others = sum(not part.essential for part in criterion.parts)
    share = share_if_met(others, credit, Fraction(report.scale.essential_share))
    return Fraction(criterion.possible) * share - Fraction(criterion.earned.low)


def _weakest(report: Report) -> PrincipleLift | None:
    principle = next((one for one in report.principles if one.id == report.weakest), None)
    waiting = [one for one in _by_gain(report) if principle and one.principle == principle.id]
    chosen = [(one, Status.MET) for one in waiting if not _settled(one) and gain(report, one) > 0][:MOST]
    if principle is None or not chosen:
        return None
    additions = _additions(report, chosen)
    return PrincipleLift(
        principle=principle.id,
        title=principle.title,
        possible=principle.possible,
        low=principle.low,
        low_after=additions[-1].principle_after,
        open=len(waiting),
        additions=additions,
    )


def _band(report: Report) -> BandLift | None:
    band = report.score.band
    if band is None or band is Band.GREEN:
        return None
    scale = report.scale
    cutoff = Fraction(scale.red_below if band is Band.RED else scale.amber_below)
    chosen = _fewest(report, band, cutoff)
    additions = _additions(report, chosen)
    after = _after(report, chosen)
    lifted = band_of(*after, Fraction(scale.red_below), Fraction(scale.amber_below))
    return BandLift(
        band=band,
        band_after=None if lifted is band else lifted,
        low=report.score.low,
        low_after=percent(after[0].low, after[0].possible),
        cutoff=written(cutoff),
        additions=additions,
    )


def _fewest(report: Report, band: Band, cutoff: Fraction) -> list[tuple[CriterionInfo, Status]]:
    """The criteria that hold the band down, then as few others as bring the score to the cut-off.

    Taking the largest gains first makes them the fewest. What people have settled comes last of these.
    """
    waiting = _by_gain(report)
    capping = [one for one in waiting if _can_cap(one) and one.status in _CAPS[band]]
    overall = Tally(Fraction(report.score.earned), possible=Fraction(report.score.possible))
    is_short = is_below(overall, cutoff)
    chosen = [(one, Status.MET if is_short else _ENOUGH[one.status]) for one in capping]
    low = overall.low + sum((gain(report, one) for one in capping), Fraction(0))
    others = [one for one in waiting if one not in capping and gain(report, one) > 0]
    for one in sorted(others, key=lambda one: bool(_settled(one))):
        if not is_below(Tally(low, possible=overall.possible), cutoff):
            break
        chosen.append((one, Status.MET))
        low += gain(report, one)
    return chosen


def _settled(criterion: CriterionInfo) -> str:
    """What people have made of it so that nothing is left to write in, as a sentence; empty where they have not."""
    if criterion.waiver is not None:
        return f"Accepted as it is: {criterion.waiver}"
    stated = criterion.stated
    if stated is None or not stated.decides or stated.status in _OPEN:
        return ""
    return f"{criterion.answer}"


def _can_cap(criterion: CriterionInfo) -> bool:
    return criterion.severity is Severity.CRITICAL and not criterion.experimental


def _by_gain(report: Report) -> list[CriterionInfo]:
    """What applies and is not met: the most points first, of equals what is graver and not on trial."""
    waiting = [one for one in report.criteria if one.status in _OPEN]
    return sorted(waiting, key=lambda one: (-gain(report, one), one.experimental, one.severity.rank, one.id))


def _after(report: Report, chosen: Sequence[tuple[CriterionInfo, Status]]) -> tuple[Tally, set[Status]]:
    """The sum with every addition, and the statuses of the critical criteria then."""
    added = [one for one, _ in chosen]
    low = Fraction(report.score.earned) + sum((gain(report, one) for one in added), Fraction(0))
    statuses = {Status.MET if one in added else one.status for one in report.criteria if _can_cap(one)}
    return Tally(low, possible=Fraction(report.score.possible)), statuses


def _additions(report: Report, chosen: Sequence[tuple[CriterionInfo, Status]]) -> tuple[Addition, ...]:
    """The additions in their order, with the low ends as they stand after each."""
    whole, of_whole = Fraction(report.score.earned), Fraction(report.score.possible)
    principles = {one.id: (Fraction(one.earned.low), Fraction(one.possible)) for one in report.principles}
    found = []
    for criterion, needs in chosen:
        points = gain(report, criterion)
        whole += points
        low, possible = principles[criterion.principle]
        principles[criterion.principle] = (low + points, possible)
        found.append(
            Addition(
                criterion=criterion.id,
                title=criterion.title,
                principle=criterion.principle,
                severity=criterion.severity,
                experimental=criterion.experimental,
                status=criterion.status,
                needs=needs,
                how=_how(criterion, needs),
                wording=criterion.advice.wording,
                waiver=criterion.waiver,
                settled=_settled(criterion),
                points=written(points),
                principle_after=percent(low + points, possible),
                score_after=percent(whole, of_whole),
            )
        )
    return tuple(found)


def _how(criterion: CriterionInfo, needs: Status) -> str:
    missing = "; ".join(criterion.missing)
    if criterion.status is Status.CONTRADICTED:
        told = f"Take out or replace {_against(criterion)}."
        return told if needs is Status.GAP or not missing else f"{told} Then write in: {missing}."
    if criterion.status is Status.NEEDS_REVIEW:
        return "A person has to look; if it is not there, write it in."
    return f"Write in: {missing}." if missing else "Write it in, with something to check it by."


def _against(criterion: CriterionInfo) -> str:
    against = [one for one in criterion.evidence if one.strength is Strength.CONTRADICTS]
    if not against:
        return "what works against it"
    first = against[0]
    place = ", ".join(filter(None, (first.file, first.place)))
    more = f" and {count_words(len(against) - 1, 'more passage')} that work against it" if len(against) > 1 else ""
    return f"“{first.quote}” ({place}){more}"
