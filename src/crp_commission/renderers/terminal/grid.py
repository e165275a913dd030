"""The grid of stages and principles, in signs and figures that need no colour."""

from __future__ import annotations

from ...plain_words import GRID_WORDS, asked, cell_sign, met_of_asked, percent_words, shortened
from ...report import GridCell, Report
from .._escaping import visible
from .._groups import Row, grid_rows
from .page import Page

_TABLE_WIDTH, _ROOMY_WIDTH = 72, 96
_SCORE_WIDTH = 11
_STYLES = {"✓": "green", "◐": "amber", "○": "red", "✗": "red", "?": "look", "–": "dim"}


def write_grid(page: Page, report: Report) -> None:
    """A table where there is room for one, else a line or two for each principle; with the key beneath."""
    if page.width >= _TABLE_WIDTH:
        _table(page, report)
    else:
        for row in grid_rows(report):
            _stacked(page, report, row)
    signs = {cell_sign(cell.counts) for cell in report.grid}
    key = " · ".join(f"{sign} {words}" for sign, words in GRID_WORDS.items() if sign in signs)
    page.indented(f"Met of asked: {key}")


def _table(page: Page, report: Report) -> None:
    cell_width = 12 if page.width >= _ROOMY_WIDTH else 8
    longest = max((len(visible(principle.title)) for principle in report.principles), default=0)
    first = min(longest + 2, page.width - cell_width * len(report.stages) - _SCORE_WIDTH)
    heads = "".join(f"{shortened(visible(stage.title), cell_width - 1):<{cell_width}}" for stage in report.stages)
    page.lines.append(page.paint(f"{'':<{first}}{heads}{'Score':>{_SCORE_WIDTH}}", "bold"))
    for row in grid_rows(report):
        title = f"{shortened(visible(row.principle.title), first - 1):<{first}}"
        cells = "".join(_padded(page, cell, cell_width) for cell in row.cells)
        page.lines.append(f"{title}{cells}{_range(row.principle.low, row.principle.high):>{_SCORE_WIDTH}}")
    scores = "".join(f"{_range(stage.low, stage.high):<{cell_width}}" for stage in report.stages)
    overall = _range(report.score.low, report.score.high)
    if all(len(_range(stage.low, stage.high)) < cell_width for stage in report.stages):
        page.lines.append(page.paint(f"{'Score':<{first}}{scores}{overall:>{_SCORE_WIDTH}}", "bold"))


def _stacked(page: Page, report: Report, row: Row) -> None:
    page.heading(f"{row.principle.title}: {_range(row.principle.low, row.principle.high)}")
    titles = {stage.id: stage.title for stage in report.stages}
    page.indented(" · ".join(f"{visible(titles[cell.stage])} {_cell(page, cell)}" for cell in row.cells), 2)


def _padded(page: Page, cell: GridCell, width: int) -> str:
    text = f"{_cell(page, cell):<{width}}"
    return page.paint(text[0], _STYLES[text[0]]) + text[1:]


def _cell(page: Page, cell: GridCell) -> str:
    sign = cell_sign(cell.counts)
    if not asked(cell.counts):
        return sign
    figures = met_of_asked(cell.counts)
    return f"{sign} {figures if page.width >= _ROOMY_WIDTH else figures.replace(' of ', '/')}"


def _range(low: float | None, high: float | None) -> str:
    """A score in a narrow column: "41.2–47.0%"."""
    if low is None or high is None:
        return "–"
    if low == high:
        return percent_words(low)
    return f"{percent_words(low).rstrip('%')}–{percent_words(high)}"
