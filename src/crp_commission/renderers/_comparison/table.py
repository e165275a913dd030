"""A comparison as CSV: two results with a row for each changed passage, several with a row for each criterion.

It starts with the mark by which spreadsheet programs know UTF-8. No text in it can be taken for a formula.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...comparison import ComparedCriterion, Comparison, Passage, Standing
from ...points import readable
from .._escaping import csv_field

_MARK = "\ufeff"
_ABOUT = ("criterion", "ruleset", "stage", "principle", "severity", "on trial", "title", "change")
_BOTH = ("verdict", "points", "possible")
_PASSAGE = ("passage", "place")


def render(comparison: Comparison) -> str:
    """The comparison as lines of fields with commas between them."""
    is_pair = comparison.kind == "before-and-after"
    rows = _changes(comparison) if is_pair else _side_by_side(comparison)
    return _MARK + "".join(",".join(map(csv_field, row)) + "\n" for row in rows)


def _changes(comparison: Comparison) -> Iterator[list[str]]:
    sides = ("before", "after")
    yield [
        *_ABOUT,
        *(f"{name} {side}" for name in _BOTH for side in sides),
        "passage change",
        *(f"{name} {side}" for side in sides for name in (*_PASSAGE, "strength")),
    ]
    for criterion in comparison.criteria:
        before, after = map(_figures, criterion.standings)
        common = [*_about(criterion), *(value for pair in zip(before, after, strict=True) for value in pair)]
        for passage in criterion.passages:
            told = [field for side in (passage.before, passage.after) for field in _passage(side)]
            yield [*common, passage.change, *told]
        if not criterion.passages:
            yield [*common, *[""] * 7]


def _side_by_side(comparison: Comparison) -> Iterator[list[str]]:
    names = [f"{name} ({result.label})" for result in comparison.results for name in (*_BOTH, "highest", *_PASSAGE)]
    yield [*_ABOUT, *names]
    for criterion in comparison.criteria:
        fields = [
            field
            for one in criterion.standings
            for field in (*_figures(one), "yes" if one.marked else "", *_passage(one.best)[:2])
        ]
        yield [*_about(criterion), *fields]


def _about(criterion: ComparedCriterion) -> list[str]:
    trial = "yes" if criterion.experimental else ""
    return [
        criterion.id, criterion.ruleset, criterion.stage, criterion.principle, criterion.severity, trial,
        criterion.title, criterion.change,
    ]  # fmt: skip


def _figures(one: Standing) -> list[str]:
    return [one.status, readable(one.earned), readable(one.possible)]


def _passage(one: Passage | None) -> list[str]:
    return ["", "", ""] if one is None else [one.quote, f"{one.file}, {one.place}", one.strength]
