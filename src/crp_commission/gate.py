"""The gate: whether a result is good enough for the person or the CI job that asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from fractions import Fraction

from .assessment import Assessment, Finding, Status, total
from .bands import below_words, figure_words, is_below, plain_percent
from .plain_words import OR_WORSE, count_words, list_words
from .report import GateInfo
from .rules import Severity

_VERDICTS = {
    Status.GAP: "is missing",
    Status.CONTRADICTED: "is worked against",
    Status.NEEDS_REVIEW: "is not settled until a person looks",
}
WORST_FIRST = (Status.CONTRADICTED, Status.GAP, Status.NEEDS_REVIEW, Status.PARTIAL)
"""The verdicts whose number a gate may limit: each limit counts its verdict and those before it."""
_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class GateSpec:
    """What is asked: the least low end of the score in percent, and the least severity that fails.

    ``stages`` and ``principles`` have pass marks of their own by id. ``allow`` is the most criteria that may have a
    verdict or a worse one, by severity. ``accepted`` are ids of criteria that a waiver or a baseline lets pass
    ``fail_on`` and ``allow``; they still count in the score.
    """

    fail_under: Fraction | None = None
    fail_on: Severity | None = None
    accepted: frozenset[str] = frozenset()
    stages: Mapping[str, Fraction] = field(default_factory=dict)
    principles: Mapping[str, Fraction] = field(default_factory=dict)
    allow: Mapping[Status, Mapping[Severity, int]] = field(default_factory=dict)

    @property
    def is_set(self) -> bool:
        """Whether anything is asked."""
        marks = (self.fail_under, self.fail_on)
        return any(mark is not None for mark in marks) or any((self.stages, self.principles, self.allow))


def judge(
    assessment: Assessment, gate: GateSpec, accepted: Set[str] = frozenset(), answered: Set[str] = frozenset()
) -> GateInfo:
    """Hold an assessment against a gate. Criteria on trial take no part, neither way.

    ``accepted`` adds to the gate's own; ``answered`` are the criteria that stand as a person stated. Where there is no
    score, a pass mark is not reached.
    """
    settled = [finding for finding in assessment.findings if not finding.rule.experimental]
    trial = "" if len(settled) == len(assessment.findings) else ", criteria on trial left out,"
    trial = f"{trial or ','} with people's answers," if answered else trial
    counted = [finding for finding in settled if finding.rule.id not in gate.accepted | accepted]
    reasons = [
        *_under(settled, gate.fail_under, "", trial),
        *_parts_under(settled, gate, assessment, trial),
        *_failing(counted, gate.fail_on, answered),
        *_too_many(counted, gate.allow),
    ]
    return GateInfo(
        set=gate.is_set,
        passed=not reasons,
        reasons=tuple(reasons),
        fail_under=None if gate.fail_under is None else float(gate.fail_under),
        fail_on=gate.fail_on,
        on_trial=_on_trial(assessment) if gate.fail_on is not None or gate.allow else (),
        stages={name: float(mark) for name, mark in sorted(gate.stages.items())},
        principles={name: float(mark) for name, mark in sorted(gate.principles.items())},
        allow={status: _by_severity(gate.allow[status]) for status in WORST_FIRST if status in gate.allow},
        answered=tuple(sorted(answered)) if gate.is_set else (),
    )


def _by_severity(most: Mapping[Severity, int]) -> dict[Severity, int]:
    return {severity: most[severity] for severity in Severity if severity in most}


def _on_trial(assessment: Assessment) -> tuple[str, ...]:
    """The critical criteria that nobody should take for held: they are on trial and have a verdict that fails."""
    return tuple(
        finding.rule.id
        for finding in assessment.findings
        if finding.rule.experimental and finding.rule.severity is Severity.CRITICAL and finding.status in _VERDICTS
    )


def _under(findings: Iterable[Finding], mark: Fraction | None, part: str, trial: str) -> list[str]:
    if mark is None:
        return []
    tally = total(finding.tally for finding in findings)
    of = f" of {part}" if part else ""
    if tally.possible == 0:
        return [f"There is no score to hold against the pass mark of {plain_percent(mark)}{of}."]
    figure = figure_words(part, tally)
    return [f"{figure[0].upper()}{figure[1:]}{trial} is {below_words(tally, mark)}."] if is_below(tally, mark) else []


def _parts_under(settled: Sequence[Finding], gate: GateSpec, assessment: Assessment, trial: str) -> Iterator[str]:
    """What falls short of the marks of single stages and principles, in the rulesets' order."""
    rulesets = assessment.rulesets
    stages = {one.id: one.title for ruleset in rulesets for one in ruleset.stages if one.id in gate.stages}
    for name, title in stages.items():
        of_stage = [finding for finding in settled if finding.rule.stage == name]
        yield from _under(of_stage, gate.stages[name], f"the stage {title}", trial)
    principles = {one.id: one.title for ruleset in rulesets for one in ruleset.principles if one.id in gate.principles}
    for name, title in principles.items():
        of_principle = [finding for finding in settled if finding.rule.principle == name]
        yield from _under(of_principle, gate.principles[name], f"the principle {title}", trial)


def _failing(findings: Iterable[Finding], least: Severity | None, answered: Set[str]) -> list[str]:
    if least is None:
        return []
    failed = [
        finding for finding in findings if finding.status in _VERDICTS and finding.rule.severity.rank <= least.rank
    ]
    failed.sort(key=lambda finding: (finding.rule.severity.rank, finding.rule.id))
    return [
        f"{finding.rule.id} ({finding.rule.severity}) {_VERDICTS[finding.status]}"
        f"{', as a person stated' if finding.rule.id in answered else ''}: {finding.rule.title}."
        for finding in failed
    ]


def _too_many(findings: Sequence[Finding], allow: Mapping[Status, Mapping[Severity, int]]) -> Iterator[str]:
    for status in WORST_FIRST:
        worse = WORST_FIRST[: WORST_FIRST.index(status) + 1]
        for severity, most in _by_severity(allow.get(status, {})).items():
            found = sorted(f.rule.id for f in findings if f.status in worse and f.rule.severity is severity)
            if len(found) > most:
                number = count_words(len(found), f"{severity} criterion", f"{severity} criteria")
                verb = "is" if len(found) == 1 else "are"
                named = list_words(found, _MOST_NAMED)
                yield f"{number} {verb} {OR_WORSE[status]}, and the gate allows {most}: {named}."
