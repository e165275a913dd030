"""From saved results to their comparison: what got better, worse, new and gone, or bidders side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

from .assessment import Status, Tally, total
from .comparing_criteria import compared, is_worse
from .comparing_meaning import differences, remarks
from .comparison import (
    FORMAT,
    FORMAT_VERSION,
    Change,
    ChangedCell,
    ComparedPrinciple,
    ComparedResult,
    Comparison,
    Sum,
)
from .points import exact, percent
from .report import Report
from .report_criteria import CriterionInfo
from .same_passages import Quoted

__all__ = ["compare", "differences", "worsened"]

Key = tuple[str, str]


def compare(reports: Sequence[Report], paths: Sequence[str]) -> Comparison:
    """The results held against each other, over the criteria that every one of them was asked.

    ``paths`` are the files they came from. See :func:`differences` for whether they can be compared at all.
    """
    by_key = [{(one.ruleset, one.id): one for one in report.criteria} for report in reports]
    shared = [key for key in by_key[0] if all(key in one for one in by_key)]
    rows = [tuple(one[key] for one in by_key) for key in shared]
    quoted = tuple(map(Quoted, reports))
    criteria = tuple(compared(row, quoted) for row in rows)
    labels = _labels(paths)
    counts = Counter(criterion.change for criterion in criteria)
    columns = list(zip(*rows, strict=True)) or [()] * len(reports)
    common = list(zip(*filter(_applies, rows), strict=True)) or [()] * len(reports)
    return Comparison(
        format=FORMAT,
        format_version=FORMAT_VERSION,
        kind="before-and-after" if len(reports) == 2 else "side-by-side",
        differences=differences(reports, labels),
        remarks=remarks(reports, labels, len(shared)),
        results=tuple(map(_result, labels, paths, reports, columns, common)),
        counts={change: counts[change] for change in Change},
        principles=_principles(reports, columns),
        grid=_grid(reports, columns),
        criteria=criteria,
        limits=reports[0].limits,
    )


def worsened(comparison: Comparison) -> tuple[str, ...]:
    """Ids of the criteria that got worse and are neither on trial nor accepted as they are."""
    return tuple(one.id for one in comparison.criteria if is_worse(one))


def _labels(paths: Sequence[str]) -> list[str]:
    """The names of the files without folder and ending, or with as much of them as tells them apart."""
    names = [path.replace("\\", "/").rstrip("/").rpartition("/")[2] for path in paths]
    for labels in ([name.removesuffix(".json") for name in names], names, list(paths)):
        if len(set(labels)) == len(labels):
            return labels
    return [f"{path} ({number})" for number, path in enumerate(paths, 1)]


def _applies(row: Sequence[CriterionInfo]) -> bool:
    return all(one.status is not Status.NOT_APPLICABLE for one in row)


def _result(
    label: str, path: str, report: Report, asked: Sequence[CriterionInfo], common: Sequence[CriterionInfo]
) -> ComparedResult:
    return ComparedResult(
        label=label,
        path=path,
        title=report.title,
        date=report.date,
        tool=report.tool,
        rulesets=report.rulesets,
        profile=report.profile,
        files=report.files,
        reading=report.reading,
        score=report.score,
        shared=_sum(asked),
        common=_sum(common),
    )


def _sum(criteria: Iterable[CriterionInfo]) -> Sum:
    tally = total(
        Tally(Fraction(one.earned.low), Fraction(one.earned.high), Fraction(one.possible), {one.status: 1})
        for one in criteria
    )
    return Sum(
        low=percent(tally.low, tally.possible),
        high=percent(tally.high, tally.possible),
        earned=exact(tally.low),
        possible=exact(tally.possible),
        counts={status: tally.counts.get(status, 0) for status in Status},
    )


def _principles(reports: Sequence[Report], columns: Sequence[Sequence[CriterionInfo]]) -> tuple[ComparedPrinciple, ...]:
    titles = {one.id: one.title for report in reversed(reports) for one in report.principles}
    order = dict.fromkeys(one.id for report in reports for one in report.principles)
    return tuple(
        ComparedPrinciple(
            name, titles[name], tuple(_sum(one for one in column if one.principle == name) for column in columns)
        )
        for name in order
    )


def _grid(reports: Sequence[Report], columns: Sequence[Sequence[CriterionInfo]]) -> tuple[ChangedCell, ...]:
    principles = {one.id: one.title for report in reversed(reports) for one in report.principles}
    stages = {one.id: one.title for report in reversed(reports) for one in report.stages}
    cells = dict.fromkeys((cell.stage, cell.principle) for report in reports for cell in report.grid)
    found = []
    for stage, principle in cells:
        inside = [[one for one in column if (one.stage, one.principle) == (stage, principle)] for column in columns]
        sums = tuple(map(_sum, inside))
        if any(one != sums[0] for one in sums):
            found.append(ChangedCell(stages.get(stage, stage), principles.get(principle, principle), sums))
    return tuple(found)
