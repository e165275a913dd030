"""A person's answers to what a check leaves open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from ._asking_for import All, By, Least
from ._options import (
    Answers,
    Config,
    Debug,
    NoCache,
    NoConfig,
    NoProgress,
    Profile,
    Role,
    Ruleset,
    Workers,
)

if TYPE_CHECKING:
    import datetime

    from ..limits import Limits
    from ..questions import Question
    from ..report import Report
    from ..settings import Settings
    from ._interview import Desk


def run(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...|RESULT.json", help="The papers, as for 'check', or a result saved by it."),
    ],
    *,
    answers: Answers = None,
    all: All = False,
    severity: Least = None,
    by: By = None,
    date: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The day of the answers. [today]")] = None,
    ruleset: Ruleset = None,
    profile: Profile = None,
    role: Role = None,
    config: Config = None,
    no_config: NoConfig = False,
    workers: Workers = None,
    no_cache: NoCache = False,
    no_progress: NoProgress = False,
    debug: Debug = False,
) -> int:
    """Ask you what a check leaves open, one question a screen, and save what you state.

    You are asked about what could not be settled, and about each critical criterion that was found missing or worked
    against; --severity and --all ask more. Each answer is saved at once in a file of answers (beside the papers, unless
    --answers names one), so that you can stop at any time and go on later. An answer counts until the text that it was
    given on changes. 'check --answers FILE' shows the score with and without.

    \b
    Examples:
      crp-commission assess tender-pack/
      crp-commission assess result.json --by "Jo Patel, commissioning" --answers answers.yaml

    \b
    Exit codes: 0 done or left, 2 wrong usage or no terminal, 3 no text could be read, 74 the answers could not be
    written, 130 interrupted; what was answered is saved.
    """
    given = {"ruleset": ruleset, "profile": profile, "role": role, "workers": workers, "no_cache": no_cache}
    options = {**given, "answers": answers, "date": date, "no_progress": no_progress}
    return _assess(paths, options, config, _Choices(all, severity, by, no_config, debug))


class _Choices(NamedTuple):
    """Options that are no settings."""

    everything: bool
    severity: str | None
    by: str | None
    no_config: bool
    debug: bool


def _assess(paths: list[str], options: dict[str, Any], config: str | None, choices: _Choices) -> int:
    import datetime
    import os
    from dataclasses import replace

    from ..settings import resolve
    from ..writing import check_targets

    _require_person()
    first = next((path for path in paths if path != "-"), ".").replace("\0", "")
    settings = resolve(options, os.environ, Path(first), config, no_config=choices.no_config)
    path = settings.answers or _beside(Path(first))
    check_targets([path])
    day = datetime.date.fromisoformat(settings.date) if settings.date else datetime.date.today()
    report = _result(paths, replace(settings, date=day.isoformat()), path)
    desk, questions = _open(report, path, settings.limits, day, choices)
    if not questions:
        _tell_none(choices, path)
        return 0
    _interview(questions, desk, paths)
    return 0


def _require_person() -> None:
    from ..errors import UsageError
    from ._asking import may_ask

    if not may_ask():
        raise UsageError(
            "assess asks a person at a terminal, and there is none here.",
            hint="Write the answers in an editor: 'crp-commission new answers RESULT.json' starts the file.",
        )


def _beside(first: Path) -> Path:
    """Where answers go unless a person says so: with the papers."""
    from ..answering import FILE

    return (first if first.is_dir() else first.parent) / FILE


def _result(paths: list[str], settings: Settings, answers: Path) -> Report:
    """What was found, no answer counted yet: from a saved result, else by a check."""
    from dataclasses import replace

    from ..workflow import check
    from ._console import ProgressLine
    from ._results import read_result

    if len(paths) == 1 and paths[0].lower().endswith(".json"):
        return read_result(paths[0])[0]
    progress = ProgressLine(wanted=not settings.no_progress)
    # Only there so that the file, if it lies with the papers, is not read as one of them.
    beside = answers if answers.exists() else None
    try:
        return check(paths, replace(settings, answers=beside, format=(), output=()), progress=progress)
    finally:
        progress.clear()


def _open(
    report: Report, path: Path, limits: Limits, day: datetime.date, choices: _Choices
) -> tuple[Desk, tuple[Question, ...]]:
    """The questions, those answered before left out, and who is to answer them."""
    from ..answering import read_answers
    from ..answers import standing
    from ._asking_for import open_in
    from ._interview import Desk

    given = read_answers(path, limits).answers.given if path.exists() else ()
    stated = standing(given, report.criteria, report.files, day.isoformat())
    questions = open_in(report, stated, everything=choices.everything, severity=choices.severity)
    last = next((one.by for one in reversed(given) if one.by), "")
    by = choices.by or (_name(last, day, len(questions), path) if questions else "")
    return Desk(report, path, limits, by, day), questions


def _name(last: str, day: datetime.date, number: int, path: Path) -> str:
    from ..plain_words import count_words
    from ._asking import ask_line
    from ._console import say

    say(f"{count_words(number, 'open question')}, answered on {day}. Each answer is saved at once in {path}.")
    proposal = f" Enter takes: {last}" if last else ""
    while True:
        typed = ask_line(f"Who answers? Your name and post.{proposal}") or last
        if typed:
            return typed
        say("A name is needed, so that others know whom to ask.")


def _tell_none(choices: _Choices, path: Path) -> None:
    from ._console import say

    more = "" if choices.everything else " --all asks of everything that is not met."
    answered = f" What was answered is in {path}." if path.exists() else ""
    say(f"Nothing is open.{answered}{more}")


def _interview(questions: tuple[Question, ...], desk: Desk, paths: list[str]) -> None:
    from ._console import say
    from ._interview import ask_all

    try:
        ask_all(questions, desk)
    except KeyboardInterrupt:
        say("", *_done(desk, paths))
        raise
    say("", *_done(desk, paths))


def _done(desk: Desk, paths: list[str]) -> list[str]:
    """What was answered, and the command that counts all answers of the file, with the day if one has a last day."""
    import shlex

    from ..answering import read_answers
    from ..plain_words import count_words

    if not desk.given:
        return ["Nothing was answered; no file was changed."]
    is_result = len(paths) == 1 and paths[0].lower().endswith(".json")
    papers = "PAPERS" if is_result else " ".join(map(shlex.quote, paths))
    given = read_answers(desk.path, desk.limits).answers.given
    date = f" --date {desk.day}" if any(one.until for one in given) else ""
    file = shlex.quote(str(desk.path))
    return [
        f"{count_words(len(desk.given), 'answer')} saved in {desk.path}.",
        f"The score with and without them: crp-commission check {papers} --answers {file}{date}",
    ]
