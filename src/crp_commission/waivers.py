"""Waivers: criteria that a council accepts as not met, each with a reason, two names and a last day.

A waiver changes no verdict and no score: what it covers does not fail the gate and is not among the fixes, that is all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Day
from types import MappingProxyType

from .assessment import Assessment, Finding, Status
from .plain_words import STATUS_WORDS, count_words
from .report_accepted import Standing, WaiverInfo
from .rules import Severity

REASONS: Mapping[str, str] = MappingProxyType(
    {
        "said-elsewhere": "It is said in a paper that was not checked",
        "not-proportionate": "It asks too much of a contract this small or short",
        "numbers-too-small": "Figures so small would show who a child is",
        "service-differs": "This service is not one that it is meant for",
        "put-right-later": "It will be put right by the last day",
        "read-wrongly": "The tool reads the paper wrongly",
    }
)
"""Why a criterion may be accepted as not met, and what people are told."""
SOON = 30
"""Days before its end from which a waiver is named as expiring."""
_HOLDS = frozenset({Standing.IN_FORCE, Standing.EXPIRING})
_FAILURES = frozenset({Status.GAP, Status.CONTRADICTED, Status.PARTIAL})


@dataclass(frozen=True, slots=True)
class Waiver:
    """A waiver as written; ``reason`` is one of REASONS, ``expires`` the last day on which it holds."""

    criterion: str
    reason: str
    note: str
    owner: str
    approver: str
    expires: str


def weigh(
    waivers: Sequence[Waiver], assessment: Assessment, date: str | None, *, set_aside: bool = False
) -> tuple[WaiverInfo, ...]:
    """How each waiver stands, by criterion.

    ``date`` is what last days are held against: without one no waiver holds, since nobody can tell whether it has
    ended. ``set_aside`` lets none hold and says what they would have covered.
    """
    findings = {finding.rule.id: finding for finding in assessment.findings}
    ordered = sorted(waivers, key=lambda waiver: waiver.criterion)
    return tuple(_weighed(waiver, findings.get(waiver.criterion), date, set_aside) for waiver in ordered)


def in_force(weighed: Sequence[WaiverInfo]) -> dict[str, str]:
    """The criteria whose waivers hold, each with the words to show beside it."""
    return {one.criterion: _words(one) for one in weighed if one.standing in _HOLDS}


def may_be_waived(status: Status, severity: Severity, no_waiver: str) -> bool:
    """Whether a criterion of that status may be accepted as it is."""
    return status in _FAILURES and not no_waiver and not is_grave(status, severity)


def is_grave(status: Status, severity: Severity) -> bool:
    """Whether nobody may waive it: text in force works against what is critical to a child."""
    return status is Status.CONTRADICTED and severity is Severity.CRITICAL


def _weighed(waiver: Waiver, finding: Finding | None, date: str | None, set_aside: bool) -> WaiverInfo:
    standing, says = _standing(waiver, finding, date, set_aside)
    return WaiverInfo(
        criterion=waiver.criterion,
        reason=waiver.reason,
        note=waiver.note,
        owner=waiver.owner,
        approver=waiver.approver,
        expires=waiver.expires,
        standing=standing,
        says=says,
    )


def _standing(waiver: Waiver, finding: Finding | None, date: str | None, set_aside: bool) -> tuple[Standing, str]:
    name = waiver.criterion
    if finding is None:
        return Standing.UNUSED, f"{name} was not asked in this run, so its waiver does nothing."
    if finding.status in (Status.MET, Status.NOT_APPLICABLE):
        why = STATUS_WORDS[finding.status]
        return Standing.UNUSED, f"The waiver of {name} is not needed: the criterion {_is(why)}. Take it out."
    if refusal := _refusal(finding):
        return Standing.REFUSED, f"The waiver of {name} does not hold: {refusal}."
    if date is None and not set_aside:
        return Standing.UNDATED, (
            f"The waiver of {name} does not hold, as no date was given to hold its last day ({waiver.expires}) "
            "against: add --date with the day of the check."
        )
    left = SOON + 1 if date is None else (Day.fromisoformat(waiver.expires) - Day.fromisoformat(date)).days
    if left < 0:
        return Standing.EXPIRED, f"The waiver of {name} ended on {waiver.expires}, so the criterion counts again."
    if set_aside:
        verdict = f"{finding.rule.severity}, {STATUS_WORDS[finding.status]}"
        return Standing.SET_ASIDE, f"{name} ({verdict}) would be hidden until {waiver.expires}: {waiver.note}"
    if left <= SOON:
        days = f"in {count_words(left, 'day')}" if left else "today"
        return Standing.EXPIRING, f"The waiver of {name} ends {days}, on {waiver.expires} ({waiver.owner})."
    return Standing.IN_FORCE, f"{name} is accepted as it is until {waiver.expires}."


def _is(words: str) -> str:
    return words if words.startswith("does") else f"is {words}"


def _refusal(finding: Finding) -> str:
    if finding.rule.no_waiver:
        return f"nobody may waive it. {finding.rule.no_waiver.rstrip('.')}"
    if is_grave(finding.status, finding.rule.severity):
        return "what is critical and worked against by the text cannot be waived; the words have to change"
    if finding.status is Status.NEEDS_REVIEW:
        return "nobody knows yet whether there is anything to accept; a person needs to look first"
    return ""


def _words(one: WaiverInfo) -> str:
    about = f"owner {one.owner}, approved by {one.approver}, until {one.expires}"
    return f"{REASONS.get(one.reason, one.reason)}. {one.note.rstrip('.')} ({about})."
