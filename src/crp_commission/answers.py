"""What people have stated about criteria, apart from what was found, and whether each statement still counts."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, ClassVar, Literal, NamedTuple

from .assessment import Status
from .described import CLOSED, says
from .fingerprints import fingerprint, same_words
from .plain_words import STATUS_WORDS
from .report import FileInfo
from .report_criteria import CriterionInfo, EvidenceInfo, StatedInfo

Verdict = Literal["met", "partial", "gap", "contradicted", "not-applicable"]
"""What a person can state."""
Found = Literal["met", "partial", "gap", "contradicted", "needs-review", "not-applicable"]

_RANKS = {Status.CONTRADICTED: 0, Status.GAP: 1, Status.NEEDS_REVIEW: 1, Status.PARTIAL: 2, Status.MET: 3}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person states about a criterion; without ``stated`` it is a question that waits for one.

    ``found``, ``text`` and ``papers`` hold on to what it was given on. Raises ValueError where a part is lacking.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    criterion: str = field(metadata=says("Id of the criterion, such as DO-PAR-1."))
    found: Found = field(metadata=says("What was found in the document when it was answered."))
    text: str = field(
        metadata={
            **says(
                "Fingerprint of the passages, or of what is asked where there was none. Leave it as it was written."
            ),
            "pattern": "^[0-9a-f]{16}$",
        }
    )
    papers: str = field(
        default="",
        metadata={
            **says("Fingerprint of the papers, where there was no passage. Leave it as it was written."),
            "pattern": "^([0-9a-f]{16})?$",
        },
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

    Where nothing was found it is what is asked: "it stands in another paper" stays true when this one is changed, and
    such an answer lifts no verdict for a gate. What could not be settled rests on the bytes of the papers, since a gate
    goes by the answer and nothing else shows that they still say the same.
    """
    if criterion.evidence:
        return fingerprint(criterion.id, "\n".join(sorted({_words(one) for one in criterion.evidence})))
    if criterion.status is Status.GAP:
        return fingerprint(criterion.id, "\n".join((criterion.question, *(part.asks for part in criterion.parts))))
    return _papers(criterion, files)


def _papers(criterion: CriterionInfo, files: Iterable[FileInfo]) -> str:
    """Fingerprint of the bytes of the papers, whatever their names."""
    return fingerprint(criterion.id, "\n".join(sorted(file.sha256 for file in files)))


def _words(passage: EvidenceInfo) -> str:
    return " / ".join(map(same_words, (passage.header, passage.lead, passage.quote)))


def asked(criterion: CriterionInfo, files: Iterable[FileInfo]) -> Answer:
    """The question about a criterion as it stands, to be answered."""
    files = tuple(files)
    quote = criterion.evidence[0].quote if criterion.evidence else ""
    papers = "" if criterion.evidence else _papers(criterion, files)
    return Answer(criterion.id, criterion.status.value, ground(criterion, files), papers=papers, quote=quote)


def standing(
    given: Iterable[Answer], criteria: Iterable[CriterionInfo], files: Sequence[FileInfo], date: str | None
) -> dict[str, StatedInfo]:
    """What was stated about each criterion, by its id, and whether it counts.

    An end date is held against ``date`` alone: without one, an answer that has an end does not count, since nobody can
    tell whether it has ended.
    """
    by_id = {answer.criterion: answer for answer in given if answer.stated is not None}
    return {
        one.id: _stated(by_id[one.id], one, _lapse(by_id[one.id], one, files, date), files)
        for one in criteria
        if one.id in by_id
    }


def _lapse(answer: Answer, criterion: CriterionInfo, files: Sequence[FileInfo], date: str | None) -> str:
    """Why an answer does not count, in words that follow "since"; empty where it does."""
    if not _holds(answer, criterion, files):
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


def _holds(answer: Answer, criterion: CriterionInfo, files: Sequence[FileInfo]) -> bool:
    """Whether what it was given on is there still; without ``papers`` an answer to a gap may rest on their bytes."""
    grounds = {ground(criterion, files)}
    if not criterion.evidence and not answer.papers:
        grounds.add(_papers(criterion, files))
    return answer.text in grounds


def _changed(answer: Answer, criterion: CriterionInfo) -> str:
    if not answer.quote:
        if criterion.evidence:
            return "text was found where there was none"
        is_asked_otherwise = answer.papers and answer.found == criterion.status.value == "gap"
        return "what is asked has changed" if is_asked_otherwise else "the papers have changed"
    quoted = {same_words(one.quote) for one in criterion.evidence}
    if same_words(answer.quote) in quoted:
        return "other passages about this have changed"
    return "the quoted text has changed" if quoted else "the quoted text is not there any more"


_CAUTION = "the papers have changed since"


def _stated(answer: Answer, criterion: CriterionInfo, lapse: str, files: Sequence[FileInfo]) -> StatedInfo:
    verdict = Status(answer.stated or "")
    counts = not lapse
    has_changed = bool(counts and answer.papers) and answer.papers != _papers(criterion, files)
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
        caution=_CAUTION if has_changed else "",
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
    caution = f" ({stated.caution})" if stated.caution else ""
    who = f"{verb} {stated.by} on {stated.date}{until}{caution}"
    told = f"{lapsed}{STATUS_WORDS[stated.status]}, {who}: {ended(stated.why)}"
    return f"{told} Evidence: {ended(stated.evidence)}" if stated.evidence else told


def ended(text: str) -> str:
    """A sentence of a person's with its end."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
