"""The sheet that is worked through: what is not met, the gravest first."""

from __future__ import annotations

from ...accepted_words import accepted_lines, gate_asks, gate_words, open_words
from ...answers import held_status
from ...assessment import Status
from ...plain_words import BAND_NAMES, BAND_WORDS, STATE_WORDS, STATUS_WORDS, count_words, range_words
from ...report import CriterionInfo, Report, State
from .._groups import open_criteria
from .._stated import LABEL, score_with
from .book import A3, Book

COLUMNS = {
    "No.": 5,
    "Status": 14,
    "Severity": 9,
    "Stage": 9,
    "Principle": 17,
    "Criterion": 12,
    "What is asked": 21,
    "What is missing": 27,
    "Wording to put": 38,
    "What the paper says": 27,
    "Where it says so": 19,
    "Who decides": 19,
    "Owner": 13,
    "Due date": 11,
    "Progress": 13,
    "Notes": 17,
}
PROGRESS = ("Not started", "In hand", "Done", "Accepted as it is")
_LOOKS = {Status.CONTRADICTED: "bad", Status.GAP: "bad", Status.NEEDS_REVIEW: "look", Status.PARTIAL: "weak"}


def write_actions(book: Book, report: Report) -> None:
    """A row for each finding that applies and is not met, under a header that stays in sight."""
    sheet = book.sheet("Actions", [*COLUMNS.values()], A3)
    todo = open_criteria(report)
    sheet.row([f"Children's rights in {report.title}: {count_words(len(todo), 'action')}"], "title")
    standing = f"{BAND_NAMES[report.score.band]}: {BAND_WORDS[report.score.band]}."
    figures = range_words(report.score.low, report.score.high)
    gate = f"Gate: {gate_words(report)}{f' ({gate_asks(report)})' if report.gate.set else ''}. {open_words(report)}."
    said = [standing, f"Score {figures}.", gate, *accepted_lines(report), *report.limits]
    sheet.row([" ".join(said)], "line")
    if report.score.answered:
        sheet.row([f"With what people stated: {score_with(report)}."], "line")
    head = sheet.rows
    sheet.row([*COLUMNS], "head")
    titles = {stage.id: stage.title for stage in report.stages}
    titles |= {principle.id: principle.title for principle in report.principles}
    for number, criterion in enumerate(todo, 1):
        styles = ["number", _LOOKS[held_status(criterion)], *["cell"] * (len(COLUMNS) - 2)]
        styles[[*COLUMNS].index("Due date")] = "date"
        sheet.row(_values(number, criterion, titles), styles)
    sheet.freeze(head + 1, 2)
    sheet.filter(head, len(COLUMNS))
    sheet.choices([*COLUMNS].index("Progress"), head + 1, PROGRESS)


def _values(number: int, criterion: CriterionInfo, titles: dict[str, str]) -> list[str | int]:
    best = criterion.evidence[0] if criterion.evidence else None
    waived, held = criterion.waiver is not None, held_status(criterion)
    return [
        number,
        f"{STATUS_WORDS[held]}{', as a person stated' if held is not criterion.status else ''}",
        criterion.severity.value,
        titles[criterion.stage],
        titles[criterion.principle],
        criterion.id,
        criterion.title,
        "; ".join(criterion.missing) or criterion.why,
        criterion.advice.wording,
        best.quote if best else "",
        f"{best.file}, {best.place}" if best else "",
        criterion.advice.who_decides,
        "",
        "",
        PROGRESS[-1] if waived else PROGRESS[0],
        " ".join(_notes(criterion)),
    ]


def _notes(criterion: CriterionInfo) -> list[str]:
    return [
        *([f"{STATE_WORDS[criterion.state].capitalize()}."] if criterion.state in (State.NEW, State.ACCEPTED) else []),
        *(["On trial: it can fail no gate."] if criterion.experimental else []),
        *([f"Accepted as it is: {criterion.waiver}"] if criterion.waiver is not None else []),
        *([f"{LABEL}: {criterion.answer}"] if criterion.answer is not None else []),
    ]
