"""The two pictures of the Word report: the grid in colours, and how strongly each principle is promised."""

from __future__ import annotations

from collections.abc import Sequence

from ...plain_words import GRID_WORDS, cell_sign, met_of_asked, range_words
from ...report import GridCell, Report
from .._groups import Row, grid_rows
from .._strength import STRENGTH_SIGNS, StrengthRow, strength_rows
from .picture import Block, Picture

# The ground of a cell; its sign says the same without colour.
_CELLS = {"✓": "B7DFC8", "◐": "FBE7BC", "○": "F7C9AC", "✗": "F09A9A", "?": "D5C9F5", "–": "E9ECEE"}
_HEAD = "DCE6F1"
_LETTER = 0.0178  # of the width that is not for labels, in the widest font that stands in for ours
_STRENGTHS = {
    "measured": "7FC29B",
    "committed": "B7DFC8",
    "intended": "FBE7BC",
    "mentioned": "FDF4E1",
    "none": "E9ECEE",
    "contradicts": "F09A9A",
}


def grid_picture(report: Report) -> Picture:
    """Principles by stages, each cell in the colour of how it stands."""
    head = ("", [Block(_HEAD, stage.title) for stage in report.stages])
    rows = grid_rows(report)
    body = [(row.principle.title, [_cell(cell) for cell in row.cells]) for row in rows]
    words = " ".join(f"{row.principle.title}: {_row_words(row, report)}." for row in rows)
    return Picture("The whole at a glance", words, [head, *body], [1.0 for _ in report.stages])


def _cell(cell: GridCell) -> Block:
    sign = cell_sign(cell.counts)
    return Block(_CELLS[sign], sign if cell.low is None else f"{sign} {met_of_asked(cell.counts)}")


def _row_words(row: Row, report: Report) -> str:
    told = []
    for stage, cell in zip(report.stages, row.cells, strict=True):
        met = "" if cell.low is None else f"{met_of_asked(cell.counts)} met, "
        told.append(f"{stage.title}, {met}{GRID_WORDS[cell_sign(cell.counts)]}")
    return "; ".join(told)


def strength_picture(report: Report) -> Picture:
    """A block for each criterion of a principle, the strongest first, with how many are promised and the score."""
    rows = strength_rows(report)
    most = max((len(row.signs) for row in rows), default=0)
    body = [(row.principle.title, [*_blocks(row, most), Block(text=_told(row))]) for row in rows]
    words = " ".join(f"{row.principle.title}: {row.words}; {_told(row)}." for row in rows)
    return Picture("How strongly each principle is promised", words, body, [*(1.0 for _ in range(most)), _room(rows)])


def _room(rows: Sequence[StrengthRow]) -> float:
    """How many blocks wide the words beside them are: a score with two ends needs more room than one figure."""
    most = max((len(row.signs) for row in rows), default=0)
    share = _LETTER * max((len(_told(row)) for row in rows), default=0)
    return max(most, 1) * share / (1 - share)


def _blocks(row: StrengthRow, most: int) -> list[Block]:
    found = [Block(_STRENGTHS[name], STRENGTH_SIGNS[name]) for name, count in row.counts.items() for _ in range(count)]
    return found + [Block()] * (most - len(found))


def _told(row: StrengthRow) -> str:
    score = range_words(row.principle.low, row.principle.high)
    return f"{row.promised} of {len(row.signs)} promised, {score}" if row.signs else score
