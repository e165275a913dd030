"""The words of the comment at the start of the text: how it stands, and what no passage could be given for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..assessment import Status
from ..plain_words import BAND_NAMES, BAND_WORDS, STATUS_COUNTS, range_words, shortened
from ..report import CriterionInfo, Report
from ..rules import Severity
from .choosing import Remark, Words, gaps
from .wording import Line, Telling, wording_to_paste

_MOVED = (
    "Some proposed clauses take the next number of their place. Once they are accepted, the numbers of the clauses "
    "behind them move, and cross-references to those have to be put right."
)
_TOLD = (
    "Why each matters, wording to paste and where it goes are in further comments: at the heading of the section it "
    "fits, else here at the start, one comment for each stage."
)
_COUNTED = (Status.CONTRADICTED, Status.GAP, Status.PARTIAL, Status.NEEDS_REVIEW, Status.MET)
_SHORT = 60
_LONGER = 240


def covering_lines(
    report: Report, unplaced: Mapping[Words, Sequence[Remark]], telling: Telling, *, renumbers: bool
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
        *_missing(report, telling),
        *_reviews(report, telling),
        *_unplaced(unplaced, telling),
        *_unread(report),
        Line(" ".join(report.limits)),
        Line(_made(report)),
    ]


def _counts(report: Report) -> str:
    counts = report.score.counts
    told = [f"{counts[status]} {STATUS_COUNTS[status]}" for status in _COUNTED if counts[status]]
    return f"Of {report.score.criteria} criteria: {', '.join(told)}. Comments stand at the words they are about."


def _missing(report: Report, telling: Telling) -> Iterator[Line]:
    """What nothing was found for, by stage and severity; titles only for what matters most."""
    missing = gaps(report)
    if not missing:
        return
    proposed = [criterion for criterion in missing if criterion.id in telling.proposed]
    where = "; wording for those marked * is proposed in the text" if proposed else ""
    yield Line(f"Nothing was found for these ({len(missing)}){where}:", bold=True)
    for stage in report.stages:
        told = []
        for severity in sorted(Severity, key=lambda severity: severity.rank):
            names = [
                _name(criterion, telling, severity is not Severity.MINOR)
                for criterion in missing
                if (criterion.stage, criterion.severity) == (stage.id, severity)
            ]
            told += [f"{severity.capitalize()}: {'; '.join(names)}."] if names else []
        if told:
            yield Line(f"{stage.title}. {' '.join(told)}")
    if len(proposed) < len(missing):
        yield Line(_TOLD)


def _name(criterion: CriterionInfo, telling: Telling, with_title: bool) -> str:
    star = "*" if criterion.id in telling.proposed else ""
    return f"{criterion.id}{star} {criterion.title}" if with_title else f"{criterion.id}{star}"


def _reviews(report: Report, telling: Telling) -> Iterator[Line]:
    """What a person needs to settle and no passage speaks to."""
    for criterion in report.criteria:
        if criterion.status is Status.NEEDS_REVIEW and not criterion.evidence and criterion.waiver is None:
            yield telling.head(criterion)
            yield Line(criterion.why)
            if criterion.answer is not None:
                yield Line(f"Stated by a person: {criterion.answer}")
            yield from wording_to_paste(criterion)


def _unplaced(unplaced: Mapping[Words, Sequence[Remark]], telling: Telling) -> Iterator[Line]:
    for words, said in unplaced.items():
        quote = shortened(words.quote, _LONGER)
        yield Line(f"In a note, text box or drawing, {said[0].passage.place}: “{quote}”")
        yield from telling.remarks(said, said)


def _unread(report: Report) -> Iterator[Line]:
    """What of the file was not read: first what counts as lost, then what was left out as it should be."""
    for words, lost in (("Not read", True), ("Also left out, or good to know", False)):
        told = [
            note.text if note.text.endswith((".", "”")) else f"{note.text}."
            for note in report.notes
            if (note.unread > 0) == lost
        ]
        if told:
            yield Line(f"{words}: {' '.join(told)}")


def _made(report: Report) -> str:
    rulesets = ", ".join(f"{ruleset.id} {ruleset.version}" for ruleset in report.rulesets)
    made = f"Made by {report.tool.name} {report.tool.version} with {rulesets}, profile {report.profile}"
    return f"{made}, from {shortened(report.files[0].path, _SHORT)} (SHA-256 {report.files[0].sha256})."
