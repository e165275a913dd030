"""Which passages get a comment, and about what: those that help most, each passage once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ..assessment import Status
from ..evidence import Strength
from ..report import CriterionInfo, EvidenceInfo, Report

MOST_PASSAGES = 3
"""How many passages of one criterion get a comment: the most telling ones."""

_ORDER = (Status.CONTRADICTED, Status.NEEDS_REVIEW, Status.PARTIAL, Status.MET)


class Words(NamedTuple):
    """The exact words that a comment is about: the number of their Block in the file, from 1, and the quote."""

    paragraph: int
    quote: str


class Remark(NamedTuple):
    """What one criterion has to say of a passage."""

    criterion: CriterionInfo
    passage: EvidenceInfo

    @property
    def words(self) -> Words:
        """What it is about."""
        return Words(self.passage.paragraph or 0, self.passage.quote)


def remarks(report: Report, *, met: bool) -> tuple[Remark, ...]:
    """What to say of passages: first what works against a criterion, then what is open, then what is partly met.

    Each criterion's own come most telling first. ``met`` adds what is met, and what was accepted as it is.
    """
    wanted = _ORDER if met else _ORDER[:-1]
    ordered = sorted(
        (
            criterion
            for criterion in report.criteria
            if criterion.status in wanted and (met or criterion.waiver is None)
        ),
        key=lambda criterion: (wanted.index(criterion.status), criterion.severity.rank),
    )
    return tuple(Remark(criterion, passage) for criterion in ordered for passage in _telling(criterion)[:MOST_PASSAGES])


def gaps(report: Report) -> tuple[CriterionInfo, ...]:
    """What no passage speaks to and nobody has accepted, in the order of the report."""
    return tuple(c for c in report.criteria if c.status is Status.GAP and c.waiver is None)


def by_words(said: Sequence[Remark]) -> dict[Words, list[Remark]]:
    """The remarks on each passage, passages in the order of the document."""
    found: dict[Words, list[Remark]] = {}
    for remark in said:
        found.setdefault(remark.words, []).append(remark)
    return dict(sorted(found.items()))


def most_telling(criterion: CriterionInfo) -> EvidenceInfo | None:
    """The passage that best shows why the verdict is what it is."""
    return next(iter(_telling(criterion)), None)


def _telling(criterion: CriterionInfo) -> list[EvidenceInfo]:
    """What works against a contradicted criterion, else what speaks to one; what is essential comes first.

    A mere mention tells little: it counts where there is nothing else, and then one is enough.
    """
    essential = {part.asks for part in criterion.parts if part.essential}
    against = [passage for passage in criterion.evidence if passage.strength is Strength.CONTRADICTS]
    found = against if criterion.status is Status.CONTRADICTED and against else list(criterion.evidence)
    found.sort(key=lambda passage: essential.isdisjoint(passage.parts))
    return [passage for passage in found if passage.strength is not Strength.MENTIONED] or found[:1]
