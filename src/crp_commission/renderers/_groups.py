"""The same report in the order in which pages show it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby

from ..answers import held_status
from ..assessment import Status
from ..described import says
from ..report import CriterionInfo, GridCell, PrincipleInfo, Report, StageInfo

_URGENCY = {Status.CONTRADICTED: 0, Status.GAP: 1, Status.NEEDS_REVIEW: 2, Status.PARTIAL: 3}


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the grid: a principle with its cell of each stage."""

    principle: PrincipleInfo = field(metadata=says("the principle"))
    cells: tuple[GridCell, ...] = field(metadata=says("its cell of each stage, in the stages' order"))


@dataclass(frozen=True, slots=True)
class Group:
    """The criteria of one principle at one stage."""

    principle: PrincipleInfo = field(metadata=says("the principle"))
    criteria: tuple[CriterionInfo, ...] = field(metadata=says("its criteria at this stage"))


@dataclass(frozen=True, slots=True)
class StageGroup:
    """A stage with its criteria, principle by principle."""

    stage: StageInfo = field(metadata=says("the stage"))
    groups: tuple[Group, ...] = field(metadata=says("its principles, those without criteria left out"))


def grid_rows(report: Report) -> tuple[Row, ...]:
    """The grid as rows of principles and columns of stages."""
    return tuple(
        Row(principle, tuple(cell for cell in report.grid if cell.principle == principle.id))
        for principle in report.principles
    )


def by_stage(report: Report) -> tuple[StageGroup, ...]:
    """The criteria under their stages and principles; a stage without any is left out."""
    principles = {principle.id: principle for principle in report.principles}
    found = {
        stage: tuple(
            Group(principles[name], tuple(criteria))
            for name, criteria in groupby(of_stage, lambda criterion: criterion.principle)
        )
        for stage, of_stage in groupby(report.criteria, lambda criterion: criterion.stage)
    }
    return tuple(StageGroup(stage, found[stage.id]) for stage in report.stages if stage.id in found)


def open_criteria(report: Report) -> tuple[CriterionInfo, ...]:
    """What applies and is not met, the gravest first; what is on trial comes after all else.

    It goes by a person's answer where the gate does, as the number of criteria that are not met does.
    """
    return tuple(
        sorted(
            (criterion for criterion in report.criteria if held_status(criterion) in _URGENCY),
            key=lambda criterion: (criterion.experimental, criterion.severity.rank, _URGENCY[held_status(criterion)]),
        )
    )
