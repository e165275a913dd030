"""What people have stated about criteria, apart from what was found, and whether each statement still counts."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, ClassVar, Literal, NamedTuple

from .assessment import Status
from .described import CLOSED, says
from .fingerprints import fingerprint, normal
from .plain_words import STATUS_WORDS, count_words
from .report import AnswersInfo, FileInfo
from .report_criteria import CriterionInfo, EvidenceInfo, StatedInfo

Verdict = Literal["met", "partial", "gap", "contradicted", "not-applicable"]
"""What a person can state."""
Found = Literal["met", "partial", "gap", "contradicted", "needs-review", "not-applicable"]

_RANKS = {Status.CONTRADICTED: 0, Status.GAP: 1, Status.NEEDS_REVIEW: 1, Status.PARTIAL: 2, Status.MET: 3}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person states about a criterion; without ``stated`` it is a question that waits for one.

    ``found`` and ``text`` hold on to what it was given on. Raises ValueError for an answer that lacks a part.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    criterion: str = field(metadata=says("Id of the criterion, such as DO-PAR-1."))
    found: Found = field(metadata=says("What was found in the document when it was answered."))
    text: str = field(
        metadata={
            **says("Fingerprint of the passages, or of the papers where there was none. Leave it as it was written."),
            "pattern": "^[0-9a-f]{16}$",
        }
    )
    quote: str = field(default="", metadata=says("The most telling of these passages, for readers."))
    stated: Verdict | None = field(default=None, metadata=says("What a person decided; empty until then."))
    why: str = field(default="", metadata=says("The reason, in a sentence or two."))
    evidence: str = field(default="", metadata=says("What it rests on: a page, a paper, a conversation."))
    by: str = field(default="", metadata=says("Who states it: name and post."))
    date: datetime.date | None = field(default=None, metadata=says("When, as YYYY-MM-DD."))
    until: datetime.date | None = field(default=None, metadata=says("The last day it holds, as YYYY-MM-DD."))

    def __post_init__(self) -> None:
        if not self.criterion.strip():
            raise ValueError("“criterion” is empty; write the id of a criterion, such as DO-PAR-1.")
        given = {"why": self.why.strip(), "by": self.by.strip(), "date": self.date}
        if self.stated is None:
            if given["why"]:
                raise ValueError("there is a reason, and “stated” is empty; write what you decided, such as met.")
            return
        lacking = next((name for name, value in given.items() if not value), None)
        if lacking is not None:
            raise ValueError(f"“{lacking}” is missing; {_WANTED[lacking]}")
        if self.date and self.until and self.until < self.date:
            raise ValueError(f"it would end on {self.until}, before it was given on {self.date}.")


_WANTED = {
    "why": "say in a sentence or two why it was decided so.",
    "by": "name the person who states it.",
    "date": "say on which day, such as 2026-03-31.",
}


class Answers(NamedTuple):
    """The answers of one file; ``name`` and ``sha256`` say which file that was."""

    name: str
    sha256: str
    given: tuple[Answer, ...]


def ground(criterion: CriterionInfo, files: Iterable[FileInfo]) -> str:
    """Fingerprint of what an answer rests on: every passage of the criterion with the words around it.

    Where there is no passage it is the bytes of the papers, since nothing else shows that they still say the same.
    """
    if criterion.evidence:
        return fingerprint(criterion.id, "\n".join(sorted({_words(one) for one in criterion.evidence})))
    return fingerprint(criterion.id, "\n".join(sorted(file.sha256 for file in files)))


def _words(passage: EvidenceInfo) -> str:
    return normal(f"{passage.header} / {passage.lead} / {passage.quote}")


def asked(criterion: CriterionInfo, files: Iterable[FileInfo]) -> Answer:
    """The question about a criterion as it stands, to be answered."""
    quote = criterion.evidence[0].quote if criterion.evidence else ""
    return Answer(criterion.id, found=criterion.status.value, text=ground(criterion, files), quote=quote)


def standing(
    given: Iterable[Answer], criteria: Iterable[CriterionInfo], files: Sequence[FileInfo], date: str | None
) -> dict[str, StatedInfo]:
    """What was stated about each criterion, by its id, and whether it counts.

    An end date is held against ``date`` alone: without one, an answer that has an end does not count, since nobody can
    tell whether it has ended.
    """
    by_id = {answer.criterion: answer for answer in given if answer.stated is not None}
    return {
        one.id: _stated(by_id[one.id], one, _lapse(by_id[one.id], one, files, date))
        for one in criteria
        if one.id in by_id
    }


def _lapse(answer: Answer, criterion: CriterionInfo, files: Iterable[FileInfo], date: str | None) -> str:
    """Why an answer does not count, in words that follow "since"; empty where it does."""
    if answer.text != ground(criterion, files):
        return _changed(answer, criterion)
    if answer.found != criterion.status:
        return f"it was given on “{STATUS_WORDS[answer.found]}” and another verdict is found now"
    if answer.until is not None and date is None:
        return f"no date was given to hold its last day ({answer.until}) against: add --date with the day of the check"
    if date is not None and answer.until is not None and answer.until.isoformat() < date:
        return f"it held until {answer.until}"
    if date is not None and answer.date is not None and answer.date.isoformat() > date:
        return f"it was given on {answer.date}, after the day of this check"
    return ""


def _changed(answer: Answer, criterion: CriterionInfo) -> str:
    if not answer.quote:
        return "text was found where there was none" if criterion.evidence else "the papers have changed"
    quoted = {normal(one.quote) for one in criterion.evidence}
    if normal(answer.quote) in quoted:
        return "other passages about this have changed"
    return "the quoted text has changed" if quoted else "the quoted text is not there any more"


def _stated(answer: Answer, criterion: CriterionInfo, lapse: str) -> StatedInfo:
    verdict = Status(answer.stated or "")
    counts = not lapse
    return StatedInfo(
        status=verdict,
        by=answer.by.strip(),
        date=str(answer.date),
        why=answer.why.strip(),
        evidence=answer.evidence.strip(),
        until=answer.until.isoformat() if answer.until else None,
        counts=counts,
        decides=counts and _decides(criterion.status, verdict),
        lapsed=lapse,
    )


def _decides(found: Status, stated: Status) -> bool:
    """Whether the gate goes by what was stated: for an open question, and where it is worse than what was found.

    A verdict that the document itself gives is never lifted by a statement: that is what a waiver is for.
    """
    if found is Status.NEEDS_REVIEW:
        return True
    return found in _RANKS and stated in _RANKS and _RANKS[stated] < _RANKS[found]


def held_status(criterion: CriterionInfo) -> Status:
    """The verdict that the gate goes by."""
    stated = criterion.stated
    return stated.status if stated is not None and stated.decides else criterion.status


def as_held(criterion: CriterionInfo) -> CriterionInfo:
    """The criterion with the verdict that the gate goes by."""
    return replace(criterion, status=held_status(criterion))


def held_points(criterion: CriterionInfo) -> tuple[Fraction, Fraction]:
    """What it earns at the low end and could earn, by the verdict that the gate goes by."""
    stated = criterion.stated
    if stated is not None and stated.decides and stated.earned is not None:
        return Fraction(stated.earned.low), Fraction(stated.possible)
    return Fraction(criterion.earned.low), Fraction(criterion.possible)


def with_stated(criterion: CriterionInfo, stated: Mapping[str, StatedInfo]) -> CriterionInfo:
    """The criterion with what a person stated beside what was found."""
    one = stated.get(criterion.id)
    return criterion if one is None else replace(criterion, stated=one, answer=stated_words(one))


def stated_words(stated: StatedInfo) -> str:
    """What a person stated as a sentence: "met, says Jo Patel on 2026-03-31 (until 2027-03-31): ..."."""
    until = f" (until {stated.until})" if stated.until else ""
    lapsed = f"does not count, since {stated.lapsed}: " if stated.lapsed else ""
    verb = "said" if stated.lapsed else "says"
    told = f"{lapsed}{STATUS_WORDS[stated.status]}, {verb} {stated.by} on {stated.date}{until}: {ended(stated.why)}"
    return f"{told} Evidence: {ended(stated.evidence)}" if stated.evidence else told


def ended(text: str) -> str:
    """A sentence of a person's with its end."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


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
    beside = sorted(one.criterion for one in answers.given if one.stated is not None and one.criterion not in stated)
    if beside:
        yield f"Not asked in this check, so their answers do not count: {', '.join(beside)}."
    waiting = sum(one.stated is None for one in answers.given)
    if waiting:
        yield f"{count_words(waiting, 'question')} in {answers.name} not answered yet."
    if unlifted:
        yield f"An answer lifts no verdict that the document gives, so a gate holds these as found: {unlifted}."
