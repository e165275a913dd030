"""From an assessment to the saved result: nothing is judged here, only counted, sorted and put into words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from .answers import Answers, standing, with_stated
from .answers_told import summary
from .assessment import Assessment, Status, Tally
from .bands import decide_band
from .composing_accepted import Acceptance, stated
from .composing_criteria import criterion_info, strongest
from .composing_law import law_info, suggestions_info
from .composing_pack import files_info, notes_info, reading_info, ruleset_info, scale_info
from .fixes import choose_fixes, open_findings
from .gate import GateSpec, judge
from .natural_order import natural
from .plain_words import LIMITS
from .points import exact, percent
from .report import (
    FORMAT,
    FORMAT_VERSION,
    AnsweredScore,
    GridCell,
    PrincipleInfo,
    Report,
    ScoreInfo,
    StageInfo,
    ToolInfo,
)
from .report_criteria import CriterionInfo, Earned
from .rules import Principle, Stage
from .scoring import weight
from .settling import answered_score, decided, settled_well, told_by, with_points
from .starting import core_left_out
from .waivers import in_force

_NONE: Mapping[str, str] = MappingProxyType({})
_NOTHING = Acceptance()


def compose(
    assessment: Assessment,
    *,
    tool_version: str,
    date: str | None,
    gate: GateSpec,
    profile: str,
    waivers: Mapping[str, str] = _NONE,
    answers: Answers | None = None,
    locations: Mapping[str, str] = _NONE,
    acceptance: Acceptance = _NOTHING,
) -> Report:
    """The saved result of an assessment.

    ``date`` is shown as given; the clock is never read. ``waivers`` map ids of criteria to the words to
    show beside them; a waived criterion neither fails the gate nor is among the fixes, and counts as it stands. What
    the document says and what ``answers`` state are kept apart: only gate and fixes go by an answer to what is open.
    ``locations`` maps paths of files to where they lie seen from the folder that the check was run in.
    ``acceptance`` has waivers that were weighed, and a baseline, which lets pass the gate what it holds.
    """
    weakness = _weakest_first(assessment)
    ranks = {name: rank for rank, name in enumerate(weakness)}
    waived = {**waivers, **in_force(acceptance.waivers)}
    files, criteria = files_info(assessment.document), _criteria(assessment, waived)
    people = with_points(assessment, standing(answers.given, criteria, files, date)) if answers else {}
    held = decided(assessment, people)
    beside = stated([with_stated(one, people) for one in criteria], acceptance, assessment.document.title)
    return Report(
        **_as_found(assessment),
        tool=ToolInfo(name="crp-commission", version=tool_version),
        profile=profile,
        date=date,
        files=files,
        score=_score(assessment, answered_score(assessment, people)),
        gate=judge(held, gate, waived.keys() | beside.known, {name for name, one in people.items() if one.decides}),
        weakest=next((name for name in weakness if assessment.of(principle=name).possible), None),
        fixes=tuple(
            told_by(fix, people)
            for fix in choose_fixes(held, ranks, waived.keys() | settled_well(people), beside.known, beside.fresh)
        ),
        open_criteria=len(open_findings(held)),
        criteria=beside.criteria,
        answers=summary(answers, people, criteria) if answers else None,
        locations=dict(sorted(locations.items())),
        accepted=beside.told,
    )


def _as_found(assessment: Assessment) -> dict[str, Any]:
    """The fields of a result that nothing a person states or accepts can change."""
    return {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "rulesets": tuple(ruleset_info(ruleset) for ruleset in assessment.rulesets),
        "title": assessment.document.title,
        "notes": notes_info(assessment.document),
        "reading": reading_info(assessment.document),
        "scale": scale_info(assessment.rulesets[0].scale),
        "stages": tuple(_stage(assessment, stage) for stage in _stages(assessment)),
        "principles": tuple(_principle(assessment, principle) for principle in _principles(assessment)),
        "grid": _grid(assessment),
        "limits": (*LIMITS, *filter(None, [core_left_out([ruleset.id for ruleset in assessment.rulesets])])),
        "law": law_info(assessment),
        "suggestions": suggestions_info(assessment),
    }


def as_answered(assessment: Assessment, answers: Answers | None, date: str | None) -> Assessment:
    """The assessment as the gate goes by it: what people settled, and what they stated to be worse than was found."""
    if answers is None:
        return assessment
    people = standing(answers.given, _criteria(assessment, _NONE), files_info(assessment.document), date)
    return decided(assessment, people)


def _stages(assessment: Assessment) -> tuple[Stage, ...]:
    """The stages of every ruleset, each once, in the order in which they first come."""
    found: dict[str, Stage] = {}
    for ruleset in assessment.rulesets:
        for stage in ruleset.stages:
            found.setdefault(stage.id, stage)
    return tuple(found.values())


def _principles(assessment: Assessment) -> tuple[Principle, ...]:
    """The principles of every ruleset, each once, in the order in which they first come."""
    found: dict[str, Principle] = {}
    for ruleset in assessment.rulesets:
        for principle in ruleset.principles:
            found.setdefault(principle.id, principle)
    return tuple(found.values())


def _weakest_first(assessment: Assessment) -> list[str]:
    """Ids of the principles by low end, then high end, then the ruleset's order; those not asked come last."""

    def weakness(principle: Principle) -> tuple[bool, Fraction, Fraction]:
        tally = assessment.of(principle=principle.id)
        share = tally.possible or Fraction(1)
        return tally.possible == 0, tally.low / share, tally.high / share

    return [principle.id for principle in sorted(_principles(assessment), key=weakness)]


def _score(assessment: Assessment, with_answers: AnsweredScore | None) -> ScoreInfo:
    overall = assessment.overall
    band, why = decide_band(assessment)
    counts = _counts(overall)
    return ScoreInfo(
        low=percent(overall.low, overall.possible),
        high=percent(overall.high, overall.possible),
        earned=exact(overall.low),
        earned_high=exact(overall.high),
        possible=exact(overall.possible),
        band=band,
        why=why,
        criteria=sum(counts.values()) - counts[Status.NOT_APPLICABLE],
        counts=counts,
        answered=with_answers,
    )


def _counts(tally: Tally) -> dict[Status, int]:
    return {status: tally.counts.get(status, 0) for status in Status}


def _stage(assessment: Assessment, stage: Stage) -> StageInfo:
    tally = assessment.of(stage=stage.id)
    return StageInfo(
        id=stage.id,
        title=stage.title,
        low=percent(tally.low, tally.possible),
        high=percent(tally.high, tally.possible),
        counts=_counts(tally),
        earned=Earned(exact(tally.low), exact(tally.high)),
        possible=exact(tally.possible),
    )


def _principle(assessment: Assessment, principle: Principle) -> PrincipleInfo:
    tally = assessment.of(principle=principle.id)
    strength, passage, criterion = strongest(assessment, principle.id)
    return PrincipleInfo(
        id=principle.id,
        title=principle.title,
        low=percent(tally.low, tally.possible),
        high=percent(tally.high, tally.possible),
        strength=strength,
        quote=passage.quote if passage else "",
        criterion=criterion,
        file=passage.place.file if passage else "",
        place=passage.place.label if passage else "",
        counts=_counts(tally),
        earned=Earned(exact(tally.low), exact(tally.high)),
        possible=exact(tally.possible),
    )


def _grid(assessment: Assessment) -> tuple[GridCell, ...]:
    """Every cell, stage by stage, whether anything was asked there or not."""
    return tuple(
        _cell(assessment, stage.id, principle.id)
        for stage in _stages(assessment)
        for principle in _principles(assessment)
    )


def _cell(assessment: Assessment, stage: str, principle: str) -> GridCell:
    tally = assessment.of(stage, principle)
    weights = (
        weight(finding.rule, assessment.rulesets[0].scale)
        for finding in assessment.findings
        if (finding.rule.stage, finding.rule.principle) == (stage, principle)
    )
    return GridCell(
        stage=stage,
        principle=principle,
        low=percent(tally.low, tally.possible),
        high=percent(tally.high, tally.possible),
        counts=_counts(tally),
        weight=exact(sum(weights, Fraction(0))),
        earned=Earned(exact(tally.low), exact(tally.high)),
        possible=exact(tally.possible),
    )


def _criteria(assessment: Assessment, waivers: Mapping[str, str]) -> tuple[CriterionInfo, ...]:
    stages = _ranks(stage.id for stage in _stages(assessment))
    principles = _ranks(principle.id for principle in _principles(assessment))
    ordered = sorted(
        assessment.findings,
        key=lambda finding: (
            stages[finding.rule.stage],
            principles[finding.rule.principle],
            natural(finding.rule.id),
            finding.rule.id,
            finding.rule.ruleset,
        ),
    )
    return tuple(criterion_info(finding, assessment, waivers) for finding in ordered)


def _ranks(ids: Iterable[str]) -> dict[str, int]:
    return {name: rank for rank, name in enumerate(ids)}
