"""What a ruleset asks: the schema of a ruleset file, as frozen records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from typing import Any

ROLES = (
    "needs-assessment",
    "commissioning-strategy",
    "business-case",
    "impact-assessment",
    "service-specification",
    "itt-questions",
    "contract-terms",
    "kpi-schedule",
    "monitoring-report",
    "contract-review",
    "exit-plan",
    "public-information",
    "strategy-plan",
    "poverty-plan",
    "governance-report",
)
"""The kinds of paper in which a criterion may be expected."""


class Severity(StrEnum):
    """How much it matters when a criterion is not met."""

    CRITICAL = "critical"
    MAJOR = "major"
    MINOR = "minor"

    @property
    def rank(self) -> int:
        """0 for critical, 1 for major, 2 for minor: the order in which people look."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the commissioning cycle."""

    id: str
    title: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class Principle:
    """A principle of a child rights-based approach, with the UNCRC articles that carry it."""

    id: str
    title: str
    question: str = ""
    articles: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One thing a criterion asks, in plain words, and how it is found.

    ``find`` and ``against`` are operator trees as they stand in the YAML (plain data); ``against``
    finds text that defeats the part.
    """

    asks: str
    find: Any
    essential: bool = False
    against: Any = None

    @property
    def is_wordless(self) -> bool:
        """Whether it has no words of its own and rests on what the learned weights recognise."""
        return bool(self.find == {"recognised": {}})


@dataclass(frozen=True, slots=True)
class Advice:
    """What a person is told: what good looks like, the least to ask, what to reject, words to paste."""

    good: str = ""
    minimum: str = ""
    reject: str = ""
    wording: str = ""
    indicator: str = ""
    why_it_matters: str = ""
    effort: str = ""
    who_decides: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Examples:
    """Passages, written as Markdown, that prove a criterion: each must get the status it is listed under."""

    met: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()
    gap: tuple[str, ...] = ()
    contradicted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A criterion: one thing a ruleset asks of a document.

    ``where`` lists the roles of files in which one expects the evidence. ``weight`` is points; where it is
    None the scale's weight for the severity holds. ``duty_is_enough`` marks a criterion that needs no check
    beside the duty, such as a prohibition. An ``experimental`` criterion can never fail a gate. ``no_waiver`` says why
    nobody may accept that it is not met; it is empty where that may be. ``own_words`` are the phrases that a council
    added to lists the criterion looks for: it vouches for what they find. ``origin`` is the file and line the criterion
    was written at.
    """

    id: str
    title: str
    question: str
    stage: str
    principle: str
    severity: Severity
    parts: tuple[Part, ...]
    articles: tuple[int, ...] = ()
    where: tuple[str, ...] = ()
    weight: Fraction | None = None
    advice: Advice = field(default_factory=Advice)
    examples: Examples = field(default_factory=Examples)
    sources: tuple[str, ...] = ()
    duty_is_enough: bool = False
    experimental: bool = False
    no_waiver: str = ""
    own_words: tuple[str, ...] = ()
    ruleset: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Scale:
    """Every constant of the score: credit by strength, weight by severity, cut-offs of the bands in percent.

    ``essential_share`` of a criterion's points rest on its essential parts where it has others too. Where more than
    ``unread_limit`` of the text that should hold a criterion could not be read, it needs review.
    """

    credit: Mapping[str, Fraction]
    weights: Mapping[str, Fraction]
    red_below: Fraction
    amber_below: Fraction
    essential_share: Fraction = Fraction(4, 5)
    unread_limit: Fraction = Fraction(1, 5)


@dataclass(frozen=True, slots=True)
class Ruleset:
    """Criteria that belong together, with the words they share and the scale they are scored on.

    ``off`` maps the ids of criteria that it takes over and switches off to the reason.
    ``table`` may hold the compiled phrases of all its criteria (``TermTable.plain``), so that they need not be
    compiled again; None means that they are compiled when first used.
    """

    id: str
    title: str
    version: str
    stages: tuple[Stage, ...]
    principles: tuple[Principle, ...]
    vocabulary: Mapping[str, tuple[str, ...]]
    scale: Scale
    rules: tuple[Rule, ...]
    sha256: str = ""
    sources: tuple[str, ...] = ()
    off: Mapping[str, str] = field(default_factory=dict)
    table: Any = field(default=None, compare=False, repr=False)
