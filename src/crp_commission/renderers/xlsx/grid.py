"""The sheet with the whole at a glance: principles by stages."""

from __future__ import annotations

from ...plain_words import GRID_WORDS, STRENGTH_WORDS, cell_sign, met_of_asked, range_words
from ...report import GridCell, Report
from .._groups import grid_rows
from .book import Book

_LOOKS = {"✓": "good", "◐": "weak", "○": "bad", "✗": "bad", "?": "look", "–": "cell"}


def write_grid(book: Book, report: Report) -> None:
    """A row for each principle, a column for each stage, scores at the ends."""
    sheet = book.sheet("Grid", [30, *(22 for _ in report.stages), 18, 24])
    sheet.row([f"Children's rights in {report.title}: the whole at a glance"], "title")
    sheet.row(["Each cell says how many criteria are met of those asked."], "line")
    sheet.row(["Principle", *(stage.title for stage in report.stages), "Score", "Strongest words found"], "head")
    sheet.freeze(sheet.rows, 1)
    for row in grid_rows(report):
        cells = [_cell(cell) for cell in row.cells]
        looks = [_LOOKS[cell_sign(cell.counts)] for cell in row.cells]
        score = range_words(row.principle.low, row.principle.high)
        words = STRENGTH_WORDS[row.principle.strength]
        sheet.row([row.principle.title, *cells, score, words], ["strong", *looks, "cell", "cell"])
    scores = [range_words(stage.low, stage.high) for stage in report.stages]
    sheet.row(["Score", *scores, range_words(report.score.low, report.score.high), ""], "strong")


def _cell(cell: GridCell) -> str:
    sign = cell_sign(cell.counts)
    words = GRID_WORDS[sign]
    return f"{sign} {words}" if cell.low is None else f"{sign} {met_of_asked(cell.counts)}: {words}"
