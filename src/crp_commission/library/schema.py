"""What a ruleset file may hold, as records that YAML is checked against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from ..rules import Severity

_CLOSED: dict[str, Any] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class StageEntry:
    """A stage of the commissioning cycle."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _CLOSED
    id: str
    title: str
    question: str = ""


@dataclass(frozen=True, slots=True)
class PrincipleEntry:
    """A principle and the UNCRC articles that carry it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _CLOSED
    id: str
    title: str
    question: str = ""
    articles: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ScaleEntry:
    """Every constant of the score."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _CLOSED
    credit: Mapping[str, float]
    weights: Mapping[Severity, float]
    red_below: float
    amber_below: float
    essential_share: float = 0.8
    unread_limit: float = 0.2


@dataclass(frozen=True, slots=True)
class PartEntry:
    """One thing a criterion asks: plain words, what finds it, and what works against it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _CLOSED
    asks: str
    find: list[Any] | dict[str, Any]
    essential: bool = False
    against: list[Any] | dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class AdviceEntry:
    """What a person is told."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _CLOSED
    good: str = ""
    minimum: str = ""
    reject: str = ""
    wording: str = ""
    indicator: str = ""
    why_it_matters: str = ""
    effort: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class ExamplesEntry:
    """Passages in Markdown that prove a criterion, by the status each must get."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _CLOSED
    met: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()
    gap: tuple[str, ...] = ()
    contradicted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """One criterion."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _CLOSED
    id: str
    title: str
    question: str
    stage: str
    principle: str
    severity: Severity
    parts: tuple[PartEntry, ...]
    articles: tuple[int, ...] = ()
    where: tuple[str, ...] = ()
    weight: float | None = None
    advice: AdviceEntry = field(default_factory=AdviceEntry)
    examples: ExamplesEntry = field(default_factory=ExamplesEntry)
    sources: tuple[str, ...] = ()
    duty_is_enough: bool = False
    experimental: bool = False


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What a ruleset changes in a criterion it extends; what is left out stays as it was."""

    __pydantic_config__: ClassVar[dict[str, Any]] = _CLOSED
    off: bool = False
    reason: str = ""
    title: str | None = None
    question: str | None = None
    severity: Severity | None = None
    weight: float | None = None
    where: tuple[str, ...] | None = None
    advice: AdviceEntry | None = None
    experimental: bool | None = None


@dataclass(frozen=True, slots=True)
class RulesetFile:
    """One YAML file of a ruleset. A ruleset in a folder may spread over several files; one of them gives its id.

    ``extends`` takes over another ruleset whole; ``uses`` takes over its stages, principles, scale and words only.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = _CLOSED
    id: str | None = None
    title: str | None = None
    version: str | None = None
    extends: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    stages: tuple[StageEntry, ...] = ()
    principles: tuple[PrincipleEntry, ...] = ()
    scale: ScaleEntry | None = None
    vocabulary: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rules: tuple[RuleEntry, ...] = ()
    adjust: Mapping[str, Adjustment] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
