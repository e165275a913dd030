"""What a person sees of an open question: one screen with the passages and what there is to decide."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..answers import Answer
    from ..questions import Question
    from ..report import Report
    from ..report_criteria import CriterionInfo, EvidenceInfo

VERDICTS = {"m": "met", "p": "partial", "g": "gap", "c": "contradicted", "n": "not-applicable"}
"""The verdict behind each key."""
_MEANING = {
    "m": "met: somebody is bound to do it, and it can be checked",
    "p": "partly met: something is there, and not enough",
    "g": "missing: the papers do not say it",
    "c": "worked against: the papers take it away",
    "n": "does not apply to this service",
}
_OF_SEVERAL = {"g": "missing, all of them: I have looked, and none is there", "e": "ask me about each of them"}
_MOST_PASSAGES, _MOST_LISTED, _MOST_NOTES = 3, 12, 6
_LONG, _SHORT = 700, 260
_LEAST_WIDTH, _MOST_WIDTH = 40, 100


def choices(question: Question, given: Answer | None) -> dict[str, str]:
    """The keys that answer a question, each with its meaning."""
    if len(question.criteria) > 1:
        return _OF_SEVERAL
    kept = {"k": "keep what was stated"} if question.earlier is not None or given is not None else {}
    return {**_MEANING, **kept}


def screen(question: Question, report: Report, heading: str, given: Answer | None) -> list[str]:
    """The lines of the screen on a question; ``given`` is what was answered to it in this session."""
    return [*_wrapped(_body(question, report, heading, given))]


def clear() -> None:
    """Begin a new screen, on a terminal that can."""
    if os.environ.get("TERM", "dumb") != "dumb":
        sys.stderr.write("\x1b[2J\x1b[H")


Lines = Iterator[tuple[int, str]]
"""Lines of text, each with how far it is indented."""


def _wrapped(lines: Lines) -> Iterator[str]:
    width = min(max(shutil.get_terminal_size().columns, _LEAST_WIDTH), _MOST_WIDTH) - 1
    for indent, text in lines:
        margin = " " * indent
        further = margin + ("  " if text.startswith("- ") else "")
        yield from textwrap.wrap(
            text, width, initial_indent=margin, subsequent_indent=further, break_on_hyphens=False
        ) or [""]


def _body(question: Question, report: Report, heading: str, given: Answer | None) -> Lines:
    from ..questions import reason_to_ask

    first = question.first
    yield 0, heading
    yield 0, ""
    if len(question.criteria) > 1:
        yield from _several(question, report)
        return
    trial = ", on trial" if first.experimental else ""
    yield 0, f"{first.id} {first.title} ({first.severity}{trial})"
    yield 0, first.question
    yield 0, ""
    yield 0, f"Why you are asked: {reason_to_ask(question)}"
    yield from _passages(first.evidence)
    if not first.evidence:
        yield from _not_read(report)
    yield from _parts(first)
    yield from _before(question, given)


def _several(question: Question, report: Report) -> Lines:
    yield 0, f"{len(question.criteria)} criteria could not be settled, all for one reason: {question.first.why}"
    yield from _not_read(report)
    yield 0, ""
    yield 0, "They are:"
    for one in question.criteria[:_MOST_LISTED]:
        yield 2, f"{one.id} {one.title} ({one.severity})"
    if len(question.criteria) > _MOST_LISTED:
        yield 2, f"and {len(question.criteria) - _MOST_LISTED} more"
    yield 0, ""
    yield 0, "What to decide: open what was not read. Is any of this in it?"


def _passages(evidence: Sequence[EvidenceInfo]) -> Lines:
    from ..plain_words import STRENGTH_WORDS, count_words, shortened

    for number, one in enumerate(evidence[:_MOST_PASSAGES]):
        yield 0, ""
        yield 2, f"{one.file}, {one.place} ({STRENGTH_WORDS[one.strength]}):"
        if one.header:
            yield 4, f"under the heading “{shortened(one.header, _SHORT)}”"
        if one.lead:
            yield 4, f"led in by “{shortened(one.lead, _SHORT)}”"
        yield 4, f"“{shortened(one.quote, _SHORT if number else _LONG)}”"
    left = len(evidence) - _MOST_PASSAGES
    if left > 0:
        yield 2, f"and {count_words(left, 'more passage')}, which check --verbose shows."


def _not_read(report: Report) -> Lines:
    lost = [note for note in report.notes if note.unread > 0]
    if lost:
        yield 0, ""
        yield 0, "What was not read:"
    for note in lost[:_MOST_NOTES]:
        yield 2, f"{note.file}{', ' + note.place if note.place else ''}: {note.text}"
    if len(lost) > _MOST_NOTES:
        yield 2, f"and {len(lost) - _MOST_NOTES} more pieces of text"


def _parts(criterion: CriterionInfo) -> Lines:
    yield 0, ""
    yield 0, "What to decide: do the papers, read as a whole, say this?"
    for part in criterion.parts:
        yield 2, f"- {part.asks}{'' if part.essential else ' (makes it stronger)'}"


def _before(question: Question, given: Answer | None) -> Lines:
    from ..plain_words import STATUS_WORDS

    earlier = question.earlier
    if given is not None:
        yield 0, ""
        yield 0, f"You answered: {STATUS_WORDS[given.stated or '']}. {given.why}"
    elif earlier is not None:
        yield 0, ""
        yield 0, f"Stated by {earlier.by} on {earlier.date}: {STATUS_WORDS[earlier.status]}. {earlier.why}"
