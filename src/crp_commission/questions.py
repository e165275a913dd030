"""Which questions a result leaves open for a person, and in which order they are asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from .assessment import Status
from .plain_words import STATUS_WORDS
from .report_criteria import CriterionInfo, StatedInfo
from .rules import Severity

_ORDER = {Status.NEEDS_REVIEW: 0, Status.CONTRADICTED: 1, Status.GAP: 2, Status.PARTIAL: 3}


class Question(NamedTuple):
    """A question about one criterion, or about several that are open for one reason and have no passage to show.

    ``earlier`` is what was stated before and counts no longer.
    """

    criteria: tuple[CriterionInfo, ...]
    earlier: StatedInfo | None = None

    @property
    def first(self) -> CriterionInfo:
        """The criterion that it is about, or the first of several."""
        return self.criteria[0]


def open_questions(
    criteria: Iterable[CriterionInfo],
    stated: Mapping[str, StatedInfo],
    *,
    least: Severity = Severity.CRITICAL,
    everything: bool = False,
) -> tuple[Question, ...]:
    """What a person has to decide and has not, the most pressing first.

    That is what could not be settled, and what was found missing or worked against at the severity ``least`` or above:
    there the tool may be wrong, and it weighs most. ``everything`` adds what is partly met and what is on trial. An
    answer that counts no longer is asked about first, whatever it is on: to state it again takes one key.
    """
    counted = {name for name, one in stated.items() if one.counts}
    lapsed = stated.keys() - counted
    waiting = [
        one
        for one in criteria
        if one.id not in counted and (_is_open(one, least, everything) or (one.id in lapsed and one.status in _ORDER))
    ]
    waiting.sort(key=lambda one: (one.id not in lapsed, _ORDER[one.status], one.experimental, one.severity.rank))
    return tuple(_questions(waiting, stated))


def _is_open(one: CriterionInfo, least: Severity, everything: bool) -> bool:
    if one.status is Status.NEEDS_REVIEW:
        return True
    if one.status not in _ORDER or one.waiver is not None or one.severity.rank > least.rank:
        return False
    return everything or (one.status is not Status.PARTIAL and not one.experimental)


def _questions(waiting: Sequence[CriterionInfo], stated: Mapping[str, StatedInfo]) -> Iterable[Question]:
    alike: dict[str, list[CriterionInfo]] = {}
    for one in waiting:
        if one.status is Status.NEEDS_REVIEW and not one.evidence and one.id not in stated:
            alike.setdefault(one.why, []).append(one)
    grouped = {group[0].id: group for group in alike.values() if len(group) > 1}
    done = {one.id for group in grouped.values() for one in group}
    for one in waiting:
        if one.id in grouped:
            yield Question(tuple(grouped[one.id]))
        elif one.id not in done:
            yield Question((one,), stated.get(one.id))


def one_by_one(question: Question) -> tuple[Question, ...]:
    """A question about several criteria as a question about each."""
    return tuple(Question((one,), question.earlier) for one in question.criteria)


def reason_to_ask(question: Question) -> str:
    """Why a person is asked, in a sentence or two."""
    first = question.first
    if question.earlier is not None:
        return f"It was answered before, and is asked again, since {question.earlier.lapsed}. {first.why}"
    if first.status is Status.NEEDS_REVIEW:
        return f"The program could not settle it. {first.why}"
    heavy = first.severity is Severity.CRITICAL and first.status is not Status.PARTIAL and not first.experimental
    weighs = " As it is critical, it decides the band, and the program may be wrong." if heavy else ""
    return f"Found in the papers: {STATUS_WORDS[first.status]}. {first.why}{weighs}"
