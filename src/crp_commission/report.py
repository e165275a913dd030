"""The saved result: an assessment as plain, versioned data that every report format draws from.

The descriptions beside the fields are what the published JSON Schema says about them. Points are exact
fractions written "35/1"; percentages have one decimal and are null where no applicable criterion asked anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from .assessment import Status
from .bands import Band
from .described import says
from .evidence import Strength
from .report_accepted import AcceptedInfo, BaselineInfo, GateInfo, WaiverInfo
from .report_answers import AnsweredScore, AnswersInfo
from .report_criteria import (
    AdviceInfo,
    CriterionInfo,
    Earned,
    EvidenceInfo,
    FixInfo,
    PartInfo,
    State,
    StatedInfo,
    exact,
)
from .report_criteria import percent as _percent
from .report_files import FileInfo, NoteInfo, ReadingInfo
from .report_law import LawInfo, SuggestionInfo

__all__ = [
    "FORMAT",
    "FORMAT_VERSION",
    "AcceptedInfo",
    "AdviceInfo",
    "AnsweredScore",
    "AnswersInfo",
    "BaselineInfo",
    "CriterionInfo",
    "Earned",
    "EvidenceInfo",
    "FileInfo",
    "FixInfo",
    "GateInfo",
    "GridCell",
    "LawInfo",
    "NoteInfo",
    "PartInfo",
    "PrincipleInfo",
    "ReadingInfo",
    "Report",
    "RulesetInfo",
    "ScaleInfo",
    "ScoreInfo",
    "StageInfo",
    "State",
    "StatedInfo",
    "SuggestionInfo",
    "ToolInfo",
    "WaiverInfo",
]

FORMAT = "crp-commission/report"
FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True)
class ToolInfo:
    """The program that made the result."""

    name: str = field(metadata=says("name of the program"))
    version: str = field(metadata=says("its version"))


@dataclass(frozen=True, slots=True)
class RulesetInfo:
    """A ruleset in use, with the hash of every file it was resolved from."""

    id: str = field(metadata=says("name by which it is asked for"))
    title: str = field(metadata=says("what a person calls it"))
    version: str = field(metadata=says("version written in the ruleset"))
    sha256: str = field(metadata=says("hash over every file it was resolved from"))
    criteria: int = field(metadata=says("how many criteria it brought"))
    off: Mapping[str, str] = field(
        default_factory=dict, metadata=says("criteria of what it extends that it switches off, by id, with the reason")
    )


@dataclass(frozen=True, slots=True)
class ScaleInfo:
    """The constants of the score, taken from the first ruleset, so that anyone can work it out again."""

    credit: Mapping[str, str] = field(metadata=says("share of a part's points by strength of the evidence"))
    weights: Mapping[str, str] = field(metadata=says("points of a criterion by severity where it sets none itself"))
    red_below: str = field(
        metadata=exact("score in percent under which the band is red, if every open question is answered no")
    )
    amber_below: str = field(
        metadata=exact("score in percent under which the band is amber, if every open question is answered no")
    )
    essential_share: str = field(metadata=exact("share of a criterion that rests on its essential parts, 0 to 1"))
    unread_limit: str = field(metadata=exact("share of lost text above which a criterion needs review, 0 to 1"))


@dataclass(frozen=True, slots=True)
class ScoreInfo:
    """The score as a range and the band it falls in."""

    low: float | None = field(metadata=_percent("the score if every open question is answered no"))
    high: float | None = field(metadata=_percent("the score if every open question is answered yes"))
    earned: str = field(metadata=exact("points earned if every open question is answered no"))
    earned_high: str = field(metadata=exact("points earned if every open question is answered yes"))
    possible: str = field(metadata=exact("points that could be earned"))
    band: Band | None = field(metadata=says("red not ready to issue, amber needs work, green ready; null if no score"))
    why: str = field(metadata=says("what decided the band"))
    criteria: int = field(metadata=says("how many criteria apply and are in the sum"))
    counts: Mapping[Status, int] = field(metadata=says("how many criteria have each status"))
    answered: AnsweredScore | None = field(
        default=None, metadata=says("the score with what people stated; null where no answer counts")
    )


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell of the stage by principle grid; every cell is there, asked or not."""

    stage: str = field(metadata=says("id of the stage"))
    principle: str = field(metadata=says("id of the principle"))
    low: float | None = field(metadata=_percent("the score if every open question is answered no"))
    high: float | None = field(metadata=_percent("the score if every open question is answered yes"))
    counts: Mapping[Status, int] = field(metadata=says("how many criteria have each status"))
    weight: str = field(metadata=exact("weight of all its criteria, those that do not apply included"))
    earned: Earned = field(metadata=says("points earned"))
    possible: str = field(metadata=exact("points of the criteria that apply"))


@dataclass(frozen=True, slots=True)
class StageInfo:
    """A stage over all principles."""

    id: str = field(metadata=says("id of the stage"))
    title: str = field(metadata=says("what a person calls it"))
    low: float | None = field(metadata=_percent("the score if every open question is answered no"))
    high: float | None = field(metadata=_percent("the score if every open question is answered yes"))
    counts: Mapping[Status, int] = field(metadata=says("how many criteria have each status"))
    earned: Earned = field(metadata=says("points earned"))
    possible: str = field(metadata=exact("points of the criteria that apply"))


@dataclass(frozen=True, slots=True)
class PrincipleInfo:
    """A principle over all stages, with the strongest evidence found for it anywhere."""

    id: str = field(metadata=says("id of the principle"))
    title: str = field(metadata=says("what a person calls it"))
    low: float | None = field(metadata=_percent("the score if every open question is answered no"))
    high: float | None = field(metadata=_percent("the score if every open question is answered yes"))
    strength: Strength | Literal["none"] = field(
        metadata=says("strongest evidence from any criterion; contradicts if nothing above mentioned stands against it")
    )
    quote: str = field(metadata=says("that evidence, verbatim; empty where there is none"))
    criterion: str | None = field(metadata=says("the criterion it speaks to"))
    file: str = field(metadata=says("the file it stands in"))
    place: str = field(metadata=says("its place in the file"))
    counts: Mapping[Status, int] = field(metadata=says("how many criteria have each status"))
    earned: Earned = field(metadata=says("points earned"))
    possible: str = field(metadata=exact("points of the criteria that apply"))


@dataclass(frozen=True, slots=True)
class Report:
    """The whole saved result (see the published JSON Schema)."""

    format: str = field(metadata=says("always crp-commission/report"))
    format_version: int = field(metadata=says("1; fields may be added within it, never changed in meaning"))
    tool: ToolInfo = field(metadata=says("the program that made it"))
    rulesets: tuple[RulesetInfo, ...] = field(metadata=says("the rulesets in use; the scale of the first one rules"))
    profile: str = field(metadata=says("how much was asked: light, standard or full"))
    date: str | None = field(metadata=says("date given for the check, as YYYY-MM-DD; null if none was"))
    title: str = field(metadata=says("what the pack is called"))
    files: tuple[FileInfo, ...] = field(metadata=says("the files, by path"))
    notes: tuple[NoteInfo, ...] = field(metadata=says("what could not be read and what to know of, by file and place"))
    reading: ReadingInfo = field(metadata=says("how much of the pack the result rests on"))
    scale: ScaleInfo = field(metadata=says("the constants of the score"))
    score: ScoreInfo = field(metadata=says("the score"))
    gate: GateInfo = field(metadata=says("the gate"))
    weakest: str | None = field(metadata=says("id of the weakest principle that was asked; null if none was"))
    stages: tuple[StageInfo, ...] = field(metadata=says("the stages of commissioning, in their order"))
    principles: tuple[PrincipleInfo, ...] = field(metadata=says("the principles, in the ruleset's order"))
    grid: tuple[GridCell, ...] = field(metadata=says("every stage by every principle, stage by stage"))
    fixes: tuple[FixInfo, ...] = field(metadata=says("the fixes that matter most, at most five, the first first"))
    open_criteria: int = field(metadata=says("how many criteria are not met and apply, the fixes included"))
    criteria: tuple[CriterionInfo, ...] = field(metadata=says("every criterion by stage, principle and id"))
    limits: tuple[str, ...] = field(metadata=says("what the result does not say, to be shown with it"))
    law: tuple[LawInfo, ...] = field(
        default=(),
        metadata=says("citations of law and claims that are not right, the surest first; no part of the score"),
    )
    suggestions: tuple[SuggestionInfo, ...] = field(
        default=(), metadata=says("overlay rulesets to add, at most three, the one most called for first")
    )
    answers: AnswersInfo | None = field(
        default=None, metadata=says("the answers of people that were given; null if no file of them was")
    )
    locations: Mapping[str, str] = field(
        default_factory=dict,
        metadata=says("where a file lies seen from the folder the check was run in, by path; at its path if not here"),
    )
    accepted: AcceptedInfo = field(
        default_factory=AcceptedInfo, metadata=says("waivers, the baseline, and how much is new, accepted or waived")
    )
