"""One criterion in several results: whether it got better or worse, and by which passages."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from .assessment import Status
from .comparison import Change, ChangedPassage, ComparedCriterion, Passage, PassageChange, Standing
from .fingerprints import same_words
from .report_criteria import CriterionInfo, EvidenceInfo
from .same_passages import Pair, Quoted, is_moved, paired

_RANKS = {Status.CONTRADICTED: 0, Status.GAP: 1, Status.NEEDS_REVIEW: 1, Status.PARTIAL: 2, Status.MET: 3}
"""What is not settled counts as not there, as it does at the low end of the score."""


def compared(row: Sequence[CriterionInfo], quoted: Sequence[Quoted]) -> ComparedCriterion:
    """The criterion as it stands in each result; ``row`` has it once for each, in the order of ``quoted``."""
    heights = [_height(one) for one in row]
    is_pair = len(row) == 2
    kept, others = paired(row[0].evidence, row[1].evidence) if is_pair else ([], [])
    found = [_changed(pair, quoted) for pair in (*kept, *others)]
    changed = [passage for passage in found if passage is not None]
    first = row[0]
    return ComparedCriterion(
        id=first.id,
        ruleset=first.ruleset,
        stage=first.stage,
        principle=first.principle,
        severity=first.severity,
        experimental=any(one.experimental for one in row),
        title=first.title,
        change=_change(row[0], row[1], bool(changed)) if is_pair else _difference(row),
        standings=tuple(_standing(one, not is_pair and _is_marked(one, heights)) for one in row),
        passages=tuple(sorted(changed, key=lambda one: list(PassageChange).index(one.change))),
        kept=len(kept),
        moved=sum(map(is_moved, kept)),
    )


def is_worse(criterion: ComparedCriterion) -> bool:
    """Whether a criterion got worse and is neither on trial nor accepted as it is."""
    return criterion.change is Change.WORSE and not criterion.experimental and criterion.standings[-1].waiver is None


def _height(criterion: CriterionInfo) -> tuple[int, Fraction] | None:
    """How high a criterion stands: by verdict, then by points; None where it does not apply."""
    if criterion.status is Status.NOT_APPLICABLE:
        return None
    return _RANKS[criterion.status], Fraction(criterion.earned.low)


def _change(before: CriterionInfo, after: CriterionInfo, has_other_words: bool) -> Change:
    old, new = _height(before), _height(after)
    if old is None or new is None:
        return Change.SAME if old == new else Change.NEW if old is None else Change.GONE
    if old != new:
        return Change.BETTER if new > old else Change.WORSE
    if before.status is not after.status:
        return Change.UNSETTLED
    return Change.REWORDED if has_other_words else Change.SAME


def _difference(row: Sequence[CriterionInfo]) -> Change:
    return Change.SAME if len({(one.status, _height(one)) for one in row}) == 1 else Change.DIFFERS


def _is_marked(one: CriterionInfo, heights: Sequence[tuple[int, Fraction] | None]) -> bool:
    """Whether a result stands highest; nobody does where all stand alike, nor where nothing is there at all."""
    settled = [height for height in heights if height is not None]
    own = _height(one)
    return own is not None and own == max(settled) and own > min(settled) and own[0] > _RANKS[Status.GAP]


def _standing(one: CriterionInfo, marked: bool) -> Standing:
    best = next(iter(one.evidence), None)
    return Standing(
        status=one.status,
        why=one.why,
        earned=one.earned.low,
        possible=one.possible,
        waiver=one.waiver,
        best=_passage(best) if best else None,
        marked=marked,
    )


def _passage(one: EvidenceInfo) -> Passage:
    return Passage(one.quote, one.strength, one.because, one.lead, one.file, one.place)


def _one_sided(pair: Pair, old: Quoted, new: Quoted) -> PassageChange:
    """What became of a passage that only one of the two results has for the criterion."""
    if pair.before is not None:
        return PassageChange.UNCOUNTED if new.has(pair.before, old) else PassageChange.GONE
    assert pair.after is not None
    return PassageChange.COUNTED if old.has(pair.after, new) else PassageChange.NEW


def _changed(pair: Pair, quoted: Sequence[Quoted]) -> ChangedPassage | None:
    """What became of a passage; None for the same words that count for as much."""
    before, after = (None if one is None else _passage(one) for one in pair)
    if before is None or after is None:
        return ChangedPassage(_one_sided(pair, *quoted), before, after)
    is_same = not (before.lead and after.lead) or same_words(before.lead) == same_words(after.lead)
    if before.strength is after.strength and is_same and same_words(before.quote) == same_words(after.quote):
        return None
    if before.strength is after.strength or same_words(before.quote) != same_words(after.quote):
        return ChangedPassage(PassageChange.REWORDED, before, after)
    is_less = after.strength.rung < before.strength.rung
    return ChangedPassage(PassageChange.WEAKER if is_less else PassageChange.STRONGER, before, after)
