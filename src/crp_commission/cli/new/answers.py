"""A file of questions to answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from .._asking_for import All, By, Least, open_in
from .._options import Debug

if TYPE_CHECKING:
    from ...answers import Answer
    from ...questions import Question
    from ...report import Report


def run(
    result: Annotated[str, typer.Argument(metavar="RESULT.json", help="A result saved by 'check --format json'.")],
    *,
    output: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="The file to write; - for standard output. [answers.yaml]"),
    ] = None,
    all: All = False,
    severity: Least = None,
    by: By = None,
    date: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="The day to put into each answer.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it exists.")] = False,
    debug: Debug = False,
) -> int:
    """Write the questions that a result leaves open as YAML, to answer in an editor instead of at a terminal.

    \b
    Examples:
      crp-commission new answers result.json
      crp-commission new answers result.json --all --output - --by "Jo Patel, commissioning" --date 2026-03-31
    """
    from ...answering import FILE, new_text
    from ...questions import one_by_one
    from ...writing import to_standard_output
    from .._results import read_result

    report = read_result(result)[0]
    stated = {one.id: one.stated for one in report.criteria if one.stated is not None}
    found = open_in(report, stated, everything=all, severity=severity)
    questions = [one for question in found for one in one_by_one(question)]
    text = new_text([(_blank(one, report, by, date), _about(one)) for one in questions])
    if output == "-":
        to_standard_output(text.encode())
    else:
        _write(output or FILE, text, len(questions), force=force)
    return 0


def _blank(question: Question, report: Report, by: str | None, date: str | None) -> Answer:
    import dataclasses

    from ...answers import asked
    from .._asking_for import day

    return dataclasses.replace(asked(question.first, report.files), by=by or "", date=day(date) if date else None)


def _about(question: Question) -> list[str]:
    """What the entry is about, to stand above it."""
    from ...questions import reason_to_ask

    first = question.first
    return [f"{first.title} ({first.severity}). {first.question}", reason_to_ask(question)]


def _write(file: str, text: str, number: int, *, force: bool) -> None:
    import shlex

    from ...plain_words import count_words
    from ...writing import Output, write_all
    from .._asking_for import schema_beside
    from .._console import printable, say
    from .._scaffolding import free_yaml

    path = free_yaml(file, force=force, purpose="read")
    write_all([Output(path, text.encode()), *schema_beside(path)])
    say(
        f"Wrote {printable(file)} with {count_words(number, 'open question')}.",
        f"Fill it in, then run: crp-commission check PAPERS --answers {printable(shlex.quote(file))}",
    )
