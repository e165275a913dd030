"""What to say of a file of answers as a whole: how many count, and what a person should know of the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from .answers import Answers
from .assessment import Status
from .plain_words import count_words
from .report import AnswersInfo
from .report_criteria import CriterionInfo, StatedInfo


def summary(answers: Answers, stated: Mapping[str, StatedInfo], criteria: Iterable[CriterionInfo]) -> AnswersInfo:
    """How many answers there are, how many count, and what a person should know of the others."""
    given = [one for one in answers.given if one.stated is not None]
    counted = sum(one.counts for one in stated.values())
    return AnswersInfo(
        file=answers.name,
        sha256=answers.sha256,
        given=len(given),
        counted=counted,
        lapsed=len(stated) - counted,
        remarks=tuple(_remarks(answers, stated, _unlifted(stated, criteria))),
    )


def _unlifted(stated: Mapping[str, StatedInfo], criteria: Iterable[CriterionInfo]) -> str:
    """Ids of what would fail a gate and was stated to be better, which changes nothing for a gate."""
    held = {one.id for one in criteria if one.status in (Status.GAP, Status.CONTRADICTED)}
    return ", ".join(
        name
        for name, one in sorted(stated.items())
        if name in held and one.counts and not one.decides and one.status not in (Status.GAP, Status.CONTRADICTED)
    )


def _remarks(answers: Answers, stated: Mapping[str, StatedInfo], unlifted: str) -> Iterator[str]:
    for name, one in sorted(stated.items()):
        if not one.counts:
            yield f"{name}: the answer of {one.by} on {one.date} does not count, since {one.lapsed}."
    older = ", ".join(name for name, one in sorted(stated.items()) if one.caution)
    if older:
        yield f"The papers have changed since these were answered; the answers count, but look at them again: {older}."
    beside = sorted(one.criterion for one in answers.given if one.stated is not None and one.criterion not in stated)
    if beside:
        yield f"Not asked in this check, so their answers do not count: {', '.join(beside)}."
    waiting = sum(one.stated is None for one in answers.given)
    if waiting:
        yield f"{count_words(waiting, 'question')} in {answers.name} not answered yet."
    if unlifted:
        yield f"An answer lifts no verdict that the document gives, so a gate holds these as found: {unlifted}."
