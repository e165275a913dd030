"""Which passages of two results are the same words, wherever they stand and however the lines break."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from .evidence import Strength
from .fingerprints import normal, same_words
from .report import Report
from .report_criteria import EvidenceInfo

_ALIKE = 0.5
"""The share of words that two passages have in common from which one is taken for the other's new wording."""
_MOST_WORDS = 400
_TELLING = 30
"""So many letters of a passage within a longer one are no chance."""
_MOST_PAIRED = 60

_Words = tuple[str, str, bool]


class Pair(NamedTuple):
    """A passage before and after; None where there is none."""

    before: EvidenceInfo | None
    after: EvidenceInfo | None


def paired(before: Sequence[EvidenceInfo], after: Sequence[EvidenceInfo]) -> tuple[list[Pair], list[Pair]]:
    """The passages that are the same words, and apart from them those that were reworded, went or came.

    The words that lead into a list belong to each of its items. Words count as the same whatever the number before
    them, the numbers of clauses they refer to, line breaks, hyphens, case and quotation marks. A lead-in that is there
    on one side alone is passed over. Saying something a second time is no other passage.
    """
    old, new = _by_words(before), _by_words(after)
    kept = [Pair(old.pop(words), new.pop(words)) for words in list(old) if words in new]
    kept += _without_leads(old, new)
    left, came = list(old.values()), list(new.values())
    reworded = _reworded(left, came)
    gone = [Pair(one, None) for one in left if all(one is not pair.before for pair in reworded)]
    fresh = [Pair(None, one) for one in came if all(one is not pair.after for pair in reworded)]
    return kept, [*reworded, *gone, *fresh]


def _without_leads(old: dict[_Words, EvidenceInfo], new: dict[_Words, EvidenceInfo]) -> list[Pair]:
    """Passages that are the same where one of the two has no lead-in: readers do not see every lead-in.

    They are taken out of ``old`` and ``new``.
    """
    pairs = []
    for words in list(old):
        alike = [other for other in new if other[1:] == words[1:] and not (words[0] and other[0])]
        if alike:
            pairs.append(Pair(old.pop(words), new.pop(alike[0])))
    return pairs


class Quoted:
    """What is known to stand in the papers of a result: what it quotes anywhere, and all that stands in its files."""

    def __init__(self, report: Report) -> None:
        self._own = {file.path: file.sha256 for file in report.files}
        self._files = frozenset(self._own.values())
        quotes = [one.quote for criterion in report.criteria for one in criterion.evidence]
        quotes += [one.quote for one in report.law]
        self._quotes = frozenset(map(same_words, quotes))

    def has(self, passage: EvidenceInfo, of: Quoted) -> bool:
        """Whether a passage ``of`` another result stands here: its file is here unchanged, or its words are quoted."""
        if of._own.get(passage.file) in self._files:
            return True
        words = same_words(passage.quote)
        return any(words == other or (len(words) >= _TELLING and words in other) for other in self._quotes)


def is_moved(pair: Pair) -> bool:
    """Whether the same words stand elsewhere now."""
    return pair.before is not None and pair.after is not None and _place(pair.before) != _place(pair.after)


def _place(passage: EvidenceInfo) -> tuple[object, ...]:
    return (passage.file, passage.place)


def _by_words(passages: Sequence[EvidenceInfo]) -> dict[_Words, EvidenceInfo]:
    """Each passage once, with the words that lead into it; words that work both for and against stand twice."""
    found: dict[_Words, EvidenceInfo] = {}
    for passage in passages:
        words = (same_words(passage.lead), same_words(passage.quote), passage.strength is Strength.CONTRADICTS)
        found.setdefault(words, passage)
    return found


def _reworded(left: Sequence[EvidenceInfo], came: Sequence[EvidenceInfo]) -> list[Pair]:
    """Pairs of alike passages, the most alike first; each passage is in one pair at most."""
    bags = [[_bag(passage) for passage in passages[:_MOST_PAIRED]] for passages in (left, came)]
    alike = [
        (-_likeness(one, other), row, column) for row, one in enumerate(bags[0]) for column, other in enumerate(bags[1])
    ]
    rows: set[int] = set()
    columns: set[int] = set()
    pairs = []
    for likeness, row, column in sorted(alike):
        if -likeness >= _ALIKE and row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            pairs.append(Pair(left[row], came[column]))
    return pairs


def _bag(passage: EvidenceInfo) -> Counter[str]:
    return Counter(re.findall(r"\w+", normal(passage.quote))[:_MOST_WORDS])


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Twice the words in common by the words in both, from 0 to 1."""
    size = one.total() + other.total()
    return 2 * (one & other).total() / size if size else 0.0
