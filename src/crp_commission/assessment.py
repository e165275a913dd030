"""What was found: a finding for each criterion, and the sums that follow from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from .document import Document
from .evidence import Evidence
from .lawbook import LawFinding, Suggestion
from .rules import Part, Rule, Ruleset


class Status(StrEnum):
    """The verdict on one criterion."""

    MET = "met"
    PARTIAL = "partial"
    GAP = "gap"
    CONTRADICTED = "contradicted"
    NEEDS_REVIEW = "needs-review"
    NOT_APPLICABLE = "not-applicable"


@dataclass(frozen=True, slots=True)
class PartFinding:
    """A part of a criterion with its evidence, the strongest first."""

    part: Part
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """Points: ``low`` and ``high`` earned out of ``possible``, and how many criteria have each status."""

    low: Fraction = Fraction(0)
    high: Fraction = Fraction(0)
    possible: Fraction = Fraction(0)
    counts: Mapping[Status, int] = field(default_factory=dict)

    def __add__(self, other: Tally) -> Tally:
        counts = Counter(self.counts)
        counts.update(other.counts)
        return Tally(self.low + other.low, self.high + other.high, self.possible + other.possible, dict(counts))


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of tallies; an empty sum has nothing possible."""
    result = Tally()
    for tally in tallies:
        result = result + tally
    return result


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict on one criterion, why, and what is missing (the plain words of its parts)."""

    rule: Rule
    status: Status
    why: str
    parts: tuple[PartFinding, ...]
    tally: Tally
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """All findings of a pack against rulesets; every total is worked out from them when asked.

    ``spoken`` holds for each principle the passages that speak to it, whether or not a criterion asks for what they
    say; they earn no points. ``heard`` holds the numbers of the sentences that can be about a principle; where it
    holds none for a principle, all can. ``law`` holds what is not right about the law the pack cites, ``suggestions``
    the overlays it calls for; neither changes a finding.
    """

    document: Document
    rulesets: tuple[Ruleset, ...]
    findings: tuple[Finding, ...]
    spoken: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    heard: Mapping[str, frozenset[int]] = field(default_factory=dict)
    law: tuple[LawFinding, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def overall(self) -> Tally:
        """The sum over every criterion."""
        return total(finding.tally for finding in self.findings)

    def of(self, stage: str | None = None, principle: str | None = None) -> Tally:
        """The sum over a stage, a principle, or a cell of the grid where both are given."""
        return total(
            finding.tally
            for finding in self.findings
            if stage in (None, finding.rule.stage) and principle in (None, finding.rule.principle)
        )
