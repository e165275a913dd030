"""An assessment as people have answered it: beside the one found, never in its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .answers import ended
from .assessment import Assessment, Finding, Status, Tally
from .bands import decide_band
from .plain_words import STATUS_WORDS
from .points import exact, percent
from .report import AnsweredScore, FixInfo
from .report_criteria import Earned, StatedInfo
from .rules import Scale
from .scoring import tally_as_stated

_NOTHING_TO_FIX = frozenset({Status.MET, Status.NOT_APPLICABLE})


def answered(assessment: Assessment, stated: Mapping[str, StatedInfo]) -> Assessment:
    """The assessment with every answer that counts."""
    return _with(assessment, {name: one for name, one in stated.items() if one.counts})


def decided(assessment: Assessment, stated: Mapping[str, StatedInfo]) -> Assessment:
    """The assessment with the answers that the gate goes by, and no others."""
    return _with(assessment, {name: one for name, one in stated.items() if one.decides})


def _with(assessment: Assessment, stated: Mapping[str, StatedInfo]) -> Assessment:
    if not stated:
        return assessment
    scale = assessment.rulesets[0].scale
    return replace(assessment, findings=tuple(_as_stated(one, stated, scale) for one in assessment.findings))


def _as_stated(finding: Finding, stated: Mapping[str, StatedInfo], scale: Scale) -> Finding:
    one = stated.get(finding.rule.id)
    if one is None:
        return finding
    return replace(finding, status=one.status, tally=tally_as_stated(finding.rule, one.status, finding.parts, scale))


def answered_score(assessment: Assessment, stated: Mapping[str, StatedInfo]) -> AnsweredScore | None:
    """The score with the answers that count; None where none does."""
    counted = sum(one.counts for one in stated.values())
    if not counted:
        return None
    settled = answered(assessment, stated)
    band, why = decide_band(settled)
    return AnsweredScore(
        low=percent(settled.overall.low, settled.overall.possible),
        high=percent(settled.overall.high, settled.overall.possible),
        earned=exact(settled.overall.low),
        earned_high=exact(settled.overall.high),
        possible=exact(settled.overall.possible),
        band=band,
        why=why,
        answers=counted,
    )


def with_points(assessment: Assessment, stated: Mapping[str, StatedInfo]) -> dict[str, StatedInfo]:
    """What was stated, with the points that each answer that counts earns."""
    tallies = {one.rule.id: one.tally for one in answered(assessment, stated).findings}
    return {name: _with_points(one, tallies[name]) if one.counts else one for name, one in stated.items()}


def _with_points(one: StatedInfo, tally: Tally) -> StatedInfo:
    earned = Earned(exact(tally.low), exact(tally.high))
    return replace(one, earned=earned, possible=exact(tally.possible))


def settled_well(stated: Mapping[str, StatedInfo]) -> frozenset[str]:
    """The criteria that need no fix, since an open question about them was answered so."""
    return frozenset(name for name, one in stated.items() if one.decides and one.status in _NOTHING_TO_FIX)


def told_by(fix: FixInfo, stated: Mapping[str, StatedInfo]) -> FixInfo:
    """A fix that rests on what a person stated says so, and does not claim that the text was read so."""
    one = stated.get(fix.criterion)
    if one is None or not one.decides:
        return fix
    return replace(fix, problem=f"Stated as {STATUS_WORDS[one.status]} by {one.by}: {ended(one.why)}")
