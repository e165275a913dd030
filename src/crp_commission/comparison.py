"""A comparison of saved results as plain, versioned data that every format of it is drawn from.

Where there are two results, the first is before and the second after. Wherever a field has a value for each result,
it has them in the order of the results.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from .assessment import Status
from .described import says
from .evidence import Strength
from .report import FileInfo, ReadingInfo, RulesetInfo, ScoreInfo, ToolInfo
from .report_criteria import exact
from .rules import Severity

FORMAT = "crp-commission/comparison"
FORMAT_VERSION = 1


class Change(StrEnum):
    """What became of a criterion."""

    WORSE = "worse"
    BETTER = "better"
    NEW = "new"
    GONE = "gone"
    UNSETTLED = "unsettled"
    REWORDED = "reworded"
    DIFFERS = "differs"
    SAME = "same"


class PassageChange(StrEnum):
    """What became of a passage.

    ``GONE`` is not found any more to speak to the criterion; a result does not hold the whole text, so that only
    ``UNCOUNTED`` tells what stands there still and counts no longer. ``NEW`` and ``COUNTED`` are the same turned round.
    """

    GONE = "gone"
    UNCOUNTED = "uncounted"
    NEW = "new"
    COUNTED = "counted"
    REWORDED = "reworded"
    WEAKER = "weaker"
    STRONGER = "stronger"


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage as one of the results quotes it."""

    quote: str = field(metadata=says("verbatim text of one paragraph, list item or cell"))
    strength: Strength = field(metadata=says("how much it promises"))
    because: str = field(metadata=says("why it counts for that much"))
    lead: str = field(metadata=says("words that lead into the list it is an item of"))
    file: str = field(metadata=says("path of the file"))
    place: str = field(metadata=says("the place as a person reads it"))


@dataclass(frozen=True, slots=True)
class ChangedPassage:
    """A passage that is not the same in both results."""

    change: PassageChange = field(
        metadata=says(
            "gone and new: found to speak to it only before or only after; uncounted and counted: the words stand in "
            "both, and count only before or only after; weaker and stronger: the same words count for less or for more"
        )
    )
    before: Passage | None = field(metadata=says("the passage before; null if it is new or counts only now"))
    after: Passage | None = field(metadata=says("the passage after; null if it is gone or counts no longer"))


@dataclass(frozen=True, slots=True)
class Standing:
    """How a criterion stands in one result."""

    status: Status = field(metadata=says("the verdict"))
    why: str = field(metadata=says("what decided the verdict"))
    earned: str = field(metadata=exact("points earned if every open question is answered no"))
    possible: str = field(metadata=exact("points that could be earned; 0/1 where it does not apply"))
    waiver: str | None = field(metadata=says("the reason this was accepted as it is; null if it was not"))
    best: Passage | None = field(metadata=says("the most telling passage; null where there is none"))
    marked: bool = field(metadata=says("side by side: whether no other result stands higher and one stands lower"))


@dataclass(frozen=True, slots=True)
class ComparedCriterion:
    """A criterion in every result."""

    id: str = field(metadata=says("id of the criterion"))
    ruleset: str = field(metadata=says("the ruleset it comes from"))
    stage: str = field(metadata=says("id of the stage"))
    principle: str = field(metadata=says("id of the principle"))
    severity: Severity = field(metadata=says("how much it matters"))
    experimental: bool = field(metadata=says("whether it is on trial in any of the results"))
    title: str = field(metadata=says("what is asked, in a few words"))
    change: Change = field(
        metadata=says(
            "new and gone: applies only after or only before; unsettled: as many points, another verdict; "
            "differs and same are the only ones side by side"
        )
    )
    standings: tuple[Standing, ...] = field(metadata=says("how it stands in each result"))
    passages: tuple[ChangedPassage, ...] = field(metadata=says("passages that are not the same; none side by side"))
    kept: int = field(metadata=says("how many passages are the same words, those that moved included"))
    moved: int = field(metadata=says("how many of these stand elsewhere now, which is no change"))


@dataclass(frozen=True, slots=True)
class Sum:
    """What the criteria that every result was asked earn in one of them."""

    low: float | None = field(
        metadata=says("the score if every open question is answered no, in percent; null where nothing was asked")
    )
    high: float | None = field(metadata=says("the score if every open question is answered yes, in percent"))
    earned: str = field(metadata=exact("points earned if every open question is answered no"))
    possible: str = field(metadata=exact("points that could be earned"))
    counts: Mapping[Status, int] = field(metadata=says("how many criteria have each status"))


@dataclass(frozen=True, slots=True)
class ComparedPrinciple:
    """A principle in every result."""

    id: str = field(metadata=says("id of the principle"))
    title: str = field(metadata=says("what a person calls it"))
    sums: tuple[Sum, ...] = field(metadata=says("its sum in each result"))


@dataclass(frozen=True, slots=True)
class ChangedCell:
    """A cell of the grid that is not the same in every result."""

    stage: str = field(metadata=says("title of the stage"))
    principle: str = field(metadata=says("title of the principle"))
    sums: tuple[Sum, ...] = field(metadata=says("its sum in each result"))


@dataclass(frozen=True, slots=True)
class ComparedResult:
    """One of the results: what it says of itself."""

    label: str = field(metadata=says("short name for columns"))
    path: str = field(metadata=says("the file it was read from, as given"))
    title: str = field(metadata=says("what the pack is called"))
    date: str | None = field(metadata=says("date given for the check; null if none was"))
    tool: ToolInfo = field(metadata=says("the program that made it"))
    rulesets: tuple[RulesetInfo, ...] = field(metadata=says("the rulesets in use"))
    profile: str = field(metadata=says("how much was asked: light, standard or full"))
    files: tuple[FileInfo, ...] = field(metadata=says("the files, by path"))
    reading: ReadingInfo = field(metadata=says("how much of the pack the result rests on"))
    score: ScoreInfo = field(metadata=says("its score as it was saved"))
    shared: Sum = field(metadata=says("what the criteria that every result was asked earn in it"))
    common: Sum = field(metadata=says("the same for the criteria that apply to every result"))


@dataclass(frozen=True, slots=True)
class Comparison:
    """The whole comparison."""

    format: str = field(metadata=says("always crp-commission/comparison"))
    format_version: int = field(metadata=says("1; fields may be added within it, never changed in meaning"))
    kind: Literal["before-and-after", "side-by-side"] = field(metadata=says("two results, or three and more"))
    differences: tuple[str, ...] = field(metadata=says("why the scores cannot be held against each other; mostly none"))
    remarks: tuple[str, ...] = field(metadata=says("what else to know before reading on"))
    results: tuple[ComparedResult, ...] = field(metadata=says("the results, as given"))
    counts: Mapping[Change, int] = field(metadata=says("how many criteria changed in each way"))
    principles: tuple[ComparedPrinciple, ...] = field(metadata=says("every principle"))
    grid: tuple[ChangedCell, ...] = field(metadata=says("the cells that are not the same"))
    criteria: tuple[ComparedCriterion, ...] = field(metadata=says("every criterion that all results were asked"))
    limits: tuple[str, ...] = field(metadata=says("what the results do not say, to be shown with them"))
