"""SARIF 2.1.0, the format in which tools tell findings to GitHub code scanning, Azure DevOps and editors.

Every criterion is a rule with its help; what is not met is a result. The verdicts on all criteria, the score and the
gate stand in the properties of the run. There is no time in it: the same result gives the same bytes.
"""

from __future__ import annotations

from typing import Any

from ..accepted_words import accepted_lines, gate_asks, gate_words, open_words
from ..report import Report
from ..serialising import record_json
from ._machine.alerts import Alert, alerts
from ._machine.sarif_places import Artifacts, as_message
from ._machine.sarif_results import result_of
from ._machine.sarif_rules import rules_of
from ._machine.verdict import left_out, unread
from ._options import RenderOptions

SUFFIX = ".sarif"
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(report: Report, options: RenderOptions) -> str:
    """One log of one run; options change nothing."""
    return record_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report)]})


def _run(report: Report) -> dict[str, Any]:
    told = alerts(report)
    rules = rules_of(report)
    artifacts = Artifacts(report)
    numbers = {(rule["id"], rule["properties"]["ruleset"]): number for number, rule in enumerate(rules)}
    has_baseline = report.accepted.baseline is not None
    results = [result_of(alert, numbers[_rule_key(alert)], artifacts, has_baseline=has_baseline) for alert in told]
    return {
        "tool": {"driver": _driver(report, rules)},
        "automationDetails": _automation(report),
        "invocations": [_invocation(report, artifacts)],
        "artifacts": artifacts.listed(),
        "results": results,
        "columnKind": "unicodeCodePoints",
        "properties": _properties(report),
    }


def _rule_key(alert: Alert) -> tuple[str, str]:
    return alert.rule, alert.criterion.ruleset if alert.criterion else ""


def _driver(report: Report, rules: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "name": report.tool.name,
        "version": report.tool.version,
        "rules": rules,
        "notifications": [
            {"id": "not-read", "shortDescription": {"text": "Nothing of a file was read."}},
            {"id": "partly-read", "shortDescription": {"text": "Some text of a file was not read."}},
            {"id": "left-out", "shortDescription": {"text": "A file that is no paper was left out."}},
            {"id": "gate", "shortDescription": {"text": "The gate that was set was not passed."}},
        ],
    }


def _automation(report: Report) -> dict[str, Any]:
    """What tells runs apart that asked different things; runs that asked the same follow one another."""
    rulesets = "+".join(ruleset.id for ruleset in report.rulesets)
    return {"id": f"{report.tool.name}/{rulesets}/{report.profile}/", "description": as_message(report.title)}


def _invocation(report: Report, artifacts: Artifacts) -> dict[str, Any]:
    """Whether it went well, which a gate that was not passed does not change, what was not read and what left out."""
    told = [
        (("not-read", "error") if one.whole else ("partly-read", "warning"), one.file, one.text)
        for one in unread(report)
    ]
    told += [(("left-out", "note"), one.file, one.text) for one in left_out(report)]
    files = [
        {
            "descriptor": {"id": name},
            "level": level,
            "message": as_message(text),
            "locations": [{"physicalLocation": {"artifactLocation": artifacts.location(file)}}],
        }
        for (name, level), file, text in told
    ]
    gate = [
        {"descriptor": {"id": "gate"}, "level": "error", "message": as_message(reason)}
        for reason in report.gate.reasons
    ]
    return {"executionSuccessful": True, "toolExecutionNotifications": [*files, *gate]}


def _properties(report: Report) -> dict[str, Any]:
    return {
        "pack": report.title,
        "profile": report.profile,
        "date": report.date,
        "rulesets": report.rulesets,
        "score": report.score,
        "gate": report.gate,
        "gateVerdict": gate_words(report),
        "gateAsks": gate_asks(report),
        "open": open_words(report),
        "accepted": report.accepted,
        "acceptedNotes": accepted_lines(report),
        "reading": report.reading,
        "verdicts": {criterion.id: criterion.status for criterion in report.criteria},
        "limits": report.limits,
    }
