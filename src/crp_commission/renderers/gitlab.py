"""A code quality report for GitLab: a list of issues, each with its file, severity and a fingerprint that lasts.

GitLab reads nothing of a place but file and line, so page and section stand in the description, and what has no line
is shown on line 1.
"""

from __future__ import annotations

from typing import Any

from ..answers import held_status
from ..assessment import Status
from ..fingerprints import fingerprint
from ..report import Report
from ..serialising import record_json
from ._escaping import visible
from ._machine.alerts import Alert, alerts
from ._machine.places import expected_file, location
from ._machine.verdict import beside_words, score_words, stated_words, unread
from ._options import RenderOptions

SUFFIX = ".json"
_SEVERITIES = {"error": "critical", "warning": "major", "note": "minor"}


def render(report: Report, options: RenderOptions) -> str:
    """The issues, the gate first if it was not passed; options change nothing."""
    return record_json(
        [*_gate(report), *_unread(report), *(_alert(one, location(report, one.file)) for one in alerts(report))]
    )


def _alert(alert: Alert, file: str) -> dict[str, Any]:
    line = alert.passage.line if alert.passage else None
    return _issue(f"{alert.rule}: {alert.text}", alert.rule, alert.identity, _severity(alert), file, line)


def _severity(alert: Alert) -> str:
    """GitLab's five steps: blocker for what works against a critical criterion, info for what can fail nothing."""
    criterion = alert.criterion
    if criterion and (criterion.experimental or alert.is_accepted):
        return "info"
    if criterion and held_status(criterion) is Status.CONTRADICTED and criterion.severity.rank == 0:
        return "blocker"
    return _SEVERITIES[alert.level]


def _gate(report: Report) -> list[dict[str, Any]]:
    if report.gate.passed:
        return []
    file = location(report, expected_file(report, ()))
    said = [*report.gate.reasons, score_words(report), *stated_words(report), *beside_words(report), *report.limits]
    text = f"The gate was not passed. {' '.join(said)}"
    return [_issue(text, "gate", fingerprint("gate", report.title), "blocker", file)]


def _unread(report: Report) -> list[dict[str, Any]]:
    """One issue for each thing said: its number tells apart what is said twice."""
    made = []
    for number, lost in enumerate(unread(report)):
        name = fingerprint(f"not-read/{lost.file}/{number}", lost.text)
        made.append(
            _issue(lost.text, "not-read", name, "major" if lost.whole else "minor", location(report, lost.file))
        )
    return made


def _issue(text: str, check: str, name: str, severity: str, file: str, line: int | None = None) -> dict[str, Any]:
    return {
        "description": visible(text),
        "check_name": visible(check),
        "fingerprint": name,
        "severity": severity,
        "location": {"path": visible(file).removeprefix("./"), "lines": {"begin": line or 1}},
    }
