"""The words of comments."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from ..assessment import Status
from ..plain_words import (
    BAND_NAMES,
    BAND_WORDS,
    MISSING_WORDS,
    STATUS_COUNTS,
    STATUS_WORDS,
    STRENGTH_WORDS,
    range_words,
    shortened,
)
from ..report import CriterionInfo, Report
from ..rules import Severity
from .choosing import Remark, Words, gaps

_MOVED = (
    "Some proposed clauses take the next number of their place. Once they are accepted, the numbers of the clauses "
    "behind them move, and cross-references to those have to be put right."
)
_SHORT = 60
_LONGER = 240


class Line(NamedTuple):
    """A paragraph of a comment."""

    text: str
    bold: bool = False


def remark_lines(said: Sequence[Remark], whole: Collection[Remark], proposed: Collection[str]) -> list[Line]:
    """A comment on one passage.

    ``whole`` has one remark for each criterion, which is told in full; the others refer to that one. The criteria whose
    ids are ``proposed`` have their wording in the text.
    """
    lines: list[Line] = []
    for remark in said:
        full = next(one for one in whole if one.criterion is remark.criterion)
        lines += _full(remark, proposed) if full == remark else _again(remark, full)
    return lines


def clause_lines(criterion: CriterionInfo) -> list[Line]:
    """A comment on a clause that was put into the text for a criterion."""
    missing = [Line(f"Nothing in the text said this: {'; '.join(criterion.missing)}.")] if criterion.missing else []
    return [_head(criterion), *missing, Line("Proposed words: change them as you need, and fill the square brackets.")]


def covering_lines(
    report: Report, unplaced: dict[Words, list[Remark]], proposed: Collection[str], *, renumbers: bool
) -> list[Line]:
    """The comment at the start: how it stands, what is missing, and what could not be put beside its words.

    ``renumbers`` says that proposed clauses take numbers of clauses that follow them.
    """
    score = report.score
    return [
        Line(f"{BAND_NAMES[score.band]}: {BAND_WORDS[score.band]}. {range_words(score.low, score.high)}.", bold=True),
        Line(score.why),
        Line(_counts(report)),
        *([Line(_MOVED)] if renumbers else []),
        *_missing(report, proposed),
        *_reviews(report),
        *_unplaced(unplaced, proposed),
        *_unread(report),
        Line(" ".join(report.limits)),
        Line(_made(report)),
    ]


def _head(criterion: CriterionInfo) -> Line:
    status = STATUS_WORDS[criterion.status]
    trial = ", on trial" if criterion.experimental else ""
    name = f"{criterion.id} {criterion.title}"
    return Line(f"{status[:1].upper()}{status[1:]}: {name} ({criterion.severity}{trial})", bold=True)


def _full(remark: Remark, proposed: Collection[str]) -> Iterator[Line]:
    criterion = remark.criterion
    yield _head(criterion)
    yield Line(criterion.why)
    if criterion.missing:
        yield Line(f"{MISSING_WORDS[criterion.status]}: {'; '.join(criterion.missing)}.")
    if criterion.waiver is not None:
        yield Line(f"Accepted as it is: {criterion.waiver}")
    if criterion.answer is not None:
        yield Line(f"Stated by a person: {criterion.answer}")
    if criterion.status is Status.MET or not criterion.advice.wording:
        return
    against = criterion.status is Status.CONTRADICTED
    if criterion.id in proposed:
        out = "Take these words out or change them. " if against else ""
        yield Line(f"{out}Wording is proposed in the text, as a tracked change.")
    else:
        instead = "instead " if against else ""
        yield Line(f"Wording to paste {instead}(fill the square brackets): {criterion.advice.wording}")


def _again(remark: Remark, full: Remark) -> Iterator[Line]:
    yield _head(remark.criterion)
    section = f" in {full.passage.section}" if full.passage.section else ""
    where = f"“{shortened(full.passage.quote, _SHORT)}”{section}"
    yield Line(f"These words: {STRENGTH_WORDS[remark.passage.strength]}. More is said at {where}.")


def _counts(report: Report) -> str:
    counts = report.score.counts
    told = [f"{counts[status]} {STATUS_COUNTS[status]}" for status in _COUNTED if counts[status]]
    return f"Of {report.score.criteria} criteria: {', '.join(told)}. Comments stand at the words they are about."


_COUNTED = (Status.CONTRADICTED, Status.GAP, Status.PARTIAL, Status.NEEDS_REVIEW, Status.MET)


def _missing(report: Report, proposed: Collection[str]) -> Iterator[Line]:
    """What nothing was found for, by stage and severity; titles only for what matters most."""
    missing = gaps(report)
    if missing:
        where = "; wording for those marked * is proposed in the text" if _any_proposed(missing, proposed) else ""
        yield Line(f"Nothing was found for these ({len(missing)}){where}:", bold=True)
    for stage in report.stages:
        told = []
        for severity in sorted(Severity, key=lambda severity: severity.rank):
            names = [
                _name(criterion, proposed, severity is not Severity.MINOR)
                for criterion in missing
                if (criterion.stage, criterion.severity) == (stage.id, severity)
            ]
            told += [f"{severity.capitalize()}: {'; '.join(names)}."] if names else []
        if told:
            yield Line(f"{stage.title}. {' '.join(told)}")


def _any_proposed(missing: Sequence[CriterionInfo], proposed: Collection[str]) -> bool:
    return any(criterion.id in proposed for criterion in missing)


def _name(criterion: CriterionInfo, proposed: Collection[str], with_title: bool) -> str:
    star = "*" if criterion.id in proposed else ""
    return f"{criterion.id}{star} {criterion.title}" if with_title else f"{criterion.id}{star}"


def _reviews(report: Report) -> Iterator[Line]:
    """What a person needs to settle and no passage speaks to."""
    for criterion in report.criteria:
        if criterion.status is Status.NEEDS_REVIEW and not criterion.evidence and criterion.waiver is None:
            yield _head(criterion)
            yield Line(criterion.why)
            if criterion.answer is not None:
                yield Line(f"Stated by a person: {criterion.answer}")


def _unplaced(unplaced: dict[Words, list[Remark]], proposed: Collection[str]) -> Iterator[Line]:
    for words, said in unplaced.items():
        quote = shortened(words.quote, _LONGER)
        yield Line(f"In a note, text box or drawing, {said[0].passage.place}: “{quote}”")
        yield from remark_lines(said, said, proposed)


def _unread(report: Report) -> Iterator[Line]:
    lost = [note for note in report.notes if note.unread > 0]
    if lost:
        yield Line("Not read: " + " ".join(f"{note.text.rstrip('.')}." for note in lost))


def _made(report: Report) -> str:
    rulesets = ", ".join(f"{ruleset.id} {ruleset.version}" for ruleset in report.rulesets)
    made = f"Made by {report.tool.name} {report.tool.version} with {rulesets}, profile {report.profile}"
    return f"{made}, from {shortened(report.files[0].path, _SHORT)} (SHA-256 {report.files[0].sha256})."
