"""What would change an answer, as records: additions, and what they lift.

"Least" is what is earned if every open question is answered no.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .assessment import Status
from .bands import Band
from .described import says
from .report import FileInfo, ReadingInfo, RulesetInfo, ToolInfo
from .report_criteria import exact
from .rules import Severity


@dataclass(frozen=True, slots=True)
class Addition:
    """A criterion that is not met, and what meeting it would do; ``_after`` counts the additions before it too."""

    criterion: str = field(metadata=says("id of the criterion"))
    title: str = field(metadata=says("what is asked, in a few words"))
    principle: str = field(metadata=says("id of the principle"))
    severity: Severity = field(metadata=says("how much it matters"))
    experimental: bool = field(metadata=says("whether it is on trial"))
    status: Status = field(metadata=says("the verdict now"))
    needs: Status = field(metadata=says("the least verdict that is enough; the points are those of met"))
    how: str = field(metadata=says("what has to be done, in a sentence or two"))
    wording: str = field(metadata=says("a clause to paste; fill what stands in square brackets"))
    waiver: str | None = field(metadata=says("the reason this was accepted as it is; null if it was not"))
    settled: str = field(metadata=says("how people settled it, by a waiver or an answer; empty if nobody did"))
    points: str = field(metadata=exact("points it would add to its principle and to the whole"))
    principle_after: float | None = field(metadata=says("least score of its principle then, in percent"))
    score_after: float | None = field(metadata=says("least score of the whole then, in percent"))


@dataclass(frozen=True, slots=True)
class PrincipleLift:
    """What would lift the weakest principle most."""

    principle: str = field(metadata=says("id of the principle"))
    title: str = field(metadata=says("what a person calls it"))
    possible: str = field(metadata=exact("points that could be earned for it"))
    low: float | None = field(metadata=says("its least score now, in percent"))
    low_after: float | None = field(metadata=says("its least score with every addition named, in percent"))
    open: int = field(metadata=says("how many of its criteria are not met, the additions included"))
    additions: tuple[Addition, ...] = field(metadata=says("at most three, the one that adds most first"))


@dataclass(frozen=True, slots=True)
class BandLift:
    """The fewest additions that lift the band: what holds it down whatever the score, then what the score lacks."""

    band: Band = field(metadata=says("the band now"))
    band_after: Band | None = field(metadata=says("the band with every addition; null where none would lift it"))
    low: float | None = field(metadata=says("the least score now, in percent"))
    low_after: float | None = field(metadata=says("the least score with every addition, in percent"))
    cutoff: str = field(metadata=exact("score in percent that the next band needs"))
    additions: tuple[Addition, ...] = field(metadata=says("every addition that is needed"))


@dataclass(frozen=True, slots=True)
class WhatWouldChange:
    """What would change the answer of one saved result."""

    format: str = field(metadata=says("always crp-commission/what-would-change"))
    format_version: int = field(metadata=says("1; fields may be added within it, never changed in meaning"))
    title: str = field(metadata=says("what the pack is called"))
    tool: ToolInfo = field(metadata=says("the program that made the result"))
    rulesets: tuple[RulesetInfo, ...] = field(metadata=says("the rulesets in use"))
    profile: str = field(metadata=says("how much was asked: light, standard or full"))
    files: tuple[FileInfo, ...] = field(metadata=says("the files, by path"))
    reading: ReadingInfo = field(metadata=says("how much of the pack the result rests on"))
    weakest: PrincipleLift | None = field(metadata=says("for the weakest principle; null where nothing is left to add"))
    band: BandLift | None = field(metadata=says("for the band; null where it is green or there is none"))
    limits: tuple[str, ...] = field(metadata=says("what the result does not say, to be shown with it"))
