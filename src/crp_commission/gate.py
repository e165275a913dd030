"""The gate: whether a result is good enough for the person or the CI job that asked."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass
from fractions import Fraction

from .assessment import Assessment, Finding, Status, total
from .bands import below_words, is_below, plain_percent
from .report import GateInfo
from .rules import Severity

_VERDICTS = {
    Status.GAP: "is missing",
    Status.CONTRADICTED: "is worked against",
    Status.NEEDS_REVIEW: "is not settled until a person looks",
}


@dataclass(frozen=True, slots=True)
class GateSpec:
    """What is asked: the least low end of the score in percent, and the least severity that fails.

    ``accepted`` are ids of criteria that a waiver or a baseline lets pass ``fail_on``; they still count in the score.
    """

    fail_under: Fraction | None = None
    fail_on: Severity | None = None
    accepted: frozenset[str] = frozenset()


def judge(
    assessment: Assessment, gate: GateSpec, accepted: Set[str] = frozenset(), answered: Set[str] = frozenset()
) -> GateInfo:
    """Hold an assessment against a gate. Experimental criteria take no part, neither way.

    ``accepted`` adds to the gate's own; ``answered`` are the criteria that stand as a person stated. Where there is no
    score, a pass mark is not reached.
    """
    settled = [finding for finding in assessment.findings if not finding.rule.experimental]
    trial = "" if len(settled) == len(assessment.findings) else ", experimental criteria apart,"
    trial = f"{trial or ','} with people's answers," if answered else trial
    reasons = [
        *_under(settled, gate.fail_under, trial),
        *_failing(settled, gate.fail_on, gate.accepted | accepted, answered),
    ]
    return GateInfo(
        set=gate.fail_under is not None or gate.fail_on is not None,
        passed=not reasons,
        reasons=tuple(reasons),
        fail_under=None if gate.fail_under is None else float(gate.fail_under),
        fail_on=gate.fail_on,
        on_trial=_on_trial(assessment) if gate.fail_on is not None else (),
        answered=tuple(sorted(answered)) if gate.fail_under is not None or gate.fail_on is not None else (),
    )


def _on_trial(assessment: Assessment) -> tuple[str, ...]:
    """The critical criteria that nobody should take for held: they are on trial and have a verdict that fails."""
    return tuple(
        finding.rule.id
        for finding in assessment.findings
        if finding.rule.experimental and finding.rule.severity is Severity.CRITICAL and finding.status in _VERDICTS
    )


def _under(findings: Iterable[Finding], mark: Fraction | None, trial: str) -> list[str]:
    if mark is None:
        return []
    tally = total(finding.tally for finding in findings)
    if tally.possible == 0:
        return [f"There is no score to hold against the pass mark of {plain_percent(mark)}."]
    return [f"The low end of the score{trial} is {below_words(tally, mark)}."] if is_below(tally, mark) else []


def _failing(findings: Iterable[Finding], least: Severity | None, accepted: Set[str], answered: Set[str]) -> list[str]:
    if least is None:
        return []
    failed = [
        finding
        for finding in findings
        if finding.status in _VERDICTS and finding.rule.severity.rank <= least.rank and finding.rule.id not in accepted
    ]
    failed.sort(key=lambda finding: (finding.rule.severity.rank, finding.rule.id))
    return [
        f"{finding.rule.id} ({finding.rule.severity}) {_VERDICTS[finding.status]}"
        f"{', as a person stated' if finding.rule.id in answered else ''}: {finding.rule.title}."
        for finding in failed
    ]
