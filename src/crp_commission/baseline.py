"""A baseline: the findings of a day on which the tool was taken up, so that only new ones fail.

A finding is named by its criterion, its file and its words, whatever numbers stand before them and however the lines
break; what is missing has no words and is named by its criterion and the pack. What has got better is never new.
It goes by the verdicts that the gate goes by: what a person settled is no finding. What a person stated to be missing
or worked against is never held, so that no statement is accepted unseen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from .answers import as_held
from .assessment import Status
from .evidence import Strength
from .fingerprints import fingerprint, same_words
from .plain_words import shortened
from .report import Report
from .report_criteria import CriterionInfo, EvidenceInfo

_GRAVEST_FIRST = (Status.CONTRADICTED, Status.GAP, Status.NEEDS_REVIEW, Status.PARTIAL)
_NOTHING_SPEAKS = frozenset({Status.CONTRADICTED, Status.GAP})
_ITEM_NUMBER = re.compile(r"^\W*\d{1,3}[.)]\s+")
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_MOST_SHOWN = 160


class Held(NamedTuple):
    """A finding in a baseline. ``file`` and ``passage`` are empty for what has no words; ``words`` are for people."""

    criterion: str
    status: Status
    file: str = ""
    passage: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings that are held, and the pack they were found in."""

    pack: str
    findings: tuple[Held, ...] = ()


def taken_of(report: Report) -> Baseline:
    """Everything in a result that is not met, what is on trial included; what a waiver covers is left to the waiver."""
    todo = [one for one in map(as_held, report.criteria) if one.status in _GRAVEST_FIRST and one.waiver is None]
    return Baseline(tidy(report.title), _sorted(mark for one in todo if not _is_stated(one) for mark in marks(one)))


def accepted_ids(baseline: Baseline, criteria: Iterable[CriterionInfo], pack: str) -> frozenset[str]:
    """The criteria that are not met and whose findings the baseline holds, by id."""
    held = _by_criterion(baseline)
    todo = (one for one in map(as_held, criteria) if one.status in _GRAVEST_FIRST and not _is_stated(one))
    return frozenset(one.id for one in todo if _is_held(one, held.get(one.id, []), tidy(pack) == baseline.pack))


def pruned(baseline: Baseline, criteria: Iterable[CriterionInfo], pack: str) -> Baseline:
    """The baseline without what is not found any more; nothing that is new comes in.

    What has got better is held as it stands now, so that it cannot get worse again unseen. What was not asked stays.
    """
    asked = {one.id: as_held(one) for one in criteria}
    accepted = accepted_ids(baseline, asked.values(), pack)
    kept = [held for held in baseline.findings if held.criterion not in accepted and _is_found(held, asked)]
    return Baseline(baseline.pack, _sorted([*kept, *(mark for name in accepted for mark in marks(asked[name]))]))


def gone(baseline: Baseline, kept: Baseline) -> tuple[Held, ...]:
    """What pruning took out."""
    left = {_key(held) for held in kept.findings}
    return tuple(held for held in baseline.findings if _key(held) not in left)


def marks(one: CriterionInfo) -> tuple[Held, ...]:
    """What names a finding: every passage that works against it, else the most telling one, else the pack."""
    against = [passage for passage in one.evidence if passage.strength is Strength.CONTRADICTS]
    telling = [] if one.status in _NOTHING_SPEAKS else _supporting(one)[:1]
    named = tuple(
        Held(one.id, one.status, tidy(passage.file), passage_name(one.id, passage), tidy(passage.quote))
        for passage in (*against, *telling)
    )
    return tuple({_key(held): held for held in named}.values()) or (Held(one.id, one.status),)


def passage_name(criterion: str, passage: EvidenceInfo) -> str:
    """Sixteen hexadecimal digits for these words under this criterion in this file."""
    return fingerprint(f"{criterion}\n{passage.file}", same_words(_ITEM_NUMBER.sub("", passage.quote)))


def new_first(baseline: Baseline, one: CriterionInfo) -> CriterionInfo:
    """A criterion with what works against it that the baseline does not hold marked as new, before what it holds."""
    held = {entry.passage for entry in baseline.findings if entry.criterion == one.id and entry.passage}
    if not held:
        return one  # it is new as a whole
    passages = [replace(passage, new=_is_new(one.id, passage, held)) for passage in one.evidence]
    return replace(one, evidence=tuple(sorted(passages, key=lambda passage: not passage.new)))


def _is_new(criterion: str, passage: EvidenceInfo, held: Set[str]) -> bool:
    return passage.strength is Strength.CONTRADICTS and passage_name(criterion, passage) not in held


def tidy(text: str) -> str:
    """Text as a line of a file that any program reads: short, with no sign that cannot be shown."""
    return shortened(_UNFIT.sub(" ", text), _MOST_SHOWN)


def _is_held(one: CriterionInfo, held: list[Held], is_same_pack: bool) -> bool:
    if not held or _grade(one.status) < min(_grade(entry.status) for entry in held):
        return False
    passages = {entry.passage for entry in held if entry.passage}
    against = {passage_name(one.id, passage) for passage in one.evidence if passage.strength is Strength.CONTRADICTS}
    if not against <= passages:
        return False
    speaking = [] if one.status in _NOTHING_SPEAKS else _supporting(one)
    if against and not speaking:
        return True
    if is_same_pack and any(_grade(entry.status) < _grade(one.status) for entry in held):
        return True  # it was worse
    if speaking:
        return any(passage_name(one.id, passage) in passages for passage in speaking)
    return is_same_pack and any(entry.status is one.status and not entry.passage for entry in held)


def _is_found(held: Held, asked: Mapping[str, CriterionInfo]) -> bool:
    """Whether an entry is still of use where a criterion is new as a whole, as when a second passage has come."""
    one = asked.get(held.criterion)
    if one is None or one.status not in _GRAVEST_FIRST:
        return one is None
    return not held.passage or held.passage in {passage_name(one.id, passage) for passage in one.evidence}


def _is_stated(one: CriterionInfo) -> bool:
    """Whether a person stated it to be missing or worked against."""
    return one.stated is not None and one.stated.decides and one.stated.status in _NOTHING_SPEAKS


def _supporting(one: CriterionInfo) -> list[EvidenceInfo]:
    return [passage for passage in one.evidence if passage.strength is not Strength.CONTRADICTS]


def _grade(status: Status) -> int:
    """0 for the worst."""
    return _GRAVEST_FIRST.index(status)


def _by_criterion(baseline: Baseline) -> Mapping[str, list[Held]]:
    found: dict[str, list[Held]] = {}
    for held in baseline.findings:
        found.setdefault(held.criterion, []).append(held)
    return found


def _sorted(held: Iterable[Held]) -> tuple[Held, ...]:
    return tuple(sorted(held, key=_key))


def _key(held: Held) -> tuple[str, str, str, str]:
    return held.criterion, held.status, held.file, held.passage
