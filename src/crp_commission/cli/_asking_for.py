"""What `assess` and `new answers` have in common: which questions, by whom, and the schema beside the file."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ..questions import Question
    from ..report import Report
    from ..report_criteria import StatedInfo
    from ..writing import Output

All = Annotated[
    bool, typer.Option("--all", help="Ask of everything that is not met, what is partly met and on trial included.")
]
Least = Annotated[
    str | None,
    typer.Option(
        "--severity",
        metavar="LEVEL",
        help="Ask of what is missing or worked against at this level or above: critical, major or minor. [critical]",
    ),
]
By = Annotated[str | None, typer.Option(metavar="NAME", help="Who answers: name and post.")]


def open_in(
    report: Report, stated: Mapping[str, StatedInfo], *, everything: bool, severity: str | None
) -> tuple[Question, ...]:
    """The questions that a result leaves open, each about one criterion or several."""
    from ..questions import open_questions
    from ..rules import Severity

    least = severity or ("minor" if everything else "critical")
    return open_questions(report.criteria, stated, least=Severity(_known(least)), everything=everything)


def _known(level: str) -> str:
    from ..errors import UsageError
    from ..settings.values import SEVERITIES, suggestion

    if level not in SEVERITIES:
        near = suggestion(level, SEVERITIES)
        hint = f"Did you mean {near}?" if near else ""
        raise UsageError(f"--severity cannot be “{level}”: it is one of {', '.join(SEVERITIES)}.", hint=hint)
    return level


def day(text: str) -> datetime.date:
    """A day written as YYYY-MM-DD. Raises UsageError for anything else."""
    from ..errors import UsageError
    from ..settings.values import READERS, Wrong

    try:
        return datetime.date.fromisoformat(READERS["date"](text))
    except Wrong as wrong:
        raise UsageError(f"A date {wrong.message}.", hint=wrong.hint) from None


def schema_beside(path: Path) -> list[Output]:
    """The JSON Schema for editors, where it does not lie beside the file yet."""
    import json

    from ..answering import SCHEMA_FILE, json_schema
    from ..writing import Output

    place = path.parent / SCHEMA_FILE
    if place.exists():
        return []
    return [Output(place, (json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n").encode())]
