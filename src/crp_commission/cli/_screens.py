"""What a person sees of an open question: one screen with the passages and what there is to decide."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

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
_LEAST_WIDTH, _MOST_WIDTH = 40, 100
MORE = "d"
"""The key that shows a question whole."""


class _Room(NamedTuple):
    """How much of a question is shown: letters of a text or of a quotation, and how many of what is listed."""

    text: int
    quote: int
    lead: int
    passages: int
    parts: int
    notes: int
    listed: int


_WHOLE = _Room(5_000, 700, 260, 3, 99, 6, 12)
_ROOMS = (
    _WHOLE,
    _Room(220, 400, 120, 2, 6, 4, 9),
    _Room(160, 240, 70, 1, 4, 2, 7),
    _Room(140, 150, 70, 1, 3, 2, 5),
    _Room(74, 74, 70, 1, 2, 1, 4),
    _Room(60, 68, 50, 1, 1, 1, 4),
)
"""From the whole down to what fits a small terminal: the first that fits is taken."""


def choices(question: Question, given: Answer | None) -> dict[str, str]:
    """The keys that answer a question, each with its meaning."""
    if len(question.criteria) > 1:
        return _OF_SEVERAL
    kept = {"k": "keep what was stated"} if question.earlier is not None or given is not None else {}
    return {**_MEANING, **kept}


def screen(
    question: Question, report: Report, heading: str, given: Answer | None, *, rows: int, whole: bool = False
) -> list[str]:
    """The lines of the screen on a question; ``given`` is what was answered to it in this session.

    All of it where it fits beside the ``rows`` that the choices take, or where the ``whole`` was asked for; else what
    fits, with a word on how to see the rest.
    """
    height = shutil.get_terminal_size().lines - rows
    made: list[str] = []
    for room in _ROOMS[:1] if whole else _ROOMS:
        head = heading if room is _WHOLE else f"{heading} ({MORE} shows it whole)"
        made = [*_wrapped(_body(question, report, head, given, room))]
        if room is _ROOMS[-1]:
            made = [*filter(None, made)]
        if len(made) <= height:
            break
    return made


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


def _body(question: Question, report: Report, heading: str, given: Answer | None, room: _Room) -> Lines:
    from ..plain_words import shortened
    from ..questions import reason_to_ask

    first = question.first
    is_roomy = room is _WHOLE
    yield 0, heading
    if is_roomy:
        yield 0, ""
    if len(question.criteria) > 1:
        yield from _several(question, report, room)
        return
    trial = ", on trial" if first.experimental else ""
    yield 0, f"{first.id} {first.title} ({first.severity}{trial})"
    yield 0, shortened(first.question, room.text)
    yield 0, ""
    yield 0, f"Why you are asked: {shortened(reason_to_ask(question), room.text)}"
    yield from _passages(first.evidence, room)
    if not first.evidence:
        yield from _not_read(report, room)
    yield from _parts(first, room)
    yield from _before(question, given, room)


def _several(question: Question, report: Report, room: _Room) -> Lines:
    from ..plain_words import shortened

    why = shortened(question.first.why, room.text)
    yield 0, f"{len(question.criteria)} criteria could not be settled, all for one reason: {why}"
    yield from _not_read(report, room)
    yield 0, ""
    yield 0, "They are:"
    for one in question.criteria[: room.listed]:
        yield 2, shortened(f"{one.id} {one.title} ({one.severity})", room.text)
    if len(question.criteria) > room.listed:
        yield 2, f"and {len(question.criteria) - room.listed} more"
    yield 0, ""
    yield 0, "What to decide: open what was not read. Is any of this in it?"


def _passages(evidence: Sequence[EvidenceInfo], room: _Room) -> Lines:
    from ..plain_words import STRENGTH_WORDS, count_words, shortened

    for number, one in enumerate(evidence[: room.passages]):
        if room is _WHOLE:
            yield 0, ""
        yield 2, f"{shortened(f'{one.file}, {one.place}', room.text)} ({STRENGTH_WORDS[one.strength]}):"
        if one.header:
            yield 4, f"under the heading “{shortened(one.header, room.lead)}”"
        if one.lead:
            yield 4, f"led in by “{shortened(one.lead, room.lead)}”"
        yield 4, f"“{shortened(one.quote, min(room.quote, 260) if number else room.quote)}”"
    left = len(evidence) - room.passages
    if left > 0:
        where = ", which check --verbose shows" if room is _WHOLE else ""
        yield 2, f"and {count_words(left, 'more passage')}{where}."


def _not_read(report: Report, room: _Room) -> Lines:
    from ..plain_words import shortened

    lost = [note for note in report.notes if note.unread > 0]
    if lost:
        if room is _WHOLE:
            yield 0, ""
        yield 0, "What was not read:"
    for note in lost[: room.notes]:
        text = f"{note.file}{', ' + note.place if note.place else ''}: {note.text}"
        yield 2, shortened(text, room.text)
    if len(lost) > room.notes:
        yield 2, f"and {len(lost) - room.notes} more pieces of text"


def _parts(criterion: CriterionInfo, room: _Room) -> Lines:
    """What is asked, what is essential first."""
    from ..plain_words import shortened

    yield 0, ""
    yield 0, "What to decide: do the papers, read as a whole, say this?"
    parts = sorted(criterion.parts, key=lambda part: not part.essential)
    for part in parts[: room.parts]:
        yield 2, f"- {shortened(part.asks, room.text)}{'' if part.essential else ' (makes it stronger)'}"
    if len(parts) > room.parts:
        yield 2, f"and {len(parts) - room.parts} more"


def _before(question: Question, given: Answer | None, room: _Room) -> Lines:
    from ..plain_words import STATUS_WORDS, shortened

    earlier = question.earlier
    if given is None and earlier is None:
        return
    if room is _WHOLE:
        yield 0, ""
    if given is not None:
        yield 0, f"You answered: {STATUS_WORDS[given.stated or '']}. {shortened(given.why, room.text)}"
    elif earlier is not None:
        said = f"Stated by {earlier.by} on {earlier.date}: {STATUS_WORDS[earlier.status]}."
        yield 0, f"{said} {shortened(earlier.why, room.text)}"
