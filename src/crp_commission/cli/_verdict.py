"""What a run ends with: what was not read and how the gate stands, in words and as the exit code."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..report import Report
    from ..settings import Settings

_MOST_NOTES = 10
_MOST_PASSED_OVER = 5


def tell(report: Report, *, is_shown: bool) -> None:
    """What was not read and how the gate stands, on standard error for those who did not see the report."""
    from ..accepted_words import accepted_lines, gate_asks, open_words
    from ._console import say

    lost = [note for note in report.notes if note.unread > 0]
    for note in lost[:_MOST_NOTES]:
        say(f"{note.file}{', ' + note.place if note.place else ''}: {note.text}")
    if len(lost) > _MOST_NOTES:
        say(f"and {len(lost) - _MOST_NOTES} more pieces of text that were not read; the report lists them.")
    if lost or not is_shown:  # with nothing lost the first screen has room for it
        _tell_passed_over(report)
    if not is_shown and report.answers:
        say(*report.answers.remarks[:_MOST_NOTES])
    if not is_shown and report.gate.set:
        say("The gate passed." if report.gate.passed else "The gate failed.", *report.gate.reasons)
        say(f"It asks: {gate_asks(report)}.", f"{open_words(report)}.")
    if not is_shown:
        say(*accepted_lines(report))


def _tell_passed_over(report: Report) -> None:
    from ..passed_over import passed_over
    from ._console import say

    told = passed_over(report)
    say(*(f"Note: {line}" for line in told[:_MOST_PASSED_OVER]))
    if len(told) > _MOST_PASSED_OVER:
        say(f"and {len(told) - _MOST_PASSED_OVER} more such files: --verbose")


def exit_code(report: Report, settings: Settings) -> int:
    """The code for the gate. Raises NotReadError when all had to be read and was not."""
    from ..errors import ExitCode, NotReadError

    unread = sorted({note.file for note in report.notes if note.unread > 0})
    if settings.strict and unread:
        raise NotReadError(
            f"Not everything could be read, as --strict asks: {', '.join(unread[:_MOST_NOTES])}.",
            hint="The report says what was lost and where.",
            file=unread[0] if len(unread) == 1 else None,
        )
    return ExitCode.GATE_FAILED if report.gate.set and not report.gate.passed else ExitCode.PASSED
