"""What a ruleset file may hold, as records that YAML is checked against and editors are told of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from ..described import CLOSED, says
from ..rules import Severity
from ..validation.published import published


@dataclass(frozen=True, slots=True)
class StageEntry:
    """A stage of the commissioning cycle."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    id: str = field(metadata=says("Its id, as criteria name it."))
    title: str = field(metadata=says("What a person calls it."))
    question: str = field(default="", metadata=says("What it asks, in a sentence."))


@dataclass(frozen=True, slots=True)
class PrincipleEntry:
    """A principle and the UNCRC articles that carry it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    id: str = field(metadata=says("Its id, as criteria name it."))
    title: str = field(metadata=says("What a person calls it."))
    question: str = field(default="", metadata=says("What it asks, in a sentence."))
    articles: tuple[int, ...] = field(
        default=(), metadata=says("Articles of the UN Convention on the Rights of the Child that carry it.")
    )


@dataclass(frozen=True, slots=True)
class ScaleEntry:
    """Every constant of the score."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    credit: Mapping[str, float] = field(metadata=says("Share of the points, 0 to 1, for each strength of a passage."))
    weights: Mapping[Severity, float] = field(metadata=says("Points of a criterion by its severity."))
    red_below: float = field(
        metadata=says("The band is red where the low end of the score, in percent, is under this.")
    )
    amber_below: float = field(
        metadata=says("The band is amber where the low end of the score, in percent, is under this.")
    )
    essential_share: float = field(
        default=0.8, metadata=says("Share of a criterion that rests on its essential parts, 0 to 1.")
    )
    unread_limit: float = field(
        default=0.2, metadata=says("Share of unread text above which a criterion needs review, 0 to 1.")
    )


@dataclass(frozen=True, slots=True)
class PartEntry:
    """One thing a criterion asks: plain words, what finds it, and what works against it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    asks: str = field(metadata=says("What is asked, in words that the report shows."))
    find: list[Any] | dict[str, Any] = field(
        metadata=says("Operators with what they look for: promises, forbids, reports, says, counts.")
    )
    essential: bool = field(default=False, metadata=says("Whether the criterion cannot be met without it."))
    against: list[Any] | dict[str, Any] | None = field(
        default=None, metadata=says("Operators that find what defeats it.")
    )


@dataclass(frozen=True, slots=True)
class AdviceEntry:
    """What a person is told."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    good: str = field(default="", metadata=says("What good looks like."))
    minimum: str = field(default="", metadata=says("The least to ask for."))
    reject: str = field(default="", metadata=says("What not to accept."))
    wording: str = field(default="", metadata=says("Words to paste; square brackets are filled in."))
    indicator: str = field(default="", metadata=says("How it would be measured."))
    why_it_matters: str = field(default="", metadata=says("Why it matters to a child."))
    effort: str = field(default="", metadata=says("How much work it is."))
    who_decides: str = field(default="", metadata=says("Who in a council decides on it, and whom they ask."))
    place: str = field(default="", metadata=says("Where in a paper it belongs."))


@dataclass(frozen=True, slots=True)
class ExamplesEntry:
    """Passages in Markdown that prove a criterion, by the status each must get."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    met: tuple[str, ...] = field(default=(), metadata=says("Passages that meet it."))
    partial: tuple[str, ...] = field(default=(), metadata=says("Passages that partly meet it."))
    gap: tuple[str, ...] = field(default=(), metadata=says("Passages that only look as if they spoke of it."))
    contradicted: tuple[str, ...] = field(default=(), metadata=says("Passages that work against it."))


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """One criterion."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    id: str = field(metadata=says("Its id, such as OUR-1; no other criterion in use may have it."))
    title: str = field(metadata=says("What a person calls it."))
    question: str = field(metadata=says("What it asks, as a question."))
    stage: str = field(metadata=says("Id of the stage: analyse, plan, do or review."))
    principle: str = field(metadata=says("Id of the principle, such as participation."))
    severity: Severity = field(metadata=says("How much it matters when it is not met."))
    parts: tuple[PartEntry, ...] = field(metadata=says("What it asks, part by part; at least one is essential."))
    articles: tuple[int, ...] = field(
        default=(), metadata=says("Articles of the UN Convention on the Rights of the Child.")
    )
    where: tuple[str, ...] = field(
        default=(), metadata=says("Kinds of paper in which one expects it; any where none is named.")
    )
    weight: float | None = field(
        default=None, metadata=says("Points it is worth; the severity's own where it is left out.")
    )
    advice: AdviceEntry = field(default_factory=AdviceEntry, metadata=says("What the report tells people."))
    examples: ExamplesEntry = field(
        default_factory=ExamplesEntry, metadata=says("Passages that prove it; `rules test` reads them.")
    )
    sources: tuple[str, ...] = field(default=(), metadata=says("Where it comes from: law, guidance, articles."))
    duty_is_enough: bool = field(default=False, metadata=says("Whether a duty alone meets it, such as a prohibition."))
    experimental: bool = field(
        default=False, metadata=says("Whether it is on trial: shown and scored, but never failing a gate.")
    )
    no_waiver: str = field(default="", metadata=says("Why nobody may accept, by a waiver, that it is not met."))


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What a ruleset changes in a criterion it extends; what is left out stays as it was."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    off: bool = field(default=False, metadata=says("Whether the criterion is not asked."))
    reason: str = field(default="", metadata=says("Why it is not asked; reports show it."))
    title: str | None = field(default=None, metadata=says("What a person calls it."))
    question: str | None = field(default=None, metadata=says("What it asks, as a question."))
    severity: Severity | None = field(default=None, metadata=says("How much it matters when it is not met."))
    weight: float | None = field(default=None, metadata=says("Points it is worth."))
    where: tuple[str, ...] | None = field(
        default=None, metadata=says("Kinds of paper in which one expects it; an empty list for any.")
    )
    advice: AdviceEntry | None = field(
        default=None, metadata=says("Advice to put in place of the shipped one, text by text.")
    )
    experimental: bool | None = field(
        default=None, metadata=says("Whether it is on trial: shown and scored, but never failing a gate.")
    )
    no_waiver: str | None = field(
        default=None,
        metadata=says("Why nobody may accept, by a waiver, that it is not met.") | {"min_length": 1},
    )


@dataclass(frozen=True, slots=True)
class RulesetFile:
    """One YAML file of a ruleset. A ruleset in a folder may spread over several files; one of them gives its id.

    ``extends`` takes over another ruleset whole; ``uses`` takes over its stages, principles, scale and words only.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    id: str | None = field(default=None, metadata=says("Name by which reports call it."))
    title: str | None = field(default=None, metadata=says("What a person calls it."))
    version: str | None = field(default=None, metadata=says("Its version, in quotes; reports show it."))
    extends: tuple[str, ...] = field(
        default=(), metadata=says("Rulesets taken over whole: names of shipped ones, or files beside this one.")
    )
    uses: tuple[str, ...] = field(default=(), metadata=says("Rulesets of which all but the criteria is taken over."))
    stages: tuple[StageEntry, ...] = field(default=(), metadata=says("Stages of commissioning."))
    principles: tuple[PrincipleEntry, ...] = field(
        default=(), metadata=says("Principles of a child rights-based approach.")
    )
    scale: ScaleEntry | None = field(default=None, metadata=says("The constants of the score."))
    vocabulary: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict,
        metadata=says("Lists of words; one of a known name is added to. Phrases name a list as $name."),
    )
    rules: tuple[RuleEntry, ...] = field(default=(), metadata=says("Criteria of its own."))
    adjust: Mapping[str, Adjustment] = field(
        default_factory=dict, metadata=says("Changes to criteria taken over, by their id.")
    )
    sources: tuple[str, ...] = field(default=(), metadata=says("Where it comes from: law, guidance."))


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a ruleset file, in the draft that editors of YAML understand."""
    return published(RulesetFile, "A ruleset of crp-commission")
