"""The grid of a table: its edges and levels, which cell owns which field, and what each cell holds."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from .layout import Box, GridCell, GridTable, PageContent, Segment

MEETS = 4.0  # points: ends and edges this close meet
COVERS = 0.6  # a line between two cells covers at least this share of their common side
_NARROW_GUTTER = 6.0
_COLUMN_LINES = 20
_INDENT = 12.0  # points: words that start further right of a column's edge are not set in that column

Rule = tuple[float, float, float]  # where it lies, from where, to where


class Grid:
    """The lines of one table: edges from left to right, levels from the bottom up, and which cell owns which field."""

    def __init__(self, edges: list[float], levels: list[float], across: list[Rule], down: list[Rule]) -> None:
        self.edges, self.levels = edges, levels
        rows, columns = len(levels) - 1, len(edges) - 1
        upright = [[rule for rule in down if abs(rule[0] - x) <= MEETS] for x in edges]
        level = [[rule for rule in across if abs(rule[0] - y) <= MEETS] for y in levels]
        self.owner = [[(row, column) for column in range(columns)] for row in range(rows)]
        for row in range(rows - 1, -1, -1):
            for column in range(columns):
                if column and not _covered(upright[column], levels[row], levels[row + 1]):
                    self.owner[row][column] = self.owner[row][column - 1]
                elif row < rows - 1 and not _covered(level[row + 1], edges[column], edges[column + 1]):
                    self.owner[row][column] = self.owner[row + 1][column]

    def field(self, segment: Segment) -> tuple[int, int] | None:
        """The field in which a segment stands: its row (from the bottom) and its column."""
        x = segment.x0 + min(segment.size, segment.x1 - segment.x0) / 2
        column = bisect_right(self.edges, x) - 1
        row = bisect_right(self.levels, segment.y + segment.size * 0.3) - 1
        if 0 <= column < len(self.edges) - 1 and 0 <= row < len(self.levels) - 1:
            return row, column
        return None

    def fill(self, segments: list[Segment]) -> tuple[dict[tuple[int, int], list[Segment]], list[Segment]]:
        """What each cell holds, by the field that owns it, and the segments that stand outside.

        A row whose inner lines are not drawn falls apart again when its words keep to the columns of the others.
        """
        fields: dict[tuple[int, int], list[Segment]] = defaultdict(list)
        rest: list[Segment] = []
        for segment in segments:
            field = self.field(segment)
            (rest if field is None else fields[field]).append(segment)
        apart = self._apart(fields)
        for row in range(len(self.owner) - 1, -1, -1):
            for column, (top, left) in enumerate(self.owner[row]):
                if (top, left) in apart:
                    self.owner[row][column] = (top, column) if top == row else self.owner[top][column]
        held: dict[tuple[int, int], list[Segment]] = defaultdict(list)
        for row, column in sorted(fields, key=lambda field: (-field[0], field[1])):
            held[self.owner[row][column]] += fields[row, column]
        return held, rest

    def _apart(self, fields: dict[tuple[int, int], list[Segment]]) -> set[tuple[int, int]]:
        """The cells that cover several columns only because no line is drawn: their words start where columns do."""
        held: dict[tuple[int, int], set[int]] = defaultdict(set)
        wide: set[tuple[int, int]] = set()
        for (row, column), segments in fields.items():
            owner = self.owner[row][column]
            held[owner].add(column)
            first = min(segment.x0 for segment in segments)
            if max(segment.x1 for segment in segments) > self.edges[column + 1] + 2:
                wide.add(owner)
            elif len(held[owner]) == 1 and first - self.edges[column] > _INDENT:
                held[owner].discard(column)
        return {owner for owner, columns in held.items() if columns - {owner[1]} and owner not in wide}

    def table(self, page: int, held: dict[tuple[int, int], list[Segment]], fills: Sequence[Box]) -> GridTable:
        """The table with what its cells hold."""
        rows: list[list[GridCell]] = []
        for row in range(len(self.owner) - 1, -1, -1):
            cells: list[GridCell] = []
            for column, owner in enumerate(self.owner[row]):
                if column and owner == self.owner[row][column - 1]:
                    cells[-1] = cells[-1]._replace(columns=cells[-1].columns + 1)
                    continue
                x = (self.edges[column] + self.edges[column + 1]) / 2
                y = (self.levels[row] + self.levels[row + 1]) / 2
                lower = owner[0] != row
                shaded = any(box.holds(x, y) for box in fills)
                cells.append(GridCell(column, [] if lower else held.get(owner, []), 1, lower, shaded))
            rows.append(cells)
        return GridTable(page, self.levels[-1], self.levels[0], tuple(self.edges), rows)


def take(page: PageContent, grid: Grid, least: int = 2) -> None:
    """Move the segments that stand in a grid from the page's segments to a table, where so many cells are filled."""
    held, rest = grid.fill(page.segments)
    if len(held) >= least and not _frames_columns(grid, held):
        page.segments = rest
        page.tables.append(grid.table(page.number, held, page.shapes.fills))


def _frames_columns(grid: Grid, held: dict[tuple[int, int], list[Segment]]) -> bool:
    """Whether the lines only part columns of running text: two long ones or more side by side, and hardly any rows."""
    long = [cell for cell, segments in held.items() if len(segments) > _COLUMN_LINES]
    return len(grid.levels) <= 3 and len(long) > 1 and len({row for row, _ in long}) == 1


def positions(values: Sequence[float]) -> list[float]:
    """Where lines lie, each place once, in order."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > MEETS:
            found.append(value)
    return found


def is_near(value: float, places: Sequence[float]) -> bool:
    """Whether a value is at one of the places."""
    return any(abs(value - place) <= MEETS for place in places)


def _covered(rules: list[Rule], start: float, end: float) -> bool:
    """Whether lines in one place are drawn along most of a stretch of it."""
    total = sum(max(0.0, min(rule[2], end) - max(rule[1], start)) for rule in rules)
    return total >= COVERS * (end - start)


def gutters(segments: list[Segment], x0: float, x1: float) -> list[float]:
    """The edges of columns: between them no segment stands, apart from those alone on their line."""
    lines: dict[int, list[Segment]] = defaultdict(list)
    for segment in segments:
        lines[round(segment.y / 3)].append(segment)
    spans = sorted((s.x0, s.x1) for line in lines.values() if len(line) > 1 for s in line)
    edges = [min(x0, spans[0][0] - 2)] if spans else []
    reach = spans[0][1] if spans else 0.0
    for start, end in spans:
        if start - reach >= _NARROW_GUTTER:
            edges.append(start - 2)
        reach = max(reach, end)
    return [*edges, max(x1, reach + 2)] if edges else []
