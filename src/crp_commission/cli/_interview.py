"""Open questions asked of a person one by one; each answer is saved before the next question is shown."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from ._asking import ask_line
from ._console import say
from ._screens import MORE, VERDICTS, choices, clear, screen

if TYPE_CHECKING:
    from ..answers import Answer
    from ..limits import Limits
    from ..questions import Question
    from ..report import Report
    from ..report_criteria import CriterionInfo

_MOVES = {"s": "skip", "b": "back", MORE: "details", "q": "quit"}
_AROUND = 4
"""Rows that a screen needs beside question and choices: what was saved, a blank line, the prompt, what is typed."""


class Step(Enum):
    """Where to go after a question."""

    ON = auto()
    BACK = auto()
    EACH = auto()
    QUIT = auto()


@dataclass(slots=True)
class Desk:
    """What the session works on: the result, the file of answers, who answers on which day, what was answered."""

    report: Report
    path: Path
    limits: Limits
    by: str
    day: datetime.date
    given: dict[str, Answer] = field(default_factory=dict)
    said: str = ""

    def save(self, answers: Sequence[Answer]) -> None:
        """Put answers into the file, as it stands at this moment, and write it whole."""
        from ..answering import new_text, put
        from ..plain_words import STATUS_WORDS
        from ..writing import Output, write_all
        from ._asking_for import schema_beside

        text = self.path.read_bytes().decode("utf-8-sig") if self.path.exists() else new_text([])
        for answer in answers:
            text = put(text, answer, self.limits)
        write_all([Output(self.path, text.encode()), *schema_beside(self.path)])
        self.given |= {answer.criterion: answer for answer in answers}
        names = answers[0].criterion if len(answers) == 1 else f"{len(answers)} criteria"
        self.said = f"Saved: {names}, {STATUS_WORDS[answers[0].stated or '']}."


def ask_all(questions: Sequence[Question], desk: Desk) -> None:
    """Ask every question in turn; back and forth as the person wishes, until the end or until they leave."""
    from ..questions import one_by_one

    waiting, at = list(questions), 0
    while at < len(waiting):
        step = _ask(waiting[at], f"Question {at + 1} of {len(waiting)}", desk)
        if step is Step.QUIT:
            return
        if step is Step.EACH:
            waiting[at : at + 1] = one_by_one(waiting[at])
        else:
            at = max(at - 1, 0) if step is Step.BACK else at + 1


def _ask(question: Question, heading: str, desk: Desk) -> Step:
    given = desk.given.get(question.first.id)
    keys = choices(question, given)
    _show(question, heading, desk, given)
    while True:
        key = _key(keys)
        if key == MORE:
            _show(question, heading, desk, given, whole=True)
            continue
        if key in _MOVES:
            return {"s": Step.ON, "b": Step.BACK, "q": Step.QUIT}[key]
        if key == "e":
            return Step.EACH
        answer = _kept(question, given, desk) if key == "k" else _stated(question, VERDICTS[key], desk)
        if answer is Step.QUIT:
            return Step.QUIT
        if not isinstance(answer, Step):
            desk.save([_about(one, answer, desk.report) for one in question.criteria])
            return Step.ON


def _show(question: Question, heading: str, desk: Desk, given: Answer | None, *, whole: bool = False) -> None:
    """A new screen with the question; what there was to say of the one before is said once."""
    rows = len(choices(question, given)) + _AROUND
    clear()
    said = [desk.said] if desk.said else []
    say(*said, *screen(question, desk.report, heading, given, rows=rows, whole=whole), "")
    desk.said = ""


def _key(keys: dict[str, str]) -> str:
    """The key of a choice, typed with Enter behind it."""
    shown = [f"  {key}  {words}" for key, words in keys.items()]
    moves = ", ".join(f"{key} {words}" for key, words in _MOVES.items())
    while True:
        typed = ask_line(*shown, f"Type a letter, then Enter ({moves}):").lower()
        if typed in keys or typed in _MOVES:
            return typed
        say(f"There is no choice “{typed[:20]}” here." if typed else "Nothing was typed; s leaves it open.")


def _stated(question: Question, verdict: str, desk: Desk) -> Answer | Step:
    """A new answer; a step where the person goes back to the choices or quits."""
    why = ask_line("Why? A sentence or two that a colleague can follow (b goes back, q quits):")
    while not why:
        why = ask_line("A reason is needed, so that others can follow it (b goes back, q quits):")
    if step := _step(why):
        return step
    evidence = ask_line("What does it rest on, such as a page or another paper? (Enter: nothing more, b back, q quits)")
    if step := _step(evidence):
        return step
    until = _until(desk.day)
    if isinstance(until, Step):
        return until
    return _answer(question.first, verdict, why, desk, evidence=evidence, until=until)


def _step(typed: str) -> Step | None:
    """Where a person goes who types a lone letter instead of words."""
    return {"b": Step.BACK, "q": Step.QUIT}.get(typed.lower())


def _until(today: datetime.date) -> datetime.date | Step | None:
    from ..errors import UsageError
    from ._asking_for import day

    while True:
        typed = ask_line("Until which day does it hold, as YYYY-MM-DD? (Enter: no end, b back, q quits)")
        if not typed:
            return None
        if step := _step(typed):
            return step
        try:
            given = day(typed)
        except UsageError as error:
            say(error.message)
            continue
        if given >= today:
            return given
        say(f"That is before {today}, the day of this answer.")


def _kept(question: Question, given: Answer | None, desk: Desk) -> Answer | Step:
    """What was stated before, stated again by who answers now; an end that has passed is asked for anew."""
    earlier = question.earlier
    if given is not None or earlier is None:
        assert given is not None
        return given
    end = datetime.date.fromisoformat(earlier.until) if earlier.until else None
    until = _until(desk.day) if end is not None and end < desk.day else end
    if isinstance(until, Step):
        return until
    return _answer(question.first, earlier.status.value, earlier.why, desk, evidence=earlier.evidence, until=until)


def _answer(
    criterion: CriterionInfo, verdict: str, why: str, desk: Desk, *, evidence: str, until: datetime.date | None
) -> Answer:
    from ..answers import asked

    question = asked(criterion, desk.report.files)
    stated = {"stated": verdict, "why": why, "evidence": evidence, "by": desk.by, "date": desk.day, "until": until}
    return replace(question, **stated)  # type: ignore[arg-type]


def _about(criterion: CriterionInfo, answer: Answer, report: Report) -> Answer:
    """The same answer about another criterion."""
    from ..answers import asked

    other = asked(criterion, report.files)
    return replace(
        answer, criterion=other.criterion, found=other.found, text=other.text, papers=other.papers, quote=other.quote
    )
