"""Tables without lines, where words keep so plainly to columns that nothing else can be meant."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from .grids import gutters
from .layout import GridCell, GridTable, Segment
from .lines import is_marker, middle

Row = list[Segment]

_FEWEST_ROWS = 3
# Points by which the words of a column may start, end or be centred apart from each other.
_ALIGNED = 4.0
# Shares of the type's size: lines further apart do not belong to one table.
_FAR = 3.0
_WIDER_STEP = 1.25
_MOST_CONTINUATIONS = 6
_SHORT = 15  # letters
_LEADER = r"(\.{4,}|…{2,}|_{4,}|(\s\.){4,})\s*(\d{1,3}|[ivx]{1,5})?$"
_PAGE_NUMBER = re.compile(r"\d{1,3}|[ivx]{1,5}")


def is_contents(row: Sequence[Segment]) -> bool:
    """Whether a line is one of a table of contents: words, then dots or a wide gap, then a page number."""
    text = row[-1].text
    if ("..." in text or "…" in text or ". ." in text or "___" in text) and re.search(_LEADER, text):
        return True
    return len(row) > 1 and len(row[0].text) > 1 and _PAGE_NUMBER.fullmatch(text) is not None


def _find_aligned(rows: list[Row], page: int) -> list[tuple[int, int, GridTable]]:
    """The tables among the rows of a column, each with the rows it takes: first, and the one after the last."""
    found: list[tuple[int, int, GridTable]] = []
    start = 0
    while start < len(rows):
        end = _reach(rows, start)
        table = _table(rows[start:end], page) if end - start >= _FEWEST_ROWS else None
        if table is not None:
            found.append((start, end, table))
        start = max(end, start + 1)
    return found


def _reach(rows: list[Row], start: int) -> int:
    """Where a run of rows ends that may be a table: rows of several pieces, with a few of one between them."""
    end = last = start
    if not _is_multiple(rows[start]):
        return start
    while end < len(rows):
        row = rows[end]
        if end > start and rows[end - 1][0].y - row[0].y > _FAR * max(row[0].size, 1):
            break
        if _is_multiple(row):
            last = end + 1
        elif end - last >= _MOST_CONTINUATIONS or len(row) > 1:
            break
        end += 1
    return last


def _is_multiple(row: Row) -> bool:
    if len(row) < 2 or is_contents(row):
        return False
    return not (len(row) == 2 and is_marker(row[0].text))


def _table(rows: list[Row], page: int) -> GridTable | None:
    segments = [segment for row in rows for segment in row]
    edges = gutters(segments, min(s.x0 for s in segments) - 2, max(s.x1 for s in segments))
    columns = len(edges) - 1
    if columns < 2:
        return None
    placed = [_by_column(row, edges) for row in rows]
    full = [cells for cells in placed if all(cells)]
    multiple = [row for row in rows if len(row) > 1]
    if len(full) < _FEWEST_ROWS or len(full) < 0.6 * len(multiple) or not _keeps_columns(full, columns):
        return None
    if columns == 2 and middle(len(cells[0][0].text) for cells in full) > 40:
        return None
    if any(segment.x1 > edges[bisect_right(edges, segment.x0)] + 2 for segment in segments if segment.x0 < edges[-1]):
        return None
    bottom = rows[-1][0].y - rows[-1][0].size
    return GridTable(page, rows[0][0].y + rows[0][0].size, bottom, tuple(edges), _grouped(rows, placed))


def _by_column(row: Row, edges: list[float]) -> list[list[Segment]]:
    cells: list[list[Segment]] = [[] for _ in edges[1:]]
    for segment in row:
        cells[min(max(bisect_right(edges, segment.x0) - 1, 0), len(cells) - 1)].append(segment)
    return cells


def _keeps_columns(full: list[list[list[Segment]]], columns: int) -> bool:
    """Whether each column's words start at one place, or, if they are short, end or are centred at one."""
    for column in range(columns):
        firsts = [cells[column][0] for cells in full]
        lasts = [cells[column][-1] for cells in full]
        spreads = [_spread(segment.x0 for segment in firsts)]
        if all(len(segment.text) <= _SHORT for segment in firsts):
            spreads.append(_spread(segment.x1 for segment in lasts))
            spreads.append(_spread(first.x0 + last.x1 for first, last in zip(firsts, lasts, strict=True)) / 2)
        if min(spreads) > _ALIGNED:
            return False
    return True


def _spread(values: Iterable[float]) -> float:
    ordered = sorted(values)
    return ordered[-1] - ordered[0]


def _grouped(rows: list[Row], placed: list[list[list[Segment]]]) -> list[list[GridCell]]:
    """Lines to rows of the table: a new row comes after a wider step, or where none is wider, at each first cell."""
    steps = [before[0].y - after[0].y for before, after in pairwise(rows)]
    loose = _WIDER_STEP * min(steps)
    stepped = any(step > loose for step in steps)
    found: list[list[GridCell]] = []
    for index, cells in enumerate(placed):
        wide = index > 0 and steps[index - 1] > loose
        fresh = bool(cells[0]) and (wide or not stepped or not found)
        if fresh or not found:
            found.append([GridCell(column, []) for column in range(len(cells))])
        for cell, held in zip(found[-1], cells, strict=True):
            cell.segments.extend(held)
    return found


def as_items(rows: list[Row], page: int) -> list[GridTable | Row]:
    """The rows of a column with their tables in place."""
    items: list[GridTable | Row] = []
    start = 0
    for first, end, table in _find_aligned(rows, page):
        items += [*rows[start:first], table]
        start = end
    return [*items, *rows[start:]]
