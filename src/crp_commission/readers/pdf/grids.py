"""Tables of a page, from the lines drawn around their cells or the bands drawn behind their rows."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from .layout import Box, GridCell, GridTable, PageContent, Segment

# Points. Lines this close are one line drawn twice; ends this close meet.
_SAME_LINE = 3.0
_MEETS = 4.0
# A line between two cells covers at least this share of their common side.
_COVERS = 0.6
# With more pairs of lines than this the page holds a drawing.
_MOST_PAIRS = 200_000
_NARROW_GUTTER = 6.0
_MOST_LINES_IN_A_BAND = 8

Rule = tuple[float, float, float]  # where it lies, from where, to where


def take_tables(page: PageContent) -> None:
    """Move the segments that stand in tables from the page's segments to its tables."""
    shapes = page.shapes
    across, down = joined(shapes.across), joined(shapes.down)
    if len(across) * len(down) > _MOST_PAIRS:
        return
    used: set[Rule] = set()
    for rows, columns in _meeting(across, down):
        used.update(rows)
        grid = _grid(rows, columns)
        if grid is not None:
            _take(page, grid)
    edges = [(y, box.x0, box.x1) for box in shapes.fills if _is_band(box, page) for y in (box.y0, box.y1)]
    for ys, x0, x1 in _stacks(joined([*(rule for rule in across if rule not in used), *edges])):
        _take_banded(page, ys, x0, x1)
    page.tables.sort(key=lambda table: -table.top)


def joined(rules: Iterable[Rule]) -> list[Rule]:
    """Lines drawn in pieces or twice, each made one."""
    found: list[Rule] = []
    group: list[Rule] = []
    for rule in sorted(rules):
        if group and rule[0] - group[0][0] > _SAME_LINE:
            found += _joined_ends(group)
            group = []
        group.append(rule)
    return found + _joined_ends(group)


def _joined_ends(group: list[Rule]) -> list[Rule]:
    found: list[Rule] = []
    for at, start, end in sorted(group, key=lambda rule: rule[1]):
        if found and start <= found[-1][2] + _SAME_LINE:
            found[-1] = (found[-1][0], found[-1][1], max(found[-1][2], end))
        else:
            found.append((at, start, end))
    return found


def _meeting(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Groups of lines that hang together."""
    group = list(range(len(across) + len(down)))

    def root(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    for j, (x, y0, y1) in enumerate(down, len(across)):
        for i, (y, x0, x1) in enumerate(across):
            if y0 - _MEETS <= y <= y1 + _MEETS and x0 - _MEETS <= x <= x1 + _MEETS:
                group[root(i)] = root(j)
    parts: dict[int, tuple[list[Rule], list[Rule]]] = defaultdict(lambda: ([], []))
    for index, rule in enumerate([*across, *down]):
        parts[root(index)][index >= len(across)].append(rule)
    return [part for part in parts.values() if len(part[0]) > 1 and part[1]]


class Grid:
    """The lines of one table: edges from left to right, levels from the bottom up, and which cell owns which field."""

    def __init__(self, edges: list[float], levels: list[float], across: list[Rule], down: list[Rule]) -> None:
        self.edges, self.levels = edges, levels
        rows, columns = len(levels) - 1, len(edges) - 1
        self.owner = [[(row, column) for column in range(columns)] for row in range(rows)]
        for row in range(rows - 1, -1, -1):
            for column in range(columns):
                if column and not _covered(down, edges[column], levels[row], levels[row + 1]):
                    self.owner[row][column] = self.owner[row][column - 1]
                elif row < rows - 1 and not _covered(across, levels[row + 1], edges[column], edges[column + 1]):
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
        wide = {self.owner[row][column] for (row, column), held in fields.items() if self._crosses(held, column)}
        shared = Counter(self.owner[row][column] for row, column in fields)
        for row in range(len(self.owner) - 1, -1, -1):
            for column, (top, left) in enumerate(self.owner[row]):
                if shared[(top, left)] > 1 and (top, left) not in wide:
                    self.owner[row][column] = (top, column) if top == row else self.owner[top][column]
        held: dict[tuple[int, int], list[Segment]] = defaultdict(list)
        for row, column in sorted(fields, key=lambda field: (-field[0], field[1])):
            held[self.owner[row][column]] += fields[row, column]
        return held, rest

    def _crosses(self, segments: list[Segment], column: int) -> bool:
        return any(segment.x1 > self.edges[column + 1] + 2 for segment in segments)

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


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    """The grid that lines make, open sides closed; None when it has fewer than two columns."""
    edges = _positions([*(rule[0] for rule in down), *_open_ends(across, down)])
    levels = _positions([*(rule[0] for rule in across), *_open_ends(down, across)])
    return Grid(edges, levels, across, down) if len(edges) > 2 and len(levels) > 1 else None


def _open_ends(rules: list[Rule], crossing: list[Rule]) -> list[float]:
    """Where lines reach well past the outermost line that crosses them: a side of the table that is not drawn."""
    low, high = min(rule[0] for rule in crossing), max(rule[0] for rule in crossing)
    start, end = min(rule[1] for rule in rules), max(rule[2] for rule in rules)
    return [at for at, past in ((start, low - start), (end, end - high)) if past > 2 * _MEETS]


def _positions(values: list[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _MEETS:
            found.append(value)
    return found


def _covered(rules: list[Rule], at: float, start: float, end: float) -> bool:
    total = sum(max(0.0, min(rule[2], end) - max(rule[1], start)) for rule in rules if abs(rule[0] - at) <= _MEETS)
    return total >= _COVERS * (end - start)


def _take(page: PageContent, grid: Grid) -> None:
    held, rest = grid.fill(page.segments)
    if len(held) > 1:
        page.segments = rest
        page.tables.append(grid.table(page.number, held, page.shapes.fills))


def _is_band(box: Box, page: PageContent) -> bool:
    """Whether a filled area may be a row of a table."""
    return box.y1 - box.y0 >= 8 and box.x1 - box.x0 >= 40 and box.y1 - box.y0 < 0.4 * page.height


def _stacks(across: list[Rule]) -> list[tuple[list[float], float, float]]:
    """Lines of the same length above each other: at least three, as levels from the bottom up."""
    groups: list[tuple[list[float], float, float]] = []
    for y, x0, x1 in sorted(across):
        for levels, left, right in groups:
            if abs(left - x0) <= _MEETS and abs(right - x1) <= _MEETS:
                levels.append(y)
                break
        else:
            groups.append(([y], x0, x1))
    return [group for group in groups if len(group[0]) > 2]


def _take_banded(page: PageContent, levels: list[float], x0: float, x1: float) -> None:
    """A table with lines or bands between its rows only; its columns are where no word of it stands."""
    inside = [s for s in page.segments if levels[0] < s.y + s.size * 0.3 < levels[-1] and x0 - 2 <= s.x0 <= x1]
    lines = len({round(segment.y) for segment in inside})
    edges = gutters(inside, x0, x1)
    if len(edges) < 3 or lines > _MOST_LINES_IN_A_BAND * (len(levels) - 1):
        return
    sides = [(x, levels[0], levels[-1]) for x in edges]
    grid = Grid(edges, levels, [(y, x0, x1) for y in levels], sides)
    fields = {cell for segment in inside if (cell := grid.field(segment))}
    full = [row for row in range(len(levels) - 1) if len([cell for cell in fields if cell[0] == row]) > 1]
    if len(full) > 1 and len(full) >= _COVERS * len({cell[0] for cell in fields}):
        _take(page, grid)


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
