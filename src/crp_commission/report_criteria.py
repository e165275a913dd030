"""The verdict on one criterion as the saved result holds it, with its evidence, advice and fix."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal

from .assessment import Status
from .described import says
from .evidence import Strength
from .rules import Severity


def exact(text: str) -> dict[str, Any]:
    """What the published schema says about a number kept as a fraction, so that nothing is lost in rounding."""
    return {"description": text + ", as an exact fraction", "pattern": "^[0-9]+/[1-9][0-9]*$"}


class State(StrEnum):
    """What a council has made of a criterion that is not met: nothing yet, or accepted it as it is."""

    OPEN = "open"
    NEW = "new"
    ACCEPTED = "accepted"
    WAIVED = "waived"


def percent(text: str) -> dict[str, Any]:
    """The same for a percentage."""
    return {"description": text + ", in percent with one decimal; null where nothing was asked", "ge": 0, "le": 100}


@dataclass(frozen=True, slots=True)
class Earned:
    """Points earned at the two ends of the range."""

    low: str = field(metadata=exact("points if open questions are answered no"))
    high: str = field(metadata=exact("points if open questions are answered yes"))


@dataclass(frozen=True, slots=True)
class EvidenceInfo:
    """A passage that speaks to a criterion."""

    id: str = field(metadata=says("fingerprint of criterion and words; the same wherever the words stand"))
    quote: str = field(metadata=says("verbatim text of one paragraph, list item or cell"))
    strength: Strength = field(metadata=says("how much it promises"))
    because: str = field(metadata=says("why it counts for that much"))
    file: str = field(metadata=says("path of the file"))
    section: str = field(metadata=says("nearest heading above"))
    page: int | None = field(metadata=says("page, from 1"))
    paragraph: int | None = field(metadata=says("running number of the paragraph in its file, from 1"))
    line: int | None = field(metadata=says("line of a text file, from 1"))
    table: int | None = field(metadata=says("number of the table in its file, from 1"))
    row: int | None = field(metadata=says("row of the table, from 1"))
    column: int | None = field(metadata=says("column of the table, from 1"))
    lead: str = field(metadata=says("words that lead into the list it is an item of"))
    header: str = field(metadata=says("headers of its table cell"))
    details: tuple[str, ...] = field(metadata=says("words that can be checked, such as how often"))
    parts: tuple[str, ...] = field(metadata=says("the parts of the criterion it speaks to"))
    place: str = field(metadata=says("the place as a person reads it"))
    new: bool = field(
        default=False, metadata=says("whether a baseline that holds other passages of its criterion does not hold it")
    )


@dataclass(frozen=True, slots=True)
class PartInfo:
    """One thing a criterion asks and how well it was found."""

    asks: str = field(metadata=says("what is asked, in plain words"))
    essential: bool = field(metadata=says("whether the criterion cannot be met without it"))
    strength: Strength | Literal["none"] = field(metadata=says("strongest evidence found for it"))
    contradicted: bool = field(metadata=says("whether some text works against it"))
    evidence: tuple[str, ...] = field(metadata=says("fingerprints of the passages that speak to it"))


@dataclass(frozen=True, slots=True)
class AdviceInfo:
    """What to ask for and the words to paste."""

    good: str = field(metadata=says("what good looks like"))
    minimum: str = field(metadata=says("the least to ask for"))
    reject: str = field(metadata=says("what to send back"))
    wording: str = field(metadata=says("a clause to paste; fill what stands in square brackets"))
    indicator: str = field(metadata=says("how it would be measured"))
    why_it_matters: str = field(metadata=says("what it means for a child"))
    effort: str = field(metadata=says("how much work it is"))
    who_decides: str = field(metadata=says("who in a council decides on it, and whom they ask"))
    place: str = field(metadata=says("where such a clause usually stands"))


@dataclass(frozen=True, slots=True)
class StatedInfo:
    """What a person stated about a criterion, apart from what was found in the document."""

    status: Status = field(metadata=says("the verdict that the person gave"))
    by: str = field(metadata=says("who stated it"))
    date: str = field(metadata=says("when, as YYYY-MM-DD"))
    why: str = field(metadata=says("the reason"))
    evidence: str = field(metadata=says("what it rests on, in the person's words; may be empty"))
    until: str | None = field(metadata=says("the last day it holds, as YYYY-MM-DD; null if no end was set"))
    counts: bool = field(metadata=says("whether it counts in the score with answers; false where it has lapsed"))
    decides: bool = field(metadata=says("whether the gate goes by it: it settles an open question, or is the worse"))
    lapsed: str = field(metadata=says("why it does not count; empty where it does"))
    earned: Earned | None = field(
        default=None, metadata=says("points earned as stated; null where the answer does not count")
    )
    possible: str = field(default="0/1", metadata=exact("points that could be earned as stated"))
    caution: str = field(default="", metadata=says("what to know of an answer that counts; empty as a rule"))


@dataclass(frozen=True, slots=True)
class CriterionInfo:
    """The verdict on one criterion with everything that led to it."""

    id: str = field(metadata=says("id of the criterion"))
    ruleset: str = field(metadata=says("the ruleset it comes from"))
    stage: str = field(metadata=says("id of the stage"))
    principle: str = field(metadata=says("id of the principle"))
    articles: tuple[int, ...] = field(metadata=says("articles of the UNCRC"))
    severity: Severity = field(metadata=says("how much it matters"))
    title: str = field(metadata=says("what is asked, in a few words"))
    question: str = field(metadata=says("what is asked, as a question"))
    status: Status = field(metadata=says("the verdict"))
    why: str = field(metadata=says("what decided the verdict"))
    missing: tuple[str, ...] = field(metadata=says("what was not found, in plain words"))
    waiver: str | None = field(metadata=says("the reason this was accepted as it is; null if it was not"))
    answer: str | None = field(metadata=says("what a person answered when asked, as a sentence; null if nobody was"))
    experimental: bool = field(metadata=says("whether it is on trial and so cannot fail a gate"))
    weight: str = field(metadata=exact("points it weighs"))
    earned: Earned = field(metadata=says("points earned"))
    possible: str = field(metadata=exact("points that could be earned; 0/1 where it does not apply"))
    where: tuple[str, ...] = field(metadata=says("kinds of paper in which the evidence is expected"))
    parts: tuple[PartInfo, ...] = field(metadata=says("the things it asks, one by one"))
    evidence: tuple[EvidenceInfo, ...] = field(metadata=says("passages found, the most telling first"))
    advice: AdviceInfo = field(metadata=says("what to ask for"))
    sources: tuple[str, ...] = field(metadata=says("what it rests on"))
    stated: StatedInfo | None = field(
        default=None, metadata=says("what a person stated about it, beside the verdict found; null if nobody did")
    )
    state: State | None = field(
        default=None,
        metadata=says(
            "for what is not met: waived, or against a baseline new or accepted, else open; null for what is met or "
            "does not apply"
        ),
    )
    no_waiver: str = field(default="", metadata=says("why nobody may waive it; empty where that may be"))


@dataclass(frozen=True, slots=True)
class FixInfo:
    """One of the fixes that matter most."""

    criterion: str = field(metadata=says("id of the criterion"))
    title: str = field(metadata=says("what is asked, in a few words"))
    status: Status = field(metadata=says("the verdict that makes it a fix"))
    severity: Severity = field(metadata=says("how much it matters"))
    principle: str = field(metadata=says("id of the principle"))
    problem: str = field(metadata=says("what is missing, or what works against it and where, in one sentence"))
    wording: str = field(metadata=says("a clause to paste; fill what stands in square brackets"))
    where: str = field(metadata=says("where to put it"))
    file: str = field(metadata=says("the file to put it in; empty where none fits"))
    why_it_matters: str = field(metadata=says("what it means for a child"))
    indicator: str = field(metadata=says("how it would be measured"))
    gain: str = field(metadata=exact("points that putting it right would add"))
