"""Workflow commands for GitHub Actions: printed in a step, each becomes an annotation.

GitHub shows ten of a kind for a step, so the gravest come first; the log of the step holds them all.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..accepted_words import gate_words
from ..report import Report
from ._escaping import visible
from ._machine.alerts import Alert, alerts
from ._machine.places import location
from ._machine.verdict import beside_words, counts_words, left_out, made_with, score_words, stated_words, unread
from ._options import RenderOptions

SUFFIX = ".txt"
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report, options: RenderOptions) -> str:
    """The commands, a line each: gate and score, what was not read or left out, then the findings; no options."""
    return "".join(f"{line}\n" for line in _lines(report))


def command(kind: str, text: str, **properties: str) -> str:
    """A workflow command in which no text can end the command, add to it or begin another."""
    given = ",".join(f"{name}={_escaped(value, inside=True)}" for name, value in properties.items() if value)
    shown = "\n".join(visible(line) for line in text.split("\n"))
    return f"::{kind}{' ' if given else ''}{given}::{_escaped(shown)}"


def _lines(report: Report) -> Iterator[str]:
    yield command("notice" if report.gate.passed else "error", _verdict(report), title=f"Gate: {gate_words(report)}")
    for lost in unread(report):
        title = "Not read" if lost.whole else "Not read in full"
        yield command("warning", lost.text, file=visible(location(report, lost.file)), title=title)
    for note in left_out(report):
        yield command("notice", note.text, file=visible(location(report, note.file)), title="Left out")
    for alert in alerts(report):
        yield _annotation(alert, location(report, alert.file))


def _verdict(report: Report) -> str:
    lines = [*report.gate.reasons, score_words(report), *stated_words(report), counts_words(report)]
    if report.gate.on_trial:
        lines.append(f"The gate does not hold these, which are on trial: {', '.join(report.gate.on_trial)}.")
    return "\n".join([*lines, *beside_words(report), " ".join(report.limits), made_with(report)])


def _annotation(alert: Alert, file: str) -> str:
    line = str(alert.passage.line or "") if alert.passage else ""
    kind = "notice" if alert.is_accepted else _COMMANDS[alert.level]
    return command(kind, alert.text, file=visible(file), line=line, title=visible(alert.title))


def _escaped(text: str, *, inside: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if inside else text
