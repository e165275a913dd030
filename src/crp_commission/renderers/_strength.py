"""How strongly the criteria of each principle are promised: not the best words alone, but all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..assessment import Status
from ..described import says
from ..plain_words import STATUS_WORDS, STRENGTH_WORDS
from ..report import CriterionInfo, PrincipleInfo, Report

STRENGTH_SIGNS = {"measured": "●", "committed": "◕", "intended": "◑", "mentioned": "◔", "none": "○", "contradicts": "✗"}
"""The sign of each strength, the strongest first; the fuller the circle, the stronger."""
_WEAKEST_FIRST = ("none", "mentioned", "intended", "committed", "measured")
_COUNTED = STRENGTH_WORDS | {"contradicts": STATUS_WORDS["contradicted"]}
_PROMISED = ("measured", "committed")
EXPLAINED = (
    "Each sign is a criterion that applies, by the strongest words found for what it cannot do without; where it needs "
    "several things, the weakest of them counts."
)


@dataclass(frozen=True, slots=True)
class StrengthRow:
    """A principle with its criteria by how strongly what they ask is promised."""

    principle: PrincipleInfo = field(metadata=says("the principle"))
    counts: Mapping[str, int] = field(
        metadata=says("how many of its criteria that apply are at each strength, the strongest first")
    )
    signs: str = field(metadata=says("a sign for each of them, the strongest first"))
    words: str = field(metadata=says("the same in words"))
    promised: int = field(metadata=says("how many of them are promised, with a check or without"))


def strength_rows(report: Report) -> tuple[StrengthRow, ...]:
    """A row for each principle, in the report's order."""
    return tuple(_row(principle, report) for principle in report.principles)


def strength_key() -> str:
    """What each sign says."""
    return " · ".join(f"{sign} {STRENGTH_WORDS[name]}" for name, sign in STRENGTH_SIGNS.items())


def strength_of(criterion: CriterionInfo) -> str:
    """How strongly what a criterion asks is promised: as its weakest essential part, unless text works against it."""
    if criterion.status is Status.CONTRADICTED:
        return "contradicts"
    found = [part.strength for part in criterion.parts if part.essential]
    return min((one for one in found if one in _WEAKEST_FIRST), key=_WEAKEST_FIRST.index, default="none")


def _row(principle: PrincipleInfo, report: Report) -> StrengthRow:
    found = [
        strength_of(criterion)
        for criterion in report.criteria
        if criterion.principle == principle.id and criterion.status is not Status.NOT_APPLICABLE
    ]
    counts = {name: found.count(name) for name in STRENGTH_SIGNS}
    return StrengthRow(
        principle,
        counts,
        "".join(sign * counts[name] for name, sign in STRENGTH_SIGNS.items()),
        "; ".join(f"{count} {_COUNTED[name]}" for name, count in counts.items() if count) or "not asked",
        sum(counts[name] for name in _PROMISED),
    )
