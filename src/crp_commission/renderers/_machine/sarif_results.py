"""SARIF's results: an alert with its place, its fingerprints and, where it was accepted as it is, the reason."""

from __future__ import annotations

from typing import Any

from ...answers import held_status
from ...assessment import Status
from ...points import readable
from ...report_criteria import CriterionInfo
from ...report_law import LawInfo
from .alerts import Alert
from .sarif_places import Artifacts, as_message, location_of


def result_of(alert: Alert, number: int, artifacts: Artifacts, *, has_baseline: bool) -> dict[str, Any]:
    """An alert as a result of the rule with that number; its state against a baseline only where there is one."""
    return {
        "ruleId": alert.rule,
        "ruleIndex": number,
        # A verdict left to a person is told as loudly as one partly met: readers pass over SARIF's kind "review", which
        # may have no level.
        "kind": "fail",
        "level": alert.level,
        "message": as_message(alert.text),
        "locations": [location_of(alert.file, alert.passage, artifacts)],
        **_related(alert, artifacts),
        "partialFingerprints": _fingerprints(alert),
        **({"baselineState": _baseline_state(alert)} if has_baseline else {}),
        **_suppressions(alert),
        "properties": _about_criterion(alert.criterion) if alert.criterion else _about_law(alert.law),
    }


def _baseline_state(alert: Alert) -> str:
    """What a person has accepted by a waiver, or settled by an answer, is not new, whatever the baseline holds."""
    return "unchanged" if alert.is_accepted else "new"


def _related(alert: Alert, artifacts: Artifacts) -> dict[str, Any]:
    """The other passages that speak to the criterion, numbered so that readers can point to them."""
    others = alert.criterion.evidence[1:] if alert.criterion else ()
    made = [
        location_of(one.file, one, artifacts) | {"id": number, "message": as_message(f"“{one.quote}” ({one.because})")}
        for number, one in enumerate(others, 1)
    ]
    return {"relatedLocations": made} if made else {}


def _fingerprints(alert: Alert) -> dict[str, str]:
    """What names the finding from run to run; GitHub reads the first only and counts equal ones with ":1"."""
    named = {"primaryLocationLineHash": f"{alert.identity}:1", "finding/v1": alert.identity}
    criterion = alert.criterion
    return named | ({"passage/v1": criterion.evidence[0].id} if criterion and criterion.evidence else {})


def _suppressions(alert: Alert) -> dict[str, Any]:
    if alert.waiver is None:
        return {}
    return {"suppressions": [{"kind": "external", "status": "accepted", "justification": alert.waiver}]}


def _about_criterion(one: CriterionInfo) -> dict[str, Any]:
    found = one.evidence[0] if one.evidence else None
    return {
        "status": one.status,
        "severity": one.severity,
        "state": one.state,
        "onTrial": one.experimental,
        "needsPerson": held_status(one) is Status.NEEDS_REVIEW,
        "why": one.why,
        "missing": one.missing,
        "quote": found.quote if found else "",
        "strength": found.strength if found else "none",
        "place": found.place if found else "",
        "pointsLow": readable(one.earned.low),
        "pointsHigh": readable(one.earned.high),
        "pointsPossible": readable(one.possible),
        "wording": one.advice.wording,
        "answer": one.answer,
        "stated": one.stated.status if one.stated else None,
        "statedCounts": one.stated.counts if one.stated else None,
    }


def _about_law(one: LawInfo | None) -> dict[str, Any]:
    if one is None:
        return {}
    return {
        "status": one.kind,
        "certainty": one.certainty,
        "quote": one.quote,
        "place": one.place,
        "times": one.times,
        "instead": one.instead,
        "reference": one.reference,
        "checked": one.checked,
    }
