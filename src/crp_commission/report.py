"""The saved result: an assessment as plain, versioned data that every report format draws from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

FORMAT = "crp-commission/report"
FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True)
class ToolInfo:
    """The program that made the result."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class RulesetInfo:
    """A ruleset in use, with the hash of every file it was resolved from."""

    id: str
    title: str
    version: str
    sha256: str
    criteria: int


@dataclass(frozen=True, slots=True)
class FileInfo:
    """A file that was read. ``pages`` is null where the format does not say."""

    path: str
    sha256: str
    kind: str
    pages: int | None
    words: int
    role: str


@dataclass(frozen=True, slots=True)
class NoteInfo:
    """What a reader met and a person should know; ``unread`` is the share of the file's text that was lost."""

    file: str
    place: str
    text: str
    unread: float


@dataclass(frozen=True, slots=True)
class ScoreInfo:
    """The score as a range in percent and as exact fractions of points; null percent where nothing was asked."""

    low: float | None
    high: float | None
    earned: str
    earned_high: str
    possible: str
    band: str
    why: str
    criteria: int


@dataclass(frozen=True, slots=True)
class GateInfo:
    """Whether a gate was set, whether it passed, and every reason it did not."""

    set: bool
    passed: bool
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Earned:
    """Points earned at the low and the high end, as exact fractions."""

    low: str
    high: str


@dataclass(frozen=True, slots=True)
class GridCell:
    """One stage x principle cell; percentages are null where no applicable criterion asked anything."""

    stage: str
    principle: str
    low: float | None
    high: float | None
    counts: Mapping[str, int]
    weight: str
    earned: Earned
    possible: str


@dataclass(frozen=True, slots=True)
class PrincipleInfo:
    """A principle over all stages, with the strongest evidence found for it anywhere."""

    id: str
    title: str
    low: float | None
    high: float | None
    strength: str
    quote: str


@dataclass(frozen=True, slots=True)
class StageInfo:
    """A stage over all principles."""

    id: str
    title: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class EvidenceInfo:
    """A passage: verbatim quote, strength, place and reason; ``id`` is a fingerprint that survives renumbering."""

    id: str
    quote: str
    strength: str
    because: str
    file: str
    section: str
    page: int | None
    paragraph: int | None
    line: int | None
    row: int | None
    column: int | None
    lead: str
    header: str
    part: str
    place: str


@dataclass(frozen=True, slots=True)
class AdviceInfo:
    """What to ask for and the words to paste."""

    good: str
    minimum: str
    reject: str
    wording: str
    indicator: str
    why_it_matters: str
    effort: str


@dataclass(frozen=True, slots=True)
class CriterionInfo:
    """The verdict on one criterion with everything that led to it."""

    id: str
    ruleset: str
    stage: str
    principle: str
    articles: tuple[int, ...]
    severity: str
    title: str
    question: str
    status: str
    why: str
    missing: tuple[str, ...]
    waiver: str | None
    answer: str | None
    experimental: bool
    weight: str
    earned: Earned
    possible: str
    evidence: tuple[EvidenceInfo, ...]
    advice: AdviceInfo


@dataclass(frozen=True, slots=True)
class FixInfo:
    """One of the fixes that matter most: what is wrong, what to write, where to put it, what it is worth in points."""

    criterion: str
    title: str
    status: str
    severity: str
    problem: str
    wording: str
    where: str
    gain: str


@dataclass(frozen=True, slots=True)
class Report:
    """The whole saved result (see the published JSON Schema)."""

    format: str
    format_version: int
    tool: ToolInfo
    rulesets: tuple[RulesetInfo, ...]
    profile: str
    date: str | None
    files: tuple[FileInfo, ...]
    notes: tuple[NoteInfo, ...]
    score: ScoreInfo
    gate: GateInfo
    weakest: str | None
    stages: tuple[StageInfo, ...]
    principles: tuple[PrincipleInfo, ...]
    grid: tuple[GridCell, ...]
    fixes: tuple[FixInfo, ...]
    criteria: tuple[CriterionInfo, ...]
