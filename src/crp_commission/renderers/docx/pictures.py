"""The two pictures of the Word report: the grid in colours, and how strong each principle is."""

from __future__ import annotations

from ...plain_words import GRID_WORDS, STRENGTH_WORDS, cell_sign, met_of_asked, range_words
from ...report import GridCell, PrincipleInfo, Report
from .._groups import Row, grid_rows
from .picture import Block, Picture

# The ground of a cell; its sign says the same without colour.
_CELLS = {"✓": "B7DFC8", "◐": "FBE7BC", "○": "F7C9AC", "✗": "F09A9A", "?": "D5C9F5", "–": "E9ECEE"}
_HEAD = "DCE6F1"
_STEPS = ("mentioned", "intended", "committed", "measured")
_LETTER = 0.0178  # of the width that is not for labels, in the widest font that stands in for ours
_REACHED, _OPEN, _AGAINST = "2E75B6", "DCE3EA", "F09A9A"


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
    """A ladder of four steps for each principle, with the words for it and the score."""
    rows = [(one.title, [*_ladder(one), Block(text=_strength(one))]) for one in report.principles]
    words = " ".join(f"{one.title}: {_strength(one)}." for one in report.principles)
    return Picture("How strong each principle is", words, rows, [*(1.0 for _ in _STEPS), _room(report)])


def _room(report: Report) -> float:
    """How many steps wide the words beside the ladders are: a score with two ends needs more room than one figure."""
    share = _LETTER * max((len(_strength(one)) for one in report.principles), default=0)
    return len(_STEPS) * share / (1 - share)


def _ladder(principle: PrincipleInfo) -> list[Block]:
    if principle.strength == "contradicts":
        return [Block(_AGAINST) for _ in _STEPS]
    reached = _STEPS.index(principle.strength) + 1 if principle.strength in _STEPS else 0
    return [Block(_REACHED if number < reached else _OPEN) for number in range(len(_STEPS))]


def _strength(principle: PrincipleInfo) -> str:
    score = range_words(principle.low, principle.high)
    return f"{STRENGTH_WORDS[principle.strength]}, {score}"
